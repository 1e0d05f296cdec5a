//! Every short message is worded in four languages, in few parts, and gives nothing away; gateways are asked in their ways.

use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{ClosingKey, Kind, Stage},
    id::OrganisationCode,
    person::{Contact, Phone},
    reference::{Reference, ReferencePrefix},
    sms::{Alphabet, segments},
};
use chikaya_service::{
    message::outbox::{CaseMessage, Content, ListedCase, Message, Occasion},
    sms::SmsSays,
    token::Token,
    webhook::WebhookSecret,
};
use jiff::{Timestamp, civil::date};
use url::Url;
use uuid::Uuid;

use super::{compose::compose, kannel, signed};
use crate::mail::Letterhead;

const WORD: &str = "abcdefghijklmnopqrstuvwxyz234567";

fn letterhead() -> Letterhead {
    Letterhead {
        reply_domain: None,
        portal: "https://chikaya.ma".to_owned(),
        is_demo: false,
    }
}

fn reference() -> Reference {
    Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 99)
}

fn message(content: Content, language: Language) -> Message {
    Message {
        id: Uuid::from_u128(7),
        to: Contact::Phone(Phone::kept("+212600000001").unwrap()),
        language,
        content,
        stays_inside: false,
        wording: std::sync::Arc::default(),
        report_word: Token::parse(WORD).unwrap(),
    }
}

fn case(occasion: Occasion) -> Content {
    Content::Case(Box::new(CaseMessage {
        reply_word: None,
        occasion,
        thread: Uuid::from_u128(70),
        reference: reference(),
        link_word: "abcdef".to_owned(),
        kind: Kind::Complaint,
        title: "Lampadaires éteints rue des Écoles".to_owned(),
        organisation: OrganisationCode::parse("commune-sample").unwrap(),
        filed_on: date(2026, 3, 12),
        answer_due: date(2026, 5, 11),
        days_left: -2,
        text: Some("ligne 1\nسطر 2".to_owned()),
        reopen_until: Some(date(2026, 6, 10)),
        filed_moment: date(2026, 3, 12).at(21, 14, 0, 0),
        respond_by: Some(date(2026, 3, 20)),
        outcome: Some(Outcome::PartlyGranted),
        closing_key: Some(ClosingKey::TimePassed),
        is_for_staff: false,
        is_readers: false,
        is_urgent: false,
        declined_by: Vec::new(),
        stays: false,
    }))
}

const FOR_FILERS: [Occasion; 9] = [
    Occasion::Acknowledgement,
    Occasion::Transfer,
    Occasion::Question,
    Occasion::Extension,
    Occasion::Answer,
    Occasion::Closure,
    Occasion::Reopening,
    Occasion::Judgement,
    Occasion::JudgementAgain,
];

fn replies() -> Vec<SmsSays> {
    let state = |stage: &Stage| SmsSays::State {
        reference: reference(),
        stage: *stage,
        due: stage.is_open().then_some(date(2026, 5, 11)),
        is_late: false,
    };
    let mut says: Vec<SmsSays> = Stage::ALL.iter().map(state).collect();
    says.extend([
        SmsSays::NotFound,
        SmsSays::Wait(12),
        SmsSays::How,
        SmsSays::Help,
        SmsSays::Stopped,
        SmsSays::Started,
        SmsSays::Filing(Token::parse(WORD).unwrap()),
    ]);
    says
}

#[test]
fn news_are_two_parts_at_most_and_hold_no_word_of_the_case() {
    for language in Language::ALL {
        for occasion in FOR_FILERS {
            let text = compose(&message(case(occasion), language), &letterhead()).unwrap();
            assert!(
                text.segments.parts <= 2,
                "{occasion:?} {language}: {:?} {}",
                text.segments,
                text.text
            );
            assert_eq!(text.segments, segments(&text.text));
            for secret in ["Lampadaires", "ligne", "سطر", "abcdef", "\u{2068}", "[sms-"] {
                assert!(
                    !text.text.contains(secret),
                    "{occasion:?} {language}: {}",
                    text.text
                );
            }
            let lines: Vec<&str> = text.text.lines().collect();
            assert!(lines.contains(&reference().as_str()), "{}", text.text);
            let link = format!("https://chikaya.ma/{language}/track");
            assert!(lines.contains(&link.as_str()), "{}", text.text);
        }
    }
}

#[test]
fn french_and_english_leave_in_the_alphabet_that_every_telephone_has() {
    for language in [Language::French, Language::English] {
        let contents = FOR_FILERS
            .map(case)
            .into_iter()
            .chain(replies().into_iter().map(Content::SmsReply))
            .chain([lost(1), lost(5)]);
        for content in contents {
            let text = compose(&message(content, language), &letterhead()).unwrap();
            assert_eq!(text.segments.alphabet, Alphabet::Gsm7, "{}", text.text);
        }
    }
}

fn lost(cases: usize) -> Content {
    Content::LostReceipt {
        cases: vec![
            ListedCase {
                reference: reference(),
                link_word: WORD.to_owned(),
                title: "Eau".to_owned(),
            };
            cases
        ],
    }
}

#[test]
fn replies_are_worded_in_every_language() {
    for language in Language::ALL {
        for says in replies() {
            let text = compose(&message(Content::SmsReply(says), language), &letterhead()).unwrap();
            assert!(!text.text.contains("[sms-"), "{}", text.text);
            assert!(
                text.segments.parts <= 3,
                "{:?} {}",
                text.segments,
                text.text
            );
        }
    }
}

#[test]
fn a_lost_receipt_lists_three_links_and_says_that_there_are_more() {
    let text = compose(&message(lost(5), Language::French), &letterhead()).unwrap();
    let link = format!("https://chikaya.ma/fr/track/{}/open/{WORD}", reference());
    assert_eq!(text.text.matches(&link).count(), 3);
    assert!(text.text.contains("3737"));
}

#[test]
fn what_is_for_staff_is_never_a_short_message() {
    let content = case(Occasion::Reminder);
    assert!(compose(&message(content, Language::French), &letterhead()).is_err());
}

fn parameters(url: &Url) -> std::collections::BTreeMap<String, String> {
    url.query_pairs().into_owned().collect()
}

#[test]
fn kannel_is_told_coding_and_charset_together() {
    let server = Url::parse("http://127.0.0.1:13013/cgi-bin/sendsms").unwrap();
    let report = "https://chikaya.ma/hooks/sms/kannel/report";
    let asked = |language| {
        let text = compose(&message(case(Occasion::Answer), language), &letterhead()).unwrap();
        let (url, ..) = kannel::request(&server, ("u", "p&q"), "3737", &text, Some(report));
        (text, parameters(&url))
    };
    let (text, arabic) = asked(Language::Arabic);
    assert_eq!(arabic["coding"], "2");
    assert_eq!(arabic["charset"], "UTF-8");
    assert_eq!(arabic["text"], text.text);
    assert_eq!(arabic["to"], "+212600000001");
    assert_eq!(arabic["password"], "p&q");
    assert_eq!(arabic["dlr-mask"], "19");
    let expected = format!("{report}?id={}&word={WORD}&state=%d", text.id);
    assert_eq!(arabic["dlr-url"], expected);
    let (_, french) = asked(Language::French);
    assert_eq!(
        (french["coding"].as_str(), french["charset"].as_str()),
        ("0", "UTF-8")
    );
}

#[test]
fn a_signed_call_is_believed_by_whoever_has_the_secret() {
    let secret = WebhookSecret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
    let now = Timestamp::from_second(1_614_265_330).unwrap();
    let server = Url::parse("https://gateway.example.org/messages").unwrap();
    let text = compose(
        &message(case(Occasion::Answer), Language::Arabic),
        &letterhead(),
    )
    .unwrap();
    let (_, request, body) = signed::request(&server, &secret, "", &text, None, now);
    let request = request.body(()).unwrap();
    let head = |name: &str| request.headers()[name].to_str().unwrap().to_owned();
    let heads = (
        head("webhook-id"),
        head("webhook-timestamp"),
        head("webhook-signature"),
    );
    secret
        .verify((&heads.0, &heads.1, &heads.2), &body, now)
        .unwrap();
    assert_eq!(head("idempotency-key"), text.id.to_string());
    let told: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(told["text"], text.text.as_str());
    assert_eq!(told["alphabet"], "ucs2");
    assert_eq!(told["parts"], text.segments.parts);
}
