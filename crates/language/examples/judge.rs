//! Prints how well everyday requests and searches are understood, on the judged tables of the country pack:
//! `cargo run --release -p chikaya-language --example judge`. With `missed` the misses of the half for tuning are shown.
#![expect(clippy::print_stdout, reason = "a table for people")]

#[path = "../tests/judged/mod.rs"]
mod judged;

use std::time::Instant;

use judged::{Half, ear, understood};

fn main() {
    let shows_missed = std::env::args().any(|argument| argument == "missed");
    let ear = ear();
    for half in [Half::Tuned, Half::Unseen] {
        let requests = understood(&ear, half);
        println!("requests, {half:?}:");
        for (language, (first, five)) in &requests.by_language {
            println!(
                "  {language:9} first {:5.1} %  among five {:5.1} %  of {}",
                first.percent(),
                five.percent(),
                first.all
            );
        }
        for (name, tamazight) in [("others", false), ("Tamazight", true)] {
            let (first, five) = requests.total(tamazight);
            println!(
                "  {name:9} first {:5.1} %  among five {:5.1} %  of {}",
                first.percent(),
                five.percent(),
                first.all
            );
        }
        println!(
            "  nothing told, nothing said: {} of {}",
            requests.nothing.right, requests.nothing.all
        );
        println!(
            "  reasons decide in {} of {} right first hits",
            requests.decided.right, requests.decided.all
        );
        println!(
            "  confidence is off by {:.3} in the mean",
            requests.calibration_error()
        );
        for (from, to) in [
            (0.0, 0.1),
            (0.1, 0.3),
            (0.3, 0.5),
            (0.5, 0.7),
            (0.7, 0.9),
            (0.9, 1.1),
        ] {
            let (hits, said, right) = requests.calibration(from, to);
            println!(
                "  said {from:.1}–{to:.1}: {hits:4} hits, {said:.2} in the mean, {right:5.1} % right"
            );
        }
        if shows_missed && half == Half::Tuned {
            for missed in &requests.missed {
                println!("{missed}");
            }
        }
    }
    let all: Vec<String> = judged::rows("judged/requests.csv")
        .iter()
        .map(|row| row["text"].clone())
        .collect();
    let all = all.join("\n");
    let text: String = all.chars().take(8_000).collect();
    let mut times: Vec<_> = (0..200)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(ear.hear(&text, 5));
            start.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "8,000 characters of all languages: {:?} in the median, {:?} at p99",
        times[100], times[198]
    );
}
