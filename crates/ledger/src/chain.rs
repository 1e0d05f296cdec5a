//! The chain of one case: its first link, the next link, and the check of a whole chain.
//!
//! # The encoding, byte by byte
//!
//! All numbers are big-endian. `‖` puts bytes one after the other; the tags are ASCII with a final zero byte.
//!
//! ```text
//! genesis(case)         = SHA-256( "chikaya case chain 1 genesis\0"      29 bytes
//!                                ‖ case                                  16 bytes, the UUID as stored )
//!
//! next(previous, event) = SHA-256( "chikaya case chain 1 event\0"        27 bytes
//!                                ‖ previous                              32 bytes
//!                                ‖ case                                  16 bytes
//!                                ‖ sequence                               4 bytes, unsigned, 1 for the first event
//!                                ‖ instant                                8 bytes, two's complement,
//!                                                                           microseconds since 1970-01-01T00:00:00Z
//!                                ‖ length of kind in bytes                8 bytes, unsigned
//!                                ‖ kind                                   UTF-8, e.g. "case.filed"
//!                                ‖ length of payload in bytes             8 bytes, unsigned
//!                                ‖ payload                                the bytes as stored )
//! ```
//!
//! An event that binds what it speaks of (see [`crate::binding`]) has a link of the second version: the same with the tag
//! `"chikaya case chain 2 event\0"`, and behind the payload
//!
//! ```text
//!                                ‖ length of what is bound in bytes       8 bytes, unsigned
//!                                ‖ what is bound                          the bytes as stored
//! ```
//!
//! Every field has a fixed width or its length before it, and the kinds of link begin with different tags:
//! no two different inputs share an encoding. The hash of the last event is the *head* of the chain.

use sha2::{Digest, Sha256};

use crate::EventHash;

const GENESIS_TAG: &[u8] = b"chikaya case chain 1 genesis\0";
const EVENT_TAG: &[u8] = b"chikaya case chain 1 event\0";
const BINDING_EVENT_TAG: &[u8] = b"chikaya case chain 2 event\0";

/// The sequence number of a case's first event.
pub const FIRST_SEQUENCE: u32 = 1;

/// What the chain binds of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The identifier of the case, as the 16 bytes of its UUID.
    pub case: [u8; 16],
    /// The number of the event within its case: [`FIRST_SEQUENCE`], then one more each time.
    pub sequence: u32,
    /// When it happened, in microseconds since 1970-01-01T00:00:00Z.
    pub instant_micros: i64,
    /// What kind of event it is, as stored.
    pub kind: &'a str,
    /// The content of the event, exactly as stored.
    pub payload: &'a [u8],
    /// What it binds, exactly as stored; none for a link of the first version, which bound nothing.
    pub bound: Option<&'a [u8]>,
}

/// The first place where a chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the chain breaks at event {sequence}: {reason}")]
pub struct Broken {
    /// The sequence number that was due at that place.
    pub sequence: u32,
    /// What is wrong there.
    pub reason: Reason,
}

/// Why a chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The event names another case.
    #[error("the event belongs to another case")]
    OtherCase,
    /// An event is missing, repeated or out of place.
    #[error("the event found is number {found}")]
    Sequence {
        /// The sequence number found instead.
        found: u32,
    },
    /// The event or an earlier one is not what was hashed.
    #[error("the hash recorded does not match the content")]
    Hash,
    /// All events hold but they do not lead to the head that was known: the end was cut off or rewritten.
    #[error("the chain does not end at the known head")]
    Head,
}

/// The link before the first event of a case.
pub fn genesis(case: &[u8; 16]) -> EventHash {
    let mut hasher = Sha256::new();
    hasher.update(GENESIS_TAG);
    hasher.update(case);
    EventHash::from_bytes(hasher.finalize().into())
}

/// The link of an event that follows `previous` (the [`genesis`] of the case for its first event).
pub fn next(previous: &EventHash, entry: &Entry<'_>) -> EventHash {
    let mut hasher = Sha256::new();
    hasher.update(match entry.bound {
        None => EVENT_TAG,
        Some(_) => BINDING_EVENT_TAG,
    });
    hasher.update(previous.as_bytes());
    hasher.update(entry.case);
    hasher.update(entry.sequence.to_be_bytes());
    hasher.update(entry.instant_micros.to_be_bytes());
    hasher.update((entry.kind.len() as u64).to_be_bytes());
    hasher.update(entry.kind.as_bytes());
    hasher.update((entry.payload.len() as u64).to_be_bytes());
    hasher.update(entry.payload);
    if let Some(bound) = entry.bound {
        hasher.update((bound.len() as u64).to_be_bytes());
        hasher.update(bound);
    }
    EventHash::from_bytes(hasher.finalize().into())
}

/// Checks all events of a case in order and gives the head they lead to ([`genesis`] for none).
///
/// Events cut off at the end cannot be seen from the events alone: compare the head with one known from
/// elsewhere, or use [`verify_to_head`].
pub fn verify<'a>(
    case: &[u8; 16],
    events: impl IntoIterator<Item = (Entry<'a>, EventHash)>,
) -> Result<EventHash, Broken> {
    let mut check = Check::of(case);
    for (entry, recorded) in events {
        check.event(&entry, &recorded)?;
    }
    Ok(check.head())
}

/// As [`verify`], and the chain must end at `head`: a truncated or replaced end is found too.
pub fn verify_to_head<'a>(
    case: &[u8; 16],
    events: impl IntoIterator<Item = (Entry<'a>, EventHash)>,
    head: &EventHash,
) -> Result<(), Broken> {
    let mut check = Check::of(case);
    for (entry, recorded) in events {
        check.event(&entry, &recorded)?;
    }
    check.ends_at(head)
}

/// A check in progress, for events that are read one by one and not held in memory together.
#[derive(Debug, Clone)]
pub struct Check {
    case: [u8; 16],
    due: u32,
    head: EventHash,
}

impl Check {
    /// Begins before the first event of a case.
    pub fn of(case: &[u8; 16]) -> Self {
        Self {
            case: *case,
            due: FIRST_SEQUENCE,
            head: genesis(case),
        }
    }

    /// Checks the next event against the hash recorded for it; after an error the check stands where it stood.
    pub fn event(&mut self, entry: &Entry<'_>, recorded: &EventHash) -> Result<(), Broken> {
        if entry.case != self.case {
            return Err(self.broken(Reason::OtherCase));
        }
        if entry.sequence != self.due {
            let found = entry.sequence;
            return Err(self.broken(Reason::Sequence { found }));
        }
        if next(&self.head, entry) != *recorded {
            return Err(self.broken(Reason::Hash));
        }
        self.head = *recorded;
        // A case never holds four thousand million events; saturating keeps the function total.
        self.due = self.due.saturating_add(1);
        Ok(())
    }

    /// The hash the events so far lead to.
    pub fn head(&self) -> EventHash {
        self.head
    }

    /// Ends the check: the events must lead to the head known from elsewhere.
    pub fn ends_at(&self, head: &EventHash) -> Result<(), Broken> {
        if self.head == *head {
            Ok(())
        } else {
            Err(self.broken(Reason::Head))
        }
    }

    fn broken(&self, reason: Reason) -> Broken {
        Broken {
            sequence: self.due,
            reason,
        }
    }
}

#[cfg(test)]
mod tests;
