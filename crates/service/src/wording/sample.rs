//! A message made with sample data, so that whoever changes its words sees what a filer would read. Nobody is in it.

use std::sync::Arc;

use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{ClosingKey, Kind, Stage},
    id::OrganisationCode,
    person::{Contact, Email, Phone},
    reference::{DraftCode, Reference, ReferencePrefix},
};
use chikaya_i18n::{Voice, Wording};
use jiff::{Span, civil::Date};
use uuid::Uuid;

use super::list::SentMessage;
use crate::{
    Circumstances,
    message::{
        contact::ContactCode,
        outbox::{CaseMessage, Content, ListedCase, Message, Occasion},
    },
    sms::SmsSays,
    token::Token,
};

/// The number that a sample reference is drawn from.
const SAMPLE: u64 = 1;

/// The message as a mail and as a short message, where there is such.
pub(super) fn of(
    circumstances: &Circumstances<'_>,
    message: &SentMessage,
    body: Option<&OrganisationCode>,
    language: Language,
    words: &Wording,
) -> Vec<Message> {
    let wording = Arc::new(words.clone());
    let readers = [
        (!message.mail.is_empty())
            .then(|| Email::parse("sample@example.org").ok().map(Contact::Email))
            .flatten(),
        (!message.sms.is_empty())
            .then(|| Phone::kept("+212600000000").map(Contact::Phone))
            .flatten(),
    ];
    let content = content(circumstances, message.word, body, language);
    readers
        .into_iter()
        .flatten()
        .filter_map(|to| {
            Some(Message {
                id: Uuid::nil(),
                to,
                language,
                content: content.clone()?,
                wording: Arc::clone(&wording),
                stays_inside: true,
                report_word: Token::of_digest(&[0; 32]),
            })
        })
        .collect()
}

fn content(
    circumstances: &Circumstances<'_>,
    word: &str,
    body: Option<&OrganisationCode>,
    language: Language,
) -> Option<Content> {
    let today = circumstances.today();
    let reference = reference(today)?;
    let in_a_week = today.saturating_add(Span::new().days(7));
    let code = || ContactCode::parse("123456");
    let case = |occasion| {
        Content::Case(Box::new(case(
            circumstances,
            (occasion, &reference),
            body,
            language,
        )))
    };
    Some(match word {
        "every" => case(Occasion::Acknowledgement),
        "contact-code" => Content::ContactCode { code: code()? },
        "account-code" => Content::AccountCode { code: code()? },
        "draft-code" => Content::DraftCode {
            code: DraftCode::draw(SAMPLE),
            until: in_a_week,
        },
        "mail-answer" => Content::MailAnswer {
            code: DraftCode::draw(SAMPLE),
            until: in_a_week,
            answers: None,
        },
        "lost-receipt" => Content::LostReceipt {
            cases: vec![ListedCase {
                title: title(circumstances, language),
                reference,
                link_word: "sample".to_owned(),
            }],
        },
        "sms-reply" => Content::SmsReply(SmsSays::State {
            reference,
            stage: Stage::Filed,
            due: Some(in_a_week),
            is_late: false,
        }),
        occasion => case(Occasion::from_word(occasion)?),
    })
}

fn reference(today: Date) -> Option<Reference> {
    let prefix = ReferencePrefix::parse("CK").ok()?;
    Some(Reference::draw(&prefix, today.year(), SAMPLE))
}

/// What a sample is about: a subject of the country's list.
fn title(circumstances: &Circumstances<'_>, language: Language) -> String {
    let subject = circumstances.country.subjects.all().next();
    subject.map_or_else(
        || Voice::of(language).say("case-kind-complaint").into_owned(),
        |subject| subject.names.in_language(language).to_owned(),
    )
}

fn case(
    circumstances: &Circumstances<'_>,
    (occasion, reference): (Occasion, &Reference),
    body: Option<&OrganisationCode>,
    language: Language,
) -> CaseMessage {
    let country = circumstances.country;
    let today = circumstances.today();
    let later = |days: i64| today.saturating_add(Span::new().days(days));
    let text = matches!(
        occasion,
        Occasion::Question | Occasion::Answer | Occasion::Transfer | Occasion::Extension
    );
    CaseMessage {
        occasion,
        thread: Uuid::nil(),
        reference: reference.clone(),
        link_word: "sample".to_owned(),
        reply_word: None,
        kind: Kind::Complaint,
        title: title(circumstances, language),
        organisation: body.unwrap_or(&country.reform_authority).clone(),
        filed_on: today,
        answer_due: later(60),
        days_left: 60,
        text: text.then(|| Voice::of(language).say("wording-sample-text").into_owned()),
        reopen_until: Some(later(30)),
        filed_moment: country.calendar.local(circumstances.now),
        respond_by: Some(later(15)),
        outcome: Some(Outcome::Granted),
        closing_key: Some(ClosingKey::FilerConfirmed),
        is_for_staff: false,
        is_readers: false,
        is_urgent: false,
        declined_by: Vec::new(),
        stays: false,
    }
}
