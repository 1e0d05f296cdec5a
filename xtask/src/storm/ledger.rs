//! The ledger: what clients were told, to be found again when the storm is over.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::visitor::Filed;

/// What a client was told, or was not.
pub(super) enum Told {
    /// A filing by the interface was answered with its reference.
    Filed {
        /// The key it was sent with.
        key: String,
        /// Its reference.
        reference: String,
    },
    /// The answer to a filing by the interface was lost: it is sent again with its key.
    Unheard {
        /// The key it was sent with.
        key: String,
    },
    /// The page of a receipt came, for a filing with a file.
    Received {
        /// What the receipt says.
        case: Filed,
        /// The number that the file was made of.
        number: u64,
    },
    /// An officer's answer was sent.
    Answered {
        /// The case it answers.
        reference: String,
        /// The words by which it is known.
        words: String,
    },
}

/// What all clients were told.
#[derive(Default)]
pub(super) struct Ledger {
    told: Mutex<Vec<Told>>,
    to_answer: Mutex<VecDeque<String>>,
    next: AtomicU64,
}

/// References kept for officers who look for a case; they answer far fewer than are filed.
const TO_ANSWER: usize = 1_000;

impl Ledger {
    /// A number that nobody else has.
    pub(super) fn number(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Notes what a client was told.
    pub(super) fn note(&self, told: Told) {
        if let Told::Filed { reference, .. } = &told {
            let mut waiting = lock(&self.to_answer);
            if waiting.len() < TO_ANSWER {
                waiting.push_back(reference.clone());
            }
        }
        lock(&self.told).push(told);
    }

    /// A case to be answered, given to one officer alone.
    pub(super) fn take(&self) -> Option<String> {
        lock(&self.to_answer).pop_front()
    }

    /// Everything that was told.
    pub(super) fn close(self) -> Vec<Told> {
        self.told
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn lock<T>(held: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
