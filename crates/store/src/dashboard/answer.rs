//! Answers with the same words: a keyed digest of the reasons of each, by body and day, so that they can be counted
//! without being read.

use chikaya_domain::{
    case::Track,
    id::{CaseId, DocumentId, OrganisationCode},
};
use jiff::civil::Date;

use crate::{
    StoreError, Tx,
    case::{Reports, queue, shelf},
    statements,
};

statements! {
    KEEP = "
        INSERT INTO answer_words (case_id, sequence, shelf, day, digest)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (case_id, sequence) DO NOTHING";
    KEEP_LETTER = "
        INSERT INTO answer_letter (shelf, digest, document)
        VALUES ($1, $2, $3)
        ON CONFLICT (shelf, digest) DO NOTHING";
    SHARE = "
        SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN n >= $4 THEN n ELSE 0 END), 0) AS BIGINT)
        FROM (
            SELECT COUNT(*) AS n
            FROM answer_words
            WHERE shelf IN ($1, $2) AND day >= $3
            GROUP BY digest
        ) alike";
    ALIKE = "
        SELECT alike.digest, alike.n, alike.last, SUBSTR(d.body, 1, 300)
        FROM (
            SELECT shelf, digest, COUNT(*) AS n, MAX(day) AS last
            FROM answer_words
            WHERE shelf IN ($1, $2) AND day >= $3
            GROUP BY shelf, digest
            HAVING COUNT(*) >= $4
            ORDER BY COUNT(*) DESC, digest
            LIMIT $5
        ) alike
        JOIN answer_letter l ON l.shelf = alike.shelf AND l.digest = alike.digest
        JOIN document d ON d.id = l.document
        ORDER BY alike.n DESC, alike.digest";
    WITH_WORDS = queue::lines!("
        JOIN answer_words a ON a.case_id = c.id
        WHERE a.shelf IN ($1, $2) AND a.day >= $3 AND a.digest = $4 AND c.track <> $5
        ORDER BY a.day DESC, a.case_id
        LIMIT $6");
}

/// An answer as it is kept here.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The case.
    pub case: CaseId,
    /// The event that answered it.
    pub sequence: u32,
    /// The body that answered.
    pub organisation: &'a OrganisationCode,
    /// By which door it was filed.
    pub track: Track,
    /// The day.
    pub day: Date,
    /// A keyed digest of the reasons.
    pub digest: &'a [u8],
    /// The letter.
    pub letter: DocumentId,
}

/// Keeps the digest of an answer, and its letter where it is the first of the body with these words.
pub fn keep(tx: &mut Tx<'_>, answer: Answered<'_>) -> Result<(), StoreError> {
    let shelf = &*shelf(answer.organisation.as_str(), answer.track);
    let (day, digest) = (answer.day.to_string(), answer.digest);
    tx.put(
        KEEP,
        &[
            &answer.case.as_uuid(),
            &i64::from(answer.sequence),
            &shelf,
            &day,
            &digest,
        ],
    )?;
    tx.put(KEEP_LETTER, &[&shelf, &digest, &answer.letter.as_uuid()])
}

/// How many answers of a body from a day on are kept, and how many of them have the same words as at least `many` of these.
pub fn share(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
    from: Date,
    many: i64,
) -> Result<(i64, i64), StoreError> {
    let shelf = organisation.as_str();
    let other = &*reports.other_shelf(shelf);
    let from = from.to_string();
    tx.query_one(SHARE, &[&shelf, &other, &from, &many], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Answers with the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Their digest.
    pub digest: Vec<u8>,
    /// How many.
    pub answers: i64,
    /// When the last was sent, an ISO day.
    pub last: String,
    /// The first 300 characters of the first letter.
    pub beginning: String,
}

/// The answers of a body from a day on with the same words as at least `many`, the most first, at most `limit`.
pub fn alike(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
    from: Date,
    (many, limit): (i64, i64),
) -> Result<Vec<Alike>, StoreError> {
    let shelf = organisation.as_str();
    let other = &*reports.other_shelf(shelf);
    let from = from.to_string();
    tx.query_all(ALIKE, &[&shelf, &other, &from, &many, &limit], |row| {
        Ok(Alike {
            digest: row.get(0)?,
            answers: row.get(1)?,
            last: row.get(2)?,
            beginning: row.get(3)?,
        })
    })
}

/// The cases that a body answered with some words from a day on, the last answered first, at most `limit`: wherever they
/// are now.
pub fn with_words(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    reports: Reports,
    (from, digest): (Date, &[u8]),
    limit: i64,
) -> Result<Vec<queue::Line>, StoreError> {
    let shelf = organisation.as_str();
    let other = &*reports.other_shelf(shelf);
    let from = from.to_string();
    tx.query_all(
        WITH_WORDS,
        &[&shelf, &other, &from, &digest, &reports.left_out(), &limit],
        queue::read,
    )
}
