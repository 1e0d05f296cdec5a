//! Draws as they were made, and made once more from the record. For the command line.

use chikaya_domain::{
    id::CaseId,
    statistics::{Week, sample::Asking},
};
use chikaya_ledger::{EventHash, tree::Frontier};
use chikaya_store::{
    StoreError,
    case::state,
    record::leaf,
    survey::{self, StoredSurvey},
};

use jiff::civil::Date;

use super::draw;
use crate::{Clerks, Trouble};

/// Leaves read in one transaction at most.
const LEAVES: i64 = 20_000;

/// A draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The week.
    pub week: Week,
    /// The position of the last event under the head from which the seed was made.
    pub position: i64,
    /// That head.
    pub head: [u8; 32],
    /// The seed.
    pub seed: [u8; 32],
    /// How many were wanted.
    pub wanted: i64,
    /// How many could have been drawn.
    pub population: i64,
    /// How many were.
    pub members: i64,
}

impl From<StoredSurvey> for Drawn {
    fn from(kept: StoredSurvey) -> Self {
        Self {
            week: kept.week,
            position: kept.position,
            head: kept.head,
            seed: *kept.seed.as_bytes(),
            wanted: kept.wanted,
            population: kept.population,
            members: kept.drawn,
        }
    }
}

/// A case that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnCase {
    /// Its place in the draw, from 1.
    pub place: i64,
    /// The case.
    pub case: CaseId,
    /// Its reference; none where it is no more.
    pub reference: Option<String>,
    /// What became of asking.
    pub asking: Asking,
}

/// What is compared of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The head is that of the first seal made an hour after the week or later.
    Sealed,
    /// The leaves of the record up to that position make that head.
    Head,
    /// Head, position and week make that seed.
    Seed,
    /// As many cases stand in the frame.
    Frame,
    /// That seed draws those members from the frame, in that order.
    Members,
}

impl Check {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Sealed,
        Self::Head,
        Self::Seed,
        Self::Frame,
        Self::Members,
    ];
}

/// What drawing once more found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The draw as it is kept.
    pub drawn: Drawn,
    /// What does not agree with the record.
    pub wrong: Vec<Check>,
}

impl Clerks {
    /// All draws, in order: as many as there are weeks.
    pub fn surveys(&self) -> Result<Vec<Drawn>, Trouble> {
        let is_sample = self.is_demo();
        let (from, until) = (Week::of(Date::MIN), Week::of(Date::MAX));
        self.read_blocking(move |tx, _| {
            let kept = survey::between(tx, (from, until), is_sample, i64::MAX)?;
            Ok(kept.into_iter().map(Drawn::from).collect())
        })
    }

    /// Who was drawn in a week, in the order of the draw.
    pub fn survey_members(&self, week: Week) -> Result<Vec<DrawnCase>, Trouble> {
        let is_sample = self.is_demo();
        self.read_blocking(move |tx, _| {
            let members = survey::members(tx, week, is_sample, i64::MAX)?;
            let mut cases = Vec::with_capacity(members.len());
            for member in members {
                let stored = state::find(tx, member.case)?;
                cases.push(DrawnCase {
                    place: member.place,
                    case: member.case,
                    reference: stored.map(|stored| stored.case.reference.to_string()),
                    asking: member.asking,
                });
            }
            Ok(cases)
        })
    }

    /// Draws a week once more from the record and compares; none where it was not drawn.
    pub fn draw_again(&self, week: Week) -> Result<Option<Again>, Trouble> {
        let is_sample = self.is_demo();
        let kept = self.read_blocking(move |tx, _| Ok(survey::find(tx, week, is_sample)?))?;
        let Some(kept) = kept else {
            return Ok(None);
        };
        let head = self.head_at(kept.position)?;
        let agrees = self.read_blocking(move |tx, circumstances| {
            let frame = draw::frame(tx, circumstances, week, is_sample)?;
            let members = survey::members(tx, week, is_sample, i64::MAX)?;
            let Some(frame) = frame else {
                return Ok(Vec::new());
            };
            let wanted = usize::try_from(kept.wanted).unwrap_or(0);
            let drawn = draw::draw(&frame, &kept.head, week, wanted);
            let of_members: Vec<(CaseId, u32)> = members
                .iter()
                .map(|member| (member.case, member.sequence))
                .collect();
            let is_sealed =
                draw::head_of(&frame.seal)? == kept.head && frame.seal.position == kept.position;
            let found = [
                (Check::Sealed, is_sealed),
                (Check::Head, head == Some(kept.head)),
                (Check::Seed, drawn.seed == kept.seed),
                (
                    Check::Frame,
                    draw::count(frame.cases.len()) == kept.population,
                ),
                (
                    Check::Members,
                    drawn.members == of_members && draw::count(of_members.len()) == kept.drawn,
                ),
            ];
            let agrees = found.into_iter().filter(|(_, agrees)| *agrees);
            Ok(agrees.map(|(check, _)| check).collect())
        })?;
        let wrong = Check::ALL
            .into_iter()
            .filter(|check| !agrees.contains(check))
            .collect();
        Ok(Some(Again {
            drawn: kept.into(),
            wrong,
        }))
    }

    /// The root of the tree over the leaves up to a position, made anew; none where one is missing.
    fn head_at(&self, position: i64) -> Result<Option<[u8; 32]>, Trouble> {
        let mut frontier = Frontier::new();
        let mut after = 0;
        while after < position {
            let limit = LEAVES.min(position - after);
            let leaves = self.read_blocking(move |tx, _| Ok(leaf::after(tx, after, limit)?))?;
            for (place, hash) in &leaves {
                if *place != after + 1 {
                    return Ok(None);
                }
                after = *place;
                frontier.push(
                    EventHash::from_slice(hash)
                        .map_err(|_| StoreError::unreadable("record_leaf.hash", place))?,
                );
            }
            if leaves.is_empty() {
                return Ok(None);
            }
        }
        Ok(Some(*frontier.root().as_bytes()))
    }
}
