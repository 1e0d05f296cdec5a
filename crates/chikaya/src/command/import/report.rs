//! The report of an import: what happened, row by row, and one line for all.

use std::{fmt, fs::File, path::Path};

use anyhow::Context as _;

/// How many refused and warned rows are told on standard error when no report is written.
const TOLD: usize = 20;

/// What happened to a row, as far as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happened {
    /// It is a case now.
    Created,
    /// It was a case before.
    Unchanged,
    /// It cannot be one.
    Refused,
}

/// A row of the file.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its number, from 1, the header not counted.
    pub place: u64,
    /// The line on which it begins, from 1.
    pub line: u64,
    /// The number of the case in the register, as it stands there.
    pub number: String,
}

/// How many rows met which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Rows read.
    pub read: u64,
    /// Cases made.
    pub created: u64,
    /// Cases that were there.
    pub unchanged: u64,
    /// Rows that cannot be cases.
    pub refused: u64,
    /// Rows of which something should be known; each counts above too.
    pub warned: u64,
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "rows read {}, created {}, unchanged {}, refused {}",
            self.read, self.created, self.unchanged, self.refused
        )
    }
}

/// Counts rows and writes down those that someone should look at.
pub(super) struct Report {
    file: Option<csv::Writer<File>>,
    tell: Box<dyn FnMut(&str)>,
    told: usize,
    counts: Counts,
}

impl Report {
    /// A report into a file, or in words through `tell` when there is none.
    pub(super) fn begin(
        path: Option<&Path>,
        tell: impl FnMut(&str) + 'static,
    ) -> anyhow::Result<Self> {
        let file = path
            .map(|path| {
                let mut writer = csv::Writer::from_path(path)
                    .with_context(|| format!("the report {} cannot be written", path.display()))?;
                writer.write_record(["row", "line", "number", "what", "reference", "message"])?;
                anyhow::Ok(writer)
            })
            .transpose()?;
        Ok(Self {
            file,
            tell: Box::new(tell),
            told: 0,
            counts: Counts::default(),
        })
    }

    /// Counts a row; writes it down when it was refused or there are messages.
    pub(super) fn note(
        &mut self,
        row: &Row,
        happened: Happened,
        reference: &str,
        messages: &[String],
    ) -> anyhow::Result<()> {
        self.counts.read += 1;
        match happened {
            Happened::Created => self.counts.created += 1,
            Happened::Unchanged => self.counts.unchanged += 1,
            Happened::Refused => self.counts.refused += 1,
        }
        if messages.is_empty() {
            return Ok(());
        }
        let what = if happened == Happened::Refused {
            "refused"
        } else {
            self.counts.warned += 1;
            "warned"
        };
        let message = messages.join("; ");
        if let Some(file) = &mut self.file {
            let (place, line) = (row.place.to_string(), row.line.to_string());
            file.write_record([&place, &line, &row.number, what, reference, &message])?;
        } else if self.told < TOLD {
            self.told += 1;
            (self.tell)(&format!(
                "{what}: line {}, number {}: {message}",
                row.line, row.number
            ));
        }
        Ok(())
    }

    /// How many cases were made so far.
    pub(super) const fn created(&self) -> u64 {
        self.counts.created
    }

    /// Ends the report; answers the counts.
    pub(super) fn end(mut self) -> anyhow::Result<Counts> {
        if let Some(file) = &mut self.file {
            file.flush()?;
        } else {
            let untold = (self.counts.refused + self.counts.warned)
                .saturating_sub(u64::try_from(self.told)?);
            if untold > 0 {
                (self.tell)(&format!(
                    "{untold} more rows were refused or warned of: --report FILE writes them all down"
                ));
            }
        }
        Ok(self.counts)
    }
}
