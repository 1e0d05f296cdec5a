//! Statements of this program: how one is told from another, and what can be a parameter of it.

/// A statement of this program, told from others by where it stands: its text need not be read again to find what
/// was prepared for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    address: usize,
    length: usize,
}

impl Key {
    pub(crate) fn of(statement: &'static str) -> Self {
        Self {
            address: statement.as_ptr().addr(),
            length: statement.len(),
        }
    }
}

/// What can be a parameter: anything both drivers can send.
pub(crate) trait Param: rusqlite::ToSql + postgres::types::ToSql + Sync {
    fn for_postgres(&self) -> &(dyn postgres::types::ToSql + Sync);
}

impl<T: rusqlite::ToSql + postgres::types::ToSql + Sync> Param for T {
    fn for_postgres(&self) -> &(dyn postgres::types::ToSql + Sync) {
        self
    }
}
