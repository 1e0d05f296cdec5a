//! What of a register is asked for, as the archive and the audit trail take it.

use chikaya_domain::{
    answer::Outcome,
    case::{Channel, Kind},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    register::EntryState,
};
use chikaya_store::{case::Reports, register::Asked};
use jiff::civil::Date;

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

/// What was asked for, how much that was and in which form, in codes.
pub(super) fn told(question: &RegisterQuestion, rows: usize, form: &str) -> String {
    let wanted = wanted(question, Reports::Hidden);
    let days = (question.from.to_string(), question.until.to_string());
    let rows = rows.to_string();
    [
        ("form", form),
        ("from", &days.0),
        ("until", &days.1),
        ("kind", wanted.kind),
        ("channel", wanted.channel),
        ("state", wanted.state),
        ("outcome", wanted.outcome),
        ("subject", wanted.subject),
        ("territory", wanted.territory),
        ("rows", &rows),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| format!("{name}={value}"))
    .collect::<Vec<_>>()
    .join(" ")
}
