//! Followers: built again beside the portal, killed meanwhile, and at the last position when the portal has rested.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};

use super::beside::{self, End};
use crate::portal::Place;

/// The followers that are built again, by turns.
const NAMES: [&str; 2] = ["tally", "words"];

/// How long the portal may take to bring them up to date.
const WORK: Duration = Duration::from_mins(30);

/// What was done to the followers.
#[derive(Default)]
pub(super) struct Followers {
    /// Rebuildings begun.
    pub(super) begun: usize,
    /// Rebuildings that were killed.
    pub(super) killed: u32,
}

impl Followers {
    /// Builds the next follower again until the moment has come.
    pub(super) fn rebuild(&mut self, place: &Place, moment: Duration) -> anyhow::Result<()> {
        let name = NAMES[self.begun % NAMES.len()];
        self.begun += 1;
        let command = ["followers", "rebuild", name].map(str::to_owned);
        if let End::Killed = beside::run(place, &command, moment)? {
            self.killed += 1;
        }
        Ok(())
    }
}

/// Waits until every follower has folded everything; answers the position at which all of them are.
pub(super) fn rest(place: &Place) -> anyhow::Result<u64> {
    let begun = Instant::now();
    loop {
        let said = place.run(&["followers", "list"])?;
        if said.lines().all(|line| line.ends_with(", 0 to fold")) {
            return same_position(&said).with_context(|| format!("followers differ:\n{said}"));
        }
        if begun.elapsed() > WORK {
            bail!("followers lag after {} s:\n{said}", WORK.as_secs());
        }
        thread::sleep(Duration::from_secs(1));
    }
}

/// The position that all lines name.
fn same_position(said: &str) -> Option<u64> {
    let mut positions = said.lines().map(|line| {
        let (_, rest) = line.split_once("at event ")?;
        rest.split(',').next()?.parse().ok()
    });
    let first: u64 = positions.next()??;
    positions
        .all(|position| position == Some(first))
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn followers_agree_at_one_position_alone() {
        assert_eq!(
            same_position("tally: at event 7, 0 to fold\nwords: at event 7, 0 to fold"),
            Some(7)
        );
        assert_eq!(
            same_position("tally: at event 7, 0 to fold\nwords: at event 6, 0 to fold"),
            None
        );
    }
}
