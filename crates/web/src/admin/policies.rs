//! `/{language}/admin/policies`: the versions of the rules of time limits, and a new one for a day to come.

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    clock::{DayUnit, Policy, YearDay},
    text::day as day_of,
};
use chikaya_i18n::Argument;
use chikaya_service::{Country, Trouble, clock::policy::DAYS_LIMIT, staff::Officer};

use super::{
    AdminForm, Choice, SectionLink, choices,
    choose::Chooser,
    policy_survey::{self, SurveyForm},
    sections, was_done,
};
use crate::{
    desk::AtDesk,
    error::{Detour, Problem},
    form::{Faults, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A version, to be read.
struct Version {
    heading: String,
    is_in_force: bool,
    facts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "admin/policies/list.html")]
struct ListPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    notice: Option<String>,
    versions: Vec<Version>,
}

#[derive(Template)]
#[template(path = "admin/policies/new.html")]
struct NewPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    stopped: Option<String>,
    form: PolicyForm,
    units: Vec<Choice>,
    version: u32,
}

/// What stands in the form.
struct PolicyForm {
    from: String,
    transfer: String,
    answer: String,
    danger: String,
    wrongdoing: String,
    body: Chooser,
    unit: String,
    extends: bool,
    extension: String,
    rolls: bool,
    pauses: bool,
    reopening: String,
    reopenings: String,
    closure: String,
    reminders: String,
    refusals: String,
    report_due: String,
    synthesis_due: String,
    survey: SurveyForm,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let versions = load(&state, &visit, &officer).await?;
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    let in_force = country.policies.in_force_on(today).version;
    let page = ListPage {
        sections: sections(&visit, &officer, "policies"),
        heading: visit.voice.say("admin-policies-title").into_owned(),
        notice: was_done(&visit),
        versions: versions
            .iter()
            .map(|policy| Version::of(&visit, policy, in_force))
            .collect(),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// `GET …/new`: the form holds the latest version.
pub(crate) async fn create(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let versions = load(&state, &visit, &officer).await?;
    let country = state.clerks.country();
    let latest = versions.first().map_or_else(
        || PolicyForm::read(&country, &visit, &Typed::default()),
        |policy| PolicyForm::of(&country, &visit, policy),
    );
    let version = next(&versions);
    page(
        &state,
        &visit,
        officer,
        latest,
        version,
        Faults::default(),
        None,
    )
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
    let versions = load(&state, &visit, &officer).await?;
    let form = PolicyForm::read(&state.clerks.country(), &visit, &typed);
    let mut faults = Faults::default();
    let mut stopped = None;
    let version = typed.text("version").parse().unwrap_or(0);
    if let Some(policy) = form.check(&visit, version, &mut faults) {
        match state.clerks.add_policy(officer.clone(), policy).await {
            Ok(()) => {
                let place = visit.path("/admin/policies?done=yes");
                return Ok(Redirect::to(&place).into_response());
            }
            Err(Trouble::NotAcceptable(key)) => {
                let field = if key == "error-policy-days" {
                    "answer"
                } else {
                    "from"
                };
                faults.add(field, visit.voice.say(key));
            }
            Err(Trouble::Stale) => {
                stopped = Some(visit.voice.say("error-changed-by-another").into_owned());
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    let is_stale = stopped.is_some();
    let version = next(&versions);
    let page = page(&state, &visit, officer, form, version, faults, stopped)?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

async fn load(state: &State, visit: &Visit, officer: &Officer) -> Result<Vec<Policy>, Problem> {
    state
        .clerks
        .policies(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

/// The number of the next version.
fn next(versions: &[Policy]) -> u32 {
    versions
        .iter()
        .map(|policy| policy.version)
        .max()
        .unwrap_or(0)
        .saturating_add(1)
}

impl Version {
    fn of(visit: &Visit, policy: &Policy, in_force: u32) -> Self {
        let voice = visit.voice;
        let say = |key: &str| voice.say(key).into_owned();
        let days = |days: u16| voice.number(i64::from(days));
        let as_ordinary = || say("admin-policy-as-ordinary");
        let answer = |is: bool| say(if is { "word-yes" } else { "word-no" });
        let nobody = || say("admin-policy-nobody-reminded");
        let each_year = |day: YearDay| {
            let shown = day.of(policy.effective_from.year());
            shown.map_or_else(|| day.to_string(), |day| voice.day_month(day))
        };
        let reminders: Vec<String> = policy.reminder_days.iter().map(|day| days(*day)).collect();
        let mut facts = vec![
            (
                say("admin-policy-transfer-days"),
                days(policy.transfer_days),
            ),
            (say("admin-policy-answer-days"), days(policy.answer_days)),
            (
                say("admin-policy-danger-days"),
                policy.danger_answer_days.map_or_else(as_ordinary, days),
            ),
            (
                say("admin-policy-wrongdoing-days"),
                policy.wrongdoing_answer_days.map_or_else(as_ordinary, days),
            ),
            (
                say("admin-policy-wrongdoing-body"),
                policy
                    .wrongdoing_body
                    .as_ref()
                    .map_or_else(|| say("admin-policy-reform-authority"), ToString::to_string),
            ),
            (
                say("admin-policy-day-unit"),
                say(&format!("day-unit-{}", policy.day_unit)),
            ),
            (
                say("admin-policy-extension"),
                policy.extension().map_or_else(
                    || say("admin-policy-extension-none"),
                    |extension| days(extension.days),
                ),
            ),
            (
                say("admin-policy-rolls"),
                answer(policy.roll_to_working_day),
            ),
            (
                say("admin-policy-pauses"),
                answer(policy.pause_while_waiting),
            ),
            (
                say("admin-policy-reopening-days"),
                days(policy.reopening_days),
            ),
            (
                say("admin-policy-reopenings"),
                days(u16::from(policy.reopenings_at_most)),
            ),
            (
                say("admin-policy-closure-days"),
                days(policy.closure_after_working_days),
            ),
            (say("admin-policy-reminders"), voice.list(reminders)),
            (
                say("admin-policy-refusals"),
                days(u16::from(policy.refusals_before_arbitration)),
            ),
            (
                say("admin-policy-report-due"),
                policy.report_due.map_or_else(nobody, each_year),
            ),
            (
                say("admin-policy-synthesis-due"),
                policy.synthesis_due.map_or_else(nobody, each_year),
            ),
        ];
        facts.extend(policy_survey::facts(voice, policy));
        Self {
            heading: voice.say_with(
                "admin-policy-version",
                &[
                    ("version", Argument::Number(i64::from(policy.version))),
                    ("date", Argument::Date(policy.effective_from)),
                ],
            ),
            is_in_force: policy.version == in_force,
            facts,
        }
    }
}

impl PolicyForm {
    fn of(country: &Country, visit: &Visit, policy: &Policy) -> Self {
        Self {
            from: String::new(),
            transfer: policy.transfer_days.to_string(),
            answer: policy.answer_days.to_string(),
            danger: policy
                .danger_answer_days
                .map_or_else(String::new, |days| days.to_string()),
            wrongdoing: policy
                .wrongdoing_answer_days
                .map_or_else(String::new, |days| days.to_string()),
            body: policy
                .wrongdoing_body
                .as_ref()
                .map_or_else(Chooser::default, |body| {
                    Chooser::with(country, visit.language(), body).or_none(visit.voice)
                }),
            unit: policy.day_unit.to_string(),
            extends: policy.extension_allowed,
            extension: policy.extension_days.to_string(),
            rolls: policy.roll_to_working_day,
            pauses: policy.pause_while_waiting,
            reopening: policy.reopening_days.to_string(),
            reopenings: policy.reopenings_at_most.to_string(),
            closure: policy.closure_after_working_days.to_string(),
            reminders: policy
                .reminder_days
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", "),
            refusals: policy.refusals_before_arbitration.to_string(),
            report_due: policy
                .report_due
                .map_or_else(String::new, |day| day.to_string()),
            synthesis_due: policy
                .synthesis_due
                .map_or_else(String::new, |day| day.to_string()),
            survey: SurveyForm::of(policy),
        }
    }

    fn read(country: &Country, visit: &Visit, typed: &Typed) -> Self {
        let text = |name: &str| typed.text(name).to_owned();
        Self {
            from: text("from"),
            transfer: text("transfer"),
            answer: text("answer"),
            danger: text("danger"),
            wrongdoing: text("wrongdoing"),
            body: Chooser::read(country, visit.language(), typed, "wrongdoing-body")
                .or_none(visit.voice),
            unit: text("unit"),
            extends: typed.has("extends"),
            extension: text("extension"),
            rolls: typed.has("rolls"),
            pauses: typed.has("pauses"),
            reopening: text("reopening"),
            reopenings: text("reopenings"),
            closure: text("closure"),
            reminders: text("reminders"),
            refusals: text("refusals"),
            report_due: text("report-due"),
            synthesis_due: text("synthesis-due"),
            survey: SurveyForm::read(typed),
        }
    }

    fn check(&self, visit: &Visit, version: u32, faults: &mut Faults) -> Option<Policy> {
        let voice = visit.voice;
        let from = day_of(&self.from)
            .map_err(|error| faults.add("from", voice.say(error.key())))
            .ok();
        let mut days = |field: &'static str, text: &str, least: u16| {
            let read = text
                .parse::<u16>()
                .ok()
                .filter(|days| (least..=DAYS_LIMIT).contains(days));
            if read.is_none() {
                let key = if text.parse::<u16>().is_ok() {
                    "error-policy-days"
                } else {
                    "error-number-form"
                };
                faults.add(field, voice.say(key));
            }
            read
        };
        let transfer_days = days("transfer", &self.transfer, 1);
        let answer_days = days("answer", &self.answer, 1);
        // Left empty, they are those of every filing.
        let danger = (!self.danger.is_empty()).then(|| days("danger", &self.danger, 1));
        let wrongdoing =
            (!self.wrongdoing.is_empty()).then(|| days("wrongdoing", &self.wrongdoing, 1));
        let extension_days = days(
            "extension",
            if self.extension.is_empty() && !self.extends {
                "0"
            } else {
                &self.extension
            },
            u16::from(self.extends),
        );
        let reopening_days = days("reopening", &self.reopening, 0);
        let reopenings = days("reopenings", &self.reopenings, 0);
        let closure = days("closure", &self.closure, 1);
        let refusals = days("refusals", &self.refusals, 1);
        let reminder_days: Option<Vec<u16>> = self
            .reminders
            .split([',', '،', ';', ' '])
            .filter(|day| !day.is_empty())
            .map(|day| {
                day.parse()
                    .ok()
                    .filter(|day| (1..=DAYS_LIMIT).contains(day))
            })
            .collect();
        if reminder_days.is_none() {
            faults.add("reminders", voice.say("error-policy-reminders"));
        }
        let day_unit = DayUnit::from_word(&self.unit);
        if day_unit.is_none() {
            faults.add("unit", voice.say("error-choose-from-list"));
        }
        if self.body.is_open() {
            faults.add("wrongdoing-body", voice.say(self.body.key()));
        }
        // Left empty, nobody is reminded.
        let mut each_year = |field: &'static str, text: &str| {
            let typed = (!text.trim().is_empty()).then(|| YearDay::parse(text.trim()));
            let read = typed.transpose();
            if read.is_err() {
                faults.add(field, voice.say("error-policy-year-day"));
            }
            read.ok().flatten()
        };
        let report_due = each_year("report-due", &self.report_due);
        let synthesis_due = each_year("synthesis-due", &self.synthesis_due);
        let small = |number: Option<u16>| number.and_then(|number| u8::try_from(number).ok());
        for (field, number) in [("reopenings", reopenings), ("refusals", refusals)] {
            if number.is_some() && small(number).is_none() {
                faults.add(field, voice.say("error-policy-days"));
            }
        }
        let survey = self.survey.check(voice, faults);
        if !faults.is_empty() {
            return None;
        }
        Some(Policy {
            version,
            effective_from: from?,
            transfer_days: transfer_days?,
            answer_days: answer_days?,
            danger_answer_days: danger.flatten(),
            wrongdoing_answer_days: wrongdoing.flatten(),
            wrongdoing_body: self.body.chosen.clone(),
            day_unit: day_unit?,
            extension_allowed: self.extends,
            extension_days: extension_days?,
            roll_to_working_day: self.rolls,
            pause_while_waiting: self.pauses,
            reopening_days: reopening_days?,
            reopenings_at_most: small(reopenings)?,
            closure_after_working_days: closure?,
            reminder_days: reminder_days?,
            refusals_before_arbitration: small(refusals)?,
            report_due,
            synthesis_due,
            survey,
        })
    }
}

fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    form: PolicyForm,
    version: u32,
    faults: Faults,
    stopped: Option<String>,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &NewPage {
            sections: sections(visit, &officer, "policies"),
            heading: visit.voice.say("admin-policy-new").into_owned(),
            faults,
            stopped,
            units: choices(
                visit,
                "day-unit-",
                DayUnit::ALL.iter().map(|unit| unit.as_str()),
                &form.unit,
            ),
            form,
            version,
            frame: Frame::of(state, visit).with(officer),
        },
    )
}
