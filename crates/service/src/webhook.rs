//! Signed calls between machines, as the Standard Webhooks specification has them: by whom a call is, that nothing of it was
//! changed, and that it is not an old one.

use std::fmt;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use thiserror::Error;

/// How far the moment of a call may be from ours, in seconds.
pub const TOLERANCE: i64 = 300;

/// How a secret begins, as it is written.
const PREFIX: &str = "whsec_";

/// A secret that two machines share. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(Vec<u8>);

/// A text that is no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("it is not whsec_ and 24 to 64 bytes in padded standard base64")]
pub struct NoSecret;

/// Why a call is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotGenuine {
    /// Its heads do not say what they must.
    #[error("a head is missing or cannot be read")]
    Heads,
    /// It is older or newer than it may be.
    #[error("its moment is too far from now")]
    Moment,
    /// None of its signatures is made with the secret.
    #[error("its signature is another")]
    Signature,
}

impl WebhookSecret {
    /// Reads a secret as it is written: `whsec_` and padded standard base64 of 24 to 64 bytes.
    pub fn parse(text: &str) -> Result<Self, NoSecret> {
        let written = text.trim().strip_prefix(PREFIX).ok_or(NoSecret)?;
        Self::of_base64(written)
    }

    /// As [`Self::parse`], of a text that may have `whsec_` before it or not.
    pub fn parse_bare(text: &str) -> Result<Self, NoSecret> {
        let text = text.trim();
        Self::of_base64(text.strip_prefix(PREFIX).unwrap_or(text))
    }

    fn of_base64(written: &str) -> Result<Self, NoSecret> {
        let bytes = BASE64.decode(written.as_bytes()).map_err(|_| NoSecret)?;
        (24..=64)
            .contains(&bytes.len())
            .then_some(Self(bytes))
            .ok_or(NoSecret)
    }

    /// The signature of a call: its name, its moment in seconds since the epoch, and its body.
    pub fn sign(&self, id: &str, moment: i64, body: &[u8]) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(format!("{id}.{moment}.").as_bytes());
        mac.update(body);
        format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
    }

    /// Whether a call is genuine and of now, by its three heads. That it did not come before is for the verb to know, by its
    /// name.
    pub fn verify(
        &self,
        (id, moment, signatures): (&str, &str, &str),
        body: &[u8],
        now: Timestamp,
    ) -> Result<(), NotGenuine> {
        if id.is_empty() {
            return Err(NotGenuine::Heads);
        }
        let moment: i64 = moment.parse().map_err(|_| NotGenuine::Heads)?;
        let own = self.sign(id, moment, body);
        let is_signed = signatures
            .split(' ')
            .any(|signature| own.as_bytes().ct_eq(signature.as_bytes()).into());
        if !is_signed {
            return Err(NotGenuine::Signature);
        }
        if now.as_second().saturating_sub(moment).saturating_abs() > TOLERANCE {
            return Err(NotGenuine::Moment);
        }
        Ok(())
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("WebhookSecret(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret() -> WebhookSecret {
        WebhookSecret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap()
    }

    const BODY: &[u8] = br#"{"test": 2432232314}"#;

    /// The example of the specification.
    #[test]
    fn the_example_of_the_specification_is_signed_alike() {
        let signed = secret().sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn what_is_forged_old_or_mangled_is_not_believed() {
        let now = Timestamp::from_second(1_614_265_330).unwrap();
        let sign = secret().sign("a", 1_614_265_330, BODY);
        let verify = |id, moment, signatures: &str, body| {
            secret().verify((id, moment, signatures), body, now)
        };
        assert_eq!(verify("a", "1614265330", &sign, BODY), Ok(()));
        let several = format!("v1,AAAA {sign} v2,x");
        assert_eq!(verify("a", "1614265330", &several, BODY), Ok(()));
        assert_eq!(
            verify("b", "1614265330", &sign, BODY),
            Err(NotGenuine::Signature)
        );
        assert_eq!(
            verify("a", "1614265330", &sign, b"{}"),
            Err(NotGenuine::Signature)
        );
        assert_eq!(verify("a", "now", &sign, BODY), Err(NotGenuine::Heads));
        assert_eq!(
            verify("", "1614265330", &sign, BODY),
            Err(NotGenuine::Heads)
        );
        let late = now + jiff::SignedDuration::from_secs(301);
        assert_eq!(
            secret().verify(("a", "1614265330", &sign), BODY, late),
            Err(NotGenuine::Moment)
        );
    }

    #[test]
    fn a_secret_is_read_as_it_is_written() {
        for text in [
            "",
            "whsec_",
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_short",
        ] {
            assert_eq!(WebhookSecret::parse(text), Err(NoSecret), "{text}");
        }
    }
}
