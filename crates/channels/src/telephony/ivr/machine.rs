//! The machine.

use std::mem;

use chikaya_domain::{
    Language,
    reference::{AccessCode, KEYPAD_DIGITS, fits_keypad},
};
use chikaya_i18n::spoken::Sound;

use super::{
    act::{Answer, Command, Heard, Input, Key, Offers, Question, Told, spoken_digits},
    at::{At, IN_LINE, LISTEN, NEXT_DIGIT, listen_at},
    phrase,
};

/// Longest voice, in seconds.
const VOICE: u16 = 300;

/// Digits of an access code.
const CODE_DIGITS: usize = 8;

/// Digits of a Moroccan telephone number.
const PHONE_DIGITS: usize = 10;

/// Wrong keys and silences in a row after which the call is ended.
const PATIENCE: u8 = 3;

/// Wrong references and codes after which the menu is told again. How many may be tried at a case at all is counted by the
/// clerks, whatever call or page they come from.
const TRIES: u8 = 3;

/// One call, as far as it is decided.
#[derive(Clone, Debug)]
pub struct Ivr {
    at: At,
    language: Language,
    offers: Offers,
    /// The digits of the caller's number, if it is one of this country and not withheld.
    caller: Option<String>,
    /// What was said last, for whoever wants to hear it again.
    last: Vec<Heard>,
    patience: u8,
    tries: u8,
    may_record: bool,
    is_hung_up: bool,
}

impl Ivr {
    /// A call that was taken up, and its first commands.
    pub fn begin(offers: Offers, caller: Option<String>) -> (Self, Vec<Command>) {
        let mut ivr = Self {
            at: At::Language,
            language: Language::Arabic,
            offers,
            caller,
            last: Vec::new(),
            patience: PATIENCE,
            tries: TRIES,
            may_record: false,
            is_hung_up: false,
        };
        let commands = ivr.say_all(At::Language, phrase::welcome(), LISTEN);
        (ivr, commands)
    }

    /// Whether nothing more will be done.
    pub fn is_over(&self) -> bool {
        self.at == At::Over
    }

    /// The language that was chosen; Arabic before one was.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Takes what happened; answers what is to be done.
    pub fn take(&mut self, input: Input) -> Vec<Command> {
        match input {
            Input::HungUp => self.hang_up(),
            Input::Key(key) => self.key(key),
            Input::Said => self.said(),
            Input::Silence => self.silence(),
            Input::Answer(answer) => self.answer(answer),
            Input::Recorded => self.recorded(),
            Input::NotRecorded if self.at == At::Voice => self.before_menu(&["say-trouble"]),
            Input::Place(place) if self.at == At::InLine => self.in_line(place),
            Input::AgentAt(endpoint) if self.at == At::InLine => {
                self.at = At::Ringing;
                vec![Command::Ring(endpoint)]
            }
            Input::AgentUp if self.at == At::Ringing => {
                self.at = At::Talking;
                vec![Command::Connect {
                    record: self.may_record,
                }]
            }
            Input::AgentGone => self.agent_gone(),
            Input::QueueClosed if self.at == At::InLine => self.before_menu(&["say-nobody-free"]),
            Input::Resumed => self.resume(),
            Input::MayRecord(may) => self.may_record(may),
            Input::NotRecorded
            | Input::Place(_)
            | Input::AgentAt(_)
            | Input::AgentUp
            | Input::QueueClosed => Vec::new(),
        }
    }

    fn key(&mut self, key: Key) -> Vec<Command> {
        match mem::replace(&mut self.at, At::Asking) {
            At::Language => self.choose_language(key),
            At::Menu => self.choose(key),
            At::Reference(pressed) => self.press_reference(pressed, key),
            At::Code { keypad, pressed } => self.press_code(keypad, pressed, key),
            At::Status => match key {
                Key::Digit(0) => self.again(At::Status),
                Key::Star => self.menu(),
                Key::Hash => self.leave(),
                Key::Digit(_) => self.wrong_key(At::Status),
            },
            At::OwnNumber(digits) => self.own_number(digits, key),
            At::OtherNumber(pressed) => self.press_number(pressed, key),
            At::BeforeVoice => self.record(),
            At::Consent => match key {
                Key::Digit(answer @ (1 | 2)) => self.join(Some(answer == 1)),
                Key::Digit(0) => self.again(At::Consent),
                Key::Star => self.menu(),
                Key::Hash => self.leave(),
                Key::Digit(_) => self.wrong_key(At::Consent),
            },
            At::InLine => match key {
                Key::Digit(3) if self.offers.call_back => {
                    let mut commands = vec![Command::Ask(Question::Leave)];
                    commands.extend(self.call_back());
                    commands
                }
                Key::Hash => {
                    let mut commands = vec![Command::Ask(Question::Leave)];
                    commands.extend(self.leave());
                    commands
                }
                _ => {
                    self.at = At::InLine;
                    Vec::new()
                }
            },
            At::BeforeMenu => self.menu(),
            // The recording ends by itself at #, and no key means anything while the clerks look or an agent talks.
            at @ (At::Voice | At::Asking | At::Ringing | At::Talking | At::Leaving | At::Over) => {
                self.at = at;
                Vec::new()
            }
        }
    }

    fn choose_language(&mut self, key: Key) -> Vec<Command> {
        self.language = match key {
            Key::Digit(1) => Language::Arabic,
            Key::Digit(2) => Language::Tamazight,
            Key::Digit(3) => Language::French,
            Key::Digit(0) | Key::Star => return self.again(At::Language),
            Key::Hash => return self.leave(),
            Key::Digit(_) => return self.wrong_key(At::Language),
        };
        self.menu()
    }

    /// Asks for a place in the queue.
    fn join(&mut self, may_record: Option<bool>) -> Vec<Command> {
        self.may_record = may_record == Some(true);
        self.patience = PATIENCE;
        self.ask(Question::Join {
            language: self.language,
            may_record,
        })
    }

    /// What the agent wrote down holds at once.
    fn may_record(&mut self, may: bool) -> Vec<Command> {
        let before = mem::replace(&mut self.may_record, may);
        match (self.at == At::Talking, before, may) {
            (true, false, true) => vec![Command::RecordTalk],
            (true, true, false) => vec![Command::ForgetTalk],
            _ => Vec::new(),
        }
    }

    fn choose(&mut self, key: Key) -> Vec<Command> {
        let Offers {
            agents,
            call_back,
            voice,
            recording,
        } = self.offers;
        match key {
            Key::Digit(1) => {
                self.tries = TRIES;
                self.say(At::Reference(String::new()), &["say-reference"], NEXT_DIGIT)
            }
            Key::Digit(2) if agents && !recording => self.join(None),
            Key::Digit(2) if agents => self.say(At::Consent, &["say-consent"], LISTEN),
            Key::Digit(3) if call_back => self.call_back(),
            Key::Digit(4) if voice => self.say(At::BeforeVoice, &["say-voice-how"], 0),
            Key::Digit(0) | Key::Star => self.again(At::Menu),
            Key::Hash => self.leave(),
            Key::Digit(_) => self.wrong_key(At::Menu),
        }
    }

    fn press_reference(&mut self, mut pressed: String, key: Key) -> Vec<Command> {
        self.patience = PATIENCE;
        match key {
            Key::Digit(digit) => {
                pressed.push(char::from(b'0' + digit));
                if pressed.len() == KEYPAD_DIGITS {
                    return self.judge_reference(pressed);
                }
                self.at = At::Reference(pressed);
                vec![Command::Listen(NEXT_DIGIT)]
            }
            Key::Star if pressed.is_empty() => self.menu(),
            Key::Star => self.again(At::Reference(String::new())),
            Key::Hash if pressed.is_empty() => self.leave(),
            Key::Hash => self.try_again("say-reference-wrong", At::Reference(String::new())),
        }
    }

    /// A check digit that does not fit is told before the code is asked for.
    fn judge_reference(&mut self, keypad: String) -> Vec<Command> {
        if fits_keypad(&keypad) {
            let at = At::Code {
                keypad,
                pressed: String::new(),
            };
            return self.say(at, &["say-code"], NEXT_DIGIT);
        }
        self.try_again("say-reference-wrong", At::Reference(String::new()))
    }

    fn press_code(&mut self, keypad: String, mut pressed: String, key: Key) -> Vec<Command> {
        self.patience = PATIENCE;
        let empty = |keypad| At::Code {
            keypad,
            pressed: String::new(),
        };
        match key {
            Key::Digit(digit) => {
                pressed.push(char::from(b'0' + digit));
                if pressed.len() < CODE_DIGITS {
                    self.at = At::Code { keypad, pressed };
                    return vec![Command::Listen(NEXT_DIGIT)];
                }
                match AccessCode::parse(&pressed) {
                    Ok(code) => self.ask(Question::Status { keypad, code }),
                    Err(_) => self.try_again("say-code-wrong", empty(keypad)),
                }
            }
            Key::Star if pressed.is_empty() => self.menu(),
            Key::Star => self.again(empty(keypad)),
            Key::Hash if pressed.is_empty() => self.leave(),
            Key::Hash => self.try_again("say-code-wrong", empty(keypad)),
        }
    }

    /// Tells what is wrong and asks again; after the last try the menu is told.
    fn try_again(&mut self, wrong: &'static str, at: At) -> Vec<Command> {
        self.tries = self.tries.saturating_sub(1);
        if self.tries == 0 {
            return self.before_menu(&[wrong]);
        }
        self.say(at, &[wrong], NEXT_DIGIT)
    }

    fn call_back(&mut self) -> Vec<Command> {
        match self.caller.clone() {
            Some(digits) => self.confirm_number(digits),
            None => self.other_number(),
        }
    }

    fn confirm_number(&mut self, digits: String) -> Vec<Command> {
        let sounds = phrase::own_number(&digits);
        self.say_sounds(At::OwnNumber(digits), sounds, LISTEN)
    }

    fn other_number(&mut self) -> Vec<Command> {
        self.say(
            At::OtherNumber(String::new()),
            &["say-number-type"],
            NEXT_DIGIT,
        )
    }

    fn own_number(&mut self, digits: String, key: Key) -> Vec<Command> {
        match key {
            Key::Digit(1) => self.ask(Question::CallBack {
                digits,
                language: self.language,
            }),
            Key::Digit(2) => self.other_number(),
            Key::Digit(0) => self.again(At::OwnNumber(digits)),
            Key::Star => self.menu(),
            Key::Hash => self.leave(),
            Key::Digit(_) => self.wrong_key(At::OwnNumber(digits)),
        }
    }

    fn press_number(&mut self, mut pressed: String, key: Key) -> Vec<Command> {
        self.patience = PATIENCE;
        match key {
            Key::Digit(digit) => {
                pressed.push(char::from(b'0' + digit));
                if pressed.len() < PHONE_DIGITS {
                    self.at = At::OtherNumber(pressed);
                    return vec![Command::Listen(NEXT_DIGIT)];
                }
                self.confirm_number(pressed)
            }
            Key::Star if pressed.is_empty() => self.menu(),
            Key::Star => self.again(At::OtherNumber(String::new())),
            Key::Hash if pressed.is_empty() => self.leave(),
            Key::Hash => self.try_again("say-number-wrong", At::OtherNumber(String::new())),
        }
    }

    fn record(&mut self) -> Vec<Command> {
        self.at = At::Voice;
        vec![Command::Record(VOICE)]
    }

    fn said(&mut self) -> Vec<Command> {
        match self.at {
            At::BeforeVoice => self.record(),
            At::BeforeMenu => self.menu(),
            At::Leaving => {
                self.at = At::Over;
                vec![Command::HangUp, Command::Over]
            }
            _ => Vec::new(),
        }
    }

    fn silence(&mut self) -> Vec<Command> {
        match &self.at {
            At::Reference(_) => self.fall_silent(At::Reference(String::new())),
            At::Code { keypad, .. } => {
                let keypad = keypad.clone();
                self.fall_silent(At::Code {
                    keypad,
                    pressed: String::new(),
                })
            }
            At::OtherNumber(_) => self.fall_silent(At::OtherNumber(String::new())),
            At::InLine => self.again(At::InLine),
            // Whoever says nothing to it has not agreed.
            At::Consent => self.key(Key::Digit(2)),
            at @ (At::Language | At::Menu | At::Status | At::OwnNumber(_)) => {
                let at = at.clone();
                self.fall_silent(at)
            }
            _ => self.said(),
        }
    }

    fn fall_silent(&mut self, at: At) -> Vec<Command> {
        self.spend_patience("say-silence", at)
    }

    fn wrong_key(&mut self, at: At) -> Vec<Command> {
        self.spend_patience("say-wrong-key", at)
    }

    fn spend_patience(&mut self, why: &'static str, at: At) -> Vec<Command> {
        self.patience = self.patience.saturating_sub(1);
        if self.patience == 0 {
            return self.leave();
        }
        let last = self.last.clone();
        let mut sounds = vec![(self.language, Sound::Sentence(why))];
        sounds.extend(last.iter().copied());
        let listen = listen_at(&at);
        let commands = self.say_all(at, sounds, listen);
        // What went wrong is not said again to whoever wants to hear it again.
        self.last = last;
        commands
    }

    fn answer(&mut self, answer: Answer) -> Vec<Command> {
        if self.is_hung_up {
            self.at = At::Over;
            return vec![Command::Over];
        }
        if self.at != At::Asking {
            return Vec::new();
        }
        match answer {
            Answer::Status(told) => self.status(told),
            Answer::NoReference => {
                self.try_again("say-reference-wrong", At::Reference(String::new()))
            }
            Answer::NotFound => {
                self.tries = self.tries.saturating_sub(1);
                if self.tries == 0 {
                    return self.before_menu(&["say-not-found"]);
                }
                let at = At::Reference(String::new());
                self.say(at, &["say-not-found", "say-reference"], NEXT_DIGIT)
            }
            Answer::Wait => self.before_menu(&["say-wait"]),
            Answer::NoNumber => self.try_again("say-number-wrong", At::OtherNumber(String::new())),
            Answer::Noted => self.before_menu(&["say-back-noted"]),
            Answer::Filed(Some(reference)) => {
                let sounds = phrase::given(&spoken_digits(&reference));
                self.say_sounds(At::BeforeMenu, sounds, 0)
            }
            Answer::Filed(None) => self.before_menu(&["say-voice-kept"]),
            Answer::NothingHeard => self.before_menu(&["say-voice-empty"]),
            Answer::InLine(place) => self.in_line(place),
            Answer::NobodyFree => self.before_menu(&["say-nobody-free"]),
            Answer::Trouble => self.before_menu(&["say-trouble"]),
            Answer::Done => Vec::new(),
        }
    }

    fn status(&mut self, told: Told) -> Vec<Command> {
        self.patience = PATIENCE;
        self.say_sounds(At::Status, phrase::status(told), LISTEN)
    }

    fn in_line(&mut self, place: u32) -> Vec<Command> {
        let sounds = phrase::place(place, self.language);
        self.say_sounds(At::InLine, sounds, IN_LINE)
    }

    fn recorded(&mut self) -> Vec<Command> {
        if self.at != At::Voice {
            return Vec::new();
        }
        self.ask(Question::FileVoice {
            language: self.language,
        })
    }

    fn agent_gone(&mut self) -> Vec<Command> {
        match self.at {
            At::Ringing => {
                self.at = At::InLine;
                vec![
                    Command::Ask(Question::AgentMissed),
                    Command::Listen(IN_LINE),
                ]
            }
            At::Talking => {
                let mut commands = vec![Command::Disconnect, Command::Ask(Question::TalkEnded)];
                commands.extend(self.say(At::Leaving, &["say-agent-left", "say-goodbye"], 0));
                commands
            }
            _ => Vec::new(),
        }
    }

    /// Begins the present step again: what was pressed meanwhile may be lost.
    fn resume(&mut self) -> Vec<Command> {
        match &self.at {
            At::Reference(_) => self.again(At::Reference(String::new())),
            At::Code { keypad, .. } => {
                let keypad = keypad.clone();
                self.again(At::Code {
                    keypad,
                    pressed: String::new(),
                })
            }
            At::OtherNumber(_) => self.again(At::OtherNumber(String::new())),
            At::Voice => vec![Command::LookForRecording],
            At::Asking | At::Ringing | At::Talking | At::Over => Vec::new(),
            at => {
                let at = at.clone();
                self.again(at)
            }
        }
    }

    fn hang_up(&mut self) -> Vec<Command> {
        if mem::replace(&mut self.is_hung_up, true) {
            return Vec::new();
        }
        match self.at {
            // What is asked is done all the same.
            At::Asking | At::Over => Vec::new(),
            // Whoever spoke and hung up instead of pressing # has spoken.
            At::Voice => self.ask(Question::FileVoice {
                language: self.language,
            }),
            At::InLine | At::Ringing => self.ask(Question::Leave),
            At::Talking => {
                let mut commands = vec![Command::Disconnect];
                commands.extend(self.ask(Question::TalkEnded));
                commands
            }
            _ => {
                self.at = At::Over;
                vec![Command::Over]
            }
        }
    }

    fn menu(&mut self) -> Vec<Command> {
        self.patience = PATIENCE;
        self.say_sounds(At::Menu, phrase::menu(self.offers), LISTEN)
    }

    fn leave(&mut self) -> Vec<Command> {
        self.say(At::Leaving, &["say-goodbye"], 0)
    }

    fn before_menu(&mut self, keys: &[&'static str]) -> Vec<Command> {
        self.say(At::BeforeMenu, keys, 0)
    }

    fn ask(&mut self, question: Question) -> Vec<Command> {
        self.at = At::Asking;
        vec![Command::Ask(question)]
    }

    fn say(&mut self, at: At, keys: &[&'static str], listen: u16) -> Vec<Command> {
        let sounds = keys.iter().copied().map(Sound::Sentence).collect();
        self.say_sounds(at, sounds, listen)
    }

    fn say_sounds(&mut self, at: At, sounds: Vec<Sound>, listen: u16) -> Vec<Command> {
        let language = self.language;
        let heard = sounds.into_iter().map(|sound| (language, sound)).collect();
        self.say_all(at, heard, listen)
    }

    fn say_all(&mut self, at: At, sounds: Vec<Heard>, listen: u16) -> Vec<Command> {
        self.at = at;
        self.last.clone_from(&sounds);
        vec![Command::Say { sounds, listen }]
    }

    /// Says what was said last once more.
    fn again(&mut self, at: At) -> Vec<Command> {
        let listen = listen_at(&at);
        let sounds = self.last.clone();
        self.say_all(at, sounds, listen)
    }
}
