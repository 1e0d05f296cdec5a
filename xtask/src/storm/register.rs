//! Registers: made up, marked as samples, imported beside the portal; when one is in, the next one follows.

use std::{fmt::Write as _, fs, path::PathBuf, time::Duration};

use anyhow::ensure;

use super::beside::{self, End};
use crate::portal::Place;

/// Rows of a register: most imports are killed before they come to the end, and the cases of a storm stay few enough to be
/// told again after each kill.
const ROWS: usize = 500;

/// The registers of a storm.
pub(super) struct Registers {
    folder: PathBuf,
    /// The one being imported, from 1.
    current: u32,
    /// Imports that were killed.
    pub(super) killed: u32,
}

impl Registers {
    /// The first register.
    pub(super) fn begin(place: &Place) -> anyhow::Result<Self> {
        let folder = place.folder.join("registers");
        fs::create_dir_all(&folder)?;
        let registers = Self {
            folder,
            current: 1,
            killed: 0,
        };
        registers.write(1)?;
        Ok(registers)
    }

    /// Imports the present register until the moment has come.
    pub(super) fn import(&mut self, place: &Place, moment: Duration) -> anyhow::Result<()> {
        match beside::run(place, &self.command(self.current), moment)? {
            End::Killed => self.killed += 1,
            End::Done(_) => {
                self.current += 1;
                self.write(self.current)?;
            }
        }
        Ok(())
    }

    /// Imports what is left, then all of it again, which may make no case; answers how many rows there are.
    pub(super) fn finish(&self, place: &Place) -> anyhow::Result<usize> {
        beside::run(place, &self.command(self.current), beside::PATIENCE)?;
        let expected = format!("rows read {ROWS}, created 0, unchanged {ROWS}, refused 0");
        for number in 1..=self.current {
            let ended = beside::run(place, &self.command(number), beside::PATIENCE)?;
            let said = match ended {
                End::Done(said) => said,
                End::Killed => "it does not come to its end".to_owned(),
            };
            ensure!(
                said.contains(&expected),
                "register {number} imported again said not {expected:?}: {said}"
            );
        }
        Ok(ROWS * usize::try_from(self.current)?)
    }

    fn command(&self, number: u32) -> Vec<String> {
        let path = |ending| {
            let file = self.folder.join(format!("{number}.{ending}"));
            file.to_string_lossy().into_owned()
        };
        ["import", "csv", "--mapping", &path("toml"), &path("csv")]
            .map(str::to_owned)
            .to_vec()
    }

    fn write(&self, number: u32) -> anyhow::Result<()> {
        let mapping = MAPPING.replace("NUMBER", &number.to_string());
        fs::write(self.folder.join(format!("{number}.toml")), mapping)?;
        fs::write(self.folder.join(format!("{number}.csv")), rows())?;
        Ok(())
    }
}

const MAPPING: &str = "
register = \"storm-NUMBER\"
name = \"Sample register NUMBER of a storm\"
language = \"fr\"

[time]
format = \"%Y-%m-%d %H:%M\"
zone = \"Africa/Casablanca\"

[columns]
number = \"number\"
filed = \"filed\"
closed = \"closed\"
title = [\"title\"]
text = [\"text\"]
last_words = [\"answer\"]

[status]
column = \"status\"
[status.values]
open = \"admissible\"
closed = \"closed\"

[organisation]
column = \"organisation\"
[organisation.values]
commune = \"commune-09-581-01-07\"

[subject]
column = \"subject\"
[subject.values]
light = \"public-lighting\"
";

/// The rows: half of them closed, all of them before any clock of today.
fn rows() -> String {
    let mut text = "number,filed,closed,status,organisation,subject,title,text,answer\n".to_owned();
    for number in 1..=ROWS {
        let (month, day, minute) = (1 + number % 9, 1 + number % 28, number % 60);
        let (closed, status, answer) = if number % 2 == 0 {
            ("2025-12-01 09:00", "closed", "Le lampadaire a été réparé.")
        } else {
            ("", "open", "")
        };
        // Writing to a text does not fail.
        let _ = writeln!(
            text,
            "{number},2025-{month:02}-{day:02} 10:{minute:02},{closed},{status},commune,light,\
             Sample row {number},Le lampadaire {number} de la rue est éteint.,{answer}"
        );
    }
    text
}
