//! Search words of cases: the same words, the same hits, on both engines, newest first.

use chikaya_domain::id::{CaseId, OrganisationCode};

use super::queue::{self, Line};
use crate::{StoreError, Tx, dialect, tx::Engine};

/// How many of the newest cases PostgreSQL looks through before it asks its index, which knows no order: a word that is
/// common enough to have many hits has all that are shown among them.
const NEWEST: i64 = 1_000;

/// Sets the search words of a case and the organisation that has it. `words` are folded already: letters and digits
/// alone, separated by single spaces.
pub fn put(
    tx: &mut Tx<'_>,
    case: CaseId,
    organisation: &OrganisationCode,
    filed_at: i64,
    words: &str,
) -> Result<(), StoreError> {
    let words = format!("{} {words}", scope(organisation));
    match tx.engine() {
        Engine::Sqlite => {
            use dialect::sqlite;
            let known: Option<i64> =
                tx.query_opt(sqlite::WORDS_ROW, &[&case.as_uuid()], |row| row.get(0))?;
            let row = if let Some(row) = known {
                tx.put(sqlite::FORGET_WORDS, &[&row])?;
                row
            } else {
                tx.query_one(sqlite::NEW_WORDS_ROW, &[&case.as_uuid()], |row| {
                    row.get::<i64>(0)
                })?
            };
            tx.put(sqlite::PUT_WORDS, &[&row, &words])?;
        }
        Engine::Postgres => {
            tx.put(
                dialect::postgres::PUT_WORDS,
                &[&case.as_uuid(), &organisation.as_str(), &filed_at, &words],
            )?;
        }
    }
    Ok(())
}

/// The newest cases that hold, of every group of `question`, at least one word, as a list shows them; at most `limit`.
/// Those of `organisation` alone, where it is given.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: Option<&OrganisationCode>,
    question: &[Vec<String>],
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    if question.is_empty() {
        return Ok(Vec::new());
    }
    let scoped: Vec<Vec<String>> = organisation
        .map(|organisation| vec![scope(organisation)])
        .into_iter()
        .chain(question.iter().cloned())
        .collect();
    match tx.engine() {
        Engine::Sqlite => {
            let text = written(&scoped, '"', " OR ", " AND ");
            tx.query_all(dialect::sqlite::MATCHING, &[&text, &limit], queue::read)
        }
        Engine::Postgres => {
            use dialect::postgres;
            let text = written(question, '\'', " | ", " & ");
            let found = match organisation {
                Some(organisation) => tx.query_all(
                    postgres::MATCHING_OF_NEWEST_OF_ORGANISATION,
                    &[&text, &limit, &NEWEST, &organisation.as_str()],
                    queue::read,
                ),
                None => tx.query_all(
                    postgres::MATCHING_OF_NEWEST,
                    &[&text, &limit, &NEWEST],
                    queue::read,
                ),
            }?;
            if i64::try_from(found.len()) == Ok(limit) {
                return Ok(found);
            }
            let text = written(&scoped, '\'', " | ", " & ");
            tx.query_all(postgres::MATCHING, &[&text, &limit], queue::read)
        }
    }
}

/// The search word that stands for the organisation that has a case, so that a search within it is one question to the
/// index: letters and digits alone, behind a sign that begins no other word.
fn scope(organisation: &OrganisationCode) -> String {
    let hex = data_encoding::HEXLOWER.encode(organisation.as_str().as_bytes());
    format!("zzo{hex}")
}

/// A question in the engine's own language, every word a literal, so that nothing in it is an operator.
fn written(question: &[Vec<String>], quote: char, or: &str, and: &str) -> String {
    question
        .iter()
        .map(|group| {
            let words: Vec<String> = group
                .iter()
                .map(|word| {
                    let plain: String =
                        word.chars().filter(|sign| sign.is_alphanumeric()).collect();
                    format!("{quote}{plain}{quote}")
                })
                .collect();
            format!("({})", words.join(or))
        })
        .collect::<Vec<_>>()
        .join(and)
}
