//! The cases: each is told again from its events, and all that is kept of it compared with what they tell and bind.

use std::collections::BTreeMap;

use chikaya_domain::{
    case::{Case, Event},
    reference::Reference,
};
use chikaya_ledger::{
    EventHash,
    binding::{self, Item, Kind},
    chain,
};
use chikaya_store::{
    StoreError,
    record::sweep::{
        self, Counted, Kept, KeptContact, KeptEvent, KeptFile, KeptMark, KeptPerson, KeptState,
        KeptText,
    },
};
use jiff::Timestamp;
use uuid::Uuid;

use super::found::{Break, Fault, Place, Thing};
use crate::{
    Circumstances,
    case::record::next_reminder_after,
    record::{bind, keep},
};

/// A file whose bytes are to be compared.
#[derive(Clone, Debug)]
pub(super) struct Bytes {
    pub(super) case: Uuid,
    pub(super) reference: Option<String>,
    pub(super) id: Uuid,
    pub(super) size: i64,
    pub(super) sha256: Vec<u8>,
}

/// What the check of a range of cases gives.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) cases: u64,
    pub(super) events: u64,
    pub(super) breaks: Vec<Break>,
    /// Files whose bytes are to be compared.
    pub(super) bytes: Vec<Bytes>,
    /// What the cases count for as of the position asked for.
    pub(super) counted: Vec<Counted>,
}

/// Checks all that is kept of a range of cases. What they count for is told as of the event at `counted_until`; events up to
/// `renewed_until` bear marks of another key.
pub(super) fn check(
    kept: &Kept,
    circumstances: &Circumstances<'_>,
    (counted_until, renewed_until): (i64, i64),
) -> Result<Outcome, StoreError> {
    let mut outcome = Outcome::default();
    let mut rest = Own::of(kept);
    for state in &kept.states {
        let own = rest.take(state.id, &mut outcome.breaks);
        let check = CaseCheck {
            state,
            own: &own,
            circumstances,
            reference: Some(state.reference.clone()),
            renewed_until,
        };
        check.run(counted_until, &mut outcome)?;
    }
    rest.strays(&mut outcome.breaks);
    Ok(outcome)
}

/// What is kept beside the states: of one case, or of those of a range that were not looked at yet.
struct Own<'a> {
    events: &'a [KeptEvent],
    texts: &'a [KeptText],
    files: &'a [KeptFile],
    people: &'a [KeptPerson],
    contacts: &'a [KeptContact],
    marks: &'a [KeptMark],
}

impl<'a> Own<'a> {
    fn of(kept: &'a Kept) -> Self {
        Self {
            events: &kept.events,
            texts: &kept.texts,
            files: &kept.files,
            people: &kept.people,
            contacts: &kept.contacts,
            marks: &kept.marks,
        }
    }

    /// What belongs to a case. What comes before it belongs to a case that is not there.
    fn take(&mut self, case: Uuid, breaks: &mut Vec<Break>) -> Own<'a> {
        let (strays, own) = (self.split(|at| at < case), self.split(|at| at <= case));
        strays.tell(breaks);
        own
    }

    /// What is left belongs to cases that are not there.
    fn strays(&mut self, breaks: &mut Vec<Break>) {
        self.split(|_| true).tell(breaks);
    }

    fn split(&mut self, is_before: impl Fn(Uuid) -> bool) -> Own<'a> {
        fn part<'a, T>(rest: &mut &'a [T], is_before: impl Fn(&T) -> bool) -> &'a [T] {
            let (before, after) = rest.split_at(rest.partition_point(is_before));
            *rest = after;
            before
        }
        Own {
            events: part(&mut self.events, |event| is_before(event.case)),
            texts: part(&mut self.texts, |text| is_before(text.case)),
            files: part(&mut self.files, |file| is_before(file.case)),
            people: part(&mut self.people, |person| is_before(person.case)),
            contacts: part(&mut self.contacts, |contact| is_before(contact.case)),
            marks: part(&mut self.marks, |mark| is_before(mark.case)),
        }
    }
}

impl Own<'_> {
    /// Tells of things that belong to a case that is not there.
    fn tell(&self, breaks: &mut Vec<Break>) {
        let events = self.events.iter().map(|event| Place::Event {
            case: event.case,
            reference: None,
            sequence: event.sequence,
        });
        let thing = |case, kind, id| Place::Thing {
            case,
            reference: None,
            kind,
            id,
        };
        let texts = self
            .texts
            .iter()
            .map(|text| thing(text.case, Thing::Text, text.id));
        let files = self
            .files
            .iter()
            .map(|file| thing(file.case, Thing::File, file.id));
        breaks.extend(events.chain(texts).chain(files).map(|place| Break {
            place,
            fault: Fault::NoCase,
        }));
    }
}

/// The check of one case.
struct CaseCheck<'a> {
    state: &'a KeptState,
    own: &'a Own<'a>,
    circumstances: &'a Circumstances<'a>,
    reference: Option<String>,
    /// The position up to which the record was begun anew.
    renewed_until: i64,
}

/// A thing that events bind, by its kind and identifier.
type Named = (Kind, [u8; 16]);

impl CaseCheck<'_> {
    fn run(&self, counted_until: i64, outcome: &mut Outcome) -> Result<(), StoreError> {
        outcome.cases += 1;
        outcome.events += self.own.events.len() as u64;
        let mut bound = BTreeMap::new();
        let told = self.tell_again(counted_until, &mut bound, outcome);
        self.compare_bound(&bound, &mut outcome.breaks);
        if let Some(case) = told {
            self.compare_state(&case, &mut outcome.breaks)?;
            self.compare_marks(&case, &mut outcome.breaks);
        }
        outcome
            .bytes
            .extend(self.own.files.iter().map(|file| Bytes {
                case: self.state.id,
                reference: self.reference.clone(),
                id: file.id,
                size: file.bytes,
                sha256: file.sha256.clone(),
            }));
        Ok(())
    }

    /// Follows the chain and applies the events; answers the case as they tell it, unless one of them cannot be read.
    fn tell_again(
        &self,
        counted_until: i64,
        bound: &mut BTreeMap<Named, Item>,
        outcome: &mut Outcome,
    ) -> Option<Case> {
        let mut head = chain::genesis(self.state.id.as_bytes());
        let mut told: Option<Case> = None;
        let mut is_readable = true;
        let mut due = 1;
        let mut events = self.own.events.iter().peekable();
        if events.peek().is_none() {
            outcome.breaks.push(self.at_case(Fault::NoEvents));
            return None;
        }
        while let Some(kept) = events.next() {
            let breaks = &mut outcome.breaks;
            if kept.sequence != due {
                breaks.push(self.at_event(kept, Fault::Number { due }));
                is_readable = false;
            }
            due = kept.sequence + 1;
            for item in self.items_of(kept, breaks) {
                bound.insert((item.kind, item.id), item);
            }
            let Ok(event) = serde_json::from_str::<Event>(&kept.payload) else {
                breaks.push(self.at_event(kept, Fault::Unreadable));
                is_readable = false;
                continue;
            };
            self.compare_event(kept, &event, breaks);
            let linked = bind::link(&head, &event, &kept.payload, kept.bound.as_deref());
            if linked.as_bytes().as_slice() != kept.chain {
                breaks.push(self.at_event(kept, Fault::Hash));
            }
            if kept.bound.is_some() && !self.is_ours(kept) {
                breaks.push(self.at_event(kept, Fault::Forged));
            }
            // The chain goes on from what is kept, so that each event is judged for itself.
            head = EventHash::from_slice(&kept.chain).unwrap_or(linked);
            if !is_readable {
                continue;
            }
            told = match told {
                None => self.begin(&event),
                Some(mut case) => {
                    case.apply(&event);
                    Some(case)
                }
            };
            let Some(case) = &told else {
                breaks.push(self.at_event(kept, Fault::Unreadable));
                is_readable = false;
                continue;
            };
            self.compare_moment(kept, case, breaks);
            let is_counted = |event: &KeptEvent| {
                event
                    .position
                    .is_some_and(|position| position <= counted_until)
            };
            if is_counted(kept) && !events.peek().is_some_and(|next| is_counted(next)) {
                outcome.counted.extend(sweep::counted_for(case));
            }
        }
        if head.as_bytes().as_slice() != self.state.chain_head {
            outcome.breaks.push(self.at_case(Fault::Head));
        }
        told.filter(|_| is_readable)
    }

    /// Whether the portal wrote an event: only it has the key. Of events before a renewal the tree says so, whose root it
    /// sealed.
    fn is_ours(&self, kept: &KeptEvent) -> bool {
        let is_of_before = kept
            .position
            .is_some_and(|position| position <= self.renewed_until);
        is_of_before
            || EventHash::from_slice(&kept.chain).is_ok_and(|chain| {
                kept.mark.as_deref() == Some(&bind::mark(self.circumstances.key, &chain))
            })
    }

    /// The case after its first event. Its reference is not part of it; whether that is right says what is bound.
    fn begin(&self, first: &Event) -> Option<Case> {
        let reference = Reference::parse(&self.state.reference).ok()?;
        Case::replay(reference, [first])
    }

    fn items_of(&self, kept: &KeptEvent, breaks: &mut Vec<Break>) -> Vec<Item> {
        let Some(bytes) = kept.bound.as_ref().or(kept.adopted.as_ref()) else {
            return Vec::new();
        };
        binding::decode(bytes).unwrap_or_else(|_| {
            breaks.push(self.at_event(kept, Fault::Unreadable));
            Vec::new()
        })
    }

    /// The columns that repeat parts of an event.
    fn compare_event(&self, kept: &KeptEvent, event: &Event, breaks: &mut Vec<Break>) {
        let columns = [
            ("case_id", kept.case.to_string(), event.case.to_string()),
            (
                "sequence",
                kept.sequence.to_string(),
                event.sequence.to_string(),
            ),
            (
                "at",
                kept.at.to_string(),
                event.at.as_microsecond().to_string(),
            ),
            ("fact", kept.fact.clone(), event.fact.name().to_owned()),
            ("actor", kept.actor.clone(), event.actor.as_str().to_owned()),
            (
                "staff",
                kept.staff.map(|id| id.to_string()).unwrap_or_default(),
                event
                    .actor
                    .staff()
                    .map(|id| id.to_string())
                    .unwrap_or_default(),
            ),
        ];
        for (column, kept_as, told) in columns {
            if kept_as != told {
                let fault = Fault::Differs {
                    column,
                    kept: Some(kept_as),
                    told: Some(told),
                };
                breaks.push(self.at_event(kept, fault));
            }
        }
    }

    fn compare_moment(&self, kept: &KeptEvent, case: &Case, breaks: &mut Vec<Break>) {
        let Some(moment) = &kept.moment else {
            return;
        };
        for fault in differing(moment, &sweep::moment_of(case)) {
            breaks.push(self.at_event(kept, fault));
        }
    }

    /// The state and the columns that repeat parts of it.
    fn compare_state(&self, case: &Case, breaks: &mut Vec<Break>) -> Result<(), StoreError> {
        match serde_json::from_str::<Case>(&self.state.state) {
            Ok(kept) if kept == *case => {}
            Ok(_) => breaks.push(self.at_case(Fault::Differs {
                column: "state",
                kept: Some("another one".to_owned()),
                told: Some("this one".to_owned()),
            })),
            Err(_) => breaks.push(self.at_case(Fault::Unreadable)),
        }
        for fault in differing(&self.state.columns, &sweep::columns_of(case)?) {
            breaks.push(self.at_case(fault));
        }
        self.compare_reminder(case, breaks);
        Ok(())
    }

    /// The day of the next reminder follows from the state and from the day on which it was written.
    fn compare_reminder(&self, case: &Case, breaks: &mut Vec<Break>) {
        // Cases of before may have one that an earlier version of the program counted otherwise.
        if self
            .own
            .events
            .last()
            .is_none_or(|last| last.bound.is_none())
        {
            return;
        }
        let Ok(written) = Timestamp::from_microsecond(self.state.updated_at) else {
            breaks.push(self.at_case(Fault::Unreadable));
            return;
        };
        let country = self.circumstances.country;
        let today = country.calendar.date_of(written);
        let policy = country.law_of(case).policy;
        let told = next_reminder_after(case, policy, today);
        if told != self.state.next_reminder {
            breaks.push(self.at_case(Fault::Differs {
                column: "next_reminder",
                kept: self.state.next_reminder.clone(),
                told,
            }));
        }
    }

    fn compare_marks(&self, case: &Case, breaks: &mut Vec<Break>) {
        let mut told: Vec<KeptMark> = case
            .marks()
            .iter()
            .map(|(mark, organisation)| KeptMark {
                case: self.state.id,
                organisation: organisation.to_string(),
                mark: mark.as_str().to_owned(),
                answer_due: case.answer_due.to_string(),
            })
            .collect();
        let mut kept = self.own.marks.to_vec();
        told.sort_unstable();
        kept.sort_unstable();
        if told != kept {
            let words = |marks: &[KeptMark]| {
                let words: Vec<String> = marks
                    .iter()
                    .map(|mark| {
                        format!("{} ({}, {})", mark.mark, mark.organisation, mark.answer_due)
                    })
                    .collect();
                (!words.is_empty()).then(|| words.join(", "))
            };
            breaks.push(self.at_case(Fault::Differs {
                column: "marks",
                kept: words(&kept),
                told: words(&told),
            }));
        }
    }

    /// What events bind against what is kept, in both directions.
    fn compare_bound(&self, bound: &BTreeMap<Named, Item>, breaks: &mut Vec<Break>) {
        let mut kept: BTreeMap<Named, Option<Item>> = BTreeMap::new();
        let mut note = |kind, id: Uuid, item| kept.insert((kind, id.into_bytes()), item);
        note(
            Kind::Beginning,
            self.state.id,
            keep::item_of_state(self.state),
        );
        for text in self.own.texts {
            note(Kind::Text, text.id, keep::item_of_text(text));
        }
        for file in self.own.files {
            note(Kind::File, file.id, keep::item_of_file(file));
        }
        for person in self.own.people {
            note(Kind::Person, person.id, keep::item_of_person(person));
        }
        for contact in self.own.contacts {
            note(Kind::Contact, contact.id, keep::item_of_contact(contact));
        }
        // Nothing is bound yet of a case of before whose turn has not come.
        if bound.is_empty() && self.own.events.iter().all(|event| event.bound.is_none()) {
            return;
        }
        for (named, item) in &kept {
            match (bound.get(named), item) {
                (None, _) => breaks.push(self.at_thing(*named, Fault::Foreign)),
                (Some(recorded), Some(found)) if recorded.digest == found.digest => {}
                (Some(_), _) => breaks.push(self.at_thing(*named, Fault::Altered)),
            }
        }
        for named in bound.keys().filter(|named| !kept.contains_key(*named)) {
            breaks.push(self.at_thing(*named, Fault::Gone));
        }
    }

    fn at_case(&self, fault: Fault) -> Break {
        Break {
            place: Place::Case {
                case: self.state.id,
                reference: self.reference.clone(),
            },
            fault,
        }
    }

    fn at_event(&self, event: &KeptEvent, fault: Fault) -> Break {
        Break {
            place: Place::Event {
                case: self.state.id,
                reference: self.reference.clone(),
                sequence: event.sequence,
            },
            fault,
        }
    }

    fn at_thing(&self, (kind, id): Named, fault: Fault) -> Break {
        let kind = match kind {
            Kind::Text => Thing::Text,
            Kind::File => Thing::File,
            Kind::Person => Thing::Person,
            Kind::Contact => Thing::Contact,
            Kind::Beginning => Thing::Beginning,
        };
        Break {
            place: Place::Thing {
                case: self.state.id,
                reference: self.reference.clone(),
                kind,
                id: Uuid::from_bytes(id),
            },
            fault,
        }
    }
}

/// Columns that are kept otherwise than told.
fn differing<'a>(
    kept: &'a [(&'static str, Option<String>)],
    told: &'a [(&'static str, Option<String>)],
) -> impl Iterator<Item = Fault> + 'a {
    kept.iter()
        .zip(told)
        .filter(|((_, kept), (_, told))| kept != told)
        .map(|((column, kept), (_, told))| Fault::Differs {
            column,
            kept: kept.clone(),
            told: told.clone(),
        })
}
