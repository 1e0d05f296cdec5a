//! What the telephone needs of the clerks: all of it, in one place.

use std::sync::Arc;

use bytes::Bytes;
use chikaya_domain::{
    Language,
    case::Stage,
    person::Phone,
    reference::{AccessCode, Reference},
};
use chikaya_service::{Clerks, Trouble};
use futures_util::future::BoxFuture;
use tokio::sync::mpsc::UnboundedSender;

use super::ivr::{Answer, Input, Offers, Told};

/// A voice that was recorded.
#[derive(Clone)]
pub struct Spoken {
    /// The identifier of the call.
    pub call: String,
    /// The name of the recording, one of its own for each call: filed twice under one name it is filed once.
    pub key: String,
    /// The language in which the caller chose to be served.
    pub language: Language,
    /// The number of the call, if it is not withheld and the call is still known.
    pub caller: Option<Phone>,
    /// The recording, as WAV.
    pub wav: Bytes,
}

/// What became of a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoiceFate {
    /// It is filed; the reference, if it has one already.
    Filed(Option<Reference>),
    /// Nothing can be heard on it.
    Nothing,
}

/// What was recorded of a talk.
#[derive(Clone)]
pub struct Talk {
    /// The identifier of the call.
    pub call: String,
    /// The name of the recording, one of its own for each call: kept twice under one name it is kept once.
    pub key: String,
    /// The recording, as WAV.
    pub wav: Bytes,
}

/// A call that waits for an agent.
#[derive(Clone)]
pub struct Waiting {
    /// The identifier of the call.
    pub call: String,
    /// The language in which the caller chose to be served.
    pub language: Language,
    /// The number of the call, if it is not withheld.
    pub caller: Option<Phone>,
    /// Whether the caller agreed to be recorded; none where they were not asked.
    pub may_record: Option<bool>,
    /// Where news for the call go: [`Input::Place`], [`Input::AgentAt`], [`Input::QueueClosed`], [`Input::MayRecord`].
    pub news: UnboundedSender<Input>,
}

/// What agents do for callers: the desk of the call centre. Without it the telephone tells how cases stand, and nothing else.
pub trait Calls: Send + Sync {
    /// What can be done for a caller now.
    fn offers(&self) -> BoxFuture<'_, Offers>;
    /// Notes that whoever makes a call wants to be called back at a number.
    fn call_back<'a>(
        &'a self,
        call: &'a str,
        phone: Phone,
        language: Language,
    ) -> BoxFuture<'a, Result<(), Trouble>>;
    /// Notes that whoever makes a call begins to speak after the tone.
    fn voice_begins<'a>(
        &'a self,
        call: &'a str,
        caller: Option<Phone>,
        language: Language,
    ) -> BoxFuture<'a, Result<(), Trouble>>;
    /// Files a voice, to be written down by an agent.
    fn file_voice(&self, spoken: Spoken) -> BoxFuture<'_, Result<VoiceFate, Trouble>>;
    /// Puts a call into the queue; answers its place, from 1, or nothing when nobody takes calls.
    fn join(&self, waiting: Waiting) -> BoxFuture<'_, Result<Option<u32>, Trouble>>;
    /// Takes a call out of the queue: the caller left.
    fn leave<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>>;
    /// The agent to whom the call was given did not pick up.
    fn agent_missed<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>>;
    /// The talk is over.
    fn talk_ended<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>>;
    /// Keeps what was recorded of a talk, if the caller still agrees. Once this is answered, the exchange may forget it.
    fn keep_talk(&self, talk: Talk) -> BoxFuture<'_, Result<(), Trouble>>;
}

/// The clerks, as the telephone sees them. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    clerks: Clerks,
    calls: Option<Arc<dyn Calls>>,
}

impl Desk {
    /// The clerks, with or without agents.
    pub fn new(clerks: Clerks, calls: Option<Arc<dyn Calls>>) -> Self {
        Self { clerks, calls }
    }

    /// The desk of the agents, if there is one.
    pub(super) fn calls(&self) -> Option<&Arc<dyn Calls>> {
        self.calls.as_ref()
    }

    /// What can be done for a caller now.
    pub(super) async fn offers(&self) -> Offers {
        match &self.calls {
            Some(calls) => calls.offers().await,
            None => Offers::default(),
        }
    }

    /// A telephone number as the exchange tells it, or as it was pressed.
    pub(super) fn phone(&self, digits: &str) -> Option<Phone> {
        Phone::parse(digits, self.clerks.country().numbering).ok()
    }

    /// How a case stands.
    pub(super) async fn status(&self, keypad: String, code: AccessCode) -> Answer {
        let Ok(reference) = self.clerks.reference_of_keypad(&keypad) else {
            return Answer::NoReference;
        };
        match self.told(reference, code).await {
            Ok(told) => Answer::Status(told),
            Err(Trouble::NotFound) => Answer::NotFound,
            Err(Trouble::Wait { .. }) => Answer::Wait,
            Err(trouble) => {
                tracing::warn!(%trouble, "a caller could not be told of a case");
                Answer::Trouble
            }
        }
    }

    async fn told(&self, reference: Reference, code: AccessCode) -> Result<Told, Trouble> {
        let pass = self.clerks.open_with_code(reference, code).await?;
        let page = self.clerks.follow(pass).await?;
        let stage = page.case.stage;
        let is_due = !matches!(stage, Stage::Answered | Stage::Closed);
        Ok(Told {
            stage,
            due: is_due.then_some(page.answer_due.date),
            is_late: page.days_left < 0,
        })
    }
}
