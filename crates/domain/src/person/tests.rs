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
        mobile: ["6", "7"].map(str::to_owned).to_vec(),
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
fn the_number_of_a_body_is_its_common_identifier_or_its_registration() {
    let read = |text: &str| {
        let kind = IdentityKind::of_body(text);
        Identity::parse(kind, text)
            .map(|identity| identity.number().to_owned())
            .map_err(IdentityError::key)
    };
    for (typed, kept) in of_kind("body") {
        assert_eq!(read(&typed), kept, "{typed:?}");
    }
    assert_eq!(IdentityKind::of_body("12345"), IdentityKind::Registration);
    assert_eq!(IdentityKind::of_body("ICE 1"), IdentityKind::Ice);
    assert_eq!(read("<b>"), Err("error-identity-form"));
    assert_eq!(read(&"9".repeat(21)), Err("error-identity-form"));
}

#[test]
fn one_digit_changed_or_two_swapped_is_noticed_in_a_common_identifier() {
    let right = "001234567000353";
    let ice = |text: &str| Identity::parse(IdentityKind::Ice, text);
    assert!(ice(right).is_ok());
    for place in 0..right.len() {
        for digit in b'0'..=b'9' {
            let mut changed = right.as_bytes().to_vec();
            changed[place] = digit;
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(ice(&changed).is_ok(), changed == right, "{changed}");
        }
        let mut swapped = right.as_bytes().to_vec();
        if place + 1 < swapped.len() {
            swapped.swap(place, place + 1);
            let swapped = String::from_utf8(swapped).unwrap();
            assert_eq!(ice(&swapped).is_ok(), swapped == right, "{swapped}");
        }
    }
}

#[test]
fn a_quality_is_a_few_words() {
    let read = |text: &str| Quality::parse(text).map(|quality| quality.as_str().to_owned());
    assert_eq!(read("  Gérante \u{200b}"), Ok("Gérante".to_owned()));
    assert_eq!(read("رئيس الجمعية"), Ok("رئيس الجمعية".to_owned()));
    assert_eq!(read("\u{200f}"), Err(QualityError::Empty));
    assert_eq!(read("12"), Err(QualityError::Form));
    assert_eq!(
        read(&"a".repeat(QUALITY_LIMIT + 1)),
        Err(QualityError::TooLong)
    );
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
    let quality = Quality::parse("Trésorière").unwrap();
    let shown = format!("{number:?} {email:?} {identity:?} {name:?} {quality:?}");
    for secret in ["612345678", "fatima", "JE123456", "Exemple", "Trésorière"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert_eq!(number.masked(), "06\u{a0}12\u{a0}••\u{a0}••\u{a0}78");
    assert_eq!(email.masked(), "f•••@example.org");
    assert_eq!(identity.masked(), "JE•••456");
}
