//! Prints how well everyday requests and searches are understood, on the judged tables of the country pack:
//! `cargo run --release -p chikaya-language --example judge`. With `missed` the misses of the half for tuning are shown.
#![expect(clippy::print_stdout, reason = "a table for people")]

#[path = "../tests/judged/mod.rs"]
mod judged;

use std::time::Instant;

use judged::{Half, bodies_found, ear, finder, places_found, understood};

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
    let start = Instant::now();
    let finder = finder();
    println!("finder built in {:?}", start.elapsed());
    for half in [Half::Tuned, Half::Unseen] {
        for (name, searched) in [
            ("bodies", bodies_found(&finder, half)),
            ("places", places_found(&finder, half)),
        ] {
            println!(
                "{name}, {half:?}: first {:5.1} %  among four {:5.1} %  of {}",
                searched.first.percent(),
                searched.four.percent(),
                searched.first.all
            );
            if shows_missed && half == Half::Tuned {
                for missed in &searched.missed {
                    println!("  {missed}");
                }
            }
        }
    }
    print_times("a search for a body", || {
        std::hint::black_box(finder.bodies("commune de khouribga", None, 4));
    });
    let all: Vec<String> = judged::rows("judged/requests.csv")
        .iter()
        .map(|row| row["text"].clone())
        .collect();
    let all = all.join("\n");
    let text: String = all.chars().take(8_000).collect();
    print_times("8,000 characters of all languages", || {
        std::hint::black_box(ear.hear(&text, 5));
    });
}

/// Prints how long something takes.
fn print_times(name: &str, act: impl Fn()) {
    let mut times: Vec<_> = (0..200)
        .map(|_| {
            let start = Instant::now();
            act();
            start.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "{name}: {:?} in the median, {:?} at p99",
        times[100], times[198]
    );
}
