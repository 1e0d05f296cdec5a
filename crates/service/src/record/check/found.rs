//! What a check found: each place where the archive does not agree with the record.

use std::fmt;

use uuid::Uuid;

/// A place where the archive does not agree with the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// Where.
    pub place: Place,
    /// What is wrong there.
    pub fault: Fault,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The state of a case, by its identifier and, where it can be read, its reference.
    Case {
        /// The identifier.
        case: Uuid,
        /// The reference.
        reference: Option<String>,
    },
    /// An event of a case.
    Event {
        /// The case's identifier.
        case: Uuid,
        /// Its reference.
        reference: Option<String>,
        /// The number of the event.
        sequence: i64,
    },
    /// A thing that belongs to a case.
    Thing {
        /// The case's identifier.
        case: Uuid,
        /// Its reference.
        reference: Option<String>,
        /// What kind of thing.
        kind: Thing,
        /// Its identifier.
        id: Uuid,
    },
    /// A position of the tree over all events.
    Position(i64),
    /// A seal, by its number.
    Seal(i64),
    /// A line of the audit trail, by its place.
    Line(i64),
    /// The trail as a whole, or what of the tree is kept beside it.
    Record,
    /// A count of the queues.
    Count {
        /// The organisation.
        organisation: String,
        /// What is counted.
        measure: String,
        /// Which stage, day, officer or mark.
        value: String,
    },
    /// What a line of the audit trail tells of: an account, a body, a day, by its identifier.
    Object(String),
}

/// What belongs to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A text.
    Text,
    /// A file.
    File,
    /// Who filed it.
    Person,
    /// An address or number of whoever filed it.
    Contact,
    /// What stands beside its state: reference, code, place.
    Beginning,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such case, and yet something that belongs to it.
    NoCase,
    /// It cannot be read.
    Unreadable,
    /// A case without a first event.
    NoEvents,
    /// Another event was due there.
    Number {
        /// The number that was due.
        due: i64,
    },
    /// The hash is not that of what is kept and of what came before.
    Hash,
    /// The hash kept with the state is not that of the last event.
    Head,
    /// What is kept is not what the events tell.
    Differs {
        /// The name of the column.
        column: &'static str,
        /// What is kept.
        kept: Option<String>,
        /// What the events tell.
        told: Option<String>,
    },
    /// A count is not that of the cases: how many too many, or too few where it is negative.
    Miscounted(i64),
    /// It is not what an event bound.
    Altered,
    /// An event bound it, and it is gone.
    Gone,
    /// No event bound it: it was put there by hand.
    Foreign,
    /// It does not bear the mark that only the portal can make.
    Forged,
    /// The bytes of a file are not those that were kept.
    Bytes,
    /// The bytes of a file are gone.
    BytesGone,
    /// The bytes of a file cannot be read now.
    BytesUnreadable(String),
    /// The event that became this leaf is gone.
    EventGone,
    /// The event there is not the one that became this leaf.
    OtherEvent,
    /// An event that never became a leaf stands among those that did.
    InsertedEvent,
    /// No event had this position when its turn came.
    Gap,
    /// The leaves up to there do not have the root that was sealed.
    Root {
        /// The position up to which they did: that of the seal before.
        since: i64,
    },
    /// It was not made with the house key, or does not follow on the one before.
    NotOurs,
    /// The seals up to it are not those over which the record was begun anew.
    SealsBefore,
    /// Another number was due there: seals are missing.
    SealGone {
        /// The number that was due.
        due: i64,
    },
    /// What was sealed is not there any more.
    CutOff,
    /// A line of the audit trail is missing before it.
    LineGone {
        /// The place that was due.
        due: i64,
    },
    /// The head of the trail that was sealed is not that of the line there.
    TrailHead,
    /// What it says now is not what the last line about it left.
    State,
    /// No line says that it was made.
    Unmade,
    /// Nothing was sealed, although there is something to seal.
    Unsealed,
    /// A seal that was handed out is not in the archive: an earlier state was put back, or another history told.
    AnchorGone,
}

impl Break {
    /// A fault at a place.
    pub(super) const fn at(place: Place, fault: Fault) -> Self {
        Self { place, fault }
    }
}

impl fmt::Display for Break {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.fault)
    }
}

/// A case by its reference, and by its identifier where that cannot be read.
fn named(formatter: &mut fmt::Formatter<'_>, case: Uuid, reference: Option<&str>) -> fmt::Result {
    match reference {
        Some(reference) => write!(formatter, "case {reference}"),
        None => write!(formatter, "case {case}"),
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case { case, reference } => named(formatter, *case, reference.as_deref()),
            Self::Event {
                case,
                reference,
                sequence,
            } => {
                named(formatter, *case, reference.as_deref())?;
                write!(formatter, ", event {sequence}")
            }
            Self::Thing {
                case,
                reference,
                kind,
                id,
            } => {
                named(formatter, *case, reference.as_deref())?;
                match kind {
                    Thing::Text => write!(formatter, ", text {id}"),
                    Thing::File => write!(formatter, ", file {id}"),
                    Thing::Person => write!(formatter, ", filer {id}"),
                    Thing::Contact => write!(formatter, ", contact {id}"),
                    Thing::Beginning => formatter.write_str(", reference, code and place"),
                }
            }
            Self::Position(position) => write!(formatter, "position {position}"),
            Self::Seal(number) => write!(formatter, "seal {number}"),
            Self::Line(position) => write!(formatter, "audit trail, line {position}"),
            Self::Record => formatter.write_str("record"),
            Self::Count {
                organisation,
                measure,
                value,
            } => write!(formatter, "count of {organisation}, {measure} {value}"),
            Self::Object(object) => formatter.write_str(object),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NoCase => "there is no such case any more",
            Self::Unreadable => "it cannot be read",
            Self::NoEvents => "it has no events any more",
            Self::Number { due } => return write!(formatter, "event {due} was due there"),
            Self::Hash => "it is not what was chained",
            Self::Head => "the chain does not end where its state says",
            Self::Differs { column, kept, told } => {
                let shown =
                    |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
                return write!(
                    formatter,
                    "{column} is {}, and the events tell {}",
                    shown(kept),
                    shown(told)
                );
            }
            Self::Miscounted(difference) => {
                return write!(formatter, "it differs by {difference:+} from the cases");
            }
            Self::Altered => "it is not what was recorded",
            Self::Gone => "it was recorded, and is gone",
            Self::Foreign => "no event speaks of it",
            Self::Forged => "it was not written by the portal",
            Self::Bytes => "its bytes are not those that were recorded",
            Self::BytesGone => "its bytes are gone",
            Self::BytesUnreadable(why) => {
                return write!(formatter, "its bytes cannot be read: {why}");
            }
            Self::EventGone => "the event recorded there is gone",
            Self::OtherEvent => "the event there is not the one recorded",
            Self::InsertedEvent => "an event stands there that was not recorded",
            Self::Gap => "no event had this position when its turn came",
            Self::Root { since } => {
                return write!(
                    formatter,
                    "the events after position {since} and up to it are not those that were sealed"
                );
            }
            Self::NotOurs => {
                "it was not made with the house key, or does not follow on the one before"
            }
            Self::SealsBefore => {
                "the seals up to it are not those over which the record was begun anew"
            }
            Self::SealGone { due } => return write!(formatter, "seal {due} was due there"),
            Self::CutOff => "what was sealed is not there any more",
            Self::LineGone { due } => return write!(formatter, "line {due} was due there"),
            Self::TrailHead => "the line of the audit trail that was sealed is another one now",
            Self::State => "it is not what the last line of the audit trail about it left",
            Self::Unmade => "no line of the audit trail tells that it was made",
            Self::Unsealed => "nothing of it is sealed",
            Self::AnchorGone => {
                "a seal that was handed out is not in it: an earlier state was put back, or another history is told"
            }
        };
        formatter.write_str(words)
    }
}
