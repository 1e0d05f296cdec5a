//! The Android package as it is offered, and the portal as the app's browser asks for it.

use axum::{
    Router,
    http::{HeaderMap, header},
};
use bytes::Bytes;
use chikaya_testkit::{Town, town};
use chikaya_web::AndroidPackage;
use serde_json::{Value, json};

use crate::{
    cases::{draft, file},
    visitor::{Answer, PORTAL, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    the_package_is_sent_once_and_never_opened => super::the_package_is_sent_once_and_never_opened;
    phones_learn_whose_app_may_open_links => super::phones_learn_whose_app_may_open_links;
    without_a_package_none_is_offered => super::without_a_package_none_is_offered;
    the_browser_of_the_app_gets_what_every_browser_gets => super::the_browser_of_the_app_gets_what_every_browser_gets;
    the_phone_fetches_files_with_the_proof_of_the_app => super::the_phone_fetches_files_with_the_proof_of_the_app;
}

const PACKAGE: &str = AndroidPackage::ADDRESS;
const LINKS: &str = "/.well-known/assetlinks.json";

/// How the app's browser names itself, on an old telephone and on a new one.
const WEBVIEWS: [&str; 2] = [
    "Mozilla/5.0 (Linux; Android 5.1.1; SM-J120H Build/LMY47V; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/95.0.4638.74 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A.250205.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/133.0.6943.49 Mobile Safari/537.36",
];

/// How the same telephone's browser names itself.
const BROWSER: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Mobile Safari/537.36";

/// A package as an instance has one.
pub(crate) fn package() -> AndroidPackage {
    AndroidPackage {
        name: "ma.chikaya".to_owned(),
        version: "1.2.3".to_owned(),
        sha256: "ab".repeat(32),
        certificate_sha256: "0f".repeat(32),
        bytes: Bytes::from_static(b"PK\x03\x04 a package"),
    }
}

/// The counters of an instance that has none.
fn without(town: &Town) -> Router {
    let settings = town::web_settings(PORTAL);
    chikaya_web::router(chikaya_web::State::new(town.clerks.clone(), settings))
}

/// What an answer says under a name; empty for nothing.
fn said<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers
        .get(name)
        .map(|value| value.to_str().unwrap())
        .unwrap_or_default()
}

async fn the_package_is_sent_once_and_never_opened(town: &Town) {
    let mut browser = Visitor::stranger(&counters(town));
    let sent = browser.get(PACKAGE).await;
    assert_eq!(sent.code(), 200);
    assert_eq!(sent.body, package().bytes);
    let head = |name: &str| said(&sent.headers, name).to_owned();
    assert_eq!(
        head("content-type"),
        "application/vnd.android.package-archive"
    );
    assert_eq!(
        head("content-disposition"),
        "attachment; filename*=UTF-8''chikaya.apk"
    );
    assert_eq!(head("content-length"), package().size().to_string());
    assert_eq!(head("x-content-type-options"), "nosniff");
    assert_eq!(head("cache-control"), "public, max-age=300");
    assert_eq!(head("content-encoding"), "", "a package is packed already");
    assert_eq!(head("set-cookie"), "", "whoever keeps it keeps no visit");
    let tag = head("etag");
    assert!(tag.contains(&package().sha256), "{tag}");

    let again = browser
        .get_with(PACKAGE, &[(header::IF_NONE_MATCH.as_str(), &tag)])
        .await;
    assert_eq!(again.code(), 304);
    assert!(again.body.is_empty());
    let other = browser
        .get_with(PACKAGE, &[(header::IF_NONE_MATCH.as_str(), "\"other\"")])
        .await;
    assert_eq!(other.code(), 200);
}

async fn phones_learn_whose_app_may_open_links(town: &Town) {
    let answer = Visitor::stranger(&counters(town)).get(LINKS).await;
    assert_eq!(answer.code(), 200);
    assert_eq!(said(&answer.headers, "content-type"), "application/json");
    assert_eq!(said(&answer.headers, "set-cookie"), "");
    let fingerprint = ["0F"; 32].join(":");
    let links: Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(
        links,
        json!([{
            "relation": ["delegate_permission/common.handle_all_urls"],
            "target": {
                "namespace": "android_app",
                "package_name": "ma.chikaya",
                "sha256_cert_fingerprints": [fingerprint],
            },
        }])
    );
}

async fn without_a_package_none_is_offered(town: &Town) {
    let mut browser = Visitor::stranger(&without(town));
    for address in [PACKAGE, LINKS] {
        assert_eq!(browser.get(address).await.code(), 404, "{address}");
    }
}

/// A page without what differs each time: tokens, and the number of the request that a page of trouble tells.
fn page_of(answer: &Answer) -> String {
    answer
        .text_without_tokens()
        .replace(said(&answer.headers, "x-request-id"), "REQUEST")
}

/// A page as the app's browser asks for it.
async fn as_app(browser: &mut Visitor, address: &str, agent: &str) -> Answer {
    let headers = [
        ("user-agent", agent),
        ("x-requested-with", "ma.chikaya"),
        ("accept-language", "zgh"),
    ];
    browser.get_with(address, &headers).await
}

async fn the_browser_of_the_app_gets_what_every_browser_gets(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let (reference, filed) = file(&mut browser).await;
    for language in ["ar", "fr", "zgh", "en"] {
        for page in [
            "/".to_owned(),
            "/file".to_owned(),
            format!("/file/{word}/what"),
            format!("/file/{word}/where"),
            format!("/file/{word}/files"),
            format!("/file/{word}/you"),
            format!("/file/{word}/check"),
            format!("/file/{filed}/receipt"),
            "/track".to_owned(),
            format!("/track/{reference}"),
            "/continue".to_owned(),
            "/statistics".to_owned(),
            "/nowhere".to_owned(),
        ] {
            let address = format!("/{language}{page}");
            let usual = browser.get_with(&address, &[("user-agent", BROWSER)]).await;
            for agent in WEBVIEWS {
                let seen = as_app(&mut browser, &address, agent).await;
                assert_eq!(seen.code(), usual.code(), "{address}");
                assert_eq!(page_of(&seen), page_of(&usual), "{address}");
                let policy = "content-security-policy";
                assert_eq!(
                    said(&seen.headers, policy),
                    said(&usual.headers, policy),
                    "{address}"
                );
            }
        }
    }
}

/// The downloads of a telephone are another program: it has the cookie that the app gives it, its name, and nothing else.
async fn the_phone_fetches_files_with_the_proof_of_the_app(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let (_, filed) = file(&mut browser).await;
    let receipt = format!("/fr/file/{filed}/receipt.pdf");
    let seen = as_app(&mut browser, &receipt, WEBVIEWS[0]).await;
    assert_eq!(seen.code(), 200);
    assert!(
        said(&seen.headers, "content-disposition").starts_with("attachment; filename*=UTF-8''"),
        "the app saves what is sent as a file"
    );
    let fetched = browser
        .get_with(&receipt, &[("user-agent", WEBVIEWS[0])])
        .await;
    assert_eq!(fetched.body, seen.body);
    let stranger = Visitor::stranger(&counters).get(&receipt).await;
    assert_ne!(stranger.code(), 200, "without the cookie there is no file");
}
