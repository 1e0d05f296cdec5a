//! The chain of the audit trail: one for the whole instance, in the order in which its lines got their positions.
//!
//! # The encoding, byte by byte
//!
//! ```text
//! genesis              = SHA-256( "chikaya audit chain 1 genesis\0"       30 bytes )
//!
//! next(previous, line) = SHA-256( "chikaya audit chain 1 line\0"          27 bytes
//!                               ‖ previous                                32 bytes
//!                               ‖ position                                 8 bytes, unsigned, 1 for the first line
//!                               ‖ id                                      16 bytes, the UUID of the line
//!                               ‖ instant                                  8 bytes, two's complement,
//!                                                                            microseconds since 1970-01-01T00:00:00Z
//!                               ‖ for staff, action, object, organisation, detail and state, in this order:
//!                                   0                                      1 byte, where it is missing; else
//!                                   1                                      1 byte
//!                                 ‖ length in bytes                        8 bytes, unsigned
//!                                 ‖ the bytes )
//! ```
//!
//! All numbers are big-endian; staff is the 16 bytes of a UUID, the other parts are UTF-8, and the state is bytes.

use sha2::{Digest, Sha256};

use crate::EventHash;

const GENESIS_TAG: &[u8] = b"chikaya audit chain 1 genesis\0";
const LINE_TAG: &[u8] = b"chikaya audit chain 1 line\0";

/// What the chain binds of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its place in the trail, from 1, without gaps.
    pub position: u64,
    /// Its identifier.
    pub id: [u8; 16],
    /// When, in microseconds since 1970-01-01T00:00:00Z.
    pub instant_micros: i64,
    /// Who.
    pub staff: Option<[u8; 16]>,
    /// What was done.
    pub action: &'a str,
    /// To what.
    pub object: &'a str,
    /// For which organisation.
    pub organisation: Option<&'a str>,
    /// What became of what.
    pub detail: Option<&'a str>,
    /// A keyed digest of the object as the deed left it.
    pub state: Option<&'a [u8]>,
}

/// The link before the first line.
pub fn genesis() -> EventHash {
    EventHash::from_bytes(Sha256::digest(GENESIS_TAG).into())
}

/// The link of a line that follows `previous` ([`genesis`] for the first).
pub fn next(previous: &EventHash, line: &Line<'_>) -> EventHash {
    let mut hasher = Sha256::new();
    hasher.update(LINE_TAG);
    hasher.update(previous.as_bytes());
    hasher.update(line.position.to_be_bytes());
    hasher.update(line.id);
    hasher.update(line.instant_micros.to_be_bytes());
    let parts = [
        line.staff.as_ref().map(<[u8; 16]>::as_slice),
        Some(line.action.as_bytes()),
        Some(line.object.as_bytes()),
        line.organisation.map(str::as_bytes),
        line.detail.map(str::as_bytes),
        line.state,
    ];
    for part in parts {
        match part {
            None => hasher.update([0]),
            Some(bytes) => {
                hasher.update([1]);
                hasher.update((bytes.len() as u64).to_be_bytes());
                hasher.update(bytes);
            }
        }
    }
    EventHash::from_bytes(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line<'static> {
        Line {
            position: 1,
            id: [1; 16],
            instant_micros: 5,
            staff: Some([2; 16]),
            action: "person.change",
            object: "x",
            organisation: None,
            detail: Some("role"),
            state: None,
        }
    }

    #[test]
    fn every_part_is_bound() {
        let before = genesis();
        let known = next(&before, &line());
        let other = [
            Line {
                position: 2,
                ..line()
            },
            Line {
                id: [9; 16],
                ..line()
            },
            Line {
                instant_micros: 6,
                ..line()
            },
            Line {
                staff: None,
                ..line()
            },
            Line {
                action: "person.invite",
                ..line()
            },
            Line {
                object: "y",
                ..line()
            },
            Line {
                organisation: Some("role"),
                detail: None,
                ..line()
            },
            Line {
                detail: None,
                ..line()
            },
            Line {
                state: Some(b""),
                ..line()
            },
        ];
        for changed in other {
            assert_ne!(next(&before, &changed), known, "{changed:?}");
        }
        assert_ne!(next(&known, &line()), known);
    }
}
