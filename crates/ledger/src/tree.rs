//! The tree over the events of all cases: a Merkle tree as RFC 6962 §2.1 defines it, grown leaf by leaf.
//!
//! ```text
//! leaf(event) = SHA-256( 0x00 ‖ "chikaya record leaf 1\0" ‖ case 16 bytes ‖ sequence 4 bytes, big-endian
//!                             ‖ chain of the event 32 bytes ‖ SHA-256(what the event binds, as stored) 32 bytes )
//! node        = SHA-256( 0x01 ‖ left ‖ right )
//! root(none)  = SHA-256( )
//! gap         = SHA-256( 0x00 ‖ "chikaya record gap 1\0" )
//! ```
//!
//! The leaf of the event with position *p* is number *p* - 1. What is behind the first byte is what RFC 6962 calls the
//! entry, so any verifier of such logs can check ours.

use sha2::{Digest, Sha256};

use crate::EventHash;

const LEAF: &[u8] = &[0];
const NODE: &[u8] = &[1];
const TAG: &[u8] = b"chikaya record leaf 1\0";
const GAP: &[u8] = b"chikaya record gap 1\0";

/// The leaf of an event.
pub fn leaf(case: &[u8; 16], sequence: u32, chain: &EventHash, bound: &[u8]) -> EventHash {
    let mut hasher = Sha256::new();
    hasher.update(LEAF);
    hasher.update(TAG);
    hasher.update(case);
    hasher.update(sequence.to_be_bytes());
    hasher.update(chain.as_bytes());
    hasher.update(Sha256::digest(bound));
    EventHash::from_bytes(hasher.finalize().into())
}

/// The leaf of a position that no event had when its turn came.
pub fn gap() -> EventHash {
    let mut hasher = Sha256::new();
    hasher.update(LEAF);
    hasher.update(GAP);
    EventHash::from_bytes(hasher.finalize().into())
}

/// What must be known of a tree to let it grow and to name its root: the roots of its complete subtrees, the largest
/// first, at most one for each bit of its size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<EventHash>,
}

/// Bytes that are the frontier of no tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the frontier kept does not fit its size")]
pub struct NotAFrontier;

impl Frontier {
    /// The tree without a leaf.
    pub const fn new() -> Self {
        Self {
            size: 0,
            peaks: Vec::new(),
        }
    }

    /// The number of leaves.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: EventHash) {
        let mut hash = leaf;
        // Each bit that is set from below is a complete subtree of that size: two of one size become one of the next.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    /// The root over all leaves.
    pub fn root(&self) -> EventHash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else {
            return EventHash::from_bytes(Sha256::digest([]).into());
        };
        peaks.fold(*last, |right, left| node(left, &right))
    }

    /// The bytes under which it is kept beside its size.
    pub fn peaks(&self) -> Vec<u8> {
        self.peaks
            .iter()
            .flat_map(|peak| *peak.as_bytes())
            .collect()
    }

    /// Reads what [`Self::peaks`] wrote of a tree of this size.
    pub fn from_parts(size: u64, peaks: &[u8]) -> Result<Self, NotAFrontier> {
        let (hashes, rest) = peaks.as_chunks::<32>();
        if !rest.is_empty() || hashes.len() != size.count_ones() as usize {
            return Err(NotAFrontier);
        }
        Ok(Self {
            size,
            peaks: hashes
                .iter()
                .map(|hash| EventHash::from_bytes(*hash))
                .collect(),
        })
    }
}

fn node(left: &EventHash, right: &EventHash) -> EventHash {
    let mut hasher = Sha256::new();
    hasher.update(NODE);
    hasher.update(left.as_bytes());
    hasher.update(right.as_bytes());
    EventHash::from_bytes(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as RFC 6962 defines it: split at the largest power of two below the number of leaves.
    fn by_definition(leaves: &[EventHash]) -> EventHash {
        match leaves {
            [] => EventHash::from_bytes(Sha256::digest([]).into()),
            [leaf] => *leaf,
            _ => {
                let half = leaves.len().next_power_of_two() / 2;
                let (left, right) = leaves.split_at(half);
                node(&by_definition(left), &by_definition(right))
            }
        }
    }

    fn leaf_of(entry: &[u8]) -> EventHash {
        EventHash::from_bytes(Sha256::digest([LEAF, entry].concat()).into())
    }

    #[test]
    fn the_root_is_that_of_the_definition_at_every_size() {
        let mut leaves = Vec::new();
        let mut frontier = Frontier::new();
        for number in 0_u32..130 {
            assert_eq!(frontier.root(), by_definition(&leaves), "{number} leaves");
            let kept = Frontier::from_parts(frontier.size(), &frontier.peaks());
            assert_eq!(kept, Ok(frontier.clone()));
            let leaf = leaf(&[3; 16], number, &EventHash::from_bytes([1; 32]), b"");
            leaves.push(leaf);
            frontier.push(leaf);
        }
    }

    /// The vectors that Certificate Transparency's own implementations are tested with.
    #[test]
    fn the_root_is_that_of_known_trees() {
        let entries: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let mut frontier = Frontier::new();
        assert_eq!(
            frontier.root().to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        for entry in entries {
            frontier.push(leaf_of(entry));
        }
        assert_eq!(
            frontier.root().to_string(),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
    }

    #[test]
    fn what_does_not_fit_its_size_is_refused() {
        assert_eq!(Frontier::from_parts(3, &[0; 32]), Err(NotAFrontier));
        assert_eq!(Frontier::from_parts(1, &[0; 31]), Err(NotAFrontier));
    }
}
