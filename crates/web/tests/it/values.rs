//! Every door with one table: what comes in through the forms and the programming interface, on both databases.

use chikaya_domain::{Language, access::Role};
use chikaya_i18n::Voice;

use chikaya_testkit::{Town, town, values::examples};
use serde_json::{Value, json};

use crate::{
    cases::{WORDS, act, answered, colleague, draft, file},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    the_forms_take_every_right_value_and_say_what_is_wrong => super::the_forms_take_every_right_value_and_say_what_is_wrong;
    the_interface_takes_the_same_values_as_the_forms => super::the_interface_takes_the_same_values_as_the_forms;
    a_case_is_found_by_reference_and_code_as_they_are_copied => super::a_case_is_found_by_reference_and_code_as_they_are_copied;
    the_interface_refuses_in_words_what_it_cannot_read => super::the_interface_refuses_in_words_what_it_cannot_read;
    the_interface_names_every_wrong_field_at_once => super::the_interface_names_every_wrong_field_at_once;
    the_interface_takes_what_says_nothing_as_absent => super::the_interface_takes_what_says_nothing_as_absent;
    the_interface_speaks_to_programs_alone => super::the_interface_speaks_to_programs_alone;
    a_point_of_another_place_is_refused_beside_its_field => super::a_point_of_another_place_is_refused_beside_its_field;
    what_is_too_long_is_told_and_never_cut => super::what_is_too_long_is_told_and_never_cut;
    few_letters_can_say_what_happened => super::few_letters_can_say_what_happened;
    a_reason_to_reopen_says_something => super::a_reason_to_reopen_says_something;
    a_question_in_an_address_takes_any_sign => super::a_question_in_an_address_takes_any_sign;
}

fn say(key: &str) -> String {
    let voice = Voice::of(Language::English);
    match key {
        "error-phone-digits" => "digits; a Moroccan number".to_owned(),
        key => voice.say(key).into_owned(),
    }
}

async fn the_forms_take_every_right_value_and_say_what_is_wrong(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let draft = format!("/en/file/{}", draft(&mut browser).await);
    let kinds = ["phone", "email", "name", "card", "body", "text", "place"];
    for example in examples(&kinds, "CK-26-0000-0000", "00000000") {
        let typed = example.typed.as_str();
        let answer = match example.kind {
            "text" => {
                browser
                    .post(&format!("{draft}/what"), &[("text", typed)])
                    .await
            }
            "place" => {
                browser
                    .post(&format!("{draft}/where"), &[("place", typed)])
                    .await
            }
            kind => {
                let is_number = matches!(kind, "card" | "body");
                let field = if is_number { "identity-number" } else { kind };
                let mut fields = vec![("category", "person"), ("preferred", "nothing")];
                if kind == "body" {
                    fields[0] = ("category", "company");
                    fields.push(("representative", "Fatima Exemple"));
                }
                if kind != "name" {
                    fields.push(("name", "Fatima Exemple"));
                }
                if matches!(kind, "phone" | "email") {
                    fields[1] = ("preferred", kind);
                }
                fields.push((field, typed));
                browser.post(&format!("{draft}/you"), &fields).await
            }
        };
        match &example.kept {
            Ok(kept) => {
                assert_eq!(answer.code(), 303, "{example:?}: {}", answer.text());
                if !matches!(example.kind, "phone" | "card" | "body") {
                    let check = browser.get(&format!("{draft}/check")).await.text();
                    let shown = kept.split('\n').next().unwrap();
                    assert!(check.contains(shown), "{example:?}: {check}");
                }
            }
            Err(key) => {
                assert_eq!(answer.code(), 422, "{example:?}");
                let sentence = say(key);
                let begin = sentence.split(['{', '\u{2068}']).next().unwrap();
                assert!(
                    begin.is_empty() || answer.text().contains(begin),
                    "{example:?}: {}",
                    answer.text()
                );
            }
        }
    }
}

async fn the_interface_takes_the_same_values_as_the_forms(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    let kinds = ["phone", "email", "name", "text", "place"];
    for (number, example) in examples(&kinds, "CK-26-0000-0000", "00000000")
        .iter()
        .enumerate()
    {
        let mut body = json!({
            "kind": "complaint", "language": "fr", "text": WORDS, "name": "Fatima Exemple",
        });
        body[example.kind] = Value::from(example.typed.as_str());
        let answer = client
            .post_json(
                "/api/v1/cases",
                &format!("value-{number}"),
                &body.to_string(),
            )
            .await;
        let said: Value = serde_json::from_slice(&answer.body).unwrap();
        match &example.kept {
            Ok(kept) => {
                assert_eq!(answer.code(), 201, "{example:?}: {said}");
                let reference = said["reference"].as_str().unwrap();
                let found = town.kept(example.kind, reference).await;
                let found = found.split("\n\n").next().unwrap();
                assert_eq!(found, kept, "{example:?}");
            }
            // An unseen name is none: who sends no contact files without.
            Err("error-name-empty") => assert_eq!(answer.code(), 201, "{example:?}: {said}"),
            Err(key) => {
                assert_eq!(answer.code(), 422, "{example:?}: {said}");
                assert_eq!(said["errors"][0]["field"], example.kind, "{example:?}");
                assert_eq!(said["errors"][0]["error"], *key, "{example:?}");
            }
        }
    }
}

async fn a_case_is_found_by_reference_and_code_as_they_are_copied(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let (reference, code) = (receipt.reference.to_string(), receipt.access_code.digits());
    for example in examples(&["reference", "code"], &reference, &code) {
        let mut browser = Visitor::new(&counters(town)).await;
        let mut fields = vec![("reference", reference.as_str()), ("code", code.as_str())];
        let field = usize::from(example.kind == "code");
        fields[field].1 = &example.typed;
        let answer = browser.post("/en/track", &fields).await;
        match example.kept {
            Ok(_) => assert_eq!(
                answer.place(),
                format!("/en/track/{reference}"),
                "{:?}",
                example.typed
            ),
            Err(key) => {
                assert_eq!(answer.code(), 422, "{:?}", example.typed);
                assert!(answer.text().contains(&say(key)), "{:?}", example.typed);
            }
        }
    }
}

async fn the_interface_refuses_in_words_what_it_cannot_read(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    let whole = json!({"kind": "complaint", "language": "fr", "text": WORDS}).to_string();
    for (key, body, words) in [
        ("k1", "[]", "object"),
        (
            "k1",
            "[\"complaint\",\"fr\",\"texte\",null,null,null,null,null,null,null,null,null]",
            "object",
        ),
        ("k1", "\"text\"", "object"),
        ("k1", "{\"kind\"", "JSON"),
        ("a b", &whole, "visible ASCII"),
        ("é", &whole, "visible ASCII"),
        ("", &whole, "visible ASCII"),
    ] {
        let answer = client.post_json("/api/v1/cases", key, body).await;
        assert_eq!(answer.code(), 400, "{body}: {}", answer.text());
        let said = answer.text();
        assert!(said.contains(words), "{body}: {said}");
        for inside in ["struct", "NewCase", "sequence", "target type"] {
            assert!(!said.contains(inside), "{body}: {said}");
        }
    }
    assert!(town.references().await.is_empty());
}

async fn the_interface_names_every_wrong_field_at_once(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    for (body, named) in [
        (
            json!({}),
            vec![
                "kind error-kind-empty",
                "language error-choose-one",
                "text error-text-empty",
            ],
        ),
        (
            json!({"kind": null, "language": "fr", "text": 5, "organisation": "no-such-body", "sender": "x"}),
            vec![
                "kind error-kind-empty",
                "organisation error-organisation-unknown",
                "sender unknown-field",
                "text not-text",
            ],
        ),
        (
            json!({
                "kind": "complaint", "language": "fr", "text": WORDS, "name": ["Fatima"], "email": "nobody",
                "coordinates": {"latitude": "29.6974", "longitude": -9.7316, "height": 3},
            }),
            vec![
                "coordinates.height unknown-field",
                "coordinates.latitude not-a-number",
                "email error-email-at",
                "name not-text",
            ],
        ),
        (
            json!({"kind": "complaint", "language": "fr", "text": WORDS, "coordinates": {"latitude": 29.6974}}),
            vec!["coordinates error-coordinates-one"],
        ),
        (
            json!({"kind": "complaint", "language": "fr", "text": WORDS, "coordinates": [29.6974, -9.7316]}),
            vec!["coordinates not-an-object"],
        ),
        (
            json!({"kind": "complaint", "language": "fr", "text": WORDS, "name": "Fatima", "category": "anonymous"}),
            vec!["category error-choose-one"],
        ),
    ] {
        let answer = client
            .post_json("/api/v1/cases", "k1", &body.to_string())
            .await;
        assert_eq!(answer.code(), 422, "{body}: {}", answer.text());
        let said: Value = serde_json::from_slice(&answer.body).unwrap();
        let mut found: Vec<String> = said["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fault| {
                format!(
                    "{} {}",
                    fault["field"].as_str().unwrap(),
                    fault["error"].as_str().unwrap()
                )
            })
            .collect();
        found.sort();
        assert_eq!(found, named, "{body}");
    }
    assert!(town.references().await.is_empty());
}

async fn the_interface_takes_what_says_nothing_as_absent(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    let plain = json!({"kind": "complaint", "language": "fr", "text": WORDS});
    let mut bodies = Vec::new();
    for nothing in [
        json!(""),
        json!(" \u{200f}"),
        json!({}),
        json!({"latitude": null, "longitude": null}),
        json!({"latitude": "", "longitude": null}),
    ] {
        let mut body = plain.clone();
        body["coordinates"] = nothing;
        bodies.push(body.to_string());
    }
    bodies.push(
        json!({"kind": "\u{feff}complaint\u{200f}", "language": "\u{a0}fr ", "text": WORDS})
            .to_string(),
    );
    bodies.push(format!("\u{feff}{plain}"));
    for (number, body) in bodies.iter().enumerate() {
        let key = format!("absent-{number}");
        let filed = client.post_json("/api/v1/cases", &key, body).await;
        assert_eq!(filed.code(), 201, "{body}: {}", filed.text());
    }
    // A sign without a digit is no number, and has its key in the table.
    let mut body = plain;
    body["name"] = json!("Fatima Exemple");
    body["phone"] = json!("+");
    let refused = client
        .post_json("/api/v1/cases", "sign", &body.to_string())
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&["error-phone-sign"]);
}

async fn the_interface_speaks_to_programs_alone(town: &Town) {
    let mut client = Visitor::stranger(&counters(town));
    let body = json!({"kind": "complaint", "language": "fr", "text": WORDS}).to_string();
    let filed = client.post_json("/api/v1/cases", "k1", &body).await;
    assert_eq!(filed.code(), 201, "{}", filed.text());
    for (address, code, kind) in [
        ("/api/v1/cases", 405, "method-not-allowed"),
        ("/api/v1/elsewhere", 404, "not-found"),
        ("/api/", 404, "not-found"),
    ] {
        let answer = client.get(address).await;
        assert_eq!(answer.code(), code, "{address}");
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        let said: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(said["type"], kind, "{address}");
        assert_eq!(said["status"], code);
        assert_eq!(answer.headers.contains_key("allow"), code == 405);
        assert!(!answer.headers.contains_key("set-cookie"), "{address}");
    }
    assert!(!filed.headers.contains_key("set-cookie"));
}

async fn a_point_of_another_place_is_refused_beside_its_field(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    let body = |latitude: f64, longitude: f64, territory: &str| {
        json!({
            "kind": "complaint", "language": "fr", "text": WORDS, "territory": territory,
            "coordinates": {"latitude": latitude, "longitude": longitude},
        })
        .to_string()
    };
    for (number, (latitude, longitude, territory, fits)) in [
        (34.0209, -6.8416, town::TIZNIT, false),
        (29.6974, -9.7316, town::TIZNIT, true),
        (29.6974, -9.7316, "province-09-581", true),
        (34.0209, -6.8416, "province-09-581", false),
        (29.6974, -9.7316, "region-09", true),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = client
            .post_json(
                "/api/v1/cases",
                &format!("point-{number}"),
                &body(latitude, longitude, territory),
            )
            .await;
        let said: Value = serde_json::from_slice(&answer.body).unwrap();
        if fits {
            assert_eq!(answer.code(), 201, "{territory}: {said}");
        } else {
            assert_eq!(answer.code(), 422, "{territory}: {said}");
            assert_eq!(said["errors"][0]["field"], "coordinates");
            assert_eq!(said["errors"][0]["error"], "error-coordinates-elsewhere");
        }
    }
}

async fn what_is_too_long_is_told_and_never_cut(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let draft = format!("/en/file/{}", draft(&mut browser).await);
    // A letter with its marks is one character, however many signs it takes.
    let long = "شَ".repeat(8_000);
    let taken = browser
        .post(&format!("{draft}/what"), &[("text", &long)])
        .await;
    assert_eq!(taken.code(), 303);
    let longer = format!("{long}شش");
    let refused = browser
        .post(&format!("{draft}/what"), &[("text", &longer)])
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&["2 characters too long", &longer]);
    assert!(
        !refused.text().contains("maxlength"),
        "a browser would cut what is pasted"
    );
    let shown = browser.get(&format!("{draft}/what")).await;
    shown.says(&["characters at most", &longer]);
    browser
        .post(&format!("{draft}/what"), &[("text", WORDS)])
        .await;
    let place = "rue ".repeat(60);
    let refused = browser
        .post(&format!("{draft}/where"), &[("place", &place)])
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&["too long", place.trim(), "id=\"place-error\""]);
    let address = "rue ".repeat(200);
    let fields = [
        ("category", "person"),
        ("name", "Fatima"),
        ("preferred", "letter"),
        ("address", &address),
    ];
    let refused = browser.post(&format!("{draft}/you"), &fields).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["too long", address.trim(), "id=\"address-error\""]);
}

async fn few_letters_can_say_what_happened(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let draft = format!("/ar/file/{}", draft(&mut browser).await);
    for text in ["لا ماء", "Pas d’eau", "No water", "ⵓⵔ ⵍⵍⵉⵏ ⵡⴰⵎⴰⵏ", "停水了"]
    {
        let fields = [("text", text)];
        let answer = browser.post(&format!("{draft}/what"), &fields).await;
        assert_ne!(answer.code(), 422, "{text}");
    }
    for text in ["x", "..", "ab", "test", "لا", "!!!!!!!!!!!!!!!!"] {
        let answer = browser
            .post(&format!("{draft}/what"), &[("text", text)])
            .await;
        assert_eq!(answer.code(), 422, "{text}");
    }
}

async fn a_reason_to_reopen_says_something(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in answered() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/ar/track/{reference}");
    let reopen = async |filer: &mut Visitor, reason: &str| {
        let page = filer.get(&place).await;
        let version = page.between("name=\"version.", "\"");
        let fields = [("reason", reason), ("version", version.as_str())];
        filer.post(&format!("{place}/reopen"), &fields).await
    };
    for reason in ["x", "لا", "..."] {
        let refused = reopen(&mut filer, reason).await;
        assert_eq!(refused.code(), 422, "{reason}");
        refused.says(&["النص قصير جدا"]);
    }
    // Arabic writes no short vowels: two words say as much as a longer sentence elsewhere.
    let reopened = reopen(&mut filer, "لا ماء").await;
    assert_eq!(reopened.code(), 303, "{}", reopened.text());
}

async fn a_question_in_an_address_takes_any_sign(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    for address in [
        "/fr/track?reference=%00%E2%80%8F",
        "/fr/search/organisations?q=a%00b",
        "/fr/track/%00",
        "/fr/track/CK-26-0000-0000%00",
    ] {
        let answer = browser.get(address).await;
        assert!(answer.code() < 500, "{address}: {}", answer.code());
    }
}
