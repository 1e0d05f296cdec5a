//! Values of people as they are written, right and wrong: `tests/values.tsv` has them.

use super::*;
use crate::text::examples::of_kind;

/// The plan of the country pack.
pub(crate) fn plan() -> NumberingPlan {
    NumberingPlan {
        country_code: "212".to_owned(),
        trunk_prefix: "0".to_owned(),
        international_prefix: "00".to_owned(),
        digits: 9,
        beginnings: ["5", "6", "7", "8"].map(str::to_owned).to_vec(),
        short_digits: 5,
    }
}

fn phone(text: &str) -> Result<Phone, PhoneError> {
    Phone::parse(text, &plan())
}

#[test]
fn telephone_numbers_are_understood_however_they_are_written() {
    for (typed, kept) in of_kind("phone") {
        let read = phone(&typed)
            .map(|phone| phone.as_str().to_owned())
            .map_err(PhoneError::key);
        assert_eq!(read, kept, "{typed:?}");
    }
    assert_eq!(phone("06 12 34 56"), Err(PhoneError::Digits { written: 8 }));
    assert_eq!(phone("612345678"), Err(PhoneError::Digits { written: 9 }));
    assert_eq!(phone(" \u{200f}"), Err(PhoneError::Empty));
    assert_eq!(phone("+1 23"), Err(PhoneError::Foreign { written: 3 }));
}

#[test]
fn addresses_are_understood_and_those_nothing_can_reach_refused() {
    for (typed, kept) in of_kind("email") {
        let read = Email::parse(&typed)
            .map(|email| email.as_str().to_owned())
            .map_err(EmailError::key);
        assert_eq!(read, kept, "{typed:?}");
    }
    for wrong in ["a@b", "@example.org", "a@-x.org", "a..b@example.org"] {
        assert_eq!(Email::parse(wrong), Err(EmailError::Form), "{wrong}");
    }
    assert_eq!(Email::parse("\u{200f}"), Err(EmailError::Empty));
}

#[test]
fn cards_have_one_or_two_letters_and_five_to_seven_digits() {
    let cin = |text: &str| Identity::parse(IdentityKind::Cin, text);
    for (typed, kept) in of_kind("card") {
        let read = cin(&typed)
            .map(|card| card.number().to_owned())
            .map_err(IdentityError::key);
        assert_eq!(read, kept, "{typed:?}");
    }
    assert_eq!(
        cin("AB12345678"),
        Err(IdentityError::Form(IdentityKind::Cin))
    );
    assert_eq!(cin("\u{feff}"), Err(IdentityError::Empty));
}

#[test]
fn names_keep_what_is_seen_of_them() {
    for (typed, kept) in of_kind("name") {
        let read = PersonName::parse(&typed)
            .map(|name| name.as_str().to_owned())
            .map_err(NameError::key);
        assert_eq!(read, kept, "{typed:?}");
    }
    let long = "شَ".repeat(NAME_LIMIT);
    assert!(
        PersonName::parse(&long).is_ok(),
        "a letter with its mark is one"
    );
    assert_eq!(
        PersonName::parse(&format!("{long}ش")),
        Err(NameError::TooLong)
    );
}

#[test]
fn a_postal_address_fits_an_envelope() {
    assert_eq!(PostalAddress::parse("\u{200b}"), Err(PostalError::Empty));
    assert_eq!(PostalAddress::parse("Tiznit"), Err(PostalError::TooShort));
    assert_eq!(
        PostalAddress::parse(&"a".repeat(403)),
        Err(PostalError::TooLong { over: 3 })
    );
    let lines = PostalAddress::parse("12, rue de l’École\r\n85000 Tiznit").unwrap();
    assert_eq!(lines.as_str(), "12, rue de l’École\n85000 Tiznit");
}

#[test]
fn nothing_personal_shows_itself() {
    let number = phone("0612345678").unwrap();
    let email = Email::parse("fatima@example.org").unwrap();
    let identity = Identity::parse(IdentityKind::Cin, "JE123456").unwrap();
    let name = PersonName::parse("Fatima Exemple").unwrap();
    let shown = format!("{number:?} {email:?} {identity:?} {name:?}");
    for secret in ["612345678", "fatima", "JE123456", "Exemple"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert_eq!(number.masked(), "06\u{a0}12\u{a0}••\u{a0}••\u{a0}78");
    assert_eq!(email.masked(), "f•••@example.org");
    assert_eq!(identity.masked(), "JE•••456");
}
