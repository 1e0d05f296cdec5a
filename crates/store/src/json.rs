//! JSON at the edge: states and events as text.

use serde::{Serialize, de::DeserializeOwned};

use crate::StoreError;

/// Writes a value.
pub(crate) fn write(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::corrupt("a value to be kept"))
}

/// Reads a value kept in `column` of the row with an identifier.
pub(crate) fn read<T: DeserializeOwned>(
    column: &str,
    id: impl std::fmt::Display,
    text: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::unreadable(column, id))
}
