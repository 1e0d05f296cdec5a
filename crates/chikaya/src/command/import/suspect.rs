//! What makes a file doubtful: quotes that never close, rows inside rows, numbers that a spreadsheet rounded, two rows with
//! one number.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
};

use chikaya_domain::text::plain;
use csv::StringRecord;

/// The lines of a file, and a quote that is open at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// All lines.
    pub all: u64,
    /// Those on which nothing stands.
    pub empty: u64,
    /// Those that go on with a cell that began on a line before.
    pub inside: u64,
    /// The line on which a quote begins that never closes.
    pub unclosed: Option<u64>,
}

/// Where a table reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellBegins,
    InCell,
    Quoted,
    /// Behind a quote within a quoted cell: its end, or half of a sign.
    QuoteEnds,
}

/// Counts the lines of a file, as a reader of tables goes through it.
pub(super) fn lines(mut file: impl io::Read, delimiter: u8) -> io::Result<Lines> {
    let mut lines = Lines::default();
    let (mut place, mut is_empty, mut quoted_since, mut line) = (Place::CellBegins, true, 1, 1);
    // A line goes on with a cell once something of it comes, be it its end.
    let mut goes_on = false;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            break;
        }
        for byte in &buffer[..length] {
            lines.inside += u64::from(std::mem::take(&mut goes_on));
            if *byte == b'\n' {
                lines.all += 1;
                line += 1;
                if place == Place::Quoted {
                    goes_on = true;
                } else {
                    lines.empty += u64::from(is_empty);
                    place = Place::CellBegins;
                }
                is_empty = true;
                continue;
            }
            if *byte != b'\r' {
                is_empty = false;
            }
            place = match (place, *byte) {
                (Place::CellBegins, b'"') => {
                    quoted_since = line;
                    Place::Quoted
                }
                (Place::Quoted, b'"') => Place::QuoteEnds,
                (Place::QuoteEnds, b'"') | (Place::Quoted, _) => Place::Quoted,
                (_, sign) if sign == delimiter => Place::CellBegins,
                // A mark of the order of bytes is no part of the first cell.
                (Place::CellBegins, 0xef | 0xbb | 0xbf) if lines.all == 0 => Place::CellBegins,
                _ => Place::InCell,
            };
        }
    }
    // The last line may end without a sign.
    lines.all += u64::from(!is_empty);
    if place == Place::Quoted {
        lines.unclosed = Some(quoted_since);
    }
    Ok(lines)
}

/// A row whose number another row had before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Again {
    /// The line of the first.
    pub line: u64,
    /// Whether both say the same in every cell.
    pub is_same: bool,
}

/// Remembers the numbers of rows. A digest of each is kept, not the row.
#[derive(Default)]
pub(super) struct Numbers {
    seen: HashMap<u64, (u64, u64)>,
    again: BTreeMap<u64, Again>,
}

impl Numbers {
    /// Notes a row, by its place in the file.
    pub(super) fn note(&mut self, place: u64, number: &str, row: &StringRecord) {
        let line = row.position().map_or(0, csv::Position::line);
        let digest = digest(row.iter());
        match self.seen.get(&self::digest([number].into_iter())) {
            Some((first, other)) => {
                let is_same = *other == digest;
                self.again.insert(
                    place,
                    Again {
                        line: *first,
                        is_same,
                    },
                );
            }
            None => {
                self.seen
                    .insert(self::digest([number].into_iter()), (line, digest));
            }
        }
    }

    /// Rows, by their place, whose number another had before.
    pub(super) fn again(self) -> BTreeMap<u64, Again> {
        self.again
    }
}

fn digest<'a>(cells: impl Iterator<Item = &'a str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for cell in cells {
        cell.hash(&mut hasher);
    }
    hasher.finish()
}

/// Why a number cannot be the one that the register gave: a spreadsheet wrote it.
pub(super) fn spoilt(number: &str) -> Option<&'static str> {
    let text = plain(number).to_ascii_uppercase();
    let rounded = text.split_once("E+").is_some_and(|(digits, power)| {
        let is_number = |text: &str| {
            !text.is_empty()
                && text
                    .bytes()
                    .all(|sign| sign.is_ascii_digit() || matches!(sign, b'.' | b','))
        };
        is_number(digits) && is_number(power)
    });
    if rounded {
        return Some(
            "a spreadsheet rounded it, and other numbers may have become the same: export the register anew, with this \
             column as text",
        );
    }
    if text.starts_with('#')
        && (text.bytes().all(|sign| sign == b'#') || text.ends_with(['!', '?', 'A']))
    {
        return Some("a spreadsheet had no number there: export the register anew");
    }
    None
}

/// A number that a program took for a decimal one and wrote so, without what it put behind: `101004113298.0`.
pub(super) fn whole(number: &str) -> &str {
    number
        .split_once('.')
        .filter(|(figures, behind)| {
            !figures.is_empty()
                && figures.bytes().all(|sign| sign.is_ascii_digit())
                && !behind.is_empty()
                && behind.bytes().all(|sign| sign == b'0')
        })
        .map_or(number, |(figures, _)| figures)
}

/// Whether a spreadsheet may have rounded a number: it keeps fifteen figures and writes noughts for the rest.
pub(super) fn may_be_rounded(number: &str) -> bool {
    let text = plain(number);
    text.len() > 15
        && text.bytes().all(|sign| sign.is_ascii_digit())
        && text[15..].bytes().all(|sign| sign == b'0')
}

/// The first line within a cell that is itself a row, if there is one: as many cells as there are columns, and
/// `is_row` says so. Answers how many lines behind the beginning of the row it stands.
pub(super) fn swallowed(
    row: &StringRecord,
    delimiter: char,
    is_row: impl Fn(&StringRecord) -> bool,
) -> Option<u64> {
    let mut behind = 0;
    for cell in row {
        for (number, line) in (0..).zip(cell.split('\n')) {
            if number == 0 {
                continue;
            }
            behind += 1;
            let cells: StringRecord = line.trim_end_matches('\r').split(delimiter).collect();
            if cells.len() >= row.len() && is_row(&cells) {
                return Some(behind);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Lines {
        lines(text.as_bytes(), b';').unwrap()
    }

    #[test]
    fn a_number_written_as_a_decimal_one_is_the_whole_number() {
        for (number, as_it_was) in [
            ("101004113298.0", "101004113298"),
            ("7.00", "7"),
            ("7.10", "7.10"),
            ("2020.A", "2020.A"),
            (".0", ".0"),
            ("7.", "7."),
        ] {
            assert_eq!(whole(number), as_it_was);
        }
    }

    #[test]
    fn lines_are_counted_as_a_reader_of_tables_sees_them() {
        let lines =
            of("\u{feff}\"a\";b\n\n1;\"two\nlines, \"\"quoted\"\"\n\"\n2;a \"quote\" inside\r\n");
        assert_eq!((lines.all, lines.empty, lines.inside), (6, 1, 2));
        assert_eq!(lines.unclosed, None);
        assert_eq!(of("a;b\n1;\"x\n2;y\n3;z").unclosed, Some(2));
        assert_eq!(of("a;b\n1;\"x\"\"\n2;y").unclosed, Some(2));
        assert_eq!(of("").all, 0);
    }

    #[test]
    fn numbers_that_a_spreadsheet_wrote_are_known() {
        for number in [
            "1.23457E+11",
            "1,23457e+11",
            "1E+12",
            "#######",
            "#N/A",
            "#VALUE!",
        ] {
            assert!(spoilt(number).is_some(), "{number}");
        }
        for number in ["10", "E+11", "CK-26-E+", "2020/E12", "#12", "1.5"] {
            assert!(spoilt(number).is_none(), "{number}");
        }
        assert!(may_be_rounded("1234567890123450000"));
        assert!(!may_be_rounded("123456789012345") && !may_be_rounded("1234567890123456789"));
    }
}
