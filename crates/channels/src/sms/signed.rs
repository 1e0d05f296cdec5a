//! A gateway that takes signed calls: a message as an object of JSON.

use bytes::Bytes;
use chikaya_service::webhook::WebhookSecret;
use http::{Method, header};
use jiff::Timestamp;
use serde::Serialize;
use url::Url;

use super::compose::Text;

/// What is told of a message.
#[derive(Serialize)]
struct Object<'a> {
    /// The job that sends it: a message that comes again under it is the same.
    id: String,
    to: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    from: &'a str,
    text: &'a str,
    /// `gsm7` or `ucs2`.
    alphabet: &'a str,
    /// In how many parts it leaves.
    parts: u32,
    language: &'a str,
    /// Where what became of it is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a str>,
}

/// The call that hands a message over.
pub(super) fn request(
    server: &Url,
    secret: &WebhookSecret,
    from: &str,
    text: &Text,
    report: Option<&str>,
    now: Timestamp,
) -> (Url, http::request::Builder, Bytes) {
    let id = text.id.to_string();
    let object = Object {
        id: id.clone(),
        to: &text.to,
        from,
        text: &text.text,
        alphabet: text.segments.alphabet.as_str(),
        parts: text.segments.parts,
        language: text.language,
        report,
    };
    let body = serde_json::to_vec(&object).unwrap_or_default();
    let signature = secret.sign(&id, now.as_second(), &body);
    let request = http::Request::builder()
        .method(Method::POST)
        .header(header::CONTENT_TYPE, "application/json")
        .header("webhook-id", &id)
        .header("webhook-timestamp", now.as_second().to_string())
        .header("webhook-signature", signature)
        .header("idempotency-key", id);
    (server.clone(), request, Bytes::from(body))
}
