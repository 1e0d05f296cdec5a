//! The register of an administration: read at the desk, and taken away as a file, which stands on the audit trail.
//!
//! The law (decree 2-17-265) has each administration keep a register of complaints; of what it holds no source says more.
//! Ours has an entry for each case that came to the body, numbered in the order in which it came, and says where the case
//! went. A period is asked for by the days on which cases came: so its numbers have no gaps, and an entry that is missing
//! is seen. What became of a case elsewhere is not this body's to know: an entry stays as it stood when the case left.

mod entry;
mod question;

use chikaya_domain::{
    access::{self, Action, Standing},
    case::Track,
    id::OrganisationCode,
};
use chikaya_store::{
    Tx,
    case::Reports,
    follow,
    register::{self, Names, fold},
};
use jiff::{Timestamp, civil::Date};

use self::question::{Handed, numbers, told, wanted};
pub use self::{
    entry::{Counted, Entry},
    question::RegisterQuestion,
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    case::report::reports_for,
    staff::Officer,
};

/// Entries on a page.
const PAGE: usize = 50;

/// Entries in a file at most: whoever needs more asks for a shorter period. It bounds what a file costs in memory.
pub const ENTRIES_AT_MOST: usize = 20_000;

/// Entries read at once for a file.
const PIECE: usize = 1_000;

/// What is known beside the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterState {
    /// The last event that is in it.
    pub position: i64,
    /// Whether it is being built again, and entries are missing.
    pub is_partial: bool,
    /// Whether it says who filed, where that is known.
    pub shows_names: bool,
    /// Now.
    pub at: Timestamp,
    /// Today.
    pub today: Date,
}

/// A page of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterPage {
    /// Entries in the order in which cases came.
    pub entries: Vec<Entry>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many there are on all pages, counted no further than one more than a file holds.
    pub counted: Counted,
    /// What is known beside them.
    pub state: RegisterState,
}

/// In which form a file is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// For spreadsheets.
    Workbook,
    /// For spreadsheets and programs.
    Csv,
    /// For paper.
    Pdf,
}

impl FileForm {
    /// How the names of such files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
        }
    }
}

/// A part of a register that is too long for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterPart {
    /// Which one; the first is 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The place of its first entry among all that are asked for; the first is 1.
    pub first: usize,
    /// How many entries all parts have together.
    pub all: usize,
}

/// What came of asking for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The entries, what is known beside them, and which part of the register they are, where they are not all.
    Entries(Vec<Entry>, RegisterState, Option<RegisterPart>),
    /// There are more than the file may hold.
    TooMany,
    /// The register is being built again: a file would lack entries.
    BeingBuilt,
}

/// Whether someone may read registers at all.
pub fn may_see(officer: &Officer) -> bool {
    access::allows(officer.role, Action::SeeRegister, Standing::Own)
}

/// Whether someone may take registers away as files.
pub fn may_export(officer: &Officer) -> bool {
    access::allows(officer.role, Action::ExportRegister, Standing::Own)
}

/// Whether someone may read the registers of all bodies.
pub fn may_see_all(officer: &Officer) -> bool {
    access::allows(officer.role, Action::SeeRegister, Standing::Other)
}

impl Clerks {
    /// A page of the register, from the beginning or from where the page before ended. Where it says who filed, that it
    /// was read is on the audit trail.
    pub async fn register(
        &self,
        officer: Officer,
        question: RegisterQuestion,
        after: Option<String>,
    ) -> Result<RegisterPage, Trouble> {
        let reader = officer.clone();
        let asked = question.clone();
        let page = self
            .read(move |tx, circumstances| {
                let reach = reach(circumstances, &reader, &asked, Action::SeeRegister)?;
                let wanted = wanted(&asked, reach.reports);
                let place = after.as_deref().and_then(place);
                let mut entries = register::page(tx, &wanted, reach.names, place, limit(PAGE + 1))?;
                let has_more = entries.len() > PAGE;
                entries.truncate(PAGE);
                let next = entries
                    .last()
                    .filter(|_| has_more)
                    .map(|entry| format!("{}.{}", entry.came_on, entry.position));
                let counted = register::count(tx, &wanted, limit(ENTRIES_AT_MOST + 1))?;
                Ok(RegisterPage {
                    entries: entries.into_iter().map(Entry::of).collect(),
                    next,
                    counted: Counted::of(counted),
                    state: state(tx, circumstances, &reach)?,
                })
            })
            .await?;
        let shows = page.entries.iter().any(|entry| entry.filer.is_some());
        if shows {
            let handed = Handed {
                rows: page.entries.len(),
                entries: numbers(&page.entries),
                ..Handed::default()
            };
            self.note_register(officer, "register.open", question, handed)
                .await?;
        }
        Ok(page)
    }

    /// All entries that are asked for, for a file of this form, which holds at most `at_most` (and never more than
    /// [`ENTRIES_AT_MOST`]); or one part of them, of `at_most` entries each but for the last. What is handed out stands on
    /// the audit trail, with what was asked for, how many there were and as of which event, before it leaves.
    pub async fn export_register(
        &self,
        officer: Officer,
        question: RegisterQuestion,
        form: FileForm,
        at_most: usize,
        part: Option<usize>,
    ) -> Result<Exported, Trouble> {
        let reader = officer.clone();
        let asked = question.clone();
        let at_most = at_most.min(ENTRIES_AT_MOST);
        let exported = self
            .read(move |tx, circumstances| {
                let reach = reach(circumstances, &reader, &asked, Action::ExportRegister)?;
                let state = state(tx, circumstances, &reach)?;
                if state.is_partial {
                    return Ok(Exported::BeingBuilt);
                }
                let wanted = wanted(&asked, reach.reports);
                // Counted first: what is too much is not read.
                let most = part.map_or(at_most, |_| ENTRIES_AT_MOST);
                let counted = register::count(tx, &wanted, limit(most + 1))?;
                let all = usize::try_from(counted.all).unwrap_or(usize::MAX);
                if all > most {
                    return Ok(Exported::TooMany);
                }
                let (part, mut place) = match part {
                    None => (None, None),
                    Some(number) => {
                        let every = at_most.max(1);
                        let of = all.div_ceil(every).max(1);
                        if !(1..=of).contains(&number) {
                            return Err(Trouble::NotFound);
                        }
                        let first = (number - 1) * every + 1;
                        let ends = match number {
                            1 => Vec::new(),
                            _ => register::ends(tx, &wanted, limit(every), limit(first - 1))?,
                        };
                        let part = RegisterPart {
                            number,
                            of,
                            first,
                            all,
                        };
                        (Some(part), ends.last().copied())
                    }
                };
                let mut entries: Vec<Entry> = Vec::new();
                while entries.len() < at_most {
                    let wants = PIECE.min(at_most - entries.len());
                    let piece = register::page(tx, &wanted, reach.names, place, limit(wants))?;
                    let is_last = piece.len() < wants;
                    place = piece.last().map(|entry| (entry.came_on, entry.position));
                    entries.extend(piece.into_iter().map(Entry::of));
                    if is_last {
                        break;
                    }
                }
                Ok(Exported::Entries(entries, state, part))
            })
            .await?;
        if let Exported::Entries(entries, state, part) = &exported {
            let handed = Handed {
                form: form.ending(),
                rows: entries.len(),
                part: part.map(|part| part.number),
                position: Some(state.position),
                entries: String::new(),
            };
            self.note_register(officer, "register.export", question, handed)
                .await?;
        }
        Ok(exported)
    }

    async fn note_register(
        &self,
        officer: Officer,
        action: &'static str,
        question: RegisterQuestion,
        handed: Handed,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action,
                    object: question.organisation.as_str(),
                    organisation: Some(officer.organisation.as_str()),
                    detail: Some(&told(&question, &handed)),
                },
            )
        })
        .await
    }
}

/// Whether someone may read the register of a body; [`Trouble::Forbidden`] when they may read none, and
/// [`Trouble::NotFound`] when not this one.
fn standing(
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    body: &OrganisationCode,
    action: Action,
) -> Result<Standing, Trouble> {
    if !access::allows(officer.role, action, Standing::Own) {
        return Err(Trouble::Forbidden);
    }
    let organisations = &circumstances.country.organisations;
    let standing = if organisations.is_within(&officer.organisation, body) {
        Standing::Own
    } else {
        Standing::Other
    };
    let is_known = organisations.find(body).is_some();
    if is_known && access::allows(officer.role, action, standing) {
        Ok(standing)
    } else {
        Err(Trouble::NotFound)
    }
}

/// How far someone sees into a register.
struct Reach {
    names: Names,
    reports: Reports,
}

fn reach(
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    question: &RegisterQuestion,
    action: Action,
) -> Result<Reach, Trouble> {
    let standing = standing(circumstances, officer, &question.organisation, action)?;
    let is_own = question.organisation == officer.organisation;
    let names = if !access::allows(officer.role, Action::SeeIdentity, standing) {
        Names::Hidden
    } else if is_own
        && access::allows_on(
            Track::Wrongdoing,
            officer.role,
            Action::SeeIdentity,
            Standing::Own,
        )
    {
        Names::Shown
    } else {
        // As on the page of a case: of a report, nobody of a part or of what it is part of learns who made it.
        Names::ButOfReports
    };
    // The head of the administration that has a report reads it, and nobody of a part or of what it is part of.
    let reports = if is_own {
        reports_for(officer)
    } else if access::allows_on(
        Track::Wrongdoing,
        officer.role,
        Action::SeeCase,
        Standing::Other,
    ) {
        Reports::Shown
    } else {
        Reports::Hidden
    };
    Ok(Reach { names, reports })
}

fn state(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reach: &Reach,
) -> Result<RegisterState, Trouble> {
    let progress = follow::progress(tx, &fold::FOLLOWER)?;
    Ok(RegisterState {
        position: progress.position,
        // A follower that has yet to begin has folded nothing of what there is.
        is_partial: progress.rebuilds_until.is_some()
            || (progress.position == 0 && progress.newest > 0),
        shows_names: reach.names != Names::Hidden,
        at: circumstances.now,
        today: circumstances.today(),
    })
}

fn place(after: &str) -> Option<(Date, i64)> {
    let (day, position) = after.split_once('.')?;
    Some((day.parse().ok()?, position.parse().ok()?))
}

fn limit(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
