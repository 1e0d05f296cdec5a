//! The press of an instance: the words of a receipt from the counters, its fixed words from the voice, set as PDF.

use std::sync::Arc;

use chikaya_documents::{Clock, Labels, Press, PressError, Receipt, Step};
use chikaya_i18n::Voice;
use chikaya_web::{Paper, Printer};

/// A printer that sets receipts. Letters are read once.
///
/// # Errors
/// When the letters that every receipt is set in cannot be read.
pub fn printer() -> Result<Printer, PressError> {
    let press = Press::new()?;
    Ok(Arc::new(move |paper: &Paper| {
        set(&press, paper).map_err(|error| error.to_string())
    }))
}

fn set(press: &Press, paper: &Paper) -> Result<Vec<u8>, PressError> {
    let voice = Voice::of(paper.language);
    let say = |key: &str| voice.say(key).into_owned();
    let (brand, tagline, kingdom) = (say("brand"), say("brand-tagline"), say("brand-kingdom"));
    let (document, keep, keep_why) = (
        say("receipt-title"),
        say("receipt-keep-both"),
        say("receipt-keep-why"),
    );
    let (reference, access_code) = (say("label-reference"), say("label-access-code"));
    let (kind, title) = (say("label-kind"), say("label-subject"));
    let (organisation, filer, channel) = (
        say("receipt-must-answer"),
        say("receipt-filed-by"),
        say("receipt-how"),
    );
    let (derivation, steps_title) = (say("derivation-title"), say("receipt-next-title"));
    let (mediator, help) = (say("receipt-mediator"), say("receipt-help"));
    let (seal_alt, qr_alt) = (say("receipt-seal"), say("receipt-scan"));
    let (start_label, end_label) = (say("due-clock-filed"), say("due-clock-due"));
    let sample = say("sample-banner");
    let steps: Vec<Step<'_>> = paper
        .steps
        .iter()
        .map(|(title, text)| Step { title, text })
        .collect();
    press.receipt(
        &Receipt {
            language: paper.language,
            reference: &paper.reference,
            access_code: &paper.access_code,
            title: &paper.title,
            kind: &paper.kind,
            organisation: &paper.organisation,
            filer: None,
            channel: Some(&paper.channel),
            filed_at: &paper.filed_at,
            due: &paper.due,
            derivation: &paper.derivation,
            clock: Some(Clock {
                start: &paper.start,
                start_label: &start_label,
                end: &paper.end,
                end_label: &end_label,
            }),
            steps: &steps,
            follow_url: &paper.follow_url,
            proof: None,
            labels: Labels {
                brand: &brand,
                tagline: &tagline,
                kingdom: &kingdom,
                document: &document,
                heading: &paper.heading,
                reference: &reference,
                access_code: &access_code,
                keep: &keep,
                keep_why: &keep_why,
                kind: &kind,
                title: &title,
                organisation: &organisation,
                filer: &filer,
                channel: &channel,
                derivation: &derivation,
                steps: &steps_title,
                mediator: &mediator,
                help: &help,
                seal_alt: &seal_alt,
                qr_alt: &qr_alt,
            },
            sample: paper.is_sample.then_some(sample.as_str()),
        },
        paper.created,
    )
}
