//! The doctor: looks at what is new in the record after each kill, and at the whole of it now and then.

use anyhow::{Context as _, ensure};

use crate::portal::Place;

/// What the doctor looked at so far.
#[derive(Default)]
pub(super) struct Doctor {
    /// The position up to which everything was found in order.
    since: u64,
    /// Looks at the whole record.
    pub(super) whole: u32,
    /// Looks at the cases in which something had happened since the look before.
    pub(super) at_news: u32,
}

/// What the record holds, as the doctor counted it.
pub(super) struct Record {
    /// Cases.
    pub(super) cases: usize,
    /// Events.
    pub(super) events: usize,
    /// Files.
    pub(super) files: usize,
    /// Events that are in the tree: the position up to which everything is sealed.
    pub(super) leaves: u64,
}

impl Doctor {
    /// Looks at the cases in which something happened since the look before.
    pub(super) fn look(&mut self, place: &Place) -> anyhow::Result<()> {
        self.at_news += 1;
        let since = self.since.to_string();
        self.since = examine(place, &["doctor", "--deep", "--since", &since])?.leaves;
        Ok(())
    }

    /// Looks at the whole record.
    pub(super) fn look_at_all(&mut self, place: &Place) -> anyhow::Result<Record> {
        self.whole += 1;
        let record = examine(place, &["doctor", "--deep"])?;
        self.since = record.leaves;
        Ok(record)
    }
}

/// What the doctor may complain of: there is no mail server, so messages wait.
const EXPECTED: [&str; 2] = ["WRONG mail:", "WRONG messages:"];

/// Calls the doctor; but for mail everything is to be well.
fn examine(place: &Place, arguments: &[&str]) -> anyhow::Result<Record> {
    let said = place.said(arguments)?;
    let is_well = said.contains("ok    record\n")
        && said
            .lines()
            .filter(|line| line.starts_with("WRONG"))
            .all(|line| EXPECTED.iter().any(|known| line.starts_with(known)));
    ensure!(is_well, "chikaya {} says:\n{said}", arguments.join(" "));
    record(&said).with_context(|| format!("the record was not looked at:\n{said}"))
}

/// What a line such as `record: 2 cases, 9 events, 1 files, 9 leaves, …` counts.
fn record(said: &str) -> Option<Record> {
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix("record: "))?;
    let count = |what: &str| {
        line.split(", ")
            .find_map(|part| part.strip_suffix(what)?.trim().parse::<usize>().ok())
    };
    Some(Record {
        cases: count("cases")?,
        events: count("events")?,
        files: count("files")?,
        leaves: u64::try_from(count("leaves")?).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_the_line_of_the_record() {
        let said = "record: 2 cases, 9 events, 1 files, 8 leaves, 0 lines of the audit trail\nok    disk\n";
        let record = record(said).unwrap();
        assert_eq!((record.cases, record.events), (2, 9));
        assert_eq!((record.files, record.leaves), (1, 8));
        assert!(super::record("ok    disk\n").is_none());
    }
}
