//! Wording: from what a message is about to subject, plain text and HTML.

use askama::Template;
use chikaya_domain::{
    annual::{Kind, Year},
    organisation::Organisations,
    reference::DraftCode,
};
use chikaya_i18n::{Argument, Speaker, plain};
use chikaya_service::{
    message::outbox::{AnnualOccasion, Content, DigestLine, ListedCase, Message, Occasion},
    staff::{Access, INVITATION_DAYS},
};
use jiff::civil::Date;
use thiserror::Error;
use uuid::Uuid;

use super::{
    case::case_mail,
    parts::{Letterhead, Paragraph, case_address, what_happened, with_danger},
    weekly::weekly_mail,
};

/// A mail, worded.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// The job it answers.
    pub id: Uuid,
    /// To whom.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// Code of its language.
    pub language: &'static str,
    /// The thread it belongs to, if it is one of several about one case.
    pub thread: Option<Thread>,
    /// Where a reply to it goes, if somebody reads replies.
    pub reply: Option<Reply>,
    /// The identifier of the mail that it answers by itself, if it does.
    pub answers: Option<String>,
}

/// Where a reply to a mail goes, and the mail itself when it cannot be delivered.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// The address for replies.
    pub to: String,
    /// The address to which servers return it.
    pub returned_to: String,
}

/// The thread of mails about one case. Clients put together what names the same first mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its name.
    pub name: Uuid,
    /// Whether this is its first mail.
    pub begins: bool,
}

/// A mail that could not be worded: a fault of the house.
#[derive(Debug, Error)]
pub enum ComposeError {
    /// Its template failed.
    #[error("a mail could not be worded")]
    Template(#[from] askama::Error),
    /// It is an answer to a short message, which goes where that came from.
    #[error("an answer to a short message is no mail")]
    NoMail,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct Html<'a> {
    language: &'a str,
    direction: &'a str,
    subject: &'a str,
    sample: Option<&'a str>,
    greeting: &'a str,
    paragraphs: &'a [Paragraph],
    foot: &'a [String],
    /// Where a member of staff chooses what they are told: words and address.
    choose: Option<&'a (String, String)>,
    signature: &'a str,
}

#[derive(Template)]
#[template(path = "mail.txt", escape = "none")]
struct Text<'a> {
    sample: Option<&'a str>,
    greeting: &'a str,
    paragraphs: &'a [Paragraph],
    foot: &'a [String],
    /// Where a member of staff chooses what they are told: words and address.
    choose: Option<&'a (String, String)>,
    signature: &'a str,
}

/// That wrong passwords were tried at the reader's account, and what to do.
fn guesses_mail(
    voice: Speaker<'_>,
    count: u32,
    moment: jiff::civil::DateTime,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let lead = voice.say_with(
        "mail-guesses-lead",
        &[
            ("count", Argument::Number(i64::from(count))),
            ("moment", Argument::Text(&voice.date_time(moment))),
        ],
    );
    let body = vec![
        Paragraph::Words(lead),
        Paragraph::Words(voice.say("mail-guesses-done").into_owned()),
        Paragraph::Words(voice.say("mail-guesses-advice").into_owned()),
        Paragraph::Link {
            label: voice.say("mail-guesses-action").into_owned(),
            address: format!("{}/{}/desk/me", letterhead.portal, voice.code()),
        },
    ];
    (voice.say("mail-guesses-subject").into_owned(), body)
}

/// About the yearly report of a body: that it is due, that it was, or that it came back.
fn annual_mail(
    voice: Speaker<'_>,
    body: &str,
    (kind, year): (Kind, Year),
    (occasion, today): (AnnualOccasion, Date),
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let year = year.to_string();
    let (word, day) = match occasion {
        AnnualOccasion::Due(due) if today <= due => ("due", Some(due)),
        AnnualOccasion::Due(due) => ("late", Some(due)),
        AnnualOccasion::Returned => ("returned", None),
    };
    let subject = voice.say_with(
        &format!("mail-annual-{kind}-{word}-subject"),
        &[("year", Argument::Text(&year))],
    );
    let mut arguments = vec![
        ("body", Argument::Text(body)),
        ("year", Argument::Text(&year)),
    ];
    arguments.extend(day.map(|day| ("day", Argument::Date(day))));
    let lead = voice.say_with(&format!("mail-annual-{kind}-{word}-lead"), &arguments);
    let body = vec![
        Paragraph::Words(lead),
        Paragraph::Link {
            label: voice.say("mail-annual-action").into_owned(),
            address: format!("{}/{}/desk/reports", letterhead.portal, voice.code()),
        },
    ];
    (subject, body)
}

/// What stands at the foot of a mail.
fn foot(voice: Speaker<'_>, content: &Content, is_for_staff: bool) -> Vec<String> {
    let is_for_filer = matches!(content, Content::Case(_)) && !is_for_staff;
    let keys: &[&str] = if is_for_filer {
        &["mail-keep-link", "mail-why", "mail-mediator", "mail-help"]
    } else if is_for_staff {
        &["mail-staff-why"]
    } else {
        &[]
    };
    keys.iter().map(|key| voice.say(key).into_owned()).collect()
}

/// The mails among which a mail stands.
fn thread(content: &Content) -> Option<Thread> {
    match content {
        Content::Case(case) => Some(Thread {
            name: case.thread,
            begins: case.occasion == Occasion::Acknowledgement,
        }),
        _ => None,
    }
}

/// Words a message.
pub fn compose(
    message: &Message,
    organisations: &Organisations,
    letterhead: &Letterhead,
) -> Result<Mail, ComposeError> {
    let voice = Speaker::of(message.language, &message.wording);
    let (subject, paragraphs) = match &message.content {
        Content::Case(case) => case_mail(voice, case, organisations, letterhead),
        Content::ContactCode { code } => code_mail(voice, code.digits(), "mail-code-lead"),
        Content::AccountCode { code } => code_mail(voice, code.digits(), "mail-code-lead-account"),
        Content::DraftCode { code, until } => draft_mail(voice, code, *until, letterhead),
        Content::MailAnswer { code, until, .. } => answer_mail(voice, code, *until, letterhead),
        Content::LostReceipt { cases } => list_mail(voice, cases, letterhead),
        Content::Seal { line } => seal_mail(voice, line),
        Content::Digest {
            day,
            lines,
            has_more,
        } => digest_mail(voice, *day, lines, *has_more, letterhead),
        Content::Weekly(figures) => weekly_mail(voice, figures, organisations, letterhead),
        Content::Annual {
            kind,
            organisation,
            year,
            occasion,
            today,
        } => {
            let name = organisations.name_of(organisation, message.language);
            annual_mail(voice, name, (*kind, *year), (*occasion, *today), letterhead)
        }
        Content::SmsReply(_) => return Err(ComposeError::NoMail),
        Content::Guesses { count, moment } => guesses_mail(voice, *count, *moment, letterhead),
        Content::Invitation {
            word,
            organisation,
            access,
        } => {
            let name = organisations.name_of(organisation, message.language);
            invitation_mail(voice, word.as_str(), name, *access, letterhead)
        }
    };
    let is_for_staff = match &message.content {
        Content::Case(case) => case.is_for_staff,
        Content::Digest { .. } | Content::Weekly(_) => true,
        _ => false,
    };
    let foot = foot(voice, &message.content, is_for_staff);
    let choose = is_for_staff.then(|| {
        let page = format!(
            "{}/{}/desk/me#notifications",
            letterhead.portal,
            voice.code()
        );
        (voice.say("mail-staff-choose").into_owned(), page)
    });
    let subject = plain(&subject).into_owned();
    let sample = letterhead.is_demo.then(|| voice.say("mail-sample"));
    let greeting = voice.say("mail-greeting");
    let signature = voice.say("mail-signature");
    let html = Html {
        language: voice.code(),
        direction: voice.direction(),
        subject: &subject,
        sample: sample.as_deref(),
        greeting: &greeting,
        paragraphs: &paragraphs,
        foot: &foot,
        choose: choose.as_ref(),
        signature: &signature,
    }
    .render()?;
    let text = Text {
        sample: sample.as_deref(),
        greeting: &greeting,
        paragraphs: &paragraphs,
        foot: &foot,
        choose: choose.as_ref(),
        signature: &signature,
    }
    .render()?;
    let reply = match (&message.content, &letterhead.reply_domain) {
        (Content::Case(case), Some(domain)) => case.reply_word.as_ref().map(|word| Reply {
            to: format!("reply+{word}@{domain}"),
            returned_to: format!("bounce+{word}@{domain}"),
        }),
        _ => None,
    };
    let answers = match &message.content {
        Content::MailAnswer { answers, .. } => answers.clone(),
        _ => None,
    };
    Ok(Mail {
        id: message.id,
        to: message.to.value().to_owned(),
        subject,
        text,
        html,
        language: voice.code(),
        thread: thread(&message.content),
        reply,
        answers,
    })
}

/// The message of a day, for a member of staff.
fn digest_mail(
    voice: Speaker<'_>,
    day: Date,
    lines: &[DigestLine],
    has_more: bool,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let desk = format!("{}/{}/desk", letterhead.portal, voice.code());
    let mut body = vec![Paragraph::Words(voice.say("mail-digest-lead").into_owned())];
    for line in lines {
        let reference = line.reference.to_string();
        let what = what_happened(voice, line.occasion, line.is_late);
        let what = with_danger(voice, what, line.occasion, line.is_urgent);
        let says_late = matches!(line.occasion, Occasion::Reminder | Occasion::Escalated);
        let key = if line.is_late && !says_late {
            "mail-digest-line-late"
        } else {
            "mail-digest-line"
        };
        body.push(Paragraph::Link {
            label: voice.say_with(
                key,
                &[
                    ("what", Argument::Text(&what)),
                    ("reference", Argument::Text(&reference)),
                    ("matter", Argument::Text(&line.matter)),
                    ("due", Argument::Date(line.due)),
                ],
            ),
            address: format!("{desk}/case/{reference}"),
        });
    }
    if has_more {
        body.push(Paragraph::Words(voice.say("mail-digest-more").into_owned()));
    }
    body.push(Paragraph::Link {
        label: voice.say("mail-digest-action").into_owned(),
        address: desk,
    });
    let subject = voice.say_with("mail-digest-subject", &[("date", Argument::Date(day))]);
    (subject, body)
}

/// A mail that carries a seal of the record to whoever keeps it outside the house.
fn seal_mail(voice: Speaker<'_>, line: &str) -> (String, Vec<Paragraph>) {
    let body = vec![
        Paragraph::Words(voice.say("mail-seal-lead").into_owned()),
        Paragraph::Strong(line.to_owned()),
        Paragraph::Words(voice.say("mail-seal-use").into_owned()),
    ];
    (voice.say("mail-seal-subject").into_owned(), body)
}

/// A mail that carries a code; `lead` says what the code does.
fn code_mail(voice: Speaker<'_>, code: &str, lead: &str) -> (String, Vec<Paragraph>) {
    let subject = voice.say_with("mail-code-subject", &[("code", Argument::Text(code))]);
    let minutes = chikaya_service::message::contact::CODE_MINUTES;
    let body = vec![
        Paragraph::Words(voice.say(lead).into_owned()),
        Paragraph::Strong(code.to_owned()),
        Paragraph::Words(voice.say_with(
            "mail-code-expires",
            &[("minutes", Argument::Number(minutes))],
        )),
        Paragraph::Words(voice.say("mail-code-ignore").into_owned()),
    ];
    (subject, body)
}

/// A mail that leads back to what its reader began to write. It says nothing of it.
fn draft_mail(
    voice: Speaker<'_>,
    code: &DraftCode,
    until: Date,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let page = format!("{}/{}/continue", letterhead.portal, voice.code());
    let body = vec![
        Paragraph::Words(voice.say_with("mail-draft-lead", &[("date", Argument::Date(until))])),
        Paragraph::Link {
            label: voice.say("mail-draft-action").into_owned(),
            address: format!("{page}/{code}"),
        },
        Paragraph::Words(voice.say_with("mail-draft-code", &[("address", Argument::Text(&page))])),
        Paragraph::Strong(code.to_string()),
        Paragraph::Words(voice.say("mail-draft-keep").into_owned()),
        Paragraph::Words(voice.say("mail-draft-ignore").into_owned()),
    ];
    (voice.say("mail-draft-subject").into_owned(), body)
}

/// The answer to a mail that came by itself: how its writer completes the filing that was begun from it.
fn answer_mail(
    voice: Speaker<'_>,
    code: &DraftCode,
    until: Date,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let page = format!("{}/{}/continue", letterhead.portal, voice.code());
    let body = vec![
        Paragraph::Words(voice.say("mail-answer-by-mail-lead").into_owned()),
        Paragraph::Link {
            label: voice.say("mail-answer-by-mail-action").into_owned(),
            address: format!("{page}/{code}"),
        },
        Paragraph::Words(voice.say_with("mail-draft-code", &[("address", Argument::Text(&page))])),
        Paragraph::Strong(code.to_string()),
        Paragraph::Words(voice.say_with(
            "mail-answer-by-mail-until",
            &[("date", Argument::Date(until))],
        )),
        Paragraph::Words(voice.say("mail-answer-by-mail-ignore").into_owned()),
    ];
    (voice.say("mail-answer-by-mail-subject").into_owned(), body)
}

fn list_mail(
    voice: Speaker<'_>,
    cases: &[ListedCase],
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let mut body = vec![Paragraph::Words(voice.say_with(
        "mail-cases-lead",
        &[("count", Argument::count(cases.len()))],
    ))];
    for case in cases {
        let reference = case.reference.to_string();
        body.push(Paragraph::Link {
            label: format!("{reference} · {}", case.title),
            address: case_address(voice, &reference, &case.link_word, letterhead),
        });
    }
    body.push(Paragraph::Words(
        voice.say("mail-cases-ignore").into_owned(),
    ));
    (voice.say("mail-cases-subject").into_owned(), body)
}

fn invitation_mail(
    voice: Speaker<'_>,
    word: &str,
    organisation: &str,
    access: Access,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let (subject, lead) = match access {
        Access::Opened => ("mail-invitation-subject", "mail-invitation-lead"),
        Access::Renewed => ("mail-renewal-subject", "mail-renewal-lead"),
    };
    let body = vec![
        Paragraph::Words(voice.say_with(lead, &[("organisation", Argument::Text(organisation))])),
        Paragraph::Link {
            label: voice.say("mail-invitation-action").into_owned(),
            address: format!(
                "{}/{}/desk/invitation/{word}",
                letterhead.portal,
                voice.code()
            ),
        },
        Paragraph::Words(voice.say_with(
            "mail-invitation-expires",
            &[("days", Argument::Number(INVITATION_DAYS))],
        )),
    ];
    (voice.say(subject).into_owned(), body)
}
