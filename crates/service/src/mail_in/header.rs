//! Heads of a mail as they were written: a name, and words that may go over several lines.

/// A head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Its name, in lower case.
    pub(super) name: String,
    /// What it says, on one line.
    pub(super) value: String,
}

/// Most bytes of heads that are looked at.
const LIMIT: usize = 256 * 1024;

/// The heads of a mail, in their order. Bytes that are no UTF-8 are replaced: what is decided here is written in ASCII.
pub(super) fn heads(raw: &[u8]) -> Vec<Head> {
    let mut found: Vec<Head> = Vec::new();
    let raw = &raw[..raw.len().min(LIMIT)];
    for line in raw.split(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            if let Some(last) = found.last_mut() {
                last.value.push(' ');
                last.value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            found.push(Head {
                name: name.trim().to_ascii_lowercase(),
                value: value.trim().to_owned(),
            });
        }
    }
    found
}

/// The first head of a name.
pub(super) fn first<'a>(heads: &'a [Head], name: &str) -> Option<&'a str> {
    heads
        .iter()
        .find(|head| head.name == name)
        .map(|head| head.value.as_str())
}

/// What stands behind the heads.
pub(super) fn body(raw: &[u8]) -> &[u8] {
    let mut from = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        from += line.len();
        if matches!(line, b"\n" | b"\r\n") {
            return &raw[from..];
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_over_several_lines_is_one() {
        let raw = b"Subject: one\r\n two\r\nX-Other:three\r\n\r\nBody: none\r\n";
        let heads = heads(raw);
        assert_eq!(heads.len(), 2);
        assert_eq!(first(&heads, "subject"), Some("one two"));
        assert_eq!(body(raw), b"Body: none\r\n");
        assert_eq!(body(b"Subject: one"), b"");
    }
}
