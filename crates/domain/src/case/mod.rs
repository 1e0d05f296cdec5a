//! Cases: a state derived from events, and the rules by which commands become events.

mod apply;
mod command;
mod decide;
mod errand;
mod event;
mod former;
mod kind;
mod law;
mod mark;
mod recount;
mod stage;
mod state;
mod taken_down;
mod transition;

#[cfg(test)]
mod errand_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod recount_tests;
#[cfg(test)]
mod tests;

pub use self::{
    command::{Command, NewCase, Verb},
    decide::Refusal,
    errand::{CALLS_AT_MOST, is_question_untold},
    event::{Actor, AnswerTerms, Event, Fact, FiledFact},
    former::{Former, Leaving, former_bodies},
    kind::{
        Channel, ClimbCause, ClosingKey, DueChange, Errand, EscalationLevel, Relation, Resolved,
        Told, Treatment,
    },
    law::Law,
    mark::Mark,
    recount::{
        Correction, History, LastWords, Laws, Moment, NotARegisterNumber, Recount, RecountError,
        RegisterNumber, Standing, Undated,
    },
    stage::Stage,
    state::{Case, Judgement, LastAnswer},
    taken_down::{Consent, LetterDays, MessageLeft, TakenDown},
    transition::{Side, TRANSITIONS, Transition, diagram, transitions_of, verbs_in},
};
pub use crate::filing::{Kind, Track};
