//! Workbooks for spreadsheets (XLSX), from plain data: the same data give the same bytes.
//!
//! Text is never a formula: it is written as a string of the file, which no spreadsheet computes when it opens it. Text
//! that would be read as a formula when somebody goes into its cell and out of it again is besides marked as quoted and
//! as text, by which spreadsheets leave it as it is. The text itself is not changed, unlike in CSV, which has
//! no such marks.

use chikaya_domain::{
    Language,
    table::{Cell, Table, begins_formula},
};
use jiff::{Timestamp, civil::Date};
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, RowNum,
    Worksheet, XlsxError,
};
use thiserror::Error;

/// Most signs of the name of a sheet, in units of UTF-16, as Excel counts.
const NAME_AT_MOST: usize = 31;

/// What Excel forbids in the name of a sheet.
const FORBIDDEN_IN_NAMES: [char; 7] = ['*', '?', ':', '[', ']', '\\', '/'];

/// Most units of UTF-16 in a cell, by the format.
const TEXT_AT_MOST: usize = 32_767;

/// Most rows of a sheet, by the format.
const ROWS_AT_MOST: u32 = 1_048_576;

/// The number of the format that takes whatever is typed for text.
const TEXT: u8 = 49;

/// The height of a line of a cell, in points.
const LINE: f64 = 15.0;

/// Most lines of a row: the format knows rows of up to 409 points.
const LINES_AT_MOST: u16 = 27;

/// The number of the format for words that are read from right to left.
const RIGHT_TO_LEFT: u8 = 2;

/// The size of A4 paper among the format's numbers.
const A4: u8 = 9;

/// Why no workbook came about.
#[derive(Debug, Error)]
pub enum WorkbookError {
    /// A sheet holds 1,048,576 rows, headings and what stands above them included.
    #[error("a sheet of a workbook cannot hold so many rows")]
    TooManyRows,
    /// The workbook cannot be written.
    #[error("the workbook cannot be written")]
    Unwritten(#[from] XlsxError),
}

/// A workbook in the making. It is held in memory until it is finished: some 100 bytes for each cell.
pub struct Workbook {
    book: rust_xlsxwriter::Workbook,
    names: Vec<String>,
    is_rtl: bool,
    formats: Formats,
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook")
            .field("sheets", &self.names)
            .finish_non_exhaustive()
    }
}

/// How cells look.
struct Formats {
    title: Format,
    label: Format,
    about: Format,
    heading: Format,
    text: Format,
    quoted: Format,
    whole: Format,
    share: Format,
    real: Format,
    ratio: Format,
    day: Format,
}

impl Workbook {
    /// An empty workbook. Its sheets begin on the side where the language does; `author` is who gives it out, and
    /// `created` is written into the file as its date, to the second; the format knows those from 1900 on.
    pub fn new(
        language: Language,
        title: &str,
        author: &str,
        created: Timestamp,
    ) -> Result<Self, WorkbookError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let properties = DocProperties::new()
            .set_title(printable(title, TEXT_AT_MOST))
            .set_author(printable(author, TEXT_AT_MOST))
            .set_creation_datetime(&ExcelDateTime::from_timestamp(created.as_second())?);
        book.set_properties(&properties);
        Ok(Self {
            book,
            names: Vec::new(),
            is_rtl: language.direction() == "rtl",
            formats: Formats::new(language.direction() == "rtl"),
        })
    }

    /// Adds a sheet: its name as a title, what it is about, the headings, which stay in sight and bear filters, and the
    /// rows. A row may be shorter than the headings.
    pub fn add<'r>(
        &mut self,
        table: &Table<'_>,
        rows: impl IntoIterator<Item = Vec<Cell<'r>>>,
    ) -> Result<(), WorkbookError> {
        let name = sheet_name(table.name, &self.names);
        let sheet = self.book.add_worksheet();
        sheet.set_name(&name)?;
        self.names.push(name);
        sheet.set_right_to_left(self.is_rtl);
        sheet.set_paper_size(A4).set_landscape();
        // As wide as a page, as long as it needs.
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_footer("&C&P / &N");

        let formats = &self.formats;
        let mut row: RowNum = 0;
        sheet.write_with_format(row, 0, printable(table.name, TEXT_AT_MOST), &formats.title)?;
        row += 1;
        for (label, value) in table.about {
            write_text(sheet, row, 0, label, &formats.label, &formats.label)?;
            write_text(sheet, row, 1, value, &formats.about, &formats.quoted)?;
            row += 1;
        }
        row += 1;

        let headings = row;
        for (column, place) in table.columns.iter().zip(0..) {
            sheet.set_column_width(place, f64::from(column.width.max(1)))?;
            let format = &formats.heading;
            write_text(sheet, row, place, column.heading, format, format)?;
        }
        for cells in rows {
            row += 1;
            if row >= ROWS_AT_MOST {
                return Err(WorkbookError::TooManyRows);
            }
            for (cell, place) in cells.iter().zip(0..) {
                formats.write(sheet, row, place, cell)?;
            }
            let lines = lines_of(&cells, table);
            if lines > 1 {
                sheet.set_row_height(row, f64::from(lines) * LINE)?;
            }
        }

        sheet.set_freeze_panes(headings + 1, 0)?;
        sheet.set_repeat_rows(headings, headings)?;
        if let Some(last) = last_column(table) {
            sheet.autofilter(headings, 0, row, last)?;
            // References and codes made of digits are words: no green corner says that they should be numbers.
            sheet.ignore_error_range(0, 0, row, last, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }

    /// The finished file.
    pub fn finish(mut self) -> Result<Vec<u8>, WorkbookError> {
        Ok(self.book.save_to_buffer()?)
    }
}

impl Formats {
    /// Words of a sheet that is read from the right begin there, whatever their first letter: a program that looks at it
    /// alone turns a line around that begins with a number.
    fn new(is_rtl: bool) -> Self {
        let read = if is_rtl { RIGHT_TO_LEFT } else { 0 };
        let new = || Format::new().set_reading_direction(read);
        let top = || new().set_align(FormatAlign::Top);
        Self {
            title: new().set_bold().set_font_size(14),
            label: top().set_bold(),
            about: top(),
            heading: top()
                .set_bold()
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Medium),
            text: top().set_text_wrap(),
            quoted: top()
                .set_text_wrap()
                .set_quote_prefix()
                .set_num_format_index(TEXT),
            // Digits are not grouped: how, each reader's own settings would say.
            whole: top().set_num_format("0"),
            share: top().set_num_format("0.00%"),
            real: top(),
            ratio: top().set_num_format("0.0%"),
            // As numbers and without a language: a month's name would be written in the letters of whoever made it.
            day: top().set_num_format("yyyy\\-mm\\-dd"),
        }
    }

    fn write(
        &self,
        sheet: &mut Worksheet,
        row: RowNum,
        column: ColNum,
        cell: &Cell<'_>,
    ) -> Result<(), XlsxError> {
        match cell {
            Cell::Text(text) => write_text(sheet, row, column, text, &self.text, &self.quoted)?,
            Cell::Whole(number) => {
                sheet.write_number_with_format(row, column, float(*number), &self.whole)?;
            }
            Cell::Ratio(share) => {
                sheet.write_number_with_format(row, column, *share, &self.ratio)?;
            }
            Cell::Real(number) => {
                sheet.write_number_with_format(row, column, *number, &self.real)?;
            }
            Cell::Share { hundredths } => {
                let share = float(*hundredths) / 10_000.0;
                sheet.write_number_with_format(row, column, share, &self.share)?;
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(day) => {
                    sheet.write_datetime_with_format(row, column, day, &self.day)?;
                }
                None => write_text(
                    sheet,
                    row,
                    column,
                    &day.to_string(),
                    &self.text,
                    &self.quoted,
                )?,
            },
            Cell::Empty => {}
        }
        Ok(())
    }
}

/// How many lines the words of a row take, about. Excel finds that out by itself when it opens a file, `LibreOffice` does
/// not and would print lines over one another.
fn lines_of(cells: &[Cell<'_>], table: &Table<'_>) -> u16 {
    let lines = cells.iter().zip(table.columns).map(|(cell, column)| {
        let Cell::Text(text) = cell else {
            return 1;
        };
        // Some room is lost where a line is broken between words.
        let room = usize::from(column.width.max(2)) * 9 / 10;
        let lines = text.lines();
        lines
            .map(|line| line.chars().count().div_ceil(room).max(1))
            .sum()
    });
    u16::try_from(lines.max().unwrap_or(1)).map_or(LINES_AT_MOST, |lines| lines.min(LINES_AT_MOST))
}

/// Writes words as a string of the file, in the one format or, when they look like a formula, in the other.
fn write_text(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    text: &str,
    plain: &Format,
    quoted: &Format,
) -> Result<(), XlsxError> {
    let text = printable(text, TEXT_AT_MOST);
    let format = if text.trim_start().starts_with(begins_formula) {
        quoted
    } else {
        plain
    };
    sheet.write_string_with_format(row, column, text, format)?;
    Ok(())
}

/// The name of a sheet that Excel accepts and that none of the others has, made of any words: without what is forbidden
/// there, of 31 signs at most, and with a number where the name is taken. Excel does not tell large letters from small
/// ones there.
pub fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let allowed: String = wanted
        .chars()
        .map(|sign| {
            if FORBIDDEN_IN_NAMES.contains(&sign) || sign.is_control() {
                ' '
            } else {
                sign
            }
        })
        .collect();
    let words: Vec<&str> = allowed.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_matches(['\'', ' ']);
    // Excel keeps this name for the list of changes of a shared workbook.
    let name = if name.is_empty() || name.eq_ignore_ascii_case("history") {
        "1"
    } else {
        name
    };
    let is_free = |name: &String| {
        let lower = name.to_lowercase();
        taken.iter().all(|taken| taken.to_lowercase() != lower)
    };
    let ended = |ending: &str| {
        let room = NAME_AT_MOST - ending.encode_utf16().count();
        let beginning = cut(name, room).trim_end_matches(['\'', ' ']);
        format!("{beginning}{ending}")
    };
    (1..=u32::MAX)
        .map(|number| match number {
            1 => ended(""),
            _ => ended(&format!(" ({number})")),
        })
        .find(is_free)
        .unwrap_or_default()
}

/// The text without signs that no XML can hold, and no longer than a cell.
fn printable(text: &str, at_most: usize) -> String {
    let kept: String = text
        .chars()
        .filter(|sign| matches!(sign, '\t' | '\n') || !sign.is_control())
        .filter(|sign| !matches!(sign, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    cut(&kept, at_most).to_owned()
}

/// The beginning of a text that has no more than so many units of UTF-16.
fn cut(text: &str, at_most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find_map(|(place, sign)| {
        units += sign.len_utf16();
        (units > at_most).then_some(place)
    });
    &text[..end.unwrap_or(text.len())]
}

fn last_column(table: &Table<'_>) -> Option<ColNum> {
    let last = table.columns.len().checked_sub(1)?;
    ColNum::try_from(last).ok()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the format knows no other numbers; they are exact up to 15 digits"
)]
fn float(number: i64) -> f64 {
    number as f64
}

/// A day as the format counts them. Its first two months take 1900 for a leap year: what lies there is none of ours.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    let (month, day) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    ExcelDateTime::from_ymd(year, month, day).ok()
}

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod tests;
