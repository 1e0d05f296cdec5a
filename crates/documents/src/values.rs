//! Receipts, letters and registers as JSON for their templates: never as source, so that no character of people's can be markup.

use serde_json::{Value, json};
use typst::text::Font;

use crate::letter::Letter;
use crate::letters::{Author, direction, printable};
use crate::measure::Ruler;
use crate::receipt::{Labels, Receipt};
use crate::register::Register;

/// What is set on a sheet, and what its file says of itself.
///
/// Title and author of the file stand beside the words and not in the template: Typst takes them for a style of all
/// that follows, and with a title of its own no paragraph of a page would be the same as on another.
pub(crate) struct Sheet {
    /// What the template reads.
    pub words: Value,
    /// The title of the file.
    pub title: String,
    /// The author of the file.
    pub author: String,
}

/// What a line of a roll holds, in em of its letters: 72 mm, less where Arabic letters are larger.
const SLIP_ROOM: f64 = 19.0;

/// Makes what `templates/slip.typ` reads as `slip.json`.
pub(crate) fn of_slip(receipt: &Receipt<'_>, faces: &[Font]) -> Sheet {
    let mut sheet = of_receipt(receipt, faces);
    let ruler = Ruler::heavy(faces);
    let broken = |text: &str| Value::String(ruler.broken(text, SLIP_ROOM));
    if let Some(facts) = sheet.words["facts"].as_array_mut() {
        for fact in facts {
            fact["text"] = broken(fact["text"].as_str().unwrap_or_default());
        }
    }
    let track = receipt.follow_url.split_once("://");
    let track = track.map_or(receipt.follow_url, |(_, address)| address);
    sheet.words["track"] = broken(&printable(track, Author::Other, faces));
    sheet
}

/// Makes what `templates/receipt.typ` reads as `receipt.json`; the press adds `scale`, `tiles` and `margins`.
pub(crate) fn of_receipt(receipt: &Receipt<'_>, faces: &[Font]) -> Sheet {
    let word = |text: &str| printable(text, Author::Portal, faces);
    let said = |text: &str| printable(text, Author::Other, faces);
    let Receipt { labels, .. } = receipt;

    let (by_telephone, keypad) = receipt.keypad.unzip();
    let facts = [
        (by_telephone.unwrap_or_default(), keypad),
        (labels.kind, Some(receipt.kind)),
        (labels.title, Some(receipt.title)),
        (labels.organisation, Some(receipt.organisation)),
        (labels.filer, receipt.filer),
        (labels.channel, receipt.channel),
        (labels.files, receipt.files),
    ];
    let facts: Vec<Value> = facts
        .into_iter()
        .filter_map(|(label, text)| text.map(|text| (label, text)))
        .map(|(label, text)| {
            let dir = direction(text, receipt.language);
            json!({ "label": word(label), "text": said(text), "dir": dir })
        })
        .collect();
    let steps: Vec<Value> = receipt
        .steps
        .iter()
        .map(|step| json!({ "title": word(step.title), "text": word(step.text) }))
        .collect();
    let clock = receipt.clock.map(|clock| {
        json!({
            "start": word(clock.start),
            "start-label": word(clock.start_label),
            "end": word(clock.end),
            "end-label": word(clock.end_label),
        })
    });

    let brand = word(labels.brand);
    let reference = said(receipt.reference);
    let title = format!("{} {reference} · {brand}", word(labels.document));
    let words = json!({
        "numbered": false,
        "lang": receipt.language.code(),
        "dir": receipt.language.direction(),
        "reference": reference,
        "access-code": said(receipt.access_code),
        "facts": facts,
        "filed-at": word(receipt.filed_at),
        "due": word(receipt.due),
        "derivation": word(receipt.derivation),
        "clock": clock,
        "steps": steps,
        "follow-url": said(receipt.follow_url),
        "proof": receipt.proof.map(word),
        "sample": receipt.sample.map(word),
        "labels": words_of(labels, word),
    });
    Sheet {
        words,
        title,
        author: brand,
    }
}

/// Lines of the address of whoever writes that stand below each other.
const SENDER_LINES: usize = 4;

/// Makes a letter of those that `templates/letter.typ` reads as `letter.json`.
pub(crate) fn of_letter(letter: &Letter<'_>, reference: &str, faces: &[Font]) -> Sheet {
    let word = |text: &str| printable(text, Author::Portal, faces);
    let said = |text: &str| printable(text, Author::Other, faces);
    let line = |text: &&str| json!({ "text": said(text), "dir": direction(text, letter.language) });
    let facts: Vec<Value> = letter
        .facts
        .iter()
        .map(|(label, text)| {
            let dir = direction(text, letter.language);
            json!({ "label": word(label), "text": said(text), "dir": dir })
        })
        .collect();
    // Many short lines are laid into one, so that all stand above the window.
    let joined;
    let sender_address: Vec<Value> = if letter.sender_address.len() > SENDER_LINES {
        joined = letter.sender_address.join(" · ");
        vec![line(&joined.as_str())]
    } else {
        letter.sender_address.iter().map(line).collect()
    };
    let parts: Vec<Value> = letter
        .parts
        .iter()
        .map(|part| {
            json!({
                "heading": word(part.heading),
                "means": part.means.iter().copied().map(word).collect::<Vec<_>>(),
                "lines": part.lines.iter().map(line).collect::<Vec<_>>(),
            })
        })
        .collect();

    let (brand, document) = (word(letter.brand), word(letter.document));
    let sender = word(letter.sender);
    let title = format!("{document} {} · {brand}", word(reference));
    let words = json!({
        "pages": 1,
        "lang": letter.language.code(),
        "dir": letter.language.direction(),
        "brand": brand,
        "document": document,
        "sender": sender,
        "sender-address": sender_address,
        "recipient": letter.recipient.iter().map(line).collect::<Vec<_>>(),
        "day": word(letter.day),
        "facts": facts,
        "parts": parts,
        "foot": letter.foot.iter().copied().map(word).collect::<Vec<_>>(),
        "follow-url": word(letter.follow_url),
        "qr": letter.code.map(|code| word(code.alternative)),
        "sample": letter.sample.map(word),
    });
    Sheet {
        words,
        title,
        author: sender,
    }
}

/// Lays letters, as [`of_letter`] makes them, into one file that says of itself what the first does.
pub(crate) fn of_letters(letters: &[Value], first: &Sheet) -> Sheet {
    Sheet {
        words: json!({ "letters": letters }),
        title: first.title.clone(),
        author: first.author.clone(),
    }
}

/// Makes what `templates/register.typ` reads as `register.json`.
pub(crate) fn of_register(register: &Register<'_>, faces: &[Font]) -> Sheet {
    let word = |text: &str| printable(text, Author::Portal, faces);
    let said = |text: &str| printable(text, Author::Other, faces);
    let own = register.language.direction();
    let cell = |text: &str| {
        // Thousands of cells are mostly in the direction of the page: those are mere strings.
        let dir = direction(text, register.language);
        if dir == own {
            Value::String(said(text))
        } else {
            json!({ "text": said(text), "dir": dir })
        }
    };
    let lines = |text: &str| {
        let lines: Vec<Value> = text.lines().map(cell).collect();
        match lines.len() {
            0 => Value::String(String::new()),
            1 => lines.into_iter().next().unwrap_or_default(),
            _ => json!({ "lines": lines }),
        }
    };
    let columns: Vec<Value> = register
        .columns
        .iter()
        .map(|(heading, width)| {
            let heading: Vec<String> = heading.lines().map(word).collect();
            json!({ "heading": heading, "width": width })
        })
        .collect();
    let rows: Vec<Value> = register
        .rows
        .iter()
        .map(|row| row.iter().map(|text| lines(text)).collect())
        .collect();
    let about: Vec<Value> = register
        .about
        .iter()
        .map(|(label, value)| json!({ "label": word(label), "text": cell(value) }))
        .collect();
    let (brand, document) = (word(register.brand), word(register.document));
    let owner = said(register.owner);
    let title = format!("{document} · {owner} · {brand}");
    let words = json!({
        "lang": register.language.code(),
        "dir": own,
        "brand": brand,
        "document": document,
        "owner": cell(register.owner),
        "about": about,
        "columns": columns,
        "rows": rows,
        "sample": register.sample.map(word),
    });
    Sheet {
        words,
        title,
        author: owner,
    }
}

fn words_of(labels: &Labels<'_>, word: impl Fn(&str) -> String) -> Value {
    json!({
        "brand": word(labels.brand),
        "tagline": word(labels.tagline),
        "kingdom": word(labels.kingdom),
        "document": word(labels.document),
        "heading": word(labels.heading),
        "reference": word(labels.reference),
        "access-code": word(labels.access_code),
        "keep": word(labels.keep),
        "keep-why": word(labels.keep_why),
        "derivation": word(labels.derivation),
        "steps": word(labels.steps),
        "mediator": word(labels.mediator),
        "help": word(labels.help),
        "seal-alt": word(labels.seal_alt),
        "qr-alt": word(labels.qr_alt),
    })
}
