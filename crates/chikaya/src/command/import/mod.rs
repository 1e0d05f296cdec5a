//! `import`: a country's earlier register of complaints becomes cases, as often as it takes, each row once.

mod coding;
mod mapping;
mod plan;
mod report;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeSet,
    fs::File,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, anyhow};
use chikaya_domain::reference::Reference;
use chikaya_service::{
    Clerks,
    case::import::{ImportError, ImportFate},
    country::Additions,
};
use clap::{Args, Subcommand};
use csv::{Reader, StringRecord};
use figment::Figment;
use futures_util::{StreamExt as _, stream};
use indicatif::{ProgressBar, ProgressStyle};

use self::{
    coding::additions,
    mapping::Mapping,
    plan::{Plan, Read},
    report::{Counts, Happened, Report, Row},
};
use super::common::Common;
use crate::{building::Building, say::say};

/// Exit code of an import that is done, but refused some rows.
const SOME_REFUSED: u8 = 3;

/// Flags of `import`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Import {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Debug, Subcommand)]
enum What {
    /// Take over a register from a CSV file.
    ///
    /// Each row becomes a case with its own dates; run again, rows taken over before stay as they are, so an
    /// import that broke off goes on where it was. Nobody is written to. The last line says how many rows were
    /// read, created, unchanged and refused.
    ///
    /// Exit codes: 0 every row is a case; 3 some rows were refused, with the reason in the report; 1 the import
    /// stopped, with the reason on standard error; 2 the command line was wrong.
    Csv(Table),
}

/// Flags of `import csv`.
#[derive(Args, Clone, Debug)]
struct Table {
    /// What the columns mean, as TOML; data/import/nyc311.toml is an example with comments.
    #[arg(long)]
    mapping: PathBuf,
    /// Check every row and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// File for the rows that were refused or of which something should be known, as CSV.
    #[arg(long)]
    report: Option<PathBuf>,
    /// Rows under way at the same time, which share commits.
    #[arg(long, default_value_t = 256, value_parser = clap::value_parser!(u16).range(1..=2_000))]
    batch: u16,
    /// The register, UTF-8 with a header row.
    data: PathBuf,
}

impl Import {
    /// Imports; says what it did.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.common.settings(Figment::new())?;
        let What::Csv(table) = self.what;
        let mapping = Mapping::read(&table.mapping)?;
        let source = Source::open(&mapping, &table.data)
            .with_context(|| format!("the register {}", table.data.display()))?;
        let building = Building::open(settings)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        let bar = progress(source.bytes)?;
        let shown = bar.clone();
        let report = Report::begin(table.report.as_deref(), move |line| {
            shown.suspend(|| tell(line));
        })?;
        let counts = runtime.block_on(source.import(
            building.clerks(),
            report,
            usize::from(table.batch),
            table.dry_run,
            &bar,
        ))?;
        bar.finish_and_clear();
        let prefix = if table.dry_run {
            "dry run, nothing was written: "
        } else {
            ""
        };
        say(&format!("{prefix}{counts}"));
        Ok(if counts.refused > 0 {
            ExitCode::from(SOME_REFUSED)
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// A register, looked through once: its plan and what it needs of the country are known.
struct Source {
    reader: Reader<File>,
    plan: Plan,
    additions: Additions,
    bytes: u64,
}

impl Source {
    /// Opens a file and looks through it.
    fn open(mapping: &Mapping, path: &Path) -> anyhow::Result<Self> {
        let mut reader = reader(mapping, path)?;
        let header = reader
            .headers()
            .map_err(|error| anyhow!(in_words(&error)))?;
        let plan = Plan::new(mapping, header)?;
        let (mut organisations, mut subjects) = (BTreeSet::new(), BTreeSet::new());
        // What cannot be read is told when its turn comes.
        for row in reader.records().filter_map(Result::ok) {
            organisations.insert(plan.organisation_value(&row).to_owned());
            subjects.insert(plan.subject_value(&row).to_owned());
        }
        Ok(Self {
            reader: self::reader(mapping, path)?,
            additions: additions(
                mapping,
                organisations.iter().map(String::as_str),
                subjects.iter().map(String::as_str),
            )?,
            plan,
            bytes: std::fs::metadata(path)?.len(),
        })
    }

    /// Hands every row to the clerks, `batch` at the same time, and notes their fates in the file's order. Unless
    /// nothing is to be changed, the audit trail says what came of it, even when it stopped on the way.
    async fn import(
        self,
        clerks: &Clerks,
        mut report: Report,
        batch: usize,
        dry_run: bool,
        bar: &ProgressBar,
    ) -> anyhow::Result<Counts> {
        let Self {
            mut reader,
            plan,
            additions,
            ..
        } = self;
        let additions = additions.missing_in(&clerks.country());
        if dry_run {
            additions.check(&clerks.country())?;
        } else {
            clerks.add_to_country(additions.clone()).await?;
        }
        let hands = Hands {
            clerks,
            plan: &plan,
            additions: dry_run.then_some(&additions),
        };
        let done = hands
            .take_over_all(&mut reader, &mut report, batch, bar)
            .await;
        let noted = if dry_run {
            Ok(())
        } else {
            let register = plan.register().clone();
            clerks.note_import(register, report.created()).await
        };
        done?;
        noted?;
        report.end()
    }
}

/// What every row is taken over with.
#[derive(Clone, Copy)]
struct Hands<'a> {
    clerks: &'a Clerks,
    plan: &'a Plan,
    /// What would be added to the country; in a dry run alone.
    additions: Option<&'a Additions>,
}

/// A row that was dealt with.
struct Done {
    row: Row,
    byte: u64,
    fate: Result<(ImportFate, Vec<String>), Fault>,
}

/// What stands in the way.
enum Fault {
    /// Of this row.
    Row(String),
    /// Of the whole import.
    Import(anyhow::Error),
}

impl Hands<'_> {
    async fn take_over_all(
        self,
        reader: &mut Reader<File>,
        report: &mut Report,
        batch: usize,
        bar: &ProgressBar,
    ) -> anyhow::Result<()> {
        let rows = (1..).zip(reader.records());
        let mut done = stream::iter(rows)
            .map(|(number, record)| self.take_over(number, record))
            .buffered(batch);
        while let Some(Done { row, byte, fate }) = done.next().await {
            bar.set_position(byte);
            match fate {
                Ok((fate, warnings)) => self.note(report, &row, fate, warnings)?,
                Err(Fault::Row(fault)) => report.note(&row, Happened::Refused, "", &[fault])?,
                Err(Fault::Import(error)) => {
                    return Err(error.context(format!(
                        "stopped at line {}; what was taken over stays, and the same command goes on from there",
                        row.line
                    )));
                }
            }
        }
        Ok(())
    }

    async fn take_over(self, number: u64, record: csv::Result<StringRecord>) -> Done {
        let position = match &record {
            Ok(record) => record.position(),
            Err(error) => error.position(),
        }
        .cloned();
        let place = |of: fn(&csv::Position) -> u64| position.as_ref().map_or(0, of);
        let row = Row {
            place: number,
            line: place(csv::Position::line),
            number: record
                .as_ref()
                .map_or("", |record| self.plan.number_value(record))
                .to_owned(),
        };
        let fate = match record {
            Ok(record) => self.enter(&record).await,
            Err(error) if error.is_io_error() => Err(Fault::Import(error.into())),
            Err(error) => Err(Fault::Row(in_words(&error))),
        };
        Done {
            byte: place(csv::Position::byte),
            row,
            fate,
        }
    }

    async fn enter(self, record: &StringRecord) -> Result<(ImportFate, Vec<String>), Fault> {
        let Read { entry, warnings } = self
            .plan
            .read(&self.clerks.country(), record)
            .map_err(Fault::Row)?;
        let fate = match self.additions {
            Some(additions) => self.clerks.check_entry(entry, additions).await,
            None => self.clerks.import_case(entry).await,
        };
        match fate {
            Ok(fate) => Ok((fate, warnings)),
            Err(ImportError::Trouble(trouble)) => Err(Fault::Import(trouble.into())),
            Err(error) => Err(Fault::Row(error.to_string())),
        }
    }

    /// Notes a row that is a case, or would be one: then it has no reference, for another will be drawn.
    fn note(
        self,
        report: &mut Report,
        row: &Row,
        fate: ImportFate,
        mut messages: Vec<String>,
    ) -> anyhow::Result<()> {
        let is_dry = self.additions.is_some();
        let (happened, reference) = match fate {
            ImportFate::Created {
                reference,
                corrections,
            } => {
                messages.extend(corrections.iter().map(ToString::to_string));
                (Happened::Created, Some(reference).filter(|_| !is_dry))
            }
            ImportFate::Unchanged {
                reference,
                is_closed_there_alone,
            } => {
                messages.clear();
                if is_closed_there_alone {
                    messages.push("closed in the register meanwhile, open here".to_owned());
                }
                (Happened::Unchanged, Some(reference))
            }
        };
        let reference = reference.as_ref().map_or("", Reference::as_str);
        report.note(row, happened, reference, &messages)
    }
}

/// What the reader of a table says, with what to do about an older encoding.
fn in_words(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => format!(
            "{error}: the register is not UTF-8; one in Arabic is often WINDOWS-1256, which becomes UTF-8 by \
             `iconv -f WINDOWS-1256 -t UTF-8 old.csv > new.csv`"
        ),
        _ => error.to_string(),
    }
}

fn reader(mapping: &Mapping, path: &Path) -> anyhow::Result<Reader<File>> {
    let delimiter = mapping.file.delimiter.map_or(Ok(b','), u8::try_from)?;
    Ok(csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_path(path)?)
}

/// A bar over the bytes of the file: rows need not be counted first.
fn progress(bytes: u64) -> anyhow::Result<ProgressBar> {
    let bar = ProgressBar::new(bytes);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {percent}% of {total_bytes}, {eta} left",
    )?);
    Ok(bar)
}

/// Says something beside the answer of the command.
#[expect(
    clippy::print_stderr,
    reason = "rows are told as they come, beside the answer on standard output"
)]
fn tell(text: &str) {
    eprintln!("{text}");
}
