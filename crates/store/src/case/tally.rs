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
    OF_ORGANISATION = "
        SELECT officer, stage, kind, reopened, answer_due, cases
        FROM tally
        WHERE organisation = $1 AND cases > 0
        ORDER BY officer, stage, kind, reopened, answer_due
        LIMIT $2";
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

/// One count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The officer in charge as text; empty when nobody is.
    pub officer: String,
    /// Word of the stage.
    pub stage: String,
    /// Word of the kind.
    pub kind: String,
    /// Whether these cases were reopened.
    pub reopened: bool,
    /// Day the answer is due; empty when none is owed any more.
    pub answer_due: String,
    /// How many cases.
    pub cases: i64,
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

/// The counts of an organisation; at most `limit` rows, which are as many as days, stages and officers
/// meet, not as many as cases.
pub fn list(tx: &mut Tx<'_>, organisation: &str, limit: i64) -> Result<Vec<Count>, StoreError> {
    tx.query_all(OF_ORGANISATION, &[&organisation, &limit], |row| {
        Ok(Count {
            officer: row.get(0)?,
            stage: row.get(1)?,
            kind: row.get(2)?,
            reopened: row.get(3)?,
            answer_due: row.get(4)?,
            cases: row.get(5)?,
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
