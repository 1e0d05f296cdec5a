//! The audit trail: its chain, and the heads of it that were sealed.

use std::collections::VecDeque;

use chikaya_ledger::{EventHash, trail as chain};
use chikaya_store::{
    Tx,
    record::{seal, trail},
};

use super::found::{Break, Fault, Place};
use crate::{Trouble, record::keep::link_line};

/// Lines read at once.
const LINES: i64 = 5_000;

/// Seals read at once.
const SEALS: i64 = 1_000;

/// The check of the trail on its way.
pub(super) struct TrailCheck {
    position: i64,
    head: EventHash,
    /// Sealed heads that are still to come: the number of the seal, the place and the hash of the line.
    sealed: VecDeque<(i64, i64, Vec<u8>)>,
    last_seal: i64,
    has_more_seals: bool,
    is_over: bool,
}

impl TrailCheck {
    pub(super) fn new() -> Self {
        Self {
            position: 0,
            head: chain::genesis(),
            sealed: VecDeque::new(),
            last_seal: 0,
            has_more_seals: true,
            is_over: false,
        }
    }

    pub(super) const fn is_over(&self) -> bool {
        self.is_over
    }

    /// Checks the next lines; answers how many.
    pub(super) fn step(
        &mut self,
        tx: &mut Tx<'_>,
        breaks: &mut Vec<Break>,
    ) -> Result<u64, Trouble> {
        let lines = trail::after(tx, self.position, LINES)?;
        self.meet_seals(tx, breaks)?;
        for kept in &lines {
            if kept.position != self.position + 1 {
                let due = self.position + 1;
                breaks.push(at(Place::Line(kept.position), Fault::LineGone { due }));
            }
            let linked = link_line(&self.head, kept.position, &kept.line);
            if linked.as_bytes().as_slice() != kept.chain && kept.position == self.position + 1 {
                breaks.push(at(Place::Line(kept.position), Fault::Hash));
            }
            // The chain goes on from what is kept, so that each line is judged for itself.
            self.head = EventHash::from_slice(&kept.chain).unwrap_or(linked);
            self.position = kept.position;
            self.meet_seals(tx, breaks)?;
        }
        if lines.is_empty() {
            self.is_over = true;
            while let Some((number, _, _)) = self.next_seal(tx)? {
                breaks.push(at(Place::Seal(number), Fault::CutOff));
                self.sealed.pop_front();
            }
        }
        Ok(lines.len() as u64)
    }

    /// Compares the heads that were sealed at the place reached.
    fn meet_seals(&mut self, tx: &mut Tx<'_>, breaks: &mut Vec<Break>) -> Result<(), Trouble> {
        while let Some((number, position, head)) = self.next_seal(tx)? {
            if position > self.position {
                return Ok(());
            }
            if position < self.position || head != self.head.as_bytes() {
                breaks.push(at(Place::Seal(number), Fault::TrailHead));
            }
            self.sealed.pop_front();
        }
        Ok(())
    }

    fn next_seal(&mut self, tx: &mut Tx<'_>) -> Result<Option<(i64, i64, Vec<u8>)>, Trouble> {
        if self.sealed.is_empty() && self.has_more_seals {
            let seals = seal::after(tx, self.last_seal, SEALS)?;
            self.has_more_seals = seals.len() == usize::try_from(SEALS).unwrap_or(usize::MAX);
            if let Some(last) = seals.last() {
                self.last_seal = last.number;
            }
            self.sealed = seals
                .into_iter()
                .map(|seal| (seal.number, seal.audit_position, seal.audit_head))
                .collect();
        }
        Ok(self.sealed.front().cloned())
    }
}

const fn at(place: Place, fault: Fault) -> Break {
    Break { place, fault }
}
