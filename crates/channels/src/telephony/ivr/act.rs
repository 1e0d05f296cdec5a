//! What goes into the machine and what comes out of it.

use chikaya_domain::{
    Language,
    case::Stage,
    reference::{AccessCode, Keypad, Reference},
};
use chikaya_i18n::spoken::Sound;
use jiff::civil::Date;

/// A recording in a language: at first three languages are heard in one breath.
pub type Heard = (Language, Sound);

/// A key of a telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// 0 to 9.
    Digit(u8),
    /// `*`.
    Star,
    /// `#`.
    Hash,
}

impl Key {
    /// Reads a key as the exchange names it. The letters A to D, which hardly a telephone has, are none.
    pub fn read(name: &str) -> Option<Self> {
        match name.as_bytes() {
            [digit @ b'0'..=b'9'] => Some(Self::Digit(digit - b'0')),
            b"*" => Some(Self::Star),
            b"#" => Some(Self::Hash),
            _ => None,
        }
    }
}

/// What the house can do for a caller now, beside telling of a case.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is offered or not, whatever else is"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Whether agents take calls.
    pub agents: bool,
    /// Whether a call-back can be asked for.
    pub call_back: bool,
    /// Whether a voice can be filed.
    pub voice: bool,
    /// Whether talks with agents are recorded: without it nobody is asked whether they agree.
    pub recording: bool,
}

/// What is told of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// How it stands.
    pub stage: Stage,
    /// By when the answer is due; none when nothing is due.
    pub due: Option<Date>,
    /// Whether that day has passed.
    pub is_late: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Everything was said, with [`Command::Say`] and `listen` of 0.
    Said,
    /// Nothing was pressed for as long as was listened.
    Silence,
    /// What was asked is answered.
    Answer(Answer),
    /// The recording has ended.
    Recorded,
    /// The recording came to nothing.
    NotRecorded,
    /// The place in the queue is now this, from 1.
    Place(u32),
    /// An agent takes the call: their telephone is to be rung.
    AgentAt(String),
    /// The agent has picked up.
    AgentUp,
    /// The agent did not pick up, or hung up.
    AgentGone,
    /// Nobody will take the call any more: the last agent has left.
    QueueClosed,
    /// The agent wrote down whether the caller agrees to be recorded.
    MayRecord(bool),
    /// The line to the exchange broke and is there again: keys may have been lost.
    Resumed,
    /// The caller is gone.
    HungUp,
}

/// What is asked of the clerks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// How a case stands.
    Status {
        /// Its reference, as its digits say.
        keypad: String,
        /// The code.
        code: AccessCode,
    },
    /// Call somebody back.
    CallBack {
        /// Where: the digits that were pressed, or those of the call.
        digits: String,
        /// In which language.
        language: Language,
    },
    /// File what was recorded.
    FileVoice {
        /// In which language the caller chose to be served.
        language: Language,
    },
    /// Wait for an agent.
    Join {
        /// In which language.
        language: Language,
        /// Whether the call may be recorded; none where nobody asked.
        may_record: Option<bool>,
    },
    /// Wait no more.
    Leave,
    /// The agent did not pick up: give the call to another.
    AgentMissed,
    /// The talk with the agent is over: keep what was recorded.
    TalkEnded,
}

/// What the clerks answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// How the case stands.
    Status(Told),
    /// The digits are those of no reference: something was pressed wrongly.
    NoReference,
    /// No case has this reference with this code.
    NotFound,
    /// Too many wrong codes were tried: none is looked at for a while.
    Wait,
    /// The digits are no number at which somebody can be called.
    NoNumber,
    /// It is noted.
    Noted,
    /// It is filed; the reference, if it has one already.
    Filed(Option<Reference>),
    /// Nothing is on the recording.
    NothingHeard,
    /// The caller waits, at this place.
    InLine(u32),
    /// Nobody takes calls now.
    NobodyFree,
    /// It is done, and nobody waits to hear of it.
    Done,
    /// It could not be done.
    Trouble,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Say this, in place of what is being said. Then listen for keys for so many seconds and report [`Input::Silence`];
    /// with 0, report [`Input::Said`] once it was said.
    Say {
        /// What.
        sounds: Vec<Heard>,
        /// Seconds.
        listen: u16,
    },
    /// Say nothing more, and listen for so many seconds.
    Listen(u16),
    /// Record the caller for so many seconds at most.
    Record(u16),
    /// See whether the recording has ended meanwhile.
    LookForRecording,
    /// Ask the clerks.
    Ask(Question),
    /// Ring an agent's telephone.
    Ring(String),
    /// Bring caller and agent together.
    Connect {
        /// Whether what they say is recorded.
        record: bool,
    },
    /// Record what caller and agent say from now on.
    RecordTalk,
    /// Record no more, and forget what was recorded.
    ForgetTalk,
    /// Part them.
    Disconnect,
    /// Hang up.
    HangUp,
    /// Nothing more will be done for this call.
    Over,
}

/// The digits of a reference, as they are said.
pub(super) fn spoken_digits(reference: &Reference) -> String {
    Keypad::of(reference).digits().to_owned()
}
