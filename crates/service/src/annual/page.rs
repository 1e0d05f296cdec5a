//! A report as it is read: at the desk, by whoever wrote it or has it before them, and by everybody.

use chikaya_domain::{
    Language,
    access::Action,
    annual::{Fact, Kept, Kind, Section, Stage, State, Verb, Year},
    id::{AnnualId, OrganisationCode},
};
use chikaya_store::{
    Tx,
    annual::{self as store, StoredAnnual, StoredFact, StoredText},
};
use jiff::Timestamp;

use super::{
    figures::Snapshot,
    keep::{allows, instant, seen, verbs},
    owing::{Reports, reports},
    text::{SectionText, shown},
};
use crate::{Clerks, Trouble, staff::Officer};

/// A step on the record of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactLine {
    /// Its number.
    pub sequence: u32,
    /// When.
    pub at: Timestamp,
    /// Who, by name; nobody where the portal did.
    pub name: Option<String>,
    /// What.
    pub fact: Fact,
}

/// A report.
#[derive(Clone, Debug)]
pub struct AnnualPage {
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
    /// When something was done to it last.
    pub changed_at: Timestamp,
    /// When it came to its stage.
    pub since: Timestamp,
    /// Its record.
    pub facts: Vec<FactLine>,
    /// What was written last of each section.
    pub texts: Vec<SectionText>,
    /// The figures that were taken last.
    pub figures: Option<Snapshot>,
    /// What whoever looks may do now.
    pub verbs: Vec<Verb>,
    /// Whether whoever looks writes it, while it is written.
    pub writes: bool,
    /// How many reports of the year came by now; of a synthesis alone.
    pub reports: Option<Reports>,
}

impl AnnualPage {
    /// What is reported.
    pub const fn kind(&self) -> Kind {
        self.state.kind
    }

    /// Whether it was sent and did not come back: what is read of it then is what was sent.
    pub const fn is_sent(&self) -> bool {
        is_sent(self.state)
    }

    /// A section as it was written last.
    pub fn text(&self, section: Section, language: Language) -> Option<&SectionText> {
        self.texts
            .iter()
            .find(|text| (text.section, text.language) == (section, language))
    }

    /// What was kept when it was sent last.
    pub fn transmitted(&self) -> Option<(&FactLine, &[Kept])> {
        self.facts.iter().rev().find_map(|line| match &line.fact {
            Fact::Transmitted { documents } => Some((line, documents.as_slice())),
            _ => None,
        })
    }

    /// What was kept when it was published.
    pub fn published(&self) -> Option<(&FactLine, &[Kept])> {
        self.facts.iter().rev().find_map(|line| match &line.fact {
            Fact::Published { documents, .. } => Some((line, documents.as_slice())),
            _ => None,
        })
    }
}

/// A report that everybody can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedAnnual {
    /// Identifier.
    pub id: AnnualId,
    /// What is reported.
    pub kind: Kind,
    /// Of which year.
    pub year: Year,
    /// Whose.
    pub organisation: OrganisationCode,
    /// When it was published.
    pub at: Timestamp,
    /// What everybody reads, by digest.
    pub documents: Vec<Kept>,
    /// Why, of a synthesis that draws on no report.
    pub reasons: Option<String>,
}

/// A document that everybody can read.
#[derive(Clone, Debug)]
pub struct PublishedDocument {
    /// What is reported.
    pub kind: Kind,
    /// Of which year.
    pub year: Year,
    /// Whose.
    pub organisation: OrganisationCode,
    /// SHA-256 of its bytes as it stands on the record, in hexadecimal digits.
    pub sha256: String,
    /// Its bytes, as they were kept.
    pub bytes: Vec<u8>,
}

impl Clerks {
    /// A report as an officer sees it. Whoever did not write it reads what was sent, and what was written when it was.
    pub async fn annual(&self, officer: Officer, id: AnnualId) -> Result<AnnualPage, Trouble> {
        self.read(move |tx, circumstances| {
            let annual = seen(tx, circumstances.country, &officer, id)?;
            let action = match annual.kind() {
                Kind::Report => Action::WriteAnnual,
                Kind::Synthesis => Action::WriteSynthesis,
            };
            let writes = allows(circumstances.country, &officer, &annual, action);
            let reads = writes || is_sent(annual.state);
            let mut page = read(tx, &annual, reads)?;
            page.verbs = verbs(circumstances.country, &officer, &annual);
            page.writes = writes;
            if annual.kind() == Kind::Synthesis {
                let (year, is_sample) = (annual.year, annual.is_sample);
                page.reports = Some(reports(tx, circumstances.country, year, is_sample)?);
            }
            Ok(page)
        })
        .await
    }

    /// The report of a body about a year, or the synthesis of the reform authority, with everything in it, if it was begun: for whoever runs the portal.
    pub async fn annual_of(
        &self,
        kind: Kind,
        body: OrganisationCode,
        year: Year,
    ) -> Result<Option<AnnualPage>, Trouble> {
        let is_sample = self.is_demo();
        self.read(move |tx, _| {
            let found = store::find_of(tx, &body, kind, year, is_sample)?;
            found.map(|annual| read(tx, &annual, true)).transpose()
        })
        .await
    }

    /// A document that was sent last, byte for byte: for whoever runs the portal.
    pub async fn sent_annual(&self, id: AnnualId, language: Language) -> Result<Vec<u8>, Trouble> {
        self.read(move |tx, _| {
            let annual = store::find(tx, id)?.ok_or(Trouble::NotFound)?;
            document(tx, &annual, language, Verb::Transmit)
        })
        .await
    }

    /// A document that was sent last, byte for byte, for whoever may know of the report.
    pub async fn transmitted_annual(
        &self,
        officer: Officer,
        id: AnnualId,
        language: Language,
    ) -> Result<Vec<u8>, Trouble> {
        self.read(move |tx, circumstances| {
            let annual = seen(tx, circumstances.country, &officer, id)?;
            document(tx, &annual, language, Verb::Transmit)
        })
        .await
    }

    /// A document that was published, byte for byte. For anyone.
    pub async fn published_annual(
        &self,
        id: AnnualId,
        language: Language,
    ) -> Result<PublishedDocument, Trouble> {
        let is_sample = self.is_demo();
        self.read(move |tx, _| {
            let annual = store::find(tx, id)?
                .filter(|annual| {
                    annual.stage() == Stage::Published && annual.is_sample == is_sample
                })
                .ok_or(Trouble::NotFound)?;
            let facts = store::facts(tx, id)?;
            let kept = facts
                .into_iter()
                .rev()
                .find_map(|stored| match stored.fact {
                    Fact::Published { documents, .. } => Some((stored.sequence, documents)),
                    _ => None,
                });
            let (sequence, documents) = kept.ok_or(Trouble::NotFound)?;
            let kept = documents.into_iter().find(|kept| kept.language == language);
            let sha256 = kept.ok_or(Trouble::NotFound)?.sha256;
            let bytes = store::document(tx, id, sequence, language)?.ok_or(Trouble::NotFound)?;
            Ok(PublishedDocument {
                kind: annual.kind(),
                year: annual.year,
                organisation: annual.organisation,
                sha256,
                bytes,
            })
        })
        .await
    }

    /// What was published of a year, the synthesis first: `most` of it, from the first on or behind the report `after`, and
    /// whether there is more. For anyone.
    pub async fn published_annuals(
        &self,
        year: Year,
        after: Option<(Kind, OrganisationCode)>,
        most: u32,
    ) -> Result<(Vec<PublishedAnnual>, bool), Trouble> {
        let is_sample = self.is_demo();
        self.read(move |tx, _| {
            let limit = i64::from(most) + 1;
            let after = after.as_ref().map(|(kind, code)| (*kind, code));
            let mut found = store::published(tx, year, is_sample, after, limit)?;
            let has_more = i64::try_from(found.len()).is_ok_and(|found| found == limit);
            if has_more {
                found.pop();
            }
            let published = found.into_iter().map(|(annual, fact)| {
                let (documents, reasons) = match fact {
                    Fact::Published { documents, reasons } => (documents, reasons),
                    _ => (Vec::new(), None),
                };
                Ok(PublishedAnnual {
                    id: annual.id,
                    kind: annual.kind(),
                    year: annual.year,
                    at: instant(&annual, annual.changed_at)?,
                    organisation: annual.organisation,
                    documents,
                    reasons,
                })
            });
            Ok((published.collect::<Result<_, Trouble>>()?, has_more))
        })
        .await
    }

    /// Years of which something was published, the last first. For anyone.
    pub async fn years_published(&self) -> Result<Vec<Year>, Trouble> {
        let is_sample = self.is_demo();
        self.read(move |tx, _| Ok(store::years_published(tx, is_sample)?))
            .await
    }
}

const fn is_sent(state: State) -> bool {
    match state.kind {
        Kind::Report => state.stage.is_delivered(),
        // Approved comes after it was sent.
        Kind::Synthesis => !matches!(state.stage, Stage::Draft | Stage::Returned),
    }
}

/// A report, with what was written and counted where `reads` says so.
fn read(tx: &mut Tx<'_>, annual: &StoredAnnual, reads: bool) -> Result<AnnualPage, Trouble> {
    let facts = store::facts(tx, annual.id)?;
    let texts = if reads {
        store::texts(tx, annual.id)?
    } else {
        Vec::new()
    };
    let frozen = annual.state.frozen.filter(|_| reads);
    let figures = match frozen {
        None => None,
        Some(sequence) => store::figures(tx, annual.id, sequence)?
            .map(|text| Snapshot::read(annual, &text))
            .transpose()?,
    };
    let facts = facts
        .into_iter()
        .filter(|stored| reads || stored.fact.verb() != Some(Verb::Write));
    Ok(AnnualPage {
        id: annual.id,
        year: annual.year,
        organisation: annual.organisation.clone(),
        is_sample: annual.is_sample,
        state: annual.state,
        changed_at: instant(annual, annual.changed_at)?,
        since: instant(annual, annual.stage_at)?,
        facts: facts
            .map(|stored| line(annual, stored))
            .collect::<Result<_, _>>()?,
        texts: last_of_each(annual, texts)?,
        figures,
        verbs: Vec::new(),
        writes: false,
        reports: None,
    })
}

fn line(annual: &StoredAnnual, stored: StoredFact) -> Result<FactLine, Trouble> {
    Ok(FactLine {
        sequence: stored.sequence,
        at: instant(annual, stored.at)?,
        name: stored.name,
        fact: stored.fact,
    })
}

/// Versions come in their order, so the last of a section and language is what stands.
fn last_of_each(
    annual: &StoredAnnual,
    texts: Vec<StoredText>,
) -> Result<Vec<SectionText>, Trouble> {
    let mut last: Vec<SectionText> = Vec::new();
    for text in texts {
        last.retain(|other| (other.section, other.language) != (text.section, text.language));
        last.push(shown(annual, text)?);
    }
    Ok(last)
}

/// The bytes that the last fact of a verb kept.
fn document(
    tx: &mut Tx<'_>,
    annual: &StoredAnnual,
    language: Language,
    verb: Verb,
) -> Result<Vec<u8>, Trouble> {
    let facts = store::facts(tx, annual.id)?;
    let fact = facts
        .iter()
        .rev()
        .find(|stored| stored.fact.verb() == Some(verb))
        .ok_or(Trouble::NotFound)?;
    store::document(tx, annual.id, fact.sequence, language)?.ok_or(Trouble::NotFound)
}
