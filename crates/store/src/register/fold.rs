//! The follower that keeps the register: a pure function of events and of the lists of the country.

use std::collections::BTreeMap;

use chikaya_domain::{
    answer::Outcome,
    case::Stage,
    id::{SubjectCode, TerritoryCode},
    register::EntryState,
    territory::Level,
};
use jiff::{Timestamp, civil::Date};

use crate::{
    StoreError, Tx,
    case::shelf,
    follow::{Background, Fold, Followed, Follower, Moment},
    statements,
};

statements! {
    INSERT = "
        INSERT INTO register_entry (
            organisation, came_on, position, case_id, shelf, year, number, track, came_by, came_from, filed_on,
            kind, channel, subject, sector, territory, region, state, outcome, answer_due, reopened
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 0)";
    AGAIN = "
        UPDATE register_entry
        SET again_on = $1, left_on = NULL, left_to = NULL
        WHERE case_id = $2 AND organisation = $3";
    STANDS = "
        UPDATE register_entry
        SET subject = $1, sector = $2, territory = $3, region = $4, state = $5,
            outcome = CASE WHEN $13 = TRUE THEN $6 ELSE outcome END, answer_due = $7,
            admitted_on = COALESCE(admitted_on, $8), answered_on = COALESCE(answered_on, $9),
            reopened = reopened + $10
        WHERE case_id = $11 AND organisation = $12";
    LEFT = "
        UPDATE register_entry
        SET state = 'handed-on', left_on = $1, left_to = $2
        WHERE case_id = $3 AND organisation = $4";
    IS_THERE = "
        SELECT number
        FROM register_entry
        WHERE case_id = $1 AND organisation = $2";
    LAST_NUMBER = "
        SELECT number
        FROM register_entry
        WHERE shelf = $1 AND year = $2
        ORDER BY number DESC
        LIMIT 1";
    FORGET_ALL = "
        DELETE FROM register_entry";
}

/// The follower that keeps the register.
pub const FOLLOWER: Follower = Follower {
    name: "register",
    version: 1,
    forget,
    renewal: None,
    fold: Fold::Here(fold),
};

fn forget(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(FORGET_ALL, &[])?;
    Ok(())
}

/// The last number of each series and year, as far as it was asked.
type Numbers = BTreeMap<(String, i64), i64>;

fn fold(
    tx: &mut Tx<'_>,
    events: &[Followed],
    background: Background<'_>,
) -> Result<(), StoreError> {
    let mut numbers = Numbers::new();
    for event in events {
        let after = &event.after;
        let moved_from = event
            .before
            .as_ref()
            .map(|before| before.organisation.as_str())
            .filter(|before| *before != after.organisation);
        if let Some(from) = moved_from {
            let day = day_of(event, event.at, background)?.to_string();
            tx.put(
                LEFT,
                &[&day, &after.organisation, &event.case.as_uuid(), &from],
            )?;
        }
        if event.before.is_none() || moved_from.is_some() {
            come(tx, event, moved_from, background, &mut numbers)?;
        } else if !stands_alike(event) {
            stand(tx, event, background)?;
        }
    }
    Ok(())
}

/// A case comes to a body: a new entry, or the one it has there already.
fn come(
    tx: &mut Tx<'_>,
    event: &Followed,
    from: Option<&str>,
    background: Background<'_>,
    numbers: &mut Numbers,
) -> Result<(), StoreError> {
    let after = &event.after;
    let case = event.case.as_uuid();
    let came_on = day_of(event, event.at, background)?;
    let day = came_on.to_string();
    // What was just filed was nowhere before.
    let is_there = from.is_some()
        && tx
            .query_opt(IS_THERE, &[&case, &after.organisation], |row| {
                row.get::<i64>(0)
            })?
            .is_some();
    if is_there {
        tx.put(AGAIN, &[&day, &case, &after.organisation])?;
        return stand(tx, event, background);
    }
    let shelf = shelf(&after.organisation, after.track).into_owned();
    let year = i64::from(came_on.year());
    let number = next(tx, numbers, shelf.clone(), year)?;
    let around = Around::of(event, after, background)?;
    let filed_on = day_of(event, event.filed_at, background)?.to_string();
    tx.put(
        INSERT,
        &[
            &after.organisation,
            &day,
            &event.position,
            &case,
            &shelf,
            &year,
            &number,
            &after.track.as_str(),
            &event.fact,
            &from,
            &filed_on,
            &event.kind,
            &event.channel,
            &after.subject,
            &around.sector,
            &after.territory,
            &around.region,
            &state_of(after).as_str(),
            // What another body answered before is not this one's answer.
            &None::<&str>,
            &after.answer_due,
        ],
    )
}

/// How the case stands with the body that has it.
fn stand(tx: &mut Tx<'_>, event: &Followed, background: Background<'_>) -> Result<(), StoreError> {
    let after = &event.after;
    let around = Around::of(event, after, background)?;
    let day = day_of(event, event.at, background)?.to_string();
    let on = |fact: &str| (event.fact == fact).then_some(day.as_str());
    let reopened = i64::from(event.fact == REOPENED);
    let is_answered = matches!(event.fact.as_str(), ANSWERED | IMPORTED);
    tx.put(
        STANDS,
        &[
            &after.subject,
            &around.sector,
            &after.territory,
            &around.region,
            &state_of(after).as_str(),
            &outcome_of(after),
            &after.answer_due,
            &on(EXAMINED),
            &on(ANSWERED),
            &reopened,
            &event.case.as_uuid(),
            &after.organisation,
            &is_answered,
        ],
    )
}

/// The words of the events that an entry has a column for.
const EXAMINED: &str = "examined";
const ANSWERED: &str = "answered";
const REOPENED: &str = "reopened";
const IMPORTED: &str = "imported";

/// Whether an event changes nothing that stands in an entry.
fn stands_alike(event: &Followed) -> bool {
    let is_told = matches!(event.fact.as_str(), EXAMINED | ANSWERED | REOPENED);
    !is_told
        && event.before.as_ref().is_some_and(|before| {
            let after = &event.after;
            before.subject == after.subject
                && before.territory == after.territory
                && before.outcome == after.outcome
                && before.answer_due == after.answer_due
                && state_of(before) == state_of(after)
        })
}

fn state_of(moment: &Moment) -> EntryState {
    match moment.stage {
        Stage::Answered => EntryState::Answered,
        Stage::Closed => EntryState::Closed,
        _ => EntryState::Open,
    }
}

fn outcome_of(moment: &Moment) -> Option<&'static str> {
    moment.outcome.map(Outcome::as_str)
}

/// What lies around subject and place, by the lists of the country.
struct Around {
    sector: Option<String>,
    region: Option<String>,
}

impl Around {
    fn of(
        event: &Followed,
        moment: &Moment,
        background: Background<'_>,
    ) -> Result<Self, StoreError> {
        let unreadable = |what| StoreError::unreadable(what, event.case);
        let subject = moment.subject.as_deref().map(SubjectCode::parse);
        let subject = subject
            .transpose()
            .map_err(|_| unreadable("event.subject"))?;
        let territory = moment.territory.as_deref().map(TerritoryCode::parse);
        let territory = territory
            .transpose()
            .map_err(|_| unreadable("event.territory"))?;
        Ok(Self {
            sector: subject
                .and_then(|code| background.subjects.find(&code)?.parent.clone())
                .map(|sector| sector.to_string()),
            region: territory.and_then(|code| {
                background
                    .territories
                    .chain(&code)
                    .find(|around| around.level == Level::Region)
                    .map(|region| region.code.to_string())
            }),
        })
    }
}

fn next(
    tx: &mut Tx<'_>,
    numbers: &mut Numbers,
    shelf: String,
    year: i64,
) -> Result<i64, StoreError> {
    let last = match numbers.get(&(shelf.clone(), year)) {
        Some(last) => *last,
        None => tx
            .query_opt(LAST_NUMBER, &[&shelf, &year], |row| row.get(0))?
            .unwrap_or(0),
    };
    numbers.insert((shelf, year), last + 1);
    Ok(last + 1)
}

/// The country's day of an instant.
fn day_of(event: &Followed, at: i64, background: Background<'_>) -> Result<Date, StoreError> {
    Timestamp::from_microsecond(at)
        .map(|at| background.calendar.date_of(at))
        .map_err(|_| StoreError::unreadable("event.at", event.case))
}
