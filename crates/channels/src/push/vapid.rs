//! In whose name a message comes: a token for its push service, signed with the key that the browser's subscription is bound
//! to (RFC 8292).

use chikaya_service::push::PushKey;
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use p256::{
    SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer as _},
};
use serde::Serialize;

/// How long a token is good, in seconds. More than a day is refused; the clocks of services differ from ours.
const GOOD_FOR: i64 = 12 * 3_600;

#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    exp: i64,
    sub: &'a str,
}

/// The head `Authorization` of a message to a service, by what a token is made out to; `contact` is an address at which
/// whoever runs the service reaches whoever runs the portal: `mailto:` or `https:`. `None` when the key is none.
pub fn authorization(
    key: &PushKey,
    audience: &str,
    contact: &str,
    now: Timestamp,
) -> Option<String> {
    let claims = Claims {
        aud: audience,
        exp: now.as_second() + GOOD_FOR,
        sub: contact,
    };
    let claims = serde_json::to_vec(&claims).ok()?;
    let head = BASE64URL_NOPAD.encode(br#"{"typ":"JWT","alg":"ES256"}"#);
    let signed = format!("{head}.{}", BASE64URL_NOPAD.encode(&claims));
    let pair = SigningKey::from(SecretKey::from_slice(key.secret()).ok()?);
    let signature: Signature = pair.sign(signed.as_bytes());
    Some(format!(
        "vapid t={signed}.{}, k={}",
        BASE64URL_NOPAD.encode(&signature.to_bytes()),
        BASE64URL_NOPAD.encode(key.public())
    ))
}
