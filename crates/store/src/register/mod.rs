//! The register of each administration: the follower that numbers the cases that came to a body, and how it is read.
//!
//! A number is given by the event that brought the case, in the order of positions, and never again: an entry stays when
//! the case goes on, as it stood then. So numbers have no gaps, and whoever has the record can count them again.

pub mod fold;

use chikaya_domain::{
    case::Track,
    id::OrganisationCode,
    register::{EntryNumber, EntryState},
};
use jiff::civil::Date;

use crate::{Row, StoreError, Tx, case::Reports, statements, tx::Param};

/// What narrows entries to those that are asked for: the body, the last day, and what is left out when it is empty.
macro_rules! asked_for {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "
        WHERE r.organisation = $1 AND (r.came_on, r.position) > ($2, $3) AND r.came_on <= $4 AND r.track <> $5
            AND ($6 = '' OR r.kind = $6) AND ($7 = '' OR r.channel = $7) AND ($8 = '' OR r.state = $8)
            AND ($9 = '' OR r.outcome = $9) AND ($10 = '' OR r.subject = $10 OR r.sector = $10)
            AND ($11 = '' OR r.territory = $11 OR r.region = $11)",
            $after
        )
    };
}

statements! {
    PAGE = asked_for!("
        SELECT r.position, r.year, r.number, r.track, r.came_on, r.came_by, r.came_from, r.again_on, r.filed_on,
            r.kind, r.channel, r.subject, r.territory, r.state, r.outcome, r.answer_due, r.admitted_on,
            r.answered_on, r.reopened, r.left_on, r.left_to, c.reference, c.person IS NOT NULL,
            CASE WHEN $13 = TRUE AND r.left_on IS NULL AND ($14 = TRUE OR r.track <> 'wrongdoing') THEN p.name END
        FROM register_entry r
        JOIN case_state c ON c.id = r.case_id
        LEFT JOIN person p ON p.id = c.person", "
        ORDER BY r.organisation, r.came_on, r.position
        LIMIT $12");
    COUNT = asked_for!("
        SELECT COUNT(*),
            CAST(COALESCE(SUM(CASE WHEN counted.state = 'open' THEN 1 ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN counted.state = 'answered' THEN 1 ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN counted.state = 'closed' THEN 1 ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN counted.state = 'handed-on' THEN 1 ELSE 0 END), 0) AS BIGINT)
        FROM (
        SELECT r.state
        FROM register_entry r", "
        LIMIT $12
        ) counted");
    ENDS = asked_for!("
        SELECT came_on, position
        FROM (
        SELECT r.came_on, r.position, ROW_NUMBER() OVER (ORDER BY r.came_on, r.position) AS place
        FROM register_entry r", "
        ORDER BY r.came_on, r.position
        LIMIT $12
        ) numbered
        WHERE place % $13 = 0
        ORDER BY came_on, position");
    MOVES = "
        SELECT e.at, b.organisation
        FROM register_entry r
        JOIN case_state c ON c.id = r.case_id
        JOIN event e ON e.case_id = r.case_id AND e.organisation = r.organisation
        JOIN event b ON b.case_id = e.case_id AND b.sequence = e.sequence - 1
        WHERE r.organisation = $1 AND (r.came_from IS NOT NULL OR r.again_on IS NOT NULL) AND r.track <> $2
            AND c.is_sample = $3 AND b.organisation <> e.organisation AND e.position <= $4";
}

/// Which entries are asked for. What is empty narrows nothing.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Whose register.
    pub organisation: &'a OrganisationCode,
    /// The first day on which a case came.
    pub from: Date,
    /// The last one.
    pub until: Date,
    /// Whether reports of wrongdoing are among them.
    pub reports: Reports,
    /// The word of a kind.
    pub kind: &'a str,
    /// The word of a channel.
    pub channel: &'a str,
    /// The word of what became of it.
    pub state: &'a str,
    /// The word of an outcome.
    pub outcome: &'a str,
    /// The code of a subject or of a sector.
    pub subject: &'a str,
    /// The code of a territory or of a region.
    pub territory: &'a str,
}

/// An entry. Its `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// The event that brought the case.
    pub position: i64,
    /// Its number.
    pub number: EntryNumber,
    /// The day on which the case came first.
    pub came_on: Date,
    /// The word of what brought it.
    pub came_by: String,
    /// From which body; none when it was filed there.
    pub came_from: Option<String>,
    /// The day on which it came back last, having gone on.
    pub again_on: Option<Date>,
    /// The day on which it was filed.
    pub filed_on: Date,
    /// The word of its kind.
    pub kind: String,
    /// The word of the way it came.
    pub channel: String,
    /// The code of what it is about.
    pub subject: Option<String>,
    /// The code of where.
    pub territory: Option<String>,
    /// What became of it.
    pub state: EntryState,
    /// The word of how it was decided last.
    pub outcome: Option<String>,
    /// The last day for the answer.
    pub answer_due: Date,
    /// The day on which it was found admissible first.
    pub admitted_on: Option<Date>,
    /// The day of the first answer.
    pub answered_on: Option<Date>,
    /// How often it was reopened.
    pub reopened: i64,
    /// The day on which it went on.
    pub left_on: Option<Date>,
    /// To which body.
    pub left_to: Option<String>,
    /// Its reference.
    pub reference: String,
    /// Whether it is known who filed.
    pub has_filer: bool,
    /// Who filed, where that was asked for and the body has the case.
    pub filer: Option<String>,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Entry({} {})", self.number, self.reference)
    }
}

/// Whether names are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// They are.
    Shown,
    /// They are, but for those of who reported wrongdoing.
    ButOfReports,
    /// No name is read.
    Hidden,
}

/// How many entries there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// All.
    pub all: i64,
    /// With an answer owed.
    pub open: i64,
    /// Answered.
    pub answered: i64,
    /// Over.
    pub closed: i64,
    /// Handed on.
    pub handed_on: i64,
}

/// What every statement over entries is asked with, in the order of its numbers `$1` to `$12`.
struct Bound<'a> {
    asked: &'a Asked<'a>,
    organisation: &'a str,
    day: String,
    position: i64,
    until: String,
    left_out: &'static str,
    limit: i64,
}

impl<'a> Bound<'a> {
    /// Entries after a day and position, at most `limit`.
    fn of(asked: &'a Asked<'a>, (day, position): (Date, i64), limit: i64) -> Self {
        Self {
            organisation: asked.organisation.as_str(),
            day: day.to_string(),
            position,
            until: asked.until.to_string(),
            left_out: asked.reports.left_out(),
            limit,
            asked,
        }
    }

    /// With what a statement of its own wants behind them.
    fn with<'b>(&'b self, more: &[&'b dyn Param]) -> Vec<&'b dyn Param> {
        let asked = self.asked;
        let mut all: Vec<&'b dyn Param> = vec![
            &self.organisation,
            &self.day,
            &self.position,
            &self.until,
            &self.left_out,
            &asked.kind,
            &asked.channel,
            &asked.state,
            &asked.outcome,
            &asked.subject,
            &asked.territory,
            &self.limit,
        ];
        all.extend_from_slice(more);
        all
    }
}

/// Entries after a day and position, or from the first day on, in the order in which cases came, at most `limit`.
pub fn page(
    tx: &mut Tx<'_>,
    asked: &Asked<'_>,
    names: Names,
    after: Option<(Date, i64)>,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    // Where a page goes on is no way out of what was asked for.
    let after = after.filter(|(day, _)| *day >= asked.from);
    let bound = Bound::of(asked, after.unwrap_or((asked.from, 0)), limit);
    let (shows, shows_reports) = (names != Names::Hidden, names == Names::Shown);
    tx.query_all(PAGE, &bound.with(&[&shows, &shows_reports]), read)
}

/// Where the register ends after every so many entries, among the first `limit`: behind each another part begins.
pub fn ends(
    tx: &mut Tx<'_>,
    asked: &Asked<'_>,
    every: i64,
    limit: i64,
) -> Result<Vec<(Date, i64)>, StoreError> {
    let bound = Bound::of(asked, (asked.from, 0), limit);
    tx.query_all(ENDS, &bound.with(&[&every]), |row| {
        let day: String = row.get(0)?;
        let day = day
            .parse()
            .map_err(|_| StoreError::unreadable("register_entry.came_on", &day))?;
        Ok((day, row.get(1)?))
    })
}

/// How many entries there are, counted no further than `limit`.
pub fn count(tx: &mut Tx<'_>, asked: &Asked<'_>, limit: i64) -> Result<Counted, StoreError> {
    let bound = Bound::of(asked, (asked.from, 0), limit);
    let found = tx.query_opt(COUNT, &bound.with(&[]), |row| {
        Ok(Counted {
            all: row.get(0)?,
            open: row.get(1)?,
            answered: row.get(2)?,
            closed: row.get(3)?,
            handed_on: row.get(4)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Each time a case came to a body from another one, until an event, in no order: when, in microseconds since the epoch, and
/// from which. What few may know of is left out. Reads the cases that came so, however many others there are.
pub fn moves(
    tx: &mut Tx<'_>,
    to: &OrganisationCode,
    is_sample: bool,
    until: i64,
) -> Result<Vec<(i64, String)>, StoreError> {
    let confidential = Track::Wrongdoing.as_str();
    tx.query_all(
        MOVES,
        &[&to.as_str(), &confidential, &is_sample, &until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    let reference: String = row.get(21)?;
    let unreadable = |what| StoreError::unreadable(what, &reference);
    let day = |place, what| {
        let text: Option<String> = row.get(place)?;
        text.map(|text| text.parse::<Date>().map_err(|_| unreadable(what)))
            .transpose()
    };
    let certain = |place, what| day(place, what)?.ok_or_else(|| unreadable(what));
    let (track, state): (String, String) = (row.get(3)?, row.get(13)?);
    Ok(Entry {
        position: row.get(0)?,
        number: EntryNumber {
            year: i16::try_from(row.get::<i64>(1)?)
                .map_err(|_| unreadable("register_entry.year"))?,
            number: u32::try_from(row.get::<i64>(2)?)
                .map_err(|_| unreadable("register_entry.number"))?,
            track: Track::from_word(&track).ok_or_else(|| unreadable("register_entry.track"))?,
        },
        came_on: certain(4, "register_entry.came_on")?,
        came_by: row.get(5)?,
        came_from: row.get(6)?,
        again_on: day(7, "register_entry.again_on")?,
        filed_on: certain(8, "register_entry.filed_on")?,
        kind: row.get(9)?,
        channel: row.get(10)?,
        subject: row.get(11)?,
        territory: row.get(12)?,
        state: EntryState::from_word(&state).ok_or_else(|| unreadable("register_entry.state"))?,
        outcome: row.get(14)?,
        answer_due: certain(15, "register_entry.answer_due")?,
        admitted_on: day(16, "register_entry.admitted_on")?,
        answered_on: day(17, "register_entry.answered_on")?,
        reopened: row.get(18)?,
        left_on: day(19, "register_entry.left_on")?,
        left_to: row.get(20)?,
        has_filer: row.get(22)?,
        filer: row.get(23)?,
        reference,
    })
}
