//! No page carries script or style of its own, which a strict Content-Security-Policy would refuse, or a field that begins on the wrong side.

use super::finding::Finding;
use crate::workspace::TextFile;

/// Where the pages lie.
const FOLDER: &str = "crates/web/templates/";

/// Inline script, inline style, event attributes and fields of no side of their own in templates.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    files
        .iter()
        .filter(|file| file.path.starts_with(FOLDER))
        .flat_map(check_one)
        .collect()
}

fn check_one(file: &TextFile) -> Vec<Finding> {
    tags(&file.text)
        .filter_map(|(line, tag)| {
            let message = fault(tag)?;
            Some(Finding::error(format!("{}:{line}", file.path), message))
        })
        .collect()
}

/// What is wrong with the tag that a text begins with, its opening bracket left out.
pub(super) fn fault(tag: &str) -> Option<&'static str> {
    let mut attributes = attributes(tag).into_iter();
    let (name, _) = attributes.next()?;
    let attributes: Vec<(String, String)> = attributes.collect();
    if name == "script" && !attributes.iter().any(|(name, _)| name == "src") {
        return Some("script inside a page: put it into a module under crates/web/assets");
    }
    if name == "style" {
        return Some("a style sheet inside a page: put it under crates/web/assets");
    }
    let is_field = name == "textarea" || name == "input";
    if is_field && attributes.contains(&("dir".to_owned(), "auto".to_owned())) {
        return Some(
            "a field with dir=\"auto\": empty, it would begin on the left of an Arabic page; the style sheet finds the \
             direction of each paragraph",
        );
    }
    attributes.iter().find_map(|(name, value)| {
        let event = name.strip_prefix("on").is_some_and(|rest| {
            !rest.is_empty() && rest.chars().all(|sign| sign.is_ascii_lowercase())
        });
        if name == "style" {
            Some("a style attribute: give the element a class")
        } else if event {
            Some("an event attribute: listen from a module under crates/web/assets")
        } else if value.starts_with("javascript:") {
            Some("an address that is script: use a button and a module")
        } else {
            None
        }
    })
}

/// Where tags open in a page: the line counted from 1, and the text after the bracket.
fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('<').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        rest.starts_with(|sign: char| sign.is_ascii_alphabetic())
            .then(|| (text[..at].matches('\n').count() + 1, rest))
    })
}

/// The name of a tag and its attributes up to its closing bracket, names and values in lower case.
///
/// What a template engine puts between attributes is read as attributes too, which does no harm.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for sign in tag.chars() {
        match (quote, sign) {
            (Some(open), _) if sign == open => {
                quote = None;
                // An attribute may follow a quote without a space between.
                words.push(String::new());
                continue;
            }
            (None, '"' | '\'') => {
                quote = Some(sign);
                continue;
            }
            (None, '>') => break,
            (None, _) if sign.is_whitespace() => {
                words.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(word) = words.last_mut() {
            word.push(sign.to_ascii_lowercase());
        }
    }
    words
        .iter()
        .filter(|word| !word.is_empty())
        .map(|word| word.split_once('=').unwrap_or((word, "")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
