//! The audit trail and the undelivered messages.

use axum::http::StatusCode;
use chikaya_domain::access::Role;
use chikaya_service::{case::filer::FilerSought, message::outbox::Fate};
use chikaya_testkit::town::{self, TIZNIT};

use super::{leave, new_town, signed_in};
use crate::{cases::between, visitor::Visitor};

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_the_trail_and_changes_nothing() {
    let town = new_town().await;
    let (mut administrator, _) = signed_in(&town, Role::Administrator).await;
    administrator.get("/en/admin/calendar").await;
    administrator
        .post("/en/admin/calendar/worked", &[("worked-day", "2026-05-02")])
        .await;
    let (mut auditor, place) = signed_in(&town, Role::Auditor).await;
    assert_eq!(place, "/fr/desk");
    auditor.get("/fr/desk").await.says(&["href=\"/fr/admin\""]);
    let home = auditor.get("/en/admin").await;
    home.says(&["/en/admin/audit\""]);
    assert!(!home.text().contains("/en/admin/people\""));
    for language in ["ar", "fr", "zgh", "en"] {
        let page = auditor.get(&format!("/{language}/admin/audit")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says(&["2026-05-02", "name=\"deed\""]);
    }
    // Whose session it was, by name and address and not by the number of an account.
    let sessions = auditor
        .post("/en/admin/audit", &[("deed", "session.begin")])
        .await;
    sessions.says(&["administrator@portal.test", "auditor@portal.test"]);
    let filtered = auditor
        .post(
            "/en/admin/audit",
            &[
                ("email", "administrator@portal.test"),
                ("deed", "worked-day.add"),
            ],
        )
        .await;
    assert_eq!(filtered.text().matches("scope=\"row\"").count(), 1);
    let earlier = auditor
        .post("/en/admin/audit", &[("day", "2026-03-11")])
        .await;
    earlier.says(&["class=\"empty\"", "value=\"2026-03-11\""]);
    let wrong = auditor
        .post("/en/admin/audit", &[("day", "yesterday")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = auditor
        .post("/en/admin/calendar/worked", &[("worked-day", "2026-05-03")])
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let (mut officer, _) = signed_in(&town, Role::Officer).await;
    let refused = officer.get("/en/admin/audit").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trail_of_one_case_is_asked_for_by_its_reference_and_from_a_day_on() {
    let town = new_town().await;
    let filed = town.clerks.file(town::filing()).await.unwrap().reference;
    let other = town.clerks.file(town::filing()).await.unwrap().reference;
    let head = town
        .officer("head@portal.test", Role::UnitHead, TIZNIT)
        .await;
    // One more than a page, and another case among them.
    for _ in 0..51 {
        let seen = town.clerks.desk_page(head.clone(), filed.clone()).await;
        seen.unwrap();
    }
    let seen = town.clerks.desk_page(head.clone(), other.clone()).await;
    seen.unwrap();
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    town.clock.advance_days(2);
    let (mut auditor, _) = signed_in(&town, Role::Auditor).await;
    let of_case = |more: &[(&'static str, String)]| {
        let mut fields = vec![("case", filed.as_str().to_lowercase())];
        fields.extend(more.iter().cloned());
        fields
    };
    let lines = |page: &str| page.matches("scope=\"row\"").count();
    let first = post(&mut auditor, &of_case(&[("from", "2026-03-12".to_owned())])).await;
    assert_eq!(lines(&first), 50);
    assert!(first.contains(filed.as_str()) && !first.contains(other.as_str()));
    // What was asked for stands in the form that the next page is asked with.
    let typed = format!("value=\"{}\"", filed.as_str().to_lowercase());
    assert!(
        first.contains(&typed) && first.contains("value=\"2026-03-12\""),
        "{first}"
    );
    let after = between(&first, "name=\"after\" value=\"", "\"");
    let next = [("from", "2026-03-12".to_owned()), ("after", after)];
    let second = post(&mut auditor, &of_case(&next)).await;
    assert_eq!(lines(&second), 1);

    let nothing = post(&mut auditor, &of_case(&[("from", "2026-03-13".to_owned())])).await;
    assert!(nothing.contains("class=\"empty\""), "{nothing}");
    // Whoever looked for the filer saw the case too: the search is on its trail.
    let name = FilerSought::parse("Fatima", town.clerks.country().numbering).unwrap();
    let found = town.clerks.find_filer(head, name).await.unwrap();
    assert_eq!(found.lines.len(), 2);
    let searched = post(&mut auditor, &of_case(&[("from", "2026-03-13".to_owned())])).await;
    assert_eq!(lines(&searched), 1, "{searched}");
    let deed = [("deed", "filer.find".to_owned())];
    assert_eq!(lines(&post(&mut auditor, &of_case(&deed)).await), 1);
    let by_nobody = [("email", "auditor@portal.test".to_owned())];
    assert_eq!(lines(&post(&mut auditor, &of_case(&by_nobody)).await), 0);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_trail_cannot_be_asked_is_told_beside_its_field() {
    let town = new_town().await;
    let (mut auditor, _) = signed_in(&town, Role::Auditor).await;
    let turned = [("from", "2026-03-14"), ("day", "2026-03-13")];
    for (field, fields) in [
        ("case", &[("case", "CK-26-7K3M")][..]),
        ("case", &[("case", "CK-26-7K3M-9QDU")]),
        ("from", &[("from", "yesterday")]),
        ("day", &[("day", "31/02/2026")]),
        ("from", &turned),
    ] {
        for language in ["ar", "fr", "zgh", "en"] {
            let address = format!("/{language}/admin/audit");
            let wrong = auditor.post(&address, fields).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            let page = wrong.text();
            assert!(page.contains(&format!("<a href=\"#{field}\">")), "{page}");
            assert!(page.contains(&format!("id=\"{field}-error\"")), "{page}");
            let typed = fields[0].1;
            assert!(page.contains(&format!("value=\"{typed}\"")), "{page}");
            assert!(!page.contains("scope=\"row\"") && !page.contains("class=\"empty\""));
        }
    }
    leave(town).await;
}

/// The trail, asked in English.
async fn post(auditor: &mut Visitor, fields: &[(&'static str, String)]) -> String {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let page = auditor.post("/en/admin/audit", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    page.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undelivered_message_is_shown_without_its_address_and_sent_again() {
    let town = new_town().await;
    town.clerks.file(town::filing()).await.unwrap();
    let id = town
        .give_up_message("550 <fatima@example.org>: no such mailbox")
        .await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let page = browser.get(&format!("/{language}/admin/messages")).await;
        page.says(&["no such mailbox", "CK-26-"]);
        assert!(!page.text().contains("fatima"));
    }
    let address = format!("/en/admin/messages/{id}/send-again");
    let sent = browser.post(&address, &[]).await;
    assert_eq!(sent.place(), "/en/admin/messages?done=yes");
    let page = browser.get(sent.place()).await;
    page.says(&["One message has been waiting since"]);
    assert!(!page.text().contains("Every message was delivered"));
    let waiting = town
        .clerks
        .claim_messages("town".to_owned(), 10)
        .await
        .unwrap();
    assert_eq!(waiting.len(), 1);
    let head = town
        .officer("head@portal.test", Role::UnitHead, TIZNIT)
        .await;
    let refused = town.clerks.undelivered(head, None).await;
    assert!(refused.is_err());
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_tried_again_later_is_not_called_delivered() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    let all_delivered = "Every message was delivered.";
    let page = browser.get("/en/admin/messages").await;
    page.says(&[all_delivered]);
    town.clerks.file(town::filing()).await.unwrap();
    let claimed = town.clerks.claim_messages("town".to_owned(), 1).await;
    let (ticket, _) = claimed.unwrap().remove(0);
    let failed = Fate::Failed("451 <fatima@example.org>: come back later".to_owned());
    town.expect_undelivered();
    let noted = town.clerks.settle_messages(vec![(ticket, failed)]).await;
    noted.unwrap();
    let page = browser.get("/en/admin/messages").await;
    page.says(&["One message has been waiting since", "come back later"]);
    assert!(!page.text().contains(all_delivered) && !page.text().contains("fatima"));
    leave(town).await;
}
