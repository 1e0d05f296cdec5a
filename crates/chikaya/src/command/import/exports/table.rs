//! A table as a program writes it, with what each of its rows says.

/// Rows of an export.
const ROWS: usize = 60;

/// An export.
#[derive(Clone, Debug)]
pub(in super::super) struct Export {
    /// Name of the mapping in `data/import/`, without its ending.
    pub name: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// What its rows say, in order.
    pub rows: Vec<Truth>,
}

/// What must become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Fate {
    /// A case.
    Case,
    /// The case of an earlier row, which says the same.
    Again,
    /// None, for a reason with these words.
    Refused(&'static str),
}

/// What a row says.
#[derive(Clone, Debug)]
pub(in super::super) struct Truth {
    /// The number by which it is known.
    pub number: String,
    /// When it was filed, in microseconds since 1970.
    pub filed: i64,
    /// When it was closed.
    pub closed: Option<i64>,
    /// The word for the stage in which it goes on.
    pub stage: &'static str,
    /// The kind of filing.
    pub kind: &'static str,
    /// The line that names it.
    pub title: String,
    /// Its text to the letter.
    pub text: String,
    /// The last words of the register.
    pub last: Option<String>,
    /// Where, in words.
    pub place: Option<String>,
    /// Where, in millionths of a degree.
    pub point: Option<(i32, i32)>,
    /// Who filed.
    pub person: Option<String>,
    /// What becomes of it.
    pub fate: Fate,
}

/// How a program puts cells in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// Where a cell could not be read without them.
    Needed,
    /// Also where it holds a space, as Perl's `Text::CSV` does.
    Spaces,
    /// Each.
    Always,
}

/// How a program writes a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writer {
    pub delimiter: char,
    pub quotes: Quotes,
    pub end: &'static str,
}

impl Writer {
    /// The table as a text.
    pub(super) fn write(self, header: &str, rows: &[Vec<String>]) -> String {
        let mut text = String::new();
        let names: Vec<String> = header.split(',').map(str::to_owned).collect();
        for row in std::iter::once(&names).chain(rows) {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            text.push_str(&cells.join(&self.delimiter.to_string()));
            text.push_str(self.end);
        }
        text
    }

    fn cell(self, cell: &str) -> String {
        let is_needed = cell.contains([self.delimiter, '"', '\n', '\r']);
        let is_quoted = match self.quotes {
            Quotes::Needed => is_needed,
            Quotes::Spaces => is_needed || cell.contains(' '),
            Quotes::Always => true,
        };
        if is_quoted {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    }
}

/// All rows of an export with what they say; one of them may be another once more.
pub(super) fn rows(
    make: fn(usize) -> (Vec<String>, Truth),
    again: Option<(usize, usize)>,
) -> (Vec<Vec<String>>, Vec<Truth>) {
    (0..ROWS)
        .map(|place| match again {
            Some((second, first)) if second == place => {
                let (cells, truth) = make(first);
                let fate = Fate::Again;
                (cells, Truth { fate, ..truth })
            }
            _ => make(place),
        })
        .unzip()
}

/// A row: those cells that say something, by the names of their columns, which `header` parts by commas.
pub(super) fn row(header: &str, cells: &[(&str, &str)]) -> Vec<String> {
    for (name, _) in cells {
        assert!(
            header.split(',').any(|column| column == *name),
            "no column {name}"
        );
    }
    header
        .split(',')
        .map(|name| {
            cells
                .iter()
                .find(|(column, _)| *column == name)
                .map_or_else(String::new, |(_, cell)| (*cell).to_owned())
        })
        .collect()
}

/// The text of a case: its cells, each with its column's name where the mapping lists several, and the number below.
pub(super) fn said(cells: &[(&str, &str)], register: &str, number: &str) -> String {
    let lines: Vec<String> = cells
        .iter()
        .map(|(name, cell)| (name, cell.trim().replace("\r\n", "\n")))
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(name, cell)| {
            if cells.len() == 1 {
                cell
            } else {
                format!("{name}: {cell}")
            }
        })
        .collect();
    format!("{}\n\n{register} {number}", lines.join("\n"))
}

/// Cells that say something, one behind the other.
pub(super) fn joined(cells: &[&str], between: &str) -> String {
    cells
        .iter()
        .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|cell| !cell.is_empty())
        .collect::<Vec<_>>()
        .join(between)
}

/// Seconds as the archive keeps them.
pub(super) const fn micro(seconds: i64) -> i64 {
    seconds * 1_000_000
}

/// So many times a number of seconds as a row has before it.
pub(super) fn steps(place: usize, seconds: i64) -> i64 {
    i64::from(small(place, 1)) * seconds
}

/// So many times a small number as a row has before it.
pub(super) fn small(place: usize, number: i32) -> i32 {
    i32::try_from(place).expect("an export has few rows") * number
}

/// The instant at which the row of a place was filed: from 2020 on, in all seasons and hours, twice beside a change of
/// clocks.
pub(super) fn filed(place: usize) -> i64 {
    match place {
        // 14 March 2021, 07:30 UTC: half an hour after New York's clocks went from two to three.
        30 => 1_615_707_000,
        // 7 November 2021, 05:30 UTC: half an hour before they went back from two to one.
        31 => 1_636_263_000,
        _ => 1_577_840_461 + steps(place, 2_419_933),
    }
}

/// A cell that says something of some rows alone.
pub(super) fn only_if(says: bool, text: impl Into<String>) -> String {
    if says { text.into() } else { String::new() }
}

/// Of some words the one for a place.
pub(super) const fn one<'a>(words: &[&'a str], place: usize) -> &'a str {
    words[place % words.len()]
}

/// Degrees in millionths, beside their writing.
pub(super) fn degrees(micro: i32) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let micro = micro.unsigned_abs();
    format!("{sign}{}.{:06}", micro / 1_000_000, micro % 1_000_000)
}
