//! What the counters answer where things go wrong, or come twice.

use chikaya_domain::{
    access::Role,
    person::{Contact, Phone},
    reference::AccessCode,
};
use chikaya_testkit::{Town, town};
use serde_json::{Value, json};

use crate::{
    cases::{EMAIL, WORDS, between, colleague, dot, full_draft, send},
    desk::{plain, unknown_reference},
    visitor::{Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    a_wrong_code_and_an_unknown_reference_are_answered_alike => super::a_wrong_code_and_an_unknown_reference_are_answered_alike;
    the_last_page_sent_twice_files_once => super::the_last_page_sent_twice_files_once;
    a_session_ends_when_it_lies_idle_and_at_the_end_of_the_day => super::a_session_ends_when_it_lies_idle_and_at_the_end_of_the_day;
    the_interface_takes_one_key_one_type_and_names_every_fault => super::the_interface_takes_one_key_one_type_and_names_every_fault;
    a_key_of_the_interface_files_once_and_opens_nothing_else => super::a_key_of_the_interface_files_once_and_opens_nothing_else;
    a_receipt_lost_by_who_gave_a_number_tells_nobody_who_filed => super::a_receipt_lost_by_who_gave_a_number_tells_nobody_who_filed;
    a_lost_receipt_tells_nobody_who_filed => super::a_lost_receipt_tells_nobody_who_filed;
}

async fn a_wrong_code_and_an_unknown_reference_are_answered_alike(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let known = receipt.reference.to_string();
    let unknown = unknown_reference();
    let wrong = AccessCode::from_bytes([1; 32]).digits();
    let mut browser = Visitor::new(&counters(town)).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let track = format!("/{language}/track");
        let mut answers = Vec::new();
        for reference in [&known, &unknown] {
            let form = [("reference", reference.as_str()), ("code", wrong.as_str())];
            let answer = browser.post(&track, &form).await;
            assert_eq!(answer.code(), 422);
            assert!(
                answer.text().contains(reference.as_str()),
                "what was typed is kept"
            );
            answers.push(plain(&answer, reference));
        }
        assert_eq!(answers[0], answers[1], "{language}");
        let links = [&known, &unknown].map(|reference| format!("{track}/{reference}/open/word"));
        let mut answers = Vec::new();
        for (link, reference) in links.iter().zip([&known, &unknown]) {
            let answer = browser.get(link).await;
            assert_eq!(answer.code(), 404);
            answers.push(plain(&answer, reference));
        }
        assert_eq!(answers[0], answers[1], "{language}: the link of a message");
    }
}

async fn the_last_page_sent_twice_files_once(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    let mut other = browser.clone();
    let (one, two) = tokio::join!(send(&mut browser, &word), send(&mut other, &word));
    let again = send(&mut browser, &word).await;
    for answer in [one, two, again] {
        assert_eq!(answer.code(), 303, "{}", answer.text());
        assert_eq!(answer.place(), format!("/fr/file/{word}/receipt"));
    }
    assert_eq!(town.references().await.len(), 1);
    let paper = browser
        .get(&format!("/fr/file/{word}/receipt.pdf"))
        .await
        .text();
    assert!(paper.contains("En ligne · français"), "{paper}");
    // What was sent along stands on the receipt; what is added later does not.
    let receipt = browser
        .get(&format!("/fr/file/{word}/receipt"))
        .await
        .text();
    let reference = between(&receipt, "/fr/track/", "\"");
    town.clock.advance_minutes(1);
    let later = format!("/fr/track/{reference}/files");
    browser
        .upload(&later, &[("later.png", &dot())], Carries::Own)
        .await;
    for page in ["receipt", "receipt.pdf"] {
        let page = browser.get(&format!("/fr/file/{word}/{page}")).await.text();
        assert!(page.contains("lamp.png"), "{page}");
        assert!(!page.contains("later.png"), "{page}");
    }
    // A step sent late changes nothing, and leads to the receipt too.
    let late = browser
        .post(
            &format!("/fr/file/{word}/what"),
            &[("text", "Tout autre chose.")],
        )
        .await;
    assert_eq!(late.place(), format!("/fr/file/{word}/receipt"));
    assert!(
        town.drafts()
            .await
            .iter()
            .all(|draft| !draft.contains("Tout autre"))
    );
}

async fn a_session_ends_when_it_lies_idle_and_at_the_end_of_the_day(town: &Town) {
    let counters = counters(town);
    let later = |minutes: i64| town.clock.advance_minutes(minutes);
    let mut idle = colleague(town, &counters, Role::Officer, town::TIZNIT)
        .await
        .browser;
    later(59);
    assert_eq!(idle.get("/fr/desk").await.code(), 200);
    later(61);
    let answer = idle.get("/fr/desk").await;
    assert_eq!((answer.code(), answer.place()), (303, "/fr/desk/sign-in"));

    let mut busy = colleague(town, &counters, Role::UnitHead, town::TIZNIT)
        .await
        .browser;
    for _ in 0..14 {
        later(50);
        assert_eq!(busy.get("/fr/desk").await.code(), 200);
    }
    later(50);
    assert_eq!(busy.get("/fr/desk").await.place(), "/fr/desk/sign-in");

    let mut gone = colleague(town, &counters, Role::Registry, town::TIZNIT)
        .await
        .browser;
    let mut copy = gone.clone();
    assert_eq!(gone.post("/fr/desk/sign-out", &[]).await.code(), 303);
    assert_eq!(
        copy.get("/fr/desk").await.place(),
        "/fr/desk/sign-in",
        "a stolen cookie ends too"
    );
}

async fn the_interface_takes_one_key_one_type_and_names_every_fault(town: &Town) {
    const JSON: (&str, &str) = ("content-type", "application/json");
    let mut client = Visitor::new(&counters(town)).await;
    let address = "/api/v1/cases";
    let body = json!({"kind": "remark", "language": "fr", "text": WORDS}).to_string();
    for kind in [
        "application/merge-patch+json",
        "application/vnd.api+json",
        "application/json; charset=iso-8859-1",
        "text/json",
    ] {
        let headers = [("content-type", kind), ("idempotency-key", "types")];
        let refused = client.post_with(address, &headers, &body).await;
        assert_eq!(refused.code(), 415, "{kind}");
    }
    let two_types = [
        JSON,
        ("content-type", "text/plain"),
        ("idempotency-key", "types"),
    ];
    assert_eq!(
        client.post_with(address, &two_types, &body).await.code(),
        415
    );
    let two_keys = [JSON, ("idempotency-key", "one"), ("idempotency-key", "two")];
    assert_eq!(
        client.post_with(address, &two_keys, &body).await.code(),
        400
    );
    assert!(town.references().await.is_empty());
    let right = [
        ("content-type", "Application/JSON; charset=\"UTF-8\""),
        ("idempotency-key", "types"),
    ];
    assert_eq!(client.post_with(address, &right, &body).await.code(), 201);
    for (wrong, fields) in [
        (json!({"email": "a"}), vec!["name", "email"]),
        (
            json!({"name": "Exemple SARL", "category": "company", "identity_kind": "cin", "identity_number": "AB123456"}),
            vec!["identity_kind"],
        ),
    ] {
        let mut sent = json!({"kind": "remark", "language": "fr", "text": WORDS});
        let parts = wrong.as_object().unwrap().clone();
        sent.as_object_mut().unwrap().extend(parts);
        let refused = client.post_json(address, "faults", &sent.to_string()).await;
        assert_eq!(refused.code(), 422, "{wrong}");
        let problem: Value = serde_json::from_slice(&refused.body).unwrap();
        let named: Vec<&str> = problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fault| fault["field"].as_str().unwrap())
            .collect();
        for field in &fields {
            assert!(named.contains(field), "{field}: {named:?}");
        }
        assert_eq!(named.len(), fields.len());
    }
}

async fn a_key_of_the_interface_files_once_and_opens_nothing_else(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    let address = "/api/v1/cases";
    let body = |text: &str, name: Option<&str>| {
        json!({"kind": "complaint", "language": "fr", "text": text, "name": name}).to_string()
    };
    let first = client.post_json(address, "key-1", &body(WORDS, None)).await;
    assert_eq!(first.code(), 201, "{}", first.text());
    let again = client.post_json(address, "key-1", &body(WORDS, None)).await;
    assert_eq!(again.code(), 201);
    assert_eq!(first.body, again.body);
    for other in [
        body("Le bus ne passe plus.", None),
        body(WORDS, Some("Autre Personne")),
    ] {
        let refused = client.post_json(address, "key-1", &other).await;
        assert_eq!(refused.code(), 409, "{}", refused.text());
        let problem: Value = serde_json::from_slice(&refused.body).unwrap();
        assert_eq!(problem["type"], "idempotency-key-taken");
        assert_eq!(refused.headers["content-type"], "application/problem+json");
    }
    assert_eq!(town.references().await.len(), 1);
    let other = client.post_json(address, "key-2", &body(WORDS, None)).await;
    assert_eq!(other.code(), 201);
    assert_ne!(first.body, other.body);

    for (wrong, field) in [
        (
            json!({"kind": "song", "language": "fr", "text": WORDS}),
            "kind",
        ),
        (
            json!({"kind": "remark", "language": "de", "text": WORDS}),
            "language",
        ),
        (
            json!({"kind": "remark", "language": "fr", "text": " "}),
            "text",
        ),
        (
            json!({"kind": "remark", "language": "fr", "text": WORDS, "subject": "no-such-subject"}),
            "subject",
        ),
        (
            json!({"kind": "remark", "language": "fr", "text": WORDS, "territory": "region-99"}),
            "territory",
        ),
        (
            json!({"kind": "remark", "language": "fr", "text": WORDS, "organisation": "no-such-body"}),
            "organisation",
        ),
        (
            json!({"kind": "remark", "language": "fr", "text": WORDS, "category": "compny"}),
            "category",
        ),
        (
            json!({"kind": "remark", "language": "fr", "text": WORDS, "email": EMAIL}),
            "name",
        ),
    ] {
        let refused = client.post_json(address, "key-3", &wrong.to_string()).await;
        assert_eq!(refused.code(), 422);
        let problem: Value = serde_json::from_slice(&refused.body).unwrap();
        assert_eq!(problem["errors"][0]["field"], field);
    }
    for (key, body, detail) in [
        ("", "{}", ""),
        ("key-4", "no json", "parse"),
        (
            "key-4",
            r#"{"kind": "remark", "kind": "complaint"}"#,
            "twice",
        ),
    ] {
        let refused = client.post_json(address, key, body).await;
        assert_eq!(refused.code(), 400);
        let problem: Value = serde_json::from_slice(&refused.body).unwrap();
        let told = problem["detail"].as_str().unwrap_or_default();
        assert!(told.contains(detail), "{body}: {told}");
    }
    assert_eq!(town.references().await.len(), 2);
}

async fn a_lost_receipt_tells_nobody_who_filed(town: &Town) {
    town.clerks.file(town::filing()).await.unwrap();
    let mut browser = Visitor::new(&counters(town)).await;
    let mut answers = Vec::new();
    for email in ["fatima@example.org", "nobody@example.org"] {
        let answer = browser.post("/fr/track/lost", &[("email", email)]).await;
        assert_eq!(answer.code(), 200);
        // Neither was confirmed: what the page promises is true of both, and it says what else can be done.
        answer.says(&["ne part que vers une adresse confirmée", "3737", "guichet"]);
        answers.push(plain(&answer, email));
    }
    assert_eq!(answers[0], answers[1]);
    for number in ["tel:0612345678", "Tél : 0612345678", "0612345678 (bureau)"] {
        let answer = browser.post("/fr/track/lost", &[("email", number)]).await;
        answer.says(&["vous appelle et vous dit où il en est"]);
    }
    for neither in ["CK-26-1234-5678", "Tél : 06123", "fatima.example.org"] {
        let answer = browser.post("/fr/track/lost", &[("email", neither)]).await;
        assert_eq!(answer.code(), 422, "{neither}");
        answer.says(&["ni une adresse e-mail ni un numéro de téléphone"]);
    }
}

async fn a_receipt_lost_by_who_gave_a_number_tells_nobody_who_filed(town: &Town) {
    let number = Phone::kept("+212661123456").unwrap();
    let filing = town::filing_with([Contact::Phone(number)]);
    town.clerks.file(filing).await.unwrap();
    let mut browser = Visitor::new(&counters(town)).await;
    let mut answers = Vec::new();
    for number in ["0661123456", "06 61 99 99 99"] {
        let answer = browser.post("/fr/track/lost", &[("email", number)]).await;
        assert_eq!(answer.code(), 200);
        assert!(
            answer
                .text()
                .contains("vous appelle et vous dit où il en est")
        );
        answers.push(plain(&answer, number));
    }
    assert_eq!(answers[0], answers[1]);
    let wrong = browser.post("/fr/track/lost", &[("email", "0661")]).await;
    assert_eq!(wrong.code(), 422);
    assert!(wrong.text().contains("chiffres"), "{}", wrong.text());
}
