//! The marks of cases, by organisation: what queues beside those of stage, due day and officer are read from.

use chikaya_domain::{
    case::{Case, Mark},
    id::OrganisationCode,
};

use crate::{StoreError, Tx, statements};

statements! {
    FORGET = "
        DELETE FROM case_mark
        WHERE case_id = $1";
    PUT = "
        INSERT INTO case_mark (organisation, mark, answer_due, case_id)
        VALUES ($1, $2, $3, $4)";
}

/// Writes the marks of a new case. Most have none.
pub fn begin(tx: &mut Tx<'_>, case: &Case) -> Result<(), StoreError> {
    for (mark, organisation) in case.marks() {
        put(tx, case, mark, &organisation)?;
    }
    Ok(())
}

/// Writes the marks of a case anew where they, or the day by which they stand in order, changed. Most changes touch
/// none.
pub fn follow(tx: &mut Tx<'_>, before: &Case, after: &Case) -> Result<(), StoreError> {
    let (had, has) = (before.marks(), after.marks());
    if had == has && (has.is_empty() || before.answer_due == after.answer_due) {
        return Ok(());
    }
    if !had.is_empty() {
        tx.put(FORGET, &[&after.id.as_uuid()])?;
    }
    for (mark, organisation) in &has {
        put(tx, after, *mark, organisation)?;
    }
    Ok(())
}

fn put(
    tx: &mut Tx<'_>,
    case: &Case,
    mark: Mark,
    organisation: &OrganisationCode,
) -> Result<(), StoreError> {
    tx.put(
        PUT,
        &[
            &organisation.as_str(),
            &mark.as_str(),
            &case.answer_due.to_string(),
            &case.id.as_uuid(),
        ],
    )
}
