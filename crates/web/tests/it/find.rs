//! Finding a place or a body by its name, what is no territory of the country, and whom the portal only names.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{between, colleague, draft, send},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    what_a_search_finds_is_nobodys_choice => super::what_a_search_finds_is_nobodys_choice;
    a_town_abroad_is_a_place => super::a_town_abroad_is_a_place;
    nobody_is_kept_from_filing_for_want_of_a_place => super::nobody_is_kept_from_filing_for_want_of_a_place;
    who_receives_nothing_here_is_named_and_not_offered => super::who_receives_nothing_here_is_named_and_not_offered;
}

async fn what_a_search_finds_is_nobodys_choice(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/ar/file/{word}/{step}");
    let looked = [("sought", "تيزنيت"), ("look-up", "yes")];
    let page = browser.post(&step("where"), &looked).await;
    page.says(&[&format!("value=\"{}\"", town::TIZNIT), "إقليم", "جماعة"]);
    assert!(!page.text().contains("\" checked"), "{}", page.text());

    browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    let looked = [("sought", "مستشفى"), ("look-up", "yes")];
    let page = browser.post(&step("who"), &looked).await;
    page.says(&["value=\"ministry-health\""]);
    assert!(!page.text().contains("\" checked"), "{}", page.text());
    // Without a choice nobody goes on.
    let on = browser.post(&step("who"), &[("sought", "مستشفى")]).await;
    assert_eq!(on.code(), 200);
}

async fn a_town_abroad_is_a_place(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::ReformAuthority, "reform-authority").await;
    let mut browser = Visitor::new(&counters).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let page = browser.get(&step("where")).await;
    page.says(&["value=\"abroad\"", "À l’étranger", "value=\"country\""]);

    let refused = browser
        .post(&step("where"), &[("territory", "abroad")])
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&["Écrivez la ville et le pays", "href=\"#place\""]);
    let page = browser.get(&step("where")).await;
    page.says(&["value=\"abroad\" checked"]);

    // Whoever looked for the town has said it.
    let typed = [
        ("sought", "Trois-Rivières, Québec"),
        ("territory", "abroad"),
    ];
    let on = browser.post(&step("where"), &typed).await;
    assert_eq!(on.place(), step("about"));
    browser
        .post(&step("about"), &[("subject", "unknown")])
        .await;
    let who = browser.get(&step("who")).await;
    who.says(&[
        "value=\"ministry-foreign-affairs\"",
        "Les consulats et les ambassades en relèvent",
    ]);
    assert!(!who.text().contains("\" checked"), "{}", who.text());
    browser
        .post(&step("who"), &[("organisation", "unknown")])
        .await;
    let you = [("category", "anonymous"), ("preferred", "nothing")];
    browser.post(&step("you"), &you).await;
    let check = browser.get(&step("check")).await;
    check.says(&["Trois-Rivières, Québec", "À l’étranger"]);
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let receipt = browser.get(&step("receipt")).await.text();
    let reference = between(&receipt, "/fr/track/", "\"");
    let mut officer = own.browser;
    let case = officer.get(&format!("/fr/desk/case/{reference}")).await;
    case.says(&["Trois-Rivières, Québec", "À l’étranger"]);
}

async fn nobody_is_kept_from_filing_for_want_of_a_place(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    for place in ["unknown", "country"] {
        let word = draft(&mut browser).await;
        let step = |step: &str| format!("/fr/file/{word}/{step}");
        let on = browser.post(&step("where"), &[("territory", place)]).await;
        assert_eq!(on.place(), step("about"), "{place}");
        let page = browser.get(&step("where")).await;
        page.says(&[&format!("value=\"{place}\" checked")]);
        browser
            .post(&step("about"), &[("subject", "unknown")])
            .await;
        browser
            .post(&step("who"), &[("organisation", town::TIZNIT)])
            .await;
        let you = [("category", "anonymous"), ("preferred", "nothing")];
        browser.post(&step("you"), &you).await;
        let check = browser.get(&step("check")).await;
        check.says(&["Commune de Tiznit"]);
        let shown = if place == "country" {
            "Tout le Maroc"
        } else {
            "Je ne sais pas"
        };
        check.says(&[shown]);
        assert_eq!(send(&mut browser, &word).await.code(), 303, "{place}");
    }
    assert_eq!(town.references().await.len(), 2);
}

async fn who_receives_nothing_here_is_named_and_not_offered(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let looked = [("sought", "cndh"), ("look-up", "yes")];
    let page = browser.post(&step("who"), &looked).await;
    page.says(&["Conseil national des droits de l’Homme", "Ne reçoit rien"]);
    assert!(!page.text().contains("name=\"organisation\" value=\"cndh\""));
    let while_typing = browser.get("/fr/look-up/organisations?q=cndh").await;
    while_typing.says(&["\"code\":\"cndh\"", "\"outside\":true"]);
    let refused = browser
        .post(&step("who"), &[("organisation", "cndh")])
        .await;
    assert_eq!(refused.code(), 422, "it cannot be chosen by hand either");

    // Where a subject has other doors, they are told before anything is sent.
    browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    browser
        .post(&step("about"), &[("listed", "personal-data")])
        .await;
    for page in ["who", "check"] {
        let page = browser.get(&step(page)).await;
        page.says(&["protection des données à caractère personnel"]);
    }
}
