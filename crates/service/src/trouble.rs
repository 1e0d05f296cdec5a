//! What can go wrong in any verb, whatever it does: the archive, a refusal of the law, a lack of permission.

use chikaya_domain::{answer::GateFinding, case::Refusal};
use chikaya_store::{BlobError, StoreError};
use thiserror::Error;

/// Why a verb did not do what it was asked. Nothing has changed when it is returned, except where
/// [`StoreError::OutcomeUnknown`] says that nobody can know: then the same request may be sent again.
#[derive(Debug, Error)]
pub enum Trouble {
    /// The archive could not do it.
    #[error(transparent)]
    Archive(#[from] StoreError),
    /// The storage of files could not do it.
    #[error(transparent)]
    Storage(#[from] BlobError),
    /// The law refuses.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The person may not do it, or must not learn whether the thing exists.
    #[error("not found, or not for this person")]
    NotFound,
    /// The person is known and may see the thing, but not do this to it.
    #[error("not permitted to this role")]
    Forbidden,
    /// Whoever does this must have shown lately who they are.
    #[error("the proof of who asks is too old")]
    ProveAgain,
    /// Someone else changed the thing meanwhile; the fresh state must be shown.
    #[error("changed by someone else meanwhile")]
    Stale,
    /// Too many wrong codes or passwords were tried at this, and nothing is looked at for a while.
    #[error("nothing is looked at for {seconds} seconds")]
    Wait {
        /// For how long.
        seconds: u32,
    },
    /// The link or draft was valid once.
    #[error("expired")]
    Expired,
    /// Under this key something else was filed before.
    #[error("the key stands for another filing")]
    KeyTaken,
    /// The gate stopped an answer, and says why.
    #[error("the gate stopped the answer: {0:?}")]
    Stopped(Vec<GateFinding>),
    /// What was sent does not hold; the key names the sentence for the person.
    #[error("not acceptable: {0}")]
    NotAcceptable(&'static str),
}

impl Trouble {
    /// Whether the same request may succeed in a moment.
    pub const fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Archive(
                StoreError::NotReachable(_)
                    | StoreError::Overloaded
                    | StoreError::StorageFull
                    | StoreError::OutcomeUnknown
            ) | Self::Storage(_)
        )
    }
}
