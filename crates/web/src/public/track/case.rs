//! `/{language}/track/{reference}`: who has the case, what is due and why, what happened, and what the filer can do.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    case::{Actor, Case, ClosingKey, Resolved, Side, Stage, Track, Treatment, Verb, verbs_in},
    clock::days_between,
    text,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country, Trouble,
    attachment::FILES_OF_CASE_AT_MOST,
    case::{
        answer::reopening_once_told,
        follow::{FilerAct, MESSAGE_LIMIT},
        page::CasePage,
    },
    message::way::NewsBy,
    token::CasePass,
};

use super::{
    added,
    kept::{KEEP, Kept},
    passes,
    push::{self, Push},
    said::{Answer, Question},
};
use crate::{
    door::Door,
    error::{Kind, Problem, say_refusal},
    form::{Faults, Protected, Typed},
    frame::Frame,
    interrupted,
    point::Place,
    public::{account, proof},
    settings::State,
    upload,
    visit::Visit,
    words::{FileLink, Happened, Page, Ruler, attempts, derivation, kind_word, news, too_long},
};

#[derive(Template)]
#[template(path = "public/track/case.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what the filer can do now: each is asked by the template alone"
)]
struct TrackPage {
    frame: Frame,
    faults: Faults,
    notice: Option<String>,
    /// Whether links to the case were sent by mail.
    has_links: bool,
    /// What says that wrong codes were tried.
    attempts: Option<String>,
    reference: String,
    seal: Option<String>,
    title: String,
    state_word: String,
    state_class: &'static str,
    state_icon: &'static str,
    state_means: String,
    kind_word: String,
    /// Whether it came by the door of danger.
    is_urgent: bool,
    organisation: String,
    /// What the day is by which the answer is due: for whoever gave no name, no promise.
    due_label: &'static str,
    due_day: String,
    due_left: String,
    is_open: bool,
    question: Option<Question>,
    answer: Option<Answer>,
    words: String,
    words_language: String,
    place: Option<Place>,
    ruler: Ruler,
    why: String,
    timeline: Vec<Happened>,
    /// The files, each with who added it.
    files: Vec<(FileLink, String)>,
    /// How news come from now on; nothing when none will.
    news: Option<String>,
    /// Whether its filer can say how they want to be told: nobody is told who gave no name.
    can_choose_news: bool,
    unproven: Option<(String, String)>,
    version: u32,
    can_reply: bool,
    can_add: bool,
    can_attach: bool,
    files_hint: String,
    can_judge: bool,
    can_reopen: bool,
    can_withdraw: bool,
    reopen_until: String,
    action: String,
    typed: Kept,
    /// Words that were sent and cannot be any more.
    unsent: Vec<String>,
    /// What says that the filer had the case reopened, while it is examined again.
    reopened: Option<String>,
    /// What the filer thinks of the answer, once they said so: question and answer.
    judged: Vec<(String, String)>,
    /// What they said of the problem, while the other question is open.
    judged_resolved: Option<Resolved>,
    /// Until when the question wants an answer.
    question_until: String,
    /// Which browsers are told of the case; nothing where none can be.
    push: Option<Push>,
}

/// What leads back from the page on which a filer said how they want to be told.
pub(super) const NEWS_SAID: &str = "news";

/// The act that ends the links in messages.
const END_LINKS: &str = "end-links";

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some((_, page)) = load(&state, &visit, &headers, &reference).await? else {
        return Ok(door(&visit, &reference).into_response());
    };
    let place = format!("/track/{reference}");
    let found = interrupted::find(&state, &visit, &headers, place, None).await?;
    // A form that met a closed door is told of; what merely stood beside another is in its field.
    let notice = found
        .as_ref()
        .filter(|post| !post.action.ends_with(&format!("/{KEEP}")))
        .map(|_| visit.voice.say("kept-notice").into_owned())
        .or_else(|| {
            let key = match visit.parameter("done")?.as_str() {
                END_LINKS => "track-links-ended",
                NEWS_SAID => "preference-saved",
                push::BEGIN => "push-on",
                push::END => "push-off",
                _ => return None,
            };
            Some(visit.voice.say(key).into_owned())
        });
    let kept = found.map_or_else(Kept::default, |post| Kept::of(&Typed::of(post.fields)));
    Ok(view(&state, &visit, &page, Faults::default(), notice, kept)?.into_response())
}

/// `POST …/{act}`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference, name)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let Some((pass, page)) = load(&state, &visit, &headers, &reference).await? else {
        return Ok(door(&visit, &reference).into_response());
    };
    let kept = Kept::of(&typed);
    if name == KEEP {
        let beside = kept.beside(&reference);
        return Ok(match typed.text("go") {
            // For the module that keeps what is being typed.
            KEEP => (beside, KEEP).into_response(),
            code => {
                let language = Language::from_code(code).unwrap_or_else(|| visit.language());
                let place = format!("/{}/track/{}", language.code(), page.case.reference);
                (beside, Redirect::to(&place)).into_response()
            }
        });
    }
    if name == END_LINKS {
        state
            .clerks
            .end_links(pass)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        let place = visit.path(&format!("/track/{}?done={END_LINKS}", page.case.reference));
        return Ok((kept.beside(&reference), Redirect::to(&place)).into_response());
    }
    if name == push::BEGIN || name == push::END {
        if let Err(key) = push::carry_out(&state, &visit, pass, &name, &typed).await? {
            let notice = Some(visit.voice.say(key).into_owned());
            let page = view(&state, &visit, &page, Faults::default(), notice, kept)?;
            return Ok(page.refused().into_response());
        }
        let place = visit.path(&format!("/track/{}?done={name}", page.case.reference));
        return Ok((kept.beside(&reference), Redirect::to(&place)).into_response());
    }
    let act = read_act(&visit, &name, &typed).and_then(|act| adding_to(&visit, &page.case, act));
    let act = match act {
        Ok(act) => act,
        Err(Some((field, sentence))) => {
            let mut faults = Faults::default();
            faults.add(field, sentence);
            return Ok(view(&state, &visit, &page, faults, None, kept)?
                .refused()
                .into_response());
        }
        Err(None) => return Err(Problem::at(&visit, Kind::NotFound)),
    };
    let version = typed.text("version").parse().unwrap_or(0);
    let asked = Asked {
        pass,
        version,
        name: &name,
        act,
    };
    carry_out(&state, &visit, &headers, &reference, asked, kept).await
}

/// What a filer asks for.
pub(super) struct Asked<'a> {
    /// The proof of the case.
    pub(super) pass: CasePass,
    /// The version of the case that they saw.
    pub(super) version: u32,
    /// The act as it stands in forms.
    pub(super) name: &'a str,
    /// The act.
    pub(super) act: FilerAct,
}

/// Carries an act out and leads to the page; or shows why it cannot be, with everything that was typed.
pub(super) async fn carry_out(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
    asked: Asked<'_>,
    kept: Kept,
) -> Result<Response, Problem> {
    let Asked {
        pass,
        version,
        name,
        act,
    } = asked;
    let notice = match state.clerks.act_as_filer(pass, version, act).await {
        Ok(()) => {
            let place = visit.path(&format!("/track/{reference}"));
            let beside = kept.without(name).beside(reference);
            return Ok((beside, Redirect::to(&place)).into_response());
        }
        Err(Trouble::Stale) => "error-changed-meanwhile",
        Err(Trouble::Refused(refusal)) => refusal.key(),
        Err(trouble) => return Err(Problem::from_trouble(visit, &trouble)),
    };
    let Some((_, fresh)) = load(state, visit, headers, reference).await? else {
        return Ok(door(visit, reference).into_response());
    };
    let notice = Some(say_refusal(visit, notice));
    let page = view(state, visit, &fresh, Faults::default(), notice, kept)?;
    Ok(page.stale().into_response())
}

/// The case of the address, when this browser holds a proof for it or is signed in to an account that has it.
pub(super) async fn load(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
) -> Result<Option<(CasePass, CasePage)>, Problem> {
    for pass in passes::held(state, headers) {
        match state.clerks.follow(pass.clone()).await {
            Ok(page) if page.case.reference.as_str() == reference => {
                return Ok(Some((pass, page)));
            }
            Ok(_) | Err(Trouble::NotFound) => {}
            Err(trouble) => return Err(Problem::from_trouble(visit, &trouble)),
        }
    }
    account::open_case(state, visit, headers, reference).await
}

/// The page that asks for reference and code; it says nothing of whether the reference exists. It leads to the case by
/// itself, and back to other pages of the case.
pub(super) fn door(visit: &Visit, reference: &str) -> Door {
    let encoded: String = url::form_urlencoded::byte_serialize(reference.as_bytes()).collect();
    let place = format!("/track?reference={encoded}");
    if visit.arrival.rest == format!("/track/{reference}") {
        Door::leading_by_itself(visit.path(&place))
    } else {
        Door::of(visit, &place, None)
    }
}

/// What the filer asks; `Err(None)` when there is no such act.
pub(super) fn read_act(
    visit: &Visit,
    name: &str,
    typed: &Typed,
) -> Result<FilerAct, Option<(&'static str, String)>> {
    let text = |field: &'static str, empty: &str| {
        let text = typed.text(field);
        if text.is_empty() {
            return Err(Some((field, visit.voice.say(empty).into_owned())));
        }
        let over = text::over(text, MESSAGE_LIMIT);
        if over > 0 {
            let sentence = too_long(visit.voice, over, MESSAGE_LIMIT);
            return Err(Some((field, sentence)));
        }
        Ok(text.to_owned())
    };
    match name {
        "reply" => Ok(FilerAct::Reply(text("reply", "error-reply-empty")?)),
        "message" => Ok(FilerAct::AddMessage(text("message", "error-reply-empty")?)),
        "reopen" => {
            let reason = text("reason", "error-reopen-reason-empty")?;
            // The office reads it as it read the first words: it has to say something.
            if !text::says_something(&reason) {
                let sentence = visit.voice.say("error-too-short").into_owned();
                return Err(Some(("reason", sentence)));
            }
            Ok(FilerAct::Reopen(reason))
        }
        "withdraw" => Ok(FilerAct::Withdraw),
        "judge" => Resolved::from_word(typed.text("resolved")).map_or_else(
            || {
                Err(Some((
                    "resolved",
                    visit.voice.say("error-choose-one").into_owned(),
                )))
            },
            |resolved| {
                Ok(FilerAct::Judge {
                    resolved,
                    treatment: Treatment::from_word(typed.text("treatment")),
                })
            },
        ),
        _ => Err(None),
    }
}

/// Whoever judges the answer once more adds what was left open.
fn adding_to(
    visit: &Visit,
    case: &Case,
    act: FilerAct,
) -> Result<FilerAct, Option<(&'static str, String)>> {
    let adds_nothing = case.judgement.is_some()
        && matches!(
            act,
            FilerAct::Judge {
                treatment: None,
                ..
            }
        );
    if adds_nothing {
        let sentence = visit.voice.say("error-choose-one").into_owned();
        return Err(Some(("treatment", sentence)));
    }
    Ok(act)
}

/// Until when a case can be reopened, in words; empty before there is an answer.
fn reopen_until(country: &Country, voice: Voice, case: &Case) -> String {
    if case.is_answer_untold() {
        return reopening_once_told(voice, country.policies.version(case.policy));
    }
    case.last_answer.as_ref().map_or_else(String::new, |last| {
        voice.say_with(
            "due-reopen-until",
            &[("date", Argument::Date(last.reopen_until))],
        )
    })
}

/// What says that the filer had a case reopened, while it is examined again.
fn reopened(voice: Voice, case: &Case) -> Option<String> {
    (case.reopenings > 0 && case.stage.is_open()).then(|| voice.say("track-reopened").into_owned())
}

/// The legal clock of a case. Nobody is promised an answer who gave no name to answer to: the words are those of the
/// receipt.
fn ruler(voice: Voice, page: &CasePage, organisation: &str) -> Ruler {
    let (start, due) = (page.clock_started, page.case.answer_due);
    let mut ruler = Ruler::new(voice, start, due, page.today, days_between(start, due));
    if page.case.person.is_none() {
        ruler.sentence = voice.say_with(
            "receipt-anonymous-due",
            &[
                ("organisation", Argument::Text(organisation)),
                ("date", Argument::Date(due)),
            ],
        );
    }
    ruler
}

/// What the filer said of the answer, question by question.
fn judged(voice: Voice, case: &Case) -> Vec<(String, String)> {
    let say = |key: &str| voice.say(key).into_owned();
    let Some(judgement) = &case.judgement else {
        return Vec::new();
    };
    let resolved = (
        say("case-resolved-question"),
        say(&format!("case-resolved-{}", judgement.resolved)),
    );
    let treatment = judgement.treatment.map(|treatment| {
        (
            say("case-treatment-question"),
            say(&format!("case-treatment-{treatment}")),
        )
    });
    std::iter::once(resolved).chain(treatment).collect()
}

/// Until when the question that waits wants an answer, in words; empty where none waits.
fn question_until(voice: Voice, page: &CasePage) -> String {
    let until = page.case.reply_by_if_told(page.today);
    until.map_or_else(String::new, |day| {
        voice.say_with("track-question-until", &[("date", Argument::Date(day))])
    })
}

/// The class and icon that say a state again.
const fn state_sign(stage: Stage, days_left: i32) -> (&'static str, &'static str) {
    match stage {
        Stage::Waiting => ("is-wait", "pause"),
        Stage::Answered | Stage::Closed => ("is-done", "check"),
        _ if days_left < 0 => ("is-late", "alert"),
        _ => ("", "clock"),
    }
}

pub(super) fn view(
    state: &State,
    visit: &Visit,
    page: &CasePage,
    faults: Faults,
    notice: Option<String>,
    mut typed: Kept,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let case = &page.case;
    let stage = case.stage;
    let can = |verb| verbs_in(stage, Side::Filer).any(|legal| legal == verb);
    let organisation = country
        .organisations
        .name_of(&case.organisation, visit.language());
    let word = if case.closed_by == Some(ClosingKey::Withdrawn) {
        "withdrawn"
    } else {
        stage.as_str()
    };
    let (state_class, state_icon) = state_sign(stage, page.days_left);
    let days = i64::from(page.days_left);
    let due_left = if days < 0 {
        voice.say_with("due-days-late", &[("days", Argument::Number(-days))])
    } else {
        voice.say_with("due-days-left", &[("days", Argument::Number(days))])
    };
    let law = country.law_of(case);
    let may = |verb| case.may(verb, &Actor::Filer, page.today, law).is_ok();
    let may_reopen = may(Verb::Reopen);
    let (can_reply, can_add) = (can(Verb::Reply), can(Verb::AddMessage) && !can(Verb::Reply));
    let unsent = typed.settle(can_reply, can_add, may_reopen);
    let is_anonymous = case.person.is_none();
    let base = visit.path(&format!("/track/{}", case.reference));
    Page::of(
        visit,
        &TrackPage {
            frame: Frame::of(state, visit).keeping(None),
            faults,
            notice,
            has_links: matches!(page.news_by, NewsBy::Email | NewsBy::Sms),
            attempts: page
                .attempts
                .as_ref()
                .map(|tried| attempts(state, voice, "track-attempts", tried)),
            reference: case.reference.to_string(),
            seal: state.seal(visit.voice, &case.reference),
            title: page.title.clone(),
            state_word: voice.say(&format!("case-state-{word}")).into_owned(),
            state_class,
            state_icon,
            state_means: if case.closed_by == Some(ClosingKey::Withdrawn) {
                voice.say("case-closing-withdrawn").into_owned()
            } else {
                voice.say(&format!("case-state-{stage}-means")).into_owned()
            },
            kind_word: kind_word(voice, case.kind, case.track),
            is_urgent: case.track == Track::Danger,
            organisation: organisation.to_owned(),
            due_label: if is_anonymous {
                "track-due-anonymous"
            } else {
                "label-due"
            },
            due_day: voice.date(case.answer_due),
            due_left,
            is_open: stage.is_open(),
            question: Question::of(&country, visit, page),
            answer: Answer::of(&country, visit, page),
            words: page.words.body.clone(),
            words_language: page.words.language.clone().unwrap_or_default(),
            place: Place::of(&country, visit, page),
            ruler: ruler(voice, page, organisation),
            why: derivation(voice, &page.answer_due, case.reopenings > 0),
            timeline: added::timeline(&country, visit, page),
            files: added::files(&country, visit, page, &base),
            news: (stage != Stage::Closed).then(|| news(voice, page.news_by)),
            can_choose_news: !is_anonymous,
            unproven: proof::unproven(page).map(|contact| {
                let why = if page.is_failing {
                    voice.say("preference-proof-again").into_owned()
                } else {
                    proof::why(voice, &contact)
                };
                (proof::masked(&contact), why)
            }),
            version: case.version,
            can_reply,
            can_add,
            can_attach: can(Verb::AddFile),
            files_hint: upload::hint(voice, FILES_OF_CASE_AT_MOST),
            can_judge: may(Verb::Judge),
            can_reopen: may_reopen,
            can_withdraw: can(Verb::Withdraw),
            reopen_until: reopen_until(&country, voice, case),
            action: base,
            typed,
            unsent,
            reopened: reopened(voice, case),
            judged: judged(voice, case),
            judged_resolved: case.judgement.map(|judgement| judgement.resolved),
            question_until: question_until(voice, page),
            push: Push::of(state, visit, page),
        },
    )
}
