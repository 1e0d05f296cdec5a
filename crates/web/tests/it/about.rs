//! What a filing is about: heard from its words on the first pass, chosen by its filer alone, asked again when the words
//! change.

use chikaya_testkit::{Town, town};

use crate::{
    cases::{TAFRAOUT, draft},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    what_it_is_about_is_heard_and_who_answers_stands_beside_it => super::what_it_is_about_is_heard_and_who_answers_stands_beside_it;
    nothing_is_chosen_before_somebody_chooses => super::nothing_is_chosen_before_somebody_chooses;
    who_writes_of_bribery_is_told_of_its_door => super::who_writes_of_bribery_is_told_of_its_door;
    other_words_are_asked_about_again => super::other_words_are_asked_about_again;
}

const LAMPS: &str = "Depuis trois semaines les lampadaires de ma rue sont éteints, les enfants rentrent dans le noir.";

async fn begun(browser: &mut Visitor, words: &str, place: &str) -> impl Fn(&str) -> String + use<> {
    let word = draft(browser).await;
    let step = move |step: &str| format!("/fr/file/{word}/{step}");
    let on = browser.post(&step("what"), &[("text", words)]).await;
    assert_eq!(on.place(), step("where"));
    let on = browser.post(&step("where"), &[("territory", place)]).await;
    assert_eq!(on.place(), step("about"));
    step
}

async fn what_it_is_about_is_heard_and_who_answers_stands_beside_it(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let step = begun(&mut browser, LAMPS, town::TIZNIT).await;
    let page = browser.get(&step("about")).await;
    page.says(&["Est-ce l’un de ces sujets"]);
    let first = page.between("<label class=\"choice\">", "</label>");
    for part in [
        "value=\"public-lighting\"",
        "Éclairage public",
        "Commune de Tiznit",
        "lampadaires",
    ] {
        assert!(first.contains(part), "{part}: {first}");
    }
    // What was chosen with its body beside it need not be chosen again; the last page says it, and can be changed.
    let on = browser
        .post(&step("about"), &[("subject", "public-lighting")])
        .await;
    let on = if on.place() == step("details") {
        browser.post(&step("details"), &[]).await
    } else {
        on
    };
    assert_eq!(on.place(), step("you"));
    let check = browser.get(&step("check")).await;
    check.says(&["Éclairage public", "Commune de Tiznit"]);
    check.link(&format!("{}?", step("who")));
    // It was no choice of a body: elsewhere another one answers.
    browser
        .post(&step("where"), &[("territory", TAFRAOUT)])
        .await;
    browser
        .get(&step("check"))
        .await
        .says(&["Commune de Tafraout"]);
}

/// Who writes of bribery in an ordinary filing is told of the door that asks for no name.
async fn who_writes_of_bribery_is_told_of_its_door(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let bribe = "On me demande un pot-de-vin au guichet pour légaliser ma signature.";
    for (words, is_told) in [(bribe, true), (LAMPS, false)] {
        let step = begun(&mut browser, words, town::TIZNIT).await;
        let page = browser.get(&step("about")).await.text();
        let main = page.split_once("<main").unwrap().1;
        let door = format!("href=\"{}?door=wrongdoing\"", step("door"));
        assert_eq!(main.contains(&door), is_told, "{main}");
    }
}

async fn nothing_is_chosen_before_somebody_chooses(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let step = begun(&mut browser, LAMPS, town::TIZNIT).await;
    assert!(
        !browser
            .get(&step("about"))
            .await
            .text()
            .contains(" checked")
    );
    let refused = browser.post(&step("about"), &[]).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["id=\"subject-error\""]);
    let refused = browser.post(&step("about"), &[("subject", "listed")]).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["id=\"listed-error\"", "value=\"listed\" checked"]);
    // Nobody has seen who answers for what is taken from the list: that is asked.
    let listed = [("subject", "listed"), ("listed", "water-cut")];
    let on = browser.post(&step("about"), &listed).await;
    assert!([step("who"), step("details")].contains(&on.place().to_owned()));
    let on = browser
        .post(&step("about"), &[("subject", "unknown")])
        .await;
    assert_eq!(on.place(), step("who"));
}

async fn other_words_are_asked_about_again(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let step = begun(&mut browser, LAMPS, town::TIZNIT).await;
    browser
        .post(&step("about"), &[("subject", "public-lighting")])
        .await;
    let change = format!("{}?then=check", step("what"));
    let more = format!("{LAMPS} Merci de les réparer.");
    let on = browser.post(&change, &[("text", &more)]).await;
    assert_eq!(on.place(), step("check"), "about the same");
    let other = "Le robinet est à sec : aucune goutte d’eau au quartier depuis quatre jours.";
    let on = browser.post(&change, &[("text", other)]).await;
    assert_eq!(on.place(), format!("{}?then=check", step("about")));
}
