//! The digits of a reference, for the keys of a telephone: `2608 1575 380 296` for `CK-26-7K3M-9QDX`.

use std::fmt;

use thiserror::Error;

use super::{
    Reference, ReferencePrefix,
    number::{RANDOM_SIGNS, SIGNS, complete},
};

/// Digits for the random signs: 2^35 has eleven.
const BODY_DIGITS: usize = 11;

/// Digits in all: the year, the random signs, the check.
pub const KEYPAD_DIGITS: usize = 2 + BODY_DIGITS + 1;

/// Sizes of the groups in which people read and say them.
const GROUPS: [usize; 4] = [4, 4, 3, 3];

/// The quasigroup of Damm's check: from any row, each digit leads to another row, and two different digits one after the
/// other lead elsewhere than the same two swapped. So one wrong digit and two swapped neighbours are always noticed.
/// Source: H. Michael Damm, „Total anti-symmetrische Quasigruppen“, Marburg 2004, the example of order 10.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// A reference as digits: the year, the random signs as one number, and a check digit of their own, so that a slip is heard
/// before the code is asked for. The prefix is not in it: callers of an instance ask for its own
/// cases, and every letter more is a digit and a half to press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keypad(String);

/// Why digits stand for no reference. None of them says whether such a case exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeypadError {
    /// Too few or too many digits.
    #[error("{pressed} digits instead of 14")]
    Length {
        /// Digits pressed.
        pressed: usize,
    },
    /// The check digit does not fit, or no reference has these digits: something was pressed wrongly.
    #[error("the check digit does not fit")]
    Check,
}

impl Keypad {
    /// The digits of a reference.
    pub fn of(reference: &Reference) -> Self {
        let signs: String = reference
            .as_str()
            .split('-')
            .skip(1)
            .collect::<Vec<_>>()
            .concat();
        let (year, body) = signs.split_at(2);
        let number = body
            .bytes()
            .take(RANDOM_SIGNS)
            .fold(0_u64, |number, sign| number * 32 + value(sign));
        let digits = format!("{year}{number:0BODY_DIGITS$}");
        let check = char::from(b'0' + damm(digits.bytes()));
        Self(format!("{digits}{check}"))
    }

    /// The reference that digits stand for, in an instance whose references begin with `prefix`.
    pub fn read(digits: &str, prefix: &ReferencePrefix) -> Result<Reference, KeypadError> {
        if digits.len() != KEYPAD_DIGITS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(KeypadError::Length {
                pressed: digits.chars().count(),
            });
        }
        if damm(digits.bytes()) != 0 {
            return Err(KeypadError::Check);
        }
        let (year, rest) = digits.split_at(2);
        let mut number: u64 = rest[..BODY_DIGITS]
            .parse()
            .map_err(|_| KeypadError::Check)?;
        let mut body = [b'0'; RANDOM_SIGNS];
        for sign in body.iter_mut().rev() {
            let place = usize::try_from(number % 32).map_err(|_| KeypadError::Check)?;
            *sign = SIGNS[place];
            number /= 32;
        }
        if number > 0 {
            return Err(KeypadError::Check);
        }
        let body = String::from_utf8_lossy(&body);
        complete(prefix.as_str(), year, &body).ok_or(KeypadError::Check)
    }

    /// The digits without spaces.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The digits in the groups in which they are shown and said.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        let mut rest = self.0.as_str();
        GROUPS.into_iter().map(move |size| {
            let (group, behind) = rest.split_at(size);
            rest = behind;
            group
        })
    }
}

impl fmt::Display for Keypad {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, group) in self.groups().enumerate() {
            if place > 0 {
                formatter.write_str("\u{a0}")?;
            }
            formatter.write_str(group)?;
        }
        Ok(())
    }
}

/// Whether digits can be those of a reference: so many of them, and the check digit fits.
pub fn fits_keypad(digits: &str) -> bool {
    digits.len() == KEYPAD_DIGITS
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && damm(digits.bytes()) == 0
}

/// The check digit of digits; 0 when they end with it.
fn damm(digits: impl Iterator<Item = u8>) -> u8 {
    digits.fold(0, |row, digit| {
        DAMM[usize::from(row)][usize::from(digit.wrapping_sub(b'0') % 10)]
    })
}

/// What a sign counts: its place in the alphabet of references.
fn value(sign: u8) -> u64 {
    SIGNS
        .iter()
        .position(|known| *known == sign)
        .map_or(0, |place| place as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn prefix(letters: &str) -> ReferencePrefix {
        ReferencePrefix::parse(letters).unwrap()
    }

    proptest! {
        #[test]
        fn digits_lead_back_to_their_reference(
            random: u64, year in 2018_i16..2099, letters in "[A-Z]{2,3}"
        ) {
            let prefix = prefix(&letters);
            let reference = Reference::draw(&prefix, year, random);
            let keypad = Keypad::of(&reference);
            prop_assert_eq!(keypad.digits().len(), KEYPAD_DIGITS);
            prop_assert_eq!(Keypad::read(keypad.digits(), &prefix), Ok(reference));
        }

        #[test]
        fn one_wrong_digit_and_two_swapped_neighbours_are_noticed(random: u64, year in 2018_i16..2099) {
            let prefix = prefix("CK");
            let right = Keypad::of(&Reference::draw(&prefix, year, random)).digits().to_owned();
            for place in 0..KEYPAD_DIGITS {
                for digit in b'0'..=b'9' {
                    let mut wrong = right.clone().into_bytes();
                    wrong[place] = digit;
                    let wrong = String::from_utf8(wrong).unwrap();
                    prop_assert_eq!(Keypad::read(&wrong, &prefix).is_ok(), wrong == right, "{}", wrong);
                }
                if place > 0 {
                    let mut wrong = right.clone().into_bytes();
                    wrong.swap(place - 1, place);
                    let wrong = String::from_utf8(wrong).unwrap();
                    prop_assert_eq!(Keypad::read(&wrong, &prefix).is_ok(), wrong == right, "{}", wrong);
                }
            }
        }

        #[test]
        fn whatever_is_pressed_is_read_or_refused(pressed in "[0-9*#]{0,20}") {
            let _ = Keypad::read(&pressed, &prefix("CK"));
        }
    }

    #[test]
    fn a_digit_too_few_or_too_many_is_told_apart_from_a_wrong_one() {
        let prefix = prefix("CK");
        let keypad = Keypad::of(&Reference::draw(&prefix, 2026, 0x1234_5678_9abc));
        let digits = keypad.digits();
        for pressed in [&digits[1..], &format!("{digits}0"), ""] {
            assert!(matches!(
                Keypad::read(pressed, &prefix),
                Err(KeypadError::Length { .. })
            ));
        }
        assert_eq!(
            Keypad::read("99999999999999", &prefix),
            Err(KeypadError::Check)
        );
    }

    #[test]
    fn digits_are_shown_in_groups() {
        let keypad = Keypad::of(&Reference::draw(&prefix("CK"), 2026, 7));
        let shown = keypad.to_string();
        let sizes: Vec<usize> = shown.split('\u{a0}').map(str::len).collect();
        assert_eq!(sizes, GROUPS);
        assert_eq!(shown.replace('\u{a0}', ""), keypad.digits());
    }
}
