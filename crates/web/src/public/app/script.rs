//! The text of the worker: one file without imports of modules, which no worker of this kind takes. The modules that pages
//! import are put before it, without their imports and exports.

use chikaya_domain::Language;
use serde_json::{Map, Value, json};

use super::parts::{ASSETS, LISTS, PAGES};
use crate::assets;

/// What the worker does, and the modules that it shares with the pages, in the order in which they name each other.
pub(super) const SOURCE: &str = concat!(
    include_str!("../../../assets/js/app/upload.js"),
    include_str!("../../../assets/js/app/engine.js"),
    include_str!("../../../assets/js/app/seal.js"),
    include_str!("../../../assets/js/app/store.js"),
    include_str!("../../../assets/js/app/network.js"),
    include_str!("../../../assets/js/app/office.js"),
    include_str!("../../../assets/js/worker.js"),
);

/// Scripts that other parts of the portal bring to the worker; those that are there are imported before it begins.
const EXTRAS: &[&str] = &["js/push-worker.js"];

/// The worker of a version.
pub(super) fn written(version: &str) -> String {
    let pages: Vec<String> = Language::ALL
        .iter()
        .map(|language| format!("/{language}{}", PAGES[1]))
        .collect();
    let common: Vec<&str> = pages
        .iter()
        .map(String::as_str)
        .chain(ASSETS.iter().map(|name| assets::url(name)))
        .collect();
    let own: Map<String, Value> = Language::ALL
        .iter()
        .map(|language| {
            let pages = PAGES.iter().map(|page| format!("/{language}{page}"));
            let letters = assets::letters_of(*language)
                .iter()
                .map(|name| assets::url(name).to_owned());
            let all: Vec<String> = pages.chain(letters).collect();
            (language.code().to_owned(), json!(all))
        })
        .collect();
    let extras: Vec<&str> = EXTRAS
        .iter()
        .filter_map(|name| assets::find(name))
        .collect();
    let told = json!({
        "version": version,
        "common": common,
        "own": own,
        "extras": extras,
        "lists": LISTS,
    });
    let mut script = format!(
        "\"use strict\";\nconst BUILD = {told};\nfor (const extra of BUILD.extras) importScripts(extra);\n"
    );
    for line in SOURCE.lines() {
        if line.starts_with("import ") {
            continue;
        }
        script.push_str(line.strip_prefix("export ").unwrap_or(line));
        script.push('\n');
    }
    script
}
