//! The list of phrases as data: its lines, and the list to start from.

use crate::tongue::Tongue;

/// What a phrase of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhraseKind {
    /// Says nothing by itself: «le nécessaire a été fait».
    Empty,
    /// An opening or closing: taken out, not judged.
    Courtesy,
    /// Shows a reason, a law, a document, a place or an office: an answer that holds one is not empty.
    Fact,
}

/// A phrase of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What it is.
    pub kind: PhraseKind,
    /// The tongue it is written in; Darija is met in both scripts.
    pub tongue: Tongue,
    /// The phrase as people write it.
    pub text: String,
}

/// A line of a list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not «empty|courtesy|fact, tongue, phrase» separated by tabs")]
pub struct BadList {
    /// The number of the line, from 1.
    pub line: usize,
}

/// The list to start from, in the format [`parse_list`] reads; to be tuned on real answers.
pub const STARTER: &str = include_str!("starter.tsv");

/// Reads a list: one phrase a line as `kind⇥tongue⇥phrase`; empty lines and lines beginning with `#` are passed
/// over. Kinds are `empty`, `courtesy`, `fact`; tongues are the tags of [`Tongue::tag`].
pub fn parse_list(list: &str) -> Result<Vec<Phrase>, BadList> {
    list.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, line)| parse_line(line).ok_or(BadList { line: index + 1 }))
        .collect()
}

fn parse_line(line: &str) -> Option<Phrase> {
    let mut cells = line.split('\t');
    let kind = match cells.next()? {
        "empty" => PhraseKind::Empty,
        "courtesy" => PhraseKind::Courtesy,
        "fact" => PhraseKind::Fact,
        _ => return None,
    };
    let tongue = Tongue::parse(cells.next()?)?;
    let text = cells.next()?.trim();
    (!text.is_empty() && cells.next().is_none()).then(|| Phrase {
        kind,
        tongue,
        text: text.to_owned(),
    })
}
