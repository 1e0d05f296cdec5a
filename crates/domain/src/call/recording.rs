//! The words of what is recorded on the telephone: what it is, how a message stands, why one is set aside.

use crate::word::word_enum;

word_enum! {
    /// What was recorded.
    RecordingKind {
        /// What caller and agent said to each other, where the caller had agreed.
        Talk => "talk",
        /// What a caller said after the tone, to have it filed.
        Message => "message",
    }
}

word_enum! {
    /// How a message stands that a caller left.
    MessageState {
        /// Nobody has filed it yet.
        Waiting => "waiting",
        /// It is a case.
        Filed => "filed",
        /// It becomes no case, for a reason that somebody gave.
        SetAside => "set-aside",
    }
}

word_enum! {
    /// Why a message becomes no case.
    SetAside {
        /// Nothing can be understood on it.
        Empty => "empty",
        /// It is an insult, a game or an advertisement.
        Nuisance => "nuisance",
        /// The same caller said the same before, and that is filed.
        Repeated => "repeated",
    }
}
