//! Verbs about calls: what an exchange tells, what agents do, whom they call back, and what supervisors see.
//!
//! An exchange is believed: whoever may speak for one (the webhook behind its signature, or a room that holds the connection to
//! it) tells what happened, with the instant at which it did. What it tells may come twice and in any order. Everything works by
//! hand without one.

mod back;
mod bell;
mod coming;
mod consent;
mod desk;
mod erase;
mod figures;
mod hand;
mod history;
mod live;
mod load;
mod message;
mod message_desk;
mod opened;
mod page;
mod proven;
mod ready;
mod recorded;
mod seen;
mod sweep;
mod wish;

pub use self::{
    back::{BackLine, BackPage, Promise, SurveyAnswer, SurveyTalk},
    coming::{Answerer, Coming, ExternalCall},
    desk::{CallDesk, EarlierCall, InHand, Ringing},
    figures::{AgentLine, AgentStanding, CallWall},
    hand::{HandAct, NOTES_LIMIT},
    history::{CallLine, CallPage, CallQuestion},
    live::LiveCalls,
    load::CallLoad,
    message::MessageTaken,
    message_desk::{MESSAGE_LIMIT, MessageLine, MessagePage, VoiceMessage, WordsLine},
    opened::OpenedCase,
    page::{CallOfCase, CallSheet, ConsentLine, RecordingLine},
    ready::FreeAgent,
    recorded::{Keeping, Recorded},
};
pub(crate) use self::{
    bell::Bell,
    message::{file as file_message, take as take_message},
    page::{announce_of_case, of_case, talk_of_case},
    seen::is_seen_by,
};
