//! `/{language}/desk/case/{reference}`: a case on one screen, and what can be done to it now.

use askama::Template;
use axum::{
    extract::{Multipart, Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    case::{Stage, Verb},
    clock::days_between,
    id::{AttachmentId, ConsultationId, OrganisationCode, StaffId},
    reference::Reference,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Trouble,
    attachment::{Destination, FILES_OF_CASE_AT_MOST},
    case::{act::StaffAct, desk::DeskPage},
    staff::Officer,
};
use jiff::civil::Date;

use super::{
    AtDesk,
    acts::{ActForm, forms},
    inbox::{QueueLink, queues},
    list::{self, Asked, List},
    officer,
};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    point,
    public::track::case::{download, say_refusal},
    settings::State,
    upload,
    visit::Visit,
    words::{FileLink, Happened, Page, Ruler, derivation, happened, subject_name},
};

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePageView {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    reference: String,
    title: String,
    kind_word: String,
    state_word: String,
    due_chip: String,
    due_class: &'static str,
    is_open: bool,
    ruler: Ruler,
    why: String,
    words: String,
    words_language: String,
    files: Vec<FileLink>,
    filer: Vec<(String, String, bool)>,
    competence: Vec<(String, String)>,
    point: Option<point::Shown>,
    handling: Vec<(String, String)>,
    timeline: Vec<Happened>,
    version: u32,
    forms: Vec<ActForm>,
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

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let page = load(&state, &visit, &officer, &reference).await?;
    view(
        &state,
        &visit,
        officer,
        page,
        &Typed::default(),
        Faults::default(),
        None,
    )
    .await
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
    let parsed = Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let act = match read_act(&country, &visit, &name, &typed) {
        Ok(Some(act)) => act,
        Ok(None) => return Err(Problem::at(&visit, Kind::NotFound).into()),
        Err(faults) => {
            let page = load(&state, &visit, &officer, &reference).await?;
            let page = view(&state, &visit, officer, page, &typed, faults, None).await?;
            return Ok(page.refused().into_response());
        }
    };
    let version = typed.text("version").parse().unwrap_or(0);
    let done = state
        .clerks
        .act(officer.clone(), parsed, version, act)
        .await;
    let is_forbidden = matches!(done, Err(Trouble::Forbidden));
    let notice = match done {
        Ok(()) => return Ok(after(&state, &visit, &officer, &reference).await),
        Err(Trouble::Stale) => visit.voice.say("error-changed-meanwhile").into_owned(),
        Err(Trouble::Refused(refusal)) => say_refusal(&visit, refusal.key()),
        Err(Trouble::Forbidden) => visit.voice.say("error-not-permitted").into_owned(),
        Err(Trouble::NotAcceptable(key)) => visit.voice.say(key).into_owned(),
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
    };
    let page = load(&state, &visit, &officer, &reference).await?;
    let page = view(
        &state,
        &visit,
        officer,
        page,
        &typed,
        Faults::default(),
        Some(notice),
    )
    .await?;
    Ok(if is_forbidden {
        page.forbidden()
    } else {
        page.stale()
    }
    .into_response())
}

/// `POST …/files`: takes files into the case.
pub(crate) async fn attach(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
    headers: HeaderMap,
    body: Multipart,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let parsed = Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let destination = Destination::Desk(Box::new(officer.clone()), parsed);
    let faults = upload::receive(&state, &visit, &headers, body, &destination)
        .await?
        .faults;
    if faults.is_empty() {
        return Ok(after(&state, &visit, &officer, &reference).await);
    }
    let page = load(&state, &visit, &officer, &reference).await?;
    let typed = Typed::default();
    let page = view(&state, &visit, officer, page, &typed, faults, None).await?;
    Ok(page.refused().into_response())
}

/// `GET …/files/{attachment}`.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path((_, reference, attachment)): Path<(String, String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NotFound);
    let reference = Reference::parse(&reference).map_err(|_| missing())?;
    let attachment: AttachmentId = attachment.parse().map_err(|_| missing())?;
    let (file, bytes) = state
        .clerks
        .file_for_officer(officer, reference, attachment)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(download(&file.name, &file.media_type, bytes))
}

/// Back to the case, or to the queue when the case went to another body.
async fn after(state: &State, visit: &Visit, officer: &Officer, reference: &str) -> Response {
    let kept = Asked::kept(visit);
    let place = match load(state, visit, officer, reference).await {
        Ok(_) => visit.path(&format!("/desk/case/{reference}{kept}")),
        Err(_) => visit.path(&format!("/desk{kept}")),
    };
    Redirect::to(&place).into_response()
}

pub(crate) async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &str,
) -> Result<DeskPage, Problem> {
    let reference = Reference::parse(reference).map_err(|_| Problem::at(visit, Kind::NotFound))?;
    state
        .clerks
        .desk_page(officer.clone(), reference)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

/// What the officer asks; `None` when there is no such act.
fn read_act(
    country: &Country,
    visit: &Visit,
    name: &str,
    typed: &Typed,
) -> Result<Option<StaffAct>, Faults> {
    let mut faults = Faults::default();
    let voice = visit.voice;
    let mut text = |field: &'static str| {
        let text = typed.text(field).to_owned();
        if text.is_empty() {
            faults.add(field, voice.say("error-empty"));
        }
        text
    };
    let act = match name {
        "examine" => StaffAct::Examine,
        "take-up" => StaffAct::TakeUp,
        "note" => StaffAct::Note { note: text("note") },
        "extend" => StaffAct::Extend {
            reason: text("extend-reason"),
        },
        "transfer" => StaffAct::Transfer {
            reason: text("transfer-reason"),
            to: body(country, typed, "transfer-to", &mut faults, visit).ok_or(faults.clone())?,
        },
        "refuse-competence" => StaffAct::RefuseCompetence {
            reason: text("refuse-reason"),
            to: if typed.text("refuse-to").is_empty() {
                None
            } else {
                Some(body(country, typed, "refuse-to", &mut faults, visit).ok_or(faults.clone())?)
            },
        },
        "arbitrate" => StaffAct::Arbitrate {
            reason: text("arbitrate-reason"),
            competent: body(country, typed, "arbitrate-to", &mut faults, visit)
                .ok_or(faults.clone())?,
        },
        "assign" => {
            if let Ok(officer) = typed.text("officer").parse::<StaffId>() {
                StaffAct::Assign { officer }
            } else {
                faults.add("officer", voice.say("error-choose-from-list"));
                return Err(faults);
            }
        }
        "ask" => StaffAct::Ask {
            question: text("question"),
            respond_by: day(typed, "question-day", &mut faults, visit).ok_or(faults.clone())?,
        },
        "consult" => StaffAct::Consult {
            question: text("consult-question"),
            of: body(country, typed, "consult-of", &mut faults, visit).ok_or(faults.clone())?,
            respond_by: day(typed, "consult-day", &mut faults, visit).ok_or(faults.clone())?,
        },
        "give-opinion" => match typed.text("consultation").parse::<ConsultationId>() {
            Ok(consultation) => StaffAct::GiveOpinion {
                consultation,
                opinion: text("opinion"),
            },
            Err(_) => return Ok(None),
        },
        _ => return Ok(None),
    };
    if faults.is_empty() {
        Ok(Some(act))
    } else {
        Err(faults)
    }
}

/// A body from what was typed: a code chosen from the list, or a name that means one body.
fn body(
    country: &Country,
    typed: &Typed,
    field: &'static str,
    faults: &mut Faults,
    visit: &Visit,
) -> Option<OrganisationCode> {
    let text = typed.text(field);
    if let Ok(code) = OrganisationCode::parse(text)
        && country.organisations.find(&code).is_some()
    {
        return Some(code);
    }
    let hits = country.organisation_index.find(text, 2);
    let clear = match hits.as_slice() {
        [only] => Some(only),
        [first, second] if first.score > second.score + 400 => Some(first),
        _ => None,
    };
    if clear.is_none() {
        faults.add(field, visit.voice.say("error-choose-from-list"));
    }
    clear.map(|hit| hit.code.clone())
}

fn day(typed: &Typed, field: &'static str, faults: &mut Faults, visit: &Visit) -> Option<Date> {
    let day = typed.text(field).parse().ok();
    if day.is_none() {
        faults.add(field, visit.voice.say("error-date-form"));
    }
    day
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    desk: DeskPage,
    typed: &Typed,
    faults: Faults,
    notice: Option<String>,
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
    let queues = queues(state, visit, &officer, current).await?;
    let left = i64::from(page.days_left);
    let (due_chip, due_class) = match case.stage {
        stage if !stage.is_open() => (
            voice.say(&format!("case-desk-state-{stage}")).into_owned(),
            "is-calm",
        ),
        _ if left < 0 => (
            voice.say_with("due-chip-late", &[("days", Argument::Number(-left))]),
            "is-late",
        ),
        _ => (
            voice.say_with("due-chip-left", &[("days", Argument::Number(left))]),
            if left <= 5 { "is-soon" } else { "is-calm" },
        ),
    };
    let name_of = |code: &OrganisationCode| {
        country
            .organisations
            .name_of(code, visit.language())
            .to_owned()
    };
    let base = visit.path(&format!("/desk/case/{}", case.reference));
    let total = days_between(page.clock_started, case.answer_due);
    let view = CasePageView {
        organisation: name_of(&officer.organisation),
        question,
        queues,
        faults,
        notice,
        reference: case.reference.to_string(),
        title: page.title.clone(),
        kind_word: voice.say(&format!("case-kind-{}", case.kind)).into_owned(),
        state_word: voice
            .say(&format!("case-desk-state-{}", case.stage))
            .into_owned(),
        due_chip: format!("{due_chip} · {}", voice.weekday_day_month(case.answer_due)),
        due_class,
        is_open: case.stage.is_open(),
        ruler: Ruler::new(
            voice,
            page.clock_started,
            case.answer_due,
            page.today,
            total,
        ),
        why: derivation(voice, &page.answer_due, case.reopenings > 0),
        words: page.words.body.clone(),
        words_language: page.words.language.clone().unwrap_or_default(),
        files: FileLink::list(voice, &page.files, &base),
        filer: filer(visit, &desk),
        competence: competence(&country, visit, &desk, name_of(&case.organisation)),
        point: case.coordinates.map(point::Shown::new),
        handling: handling(visit, &desk),
        timeline: happened(&country, voice, page, "case-desk-event-"),
        version: case.version,
        forms,
        can_attach: desk.verbs.contains(&Verb::AddFile),
        files_hint: upload::hint(voice, FILES_OF_CASE_AT_MOST),
        can_answer: desk.verbs.contains(&Verb::Answer) && case.stage != Stage::Answered,
        back: visit.path(&format!("/desk{kept}")),
        kept,
        list,
        action: base,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &view)
}

fn filer(visit: &Visit, desk: &DeskPage) -> Vec<(String, String, bool)> {
    let voice = visit.voice;
    let mut facts = vec![(
        voice.say("desk-category").into_owned(),
        voice
            .say(&format!("case-category-{}", desk.page.case.category))
            .into_owned(),
        false,
    )];
    if let Some(card) = &desk.filer {
        if let Some(name) = &card.name {
            facts.push((voice.say("label-name").into_owned(), name.clone(), false));
        }
        if let Some(number) = &card.identity_number {
            facts.push((
                voice.say("label-identity-card").into_owned(),
                number.clone(),
                true,
            ));
        }
        for contact in &card.contacts {
            let label = match contact.kind.as_str() {
                "email" => "label-email",
                "phone" => "label-phone",
                _ => "label-address",
            };
            facts.push((
                voice.say(label).into_owned(),
                contact.value.clone(),
                contact.kind != "letter",
            ));
        }
    }
    facts.push((
        voice.say("label-language").into_owned(),
        voice
            .say(&format!("language-{}", desk.page.case.language))
            .into_owned(),
        false,
    ));
    facts
}

fn competence(
    country: &Country,
    visit: &Visit,
    desk: &DeskPage,
    organisation: String,
) -> Vec<(String, String)> {
    let voice = visit.voice;
    let case = &desk.page.case;
    let language = visit.language();
    let subject = subject_name(country, voice, case.subject.as_ref());
    let mut facts = vec![(voice.say("label-subject").into_owned(), subject)];
    let mut place: Vec<String> = Vec::new();
    if let Some(code) = &case.territory {
        place.extend(
            country
                .territories
                .chain(code)
                .take(2)
                .map(|step| step.names.in_language(language).to_owned()),
        );
    }
    // A commune often bears the name of its province.
    place.dedup();
    // Last, so that the filer's language does not turn the names of the map around.
    place.extend(desk.page.place.iter().cloned());
    facts.push((voice.say("label-place").into_owned(), place.join(" · ")));
    facts.push((voice.say("label-administration").into_owned(), organisation));
    let why = country
        .suggest(case.subject.as_ref(), case.territory.as_ref())
        .into_iter()
        .find(|suggestion| suggestion.organisation == case.organisation);
    if let Some(suggestion) = why {
        facts.push((
            voice.say("desk-competence-why").into_owned(),
            suggestion.reason.in_language(language).to_owned(),
        ));
    }
    facts
}

fn handling(visit: &Visit, desk: &DeskPage) -> Vec<(String, String)> {
    let voice = visit.voice;
    let case = &desk.page.case;
    vec![
        (
            voice.say("label-channel").into_owned(),
            voice
                .say(&format!("case-channel-{}", case.channel))
                .into_owned(),
        ),
        (
            voice.say("label-officer").into_owned(),
            desk.officer_name
                .clone()
                .unwrap_or_else(|| voice.say("word-none").into_owned()),
        ),
        (
            voice.say("desk-transfer-due").into_owned(),
            voice.weekday_day_month(case.transfer_due),
        ),
    ]
}
