//! Dashboards as a browser meets them: every figure with its definition, and a way to the cases behind it for those alone
//! who may list them.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{ONEE, answered, between, case_of, colleague, in_progress},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    a_figure_leads_to_the_cases_behind_it => super::a_figure_leads_to_the_cases_behind_it;
    what_may_not_be_listed_is_no_link => super::what_may_not_be_listed_is_no_link;
    all_bodies_stand_side_by_side => super::all_bodies_stand_side_by_side;
    answers_sent_to_many_are_shown_with_their_cases => super::answers_sent_to_many_are_shown_with_their_cases;
    every_language_tells_the_same => super::every_language_tells_the_same;
    the_figures_of_the_week_are_asked_for_on_ones_own_page => super::the_figures_of_the_week_are_asked_for_on_ones_own_page;
}

const DASHBOARD: &str = "/fr/desk/dashboard";

async fn settle(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

async fn a_figure_leads_to_the_cases_behind_it(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let first = case_of(town, &own.officer, town::filing(), in_progress()).await;
    let second = case_of(town, &own.officer, town::filing(), Vec::new()).await;
    settle(town).await;
    let page = own.browser.get(DASHBOARD).await;
    page.says(&[
        "Tableau de bord",
        "Définition",
        "Arrivées et départs, semaine par semaine",
        "role=\"img\"",
        "Par agent",
    ]);
    let text = page.text();
    // What came today stands in the register of today.
    let register = between(&text, "href=\"/fr/desk/register?from=", "\"");
    let register = register.replace("&amp;", "&").replace("&#38;", "&");
    let list = own
        .browser
        .get(&format!("/fr/desk/register?from={register}"))
        .await;
    list.says(&[&first, &second]);
    // What is open, by its age.
    let age = own.browser.get("/fr/desk?view=figure&age=0-15").await;
    age.says(&[&first, &second, "15 jours au plus"]);
    let older = own.browser.get("/fr/desk?view=figure&age=31-60").await;
    older.says(&["Aucun dossier ici"]);
    // A list behind a figure stays beside the case that is opened from it.
    let idle = own.browser.get("/fr/desk?view=figure&begun=no").await;
    idle.says(&[&second, "non commencés"]);
    assert!(!idle.text().contains(&first));
    let way = between(&idle.text(), &format!("/fr/desk/case/{second}?"), "\"");
    let way = way.replace("&amp;", "&").replace("&#38;", "&");
    let case = own
        .browser
        .get(&format!("/fr/desk/case/{second}?{way}"))
        .await;
    assert_eq!(case.code(), 200);
    case.says(&["non commencés"]);
    // Words that mean nothing narrow nothing.
    let odd = own
        .browser
        .get("/fr/desk?view=figure&due=soon..&age=young&after=nowhere")
        .await;
    odd.says(&[&first, &second]);
}

async fn what_may_not_be_listed_is_no_link(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::AdministrationHead, town::TIZNIT).await;
    case_of(town, &own.officer, town::filing(), in_progress()).await;
    settle(town).await;
    for address in [
        format!("{DASHBOARD}?body={ONEE}"),
        format!("{DASHBOARD}?body=no-such-body"),
        format!("{DASHBOARD}?body=%00"),
        format!("{DASHBOARD}/answers?body={ONEE}"),
        format!("/fr/desk?view=figure&body={ONEE}"),
    ] {
        let answer = own.browser.get(&address).await;
        assert_eq!(answer.code(), 404, "{address}");
    }
    assert_eq!(
        own.browser.get(&format!("{DASHBOARD}/bodies")).await.code(),
        403
    );
    // An auditor reads every body and lists its cases.
    let mut auditor = colleague(town, &counters, Role::Auditor, ONEE).await;
    let page = auditor
        .browser
        .get(&format!("{DASHBOARD}?body={}", town::TIZNIT))
        .await;
    let text = page.text();
    let way = between(&text, "href=\"/fr/desk?view=figure", "\"");
    assert!(way.contains(town::TIZNIT), "{way}");
    assert!(
        !text.contains("id=\"loads\""),
        "nobody's load is told elsewhere"
    );
}

async fn all_bodies_stand_side_by_side(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    case_of(town, &own.officer, town::filing(), in_progress()).await;
    settle(town).await;
    let mut authority = colleague(town, &counters, Role::ReformAuthority, "reform-authority").await;
    let page = authority.browser.get(&format!("{DASHBOARD}/bodies")).await;
    page.says(&["Administrations", &format!("body={}", town::TIZNIT)]);
    let none = authority
        .browser
        .get(&format!("{DASHBOARD}/bodies?kind=ministry&by=share&page=0"))
        .await;
    none.says(&["Aucune administration de ce type"]);
    let odd = authority
        .browser
        .get(&format!(
            "{DASHBOARD}/bodies?kind=x&by=y&page=99999999999999999999"
        ))
        .await;
    odd.says(&[&format!("body={}", town::TIZNIT)]);
}

async fn answers_sent_to_many_are_shown_with_their_cases(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut references = Vec::new();
    for _ in 0..3 {
        references.push(case_of(town, &own.officer, town::filing(), answered()).await);
    }
    let page = own.browser.get(&format!("{DASHBOARD}/answers")).await;
    let text = page.text();
    let word = between(&text, "text=", "#");
    assert!(references.iter().all(|reference| !text.contains(reference)));
    let page = own
        .browser
        .get(&format!("{DASHBOARD}/answers?text={word}"))
        .await;
    let all: Vec<&str> = references.iter().map(String::as_str).collect();
    page.says(&all);
}

async fn every_language_tells_the_same(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let mut authority = colleague(town, &counters, Role::ReformAuthority, "reform-authority").await;
    case_of(town, &own.officer, town::filing(), answered()).await;
    settle(town).await;
    for language in ["ar", "zgh", "fr", "en"] {
        let page = own
            .browser
            .get(&format!("/{language}/desk/dashboard"))
            .await;
        assert_eq!(page.code(), 200, "{language}");
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        page.says(&[&format!("dir=\"{direction}\"")]);
        for part in ["bodies", "answers"] {
            let address = format!("/{language}/desk/dashboard/{part}");
            assert_eq!(
                authority.browser.get(&address).await.code(),
                200,
                "{address}"
            );
        }
        let list =
            format!("/{language}/desk?view=figure&due=2026-03-01..2026-06-01&age=0-15&begun=no");
        assert_eq!(own.browser.get(&list).await.code(), 200, "{language}");
    }
}

async fn the_figures_of_the_week_are_asked_for_on_ones_own_page(town: &Town) {
    let counters = counters(town);
    let mut head = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let page = head.browser.get("/fr/desk/me").await;
    let field = between(&page.text(), "id=\"weekly\" name=\"weekly\"", ">");
    assert!(!field.contains("checked"), "nobody is asked to unsubscribe");
    for (fields, is_on) in [(&[("weekly", "yes")][..], true), (&[][..], false)] {
        let answer = head.browser.post("/fr/desk/me/weekly", fields).await;
        assert_eq!(answer.code(), 303);
        let page = head.browser.get(answer.place()).await;
        let field = between(&page.text(), "id=\"weekly\" name=\"weekly\"", ">");
        assert_eq!(field.contains("checked"), is_on);
    }
    let mut registry = colleague(town, &counters, Role::Registry, town::TIZNIT).await;
    let page = registry.browser.get("/fr/desk/me").await;
    assert!(!page.text().contains("name=\"weekly\""));
}
