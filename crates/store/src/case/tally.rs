//! How many cases an organisation has in each stage, due on each day and in charge of each officer: the follower that
//! counts for the queues.

use std::collections::BTreeMap;

use chikaya_domain::{
    case::{Case, Track},
    id::{CaseId, StaffId},
};

use super::shelf::{Reports, shelf};
use crate::{
    StoreError, Tx,
    follow::{self, Background, Fold, Followed, Follower, Moment, Sum},
    statements,
};

statements! {
    ADD = "
        INSERT INTO tally (organisation, measure, value, cases)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, measure, value) DO UPDATE
        SET cases = tally.cases + excluded.cases";
    FORGET_EMPTY = "
        DELETE FROM tally
        WHERE organisation = $1 AND measure = $2 AND value = $3 AND cases = 0";
    FORGET_ALL = "
        DELETE FROM tally";
    IN_ARBITRATION = "
        SELECT CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE measure = 'stage' AND value = 'arbitration'";
    OF_ORGANISATION = "
        SELECT measure, value, cases
        FROM tally
        WHERE organisation IN ($1, $5) AND measure IN ('stage', 'mark')
        UNION ALL
        SELECT 'late', '', CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE organisation IN ($1, $5) AND measure = 'due' AND value < $2
        UNION ALL
        SELECT 'soon', '', CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE organisation IN ($1, $5) AND measure = 'due' AND value >= $2 AND value <= $3
        UNION ALL
        SELECT 'mine', '', cases
        FROM tally
        WHERE organisation IN ($1, $5) AND measure = 'officer' AND value = $4";
    COUNTED = "
        SELECT e.organisation, e.subject, e.territory, e.stage, e.officer, e.answer_due, e.outcome, e.marks, c.track
        FROM event e
        JOIN case_state c ON c.id = e.case_id
        WHERE e.case_id = $1 AND e.position <= $2
        ORDER BY e.sequence DESC
        LIMIT 1";
}

/// The follower that counts for the queues.
pub const FOLLOWER: Follower = Follower {
    name: "tally",
    version: 1,
    forget,
    renewal: None,
    fold: Fold::Summed(nothing),
};

/// What is counted: the cases of an organisation in a stage, due on a day, in charge of an officer, or with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Measured<'a> {
    organisation: &'a str,
    track: Track,
    measure: &'static str,
    value: Value<'a>,
}

/// Which stage, day, officer or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value<'a> {
    Word(&'a str),
    Officer(StaffId),
}

/// How many cases an organisation has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By the word of their stage.
    pub in_stage: BTreeMap<String, i64>,
    /// By the word of a mark.
    pub marked: BTreeMap<String, i64>,
    /// Open, and due before the day asked for.
    pub late: i64,
    /// Open, and due from the day asked for until the other.
    pub soon: i64,
    /// Open, and in charge of the officer asked for.
    pub of_officer: i64,
}

/// Says that [`of_organisation`] will be asked: see [`Tx::announce`].
pub fn announce_of_organisation(
    tx: &mut Tx<'_>,
    organisation: &str,
    (today, soon, officer): (&str, &str, &str),
    reports: Reports,
) -> Result<(), StoreError> {
    let other = &*reports.other_shelf(organisation);
    tx.announce(
        OF_ORGANISATION,
        &[&organisation, &today, &soon, &officer, &other],
    )
}

/// The counts of an organisation: late before `today`, soon from then until `soon` (both as ISO days), and in charge of
/// `officer`; without reports of wrongdoing where these are hidden. Reads a row for each stage and for each day on which an answer is due or overdue, however many cases
/// there are.
pub fn of_organisation(
    tx: &mut Tx<'_>,
    organisation: &str,
    (today, soon, officer): (&str, &str, &str),
    reports: Reports,
) -> Result<Counts, StoreError> {
    let other = &*reports.other_shelf(organisation);
    let rows = tx.query_all(
        OF_ORGANISATION,
        &[&organisation, &today, &soon, &officer, &other],
        |row| {
            Ok((
                row.get::<String>(0)?,
                row.get::<String>(1)?,
                row.get::<i64>(2)?,
            ))
        },
    )?;
    let mut counts = Counts::default();
    for (measure, value, cases) in rows {
        match measure.as_str() {
            "late" => counts.late = cases,
            "soon" => counts.soon = cases,
            "mine" => counts.of_officer += cases,
            "mark" => *counts.marked.entry(value).or_default() += cases,
            _ => *counts.in_stage.entry(value).or_default() += cases,
        }
    }
    Ok(counts)
}

/// Adds to the counts of an organisation what a case will change of them once it is counted as it stands now; answers by
/// how much the cases in arbitration will change. `today`, `soon` and `officer` are those the counts were asked with.
pub fn count_ahead(
    tx: &mut Tx<'_>,
    counts: &mut Counts,
    case: &Case,
    organisation: &str,
    (today, soon, officer): (&str, &str, &str),
) -> Result<i64, StoreError> {
    let before = counted(tx, case.id)?;
    let now = Moment::of(case);
    let mut changes = BTreeMap::new();
    move_case(before.as_ref(), &now, &mut changes);
    let officer = officer.parse().ok().map(StaffId::new);
    let mut arbitration = 0;
    for (measured, cases) in changes {
        if measured.measure == "stage" && measured.value == Value::Word("arbitration") {
            arbitration += cases;
        }
        if measured.organisation != organisation {
            continue;
        }
        match (measured.measure, measured.value) {
            ("stage", Value::Word(word)) => {
                *counts.in_stage.entry(word.to_owned()).or_default() += cases;
            }
            ("mark", Value::Word(word)) => {
                *counts.marked.entry(word.to_owned()).or_default() += cases;
            }
            ("due", Value::Word(day)) if day < today => counts.late += cases,
            ("due", Value::Word(day)) if day <= soon => counts.soon += cases,
            ("officer", Value::Officer(id)) if Some(id) == officer => counts.of_officer += cases,
            _ => {}
        }
    }
    Ok(arbitration)
}

/// How a case stood after the last of its events that is counted; none when none is, or when it is not known.
fn counted(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<Moment>, StoreError> {
    let position = follow::progress(tx, &FOLLOWER)?.position;
    let counted = tx.query_opt(COUNTED, &[&case.as_uuid(), &position], |row| {
        Moment::read(row, 0, case)
    })?;
    Ok(counted.flatten())
}

/// How many cases are in arbitration, whoever had them. Reads a row for each organisation that has any.
pub fn in_arbitration(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx
        .query_opt(IN_ARBITRATION, &[], |row| row.get(0))?
        .unwrap_or(0))
}

fn forget(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(FORGET_ALL, &[])?;
    Ok(())
}

fn nothing() -> Box<dyn Sum> {
    Box::new(Changes::default())
}

/// What events change together, by shelf, measure and value.
#[derive(Debug, Default)]
struct Changes(BTreeMap<(String, &'static str, String), i64>);

impl Sum for Changes {
    /// Each event moves its case from where it was counted before to where it stands after.
    fn add(&mut self, events: &[Followed], _: Background<'_>) -> Result<(), StoreError> {
        let mut changes = BTreeMap::new();
        for event in events {
            move_case(event.before.as_ref(), &event.after, &mut changes);
        }
        for (measured, cases) in changes {
            *self.0.entry(kept_as(&measured)).or_default() += cases;
        }
        Ok(())
    }

    fn counts(&self) -> usize {
        self.0.len()
    }

    /// Days pass and officers change: a count that falls to nothing would be read for ever, and is forgotten.
    fn put(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        for ((shelf, measure, value), cases) in self.0.iter().filter(|(_, cases)| **cases != 0) {
            tx.put(ADD, &[shelf, measure, value, cases])?;
            if *cases < 0 {
                tx.put(FORGET_EMPTY, &[shelf, measure, value])?;
            }
        }
        Ok(())
    }
}

/// Shelf, measure and value under which something is kept.
fn kept_as(measured: &Measured<'_>) -> (String, &'static str, String) {
    let value = match measured.value {
        Value::Word(word) => word.to_owned(),
        Value::Officer(id) => id.to_string(),
    };
    let shelf = shelf(measured.organisation, measured.track).into_owned();
    (shelf, measured.measure, value)
}

/// Notes in `changes` that a case moved.
fn move_case<'a>(
    before: Option<&'a Moment>,
    after: &'a Moment,
    changes: &mut BTreeMap<Measured<'a>, i64>,
) {
    if before.is_some_and(|before| counts_alike(before, after)) {
        return;
    }
    for measured in before.into_iter().flat_map(measures) {
        *changes.entry(measured).or_default() -= 1;
    }
    for measured in measures(after) {
        *changes.entry(measured).or_default() += 1;
    }
}

/// What a case counts for: its stage, its marks, and while an answer is owed its day and its officer.
fn measures(moment: &Moment) -> impl Iterator<Item = Measured<'_>> {
    let track = moment.track;
    let counted = move |measure, value| Measured {
        organisation: &moment.organisation,
        track,
        measure,
        value,
    };
    let is_open = moment.stage.is_open();
    let due = is_open.then(|| counted("due", Value::Word(&moment.answer_due)));
    let officer = moment
        .officer
        .filter(|_| is_open)
        .map(|officer| counted("officer", Value::Officer(officer)));
    // Each mark counts for the organisation it names, which may be another than the one that has the case.
    let marks = moment
        .marks
        .split(' ')
        .filter_map(|mark| mark.split_once(':'))
        .map(move |(mark, organisation)| Measured {
            organisation,
            track,
            measure: "mark",
            value: Value::Word(mark),
        });
    [
        Some(counted("stage", Value::Word(moment.stage.as_str()))),
        due,
        officer,
    ]
    .into_iter()
    .flatten()
    .chain(marks)
}

/// What a case counts for: organisation, measure and value.
pub(crate) fn counted_for(moment: &Moment) -> Vec<(String, String, String)> {
    measures(moment)
        .map(|measured| {
            let (shelf, measure, value) = kept_as(&measured);
            (shelf, measure.to_owned(), value)
        })
        .collect()
}

/// Whether two moments count for the same.
fn counts_alike(one: &Moment, other: &Moment) -> bool {
    one.stage == other.stage
        && one.organisation == other.organisation
        && one.officer == other.officer
        && one.answer_due == other.answer_due
        && one.marks == other.marks
}
