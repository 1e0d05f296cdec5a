//! Wording: from what a message is about to few lines. They hold no word of a person and nothing that opens a case, but where
//! somebody asked for just that.

use chikaya_domain::sms::{self, Segments};
use chikaya_i18n::{Argument, Speaker, plain};
use chikaya_service::{
    message::{
        contact::CODE_MINUTES,
        outbox::{CaseMessage, Content, ListedCase, Message, Occasion},
    },
    sms::SmsSays,
};
use jiff::civil::Date;
use thiserror::Error;
use uuid::Uuid;

use crate::mail::Letterhead;

/// Cases in the list for someone who lost their receipt: each has a link of its own, and every part is paid for.
const LISTED: usize = 3;

/// A short message, worded. Its `Debug` shows neither the number nor what it says.
#[expect(clippy::struct_field_names, reason = "the text of a short message")]
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The job it answers.
    pub id: Uuid,
    /// The number, in E.164 form.
    pub to: String,
    /// What it says.
    pub text: String,
    /// In which alphabet and how many parts it leaves.
    pub segments: Segments,
    /// Code of its language.
    pub language: &'static str,
    /// The word by which a report of it is known to be genuine.
    pub report_word: String,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Text({}, {:?})", self.id, self.segments)
    }
}

/// A message that is none for a telephone: a fault of the house.
#[derive(Debug, Error)]
#[error("a message that never goes to a telephone was to go there")]
pub struct NotShort;

/// Words a message.
pub fn compose(message: &Message, letterhead: &Letterhead) -> Result<Text, NotShort> {
    let voice = Speaker::of(message.language, &message.wording);
    let mut lines = match &message.content {
        Content::Case(case) if !case.is_for_staff => case_lines(voice, case, letterhead)?,
        Content::ContactCode { code } => code_lines(voice, "sms-code", code.digits()),
        Content::AccountCode { code } => code_lines(voice, "sms-code-account", code.digits()),
        Content::DraftCode { code, until } => vec![
            voice.say_with(
                "sms-draft-code",
                &[("day", Argument::Text(&figures(*until)))],
            ),
            code.to_string(),
            format!("{}/{}/continue", letterhead.portal, voice.code()),
        ],
        Content::LostReceipt { cases } => list_lines(voice, cases, letterhead),
        Content::SmsReply(says) => reply_lines(voice, says, letterhead),
        Content::Case(_)
        | Content::MailAnswer { .. }
        | Content::Invitation { .. }
        | Content::Seal { .. }
        | Content::Digest { .. }
        | Content::Weekly(_)
        | Content::Annual { .. }
        | Content::Guesses { .. } => return Err(NotShort),
    };
    if letterhead.is_demo {
        lines.insert(0, voice.say("sms-sample").into_owned());
    }
    // Marks of direction cost units and are boxes on old telephones; what they would part stands on a line of its own.
    let text = sms::thrifty(&plain(&lines.join("\n")));
    Ok(Text {
        id: message.id,
        to: message.to.value().to_owned(),
        segments: sms::segments(&text),
        text,
        language: voice.code(),
        report_word: message.report_word.as_str().to_owned(),
    })
}

/// What happened, the reference, and where to read more. The link opens nothing by itself: a number may be somebody else's
/// by now, and a telephone that lies about shows what comes.
fn case_lines(
    voice: Speaker<'_>,
    case: &CaseMessage,
    letterhead: &Letterhead,
) -> Result<Vec<String>, NotShort> {
    let say = |key: &str| voice.say(key).into_owned();
    let dated =
        |key: &str, day: Date| voice.say_with(key, &[("day", Argument::Text(&figures(day)))]);
    let due = || dated("sms-due", case.answer_due);
    let (lead, more) = match case.occasion {
        Occasion::Acknowledgement => (say("sms-acknowledgement"), Some(due())),
        Occasion::Transfer if case.stays => (say("sms-transfer-stays"), Some(due())),
        Occasion::Transfer => (say("sms-transfer"), Some(due())),
        Occasion::Question => {
            let by = case.respond_by.unwrap_or(case.answer_due);
            (say("sms-question"), Some(dated("sms-question-by", by)))
        }
        Occasion::Extension => (say("sms-extension"), Some(due())),
        Occasion::Answer => (
            say("sms-answer"),
            case.reopen_until
                .map(|until| dated("sms-answer-until", until)),
        ),
        Occasion::Closure => (say("sms-closure"), None),
        Occasion::Reopening => (say("sms-reopening"), Some(due())),
        Occasion::Judgement | Occasion::JudgementAgain => (say("sms-judgement"), None),
        Occasion::Reminder
        | Occasion::Urgent
        | Occasion::NewCase
        | Occasion::TransferIn
        | Occasion::ClimbedIn
        | Occasion::Assigned
        | Occasion::OpinionAsked
        | Occasion::OpinionGiven
        | Occasion::Reply
        | Occasion::ToReexamine
        | Occasion::ToArbitrate
        | Occasion::Arbitrated
        | Occasion::Escalated => return Err(NotShort),
    };
    let mut lines = vec![lead, case.reference.to_string()];
    lines.extend(more);
    lines.push(track_address(voice, letterhead));
    if case.occasion == Occasion::Acknowledgement {
        lines.push(say("sms-stop-how"));
    }
    Ok(lines)
}

fn code_lines(voice: Speaker<'_>, lead: &str, code: &str) -> Vec<String> {
    vec![
        voice.say(lead).into_owned(),
        code.to_owned(),
        voice.say_with(
            "sms-code-until",
            &[("minutes", Argument::Number(CODE_MINUTES))],
        ),
    ]
}

/// The newest cases with the links that open them: that is what was asked for, from a number that was proven.
fn list_lines(voice: Speaker<'_>, cases: &[ListedCase], letterhead: &Letterhead) -> Vec<String> {
    let mut lines = vec![voice.say("sms-cases").into_owned()];
    for case in cases.iter().take(LISTED) {
        lines.push(format!(
            "{}/{}/track/{}/open/{}",
            letterhead.portal,
            voice.code(),
            case.reference,
            case.link_word
        ));
    }
    if cases.len() > LISTED {
        lines.push(voice.say("sms-cases-more").into_owned());
    }
    lines
}

fn reply_lines(voice: Speaker<'_>, says: &SmsSays, letterhead: &Letterhead) -> Vec<String> {
    let say = |key: &str| voice.say(key).into_owned();
    match says {
        SmsSays::State {
            reference,
            stage,
            due,
            is_late,
        } => {
            let mut lines = vec![reference.to_string(), say(&format!("sms-state-{stage}"))];
            if let Some(due) = due {
                let key = if *is_late { "sms-due-late" } else { "sms-due" };
                lines.push(voice.say_with(key, &[("day", Argument::Text(&figures(*due)))]));
            }
            lines.push(track_address(voice, letterhead));
            lines
        }
        SmsSays::NotFound => vec![say("sms-not-found")],
        SmsSays::Wait(minutes) => vec![voice.say_with(
            "sms-wait",
            &[("minutes", Argument::Number(i64::from(*minutes)))],
        )],
        SmsSays::How => vec![say("sms-how")],
        SmsSays::Help => vec![say("sms-help"), portal_address(voice, letterhead)],
        SmsSays::Stopped => vec![say("sms-stopped")],
        SmsSays::Started => vec![say("sms-started")],
        SmsSays::Filing(word) => vec![
            say("sms-filing"),
            format!(
                "{}/{}/file/{}",
                letterhead.portal,
                voice.code(),
                word.as_str()
            ),
        ],
    }
}

fn track_address(voice: Speaker<'_>, letterhead: &Letterhead) -> String {
    format!("{}/{}/track", letterhead.portal, voice.code())
}

fn portal_address(voice: Speaker<'_>, letterhead: &Letterhead) -> String {
    format!("{}/{}/", letterhead.portal, voice.code())
}

/// A day in figures: names of months cost places, and some of them a second alphabet.
fn figures(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
