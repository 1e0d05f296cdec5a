//! Wording of what happened to a case.

use chikaya_domain::{case::ClosingKey, organisation::Organisations};
use chikaya_i18n::{Argument, Speaker, plain};
use chikaya_service::{
    case::answer::reopening_until,
    message::outbox::{CaseMessage, Occasion},
};
use jiff::civil::Date;

use super::parts::{Letterhead, Paragraph, case_address, what_happened, with_danger};

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each occasion, read one by one"
)]
pub(super) fn case_mail(
    voice: Speaker<'_>,
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
        Occasion::Judgement | Occasion::JudgementAgain => {
            let (lead, title) = if case.occasion == Occasion::Judgement {
                ("mail-judgement-lead", "mail-judgement-subject")
            } else {
                ("mail-judgement-again-lead", "mail-judgement-again-subject")
            };
            body.push(Paragraph::Words(voice.say(lead).into_owned()));
            for question in ["case-resolved-question", "case-treatment-question"] {
                body.push(Paragraph::Strong(voice.say(question).into_owned()));
            }
            body.push(Paragraph::Words(with("mail-judgement-of")));
            body.push(Paragraph::Words(
                voice.say("mail-judgement-free").into_owned(),
            ));
            (subject(title), "mail-judgement-action")
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

/// Whether the words of an answer say until when the case can be reopened.
fn says_until(voice: Speaker<'_>, case: &CaseMessage, until: Date) -> bool {
    let said = reopening_until(*voice, until);
    let text = case.text.as_deref();
    text.is_some_and(|text| plain(text).contains(&*plain(&said)))
}

/// Adds the text that belongs to the event, line by line as it was typed.
fn quote(body: &mut Vec<Paragraph>, case: &CaseMessage) {
    if let Some(text) = &case.text {
        body.push(Paragraph::Quote(text.lines().map(str::to_owned).collect()));
    }
}
