//! Who must answer: proposed where it is sure, offered with its condition where it is not.

use chikaya_testkit::{Town, town};

use crate::{
    cases::{ONEE, TAFRAOUT, WORDS, draft},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    the_body_that_answers_in_every_case_is_proposed => super::the_body_that_answers_in_every_case_is_proposed;
    a_body_that_answers_under_a_condition_is_offered_and_not_chosen => super::a_body_that_answers_under_a_condition_is_offered_and_not_chosen;
    a_body_that_hands_on_is_shown_before_it_is_sent_to => super::a_body_that_hands_on_is_shown_before_it_is_sent_to;
    no_body_is_certain_where_the_place_decides => super::no_body_is_certain_where_the_place_decides;
    a_choice_stays_while_it_is_offered_and_is_never_replaced_in_silence => super::a_choice_stays_while_it_is_offered_and_is_never_replaced_in_silence;
}

/// The page of a draft about street lights at a place, and its step.
async fn lights_at(town: &Town, territory: &str) -> (Visitor, String, String) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&step("what"), &[("text", WORDS)]).await;
    browser
        .post(&step("about"), &[("listed", "public-lighting")])
        .await;
    browser
        .post(&step("where"), &[("territory", territory)])
        .await;
    let page = browser.get(&step("who")).await.text();
    (browser, step("who"), page)
}

async fn the_body_that_answers_in_every_case_is_proposed(town: &Town) {
    let (mut browser, who, page) = lights_at(town, town::TIZNIT).await;
    let chosen = format!("value=\"{}\" checked", town::TIZNIT);
    assert!(page.contains(&chosen), "{page}");
    assert!(page.contains("Parce que"), "{page}");
    assert!(page.contains("proposée"), "{page}");
    assert!(!page.contains("within="), "{page}");
    let on = browser.post(&who, &[("organisation", town::TIZNIT)]).await;
    assert_eq!(on.code(), 303);
}

async fn a_body_that_answers_under_a_condition_is_offered_and_not_chosen(town: &Town) {
    // A province does not say which commune lights the street.
    let (mut browser, who, page) = lights_at(town, "province-09-581").await;
    assert!(
        page.contains("value=\"srm-09\"")
            && page.contains("si les maisons aussi sont sans courant"),
        "{page}"
    );
    assert!(!page.contains(" checked"), "{page}");
    assert!(!page.contains("proposée"), "{page}");
    let smaller = who.replace("/who", "/where?within=province-09-581");
    assert!(page.contains(&smaller), "it takes a commune: {page}");
    let communes = browser.get(&smaller).await.text();
    assert!(communes.contains(town::TIZNIT), "{communes}");
    let refused = browser.post(&who, &[]).await;
    assert_eq!(refused.code(), 422);
    let on = browser.post(&who, &[("organisation", "unknown")]).await;
    assert_eq!(on.code(), 303);
    let check = browser.get(&who.replace("/who", "/check")).await.text();
    assert!(!check.contains("multiservices"), "{check}");
}

async fn a_choice_stays_while_it_is_offered_and_is_never_replaced_in_silence(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&step("what"), &[("text", WORDS)]).await;
    browser
        .post(&step("about"), &[("listed", "water-cut")])
        .await;
    browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    let page = browser.get(&step("who")).await;
    page.says(&["value=\"srm-09\" checked", "value=\"onee\""]);
    browser.post(&step("who"), &[("organisation", ONEE)]).await;

    // The other commune is served by the same two.
    let change = step("where?then=check");
    let moved = browser.post(&change, &[("territory", TAFRAOUT)]).await;
    assert_eq!(moved.place(), step("check"));
    let chosen = "value=\"onee\" checked";
    browser.get(&step("who")).await.says(&[chosen]);

    // For the other subject it does not answer: that is said, nothing takes its place, and nothing is sent before.
    let said = [("listed", "public-lighting")];
    let changed = browser.post(&step("about?then=check"), &said).await;
    let led = if changed.place() == step("details?then=check") {
        browser.post(&step("details?then=check"), &[]).await
    } else {
        changed
    };
    assert_eq!(led.place(), step("who?then=check"));
    let check = browser.get(&step("check")).await;
    assert_eq!(check.place(), step("who?then=check"));
    let page = browser.get(&step("who?then=check")).await;
    page.says(&[
        "Vous aviez choisi",
        "eau potable",
        &format!("value=\"{TAFRAOUT}\""),
    ]);
    assert!(!page.text().contains("\" checked"), "{}", page.text());
    let refused = browser.post(&step("who?then=check"), &[]).await;
    assert_eq!(refused.code(), 422);
    let chosen = [("organisation", TAFRAOUT)];
    let on = browser.post(&step("who?then=check"), &chosen).await;
    assert_eq!(on.place(), step("check"));
    let page = browser.get(&step("who")).await.text();
    assert!(!page.contains("Vous aviez choisi"), "{page}");
}

/// A draft with these words, at the page of its subjects.
async fn with_words(town: &Town, words: &str, place: &str) -> (Visitor, String) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&step("what"), &[("text", words)]).await;
    browser.post(&step("where"), &[("territory", place)]).await;
    (browser, word)
}

async fn a_body_that_hands_on_is_shown_before_it_is_sent_to(town: &Town) {
    let words = "Très mauvais accueil à la commune";
    let (mut browser, word) = with_words(town, words, town::TIZNIT).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let page = browser.get(&step("about")).await;
    page.says(&["name=\"subject\" value=\"reception\""]);
    let on = browser
        .post(&step("about"), &[("subject", "reception")])
        .await;
    assert_eq!(on.place(), step("details"));
    let office = [("detail-office", "Commune de Tiznit")];
    let on = browser.post(&step("details"), &office).await;
    assert_eq!(on.place(), step("who"));
    let page = browser.get(&step("who")).await;
    page.says(&[
        "si vous connaissez l’administration en cause, choisissez-la",
        &format!("value=\"{}\"", town::TIZNIT),
    ]);
    // The office that was named is there to be chosen, and nothing is chosen in its place.
    assert!(!page.text().contains("\" checked"), "{}", page.text());
    // Whoever leaves it to the department has seen that.
    let on = browser
        .post(&step("who"), &[("organisation", "reform-authority")])
        .await;
    assert_eq!(on.place(), step("you"));
    let change = browser
        .post(&step("where?then=check"), &[("territory", TAFRAOUT)])
        .await;
    assert_eq!(change.place(), step("who?then=check"));
}

async fn no_body_is_certain_where_the_place_decides(town: &Town) {
    let words = "Fuite d’eau dans la rue depuis trois jours";
    let (mut browser, word) = with_words(town, words, "unknown").await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let page = browser.get(&step("about")).await;
    page.says(&["name=\"subject\" value=\"water-leak\""]);
    let offered = page.between("value=\"water-leak\"", "</label>");
    assert!(!offered.contains("Répondra"), "{offered}");
    browser
        .post(&step("about"), &[("subject", "water-leak")])
        .await;
    let page = browser.get(&step("who")).await;
    page.says(&["Indiquez le lieu pour trouver la société régionale"]);
    // Where the place is known, who answers is said and asked no more.
    browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    let page = browser.get(&step("about")).await;
    let offered = page.between("value=\"water-leak\"", "</label>");
    assert!(offered.contains("Répondra"), "{offered}");
}
