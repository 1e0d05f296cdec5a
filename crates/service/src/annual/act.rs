//! What is done to a report: its figures taken, approved, sent, handed on, returned, accepted, published.

use chikaya_domain::{
    Language,
    annual::{Fact, Kept, Kind, LANGUAGES, Verb},
    id::AnnualId,
};
use chikaya_store::{
    Tx,
    annual::{self as store, StoredAnnual},
};

use super::{
    figures::{self, Snapshot},
    keep::{must_be_permitted, put, seen},
    owing::reports,
    remind,
    write::digest,
};
use crate::{Circumstances, Clerks, Trouble, staff::Officer};

/// What is done to a report without anything but words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnualAct {
    /// Take the figures as they are counted now.
    Freeze,
    /// Find it right.
    Approve,
    /// Take that back.
    TakeBack,
    /// Hand it on to the reform authority.
    Forward,
    /// Send it back for completion.
    Return {
        /// Why.
        reasons: String,
    },
    /// Take it as complete.
    Accept,
}

impl AnnualAct {
    /// Its verb.
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Freeze => Verb::Freeze,
            Self::Approve => Verb::Approve,
            Self::TakeBack => Verb::TakeBack,
            Self::Forward => Verb::Forward,
            Self::Return { .. } => Verb::Return,
            Self::Accept => Verb::Accept,
        }
    }
}

/// What an act puts on the record: figures with the fact that took them, or a fact alone.
enum Step {
    Figures(Snapshot),
    Fact(Fact),
}

/// To whom documents go.
enum Sending {
    Transmit,
    Publish { reasons: String },
}

/// A report as it is sent or published, set as PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Clerks {
    /// Does something to a report that stands at `version`.
    pub async fn act_on_annual(
        &self,
        officer: Officer,
        id: AnnualId,
        version: u32,
        act: AnnualAct,
    ) -> Result<(), Trouble> {
        let verb = act.verb();
        let step = match act {
            // Read in one state of the record, and without keeping whoever writes waiting.
            AnnualAct::Freeze => Step::Figures(self.take_figures(officer.clone(), id).await?),
            AnnualAct::Approve => Step::Fact(Fact::Approved),
            AnnualAct::TakeBack => Step::Fact(Fact::TakenBack),
            AnnualAct::Forward => Step::Fact(Fact::Forwarded),
            AnnualAct::Return { reasons } => Step::Fact(Fact::Returned {
                reasons: reasons.trim().to_owned(),
            }),
            AnnualAct::Accept => Step::Fact(Fact::Accepted),
        };
        self.write(move |tx, circumstances| {
            let Some(annual) = standing_at(tx, circumstances, &officer, id, version, verb)? else {
                return Ok(());
            };
            let fact = match &step {
                Step::Figures(taken) => {
                    return freeze(tx, circumstances, &officer, &annual, taken);
                }
                Step::Fact(fact) => fact,
            };
            let after = put(tx, circumstances, Some(officer.id), &annual, fact)?;
            if verb == Verb::Return {
                remind::tell_returned(tx, circumstances, &after)?;
            }
            Ok(())
        })
        .await
    }

    /// Sends a report that stands at `version` to the Head of Government, as it was set in each of its languages. The
    /// documents are kept byte for byte, and their digests stand on the record.
    pub async fn transmit_annual(
        &self,
        officer: Officer,
        id: AnnualId,
        version: u32,
        documents: Vec<Document>,
    ) -> Result<(), Trouble> {
        self.keep_documents(officer, id, version, documents, Sending::Transmit)
            .await
    }

    /// Shows a report that stands at `version` to everybody, as it was set for them: small counts are hidden in it. A
    /// synthesis of which no report was accepted is published with reasons alone, which stand on its record; of any other
    /// they are not kept.
    pub async fn publish_annual(
        &self,
        officer: Officer,
        id: AnnualId,
        version: u32,
        documents: Vec<Document>,
        reasons: &str,
    ) -> Result<(), Trouble> {
        let sending = Sending::Publish {
            reasons: reasons.trim().to_owned(),
        };
        self.keep_documents(officer, id, version, documents, sending)
            .await
    }

    async fn keep_documents(
        &self,
        officer: Officer,
        id: AnnualId,
        version: u32,
        documents: Vec<Document>,
        sending: Sending,
    ) -> Result<(), Trouble> {
        let verb = match sending {
            Sending::Transmit => Verb::Transmit,
            Sending::Publish { .. } => Verb::Publish,
        };
        self.write(move |tx, circumstances| {
            // A second press brings none: nothing is set for what was done.
            let Some(annual) = standing_at(tx, circumstances, &officer, id, version, verb)? else {
                return Ok(());
            };
            if !documents
                .iter()
                .map(|document| document.language)
                .eq(LANGUAGES)
            {
                return Err(Trouble::NotAcceptable("error-annual-documents"));
            }
            let kept = documents
                .iter()
                .map(|document| Kept {
                    language: document.language,
                    sha256: digest(&document.bytes),
                })
                .collect();
            let fact = match &sending {
                Sending::Transmit => Fact::Transmitted { documents: kept },
                Sending::Publish { reasons } => Fact::Published {
                    documents: kept,
                    reasons: why(tx, circumstances, &annual, reasons)?,
                },
            };
            let after = put(tx, circumstances, Some(officer.id), &annual, &fact)?;
            for document in &documents {
                let sequence = after.state.version;
                store::keep_document(tx, id, sequence, document.language, &document.bytes)?;
            }
            Ok(())
        })
        .await
    }
}

/// The reasons to be kept with what is published: of a synthesis that draws on no report, and of nothing else.
fn why(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    annual: &StoredAnnual,
    reasons: &str,
) -> Result<Option<String>, Trouble> {
    if annual.kind() == Kind::Report {
        return Ok(None);
    }
    let came = reports(tx, circumstances.country, annual.year, annual.is_sample)?;
    if came.accepted > 0 {
        return Ok(None);
    }
    if reasons.is_empty() {
        return Err(Trouble::NotAcceptable("error-annual-unaccepted"));
    }
    Ok(Some(reasons.to_owned()))
}

impl Clerks {
    /// The figures of a report as they are counted now.
    async fn take_figures(&self, officer: Officer, id: AnnualId) -> Result<Snapshot, Trouble> {
        self.read(move |tx, circumstances| {
            let annual = seen(tx, circumstances.country, &officer, id)?;
            must_be_permitted(circumstances.country, &officer, &annual, Verb::Freeze)?;
            figures::take(
                tx,
                circumstances,
                annual.kind(),
                &annual.organisation,
                annual.year,
                annual.is_sample,
            )
        })
        .await
    }
}

/// A report to which an officer may do something, as it stood when they saw it; nothing where they did just that a moment
/// ago, as by a second press of the button.
fn standing_at(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    id: AnnualId,
    version: u32,
    verb: Verb,
) -> Result<Option<StoredAnnual>, Trouble> {
    let annual = seen(tx, circumstances.country, officer, id)?;
    if annual.state.version == version.saturating_add(1) {
        let last = store::facts(tx, id)?.into_iter().next_back();
        let is_own = last
            .is_some_and(|last| last.staff == Some(officer.id) && last.fact.verb() == Some(verb));
        if is_own {
            return Ok(None);
        }
    }
    if annual.state.version != version {
        return Err(Trouble::Stale);
    }
    must_be_permitted(circumstances.country, officer, &annual, verb)?;
    Ok(Some(annual))
}

fn freeze(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    annual: &StoredAnnual,
    taken: &Snapshot,
) -> Result<(), Trouble> {
    let content = taken.to_json()?;
    let fact = Fact::Frozen {
        position: taken.position,
        sha256: digest(content.as_bytes()),
    };
    let after = put(tx, circumstances, Some(officer.id), annual, &fact)?;
    Ok(store::keep_figures(
        tx,
        annual.id,
        after.state.version,
        &content,
    )?)
}
