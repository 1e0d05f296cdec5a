//! `/{language}/desk/case/{reference}/answer`: the letter, and the gate it must pass.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    answer::{GateFinding, Outcome},
    case::{Case, Fact, Refusal, Verb},
    reference::Reference,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Trouble,
    case::{
        answer::{AnswerFate, Judged, TypedAnswer, other_language},
        desk::DeskPage,
    },
    draft::desk::DeskDraft,
    staff::Officer,
};

use super::{
    AtDesk,
    case::{self, facts::reopened},
    drafts::{self, Kept},
    inbox::{QueueLink, queues},
    list::Asked,
    officer, trouble,
};
use crate::{
    error::{Detour, Kind, Problem, say_refusal},
    form::{Faults, Protected, Typed},
    frame::Frame,
    interrupted,
    settings::State,
    visit::Visit,
    words::{DESK_WORDS, FileLink, Happened, Page, follows, happened},
};

#[derive(Template)]
#[template(path = "desk/answer.html")]
struct AnswerPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    /// What the gate asks of an answer, met or not; empty until an answer was shown to it.
    gate: Vec<Point>,
    /// Remarks of the gate that do not stop the answer.
    remarks: Vec<String>,
    reference: String,
    title: String,
    words: String,
    words_language: String,
    files: Vec<FileLink>,
    /// Why it was reopened, and the answer before: read first.
    reopened: Vec<Happened>,
    /// Opinions, and what the filer wrote since: what an answer has to reckon with.
    said: Vec<Happened>,
    letter: Option<Letter>,
    back: String,
    version: u32,
    outcomes: Vec<Outcome>,
    outcome: String,
    reasons: String,
    reasons_hint: String,
    ground: String,
    body: String,
    /// That the answer seems to be in another language than its filer's, to be confirmed; and whether it was.
    other_language: Option<String>,
    is_confirmed: bool,
    recourse_fixed: String,
    recourse: String,
    /// What follows when it is sent.
    follows: String,
    /// The version of the draft it began with, and who wrote that.
    mark: i64,
    by: Option<String>,
    /// What colleagues are writing: who and when, and what.
    beside: Vec<(String, Vec<String>)>,
}

/// Something the gate asks of an answer.
struct Point {
    /// The field that does not meet it; `None` when it is met.
    field: Option<&'static str>,
    /// What is asked, or what is missing.
    sentence: String,
}

/// The letter as the filer will read it, in their language.
struct Letter {
    language: &'static str,
    direction: &'static str,
    organisation: String,
    about: String,
    outcome: String,
    lines: Vec<String>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
    headers: HeaderMap,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let page = load(&state, &visit, &officer, &reference).await?;
    let typed = interrupted::typed(&state, &visit, &headers, Some(officer.id)).await?;
    if !page.verbs.contains(&Verb::Answer) {
        let typed = typed.unwrap_or_default();
        return case::instead_of_answer(&state, &visit, officer, page, typed).await;
    }
    let notice = typed
        .is_some()
        .then(|| visit.voice.say("kept-notice").into_owned());
    let shown = Shown {
        answer: &read(&drafts::standing(&page, typed)),
        findings: None,
        notice,
        other: Vec::new(),
        is_confirmed: false,
    };
    view(&state, &visit, officer, &page, shown)
}

/// `POST`: sends the answer if the gate lets it pass, or only shows what the gate says of it and the letter as the
/// filer would read it.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let parsed = Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NoSuchCase))?;
    let answer = read(&typed);
    let is_confirmed = typed.has("other-language");
    let kept = drafts::keep(&state, &visit, &officer, &parsed, Verb::Answer, &typed).await?;
    if typed.text("go") == "keep" {
        return Ok(match kept {
            Kept::Version(version) => {
                let action = format!("/desk/case/{reference}/answer");
                interrupted::kept_elsewhere(&state, &visit, &headers, officer.id, &action).await;
                drafts::told(version)
            }
            Kept::Beside(_) => StatusCode::CONFLICT.into_response(),
        });
    }
    let is_put_aside = typed.text("go") == "later";
    let page = load(&state, &visit, &officer, &reference).await?;
    if !is_put_aside && !page.verbs.contains(&Verb::Answer) {
        let page = case::instead_of_answer(&state, &visit, officer, page, typed).await?;
        return Ok(page.stale().into_response());
    }
    let draft = match kept {
        Kept::Version(version) => version,
        Kept::Beside(other) => {
            let shown = Shown {
                answer: &answer,
                findings: None,
                notice: None,
                other: drafts::lines(&state.clerks.country(), visit.voice, &other),
                is_confirmed,
            };
            let page = view(&state, &visit, officer, &page, shown)?;
            return Ok(page.stale().into_response());
        }
    };
    if is_put_aside {
        let kept = Asked::kept(&visit);
        let place = visit.path(&format!("/desk/case/{reference}{kept}"));
        return Ok(Redirect::to(&place).into_response());
    }
    let is_looked_at = !typed.text("preview").is_empty();
    // Whoever cannot read it is not answered: it goes in another language when that is meant.
    let is_unconfirmed = !is_confirmed && other_language(&page.page.case, &answer).is_some();
    if is_looked_at || is_unconfirmed {
        let findings = state
            .clerks
            .judge_answer(&page.page.case, page.page.news_by, &answer)
            .findings;
        let shown = Shown {
            answer: &answer,
            findings: Some(&findings),
            notice: None,
            other: Vec::new(),
            is_confirmed,
        };
        let page = view(&state, &visit, officer, &page, shown)?;
        let page = if is_looked_at { page } else { page.refused() };
        return Ok(page.into_response());
    }
    let version = typed.text("version").parse().unwrap_or(0);
    let fate = state
        .clerks
        .answer_with_draft(
            officer.clone(),
            parsed,
            version,
            answer.clone(),
            draft.map(|version| drafts::spent(Verb::Answer, &typed, version)),
        )
        .await;
    let (findings, notice) = match fate {
        Ok(AnswerFate::Sent) => {
            let kept = Asked::kept(&visit);
            let place = visit.path(&format!("/desk/case/{reference}{kept}"));
            return Ok(Redirect::to(&place).into_response());
        }
        Ok(AnswerFate::Stopped(findings)) => (Some(findings), None),
        Err(Trouble::Stale) => (
            None,
            Some(visit.voice.say("error-changed-meanwhile").into_owned()),
        ),
        Err(Trouble::Refused(refusal)) => (None, Some(say_refusal(&visit, refusal.key()))),
        Err(error) => return Err(trouble(&visit, &error).into()),
    };
    let is_stale = notice.is_some();
    let shown = Shown {
        answer: &answer,
        findings: findings.as_deref(),
        notice,
        other: Vec::new(),
        is_confirmed,
    };
    let page = view(&state, &visit, officer, &page, shown)?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

/// The answer as typed.
fn read(typed: &Typed) -> TypedAnswer {
    TypedAnswer {
        outcome: Outcome::from_word(typed.text("outcome")),
        reasons: typed.text("reasons").to_owned(),
        ground: typed.text("ground").to_owned(),
        body: typed.text("body").to_owned(),
        recourse: typed.text("recourse").to_owned(),
    }
}

/// The case for whoever may answer it; the gate's remarks are for those alone.
async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &str,
) -> Result<DeskPage, Problem> {
    let reference =
        Reference::parse(reference).map_err(|_| Problem::at(visit, Kind::NoSuchCase))?;
    state
        .clerks
        .desk_page_to_answer(officer.clone(), reference)
        .await
        .map_err(|error| trouble(visit, &error))
}

/// The letter that an answer would become.
fn letter(state: &State, desk: &DeskPage, officer: &Officer, answer: &TypedAnswer) -> Letter {
    let case = &desk.page.case;
    let voice = chikaya_i18n::Voice::of(case.language);
    let country = state.clerks.country();
    let Judged { letter, .. } = state.clerks.judge_answer(case, desk.page.news_by, answer);
    Letter {
        language: case.language.code(),
        direction: voice.direction(),
        organisation: country
            .organisations
            .name_of(&officer.organisation, case.language)
            .to_owned(),
        about: voice.say("desk-answer-about").into_owned(),
        outcome: answer.outcome.map_or_else(String::new, |outcome| {
            voice
                .say(&format!("case-outcome-{outcome}-means"))
                .into_owned()
        }),
        lines: letter
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

/// What the gate asks of every answer, and whether this one has it.
fn points(visit: &Visit, answer: &TypedAnswer, findings: &[GateFinding]) -> Vec<Point> {
    let mut points: Vec<Point> = findings
        .iter()
        .filter(|finding| finding.blocks())
        .map(|finding| Point {
            field: Some(field_of(*finding)),
            sentence: visit.voice.say(finding.key()).into_owned(),
        })
        .collect();
    let needs_ground = answer.outcome.is_some_and(Outcome::needs_ground);
    let needs_body = answer.outcome == Some(Outcome::Redirected);
    let asked = [
        ("outcome", "gate-outcome-chosen"),
        ("reasons", "gate-reasons-given"),
        ("ground", "gate-ground-given"),
        ("body", "gate-body-given"),
        ("recourse", "gate-recourse-given"),
    ];
    let met: Vec<Point> = asked
        .into_iter()
        .filter(|(field, _)| *field != "ground" || needs_ground)
        .filter(|(field, _)| *field != "body" || needs_body)
        .filter(|(field, _)| points.iter().all(|point| point.field != Some(field)))
        .map(|(_, key)| Point {
            field: None,
            sentence: visit.voice.say(key).into_owned(),
        })
        .collect();
    points.extend(met);
    points
}

/// The field in which a finding is mended.
fn field_of(finding: GateFinding) -> &'static str {
    match finding {
        GateFinding::OutcomeMissing => "outcome",
        GateFinding::GroundMissing | GateFinding::GroundSaysNothing => "ground",
        GateFinding::BodyMissing => "body",
        GateFinding::RecourseMissing => "recourse",
        GateFinding::ReasonsMissing
        | GateFinding::ReasonsTooShort { .. }
        | GateFinding::StockPhraseAlone
        | GateFinding::StockPhraseBeside => "reasons",
    }
}

/// An answer as it stands on the page.
struct Shown<'a> {
    answer: &'a TypedAnswer,
    /// What the gate says of it; `None` when it was not asked.
    findings: Option<&'a [GateFinding]>,
    notice: Option<String>,
    /// What was written meanwhile in another window.
    other: Vec<String>,
    /// Whether it may go in another language than its filer's.
    is_confirmed: bool,
}

fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    desk: &DeskPage,
    shown: Shown<'_>,
) -> Result<Page, Problem> {
    let Shown {
        answer,
        findings,
        notice,
        other,
        is_confirmed,
    } = shown;
    let country = state.clerks.country();
    let organisation = country
        .organisations
        .name_of(&officer.organisation, visit.language())
        .to_owned();
    let mut faults = Faults::beside(other);
    let draft = drafts::of(desk, Verb::Answer);
    let mut remarks = Vec::new();
    for finding in findings.unwrap_or_default() {
        let sentence = visit.voice.say(finding.key()).into_owned();
        if finding.blocks() {
            faults.add(field_of(*finding), sentence);
        } else {
            remarks.push(sentence);
        }
    }
    let gate = findings.map_or_else(Vec::new, |findings| points(visit, answer, findings));
    let letter = findings.map(|_| letter(state, desk, &officer, answer));
    let asked_language = findings.and_then(|_| other_language(&desk.page.case, answer));
    let queues = queues(visit, &officer, None, &desk.counts);
    let case = &desk.page.case;
    if Outcome::ALL
        .iter()
        .any(|outcome| case.may_answer_with(*outcome) == Err(Refusal::NotExamined))
    {
        remarks.push(say_refusal(visit, Refusal::NotExamined.key()));
    }
    let page = AnswerPage {
        organisation,
        question: String::new(),
        queues,
        faults,
        notice,
        gate,
        remarks,
        reference: case.reference.to_string(),
        title: desk.page.title.clone(),
        words: desk.page.words.body.clone(),
        words_language: desk.page.words.language.clone().unwrap_or_default(),
        files: FileLink::list_at_desk(
            visit.voice,
            &desk.page.files,
            &visit.path(&format!("/desk/case/{}", case.reference)),
        ),
        reopened: reopened(&country, visit, desk),
        said: said(&country, visit, desk),
        letter,
        back: visit.path(&format!(
            "/desk/case/{}{}",
            case.reference,
            Asked::kept(visit)
        )),
        version: case.version,
        outcomes: Outcome::ALL
            .iter()
            .copied()
            .filter(|outcome| case.may_answer_with(*outcome).is_ok())
            .collect(),
        outcome: answer.outcome.map_or("", Outcome::as_str).to_owned(),
        reasons: answer.reasons.clone(),
        reasons_hint: visit.voice.say_with(
            "desk-answer-reasons-hint",
            &[(
                "language",
                Argument::Text(&visit.voice.say(&format!("language-{}", case.language))),
            )],
        ),
        ground: answer.ground.clone(),
        body: answer.body.clone(),
        other_language: asked_language.map(|found| in_other_language(visit, case, found)),
        is_confirmed,
        recourse_fixed: state.clerks.recourse(case, desk.page.news_by),
        recourse: answer.recourse.clone(),
        follows: follows(visit.voice, desk.page.news_by),
        mark: drafts::mark(desk, Verb::Answer),
        by: draft.map(|draft| drafts::by(&country, visit.voice, draft)),
        beside: beside(&country, visit, desk, draft),
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}

/// Opinions, and what the filer wrote since.
fn said(country: &Country, visit: &Visit, desk: &DeskPage) -> Vec<Happened> {
    happened(country, visit.voice, &desk.page, DESK_WORDS, &desk.names)
        .into_iter()
        .zip(desk.page.timeline.iter().rev())
        .filter(|(_, entry)| {
            matches!(
                entry.fact,
                Fact::OpinionGiven { .. } | Fact::Replied { .. } | Fact::MessageAdded { .. }
            )
        })
        .map(|(said, _)| said)
        .collect()
}

/// What is asked about an answer that seems to be in another language than its filer's.
fn in_other_language(visit: &Visit, case: &Case, found: Language) -> String {
    let name = |language: Language| {
        visit
            .voice
            .say(&format!("language-{language}"))
            .into_owned()
    };
    visit.voice.say_with(
        "desk-answer-other-language",
        &[
            ("wanted", Argument::Text(&name(case.language))),
            ("found", Argument::Text(&name(found))),
        ],
    )
}

/// What colleagues are writing, beside the draft with which the form begins: who and when, and what.
fn beside(
    country: &Country,
    visit: &Visit,
    desk: &DeskPage,
    draft: Option<&DeskDraft>,
) -> Vec<(String, Vec<String>)> {
    desk.drafts
        .iter()
        .filter(|other| other.verb == Verb::Answer && Some(*other) != draft)
        .map(|other| {
            (
                drafts::by(country, visit.voice, other),
                drafts::lines(country, visit.voice, other),
            )
        })
        .collect()
}
