//! What is counted of all cases, month by month: the follower that folds it, and how it is read.

use std::collections::{BTreeMap, HashMap};

use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{Channel, Event, Fact, Kind, Stage},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::Category,
    statistics::{Axis, Cell, Count, Counted, Happened, Happening, Month, Months, Standing},
};
use jiff::Timestamp;

use crate::{
    Row, StoreError, Tx,
    follow::{Background, Fold, Followed, Follower, Moment, Sum},
    statements,
};

statements! {
    ADD = "
        INSERT INTO statistic (axis, code, is_sample, month, measure, value, cases)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (axis, code, is_sample, month, measure, value) DO UPDATE
        SET cases = statistic.cases + excluded.cases";
    FORGET_EMPTY = "
        DELETE FROM statistic
        WHERE axis = $1 AND code = $2 AND is_sample = $3 AND month = $4 AND measure = $5 AND value = $6 AND cases = 0";
    FORGET_ALL = "
        DELETE FROM statistic";
    OF_CELL = "
        SELECT month, measure, value, cases
        FROM statistic
        WHERE axis = $1 AND code = $2 AND is_sample = $3 AND month <= $4
        ORDER BY month, measure, value";
    OF_AXIS = "
        SELECT code, month, measure, value, cases
        FROM statistic
        WHERE axis = $1 AND code >= $2 AND code < $3 AND is_sample = $4 AND month <= $5
            AND (month >= $6 OR measure IN ('stock', 'due'))
        ORDER BY code, month, measure, value";
    FIRST_MONTH = "
        SELECT month
        FROM statistic
        WHERE axis = $1 AND code = $2 AND is_sample = $3
        ORDER BY month
        LIMIT 1";
    TOTAL = "
        SELECT CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM statistic
        WHERE axis = $1 AND code = $2 AND is_sample = $3 AND month >= $4 AND month <= $5 AND measure = $6";
    ANYTHING = "
        SELECT cases
        FROM statistic
        WHERE axis = $1 AND code = $2 AND is_sample = $3 AND month >= $4 AND month <= $5
            AND measure IN ('received', 'handed-in', 'answered')
        ORDER BY month, measure, value
        LIMIT 1";
    ALL = "
        SELECT axis, code, is_sample, month, measure, value, cases
        FROM statistic
        WHERE (axis, code, is_sample, month, measure, value) > ($1, $2, $3, $4, $5, $6)
        ORDER BY axis, code, is_sample, month, measure, value
        LIMIT $7";
}

/// The follower that counts for statistics.
pub const FOLLOWER: Follower = Follower {
    name: "statistics",
    version: 1,
    forget,
    renewal: None,
    fold: Fold::Summed(nothing),
};

/// A count as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The month it belongs to.
    pub month: Month,
    /// What is counted.
    pub count: Count,
    /// Which of them.
    pub value: String,
    /// How many.
    pub cases: i64,
}

/// All counts of a cell until a month, in order. Reads some rows for each month and day, however many cases there are.
pub fn of_cell(tx: &mut Tx<'_>, cell: &Cell, until: Month) -> Result<Vec<Kept>, StoreError> {
    let until = until.to_string();
    tx.query_all(
        OF_CELL,
        &[&cell.axis.as_str(), &cell.key, &cell.is_sample, &until],
        |row| kept(row, 0),
    )
}

/// The counts of every cell along an axis in some months, and what is open of earlier ones, in the order of their codes;
/// `within` narrows those of two codes to one body. What nobody knows the code of stands under the empty one.
pub fn of_axis(
    tx: &mut Tx<'_>,
    axis: Axis,
    within: Option<&OrganisationCode>,
    is_sample: bool,
    months: Months,
) -> Result<Vec<(String, Kept)>, StoreError> {
    // Codes are lower-case letters, digits and hyphens; of two, a space stands between.
    let (after, before) = match within {
        Some(body) => (format!("{body} "), format!("{body}!")),
        None => (String::new(), "~".to_owned()),
    };
    let (from, until) = (months.from.to_string(), months.until.to_string());
    tx.query_all(
        OF_AXIS,
        &[&axis.as_str(), &after, &before, &is_sample, &until, &from],
        |row| Ok((row.get(0)?, kept(row, 1)?)),
    )
}

/// The first month of which anything is counted in a cell.
pub fn first_month(tx: &mut Tx<'_>, cell: &Cell) -> Result<Option<Month>, StoreError> {
    tx.query_opt(
        FIRST_MONTH,
        &[&cell.axis.as_str(), &cell.key, &cell.is_sample],
        |row| month(row, 0),
    )
}

/// How many of a count a cell has in some months, whatever the value.
pub fn total(
    tx: &mut Tx<'_>,
    cell: &Cell,
    count: Count,
    months: Months,
) -> Result<i64, StoreError> {
    let (from, until) = (months.from.to_string(), months.until.to_string());
    let found = tx.query_opt(
        TOTAL,
        &[
            &cell.axis.as_str(),
            &cell.key,
            &cell.is_sample,
            &from,
            &until,
            &count.as_str(),
        ],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// Whether anything came to a cell or was answered there in some months.
pub fn has_anything(tx: &mut Tx<'_>, cell: &Cell, months: Months) -> Result<bool, StoreError> {
    let (from, until) = (months.from.to_string(), months.until.to_string());
    let found = tx.query_opt(
        ANYTHING,
        &[
            &cell.axis.as_str(),
            &cell.key,
            &cell.is_sample,
            &from,
            &until,
        ],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// A count from four columns.
fn kept(row: &Row<'_>, first: usize) -> Result<Kept, StoreError> {
    Ok(Kept {
        month: month(row, first)?,
        count: count(row, first + 1)?,
        value: row.get(first + 2)?,
        cases: row.get(first + 3)?,
    })
}

/// Every count that is kept, in the order of its key, after one and at most `limit`: for a recount.
pub fn page(
    tx: &mut Tx<'_>,
    after: Option<&Counted>,
    limit: i64,
) -> Result<Vec<(Counted, i64)>, StoreError> {
    let month = after.map_or_else(String::new, |counted| counted.month.to_string());
    tx.query_all(
        ALL,
        &[
            &after.map_or("", |counted| counted.cell.axis.as_str()),
            &after.map_or("", |counted| counted.cell.key.as_str()),
            &after.is_some_and(|counted| counted.cell.is_sample),
            &month,
            &after.map_or("", |counted| counted.count.as_str()),
            &after.map_or("", |counted| counted.value.as_str()),
            &limit,
        ],
        |row| {
            let axis: String = row.get(0)?;
            let counted = Counted {
                cell: Cell {
                    axis: Axis::from_word(&axis)
                        .ok_or_else(|| StoreError::corrupt("statistic.axis"))?,
                    key: row.get(1)?,
                    is_sample: row.get(2)?,
                },
                month: self::month(row, 3)?,
                count: count(row, 4)?,
                value: row.get(5)?,
            };
            Ok((counted, row.get(6)?))
        },
    )
}

fn month(row: &Row<'_>, column: usize) -> Result<Month, StoreError> {
    let word: String = row.get(column)?;
    Month::parse(&word).ok_or_else(|| StoreError::corrupt("statistic.month"))
}

fn count(row: &Row<'_>, column: usize) -> Result<Count, StoreError> {
    let word: String = row.get(column)?;
    Count::from_word(&word).ok_or_else(|| StoreError::corrupt("statistic.measure"))
}

fn forget(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(FORGET_ALL, &[])?;
    Ok(())
}

fn nothing() -> Box<dyn Sum> {
    Box::new(Changes::default())
}

/// What events change together.
#[derive(Debug, Default)]
struct Changes(HashMap<Counted, i64>);

impl Sum for Changes {
    fn add(&mut self, events: &[Followed], background: Background<'_>) -> Result<(), StoreError> {
        for event in events {
            for (counted, by) in happened(event, background)?.changes() {
                *self.0.entry(counted).or_default() += by;
            }
        }
        Ok(())
    }

    fn counts(&self) -> usize {
        self.0.len()
    }

    fn put(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let mut changes: Vec<_> = self.0.iter().filter(|(_, by)| **by != 0).collect();
        // In the order of their keys, so that neighbours are on one page.
        changes.sort_unstable();
        for (counted, cases) in changes {
            add(tx, counted, *cases)?;
        }
        Ok(())
    }
}

/// What events change together.
pub fn changes(
    events: &[Followed],
    background: Background<'_>,
) -> Result<BTreeMap<Counted, i64>, StoreError> {
    let mut all = Changes::default();
    all.add(events, background)?;
    Ok(all.0.into_iter().filter(|(_, by)| *by != 0).collect())
}

fn add(tx: &mut Tx<'_>, counted: &Counted, cases: i64) -> Result<(), StoreError> {
    let Counted {
        cell,
        month,
        count,
        value,
    } = counted;
    let month = month.to_string();
    let (axis, measure) = (cell.axis.as_str(), count.as_str());
    tx.put(
        ADD,
        &[
            &axis,
            &cell.key,
            &cell.is_sample,
            &month,
            &measure,
            value,
            &cases,
        ],
    )?;
    if cases < 0 {
        tx.put(
            FORGET_EMPTY,
            &[&axis, &cell.key, &cell.is_sample, &month, &measure, value],
        )?;
    }
    Ok(())
}

/// An event as statistics see it.
fn happened(event: &Followed, background: Background<'_>) -> Result<Happened, StoreError> {
    let unreadable = |what| StoreError::unreadable(what, event.case);
    let day = |at: i64| {
        Timestamp::from_microsecond(at)
            .map(|at| background.calendar.date_of(at))
            .map_err(|_| unreadable("event.at"))
    };
    Ok(Happened {
        what: what(event)?,
        on: day(event.at)?,
        filed_on: day(event.filed_at)?,
        kind: Kind::from_word(&event.kind).ok_or_else(|| unreadable("case_state.kind"))?,
        channel: Channel::from_word(&event.channel)
            .ok_or_else(|| unreadable("case_state.channel"))?,
        language: Language::from_code(&event.language)
            .ok_or_else(|| unreadable("case_state.language"))?,
        category: Category::from_word(&event.category)
            .ok_or_else(|| unreadable("case_state.category"))?,
        is_sample: event.is_sample,
        is_confidential: event.after.track.is_confidential(),
        before: event
            .before
            .as_ref()
            .map(|moment| standing(moment, event, background))
            .transpose()?,
        after: standing(&event.after, event, background)?,
    })
}

fn what(event: &Followed) -> Result<Happening, StoreError> {
    Ok(match event.fact.as_str() {
        "filed" => Happening::Filed,
        "examined" => Happening::Examined,
        "competence-refused" => Happening::CompetenceRefused,
        "reopened" => Happening::Reopened,
        "answered" => Happening::Answered(event.after.outcome.unwrap_or(Outcome::Unstated)),
        "judged" => {
            let payload = event.judgement.as_deref().unwrap_or_default();
            let told: Event = crate::json::read("event.payload", event.case, payload)?;
            match told.fact {
                Fact::Judged {
                    resolved,
                    treatment,
                } => Happening::Judged(resolved, treatment),
                _ => return Err(StoreError::unreadable("event.fact", event.case)),
            }
        }
        _ => Happening::Other,
    })
}

/// A code and those around it; a code that the lists do not know any more stands alone.
fn around<T: Clone + PartialEq>(code: Option<T>, chain: impl Iterator<Item = T>) -> Vec<T> {
    let Some(code) = code else {
        return Vec::new();
    };
    let wider = chain.filter(|other| *other != code);
    std::iter::once(code.clone()).chain(wider).collect()
}

fn standing(
    moment: &Moment,
    event: &Followed,
    background: Background<'_>,
) -> Result<Standing, StoreError> {
    let unreadable = |what| StoreError::unreadable(what, event.case);
    let subject = moment.subject.as_deref().map(SubjectCode::parse);
    let territory = moment.territory.as_deref().map(TerritoryCode::parse);
    let subject = subject
        .transpose()
        .map_err(|_| unreadable("event.subject"))?;
    let territory = territory
        .transpose()
        .map_err(|_| unreadable("event.territory"))?;
    let sector = subject
        .as_ref()
        .and_then(|code| background.subjects.find(code)?.parent.clone());
    let wider: Vec<TerritoryCode> = territory
        .iter()
        .flat_map(|code| background.territories.chain(code))
        .map(|territory| territory.code.clone())
        .collect();
    Ok(Standing {
        organisation: OrganisationCode::parse(&moment.organisation)
            .map_err(|_| unreadable("event.organisation"))?,
        subjects: around(subject, sector.into_iter()),
        territories: around(territory, wider.into_iter()),
        is_open: Stage::is_open(moment.stage),
        was_answered: moment.outcome.is_some(),
        answer_due: moment
            .answer_due
            .parse()
            .map_err(|_| unreadable("event.answer_due"))?,
    })
}
