//! The table at the end of a run.

use std::time::Duration;

/// How a check ended.
pub(super) enum Outcome {
    /// As wanted.
    Passed,
    /// Not as wanted, and why.
    Failed(String),
    /// Not run, and why.
    Skipped(String),
}

/// A check that has ended.
pub(super) struct Row {
    /// The command that repeats it.
    pub(super) name: &'static str,
    /// How it ended.
    pub(super) outcome: Outcome,
    /// How long it took.
    pub(super) time: Duration,
}

impl Row {
    /// The outcome in words, with the time it took.
    pub(super) fn verdict(&self) -> String {
        match &self.outcome {
            Outcome::Passed => format!("passed in {}", seconds(self.time)),
            Outcome::Failed(why) => format!("FAILED after {}: {why}", seconds(self.time)),
            Outcome::Skipped(why) => format!("skipped: {why}"),
        }
    }
}

/// One line for each check, names and verdicts in columns, and a last line that sums up.
pub(super) fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let mut lines = vec!["━━ summary".to_owned()];
    lines.extend(rows.iter().map(|row| {
        let mark = match row.outcome {
            Outcome::Passed => '✓',
            Outcome::Failed(_) => '✗',
            Outcome::Skipped(_) => '–',
        };
        format!("{mark} {:width$}  {}", row.name, row.verdict())
    }));
    let failed = rows
        .iter()
        .filter(|row| matches!(row.outcome, Outcome::Failed(_)))
        .count();
    let total = seconds(rows.iter().map(|row| row.time).sum());
    lines.push(match failed {
        0 => format!("All is well, in {total}."),
        1 => format!("1 check failed, in {total}."),
        many => format!("{many} checks failed, in {total}."),
    });
    lines.join("\n")
}

fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_what_failed() {
        let rows = [
            Row {
                name: "one",
                outcome: Outcome::Passed,
                time: Duration::from_millis(1500),
            },
            Row {
                name: "three",
                outcome: Outcome::Failed("why".into()),
                time: Duration::from_secs(61),
            },
            Row {
                name: "two",
                outcome: Outcome::Skipped("absent".into()),
                time: Duration::ZERO,
            },
        ];
        assert_eq!(
            table(&rows),
            "━━ summary\n\
             ✓ one    passed in 1.5 s\n\
             ✗ three  FAILED after 1 min 01 s: why\n\
             – two    skipped: absent\n\
             1 check failed, in 1 min 02 s."
        );
    }
}
