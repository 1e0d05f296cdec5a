//! The press of an instance: the words of receipts, letters and tables from the counters, their fixed words from the voice,
//! set as PDF or written for spreadsheets.

mod annual;

use std::sync::Arc;

use chikaya_documents::{
    Cell, Clock, Column, Labels, Letter, LetterCode, LetterPart, Press, PressError, Receipt,
    Register, Step, Table, Workbook, WorkbookError,
};
use chikaya_domain::table::{Readers, write_csv};
use chikaya_i18n::{Voice, plain};
use chikaya_web::{LetterPaper, Paper, Printer, Sheet, TableCell, TableForm, TablePaper};

/// A printer that sets receipts and letters. Letters are read once.
///
/// # Errors
/// When the letters that every receipt is set in cannot be read.
pub fn printer() -> Result<Printer, PressError> {
    let press = Press::new()?;
    Ok(Arc::new(move |sheet: &Sheet| {
        let set = match sheet {
            Sheet::Receipt(paper) => set(paper, |receipt| press.receipt(receipt, paper.created)),
            Sheet::Slip(paper) => set(paper, |receipt| press.slip(receipt, paper.created)),
            Sheet::Letter(paper) => set_letters(&press, std::slice::from_ref(paper)),
            Sheet::Letters(papers) => set_letters(&press, papers),
            Sheet::Annual(paper) => annual::set(&press, paper),
            Sheet::AnnualBook(paper) => {
                return annual::workbook(paper).map_err(|error| error.to_string());
            }
            Sheet::Table(paper) => return table(&press, paper),
            Sheet::Book(papers) => return workbook(papers).map_err(|error| error.to_string()),
        };
        set.map_err(|error| error.to_string())
    }))
}

/// Sets the words of a receipt by one of the forms it has.
fn set(
    paper: &Paper,
    print: impl FnOnce(&Receipt<'_>) -> Result<Vec<u8>, PressError>,
) -> Result<Vec<u8>, PressError> {
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
    let files = say("label-attachments");
    let by_telephone = say("receipt-by-telephone");
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
    print(&Receipt {
        language: paper.language,
        reference: &paper.reference,
        access_code: &paper.access_code,
        keypad: Some((by_telephone.as_str(), paper.keypad.as_str())),
        title: &paper.title,
        kind: &paper.kind,
        organisation: &paper.organisation,
        filer: paper.filer.as_deref(),
        channel: Some(&paper.channel),
        files: paper.files.as_deref(),
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
            files: &files,
            derivation: &derivation,
            steps: &steps_title,
            mediator: &mediator,
            help: &help,
            seal_alt: &seal_alt,
            qr_alt: &qr_alt,
        },
        sample: paper.is_sample.then_some(sample.as_str()),
    })
}

/// The fixed words of a letter.
struct LetterWords {
    brand: String,
    document: String,
    reference: String,
    title: String,
    foot: [String; 3],
    sample: String,
    code: String,
}

impl LetterWords {
    fn of(voice: Voice) -> Self {
        let say = |key: &str| voice.say(key).into_owned();
        Self {
            brand: say("brand"),
            document: say("letter-title"),
            reference: say("label-reference"),
            title: say("label-subject"),
            foot: [
                say("receipt-mediator"),
                say("receipt-help"),
                say("letter-online"),
            ],
            sample: say("sample-banner"),
            code: say("receipt-scan"),
        }
    }
}

/// The lines of a letter, as the press takes them.
struct LetterLines<'a> {
    recipient: Vec<&'a str>,
    sender_address: Vec<&'a str>,
    parts: Vec<(&'a str, Vec<&'a str>, Vec<&'a str>)>,
    facts: [(&'a str, &'a str); 2],
    foot: [&'a str; 3],
}

impl<'a> LetterLines<'a> {
    fn of(paper: &'a LetterPaper, words: &'a LetterWords) -> Self {
        let parts = paper.parts.iter().map(|(heading, means, said)| {
            let means = means.iter().map(String::as_str).collect();
            let said = said.iter().map(String::as_str).collect();
            (heading.as_str(), means, said)
        });
        Self {
            recipient: paper.recipient.iter().map(String::as_str).collect(),
            sender_address: paper.sender_address.iter().map(String::as_str).collect(),
            parts: parts.collect(),
            facts: [
                (&words.reference, &paper.reference),
                (&words.title, &paper.title),
            ],
            foot: words.foot.each_ref().map(String::as_str),
        }
    }

    fn parts(&self) -> Vec<LetterPart<'_>> {
        let parts = self.parts.iter().map(|(heading, means, lines)| LetterPart {
            heading,
            means,
            lines,
        });
        parts.collect()
    }
}

/// Sets letters: one, or several one after the other.
fn set_letters(press: &Press, papers: &[LetterPaper]) -> Result<Vec<u8>, PressError> {
    let words: Vec<LetterWords> = papers
        .iter()
        .map(|paper| LetterWords::of(Voice::of(paper.language)))
        .collect();
    let lines: Vec<LetterLines<'_>> = papers
        .iter()
        .zip(&words)
        .map(|(paper, words)| LetterLines::of(paper, words))
        .collect();
    let parts: Vec<Vec<LetterPart<'_>>> = lines.iter().map(LetterLines::parts).collect();
    let mut letters = Vec::with_capacity(papers.len());
    for (number, paper) in papers.iter().enumerate() {
        let (words, lines) = (&words[number], &lines[number]);
        let letter = Letter {
            language: paper.language,
            brand: &words.brand,
            document: &words.document,
            sender: &paper.sender,
            sender_address: &lines.sender_address,
            recipient: &lines.recipient,
            day: &paper.day,
            facts: &lines.facts,
            parts: &parts[number],
            foot: &lines.foot,
            follow_url: &paper.follow_url,
            code: Some(LetterCode {
                address: &paper.code_url,
                alternative: &words.code,
            }),
            sample: paper.is_sample.then_some(words.sample.as_str()),
        };
        letters.push((letter, paper.reference.as_str()));
    }
    let newest = papers.iter().map(|paper| paper.created).max();
    match letters.as_slice() {
        [(letter, reference)] => press.letter(letter, reference, newest.unwrap_or_default()),
        _ => press.letters(&letters, newest.unwrap_or_default()),
    }
}

/// A table as the file that was asked for, or what went wrong, for the log.
fn table(press: &Press, paper: &TablePaper) -> Result<Vec<u8>, String> {
    match paper.form {
        TableForm::Workbook => {
            workbook(std::slice::from_ref(paper)).map_err(|error| error.to_string())
        }
        TableForm::Csv => {
            let mut file = Vec::new();
            let rows = paper.rows.iter().map(|row| cells(row));
            let headings = paper.columns.iter().map(|(heading, _)| heading.as_str());
            let headings: Vec<&str> = headings.collect();
            write_csv(&mut file, Readers::People, &headings, rows)
                .map_err(|error| error.to_string())?;
            Ok(file)
        }
        TableForm::Pdf => set_table(press, paper).map_err(|error| error.to_string()),
    }
}

fn workbook(papers: &[TablePaper]) -> Result<Vec<u8>, WorkbookError> {
    let Some(first) = papers.first() else {
        return Ok(Vec::new());
    };
    let sample = Voice::of(first.language).say("sample-banner");
    let mut book = Workbook::new(first.language, &first.title, &first.owner, first.created)?;
    for paper in papers {
        let mut about: Vec<(&str, &str)> = paper
            .about
            .iter()
            .map(|(label, value)| (label.as_str(), value.as_str()))
            .collect();
        if paper.is_sample {
            about.push((&sample, ""));
        }
        let table = Table {
            name: &paper.title,
            about: &about,
            columns: &columns(paper),
        };
        book.add(&table, paper.rows.iter().map(|row| cells(row)))?;
    }
    book.finish()
}

fn columns(paper: &TablePaper) -> Vec<Column<'_>> {
    paper
        .columns
        .iter()
        .map(|(heading, width)| Column {
            heading,
            width: *width,
        })
        .collect()
}

fn cells(row: &[TableCell]) -> Vec<Cell<'_>> {
    row.iter()
        .map(|cell| match cell {
            // Spreadsheets know no marks of direction: some show them as boxes, some turn a line around.
            TableCell::Text(text) => Cell::text(plain(text)),
            TableCell::Whole(number) => Cell::Whole(*number),
            TableCell::Real(number) => Cell::Real(*number),
            TableCell::Ratio(share) => Cell::Ratio(*share),
            TableCell::Day(day) => Cell::Day(*day),
            TableCell::Empty => Cell::Empty,
        })
        .collect()
}

fn set_table(press: &Press, paper: &TablePaper) -> Result<Vec<u8>, PressError> {
    let voice = Voice::of(paper.language);
    let (brand, sample) = (voice.say("brand"), voice.say("sample-banner"));
    let about: Vec<(&str, &str)> = paper
        .about
        .iter()
        .map(|(label, value)| (label.as_str(), value.as_str()))
        .collect();
    let columns: Vec<(&str, u8)> = paper
        .columns
        .iter()
        .map(|(heading, width)| (heading.as_str(), *width))
        .collect();
    let rows: Vec<Vec<String>> = paper
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| in_words(voice, cell)).collect())
        .collect();
    press.register(
        &Register {
            language: paper.language,
            brand: &brand,
            document: &paper.title,
            owner: &paper.owner,
            about: &about,
            columns: &columns,
            rows: &rows,
            sample: paper.is_sample.then_some(&*sample),
        },
        paper.created,
    )
}

fn in_words(voice: Voice, cell: &TableCell) -> String {
    match cell {
        TableCell::Text(text) => text.clone(),
        TableCell::Whole(number) => voice.number(*number),
        TableCell::Real(number) => number.to_string(),
        TableCell::Ratio(share) => voice.percent(*share * 100.0, 1),
        TableCell::Day(day) => voice.date_short(*day),
        TableCell::Empty => String::new(),
    }
}
