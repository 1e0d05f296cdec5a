//! A filing written on a telephone without a network: sent in pieces, each as often as it takes, and filed once.

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use chikaya_testkit::Town;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::{
    cases::{WORDS, dot},
    visitor::{Answer, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    a_filing_sent_in_pieces_is_filed_once => super::a_filing_sent_in_pieces_is_filed_once;
    what_does_not_hold_comes_back_in_words => super::what_does_not_hold_comes_back_in_words;
    a_key_opens_its_own_draft_alone => super::a_key_opens_its_own_draft_alone;
    the_shell_is_light_and_of_one_version => super::the_shell_is_light_and_of_one_version;
    a_telephone_is_told_of_the_application_in_its_language => super::a_telephone_is_told_of_the_application_in_its_language;
}

/// A key as a telephone draws it.
const KEY: &str = "telephone-0123456789abcdef0123456789";

/// The headers of a piece of JSON in French.
const JSON: [(&str, &str); 3] = [
    ("content-type", "application/json"),
    ("idempotency-key", KEY),
    ("accept-language", "fr"),
];

fn written() -> Value {
    json!({
        "kind": "complaint", "language": "fr", "text": WORDS, "subject": "public-lighting",
        "territory": "commune-09-581-01-07", "place": "rue de l’École", "name": "Fatima Exemple",
        "phone": "0612345678",
    })
}

fn said(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}

async fn lay(telephone: &mut Visitor, body: &Value) -> Answer {
    let address = "/api/v1/drafts";
    telephone.post_with(address, &JSON, &body.to_string()).await
}

/// Announces a file, whose name is in base64, under the telephone’s own word for it.
async fn announce(
    telephone: &mut Visitor,
    key: &str,
    name: &str,
    own: &str,
    bytes: usize,
) -> Answer {
    let heads = [
        ("tus-resumable", "1.0.0".to_owned()),
        ("idempotency-key", key.to_owned()),
        ("accept-language", "fr".to_owned()),
        ("upload-length", bytes.to_string()),
        ("upload-metadata", format!("filename {name},id {own}")),
    ];
    let address = "/api/v1/drafts/own/uploads";
    telephone.speak("POST", address, &heads, b"").await
}

async fn part(telephone: &mut Visitor, address: &str, place: usize, bytes: &[u8]) -> Answer {
    let heads = [
        ("tus-resumable", "1.0.0".to_owned()),
        ("idempotency-key", KEY.to_owned()),
        ("accept-language", "fr".to_owned()),
        ("content-type", "application/offset+octet-stream".to_owned()),
        ("upload-offset", place.to_string()),
    ];
    telephone.speak("PATCH", address, &heads, bytes).await
}

fn offset(answer: &Answer) -> usize {
    answer.headers["upload-offset"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap()
}

/// Sends a file in two parts.
async fn attach(telephone: &mut Visitor, name: &str, own: &str) {
    let bytes = dot();
    let begun = announce(telephone, KEY, name, own, bytes.len()).await;
    assert_eq!(begun.code(), 201, "{}", begun.text());
    let place = begun.place().to_owned();
    let first = part(telephone, &place, 0, &bytes[..20]).await;
    assert_eq!(first.code(), 204, "{}", first.text());
    // The telephone was opened anew and knows nothing of it: it goes on where it broke off.
    let again = announce(telephone, KEY, name, own, bytes.len()).await;
    assert_eq!(
        (again.code(), again.place(), offset(&again)),
        (201, place.as_str(), 20)
    );
    let rest = part(telephone, &place, 20, &bytes[20..]).await;
    assert_eq!(rest.code(), 204, "{}", rest.text());
    // The last answer was lost: all is there, and nothing is sent again.
    let whole = announce(telephone, KEY, name, own, bytes.len()).await;
    assert_eq!((whole.code(), offset(&whole)), (201, bytes.len()));
}

async fn send(telephone: &mut Visitor, files: usize) -> Answer {
    let body = json!({ "files": files }).to_string();
    let address = "/api/v1/drafts/send";
    telephone.post_with(address, &JSON, &body).await
}

async fn a_filing_sent_in_pieces_is_filed_once(town: &Town) {
    let mut telephone = Visitor::stranger(&counters(town));
    let first = lay(&mut telephone, &written()).await;
    assert_eq!(first.code(), 200, "{}", first.text());
    assert_eq!(said(&first), json!({"state": "open", "files": 0}));
    // "photo 1 ص.png", called "a" by the telephone.
    attach(&mut telephone, "cGhvdG8gMSDYtS5wbmc=", "YQ==").await;
    let laid = lay(&mut telephone, &written()).await;
    assert_eq!(said(&laid), json!({"state": "open", "files": 1}));
    let early = send(&mut telephone, 2).await;
    assert_eq!(early.code(), 409, "one of two files is here");
    assert_eq!(said(&early)["type"], "files-differ");
    attach(&mut telephone, "cGhvdG8tMi5wbmc=", "Yg==").await;
    let filed = send(&mut telephone, 2).await;
    assert_eq!(filed.code(), 201, "{}", filed.text());
    let receipt = said(&filed)["receipt"].clone();
    let mut names: Vec<&str> = receipt["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["photo 1 ص.png", "photo-2.png"]);
    for words in ["organisation_name", "answer_due_words", "keypad"] {
        assert!(!receipt[words].as_str().unwrap().is_empty(), "{words}");
    }
    // Whatever is sent again, with whatever words, is answered with the case that there is.
    let mut other = written();
    other["text"] = json!("D’autres mots que ceux d’avant, un peu tard.");
    for again in [
        send(&mut telephone, 2).await,
        lay(&mut telephone, &other).await,
        send(&mut telephone, 0).await,
    ] {
        assert!(matches!(again.code(), 200 | 201), "{}", again.text());
        assert_eq!(said(&again)["state"], "filed");
        assert_eq!(said(&again)["receipt"], receipt);
    }
    let late = announce(&mut telephone, KEY, "cGhvdG8tMy5wbmc=", "Yw==", 100).await;
    assert_eq!(late.code(), 410, "nothing is added to it: {}", late.text());
    assert_eq!(
        town.references().await,
        [receipt["reference"].as_str().unwrap()]
    );
    // Reference and code open it.
    let mut browser = Visitor::new(&counters(town)).await;
    let code = receipt["access_code"].as_str().unwrap();
    let reference = receipt["reference"].as_str().unwrap();
    let opened = browser
        .post("/fr/track", &[("reference", reference), ("code", code)])
        .await;
    assert_eq!(opened.code(), 303);
    let page = browser.get(&format!("/fr/track/{reference}")).await;
    page.says(&["xylophone", "photo-2.png"]);
}

async fn what_does_not_hold_comes_back_in_words(town: &Town) {
    let mut telephone = Visitor::stranger(&counters(town));
    let mut wrong = written();
    wrong["text"] = json!("");
    wrong["phone"] = json!("0612");
    let refused = lay(&mut telephone, &wrong).await;
    assert_eq!(refused.code(), 422, "{}", refused.text());
    let faults = said(&refused)["errors"].as_array().unwrap().clone();
    let fields: Vec<&str> = faults
        .iter()
        .map(|fault| fault["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["text", "phone"]);
    for fault in &faults {
        let message = fault["message"].as_str().unwrap();
        assert!(message.contains(' '), "in words: {message}");
    }
    let page = b"<html>no photo</html>";
    let begun = announce(&mut telephone, KEY, "cGhvdG8uanBn", "YQ==", page.len()).await;
    let file = part(&mut telephone, begun.place(), 0, page).await;
    assert_eq!(file.code(), 422, "{}", file.text());
    // The answer was lost: announced again, it is refused again, in the same words.
    let again = announce(&mut telephone, KEY, "cGhvdG8uanBn", "YQ==", page.len()).await;
    assert_eq!(again.code(), 422, "{}", again.text());
    for refused in [&file, &again] {
        let fault = &said(refused)["errors"][0];
        assert_eq!(fault["error"], "error-file-kind");
        assert!(fault["message"].as_str().unwrap().contains(' '), "{fault}");
    }
    // Nothing is filed of what does not hold, and what is mended is filed.
    assert_eq!(send(&mut telephone, 0).await.code(), 422);
    assert!(town.references().await.is_empty());
    assert_eq!(lay(&mut telephone, &written()).await.code(), 200);
    assert_eq!(send(&mut telephone, 0).await.code(), 201);
    assert_eq!(town.references().await.len(), 1);
}

async fn a_key_opens_its_own_draft_alone(town: &Town) {
    let mut telephone = Visitor::stranger(&counters(town));
    lay(&mut telephone, &written()).await;
    let mut stranger = Visitor::stranger(&counters(town));
    for (key, code) in [
        ("another-0123456789abcdef0123456789ab", 404),
        ("short", 400),
    ] {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        let address = "/api/v1/drafts/send";
        let answer = stranger.post_with(address, &headers, "{\"files\":0}").await;
        assert_eq!(answer.code(), code, "{key}: {}", answer.text());
    }
    for (key, code) in [
        ("another-0123456789abcdef0123456789ab", 404),
        ("short", 400),
    ] {
        let file = announce(&mut stranger, key, "YQ==", "YQ==", 100).await;
        assert_eq!(file.code(), code, "{key}: {}", file.text());
    }
    assert!(town.references().await.is_empty());
}

/// Most bytes of what a telephone keeps for one language, compressed, without headers.
const SHELL_AT_MOST: usize = 90_000;

/// What the worker is told.
async fn build(browser: &mut Visitor) -> Value {
    let worker = browser.get("/sw.js").await;
    assert_eq!(worker.code(), 200);
    assert_eq!(worker.headers["service-worker-allowed"], "/");
    let script = worker.text();
    assert!(!script.contains("\nimport "), "it imports no module");
    assert!(!script.contains("\nexport "), "it exports nothing");
    serde_json::from_str(crate::cases::between(&script, "const BUILD = ", ";\n").as_str()).unwrap()
}

async fn the_shell_is_light_and_of_one_version(town: &Town) {
    let counters = counters(town);
    let build = build(&mut Visitor::stranger(&counters)).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let mut paths: Vec<&str> = build["common"]
            .as_array()
            .unwrap()
            .iter()
            .chain(build["own"][language].as_array().unwrap())
            .map(|path| path.as_str().unwrap())
            .collect();
        paths.sort_unstable();
        paths.dedup();
        let mut weight = 0;
        for path in paths {
            let request = Request::get(path)
                .header("host", "portal.test")
                .header("accept-encoding", "br, zstd")
                .body(Body::empty())
                .unwrap();
            let response = counters.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status().as_u16(), 200, "{path}");
            if !path.starts_with("/assets/") {
                assert_eq!(
                    response.headers()["chikaya-build"],
                    *build["version"].as_str().unwrap()
                );
                assert!(!response.headers().contains_key("set-cookie"), "{path}");
            }
            weight += to_bytes(response.into_body(), usize::MAX)
                .await
                .unwrap()
                .len();
        }
        assert!(weight <= SHELL_AT_MOST, "{language}: {weight} bytes");
    }
}

async fn a_telephone_is_told_of_the_application_in_its_language(town: &Town) {
    let mut browser = Visitor::stranger(&counters(town));
    for (language, direction) in [("ar", "rtl"), ("fr", "ltr"), ("zgh", "ltr"), ("en", "ltr")] {
        let page = browser.get(&format!("/{language}/app")).await;
        let address = format!("/{language}/app/manifest.webmanifest");
        page.says(&[&format!("rel=\"manifest\" href=\"{address}\"")]);
        let answer = browser.get(&address).await;
        assert_eq!(answer.headers["content-type"], "application/manifest+json");
        let manifest: Value = said(&answer);
        assert_eq!(manifest["lang"], language);
        assert_eq!(manifest["dir"], direction);
        assert_eq!(manifest["start_url"], format!("/{language}/app"));
        for picture in manifest["icons"].as_array().unwrap() {
            let icon = browser.get(picture["src"].as_str().unwrap()).await;
            assert_eq!(icon.headers["content-type"], "image/png");
        }
        let lists = browser.get(&format!("/{language}/app/lists")).await;
        let lists = said(&lists);
        for list in ["places", "beyond", "sectors", "bodies"] {
            assert!(
                lists[list].as_array().unwrap().len() > 1,
                "{language}: {list}"
            );
        }
    }
}
