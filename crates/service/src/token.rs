//! Tokens: unguessable words that open a draft, a session, an invitation or a case.

use std::fmt;

use chikaya_domain::id::CaseId;
use data_encoding::BASE32_NOPAD;
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::seam::{Identifiers, Key};

/// How long a proof of access to a case lasts, in hours.
pub const CASE_PASS_HOURS: i64 = 12;

/// Bytes of a token.
pub(crate) const TOKEN_BYTES: usize = 20;

/// A random token of 160 bits. Only its digest is kept, so a stolen database opens nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Draws a token.
    pub fn draw(identifiers: &Identifiers) -> Self {
        Self::of_bytes(identifiers.bytes())
    }

    /// A token that is always the same for the same digest.
    pub fn of_digest(digest: &[u8; 32]) -> Self {
        let mut bytes = [0; TOKEN_BYTES];
        bytes.copy_from_slice(&digest[..TOKEN_BYTES]);
        Self::of_bytes(bytes)
    }

    /// Reads a token as it came in a link or cookie; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 32
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte));
        fits.then(|| Self(text.to_owned()))
    }

    /// The token itself, for a link or cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A token of its bytes.
    pub(crate) fn of_bytes(bytes: [u8; TOKEN_BYTES]) -> Self {
        Self(BASE32_NOPAD.encode(&bytes).to_lowercase())
    }

    /// Its bytes; `None` for none that is drawn here.
    pub(crate) fn bytes(&self) -> Option<[u8; TOKEN_BYTES]> {
        let bytes = BASE32_NOPAD.decode(self.0.to_uppercase().as_bytes()).ok()?;
        bytes.try_into().ok()
    }

    /// Its digest, under which things are kept.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(hidden)")
    }
}

/// A proof that its bearer opened a case with reference and code, or came by the link of a message.
/// It is checked with the house key alone.
#[derive(Clone, PartialEq, Eq)]
pub struct CasePass {
    /// The case.
    pub case: CaseId,
    /// Until when it is good.
    pub until: Timestamp,
}

impl CasePass {
    /// A pass from `now` on.
    pub fn issue(case: CaseId, now: Timestamp) -> Self {
        Self {
            case,
            until: now
                .checked_add(CASE_PASS_HOURS.hours())
                .unwrap_or(Timestamp::MAX),
        }
    }

    /// The pass as a cookie carries it.
    pub fn seal(&self, key: &Key) -> String {
        let until = self.until.as_second();
        let mac = key.digest(
            "case pass",
            &[self.case.as_uuid().as_bytes(), &until.to_be_bytes()],
        );
        format!(
            "{}.{until}.{}",
            self.case.as_uuid().simple(),
            BASE32_NOPAD.encode(&mac[..20])
        )
    }

    /// Opens a sealed pass; `None` when it is forged, mangled or over.
    pub fn open(text: &str, key: &Key, now: Timestamp) -> Option<Self> {
        let mut parts = text.split('.');
        let case = Uuid::try_parse(parts.next()?).ok()?;
        let until = Timestamp::from_second(parts.next()?.parse().ok()?).ok()?;
        let pass = Self {
            case: CaseId::new(case),
            until,
        };
        let genuine = pass.seal(key).as_bytes().ct_eq(text.as_bytes());
        (bool::from(genuine) && now <= until).then_some(pass)
    }
}

/// How long the link of a message opens its case, in days of 24 hours. Each message brings a fresh one.
pub const LINK_DAYS: i64 = 90;

/// Bytes of a link's word that say when it was made: seconds since the epoch.
const LINK_MOMENT: usize = 5;

/// Bytes of a link's word in all.
const LINK_BYTES: usize = 20;

/// The word that opens a case from the link of a message sent now: derived from the key, kept nowhere.
pub fn link_word(case: CaseId, now: Timestamp, key: &Key) -> String {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0).to_be_bytes();
    let mut moment = [0; LINK_MOMENT];
    moment.copy_from_slice(&seconds[8 - LINK_MOMENT..]);
    let mac = key.digest("case link", &[case.as_uuid().as_bytes(), &moment]);
    let mut word = [0; LINK_BYTES];
    word[..LINK_MOMENT].copy_from_slice(&moment);
    word[LINK_MOMENT..].copy_from_slice(&mac[..LINK_BYTES - LINK_MOMENT]);
    BASE32_NOPAD.encode(&word).to_lowercase()
}

/// When a link of `case` was made, if `word` is its genuine word, compared in constant time.
pub(crate) fn link_moment(case: CaseId, word: &str, key: &Key) -> Option<Timestamp> {
    let bytes = BASE32_NOPAD.decode(word.to_uppercase().as_bytes()).ok()?;
    let mut seconds = [0; 8];
    seconds[8 - LINK_MOMENT..].copy_from_slice(bytes.get(..LINK_MOMENT)?);
    let moment = Timestamp::from_second(i64::from_be_bytes(seconds)).ok()?;
    let is_genuine: bool = link_word(case, moment, key)
        .as_bytes()
        .ct_eq(word.as_bytes())
        .into();
    is_genuine.then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_pass_opens_until_its_time_and_not_after() {
        let key = Key::new([7; 32]);
        let case = CaseId::new(Uuid::from_u128(5));
        let sealed = CasePass::issue(case, at(1000)).seal(&key);
        assert_eq!(
            CasePass::open(&sealed, &key, at(2000)).map(|pass| pass.case),
            Some(case)
        );
        assert!(CasePass::open(&sealed, &key, at(1001 + CASE_PASS_HOURS * 3600)).is_none());
    }

    #[test]
    fn a_pass_changed_anywhere_opens_nothing() {
        let key = Key::new([7; 32]);
        let sealed = CasePass::issue(CaseId::new(Uuid::from_u128(5)), at(1000)).seal(&key);
        for index in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[index] = if bytes[index] == b'a' { b'b' } else { b'a' };
            let forged = String::from_utf8(bytes).unwrap();
            assert!(CasePass::open(&forged, &key, at(1500)).is_none(), "{index}");
        }
        assert!(CasePass::open(&sealed, &Key::new([8; 32]), at(1500)).is_none());
    }

    #[test]
    fn the_word_of_a_link_says_when_it_was_made_and_nothing_else_makes_one() {
        let key = Key::new([7; 32]);
        let case = CaseId::new(Uuid::from_u128(5));
        let word = link_word(case, at(1_773_000_000), &key);
        assert_eq!(word.len(), 32);
        assert_eq!(link_moment(case, &word, &key), Some(at(1_773_000_000)));
        let later = link_word(case, at(1_773_000_001), &key);
        let forged = format!("{}{}", &later[..8], &word[8..]);
        for wrong in [
            forged.as_str(),
            "",
            "a",
            &"a".repeat(32),
            &word.to_uppercase(),
        ] {
            assert_eq!(link_moment(case, wrong, &key), None, "{wrong}");
        }
        let other = CaseId::new(Uuid::from_u128(6));
        assert_eq!(link_moment(other, &word, &key), None);
    }

    #[test]
    fn tokens_are_read_back_and_nothing_else_is() {
        let token = Token::draw(&Identifiers::seeded(1));
        assert_eq!(Token::parse(token.as_str()), Some(token.clone()));
        assert!(Token::parse("").is_none());
        assert!(Token::parse(&token.as_str().to_uppercase()).is_none());
    }
}
