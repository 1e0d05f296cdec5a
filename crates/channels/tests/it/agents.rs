//! Agents that note what is asked of them.

use std::sync::{Arc, Mutex, MutexGuard};

use chikaya_channels::telephony::{
    Calls, Spoken, Talk, VoiceFate, Waiting,
    ivr::{Input, Offers},
};
use chikaya_domain::{
    Language,
    person::Phone,
    reference::{Reference, ReferencePrefix},
};
use chikaya_service::Trouble;
use futures_util::future::{BoxFuture, ready};

/// What was asked.
#[derive(Default)]
pub(crate) struct Noted {
    pub(crate) call_backs: Vec<(String, Language)>,
    pub(crate) voices: Vec<(String, usize)>,
    pub(crate) waiting: Vec<Waiting>,
    pub(crate) left: Vec<String>,
    pub(crate) missed: Vec<String>,
    pub(crate) speaking: Vec<String>,
    pub(crate) ended: Vec<String>,
    pub(crate) talks: Vec<(String, usize)>,
    /// Whether nothing can be done.
    pub(crate) is_in_trouble: bool,
}

/// Agents that do everything at once.
#[derive(Clone, Default)]
pub(crate) struct Agents {
    noted: Arc<Mutex<Noted>>,
}

impl Agents {
    pub(crate) fn noted(&self) -> MutexGuard<'_, Noted> {
        self.noted.lock().unwrap()
    }

    /// Tells the call that waits longest something.
    pub(crate) fn tell_first(&self, input: Input) {
        self.noted().waiting[0].news.send(input).unwrap();
    }

    fn answer<T: Send + 'static>(&self, answer: T) -> BoxFuture<'static, Result<T, Trouble>> {
        let answer = if self.noted().is_in_trouble {
            Err(Trouble::NotFound)
        } else {
            Ok(answer)
        };
        Box::pin(ready(answer))
    }
}

/// The reference that a filed voice is given.
pub(crate) fn reference() -> Reference {
    Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 37)
}

impl Calls for Agents {
    fn offers(&self) -> BoxFuture<'_, Offers> {
        Box::pin(ready(Offers {
            agents: true,
            call_back: true,
            voice: true,
            recording: true,
        }))
    }

    fn call_back<'a>(
        &'a self,
        _call: &'a str,
        phone: Phone,
        language: Language,
    ) -> BoxFuture<'a, Result<(), Trouble>> {
        let note = (phone.as_str().to_owned(), language);
        self.noted().call_backs.push(note);
        self.answer(())
    }

    fn voice_begins<'a>(
        &'a self,
        call: &'a str,
        _caller: Option<Phone>,
        _language: Language,
    ) -> BoxFuture<'a, Result<(), Trouble>> {
        self.noted().speaking.push(call.to_owned());
        self.answer(())
    }

    fn file_voice(&self, spoken: Spoken) -> BoxFuture<'_, Result<VoiceFate, Trouble>> {
        let answer = self.answer(VoiceFate::Filed(Some(reference())));
        if !self.noted().is_in_trouble {
            self.noted().voices.push((spoken.key, spoken.wav.len()));
        }
        answer
    }

    fn join(&self, waiting: Waiting) -> BoxFuture<'_, Result<Option<u32>, Trouble>> {
        self.noted().waiting.push(waiting);
        self.answer(Some(2))
    }

    fn leave<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>> {
        self.noted().left.push(call.to_owned());
        self.answer(())
    }

    fn agent_missed<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>> {
        self.noted().missed.push(call.to_owned());
        self.answer(())
    }

    fn talk_ended<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>> {
        self.noted().ended.push(call.to_owned());
        self.answer(())
    }

    fn keep_talk(&self, talk: Talk) -> BoxFuture<'_, Result<(), Trouble>> {
        let answer = self.answer(());
        if !self.noted().is_in_trouble {
            self.noted().talks.push((talk.call, talk.wav.len()));
        }
        answer
    }
}
