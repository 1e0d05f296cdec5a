//! What stands in a draft, as the archive keeps it: JSON, whatever is written.

use chikaya_domain::id::DraftId;
use chikaya_store::StoreError;
use serde::{Serialize, de::DeserializeOwned};

use crate::Trouble;

/// As the archive keeps it.
pub(super) fn write<W: Serialize>(content: &W) -> Result<String, Trouble> {
    serde_json::to_string(content).map_err(|_| StoreError::corrupt("what is written").into())
}

/// As it was written.
pub(super) fn read<W: DeserializeOwned>(draft: DraftId, content: &str) -> Result<W, Trouble> {
    serde_json::from_str(content).map_err(|_| StoreError::unreadable("draft.content", draft).into())
}
