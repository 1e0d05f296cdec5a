//! Passwords: hashed with Argon2id, checked in constant time, never shown.

use std::fmt;

use argon2::{
    Argon2, PasswordHasher as _, PasswordVerifier as _, password_hash::phc::PasswordHash,
};
use chikaya_domain::text::{composed, length};
use thiserror::Error;
use zxcvbn::Score;

/// Shortest password, in characters. Length is asked for, not signs of certain sorts (NIST SP 800-63B, 3.1.1.2).
pub const PASSWORD_MINIMUM: usize = 12;

/// Longest password, in bytes, so that hashing cannot be made a burden.
const PASSWORD_MAXIMUM: usize = 256;

/// Words that people of this country and this house try first, besides the common passwords and words that the library
/// knows.
const HERE: &[&str] = &[
    "chikaya",
    "shikaya",
    "maroc",
    "morocco",
    "maghreb",
    "rabat",
    "casablanca",
    "marrakech",
    "agadir",
    "tanger",
    "meknes",
    "motdepasse",
    "azerty",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "bonjour",
    "soleil",
    "mohamed",
    "mohammed",
    "fatima",
    "youssef",
    "inchallah",
    "bismillah",
    "allah",
    "raja",
    "wydad",
    "administrateur",
    "administration",
    "commune",
];

/// A password as typed. Its `Debug` hides it.
///
/// One keyboard writes é as one sign, another as two: passwords are compared with letters composed (NFC, as RFC 8265
/// has it). Those chosen before that rule are tried as they were typed too.
#[derive(Clone)]
pub struct Password {
    composed: String,
    typed: String,
}

/// Why a new password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WeakPassword {
    /// Fewer than [`PASSWORD_MINIMUM`] characters.
    #[error("too short")]
    TooShort,
    /// More than can be handled.
    #[error("too long")]
    TooLong,
    /// One of the common ones, words that are tried first, dates and rows of keys, or the address itself: somebody who may
    /// try a hundred million would find it (zxcvbn, score 3).
    #[error("too easy to guess")]
    Guessable,
}

impl WeakPassword {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooShort => "error-password-too-short",
            Self::TooLong => "error-password-too-long",
            Self::Guessable => "error-password-guessable",
        }
    }
}

impl Password {
    /// A password someone types to sign in: anything, cut off where no password can be longer.
    pub fn typed(text: &str) -> Self {
        let typed: String = text.trim().chars().take(PASSWORD_MAXIMUM).collect();
        Self {
            composed: composed(&typed),
            typed,
        }
    }

    /// A new password, which must be hard to guess.
    pub fn choose(text: &str, email: &str) -> Result<Self, WeakPassword> {
        let password = Self::typed(text);
        let text = password.composed.as_str();
        let length = length(text);
        if length < PASSWORD_MINIMUM {
            return Err(WeakPassword::TooShort);
        }
        if text.len() > PASSWORD_MAXIMUM {
            return Err(WeakPassword::TooLong);
        }
        let known: Vec<&str> = HERE
            .iter()
            .copied()
            .chain(email.split(['@', '.', '-', '_']))
            .chain([email])
            .collect();
        if zxcvbn::zxcvbn(text, &known).score() < Score::Three {
            return Err(WeakPassword::Guessable);
        }
        Ok(password)
    }

    /// Its Argon2id hash in PHC form, with this salt. Takes tens of milliseconds on purpose: never on an
    /// archive thread.
    pub(super) fn hash(&self, salt: &[u8; 16]) -> String {
        Argon2::default()
            .hash_password_with_salt(self.composed.as_bytes(), salt)
            .expect("a salt of 16 bytes and a password under 1 KiB can always be hashed")
            .to_string()
    }

    /// Whether it is the password behind `hash`. A hash that cannot be read fits nothing.
    pub(super) fn fits(&self, hash: &str) -> bool {
        PasswordHash::new(hash).is_ok_and(|hash| {
            let fits = |text: &str| {
                Argon2::default()
                    .verify_password(text.as_bytes(), &hash)
                    .is_ok()
            };
            fits(&self.composed) || (self.typed != self.composed && fits(&self.typed))
        })
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_alone() {
        let password = Password::choose("a long enough phrase", "a@example.org").unwrap();
        let hash = password.hash(&[3; 16]);
        assert!(hash.starts_with("$argon2id$"));
        assert!(password.fits(&hash));
        assert!(!Password::typed("a long enough phrasE").fits(&hash));
        assert!(!password.fits("nonsense"));
        let accents = Password::choose("une phrase e\u{301}crite", "a@example.org").unwrap();
        assert!(Password::typed(" une phrase écrite").fits(&accents.hash(&[3; 16])));
    }

    #[test]
    fn weak_passwords_are_refused_with_a_reason() {
        let choose = |text| Password::choose(text, "fatima@example.org").err();
        assert_eq!(choose("short"), Some(WeakPassword::TooShort));
        assert_eq!(choose("aaaaaaaaaaaaaaaa"), Some(WeakPassword::Guessable));
        assert_eq!(
            choose("xx fatima@example.org"),
            Some(WeakPassword::Guessable)
        );
        for common in [
            "password1234",
            "azertyuiop12",
            "123456789012",
            "P@ssw0rd2026!",
            "Casablanca2026",
            "motdepasse123",
            "qwertyuiopas",
            "abcabcabcabc",
            "fatimaexample",
        ] {
            assert_eq!(choose(common), Some(WeakPassword::Guessable), "{common}");
        }
        for phrase in [
            "أحب البحر في الصباح",
            "le thé refroidit près du puits",
            "ⵜⴰⴼⵓⴽⵜ ⵜⵖⵍⵉ ⵖⵔ ⵉⵍⵍ",
            "correct horse battery staple",
            "x7Qp-uu2K-9wzT",
        ] {
            assert_eq!(choose(phrase), None, "{phrase}");
        }
    }
}
