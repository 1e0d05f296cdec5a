//! The calendar as administrators keep it: holidays, days worked by exception, days of weekly rest.

use chikaya_domain::{access::Action, clock::Holiday};
use chikaya_store::{Tx, country::calendar as stored, setting};
use jiff::{ToSpan as _, civil::Date};

use super::recompute;
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    country::{WEEKEND, weekend_text},
    staff::Officer,
};

/// A holiday on its day, with the version under which it can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedHoliday {
    /// The day.
    pub day: Date,
    /// The holiday.
    pub holiday: Holiday,
    /// Version.
    pub version: i64,
}

impl From<stored::StoredHoliday> for DatedHoliday {
    fn from(kept: stored::StoredHoliday) -> Self {
        Self {
            day: kept.day,
            holiday: kept.holiday,
            version: kept.version,
        }
    }
}

impl From<&DatedHoliday> for stored::StoredHoliday {
    fn from(holiday: &DatedHoliday) -> Self {
        Self {
            day: holiday.day,
            holiday: holiday.holiday.clone(),
            version: holiday.version,
        }
    }
}

/// Whether a day is worked by exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// It is.
    Worked,
    /// It is a day like its neighbours.
    None,
}

impl Clerks {
    /// The holidays of a year.
    pub async fn holidays(
        &self,
        officer: Officer,
        year: i16,
    ) -> Result<Vec<DatedHoliday>, Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        let (from, until) = year_of(year)?;
        self.read(move |tx, _| {
            let kept = stored::holidays_between(tx, from, until)?;
            Ok(kept.into_iter().map(DatedHoliday::from).collect())
        })
        .await
    }

    /// Puts a holiday on a day that has none.
    pub async fn add_holiday(
        &self,
        officer: Officer,
        day: Date,
        holiday: Holiday,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.change_country(move |tx, circumstances| {
            check(&holiday)?;
            if !stored::add_holiday(tx, day, &holiday)? {
                return Err(Trouble::NotAcceptable("error-holiday-there"));
            }
            let detail = described(&holiday);
            note(tx, circumstances, &officer, "holiday.put", day, &detail)
        })
        .await
    }

    /// Changes a holiday that still is at the version it carries, and moves it to another day where `moved_to` names
    /// one.
    pub async fn change_holiday(
        &self,
        officer: Officer,
        holiday: DatedHoliday,
        moved_to: Option<Date>,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.change_country(move |tx, circumstances| {
            check(&holiday.holiday)?;
            let detail = described(&holiday.holiday);
            let Some(day) = moved_to.filter(|day| *day != holiday.day) else {
                let was_estimated =
                    stored::holidays_between(tx, holiday.day, holiday.day.saturating_add(1.day()))?
                        .first()
                        .is_some_and(|before| before.holiday.is_estimated);
                if !stored::change_holiday(tx, &(&holiday).into())? {
                    return Err(Trouble::Stale);
                }
                let action = if was_estimated && !holiday.holiday.is_estimated {
                    "holiday.confirm"
                } else {
                    "holiday.put"
                };
                return note(tx, circumstances, &officer, action, holiday.day, &detail);
            };
            if !stored::take_off_holiday(tx, holiday.day, holiday.version)? {
                return Err(Trouble::Stale);
            }
            if !stored::add_holiday(tx, day, &holiday.holiday)? {
                return Err(Trouble::NotAcceptable("error-holiday-there"));
            }
            let moved = format!("{} > {day}; {detail}", holiday.day);
            note(tx, circumstances, &officer, "holiday.put", day, &moved)
        })
        .await
    }

    /// Takes a holiday off that still is at `version`. No country pack brings it back.
    pub async fn remove_holiday(
        &self,
        officer: Officer,
        day: Date,
        version: i64,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.change_country(move |tx, circumstances| {
            if !stored::take_off_holiday(tx, day, version)? {
                return Err(Trouble::Stale);
            }
            note(tx, circumstances, &officer, "holiday.remove", day, "")
        })
        .await
    }

    /// Makes a day a working day by exception, or ends the exception.
    pub async fn set_exception(
        &self,
        officer: Officer,
        day: Date,
        exception: Exception,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.change_country(move |tx, circumstances| {
            let (is_changed, action) = match exception {
                Exception::Worked => (stored::add_worked_day(tx, day)?, "worked-day.add"),
                Exception::None => (stored::drop_worked_day(tx, day)?, "worked-day.remove"),
            };
            if is_changed {
                note(tx, circumstances, &officer, action, day, "")?;
            }
            Ok(())
        })
        .await
    }

    /// Sets the days of weekly rest, from 1 (Monday) to 7; `known` are those the administrator saw. At least one day
    /// is worked.
    pub async fn set_weekend(
        &self,
        officer: Officer,
        known: Vec<i8>,
        days: Vec<i8>,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.change_country(move |tx, circumstances| {
            if days.len() >= 7 || days.iter().any(|day| !(1..=7).contains(day)) {
                return Err(Trouble::NotAcceptable("error-weekend-all"));
            }
            let before = crate::country::weekend(tx)?;
            if before != known {
                return Err(Trouble::Stale);
            }
            if before == days {
                return Ok(());
            }
            let (old, new) = (weekend_text(&before), weekend_text(&days));
            setting::put(tx, WEEKEND, &new)?;
            recompute::ask(tx, circumstances, &officer)?;
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: "weekend.change",
                    object: "weekend",
                    organisation: None,
                    detail: Some(&format!("{old} > {new}")),
                },
            )
        })
        .await
    }
}

fn check(holiday: &Holiday) -> Result<(), Trouble> {
    if holiday.names.ar.is_empty() {
        return Err(Trouble::NotAcceptable("error-name-ar-empty"));
    }
    if holiday.names.fr.is_empty() {
        return Err(Trouble::NotAcceptable("error-name-fr-empty"));
    }
    Ok(())
}

fn year_of(year: i16) -> Result<(Date, Date), Trouble> {
    let first = |year: i16| Date::new(year, 1, 1).map_err(|_| Trouble::NotFound);
    Ok((first(year)?, first(year.saturating_add(1))?))
}

fn described(holiday: &Holiday) -> String {
    if holiday.is_estimated {
        format!("{}, estimated", holiday.kind)
    } else {
        holiday.kind.to_string()
    }
}

/// Writes a change of a day down and asks for due dates to be computed anew.
fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    action: &'static str,
    day: Date,
    detail: &str,
) -> Result<(), Trouble> {
    recompute::ask(tx, circumstances, officer)?;
    audit::note(
        tx,
        circumstances,
        officer,
        Deed {
            action,
            object: &day.to_string(),
            organisation: None,
            detail: Some(detail),
        },
    )
}
