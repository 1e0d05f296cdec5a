//! How many cases an organisation has in each stage, due on each day and in charge of each officer, folded from events
//! as they get their position.

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::{case::Case, id::CaseId};

use crate::{
    StoreError, Tx,
    case::{event, state},
    setting, statements,
};

statements! {
    CONTRIBUTION = "
        SELECT organisation, officer, stage, answer_due, marks
        FROM tally_case
        WHERE case_id = $1";
    SET_CONTRIBUTION = "
        INSERT INTO tally_case (case_id, organisation, officer, stage, answer_due, marks)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (case_id) DO UPDATE
        SET organisation = excluded.organisation, officer = excluded.officer, stage = excluded.stage,
            answer_due = excluded.answer_due, marks = excluded.marks";
    ADD = "
        INSERT INTO tally (organisation, measure, value, cases)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, measure, value) DO UPDATE
        SET cases = tally.cases + excluded.cases";
    FORGET_EMPTY = "
        DELETE FROM tally
        WHERE organisation = $1 AND measure = $2 AND value = $3 AND cases = 0";
    IN_ARBITRATION = "
        SELECT CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE measure = 'stage' AND value = 'arbitration'";
    OF_ORGANISATION = "
        SELECT measure, value, cases
        FROM tally
        WHERE organisation = $1 AND measure IN ('stage', 'mark')
        UNION ALL
        SELECT 'late', '', CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE organisation = $1 AND measure = 'due' AND value < $2
        UNION ALL
        SELECT 'soon', '', CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE organisation = $1 AND measure = 'due' AND value >= $2 AND value <= $3
        UNION ALL
        SELECT 'mine', '', cases
        FROM tally
        WHERE organisation = $1 AND measure = 'officer' AND value = $4";
}

/// Where the fold stands: the name under which its last position is kept.
const FOLDED: &str = "tally.position";

/// Where a case stands, as counted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Contribution {
    organisation: String,
    /// The officer in charge as text; empty when nobody is.
    officer: String,
    /// Word of the stage.
    stage: String,
    /// Day the answer is due; empty when none is owed any more.
    answer_due: String,
    /// Its marks, each with the organisation it counts for, which may be another than the one that has the case.
    marks: BTreeSet<(String, String)>,
}

impl Contribution {
    /// What it counts for: its stage, and while an answer is owed its day and its officer.
    fn measures(&self) -> impl Iterator<Item = Measured> {
        let counted = |measure, value: &str| Measured {
            organisation: self.organisation.clone(),
            measure,
            value: value.to_owned(),
        };
        let is_open = !self.answer_due.is_empty();
        let due = is_open.then(|| counted("due", &self.answer_due));
        let officer =
            (is_open && !self.officer.is_empty()).then(|| counted("officer", &self.officer));
        let marks = self.marks.iter().map(|(mark, organisation)| Measured {
            organisation: organisation.clone(),
            measure: "mark",
            value: mark.clone(),
        });
        [Some(counted("stage", &self.stage)), due, officer]
            .into_iter()
            .flatten()
            .chain(marks)
    }

    /// The marks as they are kept: `mark:organisation`, with spaces between.
    fn kept_marks(&self) -> String {
        self.marks
            .iter()
            .map(|(mark, organisation)| format!("{mark}:{organisation}"))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn marks_in(kept: &str) -> BTreeSet<(String, String)> {
        kept.split(' ')
            .filter_map(|mark| mark.split_once(':'))
            .map(|(mark, organisation)| (mark.to_owned(), organisation.to_owned()))
            .collect()
    }
}

/// What is counted: the cases of an organisation in a stage, due on a day, or in charge of an officer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Measured {
    organisation: String,
    measure: &'static str,
    value: String,
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

/// Folds events after the last position folded, at most `limit`; answers how many. To be run by one
/// worker at a time, in the transaction that also moves the mark.
pub fn fold(tx: &mut Tx<'_>, limit: i64) -> Result<u64, StoreError> {
    let mark: i64 = setting::find(tx, FOLDED)?
        .and_then(|value| value.parse().ok())
        .unwrap_or(0);
    let events = event::after(tx, mark, limit)?;
    let count = events.len() as u64;
    let cases: BTreeSet<CaseId> = events.iter().map(|stored| stored.event.case).collect();
    let mut changes = BTreeMap::new();
    for case in cases {
        if let Some(stored) = state::find(tx, case)? {
            count_case(tx, &stored.case, &mut changes)?;
        }
    }
    for (measured, cases) in changes.into_iter().filter(|(_, cases)| *cases != 0) {
        add(tx, &measured, cases)?;
    }
    if count > 0 {
        let reached = mark + i64::try_from(count).unwrap_or(i64::MAX);
        setting::put(tx, FOLDED, &reached.to_string())?;
    }
    Ok(count)
}

/// The counts of an organisation: late before `today`, soon from then until `soon` (both as ISO days), and in charge of
/// `officer`. Reads a row for each stage and for each day on which an answer is due or overdue, however many cases
/// there are.
pub fn of_organisation(
    tx: &mut Tx<'_>,
    organisation: &str,
    today: &str,
    soon: &str,
    officer: &str,
) -> Result<Counts, StoreError> {
    let rows = tx.query_all(
        OF_ORGANISATION,
        &[&organisation, &today, &soon, &officer],
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
            "mine" => counts.of_officer = cases,
            "mark" => {
                counts.marked.insert(value, cases);
            }
            _ => {
                counts.in_stage.insert(value, cases);
            }
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
    let mut changes = BTreeMap::new();
    find_changes(tx, case, &mut changes)?;
    let mut arbitration = 0;
    for (measured, cases) in changes {
        if measured.measure == "stage" && measured.value == "arbitration" {
            arbitration += cases;
        }
        if measured.organisation != organisation {
            continue;
        }
        let value = measured.value.as_str();
        match measured.measure {
            "stage" => *counts.in_stage.entry(measured.value).or_default() += cases,
            "mark" => *counts.marked.entry(measured.value).or_default() += cases,
            "due" if value < today => counts.late += cases,
            "due" if value <= soon => counts.soon += cases,
            "officer" if value == officer => counts.of_officer += cases,
            _ => {}
        }
    }
    Ok(arbitration)
}

/// How many cases are in arbitration, whoever had them. Reads a row for each organisation that has any.
pub fn in_arbitration(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx
        .query_opt(IN_ARBITRATION, &[], |row| row.get(0))?
        .unwrap_or(0))
}

/// Notes in `changes` that a case moved from where it was counted to where it stands now; answers the latter if it
/// did.
fn find_changes(
    tx: &mut Tx<'_>,
    case: &Case,
    changes: &mut BTreeMap<Measured, i64>,
) -> Result<Option<Contribution>, StoreError> {
    let now = Contribution {
        organisation: case.organisation.to_string(),
        officer: case
            .officer
            .map(|officer| officer.to_string())
            .unwrap_or_default(),
        stage: case.stage.as_str().to_owned(),
        answer_due: if case.stage.is_open() {
            case.answer_due.to_string()
        } else {
            String::new()
        },
        marks: case
            .marks()
            .into_iter()
            .map(|(mark, organisation)| (mark.to_string(), organisation.to_string()))
            .collect(),
    };
    let before = tx.query_opt(CONTRIBUTION, &[&case.id.as_uuid()], |row| {
        Ok(Contribution {
            marks: Contribution::marks_in(&row.get::<String>(4)?),
            organisation: row.get(0)?,
            officer: row.get(1)?,
            stage: row.get(2)?,
            answer_due: row.get(3)?,
        })
    })?;
    if before.as_ref() == Some(&now) {
        return Ok(None);
    }
    for measured in before.iter().flat_map(Contribution::measures) {
        *changes.entry(measured).or_default() -= 1;
    }
    for measured in now.measures() {
        *changes.entry(measured).or_default() += 1;
    }
    Ok(Some(now))
}

/// Notes in `changes` that a case moved from where it was counted to where it stands now, and remembers that.
fn count_case(
    tx: &mut Tx<'_>,
    case: &Case,
    changes: &mut BTreeMap<Measured, i64>,
) -> Result<(), StoreError> {
    let Some(now) = find_changes(tx, case, changes)? else {
        return Ok(());
    };
    tx.put(
        SET_CONTRIBUTION,
        &[
            &case.id.as_uuid(),
            &now.organisation,
            &now.officer,
            &now.stage,
            &now.answer_due,
            &now.kept_marks(),
        ],
    )?;
    Ok(())
}

/// Adds to a count. Days pass and officers change: a count that falls to nothing would be read for ever, and is
/// forgotten.
fn add(tx: &mut Tx<'_>, at: &Measured, cases: i64) -> Result<(), StoreError> {
    tx.put(ADD, &[&at.organisation, &at.measure, &at.value, &cases])?;
    if cases < 0 {
        tx.put(FORGET_EMPTY, &[&at.organisation, &at.measure, &at.value])?;
    }
    Ok(())
}
