//! Policies: versions to be read, and a new one with what the form refuses.

use axum::http::StatusCode;
use chikaya_domain::access::Role;
use chikaya_testkit::town;

use super::{leave, new_town, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_added_for_a_day_to_come() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let page = browser.get(&format!("/{language}/admin/policies")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says(&["<dd>60</dd>", "/admin/policies/new\""]);
    }
    let page = browser.get("/en/admin/policies/new").await;
    page.says(&["name=\"answer\" type=\"number\" value=\"60\""]);
    let mut fields = vec![
        ("version", "2"),
        ("from", "2026-03-12"),
        ("transfer", "10"),
        ("answer", "a month"),
        ("unit", "working"),
        ("extends", "yes"),
        ("extension", "0"),
        ("rolls", "yes"),
        ("reopening", "30"),
        ("reopenings", "2"),
        ("closure", "15"),
        ("reminders", "10، 5"),
        ("refusals", "3"),
        ("wrongdoing-body", "xyzzy"),
    ];
    let refused = browser.post("/en/admin/policies/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&[
        "href=\"#answer\"",
        "href=\"#extension\"",
        "href=\"#wrongdoing-body\"",
        "value=\"a month\"",
        "value=\"10، 5\"",
    ]);
    fields[3].1 = "30";
    fields[6].1 = "15";
    // By its name as it stands in the lists, though other names hold these words too.
    fields[13].1 = "Commune de Tiznit";
    let refused = browser.post("/en/admin/policies/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&["href=\"#from\"", "This date has passed"]);
    fields[1].1 = "1/6/2026";
    let added = browser.post("/en/admin/policies/new", &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let latest = browser.get("/en/admin/policies/new").await;
    latest.says(&[&format!("value=\"{}\" checked", town::TIZNIT)]);
    let stale = browser.post("/en/admin/policies/new", &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    stale.says(&["name=\"version.3\""]);
    leave(town).await;
}
