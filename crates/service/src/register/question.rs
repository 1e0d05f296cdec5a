//! What of a register is asked for, as the archive and the audit trail take it.

use chikaya_domain::{
    answer::Outcome,
    case::{Channel, Kind},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    register::{EntryNumber, EntryState},
};
use chikaya_store::{case::Reports, register::Asked};
use jiff::civil::Date;

use super::entry::Entry;

/// Which entries are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterQuestion {
    /// Whose register.
    pub organisation: OrganisationCode,
    /// The first day on which a case came.
    pub from: Date,
    /// The last one.
    pub until: Date,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only what came this way.
    pub channel: Option<Channel>,
    /// Only what became this.
    pub state: Option<EntryState>,
    /// Only what was decided so.
    pub outcome: Option<Outcome>,
    /// Only about this subject, or about one of this sector.
    pub subject: Option<SubjectCode>,
    /// Only in this territory, or in this region.
    pub territory: Option<TerritoryCode>,
}

pub(super) fn wanted(question: &RegisterQuestion, reports: Reports) -> Asked<'_> {
    let or_any = |word: Option<&'static str>| word.unwrap_or_default();
    Asked {
        organisation: &question.organisation,
        from: question.from,
        until: question.until,
        reports,
        kind: or_any(question.kind.map(Kind::as_str)),
        channel: or_any(question.channel.map(Channel::as_str)),
        state: or_any(question.state.map(EntryState::as_str)),
        outcome: or_any(question.outcome.map(Outcome::as_str)),
        subject: question.subject.as_ref().map_or("", SubjectCode::as_str),
        territory: question
            .territory
            .as_ref()
            .map_or("", TerritoryCode::as_str),
    }
}

/// What was shown or handed out.
#[derive(Clone, Debug, Default)]
pub(super) struct Handed {
    /// The form of the file; empty where it was a page.
    pub(super) form: &'static str,
    /// How many entries.
    pub(super) rows: usize,
    /// Which part of the register, where it was one.
    pub(super) part: Option<usize>,
    /// The last event that was in it, where it was a file: by it and what was asked for, its entries can be told again.
    pub(super) position: Option<i64>,
    /// Which entries, where it was a page: see [`numbers`].
    pub(super) entries: String,
}

/// The numbers of entries, those that follow one another as their first and last: `2026/1-17,2026/19`.
pub(super) fn numbers(entries: &[Entry]) -> String {
    let mut runs: Vec<(EntryNumber, u32)> = Vec::new();
    for entry in entries {
        let own = entry.number;
        match runs.last_mut() {
            Some((first, last))
                if (first.year, first.track) == (own.year, own.track)
                    && own.number == *last + 1 =>
            {
                *last = own.number;
            }
            _ => runs.push((own, own.number)),
        }
    }
    let runs = runs.into_iter().map(|(first, last)| {
        if first.number == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        }
    });
    runs.collect::<Vec<_>>().join(",")
}

/// What was asked for, how much that was, of what and in which form, in codes.
pub(super) fn told(question: &RegisterQuestion, handed: &Handed) -> String {
    let wanted = wanted(question, Reports::Hidden);
    let days = (question.from.to_string(), question.until.to_string());
    let rows = handed.rows.to_string();
    let part = handed
        .part
        .map_or_else(String::new, |part| part.to_string());
    let position = handed
        .position
        .map_or_else(String::new, |position| position.to_string());
    [
        ("form", handed.form),
        ("from", &days.0),
        ("until", &days.1),
        ("kind", wanted.kind),
        ("channel", wanted.channel),
        ("state", wanted.state),
        ("outcome", wanted.outcome),
        ("subject", wanted.subject),
        ("territory", wanted.territory),
        ("rows", &rows),
        ("part", &part),
        ("position", &position),
        ("entries", &handed.entries),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| format!("{name}={value}"))
    .collect::<Vec<_>>()
    .join(" ")
}
