//! `import`: a country's earlier register of complaints becomes cases, as often as it takes, each row once.

mod code;
mod coding;
mod columns;
mod decoded;
#[cfg(test)]
mod distrust_tests;
mod draft;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod exports_tests;
mod guess;
mod html;
mod keys;
mod mapping;
mod plan;
mod report;
mod seen;
mod source;
mod suspect;
#[cfg(test)]
mod tests;
mod times;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
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
    decoded::Bytes,
    mapping::Mapping,
    plan::{Plan, Read},
    report::{Counts, Happened, Report, Row},
    source::{Doubts, Source, in_words},
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
    /// Propose a mapping for a CSV file, on standard output, with what could not be told marked by a question mark.
    Draft(draft::Draft),
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
    /// The register, with a header row; UTF-8 unless the mapping names its encoding.
    data: PathBuf,
}

impl Import {
    /// Imports; says what it did.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let table = match self.what {
            What::Csv(table) => table,
            What::Draft(draft) => return draft.run(),
        };
        let settings = self.common.settings(Figment::new())?;
        let mapping = Mapping::read(&table.mapping)?;
        let building = Building::open(settings)?;
        let source = Source::open(&mapping, &table.data, &building.clerks().country())
            .with_context(|| format!("the register {}", table.data.display()))?;
        let reckoning = source.reckoning;
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
        say(&reckoning.to_string());
        say(&format!("{prefix}{counts}"));
        Ok(if counts.refused > 0 {
            ExitCode::from(SOME_REFUSED)
        } else {
            ExitCode::SUCCESS
        })
    }
}

impl Source {
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
            doubts,
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
            doubts: &doubts,
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
    doubts: &'a Doubts,
    /// What would be added to the country; in a dry run alone.
    additions: Option<&'a Additions>,
}

/// A row that was dealt with.
struct Done {
    row: Row,
    byte: u64,
    fate: Result<Taken, Fault>,
}

/// A row that is a case.
enum Taken {
    /// With its fate, and what should be known of it.
    Entered(ImportFate, Vec<String>),
    /// By the row on an earlier line, which says the same.
    Before(u64),
}

/// What stands in the way.
enum Fault {
    /// Of this row.
    Row(String),
    /// Of the whole import.
    Import(anyhow::Error),
}

impl Fault {
    fn of(error: ImportError) -> Self {
        match error {
            ImportError::Trouble(trouble) => Self::Import(trouble.into()),
            error => Self::Row(error.to_string()),
        }
    }
}

impl Hands<'_> {
    async fn take_over_all(
        self,
        reader: &mut Reader<Bytes>,
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
                Ok(Taken::Entered(fate, warnings)) => self.note(report, &row, fate, warnings)?,
                Ok(Taken::Before(line)) => {
                    let why = format!("the same row stands on line {line}");
                    report.note(&row, Happened::Unchanged, "", &[why])?;
                }
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
                .map(|record| self.plan.number_value(record).into_owned())
                .unwrap_or_default(),
        };
        let fate = match record {
            Ok(record) => self.judge(number, &record).await,
            Err(error) if error.is_io_error() => Err(Fault::Import(error.into())),
            Err(error) => Err(Fault::Row(in_words(&error))),
        };
        Done {
            byte: place(csv::Position::byte),
            row,
            fate,
        }
    }

    /// Enters a row, unless the file itself speaks against it. A row that stands there twice is entered once.
    async fn judge(self, place: u64, record: &StringRecord) -> Result<Taken, Fault> {
        if let Some(why) = self.doubts.why_not(self.plan, place, record) {
            return Err(Fault::Row(why));
        }
        if let Some(line) = self.doubts.same_as(place) {
            // What is wrong with one is wrong with both.
            self.check(record).await?;
            return Ok(Taken::Before(line));
        }
        let (fate, warnings) = self.enter(record).await?;
        Ok(Taken::Entered(fate, warnings))
    }

    /// Enters a row; in a dry run only looks what would come of it.
    async fn enter(self, record: &StringRecord) -> Result<(ImportFate, Vec<String>), Fault> {
        if self.additions.is_some() {
            return self.check(record).await;
        }
        let Read { entry, warnings } = self.read(record)?;
        let fate = self.clerks.import_case(entry).await.map_err(Fault::of)?;
        Ok((fate, warnings))
    }

    async fn check(self, record: &StringRecord) -> Result<(ImportFate, Vec<String>), Fault> {
        let Read { entry, warnings } = self.read(record)?;
        let none = Additions::default();
        let additions = self.additions.unwrap_or(&none);
        let fate = self
            .clerks
            .check_entry(entry, additions)
            .await
            .map_err(Fault::of)?;
        Ok((fate, warnings))
    }

    fn read(self, record: &StringRecord) -> Result<Read, Fault> {
        self.plan
            .read(&self.clerks.country(), record)
            .map_err(Fault::Row)
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

/// A bar over the bytes of the file: rows need not be counted first.
fn progress(bytes: u64) -> anyhow::Result<ProgressBar> {
    let bar = ProgressBar::new(bytes);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {percent}% of {total_bytes}, {eta} left",
    )?);
    Ok(bar)
}

/// Says something beside the answer of the command.
fn tell(text: &str) {
    crate::say::complain(text);
}
