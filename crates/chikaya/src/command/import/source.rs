//! A register, looked through once before anything is written: what its mapping means, what it needs of the country, and
//! what makes it doubtful.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    path::Path,
};

use anyhow::{Context as _, anyhow, ensure};
use chikaya_service::{Country, country::Additions};
use csv::{Reader, StringRecord};

use super::{
    coding::{additions, unknown},
    decoded::{self, Bytes},
    mapping::Mapping,
    plan::Plan,
    suspect::{self, Again, Lines, Numbers},
};

/// A register, looked through.
pub(super) struct Source {
    /// Its rows, from the first on.
    pub reader: Reader<Bytes>,
    /// How they become entries.
    pub plan: Plan,
    /// What the country needs for them.
    pub additions: Additions,
    /// Size of the file.
    pub bytes: u64,
    /// What makes it doubtful.
    pub doubts: Doubts,
    /// Its lines and rows, reconciled.
    pub reckoning: Reckoning,
}

/// What makes a register doubtful.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// The place of the last row, when it holds a quote that never closes.
    unclosed: Option<Unclosed>,
    /// Rows, by place, whose number another row had before.
    again: BTreeMap<u64, Again>,
}

/// A quote that never closes.
#[derive(Clone, Copy, Debug)]
struct Unclosed {
    /// The place of its row, the last one.
    place: u64,
    /// The line on which it begins.
    line: u64,
    /// Lines after that, to the end of the file.
    behind: u64,
}

/// The lines of a file, by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reckoning {
    lines: Lines,
    header: u64,
    rows: u64,
}

impl Source {
    /// Opens a file and looks through it. All that is wrong with the mapping is told, for this file and this country.
    pub(super) fn open(mapping: &Mapping, path: &Path, country: &Country) -> anyhow::Result<Self> {
        let mut reader = reader(mapping, path)?;
        let mut faults = mapping.faults();
        let header = reader
            .headers()
            .map_err(|error| anyhow!(in_words(&error)))?
            .clone();
        let plan = Plan::new(mapping, &header, &mut faults);
        let (mut organisations, mut subjects) = (BTreeSet::new(), BTreeSet::new());
        let (mut numbers, mut rows) = (Numbers::default(), 0);
        // What cannot be read is told when its turn comes.
        for (place, row) in (1..).zip(reader.records()) {
            rows = place;
            let Ok(row) = row else { continue };
            organisations.insert(plan.organisation_value(&row).into_owned());
            subjects.insert(plan.subject_value(&row).into_owned());
            let number = plan.number_value(&row);
            if !number.is_empty() {
                numbers.note(place, &number, &row);
            }
        }
        let additions = additions(
            mapping,
            organisations.iter().map(String::as_str),
            subjects.iter().map(String::as_str),
            &mut faults,
        );
        faults.extend(unknown(mapping, country, &additions));
        ensure!(
            faults.is_empty(),
            "the mapping cannot be used:\n{}",
            faults.join("\n")
        );
        let lines = suspect::lines(bytes(mapping, path)?, delimiter(mapping)?)?;
        Ok(Self {
            reader: self::reader(mapping, path)?,
            additions,
            plan,
            bytes: std::fs::metadata(path)?.len(),
            doubts: Doubts {
                unclosed: lines.unclosed.map(|line| Unclosed {
                    place: rows,
                    line,
                    behind: lines.all.saturating_sub(line),
                }),
                again: numbers.again(),
            },
            reckoning: Reckoning {
                lines,
                header: 1,
                rows,
            },
        })
    }
}

impl Doubts {
    /// Why a row is not to be believed, if it is not.
    pub(super) fn why_not(&self, plan: &Plan, place: u64, row: &StringRecord) -> Option<String> {
        let line = row.position().map_or(0, csv::Position::line);
        if let Some(quote) = self.unclosed
            && quote.place == place
        {
            return Some(format!(
                "the quote that begins on line {} is never closed: the {} lines after it, to the end of the file, stand \
                 inside this row",
                quote.line, quote.behind
            ));
        }
        if let Some(behind) = plan.swallowed(row) {
            return Some(format!(
                "line {} is a row of its own and stands inside this one: a quote before it is missing, or is one too many",
                line + behind
            ));
        }
        self.again
            .get(&place)
            .filter(|again| !again.is_same)
            .map(|again| {
                format!(
                    "line {} has the same number and says something else: it is taken, this one is not",
                    again.line
                )
            })
    }

    /// The line of an earlier row that says the same in every cell.
    pub(super) fn same_as(&self, place: u64) -> Option<u64> {
        self.again
            .get(&place)
            .filter(|again| again.is_same)
            .map(|again| again.line)
    }
}

impl fmt::Display for Reckoning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            lines,
            header,
            rows,
        } = self;
        write!(
            formatter,
            "lines {}: header {header}, rows {rows}, inside cells {}, empty {}",
            lines.all, lines.inside, lines.empty
        )?;
        let told = header + rows + lines.inside + lines.empty;
        if told != lines.all {
            write!(
                formatter,
                "; {} not accounted for",
                lines.all.abs_diff(told)
            )?;
        }
        Ok(())
    }
}

/// What the reader of a table says, with what to do about an older encoding.
pub(super) fn in_words(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => format!(
            "{error}: the register is not UTF-8: say its encoding as [file] encoding, which is often \"windows-1256\" for \
             Arabic, \"windows-1252\" for French, \"utf-16\" for text of a spreadsheet"
        ),
        csv::ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    }
}

fn delimiter(mapping: &Mapping) -> anyhow::Result<u8> {
    // What is no ASCII sign is told with the mapping.
    Ok(mapping
        .file
        .delimiter
        .filter(char::is_ascii)
        .map_or(Ok(b','), u8::try_from)?)
}

/// The bytes of a register, in UTF-8.
fn bytes(mapping: &Mapping, path: &Path) -> anyhow::Result<Bytes> {
    // What is no encoding is told with the mapping.
    let encoding = mapping.file.encoding().unwrap_or(encoding_rs::UTF_8);
    decoded::open(path, encoding)
        .with_context(|| format!("the register {} cannot be read", path.display()))
}

fn reader(mapping: &Mapping, path: &Path) -> anyhow::Result<Reader<Bytes>> {
    Ok(csv::ReaderBuilder::new()
        .delimiter(delimiter(mapping)?)
        .from_reader(bytes(mapping, path)?))
}
