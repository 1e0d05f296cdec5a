//! `/{language}/admin/calendar`: the holidays of a year, days worked by exception, days of weekly rest, and how far due
//! dates were computed anew.

pub(crate) mod holiday;

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::clock::Calendar;
use chikaya_domain::text::day;
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    clock::{calendar::Exception, recompute::Progress},
    staff::Officer,
};
use jiff::{ToSpan as _, civil::Date};

use super::{AdminForm, SectionLink, sections, was_done};
use crate::{
    desk::AtDesk,
    error::{Detour, Problem},
    form::{Faults, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A holiday in the list.
struct Line {
    day: String,
    name: String,
    kind: String,
    is_estimated: bool,
    address: String,
}

/// A run of computing due dates anew.
struct Run {
    when: String,
    sentence: String,
    checked: i64,
    expected: i64,
    is_done: bool,
}

/// A day of the week.
struct Weekday {
    number: i8,
    name: &'static str,
    is_on: bool,
}

#[derive(Template)]
#[template(path = "admin/calendar/year.html")]
struct YearPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    year: i16,
    lines: Vec<Line>,
    runs: Vec<Run>,
    weekdays: Vec<Weekday>,
    /// The days of weekly rest as the page showed them.
    known: String,
    worked: Vec<(String, Date)>,
    worked_day: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let said = Said {
        notice: was_done(&visit),
        ..Said::default()
    };
    page(&state, &visit, officer, said).await
}

/// `POST …/weekend`: sets the days of weekly rest.
pub(crate) async fn weekend(
    Shared(state): Shared<State>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let days: Vec<i8> = (1..=7)
        .filter(|day| typed.has(&format!("day-{day}")))
        .collect();
    let known = typed
        .text("known")
        .split(',')
        .filter_map(|day| day.parse().ok())
        .collect();
    let set = state.clerks.set_weekend(officer.clone(), known, days).await;
    answer(&state, &visit, officer, set, "day-1", Typed::default()).await
}

/// `POST …/worked`: makes a day a working day by exception, or ends the exception that `end` names.
pub(crate) async fn worked(
    Shared(state): Shared<State>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let (text, exception) = if typed.has("end") {
        (typed.text("end"), Exception::None)
    } else {
        (typed.text("worked-day"), Exception::Worked)
    };
    let set = match day(text) {
        Ok(day) => {
            state
                .clerks
                .set_exception(officer.clone(), day, exception)
                .await
        }
        Err(error) => Err(Trouble::NotAcceptable(error.key())),
    };
    answer(&state, &visit, officer, set, "worked-day", typed).await
}

/// What is said on the page.
#[derive(Default)]
struct Said {
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    worked_day: String,
}

async fn answer(
    state: &State,
    visit: &Visit,
    officer: Officer,
    done: Result<(), Trouble>,
    field: &'static str,
    typed: Typed,
) -> Result<Response, Detour> {
    let mut said = Said {
        worked_day: typed.text("worked-day").to_owned(),
        ..Said::default()
    };
    match done {
        Ok(()) => {
            let place = visit.path("/admin/calendar?done=yes");
            return Ok(Redirect::to(&place).into_response());
        }
        Err(Trouble::NotAcceptable(key)) => said.faults.add(field, visit.voice.say(key)),
        Err(Trouble::Stale) => {
            said.stopped = Some(visit.voice.say("error-changed-by-another").into_owned());
        }
        Err(trouble) => return Err(Problem::from_trouble(visit, &trouble).into()),
    }
    let is_stale = said.stopped.is_some();
    let page = page(state, visit, officer, said).await?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

async fn page(state: &State, visit: &Visit, officer: Officer, said: Said) -> Result<Page, Problem> {
    let trouble = |trouble| Problem::from_trouble(visit, &trouble);
    let country = state.clerks.country();
    let voice = visit.voice;
    let this_year = country.calendar.date_of(state.clerks.now()).year();
    let year = visit
        .parameter("year")
        .and_then(|year| year.parse().ok())
        .filter(|year| (1_900..=2_200).contains(year))
        .unwrap_or(this_year);
    let holidays = state
        .clerks
        .holidays(officer.clone(), year)
        .await
        .map_err(trouble)?;
    let runs = state
        .clerks
        .recomputations(officer.clone())
        .await
        .map_err(trouble)?;
    let lines = holidays
        .iter()
        .map(|stored| Line {
            day: voice.date(stored.day),
            name: stored
                .holiday
                .names
                .in_language(visit.language())
                .to_owned(),
            kind: voice
                .say(&format!("holiday-kind-{}", stored.holiday.kind))
                .into_owned(),
            is_estimated: stored.holiday.is_estimated,
            address: visit.path(&format!("/admin/calendar/{}", stored.day)),
        })
        .collect();
    let monday = Date::constant(2024, 1, 1);
    let weekdays = (1_i8..=7)
        .map(|number| Weekday {
            number,
            name: voice.weekday(monday.saturating_add((i64::from(number) - 1).days())),
            is_on: country.weekend.contains(&number),
        })
        .collect();
    Page::of(
        visit,
        &YearPage {
            sections: sections(visit, &officer, "calendar"),
            heading: voice.say("admin-calendar-title").into_owned(),
            faults: said.faults,
            notice: said.notice,
            stopped: said.stopped,
            year,
            lines,
            runs: runs
                .iter()
                .map(|run| Run::of(visit, &country.calendar, run))
                .collect(),
            weekdays,
            known: country
                .weekend
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(","),
            worked: country
                .worked_days
                .iter()
                .map(|day| (voice.date(*day), *day))
                .collect(),
            worked_day: said.worked_day,
            frame: Frame::of(state, visit).with(officer),
        },
    )
}

impl Run {
    fn of(visit: &Visit, calendar: &Calendar, run: &Progress) -> Self {
        let key = if run.done_at.is_some() {
            "admin-calendar-run-done"
        } else {
            "admin-calendar-run-going"
        };
        Self {
            when: visit.voice.date_time(calendar.local(run.asked_at)),
            sentence: visit.voice.say_with(
                key,
                &[
                    ("checked", Argument::Number(run.checked)),
                    ("changed", Argument::Number(run.changed)),
                ],
            ),
            checked: run.checked,
            expected: run.expected.max(run.checked).max(1),
            is_done: run.done_at.is_some(),
        }
    }
}
