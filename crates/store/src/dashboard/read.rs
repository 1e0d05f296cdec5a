//! What dashboards read of the work of one body, or of all side by side: some rows for each day, however many cases there
//! are.

use std::collections::BTreeMap;

use chikaya_domain::{
    id::OrganisationCode,
    statistics::{Count, Month, Months},
};
use jiff::civil::Date;

use super::fold::Measure;
use crate::{StoreError, Tx, case::Reports, statements};

statements! {
    DAYS_OF_BODY = "
        SELECT measure, day, cases
        FROM desk_day
        WHERE shelf IN ($1, $2) AND measure IN ('came', 'reopened', 'answered', 'left') AND day >= $3";
    OPEN_SINCE = "
        SELECT day, cases
        FROM desk_day
        WHERE shelf IN ($1, $2) AND measure = 'since'";
    DUE_OF_BODY = "
        SELECT '', CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE organisation IN ($1, $2) AND measure = 'due' AND value < $3
        UNION ALL
        SELECT value, cases
        FROM tally
        WHERE organisation IN ($1, $2) AND measure = 'due' AND value >= $3 AND value <= $4";
    NOT_BEGUN = "
        SELECT answer_due, COUNT(*)
        FROM case_state
        WHERE organisation = $1 AND is_open = TRUE AND answer_due >= $2 AND answer_due <= $3
            AND stage IN ('filed', 'admissible', 'assigned')
            AND track <> $4
        GROUP BY answer_due";
    JUDGED = "
        SELECT measure, value, CAST(SUM(cases) AS BIGINT)
        FROM statistic
        WHERE axis = 'body' AND code = $1 AND is_sample = $2 AND month >= $3 AND month <= $4
            AND measure IN ('answered', 'resolved', 'treatment')
        GROUP BY measure, value";
    DUE_OF_ALL = "
        SELECT organisation, CAST(SUM(cases) AS BIGINT),
            CAST(SUM(CASE WHEN value < $1 THEN cases ELSE 0 END) AS BIGINT),
            CAST(SUM(CASE WHEN value >= $1 AND value <= $2 THEN cases ELSE 0 END) AS BIGINT)
        FROM tally
        WHERE measure = 'due'
        GROUP BY organisation";
    DAYS_OF_ALL = "
        SELECT shelf, measure, CAST(SUM(cases) AS BIGINT)
        FROM desk_day
        WHERE measure IN ('came', 'answered') AND day >= $1 AND day <= $2
        GROUP BY shelf, measure";
}

/// What happened at a body from a day on, by measure and day.
pub fn days_of_body(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
    from: Date,
) -> Result<BTreeMap<(Measure, Date), i64>, StoreError> {
    let shelf = organisation.as_str();
    let other = &*reports.other_shelf(shelf);
    let from = from.to_string();
    let rows = tx.query_all(DAYS_OF_BODY, &[&shelf, &other, &from], |row| {
        let word: String = row.get(0)?;
        let measure =
            Measure::from_word(&word).ok_or_else(|| StoreError::corrupt("desk_day.measure"))?;
        let day = day(&row.get::<String>(1)?, "desk_day.day")?;
        Ok(((measure, day), row.get::<i64>(2)?))
    })?;
    let mut days = BTreeMap::new();
    for (key, cases) in rows {
        *days.entry(key).or_default() += cases;
    }
    Ok(days)
}

/// The open cases of a body by the day of their filing.
pub fn open_since(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
) -> Result<BTreeMap<Date, i64>, StoreError> {
    let shelf = organisation.as_str();
    let other = &*reports.other_shelf(shelf);
    let rows = tx.query_all(OPEN_SINCE, &[&shelf, &other], |row| {
        Ok((day(&row.get::<String>(0)?, "desk_day.day")?, row.get(1)?))
    })?;
    Ok(added_up(rows))
}

/// What a body owes: how many answers were due before a day, and how many are on each day from then until another.
pub fn due_of_body(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
    (today, until): (Date, Date),
) -> Result<(i64, BTreeMap<Date, i64>), StoreError> {
    let shelf = organisation.as_str();
    let other = &*reports.other_shelf(shelf);
    let (today, until) = (today.to_string(), until.to_string());
    let rows = tx.query_all(DUE_OF_BODY, &[&shelf, &other, &today, &until], |row| {
        Ok((row.get::<String>(0)?, row.get::<i64>(1)?))
    })?;
    let mut overdue = 0;
    let mut by_day = Vec::new();
    for (value, cases) in rows {
        if value.is_empty() {
            overdue += cases;
        } else {
            by_day.push((day(&value, "tally.value")?, cases));
        }
    }
    Ok((overdue, added_up(by_day)))
}

/// Open cases of a body that nobody has begun, by the day on which they are due, between two days.
pub fn not_begun(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
    (from, until): (Date, Date),
) -> Result<BTreeMap<Date, i64>, StoreError> {
    let (from, until) = (from.to_string(), until.to_string());
    let rows = tx.query_all(
        NOT_BEGUN,
        &[&organisation.as_str(), &from, &until, &reports.left_out()],
        |row| {
            let due = day(&row.get::<String>(0)?, "case_state.answer_due")?;
            Ok((due, row.get(1)?))
        },
    )?;
    Ok(added_up(rows))
}

/// How many answers a body gave in some months, and what was said of them: by count and word. Reports of wrongdoing are
/// counted for no body.
pub fn judged(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    is_sample: bool,
    months: Months,
) -> Result<BTreeMap<(Count, String), i64>, StoreError> {
    let month = |month: Month| month.to_string();
    let (from, until) = (month(months.from), month(months.until));
    let rows = tx.query_all(
        JUDGED,
        &[&organisation.as_str(), &is_sample, &from, &until],
        |row| {
            let word: String = row.get(0)?;
            let count =
                Count::from_word(&word).ok_or_else(|| StoreError::corrupt("statistic.measure"))?;
            Ok(((count, row.get(1)?), row.get(2)?))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// What is open and was done lately at a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Open cases.
    pub open: i64,
    /// Those of them that were due before today.
    pub overdue: i64,
    /// Those due from today until the other day asked for.
    pub due: i64,
    /// Cases that came since the day asked for.
    pub came: i64,
    /// Answers since then.
    pub answered: i64,
}

impl Standing {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            open: self.open + other.open,
            overdue: self.overdue + other.overdue,
            due: self.due + other.due,
            came: self.came + other.came,
            answered: self.answered + other.answered,
        }
    }
}

/// How all bodies stand that have anything, each with its cases but reports of wrongdoing, and its reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllBodies {
    shelves: BTreeMap<String, Standing>,
}

impl AllBodies {
    /// How a body stands.
    pub fn of(&self, organisation: &OrganisationCode, reports: Reports) -> Standing {
        let shelf = organisation.as_str();
        let own = self.shelves.get(shelf).copied().unwrap_or_default();
        match reports {
            Reports::Hidden => own,
            Reports::Shown => {
                let other = self.shelves.get(&*reports.other_shelf(shelf));
                own.and(other.copied().unwrap_or_default())
            }
        }
    }
}

// The last day is asked for although none comes after it: with one bound alone PostgreSQL takes a third of all days to be meant,
// and reads the whole table.

/// How all bodies stand: due before `today` or from then until `until`, come and answered from `since` on. Reads a row for
/// each body and day.
pub fn all_bodies(
    tx: &mut Tx<'_>,
    (today, until): (Date, Date),
    since: Date,
) -> Result<AllBodies, StoreError> {
    let mut all = AllBodies::default();
    let (today, until, since) = (today.to_string(), until.to_string(), since.to_string());
    let due = tx.query_all(DUE_OF_ALL, &[&today, &until], |row| {
        let standing = Standing {
            open: row.get(1)?,
            overdue: row.get(2)?,
            due: row.get(3)?,
            ..Standing::default()
        };
        Ok((row.get::<String>(0)?, standing))
    })?;
    all.shelves.extend(due);
    let days = tx.query_all(DAYS_OF_ALL, &[&since, &today], |row| {
        Ok((
            row.get::<String>(0)?,
            row.get::<String>(1)?,
            row.get::<i64>(2)?,
        ))
    })?;
    for (shelf, measure, cases) in days {
        let standing = all.shelves.entry(shelf).or_default();
        match Measure::from_word(&measure) {
            Some(Measure::Came) => standing.came += cases,
            _ => standing.answered += cases,
        }
    }
    Ok(all)
}

fn added_up(rows: impl IntoIterator<Item = (Date, i64)>) -> BTreeMap<Date, i64> {
    let mut all = BTreeMap::new();
    for (day, cases) in rows {
        *all.entry(day).or_default() += cases;
    }
    all
}

fn day(text: &str, column: &'static str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::corrupt(column))
}
