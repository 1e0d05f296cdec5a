//! What stands beside an entry of the timeline at the desk: to whom, what, until when, and for whose eyes.

use std::collections::BTreeMap;

use chikaya_domain::{
    case::{Fact, TakenDown},
    id::{OrganisationCode, StaffId},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{Country, case::page::CasePage};
use jiff::civil::Date;

use crate::subject::subject_name;

/// The particulars of a fact, as colleagues read them. What the filer reads names none of those who work on the case.
pub(crate) fn particulars(
    country: &Country,
    voice: Voice,
    page: &CasePage,
    fact: &Fact,
    names: &BTreeMap<StaffId, String>,
) -> Vec<String> {
    let body = |code: &OrganisationCode| {
        country
            .organisations
            .name_of(code, voice.language())
            .to_owned()
    };
    let until = |day: Date| voice.say_with("desk-until", &[("date", Argument::Date(day))]);
    let word = |family: &str, word: &str| voice.say(&format!("{family}{word}")).into_owned();
    match fact {
        Fact::Filed(filed) => filed
            .taken_down
            .as_ref()
            .map_or_else(Vec::new, |taken| taken_down(voice, taken)),
        Fact::Assigned { officer: who, .. } | Fact::Unassigned { from: who } => {
            names.get(who).cloned().into_iter().collect()
        }
        Fact::Classified { subject, territory } => {
            let place = territory
                .as_ref()
                .and_then(|code| country.territories.find(code))
                .map(|place| place.names.in_language(voice.language()).to_owned());
            std::iter::once(subject_name(country, voice, subject.as_ref()))
                .chain(place)
                .collect()
        }
        Fact::QuestionAsked { respond_by, .. } => vec![until(*respond_by)],
        Fact::OpinionAsked { of, respond_by, .. } => vec![body(of), until(*respond_by)],
        Fact::Answered { outcome, .. } => vec![word("case-outcome-", outcome.as_str())],
        Fact::Judged { resolved, .. } => vec![word("case-resolved-", resolved.as_str())],
        Fact::Escalated { level } => vec![word("case-escalation-", level.as_str())],
        Fact::Climbed { cause, .. } => vec![word("case-climb-", cause.as_str())],
        Fact::Extended { answer_due, .. } | Fact::DueChanged { answer_due, .. } => {
            vec![until(*answer_due)]
        }
        Fact::FileAdded {
            attachment,
            audience,
            ..
        } => page
            .file(*attachment)
            .map(|file| file.name.clone())
            .into_iter()
            .chain([word("case-audience-", audience.as_str())])
            .collect(),
        Fact::FileTakenBack { attachment, .. } | Fact::Transcribed { attachment, .. } => page
            .file(*attachment)
            .map(|file| file.name.clone())
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// How a filing was taken down: how its filer agreed, what they showed, and the days of their letter.
fn taken_down(voice: Voice, taken: &TakenDown) -> Vec<String> {
    let say = |key: String| voice.say(&key).into_owned();
    let mut told = vec![say(format!("taken-consent-{}", taken.consent))];
    if let Some(shown) = taken.shown {
        let document = say(format!("identity-{shown}"));
        told.push(voice.say_with(
            "taken-was-shown",
            &[("document", Argument::Text(&document))],
        ));
    }
    if let Some(message) = taken.message {
        let left = [("date", Argument::Date(message.on))];
        told.push(voice.say_with("taken-message-left", &left));
    }
    if let Some(letter) = taken.letter {
        let arrived = [("date", Argument::Date(letter.arrived_on))];
        told.push(voice.say_with("taken-arrived", &arrived));
        if let Some(written_on) = letter.written_on {
            let written = [("date", Argument::Date(written_on))];
            told.push(voice.say_with("taken-written", &written));
        }
    }
    told
}
