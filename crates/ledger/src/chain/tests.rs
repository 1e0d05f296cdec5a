//! Vectors computed by `tests/vectors.py` without our code, and every kind of tampering we can think of.

use proptest::prelude::*;

use super::{Broken, Check, Entry, Reason, genesis, next, verify, verify_to_head};
use crate::{
    EventHash, NotAHash,
    binding::{Item, Kind, encode},
    tree::leaf,
};

const CASE: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// An event that owns its content, so that tests can tamper with it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stored {
    case: [u8; 16],
    sequence: u32,
    instant_micros: i64,
    kind: String,
    payload: Vec<u8>,
    hash: EventHash,
}

impl Stored {
    fn entry(&self) -> Entry<'_> {
        Entry {
            case: self.case,
            sequence: self.sequence,
            instant_micros: self.instant_micros,
            kind: &self.kind,
            payload: &self.payload,
            bound: None,
        }
    }
}

/// A sound chain over the contents given.
fn chain_of(contents: Vec<(i64, String, Vec<u8>)>) -> Vec<Stored> {
    let mut head = genesis(&CASE);
    let mut sequence = 0;
    contents
        .into_iter()
        .map(|(instant_micros, kind, payload)| {
            sequence += 1;
            let mut stored = Stored {
                case: CASE,
                sequence,
                instant_micros,
                kind,
                payload,
                hash: head,
            };
            head = next(&head, &stored.entry());
            stored.hash = head;
            stored
        })
        .collect()
}

fn check(chain: &[Stored]) -> Result<EventHash, Broken> {
    verify(&CASE, chain.iter().map(|event| (event.entry(), event.hash)))
}

fn check_to(chain: &[Stored], head: &EventHash) -> Result<(), Broken> {
    verify_to_head(
        &CASE,
        chain.iter().map(|event| (event.entry(), event.hash)),
        head,
    )
}

#[test]
fn the_vectors_of_an_outsider_are_met_by_what_is_bound() {
    let texts = [None, Some("إنارة".as_bytes())];
    let contact = [Some(b"a@example.org".as_slice()), Some(b"")];
    let bound = encode(vec![
        Item::of(Kind::Contact, &[7; 16], [2; 16], &contact),
        Item::of(Kind::Text, &[0; 16], [1; 16], &texts),
    ]);
    let entry = Entry {
        case: CASE,
        sequence: 1,
        instant_micros: 1_772_445_600_000_000,
        kind: "filed",
        payload: b"{}",
        bound: Some(&bound),
    };
    let link = next(&genesis(&CASE), &entry);
    assert_eq!(
        link.to_string(),
        "729e24f0a1e6ab5ec0617bb9a1077083fad0a617f27d59ee6825976d45ba3dbd"
    );
    assert_eq!(
        leaf(&CASE, 1, &link, &bound).to_string(),
        "6f06cbfcfb8f55f09920de031b2903359973ac0e1552154290e4b14c10dfe2bf"
    );
}

#[test]
fn the_vectors_of_an_outsider_are_met() {
    let chain = chain_of(vec![
        (
            1_772_445_600_000_000,
            "case.filed".into(),
            "{\"subject\":\"إنارة عمومية\"}".into(),
        ),
        (1_772_532_000_123_456, "case.assigned".into(), Vec::new()),
        (-1, "case.answered".into(), (0..=255).collect()),
        (i64::MAX, String::new(), vec![0]),
    ]);
    let expected = [
        "fd8f498947085f45e230aafb845bb1d903a5117739617dd9d61f759c1ba491f5",
        "c989a3a40bdffe696d5d0af510ae8967d8de18adf84cc16396aa7ae216f728ee",
        "8c1aca90800481b37756c1d8501189e8d9377b10619efd9d41e8da6b646a2777",
        "940fa0b70b289c99af0d66903bf8fda1ec13ad829f51b37227a5e7f5121508a0",
    ];
    assert_eq!(
        genesis(&CASE).to_string(),
        "f49004799f885a42f726c50242e77afb13230125ced5a91dc33851d5c1bc638b"
    );
    for (event, hex) in chain.iter().zip(expected) {
        assert_eq!(event.hash.to_string(), hex);
    }
    assert_eq!(
        check(&chain),
        EventHash::parse(expected[3]).map_err(|_| unreachable!())
    );
}

#[test]
fn no_event_leads_to_the_genesis() {
    assert_eq!(check(&[]), Ok(genesis(&CASE)));
}

#[test]
fn a_field_border_cannot_be_moved() {
    let head = genesis(&CASE);
    let entry = |kind, payload| Entry {
        case: CASE,
        sequence: 1,
        instant_micros: 0,
        kind,
        payload,
        bound: None,
    };
    assert_ne!(
        next(&head, &entry("ab", b"c")),
        next(&head, &entry("a", b"bc"))
    );
    assert_ne!(next(&head, &entry("", b"")), next(&head, &entry("", b"\0")));
}

#[test]
fn an_event_of_another_case_is_named_as_such() {
    let mut chain = chain_of(vec![(0, "case.filed".into(), Vec::new())]);
    chain[0].case = [9; 16];
    let broken = check(&chain).expect_err("tampered with");
    assert_eq!(
        broken,
        Broken {
            sequence: 1,
            reason: Reason::OtherCase
        }
    );
    assert_eq!(
        broken.to_string(),
        "the chain breaks at event 1: the event belongs to another case"
    );
}

#[test]
fn a_refused_event_leaves_the_check_where_it_stood() {
    let chain = chain_of(vec![
        (0, "a".into(), Vec::new()),
        (1, "b".into(), Vec::new()),
    ]);
    let mut check = Check::of(&CASE);
    assert!(check.event(&chain[1].entry(), &chain[1].hash).is_err());
    assert_eq!(check.event(&chain[0].entry(), &chain[0].hash), Ok(()));
    assert_eq!(check.event(&chain[1].entry(), &chain[1].hash), Ok(()));
    assert_eq!(check.head(), chain[1].hash);
}

#[test]
fn only_one_spelling_of_a_hash_is_read() {
    let hash = genesis(&CASE);
    let text = hash.to_string();
    assert_eq!(text.parse(), Ok(hash));
    assert_eq!(EventHash::from_slice(hash.as_bytes()), Ok(hash));
    assert_eq!(
        EventHash::parse(&text.to_uppercase()),
        Err(NotAHash::Digit(0))
    );
    assert_eq!(EventHash::parse(&text[1..]), Err(NotAHash::Length(63)));
    assert_eq!(EventHash::parse(&"é".repeat(32)), Err(NotAHash::Digit(0)));
    assert_eq!(EventHash::from_slice(&[0; 31]), Err(NotAHash::Length(31)));
}

fn contents() -> impl Strategy<Value = Vec<(i64, String, Vec<u8>)>> {
    prop::collection::vec(
        (
            any::<i64>(),
            "[a-z._]{0,12}",
            prop::collection::vec(any::<u8>(), 0..40),
        ),
        1..8,
    )
}

/// Flips one bit of one field; `bit` counts through all bits of the event. Kind is text: its letters are replaced.
fn flip(event: &mut Stored, bit: usize) {
    let fields = [16, 4, 8, event.kind.len(), event.payload.len(), 32];
    let mut byte = (bit / 8) % fields.iter().sum::<usize>();
    let mask = 1 << (bit % 8);
    for (field, length) in fields.into_iter().enumerate() {
        if byte >= length {
            byte -= length;
            continue;
        }
        match field {
            0 => event.case[byte] ^= mask,
            1 => event.sequence ^= u32::from(mask) << (8 * byte),
            2 => event.instant_micros ^= i64::from(mask) << (8 * byte),
            3 => event.kind.replace_range(byte..=byte, "#"),
            4 => event.payload[byte] ^= mask,
            _ => {
                let mut bytes = *event.hash.as_bytes();
                bytes[byte] ^= mask;
                event.hash = EventHash::from_bytes(bytes);
            }
        }
        return;
    }
}

proptest! {
    #[test]
    fn a_sound_chain_holds(contents in contents()) {
        let chain = chain_of(contents);
        let head = chain[chain.len() - 1].hash;
        prop_assert_eq!(check(&chain), Ok(head));
        prop_assert_eq!(check_to(&chain, &head), Ok(()));
    }

    #[test]
    fn any_changed_bit_is_found_where_it_is(contents in contents(), place in any::<prop::sample::Index>(), bit in any::<u16>()) {
        let mut chain = chain_of(contents);
        let index = place.index(chain.len());
        let before = chain[index].clone();
        flip(&mut chain[index], bit.into());
        prop_assume!(chain[index] != before);
        let due = u32::try_from(index + 1).expect("short chains");
        prop_assert_eq!(check(&chain).expect_err("tampered with").sequence, due);
    }

    #[test]
    fn swapping_two_events_is_found(contents in contents(), a in any::<prop::sample::Index>(), further in any::<prop::sample::Index>()) {
        let mut chain = chain_of(contents);
        let a = a.index(chain.len());
        let Some(others) = chain.len().checked_sub(1).filter(|others| *others > 0) else {
            return Ok(());
        };
        let b = (a + 1 + further.index(others)) % chain.len();
        chain.swap(a, b);
        prop_assert!(check(&chain).is_err());
        // Renumbered as well, so that only the hashes can tell.
        let (first, second) = (chain[a].sequence, chain[b].sequence);
        chain[a].sequence = second;
        chain[b].sequence = first;
        prop_assert_eq!(check(&chain).expect_err("tampered with").reason, Reason::Hash);
    }

    #[test]
    fn deleting_or_repeating_an_event_is_found(contents in contents(), place in any::<prop::sample::Index>()) {
        let chain = chain_of(contents);
        let head = chain[chain.len() - 1].hash;
        let index = place.index(chain.len());
        let mut deleted = chain.clone();
        deleted.remove(index);
        prop_assert!(check_to(&deleted, &head).is_err());
        let mut repeated = chain.clone();
        repeated.insert(index, chain[index].clone());
        prop_assert!(check(&repeated).is_err());
    }

    #[test]
    fn a_cut_end_is_found_when_the_head_is_known(contents in contents(), kept in any::<prop::sample::Index>()) {
        let chain = chain_of(contents);
        let head = chain[chain.len() - 1].hash;
        let kept = kept.index(chain.len());
        prop_assert!(check(&chain[..kept]).is_ok());
        let broken = check_to(&chain[..kept], &head).expect_err("tampered with");
        prop_assert_eq!(broken, Broken { sequence: u32::try_from(kept + 1).expect("short chains"), reason: Reason::Head });
    }

    #[test]
    fn hex_comes_back(bytes in any::<[u8; 32]>()) {
        let hash = EventHash::from_bytes(bytes);
        prop_assert_eq!(EventHash::parse(&hash.to_string()), Ok(hash));
    }

    #[test]
    fn parsing_never_panics(text in ".*") {
        let _ = EventHash::parse(&text);
    }
}
