//! Which files of a case its filer sees, as its events tell: what the office shows them it may take back.

use std::collections::BTreeSet;

use chikaya_domain::{
    case::{Actor, Event, Fact},
    id::AttachmentId,
    owner::Audience,
};

/// The files that were shown to the filer and taken back. What one has read cannot be unread, but nobody reads it again.
pub(crate) fn taken_back<'a>(events: impl Iterator<Item = &'a Event>) -> BTreeSet<AttachmentId> {
    events
        .filter_map(|event| match event.fact {
            Fact::FileTakenBack { attachment, .. } => Some(attachment),
            _ => None,
        })
        .collect()
}

/// The files that the office added for the filer to see, and has not taken back.
pub(crate) fn by_office<'a>(events: impl Iterator<Item = &'a Event>) -> BTreeSet<AttachmentId> {
    let mut shown = BTreeSet::new();
    for event in events {
        match (&event.actor, &event.fact) {
            (
                Actor::Staff { .. },
                Fact::FileAdded {
                    attachment,
                    audience: Audience::Filer,
                    ..
                },
            ) => {
                shown.insert(*attachment);
            }
            (_, Fact::FileTakenBack { attachment, .. }) => {
                shown.remove(attachment);
            }
            _ => {}
        }
    }
    shown
}
