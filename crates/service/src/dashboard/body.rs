//! The figures of the work of one body.

use std::collections::BTreeMap;

use chikaya_domain::{
    access::{self, Action, Standing as Stands},
    id::OrganisationCode,
    organisation::OrganisationKind,
    statistics::{Count, Month, Months, Proportion},
};
use chikaya_store::{
    Tx,
    case::event,
    dashboard::{
        answer,
        fold::{self, Measure},
        read,
    },
    follow,
};
use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::{
    behind::Age,
    bodies::{self, BodyLine},
    days::{ahead_until, each_day, monday_of},
    reach::{ALIKE_DAYS, ALIKE_MANY, Reach, WEEKS, reach},
};
use crate::{
    Circumstances, Clerks, Trouble,
    case::colleagues::{self, Workload},
    staff::Officer,
};

/// Months of which judgements are told, the one that is not over among them [C].
const MONTHS: u16 = 12;

/// The figures of the work of a body.
#[derive(Clone, Debug)]
pub struct Dashboard {
    /// Whose.
    pub body: OrganisationCode,
    /// The last event that is counted.
    pub position: i64,
    /// When it happened; none when there is none.
    pub at: Option<Timestamp>,
    /// Today, in the country's own time.
    pub today: Date,
    /// Whether the figures are being built again: until that is done they tell of a part only.
    pub is_partial: bool,
    /// Whether whoever looks may list the cases behind the figures.
    pub lists: bool,
    /// What there is today.
    pub now: Today,
    /// Week by week, the first first; the last is not over.
    pub weeks: Vec<Week>,
    /// What is due on the next days.
    pub ahead: Vec<DueDay>,
    /// Open cases by the days since their filing.
    pub ages: Vec<(Age, i64)>,
    /// How good the answers are.
    pub quality: Quality,
    /// What each colleague has to do, for those who give cases out.
    pub loads: Option<Vec<Workload>>,
    /// The units of the body, side by side with what lies with the body itself.
    pub units: Vec<BodyLine>,
}

/// What there is today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Cases that came today.
    pub came: i64,
    /// Answers of today.
    pub answered: i64,
    /// Open cases due today.
    pub due: i64,
    /// Open cases due before.
    pub overdue: i64,
    /// Open cases.
    pub open: i64,
}

/// What came and went in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Cases that came.
    pub came: i64,
    /// Cases that were reopened.
    pub reopened: i64,
    /// Answers.
    pub answered: i64,
    /// Cases that went to another body, or ended without an answer.
    pub left: i64,
    /// Cases that are open at its end; of the last one, now.
    pub open: i64,
}

/// What is due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDay {
    /// The day.
    pub day: Date,
    /// Open cases that are due on it.
    pub due: i64,
    /// Those of them that nobody has begun.
    pub not_begun: i64,
}

/// How good answers are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Reopenings in the weeks told, and answers in them.
    pub reopened: Proportion,
    /// Filers who said that their problem is solved, of those who answered that in the months told.
    pub resolved: Proportion,
    /// Filers who said that they were treated fairly, of those who answered that.
    pub treated: Proportion,
    /// Answers in those months.
    pub answers: i64,
    /// Answers with the same words as many others, of those kept since some days.
    pub alike: Proportion,
}

impl Clerks {
    /// The figures of the work of a body; of one's own when none is named.
    pub async fn dashboard(
        &self,
        officer: Officer,
        body: Option<OrganisationCode>,
    ) -> Result<Dashboard, Trouble> {
        let body = body.unwrap_or_else(|| officer.organisation.clone());
        let reach = reach(&self.country(), &officer, &body)?;
        let has_units = self.country().organisations.all().any(|other| {
            other.kind == OrganisationKind::Unit && other.parent.as_ref() == Some(&body)
        });
        let all = if has_units {
            Some(self.all_bodies().await?)
        } else {
            None
        };
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            let mut told = figures(tx, circumstances, &body, reach)?;
            told.quality = quality(tx, &told, reach, is_sample)?;
            let gives_out = access::allows(officer.role, Action::Assign, Stands::Own);
            if body == officer.organisation && gives_out {
                told.loads = Some(colleagues::workloads(tx, circumstances, &officer)?);
            }
            if let Some(all) = &all {
                told.units = bodies::units(circumstances.country, &officer, &body, all);
            }
            Ok(told)
        })
        .await
    }
}

/// The figures of a body, without those of its answers, people and units.
pub(super) fn figures(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    body: &OrganisationCode,
    Reach { reports, lists }: Reach,
) -> Result<Dashboard, Trouble> {
    let today = circumstances.today();
    let progress = follow::progress(tx, &fold::FOLLOWER)?;
    let last = event::after(tx, progress.position - 1, 1)?;
    let until = ahead_until(circumstances, today);
    let tomorrow = today.saturating_add(1.day());
    let first =
        monday_of(today).saturating_sub((7 * (i64::try_from(WEEKS).unwrap_or(1) - 1)).days());
    let days = read::days_of_body(tx, body, reports, first)?;
    let since = read::open_since(tx, body, reports)?;
    let (overdue, due) = read::due_of_body(tx, body, reports, (today, until))?;
    let not_begun = read::not_begun(tx, body, reports, (tomorrow, until))?;
    let open = since.values().sum();
    let of_today = |measure| days.get(&(measure, today)).copied().unwrap_or(0);
    let ahead = each_day(tomorrow, until)
        .map(|day| DueDay {
            day,
            due: due.get(&day).copied().unwrap_or(0),
            not_begun: not_begun.get(&day).copied().unwrap_or(0),
        })
        // On a day of rest nothing is due, unless the calendar was changed since.
        .filter(|day| day.due > 0 || circumstances.country.calendar.is_working_day(day.day))
        .collect();
    let mut ages: BTreeMap<Age, i64> = Age::ALL.iter().map(|age| (*age, 0)).collect();
    for (filed, cases) in &since {
        *ages.entry(Age::of(*filed, today)).or_default() += cases;
    }
    Ok(Dashboard {
        body: body.clone(),
        position: progress.position,
        at: last
            .first()
            .filter(|_| progress.position > 0)
            .map(|stored| stored.event.at),
        today,
        // One that has yet to begin has counted nothing of what there is.
        is_partial: progress.rebuilds_until.is_some()
            || (progress.position == 0 && progress.newest > 0),
        lists,
        now: Today {
            came: of_today(Measure::Came),
            answered: of_today(Measure::Answered),
            due: due.get(&today).copied().unwrap_or(0),
            overdue,
            open,
        },
        quality: Quality::default(),
        weeks: weeks(&days, first, today, open),
        ahead,
        ages: ages.into_iter().collect(),
        loads: None,
        units: Vec::new(),
    })
}

/// Week by week from a Monday on; what was open at the end of each is what is open now, less what came since and with what
/// went since.
fn weeks(days: &BTreeMap<(Measure, Date), i64>, first: Date, today: Date, open: i64) -> Vec<Week> {
    let mut weeks: Vec<Week> = first
        .series(7.days())
        .take_while(|monday| *monday <= today)
        .map(|monday| {
            let sunday = monday.saturating_add(6.days());
            let of = |measure| {
                days.range((measure, monday)..=(measure, sunday))
                    .map(|(_, cases)| cases)
                    .sum()
            };
            Week {
                monday,
                came: of(Measure::Came),
                reopened: of(Measure::Reopened),
                answered: of(Measure::Answered),
                left: of(Measure::Left),
                open: 0,
            }
        })
        .collect();
    let mut at_end = open;
    for week in weeks.iter_mut().rev() {
        week.open = at_end;
        at_end -= week.came + week.reopened - week.answered - week.left;
    }
    weeks
}

/// How good the answers of a body are, of which the weeks are told already.
fn quality(
    tx: &mut Tx<'_>,
    told: &Dashboard,
    reach: Reach,
    is_sample: bool,
) -> Result<Quality, Trouble> {
    let in_weeks = |value: fn(&Week) -> i64| told.weeks.iter().map(value).sum();
    let from = told.today.saturating_sub(ALIKE_DAYS.days());
    let (kept, alike) = answer::share(tx, &told.body, reach.reports, from, ALIKE_MANY)?;
    let until = Month::of(told.today);
    let months = Months {
        from: until.before(MONTHS - 1),
        until,
    };
    let counted = read::judged(tx, &told.body, is_sample, months)?;
    let total = |count| {
        counted
            .iter()
            .filter(|((of, _), _)| *of == count)
            .map(|(_, cases)| cases)
            .sum()
    };
    let share = |count, word: &str| Proportion {
        part: counted.get(&(count, word.to_owned())).copied().unwrap_or(0),
        of: total(count),
    };
    Ok(Quality {
        resolved: share(Count::Resolved, "yes"),
        treated: share(Count::Treatment, "fair"),
        answers: total(Count::Answered),
        reopened: Proportion {
            part: in_weeks(|week| week.reopened),
            of: in_weeks(|week| week.answered),
        },
        alike: Proportion {
            part: alike,
            of: kept,
        },
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_was_open_is_told_backwards_from_what_is_open() {
        let days = BTreeMap::from([
            ((Measure::Came, date(2026, 3, 2)), 5),
            ((Measure::Answered, date(2026, 3, 8)), 2),
            ((Measure::Came, date(2026, 3, 9)), 4),
            ((Measure::Reopened, date(2026, 3, 10)), 1),
            ((Measure::Left, date(2026, 3, 10)), 3),
        ]);
        let told = weeks(&days, date(2026, 2, 23), date(2026, 3, 10), 12);
        let open: Vec<i64> = told.iter().map(|week| week.open).collect();
        assert_eq!(open, [7, 10, 12]);
        assert_eq!((told[1].came, told[1].answered), (5, 2));
        assert_eq!((told[2].reopened, told[2].left), (1, 3));
    }
}
