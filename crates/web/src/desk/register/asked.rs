//! What of a register is asked for, read from an address and written into others.

use chikaya_domain::{
    answer::Outcome,
    case::{Channel, Kind},
    id::{SubjectCode, TerritoryCode},
    register::EntryState,
    text::{DayError, day as day_of},
};
use chikaya_i18n::Voice;
use chikaya_service::{
    Country,
    register::{RegisterQuestion, may_see_all},
    staff::Officer,
};
use jiff::civil::Date;

use super::super::former::body_meant;
use crate::{form::Faults, visit::Visit};

/// What is asked for, and what was typed for it.
pub(super) struct Asked {
    /// What is asked; of a field that makes no sense, what is asked for when nothing is typed there.
    pub(super) question: RegisterQuestion,
    /// What makes no sense.
    pub(super) faults: Faults,
    /// The body, as it was typed.
    pub(super) body: String,
    /// The first day, as it was typed.
    pub(super) from: String,
    /// The last day, as it was typed.
    pub(super) until: String,
    /// Where the page before ended.
    pub(super) after: Option<String>,
}

impl Asked {
    /// What the address asks for: of the officer's own body, and what came this year, when it asks for nothing.
    pub(super) fn of(country: &Country, visit: &Visit, officer: &Officer, today: Date) -> Self {
        let mut faults = Faults::default();
        let voice = visit.voice;
        let typed = |name: &str| visit.parameter(name).unwrap_or_default();
        let mut day = |name: &'static str, otherwise: Date| {
            let text = typed(name);
            match day_of(&text) {
                Ok(day) => (day, text),
                Err(DayError::Empty) => (otherwise, otherwise.to_string()),
                Err(error) => {
                    faults.add(name, voice.say(error.key()));
                    (otherwise, text)
                }
            }
        };
        let (from, from_typed) = day("from", today.first_of_year());
        let (until, until_typed) = day("until", today);
        if from > until && faults.is_empty() {
            faults.add("from", voice.say("admin-audit-days-turned"));
        }
        let body = typed("body");
        let organisation = if body.trim().is_empty() || !may_see_all(officer) {
            Some(officer.organisation.clone())
        } else {
            let found = body_meant(country, &body);
            if found.is_none() {
                faults.add("body", voice.say("error-choose-from-list"));
            }
            found
        };
        Self {
            question: RegisterQuestion {
                organisation: organisation.unwrap_or_else(|| officer.organisation.clone()),
                from,
                until,
                kind: Kind::from_word(&typed("kind")),
                channel: Channel::from_word(&typed("channel")),
                state: EntryState::from_word(&typed("state")),
                outcome: Outcome::from_word(&typed("outcome")),
                subject: SubjectCode::parse(&typed("subject")).ok(),
                territory: TerritoryCode::parse(&typed("territory")).ok(),
            },
            faults,
            body,
            from: from_typed,
            until: until_typed,
            after: visit.parameter("after"),
        }
    }

    /// The body as the form shows it: as it was typed where no body was meant, else by its name, or by its code where the
    /// name may mean another too.
    pub(super) fn body_to_show(&self, country: &Country, voice: Voice) -> String {
        let code = &self.question.organisation;
        if self.body.trim().is_empty() || self.faults.of("body").is_some() {
            return self.body.clone();
        }
        let name = country.organisations.name_of(code, voice.language());
        if body_meant(country, name).as_ref() == Some(code) {
            name.to_owned()
        } else {
            code.to_string()
        }
    }

    /// Whether anything but the days narrows it.
    pub(super) fn is_filtered(&self) -> bool {
        !self.filters().is_empty()
    }

    /// The filters that are set: the name of each, and its word or code.
    pub(super) fn filters(&self) -> Vec<(&'static str, String)> {
        let asked = &self.question;
        let word = |word: Option<&'static str>| word.map(str::to_owned);
        [
            ("kind", word(asked.kind.map(Kind::as_str))),
            ("channel", word(asked.channel.map(Channel::as_str))),
            ("state", word(asked.state.map(EntryState::as_str))),
            ("outcome", word(asked.outcome.map(Outcome::as_str))),
            ("subject", asked.subject.as_ref().map(ToString::to_string)),
            (
                "territory",
                asked.territory.as_ref().map(ToString::to_string),
            ),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .collect()
    }

    /// The same as the question part of an address, from the first entry or from where a page ended.
    pub(super) fn query(&self, after: Option<&str>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("from", &self.question.from.to_string());
        query.append_pair("until", &self.question.until.to_string());
        if !self.body.trim().is_empty() {
            query.append_pair("body", self.question.organisation.as_str());
        }
        for (name, value) in self.filters() {
            query.append_pair(name, &value);
        }
        if let Some(after) = after {
            query.append_pair("after", after);
        }
        format!("?{}", query.finish())
    }

    /// The filters in words: what each is called, and what is chosen.
    pub(super) fn in_words(&self, country: &Country, voice: Voice) -> Vec<(String, String)> {
        let say = |key: &str| voice.say(key).into_owned();
        self.filters()
            .into_iter()
            .map(|(name, value)| match name {
                "kind" => (say("label-kind"), say(&format!("case-kind-{value}"))),
                "channel" => (say("label-channel"), say(&format!("case-channel-{value}"))),
                "state" => (say("label-state"), say(&format!("register-state-{value}"))),
                "outcome" => (say("label-outcome"), say(&format!("case-outcome-{value}"))),
                "subject" => (
                    say("label-subject"),
                    super::words::subject(country, voice, Some(&value)),
                ),
                _ => (
                    say("label-place"),
                    super::words::territory(country, voice, Some(&value)),
                ),
            })
            .collect()
    }
}
