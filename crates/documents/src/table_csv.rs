//! CSV for spreadsheets, from plain data: UTF-8 with a mark by which Excel knows it, quoted as RFC 4180 has it.
//!
//! CSV cannot say that a field is text, so that one that begins like a formula is computed when it is opened. Following
//! OWASP ("CSV Injection") an apostrophe goes before it. A spreadsheet that is set to another separator, as it is in
//! French, cuts the text itself at semicolons and ends of lines; what follows there is guarded in the same way. Numbers
//! and days are written by us and stay what they are: -5 is no formula.

use std::borrow::Cow;
use std::io;

use crate::table::{Cell, Column, begins_formula};

/// By what Excel knows that a file is UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Writes headings and rows. Days are ISO 8601, shares per cent with two decimals.
pub fn write<'r>(
    mut to: impl io::Write,
    columns: &[Column<'_>],
    rows: impl IntoIterator<Item = Vec<Cell<'r>>>,
) -> Result<(), csv::Error> {
    to.write_all(MARK)?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(to);
    writer.write_record(
        columns
            .iter()
            .map(|column| safe(column.heading).into_owned()),
    )?;
    for cells in rows {
        for cell in &cells {
            writer.write_field(field(cell).as_bytes())?;
        }
        // A row that is shorter than the headings is filled up.
        for _ in cells.len()..columns.len() {
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
#[path = "table_csv_tests.rs"]
mod tests;
