//! The cases behind a figure: open cases of a body, narrowed as the figure is.

use chikaya_domain::id::OrganisationCode;
use chikaya_store::{
    Tx,
    dashboard::behind::{self as kept, Narrowed},
};
use jiff::{ToSpan as _, civil::Date};

use super::reach::reach;
use crate::{
    Circumstances, Clerks, Trouble,
    case::{
        line::read_lines,
        queue::{self, Inbox, Order, PAGE, QueuePage, read_place, write_place},
    },
    staff::Officer,
};

/// How long ago an open case was filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// At most 15 days.
    UpTo15,
    /// 16 to 30 days.
    UpTo30,
    /// 31 to 60 days.
    UpTo60,
    /// 61 to 90 days.
    UpTo90,
    /// More than 90 days.
    Over90,
}

impl Age {
    /// All of them, the youngest first.
    pub const ALL: [Self; 5] = [
        Self::UpTo15,
        Self::UpTo30,
        Self::UpTo60,
        Self::UpTo90,
        Self::Over90,
    ];

    /// Its first and last day, counted from the filing; the last one has no end.
    pub const fn days(self) -> (i64, Option<i64>) {
        match self {
            Self::UpTo15 => (0, Some(15)),
            Self::UpTo30 => (16, Some(30)),
            Self::UpTo60 => (31, Some(60)),
            Self::UpTo90 => (61, Some(90)),
            Self::Over90 => (91, None),
        }
    }

    /// The word in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UpTo15 => "0-15",
            Self::UpTo30 => "16-30",
            Self::UpTo60 => "31-60",
            Self::UpTo90 => "61-90",
            Self::Over90 => "91",
        }
    }

    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.as_str() == word)
    }

    /// That of a case that was filed on a day.
    pub(super) fn of(filed: Date, today: Date) -> Self {
        let days = i64::from((today - filed).get_days());
        Self::ALL
            .into_iter()
            .find(|age| age.days().1.is_none_or(|last| days <= last))
            .unwrap_or(Self::Over90)
    }
}

/// Which open cases stand behind a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Of which body; of one's own when none is named.
    pub body: Option<OrganisationCode>,
    /// Due on this day or later.
    pub due_from: Option<Date>,
    /// Due on this day or earlier.
    pub due_until: Option<Date>,
    /// Filed so long ago.
    pub age: Option<Age>,
    /// Those alone that nobody has begun.
    pub is_not_begun: bool,
}

impl Clerks {
    /// A page of the cases behind a figure, and how many cases wait in each queue.
    pub async fn inbox_behind(
        &self,
        officer: Officer,
        behind: Behind,
        order: Order,
        after: Option<String>,
    ) -> Result<Inbox, Trouble> {
        self.read(move |tx, circumstances| {
            let list = page(
                tx,
                circumstances,
                &officer,
                &behind,
                order,
                after.as_deref(),
            )?;
            queue::announce_counts(tx, circumstances, &officer)?;
            Ok(Inbox {
                list,
                counts: queue::counts(tx, circumstances, &officer)?,
            })
        })
        .await
    }

    /// A page of the cases behind a figure.
    pub async fn cases_behind(
        &self,
        officer: Officer,
        behind: Behind,
        order: Order,
        after: Option<String>,
    ) -> Result<QueuePage, Trouble> {
        self.read(move |tx, circumstances| {
            page(
                tx,
                circumstances,
                &officer,
                &behind,
                order,
                after.as_deref(),
            )
        })
        .await
    }
}

/// A page of the cases behind a figure.
fn page(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    behind: &Behind,
    order: Order,
    after: Option<&str>,
) -> Result<QueuePage, Trouble> {
    let body = behind.body.as_ref().unwrap_or(&officer.organisation);
    let reach = reach(circumstances.country, officer, body)?;
    if !reach.lists {
        return Err(Trouble::NotFound);
    }
    let today = circumstances.today();
    let calendar = &circumstances.country.calendar;
    // A day that is so long ago begins where a younger one ends.
    let begins = |days_ago: i64| {
        calendar
            .beginning_of(today.saturating_sub(days_ago.days()))
            .as_microsecond()
    };
    let (filed_from, filed_before) = match behind.age.map(Age::days) {
        None => (i64::MIN, i64::MAX),
        Some((first, last)) => (
            last.map_or(i64::MIN, begins),
            if first == 0 {
                i64::MAX
            } else {
                begins(first - 1)
            },
        ),
    };
    let day =
        |day: Option<Date>, none: &str| day.map_or_else(|| none.to_owned(), |day| day.to_string());
    let (due_from, due_until) = (
        day(behind.due_from, ""),
        day(behind.due_until, "9999-12-31"),
    );
    let narrowed = Narrowed {
        due_from: &due_from,
        due_until: &due_until,
        filed_from,
        filed_before,
        is_not_begun: behind.is_not_begun,
        reports: reach.reports,
    };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let place = after.and_then(read_place);
    let mut lines = kept::page(tx, body, &narrowed, order.into(), place.as_ref(), limit)?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(QueuePage {
        first: Vec::new(),
        next: lines.last().filter(|_| more).map(write_place),
        lines: read_lines(lines)?,
        today,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Age;

    #[test]
    fn every_age_is_one_of_the_five() {
        let today = date(2026, 11, 30);
        for (filed, age) in [
            (date(2026, 11, 30), Age::UpTo15),
            (date(2026, 11, 15), Age::UpTo15),
            (date(2026, 11, 14), Age::UpTo30),
            (date(2026, 10, 1), Age::UpTo60),
            (date(2026, 9, 1), Age::UpTo90),
            (date(2020, 1, 1), Age::Over90),
            // A clock that was wrong.
            (date(2026, 12, 5), Age::UpTo15),
        ] {
            assert_eq!(Age::of(filed, today), age, "{filed}");
        }
        for age in Age::ALL {
            assert_eq!(Age::from_word(age.as_str()), Some(age));
        }
    }
}
