//! Numbers and addresses as people write them, right and wrong.

use super::*;

#[test]
fn moroccan_numbers_are_understood_however_they_are_written() {
    for typed in [
        "0612345678",
        "06 12 34 56 78",
        "06-12-34-56-78",
        "+212 6 12 34 56 78",
        "+212 (0)6 12 34 56 78",
        "00212612345678",
        "٠٦١٢٣٤٥٦٧٨",
    ] {
        assert_eq!(
            Phone::parse(typed).unwrap().as_str(),
            "+212612345678",
            "{typed}"
        );
    }
    assert_eq!(
        Phone::parse("+33 1 23 45 67 89").unwrap().as_str(),
        "+33123456789"
    );
}

#[test]
fn mistakes_in_numbers_are_counted() {
    assert_eq!(
        Phone::parse("06 12 34 56"),
        Err(PhoneError::Digits { written: 8 })
    );
    assert_eq!(
        Phone::parse("612345678"),
        Err(PhoneError::Digits { written: 9 })
    );
    assert_eq!(Phone::parse("0812345678"), Err(PhoneError::Beginning));
    assert_eq!(Phone::parse("1612345678"), Err(PhoneError::Beginning));
    assert_eq!(Phone::parse("06 12 x"), Err(PhoneError::Sign));
    assert_eq!(Phone::parse(" "), Err(PhoneError::Empty));
    assert_eq!(
        Phone::parse("+1 23"),
        Err(PhoneError::Foreign { written: 3 })
    );
}

#[test]
fn cards_have_one_or_two_letters_and_five_to_seven_digits() {
    let cin = |text| Identity::parse(IdentityKind::Cin, text);
    assert_eq!(cin("je 123456").unwrap().number(), "JE123456");
    assert_eq!(cin("A-12345").unwrap().number(), "A12345");
    assert_eq!(cin("ABC12345"), Err(IdentityError::Form(IdentityKind::Cin)));
    assert_eq!(cin("AB1234"), Err(IdentityError::Form(IdentityKind::Cin)));
    assert_eq!(
        cin("AB12345678"),
        Err(IdentityError::Form(IdentityKind::Cin))
    );
    assert_eq!(cin(""), Err(IdentityError::Empty));
}

#[test]
fn addresses_that_could_never_be_delivered_are_refused() {
    assert_eq!(
        Email::parse(" A.b@Example.ORG ").unwrap().as_str(),
        "A.b@example.org"
    );
    assert!(Email::parse("سعيد@مثال.إختبار").is_ok());
    for wrong in [
        "a@b",
        "a b@example.org",
        "@example.org",
        "a@-x.org",
        "a..b@example.org",
        "a@b.org>x",
        "a\u{200e}b@example.org",
        "a\u{202e}b@example.org",
        "a\u{200b}@example.org",
        "a\u{ad}b@example.org",
        "a\u{feff}@example.org",
        "a@exam\u{200d}ple.org",
        "a@exam\u{3164}ple.org",
        "a@example.org\u{200f}",
    ] {
        assert_eq!(Email::parse(wrong), Err(EmailError::Form), "{wrong}");
    }
    assert_eq!(Email::parse("a.example.org"), Err(EmailError::At));
}

#[test]
fn nothing_personal_shows_itself() {
    let phone = Phone::parse("0612345678").unwrap();
    let email = Email::parse("fatima@example.org").unwrap();
    let identity = Identity::parse(IdentityKind::Cin, "JE123456").unwrap();
    let name = PersonName::parse("Fatima Exemple").unwrap();
    let shown = format!("{phone:?} {email:?} {identity:?} {name:?}");
    for secret in ["612345678", "fatima", "JE123456", "Exemple"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert_eq!(phone.masked(), "06\u{a0}12\u{a0}••\u{a0}••\u{a0}78");
    assert_eq!(email.masked(), "f•••@example.org");
    assert_eq!(identity.masked(), "JE•••456");
}

#[test]
fn names_are_tidied_and_tricks_refused() {
    assert_eq!(
        PersonName::parse("  فاطمة   مثال ").unwrap().as_str(),
        "فاطمة مثال"
    );
    assert_eq!(PersonName::parse("a\u{202e}b"), Err(NameError::Sign));
    assert_eq!(PersonName::parse("a\u{61c}b"), Err(NameError::Sign));
    assert_eq!(PersonName::parse(""), Err(NameError::Empty));
    for unseen in [
        "\u{200b}",
        "\u{200d}\u{200c}",
        "\u{ad} \u{3164}",
        "\u{2800}",
    ] {
        assert_eq!(PersonName::parse(unseen), Err(NameError::Empty));
    }
    // A joiner within a name is part of its spelling.
    assert!(PersonName::parse("علی\u{200c}رضا").is_ok());
}
