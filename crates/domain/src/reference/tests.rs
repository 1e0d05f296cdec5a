//! Every single slip of hand or ear is noticed, and every usual way of typing is understood.

use proptest::prelude::*;

use super::*;
use crate::text::examples::of_kind;

fn prefix(text: &str) -> ReferencePrefix {
    ReferencePrefix::parse(text).unwrap()
}

/// Several hundred references with prefixes of both lengths, without hyphens.
fn many() -> impl Iterator<Item = String> {
    ["CK", "MAR"].into_iter().flat_map(|letters| {
        (0..200_u64).map(move |number| {
            // Multiples of the golden ratio spread evenly over all 64-bit numbers.
            let random = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let year = 2018 + i16::try_from(number % 80).unwrap();
            Reference::draw(&prefix(letters), year, random)
                .to_string()
                .replace('-', "")
        })
    })
}

#[test]
fn a_reference_is_read_as_people_type_it() {
    let reference = Reference::draw(&prefix("CK"), 2026, 0x1234_5678_9abc);
    let text = reference.to_string();
    assert_eq!(text.len(), 15);
    assert!(text.starts_with("CK-26-"));
    for typed in [
        text.clone(),
        text.to_lowercase(),
        text.replace('-', ""),
        text.replace('-', " "),
        format!("  {text}\u{200f}"),
        text.replace('0', "O").replace('1', "l"),
        text.chars()
            .map(|sign| match sign {
                '0'..='9' => char::from_u32(u32::from(sign) - 48 + 0x660).unwrap(),
                other => other,
            })
            .collect(),
    ] {
        assert_eq!(Reference::parse(&typed), Ok(reference.clone()), "{typed}");
    }
}

#[test]
fn letters_stand_for_the_digits_they_look_like_in_a_code_alone() {
    for typed in ["O82O l93I", "o820-1931", "08201931"] {
        let code = AccessCode::parse(typed).unwrap();
        assert_eq!(code.digits(), "08201931", "{typed}");
    }
    for typed in ["O82O l93", "lo", "loi 0820", "O820 1931 X"] {
        assert!(AccessCode::parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn references_and_codes_are_found_as_people_copy_them() {
    for (typed, kept) in of_kind("reference") {
        let read = Reference::parse(&typed)
            .map(|reference| reference.to_string())
            .map_err(ReferenceError::key);
        assert_eq!(read, kept, "{typed:?}");
    }
    for (typed, kept) in of_kind("code") {
        let read = AccessCode::parse(&typed)
            .map(|code| code.digits())
            .map_err(CodeError::key);
        assert_eq!(read, kept, "{typed:?}");
    }
    // Words alone are none, however many letters they have.
    for words in [
        "MA 20 JUIN LUNE NOIR",
        "la lampe de ma rue est morte",
        "https://portal.test/ar/track/",
    ] {
        assert!(Reference::parse(words).is_err(), "{words}");
    }
}

#[test]
fn every_single_substitution_is_noticed_in_the_prefix_too() {
    let signs = ('0'..='9').chain('A'..='Z');
    for plain in many() {
        let right = Reference::parse(&plain).unwrap();
        for place in 0..plain.len() {
            for sign in signs.clone() {
                let mut wrong = plain.clone();
                wrong.replace_range(place..=place, &sign.to_string());
                let is_the_same = match &plain[place..=place] {
                    // What nobody can tell from a digit is read as the digit.
                    "0" => "0O".contains(sign),
                    "1" => "1IL".contains(sign),
                    other => other.starts_with(sign),
                };
                let read = Reference::parse(&wrong);
                if is_the_same {
                    assert_eq!(read, Ok(right.clone()), "{wrong} for {plain}");
                } else {
                    assert!(read.is_err(), "{wrong} for {plain}");
                }
            }
        }
    }
}

#[test]
fn every_swap_of_two_signs_is_noticed_in_the_prefix_too() {
    for plain in many() {
        for first in 0..plain.len() {
            for second in first + 1..plain.len() {
                let mut signs: Vec<char> = plain.chars().collect();
                if signs[first] == signs[second] {
                    continue;
                }
                signs.swap(first, second);
                let wrong: String = signs.into_iter().collect();
                assert!(Reference::parse(&wrong).is_err(), "{wrong} for {plain}");
            }
        }
    }
}

#[test]
fn a_prefix_is_two_or_three_capitals() {
    assert_eq!(prefix("CK").as_str(), "CK");
    assert_eq!(prefix("MAR").to_string(), "MAR");
    for wrong in ["", "C", "CHIK", "ck", "C1", "C K", "ÇK", "شك"] {
        assert_eq!(ReferencePrefix::parse(wrong), Err(NotAPrefix), "{wrong}");
    }
}

#[test]
fn mistakes_are_told_apart() {
    assert_eq!(Reference::parse("  "), Err(ReferenceError::Empty));
    assert!(matches!(
        Reference::parse("CK-26-7K3M"),
        Err(ReferenceError::Length { .. })
    ));
    assert_eq!(
        Reference::parse("CK-26-7K3M-9Q!X"),
        Err(ReferenceError::Sign)
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_panic(text: String) {
        let _ = Reference::parse(&text);
        let _ = AccessCode::parse(&text);
    }

    #[test]
    fn a_drawn_reference_is_read_back(random: u64, year in 2018_i16..2099, letters in "[A-Z]{2,3}") {
        let reference = Reference::draw(&prefix(&letters), year, random);
        prop_assert_eq!(Reference::parse(reference.as_str()), Ok(reference.clone()));
    }

    #[test]
    fn a_code_is_read_back(random: [u8; 32]) {
        let code = AccessCode::from_bytes(random);
        prop_assert_eq!(AccessCode::parse(&code.to_string()), Ok(code.clone()));
        prop_assert_eq!(AccessCode::parse(&code.digits()), Ok(code));
    }
}

#[test]
fn a_code_is_hidden_from_logs_and_counts_its_digits() {
    let code = AccessCode::from_bytes([7; 32]);
    assert_eq!(format!("{code:?}"), "AccessCode(hidden)");
    assert_eq!(
        AccessCode::parse("482719"),
        Err(CodeError::Length { written: 6 })
    );
    assert_eq!(AccessCode::parse("4827 193x"), Err(CodeError::Sign));
    assert_eq!(
        AccessCode::parse("٤٨٢٧ ١٩٣٦"),
        AccessCode::parse("48271936")
    );
}
