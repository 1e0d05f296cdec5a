//! What the other rooms say has words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::catalogue::{FILES, keys};
use crate::scan::scan;

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

#[test]
fn every_key_the_house_says_has_a_message() {
    let usage = scan(&crates()).unwrap();
    let missing = usage.missing();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_message_the_house_says_is_given_its_arguments() {
    let usage = scan(&crates()).unwrap();
    let wanting = usage.wanting();
    assert!(wanting.is_empty(), "{wanting:#?}");
}

#[test]
fn every_reason_that_law_and_clerks_hand_out_has_a_message() {
    let known: BTreeSet<&str> = keys().collect();
    for room in ["domain", "service"] {
        let usage = scan(&crates().join(room)).unwrap();
        for family in ["error-", "refusal-", "gate-"] {
            let missing: Vec<_> = usage
                .literals_of(family)
                .filter(|key| !known.contains(key))
                .collect();
            assert!(missing.is_empty(), "{room}: {missing:?}");
        }
    }
}

/// A message is asked for by its whole key, by the beginning of one before a placeholder, or within another message; and a
/// key of two words or more may be the beginning of those that a function puts together.
#[test]
fn no_message_is_left_that_nobody_asks_for() {
    let rooms = scan(&crates()).unwrap();
    let own = scan(&crates().join("i18n/src")).unwrap();
    let within: String = FILES.iter().map(|(_, _, text)| *text).collect();
    let starts: Vec<&str> = rooms
        .literals_of("")
        .filter(|literal| literal.contains('-'))
        .collect();
    let is_put_together = |key: &str| {
        let mut rests = starts.iter().filter_map(|start| key.strip_prefix(start));
        rests.any(|rest| rest.starts_with('-'))
    };
    let own: BTreeSet<&str> = own.unused().into_iter().collect();
    let left: Vec<&str> = rooms
        .unused()
        .into_iter()
        .filter(|key| own.contains(key))
        .filter(|key| !within.contains(&format!("{{ {key} }}")) && !is_put_together(key))
        .collect();
    assert!(left.is_empty(), "{left:#?}");
}
