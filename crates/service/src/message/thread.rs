//! Threads: mails about one case that its reader finds together.

use chikaya_domain::id::CaseId;
use uuid::Uuid;

use crate::Circumstances;

/// The name of the thread of messages about a case for one circle of readers.
pub(super) fn thread_of(circumstances: &Circumstances<'_>, case: CaseId, circle: &str) -> Uuid {
    let digest = circumstances.key.digest(
        "mail thread",
        &[case.as_uuid().as_bytes(), circle.as_bytes()],
    );
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}
