//! A new beginning of the record under another house key, when the one before is lost for good.
//!
//! What needs no key stays as it was: the chains of cases, the leaves, the roots that were sealed, the chain of the audit
//! trail, and whatever seal somebody kept outside. What the lost key alone could tell is told by nobody any more: that the
//! portal wrote the events and lines of before, and that it made their seals. So a renewal seals all of that as it lies,
//! with the new key, after the last seal of before, and says so on the trail and to every check: from then on a change of
//! it is seen as any other is.

use std::collections::BTreeSet;

use chikaya_ledger::{EventHash, tree};
use chikaya_store::{
    StoreError, Tx,
    record::{
        leaf,
        object::Object,
        seal::{self, StoredSeal},
        trail,
    },
    setting,
};
use data_encoding::HEXLOWER;
use jiff::Timestamp;

use super::keep::{
    LEAVES, LINES, Seal, add, grow, head_of_trail, place_lines, read_frontier, seal_of,
    write_frontier,
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    house_key,
    seam::Key,
};

/// The setting that holds the last renewal.
const RENEWAL: &str = "record.renewal";

/// Rows read at once.
const ROWS: i64 = 10_000;

/// Where the record was begun anew: what is older is vouched for by what a renewal sealed, and not by the key of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// When, microseconds since the epoch.
    pub at: i64,
    /// The position of the last event of before.
    pub position: i64,
    /// The place of the last line of the audit trail of before.
    pub audit_position: i64,
    /// The number of the last seal of before; 0 when there was none.
    pub seals: i64,
    /// A keyed digest of all seals of before.
    digest: [u8; 32],
}

/// How the record stands, as far as one look tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordState {
    /// It is kept. When the last seal was made, if events wait that are in none.
    Kept {
        /// The instant of the newest seal; none when nothing waits, or nothing was sealed yet.
        waits_since: Option<Timestamp>,
    },
    /// What is known of it was made with another house key: nothing is added to it.
    OtherKey,
    /// What was sealed is gone: nothing is added to it.
    Gone,
}

impl Renewal {
    /// When, as an instant.
    pub fn instant(&self) -> Timestamp {
        Timestamp::from_microsecond(self.at).unwrap_or_default()
    }

    /// Whether all seals of before are as they were.
    pub(super) fn holds(&self, seals: &[u8; 32]) -> bool {
        self.digest == *seals
    }

    fn parts(&self) -> String {
        format!(
            "{}:{}:{}:{}:{}",
            self.at,
            self.position,
            self.audit_position,
            self.seals,
            HEXLOWER.encode(&self.digest)
        )
    }

    fn write(&self, key: &Key) -> String {
        let parts = self.parts();
        let mark = HEXLOWER.encode(&mark_of(key, &parts));
        format!("{parts}:{mark}")
    }

    /// Reads what [`Self::write`] wrote; none when it was not written with this key.
    fn read(key: &Key, text: &str) -> Option<Self> {
        let (parts, mark) = text.rsplit_once(':')?;
        if HEXLOWER.decode(mark.as_bytes()).ok()? != mark_of(key, parts) {
            return None;
        }
        let mut parts = parts.split(':');
        let mut number = || parts.next()?.parse().ok();
        let (at, position, audit_position, seals) = (number()?, number()?, number()?, number()?);
        let digest = HEXLOWER.decode(parts.next()?.as_bytes()).ok()?;
        Some(Self {
            at,
            position,
            audit_position,
            seals,
            digest: digest.try_into().ok()?,
        })
    }
}

fn mark_of(key: &Key, parts: &str) -> [u8; 32] {
    key.digest("record renewal 1", &[parts.as_bytes()])
}

/// The last renewal, if there is one under this key. Whoever has the database alone can make none, and so can excuse nothing.
pub(super) fn renewal(tx: &mut Tx<'_>, key: &Key) -> Result<Option<Renewal>, StoreError> {
    let kept = setting::find(tx, RENEWAL)?;
    Ok(kept.and_then(|kept| Renewal::read(key, &kept)))
}

/// The digest of seals up to one, from that of those before it.
pub(super) fn with_seal(key: &Key, before: &[u8; 32], seal: &StoredSeal) -> [u8; 32] {
    key.digest(
        "record seals 1",
        &[
            before,
            &seal.number.to_be_bytes(),
            &seal.at.to_be_bytes(),
            &seal.position.to_be_bytes(),
            &seal.root,
            &seal.audit_position.to_be_bytes(),
            &seal.audit_head,
            &seal.seal,
        ],
    )
}

/// The digest of no seals.
pub(super) const NO_SEALS: [u8; 32] = [0; 32];

impl Clerks {
    /// How the record stands.
    pub async fn record_state(&self) -> Result<RecordState, Trouble> {
        self.read(|tx, circumstances| {
            let newest = seal::newest(tx)?;
            let Some(known) = leaf::frontier(tx)? else {
                let is_begun = newest.is_some() || !leaf::after(tx, 0, 1)?.is_empty();
                return Ok(if is_begun {
                    RecordState::Gone
                } else {
                    RecordState::Kept { waits_since: None }
                });
            };
            let Some(frontier) = read_frontier(circumstances.key, &known) else {
                return Ok(RecordState::OtherKey);
            };
            let size = i64::try_from(frontier.size()).unwrap_or(i64::MAX);
            let (lines, _) = head_of_trail(tx)?;
            if newest
                .as_ref()
                .is_some_and(|last| last.position > size || last.audit_position > lines)
            {
                return Ok(RecordState::Gone);
            }
            let waits = !leaf::events_after(tx, size, 1)?.is_empty()
                || newest.as_ref().is_some_and(|last| last.position < size);
            let waits_since = newest
                .filter(|_| waits)
                .and_then(|last| Timestamp::from_microsecond(last.at).ok());
            Ok(RecordState::Kept { waits_since })
        })
        .await
    }

    /// Begins the record anew under the key of these clerks, whose archive knows another one that is lost for good, and has
    /// the archive know this one. Answers the seal over all that was before; none, and nothing is changed, when the record
    /// is kept under this key already. No other node may be at work.
    pub async fn renew_record(&self) -> Result<Option<Seal>, Trouble> {
        // What has no position yet would be neither of before nor of after.
        loop {
            let round = self.place_events().await?;
            if round.placed + round.folded == 0 {
                break;
            }
        }
        self.write(renew).await
    }
}

fn renew(tx: &mut Tx<'_>, circumstances: &Circumstances<'_>) -> Result<Option<Seal>, Trouble> {
    let key = circumstances.key;
    let known = leaf::frontier(tx)?;
    if let Some(known) = &known
        && read_frontier(key, known).is_some()
    {
        house_key::know(tx, key)?;
        return Ok(None);
    }
    let newest = seal::newest(tx)?;
    let mut frontier = leaves_as_they_lie(tx, newest.as_ref().map_or(0, |last| last.position))?;
    while grow(tx, circumstances, &mut frontier)? == LEAVES.unsigned_abs() {}
    while place_lines(tx)? == LINES.unsigned_abs() {}
    let (audit_position, _) = head_of_trail(tx)?;
    let renewed = Renewal {
        at: circumstances.at(),
        position: i64::try_from(frontier.size()).unwrap_or(i64::MAX),
        audit_position,
        seals: newest.as_ref().map_or(0, |last| last.number),
        digest: all_seals(tx, key)?,
    };
    setting::put(tx, RENEWAL, &renewed.write(key))?;
    house_key::know(tx, key)?;
    let grown = write_frontier(key, &frontier);
    let is_ours = match &known {
        Some(known) => leaf::grow(tx, known, &grown)?,
        None => leaf::hold(tx, &grown)?,
    };
    if !is_ours {
        return Err(Trouble::Stale);
    }
    tell_trail(tx, circumstances, &renewed)?;
    while place_lines(tx)? == LINES.unsigned_abs() {}
    let (audit_position, audit_head) = head_of_trail(tx)?;
    let mut next = StoredSeal {
        number: renewed.seals + 1,
        at: renewed.at,
        position: renewed.position,
        root: frontier.root().as_bytes().to_vec(),
        audit_position,
        audit_head: audit_head.as_bytes().to_vec(),
        seal: Vec::new(),
    };
    let before = newest.map_or_else(Vec::new, |last| last.seal);
    next.seal = seal_of(key, &next, &before).to_vec();
    seal::insert(tx, &next)?;
    Ok(Some(next.into()))
}

/// The tree over the leaves as they lie. Where one is missing, also behind the last of those that were sealed, nothing stands
/// in its place, as where an event was missing when its turn came: checks say so, and so does the root that was sealed.
fn leaves_as_they_lie(tx: &mut Tx<'_>, sealed: i64) -> Result<tree::Frontier, Trouble> {
    let mut frontier = tree::Frontier::new();
    let mut last = 0;
    loop {
        let leaves = leaf::after(tx, last, ROWS)?;
        let Some((newest, _)) = leaves.last() else {
            break;
        };
        last = *newest;
        for (position, hash) in &leaves {
            fill(tx, &mut frontier, position - 1)?;
            frontier.push(EventHash::from_slice(hash).unwrap_or_else(|_| tree::gap()));
        }
    }
    fill(tx, &mut frontier, sealed)?;
    Ok(frontier)
}

fn fill(tx: &mut Tx<'_>, frontier: &mut tree::Frontier, until: i64) -> Result<(), Trouble> {
    while i64::try_from(frontier.size()).unwrap_or(i64::MAX) < until {
        add(tx, frontier, tree::gap())?;
    }
    Ok(())
}

fn all_seals(tx: &mut Tx<'_>, key: &Key) -> Result<[u8; 32], Trouble> {
    let mut digest = NO_SEALS;
    let mut last = 0;
    loop {
        let seals = seal::after(tx, last, ROWS)?;
        let Some(newest) = seals.last() else {
            return Ok(digest);
        };
        last = newest.number;
        for seal in &seals {
            digest = with_seal(key, &digest, seal);
        }
    }
}

/// Writes down that the record begins anew, and takes over as it is now each thing that lines of before answer for: what the
/// last of them left cannot be compared without the key of its time.
fn tell_trail(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    renewed: &Renewal,
) -> Result<(), Trouble> {
    let mut objects = BTreeSet::new();
    let mut last = 0;
    loop {
        let lines = trail::after(tx, last, ROWS)?;
        let Some(newest) = lines.last() else { break };
        last = newest.position;
        objects.extend(
            lines
                .iter()
                .filter_map(|kept| Object::of(&kept.line.action, &kept.line.object)),
        );
    }
    let position = renewed.position.to_string();
    audit::note_of(tx, circumstances, None, deed("record.renew", &position))?;
    for object in objects {
        let (action, named) = match object {
            Object::Staff(id) => ("account.adopt", id.to_string()),
            Object::Organisation(code) => ("organisation.adopt", code),
            Object::Holiday(day) => ("holiday.adopt", day),
            Object::Policy(version) => ("policy.adopt", version.to_string()),
            Object::Annual(id) => ("annual.adopt", id.to_string()),
        };
        audit::note_of(tx, circumstances, None, deed(action, &named))?;
    }
    Ok(())
}

const fn deed<'a>(action: &'static str, object: &'a str) -> Deed<'a> {
    Deed {
        action,
        object,
        organisation: None,
        detail: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewal_is_read_with_the_key_alone_that_wrote_it() {
        let renewal = Renewal {
            at: 1_773_346_440_123_456,
            position: 4_711,
            audit_position: 3,
            seals: 12,
            digest: [7; 32],
        };
        let (ours, other) = (Key::new([1; 32]), Key::new([2; 32]));
        let text = renewal.write(&ours);
        assert_eq!(Renewal::read(&ours, &text), Some(renewal));
        assert_eq!(Renewal::read(&other, &text), None);
        assert_eq!(Renewal::read(&ours, &text.replace("4711", "9999")), None);
        assert_eq!(Renewal::read(&ours, ""), None);
    }
}
