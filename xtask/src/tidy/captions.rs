//! The caption on each crate's door stands word for word on the map.

use super::finding::Finding;
use crate::workspace::{Crate, root};
use anyhow::Context as _;

/// What a visitor reads first in a crate.
pub(super) struct FrontDoor {
    /// The file, relative to the root.
    pub(super) path: String,
    /// Its whole content.
    pub(super) text: String,
}

impl FrontDoor {
    /// Reads the root file of a crate.
    pub(super) fn open(of: &Crate) -> anyhow::Result<Self> {
        let path = of
            .front_door()
            .with_context(|| format!("{} has neither a library nor a program", of.name))?;
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        let shown = path.strip_prefix(root()).unwrap_or(path);
        Ok(Self {
            path: shown.to_string_lossy().into_owned(),
            text,
        })
    }
}

/// Crates without a caption, and captions that the map does not show.
pub(super) fn check(doors: &[FrontDoor], map: &str) -> Vec<Finding> {
    let judge = |door: &FrontDoor| match caption(&door.text) {
        None => Some(Finding::error(
            &door.path,
            "begin with `//! ` and one sentence: the crate's caption",
        )),
        Some(caption) if !map.contains(&caption) => Some(Finding::error(
            &door.path,
            format!("ARCHITECTURE.md does not show this caption: {caption}"),
        )),
        Some(_) => None,
    };
    doors.iter().filter_map(judge).collect()
}

/// The first sentence of a file's documentation, its lines joined.
pub(super) fn caption(text: &str) -> Option<String> {
    let paragraph: Vec<&str> = text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let paragraph = paragraph.join(" ");
    let sentence = match paragraph.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => paragraph,
    };
    (!sentence.is_empty()).then_some(sentence)
}
