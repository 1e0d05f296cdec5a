//! Refusals: why a command cannot be carried out, in words for the log and a key for the person.

use jiff::civil::Date;
use thiserror::Error;

use super::super::{Kind, Stage, Verb};
use crate::answer::Outcome;

/// Why a command cannot be carried out. Nothing has changed when this is returned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The table of transitions has no such step.
    #[error("{verb} is not possible while the case is {stage}")]
    NotInThisStage {
        /// What was asked.
        verb: Verb,
        /// Where the case stands.
        stage: Stage,
    },
    /// The verb belongs to someone else.
    #[error("{verb} is not an act of this party")]
    NotYours {
        /// What was asked.
        verb: Verb,
    },
    /// Before examination only inadmissibility or redirection can be answered.
    #[error("a case must be examined before it is answered on its merits")]
    NotExamined,
    /// The outcome does not exist for this kind of filing.
    #[error("the outcome {outcome} does not fit a {kind}")]
    OutcomeDoesNotFit {
        /// The outcome chosen.
        outcome: Outcome,
        /// The kind of the case.
        kind: Kind,
    },
    /// The case is with that body already.
    #[error("the case is with that organisation already")]
    AlreadyThere,
    /// Arbitration settled who is competent.
    #[error("competence was settled by arbitration")]
    BoundByArbitration,
    /// The officer answered this case before; after a reopening someone else examines it.
    #[error("someone other than the one who answered must examine a reopened case")]
    MustBeAnotherOfficer,
    /// The policy knows no extension.
    #[error("extensions are not provided for")]
    ExtensionNotProvided,
    /// The time limit was extended before.
    #[error("the time limit was extended already")]
    AlreadyExtended,
    /// The date asked for is not after today.
    #[error("{date} is not after today")]
    DateNotInFuture {
        /// The date given.
        date: Date,
    },
    /// The date asked for is after the last day for the answer, which does not move.
    #[error("{date} is after {due}, when the answer is due")]
    DateAfterDue {
        /// The date given.
        date: Date,
        /// The last day for the answer.
        due: Date,
    },
    /// That opinion is not awaited.
    #[error("no such opinion is awaited")]
    NotConsulted,
    /// The answer was judged before.
    #[error("the answer was judged already")]
    AlreadyJudged,
    /// There is no answer to judge or reopen.
    #[error("there is no answer yet")]
    NoAnswerYet,
    /// The time for reopening is over.
    #[error("reopening was possible until {until}")]
    ReopeningOver {
        /// The last day on which it was possible.
        until: Date,
    },
    /// It was reopened as often as the policy allows.
    #[error("the case was reopened {times} times, as often as possible")]
    ReopenedTooOften {
        /// How often.
        times: u8,
    },
    /// A withdrawn case stays closed; a new one can be filed.
    #[error("a withdrawn case cannot be reopened")]
    Withdrawn,
    /// The day for closing by time has not come.
    #[error("the case closes after {after} at the earliest")]
    TooEarlyToClose {
        /// The day that must have passed.
        after: Date,
    },
    /// The filer cannot know the answer yet.
    #[error("the filer was not told of the answer yet")]
    AnswerUntold,
    /// Of a report of wrongdoing no other body is asked for its opinion.
    #[error("few may read the case, and no other body is asked about it")]
    Confidential,
    /// Nothing waits to be told in that way.
    #[error("nothing is left to tell the filer in that way")]
    NothingToTell,
}

impl Refusal {
    /// The key of the sentence that tells a person.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotInThisStage { .. } => "refusal-not-in-this-stage",
            Self::NotYours { .. } => "refusal-not-yours",
            Self::NotExamined => "refusal-not-examined",
            Self::OutcomeDoesNotFit { .. } => "refusal-outcome-does-not-fit",
            Self::AlreadyThere => "refusal-already-there",
            Self::BoundByArbitration => "refusal-bound-by-arbitration",
            Self::MustBeAnotherOfficer => "refusal-must-be-another-officer",
            Self::ExtensionNotProvided => "refusal-extension-not-provided",
            Self::AlreadyExtended => "refusal-already-extended",
            Self::DateNotInFuture { .. } => "refusal-date-not-in-future",
            Self::DateAfterDue { .. } => "refusal-date-after-due",
            Self::NotConsulted => "refusal-not-consulted",
            Self::AlreadyJudged => "refusal-already-judged",
            Self::NoAnswerYet => "refusal-no-answer-yet",
            Self::ReopeningOver { .. } => "refusal-reopening-over",
            Self::ReopenedTooOften { .. } => "refusal-reopened-too-often",
            Self::Withdrawn => "refusal-withdrawn",
            Self::TooEarlyToClose { .. } => "refusal-too-early-to-close",
            Self::AnswerUntold => "refusal-answer-untold",
            Self::Confidential => "refusal-confidential",
            Self::NothingToTell => "refusal-nothing-to-tell",
        }
    }
}
