//! Drafts of the desk: what people of an organisation are writing about a case, each their own, found by whoever works on
//! it there.

use chikaya_domain::{
    case::{Case, Verb},
    id::{DraftId, StaffId},
    reference::Reference,
};
use chikaya_store::{
    StoreError, Tx,
    case::state,
    draft::desk::{self as drafts, Belonging, StoredDeskDraft, Written},
    staff::named,
};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::{content, spent::Words};
use crate::{
    Circumstances, Clerks, Trouble,
    case::act::{action_of, permit},
    named::called,
    staff::Officer,
};

/// How long a draft that nobody touches is kept, in days: longer than a case takes.
pub const DESK_DRAFT_DAYS: i64 = 365;

/// Most bytes of a draft, names and values together.
const LARGEST: usize = 128 * 1024;

/// What someone is writing about a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskDraft {
    /// The act it is for.
    pub verb: Verb,
    /// What was typed.
    pub words: Words,
    /// Its version; the first is 1.
    pub version: i64,
    /// Who wrote last.
    pub author: StaffId,
    /// What they are called among colleagues.
    pub name: String,
    /// Whether it is one's own: others are read, and gone on with in a draft of one's own.
    pub is_own: bool,
    /// When.
    pub at: Timestamp,
}

/// What became of words for a draft.
#[derive(Clone, Debug)]
pub enum DraftFate {
    /// They are the draft, which has this version now; 0 when there is none, because nothing was typed.
    Kept(i64),
    /// It was written on meanwhile, in another window, and this is what was written.
    Meanwhile(Box<DeskDraft>),
}

impl Clerks {
    /// Keeps what an officer is writing, if they may do the act. `seen` is the version of their own draft they began with, 0
    /// for none: what was written since in another window is never written over, and what colleagues write is their own.
    pub async fn keep_desk_draft(
        &self,
        officer: Officer,
        reference: Reference,
        verb: Verb,
        words: Words,
        seen: i64,
    ) -> Result<DraftFate, Trouble> {
        let size: usize = words
            .iter()
            .map(|(name, text)| name.len() + text.len())
            .sum();
        if size > LARGEST {
            return Err(Trouble::NotAcceptable("error-draft-too-long"));
        }
        self.write(move |tx, circumstances| {
            let case = permitted(tx, circumstances, &officer, &reference, verb)?;
            let mut others = all(tx, &case, &officer, verb)?;
            let own = others
                .iter()
                .position(|draft| draft.author == officer.id)
                .map(|place| others.swap_remove(place));
            // A colleague's draft that was opened and left as it was is no draft of one's own.
            if own.is_none() && is_one_of(&others, &words)? {
                return Ok(DraftFate::Kept(0));
            }
            keep(tx, circumstances, &officer, &case, verb, &words, seen, own)
        })
        .await
    }
}

/// Says that [`list`] will be asked.
pub(crate) fn announce_list(
    tx: &mut Tx<'_>,
    case: &Case,
    officer: &Officer,
) -> Result<(), Trouble> {
    Ok(drafts::announce_list(tx, case.id, &officer.organisation)?)
}

/// The drafts of an officer's organisation about a case, for the acts among `verbs`, one's own before those of others and
/// these by when they were written, the last first; and whatever the officer wrote: one's own words stay one's own when
/// the act is not to be done any more.
pub(crate) fn list(
    tx: &mut Tx<'_>,
    case: &Case,
    officer: &Officer,
    verbs: &[Verb],
) -> Result<Vec<DeskDraft>, Trouble> {
    let stored = drafts::list(tx, case.id, &officer.organisation)?;
    let mut found = Vec::new();
    for draft in stored {
        let draft = read(tx, officer, draft)?;
        if verbs.contains(&draft.verb) || draft.author == officer.id {
            found.push(draft);
        }
    }
    found.sort_by_key(|draft| (!draft.is_own, std::cmp::Reverse(draft.at)));
    Ok(found)
}

/// The case, if the officer may do the act to it.
fn permitted(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    reference: &Reference,
    verb: Verb,
) -> Result<Case, Trouble> {
    let stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    let action = action_of(verb).ok_or(Trouble::NotFound)?;
    permit(circumstances.country, officer, &stored.case, action)?;
    Ok(stored.case)
}

#[expect(
    clippy::too_many_arguments,
    reason = "who writes what where over what: each of them is asked"
)]
fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    case: &Case,
    verb: Verb,
    words: &Words,
    seen: i64,
    stored: Option<StoredDeskDraft>,
) -> Result<DraftFate, Trouble> {
    let is_empty = words.values().all(String::is_empty);
    let content = content::write(words)?;
    let written = Written {
        author: officer.id,
        content: &content,
        at: circumstances.at(),
        expires_at: circumstances.at_in_days(DESK_DRAFT_DAYS),
    };
    let Some(stored) = stored else {
        if is_empty {
            return Ok(DraftFate::Kept(0));
        }
        let belonging = Belonging {
            case: case.id,
            organisation: &officer.organisation,
            kind: verb.as_str(),
            key: &key(case, officer, verb),
        };
        drafts::insert(tx, DraftId::new(circumstances.uuid()), belonging, written)?;
        return Ok(DraftFate::Kept(1));
    };
    let (id, version) = (stored.id, stored.version);
    let draft = read(tx, officer, stored)?;
    if draft.words == *words || (is_empty && seen != version) {
        return Ok(DraftFate::Kept(version));
    }
    if seen != version {
        return Ok(DraftFate::Meanwhile(Box::new(draft)));
    }
    let (is_kept, version) = if is_empty {
        (drafts::delete(tx, id, version)?, 0)
    } else {
        (drafts::update(tx, id, version, written)?, version + 1)
    };
    if is_kept {
        Ok(DraftFate::Kept(version))
    } else {
        Err(Trouble::Stale)
    }
}

/// All drafts of an act in an officer's organisation.
fn all(
    tx: &mut Tx<'_>,
    case: &Case,
    officer: &Officer,
    verb: Verb,
) -> Result<Vec<StoredDeskDraft>, Trouble> {
    let mut stored = drafts::list(tx, case.id, &officer.organisation)?;
    stored.retain(|draft| draft.kind == verb.as_str());
    Ok(stored)
}

/// Whether one of some drafts says just this.
fn is_one_of(stored: &[StoredDeskDraft], words: &Words) -> Result<bool, Trouble> {
    for draft in stored {
        if content::read::<Words>(draft.id, &draft.content)? == *words {
            return Ok(true);
        }
    }
    Ok(false)
}

fn read(tx: &mut Tx<'_>, officer: &Officer, stored: StoredDeskDraft) -> Result<DeskDraft, Trouble> {
    let unreadable = |column: &str| StoreError::unreadable(column, stored.id);
    Ok(DeskDraft {
        verb: Verb::from_word(&stored.kind).ok_or_else(|| unreadable("draft.kind"))?,
        words: content::read(stored.id, &stored.content)?,
        version: stored.version,
        author: stored.author,
        is_own: stored.author == officer.id,
        name: named::find(tx, stored.author)?.map_or(stored.name, |author| called(&author)),
        at: Timestamp::from_microsecond(stored.written_at)
            .map_err(|_| unreadable("draft.written_at"))?,
    })
}

/// By which there is one draft for a case, an organisation, an act and its writer.
fn key(case: &Case, officer: &Officer, verb: Verb) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update("desk draft");
    digest.update(case.id.as_uuid().as_bytes());
    digest.update(verb.as_str());
    digest.update(" ");
    digest.update(officer.organisation.as_str());
    digest.update(officer.id.as_uuid().as_bytes());
    digest.finalize().into()
}
