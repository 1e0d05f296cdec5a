//! Clerks on a test's own database, with a clock that stands still.

use std::{path::Path, sync::Arc};

use chikaya_domain::reference::ReferencePrefix;
use chikaya_service::{
    Clerks, ClerksSettings,
    seam::{FrozenClock, Identifiers, Key},
};
use chikaya_store::Blobs;

use crate::{TestDatabase, instant};

/// Clerks whose files lie in a folder and whose time is `now`; references begin with `CK`.
///
/// # Panics
/// When the country cannot be read.
pub fn clerks(database: &TestDatabase, files: &Path, now: &str) -> Clerks {
    Clerks::new(ClerksSettings {
        sms: None,
        archive: database.archive().clone(),
        blobs: Blobs::open(&format!("file://{}", files.display()))
            .expect("a folder can hold files"),
        clock: Arc::new(FrozenClock::at(instant(now))),
        identifiers: Identifiers::seeded(3737),
        key: Key::new([37; 32]),
        reference_prefix: ReferencePrefix::parse("CK").expect("two capitals are a prefix"),
        is_demo: false,
        heic_converter: None,
        scanner: None,
    })
    .expect("the country can be read")
}
