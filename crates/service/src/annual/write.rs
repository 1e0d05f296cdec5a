//! Sections as people write them: each version is kept, and nobody writes over what they have not seen.

use chikaya_domain::{
    Language,
    annual::{Fact, LANGUAGES, LONGEST_SECTION, Section, Verb},
    id::AnnualId,
};
use chikaya_store::annual::{self as store, StoredAnnual, StoredText};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::{
    keep::{must_be_permitted, put, seen},
    text::{SectionText, shown},
};
use crate::{Clerks, Trouble, staff::Officer};

/// How often a section is kept once more, because somebody changed the report at the same moment.
const AGAIN: usize = 3;

/// What became of a section that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// It is kept, and has this version.
    Kept(u32),
    /// Somebody wrote on it meanwhile, and this is what they wrote. Nothing was kept.
    Meanwhile(Box<SectionText>),
}

impl Clerks {
    /// Keeps a section of a report. `version` is the one its writer had before them, 0 for none.
    pub async fn write_annual(
        &self,
        officer: Officer,
        id: AnnualId,
        (section, language): (Section, Language),
        body: String,
        version: u32,
    ) -> Result<Writing, Trouble> {
        if body.chars().count() > LONGEST_SECTION {
            return Err(Trouble::NotAcceptable("error-annual-section-long"));
        }
        let mut again = 0;
        loop {
            let (officer, body) = (officer.clone(), body.clone());
            let written = self.write_once(officer, id, (section, language), body, version);
            match written.await {
                // Who writes another section is no obstacle; a report that is written no more refuses it again.
                Err(Trouble::Stale) if again < AGAIN => again += 1,
                written => return written,
            }
        }
    }

    async fn write_once(
        &self,
        officer: Officer,
        id: AnnualId,
        (section, language): (Section, Language),
        body: String,
        version: u32,
    ) -> Result<Writing, Trouble> {
        self.write(move |tx, circumstances| {
            let annual = seen(tx, circumstances.country, &officer, id)?;
            must_be_permitted(circumstances.country, &officer, &annual, Verb::Write)?;
            if !has(&annual, section, language) {
                return Err(Trouble::NotFound);
            }
            let last = store::texts(tx, id)?
                .into_iter()
                .rfind(|text| (text.section, text.language) == (section, language));
            let there = last.as_ref().map_or(0, |text| text.version);
            match last {
                // Sent twice, or left as it was: it is there.
                Some(last) if last.body == body => return Ok(Writing::Kept(last.version)),
                Some(last) if last.version != version => {
                    return Ok(Writing::Meanwhile(Box::new(shown(&annual, last)?)));
                }
                None if body.is_empty() => return Ok(Writing::Kept(0)),
                _ => {}
            }
            let text = StoredText {
                section,
                language,
                version: there + 1,
                staff: officer.id,
                name: officer.name.clone(),
                at: circumstances.at(),
                body: body.clone(),
            };
            let fact = Fact::Written {
                section,
                language,
                version: text.version,
                sha256: digest(body.as_bytes()),
            };
            // First, so that of two who write one section the second learns of it here.
            put(tx, circumstances, Some(officer.id), &annual, &fact)?;
            store::write(tx, id, &text)?;
            Ok(Writing::Kept(text.version))
        })
        .await
    }
}

/// Whether a report has a section in a language.
fn has(annual: &StoredAnnual, section: Section, language: Language) -> bool {
    LANGUAGES.contains(&language) && Section::of(annual.kind()).any(|own| own == section)
}

/// SHA-256 in hexadecimal digits, as facts tell it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
