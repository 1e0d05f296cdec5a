//! Both databases have the same history: a migration exists under the same name for each, or for none.

use super::finding::Finding;
use crate::workspace::TextFile;
use std::collections::BTreeSet;

/// Where the migrations of each database lie.
const FOLDERS: [&str; 2] = [
    "crates/store/migrations/sqlite/",
    "crates/store/migrations/postgres/",
];

/// Migrations that one database has and the other lacks, and those whose version is taken twice.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let [sqlite, postgres] = FOLDERS.map(|folder| names(files, folder));
    let missing_in = |folder: &str, name: &&str| {
        Finding::error(
            format!("{folder}{name}"),
            "missing, though the other database has it",
        )
    };
    let mut findings: Vec<Finding> = sqlite
        .difference(&postgres)
        .map(|name| missing_in(FOLDERS[1], name))
        .chain(
            postgres
                .difference(&sqlite)
                .map(|name| missing_in(FOLDERS[0], name)),
        )
        .collect();
    let mut versions = BTreeSet::new();
    for name in &sqlite {
        let version = name.split_once("__").map_or(*name, |(version, _)| version);
        if !versions.insert(version) {
            findings.push(Finding::error(
                format!("{}{name}", FOLDERS[0]),
                format!("the version {version} is taken by another migration"),
            ));
        }
    }
    findings
}

fn names<'a>(files: &'a [TextFile], folder: &str) -> BTreeSet<&'a str> {
    files
        .iter()
        .filter_map(|file| file.path.strip_prefix(folder))
        .collect()
}
