//! Where a call stands, and how long a key is waited for there.

/// Seconds for which a key is waited for.
pub(super) const LISTEN: u16 = 7;

/// Seconds for which the next digit of a longer number is waited for: it is read off a paper.
pub(super) const NEXT_DIGIT: u16 = 12;

/// Seconds between two words to whoever waits for an agent.
pub(super) const IN_LINE: u16 = 30;

/// Where a call stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Chooses a language.
    Language,
    /// Chooses what to do.
    Menu,
    /// Presses a reference.
    Reference(String),
    /// Presses the code of it.
    Code { keypad: String, pressed: String },
    /// Hears how the case stands.
    Status,
    /// Says whether to be called back at the number of the call.
    OwnNumber(String),
    /// Presses another number.
    OtherNumber(String),
    /// Hears how to record.
    BeforeVoice,
    /// Speaks.
    Voice,
    /// Waits for the clerks.
    Asking,
    /// Says whether the call may be recorded.
    Consent,
    /// Waits for an agent.
    InLine,
    /// An agent's telephone rings.
    Ringing,
    /// Talks with an agent.
    Talking,
    /// Hears something after which the menu is told.
    BeforeMenu,
    /// Hears the last words.
    Leaving,
    /// Gone.
    Over,
}

/// Seconds for which a key is waited for; 0 where none is.
pub(super) const fn listen_at(at: &At) -> u16 {
    match at {
        At::BeforeVoice | At::BeforeMenu | At::Leaving => 0,
        At::Reference(_) | At::Code { .. } | At::OtherNumber(_) => NEXT_DIGIT,
        At::InLine => IN_LINE,
        _ => LISTEN,
    }
}
