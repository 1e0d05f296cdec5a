//! Style sheets say start and end, never left and right: pages are read in both directions.

use super::files::is_foreign;
use super::finding::Finding;
use crate::workspace::TextFile;

/// Where the style sheets lie.
const FOLDER: &str = "crates/web/assets/";

/// Properties that take a side as their value.
const SIDED: &[&str] = &[
    "text-align",
    "text-align-last",
    "float",
    "clear",
    "caption-side",
];

/// Every declaration that names a physical side.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    files
        .iter()
        .filter(|file| {
            file.path.starts_with(FOLDER) && file.extension() == "css" && !is_foreign(file)
        })
        .flat_map(|file| {
            declarations(&file.text)
                .into_iter()
                .filter_map(|declaration| {
                    let instead = fault(&declaration)?;
                    let place = format!("{}:{}", file.path, declaration.line);
                    Some(Finding::error(
                        place,
                        format!("`{}`: write {instead}", declaration.shown()),
                    ))
                })
        })
        .collect()
}

/// A property with its value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Declaration {
    /// Counted from 1.
    pub(super) line: usize,
    /// In lower case.
    pub(super) property: String,
    /// In lower case.
    pub(super) value: String,
}

impl Declaration {
    fn shown(&self) -> String {
        format!("{}: {}", self.property, self.value)
    }
}

/// What to write instead of a declaration that names a side.
pub(super) fn fault(declaration: &Declaration) -> Option<String> {
    let property = declaration.property.as_str();
    // Custom properties are names of ours, not of the layout.
    if property.starts_with("--") {
        return None;
    }
    if matches!(property, "left" | "right") {
        return Some(format!("`inset-inline-{}`", direction(property)));
    }
    if property.starts_with("border-") && property.ends_with("-radius") {
        let sided = property.contains("left") || property.contains("right");
        return sided.then(|| "a logical corner such as `border-start-start-radius`".to_owned());
    }
    let mut words: Vec<&str> = property.split('-').collect();
    if let Some(at) = words
        .iter()
        .position(|word| matches!(*word, "left" | "right"))
    {
        let side = direction(words[at]);
        words.splice(at..=at, ["inline", side]);
        return Some(format!("`{}`", words.join("-")));
    }
    let side = declaration
        .value
        .split_whitespace()
        .find(|word| matches!(*word, "left" | "right"))?;
    match property {
        "float" | "clear" => Some(format!("`inline-{}`", direction(side))),
        _ if SIDED.contains(&property) => Some(format!("`{}`", direction(side))),
        _ => None,
    }
}

fn direction(side: &str) -> &'static str {
    if side == "left" { "start" } else { "end" }
}

/// The declarations of a style sheet: what ends in `;` or `}` and holds a colon, outside comments and strings.
pub(super) fn declarations(sheet: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut piece = String::new();
    let mut line = 1;
    let mut begins = 1;
    let mut quote = None;
    let mut brackets = 0_usize;
    let mut signs = sheet.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '\n' {
            line += 1;
        }
        match (quote, sign) {
            (Some(open), _) => {
                if sign == '\\' {
                    signs.next();
                } else if sign == open {
                    quote = None;
                }
            }
            (None, '"' | '\'') => quote = Some(sign),
            (None, '/') if signs.peek() == Some(&'*') => {
                line += skip_comment(&mut signs);
            }
            (None, '(') => brackets += 1,
            (None, ')') => brackets = brackets.saturating_sub(1),
            // What stood before was a selector or the head of a rule.
            (None, '{') => piece.clear(),
            // Inside brackets a semicolon belongs to an address.
            (None, ';' | '}') if brackets == 0 => {
                found.extend(declaration(&piece, begins));
                piece.clear();
            }
            _ => {
                if piece.trim().is_empty() {
                    begins = line;
                }
                piece.push(sign);
            }
        }
    }
    found
}

/// Passes over a comment whose first sign is read; returns the number of line ends in it.
fn skip_comment(signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> usize {
    let mut lines = 0;
    let mut before = ' ';
    // The star that opens the comment must not close it too.
    signs.next();
    for sign in signs.by_ref() {
        if before == '*' && sign == '/' {
            break;
        }
        lines += usize::from(sign == '\n');
        before = sign;
    }
    lines
}

fn declaration(piece: &str, line: usize) -> Option<Declaration> {
    let (property, value) = piece.split_once(':')?;
    Some(Declaration {
        line,
        property: property.trim().to_ascii_lowercase(),
        value: value.trim().to_ascii_lowercase(),
    })
}
