//! How well the ear understands requests, and the finder answers searches, of the half that nobody looked at while words
//! and numbers were chosen. The bounds are a row or so below what was reached: who makes it worse learns of it here.
//! `cargo run --release -p chikaya-language --example judge` prints the figures by language.

mod judged;

use judged::{Half, bodies_found, ear, finder, parts, places_found, rows, understood};

#[test]
fn unseen_requests_are_understood() {
    let requests = understood(&ear(), Half::Unseen);
    let (first, five) = requests.total(false);
    assert!(first.percent() >= 86.0, "first {first:?}");
    assert!(five.percent() >= 96.0, "among five {five:?}");
    let (first, five) = requests.total(true);
    assert!(first.percent() >= 76.0, "Tamazight first {first:?}");
    assert!(five.percent() >= 92.0, "Tamazight among five {five:?}");
    let nothing = requests.nothing;
    assert_eq!(
        nothing.right, nothing.all,
        "what tells nothing is understood"
    );
}

#[test]
fn confidence_is_what_it_says_and_reasons_decide() {
    let requests = understood(&ear(), Half::Unseen);
    let error = requests.calibration_error();
    assert!(error <= 0.06, "confidence is off by {error:.3} in the mean");
    let (hits, said, right) = requests.calibration(0.7, 1.1);
    assert!(
        hits >= 50 && right >= 85.0,
        "of {hits} hits said with {said:.2} {right:.0} % are right"
    );
    let decided = requests.decided;
    assert!(decided.percent() >= 90.0, "reasons decide in {decided:?}");
}

#[test]
fn unseen_searches_find_their_bodies_and_places() {
    let finder = finder();
    let bodies = bodies_found(&finder, Half::Unseen);
    assert!(
        bodies.four.percent() >= 95.0,
        "among four {:?}",
        bodies.four
    );
    assert!(bodies.first.percent() >= 92.0, "first {:?}", bodies.first);
    let places = places_found(&finder, Half::Unseen);
    assert!(
        places.four.percent() >= 96.0,
        "among four {:?}",
        places.four
    );
    assert!(places.first.percent() >= 93.0, "first {:?}", places.first);
}

/// Wherever one is: the word for a local authority finds the own one first, in every script.
#[test]
fn the_own_authority_is_first_in_every_commune() {
    let finder = finder();
    for row in rows("territories.csv") {
        if row["level"] != "commune" {
            continue;
        }
        for (typed, expected) in [
            ("commune", &row["code"]),
            ("البلدية", &row["code"]),
            ("tagrawt", &row["code"]),
            ("l9ayed", &row["parent"]),
            ("العمالة", &row["parent"]),
        ] {
            let found = finder.bodies(typed, Some(&row["code"]), 1);
            assert_eq!(
                found.first().map(|found| found.code),
                Some(expected.as_str()),
                "{typed} in {}",
                row["name_fr"]
            );
        }
    }
}

#[test]
fn everyday_words_answer_with_what_the_pack_has() {
    let codes: Vec<String> = ["organisations.csv", "local-authorities.csv", "beyond.csv"]
        .iter()
        .flat_map(|file| rows(file))
        .map(|row| row["code"].clone())
        .collect();
    for row in rows("everyday.csv") {
        assert!(!parts(&row["words"]).is_empty(), "{row:?}");
        for answer in parts(&row["answers"]) {
            let is_known = match (answer.strip_prefix('@'), answer.strip_suffix('*')) {
                (Some(kind), _) => {
                    ["region", "province", "commune", "arrondissement"].contains(&kind)
                }
                (_, Some(beginning)) => codes.iter().any(|code| code.starts_with(beginning)),
                _ => codes.contains(&answer),
            };
            assert!(is_known, "{answer}");
        }
    }
}
