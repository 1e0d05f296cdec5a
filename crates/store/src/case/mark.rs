//! The marks of cases, by organisation: what queues beside those of stage, due day and officer are read from.

use chikaya_domain::case::Case;

use crate::{StoreError, Tx, statements};

statements! {
    FORGET = "
        DELETE FROM case_mark
        WHERE case_id = $1";
    PUT = "
        INSERT INTO case_mark (organisation, mark, answer_due, case_id)
        VALUES ($1, $2, $3, $4)";
}

/// Writes the marks of a case anew where they, or the day by which they stand in order, changed. Most changes touch
/// none, and a new case has none.
pub fn follow(tx: &mut Tx<'_>, before: &Case, after: &Case) -> Result<(), StoreError> {
    let (had, has) = (before.marks(), after.marks());
    if had == has && (has.is_empty() || before.answer_due == after.answer_due) {
        return Ok(());
    }
    if !had.is_empty() {
        tx.put(FORGET, &[&after.id.as_uuid()])?;
    }
    for (mark, organisation) in &has {
        tx.put(
            PUT,
            &[
                &organisation.as_str(),
                &mark.as_str(),
                &after.answer_due.to_string(),
                &after.id.as_uuid(),
            ],
        )?;
    }
    Ok(())
}
