//! What one is told of, chosen on one's own page: a topic for each thing that can concern one, and no other.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{between, colleague},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    what_is_chosen_stands_on_ones_own_page_afterwards => super::what_is_chosen_stands_on_ones_own_page_afterwards;
    each_role_is_asked_about_what_concerns_it => super::each_role_is_asked_about_what_concerns_it;
}

/// The word of a choice that a page shows as chosen for a topic.
fn chosen(page: &str, topic: &str) -> String {
    let field = between(
        page,
        &format!("<select class=\"select\" id=\"{topic}\""),
        "</select>",
    );
    let before = field.split_once(" selected").expect("one is chosen").0;
    let value = before.rsplit_once("value=\"").expect("it has a value").1;
    value.trim_end_matches('"').to_owned()
}

async fn what_is_chosen_stands_on_ones_own_page_afterwards(town: &Town) {
    let counters = counters(town);
    let mut head = colleague(town, &counters, Role::UnitHead, town::TIZNIT)
        .await
        .browser;
    let page = head.get("/fr/desk/me").await;
    page.says(&["Ce dont on vous prévient", "Une fois par jour"]);
    assert_eq!(chosen(&page.text(), "arrival"), "daily");
    assert_eq!(
        chosen(&page.text(), "due-date"),
        "daily",
        "heads answer for many"
    );
    assert_eq!(chosen(&page.text(), "reply"), "at-once");

    let wrong = [("arrival", "hourly"), ("reply", "never")];
    let answer = head.post("/fr/desk/me/notifications", &wrong).await;
    assert_eq!(answer.code(), 422);
    assert_eq!(
        chosen(&answer.text(), "reply"),
        "at-once",
        "nothing was kept"
    );

    let wanted = [("arrival", "at-once"), ("reply", "never")];
    let answer = head.post("/fr/desk/me/notifications", &wanted).await;
    assert_eq!(answer.code(), 303);
    let page = head.get(answer.place()).await;
    page.says(&["role=\"status\""]);
    assert_eq!(chosen(&page.text(), "arrival"), "at-once");
    assert_eq!(chosen(&page.text(), "reply"), "never");
    assert_eq!(
        chosen(&page.text(), "due-date"),
        "daily",
        "what was not named stays"
    );
}

async fn each_role_is_asked_about_what_concerns_it(town: &Town) {
    let counters = counters(town);
    for (role, body, topics) in [
        (Role::Officer, town::TIZNIT, 7),
        (Role::AdministrationHead, town::TIZNIT, 8),
        (Role::ReformAuthority, "reform-authority", 9),
        (Role::Registry, town::TIZNIT, 0),
        (Role::Auditor, "reform-authority", 0),
        (Role::Administrator, "reform-authority", 0),
    ] {
        let mut browser = colleague(town, &counters, role, body).await.browser;
        let page = browser.get("/fr/desk/me").await.text();
        let asked = page.matches("<select class=\"select\"").count();
        assert_eq!(asked, topics, "{role}");
        assert_eq!(page.contains("id=\"notifications\""), topics > 0, "{role}");
    }
}
