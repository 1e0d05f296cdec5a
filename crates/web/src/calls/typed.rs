//! What an agent types on their desk: kept as it was typed, and read by one parse each.

use std::collections::BTreeMap;

use chikaya_domain::{
    id::{CallId, CaseId},
    person::{Phone, PhoneError},
    text::day as day_of,
};
use chikaya_service::{Country, call::Promise};
use jiff::{SignedDuration, civil::Date};

use crate::{
    form::{Faults, Typed},
    public::file::phone_sentence,
    visit::Visit,
};

/// Parts of a day in which people may want to be called: word, first and last hour in the country's own time.
pub(super) const WINDOWS: &[(&str, i64, i64)] = &[
    ("morning", 9, 12),
    ("afternoon", 12, 16),
    ("evening", 16, 19),
];

/// What was typed.
#[derive(Clone, Default)]
pub(super) struct TypedCall {
    /// The call for which it was typed; none where none was in hand.
    pub call: Option<CallId>,
    pub notes: Option<String>,
    pub reference: String,
    pub code: String,
    /// Where a code goes that the caller reads out, and that code.
    pub contact: String,
    pub read_out: String,
    pub number: String,
    pub day: String,
    pub window: String,
    pub about: String,
    pub orient: String,
    pub disposition: String,
    /// The queue and the extension of whoever signs in.
    pub queue: String,
    pub extension: String,
    /// The case of which what was typed cannot be taken down.
    pub wrong_reply: Option<CaseId>,
    /// Replies, by the case they belong to.
    pub replies: BTreeMap<String, String>,
}

impl TypedCall {
    /// As the form sent it.
    pub(super) fn of(typed: &Typed) -> Self {
        let text = |name: &str| typed.text(name).to_owned();
        Self {
            call: None,
            notes: Some(text("notes")),
            reference: text("reference"),
            code: text("code"),
            contact: text("contact"),
            read_out: text("read-out"),
            number: text("number"),
            day: text("day"),
            window: text("window"),
            about: text("about"),
            orient: text("orient"),
            disposition: text("disposition"),
            queue: text("queue"),
            extension: text("extension"),
            wrong_reply: None,
            replies: typed.group("reply-"),
        }
    }

    /// The call that is promised, or what of it makes no sense.
    pub(super) fn promise(
        &self,
        country: &Country,
        visit: &Visit,
        faults: &mut Faults,
    ) -> Option<Promise> {
        let number = number(&self.number, country, visit, faults);
        let day = match day_of(&self.day) {
            Ok(day) => Some(day),
            Err(error) => {
                faults.add("day", visit.voice.say(error.key()));
                None
            }
        };
        let window = WINDOWS.iter().find(|(word, _, _)| *word == self.window);
        if window.is_none() {
            faults.add("window", visit.voice.say("error-call-back-hours"));
        }
        let (number, day, (_, from, until)) = (number.ok()?, day?, *window?);
        let hour = |hour: i64| hour_of(country, day, hour);
        Some(Promise {
            number,
            from: hour(from),
            until: hour(until),
            about: self.about.clone(),
        })
    }
}

/// An hour of a day in the country's own time. Days that are shorter or longer by a change of the clock begin at their own
/// beginning.
fn hour_of(country: &Country, day: Date, hour: i64) -> jiff::Timestamp {
    let beginning = country.calendar.beginning_of(day);
    beginning
        .checked_add(SignedDuration::from_hours(hour))
        .unwrap_or(beginning)
}

/// A telephone number that may be left out; its fault is noted.
pub(super) fn number(
    typed: &str,
    country: &Country,
    visit: &Visit,
    faults: &mut Faults,
) -> Result<Option<Phone>, PhoneError> {
    match Phone::parse(typed, country.numbering) {
        Ok(phone) => Ok(Some(phone)),
        Err(PhoneError::Empty) => Ok(None),
        Err(error) => {
            faults.add("number", phone_sentence(error, visit.voice));
            Err(error)
        }
    }
}
