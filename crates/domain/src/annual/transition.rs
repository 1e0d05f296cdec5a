//! The table of a report's transitions: what may be done to it in which stage, by whom, and where it leads.

use super::fact::{Kind, Stage, Verb};
use crate::access::Action;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Of which kind of report.
    pub kind: Kind,
    /// What is done.
    pub verb: Verb,
    /// The stages in which it may be done.
    pub from: &'static [Stage],
    /// Where it leads; none when the stage stays as it is.
    pub to: Option<Stage>,
    /// What whoever does it must be allowed; none when the portal does it by itself.
    pub action: Option<Action>,
}

use Action::{
    AcceptAnnual, ApproveAnnual, ApproveSynthesis, ForwardAnnual, PublishAnnual, WriteAnnual,
    WriteSynthesis,
};
use Kind::{Report, Synthesis};
use Stage::{Accepted, Approved, Draft, Forwarded, Published, Returned, Transmitted};

const OPEN: &[Stage] = &[Draft, Returned];

const fn row(
    kind: Kind,
    verb: Verb,
    from: &'static [Stage],
    to: Option<Stage>,
    action: Action,
) -> Transition {
    Transition {
        kind,
        verb,
        from,
        to,
        action: Some(action),
    }
}

/// Every legal step of a report. What is not here is refused.
pub const TRANSITIONS: &[Transition] = &[
    row(Report, Verb::Write, OPEN, None, WriteAnnual),
    row(Report, Verb::Freeze, OPEN, None, WriteAnnual),
    row(Report, Verb::Approve, OPEN, Some(Approved), ApproveAnnual),
    row(
        Report,
        Verb::TakeBack,
        &[Approved],
        Some(Draft),
        ApproveAnnual,
    ),
    row(
        Report,
        Verb::Transmit,
        &[Approved],
        Some(Transmitted),
        ApproveAnnual,
    ),
    row(
        Report,
        Verb::Forward,
        &[Transmitted],
        Some(Forwarded),
        ForwardAnnual,
    ),
    row(
        Report,
        Verb::Return,
        &[Transmitted],
        Some(Returned),
        ForwardAnnual,
    ),
    row(
        Report,
        Verb::Return,
        &[Forwarded],
        Some(Returned),
        AcceptAnnual,
    ),
    row(
        Report,
        Verb::Accept,
        &[Forwarded],
        Some(Accepted),
        AcceptAnnual,
    ),
    row(
        Report,
        Verb::Publish,
        &[Accepted],
        Some(Published),
        PublishAnnual,
    ),
    Transition {
        kind: Report,
        verb: Verb::Remind,
        from: &[Draft, Returned, Approved],
        to: None,
        action: None,
    },
    row(Synthesis, Verb::Write, OPEN, None, WriteSynthesis),
    row(Synthesis, Verb::Freeze, OPEN, None, WriteSynthesis),
    row(
        Synthesis,
        Verb::Transmit,
        OPEN,
        Some(Transmitted),
        WriteSynthesis,
    ),
    row(
        Synthesis,
        Verb::Return,
        &[Transmitted],
        Some(Returned),
        ApproveSynthesis,
    ),
    row(
        Synthesis,
        Verb::Approve,
        &[Transmitted],
        Some(Approved),
        ApproveSynthesis,
    ),
    row(
        Synthesis,
        Verb::Publish,
        &[Approved],
        Some(Published),
        PublishAnnual,
    ),
];

/// The row for a verb in a stage, if it is legal there.
pub fn transition(kind: Kind, verb: Verb, stage: Stage) -> Option<&'static Transition> {
    TRANSITIONS
        .iter()
        .find(|row| row.kind == kind && row.verb == verb && row.from.contains(&stage))
}
