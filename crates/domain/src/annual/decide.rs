//! What a fact makes of a report, and which facts the law refuses.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    fact::{Fact, Kind, LONGEST_REASONS, Stage, Verb},
    transition::transition,
};

/// How a report stands: told from its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What is reported.
    pub kind: Kind,
    /// Where it is.
    pub stage: Stage,
    /// How many facts made it.
    pub version: u32,
    /// The number of the fact by which its figures were taken last; none while they were not.
    pub frozen: Option<u32>,
    /// The number of the fact with which its documents were kept last: sent, or published.
    pub documents: Option<u32>,
}

impl State {
    /// A report that is begun.
    pub const fn begun(kind: Kind) -> Self {
        Self {
            kind,
            stage: Stage::Draft,
            version: 1,
            frozen: None,
            documents: None,
        }
    }

    /// Whether something may be done to it by somebody.
    pub fn allows(&self, verb: Verb) -> bool {
        transition(self.kind, verb, self.stage).is_some()
            && (self.frozen.is_some() || !needs_figures(verb))
    }
}

/// Why something is not done to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It is in a stage in which that is not done.
    #[error("{verb} is not done to a report that is {stage}")]
    NotNow {
        /// What was wanted.
        verb: Verb,
        /// Where the report is.
        stage: Stage,
    },
    /// Its figures were not taken yet.
    #[error("a report without figures goes nowhere")]
    NoFigures,
    /// It would go back, or be published without any report, without a reason or with one of endless length.
    #[error("reasons are given, of at most {LONGEST_REASONS} characters")]
    NoReasons,
    /// It was begun once.
    #[error("a report begins once")]
    Begun,
}

const fn needs_figures(verb: Verb) -> bool {
    match verb {
        Verb::Approve | Verb::Transmit | Verb::Publish => true,
        Verb::Write
        | Verb::Freeze
        | Verb::TakeBack
        | Verb::Forward
        | Verb::Return
        | Verb::Accept
        | Verb::Remind => false,
    }
}

/// The report after a fact, or why the fact cannot be.
pub fn decide(state: State, fact: &Fact) -> Result<State, Refusal> {
    let verb = fact.verb().ok_or(Refusal::Begun)?;
    let row = transition(state.kind, verb, state.stage).ok_or(Refusal::NotNow {
        verb,
        stage: state.stage,
    })?;
    if needs_figures(verb) && state.frozen.is_none() {
        return Err(Refusal::NoFigures);
    }
    let reasons = match fact {
        Fact::Returned { reasons } => Some(reasons),
        Fact::Published { reasons, .. } => reasons.as_ref(),
        _ => None,
    };
    if reasons.is_some_and(|why| why.trim().is_empty() || why.chars().count() > LONGEST_REASONS) {
        return Err(Refusal::NoReasons);
    }
    let version = state.version + 1;
    Ok(State {
        kind: state.kind,
        stage: row.to.unwrap_or(state.stage),
        version,
        frozen: match fact {
            Fact::Frozen { .. } => Some(version),
            _ => state.frozen,
        },
        documents: match fact {
            Fact::Transmitted { .. } | Fact::Published { .. } => Some(version),
            _ => state.documents,
        },
    })
}
