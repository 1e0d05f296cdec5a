//! `/{language}/desk/postal`: the postal register of a body, by day, and letters that came about its cases.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    reference::Reference,
    text::{day, line},
};
use chikaya_service::{
    Trouble,
    postal::{CameFault, Direction, POSTAL_LINES, PostalAsked, PostalLine, PostalPage, may_see},
    staff::Officer,
};
use jiff::civil::Date;

use super::{
    AtDesk,
    case::letter::paper,
    inbox::{QueueLink, beside},
    officer,
};
use crate::{
    download::{CSV, saved},
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    press::{Sheet, TableCell, TableForm, TablePaper},
    print::print,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Letters in a file at most.
const IN_A_FILE: usize = 10_000;

#[derive(Template)]
#[template(path = "desk/postal.html")]
struct PostalTemplate {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    /// What was typed of a letter that came.
    came: String,
    written_on: String,
    from: String,
    until: String,
    directions: Vec<(&'static str, String, bool)>,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
    file: Option<String>,
    /// Where all letters that are due are printed, and how many they are.
    due: Option<(String, String)>,
}

struct Line {
    direction: String,
    reference: String,
    moved: String,
    written: String,
}

/// What was asked for in the address.
struct Asked {
    from: Date,
    until: Date,
    direction: Option<Direction>,
    after: Option<String>,
    faults: Faults,
}

impl Asked {
    /// The letters of today, unless other days are named.
    fn of(visit: &Visit, today: Date) -> Self {
        let mut faults = Faults::default();
        let mut read = |field: &'static str| match visit.parameter(field) {
            None => today,
            Some(typed) if typed.is_empty() => today,
            Some(typed) => day(&typed).unwrap_or_else(|error| {
                faults.add(field, visit.voice.say(error.key()));
                today
            }),
        };
        let (from, until) = (read("from"), read("until"));
        Self {
            from,
            until: until.max(from),
            direction: visit
                .parameter("direction")
                .and_then(|word| Direction::from_word(&word)),
            after: visit.parameter("after"),
            faults,
        }
    }

    /// The same as an address says it.
    fn query(&self, after: Option<&str>) -> String {
        let direction = self.direction.map_or("", Direction::as_str);
        let after = after.map_or_else(String::new, |after| format!("&after={after}"));
        format!(
            "?from={}&until={}&direction={direction}{after}",
            self.from, self.until
        )
    }

    fn question(&self, lines: usize) -> PostalAsked {
        PostalAsked {
            from: self.from,
            until: self.until,
            direction: self.direction,
            after: self.after.clone(),
            lines,
        }
    }
}

/// What was typed of a letter that came, and what is wrong with it.
#[derive(Default)]
struct Came {
    reference: String,
    written_on: String,
    faults: Faults,
}

/// `GET`: the letters of a day, or of several.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    view(&state, &visit, officer, Came::default()).await
}

/// `POST`: a letter came about a case: its reference, typed or read from the code on our letter by a hand scanner. Leads
/// to the case, where the scan is added.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer)?;
    let mut faults = Faults::default();
    match read(&typed) {
        None => faults.add("came", visit.voice.say("error-postal-reference")),
        Some(reference) => {
            let written_on = typed.text("written-on").to_owned();
            let done = state
                .clerks
                .letter_came(officer.clone(), reference.clone(), written_on)
                .await;
            match done {
                Ok(Ok(())) => {
                    let place = visit.path(&format!("/desk/case/{reference}#files"));
                    return Ok(Redirect::to(&place).into_response());
                }
                Ok(Err(CameFault::Ahead)) => {
                    faults.add("written-on", visit.voice.say("error-day-future"));
                }
                Ok(Err(CameFault::Unreadable(error))) => {
                    faults.add("written-on", visit.voice.say(error.key()));
                }
                // Nobody learns by trying which cases there are elsewhere.
                Err(Trouble::NotFound) => {
                    faults.add("came", visit.voice.say("error-postal-elsewhere"));
                }
                Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
            }
        }
    }
    let came = Came {
        reference: typed.text("came").to_owned(),
        written_on: typed.text("written-on").to_owned(),
        faults,
    };
    let page = view(&state, &visit, officer, came).await?;
    Ok(page.refused().into_response())
}

/// The reference that was typed, or stands at the end of the address that the code on a letter holds.
fn read(typed: &Typed) -> Option<Reference> {
    let text = line(typed.text("came"));
    let last = text.trim_end_matches('/').rsplit('/').next()?;
    Reference::parse(last).ok()
}

/// `GET …/{file}`: the same as a file for spreadsheets, or the letters that are due.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path((_, file)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    if state.press.is_none() {
        return Err(Problem::at(&visit, Kind::NotFound));
    }
    match file.as_str() {
        "postal.csv" => table_of(&state, &visit, officer).await,
        "letters.pdf" => letters(&state, &visit, officer).await,
        _ => Err(Problem::at(&visit, Kind::NotFound)),
    }
}

/// All letters that are due, as one file: each on sheets of its own, with its address in the window.
async fn letters(state: &State, visit: &Visit, officer: Officer) -> Result<Response, Problem> {
    let due = state
        .clerks
        .letters_due(officer)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    if due.is_empty() {
        return Err(Problem::at(visit, Kind::NotFound));
    }
    let papers = due.iter().map(|letter| paper(state, letter)).collect();
    let printed = print(state, visit, Sheet::Letters(papers)).await?;
    Ok(saved("letters.pdf", "application/pdf", printed))
}

/// The register of the days that are asked for.
async fn table_of(state: &State, visit: &Visit, officer: Officer) -> Result<Response, Problem> {
    let asked = asked(state, visit);
    let question = PostalAsked {
        after: None,
        ..asked.question(IN_A_FILE)
    };
    let found = state
        .clerks
        .postal_register(officer, question)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let name = format!("postal-{}-{}.csv", asked.from, asked.until);
    let sheet = Sheet::Table(Box::new(table(state, visit, &found)));
    let printed = print(state, visit, sheet).await?;
    Ok(saved(&name, CSV, printed))
}

fn table(state: &State, visit: &Visit, found: &PostalPage) -> TablePaper {
    let voice = visit.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let owner = state
        .clerks
        .country()
        .organisations
        .name_of(&found.organisation, visit.language())
        .to_owned();
    let rows = found.lines.iter().map(|line| {
        vec![
            TableCell::Day(line.moved_on),
            TableCell::Text(say(&format!("postal-{}", line.direction.as_str()))),
            TableCell::Text(line.reference.clone()),
            line.written_on.map_or(TableCell::Empty, TableCell::Day),
        ]
    });
    TablePaper {
        form: TableForm::Csv,
        language: visit.language(),
        title: say("postal-title"),
        owner,
        about: Vec::new(),
        columns: [
            ("postal-moved", 12),
            ("postal-direction", 12),
            ("label-reference", 16),
            ("postal-written", 12),
        ]
        .into_iter()
        .map(|(key, width)| (say(key), width))
        .collect(),
        rows: rows.collect(),
        is_sample: state.settings.demo,
        created: state.clerks.now(),
    }
}

fn must_be_allowed(visit: &Visit, officer: &Officer) -> Result<(), Problem> {
    if may_see(officer) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

fn asked(state: &State, visit: &Visit) -> Asked {
    let today = state.clerks.country().calendar.date_of(state.clerks.now());
    Asked::of(visit, today)
}

async fn view(state: &State, visit: &Visit, officer: Officer, came: Came) -> Result<Page, Problem> {
    let mut asked = asked(state, visit);
    let found = state
        .clerks
        .postal_register(officer.clone(), asked.question(POSTAL_LINES))
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let queues = beside(state, visit, &officer).await?;
    let voice = visit.voice;
    let address = |file: &str, after: Option<&str>| {
        visit.path(&format!("/desk/postal{file}{}", asked.query(after)))
    };
    let (first, next) = (
        asked.after.as_ref().map(|_| address("", None)),
        found.next.as_deref().map(|next| address("", Some(next))),
    );
    let file =
        (state.press.is_some() && !found.lines.is_empty()).then(|| address("/postal.csv", None));
    let is_refused = !asked.faults.is_empty();
    let faults = if came.faults.is_empty() {
        std::mem::take(&mut asked.faults)
    } else {
        came.faults
    };
    let to_post = queues
        .iter()
        .find(|queue| queue.address.ends_with("view=to-post"));
    let due = to_post
        .filter(|queue| queue.cases > 0 && state.press.is_some())
        .map(|queue| (visit.path("/desk/postal/letters.pdf"), queue.count.clone()));
    let template = PostalTemplate {
        due,
        organisation: state
            .clerks
            .country()
            .organisations
            .name_of(&officer.organisation, visit.language())
            .to_owned(),
        question: String::new(),
        queues,
        faults,
        came: came.reference,
        written_on: came.written_on,
        from: asked.from.to_string(),
        until: asked.until.to_string(),
        directions: [
            ("", "postal-both", asked.direction.is_none()),
            ("in", "postal-in", asked.direction == Some(Direction::In)),
            ("out", "postal-out", asked.direction == Some(Direction::Out)),
        ]
        .into_iter()
        .map(|(value, key, is_on)| (value, voice.say(key).into_owned(), is_on))
        .collect(),
        lines: found.lines.iter().map(|found| row(visit, found)).collect(),
        first,
        next,
        file,
        frame: Frame::of(state, visit).with(officer),
    };
    let page = Page::of(visit, &template)?;
    Ok(if is_refused { page.refused() } else { page })
}

fn row(visit: &Visit, found: &PostalLine) -> Line {
    let voice = visit.voice;
    Line {
        direction: voice
            .say(&format!("postal-{}", found.direction.as_str()))
            .into_owned(),
        reference: found.reference.clone(),
        moved: voice.date_short(found.moved_on),
        written: found
            .written_on
            .map(|day| voice.date_short(day))
            .unwrap_or_default(),
    }
}
