//! A section as it is read.

use chikaya_domain::{Language, annual::Section};
use chikaya_store::annual::{StoredAnnual, StoredText};
use jiff::Timestamp;

use super::keep::instant;
use crate::Trouble;

/// A section as it was written last in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionText {
    /// Which.
    pub section: Section,
    /// In which language.
    pub language: Language,
    /// Its version; the first is 1.
    pub version: u32,
    /// Who wrote it.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub body: String,
}

/// A version of a section as it is read.
pub(super) fn shown(annual: &StoredAnnual, text: StoredText) -> Result<SectionText, Trouble> {
    Ok(SectionText {
        section: text.section,
        language: text.language,
        version: text.version,
        name: text.name,
        at: instant(annual, text.at)?,
        body: text.body,
    })
}
