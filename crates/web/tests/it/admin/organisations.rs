//! Organisations, from the tree to the form.

use axum::http::StatusCode;
use chikaya_domain::access::Role;
use chikaya_testkit::town::{self, TIZNIT};

use super::{leave, new_town, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn organisations_are_found_edited_and_kept() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let page = browser
            .get(&format!("/{language}/admin/organisations"))
            .await;
        assert_eq!(page.status, StatusCode::OK);
        page.says(&["/admin/organisations?within=", "rel=\"stylesheet\""]);
    }
    let found = browser.get("/fr/admin/organisations?q=tiznit").await;
    found.says(&[&format!("/fr/admin/organisations/{TIZNIT}\"")]);
    let none = browser.get("/fr/admin/organisations?q=xyzzyx").await;
    none.says(&["class=\"empty\""]);
    let address = format!("/fr/admin/organisations/{TIZNIT}");
    let page = browser.get(&address).await;
    let version = page.between("name=\"version.", "\"");
    let territory = page.between("name=\"territory-code\" value=\"", "\"");
    let mut fields = vec![
        ("version", version.as_str()),
        ("kind", "commune"),
        ("name-ar", "جماعة تيزنيت"),
        ("name-fr", ""),
        ("territory-code", territory.as_str()),
        ("receives", "yes"),
        ("email", "bureau@tiznit.test"),
    ];
    let refused = browser.post(&address, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&["href=\"#name-fr\"", "value=\"bureau@tiznit.test\""]);
    fields[3].1 = "Commune d’essai";
    let kept = browser.post(&address, &fields).await;
    assert_eq!(
        kept.place(),
        format!("{address}?done=yes"),
        "{}",
        kept.text()
    );
    let code = town::organisation_code(TIZNIT);
    let country = town.clerks.country();
    let body = country.organisations.find(&code).unwrap();
    assert_eq!(
        body.names.fr, "Commune d’essai",
        "the portal sees the change at once"
    );
    let stale = browser.post(&address, &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_created_and_what_is_in_the_way_of_switching_off_is_said() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    browser
        .get(&format!("/en/admin/organisations/new?within={TIZNIT}"))
        .await;
    let fields = [
        ("code", "tiznit-lighting"),
        ("kind", "unit"),
        ("name-ar", "وحدة الإنارة"),
        ("name-fr", "Unité éclairage"),
        ("parent-code", TIZNIT),
        ("receives", "yes"),
    ];
    let made = browser.post("/en/admin/organisations/new", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let again = browser.post("/en/admin/organisations/new", &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.says(&["href=\"#code\""]);
    let address = format!("/en/admin/organisations/{TIZNIT}");
    let page = browser.get(&address).await;
    let version = page.between("name=\"version.", "\"");
    let blocked = browser
        .post(&format!("{address}/switch-off"), &[("version", &version)])
        .await;
    assert_eq!(blocked.status, StatusCode::CONFLICT);
    blocked.says(&["It cannot be switched off yet", "Others belong to it"]);
    let off = browser
        .post(
            "/en/admin/organisations/tiznit-lighting/switch-off",
            &[("version", "1")],
        )
        .await;
    assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.text());
    let page = browser.get("/en/admin/organisations/tiznit-lighting").await;
    page.says(&["/switch-on\""]);
    let (mut auditor, _) = signed_in(&town, Role::Auditor).await;
    for address in [
        "/en/admin/organisations",
        "/en/admin/organisations/new",
        &address,
    ] {
        let page = auditor.get(address).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{address}");
    }
    leave(town).await;
}
