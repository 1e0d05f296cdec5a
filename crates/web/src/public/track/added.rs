//! Who added which file to a case, as its filer reads it: they themselves, or a body.

use std::collections::BTreeMap;

use chikaya_domain::{
    case::{Actor, ClosingKey, Fact},
    id::AttachmentId,
};
use chikaya_service::{
    Country,
    case::page::{CasePage, Entry},
};

use crate::{
    visit::Visit,
    words::{FileLink, Happened, happened},
};

/// The files of a case below its address, each with who added it.
pub(super) fn files(
    country: &Country,
    visit: &Visit,
    page: &CasePage,
    base: &str,
) -> Vec<(FileLink, String)> {
    let links = FileLink::list(visit.voice, &page.files, base);
    links
        .into_iter()
        .zip(&page.files)
        .map(|(link, file)| {
            let entry = page
                .timeline
                .iter()
                .find(|entry| added(entry) == Some(file.id));
            // What came with the filing is its filer's.
            let by = entry.map_or_else(
                || visit.voice.say("case-actor-filer").into_owned(),
                |entry| author(country, visit, entry),
            );
            (link, by)
        })
        .collect()
}

/// What happened, newest first; a file is told by its name and by who added it.
pub(super) fn timeline(country: &Country, visit: &Visit, page: &CasePage) -> Vec<Happened> {
    let mut told = happened(country, visit.voice, page, "case-event-", &BTreeMap::new());
    for (happened, entry) in told.iter_mut().zip(page.timeline.iter().rev()) {
        if matches!(
            entry.fact,
            Fact::Closed {
                key: ClosingKey::Withdrawn
            }
        ) {
            happened.what = visit.voice.say("case-closing-withdrawn").into_owned();
        }
        let Some(file) = added(entry) else {
            continue;
        };
        let by = author(country, visit, entry);
        let name = page.file(file).map(|file| file.name.clone());
        // A name in another script than the rest must not disturb it: FSI, PDI.
        let beside = name.map(|name| format!("\u{2068}{name}\u{2069}"));
        for words in beside.into_iter().chain([by]) {
            happened.what = format!("{} · {words}", happened.what);
        }
    }
    told
}

/// The file that an entry tells of.
fn added(entry: &Entry) -> Option<AttachmentId> {
    match &entry.fact {
        Fact::FileAdded { attachment, .. } => Some(*attachment),
        _ => None,
    }
}

/// Who did it: whoever reads, or a body.
fn author(country: &Country, visit: &Visit, entry: &Entry) -> String {
    match &entry.actor {
        Actor::Staff { organisation, .. } => country
            .organisations
            .name_of(organisation, visit.language())
            .to_owned(),
        Actor::Filer => visit.voice.say("case-actor-filer").into_owned(),
        Actor::System => visit.voice.say("case-actor-system").into_owned(),
        Actor::Register => visit.voice.say("case-actor-register").into_owned(),
    }
}
