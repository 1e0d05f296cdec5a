//! A call: where it stands, and what each word of an exchange or an agent makes of it.

use jiff::Timestamp;
use thiserror::Error;

use super::{
    transition::transition,
    words::{CallStage, CallVerb, Disposition},
};
use crate::id::StaffId;

/// A call, without whoever calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Where it stands.
    pub stage: CallStage,
    /// When it came.
    pub came_at: Timestamp,
    /// Since when the caller waits for somebody, the first time.
    pub queued_at: Option<Timestamp>,
    /// When it was answered first.
    pub answered_at: Option<Timestamp>,
    /// When somebody hung up.
    pub hung_up_at: Option<Timestamp>,
    /// When it was finished.
    pub ended_at: Option<Timestamp>,
    /// Whoever speaks with the caller, or did last. None where the exchange named nobody of the call centre.
    pub agent: Option<StaffId>,
    /// Whether it waits for a supervisor, or is with one.
    pub is_handed_over: bool,
    /// What it led to.
    pub disposition: Option<Disposition>,
}

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// The caller waits for somebody.
    Queued,
    /// Somebody answered: of the call centre, as far as that is known.
    Answered(Option<StaffId>),
    /// The agent handed it over to a supervisor.
    HandedOver,
    /// Somebody hung up.
    HungUp,
    /// The agent has finished.
    Finished,
}

/// Why something cannot happen to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CallRefusal {
    /// Not in this stage.
    #[error("{verb} is not possible while a call is {stage}")]
    Stage {
        /// What was to happen.
        verb: CallVerb,
        /// Where the call stands.
        stage: CallStage,
    },
    /// Somebody else took it.
    #[error("somebody else took the call")]
    Taken,
    /// Nobody has written down what it led to.
    #[error("nobody has written down what the call led to")]
    NoDisposition,
}

impl CallRefusal {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stage { .. } => "error-call-stage",
            Self::Taken => "error-call-taken",
            Self::NoDisposition => "error-call-disposition",
        }
    }
}

impl Happened {
    /// Its row in the table of transitions.
    pub const fn verb(self) -> CallVerb {
        match self {
            Self::Queued => CallVerb::Queue,
            Self::Answered(_) => CallVerb::Answer,
            Self::HandedOver => CallVerb::HandOver,
            Self::HungUp => CallVerb::HangUp,
            Self::Finished => CallVerb::Finish,
        }
    }
}

impl Call {
    /// A call that comes at an instant.
    pub const fn coming(at: Timestamp) -> Self {
        Self {
            stage: CallStage::Ringing,
            came_at: at,
            queued_at: None,
            answered_at: None,
            hung_up_at: None,
            ended_at: None,
            agent: None,
            is_handed_over: false,
            disposition: None,
        }
    }

    /// The call after something happened to it at an instant.
    pub fn after(&self, happened: Happened, at: Timestamp) -> Result<Self, CallRefusal> {
        let verb = happened.verb();
        let stage = transition(self.stage, verb).ok_or(CallRefusal::Stage {
            verb,
            stage: self.stage,
        })?;
        let mut call = Self {
            stage,
            ..self.clone()
        };
        match happened {
            Happened::Queued => call.queued_at = Some(earlier(self.queued_at, at)),
            Happened::Answered(agent) => self.answered(&mut call, agent, at)?,
            Happened::HandedOver => call.is_handed_over = true,
            Happened::HungUp => {
                call.hung_up_at = Some(earlier(self.hung_up_at, at));
                // Nobody of the call centre has it in hand, so nobody finishes it.
                if stage == CallStage::WrapUp && call.agent.is_none() {
                    call.stage = CallStage::Ended;
                }
            }
            Happened::Finished => {
                if self.disposition.is_none() {
                    return Err(CallRefusal::NoDisposition);
                }
                call.ended_at = Some(at);
            }
        }
        Ok(call)
    }

    /// What an answer makes of the call. A word of it that comes once more changes nothing.
    fn answered(
        &self,
        call: &mut Self,
        agent: Option<StaffId>,
        at: Timestamp,
    ) -> Result<(), CallRefusal> {
        let waits_again = self.is_handed_over && self.stage == CallStage::Waiting;
        if waits_again {
            // An exchange that tells once more of the first answer.
            if self.answered_at.is_some_and(|answered| at <= answered) {
                call.stage = self.stage;
                return Ok(());
            }
            call.agent = agent.or(self.agent);
            return Ok(());
        }
        let is_another = agent.is_some() && self.agent.is_some() && agent != self.agent;
        if is_another && self.stage.is_in_hand() {
            return Err(CallRefusal::Taken);
        }
        call.answered_at = Some(earlier(self.answered_at, at));
        call.agent = self.agent.or(agent);
        if call.stage == CallStage::WrapUp && call.agent.is_none() {
            call.stage = CallStage::Ended;
        }
        Ok(())
    }

    /// How long the caller waited, or waits at `now`: from asking for somebody until somebody answered, or hung up. None for
    /// one who asked for nobody.
    pub fn waited(&self, now: Timestamp) -> Option<jiff::SignedDuration> {
        let since = self.queued_at?;
        let until = self.answered_at.or(self.hung_up_at).unwrap_or(now);
        Some(until.duration_since(since).max(jiff::SignedDuration::ZERO))
    }

    /// How long they spoke, or have spoken at `now`. None where nobody answered.
    pub fn talked(&self, now: Timestamp) -> Option<jiff::SignedDuration> {
        let since = self.answered_at?;
        let until = self.hung_up_at.unwrap_or(now);
        Some(until.duration_since(since).max(jiff::SignedDuration::ZERO))
    }
}

fn earlier(known: Option<Timestamp>, at: Timestamp) -> Timestamp {
    known.map_or(at, |known| known.min(at))
}
