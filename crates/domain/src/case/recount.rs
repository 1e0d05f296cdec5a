//! Recounting: a case that another register kept before, told again as events with their own instants and honest gaps.

use jiff::Timestamp;
use thiserror::Error;

use super::{Actor, Case, ClosingKey, Command, Event, Fact, Law, NewCase, Stage};
use crate::{
    answer::Outcome,
    clock::{self, Calendar, Policies},
    filing::Kind,
    id::{DocumentId, RegisterCode},
    text::{length, line},
    word::word_enum,
};

word_enum! {
    /// How a case stands in the register that kept it before.
    Standing {
        /// Received; nobody has examined it.
        Filed => "filed",
        /// Found admissible, or given to someone who is no officer here.
        Admissible => "admissible",
        /// Someone is at work.
        InProgress => "in-progress",
        /// Answered, not closed.
        Answered => "answered",
        /// Closed, with an answer or without one.
        Closed => "closed",
        /// Withdrawn by whoever filed it.
        Withdrawn => "withdrawn",
    }
}

word_enum! {
    /// A moment in the life of a case that a register may date.
    Moment {
        /// It was filed.
        Filed => "filed",
        /// It was found admissible.
        Examined => "examined",
        /// Work began.
        TakenUp => "taken-up",
        /// What the register wrote last: the answer, or a remark while the case is open.
        Written => "written",
        /// It was closed.
        Closed => "closed",
    }
}

/// The number of a case in the register that kept it before: 1 to 120 characters without control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterNumber(String);

/// Why a text is no number of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a number of a register has 1 to 120 characters, none of them invisible controls")]
pub struct NotARegisterNumber;

impl RegisterNumber {
    /// Reads a number; spaces around it are dropped.
    pub fn parse(text: &str) -> Result<Self, NotARegisterNumber> {
        let text = line(text);
        if (1..=120).contains(&length(&text)) {
            Ok(Self(text))
        } else {
            Err(NotARegisterNumber)
        }
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a register wrote last about a case. It is the answer where the case was answered or closed, and a note
/// for colleagues where the register still keeps the case open: a promise to come is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastWords {
    /// When, if the register says so.
    pub at: Option<Timestamp>,
    /// How the case was decided; [`Outcome::Unstated`] where the register keeps no outcomes.
    pub outcome: Outcome,
    /// The text.
    pub document: DocumentId,
}

/// What becomes of a closed case of which nothing says when it was closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undated {
    /// It is refused: in most registers a date was forgotten.
    #[default]
    Refused,
    /// It is closed when it is taken over, by the event that says how it stood: the register dates no closing.
    Taken,
}

/// What a register knows of the life of a case. Instants are whole microseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The register.
    pub register: RegisterCode,
    /// The number of the case in it.
    pub number: RegisterNumber,
    /// How the case stands in it.
    pub standing: Standing,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When it was found admissible, if the register says so.
    pub examined_at: Option<Timestamp>,
    /// When work began, if the register says so.
    pub taken_up_at: Option<Timestamp>,
    /// What the register wrote last, if anything.
    pub last_words: Option<LastWords>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What becomes of it when it is closed and nothing says when.
    pub undated: Undated,
}

/// The law of every day, by which old dates are computed as they were due then.
#[derive(Clone, Copy, Debug)]
pub struct Laws<'a> {
    /// All versions of the policy.
    pub policies: &'a Policies,
    /// Weekends, holidays and the country's time zone.
    pub calendar: &'a Calendar,
}

/// A case told again.
#[derive(Clone, Debug)]
pub struct Recount {
    /// The case as its events leave it.
    pub case: Case,
    /// Its events, in order of time.
    pub events: Vec<Event>,
    /// Where the register contradicts itself and what was made of it.
    pub corrections: Vec<Correction>,
}

/// A contradiction of a register, and what was made of it. The case is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Correction {
    /// A moment is dated out of order and was moved to its neighbour's instant.
    #[error("{moment} at {stated}, out of order: recorded at {recorded}")]
    Moved {
        /// Which.
        moment: Moment,
        /// As the register has it.
        stated: Timestamp,
        /// As it was recorded.
        recorded: Timestamp,
    },
    /// A date of closing on a case that the register keeps open.
    #[error("closed at {stated}, but its status is an open one: kept open")]
    ClosingLeftOut {
        /// As the register has it.
        stated: Timestamp,
    },
}

/// Why a history cannot be told again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecountError {
    /// Something is dated after the present instant.
    #[error("{moment} at {stated}, which is in the future")]
    InTheFuture {
        /// Which.
        moment: Moment,
        /// As the register has it.
        stated: Timestamp,
    },
    /// The case is closed, but nothing says when.
    #[error("closed, but neither a closing nor an answer is dated")]
    NoClosingDate,
    /// The case is answered, but there is no answer.
    #[error("answered, but there is no text of an answer")]
    NoAnswer,
    /// The answer is not dated.
    #[error("answered, but neither the answer nor a closing is dated")]
    NoAnswerDate,
    /// The outcome does not exist for this kind of filing.
    #[error("the outcome {outcome} does not exist for a {kind}")]
    OutcomeDoesNotFit {
        /// The outcome.
        outcome: Outcome,
        /// The kind of filing.
        kind: Kind,
    },
}

impl Standing {
    /// The stage in which the case goes on here.
    pub const fn stage(self) -> Stage {
        match self {
            Self::Filed => Stage::Filed,
            Self::Admissible => Stage::Admissible,
            Self::InProgress => Stage::InProgress,
            Self::Answered => Stage::Answered,
            Self::Closed | Self::Withdrawn => Stage::Closed,
        }
    }
}

impl Case {
    /// Tells a case of an earlier register again. Only what the register dates becomes an event of its own;
    /// the last event says from which register the case came and how it stood there, so that nothing is
    /// invented in between. The table of transitions does not judge the past.
    ///
    /// Time limits are those of the day of filing. An answer to which nobody can object any more closes the
    /// case at once, as the routine of that day would have done.
    pub fn recount(
        new: NewCase,
        history: &History,
        now: Timestamp,
        laws: Laws<'_>,
    ) -> Result<Recount, RecountError> {
        let order = Order::of(history, now)?;
        if let Some(words) = &history.last_words
            && history.has_answer()
            && words.outcome != Outcome::Unstated
            && !words.outcome.fits(new.kind)
        {
            return Err(RecountError::OutcomeDoesNotFit {
                outcome: words.outcome,
                kind: new.kind,
            });
        }
        let (mut case, first) = Self::file(
            new,
            Actor::Register,
            history.filed_at,
            laws.on(history.filed_at),
        );
        let mut events = vec![first];
        let mut tell = |at, actor, fact| events.push(case.happen(at, actor, fact, None));
        if let Some(at) = order.examined {
            tell(at, Actor::Register, Fact::Examined);
        }
        if let Some(at) = order.taken_up {
            tell(at, Actor::Register, Fact::TakenUp);
        }
        if let Some((words, at)) = history.last_words.as_ref().zip(order.written) {
            let fact = if order.has_dated_answer {
                answered(words, at, laws)
            } else {
                Fact::Noted {
                    document: words.document,
                }
            };
            tell(at, Actor::Register, fact);
        }
        if let Some(at) = order.closed {
            let key = if history.standing == Standing::Withdrawn {
                ClosingKey::Withdrawn
            } else {
                ClosingKey::Recorded
            };
            tell(at, Actor::Register, Fact::Closed { key });
        }
        let imported = Fact::Imported {
            register: history.register.clone(),
            number: history.number.as_str().to_owned(),
            stage: history.standing.stage(),
        };
        tell(now, Actor::System, imported);
        // Refused for a case that is not answered, or whose time has not come: it goes on as it stands.
        if let Ok(closed) = case.carry_out(&Command::CloseByTime, &Actor::System, now, laws.on(now))
        {
            events.extend(closed);
        }
        Ok(Recount {
            case,
            events,
            corrections: order.corrections,
        })
    }
}

impl Laws<'_> {
    /// The law in force at an instant.
    fn on(&self, at: Timestamp) -> Law<'_> {
        Law {
            policy: self.policies.in_force_on(self.calendar.date_of(at)),
            calendar: self.calendar,
        }
    }
}

impl History {
    /// Whether the last words are an answer.
    const fn has_answer(&self) -> bool {
        matches!(self.standing, Standing::Answered | Standing::Closed)
    }
}

/// Last words that are an answer, with the terms of the day on which they were written.
fn answered(words: &LastWords, at: Timestamp, laws: Laws<'_>) -> Fact {
    let law = laws.on(at);
    let day = laws.calendar.date_of(at);
    Fact::Answered {
        outcome: words.outcome,
        document: words.document,
        reopen_until: clock::reopening_until(day, law.policy, law.calendar),
        closes_after: clock::closes_after(day, law.policy, law.calendar),
    }
}

/// The instants of a history, put in order.
struct Order {
    examined: Option<Timestamp>,
    taken_up: Option<Timestamp>,
    written: Option<Timestamp>,
    closed: Option<Timestamp>,
    /// Whether the last words are an answer, and something says when it was given.
    has_dated_answer: bool,
    corrections: Vec<Correction>,
}

impl Order {
    fn of(history: &History, now: Timestamp) -> Result<Self, RecountError> {
        let stated_written = history.last_words.as_ref().and_then(|words| words.at);
        for (moment, stated) in [
            (Moment::Filed, Some(history.filed_at)),
            (Moment::Examined, history.examined_at),
            (Moment::TakenUp, history.taken_up_at),
            (Moment::Written, stated_written),
            (Moment::Closed, history.closed_at),
        ] {
            if let Some(stated) = stated.filter(|stated| *stated > now) {
                return Err(RecountError::InTheFuture { moment, stated });
            }
        }
        let mut corrections = Vec::new();
        let closed = closing(history, stated_written, &mut corrections)?;
        let written = writing(history, stated_written, closed)?;
        let mut least = history.filed_at;
        let mut in_order = |moment, stated: Option<Timestamp>, most: Option<Timestamp>| {
            let stated = stated?;
            // The end of a case outweighs what was amended after it; what came first outweighs both.
            let recorded = most.map_or(stated, |most| stated.min(most)).max(least);
            if recorded != stated {
                corrections.push(Correction::Moved {
                    moment,
                    stated,
                    recorded,
                });
            }
            least = recorded;
            Some(recorded)
        };
        Ok(Self {
            examined: in_order(Moment::Examined, history.examined_at, closed),
            taken_up: in_order(Moment::TakenUp, history.taken_up_at, closed),
            written: in_order(Moment::Written, written, closed),
            closed: in_order(Moment::Closed, closed, None),
            has_dated_answer: history.has_answer() && stated_written.or(closed).is_some(),
            corrections,
        })
    }
}

/// When the case was closed: never for one that the register keeps open, with the answer for one whose closing it does not
/// date, and at no instant of the register for one whose end it does not date at all.
fn closing(
    history: &History,
    written: Option<Timestamp>,
    corrections: &mut Vec<Correction>,
) -> Result<Option<Timestamp>, RecountError> {
    if matches!(history.standing, Standing::Closed | Standing::Withdrawn) {
        let at = history.closed_at.or(written);
        return if at.is_none() && history.undated == Undated::Refused {
            Err(RecountError::NoClosingDate)
        } else {
            Ok(at)
        };
    }
    if let Some(stated) = history.closed_at {
        corrections.push(Correction::ClosingLeftOut { stated });
    }
    Ok(None)
}

/// When the last words were written: with the closing where the register does not say, and with the filing for
/// a note, which they are on an open case and on one whose end nothing dates.
fn writing(
    history: &History,
    stated: Option<Timestamp>,
    closed: Option<Timestamp>,
) -> Result<Option<Timestamp>, RecountError> {
    if history.last_words.is_none() {
        return if history.standing == Standing::Answered {
            Err(RecountError::NoAnswer)
        } else {
            Ok(None)
        };
    }
    match stated.or(closed) {
        Some(at) => Ok(Some(at)),
        None if history.standing == Standing::Answered => Err(RecountError::NoAnswerDate),
        None => Ok(Some(history.filed_at)),
    }
}
