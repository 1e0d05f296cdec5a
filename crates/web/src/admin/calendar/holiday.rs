//! `/{language}/admin/calendar/{day}` and `…/new`: one holiday, added, changed, confirmed, taken off.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::text::day as day_of;
use chikaya_domain::{
    Names,
    access::Action,
    clock::{Holiday, HolidayKind},
};
use chikaya_service::{Trouble, clock::calendar::DatedHoliday, staff::Officer};
use jiff::civil::Date;

use crate::{
    admin::{AdminForm, Choice, SectionLink, choices, must_be_allowed, sections},
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    form::{Faults, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// What stands in the form.
#[derive(Default)]
struct HolidayForm {
    day: String,
    kind: String,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    is_estimated: bool,
}

#[derive(Template)]
#[template(path = "admin/calendar/holiday.html")]
struct HolidayPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    stopped: Option<String>,
    form: HolidayForm,
    kinds: Vec<Choice>,
    address: String,
    is_new: bool,
    is_estimated: bool,
    version: i64,
}

/// What is said above the form.
#[derive(Default)]
struct Said {
    faults: Faults,
    stopped: Option<String>,
}

/// `GET …/new`.
pub(crate) async fn create(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::ManageCalendar)?;
    let form = HolidayForm {
        kind: HolidayKind::Exceptional.to_string(),
        ..HolidayForm::default()
    };
    page(&state, &visit, officer, None, form, Said::default())
}

/// `POST …/new`.
pub(crate) async fn keep(
    Shared(state): Shared<State>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    must_be_allowed(&visit, &officer, Action::ManageCalendar)?;
    let form = HolidayForm::read(&typed);
    let mut said = Said::default();
    if let Some((day, holiday)) = form.check(&visit, &mut said.faults) {
        match state
            .clerks
            .add_holiday(officer.clone(), day, holiday)
            .await
        {
            Ok(()) => return Ok(done(&visit, day)),
            Err(trouble) => said.hear(&visit, trouble)?,
        }
    }
    Ok(page(&state, &visit, officer, None, form, said)?
        .refused()
        .into_response())
}

/// `GET …/{day}`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, day)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let stored = load(&state, &visit, &officer, &day).await?;
    let form = HolidayForm::of(&stored);
    page(
        &state,
        &visit,
        officer,
        Some(&stored),
        form,
        Said::default(),
    )
}

/// `POST …/{day}`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, day)): Path<(String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let stored = load(&state, &visit, &officer, &day).await?;
    let form = HolidayForm::read(&typed);
    let mut said = Said::default();
    if let Some((day, holiday)) = form.check(&visit, &mut said.faults) {
        let changed = DatedHoliday {
            day: stored.day,
            holiday,
            version: typed.text("version").parse().unwrap_or(0),
        };
        match state
            .clerks
            .change_holiday(officer.clone(), changed, Some(day))
            .await
        {
            Ok(()) => return Ok(done(&visit, day)),
            Err(trouble) => said.hear(&visit, trouble)?,
        }
    }
    let is_stale = said.stopped.is_some();
    let page = page(&state, &visit, officer, Some(&stored), form, said)?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

/// `POST …/{day}/{act}`: confirms an estimated date, or takes the holiday off.
pub(crate) async fn act(
    Shared(state): Shared<State>,
    Path((_, day, act)): Path<(String, String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let stored = load(&state, &visit, &officer, &day).await?;
    let version = typed.text("version").parse().unwrap_or(0);
    let acted = match act.as_str() {
        "confirm" => {
            let mut confirmed = stored.clone();
            confirmed.holiday.is_estimated = false;
            confirmed.version = version;
            state
                .clerks
                .change_holiday(officer.clone(), confirmed, None)
                .await
        }
        "remove" => {
            state
                .clerks
                .remove_holiday(officer.clone(), stored.day, version)
                .await
        }
        _ => return Err(Problem::at(&visit, Kind::NotFound).into()),
    };
    let mut said = Said::default();
    match acted {
        Ok(()) => return Ok(done(&visit, stored.day)),
        Err(trouble) => said.hear(&visit, trouble)?,
    }
    let form = HolidayForm::of(&stored);
    Ok(page(&state, &visit, officer, Some(&stored), form, said)?
        .stale()
        .into_response())
}

impl Said {
    /// Says what a verb answered, where the page has a place for it.
    fn hear(&mut self, visit: &Visit, trouble: Trouble) -> Result<(), Problem> {
        match trouble {
            Trouble::NotAcceptable(key) => self.faults.add("day", visit.voice.say(key)),
            Trouble::Stale => {
                self.stopped = Some(visit.voice.say("error-changed-by-another").into_owned());
            }
            other => return Err(Problem::from_trouble(visit, &other)),
        }
        Ok(())
    }
}

impl HolidayForm {
    fn of(stored: &DatedHoliday) -> Self {
        let holiday = &stored.holiday;
        Self {
            day: stored.day.to_string(),
            kind: holiday.kind.to_string(),
            name_ar: holiday.names.ar.clone(),
            name_fr: holiday.names.fr.clone(),
            name_zgh: holiday.names.zgh.clone().unwrap_or_default(),
            name_en: holiday.names.en.clone().unwrap_or_default(),
            is_estimated: holiday.is_estimated,
        }
    }

    fn read(typed: &Typed) -> Self {
        let text = |name: &str| typed.text(name).to_owned();
        Self {
            day: text("day"),
            kind: text("kind"),
            name_ar: text("name-ar"),
            name_fr: text("name-fr"),
            name_zgh: text("name-zgh"),
            name_en: text("name-en"),
            is_estimated: typed.has("estimated"),
        }
    }

    fn check(&self, visit: &Visit, faults: &mut Faults) -> Option<(Date, Holiday)> {
        let voice = visit.voice;
        let day = day_of(&self.day)
            .map_err(|error| faults.add("day", voice.say(error.key())))
            .ok();
        let kind = HolidayKind::from_word(&self.kind);
        if kind.is_none() {
            faults.add("kind", voice.say("error-choose-from-list"));
        }
        if self.name_ar.is_empty() {
            faults.add("name-ar", voice.say("error-name-ar-empty"));
        }
        if self.name_fr.is_empty() {
            faults.add("name-fr", voice.say("error-name-fr-empty"));
        }
        if !faults.is_empty() {
            return None;
        }
        let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
        let holiday = Holiday {
            names: Names {
                ar: self.name_ar.clone(),
                fr: self.name_fr.clone(),
                zgh: filled(&self.name_zgh),
                en: filled(&self.name_en),
            },
            kind: kind?,
            is_estimated: self.is_estimated,
        };
        Some((day?, holiday))
    }
}

fn done(visit: &Visit, day: Date) -> Response {
    let year = day.year();
    Redirect::to(&visit.path(&format!("/admin/calendar?year={year}&done=yes"))).into_response()
}

async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    day: &str,
) -> Result<DatedHoliday, Problem> {
    let day: Date = day
        .parse()
        .map_err(|_| Problem::at(visit, Kind::NotFound))?;
    state
        .clerks
        .holidays(officer.clone(), day.year())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?
        .into_iter()
        .find(|stored| stored.day == day)
        .ok_or_else(|| Problem::at(visit, Kind::NotFound))
}

fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    stored: Option<&DatedHoliday>,
    form: HolidayForm,
    said: Said,
) -> Result<Page, Problem> {
    let heading = stored.map_or_else(
        || visit.voice.say("admin-calendar-add").into_owned(),
        |stored| {
            stored
                .holiday
                .names
                .in_language(visit.language())
                .to_owned()
        },
    );
    Page::of(
        visit,
        &HolidayPage {
            sections: sections(visit, &officer, "calendar"),
            heading,
            faults: said.faults,
            stopped: said.stopped,
            kinds: choices(
                visit,
                "holiday-kind-",
                HolidayKind::ALL.iter().map(|kind| kind.as_str()),
                &form.kind,
            ),
            address: stored.map_or_else(
                || visit.path("/admin/calendar/new"),
                |stored| visit.path(&format!("/admin/calendar/{}", stored.day)),
            ),
            is_new: stored.is_none(),
            is_estimated: stored.is_some_and(|stored| stored.holiday.is_estimated),
            version: stored.map_or(1, |stored| stored.version),
            form,
            frame: Frame::of(state, visit).with(officer),
        },
    )
}
