//! Names of files in a mail (RFC 2231): the one in all letters before the one in ASCII, each piece by the letters that the
//! first one names. A name is a label and nothing else.

use encoding_rs::{Encoding, UTF_8};

/// The name in a head such as `attachment; filename*=…`, from the parameter `filename` or `name`, in all letters; `None` when
/// it has none in that form.
pub(super) fn in_all_letters(head: &str, parameter: &str) -> Option<String> {
    let mut pieces: Vec<(u32, bool, String)> = Vec::new();
    for part in parts(head) {
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        let name = name.trim().to_ascii_lowercase();
        let Some(rest) = name.strip_prefix(parameter) else {
            continue;
        };
        let Some(rest) = rest.strip_prefix('*') else {
            continue;
        };
        let is_escaped = rest.is_empty() || rest.ends_with('*');
        let number = rest.trim_end_matches('*');
        let number = if number.is_empty() {
            0
        } else {
            number.parse().ok()?
        };
        pieces.push((
            number,
            is_escaped,
            value.trim().trim_matches('"').to_owned(),
        ));
    }
    pieces.sort_by_key(|(number, ..)| *number);
    let (_, is_escaped, first) = pieces.first()?;
    let mut letters = UTF_8;
    let mut bytes = Vec::new();
    let first = if *is_escaped {
        let mut cells = first.splitn(3, '\'');
        let (charset, _, value) = (cells.next()?, cells.next()?, cells.next()?);
        letters = Encoding::for_label(charset.as_bytes()).unwrap_or(UTF_8);
        value.to_owned()
    } else {
        first.clone()
    };
    for (index, (_, is_escaped, piece)) in pieces.iter().enumerate() {
        let piece = if index == 0 { &first } else { piece };
        if *is_escaped {
            unescape(piece, &mut bytes);
        } else {
            bytes.extend_from_slice(piece.as_bytes());
        }
    }
    let (name, _, _) = letters.decode(&bytes);
    Some(name.into_owned()).filter(|name| !name.trim().is_empty())
}

/// The parts of a head between semicolons that stand in no quotation marks.
fn parts(head: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut is_quoted) = (0, false);
    for (at, sign) in head.char_indices() {
        match sign {
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                found.push(&head[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&head[from..]);
    found
}

fn unescape(text: &str, into: &mut Vec<u8>) {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let pair = [bytes.next(), bytes.next()]
                .map(|half| half.and_then(|half| char::from(half).to_digit(16)));
            if let [Some(high), Some(low)] = pair {
                into.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            }
        } else {
            into.push(byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_in_all_letters_is_read_piece_by_piece() {
        for (head, expected) in [
            (
                "attachment; filename=\"recu.pdf\"; filename*=UTF-8''re%C3%A7u.pdf",
                Some("reçu.pdf"),
            ),
            (
                "attachment; filename*0*=windows-1256''%CA%DE; filename*1*=%D1%ED%D1.pdf",
                Some("تقرير.pdf"),
            ),
            (
                "attachment; filename*1=\" 2.pdf\"; filename*0*=utf-8''a%20b",
                Some("a b 2.pdf"),
            ),
            ("attachment; filename=\"a;filename*=x.pdf\"", None),
            ("attachment; filename=\"recu.pdf\"", None),
            ("attachment; filename*=broken", None),
        ] {
            assert_eq!(
                in_all_letters(head, "filename").as_deref(),
                expected,
                "{head}"
            );
        }
    }
}
