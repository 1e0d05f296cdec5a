//! What a message to a browser says: that there is news, in the language of the case, and where the portal lists one's cases.
//! It shows on a screen that others may see, so it names no case and nobody.

use chikaya_domain::Language;
use chikaya_i18n::Voice;
use serde::Serialize;

/// What the worker of the page reads (`push-worker.js`).
#[derive(Serialize)]
struct Payload<'a> {
    title: &'a str,
    body: &'a str,
    language: &'a str,
    direction: &'a str,
    url: String,
}

/// The words of a message, as JSON.
pub(super) fn compose(language: Language) -> Vec<u8> {
    let voice = Voice::of(language);
    let payload = Payload {
        title: &voice.say("brand"),
        body: &voice.say("push-news"),
        language: language.code(),
        direction: voice.direction(),
        url: format!("/{}/track", language.code()),
    };
    serde_json::to_vec(&payload).unwrap_or_default()
}
