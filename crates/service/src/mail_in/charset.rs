//! Letters of a mail: the label says which they are, and is wrong often enough. A text that reads badly by its label is read
//! by the bytes instead.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1256};

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// Its words.
    pub(super) text: String,
    /// Whether parts of it could not be read by any letters.
    pub(super) is_doubtful: bool,
}

/// Reads bytes that bear a label, or none.
pub(super) fn read(bytes: &[u8], label: Option<&str>) -> Read {
    // UTF-8 is not met by chance, once there is a letter beyond ASCII.
    if let Ok(text) = std::str::from_utf8(bytes) {
        let is_escaped =
            label.is_some_and(|label| label.to_ascii_lowercase().starts_with("iso-2022"));
        if !is_escaped {
            return Read {
                text: text.to_owned(),
                is_doubtful: false,
            };
        }
    }
    let labelled = label
        .map(|label| label.trim().trim_matches('"'))
        .and_then(|label| Encoding::for_label(label.as_bytes()));
    let by_label = labelled.map(|encoding| decoded(encoding, bytes));
    if let Some(read) = &by_label
        && !is_suspect(labelled, read, bytes)
    {
        return read.clone();
    }
    let arabic = decoded(WINDOWS_1256, bytes);
    if is_arabic(&arabic.text) {
        return arabic;
    }
    by_label
        .filter(|read| !read.is_doubtful)
        .unwrap_or_else(|| decoded(WINDOWS_1252, bytes))
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Read {
    let (text, _, is_doubtful) = encoding.decode(bytes);
    let is_doubtful = is_doubtful || text.contains('\u{fffd}');
    Read {
        text: text.into_owned(),
        is_doubtful,
    }
}

/// Whether a text read by its label looks as if the label were wrong: signs that are none, control signs within words, or
/// a row of Western letters with accents where a run of Arabic ones would stand.
fn is_suspect(labelled: Option<&'static Encoding>, read: &Read, bytes: &[u8]) -> bool {
    let has_controls = read
        .text
        .chars()
        .any(|sign| ('\u{80}'..='\u{9f}').contains(&sign));
    let is_western = labelled == Some(WINDOWS_1252);
    let has_runs = bytes
        .split(|byte| byte.is_ascii())
        .any(|run| run.len() >= 3);
    read.is_doubtful || has_controls || labelled == Some(UTF_8) || (is_western && has_runs)
}

/// Whether most letters beyond ASCII are Arabic.
fn is_arabic(text: &str) -> bool {
    let beyond: Vec<char> = text.chars().filter(|sign| !sign.is_ascii()).collect();
    let arabic = beyond
        .iter()
        .filter(|sign| ('\u{600}'..='\u{6ff}').contains(*sign))
        .count();
    !beyond.is_empty() && arabic * 4 >= beyond.len() * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "السلام عليكم، المصابيح مطفأة منذ أسبوع";

    #[test]
    fn a_wrong_label_is_not_obeyed() {
        let (bytes, _, _) = WINDOWS_1256.encode(WORDS);
        for label in [
            Some("windows-1256"),
            Some("iso-8859-1"),
            Some("iso-8859-6"),
            Some("us-ascii"),
            Some("utf-8"),
            Some("x-unknown"),
            None,
        ] {
            assert_eq!(read(&bytes, label).text, WORDS, "{label:?}");
        }
    }

    #[test]
    fn a_right_label_is_obeyed() {
        let french = "Depuis trois semaines, l’éclairage est éteint à l’école. Où êtes-vous ?";
        let (bytes, _, _) = WINDOWS_1252.encode(french);
        for label in [Some("iso-8859-1"), Some("windows-1252"), None] {
            assert_eq!(read(&bytes, label).text, french, "{label:?}");
        }
        let plain = "السلام عليكم";
        let arabic = Encoding::for_label(b"iso-8859-6").unwrap();
        let (bytes, _, _) = arabic.encode(plain);
        assert_eq!(read(&bytes, Some("iso-8859-6")).text, plain);
        assert_eq!(read(WORDS.as_bytes(), Some("iso-8859-1")).text, WORDS);
    }
}
