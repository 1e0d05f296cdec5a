//! Messages to browsers on the pages: asked for on the page of a case, shown there and at the account, ended in one touch.

use chikaya_testkit::{Town, town};
use serde_json::json;

use crate::{
    account::enter,
    cases::file,
    visitor::{Visitor, counters, counters_at},
};

chikaya_testkit::in_both_towns! {
    a_browser_asks_on_the_page_of_the_case_and_ends_it_there => super::a_browser_asks_on_the_page_of_the_case_and_ends_it_there;
    what_is_no_browser_is_refused_and_words_stay => super::what_is_no_browser_is_refused_and_words_stay;
    the_account_lists_the_browsers_and_ends_its_own_alone => super::the_account_lists_the_browsers_and_ends_its_own_alone;
    a_browser_that_moved_is_known_by_its_old_address_and_secret => super::a_browser_that_moved_is_known_by_its_old_address_and_secret;
}

pub(crate) const ENDPOINT: &str = "https://push.example.org/send/one";
pub(crate) const PUBLIC_KEY: &str =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
pub(crate) const AUTH_SECRET: &str = "BTBZMqHH6r4Tts7J_aSIgg";
/// That of a browser: SHA-256 of its address.
const DIGEST: &str = "data-browser=\"";

fn fields<'a>(endpoint: &'a str, public_key: &'a str) -> [(&'static str, &'a str); 4] {
    [
        ("endpoint", endpoint),
        ("public_key", public_key),
        ("auth_secret", AUTH_SECRET),
        ("message", "Toujours éteint."),
    ]
}

fn told(endpoint: &str) -> serde_json::Value {
    json!({ "endpoint": endpoint, "public_key": PUBLIC_KEY, "auth_secret": AUTH_SECRET })
}

/// What a service worker sends when its browser has another address.
pub(crate) fn moved() -> String {
    json!({ "old": told(ENDPOINT), "new": told("https://push.example.org/send/two") }).to_string()
}

async fn a_browser_asks_on_the_page_of_the_case_and_ends_it_there(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let (reference, _) = file(&mut browser).await;
    let page = format!("/fr/track/{reference}");
    let before = browser.get(&page).await;
    before.says(&["data-push", "js-push", "Me prévenir ici"]);
    assert!(!before.text().contains(DIGEST));
    let asked = browser
        .post(&format!("{page}/push"), &fields(ENDPOINT, PUBLIC_KEY))
        .await;
    assert_eq!(asked.code(), 303, "{}", asked.text());
    let after = browser.get(asked.place()).await;
    after.says(&[
        DIGEST,
        "Ce navigateur vous dit quand il y a du nouveau dans ce dossier.",
        // What was typed beside is not lost.
        "Toujours éteint.",
    ]);
    assert!(
        !after.text().contains("push.example.org"),
        "the address is shown nowhere"
    );
    let id = after.between("name=\"browser\" value=\"", "\"");
    let ended = browser
        .post(&format!("{page}/push-end"), &[("browser", &id)])
        .await;
    let after = browser.get(ended.place()).await;
    assert!(!after.text().contains(DIGEST));
    after.says(&["ne vous dit plus rien de ce dossier"]);
}

async fn what_is_no_browser_is_refused_and_words_stay(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let (reference, _) = file(&mut browser).await;
    let address = format!("/fr/track/{reference}/push");
    for (endpoint, key) in [("nowhere", PUBLIC_KEY), (ENDPOINT, "AAAA"), ("", "")] {
        let refused = browser.post(&address, &fields(endpoint, key)).await;
        assert_eq!(refused.code(), 422, "{endpoint}");
        refused.says(&["ne peuvent pas atteindre ce navigateur", "Toujours éteint."]);
    }
}

async fn a_browser_that_moved_is_known_by_its_old_address_and_secret(town: &Town) {
    let mut browser = Visitor::new(&counters_at(town, "http://portal.test")).await;
    let (reference, _) = file(&mut browser).await;
    let page = format!("/fr/track/{reference}");
    browser
        .post(&format!("{page}/push"), &fields(ENDPOINT, PUBLIC_KEY))
        .await;
    let digest = browser.get(&page).await.between(DIGEST, "\"");
    let forged = moved().replace(AUTH_SECRET, "AAAAAAAAAAAAAAAAAAAAAA");
    let answer = browser
        .post_json("/api/v1/push/moved", "key", &forged)
        .await;
    assert_eq!(answer.code(), 404);
    assert_eq!(browser.get(&page).await.between(DIGEST, "\""), digest);
    let answer = browser
        .post_json("/api/v1/push/moved", "key", &moved())
        .await;
    assert_eq!(answer.code(), 204, "{}", answer.text());
    let answer = browser.post_json("/api/v1/push/moved", "key", "{}").await;
    assert_eq!(answer.code(), 400);
    assert_ne!(browser.get(&page).await.between(DIGEST, "\""), digest);
}

async fn the_account_lists_the_browsers_and_ends_its_own_alone(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut own = Visitor::new(&counters(town)).await;
    enter(town, &mut own, "fatima@example.org").await;
    assert!(!own.get("/fr/account").await.text().contains("push-end"));
    let page = format!("/fr/track/{}", receipt.reference);
    own.get(&page).await;
    own.post(&format!("{page}/push"), &fields(ENDPOINT, PUBLIC_KEY))
        .await;
    let list = own.get("/fr/account").await;
    list.says(&[
        "Navigateurs qui vous préviennent",
        receipt.reference.as_str(),
    ]);
    let id = list.between("name=\"browser\" value=\"", "\"");
    let mut stranger = Visitor::new(&counters(town)).await;
    enter(town, &mut stranger, "stranger@example.org").await;
    stranger.get("/fr/account").await;
    let end = [("browser", id.as_str())];
    let foreign = stranger.post("/fr/account/push-end", &end).await;
    assert_eq!(foreign.code(), 404);
    own.get("/fr/account").await.says(&["push-end"]);
    let ended = own.post("/fr/account/push-end", &end).await;
    assert_eq!(ended.place(), "/fr/account");
    assert!(!own.get("/fr/account").await.text().contains("push-end"));
}
