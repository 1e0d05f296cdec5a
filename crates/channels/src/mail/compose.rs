//! Wording: from what a message is about to subject, plain text and HTML.

use askama::Template;
use chikaya_domain::{case::ClosingKey, organisation::Organisations, reference::DraftCode};
use chikaya_i18n::{Argument, Voice, plain};
use chikaya_service::{
    case::answer::reopening_until,
    message::outbox::{CaseMessage, Content, DigestLine, ListedCase, Message, Occasion},
    staff::{Access, INVITATION_DAYS},
};
use jiff::civil::Date;
use thiserror::Error;
use uuid::Uuid;

/// What every mail of an instance has in common.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Address of the portal, without a slash at the end, for links.
    pub portal: String,
    /// Whether the instance shows sample data.
    pub is_demo: bool,
}

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
#[error("a mail could not be worded")]
pub struct ComposeError(#[from] askama::Error);

enum Paragraph {
    Words(String),
    Strong(String),
    Quote(Vec<String>),
    Link { label: String, address: String },
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
    voice: Voice,
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

/// Words a message.
pub fn compose(
    message: &Message,
    organisations: &Organisations,
    letterhead: &Letterhead,
) -> Result<Mail, ComposeError> {
    let voice = Voice::of(message.language);
    let (subject, paragraphs) = match &message.content {
        Content::Case(case) => case_mail(voice, case, organisations, letterhead),
        Content::ContactCode { code } => code_mail(voice, code.digits(), "mail-code-lead"),
        Content::AccountCode { code } => code_mail(voice, code.digits(), "mail-code-lead-account"),
        Content::DraftCode { code, until } => draft_mail(voice, code, *until, letterhead),
        Content::LostReceipt { cases } => list_mail(voice, cases, letterhead),
        Content::Seal { line } => seal_mail(voice, line),
        Content::Digest {
            day,
            lines,
            has_more,
        } => digest_mail(voice, *day, lines, *has_more, letterhead),
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
    let is_for_filer = matches!(&message.content, Content::Case(case) if !case.is_for_staff);
    let mut foot = Vec::new();
    if is_for_filer {
        foot.push(voice.say("mail-keep-link").into_owned());
        foot.push(voice.say("mail-why").into_owned());
        foot.push(voice.say("mail-mediator").into_owned());
        foot.push(voice.say("mail-help").into_owned());
    }
    let is_for_staff = match &message.content {
        Content::Case(case) => case.is_for_staff,
        Content::Digest { .. } => true,
        _ => false,
    };
    if is_for_staff {
        foot.push(voice.say("mail-staff-why").into_owned());
    }
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
    let thread = match &message.content {
        Content::Case(case) => Some(Thread {
            name: case.thread,
            begins: case.occasion == Occasion::Acknowledgement,
        }),
        _ => None,
    };
    Ok(Mail {
        id: message.id,
        to: message.to.value().to_owned(),
        subject,
        text,
        html,
        language: voice.code(),
        thread,
    })
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each occasion, read one by one"
)]
fn case_mail(
    voice: Voice,
    case: &CaseMessage,
    organisations: &Organisations,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let reference = case.reference.to_string();
    let organisation = organisations.name_of(&case.organisation, voice.language());
    let subject = |key: &str| voice.say_with(key, &[("reference", Argument::Text(&reference))]);
    let dated = |key: &str, date| voice.say_with(key, &[("date", Argument::Date(date))]);
    let with = |key: &str| voice.say_with(key, &[("organisation", Argument::Text(organisation))]);
    let mut body = vec![Paragraph::Strong(case.title.clone())];
    let (subject, action) = match case.occasion {
        Occasion::Acknowledgement => {
            body.push(Paragraph::Words(voice.say_with(
                "mail-acknowledgement-lead",
                &[(
                    "moment",
                    Argument::Text(&voice.date_time(case.filed_moment)),
                )],
            )));
            body.push(Paragraph::Strong(reference.clone()));
            body.push(Paragraph::Words(with("mail-acknowledgement-with")));
            body.push(Paragraph::Words(dated("mail-due", case.answer_due)));
            body.push(Paragraph::Words(
                voice.say("mail-acknowledgement-next").into_owned(),
            ));
            body.push(Paragraph::Words(
                voice.say("mail-acknowledgement-code").into_owned(),
            ));
            (subject("mail-acknowledgement-subject"), "mail-open-case")
        }
        Occasion::Transfer => {
            // Whoever has it all along is no other administration.
            let (lead, title) = if case.stays {
                ("mail-transfer-stays-lead", "mail-transfer-stays-subject")
            } else {
                ("mail-transfer-lead", "mail-transfer-subject")
            };
            body.push(Paragraph::Words(voice.say(lead).into_owned()));
            body.push(Paragraph::Words(with("mail-transfer-to")));
            quote(&mut body, case);
            body.push(Paragraph::Words(dated("mail-due", case.answer_due)));
            (subject(title), "mail-open-case")
        }
        Occasion::Question => {
            let by = case.respond_by.unwrap_or(case.answer_due);
            body.push(Paragraph::Words(dated("mail-question-lead", by)));
            body.push(Paragraph::Words(with("mail-question-from")));
            quote(&mut body, case);
            body.push(Paragraph::Words(
                voice.say("mail-question-voice").into_owned(),
            ));
            (subject("mail-question-subject"), "mail-question-action")
        }
        Occasion::Extension => {
            body.push(Paragraph::Words(dated(
                "mail-extension-lead",
                case.answer_due,
            )));
            quote(&mut body, case);
            (subject("mail-extension-subject"), "mail-open-case")
        }
        Occasion::Answer => {
            body.push(Paragraph::Words(voice.say("mail-answer-lead").into_owned()));
            body.push(Paragraph::Words(with("mail-answer-from")));
            if let Some(outcome) = case.outcome {
                let words = voice.say(&format!("case-outcome-{outcome}"));
                body.push(Paragraph::Words(voice.say_with(
                    "mail-answer-outcome",
                    &[("outcome", Argument::Text(&words))],
                )));
            }
            quote(&mut body, case);
            // The answer says it where its filer could be told the day as it was given.
            let until = case
                .reopen_until
                .filter(|until| !says_until(voice, case, *until));
            if let Some(until) = until {
                body.push(Paragraph::Words(dated("mail-answer-reopen", until)));
            }
            (subject("mail-answer-subject"), "mail-answer-action")
        }
        Occasion::Closure => {
            body.push(Paragraph::Words(
                voice
                    .say(match case.closing_key {
                        Some(ClosingKey::FilerConfirmed) | None => {
                            "mail-closure-lead-filer-confirmed"
                        }
                        Some(ClosingKey::TimePassed) => "mail-closure-lead-time-passed",
                        Some(ClosingKey::Withdrawn) => "mail-closure-lead-withdrawn",
                        Some(ClosingKey::Recorded) => "mail-closure-lead-recorded",
                    })
                    .into_owned(),
            ));
            body.push(Paragraph::Words(
                voice.say("mail-closure-read").into_owned(),
            ));
            (subject("mail-closure-subject"), "mail-open-case")
        }
        Occasion::Reopening => {
            body.push(Paragraph::Words(
                voice.say("mail-reopening-lead").into_owned(),
            ));
            body.push(Paragraph::Words(dated("mail-due", case.answer_due)));
            (subject("mail-reopening-subject"), "mail-open-case")
        }
        Occasion::Reminder => {
            let is_late = case.days_left < 0;
            let key = |left: &'static str, late: &'static str| if is_late { late } else { left };
            let lead = if case.is_readers {
                key(
                    "mail-staff-reminder-lead-left",
                    "mail-staff-reminder-lead-late",
                )
            } else {
                key(
                    "mail-staff-reminder-nobody-left",
                    "mail-staff-reminder-nobody-late",
                )
            };
            body.push(Paragraph::Strong(reference.clone()));
            body.push(Paragraph::Words(dated(lead, case.answer_due)));
            let subject = voice.say_with(
                key(
                    "mail-staff-reminder-subject-left",
                    "mail-staff-reminder-subject-late",
                ),
                &[
                    ("days", Argument::Number(i64::from(case.days_left.abs()))),
                    ("reference", Argument::Text(&reference)),
                ],
            );
            (subject, "mail-open-case")
        }
        Occasion::Urgent
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
        | Occasion::Escalated => {
            body.push(Paragraph::Strong(reference.clone()));
            if case.is_urgent && case.occasion != Occasion::Urgent {
                body.push(Paragraph::Strong(
                    voice.say("mail-notice-danger").into_owned(),
                ));
            }
            let names: Vec<&str> = case
                .declined_by
                .iter()
                .map(|body| organisations.name_of(body, voice.language()))
                .collect();
            body.push(Paragraph::Words(voice.say_with(
                &format!("mail-notice-{}-lead", case.occasion.as_str()),
                &[("names", Argument::Text(&names.join(" · ")))],
            )));
            if case.occasion == Occasion::OpinionAsked {
                body.push(Paragraph::Words(with("mail-opinion-of")));
                body.push(Paragraph::Words(dated("mail-opinion-due", case.answer_due)));
            } else {
                let key = if case.days_left < 0 {
                    "mail-due-late"
                } else {
                    "mail-due"
                };
                body.push(Paragraph::Words(dated(key, case.answer_due)));
            }
            // The reference ends the subject: some programs put mails of one subject together, whatever they are about.
            let what = what_happened(voice, case.occasion, case.days_left < 0);
            let what = with_danger(voice, what, case.occasion, case.is_urgent);
            let subject = voice.say_with(
                "mail-staff-subject",
                &[
                    ("what", Argument::Text(&what)),
                    ("reference", Argument::Text(&reference)),
                ],
            );
            (subject, "mail-open-case")
        }
    };
    body.push(Paragraph::Link {
        label: voice.say(action).into_owned(),
        address: if case.is_for_staff {
            format!(
                "{}/{}/desk/case/{reference}",
                letterhead.portal,
                voice.code()
            )
        } else {
            case_address(voice, &reference, &case.link_word, letterhead)
        },
    });
    (subject, body)
}

/// What happened, in few words, for a member of staff.
fn what_happened(voice: Voice, occasion: Occasion, is_late: bool) -> String {
    let key = match occasion {
        Occasion::Reminder if is_late => "mail-notice-late".to_owned(),
        Occasion::Reminder => "mail-notice-due-soon".to_owned(),
        other => format!("mail-notice-{}", other.as_str()),
    };
    voice.say(&key).into_owned()
}

/// The same, with the word for danger beside it where it does not say so itself.
fn with_danger(voice: Voice, what: String, occasion: Occasion, is_urgent: bool) -> String {
    if is_urgent && occasion != Occasion::Urgent {
        format!("{what} · {}", voice.say("case-track-danger"))
    } else {
        what
    }
}

/// The message of a day, for a member of staff.
fn digest_mail(
    voice: Voice,
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
fn seal_mail(voice: Voice, line: &str) -> (String, Vec<Paragraph>) {
    let body = vec![
        Paragraph::Words(voice.say("mail-seal-lead").into_owned()),
        Paragraph::Strong(line.to_owned()),
        Paragraph::Words(voice.say("mail-seal-use").into_owned()),
    ];
    (voice.say("mail-seal-subject").into_owned(), body)
}

/// A mail that carries a code; `lead` says what the code does.
fn code_mail(voice: Voice, code: &str, lead: &str) -> (String, Vec<Paragraph>) {
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
    voice: Voice,
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

fn list_mail(
    voice: Voice,
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
    voice: Voice,
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

/// The link that opens a case without the code.
fn case_address(voice: Voice, reference: &str, word: &str, letterhead: &Letterhead) -> String {
    format!(
        "{}/{}/track/{reference}/open/{word}",
        letterhead.portal,
        voice.code()
    )
}

/// Whether the words of an answer say until when the case can be reopened.
fn says_until(voice: Voice, case: &CaseMessage, until: Date) -> bool {
    let said = reopening_until(voice, until);
    let text = case.text.as_deref();
    text.is_some_and(|text| plain(text).contains(&*plain(&said)))
}

/// Adds the text that belongs to the event, line by line as it was typed.
fn quote(body: &mut Vec<Paragraph>, case: &CaseMessage) {
    if let Some(text) = &case.text {
        body.push(Paragraph::Quote(text.lines().map(str::to_owned).collect()));
    }
}
