//! A mapping proposed from a file: which column seems to be what, by its name and by what stands in it.

use std::{
    collections::BTreeMap,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, ensure};
use chikaya_domain::text::line;
use clap::Args;
use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1256};

use super::{
    code,
    decoded::{self, Bytes},
    guess::{self, Guess},
    seen::Seen,
    source::in_words,
    times,
};
use crate::say::say;

/// Rows that are looked at.
const ROWS: usize = 20_000;

/// Bytes by which the encoding of a file is told.
const LOOKED_AT: u64 = 4 << 20;

/// Values of a column that are listed.
const LISTED: usize = 40;

/// Flags of `import draft`.
#[derive(Args, Clone, Debug)]
pub(super) struct Draft {
    /// The register, with a header row.
    data: PathBuf,
}

impl Draft {
    /// Says a mapping.
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        say(propose(&self.data)?.trim_end());
        Ok(ExitCode::SUCCESS)
    }
}

/// A mapping for a file. What could not be told has a question mark, which no import takes for an answer.
pub(super) fn propose(path: &Path) -> anyhow::Result<String> {
    let encoding = encoding_of(path)?;
    let open = || {
        decoded::open(path, encoding)
            .with_context(|| format!("the register {} cannot be read", path.display()))
    };
    let delimiter = delimiter_of(open()?)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(open()?);
    let header = reader
        .headers()
        .map_err(|error| anyhow::anyhow!(in_words(&error)))?
        .clone();
    ensure!(
        header.len() > 1,
        "the file has one column: is its sign between cells none of , ; | and tabulator?"
    );
    let mut columns: Vec<Seen> = header
        .iter()
        .map(|name| Seen {
            name: line(name),
            values: BTreeMap::new(),
            filled: 0,
            longest: 0,
        })
        .collect();
    let mut rows = 0;
    for row in reader.records().take(ROWS) {
        note(
            &mut columns,
            &row.map_err(|error| anyhow::anyhow!(in_words(&error)))?,
        );
        rows += 1;
    }
    ensure!(rows > 0, "the file has no rows");
    Ok(written(path, (delimiter, encoding), &columns, rows))
}

fn note(columns: &mut [Seen], row: &StringRecord) {
    for (seen, cell) in columns.iter_mut().zip(row) {
        let cell = line(cell);
        if cell.is_empty() {
            continue;
        }
        seen.filled += 1;
        seen.longest = seen.longest.max(cell.chars().count());
        if seen.values.len() < ROWS / 4 || seen.values.contains_key(&cell) {
            *seen.values.entry(cell).or_default() += 1;
        }
    }
}

/// The sign that stands most often in the first line, of those that stand between cells.
fn delimiter_of(file: Bytes) -> anyhow::Result<u8> {
    let mut first = Vec::new();
    file.take(1 << 16).read_to_end(&mut first)?;
    let first = first
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |sign: &u8| first.split(|byte| byte == sign).count();
    Ok(*[b',', b';', b'\t', b'|']
        .iter()
        .max_by_key(|sign| count(sign))
        .unwrap_or(&b','))
}

/// The encoding that the letters of a file seem to have, by its beginning. In Arabic letters follow each other that are no
/// letters of English, in French they stand alone.
fn encoding_of(path: &Path) -> anyhow::Result<&'static Encoding> {
    let mut beginning = Vec::new();
    File::open(path)
        .with_context(|| format!("the register {} cannot be read", path.display()))?
        .take(LOOKED_AT)
        .read_to_end(&mut beginning)?;
    if let Some((encoding, _)) = Encoding::for_bom(&beginning) {
        return Ok(encoding);
    }
    let is_utf_8 = std::str::from_utf8(&beginning)
        // The last letter may have been cut.
        .map_or_else(|error| error.error_len().is_none(), |_| true);
    if is_utf_8 {
        return Ok(UTF_8);
    }
    let foreign = beginning.iter().filter(|byte| !byte.is_ascii()).count();
    let followed = beginning
        .windows(2)
        .filter(|pair| !pair[0].is_ascii() && !pair[1].is_ascii())
        .count();
    Ok(if followed * 2 > foreign {
        WINDOWS_1256
    } else {
        WINDOWS_1252
    })
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn list(columns: &[&Seen]) -> String {
    let names: Vec<String> = columns.iter().map(|column| quoted(&column.name)).collect();
    format!("[{}]", names.join(", "))
}

fn written(
    path: &Path,
    (delimiter, encoding): (u8, &'static Encoding),
    columns: &[Seen],
    rows: usize,
) -> String {
    let guess = guess::of(columns, rows);
    let name = path.file_stem().map_or_else(
        || "register".to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    );
    let mut lines = Lines(vec![
        format!(
            "# Proposed from {rows} rows. What stands as \"?\" could not be told: an import names them all until they are \
             answered."
        ),
        "# Every key is explained in docs/import.md. Try it with --dry-run.".to_owned(),
    ]);
    lines.key("register", &quoted(&code::made("", &name)));
    lines.key("name", &quoted(&name));
    lines.key("language", &quoted(guess.language.unwrap_or("?")));
    lines.section("file");
    lines.key("delimiter", &quoted(&char::from(delimiter).to_string()));
    if encoding != UTF_8 {
        lines.put("# Told by the letters: look whether the words of a dry run are right.");
        lines.key("encoding", &quoted(&encoding.name().to_ascii_lowercase()));
    }
    if guess.is_html {
        lines.key("html", "true");
    }
    time(&mut lines, &guess);
    named(&mut lines, &guess);
    lines.section("status");
    lines.key("column", &one(guess.find("status")));
    if let Some(column) = guess.find("since") {
        lines.key("since", &quoted(&column.name));
    }
    lines.put("[status.values]");
    for value in guess.find("status").into_iter().flat_map(often) {
        let standing = guess::standing(value).unwrap_or("?");
        lines.key(&quoted(value), &quoted(standing));
    }
    coded(&mut lines, &guess, &name);
    let unused = guess.unused();
    if !unused.is_empty() {
        lines.put("");
        lines.put(&format!(
            "# Columns of which nothing was made: {}",
            list(&unused)
        ));
    }
    lines.0.join("\n") + "\n"
}

/// The lines of a mapping.
struct Lines(Vec<String>);

impl Lines {
    fn put(&mut self, line: &str) {
        self.0.push(line.to_owned());
    }

    fn key(&mut self, key: &str, value: &str) {
        self.0.push(format!("{key} = {value}"));
    }

    fn section(&mut self, name: &str) {
        self.put("");
        self.0.push(format!("[{name}]"));
    }

    /// The values of a column as lines that are not in force yet.
    fn values(&mut self, column: &Seen) {
        for value in often(column) {
            self.0.push(format!("# {} = \"?\"", quoted(value)));
        }
    }
}

fn one(column: Option<&Seen>) -> String {
    column.map_or_else(|| "\"?\"".to_owned(), |column| quoted(&column.name))
}

fn time(lines: &mut Lines, guess: &Guess<'_>) {
    lines.section("time");
    match guess.formats.as_slice() {
        [] => lines.key("format", "\"?\""),
        [one] => lines.key("format", &quoted(one)),
        several => {
            if guess.of_filing > 1 {
                lines.put("# More than one of these reads every value: keep the right one.");
            }
            let several: Vec<String> = several.iter().map(|format| quoted(format)).collect();
            lines.key("format", &format!("[{}]", several.join(", ")));
        }
    }
    if guess.formats.is_empty()
        || guess
            .formats
            .iter()
            .any(|format| !times::has_offset(format))
    {
        lines.key("zone", "\"?\"");
    }
}

fn named(lines: &mut Lines, guess: &Guess<'_>) {
    lines.section("columns");
    if guess.find("number").is_none() {
        lines.put("# No column tells rows apart by itself: name several, as a list.");
    }
    lines.key("number", &one(guess.find("number")));
    match guess.all("filed").as_slice() {
        together @ [_, _, ..] => lines.key("filed", &list(together)),
        single => lines.key("filed", &one(single.first().copied())),
    }
    for key in ["examined", "taken_up", "written", "closed"] {
        if let Some(column) = guess.find(key) {
            lines.key(key, &quoted(&column.name));
        }
    }
    for key in ["title", "text"] {
        let found = guess.all(key);
        let names = if found.is_empty() {
            "[\"?\"]".to_owned()
        } else {
            list(&found)
        };
        lines.key(key, &names);
    }
    for key in ["last_words", "place"] {
        let found = guess.all(key);
        if !found.is_empty() {
            lines.key(key, &list(&found));
        }
    }
    for key in ["latitude", "longitude", "point", "person", "email", "phone"] {
        if let Some(column) = guess.find(key) {
            lines.key(key, &quoted(&column.name));
        }
    }
}

/// Bodies and subjects, whose values become codes.
fn coded(lines: &mut Lines, guess: &Guess<'_>, name: &str) {
    let prefix = quoted(&format!("{}-", code::made("", name)));
    lines.section("organisation");
    if let Some(column) = guess.find("organisation") {
        lines.key("column", &quoted(&column.name));
        lines.put(
            "# Codes of organisations that are here already; what is not listed is added below.",
        );
        lines.put("[organisation.values]");
        lines.values(column);
        lines.put("[organisation.create]");
        lines.key("prefix", &prefix);
        lines.key("parent", "\"?\"");
    } else {
        lines.put("# No column seems to say who has a case: the code of the body that has all of them, or a column.");
        lines.key("default", "\"?\"");
    }
    if let Some(subject) = guess.find("subject") {
        lines.section("subject");
        lines.key("column", &quoted(&subject.name));
        lines.put("[subject.values]");
        lines.values(subject);
        lines.put("# What is not listed is added as subjects of a sector of its own.");
        lines.put("[subject.create]");
        lines.key("prefix", &prefix);
        lines.key("sector", &quoted(&code::made("", name)));
        lines.key("sector_name", &quoted(name));
        lines.key("answers", "\"?\"");
    }
}

/// The values of a column, the most frequent first.
fn often(column: &Seen) -> Vec<&str> {
    let mut values: Vec<(&str, usize)> = column
        .values
        .iter()
        .map(|(value, count)| (value.as_str(), *count))
        .collect();
    values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    values
        .into_iter()
        .take(LISTED)
        .map(|(value, _)| value)
        .collect()
}
