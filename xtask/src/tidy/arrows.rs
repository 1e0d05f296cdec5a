//! Arrows between crates point down, and each outside library is spoken to by its own room alone.

use super::finding::Finding;
use crate::workspace::{Crate, Kind};

/// What each crate may ask for among its siblings, as ARCHITECTURE.md draws it.
///
/// Tests may see more than the program: see [`TESTS_MAY_SEE`].
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("language", &[]),
    ("ledger", &[]),
    ("i18n", &["domain"]),
    ("store", &["domain"]),
    ("documents", &["domain", "i18n"]),
    (
        "service",
        &["domain", "i18n", "language", "ledger", "store"],
    ),
    ("channels", &["domain", "i18n", "service"]),
    ("web", &["domain", "i18n", "service"]),
    (
        "chikaya",
        &[
            "channels",
            "documents",
            "domain",
            "i18n",
            "language",
            "ledger",
            "service",
            "store",
            "web",
        ],
    ),
    ("exchange", &[]),
    ("testbed", &["domain", "service", "store"]),
    (
        "testkit",
        &[
            "channels",
            "chikaya",
            "documents",
            "domain",
            "i18n",
            "language",
            "ledger",
            "service",
            "store",
            "testbed",
            "web",
        ],
    ),
    (
        "e2e",
        &[
            "channels", "chikaya", "domain", "i18n", "service", "testkit", "web",
        ],
    ),
    ("xtask", &["domain", "exchange"]),
];

/// What the tests of every room but the pure ones may use besides.
const TESTS_MAY_SEE: &[&str] = &["exchange", "testbed", "testkit"];

/// Rooms whose rules a lawyer could read: no runtime, no driver, no randomness.
const PURE: &[&str] = &["domain", "language", "ledger"];

/// Libraries with a world behind them, kept out of the pure rooms.
const IMPURE: &[&str] = &[
    "async-trait",
    "axum",
    "chrono",
    "fastrand",
    "futures",
    "futures-util",
    "getrandom",
    "http",
    "hyper",
    "object_store",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "tokio",
    "tokio-postgres",
    "tower",
    "tracing",
];

/// Libraries that only some rooms may speak to.
const SPOKEN_BY: &[(&[&str], &[&str])] = &[
    // One room knows SQL; tests make databases.
    (
        &["refinery", "r2d2", "sqlx", "diesel", "object_store"],
        &["store"],
    ),
    (
        &["rusqlite", "postgres", "tokio-postgres"],
        &["store", "testbed", "testkit"],
    ),
    // One room speaks HTTP; the building has a listener of its own for metrics.
    (
        &["axum", "axum-extra"],
        &["web", "chikaya", "testkit", "e2e"],
    ),
    // The workshop puts a portal under load; gateways for short messages are asked over HTTP, an exchange is driven over it, and
    // played by the tests.
    (
        &["hyper", "hyper-util"],
        &[
            "web", "chikaya", "channels", "exchange", "testkit", "e2e", "xtask",
        ],
    ),
    (&["tokio-tungstenite"], &["channels", "exchange"]),
    (&["tower-http"], &["web"]),
    // Pages and mails have templates.
    (&["askama"], &["web", "channels"]),
    // One room opens outward sockets; tests play the world outside.
    (&["lettre"], &["channels"]),
    (
        &["reqwest", "ureq"],
        &["channels", "testkit", "e2e", "xtask"],
    ),
    // One room sets type.
    (
        &["typst", "typst-pdf", "typst-as-lib", "typst-kit"],
        &["documents"],
    ),
    // One room is configured.
    (
        &[
            "figment",
            "tracing-subscriber",
            "metrics-exporter-prometheus",
        ],
        &["chikaya"],
    ),
    (&["clap"], &["chikaya", "xtask"]),
    // Errors without a type are for those whom no code calls.
    (&["anyhow"], &["chikaya", "xtask", "e2e"]),
    (&["thirtyfour"], &["e2e"]),
];

/// Every arrow that is not allowed.
pub(super) fn check(crates: &[Crate]) -> Vec<Finding> {
    crates.iter().flat_map(check_one).collect()
}

fn check_one(asking: &Crate) -> Vec<Finding> {
    let room = room(&asking.name);
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
        return vec![Finding::error(
            &asking.name,
            "a new crate: draw it in ARCHITECTURE.md and give it its arrows in xtask/src/tidy/arrows.rs",
        )];
    };
    let mut findings = Vec::new();
    for dependency in &asking.dependencies {
        let asked = self::room(&dependency.name);
        let for_tests = dependency.kind == Some(Kind::Dev);
        if ARROWS.iter().any(|(name, _)| *name == asked) {
            let lent = for_tests && !PURE.contains(&room) && TESTS_MAY_SEE.contains(&asked);
            if !allowed.contains(&asked) && !lent {
                let kind = if for_tests {
                    "the tests of a crate"
                } else {
                    "a crate"
                };
                findings.push(Finding::error(
                    &asking.name,
                    format!("{kind} of this floor may not see `{asked}`: arrows point down"),
                ));
            }
            continue;
        }
        if PURE.contains(&room) && !for_tests && IMPURE.contains(&asked) {
            findings.push(Finding::error(
                &asking.name,
                format!(
                    "a pure room may not use `{asked}`: take what it would give as an argument"
                ),
            ));
        }
        for (libraries, rooms) in SPOKEN_BY {
            if libraries.contains(&asked) && !rooms.contains(&room) {
                findings.push(Finding::error(
                    &asking.name,
                    format!("`{asked}` is spoken by {} alone", rooms.join(", ")),
                ));
            }
        }
    }
    findings
}

/// The name of a crate as the map writes it.
fn room(name: &str) -> &str {
    name.strip_prefix("chikaya-").unwrap_or(name)
}
