//! Annual reports and the national synthesis: how each stands, its chained facts, what was written, the figures that were
//! taken and the documents that were sent.

use chikaya_domain::{
    Language,
    annual::{Fact, Kind, Section, Stage, State, Year},
    id::{AnnualId, OrganisationCode, StaffId},
};

use serde::{Deserialize, Serialize};

use crate::{Row, StoreError, Tx, json, statements};

statements! {
    INSERT = "
        INSERT INTO annual (
            id, kind, year, organisation, is_sample, stage, state, version, chain, changed_at, stage_at
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND = "
        SELECT id, kind, year, organisation, is_sample, state, chain, changed_at, stage_at
        FROM annual
        WHERE id = $1";
    OF_ORGANISATION = "
        SELECT id, kind, year, organisation, is_sample, state, chain, changed_at, stage_at
        FROM annual
        WHERE organisation = $1 AND kind = $2 AND is_sample = $3
        ORDER BY year DESC
        LIMIT $4";
    OF_YEAR_AND_ORGANISATION = "
        SELECT id, kind, year, organisation, is_sample, state, chain, changed_at, stage_at
        FROM annual
        WHERE organisation = $1 AND kind = $2 AND year = $3 AND is_sample = $4";
    OF_YEAR = "
        SELECT id, kind, year, organisation, is_sample, state, chain, changed_at, stage_at
        FROM annual
        WHERE year = $1 AND kind = $2 AND is_sample = $3
        ORDER BY organisation";
    PUBLISHED = "
        SELECT id, kind, year, organisation, is_sample, state, annual.chain, changed_at, stage_at, payload
        FROM annual
        JOIN annual_fact ON annual_fact.annual = annual.id AND annual_fact.sequence = annual.version
        WHERE stage = 'published' AND is_sample = $1 AND year = $2
            AND (kind < $3 OR (kind = $3 AND organisation > $4))
        ORDER BY kind DESC, organisation
        LIMIT $5";
    YEARS_PUBLISHED = "
        SELECT DISTINCT year
        FROM annual
        WHERE stage = 'published' AND is_sample = $1
        ORDER BY year DESC";
    AFTER = "
        SELECT id, kind, year, organisation, is_sample, state, chain, changed_at, stage_at
        FROM annual
        WHERE id > $1
        ORDER BY id
        LIMIT $2";
    IDS_AFTER = "
        SELECT id
        FROM annual
        WHERE id > $1
        ORDER BY id
        LIMIT $2";
    ADVANCE = "
        UPDATE annual
        SET stage = $1, state = $2, version = $3, chain = $4, changed_at = $5, stage_at = $6
        WHERE id = $7 AND version = $8";
    APPEND = "
        INSERT INTO annual_fact (annual, sequence, at, staff, payload, chain)
        VALUES ($1, $2, $3, $4, $5, $6)";
    FACTS = "
        SELECT sequence, at, annual_fact.staff, payload, chain, staff.name
        FROM annual_fact
        LEFT JOIN staff ON staff.id = annual_fact.staff
        WHERE annual = $1
        ORDER BY sequence";
    WRITE = "
        INSERT INTO annual_text (annual, section, language, version, staff, at, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    TEXTS = "
        SELECT section, annual_text.language, annual_text.version, annual_text.staff, at, body, staff.name
        FROM annual_text
        JOIN staff ON staff.id = annual_text.staff
        WHERE annual = $1
        ORDER BY section, annual_text.language, annual_text.version";
    KEEP_FIGURES = "
        INSERT INTO annual_figures (annual, sequence, content)
        VALUES ($1, $2, $3)";
    FIGURES = "
        SELECT content
        FROM annual_figures
        WHERE annual = $1 AND sequence = $2";
    KEEP_DOCUMENT = "
        INSERT INTO annual_document (annual, sequence, language, content)
        VALUES ($1, $2, $3, $4)";
    DOCUMENT = "
        SELECT content
        FROM annual_document
        WHERE annual = $1 AND sequence = $2 AND language = $3";
}

/// A report as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAnnual {
    /// Identifier.
    pub id: AnnualId,
    /// Of which year.
    pub year: Year,
    /// Whose.
    pub organisation: OrganisationCode,
    /// Whether samples are reported.
    pub is_sample: bool,
    /// How it stands.
    pub state: State,
    /// The hash of its last fact.
    pub chain: Vec<u8>,
    /// When something was done to it last, microseconds since the epoch.
    pub changed_at: i64,
    /// When it came to its stage, microseconds since the epoch.
    pub stage_at: i64,
}

impl StoredAnnual {
    /// What is reported.
    pub const fn kind(&self) -> Kind {
        self.state.kind
    }

    /// Where it is.
    pub const fn stage(&self) -> Stage {
        self.state.stage
    }
}

/// A fact as kept.
#[derive(Clone, Debug)]
pub struct StoredFact {
    /// Its number; the first is 1.
    pub sequence: u32,
    /// When, microseconds since the epoch.
    pub at: i64,
    /// Who, as it stands beside it; nobody where the portal did.
    pub staff: Option<StaffId>,
    /// Who, as it was chained.
    pub chained_staff: Option<StaffId>,
    /// Their name.
    pub name: Option<String>,
    /// What.
    pub fact: Fact,
    /// The text that was hashed.
    pub payload: String,
    /// Its hash.
    pub chain: Vec<u8>,
}

/// A version of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredText {
    /// Which section.
    pub section: Section,
    /// In which language.
    pub language: Language,
    /// The first is 1.
    pub version: u32,
    /// Who wrote it.
    pub staff: StaffId,
    /// Their name.
    pub name: String,
    /// When, microseconds since the epoch.
    pub at: i64,
    /// What.
    pub body: String,
}

/// A fact with whoever put it on the record, as it is chained.
#[derive(Serialize, Deserialize)]
struct Step<F> {
    staff: Option<StaffId>,
    fact: F,
}

/// The text under which a fact of somebody, or of the portal, is kept and hashed.
pub fn payload(fact: &Fact, staff: Option<StaffId>) -> Result<String, StoreError> {
    json::write(&Step { staff, fact })
}

/// Keeps a report that is begun. Fails where there is one.
pub fn insert(tx: &mut Tx<'_>, annual: &StoredAnnual) -> Result<(), StoreError> {
    let state = json::write(&annual.state)?;
    tx.execute(
        INSERT,
        &[
            &annual.id.as_uuid(),
            &annual.kind().as_str(),
            &i64::from(annual.year.number()),
            &annual.organisation.as_str(),
            &annual.is_sample,
            &annual.stage().as_str(),
            &state,
            &i64::from(annual.state.version),
            &annual.chain,
            &annual.changed_at,
            &annual.stage_at,
        ],
    )?;
    Ok(())
}

/// Keeps how a report stands now, if it stood at `before`; answers whether it did.
pub fn advance(tx: &mut Tx<'_>, annual: &StoredAnnual, before: u32) -> Result<bool, StoreError> {
    let state = json::write(&annual.state)?;
    let rows = tx.execute(
        ADVANCE,
        &[
            &annual.stage().as_str(),
            &state,
            &i64::from(annual.state.version),
            &annual.chain,
            &annual.changed_at,
            &annual.stage_at,
            &annual.id.as_uuid(),
            &i64::from(before),
        ],
    )?;
    Ok(rows == 1)
}

/// A report.
pub fn find(tx: &mut Tx<'_>, id: AnnualId) -> Result<Option<StoredAnnual>, StoreError> {
    tx.query_opt(FIND, &[&id.as_uuid()], read)
}

/// The report of a body about a year, or the synthesis.
pub fn find_of(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    kind: Kind,
    year: Year,
    is_sample: bool,
) -> Result<Option<StoredAnnual>, StoreError> {
    let year = i64::from(year.number());
    tx.query_opt(
        OF_YEAR_AND_ORGANISATION,
        &[&organisation.as_str(), &kind.as_str(), &year, &is_sample],
        read,
    )
}

/// The reports of a body, or its syntheses, the last year first, at most `limit`.
pub fn of_organisation(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    kind: Kind,
    is_sample: bool,
    limit: i64,
) -> Result<Vec<StoredAnnual>, StoreError> {
    tx.query_all(
        OF_ORGANISATION,
        &[&organisation.as_str(), &kind.as_str(), &is_sample, &limit],
        read,
    )
}

/// All reports of a year of one kind, by the codes of their bodies: as many as there are bodies at most.
pub fn of_year(
    tx: &mut Tx<'_>,
    kind: Kind,
    year: Year,
    is_sample: bool,
) -> Result<Vec<StoredAnnual>, StoreError> {
    let year = i64::from(year.number());
    tx.query_all(OF_YEAR, &[&year, &kind.as_str(), &is_sample], read)
}

/// What was published of a year, each with the fact that published it, which is its last: the synthesis, then the reports; at
/// most `limit`, from the first on or behind one.
pub fn published(
    tx: &mut Tx<'_>,
    year: Year,
    is_sample: bool,
    after: Option<(Kind, &OrganisationCode)>,
    limit: i64,
) -> Result<Vec<(StoredAnnual, Fact)>, StoreError> {
    let year = i64::from(year.number());
    // No word of a kind comes after this, in whatever order of letters.
    let first = ("zz", "");
    let (kind, code) = after.map_or(first, |(kind, code)| (kind.as_str(), code.as_str()));
    tx.query_all(
        PUBLISHED,
        &[&is_sample, &year, &kind, &code, &limit],
        |row| {
            let annual = read(row)?;
            let payload: String = row.get(9)?;
            let step: Step<Fact> = json::read("annual_fact.payload", annual.id, &payload)?;
            let fact = step.fact;
            Ok((annual, fact))
        },
    )
}

/// Years of which something was published, the last first.
pub fn years_published(tx: &mut Tx<'_>, is_sample: bool) -> Result<Vec<Year>, StoreError> {
    tx.query_all(YEARS_PUBLISHED, &[&is_sample], |row| year(row, 0))
}

/// Reports after one, in the order of their identifiers, at most `limit`.
pub fn after(
    tx: &mut Tx<'_>,
    after: uuid::Uuid,
    limit: i64,
) -> Result<Vec<StoredAnnual>, StoreError> {
    tx.query_all(AFTER, &[&after, &limit], read)
}

/// The identifiers of reports after one, in order, at most `limit`.
pub fn ids_after(
    tx: &mut Tx<'_>,
    after: uuid::Uuid,
    limit: i64,
) -> Result<Vec<uuid::Uuid>, StoreError> {
    tx.query_all(IDS_AFTER, &[&after, &limit], |row| row.get(0))
}

/// Appends a fact.
pub fn append(
    tx: &mut Tx<'_>,
    id: AnnualId,
    sequence: u32,
    at: i64,
    staff: Option<StaffId>,
    linked: (&str, &[u8]),
) -> Result<(), StoreError> {
    let (payload, chain) = linked;
    tx.execute(
        APPEND,
        &[
            &id.as_uuid(),
            &i64::from(sequence),
            &at,
            &staff.map(|staff| staff.as_uuid()),
            &payload,
            &chain,
        ],
    )?;
    Ok(())
}

/// All facts of a report in order: tens of them.
pub fn facts(tx: &mut Tx<'_>, id: AnnualId) -> Result<Vec<StoredFact>, StoreError> {
    tx.query_all(FACTS, &[&id.as_uuid()], |row| {
        let payload: String = row.get(3)?;
        let step: Step<Fact> = json::read("annual_fact.payload", id, &payload)?;
        Ok(StoredFact {
            sequence: small(row, 0)?,
            at: row.get(1)?,
            staff: row.get::<Option<uuid::Uuid>>(2)?.map(StaffId::new),
            chained_staff: step.staff,
            fact: step.fact,
            payload,
            chain: row.get(4)?,
            name: row.get(5)?,
        })
    })
}

/// Keeps a version of a section. Fails where there is one of this number.
pub fn write(tx: &mut Tx<'_>, id: AnnualId, text: &StoredText) -> Result<(), StoreError> {
    tx.execute(
        WRITE,
        &[
            &id.as_uuid(),
            &text.section.as_str(),
            &text.language.code(),
            &i64::from(text.version),
            &text.staff.as_uuid(),
            &text.at,
            &text.body,
        ],
    )?;
    Ok(())
}

/// Every version of every section, in the order of section, language and version.
pub fn texts(tx: &mut Tx<'_>, id: AnnualId) -> Result<Vec<StoredText>, StoreError> {
    tx.query_all(TEXTS, &[&id.as_uuid()], |row| {
        let section: String = row.get(0)?;
        let language: String = row.get(1)?;
        Ok(StoredText {
            section: Section::from_word(&section)
                .ok_or_else(|| StoreError::unreadable("annual_text.section", id))?,
            language: Language::from_code(&language)
                .ok_or_else(|| StoreError::unreadable("annual_text.language", id))?,
            version: small(row, 2)?,
            staff: StaffId::new(row.get(3)?),
            at: row.get(4)?,
            body: row.get(5)?,
            name: row.get(6)?,
        })
    })
}

/// Keeps figures with the fact that took them.
pub fn keep_figures(
    tx: &mut Tx<'_>,
    id: AnnualId,
    sequence: u32,
    content: &str,
) -> Result<(), StoreError> {
    tx.execute(
        KEEP_FIGURES,
        &[&id.as_uuid(), &i64::from(sequence), &content],
    )?;
    Ok(())
}

/// The figures that a fact took.
pub fn figures(tx: &mut Tx<'_>, id: AnnualId, sequence: u32) -> Result<Option<String>, StoreError> {
    tx.query_opt(FIGURES, &[&id.as_uuid(), &i64::from(sequence)], |row| {
        row.get(0)
    })
}

/// Keeps a document with the fact that sent or published it.
pub fn keep_document(
    tx: &mut Tx<'_>,
    id: AnnualId,
    sequence: u32,
    language: Language,
    content: &[u8],
) -> Result<(), StoreError> {
    tx.execute(
        KEEP_DOCUMENT,
        &[
            &id.as_uuid(),
            &i64::from(sequence),
            &language.code(),
            &content,
        ],
    )?;
    Ok(())
}

/// A document that a fact sent or published, byte for byte.
pub fn document(
    tx: &mut Tx<'_>,
    id: AnnualId,
    sequence: u32,
    language: Language,
) -> Result<Option<Vec<u8>>, StoreError> {
    tx.query_opt(
        DOCUMENT,
        &[&id.as_uuid(), &i64::from(sequence), &language.code()],
        |row| row.get(0),
    )
}

fn read(row: &Row<'_>) -> Result<StoredAnnual, StoreError> {
    let id = AnnualId::new(row.get(0)?);
    let organisation: String = row.get(3)?;
    let state: String = row.get(5)?;
    Ok(StoredAnnual {
        id,
        year: year(row, 2)?,
        organisation: OrganisationCode::parse(&organisation)
            .map_err(|_| StoreError::unreadable("annual.organisation", id))?,
        is_sample: row.get(4)?,
        state: json::read("annual.state", id, &state)?,
        chain: row.get(6)?,
        changed_at: row.get(7)?,
        stage_at: row.get(8)?,
    })
}

fn year(row: &Row<'_>, column: usize) -> Result<Year, StoreError> {
    let number: i64 = row.get(column)?;
    i16::try_from(number)
        .ok()
        .and_then(|number| Year::new(number).ok())
        .ok_or_else(|| StoreError::unreadable("annual.year", number))
}

fn small(row: &Row<'_>, column: usize) -> Result<u32, StoreError> {
    let number: i64 = row.get(column)?;
    u32::try_from(number).map_err(|_| StoreError::unreadable("a number of a report", number))
}
