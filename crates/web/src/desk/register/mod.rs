//! `/{language}/desk/register`: the register of an administration, to read, to print and to take away as a file.

mod asked;
mod filters;
mod paper;
mod words;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::register::EntryState;
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    register::{
        Counted, ENTRIES_AT_MOST, Entry, Exported, FileForm, RegisterPage, RegisterPart,
        RegisterState, may_export, may_see_all,
    },
    staff::Officer,
};

use self::{
    asked::Asked,
    filters::{Filter, filters},
};
use super::{
    AtDesk,
    inbox::{QueueLink, beside},
};
use crate::{
    download::{CSV, WORKBOOK, saved},
    error::{Kind, Problem},
    form::Faults,
    frame::Frame,
    press::{Sheet, TableForm, TablePaper},
    print::{Turn, print_in, turn},
    settings::State,
    visit::Visit,
    words::Page,
};

/// Entries in a PDF at most: pages are set as a whole, in memory, which takes 0.2 MB for each (290 MB for these). A longer
/// register leaves in parts.
const ON_PAPER_AT_MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "desk/register.html")]
struct RegisterTemplate {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    /// Why there is no file.
    refused: Option<String>,
    /// Whose register.
    owner: String,
    period: String,
    as_of: String,
    is_partial: bool,
    hides_names: bool,
    /// The body, as it was typed, for those who may read all registers.
    body: Option<String>,
    from: String,
    until: String,
    filters: Vec<Filter>,
    is_filtered: bool,
    count: String,
    counts: String,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
    /// Files: name of the kind, with its part where it is one of several, and address.
    files: Vec<(String, String)>,
}

/// An entry as the page shows it.
struct Line {
    number: String,
    reference: String,
    /// Where the case is opened, while the body has it.
    address: Option<String>,
    /// Kind and channel.
    kind: String,
    came: String,
    /// The day on which it was filed, where it came later.
    filed: Option<String>,
    subject: String,
    place: String,
    filer: String,
    admitted: String,
    state: String,
    outcome: String,
    answered: String,
    days: String,
    reopened: Option<String>,
    left_to: String,
    left: String,
    came_from: Option<String>,
}

/// `GET`: a page of the register.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let asked = asked(&state, &visit, &officer);
    view(&state, &visit, officer, &asked, None).await
}

/// `GET …/{file}`: all that is asked for, as `register.xlsx`, `register.csv` or `register.pdf`.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path((_, file)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NotFound);
    if !may_export(&officer) {
        return Err(Problem::at(&visit, Kind::Forbidden));
    }
    let (form, at_most) = form_of(&file).ok_or_else(missing)?;
    if state.press.is_none() {
        return Err(missing());
    }
    let asked = asked(&state, &visit, &officer);
    if !asked.faults.is_empty() {
        let page = view(&state, &visit, officer, &asked, None).await?;
        return Ok(page.into_response());
    }
    let question = asked.question.clone();
    let part = match (form, visit.parameter("part")) {
        (FileForm::Pdf, Some(part)) => Some(part.parse().map_err(|_| missing())?),
        _ => None,
    };
    // Entries are read when the press has time for them: those of many who wait would fill the memory.
    let turn = turn(&state, &visit).await?;
    let exported = state
        .clerks
        .export_register(officer.clone(), question, form, at_most, part)
        .await
        .map_err(|error| Problem::from_trouble(&visit, &error))?;
    let voice = visit.voice;
    let refused = match exported {
        Exported::Entries(entries, of, part) => {
            let paper = paper(&state, &visit, &asked, form, (&entries, &of, part));
            drop(entries);
            return leave(&state, &visit, &asked, (form, part), turn, paper).await;
        }
        Exported::TooMany => {
            let key = match form {
                FileForm::Pdf if part.is_some() => "register-too-many",
                FileForm::Pdf => "register-too-many-pdf",
                FileForm::Workbook | FileForm::Csv => "register-too-many",
            };
            let most = part.map_or(at_most, |_| ENTRIES_AT_MOST);
            voice.say_with(key, &[("count", Argument::count(most))])
        }
        Exported::BeingBuilt => voice.say("register-partial").into_owned(),
    };
    let page = view(&state, &visit, officer, &asked, Some(refused)).await?;
    Ok(page.refused().into_response())
}

/// The form of a file by its name, and how many entries it may hold.
fn form_of(name: &str) -> Option<(FileForm, usize)> {
    match name {
        "register.xlsx" => Some((FileForm::Workbook, ENTRIES_AT_MOST)),
        "register.csv" => Some((FileForm::Csv, ENTRIES_AT_MOST)),
        "register.pdf" => Some((FileForm::Pdf, ON_PAPER_AT_MOST)),
        _ => None,
    }
}

fn asked(state: &State, visit: &Visit, officer: &Officer) -> Asked {
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    Asked::of(&country, visit, officer, today)
}

fn paper(
    state: &State,
    visit: &Visit,
    asked: &Asked,
    form: FileForm,
    (entries, of, part): (&[Entry], &RegisterState, Option<RegisterPart>),
) -> TablePaper {
    let looks = paper::Looks {
        country: &state.clerks.country(),
        voice: visit.voice,
        form: match form {
            FileForm::Workbook => TableForm::Workbook,
            FileForm::Csv => TableForm::Csv,
            FileForm::Pdf => TableForm::Pdf,
        },
        part,
        is_sample: state.settings.demo,
    };
    paper::paper(&looks, asked, entries, of)
}

async fn leave(
    state: &State,
    visit: &Visit,
    asked: &Asked,
    (form, part): (FileForm, Option<RegisterPart>),
    turn: Turn,
    paper: TablePaper,
) -> Result<Response, Problem> {
    let media_type = match form {
        FileForm::Workbook => WORKBOOK,
        FileForm::Csv => CSV,
        FileForm::Pdf => "application/pdf",
    };
    let printed = print_in(state, visit, turn, Sheet::Table(Box::new(paper))).await?;
    let question = &asked.question;
    let part = part.map_or_else(String::new, |part| format!("-part-{}", part.number));
    let name = format!(
        "register-{}-{}-{}{part}.{}",
        question.organisation,
        question.from,
        question.until,
        form.ending()
    );
    Ok(saved(&name, media_type, printed))
}

/// How many parts a register has on paper; none where it is too long for any file.
fn parts(counted: &Counted) -> Option<usize> {
    let all = usize::try_from(counted.all).unwrap_or(usize::MAX);
    (all <= ENTRIES_AT_MOST).then(|| all.div_ceil(ON_PAPER_AT_MOST).max(1))
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    asked: &Asked,
    refused: Option<String>,
) -> Result<Page, Problem> {
    let clerks = &state.clerks;
    let is_refused = !asked.faults.is_empty();
    let found = clerks
        .register(officer.clone(), asked.question.clone(), asked.after.clone())
        .await
        .map_err(|error| Problem::from_trouble(visit, &error))?;
    let queues = beside(state, visit, &officer).await?;
    let country = clerks.country();
    let voice = visit.voice;
    let question = &asked.question;
    let body = |code: &str| words::body(&country, voice, Some(code));
    let address = |file: &str, after: Option<&str>| {
        visit.path(&format!("/desk/register{file}{}", asked.query(after)))
    };
    let position = found.state.position.to_string();
    let mut files = Vec::new();
    if !is_refused && may_export(&officer) && state.press.is_some() {
        files.push(("XLSX".to_owned(), address("/register.xlsx", None)));
        files.push(("CSV".to_owned(), address("/register.csv", None)));
        let pdf = address("/register.pdf", None);
        match parts(&found.counted) {
            None | Some(1) => files.push(("PDF".to_owned(), pdf)),
            Some(of) => files.extend((1..=of).map(|part| {
                let name = voice.say_with(
                    "register-part-short",
                    &[
                        ("number", Argument::Text(&number(voice, part))),
                        ("of", Argument::Text(&number(voice, of))),
                    ],
                );
                (format!("PDF {name}"), format!("{pdf}&part={part}"))
            })),
        }
    }
    // What was not understood narrows nothing: entries beneath it would pass for those that were asked for.
    let lines = if is_refused {
        Vec::new()
    } else {
        found
            .entries
            .iter()
            .map(|entry| line(&country, visit, entry, &found))
            .collect()
    };
    let template = RegisterTemplate {
        organisation: body(officer.organisation.as_str()),
        question: String::new(),
        queues,
        faults: asked.faults.clone(),
        refused,
        owner: body(question.organisation.as_str()),
        period: voice.say_with(
            "register-period",
            &[
                ("from", Argument::Date(question.from)),
                ("until", Argument::Date(question.until)),
            ],
        ),
        as_of: voice.say_with(
            "register-as-of",
            &[
                ("day", Argument::Date(found.state.today)),
                ("position", Argument::Text(&position)),
            ],
        ),
        is_partial: found.state.is_partial,
        hides_names: !found.state.shows_names,
        body: may_see_all(&officer).then(|| asked.body_to_show(&country, voice)),
        from: asked.from.clone(),
        until: asked.until.clone(),
        filters: filters(&country, voice, asked),
        is_filtered: asked.is_filtered(),
        count: count(voice, &found.counted),
        counts: counts_in_words(voice, &found.counted),
        lines,
        first: asked.after.as_ref().map(|_| address("", None)),
        next: found.next.as_deref().map(|next| address("", Some(next))),
        files,
        frame: Frame::of(state, visit).with(officer),
    };
    let page = Page::of(visit, &template)?;
    Ok(if is_refused { page.refused() } else { page })
}

fn number(voice: Voice, number: usize) -> String {
    voice.number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// How many entries there are on all pages.
fn count(voice: Voice, counted: &Counted) -> String {
    let most = i64::try_from(ENTRIES_AT_MOST).unwrap_or(i64::MAX);
    let (key, count) = if counted.all > most {
        ("register-count-many", most)
    } else {
        ("register-count", counted.all)
    };
    voice.say_with(key, &[("count", Argument::Number(count))])
}

fn counts_in_words(voice: Voice, counted: &Counted) -> String {
    voice.say_with(
        "register-counts",
        &[
            ("open", Argument::Number(counted.open)),
            ("answered", Argument::Number(counted.answered)),
            ("closed", Argument::Number(counted.closed)),
            ("handed", Argument::Number(counted.handed_on)),
        ],
    )
}

fn line(country: &Country, visit: &Visit, entry: &Entry, found: &RegisterPage) -> Line {
    let voice = visit.voice;
    let say = |key: String| voice.say(&key).into_owned();
    let day = |day| voice.date_short(day);
    let or_nothing = |text: Option<String>| text.unwrap_or_default();
    Line {
        number: entry.number.to_string(),
        address: (entry.state != EntryState::HandedOn)
            .then(|| visit.path(&format!("/desk/case/{}", entry.reference))),
        reference: entry.reference.clone(),
        kind: format!(
            "{} · {}",
            say(format!("case-kind-{}", entry.kind)),
            say(format!("case-channel-{}", entry.channel))
        ),
        came: day(entry.came_on),
        filed: (entry.filed_on != entry.came_on).then(|| day(entry.filed_on)),
        subject: words::subject(country, voice, entry.subject.as_deref()),
        place: words::territory(country, voice, entry.territory.as_deref()),
        filer: words::filer(voice, entry, found.state.shows_names),
        admitted: or_nothing(entry.admitted_on.map(day)),
        state: say(format!("register-state-{}", entry.state)),
        outcome: or_nothing(paper::outcome(voice, entry)),
        answered: or_nothing(entry.answered_on.map(day)),
        days: or_nothing(
            paper::days(entry)
                .map(|days| voice.say_with("word-days", &[("days", Argument::Number(days))])),
        ),
        reopened: (entry.reopened > 0).then(|| {
            format!(
                "{} {}",
                voice.say("register-reopened"),
                voice.number(entry.reopened)
            )
        }),
        left_to: words::body(country, voice, entry.left_to.as_deref()),
        left: or_nothing(entry.left_on.map(day)),
        came_from: entry
            .came_from
            .as_deref()
            .map(|from| words::body(country, voice, Some(from))),
    }
}
