//! The table of transitions: which verb is legal in which stage, by whom, and where it leads.

use super::{command::Verb, stage::Stage};
use crate::word::word_enum;

word_enum! {
    /// Whose act a verb is.
    Side {
        /// The filer's.
        Filer => "filer",
        /// The office's.
        Office => "office",
        /// The reform authority's.
        Authority => "authority",
        /// The portal's own.
        System => "system",
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The verb.
    pub verb: Verb,
    /// The stages in which it is legal.
    pub from: &'static [Stage],
    /// The stages it may lead to; empty when the stage stays as it is.
    pub to: &'static [Stage],
    /// Whose act it is.
    pub sides: &'static [Side],
}

use Side::{Authority, Filer, Office, System};
use Stage::{Admissible, Answered, Arbitration, Assigned, Closed, InProgress, Waiting};

const BEFORE_ANSWER: &[Stage] = &[
    Stage::Filed,
    Admissible,
    Assigned,
    InProgress,
    Waiting,
    Arbitration,
];
const WITH_AN_OFFICE: &[Stage] = &[Stage::Filed, Admissible, Assigned, InProgress, Waiting];
const ALWAYS: &[Stage] = Stage::ALL;

const fn row(
    verb: Verb,
    from: &'static [Stage],
    to: &'static [Stage],
    sides: &'static [Side],
) -> Transition {
    Transition {
        verb,
        from,
        to,
        sides,
    }
}

/// Every legal step of a case. What is not here is refused.
pub const TRANSITIONS: &[Transition] = &[
    row(Verb::Examine, &[Stage::Filed], &[Admissible], &[Office]),
    row(Verb::Classify, WITH_AN_OFFICE, &[], &[Office, Authority]),
    row(
        Verb::Transfer,
        WITH_AN_OFFICE,
        &[Stage::Filed],
        &[Office, Authority],
    ),
    row(
        Verb::RefuseCompetence,
        WITH_AN_OFFICE,
        &[Stage::Filed, Arbitration],
        &[Office],
    ),
    row(
        Verb::Arbitrate,
        &[Arbitration],
        &[Stage::Filed],
        &[Authority],
    ),
    row(
        Verb::Assign,
        &[Admissible, Assigned, InProgress],
        &[Assigned],
        &[Office],
    ),
    row(Verb::Assign, &[Waiting], &[Waiting], &[Office]),
    row(
        Verb::Unassign,
        &[Assigned, InProgress],
        &[Admissible],
        &[Office, System],
    ),
    row(Verb::Unassign, &[Waiting], &[Waiting], &[Office, System]),
    row(Verb::Climb, &[Stage::Filed], &[Stage::Filed], &[System]),
    row(
        Verb::Climb,
        &[Admissible, Assigned, InProgress],
        &[Admissible],
        &[System],
    ),
    row(Verb::Climb, &[Waiting], &[Waiting], &[System]),
    row(
        Verb::TakeUp,
        &[Admissible, Assigned],
        &[InProgress],
        &[Office],
    ),
    row(Verb::Ask, &[Assigned, InProgress], &[Waiting], &[Office]),
    row(
        Verb::Reply,
        &[Waiting],
        &[InProgress, Admissible],
        &[Filer, Office, Authority],
    ),
    row(Verb::AddMessage, BEFORE_ANSWER, &[], &[Filer]),
    row(Verb::AddFile, BEFORE_ANSWER, &[], &[Filer, Office]),
    row(Verb::TakeBackFile, ALWAYS, &[], &[Office]),
    row(Verb::Transcribe, ALWAYS, &[], &[Office, Authority]),
    row(Verb::Note, ALWAYS, &[], &[Office, Authority]),
    row(
        Verb::Consult,
        &[Assigned, InProgress, Waiting],
        &[],
        &[Office],
    ),
    row(
        Verb::GiveOpinion,
        &[Assigned, InProgress, Waiting],
        &[],
        &[Office],
    ),
    row(
        Verb::Extend,
        &[Assigned, InProgress, Waiting],
        &[],
        &[Office],
    ),
    row(
        Verb::Answer,
        &[Stage::Filed, Admissible, Assigned, InProgress, Waiting],
        &[Answered],
        &[Office],
    ),
    row(Verb::Judge, &[Answered, Closed], &[], &[Filer]),
    row(Verb::Confirm, &[Answered], &[Closed], &[Filer]),
    row(Verb::CloseByTime, &[Answered], &[Closed], &[System]),
    row(Verb::Withdraw, BEFORE_ANSWER, &[Closed], &[Filer]),
    row(Verb::Reopen, &[Answered, Closed], &[Admissible], &[Filer]),
    row(Verb::Tell, ALWAYS, &[], &[Office, Authority]),
    row(Verb::ProveContact, ALWAYS, &[], &[Filer]),
    row(Verb::ReportLost, ALWAYS, &[], &[System]),
    row(
        Verb::Escalate,
        BEFORE_ANSWER,
        &[],
        &[Office, Authority, System],
    ),
    row(Verb::Remind, BEFORE_ANSWER, &[], &[System]),
    row(Verb::Recompute, BEFORE_ANSWER, &[], &[System]),
];

/// The rows of `verb`: one, or several where it leads from different stages to different ones. Every verb has
/// a row, and no stage two of one verb: a test compares both lists.
pub fn transitions_of(verb: Verb) -> impl Iterator<Item = &'static Transition> {
    TRANSITIONS.iter().filter(move |row| row.verb == verb)
}

/// The verbs that are legal in `stage` for `side`, in the order of the table.
pub fn verbs_in(stage: Stage, side: Side) -> impl Iterator<Item = Verb> {
    TRANSITIONS
        .iter()
        .filter(move |row| row.from.contains(&stage) && row.sides.contains(&side))
        .map(|row| row.verb)
}

/// The table drawn as a Mermaid state diagram, as it stands in ARCHITECTURE.md.
pub fn diagram() -> String {
    let mut lines = vec![
        "stateDiagram-v2".to_owned(),
        "    [*] --> filed : file".to_owned(),
    ];
    for row in TRANSITIONS {
        for from in row.from {
            for to in row.to {
                lines.push(format!(
                    "    {} --> {} : {}",
                    node(*from),
                    node(*to),
                    row.verb
                ));
            }
        }
    }
    lines.push("    closed --> [*]".to_owned());
    lines.join("\n")
}

/// Mermaid takes no hyphen in a state's name.
fn node(stage: Stage) -> String {
    stage.as_str().replace('-', "_")
}
