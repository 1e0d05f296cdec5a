//! Which messages the code asks for, read from its sources, so that tests can find a missing or a forgotten word.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use chikaya_domain::Language;

use crate::catalogue::{Catalogue, keys};

/// A message asked for by name, `say("…")` or `say_with("…", …)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The key.
    pub key: String,
    /// The file that asks.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The names of the arguments given, where they stand in the call itself; `say` gives none.
    pub arguments: Option<BTreeSet<String>>,
}

/// What a tree of sources asks for.
#[derive(Debug, Default)]
pub struct Usage {
    said: Vec<Said>,
    literals: BTreeSet<String>,
    families: BTreeSet<String>,
}

/// Reads every `*.rs` and `*.html` file under `root`, this crate and `target` folders left out.
///
/// Three things count as use: a key said directly; a key that stands as a string literal anywhere (a function may
/// return it); and a family, a literal that ends in a dash before a placeholder or a concatenation, such as
/// `format!("case-state-{state}")` or `"case-state-" ~ state`.
pub fn scan(root: &Path) -> io::Result<Usage> {
    let mut usage = Usage::default();
    for file in files(root)? {
        let text = fs::read_to_string(&file)?;
        usage.read(&file, &text);
    }
    Ok(usage)
}

impl Usage {
    /// What is said directly and has no message.
    pub fn missing(&self) -> Vec<&Said> {
        let known: BTreeSet<&str> = keys().collect();
        self.said
            .iter()
            .filter(|said| !known.contains(said.key.as_str()))
            .collect()
    }

    /// What is said without an argument that its message needs, and which.
    pub fn wanting(&self) -> Vec<(&Said, Vec<&'static str>)> {
        let french = Catalogue::of(Language::French);
        let wants = |said: &Said| -> Vec<&'static str> {
            let needed = french.arguments(&said.key).into_iter();
            said.arguments.as_ref().map_or_else(Vec::new, |given| {
                needed.filter(|name| !given.contains(*name)).collect()
            })
        };
        self.said
            .iter()
            .map(|said| (said, wants(said)))
            .filter(|(_, names)| !names.is_empty())
            .collect()
    }

    /// The literals that begin with `family`, such as `refusal-`: a room that hands out keys for others to say
    /// checks them against [`keys`].
    pub fn literals_of<'a>(&'a self, family: &'a str) -> impl Iterator<Item = &'a str> {
        self.literals
            .iter()
            .map(String::as_str)
            .filter(move |literal| literal.starts_with(family))
    }

    /// The keys that nothing asks for.
    pub fn unused(&self) -> Vec<&'static str> {
        keys()
            .filter(|key| !self.literals.contains(*key))
            .filter(|key| !self.families.iter().any(|family| key.starts_with(family)))
            .collect()
    }

    fn read(&mut self, file: &Path, text: &str) {
        for opening in ["say(", "say_with("] {
            for (place, _) in text.match_indices(opening) {
                let inside = text[place + opening.len()..].trim_start();
                if let Some(Literal::Key(key)) = inside.strip_prefix('"').and_then(literal) {
                    let after = &inside[key.len() + 2..];
                    self.said.push(Said {
                        key: key.to_owned(),
                        file: file.to_owned(),
                        line: text[..place].lines().count().max(1),
                        arguments: if opening == "say(" {
                            Some(BTreeSet::new())
                        } else {
                            names(after)
                        },
                    });
                }
            }
        }
        for (place, _) in text.match_indices('"') {
            match literal(&text[place + 1..]) {
                Some(Literal::Key(key)) => _ = self.literals.insert(key.to_owned()),
                Some(Literal::Family(family)) => _ = self.families.insert(family.to_owned()),
                None => {}
            }
        }
    }
}

enum Literal<'a> {
    /// `home-title"`.
    Key(&'a str),
    /// `case-state-{` or `case-state-"`.
    Family(&'a str),
}

/// The names in `, &[("name", …), …])`, which follows the key of a `say_with`; `None` if the arguments come from
/// elsewhere.
fn names(text: &str) -> Option<BTreeSet<String>> {
    let list = text
        .trim_start()
        .strip_prefix(',')?
        .trim_start()
        .strip_prefix("&[")?;
    let mut depth = 1_usize;
    let end = list.find(|sign: char| {
        match sign {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    let tuples = list[..end]
        .split('(')
        .filter_map(|part| part.trim_start().strip_prefix('"'));
    Some(
        tuples
            .filter_map(|part| part.split_once("\","))
            .map(|(name, _)| name.to_owned())
            .collect(),
    )
}

/// What the text after an opening quote begins with, if it reads like a key.
fn literal(text: &str) -> Option<Literal<'_>> {
    let end = text
        .find(|sign: char| !(sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-'))?;
    let (word, rest) = text.split_at(end);
    match rest.chars().next()? {
        '"' | '{' if word.len() > 1 && word.ends_with('-') => Some(Literal::Family(word)),
        '"' if !word.is_empty() => Some(Literal::Key(word)),
        _ => None,
    }
}

fn files(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                if !path.ends_with("i18n") && !path.ends_with("target") {
                    folders.push(path);
                }
            } else if path
                .extension()
                .is_some_and(|extension| extension == "rs" || extension == "html")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usage(text: &str) -> Usage {
        let mut usage = Usage::default();
        usage.read(Path::new("page.html"), text);
        usage
    }

    #[test]
    fn a_missing_key_is_named_with_its_line() {
        let usage = usage(
            "<h1>{{ voice.say(\"home-title\") }}</h1>\n<p>{{ voice.say_with(\n  \"no-such-key\", &[]) }}",
        );
        let missing = usage.missing();
        assert_eq!(missing.len(), 1);
        assert_eq!(
            (missing[0].key.as_str(), missing[0].line),
            ("no-such-key", 2)
        );
    }

    #[test]
    fn families_and_literals_count_as_use() {
        let usage = usage(
            "format!(\"case-state-{state}\"); \"mail-\" ~ kind; match x { A => \"button-send\" }",
        );
        let unused = usage.unused();
        assert!(
            !unused
                .iter()
                .any(|key| key.starts_with("case-state-") || key.starts_with("mail-"))
        );
        assert!(!unused.contains(&"button-send") && unused.contains(&"button-cancel"));
    }

    #[test]
    fn an_argument_left_out_is_named() {
        let usage =
            usage("say_with(\"mail-due\", &[]); say(\"mail-due\"); say_with(\"mail-due\", given)");
        let names: Vec<_> = usage
            .wanting()
            .into_iter()
            .map(|(_, names)| names)
            .collect();
        assert_eq!(names, [["date"], ["date"]]);
    }

    #[test]
    fn arguments_are_read_from_the_call() {
        let usage = usage(
            "say_with(\"nav-step\", &[(\"step\", number(places[0])), (\n\"steps\", number(4))])",
        );
        assert!(usage.wanting().is_empty());
    }

    #[test]
    fn what_is_no_key_is_passed_over() {
        let usage = usage("say(\"Bonjour\"); say(key); \"\"; \"a b\"");
        assert!(usage.missing().is_empty());
        assert!(usage.families.is_empty());
    }
}
