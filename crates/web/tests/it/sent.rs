//! What is sent to a step of a filing: its answer is a page of its own, and means what its filer meant.

use chikaya_testkit::{Town, town};

use crate::{
    cases::{NAME, PHONE, TAFRAOUT, WORDS, draft, full_draft, send},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    no_page_of_a_step_asks_to_be_sent_once_more => super::no_page_of_a_step_asks_to_be_sent_once_more;
    what_was_kept_since_takes_the_place_of_what_was_refused => super::what_was_kept_since_takes_the_place_of_what_was_refused;
    the_last_of_two_subjects_is_meant => super::the_last_of_two_subjects_is_meant;
    the_one_contact_that_is_given_is_meant => super::the_one_contact_that_is_given_is_meant;
    the_language_in_which_it_is_sent_is_answered_in => super::the_language_in_which_it_is_sent_is_answered_in;
    whoever_sends_what_was_sent_elsewhere_is_told_so => super::whoever_sends_what_was_sent_elsewhere_is_told_so;
}

/// Every form of a step leads elsewhere, and the page with what has to be mended is opened by itself: the browser's way
/// back finds no page that came of a form.
async fn no_page_of_a_step_asks_to_be_sent_once_more(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let begun = browser.post_only("/fr/file", &[("text", "")]).await;
    assert_eq!(begun.code(), 303);
    let page = browser.get(begun.place()).await;
    assert_eq!(page.code(), 422);
    page.says(&["id=\"text-error\"", "href=\"#kind\""]);
    // Whoever comes to the first page finds it empty.
    assert_eq!(browser.get("/fr/file").await.code(), 200);

    let word = full_draft(&mut browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    let wrong = [
        ("what", &[("text", "")][..], "text-error"),
        ("where", &[("coordinates", "ici")][..], "coordinates-error"),
        ("about", &[][..], "subject-error"),
        ("who", &[("sought", "zzzzzz")][..], "sought-error"),
        (
            "you",
            &[
                ("category", "person"),
                ("name", "Fatima Exemple"),
                ("email", "non"),
                ("preferred", "email"),
            ][..],
            "email-error",
        ),
        ("later", &[("email", "non")][..], "email-error"),
    ];
    for (step, fields, error) in wrong {
        let answer = browser.post_only(&at(step), fields).await;
        assert_eq!(answer.code(), 303, "{step}");
        assert!(
            !answer.place().contains('?'),
            "nothing typed: {}",
            answer.place()
        );
        let place = answer.place().to_owned();
        assert_eq!(place, at(step));
        let page = browser.get(&place).await;
        assert_eq!(page.code(), 422, "{step}");
        page.says(&[&format!("id=\"{error}\""), "id=\"errors\""]);
        // Another browser that has the address is shown no faults, and nothing that was typed.
        let other = Visitor::new(&counters).await.get(&place).await;
        assert_eq!(other.code(), 200, "{step}");
    }

    // What is wrong in a step is shown there, and the page of all answers shows what is missing on it.
    let answer = browser.post_only(&at("check"), &[]).await;
    assert_eq!((answer.code(), answer.place()), (303, at("what").as_str()));
    let complete = full_draft(&mut browser).await;
    let check = format!("/fr/file/{complete}/check");
    let answer = browser.post_only(&check, &[]).await;
    assert_eq!((answer.code(), answer.place()), (303, check.as_str()));
    let page = browser.get(&check).await;
    assert_eq!(page.code(), 422);
    page.says(&["id=\"declaration-error\""]);

    // A search is shown again as long as the step was not left by it.
    let search = [("sought", "Tafraout"), ("look-up", "yes")];
    let answer = browser.post_only(&at("where"), &search).await;
    assert_eq!(
        (answer.code(), answer.place()),
        (303, format!("{}#found", at("where")).as_str())
    );
    for _ in 0..2 {
        browser
            .get(&at("where"))
            .await
            .says(&[TAFRAOUT, "value=\"Tafraout\""]);
    }
    let chosen = [
        ("sought", "Tafraout"),
        ("shown", "Tafraout"),
        ("territory", TAFRAOUT),
    ];
    let on = browser.post_only(&at("where"), &chosen).await;
    assert_eq!(on.place(), at("about"));
    let back = browser.get(&at("where")).await;
    assert_eq!(back.code(), 200);
    assert!(!back.text().contains("id=\"errors\""));
    back.says(&[&format!("value=\"{TAFRAOUT}\" checked")]);
}

async fn what_was_kept_since_takes_the_place_of_what_was_refused(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let what = format!("/fr/file/{word}/what");
    assert_eq!(browser.post(&what, &[("text", "court")]).await.code(), 422);
    let typing = [("text", WORDS), ("go", "keep")];
    assert_eq!(browser.post_only(&what, &typing).await.code(), 200);
    let page = browser.get(&what).await;
    assert_eq!(page.code(), 200);
    page.says(&[WORDS]);
}

async fn the_last_of_two_subjects_is_meant(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    let page = browser.get(&step("about")).await;
    page.says(&["name=\"subject\" value=\"public-lighting\""]);
    // Nothing stood chosen: nothing tells which was chosen last, and it is asked beside the list.
    let both = [("subject", "public-lighting"), ("listed", "water-cut")];
    let asked = browser.post(&step("about"), &both).await;
    assert_eq!(asked.code(), 422);
    asked.says(&[
        "id=\"listed-error\"",
        "value=\"public-lighting\" checked",
        "value=\"water-cut\" selected",
    ]);
    browser
        .post(&step("about"), &[("subject", "public-lighting")])
        .await;
    // What is offered stands chosen; what is taken from the list was taken since, and the other way round.
    let on = browser.post(&step("about"), &both).await;
    assert_eq!(on.code(), 303);
    browser
        .get(&step("about"))
        .await
        .says(&["value=\"water-cut\" selected"]);
    let on = browser.post(&step("about"), &both).await;
    assert_eq!(on.code(), 303);
    browser
        .get(&step("about"))
        .await
        .says(&["value=\"public-lighting\" checked"]);
}

async fn the_one_contact_that_is_given_is_meant(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let you = format!("/fr/file/{word}/you");
    let typed = [
        ("category", "person"),
        ("name", NAME),
        ("phone", PHONE),
        ("preferred", "email"),
    ];
    assert_eq!(browser.post(&you, &typed).await.code(), 303);
    browser.get(&you).await.says(&["value=\"phone\" checked"]);
    // With two others nothing tells which is meant.
    let two = [
        typed.as_slice(),
        &[("address", "12, rue de l’École, 85000 Tiznit")],
    ]
    .concat();
    assert_eq!(browser.post(&you, &two).await.code(), 422);
    let foreign = [
        ("category", "person"),
        ("name", NAME),
        ("phone", "514 555 0199"),
        ("preferred", "phone"),
    ];
    let refused = browser.post(&you, &foreign).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["écrivez + et l’indicatif du pays"]);
}

async fn the_language_in_which_it_is_sent_is_answered_in(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let check = format!("/en/file/{word}/check");
    browser.get(&check).await;
    let sent = browser.post(&check, &[("declaration", "on")]).await;
    assert_eq!(sent.code(), 303);
    let receipt = browser.get(sent.place()).await;
    let paper = browser.get(&format!("/fr/file/{word}/receipt.pdf")).await;
    paper.says(&["Online · English"]);
    assert_eq!(receipt.code(), 200);
}

async fn whoever_sends_what_was_sent_elsewhere_is_told_so(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let mut other = Visitor::new(&counters).await;
    let mut answer = send(&mut other, &word).await;
    while answer.code() == 303 {
        let place = answer.place().to_owned();
        answer = other.get(&place).await;
    }
    answer.says(&["Ce dossier a déjà été envoyé", "href=\"/fr/track/lost\""]);
}
