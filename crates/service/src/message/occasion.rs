//! Occasions: what a message about an event of a case is about.

use serde::{Deserialize, Serialize};

/// What a message about an event of a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// The filing was received.
    Acknowledgement,
    /// It is with another body now.
    Transfer,
    /// The office asks something.
    Question,
    /// The time limit was extended.
    Extension,
    /// The answer is there.
    Answer,
    /// The case is closed.
    Closure,
    /// The case was reopened.
    Reopening,
    /// The filer was drawn, and is asked whether the answer was good.
    Judgement,
    /// The same once more, for whoever did not say.
    JudgementAgain,
    /// Whoever answers for it is reminded that an answer is due, or late.
    Reminder,
    /// A case came to the reader's body in which somebody is in danger.
    Urgent,
    /// A case was filed with the reader's body.
    NewCase,
    /// A case was passed on to the reader's body.
    TransferIn,
    /// A case came up to the reader's body: in the body that had it nobody can examine it.
    ClimbedIn,
    /// A case was given to the reader.
    Assigned,
    /// The reader's body is asked for its opinion.
    OpinionAsked,
    /// An opinion that was asked for came.
    OpinionGiven,
    /// The filer replied or wrote.
    Reply,
    /// The filer asked for another examination.
    ToReexamine,
    /// Competence is to be settled.
    ToArbitrate,
    /// Competence was settled: it is the reader's body's.
    Arbitrated,
    /// A late case is brought before the reader.
    Escalated,
}

impl Occasion {
    /// All of them: what filers are told first, then what members of staff are told.
    pub const ALL: [Self; 22] = [
        Self::Acknowledgement,
        Self::Transfer,
        Self::Question,
        Self::Extension,
        Self::Answer,
        Self::Closure,
        Self::Reopening,
        Self::Judgement,
        Self::JudgementAgain,
        Self::Reminder,
        Self::Urgent,
        Self::NewCase,
        Self::TransferIn,
        Self::ClimbedIn,
        Self::Assigned,
        Self::OpinionAsked,
        Self::OpinionGiven,
        Self::Reply,
        Self::ToReexamine,
        Self::ToArbitrate,
        Self::Arbitrated,
        Self::Escalated,
    ];

    /// The occasion of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|occasion| occasion.as_str() == word)
    }

    /// The word under which it is kept, and by which its name for people is found.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Transfer => "transfer",
            Self::Question => "question",
            Self::Extension => "extension",
            Self::Answer => "answer",
            Self::Closure => "closure",
            Self::Reopening => "reopening",
            Self::Judgement => "judgement",
            Self::JudgementAgain => "judgement-again",
            Self::Reminder => "reminder",
            Self::Urgent => "urgent",
            Self::NewCase => "new-case",
            Self::TransferIn => "transfer-in",
            Self::ClimbedIn => "climbed-in",
            Self::Assigned => "assigned",
            Self::OpinionAsked => "opinion-asked",
            Self::OpinionGiven => "opinion-given",
            Self::Reply => "reply",
            Self::ToReexamine => "to-reexamine",
            Self::ToArbitrate => "to-arbitrate",
            Self::Arbitrated => "arbitrated",
            Self::Escalated => "escalated",
        }
    }
}
