//! What the program is made of, as CycloneDX 1.5: every crate that is compiled into it, with licence and checksum.

use crate::workspace;
use anyhow::{Context as _, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The list, as text.
pub(super) struct Parts {
    /// CycloneDX, as JSON.
    pub text: String,
    /// How many parts that are.
    pub count: usize,
    /// Version of the program.
    pub version: String,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// None for what is compiled in; `dev` and `build` are not.
    kind: Option<String>,
}

/// The parts of the program `chikaya`.
pub(super) fn of_the_program() -> anyhow::Result<Parts> {
    let output = workspace::cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        "x86_64-unknown-linux-gnu",
    ])
    .output()
    .context("cargo could not be started")?;
    ensure!(output.status.success(), "cargo metadata does not answer");
    let metadata: Metadata = serde_json::from_slice(&output.stdout)
        .context("the answer of cargo metadata is not understood")?;
    let lock = fs::read_to_string(workspace::root().join("Cargo.lock"))?;
    listed(&metadata, &checksums(&lock))
}

fn listed(
    metadata: &Metadata,
    checksums: &BTreeMap<(String, String), String>,
) -> anyhow::Result<Parts> {
    let by_id: BTreeMap<&str, &Package> = metadata
        .packages
        .iter()
        .map(|package| (package.id.as_str(), package))
        .collect();
    let compiled: BTreeMap<&str, Vec<&str>> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| {
            let needs = node
                .deps
                .iter()
                .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()))
                .map(|dependency| dependency.pkg.as_str())
                .collect();
            (node.id.as_str(), needs)
        })
        .collect();
    let program = metadata
        .packages
        .iter()
        .find(|package| package.name == "chikaya" && package.source.is_none())
        .context("there is no crate chikaya")?;
    let mut wanted = vec![program.id.as_str()];
    let mut found = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if found.insert(id) {
            wanted.extend(compiled.get(id).into_iter().flatten());
        }
    }
    let mut packages: Vec<&Package> = found
        .iter()
        .filter_map(|id| by_id.get(id).copied())
        .collect();
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    let components: Vec<Value> = packages
        .iter()
        .filter(|package| package.id != program.id)
        .map(|package| component(package, checksums))
        .collect();
    let dependencies: Vec<Value> = packages
        .iter()
        .map(|package| {
            let mut needs: Vec<String> = compiled
                .get(package.id.as_str())
                .into_iter()
                .flatten()
                .filter_map(|id| by_id.get(id).map(|needed| reference(needed)))
                .collect();
            needs.sort();
            json!({ "ref": reference(package), "dependsOn": needs })
        })
        .collect();
    let count = components.len();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference(program),
                "name": program.name,
                "version": program.version,
                "licenses": [{ "expression": program.license }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    Ok(Parts {
        text: serde_json::to_string_pretty(&list)? + "\n",
        count,
        version: program.version.clone(),
    })
}

fn reference(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}

fn component(package: &Package, checksums: &BTreeMap<(String, String), String>) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(package),
        "name": package.name,
        "version": package.version,
        "purl": reference(package),
    });
    if let Some(license) = &package.license {
        // An old way of writing "or", which CycloneDX does not know.
        component["licenses"] = json!([{ "expression": license.replace('/', " OR ") }]);
    }
    let known = (package.name.clone(), package.version.clone());
    if let Some(checksum) = checksums.get(&known) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The checksums in a lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    lock.split("[[package]]")
        .filter_map(|package| {
            let value = |key: &str| {
                package.lines().find_map(|line| {
                    line.strip_prefix(key)
                        .and_then(|rest| rest.strip_prefix(" = \""))
                        .and_then(|rest| rest.strip_suffix('"'))
                        .map(str::to_owned)
                })
            };
            Some(((value("name")?, value("version")?), value("checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_what_is_compiled_in_and_not_what_tests_need() {
        let parts = of_the_program().unwrap();
        let list: Value = serde_json::from_str(&parts.text).unwrap();
        let components = list["components"].as_array().unwrap();
        let find = |name: &str| components.iter().find(|part| part["name"] == name);
        assert!(parts.count > 200, "{}", parts.count);
        let archive = find("rusqlite").unwrap();
        assert_eq!(archive["hashes"][0]["content"].as_str().unwrap().len(), 64);
        assert!(find("chikaya-domain").is_some());
        for test in ["proptest", "thirtyfour", "chikaya-testkit"] {
            assert!(find(test).is_none(), "{test}");
        }
        for part in components {
            assert!(part.get("licenses").is_some(), "{}", part["name"]);
        }
    }
}
