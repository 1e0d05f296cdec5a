//! Receipts and letters as values for their templates: never as source, so that no character of people's can be markup.

use qrcode::{EcLevel, QrCode, render::svg, types::QrError};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Value};
use typst::text::Font;

use crate::letter::Letter;
use crate::letters::{Author, direction, printable};
use crate::receipt::{Labels, Receipt};
use crate::seal::Seal;

/// Makes the dictionary that `templates/receipt.typ` reads as `sys.inputs`.
pub(crate) fn of_receipt(receipt: &Receipt<'_>, faces: &[Font]) -> Result<Dict, QrError> {
    let word = |text: &str| printable(text, Author::Portal, faces).into_value();
    let said = |text: &str| printable(text, Author::Other, faces).into_value();
    let optional = |text: Option<&str>| text.map_or(Value::None, word);
    let Receipt { labels, .. } = receipt;

    let facts = [
        (labels.kind, Some(receipt.kind)),
        (labels.title, Some(receipt.title)),
        (labels.organisation, Some(receipt.organisation)),
        (labels.filer, receipt.filer),
        (labels.channel, receipt.channel),
    ];
    let facts: Array = facts
        .into_iter()
        .filter_map(|(label, text)| text.map(|text| (label, text)))
        .map(|(label, text)| {
            dict([
                ("label", word(label)),
                ("text", said(text)),
                ("dir", direction(text, receipt.language).into_value()),
            ])
        })
        .collect();
    let steps: Array = receipt
        .steps
        .iter()
        .map(|step| dict([("title", word(step.title)), ("text", word(step.text))]))
        .collect();
    let clock = receipt.clock.map_or(Value::None, |clock| {
        dict([
            ("start", word(clock.start)),
            ("start-label", word(clock.start_label)),
            ("end", word(clock.end)),
            ("end-label", word(clock.end_label)),
        ])
    });

    let values = [
        ("lang", receipt.language.code().into_value()),
        ("dir", receipt.language.direction().into_value()),
        ("reference", said(receipt.reference)),
        ("access-code", said(receipt.access_code)),
        ("facts", facts.into_value()),
        ("filed-at", word(receipt.filed_at)),
        ("due", word(receipt.due)),
        ("derivation", word(receipt.derivation)),
        ("clock", clock),
        ("steps", steps.into_value()),
        ("follow-url", said(receipt.follow_url)),
        ("proof", optional(receipt.proof)),
        ("sample", optional(receipt.sample)),
        ("seal", drawing(Seal::of(receipt.reference).svg())),
        ("qr", drawing(qr(receipt.follow_url)?)),
        ("labels", words_of(labels, word)),
    ];
    Ok(values
        .into_iter()
        .map(|(key, value)| (key.into(), value))
        .collect())
}

/// Makes the dictionary that `templates/letter.typ` reads as `sys.inputs`.
pub(crate) fn of_letter(letter: &Letter<'_>, reference: &str, faces: &[Font]) -> Dict {
    let word = |text: &str| printable(text, Author::Portal, faces).into_value();
    let line = |text: &&str| {
        dict([
            ("text", printable(text, Author::Other, faces).into_value()),
            ("dir", direction(text, letter.language).into_value()),
        ])
    };
    let facts: Array = letter
        .facts
        .iter()
        .map(|(label, text)| {
            dict([
                ("label", word(label)),
                ("text", printable(text, Author::Other, faces).into_value()),
                ("dir", direction(text, letter.language).into_value()),
            ])
        })
        .collect();
    let parts: Array = letter
        .parts
        .iter()
        .map(|part| {
            dict([
                ("heading", word(part.heading)),
                (
                    "means",
                    part.means
                        .iter()
                        .map(|text| word(text))
                        .collect::<Array>()
                        .into_value(),
                ),
                (
                    "lines",
                    part.lines.iter().map(line).collect::<Array>().into_value(),
                ),
            ])
        })
        .collect();
    let values = [
        ("lang", letter.language.code().into_value()),
        ("dir", letter.language.direction().into_value()),
        ("brand", word(letter.brand)),
        ("document", word(letter.document)),
        ("reference", word(reference)),
        ("sender", word(letter.sender)),
        (
            "recipient",
            letter
                .recipient
                .iter()
                .map(line)
                .collect::<Array>()
                .into_value(),
        ),
        ("day", word(letter.day)),
        ("facts", facts.into_value()),
        ("parts", parts.into_value()),
        (
            "foot",
            letter
                .foot
                .iter()
                .map(|text| word(text))
                .collect::<Array>()
                .into_value(),
        ),
        ("follow-url", word(letter.follow_url)),
        ("sample", letter.sample.map_or(Value::None, word)),
    ];
    values
        .into_iter()
        .map(|(key, value)| (key.into(), value))
        .collect()
}

fn words_of(labels: &Labels<'_>, word: impl Fn(&str) -> Value) -> Value {
    dict([
        ("brand", word(labels.brand)),
        ("tagline", word(labels.tagline)),
        ("kingdom", word(labels.kingdom)),
        ("document", word(labels.document)),
        ("heading", word(labels.heading)),
        ("reference", word(labels.reference)),
        ("access-code", word(labels.access_code)),
        ("keep", word(labels.keep)),
        ("keep-why", word(labels.keep_why)),
        ("derivation", word(labels.derivation)),
        ("steps", word(labels.steps)),
        ("mediator", word(labels.mediator)),
        ("help", word(labels.help)),
        ("seal-alt", word(labels.seal_alt)),
        ("qr-alt", word(labels.qr_alt)),
    ])
}

/// The address as a QR code without margin: the page gives it room.
fn qr(address: &str) -> Result<String, QrError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}

fn drawing(svg: String) -> Value {
    Bytes::from_string(svg).into_value()
}

fn dict<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let entries: Dict = entries
        .into_iter()
        .map(|(key, value)| (key.into(), value))
        .collect();
    entries.into_value()
}
