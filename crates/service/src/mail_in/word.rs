//! The word in the address to which a filer replies: it says which case is meant and to whom we wrote, and nobody else can
//! make it.
//!
//! Mail servers keep its capitals and some programs do not, so it means the same in both.

use chikaya_domain::id::CaseId;
use data_encoding::BASE32_NOPAD;
use jiff::Timestamp;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::seam::Key;

/// Bytes that name the case.
const CASE: usize = 16;

/// Bytes that say when the word was made: seconds since the epoch.
const MOMENT: usize = 5;

/// Bytes of the keyed digest.
const DIGEST: usize = 10;

/// A word as it came. Whether it is genuine is known with the address that it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReplyWord {
    /// The case it names.
    pub(super) case: CaseId,
    /// When it says it was made.
    pub(super) made: Timestamp,
    digest: [u8; DIGEST],
}

/// The word for replies about a case by whoever is written to at an address now.
pub(crate) fn reply_word(case: CaseId, address: &str, now: Timestamp, key: &Key) -> String {
    let moment = moment_of(now);
    let digest = digest_of(case, &moment, address, key);
    let bytes = [case.as_uuid().as_bytes().as_slice(), &moment, &digest].concat();
    BASE32_NOPAD.encode(&bytes).to_lowercase()
}

impl ReplyWord {
    /// Reads a word, in capitals or not; `None` if it cannot be one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let bytes = BASE32_NOPAD
            .decode(text.to_ascii_uppercase().as_bytes())
            .ok()?;
        if bytes.len() != CASE + MOMENT + DIGEST {
            return None;
        }
        let (case, rest) = bytes.split_at(CASE);
        let (moment, digest) = rest.split_at(MOMENT);
        let mut seconds = [0; 8];
        seconds[8 - MOMENT..].copy_from_slice(moment);
        Some(Self {
            case: CaseId::new(Uuid::from_slice(case).ok()?),
            made: Timestamp::from_second(i64::from_be_bytes(seconds)).ok()?,
            digest: digest.try_into().ok()?,
        })
    }

    /// Whether it was made for this address.
    pub(super) fn is_for(&self, address: &str, key: &Key) -> bool {
        let expected = digest_of(self.case, &moment_of(self.made), address, key);
        expected.ct_eq(&self.digest).into()
    }
}

fn moment_of(at: Timestamp) -> [u8; MOMENT] {
    let seconds = u64::try_from(at.as_second()).unwrap_or(0).to_be_bytes();
    let mut moment = [0; MOMENT];
    moment.copy_from_slice(&seconds[8 - MOMENT..]);
    moment
}

fn digest_of(case: CaseId, moment: &[u8], address: &str, key: &Key) -> [u8; DIGEST] {
    let (case, address) = (case.as_uuid(), address.to_lowercase());
    let whole = key.digest(
        "mail reply 1",
        &[case.as_bytes(), moment, address.as_bytes()],
    );
    let mut digest = [0; DIGEST];
    digest.copy_from_slice(&whole[..DIGEST]);
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_capitals_too_and_for_its_address_alone() {
        let key = Key::new([7; 32]);
        let case = CaseId::new(Uuid::from_u128(5));
        let now = Timestamp::from_second(1_773_000_000).unwrap();
        let word = reply_word(case, "Fatima@example.org", now, &key);
        // `bounce+` and the word fit into the 64 signs before the @ (RFC 5321).
        assert_eq!(word.len(), 50);
        for written in [word.clone(), word.to_uppercase()] {
            let read = ReplyWord::parse(&written).unwrap();
            assert_eq!((read.case, read.made), (case, now));
            assert!(read.is_for("fatima@example.org", &key));
            assert!(!read.is_for("other@example.org", &key));
            assert!(!read.is_for("fatima@example.org", &Key::new([8; 32])));
        }
        for index in 0..word.len() {
            let mut bytes = word.clone().into_bytes();
            bytes[index] = if bytes[index] == b'a' { b'b' } else { b'a' };
            let forged = ReplyWord::parse(std::str::from_utf8(&bytes).unwrap());
            assert!(!forged.is_some_and(|word| word.is_for("fatima@example.org", &key)));
        }
        assert_eq!(ReplyWord::parse("a"), None);
    }
}
