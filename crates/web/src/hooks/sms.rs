//! `/hooks/sms/{gateway}`: short messages that came, and `…/report`: what became of those that left. A gateway shows who it is
//! by where it calls from, and by a word or a signature; nobody is told which of these was wrong.

use axum::{
    body::Bytes,
    extract::{Path, State as Shared},
    http::{Extensions, HeaderMap, StatusCode, Uri},
};
use chikaya_domain::person::Phone;
use chikaya_service::{
    Trouble,
    sms::{Came, Taken},
    webhook::WebhookSecret,
};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::{
    settings::{SmsHook, SmsProof, State},
    visit::client,
};

/// A message that came, as a signed gateway tells of it.
#[derive(Deserialize)]
struct Told {
    from: String,
    text: String,
}

/// What became of a message, as a signed gateway tells of it.
#[derive(Deserialize)]
struct Reported {
    id: Uuid,
    state: String,
}

/// `GET` and `POST /hooks/sms/{gateway}`. The answer has no words: Kannel would send them back as a message.
pub(crate) async fn came(
    Shared(state): Shared<State>,
    Path(gateway): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    extensions: Extensions,
    body: Bytes,
) -> StatusCode {
    let hook = match known(&state, &gateway, &headers, &extensions) {
        Ok(hook) => hook,
        Err(status) => return status,
    };
    let query = Query::of(&uri);
    let read = match &hook.proof {
        SmsProof::ReportsAlone => return StatusCode::FORBIDDEN,
        SmsProof::Token(token) => {
            let shown = query.text("token");
            if !bool::from(shown.as_bytes().ct_eq(token.as_bytes())) {
                return StatusCode::FORBIDDEN;
            }
            of_kannel(&query)
        }
        SmsProof::Signature(secret) => {
            let Some(id) = signed(&state, secret, &headers, &body) else {
                return StatusCode::FORBIDDEN;
            };
            serde_json::from_slice::<Told>(&body)
                .ok()
                .map(|told| (id.to_owned(), told.from, told.text))
        }
    };
    let Some((id, from, text)) = read.filter(|(id, ..)| !id.is_empty()) else {
        return StatusCode::BAD_REQUEST;
    };
    let Ok(from) = Phone::parse(&from, state.clerks.country().numbering) else {
        // A name in letters or the number of a service: nobody is there who could be answered.
        tracing::info!("a short message from no telephone number was passed over");
        return StatusCode::OK;
    };
    let came = Came {
        gateway: hook.name.to_owned(),
        id,
        from,
        text,
    };
    match state.clerks.sms_came(came).await {
        Ok(Taken::Done | Taken::Known) => StatusCode::OK,
        Ok(Taken::Flood) => {
            tracing::warn!("short messages from one number are too many and not looked at");
            StatusCode::OK
        }
        Err(trouble) => failed(&trouble),
    }
}

/// `GET` and `POST /hooks/sms/{gateway}/report`.
pub(crate) async fn report(
    Shared(state): Shared<State>,
    Path(gateway): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    extensions: Extensions,
    body: Bytes,
) -> StatusCode {
    let hook = match known(&state, &gateway, &headers, &extensions) {
        Ok(hook) => hook,
        Err(status) => return status,
    };
    let query = Query::of(&uri);
    let read = match &hook.proof {
        SmsProof::Signature(secret) => {
            if signed(&state, secret, &headers, &body).is_none() {
                return StatusCode::FORBIDDEN;
            }
            serde_json::from_slice::<Reported>(&body)
                .ok()
                .map(|reported| (reported.id, reported.state))
        }
        SmsProof::Token(_) | SmsProof::ReportsAlone => {
            let id = Uuid::try_parse(&query.text("id")).ok();
            // The word went out with the message, to the gateway alone.
            let is_genuine =
                id.is_some_and(|id| state.clerks.is_report_word(id, &query.text("word")));
            if !is_genuine {
                return StatusCode::FORBIDDEN;
            }
            id.zip(Some(query.text("state")))
        }
    };
    let Some((id, became)) = read else {
        return StatusCode::BAD_REQUEST;
    };
    let has_arrived = match became.as_str() {
        "1" | "delivered" => true,
        "2" | "16" | "failed" => false,
        // It is on its way.
        _ => return StatusCode::OK,
    };
    match state.clerks.sms_reported(id, has_arrived).await {
        // What was forgotten meanwhile changes nothing any more.
        Ok(()) | Err(Trouble::NotFound) => StatusCode::OK,
        Err(trouble) => failed(&trouble),
    }
}

/// The gateway of this instance, if it has this name and calls from where it may.
fn known<'a>(
    state: &'a State,
    gateway: &str,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> Result<&'a SmsHook, StatusCode> {
    let hook = state.settings.sms.as_ref();
    let hook = hook
        .filter(|hook| hook.name == gateway)
        .ok_or(StatusCode::NOT_FOUND)?;
    let from = client(state, headers, extensions);
    let is_allowed = hook.allowed.iter().any(|network| network.contains(&from));
    is_allowed.then_some(hook).ok_or(StatusCode::FORBIDDEN)
}

/// The name of a signed call, if it is genuine and of now.
fn signed<'a>(
    state: &State,
    secret: &WebhookSecret,
    headers: &'a HeaderMap,
    body: &[u8],
) -> Option<&'a str> {
    let head = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default()
    };
    let id = head("webhook-id");
    let shown = (id, head("webhook-timestamp"), head("webhook-signature"));
    let judged = secret.verify(shown, body, state.clerks.now());
    judged.is_ok().then_some(id)
}

/// What can be done later is asked for again.
fn failed(trouble: &Trouble) -> StatusCode {
    tracing::error!(%trouble, "what a gateway told cannot be kept");
    StatusCode::SERVICE_UNAVAILABLE
}

/// Name, sender and text of a message as Kannel tells of it, its bytes read by the charset that is told beside them:
/// `%C`, which says `UTF-8` of messages of seven bits though they came in another alphabet.
fn of_kannel(query: &Query<'_>) -> Option<(String, String, String)> {
    let bytes = query.bytes("text");
    let text = match query.text("coding").as_str() {
        "UTF-8" | "GSM" => String::from_utf8_lossy(&bytes).into_owned(),
        "UTF-16BE" => {
            let units: Vec<u16> = bytes
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        // Eight bits are pictures and settings of telephones.
        _ => return None,
    };
    Some((query.text("id"), query.text("from"), text))
}

/// The parameters of an address as bytes: not all of them are text in UTF-8.
struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    fn of(uri: &'a Uri) -> Self {
        Self(uri.query().unwrap_or_default())
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        self.0
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| decoded(value))
            .unwrap_or_default()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8_lossy(&self.bytes(name)).into_owned()
    }
}

fn decoded(value: &str) -> Vec<u8> {
    let mut bytes = value.bytes();
    let mut decoded = Vec::with_capacity(value.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let pair = bytes.next().zip(bytes.next());
                let byte = pair.and_then(|(high, low)| Some((digit(high)? << 4) | digit(low)?));
                byte.unwrap_or(b'?')
            }
            other => other,
        });
    }
    decoded
}

fn digit(sign: u8) -> Option<u8> {
    char::from(sign)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Option<(String, String, String)> {
        of_kannel(&Query(query))
    }

    /// Recorded of Kannel 1.4.5: kind of message, the text that a telephone sent, and the query, with a tab between. The
    /// test that talks to a real one sees that it still says so.
    const CAME: &str = include_str!("../../../channels/tests/kannel-came.txt");

    #[test]
    fn what_a_real_kannel_tells_is_what_the_telephone_sent() {
        for line in CAME.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let [kind, text, query] = parts[..] else {
                panic!("{line}");
            };
            let (_, from, read) = read(query).unwrap();
            assert_eq!(
                (from.as_str(), read.as_str()),
                ("+212600000001", text),
                "{kind}"
            );
        }
        assert!(CAME.lines().count() >= 14);
    }

    #[test]
    fn what_kannel_tells_is_read_by_its_coding() {
        let (id, from, text) =
            read("id=a-1&from=%2B212661123456&coding=UTF-8&text=d%C3%A9p%C3%B4t++double").unwrap();
        assert_eq!((id.as_str(), from.as_str()), ("a-1", "+212661123456"));
        assert_eq!(text, "dépôt  double");
        let (_, _, text) =
            read("id=1&from=1&coding=UTF-16BE&text=%06%2A%06%2A%06%28%06%39").unwrap();
        assert_eq!(text, "تتبع");
        let (_, _, text) = read("id=1&from=1&coding=UTF-16BE&text=%D8%3D%DE%00").unwrap();
        assert_eq!(text, "😀");
        assert!(read("id=1&from=1&coding=binary&text=%06%2A").is_none());
        assert_eq!(read("coding=UTF-8&text=%zz%4").unwrap().2, "??");
    }
}
