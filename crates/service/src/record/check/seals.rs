//! The seals in order, read some at a time.

use std::collections::VecDeque;

use chikaya_store::{
    Tx,
    record::seal::{self, StoredSeal},
};

use crate::Trouble;

/// Seals read at once.
const SEALS: i64 = 1_000;

/// The seals that are still to come.
pub(super) struct Seals {
    queue: VecDeque<StoredSeal>,
    /// The number of the last one read.
    last: i64,
    has_more: bool,
}

impl Seals {
    /// All of them.
    pub(super) const fn new() -> Self {
        Self {
            queue: VecDeque::new(),
            last: 0,
            has_more: true,
        }
    }

    /// The next one, which stays.
    pub(super) fn peek(&mut self, tx: &mut Tx<'_>) -> Result<Option<&StoredSeal>, Trouble> {
        if self.queue.is_empty() && self.has_more {
            self.queue = seal::after(tx, self.last, SEALS)?.into();
            self.has_more = self.queue.len() == usize::try_from(SEALS).unwrap_or(usize::MAX);
            if let Some(last) = self.queue.back() {
                self.last = last.number;
            }
        }
        Ok(self.queue.front())
    }

    /// The next one, if it ends where it is asked for.
    pub(super) fn next_if(
        &mut self,
        tx: &mut Tx<'_>,
        ends: impl FnOnce(&StoredSeal) -> bool,
    ) -> Result<Option<StoredSeal>, Trouble> {
        if self.peek(tx)?.is_some_and(ends) {
            return Ok(self.queue.pop_front());
        }
        Ok(None)
    }
}
