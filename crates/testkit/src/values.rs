//! The table of values that come in, for tests that try every door with it.

/// One row: what is typed into which field, and what is kept of it.
#[derive(Clone, Debug)]
pub struct Example {
    /// The kind of value, such as `phone`.
    pub kind: &'static str,
    /// What is typed.
    pub typed: String,
    /// What is kept, or the key of the sentence that refuses it.
    pub kept: Result<String, &'static str>,
}

/// The rows of these kinds, with the reference of a case and its access code filled in.
///
/// # Panics
/// When the table cannot be read.
pub fn examples(kinds: &[&str], reference: &str, code: &str) -> Vec<Example> {
    include_str!("../../domain/tests/values.tsv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .map(|row| {
            let mut cells = row.split('\t');
            let mut cell = || cells.next().expect("a row has three cells");
            (cell(), cell(), cell())
        })
        .filter(|(kind, ..)| kinds.contains(kind))
        .map(|(kind, typed, kept)| Example {
            kind,
            typed: filled(typed, reference, code),
            kept: kept
                .strip_prefix('!')
                .map_or_else(|| Ok(filled(kept, reference, code)), Err),
        })
        .collect()
}

/// A cell with the signs and values it names.
fn filled(cell: &str, reference: &str, code: &str) -> String {
    let (first, last) = code.split_at(code.len() / 2);
    let filled = cell
        .replace("{reference}", reference)
        .replace("{bare}", &reference.replace('-', ""))
        .replace("{dashes}", &reference.replace('-', "–"))
        .replace("{spaces}", &reference.replace('-', "\u{202f}"))
        .replace("{first}", first)
        .replace("{last}", last)
        .replace("\\0", "\0")
        .replace("\\r", "\r")
        .replace("\\n", "\n");
    let mut parts = filled.split("\\u{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (sign, rest) = part.split_once('}').expect("a sign is closed");
        let number = u32::from_str_radix(sign, 16).expect("a sign is a number");
        whole.push(char::from_u32(number).expect("the number is that of a sign"));
        whole.push_str(rest);
    }
    whole
}
