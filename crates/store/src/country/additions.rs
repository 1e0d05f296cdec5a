//! What stands beside the country pack's own data and outlives its next load: subjects and their rules of competence.

use chikaya_domain::{competence::Rule, id::SubjectCode, subject::Subject};

use super::{FIRST_RULE, put_rule};
use crate::{StoreError, Tx, statements};

statements! {
    ADD_SUBJECT = "
        INSERT INTO subject (code, parent, place, icon, name_ar, name_fr, name_zgh, name_en, words)
        SELECT $1, $2, COALESCE(MAX(place), 0) + 1, $3, $4, $5, $6, $7, $8
        FROM subject
        WHERE TRUE
        ON CONFLICT (code) DO NOTHING";
    LAST_RULE = "
        SELECT id
        FROM competence
        ORDER BY id DESC
        LIMIT 1";
}

/// Keeps a subject after all others, unless it is there. The sector must be there; questions are not kept.
pub fn add_subject(tx: &mut Tx<'_>, subject: &Subject) -> Result<(), StoreError> {
    tx.execute(
        ADD_SUBJECT,
        &[
            &subject.code.as_str(),
            &subject.parent.as_ref().map(SubjectCode::as_str),
            &subject.icon,
            &subject.names.ar,
            &subject.names.fr,
            &subject.names.zgh,
            &subject.names.en,
            &subject.words.join(";"),
        ],
    )?;
    Ok(())
}

/// Keeps a rule under the next number that no pack uses; its own number does not count.
pub fn add_rule(tx: &mut Tx<'_>, rule: &Rule) -> Result<(), StoreError> {
    let last: i64 = tx.query_opt(LAST_RULE, &[], |row| row.get(0))?.unwrap_or(0);
    put_rule(tx, (last + 1).max(FIRST_RULE), rule)
}
