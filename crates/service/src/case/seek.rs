//! Searching at the desk: by reference, by words of the texts in all their forms, and by the names of subject, place and
//! organisation.
//!
//! The index of words holds codes of these, not their names: what somebody asks for is looked up among the names the
//! portal knows, in every language, and the codes are asked for beside the word. A name that is changed finds what was
//! filed before, and a case takes no more room for having names in four languages.

use std::str::FromStr;

use chikaya_domain::{
    access::{self, Action, Standing},
    id::CaseId,
    reference::Reference,
};
use chikaya_language::{QueryToken, query_tokens};
use chikaya_store::{
    Tx,
    case::{
        queue,
        search::{self, of_organisation, of_subject, of_territory},
        state,
    },
};

use super::{
    act::standing,
    line::{Line, read_lines},
    report::reports_for,
};
use crate::{Circumstances, Country, Trouble, staff::Officer};

/// Hits on a page.
const HITS: i64 = 50;

/// Subjects, territories and organisations of each kind asked for beside the words of a question, at most: those that
/// most of its words name.
const NAMED: usize = 24;

/// Words that one was meant for, when nothing was found by it, at most.
const MEANT: usize = 6;

/// The newest cases an officer may see that answer a question, after the case that ended the page before; and the case after
/// which the next page begins.
pub(super) fn hits(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    question: &str,
    after: Option<CaseId>,
) -> Result<(Vec<Line>, Option<CaseId>), Trouble> {
    if !access::allows(officer.role, Action::SeeQueue, Standing::Own) {
        return Err(Trouble::Forbidden);
    }
    if let Ok(reference) = Reference::from_str(question)
        && let Some(stored) = state::find_by_reference(tx, &reference)?
    {
        let standing = standing(circumstances.country, officer, &stored.case);
        if access::allows_on(stored.case.track, officer.role, Action::SeeCase, standing) {
            return Ok((read_lines(queue::line(tx, stored.case.id)?)?, None));
        }
        return Ok((Vec::new(), None));
    }
    let asked = query_tokens(question);
    if asked.is_empty() {
        return Ok((Vec::new(), None));
    }
    let country = circumstances.country;
    let sees_all = access::allows(officer.role, Action::SeeCase, Standing::Other);
    let reports = reports_for(officer);
    let within = (!sees_all).then_some((&officer.organisation, reports));
    let mut words = keys(country, officer, sees_all, &asked);
    let found = search::find(tx, within, &words, after, HITS)?;
    if !found.lines.is_empty() || found.next.is_some() {
        return Ok((read_lines(found.lines)?, found.next));
    }
    // Nothing holds them all: with what may have been meant, once more.
    let mut is_other = false;
    for (group, word) in words.iter_mut().zip(&asked) {
        for meant in meant(country, &word.word) {
            is_other = true;
            group.extend(keys(country, officer, sees_all, &query_tokens(&meant)).concat());
        }
    }
    if !is_other {
        return Ok((Vec::new(), None));
    }
    let found = search::find(tx, within, &words, after, HITS)?;
    Ok((read_lines(found.lines)?, found.next))
}

/// For each word what a case has one of: the word in its forms and sounds, or the code of something named by it.
fn keys(
    country: &Country,
    officer: &Officer,
    sees_all: bool,
    asked: &[QueryToken],
) -> Vec<Vec<String>> {
    let subjects = country.subject_names_index.named(asked, NAMED);
    let territories = country.territory_index.named(asked, NAMED);
    // Within an organisation its own name narrows nothing, and no other's finds anything.
    let reports = reports_for(officer);
    let most = if sees_all { NAMED } else { usize::MAX };
    let organisations = country.all_organisations_index.named(asked, most);
    asked
        .iter()
        .zip(subjects)
        .zip(territories)
        .zip(organisations)
        .map(|(((word, subjects), territories), organisations)| {
            let mut keys = word.clone().keys();
            keys.extend(subjects.iter().map(|code| of_subject(code.as_str())));
            keys.extend(territories.iter().map(|code| of_territory(code.as_str())));
            let shown = organisations
                .iter()
                .filter(|code| sees_all || **code == officer.organisation);
            keys.extend(shown.flat_map(|code| of_organisation(code.as_str(), reports)));
            keys
        })
        .collect()
}

/// The words of names that a word may have been meant for.
fn meant(country: &Country, word: &str) -> Vec<String> {
    let mut meant: Vec<String> = country
        .subject_index()
        .near(word)
        .into_iter()
        .chain(country.territory_index.near(word))
        .chain(country.all_organisations_index.near(word))
        .map(str::to_owned)
        .collect();
    meant.sort_unstable();
    meant.dedup();
    meant.truncate(MEANT);
    meant
}
