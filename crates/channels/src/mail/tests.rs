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
use chikaya_i18n::{Voice, plain};
use chikaya_service::{
    case::answer::reopening_until,
    message::outbox::{CaseMessage, Content, DigestLine, ListedCase, Message, Occasion},
    token::Token,
};
use jiff::civil::date;
use uuid::Uuid;

use super::*;

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
            reply_word: (!is_for_staff(occasion)).then(|| "abc234".to_owned()),
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
            is_for_staff: is_for_staff(occasion),
            is_readers: false,
            is_urgent: false,
            declined_by: vec![code()],
            stays: false,
        })),
        stays_inside: false,
        wording: std::sync::Arc::default(),
        report_word: report_word(),
    }
}

fn report_word() -> Token {
    Token::parse("abcdefghijklmnopqrstuvwxyz234567").unwrap()
}

fn is_for_staff(occasion: Occasion) -> bool {
    let first = Occasion::ALL
        .iter()
        .position(|other| *other == Occasion::Reminder);
    Occasion::ALL.iter().position(|other| *other == occasion) >= first
}

fn letterhead() -> Letterhead {
    Letterhead {
        portal: "https://portal.example.org".to_owned(),
        is_demo: false,
        reply_domain: Some("reply.example.org".to_owned()),
    }
}

#[test]
fn every_mail_is_worded_in_every_language() {
    for occasion in Occasion::ALL {
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
            // Some programs put mails of one subject together: each names its case, and never at the beginning.
            let reference = Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 99);
            assert!(
                mail.subject.contains(reference.as_str())
                    && !mail.subject.starts_with(reference.as_str()),
                "{}",
                mail.subject
            );
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
fn an_answer_says_once_until_when_the_case_can_be_reopened() {
    for language in Language::ALL {
        let mut message = message(Occasion::Answer, language);
        let day = Voice::of(language).date(date(2026, 6, 10));
        let said = |message: &Message| {
            let mail = compose(message, &organisations(), &letterhead()).unwrap();
            let words: Vec<&str> = mail.text.split_whitespace().collect();
            let day: Vec<&str> = day.split_whitespace().collect();
            plain(&words.join(" "))
                .matches(&*plain(&day.join(" ")))
                .count()
        };
        assert_eq!(said(&message), 1, "{language}");
        if let Content::Case(case) = &mut message.content {
            let until = reopening_until(Voice::of(language), date(2026, 6, 10));
            case.text = Some(format!("ligne 1\n{until}"));
        }
        assert_eq!(said(&message), 1, "{language}");
    }
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
fn the_message_of_a_day_links_each_case_at_the_desk_in_every_language() {
    let reference = Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 5);
    for language in Language::ALL {
        let digest = Message {
            content: Content::Digest {
                day: date(2026, 3, 12),
                lines: Occasion::ALL
                    .into_iter()
                    .filter(|occasion| is_for_staff(*occasion))
                    .map(|occasion| DigestLine {
                        occasion,
                        reference: reference.clone(),
                        is_late: false,
                        is_urgent: false,
                        due: date(2026, 5, 11),
                        matter: "<i>Eau</i>".to_owned(),
                    })
                    .collect(),
                has_more: true,
            },
            ..message(Occasion::Answer, language)
        };
        let mail = compose(&digest, &organisations(), &letterhead()).unwrap();
        let link = format!("/{language}/desk/case/{reference}");
        assert_eq!(mail.text.matches(&link).count(), 13, "{}", mail.text);
        assert!(!mail.text.contains("[mail-") && !mail.html.contains("<i>Eau"));
        assert!(mail.thread.is_none());
        let choose = format!("https://portal.example.org/{language}/desk/me#notifications");
        assert!(mail.text.contains(&choose) && mail.html.contains(&choose));
    }
}

#[test]
fn every_mail_to_staff_and_no_other_leads_to_where_one_chooses_what_one_is_told() {
    for occasion in Occasion::ALL {
        let mail = compose(
            &message(occasion, Language::English),
            &organisations(),
            &letterhead(),
        )
        .unwrap();
        for text in [&mail.text, &mail.html] {
            assert_eq!(
                text.contains("/en/desk/me#notifications"),
                is_for_staff(occasion),
                "{occasion:?}: {text}"
            );
        }
    }
}

#[test]
fn a_reminder_calls_a_case_its_readers_only_when_it_is() {
    let worded = |is_readers| {
        let mut message = message(Occasion::Reminder, Language::French);
        if let Content::Case(case) = &mut message.content {
            case.is_readers = is_readers;
        }
        compose(&message, &organisations(), &letterhead())
            .unwrap()
            .text
    };
    assert!(worded(true).contains("qui vous est confié"));
    let nobodys = worded(false);
    assert!(!nobodys.contains("qui vous est confié"), "{nobodys}");
    assert!(nobodys.contains("Confiez-le"), "{nobodys}");
}

#[test]
fn staff_read_of_danger_lateness_and_who_declined() {
    let worded = |occasion, change: fn(&mut CaseMessage)| {
        let mut message = message(occasion, Language::French);
        if let Content::Case(case) = &mut message.content {
            change(case);
        }
        compose(&message, &organisations(), &letterhead()).unwrap()
    };
    let urgent = worded(Occasion::Assigned, |case| case.is_urgent = true);
    assert!(urgent.subject.contains("Urgent"), "{}", urgent.subject);
    assert!(urgent.text.contains("en danger"), "{}", urgent.text);
    let late = worded(Occasion::Assigned, |_| {});
    assert!(late.text.contains("En retard"), "{}", late.text);
    assert!(!late.text.contains("en danger"));
    let on_time = worded(Occasion::Assigned, |case| case.days_left = 3);
    assert!(!on_time.text.contains("En retard"), "{}", on_time.text);
    let declined = worded(Occasion::ToArbitrate, |_| {});
    assert!(
        declined.text.contains("Commune d’exemple") && !declined.text.contains("Plusieurs"),
        "{}",
        declined.text
    );
    // To the filer: the same administration answers, and no other.
    let stays = worded(Occasion::Transfer, |case| case.stays = true);
    assert!(
        !stays.text.contains("autre administration"),
        "{}",
        stays.text
    );
    assert!(stays.text.contains("Commune d’exemple"), "{}", stays.text);
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

#[test]
fn mails_of_one_case_name_the_first_one_in_lines_that_every_program_reads() {
    let from = "Chikaya <no-reply@plaintes.exemple-de-domaine.gov.test>"
        .parse()
        .unwrap();
    let heads = |occasion| {
        let mail = compose(
            &message(occasion, Language::French),
            &organisations(),
            &letterhead(),
        )
        .unwrap();
        let to = smtp::address("filer@example.org").unwrap();
        let written = String::from_utf8(envelope::write(&mail, &from, to).unwrap()).unwrap();
        written.split("\r\n\r\n").next().unwrap().to_owned()
    };
    let first = heads(Occasion::Acknowledgement);
    let id = first
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: "))
        .unwrap();
    assert!(!first.contains("References") && !first.contains("In-Reply-To"));
    let later = heads(Occasion::Answer);
    for head in ["In-Reply-To", "References"] {
        let line = format!("{head}: {id}");
        assert!(later.lines().any(|found| found == line), "{later}");
        // Beyond 78 signs some programs write what they repeat as an encoded word, and the thread is lost.
        assert!(line.len() <= 78, "{line}");
    }
    assert!(!later.contains(&format!("Message-ID: {id}")));
}

#[test]
fn an_address_at_an_arabic_domain_is_written_as_every_server_takes_it() {
    let address = smtp::address("aicha@مثال.المغرب").unwrap();
    assert_eq!(address.to_string(), "aicha@xn--mgbh0fb.xn--mgbc0a9azcg");
    assert!(smtp::address("aicha").is_err());
}
