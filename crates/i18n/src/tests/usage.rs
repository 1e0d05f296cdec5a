//! What the other rooms say has words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::catalogue::keys;
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
