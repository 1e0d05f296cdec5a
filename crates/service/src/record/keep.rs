//! Keeping the record: events become leaves, lines of the audit trail get their place, and both are sealed now and then.

use chikaya_domain::{
    case::{Event, Fact},
    id::CaseId,
};
use chikaya_ledger::{
    EventHash,
    binding::{self, Item},
    trail as chain_of_trail,
    tree::{self, Frontier},
};
use chikaya_store::{
    StoreError, Tx,
    record::{
        leaf::{self, Unlogged},
        seal::{self, StoredSeal},
        sweep::{
            self, Kept, KeptContact, KeptEvent, KeptFile, KeptPerson, KeptState, KeptText, Salted,
        },
        trail,
    },
};
use data_encoding::HEXLOWER;
use uuid::Uuid;

use super::bind::{self, Beside, Contact, File, Filer, Text};
use crate::{Circumstances, Clerks, Trouble, seam::Key};

/// Events that become leaves in one transaction at most.
pub(super) const LEAVES: i64 = 1_000;

/// Lines of the audit trail that get their place in one transaction at most.
pub(super) const LINES: i64 = 500;

/// A seal is made when so many events are not sealed yet, …
const EVENTS_PER_SEAL: i64 = 512;

/// … or when the last one is so many microseconds old.
const SEAL_AGE: i64 = 10_000_000;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordRound {
    /// Events that became leaves.
    pub events: u64,
    /// Lines of the audit trail that got their place.
    pub lines: u64,
    /// Whether there may be more of either.
    pub has_more: bool,
    /// The number of the seal that was made.
    pub sealed: Option<i64>,
}

impl Clerks {
    /// Lets the record follow what was committed, a batch at a time. Two workers that do so at once meet at the mark of
    /// how far the tree has grown: one of them has done nothing.
    pub async fn keep_record(&self) -> Result<RecordRound, Trouble> {
        match self
            .write(|tx, circumstances| keep(tx, circumstances, SEAL_AGE))
            .await
        {
            Err(Trouble::Stale) => Ok(RecordRound::default()),
            done => done,
        }
    }

    /// As [`Self::keep_record`] until nothing is left, and a seal over it, however young the last one is: before a
    /// backup, and at the end of a day.
    pub async fn seal_record(&self) -> Result<Option<Seal>, Trouble> {
        loop {
            let round = match self
                .write(|tx, circumstances| keep(tx, circumstances, 0))
                .await
            {
                Err(Trouble::Stale) => continue,
                done => done?,
            };
            if !round.has_more {
                return self
                    .read(|tx, _| Ok(seal::newest(tx)?.map(Seal::from)))
                    .await;
            }
        }
    }
}

/// A seal: what the record was at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its number, from 1.
    pub number: i64,
    /// When it was made, microseconds since the epoch.
    pub at: i64,
    /// The position of the last event in it: how many events there were.
    pub position: i64,
    /// The root of the tree over them.
    pub root: Vec<u8>,
    /// How many lines the audit trail had.
    pub audit_position: i64,
    /// The hash of the last of them.
    pub audit_head: Vec<u8>,
    /// The keyed digest over all that and the seal before.
    pub digest: Vec<u8>,
}

impl From<StoredSeal> for Seal {
    fn from(kept: StoredSeal) -> Self {
        Self {
            number: kept.number,
            at: kept.at,
            position: kept.position,
            root: kept.root,
            audit_position: kept.audit_position,
            audit_head: kept.audit_head,
            digest: kept.seal,
        }
    }
}

/// The seal of what a seal says, under the house key, after the seal before it (nothing before the first).
pub(super) fn seal_of(key: &Key, seal: &StoredSeal, before: &[u8]) -> [u8; 32] {
    key.digest(
        "record seal 1",
        &[
            &seal.number.to_be_bytes(),
            &seal.at.to_be_bytes(),
            &seal.position.to_be_bytes(),
            &seal.root,
            &seal.audit_position.to_be_bytes(),
            &seal.audit_head,
            before,
        ],
    )
}

/// The leaf of an event: what the tree holds of it.
pub(super) fn leaf_of(
    case: Uuid,
    sequence: i64,
    chain: &[u8],
    bound: &[u8],
) -> Result<EventHash, StoreError> {
    let broken = || StoreError::unreadable("event.chain", format!("{case}/{sequence}"));
    let chain = EventHash::from_slice(chain).map_err(|_| broken())?;
    let sequence = u32::try_from(sequence).map_err(|_| broken())?;
    Ok(tree::leaf(case.as_bytes(), sequence, &chain, bound))
}

/// The hash of a line of the audit trail after another.
pub(super) fn link_line(
    before: &EventHash,
    position: i64,
    line: &chikaya_store::message::audit::Line,
) -> EventHash {
    chain_of_trail::next(
        before,
        &chain_of_trail::Line {
            position: position.unsigned_abs(),
            id: line.id.into_bytes(),
            instant_micros: line.at,
            staff: line.staff.map(|staff| staff.as_uuid().into_bytes()),
            action: &line.action,
            object: &line.object,
            organisation: line.organisation.as_deref(),
            detail: line.detail.as_deref(),
            state: line.state.as_deref(),
        },
    )
}

/// The verb: see [`Clerks::keep_record`].
fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    seal_age: i64,
) -> Result<RecordRound, Trouble> {
    let known = known_of_tree(tx)?;
    let mut frontier = frontier_of(circumstances.key, known.as_deref())?;
    if !is_needed(tx, circumstances, &frontier, seal_age)? {
        return Ok(RecordRound::default());
    }
    // Two workers meet here: whoever comes second waits, and has done nothing when the tree has grown meanwhile.
    let known = known.unwrap_or_else(|| write_frontier(circumstances.key, &frontier));
    if !leaf::hold(tx, &known)? {
        return Err(Trouble::Stale);
    }
    let newest = seal::newest(tx)?;
    let lines = place_lines(tx)?;
    let events = grow(tx, circumstances, &mut frontier)?;
    let grown = write_frontier(circumstances.key, &frontier);
    if known != grown && !leaf::grow(tx, &known, &grown)? {
        return Err(Trouble::Stale);
    }
    let has_more = events == LEAVES.unsigned_abs() || lines == LINES.unsigned_abs();
    // The first seal tells what of the trail is older than the marks of its lines: it waits for all of them.
    let sealed = if newest.is_none() && has_more {
        None
    } else {
        seal(tx, circumstances, &frontier, newest.as_ref(), seal_age)?
    };
    Ok(RecordRound {
        events,
        lines,
        has_more,
        sealed,
    })
}

/// What is known of the tree, as it is kept; none before it is begun.
fn known_of_tree(tx: &mut Tx<'_>) -> Result<Option<String>, Trouble> {
    let known = leaf::frontier(tx)?;
    if known.is_some() {
        return Ok(known);
    }
    if seal::newest(tx)?.is_none() && leaf::after(tx, 0, 1)?.is_empty() {
        return Ok(None);
    }
    // Another worker may have begun it between two questions, and what it keeps is there by now. Whoever takes that away
    // must not be given a new tree.
    match leaf::frontier(tx)? {
        None => Err(gone().into()),
        known => Ok(known),
    }
}

/// The tree as it is kept, or one that is not begun.
fn frontier_of(key: &Key, known: Option<&str>) -> Result<Frontier, StoreError> {
    known.map_or_else(
        || Ok(Frontier::new()),
        |text| read_frontier(key, text).ok_or_else(gone),
    )
}

fn gone() -> StoreError {
    StoreError::unreadable("setting.value", "record.frontier")
}

/// Whether there is anything to do: a round in which there is nothing writes nothing.
fn is_needed(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    frontier: &Frontier,
    seal_age: i64,
) -> Result<bool, Trouble> {
    let size = i64::try_from(frontier.size()).unwrap_or(i64::MAX);
    if !trail::unplaced(tx, 1)?.is_empty() || !leaf::events_after(tx, size, 1)?.is_empty() {
        return Ok(true);
    }
    let (lines, _) = head_of_trail(tx)?;
    Ok(match seal::newest(tx)? {
        None => size > 0 || lines > 0,
        Some(last) => {
            let is_sealed = last.position == size && last.audit_position == lines;
            !is_sealed && circumstances.at() - last.at >= seal_age
        }
    })
}

/// Makes the next events leaves; answers how many.
pub(super) fn grow(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    frontier: &mut Frontier,
) -> Result<u64, Trouble> {
    let size = i64::try_from(frontier.size()).unwrap_or(i64::MAX);
    let events = leaf::events_after(tx, size, LEAVES)?;
    for event in &events {
        // A position without an event: somebody took it away before it was a leaf. The check says so.
        while i64::try_from(frontier.size()).unwrap_or(i64::MAX) + 1 < event.position {
            add(tx, frontier, tree::gap())?;
        }
        let adopted = match event.bound {
            Some(_) => None,
            None => Some(adopted(tx, circumstances, event)?),
        };
        let bound = event.bound.as_ref().or(adopted.as_ref());
        let leaf = leaf_of(
            event.case.as_uuid(),
            event.sequence,
            &event.chain,
            bound.map(Vec::as_slice).unwrap_or_default(),
        )?;
        add(tx, frontier, leaf)?;
    }
    Ok(events.len() as u64)
}

/// What an event of before is found to speak of: its case is adopted as a whole, the first time one of its events comes.
fn adopted(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    event: &Unlogged,
) -> Result<Vec<u8>, Trouble> {
    if let Some(bound) = leaf::bound_of(tx, event.case, event.sequence)? {
        return Ok(bound);
    }
    adopt(tx, circumstances, event.case)?;
    Ok(leaf::bound_of(tx, event.case, event.sequence)?.unwrap_or_default())
}

/// Adds a leaf to the tree and to what is kept of it.
pub(super) fn add(
    tx: &mut Tx<'_>,
    frontier: &mut Frontier,
    leaf: EventHash,
) -> Result<(), Trouble> {
    frontier.push(leaf);
    let position = i64::try_from(frontier.size()).unwrap_or(i64::MAX);
    leaf::insert(tx, position, leaf.as_bytes())?;
    Ok(())
}

/// Gives lines of the audit trail their place and hash; answers how many.
pub(super) fn place_lines(tx: &mut Tx<'_>) -> Result<u64, Trouble> {
    let lines = trail::unplaced(tx, LINES)?;
    if lines.is_empty() {
        return Ok(0);
    }
    let (mut position, mut head) = head_of_trail(tx)?;
    for line in &lines {
        position += 1;
        head = link_line(&head, position, line);
        trail::place(tx, line.id, position, head.as_bytes())?;
    }
    Ok(lines.len() as u64)
}

/// The place and hash of the last line of the audit trail that has them.
pub(super) fn head_of_trail(tx: &mut Tx<'_>) -> Result<(i64, EventHash), Trouble> {
    Ok(match trail::head(tx)? {
        None => (0, chain_of_trail::genesis()),
        Some((position, chain)) => (
            position,
            EventHash::from_slice(&chain)
                .map_err(|_| StoreError::unreadable("audit.chain", position))?,
        ),
    })
}

/// Seals what is not sealed, when it is time; answers the number of the seal.
fn seal(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    frontier: &Frontier,
    newest: Option<&StoredSeal>,
    seal_age: i64,
) -> Result<Option<i64>, Trouble> {
    let position = i64::try_from(frontier.size()).unwrap_or(i64::MAX);
    let (audit_position, audit_head) = head_of_trail(tx)?;
    let (number, before) = match newest {
        None if position == 0 && audit_position == 0 => return Ok(None),
        None => (1, Vec::new()),
        Some(last) => {
            // What was sealed is gone: nothing may be sealed over it. The check says what.
            if last.position > position || last.audit_position > audit_position {
                return Err(StoreError::unreadable("record_seal.position", last.number).into());
            }
            let is_new = last.position < position || last.audit_position < audit_position;
            let is_time = position - last.position >= EVENTS_PER_SEAL
                || circumstances.at() - last.at >= seal_age;
            if !is_new || !is_time {
                return Ok(None);
            }
            (last.number + 1, last.seal.clone())
        }
    };
    let mut next = StoredSeal {
        number,
        at: circumstances.at(),
        position,
        root: frontier.root().as_bytes().to_vec(),
        audit_position,
        audit_head: audit_head.as_bytes().to_vec(),
        seal: Vec::new(),
    };
    next.seal = seal_of(circumstances.key, &next, &before).to_vec();
    seal::insert(tx, &next)?;
    Ok(Some(number))
}

/// How far the tree has grown, as it is kept: size, peaks, and a keyed digest of both, so that nobody without the key
/// gives us another.
pub(super) fn write_frontier(key: &Key, frontier: &Frontier) -> String {
    let peaks = frontier.peaks();
    let mark = mark_of_frontier(key, frontier.size(), &peaks);
    format!(
        "{}:{}:{}",
        frontier.size(),
        HEXLOWER.encode(&peaks),
        HEXLOWER.encode(&mark)
    )
}

/// Reads what [`write_frontier`] wrote; none when it is not ours.
pub(crate) fn read_frontier(key: &Key, text: &str) -> Option<Frontier> {
    let mut parts = text.split(':');
    let (size, peaks, mark) = (parts.next()?, parts.next()?, parts.next()?);
    let size: u64 = size.parse().ok()?;
    let peaks = HEXLOWER.decode(peaks.as_bytes()).ok()?;
    let mark = HEXLOWER.decode(mark.as_bytes()).ok()?;
    if mark != mark_of_frontier(key, size, &peaks) {
        return None;
    }
    Frontier::from_parts(size, &peaks).ok()
}

fn mark_of_frontier(key: &Key, size: u64, peaks: &[u8]) -> [u8; 32] {
    key.digest("record frontier 1", &[&size.to_be_bytes(), peaks])
}

/// Binds what the events of a case speak of that were kept before events bound anything, as it lies there now.
fn adopt(tx: &mut Tx<'_>, circumstances: &Circumstances<'_>, case: CaseId) -> Result<(), Trouble> {
    let id = case.as_uuid();
    let just_before = Uuid::from_u128(id.as_u128().saturating_sub(1));
    let mut kept = sweep::kept(tx, (just_before, id))?;
    draw_missing_salts(tx, circumstances, &mut kept)?;
    let facts: Vec<Option<Fact>> = kept.events.iter().map(fact_of).collect();
    for (event, fact) in kept.events.iter().zip(&facts) {
        if event.bound.is_some() || event.adopted.is_some() {
            continue;
        }
        let items = match fact {
            Some(fact) => spoken_of(fact, &kept, &facts),
            // What it speaks of cannot be read any more. The check says so.
            None => Vec::new(),
        };
        leaf::adopt(tx, case, event.sequence, &binding::encode(items))?;
    }
    Ok(())
}

fn fact_of(event: &KeptEvent) -> Option<Fact> {
    serde_json::from_str::<Event>(&event.payload)
        .ok()
        .map(|event| event.fact)
}

/// What an event of a case speaks of. A file that no event names came with the filing.
fn spoken_of(fact: &Fact, kept: &Kept, facts: &[Option<Fact>]) -> Vec<Item> {
    let document = fact.document().map(|document| document.as_uuid());
    let mut items: Vec<Item> = kept
        .texts
        .iter()
        .filter(|text| Some(text.id) == document)
        .filter_map(item_of_text)
        .collect();
    match fact {
        Fact::Filed(_) => {
            items.extend(kept.states.iter().filter_map(item_of_state));
            items.extend(kept.people.iter().filter_map(item_of_person));
            items.extend(kept.contacts.iter().filter_map(item_of_contact));
            let added = |id| {
                facts.iter().flatten().any(|fact| {
                    matches!(fact, Fact::FileAdded { attachment, .. } if attachment.as_uuid() == id)
                })
            };
            items.extend(
                kept.files
                    .iter()
                    .filter(|file| !added(file.id))
                    .filter_map(item_of_file),
            );
        }
        Fact::FileAdded { attachment, .. } => items.extend(
            kept.files
                .iter()
                .filter(|file| file.id == attachment.as_uuid())
                .filter_map(item_of_file),
        ),
        _ => {}
    }
    items
}

fn draw_missing_salts(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    kept: &mut Kept,
) -> Result<(), Trouble> {
    let mut draw = |what, id, salt: &mut Option<Vec<u8>>| {
        let known = bind::salt_of(tx, circumstances, salt.as_deref(), (what, id))?;
        *salt = Some(known.to_vec());
        Ok::<_, Trouble>(())
    };
    for text in &mut kept.texts {
        draw(Salted::Text, text.id, &mut text.salt)?;
    }
    for file in &mut kept.files {
        draw(Salted::File, file.id, &mut file.salt)?;
    }
    for person in &mut kept.people {
        draw(Salted::Person, person.id, &mut person.salt)?;
    }
    for contact in &mut kept.contacts {
        draw(Salted::Contact, contact.id, &mut contact.salt)?;
    }
    for state in &mut kept.states {
        draw(Salted::Case, state.id, &mut state.salt)?;
    }
    Ok(())
}

/// What is bound of a text as it is kept; none when its salt is gone.
pub(super) fn item_of_text(kept: &KeptText) -> Option<Item> {
    let text = Text {
        id: kept.id,
        title: kept.title.as_deref(),
        body: &kept.body,
        language: kept.language.as_deref(),
        created_at: kept.created_at,
    };
    Some(text.item(&bind::kept_salt(kept.salt.as_deref())?))
}

/// As [`item_of_text`], of a file.
pub(super) fn item_of_file(kept: &KeptFile) -> Option<Item> {
    let file = File {
        id: kept.id,
        name: &kept.name,
        media_type: &kept.media_type,
        bytes: kept.bytes,
        sha256: &kept.sha256,
        preview: kept.preview,
        audience: &kept.audience,
        created_at: kept.created_at,
    };
    Some(file.item(&bind::kept_salt(kept.salt.as_deref())?))
}

/// As [`item_of_text`], of whoever filed.
pub(super) fn item_of_person(kept: &KeptPerson) -> Option<Item> {
    let filer = Filer {
        id: kept.id,
        fields: kept.fields.each_ref().map(Option::as_deref),
        body: kept.body.each_ref().map(Option::as_deref),
        created_at: kept.created_at,
    };
    Some(filer.item(&bind::kept_salt(kept.salt.as_deref())?))
}

/// As [`item_of_text`], of a contact.
pub(super) fn item_of_contact(kept: &KeptContact) -> Option<Item> {
    let contact = Contact {
        id: kept.id,
        person: kept.person,
        kind: &kept.kind,
        value: &kept.value,
        preferred: kept.preferred,
        verified_at: kept.verified_at,
        created_at: kept.created_at,
    };
    Some(contact.item(&bind::kept_salt(kept.salt.as_deref())?))
}

/// As [`item_of_text`], of what stands beside the state of a case.
pub(super) fn item_of_state(kept: &KeptState) -> Option<Item> {
    let beside = Beside {
        case: kept.id,
        reference: &kept.reference,
        access_hash: &kept.access_hash,
        filing_key: kept.filing_key.as_deref(),
        place: kept.place.as_deref(),
        point: kept.point,
        is_sample: kept.is_sample,
    };
    Some(beside.item(&bind::kept_salt(kept.salt.as_deref())?))
}
