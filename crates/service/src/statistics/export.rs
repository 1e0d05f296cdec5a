//! The events of all cases as an outsider needs them to count again: nothing that anybody wrote, and nobody's name.

use std::collections::BTreeMap;

use chikaya_domain::case::{Event, Fact, Resolved, Treatment};
use chikaya_store::{
    StoreError,
    follow::{self, Followed},
    statistics::FOLLOWER,
};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use super::recount::RecountProgress;
use crate::{Clerks, Country, Trouble};

/// Events read in one transaction at most.
const BATCH: i64 = 5_000;

/// An event with how its case stood after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountedEvent {
    /// Its position in the record.
    pub position: i64,
    /// The case, by the number of its filing among those exported.
    pub case: usize,
    /// The country's day on which it happened.
    pub day: Date,
    /// What happened.
    pub fact: String,
    /// Kind of the case.
    pub kind: String,
    /// The way it came.
    pub channel: String,
    /// The language in which its filer is answered.
    pub language: String,
    /// Nature of its filer.
    pub category: String,
    /// The country's day on which it was filed.
    pub filed: Date,
    /// Whether it is a sample.
    pub is_sample: bool,
    /// Whether few may know of it.
    pub is_confidential: bool,
    /// The body that has it.
    pub organisation: String,
    /// What it is about.
    pub subject: Option<String>,
    /// Where.
    pub territory: Option<String>,
    /// Whether an answer is owed.
    pub is_open: bool,
    /// The last day for the answer.
    pub answer_due: String,
    /// How it was decided last.
    pub outcome: Option<String>,
    /// In a judgement: was it solved?
    pub resolved: Option<String>,
    /// In a judgement: were they treated properly?
    pub treatment: Option<String>,
}

impl Clerks {
    /// Hands every event that is counted for statistics to `write`, in the order of their positions; answers the position of
    /// the last. For the command line.
    pub fn export_events<E: From<Trouble>>(
        &self,
        mut write: impl FnMut(CountedEvent) -> Result<(), E>,
        mut watch: impl FnMut(RecountProgress),
    ) -> Result<i64, E> {
        let country = self.country();
        let mut numbers = BTreeMap::new();
        let until = self
            .archive()
            .read_blocking(|tx| Ok::<_, Trouble>(follow::progress(tx, &FOLLOWER)?.position))?;
        let mut position = 0;
        while position < until {
            let limit = BATCH.min(until - position);
            let events = self.archive().read_blocking(move |tx| {
                Ok::<_, Trouble>(follow::followed(tx, position, limit)?)
            })?;
            let Some(last) = events.last() else {
                break;
            };
            position = last.position;
            for event in &events {
                let next = numbers.len() + 1;
                let number = *numbers.entry(event.case).or_insert(next);
                write(counted(&country, number, event).map_err(Trouble::from)?)?;
            }
            watch(RecountProgress { position, until });
        }
        Ok(position)
    }
}

fn counted(country: &Country, number: usize, event: &Followed) -> Result<CountedEvent, StoreError> {
    let day = |at: i64| {
        Timestamp::from_microsecond(at)
            .map(|at| country.calendar.date_of(at))
            .map_err(|_| StoreError::unreadable("event.at", event.case))
    };
    let (resolved, treatment) = judgement(event)?;
    let after = &event.after;
    Ok(CountedEvent {
        position: event.position,
        case: number,
        day: day(event.at)?,
        fact: event.fact.clone(),
        kind: event.kind.clone(),
        channel: event.channel.clone(),
        language: event.language.clone(),
        category: event.category.clone(),
        filed: day(event.filed_at)?,
        is_sample: event.is_sample,
        is_confidential: after.track.is_confidential(),
        organisation: after.organisation.clone(),
        subject: after.subject.clone(),
        territory: after.territory.clone(),
        is_open: after.stage.is_open(),
        answer_due: after.answer_due.clone(),
        outcome: after.outcome.map(|outcome| outcome.as_str().to_owned()),
        resolved: resolved.map(|word| word.as_str().to_owned()),
        treatment: treatment.map(|word| word.as_str().to_owned()),
    })
}

fn judgement(event: &Followed) -> Result<(Option<Resolved>, Option<Treatment>), StoreError> {
    let Some(payload) = &event.judgement else {
        return Ok((None, None));
    };
    let told: Event = serde_json::from_str(payload)
        .map_err(|_| StoreError::unreadable("event.payload", event.case))?;
    Ok(match told.fact {
        Fact::Judged {
            resolved,
            treatment,
        } => (Some(resolved), treatment),
        _ => (None, None),
    })
}
