//! Every mail is worded in four languages, escapes what people typed, and carries a link that works.

use chikaya_domain::{
    Language, Names,
    answer::Outcome,
    case::{ClosingKey, Kind},
    id::OrganisationCode,
    organisation::{Organisation, OrganisationKind, Organisations},
    person::{Contact, Email},
    reference::{Reference, ReferencePrefix},
};
use chikaya_service::message::outbox::{CaseMessage, Content, ListedCase, Message, Occasion};
use jiff::civil::date;
use uuid::Uuid;

use super::*;

const OCCASIONS: [Occasion; 8] = [
    Occasion::Acknowledgement,
    Occasion::Transfer,
    Occasion::Question,
    Occasion::Extension,
    Occasion::Answer,
    Occasion::Closure,
    Occasion::Reopening,
    Occasion::Reminder,
];

fn code() -> OrganisationCode {
    OrganisationCode::parse("commune-sample").unwrap()
}

fn organisations() -> Organisations {
    Organisations::new([Organisation {
        code: code(),
        kind: OrganisationKind::Commune,
        parent: None,
        territory: None,
        acronym: None,
        names: Names {
            ar: "جماعة نموذجية".to_owned(),
            fr: "Commune d’exemple".to_owned(),
            zgh: None,
            en: None,
        },
        supervisor: None,
        receives: true,
    }])
    .unwrap()
}

fn message(occasion: Occasion, language: Language) -> Message {
    Message {
        id: Uuid::from_u128(7),
        to: Contact::Email(Email::parse("filer@example.org").unwrap()),
        language,
        content: Content::Case(Box::new(CaseMessage {
            occasion,
            thread: Uuid::from_u128(70),
            reference: Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 99),
            link_word: "abcdef".to_owned(),
            kind: Kind::Complaint,
            title: "<b>Lampadaires</b> & fils".to_owned(),
            organisation: code(),
            filed_on: date(2026, 3, 12),
            answer_due: date(2026, 5, 11),
            days_left: -2,
            text: Some("ligne <1>\nسطر 2".to_owned()),
            reopen_until: Some(date(2026, 6, 10)),
            filed_moment: date(2026, 3, 12).at(21, 14, 0, 0),
            respond_by: Some(date(2026, 3, 20)),
            outcome: Some(Outcome::PartlyGranted),
            closing_key: Some(ClosingKey::TimePassed),
            is_for_staff: occasion == Occasion::Reminder,
        })),
    }
}

fn letterhead() -> Letterhead {
    Letterhead {
        portal: "https://portal.example.org".to_owned(),
        is_demo: false,
    }
}

#[test]
fn every_mail_is_worded_in_every_language() {
    for occasion in OCCASIONS {
        for language in Language::ALL {
            let mail = compose(
                &message(occasion, language),
                &organisations(),
                &letterhead(),
            )
            .unwrap();
            for text in [&mail.subject, &mail.text, &mail.html] {
                assert!(
                    !text.contains("[mail-") && !text.contains("[case-"),
                    "{occasion:?} {language}: {text}"
                );
            }
            assert!(mail.html.contains(&format!(
                "lang=\"{language}\" dir=\"{}\"",
                language.direction()
            )));
            assert!(
                !mail.subject.contains(['\n', '\u{2068}']),
                "{}",
                mail.subject
            );
        }
    }
}

#[test]
fn what_people_typed_is_escaped_in_html_and_whole_in_text() {
    let mail = compose(
        &message(Occasion::Question, Language::French),
        &organisations(),
        &letterhead(),
    )
    .unwrap();
    assert!(!mail.html.contains("<b>Lamp") && !mail.html.contains("<1>"));
    assert!(mail.text.contains("<b>Lampadaires</b> & fils"));
    assert!(mail.text.contains("> ligne <1>\n> سطر 2"));
}

#[test]
fn the_link_opens_the_case_in_the_language_of_the_mail() {
    let mail = compose(
        &message(Occasion::Answer, Language::Arabic),
        &organisations(),
        &letterhead(),
    )
    .unwrap();
    let reference = Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 99);
    let link = format!("https://portal.example.org/ar/track/{reference}/open/abcdef");
    assert!(mail.text.contains(&link) && mail.html.contains(&link));
}

#[test]
fn the_list_for_a_lost_receipt_names_each_case() {
    let reference = Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 5);
    let listed = Message {
        content: Content::LostReceipt {
            cases: vec![ListedCase {
                reference: reference.clone(),
                link_word: "xyz".to_owned(),
                title: "Eau".to_owned(),
            }],
        },
        ..message(Occasion::Answer, Language::Tamazight)
    };
    let mail = compose(&listed, &organisations(), &letterhead()).unwrap();
    assert!(
        mail.text
            .contains(&format!("/zgh/track/{reference}/open/xyz"))
    );
}
