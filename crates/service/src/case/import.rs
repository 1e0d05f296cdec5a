//! Import: a case of an earlier register is taken over once, with its history, silently.

use chikaya_domain::{
    Language, TextLanguage,
    answer::Outcome,
    case::{
        Case, Channel, Correction, Fact, History, Kind, LastWords, Laws, NewCase, Recount,
        RecountError, RegisterNumber, Standing, Track, Undated,
    },
    id::{
        CaseId, DocumentId, OrganisationCode, PersonId, RegisterCode, SubjectCode, TerritoryCode,
    },
    person::Category,
    reference::{Reference, ReferencePrefix},
    territory::Coordinates,
    text::{free, line},
};
use chikaya_store::{
    StoreError, Tx,
    case::state::{self, Beginning},
    document::Document,
};
use jiff::Timestamp;
use thiserror::Error;

use super::{
    file::{self, DRAWS, Filer},
    record,
};
use crate::{
    Circumstances, Clerks, Country, Trouble,
    audit::{self, Deed},
    country::Additions,
    record::bind,
};

/// Longest line that names a case, in characters.
pub const TITLE_LIMIT: usize = 120;

/// What an earlier register holds of a case, every part of it checked.
#[derive(Clone, Debug)]
pub struct RegisterEntry {
    /// The register.
    pub register: RegisterCode,
    /// The number of the case in it, under which a repetition is recognised.
    pub number: RegisterNumber,
    /// How the case stands in it.
    pub standing: Standing,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When it was found admissible, if known.
    pub examined_at: Option<Timestamp>,
    /// When work began, if known.
    pub taken_up_at: Option<Timestamp>,
    /// What the register wrote last.
    pub last_words: Option<EntryWords>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What becomes of it when it is closed and nothing says when.
    pub undated: Undated,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The language in which its filer is written to.
    pub language: Language,
    /// The language of its texts.
    pub text_language: TextLanguage,
    /// Nature of the filer.
    pub category: Category,
    /// Who filed.
    pub filer: Filer,
    /// What it is about.
    pub subject: Option<SubjectCode>,
    /// Where.
    pub territory: Option<TerritoryCode>,
    /// The place in words.
    pub place: Option<String>,
    /// Where, as a point.
    pub coordinates: Option<Coordinates>,
    /// The body that has it.
    pub organisation: OrganisationCode,
    /// A line that names it.
    pub title: String,
    /// What happened.
    pub text: String,
}

/// What a register wrote last about a case.
#[derive(Clone, Debug)]
pub struct EntryWords {
    /// When, if known.
    pub at: Option<Timestamp>,
    /// How the case was decided.
    pub outcome: Outcome,
    /// The text.
    pub text: String,
}

/// What became of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFate {
    /// It is a case now.
    Created {
        /// Its reference.
        reference: Reference,
        /// Where the register contradicted itself.
        corrections: Vec<Correction>,
    },
    /// It was taken over before; the case stays as it is.
    Unchanged {
        /// Its reference.
        reference: Reference,
        /// Whether the register has closed it, while it is open here.
        is_closed_there_alone: bool,
    },
}

/// Why an entry cannot be taken over.
#[derive(Debug, Error)]
pub enum ImportError {
    /// Its history makes no sense.
    #[error(transparent)]
    History(#[from] RecountError),
    /// Its body does not exist, or receives no cases.
    #[error("the organisation {0} does not exist or receives no cases")]
    Organisation(OrganisationCode),
    /// Its subject does not exist.
    #[error("the subject {0} does not exist")]
    Subject(SubjectCode),
    /// Its territory does not exist.
    #[error("the territory {0} does not exist")]
    Territory(TerritoryCode),
    /// Nothing says what it is about.
    #[error("there is no text of the case")]
    NoText,
    /// The archive, not the entry.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl Clerks {
    /// Takes over an entry of a register, once: an entry with the register and number of an earlier one leaves
    /// the case as it is, whatever it says. No message goes out, and reminders begin with days to come.
    pub async fn import_case(&self, entry: RegisterEntry) -> Result<ImportFate, ImportError> {
        check_codes(&entry, &self.country(), &Additions::default())?;
        let mut draws = 0;
        loop {
            draws += 1;
            let (prefix, entry) = (self.reference_prefix().clone(), entry.clone());
            let done = self
                .write(move |tx, circumstances| import(tx, circumstances, &prefix, &entry))
                .await;
            match done {
                // Another import of the same entry was faster by a moment, or the reference drawn is taken: the
                // next round finds the one, and draws another of the other.
                Err(Trouble::Archive(error)) if draws < DRAWS && file::is_taken(&error) => {}
                done => return Ok(done??),
            }
        }
    }

    /// Writes down that an import of a register ended, done or stopped on its way, and how many cases it made.
    pub async fn note_import(&self, register: RegisterCode, created: u64) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            audit::note_of(
                tx,
                circumstances,
                None,
                Deed {
                    action: "import.run",
                    object: register.as_str(),
                    organisation: None,
                    detail: Some(&format!("created: {created}")),
                },
            )
        })
        .await
    }

    /// Checks an entry without taking it over, as if `additions` were part of the country already; answers
    /// what [`Self::import_case`] would.
    pub async fn check_entry(
        &self,
        entry: RegisterEntry,
        additions: &Additions,
    ) -> Result<ImportFate, ImportError> {
        check_codes(&entry, &self.country(), additions)?;
        let prefix = self.reference_prefix().clone();
        let done = self
            .read(move |tx, circumstances| {
                if let Some(fate) = find(tx, &entry)? {
                    return Ok(Ok(fate));
                }
                Ok(recount(circumstances, &prefix, &entry, None).map(|(told, _)| created(told)))
            })
            .await;
        Ok(done??)
    }
}

/// The verb: see [`Clerks::import_case`].
fn import(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    prefix: &ReferencePrefix,
    entry: &RegisterEntry,
) -> Result<Result<ImportFate, RecountError>, Trouble> {
    if let Some(fate) = find(tx, entry)? {
        return Ok(Ok(fate));
    }
    let filer = file::identified(circumstances, &entry.filer);
    let person = filer.map(|(id, _)| id);
    let (told, texts) = match recount(circumstances, prefix, entry, person) {
        Ok(told) => told,
        Err(error) => return Ok(Err(error)),
    };
    // Only now: whoever filed what cannot be told must leave no trace.
    let bound = match filer {
        Some((id, known)) => file::keep_filer(tx, circumstances, id, entry.category, known)?,
        None => Vec::new(),
    };
    let case = told.case.id;
    let code = file::access_code(case, circumstances.key);
    let place = entry
        .place
        .as_deref()
        .map(line)
        .filter(|place| !place.is_empty());
    let beginning = Beginning {
        access_hash: &file::access_digest(case, &code, circumstances.key),
        filing_key: Some(&key(entry)),
        place: place.as_deref(),
        coordinates: entry.coordinates,
        is_sample: false,
        salt: &bind::salt(circumstances),
    };
    record::begin_silently(
        tx,
        circumstances,
        &told.case,
        &told.events,
        &beginning,
        &texts,
        bound,
    )?;
    Ok(Ok(created(told)))
}

fn created(told: Recount) -> ImportFate {
    ImportFate::Created {
        reference: told.case.reference,
        corrections: told.corrections,
    }
}

/// The case of an entry taken over before.
fn find(tx: &mut Tx<'_>, entry: &RegisterEntry) -> Result<Option<ImportFate>, StoreError> {
    let stored = state::find_by_filing_key(tx, &key(entry))?;
    Ok(stored.map(|stored| ImportFate::Unchanged {
        is_closed_there_alone: stored.case.stage.is_open() && !entry.standing.stage().is_open(),
        reference: stored.case.reference,
    }))
}

/// The key under which an entry is recognised. No draft and no interface makes keys that begin like this.
fn key(entry: &RegisterEntry) -> String {
    format!("import:{}:{}", entry.register, entry.number.as_str())
}

/// The entry as a case with its texts, each beside the instant at which it was written.
fn recount(
    circumstances: &Circumstances<'_>,
    prefix: &ReferencePrefix,
    entry: &RegisterEntry,
    person: Option<PersonId>,
) -> Result<(Recount, Vec<(Document, Timestamp)>), RecountError> {
    let country = circumstances.country;
    let document = |title: Option<String>, body: &str| Document {
        id: DocumentId::new(circumstances.uuid()),
        title,
        body: free(body),
        language: Some(entry.text_language.as_str().to_owned()),
    };
    let title = file::titled(&entry.title, &entry.text, TITLE_LIMIT);
    let words = document(Some(title), &entry.text);
    let last = entry
        .last_words
        .as_ref()
        .map(|last| (last, document(None, &last.text)));
    let year = country.calendar.date_of(entry.filed_at).year();
    let new = NewCase {
        id: CaseId::new(circumstances.uuid()),
        reference: Reference::draw(prefix, year, circumstances.identifiers.number()),
        kind: entry.kind,
        track: Track::Ordinary,
        channel: Channel::Import,
        language: entry.language,
        category: entry.category,
        person,
        subject: entry.subject.clone(),
        territory: entry.territory.clone(),
        organisation: entry.organisation.clone(),
        document: words.id,
        taken_down: None,
        spoken: Vec::new(),
    };
    let history = History {
        register: entry.register.clone(),
        number: entry.number.clone(),
        standing: entry.standing,
        filed_at: entry.filed_at,
        examined_at: entry.examined_at,
        taken_up_at: entry.taken_up_at,
        last_words: last.as_ref().map(|(last, document)| LastWords {
            at: last.at,
            outcome: last.outcome,
            document: document.id,
        }),
        closed_at: entry.closed_at,
        undated: entry.undated,
    };
    let laws = Laws {
        policies: &country.policies,
        calendar: &country.calendar,
    };
    let told = Case::recount(new, &history, circumstances.now, laws)?;
    let written_at = told
        .events
        .iter()
        .find(|event| matches!(event.fact, Fact::Answered { .. } | Fact::Noted { .. }))
        .map_or(entry.filed_at, |event| event.at);
    let mut texts = vec![(words, entry.filed_at)];
    texts.extend(last.map(|(_, document)| (document, written_at)));
    Ok((told, texts))
}

/// Whether everything the entry names exists, in the country or among the additions to it.
fn check_codes(
    entry: &RegisterEntry,
    country: &Country,
    additions: &Additions,
) -> Result<(), ImportError> {
    if free(&entry.text).is_empty() {
        return Err(ImportError::NoText);
    }
    let body = country.organisations.find(&entry.organisation).or_else(|| {
        additions
            .organisations
            .iter()
            .find(|body| body.code == entry.organisation)
    });
    if !body.is_some_and(|body| body.receives) {
        return Err(ImportError::Organisation(entry.organisation.clone()));
    }
    if let Some(subject) = &entry.subject
        && country.subjects.find(subject).is_none()
        && !additions.subjects.iter().any(|new| new.code == *subject)
    {
        return Err(ImportError::Subject(subject.clone()));
    }
    if let Some(territory) = &entry.territory
        && country.territories.find(territory).is_none()
    {
        return Err(ImportError::Territory(territory.clone()));
    }
    Ok(())
}
