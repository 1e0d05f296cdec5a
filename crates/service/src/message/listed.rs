//! The list of someone's cases, after they said that they lost their receipt; and how a case is named in a message.

use chikaya_domain::{Language, case::Case, person::Contact, reference::Reference};
use chikaya_i18n::Voice;
use chikaya_store::{Tx, case::state, document};

use crate::{Circumstances, Trouble, token};

/// Cases in the list for someone who lost their receipt.
const LISTED: i64 = 20;

/// A case in the list for someone who lost their receipt.
#[derive(Clone, Debug)]
pub struct ListedCase {
    /// The reference.
    pub reference: Reference,
    /// The word in the link that opens it.
    pub link_word: String,
    /// The line that names it.
    pub title: String,
}

/// The cases that a contact proved to be theirs, the newest first.
pub(super) fn listed_cases(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    to: &Contact,
    language: Language,
) -> Result<Vec<ListedCase>, Trouble> {
    state::list_of_contact(tx, to.value(), to.kind_word(), LISTED)?
        .into_iter()
        .map(|stored| {
            Ok(ListedCase {
                link_word: token::link_word(stored.case.id, circumstances.now, circumstances.key),
                title: title_of(tx, &stored.case, language)?,
                reference: stored.case.reference,
            })
        })
        .collect()
}

/// The line that names a case for its filer. That of a report of wrongdoing is in no message: others may read it.
pub(super) fn title_of(
    tx: &mut Tx<'_>,
    case: &Case,
    language: Language,
) -> Result<String, Trouble> {
    if case.track.is_confidential() {
        let voice = Voice::of(language);
        return Ok(voice.say(&format!("case-kind-{}", case.kind)).into_owned());
    }
    Ok(document::find(tx, case.document)?
        .and_then(|words| words.title)
        .unwrap_or_default())
}
