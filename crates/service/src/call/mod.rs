//! Verbs about calls: what an exchange tells, what agents do, whom they call back, and what supervisors see.
//!
//! An exchange is believed: whoever may speak for one (the webhook behind its signature, or a room that holds the connection to
//! it) tells what happened, with the instant at which it did. What it tells may come twice and in any order. Everything works by
//! hand without one.

mod back;
mod bell;
mod coming;
mod desk;
mod figures;
mod hand;
mod history;
mod live;
mod opened;
mod proven;
mod ready;
mod sweep;

pub(crate) use self::bell::Bell;
pub use self::{
    back::{BackLine, BackPage, Promise, SurveyAnswer, SurveyTalk},
    coming::{Answerer, Coming, ExternalCall},
    desk::{CallDesk, EarlierCall, InHand, Ringing},
    figures::{AgentLine, AgentStanding, CallWall},
    hand::{HandAct, NOTES_LIMIT},
    history::{CallLine, CallPage, CallQuestion},
    live::LiveCalls,
    opened::OpenedCase,
    ready::FreeAgent,
};
