//! A mail as it is read: who says to have written it, its words, its files, and what of it cannot be shown.

use bytes::Bytes;
use chikaya_domain::{
    person::Email,
    text::{beginning, free, line},
};
use mail_parser::{
    Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType,
    decoders::{
        base64::base64_decode, html::html_to_text, quoted_printable::quoted_printable_decode,
    },
};

use super::{
    charset, file_name,
    header::{self, Head},
    report::{self, Report},
};

/// Parts of a mail at most. What programs of people send has a dozen.
const PARTS: usize = 200;

/// Lines at most that could begin a part: a mail with more is not even taken apart.
const BOUNDARIES: usize = 2_000;

/// Longest subject, in characters.
const SUBJECT_LIMIT: usize = 300;

/// Longest text kept of a mail, in characters; the whole of it stays with the mail.
pub(super) const WORDS_LIMIT: usize = 20_000;

/// Mails within a mail that are read: one that was sent on.
const WITHIN: usize = 1;

/// A mail, read.
pub(super) struct Letter {
    /// Its heads.
    pub(super) heads: Vec<Head>,
    /// The one address it says to come from.
    pub(super) from: Option<Email>,
    /// Its subject on one line.
    pub(super) subject: String,
    /// Its words.
    pub(super) words: String,
    /// Its files, in their order.
    pub(super) files: Vec<LetterFile>,
    /// What of it cannot be shown.
    pub(super) left_out: Vec<LeftOut>,
    /// What a server reports of a mail of ours.
    pub(super) report: Option<Report>,
    /// Whether letters of it could not be read.
    pub(super) is_doubtful: bool,
}

/// A file of a mail.
#[derive(Clone)]
pub(super) struct LetterFile {
    /// Its name as a label.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Bytes,
}

/// A part that stays with the whole mail and is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LeftOut {
    /// A signature (S/MIME, PGP).
    Signature,
    /// Something that was locked for somebody else's key.
    Locked,
    /// An invitation of a calendar.
    Calendar,
    /// A parcel of Outlook's own (TNEF, `winmail.dat`).
    Parcel,
}

impl LeftOut {
    /// The key of the sentence that says it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Signature => "mail-in-left-signature",
            Self::Locked => "mail-in-left-locked",
            Self::Calendar => "mail-in-left-calendar",
            Self::Parcel => "mail-in-left-parcel",
        }
    }
}

/// Why a mail is not taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It has more parts than a mail of a person.
    TooManyParts,
    /// It is no mail.
    NoMail,
}

/// Reads a mail.
pub(super) fn read(raw: &[u8]) -> Result<Letter, Unread> {
    let boundaries = raw
        .split(|byte| *byte == b'\n')
        .filter(|line| line.starts_with(b"--"))
        .take(BOUNDARIES + 1)
        .count();
    if boundaries > BOUNDARIES {
        return Err(Unread::TooManyParts);
    }
    let message = MessageParser::default().parse(raw).ok_or(Unread::NoMail)?;
    let heads = header::heads(raw);
    let mut letter = Letter {
        from: from_of(&message),
        subject: beginning(&line(message.subject().unwrap_or_default()), SUBJECT_LIMIT).to_owned(),
        heads,
        words: String::new(),
        files: Vec::new(),
        left_out: Vec::new(),
        report: None,
        is_doubtful: false,
    };
    let mut parts = 0;
    take(&mut letter, &message, 0, &mut parts)?;
    letter.left_out.sort_unstable();
    letter.left_out.dedup();
    letter.words = beginning(free(&letter.words).trim(), WORDS_LIMIT).to_owned();
    Ok(letter)
}

/// The one address that a mail says to come from.
fn from_of(message: &Message<'_>) -> Option<Email> {
    let mut from = message.from()?.iter().filter_map(|from| from.address());
    let first = Email::parse(from.next()?).ok()?;
    from.next().is_none().then_some(first)
}

/// Takes a message apart.
fn take(
    letter: &mut Letter,
    message: &Message<'_>,
    depth: usize,
    parts: &mut usize,
) -> Result<(), Unread> {
    *parts += message.parts.len();
    if *parts > PARTS {
        return Err(Unread::TooManyParts);
    }
    for id in &message.text_body {
        if let Some(part) = message.part(*id) {
            say(letter, message, part);
        }
    }
    // What is locked is one part for programs; it is no file of anybody's.
    let is_locked = message
        .parts
        .iter()
        .any(|part| kind_of(part) == "multipart/encrypted");
    for (id, part) in message.parts.iter().enumerate() {
        let kind = kind_of(part);
        match kind.as_str() {
            "application/octet-stream" if is_locked => {}
            "multipart/encrypted" | "application/pkcs7-mime" | "application/x-pkcs7-mime" => {
                let is_signed = part
                    .content_type()
                    .and_then(|kind| kind.attribute("smime-type"))
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("signed-data"));
                letter.left_out.push(if is_signed {
                    LeftOut::Signature
                } else {
                    LeftOut::Locked
                });
            }
            "application/pgp-signature"
            | "application/pkcs7-signature"
            | "application/x-pkcs7-signature" => letter.left_out.push(LeftOut::Signature),
            "application/pgp-encrypted" => {}
            "application/ms-tnef" | "application/vnd.ms-tnef" => {
                letter.left_out.push(LeftOut::Parcel);
            }
            "text/calendar" => letter.left_out.push(LeftOut::Calendar),
            "message/delivery-status" | "message/global-delivery-status" => {
                letter.report = report::read(&String::from_utf8_lossy(&bytes_of(message, part)));
            }
            _ if kind.starts_with("multipart/") => {}
            _ => {
                let is_file = message
                    .attachments
                    .iter()
                    .any(|attachment| usize::try_from(*attachment) == Ok(id));
                if is_file {
                    take_file(letter, message, part, depth, parts)?;
                }
            }
        }
    }
    Ok(())
}

/// Takes a part that is a file, or a mail that was sent on.
fn take_file(
    letter: &mut Letter,
    message: &Message<'_>,
    part: &MessagePart<'_>,
    depth: usize,
    parts: &mut usize,
) -> Result<(), Unread> {
    if let PartType::Message(within) = &part.body {
        if depth < WITHIN {
            for head in ["From", "Subject"] {
                let said = match head {
                    "From" => from_of(within).map(|from| from.as_str().to_owned()),
                    _ => within.subject().map(line),
                };
                if let Some(said) = said {
                    letter.words.push_str(&format!("\n{head}: {said}"));
                }
            }
            letter.words.push_str("\n\n");
            take(letter, within, depth + 1, parts)?;
        }
        return Ok(());
    }
    let bytes = part.contents();
    if bytes.is_empty() {
        return Ok(());
    }
    letter.files.push(LetterFile {
        name: name_of(message, part),
        bytes: Bytes::copy_from_slice(bytes),
    });
    Ok(())
}

/// Adds the words of a part.
fn say(letter: &mut Letter, message: &Message<'_>, part: &MessagePart<'_>) {
    let label = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    let words = match &part.body {
        PartType::Text(_) if kind_of(part) == "text/plain" => {
            charset::read(&bytes_of(message, part), label)
        }
        PartType::Html(_) => {
            let read = charset::read(&bytes_of(message, part), label);
            charset::Read {
                text: html_to_text(&read.text),
                ..read
            }
        }
        _ => return,
    };
    letter.is_doubtful |= words.is_doubtful;
    if !letter.words.is_empty() {
        letter.words.push('\n');
    }
    letter.words.push_str(&words.text);
}

/// The bytes of a part as they were before anybody read letters in them.
fn bytes_of(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let (from, to) = (part.offset_body as usize, part.offset_end as usize);
    let raw = message.raw_message.get(from..to).unwrap_or_default();
    match part.encoding {
        Encoding::None => raw.to_vec(),
        Encoding::QuotedPrintable => quoted_printable_decode(raw).unwrap_or_else(|| raw.to_vec()),
        Encoding::Base64 => base64_decode(raw).unwrap_or_else(|| raw.to_vec()),
    }
}

/// Type of a part in lower case; that of a text where none is said.
fn kind_of(part: &MessagePart<'_>) -> String {
    part.content_type().map_or_else(
        || "text/plain".to_owned(),
        |kind| {
            let sub = kind.subtype().unwrap_or("plain");
            format!("{}/{sub}", kind.ctype()).to_ascii_lowercase()
        },
    )
}

/// The name of a file as a label: in all letters before the one in ASCII.
fn name_of(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let heads: Vec<(String, String)> = part
        .headers
        .iter()
        .map(|head| {
            let (from, to) = (head.offset_start as usize, head.offset_end as usize);
            let raw = message.raw_message.get(from..to).unwrap_or_default();
            let value = String::from_utf8_lossy(raw).replace(['\r', '\n'], " ");
            (head.name.as_str().to_ascii_lowercase(), value)
        })
        .collect();
    let of = |name: &str, parameter: &str| {
        heads
            .iter()
            .find(|(known, _)| known == name)
            .and_then(|(_, value)| file_name::in_all_letters(value, parameter))
    };
    of("content-disposition", "filename")
        .or_else(|| part.attachment_name().map(str::to_owned))
        .or_else(|| of("content-type", "name"))
        .unwrap_or_default()
}
