//! How a follower is brought up to date, and built again.

use std::collections::BTreeSet;

use chikaya_domain::{clock::Calendar, id::CaseId, subject::Subjects, territory::Territories};

use super::moment::{self, Moment};
use crate::{StoreError, Tx, statements};

statements! {
    MARK = "
        SELECT version, position, rebuilds_until
        FROM follower
        WHERE name = $1";
    SET_MARK = "
        INSERT INTO follower (name, version, position, rebuilds_until)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (name) DO UPDATE
        SET version = excluded.version, position = excluded.position, rebuilds_until = excluded.rebuilds_until";
    MOVE_MARK = "
        UPDATE follower
        SET position = $1, rebuilds_until = CASE WHEN rebuilds_until > $1 THEN rebuilds_until END
        WHERE name = $2 AND version = $3 AND position = $4";
    HIGHEST = "
        SELECT position, at
        FROM event
        WHERE position IS NOT NULL
        ORDER BY position DESC
        LIMIT 1";
    FOLLOWED = "
        SELECT e.position, e.case_id, e.sequence, e.at, e.fact, c.kind, c.channel, c.language, c.category,
            c.filed_at, c.is_sample,
            e.organisation, e.subject, e.territory, e.stage, e.officer, e.answer_due, e.outcome, e.marks,
            c.track,
            b.organisation, b.subject, b.territory, b.stage, b.officer, b.answer_due, b.outcome, b.marks, c.track,
            CASE WHEN e.fact = 'judged' THEN e.payload END
        FROM event e
        JOIN case_state c ON c.id = e.case_id
        LEFT JOIN event b ON b.case_id = e.case_id AND b.sequence = e.sequence - 1
        WHERE e.position > $1
        ORDER BY e.position
        LIMIT $2";
}

/// Events that are in memory at once while they are added up.
const PIECE: i64 = 2_000;

/// Someone who folds events into rows of their own.
#[derive(Debug)]
pub struct Follower {
    /// Its name, on the command line and among the metrics.
    pub name: &'static str,
    /// Raised whenever it folds otherwise than before: what an earlier version made is then forgotten and folded anew, or
    /// renewed case by case.
    pub version: i64,
    /// Forgets all it made.
    pub(crate) forget: fn(&mut Tx<'_>) -> Result<(), StoreError>,
    /// The name of a second mark, where what it makes of a case replaces what it made of it before: of a new version it
    /// goes on from where it stands, what an earlier one made serves meanwhile, and behind it the events folded before
    /// are gone through once more under that mark. Only one whose fold is [`Fold::Prepared`] has one.
    pub(crate) renewal: Option<&'static str>,
    /// How it folds.
    pub fold: Fold,
}

/// How a follower folds events.
#[derive(Clone, Copy, Debug)]
pub enum Fold {
    /// Folds events that follow on those folded before, in order. It reads nothing but its own rows and the background,
    /// so that what comes out depends on the events and on the lists of the country alone.
    Here(fn(&mut Tx<'_>, &[Followed], Background<'_>) -> Result<(), StoreError>),
    /// As [`Self::Here`], where all that events change is counts: what a stretch of them changes is added up first, and
    /// the order of the events is all the same to it. See [`gather`].
    Summed(fn() -> Box<dyn Sum>),
    /// What a stretch of events brings is made ready while others change the archive, by someone who knows more than it
    /// does; then it is handed to [`take`]. It may know of later events already, and is made again when they are folded.
    Prepared,
}

/// Counts by which events change, added up before they are kept.
pub trait Sum: Send {
    /// Adds what some events change.
    fn add(&mut self, events: &[Followed], background: Background<'_>) -> Result<(), StoreError>;

    /// How many counts are changed.
    fn counts(&self) -> usize;

    /// Adds it all to what is kept.
    fn put(&self, tx: &mut Tx<'_>) -> Result<(), StoreError>;
}

/// A stretch of events, with what they change.
pub type Summed = (Stretch, Box<dyn Sum>);

/// Events that a follower folds next: those after one position and up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The position of the last event it folded.
    pub after: i64,
    /// The position of the last event of the stretch.
    pub until: i64,
    /// Where the follower itself stood, when these are events that it folded before and goes through once more.
    pub renewed_at: Option<i64>,
}

/// How far a follower has renewed what an earlier version of it made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// The position of the last event gone through once more.
    pub position: i64,
    /// The position at which it is over.
    pub until: i64,
}

/// An event as followers see it: how the case stood before and after it, and what never changes about the case.
#[derive(Clone, Debug)]
pub struct Followed {
    /// Its place among all events.
    pub position: i64,
    /// The case.
    pub case: CaseId,
    /// Its number within the case.
    pub sequence: i64,
    /// When, in microseconds since the epoch.
    pub at: i64,
    /// The word of what happened.
    pub fact: String,
    /// Complaint, remark or proposal.
    pub kind: String,
    /// The way it came.
    pub channel: String,
    /// The language in which the filer is answered.
    pub language: String,
    /// Nature of the filer.
    pub category: String,
    /// When the case was filed, in microseconds since the epoch.
    pub filed_at: i64,
    /// Whether it was made by simulation or demo.
    pub is_sample: bool,
    /// How the case stood before; none before the first event.
    pub before: Option<Moment>,
    /// How it stood after.
    pub after: Moment,
    /// What it says, as JSON, where it is a judgement of the filer.
    pub judgement: Option<String>,
}

/// What a fold knows of the country beside the events: by which day an instant is, and what lies around a code. Where these
/// lists change, what was folded before stays as it was until the follower is built again.
#[derive(Clone, Copy, Debug)]
pub struct Background<'a> {
    /// The country's own time.
    pub calendar: &'a Calendar,
    /// The sectors around subjects.
    pub subjects: &'a Subjects,
    /// The territories around territories.
    pub territories: &'a Territories,
}

/// How far a follower is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Its name.
    pub name: &'static str,
    /// The position of the last event it folded; what it made is as of this event.
    pub position: i64,
    /// The position of the newest event that has one.
    pub newest: i64,
    /// When the newest event happened, in microseconds since the epoch; 0 when there is none.
    pub newest_at: i64,
    /// While it is built again: the position at which that is over.
    pub rebuilds_until: Option<i64>,
    /// While what an earlier version made is renewed: how far that is.
    pub renewal: Option<Renewal>,
    /// Events folded just now.
    pub folded: u64,
}

impl Progress {
    /// How many events that have a position it has not folded yet.
    pub const fn lag(&self) -> i64 {
        self.newest - self.position
    }
}

/// How far a follower is, without moving it.
pub fn progress(tx: &mut Tx<'_>, follower: &Follower) -> Result<Progress, StoreError> {
    let (newest, newest_at) = highest(tx)?;
    let mark = mark(tx, follower)?;
    Ok(Progress {
        name: follower.name,
        position: mark.map_or(0, |mark| mark.position),
        newest,
        newest_at,
        rebuilds_until: mark.and_then(|mark| mark.rebuilds_until),
        renewal: renewal(tx, follower)?,
        folded: 0,
    })
}

/// Begins to build a follower again from nothing; where that is under way, or what an earlier version made is being
/// renewed, it goes on where it stands.
pub fn rebuild(tx: &mut Tx<'_>, follower: &Follower) -> Result<Progress, StoreError> {
    match mark(tx, follower)? {
        None => {
            begin(tx, follower)?;
        }
        Some(mark) if mark.rebuilds_until.is_none() && renewal(tx, follower)?.is_none() => {
            begin_from_nothing(tx, follower)?;
        }
        Some(_) => {}
    }
    progress(tx, follower)
}

/// The events that a follower goes through once more next, at most `limit`, because an earlier version folded them; it
/// changes nothing. A stretch without events when there are none; none when it has yet to begin.
pub fn stretch_to_renew(
    tx: &mut Tx<'_>,
    follower: &Follower,
    limit: i64,
) -> Result<Option<Stretch>, StoreError> {
    let Some(mark) = mark(tx, follower)? else {
        return Ok(None);
    };
    let left = renewal(tx, follower)?;
    let after = left.map_or(0, |renewal| renewal.position);
    Ok(Some(Stretch {
        after,
        until: left.map_or(0, |renewal| renewal.until.min(after + limit)),
        renewed_at: Some(mark.position),
    }))
}

/// The events that a follower folds next, at most `limit`; it changes nothing. None when it has yet to begin, as
/// [`rebuild`] does.
pub fn stretch(
    tx: &mut Tx<'_>,
    follower: &Follower,
    limit: i64,
) -> Result<Option<Stretch>, StoreError> {
    let Some(mark) = mark(tx, follower)? else {
        return Ok(None);
    };
    let (newest, _) = highest(tx)?;
    Ok(Some(Stretch {
        after: mark.position,
        until: newest.min(mark.position + limit).max(mark.position),
        renewed_at: None,
    }))
}

/// The next stretches of at most `limit` events each that a follower still has to fold while it is built again, `count` at
/// most, each behind the one before; it changes nothing. None unless its fold is [`Fold::Summed`] and it is being built.
pub fn stretches_to_rebuild(
    tx: &mut Tx<'_>,
    follower: &Follower,
    limit: i64,
    count: usize,
) -> Result<Vec<Stretch>, StoreError> {
    let Some((position, over)) = mark(tx, follower)?
        .filter(|_| matches!(follower.fold, Fold::Summed(_)))
        .and_then(|mark| Some((mark.position, mark.rebuilds_until?)))
    else {
        return Ok(Vec::new());
    };
    let mut stretches = Vec::with_capacity(count);
    let mut after = position;
    while after < over && stretches.len() < count {
        let until = over.min(after.saturating_add(limit.max(1)));
        stretches.push(Stretch {
            after,
            until,
            renewed_at: None,
        });
        after = until;
    }
    Ok(stretches)
}

/// Adds up what the events of a stretch change, of a follower whose fold is [`Fold::Summed`], up to the event with which
/// they change more than `counts` counts. It changes nothing, so nobody who files waits for it, and two stretches can be
/// added up side by side; [`take`] keeps them. None where it is not known yet how a case stood, which [`advance`] fills in.
pub fn gather(
    tx: &mut Tx<'_>,
    follower: &Follower,
    background: Background<'_>,
    stretch: Stretch,
    counts: usize,
) -> Result<Option<Summed>, StoreError> {
    let Fold::Summed(nothing) = follower.fold else {
        return Ok(None);
    };
    let (mut until, mut sum) = (stretch.after, nothing());
    while until < stretch.until && sum.counts() < counts {
        let Ok(events) = known(tx, until, PIECE.min(stretch.until - until))? else {
            return Ok(None);
        };
        let Some(event) = events.last() else { break };
        until = event.position;
        sum.add(&events, background)?;
    }
    Ok((until > stretch.after).then_some((Stretch { until, ..stretch }, sum)))
}

/// Moves a follower on over a stretch, with what `put` keeps of it. Where it was moved meanwhile, by another worker or
/// because it is built again, nothing is kept: what was made ready may be older than what is there.
pub fn take(
    tx: &mut Tx<'_>,
    follower: &Follower,
    stretch: Stretch,
    put: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>,
) -> Result<Progress, StoreError> {
    let Stretch {
        after,
        until,
        renewed_at,
    } = stretch;
    let version = follower.version;
    let mut is_moved = |name: &str, from: i64, to: i64| {
        Ok::<bool, StoreError>(tx.execute(MOVE_MARK, &[&to, &name, &version, &from])? == 1)
    };
    let moved = match (renewed_at, follower.renewal) {
        (None, _) => is_moved(follower.name, after, until)?,
        // What was read for it may be older than what the follower folded since: then it is read again.
        (Some(at), Some(renewal)) => {
            is_moved(follower.name, at, at)? && is_moved(renewal, after, until)?
        }
        (Some(_), None) => false,
    };
    if moved {
        put(tx)?;
    }
    let folded = if moved { until - after } else { 0 };
    Ok(Progress {
        folded: u64::try_from(folded).unwrap_or(0),
        ..progress(tx, follower)?
    })
}

/// Folds the events after the last one folded, at most `limit`. Two workers at once meet at the mark: one of them is
/// run again, or waits for the other. One whose fold is [`Fold::Prepared`] is moved by [`take`] alone.
pub fn advance(
    tx: &mut Tx<'_>,
    follower: &Follower,
    background: Background<'_>,
    limit: i64,
) -> Result<Progress, StoreError> {
    if matches!(follower.fold, Fold::Prepared) {
        return progress(tx, follower);
    }
    let mark = match mark(tx, follower)? {
        Some(mark) => mark,
        None => begin(tx, follower)?,
    };
    let events = followed(tx, mark.position, limit)?;
    let position = events.last().map_or(mark.position, |event| event.position);
    let rebuilds_until = mark.rebuilds_until.filter(|until| position < *until);
    if position != mark.position || rebuilds_until != mark.rebuilds_until {
        match follower.fold {
            Fold::Here(fold) => fold(tx, &events, background)?,
            Fold::Summed(nothing) => {
                let mut sum = nothing();
                sum.add(&events, background)?;
                sum.put(tx)?;
            }
            Fold::Prepared => {}
        }
        set_mark(
            tx,
            follower.name,
            follower.version,
            position,
            rebuilds_until,
        )?;
    }
    let (newest, newest_at) = highest(tx)?;
    Ok(Progress {
        name: follower.name,
        position,
        newest,
        newest_at,
        rebuilds_until,
        renewal: None,
        folded: events.len() as u64,
    })
}

#[derive(Clone, Copy)]
struct Mark {
    position: i64,
    rebuilds_until: Option<i64>,
}

/// Where a follower stands; none when it never began, or folded otherwise than it does now.
fn mark(tx: &mut Tx<'_>, follower: &Follower) -> Result<Option<Mark>, StoreError> {
    let kept = mark_of_any_version(tx, follower.name)?;
    Ok(kept
        .filter(|(version, _)| *version == follower.version)
        .map(|(_, mark)| mark))
}

/// How far the renewal of what an earlier version made is; none when there is nothing to renew.
fn renewal(tx: &mut Tx<'_>, follower: &Follower) -> Result<Option<Renewal>, StoreError> {
    let Some(name) = follower.renewal else {
        return Ok(None);
    };
    let kept = mark_of_any_version(tx, name)?;
    Ok(kept
        .filter(|(version, _)| *version == follower.version)
        .and_then(|(_, mark)| {
            Some(Renewal {
                position: mark.position,
                until: mark.rebuilds_until?,
            })
        }))
}

/// A mark with the version under which it was set.
fn mark_of_any_version(tx: &mut Tx<'_>, name: &str) -> Result<Option<(i64, Mark)>, StoreError> {
    tx.query_opt(MARK, &[&name], |row| {
        Ok((
            row.get(0)?,
            Mark {
                position: row.get(1)?,
                rebuilds_until: row.get(2)?,
            },
        ))
    })
}

fn set_mark(
    tx: &mut Tx<'_>,
    name: &str,
    version: i64,
    position: i64,
    rebuilds_until: Option<i64>,
) -> Result<(), StoreError> {
    tx.put(SET_MARK, &[&name, &version, &position, &rebuilds_until])
}

/// Begins with a version that has not folded yet: behind what an earlier one made, or from nothing.
fn begin(tx: &mut Tx<'_>, follower: &Follower) -> Result<Mark, StoreError> {
    let earlier = mark_of_any_version(tx, follower.name)?;
    match (follower.renewal, earlier) {
        (Some(renewal), Some((_, mark))) => {
            let (name, version) = (follower.name, follower.version);
            let over = Some(mark.position).filter(|position| *position > 0);
            set_mark(tx, name, version, mark.position, mark.rebuilds_until)?;
            set_mark(tx, renewal, version, 0, over)?;
            Ok(mark)
        }
        _ => begin_from_nothing(tx, follower),
    }
}

fn begin_from_nothing(tx: &mut Tx<'_>, follower: &Follower) -> Result<Mark, StoreError> {
    (follower.forget)(tx)?;
    let (newest, _) = highest(tx)?;
    let rebuilds_until = Some(newest).filter(|newest| *newest > 0);
    set_mark(tx, follower.name, follower.version, 0, rebuilds_until)?;
    Ok(Mark {
        position: 0,
        rebuilds_until,
    })
}

fn highest(tx: &mut Tx<'_>) -> Result<(i64, i64), StoreError> {
    Ok(tx
        .query_opt(HIGHEST, &[], |row| Ok((row.get(0)?, row.get(1)?)))?
        .unwrap_or((0, 0)))
}

/// The events after a position. Where it is not known yet how a case stood, that is filled in first.
pub fn followed(tx: &mut Tx<'_>, position: i64, limit: i64) -> Result<Vec<Followed>, StoreError> {
    let unknown = match known(tx, position, limit)? {
        Ok(events) => return Ok(events),
        Err(unknown) => unknown,
    };
    for case in unknown {
        moment::fill(tx, case)?;
    }
    tx.query_all(FOLLOWED, &[&position, &limit], read_one)?
        .into_iter()
        .map(|event| event.map_err(|case| StoreError::unreadable("event.stage", case)))
        .collect()
}

/// The events after a position, or the cases of which it is not known yet how they stood.
fn known(
    tx: &mut Tx<'_>,
    position: i64,
    limit: i64,
) -> Result<Result<Vec<Followed>, BTreeSet<CaseId>>, StoreError> {
    let found = tx.query_all(FOLLOWED, &[&position, &limit], read_one)?;
    let unknown: BTreeSet<CaseId> = found
        .iter()
        .filter_map(|event| event.as_ref().err())
        .copied()
        .collect();
    Ok(if unknown.is_empty() {
        Ok(found.into_iter().filter_map(Result::ok).collect())
    } else {
        Err(unknown)
    })
}

/// An event, or the case of which it is not known how it stood.
fn read_one(row: &crate::Row<'_>) -> Result<Result<Followed, CaseId>, StoreError> {
    let case = CaseId::new(row.get(1)?);
    let sequence: i64 = row.get(2)?;
    let before = Moment::read(row, 20, case)?;
    let Some(after) = Moment::read(row, 11, case)? else {
        return Ok(Err(case));
    };
    if before.is_none() && sequence > 1 {
        return Ok(Err(case));
    }
    Ok(Ok(Followed {
        position: row.get(0)?,
        case,
        sequence,
        at: row.get(3)?,
        fact: row.get(4)?,
        kind: row.get(5)?,
        channel: row.get(6)?,
        language: row.get(7)?,
        category: row.get(8)?,
        filed_at: row.get(9)?,
        is_sample: row.get(10)?,
        before,
        after,
        judgement: row.get(29)?,
    }))
}
