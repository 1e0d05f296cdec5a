//! The repository speaks of the product alone: not of one machine, one mirror or papers that lie elsewhere.

use super::finding::Finding;
use crate::workspace::TextFile;

/// Beginnings of paths that exist on somebody's machine only.
///
/// Written in halves, so that this file passes its own check.
const PLACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/tmp/ba", "sh_jobs"),
];

/// Hosts that tools of package registries and mirrors know by themselves.
const HOSTS: &[&str] = &[
    concat!("index.cra", "tes.io"),
    concat!("static.cra", "tes.io"),
    concat!("cra", "tes.io/api"),
    concat!("registry.npm", "js.org"),
    concat!("pypi.org/sim", "ple"),
    concat!("proxy.gol", "ang.org"),
    concat!("deb.deb", "ian.org"),
];

/// Papers that may only be named once they lie in the repository.
const PAPERS: &[&str] = &[
    concat!("DES", "IGN.md"),
    concat!("FAC", "TS.md"),
    concat!("STY", "LE.md"),
    concat!("WOR", "DS.md"),
    concat!("REC", "IPES.md"),
];

/// Every line that names a private place, a registry's host or a paper that is not here.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let absent: Vec<&str> = PAPERS
        .iter()
        .copied()
        .filter(|paper| !files.iter().any(|file| file.name() == *paper))
        .collect();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.name() != "Cargo.lock") {
        for (index, line) in file.text.lines().enumerate() {
            let fault = if names(line, PLACES) {
                "a path of one machine: say it relative to the repository"
            } else if names(line, HOSTS) {
                "the host of a registry or mirror: the tools know it by themselves"
            } else if names(line, &absent) {
                "a paper that does not lie in the repository: say what it says"
            } else {
                continue;
            };
            findings.push(Finding::error(
                format!("{}:{}", file.path, index + 1),
                fault,
            ));
        }
    }
    findings
}

/// Whether a line holds one of the words, not as the end of a longer one.
fn names(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        line.match_indices(word).any(|(at, _)| {
            !line[..at].ends_with(|sign: char| sign.is_alphanumeric() || "._-}".contains(sign))
        })
    })
}
