//! Heads of signed webhooks, read strictly: each once, and an identifier that can be kept.

use axum::http::HeaderMap;
use chikaya_service::webhook::{NotGenuine, WebhookSecret};
use jiff::Timestamp;
use thiserror::Error;

/// Longest identifier, in bytes.
const ID_LIMIT: usize = 256;

/// A secret that both sides of a webhook know.
#[derive(Clone, Debug)]
pub struct HookSecret(WebhookSecret);

/// Why a text is no secret of a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "a secret of a webhook is 24 to 64 random bytes in padded standard base64, with or without \"whsec_\" before it"
)]
pub struct NotASecret;

/// Why a webhook is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disbelief {
    /// A header is missing, or sent twice, or cannot be read.
    Headers,
    /// The instant is too far from now.
    Stale,
    /// No signature is right.
    Signature,
}

impl HookSecret {
    /// Reads a secret: padded standard base64 of 24 to 64 bytes, with or without `whsec_` before it.
    pub fn parse(text: &str) -> Result<Self, NotASecret> {
        WebhookSecret::parse_bare(text)
            .map(Self)
            .map_err(|_| NotASecret)
    }

    /// The signature of a webhook, as a header carries it.
    pub fn sign(&self, id: &str, at: Timestamp, body: &[u8]) -> String {
        self.0.sign(id, at.as_second(), body)
    }

    /// The identifier of a webhook, if it is believed: one of its signatures is right, and it was sent about now.
    pub(crate) fn believe(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: Timestamp,
    ) -> Result<String, Disbelief> {
        let only = |name: &str| {
            let mut values = headers.get_all(name).iter();
            let first = values.next().and_then(|value| value.to_str().ok());
            first.filter(|_| values.next().is_none())
        };
        let id = only("webhook-id")
            .filter(|id| (1..=ID_LIMIT).contains(&id.len()))
            .filter(|id| id.bytes().all(|byte| byte.is_ascii_graphic()))
            .ok_or(Disbelief::Headers)?;
        let at = only("webhook-timestamp")
            .filter(|at| {
                at.parse()
                    .is_ok_and(|at| Timestamp::from_second(at).is_ok())
            })
            .ok_or(Disbelief::Headers)?;
        let offered = only("webhook-signature").ok_or(Disbelief::Headers)?;
        match self.0.verify((id, at, offered), body, now) {
            Ok(()) => Ok(id.to_owned()),
            Err(NotGenuine::Heads) => Err(Disbelief::Headers),
            Err(NotGenuine::Moment) => Err(Disbelief::Stale),
            Err(NotGenuine::Signature) => Err(Disbelief::Signature),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use chikaya_service::webhook::TOLERANCE;
    use data_encoding::BASE64;

    use super::*;

    /// The example of Standard Webhooks' own libraries.
    const KNOWN: (&str, &str, i64, &str, &str) = (
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1_614_265_330,
        "{\"test\": 2432232314}",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    );

    fn headers(id: &'static str, at: i64, signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("webhook-id", HeaderValue::from_static(id));
        let at = HeaderValue::from_str(&at.to_string()).expect("digits");
        headers.insert("webhook-timestamp", at);
        let signature = HeaderValue::from_str(signature).expect("plain letters");
        headers.insert("webhook-signature", signature);
        headers
    }

    #[test]
    fn a_webhook_signed_by_another_library_is_believed() {
        let (secret, id, at, body, signature) = KNOWN;
        let secret = HookSecret::parse(secret).expect("a secret");
        let now = Timestamp::from_second(at + 60).expect("an instant");
        let sent = Timestamp::from_second(at).expect("an instant");
        assert_eq!(secret.sign(id, sent, body.as_bytes()), signature);
        let believed =
            |headers: &HeaderMap, body: &str, now| secret.believe(headers, body.as_bytes(), now);
        assert_eq!(
            believed(&headers(id, at, signature), body, now).as_deref(),
            Ok(id)
        );
        let several = format!("v1,AAAA {signature} v2,BBBB");
        assert!(believed(&headers(id, at, &several), body, now).is_ok());
        let table = [
            (headers(id, at, signature), "{\"test\": 1}", now),
            (headers("msg_2", at, signature), body, now),
            (headers(id, at + 1, signature), body, now),
        ];
        for (headers, body, now) in table {
            assert_eq!(believed(&headers, body, now), Err(Disbelief::Signature));
        }
        let late = Timestamp::from_second(at + TOLERANCE + 1).expect("an instant");
        assert_eq!(
            believed(&headers(id, at, signature), body, late),
            Err(Disbelief::Stale)
        );
        let mut twice = headers(id, at, signature);
        twice.append("webhook-id", HeaderValue::from_static("msg_2"));
        assert_eq!(believed(&twice, body, now), Err(Disbelief::Headers));
        assert_eq!(
            believed(&HeaderMap::new(), body, now),
            Err(Disbelief::Headers)
        );
    }

    #[test]
    fn a_secret_is_long_enough_and_padded() {
        let long = BASE64.encode(&[7; 25]);
        assert!(HookSecret::parse(&long).is_ok());
        assert!(HookSecret::parse(&format!(" whsec_{long}\n")).is_ok());
        for wrong in [
            "",
            "whsec_",
            "secret",
            &BASE64.encode(&[7; 23]),
            &BASE64.encode(&[7; 65]),
            long.trim_end_matches('='),
        ] {
            assert!(HookSecret::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
