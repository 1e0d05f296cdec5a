//! The mapping file: what the columns of a register mean, as TOML. An unknown key is an error.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context as _, bail, ensure};
use chikaya_domain::{
    Language, TextLanguage,
    answer::Outcome,
    case::{Kind, Standing, Undated},
    id::{RegisterCode, TerritoryCode},
    organisation::OrganisationKind,
};
use encoding_rs::Encoding;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{keys, times};

/// What a register is and what its columns mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapping {
    /// Code of the register: with a row's number it is what a repetition is recognised by.
    #[serde(rename = "register")]
    register_code: RegisterCode,
    /// Name of the register as people know it; stands with the number below each text.
    pub name: String,
    /// The language of its texts.
    language: Said,
    /// The language of letters to its filers, where that of the texts is none of ours.
    letters: Option<String>,
    /// What its cases are.
    #[serde(default = "complaint")]
    kind: Said,
    /// How the file is written.
    #[serde(default)]
    pub file: FileSection,
    time: TimeSection,
    /// Which column holds what.
    pub columns: Columns,
    /// How cases stand.
    pub status: StatusSection,
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
    /// The encoding of its letters, by a name of the WHATWG's; UTF-8 when absent.
    encoding: Option<String>,
    /// Whether texts were encoded as UTF-8 twice, so that `’` reads `â` and two invisible signs.
    pub twice_encoded: bool,
    /// Whether its texts are HTML.
    pub html: bool,
    /// What stands in a cell of which nothing is known.
    pub empty: Vec<String>,
}

/// The same for every row, or what a column says.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Said {
    /// The same for every row.
    Always(String),
    /// What a column says.
    By(WordSection),
}

/// One, or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Several {
    One(String),
    Many(Vec<String>),
}

/// Which columns hold an instant: one; several that together are one, as a day and an hour; or the first of some that holds
/// something.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Dated {
    One(Several),
    First(FirstOf),
}

/// The first of some columns that holds something.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FirstOf {
    first: Vec<Several>,
}

/// A name: the same in all languages, or one for each.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum GivenName {
    /// As the register has it, in all languages.
    Same(String),
    /// One for each language.
    Each {
        /// In Arabic.
        ar: String,
        /// In French.
        fr: String,
        /// In Tamazight.
        zgh: Option<String>,
        /// In English.
        en: Option<String>,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeSection {
    format: Several,
    /// Not needed where the format itself has the offset.
    zone: Option<String>,
}

/// Which column holds what; names as in the header. Where several are listed, those that hold something count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Columns {
    /// Number of the case; several columns where the register gives none, which together tell its cases apart.
    pub number: Several,
    /// When it was filed.
    pub filed: Dated,
    /// When it was found admissible.
    pub examined: Option<Dated>,
    /// When work began.
    pub taken_up: Option<Dated>,
    /// When the last words were written.
    pub written: Option<Dated>,
    /// When it was closed.
    pub closed: Option<Dated>,
    /// The line that names it; the first line of its text when absent.
    #[serde(default)]
    pub title: Several,
    /// What happened.
    pub text: Several,
    /// What the register wrote last: the answer, or a remark on an open case.
    #[serde(default)]
    pub last_words: Several,
    /// Where, in words.
    #[serde(default)]
    pub place: Several,
    /// Latitude of the place, in decimal degrees.
    pub latitude: Option<String>,
    /// Longitude of the place.
    pub longitude: Option<String>,
    /// Both in one cell: `(29.6974, -9.7316)`.
    pub point: Option<String>,
    /// Who filed. Personal data.
    pub person: Option<Several>,
    /// Their e-mail address. Personal data.
    pub email: Option<String>,
    /// Their telephone number. Personal data.
    pub phone: Option<String>,
}

/// A column whose values are words of ours under other names. Without a column, the default holds for every row.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordSection {
    /// The column.
    pub column: Option<Several>,
    /// The word of ours for each value.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The word for an empty cell.
    pub default: Option<String>,
    /// The word for every value that is not listed.
    pub others: Option<String>,
}

/// Which column says how a case stands.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusSection {
    column: Option<Several>,
    #[serde(default)]
    values: BTreeMap<String, String>,
    default: Option<String>,
    others: Option<String>,
    /// Since when a case stands as its status says.
    pub since: Option<Dated>,
    /// Whether cases are closed too of which nothing says when.
    #[serde(default)]
    undated: bool,
}

/// Which column says who has a case. Without a column, the default has them all.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationSection {
    /// The column.
    pub column: Option<Several>,
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
    pub parent: String,
    /// Name of the body above them, when that is to be added too.
    pub parent_name: Option<String>,
    #[serde(default = "establishment")]
    kind: String,
    /// Names for values that are no names.
    #[serde(default)]
    pub names: BTreeMap<String, GivenName>,
    /// Codes for values, instead of those that would be made of them.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
}

/// Which column says what a case is about. Without a column, all are about the default.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectSection {
    /// The column.
    pub column: Option<Several>,
    /// The code for each value.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The code for an empty cell.
    pub default: Option<String>,
    /// The sign between subjects, where a cell may hold several.
    pub separator: Option<char>,
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
    pub sector: String,
    /// Name of their sector, when that is to be added too.
    pub sector_name: Option<String>,
    /// Code of the body that answers for new cases of these subjects.
    pub answers: String,
    /// Names for values that are no names.
    #[serde(default)]
    pub names: BTreeMap<String, GivenName>,
    /// Codes for values, instead of those that would be made of them.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
}

impl Several {
    /// The names.
    pub(super) fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

impl Default for Several {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Dated {
    /// The columns of each place where the instant may stand, in the order in which they are looked at.
    pub(super) fn places(&self) -> &[Several] {
        match self {
            Self::One(columns) => std::slice::from_ref(columns),
            Self::First(places) => &places.first,
        }
    }
}

impl StatusSection {
    /// Its words.
    pub(super) fn words(&self) -> WordSection {
        WordSection {
            column: self.column.clone(),
            values: self.values.clone(),
            default: self.default.clone(),
            others: self.others.clone(),
        }
    }

    /// What becomes of a closed case of which nothing says when.
    pub(super) const fn undated(&self) -> Undated {
        if self.undated {
            Undated::Taken
        } else {
            Undated::Refused
        }
    }
}

impl FileSection {
    /// The encoding of its letters.
    pub(super) fn encoding(&self) -> anyhow::Result<&'static Encoding> {
        let Some(name) = &self.encoding else {
            return Ok(encoding_rs::UTF_8);
        };
        Encoding::for_label(name.as_bytes()).with_context(|| {
            format!(
                "[file] encoding = {name:?} is not known here: turn the file into UTF-8 by \
                 `iconv -f {name} -t UTF-8 old.csv > new.csv`"
            )
        })
    }
}

impl Mapping {
    /// Reads and checks a mapping file.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the mapping {} cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("the mapping {}", path.display()))
    }

    /// Reads the text of a mapping. What its values mean is judged by [`Self::faults`].
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let table: toml::Table = toml::from_str(text)?;
        let faults = keys::faults(&table);
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(toml::from_str(text)?)
    }

    /// All that is wrong with what its values mean.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults: Vec<String> = [
            self.zone().map(drop),
            self.file.encoding().map(drop),
            self.organisation
                .create
                .as_ref()
                .map_or(Ok(()), |create| create.kind().map(drop)),
        ]
        .into_iter()
        .filter_map(Result::err)
        .map(|error| format!("{error:#}"))
        .collect();
        let standing = |word: &str| Standing::from_word(word).is_some();
        let outcome = |word: &str| Outcome::from_word(word).is_some();
        let territory = |word: &str| TerritoryCode::parse(word).is_ok();
        faults.extend(words(
            &self.status.words(),
            "status",
            "a standing",
            standing,
        ));
        if let Some(section) = &self.outcome {
            faults.extend(words(section, "outcome", "an outcome", outcome));
        }
        if let Some(section) = &self.territory {
            faults.extend(words(section, "territory", "a territory's code", territory));
        }
        let language = |word: &str| TextLanguage::parse(word).is_some();
        let kind = |word: &str| Kind::from_word(word).is_some();
        faults.extend(said(
            &self.language,
            "language",
            "a language's code of two or three letters",
            language,
        ));
        faults.extend(self.letters_fault());
        faults.extend(said(
            &self.kind,
            "kind",
            "complaint, remark or proposal",
            kind,
        ));
        if let Some(sign) = self.file.delimiter
            && !sign.is_ascii()
        {
            faults.push(format!("[file] delimiter = {sign:?} is no ASCII sign"));
        }
        if self.columns.latitude.is_some() != self.columns.longitude.is_some() {
            faults.push("[columns] latitude and longitude belong together".to_owned());
        }
        faults
    }

    /// Code of the register.
    pub(super) const fn register(&self) -> &RegisterCode {
        &self.register_code
    }

    /// The language of its texts.
    pub(super) const fn language(&self) -> &Said {
        &self.language
    }

    /// The language of letters to its filers, where that of the texts is none of ours.
    pub(super) fn letters(&self) -> Option<Language> {
        self.letters.as_deref().and_then(Language::from_code)
    }

    /// What is wrong with the language of letters: one must be given where texts are in a language of which we have none.
    fn letters_fault(&self) -> Option<String> {
        if let Some(letters) = &self.letters {
            return Language::from_code(letters)
                .is_none()
                .then(|| format!("letters = {letters:?} is not ar, zgh, fr or en"));
        }
        let foreign = |word: &&String| {
            TextLanguage::parse(word).is_some_and(|language| language.served().is_none())
        };
        let word = match &self.language {
            Said::Always(word) => Some(word).filter(foreign),
            Said::By(section) => section
                .values
                .values()
                .chain(&section.default)
                .chain(&section.others)
                .find(foreign),
        };
        word.map(|word| {
            format!(
                "language {word:?} is none in which people are written to here: letters = \"fr\" (or ar, zgh, en) says \
                 in which they are"
            )
        })
    }

    /// What its cases are.
    pub(super) const fn kind(&self) -> &Said {
        &self.kind
    }

    /// The zone of its clock.
    pub(super) fn zone(&self) -> anyhow::Result<TimeZone> {
        let Some(zone) = &self.time.zone else {
            let formats = self.time_formats();
            let Some(bare) = formats.iter().find(|format| !times::has_offset(format)) else {
                return Ok(TimeZone::UTC);
            };
            bail!("[time] zone is missing, and the format {bare:?} has no %z");
        };
        TimeZone::get(zone).with_context(|| format!("[time] zone = {zone:?} is no time zone"))
    }

    /// How it writes instants, as `strftime` has it.
    pub(super) fn time_formats(&self) -> Vec<String> {
        self.time.format.names().to_vec()
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

/// Values that lead to no word that exists.
fn words(
    values: &WordSection,
    section: &str,
    what: &str,
    exists: impl Fn(&str) -> bool,
) -> Vec<String> {
    let all = values
        .values
        .iter()
        .map(|(value, word)| (value.as_str(), word));
    let default = values.default.iter().map(|word| ("default", word));
    let others = values.others.iter().map(|word| ("others", word));
    all.chain(default)
        .chain(others)
        .filter(|(_, word)| !exists(word))
        .map(|(value, word)| {
            format!("[{section}.values] {value:?} = {word:?}: {word} is not {what}")
        })
        .collect()
}

/// What is wrong with a word for all rows, or with those for the values of a column.
fn said(given: &Said, key: &str, what: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    match given {
        Said::Always(word) if exists(word) => Vec::new(),
        Said::Always(word) => vec![format!("{key} = {word:?} is not {what}")],
        Said::By(section) => words(section, key, what, exists),
    }
}

fn complaint() -> Said {
    Said::Always(Kind::Complaint.as_str().to_owned())
}

fn establishment() -> String {
    OrganisationKind::Establishment.as_str().to_owned()
}
