//! No type of the archive shows above the clerks: what they give and take is theirs.
//!
//! Read are the public signatures of `service`: fields, variants, arguments and answers of what is `pub`, and what is
//! shown again by `pub use`.

use super::finding::Finding;
use super::knots::{Source, read};
use crate::workspace::TextFile;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::str::FromStr as _;

/// The files looked at.
const CLERKS: &str = "crates/service/src/";

/// The archive's crate, as files import it.
const ARCHIVE: &str = "chikaya_store";

/// What is no row: what the clerks are given at construction, and how the archive fails.
const NO_ROWS: &[&str] = &["Archive", "Blobs", "BlobError", "StoreError"];

/// One error for each public signature that names a type of the archive.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    files
        .iter()
        .filter(|file| file.path.starts_with(CLERKS) && file.extension() == "rs")
        .flat_map(check_one)
        .collect()
}

fn check_one(file: &TextFile) -> Vec<Finding> {
    let (Ok(source), Ok(tokens)) = (
        read(&file.path, &Vec::new(), &file.text),
        TokenStream::from_str(&file.text),
    ) else {
        // The check of knots says that it cannot be read.
        return Vec::new();
    };
    let rows = Rows::of(&source);
    let mut shown = BTreeSet::new();
    rows.walk(tokens, &mut shown);
    shown
        .into_iter()
        .map(|name| {
            Finding::error(
                &file.path,
                format!("`{name}` is the archive's: above the clerks shows a type of their own"),
            )
        })
        .collect()
}

/// What a file knows of the archive.
struct Rows {
    /// Types, by the names they have here.
    types: BTreeSet<String>,
    /// Modules, by the names they have here.
    modules: BTreeSet<String>,
}

impl Rows {
    fn of(source: &Source) -> Self {
        let (mut types, mut modules) = (BTreeSet::new(), BTreeSet::new());
        let brought = source
            .imports
            .iter()
            .filter(|import| import.path.first().is_some_and(|first| first == ARCHIVE));
        for import in brought {
            let is_type = import.path.last().is_some_and(|last| is_type(last));
            if !is_type {
                modules.insert(import.name.clone());
            } else if !import
                .path
                .last()
                .is_some_and(|last| NO_ROWS.contains(&last.as_str()))
            {
                types.insert(import.name.clone());
            }
        }
        modules.insert(ARCHIVE.to_owned());
        Self { types, modules }
    }

    /// Looks for what is `pub`, and at its signature.
    fn walk(&self, tokens: TokenStream, shown: &mut BTreeSet<String>) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.walk(group.stream(), shown),
                TokenTree::Ident(word) if word == "pub" => {
                    if let Some(TokenTree::Group(group)) = tokens.peek()
                        && group.delimiter() == Delimiter::Parenthesis
                    {
                        // `pub(crate)` and the like show nothing above.
                        tokens.next();
                        skip_item(&mut tokens);
                        continue;
                    }
                    self.look(&mut tokens, shown);
                }
                _ => {}
            }
        }
    }

    /// Looks at one public item, up to its body, and into the body where that is part of what shows.
    fn look(
        &self,
        tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>,
        shown: &mut BTreeSet<String>,
    ) {
        let mut signature = Vec::new();
        let mut is_enum = false;
        // Inside angle brackets a comma stands between types.
        let mut angles = 0_i32;
        for token in tokens.by_ref() {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == ';' => break,
                TokenTree::Punct(sign) if sign.as_char() == ',' && angles <= 0 => break,
                TokenTree::Punct(sign) if matches!(sign.as_char(), '<' | '>') => {
                    let is_arrow = signature
                        .last()
                        .is_some_and(|before: &String| before == "-");
                    angles += match sign.as_char() {
                        '<' => 1,
                        _ if is_arrow => 0,
                        _ => -1,
                    };
                    signature.push(sign.to_string());
                }
                TokenTree::Ident(word) if word == "enum" => is_enum = true,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    if is_enum || signature.iter().any(|word| word == "use") {
                        flatten(group.stream(), &mut signature);
                    } else {
                        // Fields say `pub` themselves; of functions and modules each inner thing does.
                        self.walk(group.stream(), shown);
                    }
                    if !signature.iter().any(|word| word == "use") {
                        break;
                    }
                }
                TokenTree::Group(group) => flatten(group.stream(), &mut signature),
                TokenTree::Ident(word) => signature.push(word.to_string()),
                TokenTree::Punct(sign) => signature.push(sign.to_string()),
                TokenTree::Literal(_) => {}
            }
        }
        self.judge(&signature, shown);
    }

    fn judge(&self, signature: &[String], shown: &mut BTreeSet<String>) {
        let is_use = signature.first().is_some_and(|word| word == "use");
        if is_use && !signature.iter().any(|word| word == ARCHIVE) {
            return;
        }
        for (at, word) in signature.iter().enumerate() {
            let is_row = if is_use {
                is_type(word) && !NO_ROWS.contains(&word.as_str())
            } else {
                let after_path = at >= 3 && signature[at - 1] == ":" && signature[at - 2] == ":";
                if after_path {
                    is_type(word)
                        && !NO_ROWS.contains(&word.as_str())
                        && path_begins(signature, at)
                            .is_some_and(|first| self.modules.contains(first))
                } else {
                    self.types.contains(word)
                }
            };
            if is_row {
                shown.insert(word.clone());
            }
        }
    }
}

/// The first step of the path that ends at `at`.
fn path_begins(signature: &[String], at: usize) -> Option<&String> {
    let mut first = at;
    while first >= 3 && signature[first - 1] == ":" && signature[first - 2] == ":" {
        first -= 3;
    }
    signature.get(first)
}

fn is_type(name: &str) -> bool {
    name.starts_with(|sign: char| sign.is_ascii_uppercase())
        && name.contains(|sign: char| sign.is_ascii_lowercase())
}

fn flatten(tokens: TokenStream, into: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => flatten(group.stream(), into),
            TokenTree::Ident(word) => into.push(word.to_string()),
            TokenTree::Punct(sign) => into.push(sign.to_string()),
            TokenTree::Literal(_) => {}
        }
    }
}

/// Passes over an item that does not show.
fn skip_item(tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>) {
    for token in tokens.by_ref() {
        match token {
            TokenTree::Punct(sign) if matches!(sign.as_char(), ';' | ',') => return,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let file = TextFile {
            path: format!("{CLERKS}town.rs"),
            text: text.into(),
        };
        check(&[file])
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn rows_that_show_are_found_wherever_they_show() {
        for text in [
            "pub use chikaya_store::case::queue::{Line, Order as Way};",
            "use chikaya_store::case::queue::Line; pub fn f(line: &Line) {}",
            "use chikaya_store::case::queue; pub async fn f() -> Result<Vec<queue::Line>, E> { a }",
            "use chikaya_store::person as people; pub struct S { pub person: people::StoredPerson }",
            "use chikaya_store::case::state::StoredCase; impl A { pub fn f(&self) -> StoredCase { b } }",
            "use chikaya_store::case::state::StoredCase; pub enum A { B { c: StoredCase } }",
            "use chikaya_store::case::state::StoredCase; pub fn f<A, B>(a: A) -> Result<A, StoredCase> { b }",
            "pub type A = chikaya_store::case::state::StoredCase;",
            "use chikaya_store::Tx; pub fn file(tx: &mut Tx<'_>) {}",
        ] {
            assert!(!shown(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_the_clerks_keep_to_themselves_passes() {
        for text in [
            "use chikaya_store::case::queue::Line; pub(crate) fn f(line: &Line) {}",
            "use chikaya_store::case::queue; pub fn f() -> u8 { let a: queue::Line = b; a }",
            "use chikaya_store::case::queue::Line; pub struct S { line: Line }",
            "use chikaya_store::StoreError; pub enum Trouble { Archive(StoreError) }",
            "use chikaya_store::person as people; pub struct S { pub(crate) person: people::StoredPerson, pub a: u8 }",
            "use chikaya_store::case::queue::Line; impl From<Line> for Mine { fn from(line: Line) -> Self { c } }",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }
}
