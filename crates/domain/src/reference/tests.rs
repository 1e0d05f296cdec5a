//! Every single slip of hand or ear is noticed, and every usual way of typing is understood.

use proptest::prelude::*;

use super::*;

const SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[test]
fn a_reference_is_read_as_people_type_it() {
    let reference = Reference::draw("CK", 2026, 0x1234_5678_9abc);
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
    fn every_single_substitution_is_noticed(random: u64, year in 2018_i16..2099) {
        let plain = Reference::draw("CK", year, random).to_string().replace('-', "");
        for place in 2..plain.len() {
            for sign in SIGNS.chars() {
                if plain[place..].starts_with(sign) {
                    continue;
                }
                let mut wrong = plain.clone();
                wrong.replace_range(place..=place, &sign.to_string());
                prop_assert!(Reference::parse(&wrong).is_err(), "{} for {}", wrong, plain);
            }
        }
    }

    #[test]
    fn every_swap_of_two_signs_is_noticed(random: u64) {
        let plain = Reference::draw("CK", 2026, random).to_string().replace('-', "");
        for first in 2..plain.len() {
            for second in first + 1..plain.len() {
                let mut signs: Vec<char> = plain.chars().collect();
                if signs[first] == signs[second] {
                    continue;
                }
                signs.swap(first, second);
                let wrong: String = signs.into_iter().collect();
                prop_assert!(Reference::parse(&wrong).is_err(), "{} for {}", wrong, plain);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused_without_panic(text: String) {
        let _ = Reference::parse(&text);
        let _ = AccessCode::parse(&text);
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
