//! The random sample of satisfaction: the draw of each week, who was drawn, and what became of asking them.

use chikaya_domain::{
    case::{Event, Fact},
    id::CaseId,
    statistics::{
        Week,
        sample::{Asking, Seed},
    },
};

use crate::{Row, StoreError, Tx, statements};

statements! {
    FRAME = "
        SELECT e.position, e.case_id, e.sequence
        FROM event e
        JOIN case_state c ON c.id = e.case_id
        WHERE e.position > $1 AND e.position <= $2 AND e.fact = 'answered' AND e.actor <> 'register'
            AND e.at >= $3 AND e.at < $4 AND c.track = 'ordinary' AND c.is_sample = $5
            AND NOT EXISTS (
                SELECT 1
                FROM event b
                WHERE b.case_id = e.case_id AND b.sequence < e.sequence AND b.fact = 'answered'
            )
        ORDER BY e.position
        LIMIT $6";
    INSERT = "
        INSERT INTO survey (week, is_sample, position, head, seed, wanted, population, drawn, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    FIND = "
        SELECT week, is_sample, position, head, seed, wanted, population, drawn, at
        FROM survey
        WHERE week = $1 AND is_sample = $2";
    BETWEEN = "
        SELECT week, is_sample, position, head, seed, wanted, population, drawn, at
        FROM survey
        WHERE week >= $1 AND week <= $2 AND is_sample = $3
        ORDER BY week
        LIMIT $4";
    INSERT_MEMBER = "
        INSERT INTO survey_member (week, is_sample, place, case_id, sequence, standing, next_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    MEMBERS = "
        SELECT week, is_sample, place, case_id, sequence, standing, asked_at, reminded_at, next_at
        FROM survey_member
        WHERE week = $1 AND is_sample = $2
        ORDER BY place
        LIMIT $3";
    DUE = "
        SELECT week, is_sample, place, case_id, sequence, standing, asked_at, reminded_at, next_at
        FROM survey_member
        WHERE next_at <= $1
        ORDER BY next_at, case_id
        LIMIT $2";
    OF_CASE = "
        SELECT week, is_sample, place, case_id, sequence, standing, asked_at, reminded_at, next_at
        FROM survey_member
        WHERE case_id = $1";
    STANDING = "
        SELECT week, is_sample, place, case_id, sequence, standing, asked_at, reminded_at, next_at
        FROM survey_member
        WHERE standing = $1 AND is_sample = $2 AND (week, place) > ($3, $4)
        ORDER BY week, place
        LIMIT $5";
    SETTLE = "
        UPDATE survey_member
        SET standing = $1, asked_of = COALESCE($2, asked_of), asked_at = $3, reminded_at = $4, next_at = $5
        WHERE week = $6 AND is_sample = $7 AND place = $8 AND COALESCE(next_at, 0) = $9";
    ASKED_SINCE = "
        SELECT asked_at
        FROM survey_member
        WHERE asked_of = $1 AND asked_at > $2
        LIMIT 1";
    SAID = "
        SELECT m.place, m.asked_at, e.sequence, e.payload
        FROM survey_member m
        LEFT JOIN event e ON e.case_id = m.case_id AND e.sequence > m.sequence
            AND e.fact IN ('judged', 'reopened') AND e.position <= $3
        WHERE m.week = $1 AND m.is_sample = $2
        ORDER BY m.place";
}

/// The draw of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredSurvey {
    /// The week.
    pub week: Week,
    /// Whether samples were drawn.
    pub is_sample: bool,
    /// The position of the last event under the head.
    pub position: i64,
    /// The head of the record over all events up to there.
    pub head: [u8; 32],
    /// What the draw hangs on.
    pub seed: Seed,
    /// How many were wanted.
    pub wanted: i64,
    /// How many could have been drawn.
    pub population: i64,
    /// How many were.
    pub drawn: i64,
    /// When, microseconds since the epoch.
    pub at: i64,
}

/// A case that was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// In which week.
    pub week: Week,
    /// Whether samples were drawn.
    pub is_sample: bool,
    /// Its place in the draw, from 1.
    pub place: i64,
    /// The case.
    pub case: CaseId,
    /// The event that answered it first.
    pub sequence: u32,
    /// What became of asking.
    pub asking: Asking,
    /// When somebody was asked, microseconds since the epoch.
    pub asked_at: Option<i64>,
    /// When they were reminded.
    pub reminded_at: Option<i64>,
    /// When it is to be looked at again.
    pub next_at: Option<i64>,
}

/// What happened to a case that was drawn, after it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its place in the draw.
    pub place: i64,
    /// Whether somebody was asked.
    pub is_asked: bool,
    /// Judgements and reopenings, in order.
    pub later: Vec<Fact>,
}

/// Between which positions, and which instants (microseconds since the epoch, the last not included), a frame lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The position behind which it begins.
    pub after: i64,
    /// The last position.
    pub until: i64,
    /// The first instant.
    pub from: i64,
    /// The instant at which it is over.
    pub before: i64,
}

/// Cases first answered by the portal within bounds, filed by the ordinary door, each with its position and the number of the
/// event, in the order of their positions; at most `limit` behind a position.
pub fn frame(
    tx: &mut Tx<'_>,
    bounds: Bounds,
    is_sample: bool,
    limit: i64,
) -> Result<Vec<(i64, CaseId, u32)>, StoreError> {
    let Bounds {
        after,
        until,
        from,
        before,
    } = bounds;
    tx.query_all(
        FRAME,
        &[&after, &until, &from, &before, &is_sample, &limit],
        |row| Ok((row.get(0)?, CaseId::new(row.get(1)?), number(row, 2)?)),
    )
}

/// Keeps a draw. Fails where that week was drawn.
pub fn insert(tx: &mut Tx<'_>, survey: &StoredSurvey) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &survey.week.to_string(),
            &survey.is_sample,
            &survey.position,
            &survey.head.as_slice(),
            &survey.seed.as_bytes().as_slice(),
            &survey.wanted,
            &survey.population,
            &survey.drawn,
            &survey.at,
        ],
    )
}

/// The draw of a week.
pub fn find(
    tx: &mut Tx<'_>,
    week: Week,
    is_sample: bool,
) -> Result<Option<StoredSurvey>, StoreError> {
    tx.query_opt(FIND, &[&week.to_string(), &is_sample], read)
}

/// The draws from one week to another, in order, at most `limit`.
pub fn between(
    tx: &mut Tx<'_>,
    (from, until): (Week, Week),
    is_sample: bool,
    limit: i64,
) -> Result<Vec<StoredSurvey>, StoreError> {
    let (from, until) = (from.to_string(), until.to_string());
    tx.query_all(BETWEEN, &[&from, &until, &is_sample, &limit], read)
}

/// Keeps a case that was drawn.
pub fn insert_member(tx: &mut Tx<'_>, member: &Member) -> Result<(), StoreError> {
    tx.put(
        INSERT_MEMBER,
        &[
            &member.week.to_string(),
            &member.is_sample,
            &member.place,
            &member.case.as_uuid(),
            &i64::from(member.sequence),
            &member.asking.as_str(),
            &member.next_at,
        ],
    )
}

/// Who was drawn in a week, in the order of the draw, at most `limit`.
pub fn members(
    tx: &mut Tx<'_>,
    week: Week,
    is_sample: bool,
    limit: i64,
) -> Result<Vec<Member>, StoreError> {
    tx.query_all(MEMBERS, &[&week.to_string(), &is_sample, &limit], member)
}

/// Those to be looked at by an instant, at most `limit`.
pub fn due(tx: &mut Tx<'_>, now: i64, limit: i64) -> Result<Vec<Member>, StoreError> {
    tx.query_all(DUE, &[&now, &limit], member)
}

/// Those of whom asking became this, behind a week and place, at most `limit`.
pub fn of_asking(
    tx: &mut Tx<'_>,
    asking: Asking,
    is_sample: bool,
    after: Option<(Week, i64)>,
    limit: i64,
) -> Result<Vec<Member>, StoreError> {
    let (week, place) = after.map_or((String::new(), 0), |(week, place)| {
        (week.to_string(), place)
    });
    tx.query_all(
        STANDING,
        &[&asking.as_str(), &is_sample, &week, &place, &limit],
        member,
    )
}

/// A case that was drawn, if it was.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<Member>, StoreError> {
    tx.query_opt(OF_CASE, &[&case.as_uuid()], member)
}

/// Keeps what became of asking, where it was to be looked at at `before`; answers whether it was. Of several that do so at
/// once one succeeds.
pub fn settle(
    tx: &mut Tx<'_>,
    member: &Member,
    asked_of: Option<&[u8]>,
    before: i64,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        SETTLE,
        &[
            &member.asking.as_str(),
            &asked_of,
            &member.asked_at,
            &member.reminded_at,
            &member.next_at,
            &member.week.to_string(),
            &member.is_sample,
            &member.place,
            &before,
        ],
    )?;
    Ok(rows == 1)
}

/// Whether somebody was asked after an instant, by the digest of where they are reached.
pub fn was_asked_since(tx: &mut Tx<'_>, asked_of: &[u8], since: i64) -> Result<bool, StoreError> {
    let found = tx.query_opt(ASKED_SINCE, &[&asked_of, &since], |row| row.get::<i64>(0))?;
    Ok(found.is_some())
}

/// What those who were drawn in a week said of the answer, up to a position, in the order of the draw.
pub fn said(
    tx: &mut Tx<'_>,
    week: Week,
    is_sample: bool,
    position: i64,
) -> Result<Vec<Said>, StoreError> {
    let rows = tx.query_all(SAID, &[&week.to_string(), &is_sample, &position], |row| {
        let place: i64 = row.get(0)?;
        let asked_at: Option<i64> = row.get(1)?;
        let sequence: Option<i64> = row.get(2)?;
        let payload: Option<String> = row.get(3)?;
        Ok((place, asked_at.is_some(), sequence.zip(payload)))
    })?;
    let mut all: Vec<Said> = Vec::new();
    let mut later: Vec<(i64, Fact)> = Vec::new();
    for (place, is_asked, happened) in rows {
        if all.last().is_none_or(|said| said.place != place) {
            close(&mut all, &mut later);
            all.push(Said {
                place,
                is_asked,
                later: Vec::new(),
            });
        }
        if let Some((sequence, payload)) = happened {
            let event: Event = crate::json::read("event.payload", place, &payload)?;
            later.push((sequence, event.fact));
        }
    }
    close(&mut all, &mut later);
    Ok(all)
}

/// Gives the last one what happened to it, in order.
fn close(all: &mut [Said], later: &mut Vec<(i64, Fact)>) {
    later.sort_by_key(|(sequence, _)| *sequence);
    if let Some(last) = all.last_mut() {
        last.later = later.drain(..).map(|(_, fact)| fact).collect();
    }
}

fn read(row: &Row<'_>) -> Result<StoredSurvey, StoreError> {
    let week = week(row, 0)?;
    let bytes = |column: usize| -> Result<[u8; 32], StoreError> {
        let bytes: Vec<u8> = row.get(column)?;
        bytes
            .try_into()
            .map_err(|_| StoreError::unreadable("survey.head", week))
    };
    Ok(StoredSurvey {
        week,
        is_sample: row.get(1)?,
        position: row.get(2)?,
        head: bytes(3)?,
        seed: Seed::from_bytes(bytes(4)?),
        wanted: row.get(5)?,
        population: row.get(6)?,
        drawn: row.get(7)?,
        at: row.get(8)?,
    })
}

fn member(row: &Row<'_>) -> Result<Member, StoreError> {
    let case = CaseId::new(row.get(3)?);
    let asking: String = row.get(5)?;
    Ok(Member {
        week: week(row, 0)?,
        is_sample: row.get(1)?,
        place: row.get(2)?,
        case,
        sequence: number(row, 4)?,
        asking: Asking::from_word(&asking)
            .ok_or_else(|| StoreError::unreadable("survey_member.standing", case))?,
        asked_at: row.get(6)?,
        reminded_at: row.get(7)?,
        next_at: row.get(8)?,
    })
}

fn week(row: &Row<'_>, column: usize) -> Result<Week, StoreError> {
    let text: String = row.get(column)?;
    Week::parse(&text).ok_or_else(|| StoreError::unreadable("survey.week", text))
}

fn number(row: &Row<'_>, column: usize) -> Result<u32, StoreError> {
    let number: i64 = row.get(column)?;
    u32::try_from(number).map_err(|_| StoreError::unreadable("survey_member.sequence", number))
}
