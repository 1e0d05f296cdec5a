//! The parse of what was taken down: that of the public form, and what the one who takes down says beside it.

use chikaya_domain::{
    case::{Actor, Consent, LetterDays, TakenDown},
    person::IdentityKind,
    subject::QuestionKind,
    text::{self, DayError},
};
use jiff::{Span, civil::Date};

use super::{
    fault::{DayFault, TakenFault},
    typed::TypedForSomeone,
};
use crate::{Country, case::file::Filing};

/// How many days ago a letter can have arrived: what lies longer was typed with a slip, and would be late at once.
pub const ARRIVED_DAYS_AT_MOST: i64 = 180;

impl TypedForSomeone {
    /// Everything that is wrong, in the order of the page, with `today` as the country has it.
    pub fn faults(&self, country: &Country, today: Date) -> Vec<TakenFault> {
        let mut faults = Vec::new();
        self.read_taken_down(today, &mut faults);
        self.judge_open(&mut faults);
        self.judge_days(country, today, &mut faults);
        let filing = self.filing.faults(country);
        faults.extend(filing.into_iter().map(TakenFault::Filing));
        faults.sort_by_key(|fault| place(fault.field()));
        faults
    }

    /// The filing by `actor`, without the key under which it is sent; or everything that is wrong.
    pub(super) fn parse(
        &self,
        country: &Country,
        today: Date,
        actor: Actor,
    ) -> Result<Filing, Vec<TakenFault>> {
        let mut faults = self.faults(country, today);
        if !faults.is_empty() {
            return Err(faults);
        }
        let taken_down = self.read_taken_down(today, &mut faults);
        let (Some(channel), Some(taken_down)) = (self.channel, taken_down) else {
            return Err(faults);
        };
        let filing = self.filing.parse(country);
        let filing = filing.map_err(|found| {
            let found = found.into_iter().map(TakenFault::Filing);
            found.collect::<Vec<_>>()
        })?;
        Ok(Filing {
            channel,
            actor,
            taken_down: Some(taken_down),
            ..filing
        })
    }

    /// Whether the filer agreed as it is said: by a code, once their contact is proven with one.
    pub fn lacks_code(&self) -> bool {
        self.consent() == Some(Consent::ByCode)
            && self
                .contact_for_code()
                .is_some_and(|contact| !self.filing.has_proven(&contact))
    }

    fn read_taken_down(&self, today: Date, faults: &mut Vec<TakenFault>) -> Option<TakenDown> {
        if !self
            .channel
            .is_some_and(|way| TakenDown::CHANNELS.contains(&way))
        {
            faults.push(TakenFault::Channel);
        }
        let letter = self
            .is_letter()
            .then(|| self.read_letter(today, faults))
            .flatten();
        let consent = self.consent();
        match consent {
            None => faults.push(TakenFault::Consent),
            Some(Consent::ByCode) if self.contact_for_code().is_none() => {
                faults.push(TakenFault::NoContactForCode);
            }
            Some(_) => {}
        }
        let shown = IdentityKind::from_word(&self.shown);
        if shown.is_none() && !self.shown.is_empty() {
            faults.push(TakenFault::Shown);
        }
        Some(TakenDown {
            consent: consent?,
            shown,
            letter,
            message: self.message.map(|message| message.left),
        })
    }

    /// The days of the letter. Nobody has to find a day on it; the day of its arrival is the day of deposit.
    fn read_letter(&self, today: Date, faults: &mut Vec<TakenFault>) -> Option<LetterDays> {
        let written_on = match text::day(&self.written_on) {
            Ok(day) if day > today => Err(DayFault::Ahead),
            Ok(day) => Ok(Some(day)),
            Err(DayError::Empty) => Ok(None),
            Err(error) => Err(DayFault::Unreadable(error)),
        };
        let written_on = written_on
            .map_err(|why| faults.push(TakenFault::WrittenOn(why)))
            .ok()?;
        let earliest = today.saturating_sub(Span::new().days(ARRIVED_DAYS_AT_MOST));
        let arrived_on = match text::day(&self.arrived_on) {
            Ok(day) if day > today => Err(DayFault::Ahead),
            Ok(day) if day < earliest => Err(DayFault::TooOld),
            Ok(day) if written_on.is_some_and(|written| day < written) => {
                Err(DayFault::BeforeWritten)
            }
            Ok(day) => Ok(day),
            Err(error) => Err(DayFault::Unreadable(error)),
        };
        let arrived_on = arrived_on
            .map_err(|why| faults.push(TakenFault::ArrivedOn(why)))
            .ok()?;
        Some(LetterDays {
            written_on,
            arrived_on,
        })
    }

    /// What the public form asks step by step, and nobody can pass over.
    fn judge_open(&self, faults: &mut Vec<TakenFault>) {
        let typed = &self.filing;
        if typed.subject.is_none() && !self.subject_unknown {
            faults.push(TakenFault::SubjectOpen);
        }
        let says_where = typed.territory.is_some()
            || typed.place_unknown
            || !typed.place.is_empty()
            || typed.point().is_some();
        if !says_where {
            faults.push(TakenFault::PlaceOpen);
        }
    }

    /// Every day that a subject asks for is one on which something happened.
    fn judge_days(&self, country: &Country, today: Date, faults: &mut Vec<TakenFault>) {
        let subject = self.filing.subject.as_ref();
        let questions = subject
            .and_then(|code| country.subjects.find(code))
            .map_or(&[][..], |subject| &subject.questions);
        for question in questions {
            let answer = self.filing.details.get(&question.code);
            let day = answer.and_then(|answer| text::day(answer).ok());
            if question.kind == QuestionKind::Date && day.is_some_and(|day| day > today) {
                faults.push(TakenFault::DayAhead {
                    question: question.code.clone(),
                });
            }
        }
    }
}

/// The place of a field on the page.
fn place(field: &str) -> usize {
    const ORDER: &[&str] = &[
        "channel",
        "written-on",
        "arrived-on",
        "text",
        "subject",
        "details",
        "sought",
        "place",
        "coordinates",
        "name",
        "representative",
        "quality",
        "shown",
        "identity-kind",
        "identity-number",
        "on-behalf-of",
        "preferred",
        "phone",
        "email",
        "address",
        "consent",
        "code",
    ];
    ORDER
        .iter()
        .position(|name| *name == field)
        .unwrap_or(ORDER.len())
}
