//! Search words of cases: the same words, the same hits, on both engines, newest first.

use chikaya_domain::id::CaseId;

use super::queue::{self, Line};
use crate::{StoreError, Tx, dialect, tx::Engine};

/// Sets the search words of a case. `words` are folded already: letters and digits alone, separated by single
/// spaces.
pub fn put(tx: &mut Tx<'_>, case: CaseId, filed_at: i64, words: &str) -> Result<(), StoreError> {
    match tx.engine() {
        Engine::Sqlite => {
            use dialect::sqlite;
            let known: Option<i64> =
                tx.query_opt(sqlite::WORDS_ROW, &[&case.as_uuid()], |row| row.get(0))?;
            let row = if let Some(row) = known {
                tx.execute(sqlite::FORGET_WORDS, &[&row])?;
                row
            } else {
                tx.query_one(sqlite::NEW_WORDS_ROW, &[&case.as_uuid()], |row| {
                    row.get::<i64>(0)
                })?
            };
            tx.execute(sqlite::PUT_WORDS, &[&row, &words])?;
        }
        Engine::Postgres => {
            tx.execute(
                dialect::postgres::PUT_WORDS,
                &[&case.as_uuid(), &filed_at, &words],
            )?;
        }
    }
    Ok(())
}

/// The newest cases that hold, of every group of `question`, at least one word, as a list shows them; at most `limit`.
pub fn find(
    tx: &mut Tx<'_>,
    question: &[Vec<String>],
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    if question.is_empty() {
        return Ok(Vec::new());
    }
    let (statement, text) = match tx.engine() {
        Engine::Sqlite => (
            dialect::sqlite::MATCHING,
            written(question, '"', " OR ", " AND "),
        ),
        Engine::Postgres => (
            dialect::postgres::MATCHING,
            written(question, '\'', " | ", " & "),
        ),
    };
    plan_questions(tx, "force_custom_plan")?;
    let found = tx.query_all(statement, &[&text, &limit], queue::read)?;
    plan_questions(tx, "auto")?;
    Ok(found)
}

/// Says whether PostgreSQL is to plan each question by itself, until the transaction ends. For words it must: the
/// plan it would keep for all words reads the newest cases one by one, which for a rare word is every case.
fn plan_questions(tx: &mut Tx<'_>, mode: &str) -> Result<(), StoreError> {
    if tx.engine() == Engine::Postgres {
        tx.query_one(dialect::postgres::PLAN_QUESTIONS, &[&mode], |row| {
            row.get::<String>(0)
        })?;
    }
    Ok(())
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
