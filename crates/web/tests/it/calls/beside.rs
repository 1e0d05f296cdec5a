//! What else an agent does on their desk: orients a caller, writes down how they want to be told; and what was typed where it
//! cannot be kept.

use chikaya_testkit::{Town, town};

use super::agent;
use crate::visitor::{PORTAL, counters};

chikaya_testkit::in_both_towns! {
    a_caller_is_oriented_by_subject_place_and_name => super::a_caller_is_oriented_by_subject_place_and_name;
    what_cannot_be_taken_down_is_said_at_its_own_case => super::what_cannot_be_taken_down_is_said_at_its_own_case;
    notes_of_a_call_that_is_over_go_into_no_other => super::notes_of_a_call_that_is_over_go_into_no_other;
    a_caller_says_how_to_be_told_from_now_on => super::a_caller_says_how_to_be_told_from_now_on;
}

async fn a_caller_is_oriented_by_subject_place_and_name(town: &Town) {
    let counters = counters(town);
    let mut browser = agent(town, &counters).await.browser;
    let panels = |page: &str| -> Vec<String> {
        let part = page.split("id=\"orient\"").nth(1).unwrap();
        part.split("<article")
            .skip(1)
            .map(|panel| panel.split("</article>").next().unwrap().to_owned())
            .collect()
    };
    let mut ask = async |words: &str| {
        let words: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let page = browser.get(&format!("/fr/calls?orient={words}")).await;
        panels(&page.text())
    };
    // The place decides, and nobody said it.
    let lamp = ask("lampadaire éteint").await;
    assert!(
        lamp[0].contains("Éclairage public") && lamp[0].contains("Le lieu décide"),
        "{lamp:?}"
    );
    let in_tiznit = ask("lampadaire éteint à Tiznit").await;
    assert!(in_tiznit[0].contains("Commune de Tiznit"), "{in_tiznit:?}");
    let in_arabic = ask("المصباح مطفي فتزنيت").await;
    assert!(!in_arabic.is_empty());
    let by_name = ask("onee").await;
    assert!(
        by_name[0].contains("Office national de l’électricité"),
        "{by_name:?}"
    );
}

async fn what_cannot_be_taken_down_is_said_at_its_own_case(town: &Town) {
    let counters = counters(town);
    let mut browser = agent(town, &counters).await.browser;
    let long = "1".repeat(60);
    let wrong = [("act", "in"), ("queue", "general"), ("extension", &*long)];
    let refused = browser.post("/fr/calls/ready", &wrong).await;
    assert_eq!(refused.code(), 422);
    refused.says(&[
        "href=\"#extension\"",
        &format!("value=\"{long}\""),
        "<option value=\"general\" selected>",
    ]);
    assert_eq!(browser.post("/fr/calls/begin", &[]).await.code(), 303);
    let page = browser.get("/fr/calls").await;
    let call = page.between("data-call=\"/fr/calls/", "\"");
    let mut cases = Vec::new();
    for _ in 0..2 {
        let receipt = town.clerks.file(town::filing()).await.unwrap();
        let reference = receipt.reference.to_string();
        let code = receipt.access_code.digits();
        let open = [("reference", &*reference), ("code", &*code)];
        let opened = browser.post(&format!("/fr/calls/{call}/open"), &open).await;
        assert_eq!(opened.code(), 303);
        cases.push(receipt.case);
    }
    for case in &cases {
        let fields = [("case", &*format!("{case}.1.add"))];
        let refused = browser
            .post(&format!("/fr/calls/{call}/reply"), &fields)
            .await;
        assert_eq!(refused.code(), 422);
        refused.says(&[&format!("id=\"reply\" name=\"reply-{case}\"")]);
        assert_eq!(refused.text().matches("id=\"reply-error\"").count(), 1);
        assert_eq!(refused.text().matches("id=\"reply\"").count(), 1);
    }
    // Without a gateway no number gets a code, and it is not the number's fault.
    let send = [("contact", "0612345678")];
    let refused = browser
        .post(&format!("/fr/calls/{call}/send-code"), &send)
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&["Ce portail n’envoie pas de SMS"]);
    town.word_mail(PORTAL).await;
}

async fn a_caller_says_how_to_be_told_from_now_on(town: &Town) {
    let counters = counters(town);
    let mut browser = agent(town, &counters).await.browser;
    assert_eq!(browser.post("/fr/calls/begin", &[]).await.code(), 303);
    let page = browser.get("/fr/calls").await;
    let call = page.between("data-call=\"/fr/calls/", "\"");
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let other = town.clerks.file(town::filing()).await.unwrap();
    let reference = receipt.reference.to_string();
    let code = receipt.access_code.digits();
    let form = format!("/fr/calls/{call}/preference/{reference}");
    // Nobody has shown yet that the case is theirs.
    assert_eq!(browser.get(&form).await.code(), 404);
    let open = [("reference", &*reference), ("code", &*code)];
    browser.post(&format!("/fr/calls/{call}/open"), &open).await;
    let desk = browser.get("/fr/calls").await;
    desk.says(&[&format!("href=\"{form}\"")]);
    let shown = browser.get(&form).await;
    shown.says(&["Lisez le choix", "value=\"email\" checked", &reference]);
    let wrong = [("preferred", "letter"), ("language", "ar")];
    let refused = browser.post(&form, &wrong).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["href=\"#preferred\"", "value=\"ar\" lang=\"ar\" selected"]);
    let right = [
        ("preferred", "email"),
        ("language", "ar"),
        ("quiet-from", "21:00"),
        ("quiet-until", "08:00"),
    ];
    assert_eq!(browser.post(&form, &right).await.place(), "/fr/calls");
    browser.get(&form).await.says(&["value=\"21:00\""]);
    let elsewhere = format!("/fr/calls/{call}/preference/{}", other.reference);
    assert_eq!(browser.post(&elsewhere, &right).await.code(), 404);
    let finish = format!("/fr/calls/{call}/finish");
    browser.post(&finish, &[("disposition", "followed")]).await;
    // The call is over: what was shown in it is shown no more.
    assert_ne!(browser.get(&form).await.code(), 200);
    town.word_mail(PORTAL).await;
}

async fn notes_of_a_call_that_is_over_go_into_no_other(town: &Town) {
    let counters = counters(town);
    let mut browser = agent(town, &counters).await.browser;
    assert_eq!(browser.post("/fr/calls/begin", &[]).await.code(), 303);
    let page = browser.get("/fr/calls").await;
    let first = page.between("data-call=\"/fr/calls/", "\"");
    let finish = [("disposition", "followed"), ("notes", "Un mot.")];
    let address = format!("/fr/calls/{first}/finish");
    // Pressed twice, it is done once and nobody is told of a fault.
    for _ in 0..2 {
        assert_eq!(browser.post(&address, &finish).await.place(), "/fr/calls");
    }
    // Another tab still shows that call.
    let late = [
        ("disposition", "followed"),
        ("notes", "Rappeler le garage."),
    ];
    let refused = browser.post(&address, &late).await;
    assert_eq!(refused.code(), 422);
    refused.says(&[
        "href=\"#stray\"",
        "id=\"stray\"",
        "readonly>Rappeler le garage.",
    ]);
    assert_eq!(browser.post("/fr/calls/begin", &[]).await.code(), 303);
    let refused = browser.post(&address, &late).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["readonly>Rappeler le garage."]);
    assert_eq!(refused.text().matches("Rappeler le garage.").count(), 1);
}
