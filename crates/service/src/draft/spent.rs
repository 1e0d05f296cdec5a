//! The end of a draft of the desk: with the act it was for, in one transaction, so that whatever ends the program shows
//! nothing that was sent as a draft.

use std::collections::BTreeMap;

use chikaya_domain::case::{Case, Verb};
use chikaya_store::{Tx, draft::desk as drafts};

use super::content;
use crate::{Trouble, staff::Officer};

/// Names of fields, and what was typed into them.
pub type Words = BTreeMap<String, String>;

/// The draft with which an act is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpentDraft {
    /// The act it was for.
    pub verb: Verb,
    /// What the act is done with.
    pub words: Words,
    /// The version that says it.
    pub version: i64,
}

/// Throws the draft away that an act was done with, unless it was written on in another window; and those of colleagues
/// that say the same. What says something else stays with whoever wrote it.
pub(crate) fn spend(
    tx: &mut Tx<'_>,
    case: &Case,
    officer: &Officer,
    spent: &SpentDraft,
) -> Result<(), Trouble> {
    for draft in drafts::list(tx, case.id, &officer.organisation)? {
        if draft.kind != spent.verb.as_str() {
            continue;
        }
        if draft.author == officer.id {
            drafts::delete(tx, draft.id, spent.version)?;
        } else if content::read::<Words>(draft.id, &draft.content)? == spent.words {
            drafts::delete(tx, draft.id, draft.version)?;
        }
    }
    Ok(())
}
