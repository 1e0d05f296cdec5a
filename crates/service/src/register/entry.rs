//! An entry of a register, as it is shown.

use chikaya_domain::register::{EntryNumber, EntryState};
use chikaya_store::register as kept;
use jiff::civil::Date;

/// An entry of a register. Its `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: EntryNumber,
    /// The reference of the case.
    pub reference: String,
    /// The day on which the case came first.
    pub came_on: Date,
    /// The word of the fact that brought it: `filed`, `transferred` and so on.
    pub came_by: String,
    /// The code of the body from which it came; none when it was filed there.
    pub came_from: Option<String>,
    /// The day on which it came back last, having gone on.
    pub again_on: Option<Date>,
    /// The day on which it was filed.
    pub filed_on: Date,
    /// The word of its kind.
    pub kind: String,
    /// The word of the way it came.
    pub channel: String,
    /// The code of what it is about.
    pub subject: Option<String>,
    /// The code of where.
    pub territory: Option<String>,
    /// What became of it.
    pub state: EntryState,
    /// The word of how it was decided last.
    pub outcome: Option<String>,
    /// The last day for the answer.
    pub answer_due: Date,
    /// The day on which it was found admissible first.
    pub admitted_on: Option<Date>,
    /// The day of the first answer.
    pub answered_on: Option<Date>,
    /// How often it was reopened.
    pub reopened: i64,
    /// The day on which it went on.
    pub left_on: Option<Date>,
    /// The code of the body to which it went.
    pub left_to: Option<String>,
    /// Whether it is known who filed.
    pub has_filer: bool,
    /// Who filed, for whoever may see it, while the body has the case.
    pub filer: Option<String>,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Entry({} {})", self.number, self.reference)
    }
}

impl Entry {
    pub(super) fn of(kept: kept::Entry) -> Self {
        Self {
            number: kept.number,
            reference: kept.reference,
            came_on: kept.came_on,
            came_by: kept.came_by,
            came_from: kept.came_from,
            again_on: kept.again_on,
            filed_on: kept.filed_on,
            kind: kept.kind,
            channel: kept.channel,
            subject: kept.subject,
            territory: kept.territory,
            state: kept.state,
            outcome: kept.outcome,
            answer_due: kept.answer_due,
            admitted_on: kept.admitted_on,
            answered_on: kept.answered_on,
            reopened: kept.reopened,
            left_on: kept.left_on,
            left_to: kept.left_to,
            has_filer: kept.has_filer,
            filer: kept.filer,
        }
    }
}

/// How many entries there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// All.
    pub all: i64,
    /// With an answer owed.
    pub open: i64,
    /// Answered.
    pub answered: i64,
    /// Over.
    pub closed: i64,
    /// Handed on.
    pub handed_on: i64,
}

impl Counted {
    pub(super) const fn of(kept: kept::Counted) -> Self {
        Self {
            all: kept.all,
            open: kept.open,
            answered: kept.answered,
            closed: kept.closed,
            handed_on: kept.handed_on,
        }
    }
}
