//! One call: carries out what the machine decides, and tells it what happens.

use std::{collections::VecDeque, future::pending, sync::Arc};

use chikaya_domain::person::Phone;
use futures_util::{StreamExt as _, future::BoxFuture, stream::FuturesUnordered};
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, sleep_until},
};
use tracing::{debug, warn};

use super::{
    ari::{AriError, Event},
    desk::Waiting,
    ivr::{Answer, Command, Heard, Input, Ivr, Key, Question},
    kept::{Voice, file_voice, keep_talk, say_that_voice_begins, talk_name, voice_name},
    shared::{Shared, tell},
};

/// Seconds that a sentence lasts at most, and a figure: what takes longer is given up, because an exchange that says that
/// something was played may never say so.
const SENTENCE: u32 = 40;
const FIGURE: u32 = 4;

/// Seconds for which an agent's telephone rings.
const RING: u16 = 25;

/// Longest recording of a talk, in seconds: what is said after half an hour is spoken, and not recorded.
const TALK_SECONDS: u16 = 1_800;

/// What stands between the identifier of a call and the number of an agent's channel.
pub(super) const AGENT: &str = "-agent-";

/// What a session is told by the switchboard.
#[derive(Debug)]
pub(super) enum Happened {
    /// The exchange tells.
    Event(Event),
    /// The line to the exchange broke and is there again.
    Resumed,
}

/// What a session waits for.
enum Woken {
    Happened(Option<Happened>),
    Answered(Answer),
    News(Input),
    Late,
}

/// What is being said.
struct Playing {
    id: String,
    until: Instant,
    listen: u16,
}

pub(super) struct Session {
    shared: Arc<Shared>,
    call: String,
    caller: Option<Phone>,
    ivr: Ivr,
    playing: Option<Playing>,
    played: u32,
    /// Until when a key is waited for.
    listening: Option<Instant>,
    asked: FuturesUnordered<BoxFuture<'static, Answer>>,
    news: Option<mpsc::UnboundedReceiver<Input>>,
    agent: Option<String>,
    rung: u32,
    bridge: Option<String>,
    is_talk_recorded: bool,
    /// Whether the switchboard says nothing more: the call is gone.
    is_cut: bool,
}

/// Serves a call from its first word to its end.
pub(super) async fn serve(
    shared: Arc<Shared>,
    call: String,
    number: String,
    mut happened: mpsc::UnboundedReceiver<Happened>,
    line: watch::Receiver<bool>,
) {
    if let Err(error) = shared.exchange.answer(&call).await {
        debug!(%error, "a call was gone before it was taken up");
    }
    let caller = shared.desk.phone(&number);
    let national = caller
        .as_ref()
        .and_then(|phone| phone.dialled().map(str::to_owned));
    let (ivr, commands) = Ivr::begin(shared.desk.offers().await, national);
    let mut session = Session {
        shared,
        call,
        caller,
        ivr,
        playing: None,
        played: 0,
        listening: None,
        asked: FuturesUnordered::new(),
        news: None,
        agent: None,
        rung: 0,
        bridge: None,
        is_talk_recorded: false,
        is_cut: false,
    };
    session.carry_out(commands).await;
    while !(session.ivr.is_over() && session.asked.is_empty()) {
        let Some(input) = session.next(&mut happened, &line).await else {
            continue;
        };
        let commands = session.ivr.take(input);
        session.carry_out(commands).await;
    }
}

impl Session {
    /// What happens next, as far as it matters.
    async fn next(
        &mut self,
        happened: &mut mpsc::UnboundedReceiver<Happened>,
        line: &watch::Receiver<bool>,
    ) -> Option<Input> {
        let until = match (&self.playing, self.listening) {
            (Some(playing), _) => Some(playing.until),
            (None, listening) => listening,
        };
        // While the line is broken nobody can be heard, and nobody is silent.
        let until = until.filter(|_| *line.borrow());
        match self.woken(happened, until).await {
            Woken::Happened(Some(Happened::Event(event))) => self.heard(event),
            Woken::Happened(Some(Happened::Resumed)) => Some(Input::Resumed),
            Woken::Happened(None) => {
                self.is_cut = true;
                Some(Input::HungUp)
            }
            Woken::Answered(answer) => Some(Input::Answer(answer)),
            Woken::News(input) => Some(input),
            Woken::Late => self.late().await,
        }
    }

    async fn woken(
        &mut self,
        happened: &mut mpsc::UnboundedReceiver<Happened>,
        until: Option<Instant>,
    ) -> Woken {
        let is_cut = self.is_cut;
        let Self { asked, news, .. } = self;
        let late = async {
            match until {
                Some(until) => sleep_until(until).await,
                None => pending().await,
            }
        };
        let told = async {
            match news {
                Some(news) => match news.recv().await {
                    Some(input) => input,
                    None => pending().await,
                },
                None => pending().await,
            }
        };
        tokio::select! {
            biased;
            Some(answer) = asked.next() => Woken::Answered(answer),
            happened = happened.recv(), if !is_cut => Woken::Happened(happened),
            input = told => Woken::News(input),
            () = late => Woken::Late,
        }
    }

    /// What an event means for the machine.
    fn heard(&mut self, event: Event) -> Option<Input> {
        match event {
            Event::StasisStart { channel, .. } => {
                (Some(&channel.id) == self.agent.as_ref()).then_some(Input::AgentUp)
            }
            Event::StasisEnd { channel } | Event::ChannelDestroyed { channel } => {
                if channel.id == self.call {
                    return Some(Input::HungUp);
                }
                (Some(&channel.id) == self.agent.as_ref()).then(|| {
                    self.agent = None;
                    Input::AgentGone
                })
            }
            Event::ChannelDtmfReceived { digit, channel } if channel.id == self.call => {
                Key::read(&digit).map(Input::Key)
            }
            Event::PlaybackFinished { playback } => {
                let playing = self.playing.take_if(|playing| playing.id == playback.id)?;
                if playback.state == "failed" {
                    warn!("the exchange could not play a sentence: is the voice pack there?");
                }
                self.after_speech(playing.listen)
            }
            Event::RecordingFinished { .. } => Some(Input::Recorded),
            Event::RecordingFailed { .. } => Some(Input::NotRecorded),
            Event::ChannelDtmfReceived { .. } | Event::ApplicationReplaced | Event::Other => None,
        }
    }

    fn after_speech(&mut self, listen: u16) -> Option<Input> {
        if listen == 0 {
            return Some(Input::Said);
        }
        self.listen(listen);
        None
    }

    fn listen(&mut self, seconds: u16) {
        self.listening = Some(Instant::now() + self.shared.second * u32::from(seconds));
    }

    /// What lasted too long.
    async fn late(&mut self) -> Option<Input> {
        if let Some(playing) = self.playing.take() {
            warn!("the exchange did not say in time that a sentence was played");
            self.stop(&playing.id).await;
            return self.after_speech(playing.listen);
        }
        self.listening = None;
        Some(Input::Silence)
    }

    async fn carry_out(&mut self, commands: Vec<Command>) {
        let mut commands = VecDeque::from(commands);
        while let Some(command) = commands.pop_front() {
            if let Some(input) = self.carry_out_one(command).await {
                commands.extend(self.ivr.take(input));
            }
        }
    }

    /// Carries out a command; answers what came of it, where that matters at once.
    async fn carry_out_one(&mut self, command: Command) -> Option<Input> {
        let exchange = self.shared.exchange.clone();
        match command {
            Command::Say { sounds, listen } => self.say(&sounds, listen).await,
            Command::Listen(seconds) => {
                if let Some(playing) = self.playing.take() {
                    self.stop(&playing.id).await;
                }
                self.listen(seconds);
                None
            }
            Command::Record(most) => {
                self.hush().await;
                let (caller, language) = (self.caller.clone(), self.ivr.language());
                say_that_voice_begins(&self.shared, &self.call, caller, language).await;
                let begun = exchange.record(&self.call, &self.voice(), most).await;
                missed(begun).or_else_failed()
            }
            Command::LookForRecording => exchange
                .recordings()
                .await
                .is_ok_and(|names| names.contains(&self.voice()))
                .then_some(Input::Recorded),
            Command::Ask(question) => {
                self.hush().await;
                self.ask(question);
                None
            }
            Command::Ring(endpoint) => {
                self.rung += 1;
                let channel = format!("{}{AGENT}{}", self.call, self.rung);
                let args = format!("agent,{}", self.call);
                match exchange.call(&endpoint, &channel, &args, RING).await {
                    Ok(()) => {
                        self.agent = Some(channel);
                        None
                    }
                    Err(error) => {
                        warn!(%error, "an agent could not be rung");
                        Some(Input::AgentGone)
                    }
                }
            }
            Command::Connect { record } => self.connect(record).await,
            Command::RecordTalk => {
                self.record_talk().await;
                None
            }
            Command::ForgetTalk => {
                self.is_talk_recorded = false;
                // Where it has ended by itself, it is looked for below, and not kept.
                tell(exchange.discard_recording(&self.talk()).await);
                None
            }
            Command::Disconnect => {
                if let Some(agent) = self.agent.take() {
                    tell(exchange.hang_up(&agent).await);
                }
                if let Some(bridge) = self.bridge.take() {
                    tell(exchange.close_bridge(&bridge).await);
                }
                None
            }
            Command::HangUp => {
                self.playing = None;
                tell(exchange.hang_up(&self.call).await);
                None
            }
            Command::Over => {
                if let Some(agent) = self.agent.take() {
                    tell(exchange.hang_up(&agent).await);
                }
                None
            }
        }
    }

    async fn say(&mut self, sounds: &[Heard], listen: u16) -> Option<Input> {
        self.hush().await;
        self.played += 1;
        let id = format!("{}-{}", self.call, self.played);
        let files: Vec<String> = sounds
            .iter()
            .map(|(language, sound)| {
                format!(
                    "{}/{}/{}",
                    self.shared.sounds,
                    language.code(),
                    sound.file()
                )
            })
            .collect();
        let seconds: u32 = sounds
            .iter()
            .map(|(_, sound)| {
                if sound.is_sentence() {
                    SENTENCE
                } else {
                    FIGURE
                }
            })
            .sum();
        self.playing = Some(Playing {
            id: id.clone(),
            until: Instant::now() + self.shared.second * seconds,
            listen,
        });
        missed(self.shared.exchange.play(&self.call, &id, &files).await).0
    }

    /// Stops what is said and waits for nothing.
    async fn hush(&mut self) {
        self.listening = None;
        if let Some(playing) = self.playing.take() {
            self.stop(&playing.id).await;
        }
    }

    async fn stop(&mut self, playback: &str) {
        tell(self.shared.exchange.stop_playing(playback).await);
    }

    async fn connect(&mut self, record: bool) -> Option<Input> {
        self.hush().await;
        let exchange = &self.shared.exchange;
        let agent = self.agent.clone()?;
        let joined = async {
            let bridge = exchange.open_bridge().await?;
            exchange.join(&bridge, &self.call).await?;
            exchange.join(&bridge, &agent).await?;
            Ok::<_, AriError>(bridge)
        };
        match joined.await {
            Ok(bridge) => {
                self.bridge = Some(bridge);
                if record {
                    self.record_talk().await;
                }
                None
            }
            Err(error) => {
                warn!(%error, "a caller and an agent could not be brought together");
                Some(Input::AgentGone)
            }
        }
    }

    /// Records what is said from now on. What cannot be recorded is spoken all the same.
    async fn record_talk(&mut self) {
        let Some(bridge) = &self.bridge else {
            return;
        };
        let begun = self
            .shared
            .exchange
            .record_bridge(bridge, &self.talk(), TALK_SECONDS)
            .await;
        match begun {
            Ok(()) => self.is_talk_recorded = true,
            Err(error) => warn!(%error, "a talk could not be recorded"),
        }
    }

    fn talk(&self) -> String {
        talk_name(&self.call)
    }

    fn voice(&self) -> String {
        voice_name(self.ivr.language(), &self.call)
    }

    fn ask(&mut self, question: Question) {
        let shared = Arc::clone(&self.shared);
        let call = self.call.clone();
        let caller = self.caller.clone();
        let asked: BoxFuture<'static, Answer> = match question {
            Question::Status { keypad, code } => {
                Box::pin(async move { shared.desk.status(keypad, code).await })
            }
            Question::CallBack { digits, language } => Box::pin(async move {
                let (Some(phone), Some(calls)) = (shared.desk.phone(&digits), shared.desk.calls())
                else {
                    return Answer::NoNumber;
                };
                done(calls.call_back(&call, phone, language).await, Answer::Noted)
            }),
            Question::FileVoice { language } => {
                let key = self.voice();
                let voice = Voice {
                    call,
                    key,
                    language,
                    caller,
                };
                Box::pin(async move { file_voice(&shared, voice).await })
            }
            Question::Join {
                language,
                may_record,
            } => {
                let (news, heard) = mpsc::unbounded_channel();
                self.news = Some(heard);
                let waiting = Waiting {
                    call,
                    language,
                    caller,
                    may_record,
                    news,
                };
                Box::pin(async move { join(&shared, waiting).await })
            }
            Question::Leave => {
                self.news = None;
                Box::pin(async move {
                    match shared.desk.calls() {
                        Some(calls) => done(calls.leave(&call).await, Answer::Done),
                        None => Answer::Done,
                    }
                })
            }
            Question::AgentMissed => Box::pin(async move {
                match shared.desk.calls() {
                    Some(calls) => done(calls.agent_missed(&call).await, Answer::Done),
                    None => Answer::Done,
                }
            }),
            Question::TalkEnded => {
                self.news = None;
                let is_recorded = self.is_talk_recorded;
                Box::pin(async move { talk_ended(&shared, &call, is_recorded).await })
            }
        };
        self.asked.push(asked);
    }
}

async fn join(shared: &Shared, waiting: Waiting) -> Answer {
    let Some(calls) = shared.desk.calls() else {
        return Answer::NobodyFree;
    };
    match calls.join(waiting).await {
        Ok(Some(place)) => Answer::InLine(place),
        Ok(None) => Answer::NobodyFree,
        Err(trouble) => {
            warn!(%trouble, "a call could not be put into the queue");
            Answer::Trouble
        }
    }
}

async fn talk_ended(shared: &Shared, call: &str, is_recorded: bool) -> Answer {
    let Some(calls) = shared.desk.calls() else {
        return Answer::Done;
    };
    let answer = done(calls.talk_ended(call).await, Answer::Done);
    if is_recorded {
        keep_talk(shared, call).await;
    }
    answer
}

fn done<T>(answered: Result<T, chikaya_service::Trouble>, answer: Answer) -> Answer {
    match answered {
        Ok(_) => answer,
        Err(trouble) => {
            warn!(%trouble, "what a caller asked for could not be done");
            Answer::Trouble
        }
    }
}

/// What came of a request without which the caller hears nothing: when the call is gone, the caller is.
struct Missed(Option<Input>, bool);

fn missed(told: Result<(), AriError>) -> Missed {
    match told {
        Ok(()) => Missed(None, false),
        Err(AriError::Gone) => Missed(Some(Input::HungUp), false),
        Err(error) => {
            warn!(%error, "the exchange did not do what a call needs");
            Missed(None, true)
        }
    }
}

impl Missed {
    /// The recording failed, if it was not the call that is gone.
    fn or_else_failed(self) -> Option<Input> {
        self.0.or_else(|| self.1.then_some(Input::NotRecorded))
    }
}
