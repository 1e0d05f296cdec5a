//! What came to each body, was answered there and left it on each day, and what is open there by the day of its filing:
//! the follower that counts for dashboards.

use std::collections::BTreeMap;

use chikaya_domain::case::Stage;
use jiff::{Timestamp, civil::Date};

use crate::{
    StoreError, Tx,
    case::shelf,
    follow::{Background, Fold, Followed, Follower, Moment, Sum},
    statements,
};

statements! {
    ADD = "
        INSERT INTO desk_day (shelf, measure, day, cases)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (shelf, measure, day) DO UPDATE
        SET cases = desk_day.cases + excluded.cases";
    FORGET_EMPTY = "
        DELETE FROM desk_day
        WHERE shelf = $1 AND measure = $2 AND day = $3 AND cases = 0";
    FORGET_ALL = "
        DELETE FROM desk_day";
}

/// The follower that counts for dashboards.
pub const FOLLOWER: Follower = Follower {
    name: "desk",
    version: 1,
    forget,
    renewal: None,
    fold: Fold::Summed(nothing),
};

/// What is counted of a day. Of all days until one, what came and was reopened less what was answered and left is what
/// was open at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Open cases that were filed on the day.
    Since,
    /// Cases that came to the body, by being filed or from another.
    Came,
    /// Cases that were to be answered again.
    Reopened,
    /// Answers.
    Answered,
    /// Cases that were open and went to another body, or ended without an answer.
    Left,
}

impl Measure {
    /// The word under which it is kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Since => "since",
            Self::Came => "came",
            Self::Reopened => "reopened",
            Self::Answered => "answered",
            Self::Left => "left",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        [
            Self::Since,
            Self::Came,
            Self::Reopened,
            Self::Answered,
            Self::Left,
        ]
        .into_iter()
        .find(|measure| measure.as_str() == word)
    }
}

fn forget(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(FORGET_ALL, &[])?;
    Ok(())
}

fn nothing() -> Box<dyn Sum> {
    Box::new(Changes::default())
}

/// What events change together, by shelf, measure and day.
#[derive(Debug, Default)]
struct Changes(BTreeMap<(String, Measure, Date), i64>);

impl Sum for Changes {
    fn add(&mut self, events: &[Followed], background: Background<'_>) -> Result<(), StoreError> {
        for event in events {
            change(&mut self.0, event, background)?;
        }
        Ok(())
    }

    fn counts(&self) -> usize {
        self.0.len()
    }

    fn put(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        for ((shelf, measure, day), cases) in self.0.iter().filter(|(_, cases)| **cases != 0) {
            let (measure, day) = (measure.as_str(), day.to_string());
            tx.put(ADD, &[shelf, &measure, &day, cases])?;
            if *cases < 0 {
                tx.put(FORGET_EMPTY, &[shelf, &measure, &day])?;
            }
        }
        Ok(())
    }
}

/// What an event changes: what is open moves from where it was to where it is, and each move is one of the day's.
fn change(
    changes: &mut BTreeMap<(String, Measure, Date), i64>,
    event: &Followed,
    background: Background<'_>,
) -> Result<(), StoreError> {
    let before = event.before.as_ref().and_then(open_at);
    let after = open_at(&event.after);
    if before == after {
        return Ok(());
    }
    let day = |at: i64| {
        Timestamp::from_microsecond(at)
            .map(|at| background.calendar.date_of(at))
            .map_err(|_| StoreError::unreadable("event.at", event.case))
    };
    let (on, filed_on) = (day(event.at)?, day(event.filed_at)?);
    let mut add = |shelf: &str, measure: Measure, day: Date, by: i64| {
        *changes.entry((shelf.to_owned(), measure, day)).or_default() += by;
    };
    if let Some(shelf) = &before {
        let how = if event.fact == "answered" {
            Measure::Answered
        } else {
            Measure::Left
        };
        add(shelf, Measure::Since, filed_on, -1);
        add(shelf, how, on, 1);
    }
    if let Some(shelf) = &after {
        let was_closed = before.is_none() && event.before.is_some();
        let how = if was_closed {
            Measure::Reopened
        } else {
            Measure::Came
        };
        add(shelf, Measure::Since, filed_on, 1);
        add(shelf, how, on, 1);
    }
    Ok(())
}

/// The shelf on which a case is open; none where no answer is owed.
fn open_at(moment: &Moment) -> Option<String> {
    Stage::is_open(moment.stage).then(|| shelf(&moment.organisation, moment.track).into_owned())
}
