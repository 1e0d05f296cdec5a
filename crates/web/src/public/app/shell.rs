//! The shell: the pages that a telephone keeps, with the worker that keeps them, under one version.

use std::collections::BTreeMap;

/// The shell of a program.
pub(crate) struct Shell {
    /// The version.
    pub(crate) version: String,
    /// The pages, by their address.
    pub(super) pages: BTreeMap<String, String>,
    /// The worker that keeps them.
    pub(crate) worker: String,
}

impl Shell {
    /// A page by its address.
    pub(super) fn page(&self, address: &str) -> Option<&str> {
        self.pages.get(address).map(String::as_str)
    }
}
