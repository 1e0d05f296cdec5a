//! The way of a report, and what stands on its record, in words.

use chikaya_domain::annual::{Fact, Kept, Kind, Stage};
use chikaya_i18n::Argument;
use chikaya_service::annual::{AnnualPage, FactLine};

use super::say::{moment, word};
use crate::{settings::State, visit::Visit};

/// A stage on the way of a report.
pub(super) struct Step {
    pub(super) name: String,
    /// When it came there and who brought it there; none of what is to come.
    pub(super) by: Option<(String, String)>,
    pub(super) is_now: bool,
}

/// A line of the record.
pub(super) struct RecordLine {
    pub(super) what: String,
    pub(super) when: String,
    pub(super) who: String,
    /// Why it went back, or was published without any report, line by line.
    pub(super) reasons: Vec<String>,
    /// Language and digest of each document that was kept.
    pub(super) digests: Vec<(String, String)>,
}

/// The stages of a kind of report, in the order in which one comes to them.
const fn way(kind: Kind) -> &'static [Stage] {
    match kind {
        Kind::Report => &[
            Stage::Draft,
            Stage::Approved,
            Stage::Transmitted,
            Stage::Forwarded,
            Stage::Accepted,
            Stage::Published,
        ],
        Kind::Synthesis => &[
            Stage::Draft,
            Stage::Transmitted,
            Stage::Approved,
            Stage::Published,
        ],
    }
}

/// The stage to which a fact leads; none where it stays as it is.
const fn leads_to(fact: &Fact) -> Option<Stage> {
    Some(match fact {
        Fact::Begun { .. } | Fact::TakenBack => Stage::Draft,
        Fact::Returned { .. } => Stage::Returned,
        Fact::Approved => Stage::Approved,
        Fact::Transmitted { .. } => Stage::Transmitted,
        Fact::Forwarded => Stage::Forwarded,
        Fact::Accepted => Stage::Accepted,
        Fact::Published { .. } => Stage::Published,
        Fact::Written { .. } | Fact::Frozen { .. } | Fact::Reminded => return None,
    })
}

/// Where a report is on its way. One that came back is at its beginning again.
pub(super) fn steps(state: &State, visit: &Visit, page: &AnnualPage) -> Vec<Step> {
    let stages = way(page.kind());
    let now = stages
        .iter()
        .position(|stage| *stage == page.state.stage)
        .unwrap_or(0);
    stages
        .iter()
        .enumerate()
        .map(|(place, stage)| {
            let is_now = place == now;
            let stage = if is_now { page.state.stage } else { *stage };
            let came = page
                .facts
                .iter()
                .rev()
                .find(|line| leads_to(&line.fact) == Some(stage))
                .filter(|_| place <= now);
            Step {
                name: visit
                    .voice
                    .say(&format!("annual-stage-{}", word(Some(stage))))
                    .into_owned(),
                by: came.map(|line| (moment(state, visit.voice, line.at), who(visit, line))),
                is_now,
            }
        })
        .collect()
}

/// What stands on the record of a report, the newest first.
pub(super) fn record(state: &State, visit: &Visit, page: &AnnualPage) -> Vec<RecordLine> {
    page.facts
        .iter()
        .rev()
        .map(|line| RecordLine {
            what: what(visit, &line.fact),
            when: moment(state, visit.voice, line.at),
            who: who(visit, line),
            reasons: match &line.fact {
                Fact::Returned { reasons }
                | Fact::Published {
                    reasons: Some(reasons),
                    ..
                } => reasons.lines().map(str::to_owned).collect(),
                _ => Vec::new(),
            },
            digests: match &line.fact {
                Fact::Transmitted { documents } | Fact::Published { documents, .. } => {
                    digests(visit, documents)
                }
                _ => Vec::new(),
            },
        })
        .collect()
}

/// Why a report came back last, where it is being written again for that.
pub(super) fn reasons(page: &AnnualPage) -> Vec<String> {
    if page.state.stage != Stage::Returned {
        return Vec::new();
    }
    let last = page.facts.iter().rev().find_map(|line| match &line.fact {
        Fact::Returned { reasons } => Some(reasons),
        _ => None,
    });
    last.map_or_else(Vec::new, |reasons| {
        reasons.lines().map(str::to_owned).collect()
    })
}

fn what(visit: &Visit, fact: &Fact) -> String {
    let voice = visit.voice;
    let name = voice.say(&format!("annual-fact-{}", fact.name()));
    match fact {
        Fact::Written {
            section,
            language,
            version,
            ..
        } => format!(
            "{name} · {} · {} · {}",
            voice.say(&format!("annual-section-{section}")),
            voice.say(&format!("language-{language}")),
            voice.say_with(
                "annual-version",
                &[("number", Argument::Text(&voice.number(i64::from(*version))))],
            )
        ),
        Fact::Frozen { position, .. } => format!(
            "{name} · {}",
            voice.say_with(
                "annual-position",
                &[("position", Argument::Text(&voice.number(*position)))],
            )
        ),
        _ => name.into_owned(),
    }
}

fn who(visit: &Visit, line: &FactLine) -> String {
    line.name
        .clone()
        .unwrap_or_else(|| visit.voice.say("case-actor-system").into_owned())
}

/// Language and digest of documents.
pub(super) fn digests(visit: &Visit, documents: &[Kept]) -> Vec<(String, String)> {
    documents
        .iter()
        .map(|kept| {
            let language = visit.voice.say(&format!("language-{}", kept.language));
            (language.into_owned(), kept.sha256.clone())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chikaya_domain::annual::TRANSITIONS;

    use super::*;

    #[test]
    fn every_stage_that_can_be_come_to_is_on_the_way_or_at_its_beginning() {
        for row in TRANSITIONS {
            let ends = row.from.iter().copied().chain(row.to);
            for stage in ends {
                assert!(
                    stage == Stage::Returned || way(row.kind).contains(&stage),
                    "{} {stage}",
                    row.kind
                );
            }
        }
    }
}
