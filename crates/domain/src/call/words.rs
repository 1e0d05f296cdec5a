//! The words of calls: where one stands, what can happen to it, what it led to; and the names of exchanges and queues.

use std::fmt;

use thiserror::Error;

use crate::word::word_enum;

word_enum! {
    /// Where a call stands.
    CallStage {
        /// It came; the exchange itself still speaks to the caller, or rings.
        Ringing => "ringing",
        /// The caller waits for somebody.
        Waiting => "waiting",
        /// Somebody speaks with the caller.
        Talking => "talking",
        /// The caller has hung up, and the agent still writes down what it was about.
        WrapUp => "wrap-up",
        /// It is over, and what it led to is written down.
        Ended => "ended",
        /// The caller hung up while waiting.
        Abandoned => "abandoned",
        /// The caller hung up without having asked for anybody: the exchange itself served them.
        Served => "served",
    }
}

word_enum! {
    /// What can happen to a call.
    CallVerb {
        /// The caller asks for somebody and waits.
        Queue => "queue",
        /// An agent takes it.
        Answer => "answer",
        /// The agent hands it over to a supervisor.
        HandOver => "hand-over",
        /// Somebody hangs up.
        HangUp => "hang-up",
        /// The agent has written down what it led to.
        Finish => "finish",
    }
}

word_enum! {
    /// What a call led to.
    Disposition {
        /// A case was filed.
        Filed => "filed",
        /// A case was followed.
        Followed => "followed",
        /// The caller was told where to go.
        Oriented => "oriented",
        /// A call back was promised.
        CallBackPromised => "call-back-promised",
        /// A supervisor went on with it.
        HandedOver => "handed-over",
        /// There was nothing to do.
        NothingToDo => "nothing-to-do",
        /// The caller wanted somebody else.
        WrongNumber => "wrong-number",
    }
}

word_enum! {
    /// Who called whom.
    CallDirection {
        /// Somebody called the call centre.
        In => "in",
        /// The call centre called somebody.
        Out => "out",
    }
}

word_enum! {
    /// What a caller chose in the exchange's menu.
    CallWish {
        /// To follow a case.
        Follow => "follow",
        /// To file.
        File => "file",
        /// To be told where to go.
        Orient => "orient",
        /// To speak with somebody.
        Agent => "agent",
        /// To be called back.
        CallBack => "call-back",
    }
}

word_enum! {
    /// What the caller said to being recorded.
    Consent {
        /// Nobody asked.
        NotAsked => "not-asked",
        /// Yes.
        Given => "given",
        /// No.
        Refused => "refused",
    }
}

word_enum! {
    /// Whether an agent who is signed in takes calls.
    ReadyState {
        /// Takes the next call.
        Free => "free",
        /// Takes none for a while.
        Pause => "pause",
    }
}

word_enum! {
    /// Why somebody is called.
    BackKind {
        /// They were promised a call.
        Promised => "promised",
        /// They were drawn to be asked whether their answer was good.
        Survey => "survey",
    }
}

word_enum! {
    /// What became of a call back.
    BackStanding {
        /// It is still to be made.
        Waiting => "waiting",
        /// They were reached.
        Reached => "reached",
        /// They want no call.
        Refused => "refused",
        /// Nobody was reached, as often as it was tried.
        GivenUp => "given-up",
    }
}

word_enum! {
    /// What came of one attempt to call somebody.
    Attempted {
        /// They were reached.
        Reached => "reached",
        /// The line was busy.
        Busy => "busy",
        /// Nobody answered.
        NoAnswer => "no-answer",
        /// They want no call.
        Refused => "refused",
    }
}

/// Why a text names neither an exchange nor a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a name has 1 to 40 lower-case letters, digits and hyphens")]
pub struct NotAWord;

macro_rules! names {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads a name: 1 to 40 lower-case ASCII letters, digits and hyphens.
            pub fn parse(text: &str) -> Result<Self, NotAWord> {
                let fits = (1..=40).contains(&text.len())
                    && text.bytes().all(|byte| {
                        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
                    });
                if fits { Ok(Self(text.to_owned())) } else { Err(NotAWord) }
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )+};
}

names! {
    /// The name of an exchange, under which its own identifiers of calls are kept apart from another one's.
    Exchange,
    /// The name of a queue in which callers wait.
    QueueName,
}

impl Exchange {
    /// What stands for an exchange where a call was begun by hand.
    pub fn by_hand() -> Self {
        Self("hand".to_owned())
    }
}
