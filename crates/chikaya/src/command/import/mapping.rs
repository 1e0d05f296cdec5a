//! The mapping file: what the columns of a register mean, as TOML. An unknown key is an error.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context as _, bail};
use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{Kind, Standing},
    id::{OrganisationCode, RegisterCode, SubjectCode, TerritoryCode},
    organisation::OrganisationKind,
};
use jiff::tz::TimeZone;
use serde::Deserialize;

/// What a register is and what its columns mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapping {
    /// Code of the register: with a row's number it is what a repetition is recognised by.
    #[serde(rename = "register")]
    register_code: RegisterCode,
    /// Name of the register as people know it; stands with the number below each text.
    pub name: String,
    #[serde(rename = "language")]
    language_code: String,
    #[serde(rename = "kind", default = "complaint")]
    kind_word: String,
    /// How the file is written.
    #[serde(default)]
    pub file: FileSection,
    time: TimeSection,
    /// Which column holds what.
    pub columns: Columns,
    /// How cases stand.
    pub status: WordSection,
    /// How they were decided.
    pub outcome: Option<WordSection>,
    /// Who has them.
    pub organisation: OrganisationSection,
    /// What they are about.
    pub subject: Option<SubjectSection>,
    /// Where.
    pub territory: Option<WordSection>,
}

/// How the file is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FileSection {
    /// The sign between cells; a comma when absent.
    pub delimiter: Option<char>,
    /// Whether texts were encoded as UTF-8 twice, so that `’` reads `â` and two invisible signs.
    pub twice_encoded: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeSection {
    format: String,
    /// Not needed where the format itself has the offset.
    zone: Option<String>,
}

/// Which column holds what; names as in the header. Where several are listed, those that hold something count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Columns {
    /// Number of the case in the register.
    pub number: String,
    /// When it was filed.
    pub filed: String,
    /// When it was found admissible.
    pub examined: Option<String>,
    /// When work began.
    pub taken_up: Option<String>,
    /// When the last words were written.
    pub written: Option<String>,
    /// When it was closed.
    pub closed: Option<String>,
    /// The line that names it.
    pub title: Vec<String>,
    /// What happened.
    pub text: Vec<String>,
    /// What the register wrote last: the answer, or a remark on an open case.
    #[serde(default)]
    pub last_words: Vec<String>,
    /// Where, in words.
    #[serde(default)]
    pub place: Vec<String>,
    /// Who filed. Personal data.
    pub person: Option<String>,
    /// Their e-mail address. Personal data.
    pub email: Option<String>,
    /// Their telephone number. Personal data.
    pub phone: Option<String>,
}

/// A column whose values are words of ours under other names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordSection {
    /// The column.
    pub column: String,
    /// The word of ours for each value.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The word for an empty cell.
    pub default: Option<String>,
}

/// Which column says who has a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationSection {
    /// The column.
    pub column: String,
    /// The code for each value.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The code for an empty cell.
    pub default: Option<String>,
    /// How bodies that no value names are added.
    pub create: Option<CreateOrganisations>,
}

/// How bodies are added.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateOrganisations {
    /// Beginning of their codes.
    pub prefix: String,
    /// Code of the body above them.
    pub parent: OrganisationCode,
    /// Name of the body above them, when that is to be added too.
    pub parent_name: Option<String>,
    #[serde(default = "establishment")]
    kind: String,
    /// Names for values that are no names.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
}

/// Which column says what a case is about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectSection {
    /// The column.
    pub column: String,
    /// The code for each value.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The code for an empty cell.
    pub default: Option<String>,
    /// How subjects that no value names are added.
    pub create: Option<CreateSubjects>,
}

/// How subjects are added.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateSubjects {
    /// Beginning of their codes.
    pub prefix: String,
    /// Code of their sector.
    pub sector: SubjectCode,
    /// Name of their sector, when that is to be added too.
    pub sector_name: Option<String>,
    /// Code of the body that answers for new cases of these subjects.
    pub answers: OrganisationCode,
}

impl Mapping {
    /// Reads and checks a mapping file.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the mapping {} cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("the mapping {}", path.display()))
    }

    /// Reads and checks the text of a mapping.
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let mapping: Self = toml::from_str(text)?;
        mapping.language()?;
        mapping.kind()?;
        mapping.zone()?;
        words(&mapping.status, "status", "a standing", |word| {
            Standing::from_word(word).is_some()
        })?;
        if let Some(outcome) = &mapping.outcome {
            words(outcome, "outcome", "an outcome", |word| {
                Outcome::from_word(word).is_some()
            })?;
        }
        if let Some(territory) = &mapping.territory {
            words(territory, "territory", "a territory's code", |word| {
                TerritoryCode::parse(word).is_ok()
            })?;
        }
        if let Some(create) = &mapping.organisation.create {
            create.kind()?;
        }
        if let Some(sign) = mapping.file.delimiter
            && !sign.is_ascii()
        {
            bail!("[file] delimiter = {sign:?} is no ASCII sign");
        }
        Ok(mapping)
    }

    /// Code of the register.
    pub(super) const fn register(&self) -> &RegisterCode {
        &self.register_code
    }

    /// The language of its texts.
    pub(super) fn language(&self) -> anyhow::Result<Language> {
        Language::from_code(&self.language_code).with_context(|| {
            format!(
                "language = {:?} is not ar, zgh, fr or en",
                self.language_code
            )
        })
    }

    /// What its cases are.
    pub(super) fn kind(&self) -> anyhow::Result<Kind> {
        Kind::from_word(&self.kind_word).with_context(|| {
            format!(
                "kind = {:?} is not complaint, remark or proposal",
                self.kind_word
            )
        })
    }

    /// The zone of its clock.
    pub(super) fn zone(&self) -> anyhow::Result<TimeZone> {
        let Some(zone) = &self.time.zone else {
            let has_offset = ["%z", "%:z"]
                .iter()
                .any(|sign| self.time.format.contains(sign));
            if has_offset {
                return Ok(TimeZone::UTC);
            }
            bail!(
                "[time] zone is missing, and the format {:?} has no %z",
                self.time.format
            );
        };
        TimeZone::get(zone).with_context(|| format!("[time] zone = {zone:?} is no time zone"))
    }

    /// How it writes instants, as `strftime` has it.
    pub(super) fn time_format(&self) -> &str {
        &self.time.format
    }
}

impl CreateOrganisations {
    /// Kind of the bodies to be.
    pub(super) fn kind(&self) -> anyhow::Result<OrganisationKind> {
        OrganisationKind::from_word(&self.kind).with_context(|| {
            format!(
                "[organisation.create] kind = {:?} is no kind of organisation",
                self.kind
            )
        })
    }
}

/// Checks that every value leads to a word that exists.
fn words(
    values: &WordSection,
    section: &str,
    what: &str,
    exists: impl Fn(&str) -> bool,
) -> anyhow::Result<()> {
    let all = values
        .values
        .iter()
        .map(|(value, word)| (value.as_str(), word));
    let default = values.default.iter().map(|word| ("default", word));
    for (value, word) in all.chain(default) {
        if !exists(word) {
            bail!("[{section}.values] {value:?} = {word:?}: {word} is not {what}");
        }
    }
    Ok(())
}

fn complaint() -> String {
    Kind::Complaint.as_str().to_owned()
}

fn establishment() -> String {
    OrganisationKind::Establishment.as_str().to_owned()
}
