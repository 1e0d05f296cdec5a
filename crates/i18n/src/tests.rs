//! What every message file owes its readers: completeness, good typography, right plurals and dates.

mod complete;
mod dates;
mod derivation;
mod law;
mod plurals;
mod style;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::Language;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::parser::parse;

use crate::catalogue::FILES;

/// One message as its file has it.
struct Message {
    file: &'static str,
    key: String,
    pattern: Pattern<&'static str>,
}

/// A parsed file; panics with the place of a line that is no message.
fn parsed(code: &str, file: &str, text: &'static str) -> Resource<&'static str> {
    match parse(text) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("locales/{code}/{file}: {errors:?}"),
    }
}

/// Every message of `language`.
fn messages(language: Language) -> Vec<Message> {
    let mut found = Vec::new();
    for (code, file, text) in FILES.iter().filter(|(code, _, _)| *code == language.code()) {
        for entry in parsed(code, file, text).body {
            if let Entry::Message(message) = entry {
                let key = message.id.name.to_owned();
                let pattern = message
                    .value
                    .unwrap_or_else(|| panic!("locales/{code}/{file}: `{key}` has no text"));
                assert!(
                    message.attributes.is_empty(),
                    "locales/{code}/{file}: `{key}` has attributes"
                );
                found.push(Message { file, key, pattern });
            }
        }
    }
    found
}

/// What a pattern holds: its texts, the names of its arguments, and its selections (argument, keys of variants).
#[derive(Default)]
struct Content {
    texts: Vec<&'static str>,
    arguments: BTreeSet<&'static str>,
    selections: Vec<(&'static str, Vec<String>)>,
}

fn content(pattern: &Pattern<&'static str>) -> Content {
    let mut content = Content::default();
    collect(pattern, &mut content);
    content
}

fn collect(pattern: &Pattern<&'static str>, content: &mut Content) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => content.texts.push(value),
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => _ = argument(inline, content),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                let name = argument(selector, content);
                let keys = variants.iter().map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                content.selections.push((name, keys.collect()));
                for variant in variants {
                    collect(&variant.value, content);
                }
            }
        }
    }
}

fn argument(expression: &InlineExpression<&'static str>, content: &mut Content) -> &'static str {
    match expression {
        InlineExpression::VariableReference { id } => {
            content.arguments.insert(id.name);
            id.name
        }
        other => panic!("only arguments stand in braces, not {other:?}"),
    }
}

/// Messages by key.
fn by_key(language: Language) -> BTreeMap<String, Message> {
    messages(language)
        .into_iter()
        .map(|message| (message.key.clone(), message))
        .collect()
}
