//! Search words of cases: the same words, the same hits, on both engines, newest first.
//!
//! They are kept by a follower, a round after the event that brought them, so that no filing waits for an index.

use std::collections::HashMap;

use chikaya_domain::{
    case::Track,
    id::{CaseId, OrganisationCode},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    queue::{self, Line},
    shelf::{Reports, shelf},
};
use crate::{
    StoreError, Tx, dialect,
    follow::{Fold, Follower},
    statements,
    tx::Engine,
};

statements! {
    SAID_BETWEEN = "
        SELECT e.case_id, c.reference, c.place, c.organisation, c.filed_at, d.title, d.body, c.subject, c.territory,
            p.name, c.track, p.representative, p.on_behalf_of
        FROM event e
        JOIN case_state c ON c.id = e.case_id
        LEFT JOIN person p ON p.id = c.person
        JOIN document d ON d.owner = e.case_id AND d.owner_kind = 'case'
        WHERE e.position > $1 AND e.position <= $2
            AND e.fact NOT IN (
                'examined', 'assigned', 'unassigned', 'climbed', 'taken-up', 'clock-resumed', 'judged', 'closed', 'told',
                'receipt-lost', 'linked', 'escalated', 'reminded', 'due-changed'
            )
        ORDER BY e.position";
}

/// How many of the newest cases PostgreSQL looks through before it asks its index, which knows no order: a word that is
/// common enough to have many hits has all that are shown among them.
const NEWEST: i64 = 1_000;

/// Cases whose words go to PostgreSQL with one statement at most.
const TOGETHER: usize = 200;

/// Keeps the words of cases. They are read out of texts by someone who knows languages, before the transaction.
pub const FOLLOWER: Follower = Follower {
    name: "words",
    version: 3,
    forget,
    renewal: Some("words-renewal"),
    fold: Fold::Prepared,
};

/// What is said in a case: all its texts, and what else it is found by. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Said {
    /// The case.
    pub case: CaseId,
    /// The organisation that has it; its shelf apart, where it is a report of wrongdoing.
    pub organisation: String,
    /// When it was filed, in microseconds since the epoch.
    pub filed_at: i64,
    /// Code of what it is about.
    pub subject: Option<String>,
    /// Code of where.
    pub territory: Option<String>,
    /// Names of the filer, of who speaks for a body that filed, and of for whom somebody filed.
    pub filers: Vec<String>,
    /// Reference, place, titles and texts.
    pub texts: Vec<String>,
}

impl std::fmt::Debug for Said {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Said({})", self.case)
    }
}

/// The words of a case, as they are kept.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    /// The case.
    #[serde(rename = "case_id")]
    pub case: CaseId,
    /// The organisation that has it; its shelf apart, where it is a report of wrongdoing.
    pub organisation: String,
    /// When it was filed, in microseconds since the epoch.
    pub filed_at: i64,
    /// Code of what it is about.
    #[serde(skip)]
    pub subject: Option<String>,
    /// Code of where.
    #[serde(skip)]
    pub territory: Option<String>,
    /// Folded already, letters and digits alone, separated by single spaces.
    #[serde(rename = "words")]
    pub text: String,
}

/// What is said in the cases in which something was said or that were handed on after one position and up to another,
/// in the order of their first event there.
pub fn said_between(tx: &mut Tx<'_>, after: i64, until: i64) -> Result<Vec<Said>, StoreError> {
    let rows = tx.query_all(SAID_BETWEEN, &[&after, &until], |row| {
        let texts: [Option<String>; 4] = [
            Some(row.get(1)?),
            row.get(2)?,
            row.get(5)?,
            Some(row.get(6)?),
        ];
        let (organisation, track): (String, String) = (row.get(3)?, row.get(10)?);
        let track =
            Track::from_word(&track).ok_or_else(|| StoreError::corrupt("case_state.track"))?;
        let filers: [Option<String>; 3] = [row.get(9)?, row.get(11)?, row.get(12)?];
        let filers = filers.into_iter().flatten().collect();
        let said = Said {
            case: CaseId::new(row.get(0)?),
            organisation: shelf(&organisation, track).into_owned(),
            filed_at: row.get(4)?,
            subject: row.get(7)?,
            territory: row.get(8)?,
            filers,
            texts: Vec::new(),
        };
        Ok((said, texts))
    })?;
    let mut all: Vec<Said> = Vec::new();
    let mut places = HashMap::new();
    for (said, texts) in rows {
        let place = *places.entry(said.case).or_insert_with(|| {
            all.push(said);
            all.len() - 1
        });
        all[place].texts.extend(texts.into_iter().flatten());
    }
    Ok(all)
}

/// Sets the search words of cases and the organisations that have them. Each case is there once.
pub fn put(tx: &mut Tx<'_>, cases: &[Words]) -> Result<(), StoreError> {
    match tx.engine() {
        Engine::Sqlite => put_sqlite(tx, cases),
        Engine::Postgres => {
            for some in cases.chunks(TOGETHER) {
                let scoped: Vec<Words> = some
                    .iter()
                    .map(|case| Words {
                        text: scoped(case),
                        ..case.clone()
                    })
                    .collect();
                let rows = crate::json::write(&scoped)?;
                tx.put(dialect::postgres::PUT_WORDS, &[&rows])?;
            }
            Ok(())
        }
    }
}

/// All rows before all words: what is written to the index of words in one go becomes one part of it, which is not
/// merged with others case by case.
fn put_sqlite(tx: &mut Tx<'_>, cases: &[Words]) -> Result<(), StoreError> {
    use dialect::sqlite;
    let mut last: i64 = tx.query_one(sqlite::LAST_WORDS_ROW, &[], |row| row.get(0))?;
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        let id: Uuid = case.case.as_uuid();
        let known: Option<i64> = tx.query_opt(sqlite::WORDS_ROW, &[&id], |row| row.get(0))?;
        let row = if let Some(row) = known {
            tx.put(sqlite::FORGET_WORDS, &[&row])?;
            row
        } else {
            last += 1;
            tx.put(sqlite::NEW_WORDS_ROW, &[&last, &id])?;
            last
        };
        rows.push(row);
    }
    for (case, row) in cases.iter().zip(rows) {
        tx.put(sqlite::PUT_WORDS, &[&row, &scoped(case)])?;
    }
    Ok(())
}

fn forget(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    match tx.engine() {
        Engine::Sqlite => {
            tx.put(dialect::sqlite::FORGET_ALL_WORDS, &[])?;
            tx.put(dialect::sqlite::FORGET_ROWS, &[])
        }
        Engine::Postgres => tx.put(dialect::postgres::FORGET_ALL_WORDS, &[]),
    }
}

/// The words of a case with those that stand for what it is about, where, and which organisation has it.
fn scoped(case: &Words) -> String {
    let mut words = scope(&case.organisation);
    let subject = case.subject.as_deref().map(of_subject);
    let territory = case.territory.as_deref().map(of_territory);
    for word in subject.iter().chain(&territory).chain([&case.text]) {
        words.push(' ');
        words.push_str(word);
    }
    words
}

/// The words by which all cases of an organisation are found, of which a case has one.
pub fn of_organisation(code: &str, reports: Reports) -> Vec<String> {
    let mut words = vec![scope(code)];
    if reports == Reports::Shown {
        words.push(scope(&shelf(code, Track::Wrongdoing)));
    }
    words
}

/// The word by which all cases about a subject are found.
pub fn of_subject(code: &str) -> String {
    coded("zzs", code)
}

/// The word by which all cases of a territory are found.
pub fn of_territory(code: &str) -> String {
    coded("zzt", code)
}

/// The word by which all cases of filers are found of whose name this is a digest.
pub fn of_filer(digest: &[u8]) -> String {
    format!("zzn{}", data_encoding::BASE32_DNSSEC.encode(digest))
}

/// What stands for a code, in fewer letters than most codes have: each case holds it. Of the thousands of codes there are,
/// two share one of a million million with a likelihood of one in a million; then a search finds a case too many.
fn coded(mark: &str, code: &str) -> String {
    let digest = Sha256::digest(code.as_bytes());
    format!(
        "{mark}{}",
        data_encoding::BASE32_DNSSEC.encode(&digest[..5])
    )
}

/// A page of what was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The cases, as a list shows them.
    pub lines: Vec<Line>,
    /// The case after which the next page begins, if there is one.
    pub next: Option<CaseId>,
}

/// The newest cases that hold, of every group of `question`, at least one word; at most `limit`, after the case that ended
/// the page before. Those of `organisation` alone, where it is given, with its reports of wrongdoing or without.
///
/// On SQLite the newest are those whose words came last into the index, which is the order of filing but for what was
/// imported later than it was filed.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: Option<(&OrganisationCode, Reports)>,
    question: &[Vec<String>],
    after: Option<CaseId>,
    limit: i64,
) -> Result<Found, StoreError> {
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    // One more than a page tells whether another follows, without counting.
    let mut lines = matching(tx, organisation, question, after, limit.saturating_add(1))?;
    let is_more = lines.len() > most;
    lines.truncate(most);
    let next = lines.last().filter(|_| is_more).map(|line| line.id);
    // The words are a round behind: a case that was handed on is no more its former organisation's.
    if let Some((organisation, _)) = organisation {
        lines.retain(|line| line.organisation == organisation.as_str());
    }
    Ok(Found { lines, next })
}

fn matching(
    tx: &mut Tx<'_>,
    organisation: Option<(&OrganisationCode, Reports)>,
    question: &[Vec<String>],
    after: Option<CaseId>,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    if question.is_empty() {
        return Ok(Vec::new());
    }
    let scoped: Vec<Vec<String>> = organisation
        .map(|(organisation, reports)| of_organisation(organisation.as_str(), reports))
        .into_iter()
        .chain(question.iter().cloned())
        .collect();
    match tx.engine() {
        Engine::Sqlite => {
            let text = written(&scoped, '"', " OR ", " AND ");
            let before = row_of(tx, after)?;
            tx.query_all(
                dialect::sqlite::MATCHING,
                &[&text, &limit, &before],
                queue::read,
            )
        }
        Engine::Postgres => {
            use dialect::postgres;
            let text = written(question, '\'', " | ", " & ");
            let (filed_at, id) = place_of(tx, after)?;
            let found = match organisation {
                // The newest of two shelves stand in no one order.
                Some((_, Reports::Shown)) => Ok(Vec::new()),
                Some((organisation, Reports::Hidden)) => tx.query_all(
                    postgres::MATCHING_OF_NEWEST_OF_ORGANISATION,
                    &[
                        &text,
                        &limit,
                        &NEWEST,
                        &filed_at,
                        &id,
                        &organisation.as_str(),
                    ],
                    queue::read,
                ),
                None => tx.query_all(
                    postgres::MATCHING_OF_NEWEST,
                    &[&text, &limit, &NEWEST, &filed_at, &id],
                    queue::read,
                ),
            }?;
            if i64::try_from(found.len()) == Ok(limit) {
                return Ok(found);
            }
            let text = written(&scoped, '\'', " | ", " & ");
            tx.query_all(
                postgres::MATCHING,
                &[&text, &limit, &filed_at, &id],
                queue::read,
            )
        }
    }
}

/// The row of the index before which a page begins: beyond all rows, where it is the first page.
fn row_of(tx: &mut Tx<'_>, after: Option<CaseId>) -> Result<i64, StoreError> {
    let Some(case) = after else {
        return Ok(i64::MAX);
    };
    let row = tx.query_opt(dialect::sqlite::WORDS_ROW, &[&case.as_uuid()], |row| {
        row.get(0)
    })?;
    Ok(row.unwrap_or(i64::MAX))
}

/// The time of filing and the case before which a page begins: beyond all, where it is the first page.
fn place_of(tx: &mut Tx<'_>, after: Option<CaseId>) -> Result<(i64, Uuid), StoreError> {
    let beyond = (i64::MAX, Uuid::max());
    let Some(case) = after else {
        return Ok(beyond);
    };
    let place = tx.query_opt(
        dialect::postgres::FILED_AT_OF_WORDS,
        &[&case.as_uuid()],
        |row| Ok((row.get(0)?, case.as_uuid())),
    )?;
    Ok(place.unwrap_or(beyond))
}

/// The search word that stands for the organisation that has a case, so that a search within it is one question to the
/// index: letters and digits alone, behind a sign that begins no other word.
fn scope(organisation: &str) -> String {
    let hex = data_encoding::HEXLOWER.encode(organisation.as_bytes());
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
