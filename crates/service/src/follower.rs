//! Followers: what folds the record of events into counts and search words, brought up to date by workers and built
//! again when asked.

use std::{panic::resume_unwind, thread};

use chikaya_store::{
    StoreError, Tx,
    case::{
        event,
        search::{self, Said, Words},
    },
    follow::{self, Background, FOLLOWERS, Fold, Follower, Stretch, Summed},
};
use jiff::Timestamp;

use crate::{Circumstances, Clerks, Country, Trouble, case::filer, seam::Key};

/// Events folded in one transaction at most, so that whoever files meanwhile waits some tens of milliseconds.
const BATCH: i64 = 2_000;

/// Events of which counts are added up before they are kept, at most, and counts that they may change: whoever files
/// meanwhile waits a tenth of a second.
const SUMMED: (i64, usize) = (100_000, 40_000);

/// Threads that add up counts side by side while a follower is built again. Keeping what they add up takes less time than
/// adding it up, and of more than two threads most would wait for the one that keeps.
const SUMMERS: usize = 2;

/// Events of which the words are kept in one transaction at most.
const SAID: i64 = 1_000;

/// Events gone through once more in one transaction at most, where an earlier version kept other words: whoever files
/// meanwhile waits for no more than these.
const RENEWED: i64 = 250;

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

/// How far a follower has renewed what an earlier version of the program made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// The position of the last event gone through once more.
    pub position: i64,
    /// The position at which it is over.
    pub until: i64,
}

impl From<follow::Renewal> for Renewal {
    fn from(kept: follow::Renewal) -> Self {
        Self {
            position: kept.position,
            until: kept.until,
        }
    }
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
    /// While what an earlier version made is renewed behind it: how far that is.
    pub renewal: Option<Renewal>,
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
            renewal: kept.renewal.map(Renewal::from),
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
            let moved = match follower.fold {
                Fold::Here(_) | Fold::Summed(_) => {
                    self.write(move |tx, circumstances| follow_on(tx, circumstances, follower))
                        .await
                }
                Fold::Prepared => self.keep_words(follower).await,
            };
            match moved {
                Ok(progress) => done.push(progress),
                Err(error) => {
                    tracing::error!(follower = follower.name, %error, "a follower cannot go on");
                }
            }
        }
        done
    }

    /// Keeps the words of what was said since it was done last, and behind that goes on renewing what an earlier version
    /// kept. The words are read out of the texts on a thread that only reads, which takes longer than keeping them: nobody
    /// who files waits for it.
    async fn keep_words(&self, follower: &'static Follower) -> Result<FollowerProgress, Trouble> {
        let progress = self.keep_words_of(follower, follow_said).await?;
        if progress.renewal.is_none() {
            return Ok(progress);
        }
        let renewed = self.keep_words_of(follower, renew_said).await?;
        Ok(FollowerProgress {
            folded: progress.folded + renewed.folded,
            ..renewed
        })
    }

    async fn keep_words_of(
        &self,
        follower: &'static Follower,
        next: Next,
    ) -> Result<FollowerProgress, Trouble> {
        let read = async || {
            let key = self.key().clone();
            let read = move |tx: &mut Tx<'_>| read_words(tx, follower, &key, next);
            self.archive().read(read).await
        };
        let found = match read().await? {
            Read::Unbegun => {
                self.write(move |tx, _| step(tx, follower, follow::rebuild))
                    .await?;
                read().await?
            }
            found => found,
        };
        match found {
            // Begun, and another worker of another version begins it again: the next round sees to it.
            Read::Nothing | Read::Unbegun => {
                self.read(move |tx, _| step(tx, follower, follow::progress))
                    .await
            }
            Read::Words(stretch, words) => {
                self.write(move |tx, _| take_words(tx, follower, stretch, &words))
                    .await
            }
        }
    }

    /// As [`Self::keep_words`], for the command line: what is to be renewed alone, where there is any.
    fn keep_words_blocking(
        &self,
        follower: &'static Follower,
    ) -> Result<FollowerProgress, Trouble> {
        let key = self.key().clone();
        let read = self.archive().read_blocking(move |tx| {
            match read_words(tx, follower, &key, renew_said)? {
                Read::Nothing => read_words(tx, follower, &key, follow_said),
                read => Ok(read),
            }
        })?;
        match read {
            Read::Nothing => self
                .archive()
                .read_blocking(move |tx| step(tx, follower, follow::progress)),
            Read::Unbegun => self.write_blocking(move |tx, _| step(tx, follower, follow::rebuild)),
            Read::Words(stretch, words) => {
                self.write_blocking(move |tx, _| take_words(tx, follower, stretch, &words))
            }
        }
    }

    fn follow_on_blocking(&self, follower: &'static Follower) -> Result<FollowerProgress, Trouble> {
        self.write_blocking(move |tx, circumstances| follow_on(tx, circumstances, follower))
    }

    /// Goes on building counts again: what long stretches of events change is added up on threads that only read, side by
    /// side, and kept in one step each. `limit` is how many events a stretch has; where they change too many counts, fewer
    /// are tried from then on.
    fn sum_blocking(
        &self,
        follower: &'static Follower,
        limit: &mut i64,
    ) -> Result<FollowerProgress, Trouble> {
        let events = *limit;
        let stretches: Vec<Stretch> = self
            .archive()
            .read_blocking(move |tx| follow::stretches_to_rebuild(tx, follower, events, SUMMERS))?;
        let gathered: Vec<Result<Option<Summed>, StoreError>> = thread::scope(|scope| {
            let summers: Vec<_> = stretches
                .iter()
                .map(|stretch| scope.spawn(|| self.sum_of(follower, *stretch)))
                .collect();
            summers
                .into_iter()
                .map(|summer| summer.join().unwrap_or_else(|panic| resume_unwind(panic)))
                .collect()
        });
        let mut moved: Option<FollowerProgress> = None;
        for (stretch, gathered) in stretches.iter().zip(gathered) {
            let Some((reached, sum)) = gathered? else {
                break;
            };
            let kept: follow::Progress = self
                .archive()
                .write_blocking(move |tx| follow::take(tx, follower, reached, |tx| sum.put(tx)))?;
            let before = moved.map_or(0, |progress| progress.folded);
            let progress = FollowerProgress::of(kept);
            moved = Some(FollowerProgress {
                folded: before + progress.folded,
                ..progress
            });
            if reached.until < stretch.until {
                *limit = reached.until - reached.after;
                break;
            }
        }
        match moved {
            Some(progress) => Ok(progress),
            None => self.follow_on_blocking(follower),
        }
    }

    fn sum_of(
        &self,
        follower: &'static Follower,
        stretch: Stretch,
    ) -> Result<Option<Summed>, StoreError> {
        let country = self.country();
        self.archive().read_blocking(move |tx| {
            follow::gather(tx, follower, background(&country), stretch, SUMMED.1)
        })
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
        let (mut folded, mut limit) = (0, SUMMED.0);
        while progress.rebuilds_until.is_some() || progress.renewal.is_some() {
            watch(&progress);
            progress = match follower.fold {
                Fold::Here(_) => self.follow_on_blocking(follower)?,
                Fold::Summed(_) => self.sum_blocking(follower, &mut limit)?,
                Fold::Prepared => self.keep_words_blocking(follower)?,
            };
            folded += progress.folded;
        }
        watch(&progress);
        Ok(FollowerProgress { folded, ..progress })
    }
}

fn follow_on(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    follower: &Follower,
) -> Result<FollowerProgress, Trouble> {
    let background = background(circumstances.country);
    let progress = follow::advance(tx, follower, background, BATCH)?;
    Ok(FollowerProgress::of(progress))
}

/// What folds know of the country.
pub(crate) fn background(country: &Country) -> Background<'_> {
    Background {
        calendar: &country.calendar,
        subjects: &country.subjects,
        territories: &country.territories,
    }
}

fn step(
    tx: &mut Tx<'_>,
    follower: &Follower,
    step: fn(&mut Tx<'_>, &Follower) -> Result<follow::Progress, StoreError>,
) -> Result<FollowerProgress, Trouble> {
    Ok(FollowerProgress::of(step(tx, follower)?))
}

/// What was read for the follower of words.
enum Read {
    /// Nothing was said since.
    Nothing,
    /// It has yet to begin.
    Unbegun,
    /// The words of a stretch of events.
    Words(Stretch, Vec<Words>),
}

/// Which events are read next: none before the follower has begun.
type Next = fn(&mut Tx<'_>, &Follower) -> Result<Option<Stretch>, StoreError>;

fn follow_said(tx: &mut Tx<'_>, follower: &Follower) -> Result<Option<Stretch>, StoreError> {
    follow::stretch(tx, follower, SAID)
}

fn renew_said(tx: &mut Tx<'_>, follower: &Follower) -> Result<Option<Stretch>, StoreError> {
    follow::stretch_to_renew(tx, follower, RENEWED)
}

fn read_words(
    tx: &mut Tx<'_>,
    follower: &Follower,
    key: &Key,
    next: Next,
) -> Result<Read, Trouble> {
    let Some(stretch) = next(tx, follower)? else {
        return Ok(Read::Unbegun);
    };
    if stretch.after == stretch.until {
        return Ok(Read::Nothing);
    }
    let said = search::said_between(tx, stretch.after, stretch.until)?;
    Ok(Read::Words(
        stretch,
        said.into_iter().map(|said| words_of(said, key)).collect(),
    ))
}

/// The words of all texts of a case, each once. Of the filer, and of who speaks for them, there are digests under the
/// house key alone: nobody finds a case by them but through the question that asks for a filer.
fn words_of(said: Said, key: &Key) -> Words {
    let mut words: Vec<String> = said
        .texts
        .iter()
        .flat_map(|text| chikaya_language::search_tokens(text))
        .collect();
    let filers = said.filers.iter();
    words.extend(filers.flat_map(|name| filer::words_of(name, key)).flatten());
    words.sort_unstable();
    words.dedup();
    Words {
        case: said.case,
        organisation: said.organisation,
        filed_at: said.filed_at,
        subject: said.subject,
        territory: said.territory,
        text: words.join(" "),
    }
}

fn take_words(
    tx: &mut Tx<'_>,
    follower: &Follower,
    stretch: Stretch,
    words: &[Words],
) -> Result<FollowerProgress, Trouble> {
    let progress = follow::take(tx, follower, stretch, |tx| search::put(tx, words))?;
    Ok(FollowerProgress::of(progress))
}
