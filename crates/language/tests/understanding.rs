//! How well the ear understands the half of the judged requests that nobody looked at while its words and numbers were
//! chosen. The bounds are a row or so below what was reached: who makes it worse learns of it here. `cargo run --release -p
//! chikaya-language --example judge` prints the figures by language.

mod judged;

use judged::{Half, ear, understood};

#[test]
fn unseen_requests_are_understood() {
    let requests = understood(&ear(), Half::Unseen);
    let (first, five) = requests.total(false);
    assert!(first.percent() >= 80.0, "first {first:?}");
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
