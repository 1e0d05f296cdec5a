//! The calendar: a holiday added with a wrong date first, confirmed, taken off; exceptions and days of rest.

use axum::http::StatusCode;
use chikaya_domain::access::Role;

use super::{leave, new_town, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_holiday_is_added_confirmed_and_taken_off() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let page = browser
            .get(&format!("/{language}/admin/calendar?year=2026"))
            .await;
        assert_eq!(page.status, StatusCode::OK);
        page.says(&["/admin/calendar/2026-05-01\"", "name=\"day-7\""]);
    }
    browser.get("/en/admin/calendar/new").await;
    let mut fields = vec![
        ("day", "31/02/2026"),
        ("kind", "exceptional"),
        ("name-ar", "عطلة"),
        ("name-fr", "Repos"),
        ("estimated", "yes"),
    ];
    let refused = browser.post("/en/admin/calendar/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&["href=\"#day\"", "value=\"31/02/2026\"", "value=\"Repos\""]);
    fields[0].1 = "2026-05-04";
    let added = browser.post("/en/admin/calendar/new", &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let year = browser.get(added.place()).await;
    year.says(&["/admin/calendar/2026-05-04\"", "Under way"]);
    let again = browser.post("/en/admin/calendar/new", &fields).await;
    again.says(&["This day is a holiday already"]);
    let address = "/en/admin/calendar/2026-05-04";
    let confirmed = browser
        .post(&format!("{address}/confirm"), &[("version", "1")])
        .await;
    assert_eq!(
        confirmed.status,
        StatusCode::SEE_OTHER,
        "{}",
        confirmed.text()
    );
    let stale = browser
        .post(&format!("{address}/remove"), &[("version", "1")])
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let version = stale.between("name=\"version.", "\"");
    let removed = browser
        .post(&format!("{address}/remove"), &[("version", &version)])
        .await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get(address).await.status, StatusCode::NOT_FOUND);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn exceptions_and_days_of_rest_are_set() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    browser.get("/fr/admin/calendar").await;
    let wrong = browser
        .post("/fr/admin/calendar/worked", &[("worked-day", "bientôt")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says(&["value=\"bientôt\"", "href=\"#worked-day\""]);
    browser
        .post("/fr/admin/calendar/worked", &[("worked-day", "2026-05-02")])
        .await;
    let day = jiff::civil::date(2026, 5, 2);
    assert!(town.clerks.country().calendar.is_working_day(day));
    browser
        .post("/fr/admin/calendar/worked", &[("end", "2026-05-02")])
        .await;
    assert!(!town.clerks.country().calendar.is_working_day(day));
    let rest = [("known", "6,7"), ("day-5", "yes"), ("day-6", "yes")];
    let set = browser.post("/fr/admin/calendar/weekend", &rest).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
    assert_eq!(town.clerks.country().weekend, [5, 6]);
    let stale = browser.post("/fr/admin/calendar/weekend", &rest).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    leave(town).await;
}
