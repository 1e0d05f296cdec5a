//! Followers: what folds the record of events into counts, brought up to date by workers and built again when asked.

use chikaya_store::{
    Tx,
    case::event,
    follow::{self, FOLLOWERS, Follower},
};
use jiff::Timestamp;

use crate::{Clerks, Trouble};

/// Events folded in one transaction at most, so that whoever files meanwhile waits some tens of milliseconds.
const BATCH: i64 = 2_000;

/// Events that get their position in one transaction at most.
const PLACES: i64 = 1_000;

/// What one round did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Events that got their position.
    pub placed: u64,
    /// Events folded, by all followers together.
    pub folded: u64,
    /// How far each follower is, save those that failed.
    pub followers: Vec<FollowerProgress>,
}

/// How far a follower is. What it made is as of the event at its position: later events are not in it, and nothing else
/// is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowerProgress {
    /// Its name.
    pub name: &'static str,
    /// The position of the last event it folded.
    pub position: i64,
    /// The position of the newest event that has one.
    pub newest: i64,
    /// When the newest event happened.
    pub newest_at: Option<Timestamp>,
    /// While it is built again: the position at which that is over.
    pub rebuilds_until: Option<i64>,
    /// Events folded just now.
    pub folded: u64,
}

impl FollowerProgress {
    /// Events that have a position and that it has not folded yet.
    pub const fn lag(&self) -> i64 {
        self.newest - self.position
    }

    fn of(kept: follow::Progress) -> Self {
        Self {
            name: kept.name,
            position: kept.position,
            newest: kept.newest,
            newest_at: Timestamp::from_microsecond(kept.newest_at)
                .ok()
                .filter(|_| kept.newest > 0),
            rebuilds_until: kept.rebuilds_until,
            folded: kept.folded,
        }
    }
}

impl Clerks {
    /// Gives committed events their positions and brings the followers up to date, a batch of each. Two workers that do
    /// so at once meet at the rows: on PostgreSQL one of them is run again.
    pub async fn place_events(&self) -> Result<Round, Trouble> {
        let placed = self.write(|tx, _| Ok(event::place(tx, PLACES)?)).await?;
        let followers = self.advance_followers().await;
        Ok(Round {
            placed,
            folded: followers.iter().map(|follower| follower.folded).sum(),
            followers,
        })
    }

    /// Brings every follower up to date by a batch of events, each in a transaction of its own: where one fails, the
    /// log says which, and the others go on. Answers how far each is that did not fail.
    async fn advance_followers(&self) -> Vec<FollowerProgress> {
        let mut done = Vec::with_capacity(FOLLOWERS.len());
        for follower in FOLLOWERS {
            match self.write(move |tx, _| step(tx, follower, follow_on)).await {
                Ok(progress) => done.push(progress),
                Err(error) => {
                    tracing::error!(follower = follower.name, %error, "a follower cannot go on");
                }
            }
        }
        done
    }

    /// How far every follower is.
    pub fn followers(&self) -> Result<Vec<FollowerProgress>, Trouble> {
        self.archive().read_blocking(|tx| {
            FOLLOWERS
                .iter()
                .map(|follower| step(tx, follower, follow::progress))
                .collect()
        })
    }

    /// Builds a follower again from nothing, and tells `watch` after each batch how far it is. Broken off, it goes on
    /// where it stood: called again, or by the worker. An unknown name is [`Trouble::NotFound`].
    pub fn rebuild_follower(
        &self,
        name: &str,
        mut watch: impl FnMut(&FollowerProgress),
    ) -> Result<FollowerProgress, Trouble> {
        let follower = follow::find(name).ok_or(Trouble::NotFound)?;
        let mut progress = self.write_blocking(move |tx, _| step(tx, follower, follow::rebuild))?;
        let mut folded = 0;
        while progress.rebuilds_until.is_some() {
            watch(&progress);
            progress = self.write_blocking(move |tx, _| step(tx, follower, follow_on))?;
            folded += progress.folded;
        }
        watch(&progress);
        Ok(FollowerProgress { folded, ..progress })
    }
}

fn follow_on(
    tx: &mut Tx<'_>,
    follower: &Follower,
) -> Result<follow::Progress, chikaya_store::StoreError> {
    follow::advance(tx, follower, BATCH)
}

fn step(
    tx: &mut Tx<'_>,
    follower: &Follower,
    step: fn(&mut Tx<'_>, &Follower) -> Result<follow::Progress, chikaya_store::StoreError>,
) -> Result<FollowerProgress, Trouble> {
    Ok(FollowerProgress::of(step(tx, follower)?))
}
