//! The deep part of `doctor`: the whole record told again, with every break and how far it is.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};
use chikaya_service::{
    Trouble,
    record::{
        Seal,
        check::{BREAKS_TOLD, CheckScope, Checked, Told},
    },
};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{
    building::Building,
    command::wait::wait,
    say::{complain, say},
    worker::seals,
};

/// Between two words about how far the check is, where nobody watches a terminal.
const WORD_EVERY: Duration = Duration::from_secs(10);

/// Flags of the deep part.
#[derive(Args, Clone, Debug)]
pub(crate) struct RecordCheck {
    /// Also tell the whole record again: events, what they bind, the tree over them, seals, audit trail, counts, files.
    #[arg(long)]
    pub(crate) deep: bool,
    /// With --deep: only cases in which something happened after this position, as the last check said it.
    #[arg(long, value_name = "POSITION", requires = "deep")]
    since: Option<u32>,
    /// With --deep: a file of seals that were handed out, to be found in the archive; seals.txt of the instance is always
    /// looked into.
    #[arg(long, value_name = "FILE", requires = "deep")]
    seals: Vec<PathBuf>,
    /// With --deep: leave the bytes of files alone.
    #[arg(long, requires = "deep")]
    without_files: bool,
}

impl RecordCheck {
    /// Checks the record and says each break; answers what is wrong, in one line.
    pub(crate) fn check(&self, building: &Building) -> Option<String> {
        let scope = CheckScope {
            since: self.since.map(i64::from),
            without_bytes: self.without_files,
        };
        let anchors = match self.anchors(building) {
            Ok(anchors) => anchors,
            Err(error) => return Some(format!("{error:#}")),
        };
        let kept_outside = anchors.len();
        for file in &self.seals {
            say(&format!("record: seals of {} are compared", file.display()));
        }
        let mut watcher = Watcher::new();
        let clerks = building.clerks();
        let checked: anyhow::Result<Checked> = wait(async {
            let mut checked = clerks
                .check_record(scope, |told| watcher.hear(told))
                .await?;
            for found in clerks.check_anchors(anchors).await? {
                checked.breaks += 1;
                watcher.hear(Told::Break(found));
            }
            Ok::<_, Trouble>(checked)
        });
        watcher.bar.finish_and_clear();
        match checked {
            Err(error) => Some(format!("it cannot be read: {error:#}")),
            Ok(checked) => {
                say(&format!(
                    "record: {}, {kept_outside} seals kept outside",
                    words(&checked)
                ));
                if let Some(renewal) = checked.renewal {
                    say(&format!(
                        "record: begun anew under another house key at {}, after position {}: who wrote what is older, \
                         seals tell alone that were kept outside before",
                        renewal.instant(),
                        renewal.position
                    ));
                }
                self.verdict(&checked)
            }
        }
    }

    /// What is wrong, in one line.
    fn verdict(&self, checked: &Checked) -> Option<String> {
        if checked.breaks > 0 {
            let untold = checked.breaks.saturating_sub(BREAKS_TOLD as u64);
            if untold > 0 {
                say(&format!("BREAK and {untold} more"));
            }
            return Some(format!(
                "{} breaks, each named above: somebody changed the archive by hand; keep it as it is and compare it \
                 with a backup",
                checked.breaks
            ));
        }
        // Every event that a check has seen was a leaf then, and leaves are never fewer.
        if let Some(since) = self
            .since
            .filter(|since| u64::from(*since) > checked.leaves)
        {
            return Some(format!(
                "--since {since} lies behind the last event, which is at position {}: no case was looked at; if a check said \
                 that number, events were taken away since, or an earlier state was put back",
                checked.leaves
            ));
        }
        say(&format!(
            "record: all of it agrees up to position {}; next time --since {} looks at what is new",
            checked.leaves, checked.leaves
        ));
        None
    }

    /// The seals that were handed out, as far as they are at hand. A file that holds none proves nothing, and whoever names
    /// it takes another for it.
    fn anchors(&self, building: &Building) -> anyhow::Result<Vec<Seal>> {
        let own = building.settings().seal_file();
        let mut anchors = Vec::new();
        for file in self.seals.iter().chain(own.is_file().then_some(&own)) {
            let read =
                seals::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
            ensure!(
                !read.seals.is_empty(),
                "{} holds no seal, which is a line beginning with {}",
                file.display(),
                Seal::BEGINNING
            );
            ensure!(
                read.broken.is_empty(),
                "{} holds seals that cannot be read, in the lines {}",
                file.display(),
                read.broken
            );
            anchors.extend(read.seals);
        }
        Ok(anchors)
    }
}

/// What was gone through, in words.
fn words(checked: &Checked) -> String {
    format!(
        "{} cases, {} events, {} files, {} leaves, {} lines of the audit trail",
        checked.cases, checked.events, checked.files, checked.leaves, checked.lines
    )
}

/// Shows how far a check is: on a terminal in one line, elsewhere now and then in a new one.
struct Watcher {
    bar: ProgressBar,
    last_word: Instant,
}

impl Watcher {
    fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}, {elapsed}") {
            bar.set_style(style);
        }
        Self {
            bar,
            last_word: Instant::now(),
        }
    }

    fn hear(&mut self, told: Told) {
        match told {
            Told::Break(found) => {
                self.bar.suspend(|| say(&format!("BREAK {found}")));
            }
            Told::Progress(checked) => {
                if !self.bar.is_hidden() {
                    self.bar.set_message(words(&checked));
                    self.bar.tick();
                } else if self.last_word.elapsed() >= WORD_EVERY {
                    self.last_word = Instant::now();
                    complain(&format!("… {}", words(&checked)));
                }
            }
        }
    }
}
