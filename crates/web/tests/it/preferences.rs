//! Saying how one wants to be told on the page of a case, and what administrators see of the words of messages.

use chikaya_domain::{Language, access::Role};
use chikaya_i18n::Voice;
use chikaya_service::wording::SENT_TO_FILERS;
use chikaya_testkit::{Town, town};

use crate::{
    cases::file,
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    the_filer_says_on_the_page_of_the_case_how_to_be_told => super::the_filer_says_on_the_page_of_the_case_how_to_be_told;
    words_are_shown_refused_beside_the_field_and_changed => super::words_are_shown_refused_beside_the_field_and_changed;
}

async fn the_filer_says_on_the_page_of_the_case_how_to_be_told(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let (reference, _) = file(&mut browser).await;
    for language in Language::ALL {
        let voice = Voice::of(language);
        let code = language.code();
        let case = browser.get(&format!("/{code}/track/{reference}")).await;
        case.says(&[&format!("href=\"/{code}/track/{reference}/news\"")]);
        let form = browser
            .get(&format!("/{code}/track/{reference}/news"))
            .await;
        assert_eq!(form.code(), 200);
        form.says(&[
            &voice.say("preference-by"),
            &voice.say("preference-by-nothing"),
            &voice.say("preference-quiet"),
            "type=\"time\"",
        ]);
    }
    let page = format!("/fr/track/{reference}/news");
    let wrong = [
        ("preferred", "email"),
        ("language", "ar"),
        ("quiet-from", "21:00"),
        ("quiet-until", ""),
    ];
    let refused = browser.post(&page, &wrong).await;
    assert_eq!(refused.code(), 422);
    refused.says(&[
        "href=\"#quiet-from\"",
        "value=\"21:00\"",
        "value=\"ar\" lang=\"ar\" selected",
    ]);
    // Nobody gave a postal address.
    let nowhere = [("preferred", "letter"), ("language", "fr")];
    let refused = browser.post(&page, &nowhere).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["href=\"#preferred\""]);
    let right = [
        ("preferred", "email"),
        ("language", "ar"),
        ("quiet-from", "21:00"),
        ("quiet-until", "08:00"),
    ];
    let kept = browser.post(&page, &right).await;
    assert_eq!(kept.place(), format!("/fr/track/{reference}?done=news"));
    let done = browser.get(kept.place()).await;
    done.says(&[&Voice::of(Language::French).say("preference-saved")]);
    let again = browser.get(&page).await;
    again.says(&[
        "value=\"08:00\"",
        "value=\"email\" checked",
        "value=\"ar\" lang=\"ar\" selected",
    ]);
}

async fn words_are_shown_refused_beside_the_field_and_changed(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    town.officer("words@portal.test", Role::Administrator, "reform-authority")
        .await;
    let fields = [("email", "words@portal.test"), ("password", town::PASSWORD)];
    let mut answer = browser.post("/fr/desk/sign-in", &fields).await;
    while !answer.place().is_empty() {
        answer = browser.get(answer.place()).await;
    }
    for language in Language::ALL {
        let code = language.code();
        let list = browser.get(&format!("/{code}/admin/messages/words")).await;
        assert_eq!(list.code(), 200);
        for message in SENT_TO_FILERS {
            let address = format!("/{code}/admin/messages/words/{}", message.word);
            list.says(&[&format!("href=\"{address}\"")]);
            let page = browser.get(&format!("{address}?in=ar")).await;
            assert_eq!(page.code(), 200, "{address}");
            for (_, key) in message.parts() {
                page.says(&[&format!("id=\"{key}\"")]);
            }
        }
    }
    let page = "/fr/admin/messages/words/answer?in=fr";
    let shown = browser.get(page).await;
    // The samples are what the channels make of it.
    shown.says(&["<b>L’administration a répondu\u{a0}: ", "CK-26-"]);
    let part = |words: &'static str| [("part", "mail-answer-subject"), ("words", words)];
    let refused = browser.post(page, &part("Réponse : { $number }")).await;
    assert_eq!(refused.code(), 422);
    refused.says(&[
        "href=\"#mail-answer-subject\"",
        "Réponse : { $number }</textarea>",
        "aria-invalid=\"true\"",
    ]);
    let changed = browser
        .post(page, &part("Tiznit vous répond : { $reference }"))
        .await;
    assert_eq!(changed.code(), 303, "{}", changed.text());
    let shown = browser.get(page).await;
    shown.says(&["<b>Tiznit vous répond : ", "Version 1"]);
}
