//! What an event binds beside its own content: a salted digest of each thing it speaks of, which lies elsewhere.
//!
//! # The encoding, byte by byte
//!
//! ```text
//! digest(kind, salt, id, fields) = SHA-256( "chikaya binding 1\0"         18 bytes
//!                                         ‖ kind                          1 byte, see [`Kind`]
//!                                         ‖ salt                          16 bytes, random, kept beside the thing
//!                                         ‖ id                            16 bytes, its UUID
//!                                         ‖ for each field in order:
//!                                             0                           1 byte, where the field is missing; else
//!                                             1                           1 byte
//!                                           ‖ length in bytes             8 bytes, big-endian, unsigned
//!                                           ‖ the field )
//!
//! bound(event)                   = for each thing, in order of kind and id:
//!                                    kind                                 1 byte
//!                                  ‖ id                                   16 bytes
//!                                  ‖ digest                               32 bytes
//! ```
//!
//! Whoever has neither the thing nor its salt learns nothing from the digest, so a person's data can be erased together
//! with its salt while the record stays whole.

use sha2::{Digest, Sha256};

const TAG: &[u8] = b"chikaya binding 1\0";

/// Bytes of a salt.
pub const SALT: usize = 16;

/// Random bytes that are drawn for one thing and go when it is erased.
pub type Salt = [u8; SALT];

/// Bytes of an encoded [`Item`].
const ITEM: usize = 1 + 16 + 32;

/// What kind of thing is bound. The number is its byte in the encoding, and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A text that somebody wrote.
    Text = 1,
    /// A file: its name, kind, size, audience and the digest of its bytes.
    File = 2,
    /// Who filed.
    Person = 3,
    /// An address or number of whoever filed, and when they proved it.
    Contact = 4,
    /// What stands beside the first event of a case: its reference, the digest of its code, its place in words and as a
    /// point.
    Beginning = 5,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Text,
        Self::File,
        Self::Person,
        Self::Contact,
        Self::Beginning,
    ];

    const fn byte(self) -> u8 {
        self as u8
    }

    fn of_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.byte() == byte)
    }
}

/// A thing bound by an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What kind of thing.
    pub kind: Kind,
    /// Its identifier, as the 16 bytes of a UUID.
    pub id: [u8; 16],
    /// Its salted digest, see [`Item::of`].
    pub digest: [u8; 32],
}

impl Item {
    /// The item of a thing with these fields, under its salt. A field is missing, or has bytes; both are told apart.
    pub fn of(kind: Kind, salt: &Salt, id: [u8; 16], fields: &[Option<&[u8]>]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(TAG);
        hasher.update([kind.byte()]);
        hasher.update(salt);
        hasher.update(id);
        for field in fields {
            match field {
                None => hasher.update([0]),
                Some(bytes) => {
                    hasher.update([1]);
                    hasher.update((bytes.len() as u64).to_be_bytes());
                    hasher.update(bytes);
                }
            }
        }
        Self {
            kind,
            id,
            digest: hasher.finalize().into(),
        }
    }
}

/// Bytes that are no list of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what is bound is not a list of items in their order")]
pub struct NotItems;

/// The bytes under which items are kept and chained: in the order of kind and identifier, whatever order they come in.
pub fn encode(mut items: Vec<Item>) -> Vec<u8> {
    items.sort_unstable_by_key(|item| (item.kind, item.id));
    let mut bytes = Vec::with_capacity(items.len() * ITEM);
    for item in items {
        bytes.push(item.kind.byte());
        bytes.extend_from_slice(&item.id);
        bytes.extend_from_slice(&item.digest);
    }
    bytes
}

/// Reads what [`encode`] wrote.
pub fn decode(bytes: &[u8]) -> Result<Vec<Item>, NotItems> {
    let (items, rest) = bytes.as_chunks::<ITEM>();
    if !rest.is_empty() {
        return Err(NotItems);
    }
    let items: Vec<Item> = items
        .iter()
        .map(|item| {
            let (kind, rest) = item.split_first().ok_or(NotItems)?;
            let (id, digest) = rest.split_first_chunk::<16>().ok_or(NotItems)?;
            Ok(Item {
                kind: Kind::of_byte(*kind).ok_or(NotItems)?,
                id: *id,
                digest: digest.try_into().map_err(|_| NotItems)?,
            })
        })
        .collect::<Result<_, _>>()?;
    if items.is_sorted_by(|one, other| (one.kind, one.id) < (other.kind, other.id)) {
        Ok(items)
    } else {
        Err(NotItems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALTED: Salt = [7; SALT];

    fn text(id: u8, words: &str) -> Item {
        Item::of(
            Kind::Text,
            &SALTED,
            [id; 16],
            &[None, Some(words.as_bytes())],
        )
    }

    #[test]
    fn items_come_back_in_one_order() {
        let (one, other) = (text(1, "lampadaire"), text(2, "éteint"));
        let bytes = encode(vec![other, one]);
        assert_eq!(decode(&bytes), Ok(vec![one, other]));
        assert_eq!(decode(&[]), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let bytes = encode(vec![text(1, "a"), text(2, "b")]);
        assert_eq!(decode(&bytes[..ITEM + 3]), Err(NotItems), "cut");
        let mut kind = bytes.clone();
        kind[0] = 9;
        assert_eq!(decode(&kind), Err(NotItems), "a kind there is not");
        let (first, second) = bytes.split_at(ITEM);
        assert_eq!(decode(&[second, first].concat()), Err(NotItems), "order");
        assert_eq!(decode(&[first, first].concat()), Err(NotItems), "twice");
    }

    #[test]
    fn a_digest_depends_on_every_part() {
        let all = [
            text(1, "a"),
            text(2, "a"),
            text(1, "b"),
            Item::of(Kind::File, &SALTED, [1; 16], &[None, Some(b"a")]),
            Item::of(Kind::Text, &[8; SALT], [1; 16], &[None, Some(b"a")]),
            Item::of(Kind::Text, &SALTED, [1; 16], &[Some(b""), Some(b"a")]),
            Item::of(Kind::Text, &SALTED, [1; 16], &[Some(b"a"), None]),
        ];
        for (place, one) in all.iter().enumerate() {
            for other in &all[place + 1..] {
                assert_ne!(one.digest, other.digest);
            }
        }
    }

    #[test]
    fn the_encoding_is_the_one_written_down() {
        let digest = text(1, "a").digest;
        let mut hasher = Sha256::new();
        hasher.update(b"chikaya binding 1\0\x01");
        hasher.update([7; 16]);
        hasher.update([1; 16]);
        hasher.update(b"\0\x01\0\0\0\0\0\0\0\x01a");
        let by_hand: [u8; 32] = hasher.finalize().into();
        assert_eq!(digest, by_hand);
    }
}
