//! Counts of open cases per organisation, officer, stage and due day, folded from events as they get their position.

use std::collections::BTreeSet;

use chikaya_domain::{case::Case, id::CaseId};

use crate::{
    StoreError, Tx,
    case::{event, state},
    setting, statements,
};

statements! {
    CONTRIBUTION = "
        SELECT organisation, officer, stage, kind, reopened, answer_due
        FROM tally_case
        WHERE case_id = $1";
    SET_CONTRIBUTION = "
        INSERT INTO tally_case (case_id, organisation, officer, stage, kind, reopened, answer_due)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (case_id) DO UPDATE
        SET organisation = excluded.organisation, officer = excluded.officer, stage = excluded.stage,
            kind = excluded.kind, reopened = excluded.reopened, answer_due = excluded.answer_due";
    ADD = "
        INSERT INTO tally (organisation, officer, stage, kind, reopened, answer_due, cases)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation, officer, stage, kind, reopened, answer_due) DO UPDATE
        SET cases = tally.cases + excluded.cases";
    FORGET_EMPTY = "
        DELETE FROM tally
        WHERE organisation = $1 AND officer = $2 AND stage = $3 AND kind = $4 AND reopened = $5
            AND answer_due = $6 AND cases = 0";
    SUMS = "
        SELECT
            CAST(COALESCE(SUM(CASE WHEN answer_due <> '' AND answer_due < $2 THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN answer_due >= $2 AND answer_due <= $3 THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN answer_due <> '' THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN answer_due <> '' AND officer = $4 THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN stage = 'filed' THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN stage = 'admissible' THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN stage = 'waiting' THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN stage = 'arbitration' THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN stage = 'answered' THEN cases END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN stage = 'closed' THEN cases END), 0) AS BIGINT)
        FROM tally
        WHERE organisation = $1";
}

/// Where the fold stands: the name under which its last position is kept.
const FOLDED: &str = "tally.position";

/// Where a case stands, as counted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Contribution {
    organisation: String,
    officer: String,
    stage: String,
    kind: String,
    reopened: bool,
    answer_due: String,
}

/// How many cases of an organisation stand where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// Open, their time over.
    pub late: i64,
    /// Open, their time soon over.
    pub soon: i64,
    /// Open.
    pub open: i64,
    /// Open, in the hands of one officer.
    pub of_officer: i64,
    /// Filed.
    pub filed: i64,
    /// Admissible.
    pub admissible: i64,
    /// Waiting for the filer.
    pub waiting: i64,
    /// In arbitration.
    pub arbitration: i64,
    /// Answered.
    pub answered: i64,
    /// Closed.
    pub closed: i64,
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
    for case in cases {
        if let Some(stored) = state::find(tx, case)? {
            count_case(tx, &stored.case)?;
        }
    }
    if count > 0 {
        let reached = mark + i64::try_from(count).unwrap_or(i64::MAX);
        setting::put(tx, FOLDED, &reached.to_string())?;
    }
    Ok(count)
}

/// How many cases of an organisation stand where: due before `today`, from then until `soon`, in the hands of
/// `officer`, and in each stage. Added up by the database over as many counts as days, stages and officers meet, not
/// over cases.
pub fn sums(
    tx: &mut Tx<'_>,
    organisation: &str,
    today: &str,
    soon: &str,
    officer: &str,
) -> Result<Sums, StoreError> {
    tx.query_one(SUMS, &[&organisation, &today, &soon, &officer], |row| {
        Ok(Sums {
            late: row.get(0)?,
            soon: row.get(1)?,
            open: row.get(2)?,
            of_officer: row.get(3)?,
            filed: row.get(4)?,
            admissible: row.get(5)?,
            waiting: row.get(6)?,
            arbitration: row.get(7)?,
            answered: row.get(8)?,
            closed: row.get(9)?,
        })
    })
}

/// Moves a case from where it was counted to where it stands now.
fn count_case(tx: &mut Tx<'_>, case: &Case) -> Result<(), StoreError> {
    let now = Contribution {
        organisation: case.organisation.to_string(),
        officer: case
            .officer
            .map(|officer| officer.to_string())
            .unwrap_or_default(),
        stage: case.stage.as_str().to_owned(),
        kind: case.kind.as_str().to_owned(),
        reopened: case.reopenings > 0,
        answer_due: if case.stage.is_open() {
            case.answer_due.to_string()
        } else {
            String::new()
        },
    };
    let before = tx.query_opt(CONTRIBUTION, &[&case.id.as_uuid()], |row| {
        Ok(Contribution {
            organisation: row.get(0)?,
            officer: row.get(1)?,
            stage: row.get(2)?,
            kind: row.get(3)?,
            reopened: row.get(4)?,
            answer_due: row.get(5)?,
        })
    })?;
    if before.as_ref() == Some(&now) {
        return Ok(());
    }
    if let Some(before) = before {
        add(tx, &before, -1)?;
        forget_if_empty(tx, &before)?;
    }
    add(tx, &now, 1)?;
    tx.execute(
        SET_CONTRIBUTION,
        &[
            &case.id.as_uuid(),
            &now.organisation,
            &now.officer,
            &now.stage,
            &now.kind,
            &now.reopened,
            &now.answer_due,
        ],
    )?;
    Ok(())
}

fn add(tx: &mut Tx<'_>, at: &Contribution, cases: i64) -> Result<(), StoreError> {
    tx.execute(
        ADD,
        &[
            &at.organisation,
            &at.officer,
            &at.stage,
            &at.kind,
            &at.reopened,
            &at.answer_due,
            &cases,
        ],
    )?;
    Ok(())
}

/// Days pass and officers change: a count that fell to nothing would be read for ever.
fn forget_if_empty(tx: &mut Tx<'_>, at: &Contribution) -> Result<(), StoreError> {
    tx.execute(
        FORGET_EMPTY,
        &[
            &at.organisation,
            &at.officer,
            &at.stage,
            &at.kind,
            &at.reopened,
            &at.answer_due,
        ],
    )?;
    Ok(())
}
