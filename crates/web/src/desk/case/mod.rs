//! `/{language}/desk/case/{reference}`: a case on one screen, and what can be done to it now.

mod errand;
pub(super) mod facts;
pub(crate) mod files;
pub(crate) mod letter;
mod read;
pub(crate) mod sounds;

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::{self, Action},
    case::{Refusal, Stage, Verb},
    clock::days_between,
    id::OrganisationCode,
    reference::Reference,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Trouble,
    attachment::FILES_OF_CASE_AT_MOST,
    case::{
        act::{StaffAct, action_of},
        desk::DeskPage,
        page::CasePage,
        queue::SOON_DAYS,
    },
    staff::Officer,
};

use self::{
    facts::{FilerFacts, answered, competence, filer, handling, reopened},
    read::read_act,
    sounds::Sounds,
};
use super::{
    AtDesk,
    acts::{ActForm, day_field, forms},
    drafts::{self, Kept, Unsent},
    former,
    inbox::{HANDED_ON, QueueLink, queues},
    list::{self, Asked, List},
    officer, trouble,
};
use crate::{
    error::{Detour, Kind, Problem, say_refusal},
    form::{Faults, Protected, Typed},
    frame::Frame,
    interrupted, point,
    settings::State,
    upload,
    visit::Visit,
    words::{DESK_WORDS, FileLink, Happened, Page, Ruler, derivation, happened},
};

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePageView {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<Notice>,
    reference: String,
    seal: Option<String>,
    title: String,
    kind_word: String,
    /// The door by which it was filed, in words.
    track: Option<String>,
    state_word: String,
    /// Class and icon that say the state again.
    state_sign: (&'static str, &'static str),
    /// Where it stands in the list beside it.
    place: Option<String>,
    /// How long there is to answer, by which day, and a class that says it again; nothing once it is answered.
    due: Option<(String, &'static str)>,
    is_open: bool,
    ruler: Ruler,
    why: String,
    words: String,
    words_language: String,
    files: Vec<FileLink>,
    sounds: Sounds,
    filer: FilerFacts,
    /// Where the officer writes down how the filer wants to be told, if they may.
    news_place: Option<String>,
    competence: Vec<(String, String)>,
    point: Option<point::Shown>,
    handling: Vec<(String, String)>,
    /// What the office has to tell the filer itself.
    errands: Vec<errand::Waiting>,
    /// Where the letter posted last is printed again.
    letter_again: Option<String>,
    /// Words that were typed for an act that is not to be done now.
    unsent: Vec<Unsent>,
    /// What somebody began to write and kept.
    begun: Vec<drafts::Begun>,
    /// Why it was reopened, and what was answered before: read first.
    reopened: Vec<Happened>,
    timeline: Vec<Happened>,
    version: u32,
    forms: Vec<ActForm>,
    /// Why acts are not offered that the stage of the case knows.
    barred: Vec<String>,
    can_answer: bool,
    /// The list it was opened from.
    list: Option<List>,
    /// Where that list is, alone.
    back: String,
    /// What keeps the list beside the case, for the addresses of its acts.
    kept: String,
    can_attach: bool,
    files_hint: String,
    action: String,
}

/// What is said before everything else.
struct Notice {
    /// The sentence.
    sentence: String,
    /// The answer it speaks of.
    answer: Option<Happened>,
}

impl From<String> for Notice {
    fn from(sentence: String) -> Self {
        Self {
            sentence,
            answer: None,
        }
    }
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
    headers: HeaderMap,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    let page = match load(&state, &visit, &officer, &reference).await {
        Ok(page) => page,
        Err(problem) => {
            return Err(own_opinion(&state, &visit, &officer, &reference, problem).await);
        }
    };
    let typed = interrupted::typed(&state, &visit, &headers, Some(officer.id)).await?;
    let notice = typed.as_ref().map(|typed| {
        let key = if drafts::is_written(typed) {
            "kept-notice"
        } else {
            "kept-act-notice"
        };
        Notice::from(visit.voice.say(key).into_owned())
    });
    let typed = drafts::standing(&page, typed);
    let faults = Faults::default();
    Ok(view(&state, &visit, officer, page, &typed, faults, notice).await?)
}

/// Where the officer reads what they said about a case when they were asked; the problem, where they were not.
async fn own_opinion(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &str,
    problem: Problem,
) -> Detour {
    let Ok(parsed) = Reference::parse(reference) else {
        return problem.into();
    };
    match state.clerks.own_opinion(officer.clone(), parsed).await {
        Ok(Some(_)) => Detour::Elsewhere(visit.path(&format!("/desk?{HANDED_ON}={reference}"))),
        _ => problem.into(),
    }
}

/// `POST …/contacts`: the case with the filer's contacts in full. Nothing of the case changes; the trail says who looked.
pub(crate) async fn contacts(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Page, Detour> {
    let Protected { visit, .. } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let missing = || Problem::at(&visit, Kind::NoSuchCase);
    let reference = Reference::parse(&reference).map_err(|_| missing())?;
    let page = state
        .clerks
        .desk_page_with_contacts(officer.clone(), reference)
        .await
        .map_err(|error| trouble(&visit, &error))?;
    Ok(untouched(&state, &visit, officer, page).await?)
}

/// `POST …/{act}`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference, name)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let country = state.clerks.country();
    let parsed = Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NoSuchCase))?;
    let verb = drafts::written(&name);
    let mut draft = None;
    if let Some(verb) = verb {
        match drafts::keep(&state, &visit, &officer, &parsed, verb, &typed).await? {
            Kept::Version(version) => draft = version,
            Kept::Beside(other) => {
                let page = load(&state, &visit, &officer, &reference).await?;
                let faults = Faults::beside(drafts::lines(&country, visit.voice, &other));
                let typed = drafts::standing(&page, Some(typed));
                let page = view(&state, &visit, officer, page, &typed, faults, None).await?;
                return Ok(page.stale().into_response());
            }
        }
    }
    match typed.text("go") {
        "keep" => {
            let action = format!("/desk/case/{reference}/{name}");
            interrupted::kept_elsewhere(&state, &visit, &headers, officer.id, &action).await;
            return Ok(drafts::told(draft));
        }
        "later" => return Ok(after(&state, &visit, officer, parsed).await),
        _ => {}
    }
    let act = match read_act(&country, &visit, &name, &typed) {
        Ok(Some(act)) => act,
        unread => {
            let page = load(&state, &visit, &officer, &reference).await?;
            let faults = unread.err();
            return Ok(unheard(&state, &visit, officer, page, &name, typed, faults).await?);
        }
    };
    if let Some(asked) = asks_again(&state, &visit, &officer, &parsed, &act, &typed).await? {
        return Ok(asked);
    }
    let version = typed.text("version").parse().unwrap_or(0);
    let done = state
        .clerks
        .act_with_draft(
            officer.clone(),
            parsed.clone(),
            version,
            act,
            verb.zip(draft)
                .map(|(verb, version)| drafts::spent(verb, &typed, version)),
        )
        .await;
    let is_forbidden = matches!(done, Err(Trouble::Forbidden));
    let notice = match done {
        Ok(()) => return Ok(after(&state, &visit, officer, parsed).await),
        Err(Trouble::Stale) => visit.voice.say("error-changed-meanwhile").into_owned(),
        Err(Trouble::Refused(
            refusal @ (Refusal::DateNotInFuture { .. } | Refusal::DateAfterDue { .. }),
        )) => {
            let mut faults = Faults::default();
            faults.add(day_field(&name), visit.voice.say(refusal.key()));
            let page = load(&state, &visit, &officer, &reference).await?;
            let typed = drafts::standing(&page, Some(typed));
            let page = view(&state, &visit, officer, page, &typed, faults, None).await?;
            return Ok(page.refused().into_response());
        }
        Err(Trouble::Refused(refusal)) => say_refusal(&visit, refusal.key()),
        Err(Trouble::Forbidden) => visit.voice.say("error-not-permitted").into_owned(),
        Err(Trouble::NotAcceptable(key)) => visit.voice.say(key).into_owned(),
        Err(error) => return Err(trouble(&visit, &error).into()),
    };
    let page = load(&state, &visit, &officer, &reference).await?;
    let typed = drafts::standing(&page, Some(typed));
    let page = view(
        &state,
        &visit,
        officer,
        page,
        &typed,
        Faults::default(),
        Some(notice.into()),
    )
    .await?;
    Ok(if is_forbidden {
        page.forbidden()
    } else {
        page.stale()
    }
    .into_response())
}

/// The page that says why an act of a name was not understood: there is none, or something is wrong with what was typed.
async fn unheard(
    state: &State,
    visit: &Visit,
    officer: Officer,
    page: DeskPage,
    name: &str,
    typed: Typed,
    faults: Option<Faults>,
) -> Result<Response, Problem> {
    // Whoever may not do it is told so, not what is missing for it.
    let may_do = Verb::from_word(name)
        .and_then(action_of)
        .is_none_or(|action| {
            let track = page.page.case.track;
            access::allows_on(track, officer.role, action, page.standing)
        });
    let typed = drafts::standing(&page, Some(typed));
    if !may_do {
        let notice = visit.voice.say("error-not-permitted").into_owned();
        let faults = Faults::default();
        let notice = Some(notice.into());
        let page = view(state, visit, officer, page, &typed, faults, notice).await?;
        return Ok(page.forbidden().into_response());
    }
    let Some(faults) = faults else {
        return Err(Problem::at(visit, Kind::NotFound));
    };
    let page = view(state, visit, officer, page, &typed, faults, None).await?;
    Ok(page.refused().into_response())
}

/// The page that asks whether a case is to go back to a body that had it, where that was not confirmed. Whether it may be
/// done at all, the act says.
async fn asks_again(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &Reference,
    act: &StaffAct,
    typed: &Typed,
) -> Result<Option<Response>, Problem> {
    let Some(field) = former::unconfirmed(act, typed) else {
        return Ok(None);
    };
    let before = state
        .clerks
        .had_before(officer.clone(), reference.clone(), act.clone())
        .await;
    let Ok(Some(before)) = before else {
        return Ok(None);
    };
    let page = load(state, visit, officer, reference.as_str()).await?;
    let country = state.clerks.country();
    let mut faults = Faults::default();
    let warning = former::warning(&country, visit, page.page.today, &before, field);
    faults.add(field, warning);
    let typed = drafts::standing(&page, Some(typed.clone()));
    let page = view(state, visit, officer.clone(), page, &typed, faults, None).await?;
    Ok(Some(page.refused().into_response()))
}

/// Back to the case, or to the queue when the case went to another body.
async fn after(state: &State, visit: &Visit, officer: Officer, reference: Reference) -> Response {
    let kept = Asked::kept(visit);
    // The act is done, whatever becomes of this question: the queue is never wrong.
    let may_see = state.clerks.may_see(officer, reference.clone()).await;
    let place = if may_see.unwrap_or(false) {
        visit.path(&format!("/desk/case/{reference}{kept}"))
    } else {
        let mark = if kept.is_empty() { '?' } else { '&' };
        visit.path(&format!("/desk{kept}{mark}{HANDED_ON}={reference}"))
    };
    Redirect::to(&place).into_response()
}

pub(crate) async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &str,
) -> Result<DeskPage, Problem> {
    let reference =
        Reference::parse(reference).map_err(|_| Problem::at(visit, Kind::NoSuchCase))?;
    state
        .clerks
        .desk_page(officer.clone(), reference)
        .await
        .map_err(|error| trouble(visit, &error))
}

/// Where the case stands in the queue beside it, such as "7 of 23"; nothing when the list does not begin the queue.
fn place(voice: Voice, list: &List, queues: &[QueueLink]) -> Option<String> {
    let place = list.place?;
    // A case that someone else did something to just now may not be counted yet.
    let queue = queues
        .iter()
        .find(|queue| queue.is_current)
        .filter(|queue| i64::try_from(place).is_ok_and(|place| place <= queue.cases))?;
    Some(voice.say_with(
        "desk-place",
        &[
            ("place", Argument::count(place)),
            ("count", Argument::Number(queue.cases)),
        ],
    ))
}

/// The case in place of the form for its answer, when it is not to be answered: why, what was answered instead, and
/// what was typed.
pub(super) async fn instead_of_answer(
    state: &State,
    visit: &Visit,
    officer: Officer,
    desk: DeskPage,
    typed: Typed,
) -> Result<Page, Problem> {
    let answer = answered(&state.clerks.country(), visit, &desk);
    let sentence = if let Some(answer) = &answer {
        visit.voice.say_with(
            "desk-answered-meanwhile",
            &[
                ("name", Argument::Text(&answer.who)),
                ("moment", Argument::Text(&answer.when)),
            ],
        )
    } else {
        let barred = desk.barred.iter().find(|(verb, _)| *verb == Verb::Answer);
        let key = barred.map_or("refusal-not-in-this-stage", |(_, refusal)| refusal.key());
        say_refusal(visit, key)
    };
    let typed = drafts::standing(&desk, Some(typed));
    let notice = Notice { sentence, answer };
    let faults = Faults::default();
    view(state, visit, officer, desk, &typed, faults, Some(notice)).await
}

/// The class and icon that say a stage again.
const fn state_sign(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Waiting => ("is-wait", "pause"),
        Stage::Answered | Stage::Closed => ("is-done", "check"),
        _ => ("", ""),
    }
}

/// How long there is to answer, by which day, and a class that says it again; nothing once it is answered.
fn due(voice: Voice, page: &CasePage) -> Option<(String, &'static str)> {
    if !page.case.stage.is_open() {
        return None;
    }
    let left = i64::from(page.days_left);
    let day = voice.day_seen_from(page.case.answer_due, page.today);
    let (key, days, class) = match left {
        left if left < 0 => ("due-chip-late", -left, "is-late"),
        left if left <= i64::from(SOON_DAYS) => ("due-chip-left", left, "is-soon"),
        left => ("due-chip-left", left, "is-calm"),
    };
    let chip = voice.say_with(key, &[("days", Argument::Number(days))]);
    Some((format!("{chip} · {day}"), class))
}

/// The page before anything was typed.
async fn untouched(
    state: &State,
    visit: &Visit,
    officer: Officer,
    desk: DeskPage,
) -> Result<Page, Problem> {
    let typed = drafts::standing(&desk, None);
    view(state, visit, officer, desk, &typed, Faults::default(), None).await
}

/// The ruler of the time to answer; beside a list there is less room.
fn ruler(voice: Voice, page: &CasePage, is_beside: bool) -> Ruler {
    let (from, until) = (page.clock_started, page.case.answer_due);
    let mut ruler = Ruler::new(voice, from, until, page.today, days_between(from, until));
    ruler.is_told |= !is_beside;
    ruler
}

/// Where an officer writes down how the filer wants to be told; none for whoever may not.
fn news_place(officer: &Officer, desk: &DeskPage, base: &str) -> Option<String> {
    let case = &desk.page.case;
    let may = desk.filer.is_some()
        && access::allows_on(case.track, officer.role, Action::Tell, desk.standing);
    may.then(|| format!("{base}/preference"))
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    desk: DeskPage,
    typed: &Typed,
    faults: Faults,
    notice: Option<Notice>,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let forms = forms(&country, visit, &officer, &desk, typed, &faults);
    let page = &desk.page;
    let case = &page.case;
    let asked = Asked::beside(visit);
    let list = match &asked {
        Some(asked) => {
            Some(list::load(state, visit, &officer, asked, Some(&case.reference)).await?)
        }
        None => None,
    };
    let current = asked
        .as_ref()
        .filter(|asked| asked.question.is_empty())
        .map(|asked| asked.view);
    let kept = asked.as_ref().map_or_else(String::new, Asked::query);
    let question = asked.map_or_else(String::new, |asked| asked.question);
    let queues = queues(visit, &officer, current, &desk.counts);
    let name_of = |code: &OrganisationCode| {
        country
            .organisations
            .name_of(code, visit.language())
            .to_owned()
    };
    let base = visit.path(&format!("/desk/case/{}", case.reference));
    let place = list.as_ref().and_then(|list| place(voice, list, &queues));
    let barred: BTreeSet<&str> = desk.barred.iter().map(|(_, why)| why.key()).collect();
    let can_answer = desk.verbs.contains(&Verb::Answer);
    let unsent = drafts::unsent(&country, voice, &desk, typed, |verb| {
        (verb == Verb::Answer && can_answer) || forms.iter().any(|form| form.name == verb.as_str())
    });
    let begun = drafts::begun(&country, voice, &desk, |verb| {
        if verb == Verb::Answer {
            return can_answer.then(|| format!("{base}/answer{kept}"));
        }
        let form = forms.iter().find(|form| form.name == verb.as_str());
        form.map(|form| format!("#act-{}", form.name))
    });
    let view = CasePageView {
        begun,
        organisation: name_of(&officer.organisation),
        question,
        queues,
        faults,
        notice,
        reference: case.reference.to_string(),
        seal: state.seal(visit.voice, &case.reference),
        title: page.title.clone(),
        track: list::track_word(voice, case.track),
        kind_word: voice.say(&format!("case-kind-{}", case.kind)).into_owned(),
        state_word: voice
            .say(&format!("case-desk-state-{}", case.stage))
            .into_owned(),
        state_sign: state_sign(case.stage),
        place,
        due: due(voice, page),
        is_open: case.stage.is_open(),
        ruler: ruler(voice, page, list.is_some()),
        why: derivation(voice, &page.answer_due, case.reopenings > 0),
        words: page.words.body.clone(),
        words_language: page.words.language.clone().unwrap_or_default(),
        files: FileLink::list_at_desk(voice, &page.files, &base),
        sounds: Sounds::of(state, visit, &desk, &base, typed),
        news_place: news_place(&officer, &desk, &base),
        filer: filer(visit, &desk),
        competence: competence(&country, visit, &desk, name_of(&case.organisation)),
        point: page.coordinates.map(point::Shown::new),
        handling: handling(&country, visit, &desk),
        errands: errand::waiting(&country, visit, &desk),
        letter_again: errand::can_print_again(&desk).then(|| format!("{base}/letter")),
        unsent,
        reopened: reopened(&country, visit, &desk),
        timeline: happened(&country, voice, page, DESK_WORDS, &desk.names),
        version: case.version,
        forms,
        barred: barred
            .into_iter()
            .map(|key| say_refusal(visit, key))
            .collect(),
        can_attach: desk.verbs.contains(&Verb::AddFile),
        files_hint: upload::hint(voice, FILES_OF_CASE_AT_MOST),
        can_answer,
        back: Asked::back(visit),
        kept,
        list,
        action: base,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &view)
}
