//! The audit trail: its chain, the heads of it that were sealed, and what its lines say was last done to each object.

use std::collections::BTreeMap;

use chikaya_ledger::{EventHash, trail as chain};
use chikaya_store::{
    Tx, annual as reports,
    message::audit::Line,
    record::{
        object::{self, Object},
        trail,
    },
};
use uuid::Uuid;

use super::{
    found::{Break, Fault, Place},
    seals::Seals,
};
use crate::{
    Circumstances, Trouble,
    record::{
        keep::link_line,
        object::{digest_of, left_by},
        renew::Renewal,
    },
};

/// Lines read at once.
const LINES: i64 = 5_000;

/// The check of the trail on its way.
pub(super) struct TrailCheck {
    position: i64,
    head: EventHash,
    seals: Seals,
    /// The place of the last line that the first seal held, and its instant: lines up to there may be older than marks.
    first_seal: Option<(i64, i64)>,
    /// Where the record was begun anew: the marks of lines up to there were made with another key.
    renewal: Option<Renewal>,
    /// When something was last done to each object, and what that left: of deeds of one instant nobody knows which was
    /// the last.
    left: BTreeMap<Object, (i64, Vec<Vec<u8>>)>,
    is_over: bool,
}

impl TrailCheck {
    pub(super) fn new(renewal: Option<Renewal>) -> Self {
        Self {
            position: 0,
            head: chain::genesis(),
            seals: Seals::new(),
            first_seal: None,
            renewal,
            left: BTreeMap::new(),
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
        circumstances: &Circumstances<'_>,
        breaks: &mut Vec<Break>,
    ) -> Result<u64, Trouble> {
        let lines = trail::after(tx, self.position, LINES)?;
        self.meet_seals(tx, breaks)?;
        for kept in &lines {
            if kept.position != self.position + 1 {
                let due = self.position + 1;
                breaks.push(Break::at(
                    Place::Line(kept.position),
                    Fault::LineGone { due },
                ));
            }
            let linked = link_line(&self.head, kept.position, &kept.line);
            if linked.as_bytes().as_slice() != kept.chain && kept.position == self.position + 1 {
                breaks.push(Break::at(Place::Line(kept.position), Fault::Hash));
            }
            // The chain goes on from what is kept, so that each line is judged for itself.
            self.head = EventHash::from_slice(&kept.chain).unwrap_or(linked);
            self.position = kept.position;
            self.hear(circumstances, &kept.line, kept.position, breaks);
            self.meet_seals(tx, breaks)?;
        }
        if lines.is_empty() {
            self.is_over = true;
            self.compare_objects(tx, circumstances, breaks)?;
            while let Some(cut) = self.seals.next_if(tx, |_| true)? {
                breaks.push(Break::at(Place::Seal(cut.number), Fault::CutOff));
            }
        }
        Ok(lines.len() as u64)
    }

    /// Looks whether the portal wrote a line, and notes what it left.
    fn hear(
        &mut self,
        circumstances: &Circumstances<'_>,
        line: &Line,
        position: i64,
        breaks: &mut Vec<Break>,
    ) {
        let is_of_before = self
            .renewal
            .is_some_and(|renewal| position <= renewal.audit_position);
        if is_of_before
            || line.state.is_none() && self.first_seal.is_none_or(|(last, _)| position <= last)
        {
            return;
        }
        let Some(left) = left_by(circumstances.key, line) else {
            breaks.push(Break::at(Place::Line(position), Fault::Forged));
            return;
        };
        if let Some(object) = Object::of(&line.action, &line.object) {
            let last = self.left.entry(object).or_default();
            if last.0 != line.at {
                *last = (line.at, Vec::new());
            }
            last.1.push(left.to_vec());
        }
    }

    /// Compares what the last line about each object left with what is there.
    fn compare_objects(
        &mut self,
        tx: &mut Tx<'_>,
        circumstances: &Circumstances<'_>,
        breaks: &mut Vec<Break>,
    ) -> Result<(), Trouble> {
        // Lines of the last seconds have no place yet.
        for line in trail::unplaced(tx, LINES)? {
            let next = self.position + 1;
            self.hear(circumstances, &line, next, breaks);
        }
        for (object, (_, left)) in &self.left {
            let found = digest_of(tx, circumstances.key, object)?;
            if !left.contains(&found.map_or_else(Vec::new, |digest| digest.to_vec())) {
                breaks.push(Break::at(Place::Object(named(object)), Fault::State));
            }
        }
        let mut after = Uuid::nil();
        loop {
            let found = reports::ids_after(tx, after, LINES)?;
            let Some(last) = found.last() else { break };
            after = *last;
            let objects = found.iter().map(|id| Object::Annual(*id));
            for unmade in objects.filter(|object| !self.left.contains_key(object)) {
                breaks.push(Break::at(Place::Object(named(&unmade)), Fault::Unmade));
            }
        }
        let mut after = Uuid::nil();
        loop {
            let found = object::staff_after(tx, after, LINES)?;
            let Some((last, _)) = found.last() else {
                return Ok(());
            };
            after = *last;
            for (id, created_at) in found {
                let is_newer = self.first_seal.is_some_and(|(_, at)| created_at > at)
                    && self.renewal.is_none_or(|renewal| created_at > renewal.at);
                let account = Object::Staff(id);
                if is_newer && !self.left.contains_key(&account) {
                    breaks.push(Break::at(Place::Object(named(&account)), Fault::Unmade));
                }
            }
        }
    }

    /// Compares the heads that were sealed at the place reached.
    fn meet_seals(&mut self, tx: &mut Tx<'_>, breaks: &mut Vec<Break>) -> Result<(), Trouble> {
        if let Some(first) = self.seals.peek(tx)? {
            self.first_seal
                .get_or_insert((first.audit_position, first.at));
        }
        let reached = self.position;
        while let Some(seal) = self
            .seals
            .next_if(tx, |seal| seal.audit_position <= reached)?
        {
            let is_same = seal.audit_position == reached && seal.audit_head == self.head.as_bytes();
            if !is_same {
                breaks.push(Break::at(Place::Seal(seal.number), Fault::TrailHead));
            }
        }
        Ok(())
    }
}

/// An object as a break names it: by its identifier or code.
fn named(object: &Object) -> String {
    match object {
        Object::Staff(id) => format!("account {id}"),
        Object::Organisation(code) => format!("organisation {code}"),
        Object::Holiday(day) => format!("holiday {day}"),
        Object::Policy(version) => format!("policy {version}"),
        Object::Annual(id) => format!("report {id}"),
    }
}
