//! A column of an unknown register, as far as it was looked through.

use std::collections::BTreeMap;

/// A column, looked through.
pub(super) struct Seen {
    /// Its name in the header.
    pub name: String,
    /// How often each value stands in it; more than some thousands are not told apart.
    pub values: BTreeMap<String, usize>,
    /// Rows in which something stands in it.
    pub filled: usize,
    /// Signs in its longest cell.
    pub longest: usize,
}
