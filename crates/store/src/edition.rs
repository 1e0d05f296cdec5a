//! Editions of the public statistics: which there are, and what each family of one tells of a year.

use jiff::{Timestamp, civil::Date};

use crate::{Row, StoreError, Tx, statements};

statements! {
    NEWEST = "
        SELECT number, position, happened_at, made_at, today, is_sample
        FROM edition
        WHERE is_sample = $1
        ORDER BY number DESC
        LIMIT 1";
    FIND = "
        SELECT number, position, happened_at, made_at, today, is_sample
        FROM edition
        WHERE number = $1";
    BEFORE = "
        SELECT number, position, happened_at, made_at, today, is_sample
        FROM edition
        WHERE is_sample = $1 AND number < $2
        ORDER BY number DESC
        LIMIT $3";
    LAST = "
        SELECT number
        FROM edition
        ORDER BY number DESC
        LIMIT 1";
    INSERT = "
        INSERT INTO edition (number, is_sample, position, happened_at, made_at, today)
        VALUES ($1, $2, $3, $4, $5, $6)";
    INSERT_FAMILY = "
        INSERT INTO edition_family (is_sample, year, family, number, is_told, digest, content)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    FAMILY = "
        SELECT content
        FROM edition_family
        WHERE is_sample = $1 AND year = $2 AND family = $3 AND number <= $4
        ORDER BY number DESC
        LIMIT 1";
    DIGEST = "
        SELECT digest
        FROM edition_family
        WHERE is_sample = $1 AND year = $2 AND family = $3
        ORDER BY number DESC
        LIMIT 1";
    TOLD = "
        SELECT content
        FROM edition_family
        WHERE is_sample = $1 AND year = $2 AND family = $3 AND is_told = $4
        ORDER BY number DESC
        LIMIT $5";
    FAMILIES = "
        SELECT DISTINCT family
        FROM edition_family
        WHERE is_sample = $1 AND year = $2";
}

/// An edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its number, from 1; a number is never used again.
    pub number: i64,
    /// The position of the last event that it counts; 0 where none is.
    pub position: i64,
    /// When that event happened.
    pub at: Option<Timestamp>,
    /// When it was made.
    pub made_at: Timestamp,
    /// The day to which times of what is open are counted.
    pub today: Date,
    /// Whether samples are counted, and nothing else.
    pub is_sample: bool,
}

/// What a family tells of a year, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFamily {
    /// The year.
    pub year: i16,
    /// Which family.
    pub family: String,
    /// Whether anything is told in it.
    pub is_told: bool,
    /// By which it is seen whether it changed.
    pub digest: Vec<u8>,
    /// What is told, compressed.
    pub content: Vec<u8>,
}

fn edition(row: &Row<'_>) -> Result<Edition, StoreError> {
    let instant = |micros: i64| {
        Timestamp::from_microsecond(micros).map_err(|_| StoreError::corrupt("edition.made_at"))
    };
    let happened: Option<i64> = row.get(2)?;
    let today: String = row.get(4)?;
    Ok(Edition {
        number: row.get(0)?,
        position: row.get(1)?,
        at: happened.map(instant).transpose()?,
        made_at: instant(row.get(3)?)?,
        today: today
            .parse()
            .map_err(|_| StoreError::corrupt("edition.today"))?,
        is_sample: row.get(5)?,
    })
}

/// The newest edition.
pub fn newest(tx: &mut Tx<'_>, is_sample: bool) -> Result<Option<Edition>, StoreError> {
    tx.query_opt(NEWEST, &[&is_sample], edition)
}

/// The edition of a number.
pub fn find(tx: &mut Tx<'_>, number: i64) -> Result<Option<Edition>, StoreError> {
    tx.query_opt(FIND, &[&number], edition)
}

/// Editions before one, the newest first, at most `limit`.
pub fn before(
    tx: &mut Tx<'_>,
    is_sample: bool,
    number: i64,
    limit: i64,
) -> Result<Vec<Edition>, StoreError> {
    tx.query_all(BEFORE, &[&is_sample, &number, &limit], edition)
}

/// The last number that was used, whether of samples or not; 0 where none was.
pub fn last_number(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx.query_opt(LAST, &[], |row| row.get(0))?.unwrap_or(0))
}

/// Keeps an edition.
pub fn insert(tx: &mut Tx<'_>, edition: &Edition) -> Result<(), StoreError> {
    let happened = edition.at.map(Timestamp::as_microsecond);
    tx.put(
        INSERT,
        &[
            &edition.number,
            &edition.is_sample,
            &edition.position,
            &happened,
            &edition.made_at.as_microsecond(),
            &edition.today.to_string(),
        ],
    )
}

/// Keeps what a family of an edition tells.
pub fn insert_family(
    tx: &mut Tx<'_>,
    edition: &Edition,
    kept: &KeptFamily,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_FAMILY,
        &[
            &edition.is_sample,
            &i64::from(kept.year),
            &kept.family,
            &edition.number,
            &kept.is_told,
            &kept.digest,
            &kept.content,
        ],
    )
}

/// What a family tells in an edition: what the last one at or before it kept. None where nothing was ever counted of it.
pub fn family(
    tx: &mut Tx<'_>,
    number: i64,
    is_sample: bool,
    year: i16,
    family: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    tx.query_opt(
        FAMILY,
        &[&is_sample, &i64::from(year), &family, &number],
        |row| row.get(0),
    )
}

/// The digest of what a family told last.
pub fn digest(
    tx: &mut Tx<'_>,
    is_sample: bool,
    year: i16,
    family: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    tx.query_opt(DIGEST, &[&is_sample, &i64::from(year), &family], |row| {
        row.get(0)
    })
}

/// What a family told lately, wherever it told anything, the newest first and at most `limit`.
pub fn told(
    tx: &mut Tx<'_>,
    is_sample: bool,
    year: i16,
    family: &str,
    limit: i64,
) -> Result<Vec<Vec<u8>>, StoreError> {
    tx.query_all(
        TOLD,
        &[&is_sample, &i64::from(year), &family, &true, &limit],
        |row| row.get(0),
    )
}

/// The families that any edition has of a year.
pub fn families(tx: &mut Tx<'_>, is_sample: bool, year: i16) -> Result<Vec<String>, StoreError> {
    tx.query_all(FAMILIES, &[&is_sample, &i64::from(year)], |row| row.get(0))
}
