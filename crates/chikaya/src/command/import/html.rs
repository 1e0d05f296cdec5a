//! The text of a cell that a register keeps as HTML: what a browser would show, line by line.

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "section",
    "article",
];

/// Elements of which nothing is shown.
const HIDDEN: &[&str] = &["script", "style", "head", "title"];

/// The text that a browser would show. What only looks like a tag (`a < b`) stays.
pub(super) fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((tag, after)) = tag(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = after;
        if BLOCKS.contains(&tag.name.as_str()) {
            text.push('\n');
            if tag.name == "li" && !tag.is_end {
                text.push_str("– ");
            }
        }
        if HIDDEN.contains(&tag.name.as_str()) && !tag.is_end {
            let end = format!("</{}", tag.name);
            let lower = rest.to_ascii_lowercase();
            let until = lower.find(&end).unwrap_or(rest.len());
            rest = &rest[until..];
        }
    }
    text.push_str(rest);
    let lines: Vec<String> = entities(&text)
        .split('\n')
        .map(|line| {
            line.split([' ', '\t', '\r'])
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

struct Tag {
    name: String,
    is_end: bool,
}

/// The tag, comment or declaration that a text begins with, and what follows it.
fn tag(text: &str) -> Option<(Tag, &str)> {
    let none = |rest| {
        let name = String::new();
        Some((
            Tag {
                name,
                is_end: false,
            },
            rest,
        ))
    };
    if let Some(comment) = text.strip_prefix("<!--") {
        return none(comment.split_once("-->").map_or("", |(_, rest)| rest));
    }
    let inner = &text[1..];
    let (is_end, inner) = inner
        .strip_prefix('/')
        .map_or((false, inner), |inner| (true, inner));
    if !inner.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '!') {
        return None;
    }
    // A sign > in the value of an attribute ends nothing.
    let mut quote = None;
    let end = inner.char_indices().find(|(_, sign)| {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(*sign),
            (None, '>') => return true,
            (Some(open), sign) if open == *sign => quote = None,
            _ => {}
        }
        false
    });
    let (at, _) = end?;
    let name = inner
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    Some((Tag { name, is_end }, &inner[at + 1..]))
}

/// A text with its entities as the signs they stand for; what stands for none stays.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let named = rest
            .find(';')
            .filter(|end| *end <= 10)
            .and_then(|end| Some((sign(&rest[..end])?, end)));
        match named {
            Some((sign, end)) => {
                out.push(sign);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn sign(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "laquo" => '«',
        "raquo" => '»',
        "hellip" => '…',
        "ndash" => '–',
        "mdash" => '—',
        "deg" => '°',
        "euro" => '€',
        "eacute" => 'é',
        "Eacute" => 'É',
        "egrave" => 'è',
        "ecirc" => 'ê',
        "euml" => 'ë',
        "agrave" => 'à',
        "Agrave" => 'À',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "Ccedil" => 'Ç',
        "icirc" => 'î',
        "iuml" => 'ï',
        "ocirc" => 'ô',
        "ouml" => 'ö',
        "ugrave" => 'ù',
        "ucirc" => 'û',
        "uuml" => 'ü',
        "oelig" => 'œ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_html_reads_as_a_browser_shows_it() {
        for (html, text) in [
            (
                "<p>Pas d&#39;eau&nbsp;<b>ici</b></p><p>depuis&eacute; lundi</p>",
                "Pas d'eau\u{a0}ici\ndepuisé lundi",
            ),
            ("un<br/>deux<br>trois", "un\ndeux\ntrois"),
            ("<ul><li>un</li><li>deux</li></ul>", "– un\n– deux"),
            ("2 < 3 & 5 > 4, R&D; &bogus;", "2 < 3 & 5 > 4, R&D; &bogus;"),
            (
                "<style>p{}</style><!-- > --><a title=\"a>b\" href=x>lien</a>",
                "lien",
            ),
            ("المصابيح<BR>مطفأة &#x2019;", "المصابيح\nمطفأة ’"),
            ("<p>never closed", "never closed"),
            ("a <b", "a <b"),
        ] {
            assert_eq!(text_of(html), text, "{html}");
        }
    }
}
