//! CSV from plain data, all of it by one writer: UTF-8, quoted as RFC 4180 has it.
//!
//! Excel knows UTF-8 by a mark at the beginning. Programs take it for a part of the first heading: Python's `csv`, and each
//! other reader of RFC 4180 that is not told of it, then finds no column `code`. So files for people have it, and data for
//! programs, whose headings and codes are plain letters, have not.
//!
//! CSV cannot say that a field is text, so that one that begins like a formula is computed when it is opened. Following
//! OWASP ("CSV Injection") an apostrophe goes before it. A spreadsheet that is set to another separator, as it is in
//! French, cuts the text itself at semicolons and ends of lines; what follows there is guarded in the same way. Numbers
//! and days are written by us and stay what they are: -5 is no formula.

use std::borrow::Cow;
use std::io;

use super::cell::{Cell, begins_formula};

/// By what Excel knows that a file is UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Who reads a file first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// People, in a spreadsheet: with the mark of UTF-8.
    People,
    /// Programs: without it.
    Programs,
}

/// Writes headings and rows. Days are ISO 8601, shares per cent with two decimals, other numbers with a point.
pub fn write_csv<'r>(
    mut to: impl io::Write,
    readers: Readers,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell<'r>>>,
) -> Result<(), csv::Error> {
    if readers == Readers::People {
        to.write_all(MARK)?;
    }
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(to);
    writer.write_record(headings.iter().map(|heading| safe(heading).into_owned()))?;
    for cells in rows {
        for cell in &cells {
            writer.write_field(field(cell).as_bytes())?;
        }
        // A row that is shorter than the headings is filled up.
        for _ in cells.len()..headings.len() {
            writer.write_field("")?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    Ok(())
}

fn field<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Text(text) => safe(text),
        Cell::Whole(number) => number.to_string().into(),
        Cell::Share { hundredths } => per_cent(*hundredths).into(),
        Cell::Real(number) | Cell::Ratio(number) => number.to_string().into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Empty => "".into(),
    }
}

/// Hundredths of a per cent with a point and two decimals.
fn per_cent(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let amount = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", amount / 100, amount % 100)
}

/// Text that no spreadsheet computes, whatever it takes as the separator.
fn safe(text: &str) -> Cow<'_, str> {
    if !text.contains(|sign| begins_formula(sign) || matches!(sign, '\t' | '\r')) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 2);
    // White space and quotes after a separator are taken away by spreadsheets before they look for a formula.
    let mut at_beginning = true;
    for sign in text.chars() {
        if at_beginning && (begins_formula(sign) || matches!(sign, '\t' | '\r')) {
            safe.push('\'');
            at_beginning = false;
        }
        at_beginning = match sign {
            ';' | '\n' | '\r' | '\t' => true,
            _ => at_beginning && (sign.is_whitespace() || sign == '"'),
        };
        safe.push(sign);
    }
    safe.into()
}

#[cfg(test)]
#[path = "written_tests.rs"]
mod tests;
