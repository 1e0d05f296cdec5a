//! Finding cases by who filed them: a question of its own, which stands on the audit trail.
//!
//! The index of words holds of a name only keyed digests of its sounds, in every script alike: whoever reads the index
//! reads no name, and no other search meets them.

use chikaya_domain::access::{self, Action, Standing};
use chikaya_store::{Tx, case::search, person as people};

use super::{line::read_lines, queue::QueuePage, report::reports_for};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    seam::Key,
    staff::Officer,
};

/// Most cases the question shows: a name that many bear is asked for with another.
pub const SHOWN: i64 = 20;

/// Letters of a name at most.
pub const NAME_LETTERS: usize = 120;

/// Bytes kept of a digest: two sounds in a million million share one.
const DIGEST: usize = 5;

/// The name of a filer, as somebody asks for it. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct FilerName(String);

impl FilerName {
    /// Reads a name: letters, at most [`NAME_LETTERS`] signs of it.
    pub fn parse(text: &str) -> Option<Self> {
        let name: String = text.trim().chars().take(NAME_LETTERS).collect();
        name.chars().any(char::is_alphabetic).then_some(Self(name))
    }
}

impl std::fmt::Debug for FilerName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FilerName(hidden)")
    }
}

/// The words by which each word of a name lies in the index: a case of its filer has one of each.
pub(crate) fn words_of(name: &str, key: &Key) -> Vec<Vec<String>> {
    chikaya_language::sounds(name)
        .iter()
        .map(|sounds| {
            sounds
                .iter()
                .map(|sound| {
                    let digest = key.digest("filer sound 1", &[sound.as_bytes()]);
                    search::of_filer(&digest[..DIGEST])
                })
                .collect()
        })
        .collect()
}

/// Whether someone may ask who filed.
pub fn may_ask(officer: &Officer) -> bool {
    access::allows(officer.role, Action::SeeIdentity, Standing::Own)
}

impl Clerks {
    /// The newest cases of the officer's organisation whose filer bears this name, or one that sounds alike; for those who
    /// may see who filed. The trail says who asked and which cases were shown; of the name it holds a keyed digest, by
    /// which two questions for one name are known, and nothing else does.
    pub async fn find_filer(
        &self,
        officer: Officer,
        name: FilerName,
    ) -> Result<QueuePage, Trouble> {
        officer.must_be_allowed(Action::SeeIdentity)?;
        let asker = officer.clone();
        let (page, asked) = self
            .read(move |tx, circumstances| look(tx, circumstances, &asker, &name))
            .await?;
        let shown: Vec<&str> = page
            .lines
            .iter()
            .map(|line| line.reference.as_str())
            .collect();
        let shown = shown.join(" ");
        self.write(move |tx, circumstances| {
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: "filer.find",
                    object: &asked,
                    organisation: Some(officer.organisation.as_str()),
                    detail: Some(&shown),
                },
            )
        })
        .await?;
        Ok(page)
    }
}

/// The cases, and a digest of what was asked for.
fn look(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    name: &FilerName,
) -> Result<(QueuePage, String), Trouble> {
    let words = words_of(&name.0, circumstances.key);
    let everywhere = access::allows(officer.role, Action::SeeIdentity, Standing::Other);
    let within = (!everywhere).then_some((&officer.organisation, reports_for(officer)));
    let mut lines = read_lines(search::find(tx, within, &words, SHOWN)?)?;
    for line in &lines {
        people::announce_names_of_case(tx, line.id)?;
    }
    for line in &mut lines {
        let names = people::names_of_case(tx, line.id)?;
        line.filer = (!names.is_empty()).then(|| names.join(" · "));
    }
    let folded = chikaya_language::fold(&name.0);
    let asked = circumstances
        .key
        .digest("filer asked 1", &[folded.as_bytes()]);
    let page = QueuePage {
        first: Vec::new(),
        lines,
        next: None,
        today: circumstances.today(),
    };
    Ok((page, data_encoding::HEXLOWER.encode(&asked[..8])))
}
