//! Editions: all public tables of one state of the record, made at once and never changed.

use chikaya_store::{
    Tx,
    edition::{self, KeptFamily},
    follow,
    statistics::{self, FOLLOWER},
};
use jiff::{SignedDuration, Timestamp};

use super::{
    state::as_of,
    told::{AsOf, Scope},
    tree,
};
use crate::{Circumstances, Clerks, Trouble};

/// How many events the counts may be behind when an edition is made by itself: an instance that was filled at once is
/// counted first.
const BEHIND: i64 = 1_000;

/// An edition of the public statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The state of the record, with the number of the edition: 0 where there is none yet.
    pub as_of: AsOf,
    /// When it was made.
    pub made_at: Option<Timestamp>,
    /// Whether there is none after it.
    pub is_newest: bool,
}

/// What became of an edition that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publishing {
    /// It was made.
    Made(Edition),
    /// The counts are being made anew: the last edition stays.
    Counting,
    /// Another one was made meanwhile.
    Overtaken,
}

/// An edition before it is kept.
struct Draft {
    as_of: AsOf,
    /// The number that was the last when it was made.
    last: i64,
    families: Vec<KeptFamily>,
}

impl Edition {
    fn of(kept: edition::Edition, is_newest: bool) -> Self {
        Self {
            as_of: AsOf {
                edition: kept.number,
                position: kept.position,
                at: kept.at,
                today: kept.today,
                is_sample: kept.is_sample,
                is_partial: false,
            },
            made_at: Some(kept.made_at),
            is_newest,
        }
    }

    /// That there is none yet.
    pub(super) fn none(clerks: &Clerks) -> Self {
        let country = clerks.country();
        Self {
            as_of: AsOf {
                edition: 0,
                position: 0,
                at: None,
                today: country.calendar.date_of(clerks.now()),
                is_sample: clerks.is_demo(),
                is_partial: true,
            },
            made_at: None,
            is_newest: true,
        }
    }
}

impl Clerks {
    /// The edition of a number, or the newest one. For anyone.
    pub async fn edition(&self, number: Option<i64>) -> Result<Edition, Trouble> {
        let newest = self.newest_edition().await?;
        let Some(number) = number else {
            return Ok(newest.map_or_else(|| Edition::none(self), |kept| Edition::of(kept, true)));
        };
        if let Some(kept) = newest.filter(|kept| kept.number == number) {
            return Ok(Edition::of(kept, true));
        }
        let is_sample = self.is_demo();
        let found = self
            .read(move |tx, _| Ok(edition::find(tx, number)?))
            .await?;
        let found = found.filter(|kept| kept.is_sample == is_sample);
        let kept = found.ok_or(Trouble::NotFound)?;
        let is_newest = newest.is_none_or(|newest| newest.number < kept.number);
        Ok(Edition::of(kept, is_newest))
    }

    async fn newest_edition(&self) -> Result<Option<edition::Edition>, Trouble> {
        let now = self.now();
        if let Some(kept) = self.shelf().newest(now) {
            return Ok(Some(kept));
        }
        let is_sample = self.is_demo();
        let found = self
            .read(move |tx, _| Ok(edition::newest(tx, is_sample)?))
            .await?;
        if let Some(kept) = found {
            self.shelf().note_newest(now, kept);
        }
        Ok(found)
    }

    /// Editions, the newest first, at most `limit` before a number. For whoever runs the portal.
    pub async fn editions(&self, before: Option<i64>, limit: u16) -> Result<Vec<Edition>, Trouble> {
        let is_sample = self.is_demo();
        let newest = self.newest_edition().await?.map(|newest| newest.number);
        let found = self
            .read(move |tx, _| {
                let before = before.unwrap_or(i64::MAX);
                Ok(edition::before(tx, is_sample, before, i64::from(limit))?)
            })
            .await?;
        let all = found.into_iter();
        Ok(all
            .map(|kept| Edition::of(kept, newest.is_none_or(|newest| newest <= kept.number)))
            .collect())
    }

    /// Makes an edition of the record as it is counted now. For whoever runs the portal, and for workers.
    pub async fn publish_statistics(&self) -> Result<Publishing, Trouble> {
        let is_sample = self.is_demo();
        let draft = self
            .read(move |tx, circumstances| draft(tx, circumstances, is_sample))
            .await?;
        let Some(draft) = draft else {
            return Ok(Publishing::Counting);
        };
        let draft = std::sync::Arc::new(draft);
        let made = self
            .write(move |tx, circumstances| keep(tx, circumstances, &draft))
            .await?;
        Ok(match made {
            Some(kept) => {
                self.shelf().note_newest(self.now(), kept);
                Publishing::Made(Edition::of(kept, true))
            }
            None => Publishing::Overtaken,
        })
    }

    /// Makes an edition when the last one was made so long ago and something happened since, or when there is none; answers
    /// which. To be called by workers.
    pub async fn publish_statistics_when_due(
        &self,
        every: SignedDuration,
    ) -> Result<Option<Edition>, Trouble> {
        let is_sample = self.is_demo();
        let is_due = self
            .read(move |tx, circumstances| {
                let progress = follow::progress(tx, &FOLLOWER)?;
                if progress.rebuilds_until.is_some() || progress.newest - progress.position > BEHIND
                {
                    return Ok(false);
                }
                let last = edition::newest(tx, is_sample)?;
                Ok(last.is_none_or(|last| {
                    last.position != progress.position
                        && circumstances.now.duration_since(last.made_at) >= every
                }))
            })
            .await?;
        if !is_due {
            return Ok(None);
        }
        Ok(match self.publish_statistics().await? {
            Publishing::Made(edition) => Some(edition),
            Publishing::Counting | Publishing::Overtaken => None,
        })
    }
}

/// What an edition would tell that changed since the one before; none while the counts are made anew.
fn draft(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    is_sample: bool,
) -> Result<Option<Draft>, Trouble> {
    let as_of = as_of(tx, circumstances, is_sample)?;
    if as_of.is_partial {
        return Ok(None);
    }
    let last = edition::last_number(tx)?;
    let mut families = Vec::new();
    let country = Scope::Country.cell(is_sample);
    if let Some(first) = statistics::first_month(tx, &country)? {
        for year in first.year()..=as_of.today.year() {
            families.extend(tree::families(tx, circumstances.country, as_of, year)?);
        }
    }
    Ok(Some(Draft {
        as_of,
        last,
        families,
    }))
}

/// Keeps an edition, unless another was made meanwhile: what may be told of it depends on the one before.
fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    draft: &Draft,
) -> Result<Option<edition::Edition>, Trouble> {
    if edition::last_number(tx)? != draft.last {
        return Ok(None);
    }
    let kept = edition::Edition {
        number: draft.last + 1,
        position: draft.as_of.position,
        at: draft.as_of.at,
        made_at: circumstances.now,
        today: draft.as_of.today,
        is_sample: draft.as_of.is_sample,
    };
    edition::insert(tx, &kept)?;
    for family in &draft.families {
        edition::insert_family(tx, &kept, family)?;
    }
    Ok(Some(kept))
}
