//! The tree over all events: its leaves against the events, and its roots against what was sealed.

use std::collections::{HashMap, VecDeque};

use chikaya_ledger::{EventHash, tree::Frontier};
use chikaya_store::{
    Tx,
    record::{
        leaf::{self, Unlogged},
        seal::StoredSeal,
    },
};

use super::{
    found::{Break, Fault, Place},
    seals::Seals,
};
use crate::{
    Circumstances, Trouble,
    record::{
        keep::{leaf_of, read_frontier, seal_of},
        renew::{NO_SEALS, Renewal, with_seal},
    },
};

/// Leaves read at once. An event that was taken away or put in is found again within so many.
const LEAVES: i64 = 10_000;

/// The check of the tree on its way. It holds some thousands of leaves and events, however many there are.
pub(super) struct TreeCheck {
    frontier: Frontier,
    /// Leaves and events up to this position are not compared, only hashed.
    since: i64,
    /// Leaves that no event was found for yet, in order.
    leaves: VecDeque<(i64, Vec<u8>)>,
    /// Events that no leaf was found for yet, in order, each with the leaf it would be.
    events: VecDeque<(i64, Option<EventHash>)>,
    last_leaf: i64,
    last_event: i64,
    seals: Seals,
    last_seal: Option<StoredSeal>,
    /// Where the record was begun anew, and what the seals of before make up so far.
    renewal: Option<Renewal>,
    seals_before: [u8; 32],
    /// The position up to which the root was the one sealed.
    sealed: i64,
    /// Whether a root was not: no later one can be, and says nothing more.
    is_root_broken: bool,
    is_over: bool,
}

impl TreeCheck {
    pub(super) fn new(since: i64, renewal: Option<Renewal>) -> Self {
        Self {
            frontier: Frontier::new(),
            since,
            leaves: VecDeque::new(),
            events: VecDeque::new(),
            last_leaf: 0,
            last_event: since,
            seals: Seals::new(),
            last_seal: None,
            renewal,
            seals_before: NO_SEALS,
            sealed: 0,
            is_root_broken: false,
            is_over: false,
        }
    }

    /// How far it is.
    pub(super) const fn position(&self) -> i64 {
        self.last_leaf
    }

    pub(super) const fn is_over(&self) -> bool {
        self.is_over
    }

    /// Checks the next leaves.
    pub(super) fn step(
        &mut self,
        tx: &mut Tx<'_>,
        circumstances: &Circumstances<'_>,
        breaks: &mut Vec<Break>,
    ) -> Result<(), Trouble> {
        self.meet_seals(tx, circumstances, breaks)?;
        let leaves = leaf::after(tx, self.last_leaf, LEAVES)?;
        let is_last = leaves.len() < usize::try_from(LEAVES).unwrap_or(usize::MAX);
        for (position, hash) in leaves {
            self.hash_leaf(position, &hash, breaks);
            self.meet_seals(tx, circumstances, breaks)?;
            if position > self.since {
                self.leaves.push_back((position, hash));
            }
        }
        while self.events.len() < self.leaves.len() {
            let events = leaf::events_after(tx, self.last_event, LEAVES)?;
            if events.is_empty() {
                break;
            }
            for event in &events {
                self.last_event = event.position;
                self.events
                    .push_back((event.position, leaf_it_would_be(event)));
            }
        }
        self.compare(is_last, breaks);
        if is_last {
            self.end(tx, circumstances, breaks)?;
        }
        Ok(())
    }

    fn hash_leaf(&mut self, position: i64, hash: &[u8], breaks: &mut Vec<Break>) {
        if position != self.last_leaf + 1 {
            breaks.push(Break::at(
                Place::Position(self.last_leaf + 1),
                Fault::CutOff,
            ));
        }
        self.last_leaf = position;
        if let Ok(leaf) = EventHash::from_slice(hash) {
            self.frontier.push(leaf);
        } else {
            breaks.push(Break::at(Place::Position(position), Fault::Unreadable));
            self.frontier.push(chikaya_ledger::tree::gap());
        }
    }

    /// Compares leaves and events pair by pair. Where they part, the one that is met again later tells which of them
    /// is too many.
    fn compare(&mut self, is_last: bool, breaks: &mut Vec<Break>) {
        let is_gap = |hash: &[u8]| hash == chikaya_ledger::tree::gap().as_bytes().as_slice();
        while let Some((position, leaf)) = self.leaves.front() {
            let position = *position;
            if is_gap(leaf) {
                breaks.push(Break::at(Place::Position(position), Fault::Gap));
                self.leaves.pop_front();
                continue;
            }
            let Some((stands_at, event)) = self.events.front() else {
                // Events are read as far as leaves are: there is none any more.
                breaks.push(Break::at(Place::Position(position), Fault::EventGone));
                self.leaves.pop_front();
                continue;
            };
            if event.as_ref().map(|hash| hash.as_bytes().as_slice()) == Some(leaf.as_slice()) {
                if *stands_at != position {
                    breaks.push(Break::at(
                        Place::Position(*stands_at),
                        Fault::Differs {
                            column: "position",
                            kept: Some(stands_at.to_string()),
                            told: Some(position.to_string()),
                        },
                    ));
                }
                self.leaves.pop_front();
                self.events.pop_front();
                continue;
            }
            // Near the end of what is held a match may lie beyond it: read on first.
            if !is_last && self.leaves.len() < usize::try_from(LEAVES / 2).unwrap_or(usize::MAX) {
                return;
            }
            self.part(breaks);
        }
    }

    /// The first leaf and the first event are not of each other.
    fn part(&mut self, breaks: &mut Vec<Break>) {
        let (Some((position, leaf)), Some((stands_at, event))) =
            (self.leaves.front().cloned(), self.events.front().copied())
        else {
            return;
        };
        let leaves: HashMap<&[u8], usize> = self
            .leaves
            .iter()
            .enumerate()
            .map(|(index, (_, hash))| (hash.as_slice(), index))
            .collect();
        let later_leaf = event
            .as_ref()
            .and_then(|hash| leaves.get(hash.as_bytes().as_slice()).copied());
        let later_event = self.events.iter().position(|(_, hash)| {
            hash.as_ref()
                .is_some_and(|hash| hash.as_bytes().as_slice() == leaf.as_slice())
        });
        match (later_leaf, later_event) {
            (Some(gone), None) => {
                for (position, _) in self.leaves.drain(..gone) {
                    breaks.push(Break::at(Place::Position(position), Fault::EventGone));
                }
            }
            (None, Some(inserted)) => {
                for (stands_at, _) in self.events.drain(..inserted) {
                    breaks.push(Break::at(Place::Position(stands_at), Fault::InsertedEvent));
                }
            }
            // Both are met later: two changed places. Neither is: the event was changed.
            (Some(_), Some(_)) | (None, None) => {
                let fault = if stands_at == position {
                    Fault::OtherEvent
                } else {
                    Fault::EventGone
                };
                breaks.push(Break::at(Place::Position(position), fault));
                self.leaves.pop_front();
                if stands_at <= position {
                    self.events.pop_front();
                }
            }
        }
    }

    /// Judges the seals that end at the last leaf.
    fn meet_seals(
        &mut self,
        tx: &mut Tx<'_>,
        circumstances: &Circumstances<'_>,
        breaks: &mut Vec<Break>,
    ) -> Result<(), Trouble> {
        let reached = self.last_leaf;
        while let Some(next) = self.seals.next_if(tx, |seal| seal.position <= reached)? {
            self.judge(next, circumstances, breaks);
        }
        Ok(())
    }

    fn judge(
        &mut self,
        seal: StoredSeal,
        circumstances: &Circumstances<'_>,
        breaks: &mut Vec<Break>,
    ) {
        let due = self.last_seal.as_ref().map_or(1, |last| last.number + 1);
        if seal.number != due {
            breaks.push(Break::at(Place::Seal(seal.number), Fault::SealGone { due }));
        }
        match self.renewal {
            Some(renewal) if seal.number <= renewal.seals => {
                self.seals_before = with_seal(circumstances.key, &self.seals_before, &seal);
                if seal.number == renewal.seals && !renewal.holds(&self.seals_before) {
                    breaks.push(Break::at(Place::Seal(seal.number), Fault::SealsBefore));
                }
            }
            renewal => {
                let before: &[u8] = self.last_seal.as_ref().map_or(&[], |last| &last.seal);
                // After a gap the seal before is not known: the gap was told.
                let is_ours = seal_of(circumstances.key, &seal, before).as_slice() == seal.seal;
                if !is_ours && seal.number == due {
                    breaks.push(Break::at(Place::Seal(seal.number), Fault::NotOurs));
                }
                if renewal.is_some_and(|renewal| seal.number == renewal.seals + 1) {
                    // It sealed the leaves as they lay, whatever was wrong with them before.
                    self.is_root_broken = false;
                }
            }
        }
        let is_sealed_here = seal.position == self.last_leaf;
        if is_sealed_here && self.frontier.root().as_bytes().as_slice() == seal.root {
            self.sealed = seal.position;
        } else if !self.is_root_broken {
            self.is_root_broken = true;
            breaks.push(Break::at(
                Place::Seal(seal.number),
                Fault::Root { since: self.sealed },
            ));
        }
        self.last_seal = Some(seal);
    }

    fn end(
        &mut self,
        tx: &mut Tx<'_>,
        circumstances: &Circumstances<'_>,
        breaks: &mut Vec<Break>,
    ) -> Result<(), Trouble> {
        self.is_over = true;
        self.meet_seals(tx, circumstances, breaks)?;
        // Seals over what is not there any more.
        while let Some(cut) = self.seals.next_if(tx, |_| true)? {
            breaks.push(Break::at(Place::Seal(cut.number), Fault::CutOff));
            self.last_seal = Some(cut);
        }
        if self.last_leaf > 0 && self.last_seal.is_none() {
            breaks.push(Break::at(Place::Record, Fault::Unsealed));
        }
        match leaf::frontier(tx)? {
            None if self.last_leaf == 0 => {}
            None => breaks.push(Break::at(Place::Record, Fault::CutOff)),
            Some(text) => match read_frontier(circumstances.key, &text) {
                None => breaks.push(Break::at(Place::Record, Fault::NotOurs)),
                // While the portal runs it may have grown since the last leaf was read.
                Some(kept) if kept.size() < self.frontier.size() => {
                    breaks.push(Break::at(Place::Record, Fault::CutOff));
                }
                Some(kept) if kept.size() == self.frontier.size() && kept != self.frontier => {
                    breaks.push(Break::at(Place::Record, Fault::Altered));
                }
                Some(kept) if kept.size() > self.frontier.size() => {
                    let leaves = leaf::after(tx, self.last_leaf, 1)?;
                    if leaves.is_empty() {
                        breaks.push(Break::at(
                            Place::Position(self.last_leaf + 1),
                            Fault::CutOff,
                        ));
                    }
                }
                Some(_) => {}
            },
        }
        Ok(())
    }
}

fn leaf_it_would_be(event: &Unlogged) -> Option<EventHash> {
    let bound = event.bound.as_deref().unwrap_or_default();
    leaf_of(event.case.as_uuid(), event.sequence, &event.chain, bound).ok()
}
