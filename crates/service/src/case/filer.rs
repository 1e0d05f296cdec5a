//! Finding cases by who filed them, by name, telephone number, e-mail address or identity document: a question of its own,
//! which stands on the audit trail.
//!
//! The index of words holds of a name only keyed digests of its sounds, in every script alike: whoever reads the index
//! reads no name, and no other search meets them.

use chikaya_domain::{
    access::{self, Action, Standing},
    person::{Email, Identity, IdentityKind, NumberingPlan, Phone},
};
use chikaya_store::{
    Tx,
    case::{of_person, queue, search},
    person as people,
};

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

/// By what a filer is asked for. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct FilerSought(By);

#[derive(Clone)]
enum By {
    /// The words of a name, or how they sound.
    Name(String),
    Telephone(Phone),
    Email(Email),
    /// The number of an identity document, in the normal form of each kind that it may be of.
    Identity(Vec<String>),
}

impl FilerSought {
    /// Reads what somebody typed or was told on the telephone: an address has its sign, a number that can be dialled is
    /// one, other digits are those of a document, and letters alone a name, at most [`NAME_LETTERS`] signs of it.
    pub fn parse(text: &str, plan: &NumberingPlan) -> Option<Self> {
        let text: String = text.trim().chars().take(NAME_LETTERS).collect();
        if text.contains('@') {
            return Email::parse(&text).ok().map(By::Email).map(Self);
        }
        if let Ok(phone) = Phone::parse(&text, plan) {
            return Some(Self(By::Telephone(phone)));
        }
        let mut numbers: Vec<String> = IdentityKind::ALL
            .iter()
            .filter(|_| text.chars().any(char::is_numeric))
            .filter_map(|kind| Identity::parse(*kind, &text).ok())
            .map(|identity| identity.number().to_owned())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        if !numbers.is_empty() {
            return Some(Self(By::Identity(numbers)));
        }
        let is_name = text.chars().any(char::is_alphabetic);
        is_name.then_some(Self(By::Name(text)))
    }

    /// What the trail keeps a keyed digest of: the same for all ways to write it.
    fn folded(&self) -> String {
        match &self.0 {
            By::Name(name) => chikaya_language::fold(name),
            By::Telephone(phone) => phone.as_str().to_owned(),
            By::Email(email) => email.folded(),
            By::Identity(numbers) => numbers.join(" "),
        }
    }
}

impl std::fmt::Debug for FilerSought {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FilerSought(hidden)")
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
    /// The newest cases of the officer's organisation whose filer bears this name, or one that sounds alike, or gave this
    /// number or address; for those who may see who filed. The trail says who asked and which cases were shown; of what was
    /// asked for it holds a keyed digest, by which two questions for one filer are known, and nothing else does.
    pub async fn find_filer(
        &self,
        officer: Officer,
        sought: FilerSought,
    ) -> Result<QueuePage, Trouble> {
        officer.must_be_allowed(Action::SeeIdentity)?;
        let asker = officer.clone();
        let (page, asked) = self
            .read(move |tx, circumstances| look(tx, circumstances, &asker, &sought))
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
    sought: &FilerSought,
) -> Result<(QueuePage, String), Trouble> {
    let everywhere = access::allows(officer.role, Action::SeeIdentity, Standing::Other);
    let organisation = (!everywhere).then_some(&officer.organisation);
    let reports = reports_for(officer);
    let mut contact =
        |kind, value| of_person::of_contact(tx, (kind, value), organisation, reports, SHOWN);
    let mut lines = read_lines(match &sought.0 {
        By::Name(name) => {
            let words = words_of(name, circumstances.key);
            let within = organisation.map(|organisation| (organisation, reports));
            search::find(tx, within, &words, None, SHOWN)?.lines
        }
        By::Telephone(phone) => contact("phone", phone.as_str())?,
        By::Email(email) => contact("email", email.as_str())?,
        By::Identity(numbers) => {
            let mut lines: Vec<queue::Line> = Vec::new();
            for number in numbers {
                lines.extend(of_person::of_identity(
                    tx,
                    number,
                    organisation,
                    reports,
                    SHOWN,
                )?);
            }
            lines
        }
    })?;
    for line in &lines {
        people::announce_names_of_case(tx, line.id)?;
    }
    for line in &mut lines {
        let names = people::names_of_case(tx, line.id)?;
        line.filer = (!names.is_empty()).then(|| names.join(" · "));
    }
    let folded = sought.folded();
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
