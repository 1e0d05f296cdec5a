//! The table of values that every door is tried with, for tests of this crate.

use crate::reference::{Reference, ReferencePrefix};

/// The halves of the access code in the table.
const CODE: (&str, &str) = ("7168", "7125");

/// The examples of a kind: what is typed, and what is kept or the key of the sentence that refuses it.
pub(crate) fn of_kind(kind: &str) -> Vec<(String, Result<String, &'static str>)> {
    let rows: Vec<_> = include_str!("../../tests/values.tsv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .map(|row| row.split('\t').collect::<Vec<_>>())
        .filter(|row| row[0] == kind)
        .map(|row| {
            let kept = row[2]
                .strip_prefix('!')
                .map_or_else(|| Ok(filled(row[2])), Err);
            (filled(row[1]), kept)
        })
        .collect();
    assert!(!rows.is_empty(), "no example of {kind}");
    rows
}

/// A cell with the signs and values it names.
fn filled(cell: &str) -> String {
    let prefix = ReferencePrefix::parse("CK").unwrap();
    let reference = Reference::draw(&prefix, 2026, 0x1234_5678_9abc).to_string();
    let filled = cell
        .replace("{reference}", &reference)
        .replace("{bare}", &reference.replace('-', ""))
        .replace("{dashes}", &reference.replace('-', "–"))
        .replace("{spaces}", &reference.replace('-', "\u{202f}"))
        .replace("{first}", CODE.0)
        .replace("{last}", CODE.1)
        .replace("\\0", "\0")
        .replace("\\r", "\r")
        .replace("\\n", "\n");
    let mut parts = filled.split("\\u{");
    let mut whole = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        whole.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        whole.push_str(rest);
    }
    whole
}
