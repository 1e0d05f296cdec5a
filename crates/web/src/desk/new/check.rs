//! `/{language}/desk/new/{draft}/check`: what was taken down, read back in the person's language, then filed.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    case::Consent,
    clock,
    person::{Category, Identity},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country, Trouble,
    draft::for_someone::{ForSomeoneDraft, TakenFate, TakenFault, TypedForSomeone},
    staff::Officer,
    token::Token,
};

use super::{
    super::{
        AtDesk,
        inbox::{QueueLink, beside},
        officer,
    },
    faults::told,
    opened::{open, place},
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    public::proof,
    settings::State,
    subject::subject_name,
    visit::Visit,
    words::{Page, news},
};

/// Something that is read back: what it is, and what was written.
struct Said {
    label: String,
    lines: Vec<String>,
    /// Whether it runs from left to right in every language.
    is_plain: bool,
}

#[derive(Template)]
#[template(path = "desk/read-back.html")]
struct ReadBackPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    action: String,
    back: String,
    /// The language of what is read out, and its direction.
    language: &'static str,
    direction: &'static str,
    /// What is said before.
    lead: String,
    said: Vec<Said>,
    /// What is promised.
    promise: String,
    news: Option<String>,
    /// What they are asked at the end.
    agree: String,
    consent: String,
    /// Whether a code is to be read out.
    wants_code: bool,
    code_hint: String,
    /// The version that was read back.
    version: i64,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    let (token, draft) = open(&state, &visit, &officer, &word).await?;
    must_be_whole(&state, &visit, &token, &draft)?;
    let shown = Shown::default();
    Ok(page(&state, &visit, officer, (&token, &draft), shown).await?)
}

/// `POST`: sends a code, or files.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let trouble = |trouble: Trouble| Problem::from_trouble(&visit, &trouble);
    let token = Token::parse(&word);
    let version: i64 = typed.text("version").parse().unwrap_or(0);
    // What was filed a moment ago, by a press before, is shown as filed.
    if let Some(token) = &token
        && let Ok(TakenFate::Filed(receipt)) = state
            .clerks
            .file_for_someone(officer.clone(), token.clone(), 0)
            .await
    {
        return Ok(to_receipt(&visit, receipt.reference.as_str()));
    }
    let (token, draft) = open(&state, &visit, &officer, &word).await?;
    must_be_whole(&state, &visit, &token, &draft)?;
    if draft.version != version {
        return stale(&state, &visit, officer, (&token, &draft)).await;
    }
    let content = &draft.content;
    if let Some(contact) = content.contact_for_code().filter(|_| content.lacks_code()) {
        if typed.text("act") == "code" {
            let language = content.filing.language;
            let sending = state.clerks.send_contact_code(contact, language).await;
            let notice = Some(proof::told(visit.voice, sending.map_err(trouble)?));
            let shown = Shown {
                notice,
                ..Shown::default()
            };
            let page = page(&state, &visit, officer, (&token, &draft), shown).await?;
            return Ok(page.into_response());
        }
        let fault = match proof::read_code(&typed, visit.voice) {
            Err(faults) => Some(faults),
            Ok(code) => {
                let proven = state
                    .clerks
                    .prove_contact_for_someone(officer.clone(), token.clone(), contact, code)
                    .await
                    .map_err(trouble)?;
                proof::fault_of(proven, visit.voice)
            }
        };
        if let Some(faults) = fault {
            let shown = Shown {
                faults,
                notice: None,
            };
            let page = page(&state, &visit, officer, (&token, &draft), shown).await?;
            return Ok(page.refused().into_response());
        }
    }
    // A code that was proven just now is part of the draft.
    let (token, draft) = open(&state, &visit, &officer, &word).await?;
    let fate = state
        .clerks
        .file_for_someone(officer.clone(), token.clone(), draft.version)
        .await;
    match fate {
        Ok(TakenFate::Filed(receipt)) => Ok(to_receipt(&visit, receipt.reference.as_str())),
        Ok(TakenFate::Faulty(found)) if found == [TakenFault::CodeMissing] => {
            let country = state.clerks.country();
            let shown = Shown {
                faults: told(&country, &visit, &draft.content, &found),
                notice: None,
            };
            let page = page(&state, &visit, officer, (&token, &draft), shown).await?;
            Ok(page.refused().into_response())
        }
        // The country may have changed since the page was made.
        Ok(TakenFate::Faulty(_)) => Err(to_page(&visit, &token)),
        Err(Trouble::Stale) => stale(&state, &visit, officer, (&token, &draft)).await,
        Err(error) => Err(trouble(error).into()),
    }
}

/// What is said beside what is read back.
#[derive(Default)]
struct Shown {
    faults: Faults,
    notice: Option<String>,
}

fn to_receipt(visit: &Visit, reference: &str) -> Response {
    Redirect::to(&visit.path(&format!("/desk/filed/{reference}"))).into_response()
}

fn to_page(visit: &Visit, token: &Token) -> Detour {
    Detour::Elsewhere(visit.path(&place(token, "?judged=yes")))
}

/// Leads what is no filing yet back to its page.
fn must_be_whole(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &ForSomeoneDraft,
) -> Result<(), Detour> {
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    if draft.content.faults(&country, today).is_empty() {
        Ok(())
    } else {
        Err(to_page(visit, token))
    }
}

/// The page anew: nothing is filed that was not read back.
async fn stale(
    state: &State,
    visit: &Visit,
    officer: Officer,
    draft: (&Token, &ForSomeoneDraft),
) -> Result<Response, Detour> {
    let shown = Shown {
        notice: Some(visit.voice.say("taken-read-again").into_owned()),
        ..Shown::default()
    };
    let page = page(state, visit, officer, draft, shown).await?;
    Ok(page.stale().into_response())
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    (token, draft): (&Token, &ForSomeoneDraft),
    shown: Shown,
) -> Result<Page, Problem> {
    let queues = beside(state, visit, &officer).await?;
    let country = state.clerks.country();
    let content = &draft.content;
    let typed = &content.filing;
    let voice = Voice::of(typed.language);
    let today = country.calendar.date_of(state.clerks.now());
    let policy = country.policies.in_force_on(today);
    let policy = &*policy.on(typed.track);
    let deposited = content.deposited().map_or(today, |day| day.min(today));
    let due = clock::answer_due(deposited, policy, &country.calendar, None, &[]);
    let consent = content.consent().map_or("", Consent::as_str);
    let news = if typed.is_anonymous {
        None
    } else {
        let by = state.clerks.news_by(typed.contacts(&country)).await;
        let by = by.map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        Some(news(voice, by))
    };
    let page = ReadBackPage {
        organisation: country
            .organisations
            .name_of(&officer.organisation, visit.language())
            .to_owned(),
        question: String::new(),
        queues,
        faults: shown.faults,
        notice: shown.notice,
        action: visit.path(&place(token, "/check")),
        back: visit.path(&place(token, "")),
        language: typed.language.code(),
        direction: typed.language.direction(),
        lead: voice.say("taken-read-lead").into_owned(),
        said: said(&country, voice, draft),
        promise: if typed.is_anonymous {
            voice.say("filing-check-anonymous-after").into_owned()
        } else {
            let date = [("date", Argument::Date(due.date))];
            voice.say_with("filing-check-after-text", &date)
        },
        news,
        agree: voice.say("taken-read-agree").into_owned(),
        consent: visit
            .voice
            .say(&format!("taken-consent-{consent}"))
            .into_owned(),
        wants_code: content.lacks_code(),
        code_hint: content
            .contact_for_code()
            .map_or_else(String::new, |contact| {
                let contact = Argument::Text(contact.value());
                visit
                    .voice
                    .say_with("taken-code-hint", &[("contact", contact)])
            }),
        version: draft.version,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}

/// Everything that was written, in the words in which it is read out.
fn said(country: &Country, voice: Voice, draft: &ForSomeoneDraft) -> Vec<Said> {
    let content = &draft.content;
    let typed = &content.filing;
    let say = |key: &str| voice.say(key).into_owned();
    let words = |label: &str, lines: Vec<String>| Said {
        label: say(label),
        lines,
        is_plain: false,
    };
    let mut said = vec![
        words(
            "label-kind",
            vec![say(&format!("case-kind-{}", typed.kind))],
        ),
        words("filing-what-title", vec![typed.text.clone()]),
        words(
            "label-subject",
            vec![subject_name(country, voice, typed.subject.as_ref())],
        ),
    ];
    let details: Vec<String> = typed
        .answers(country, typed.language)
        .into_iter()
        .map(|(label, answer)| format!("{label} {answer}"))
        .collect();
    if !details.is_empty() {
        said.push(words("filing-details-title", details));
    }
    said.push(words("label-place", where_it_is(country, voice, content)));
    said.push(words(
        "filing-who-title",
        vec![who_answers(country, voice, content)],
    ));
    if !draft.files.is_empty() {
        let names = draft.files.iter().map(|file| file.name.clone());
        said.push(words("label-attachments", names.collect()));
    }
    said.extend(person(voice, content));
    said
}

fn where_it_is(country: &Country, voice: Voice, content: &TypedForSomeone) -> Vec<String> {
    let typed = &content.filing;
    let mut place = Vec::new();
    if !typed.place.is_empty() {
        place.push(typed.place.clone());
    }
    match typed.where_it_is(country) {
        Some(code) => {
            let chain: Vec<&str> = country
                .territories
                .chain(&code)
                .map(|step| step.names.in_language(voice.language()))
                .collect();
            place.push(chain.join(" · "));
        }
        None if place.is_empty() => place.push(voice.say("word-unknown").into_owned()),
        None => {}
    }
    place
}

/// The body that will have it: the one that was chosen, or the one that answers for subject and place.
fn who_answers(country: &Country, voice: Voice, content: &TypedForSomeone) -> String {
    let typed = &content.filing;
    let place = typed.where_it_is(country);
    let code = typed
        .organisation
        .clone()
        .or_else(|| country.competent(typed.subject.as_ref(), place.as_ref()))
        .unwrap_or_else(|| country.reform_authority.clone());
    let name = country.organisations.name_of(&code, voice.language());
    name.to_owned()
}

/// What was written of the person: read out in full, so that a slip is heard.
fn person(voice: Voice, content: &TypedForSomeone) -> Vec<Said> {
    let typed = &content.filing;
    let say = |key: &str| voice.say(key).into_owned();
    let line = |label: &str, value: &str, is_plain: bool| Said {
        label: say(label),
        lines: vec![value.to_owned()],
        is_plain,
    };
    if typed.is_anonymous {
        let anonymous = say("case-category-anonymous");
        return vec![line("label-filer", &anonymous, false)];
    }
    let name = match typed.category {
        Some(Category::Person) | None => "label-full-name",
        Some(_) => "label-body-name",
    };
    let mut said = vec![line(name, &typed.name, false)];
    if typed.is_body() {
        said.push(line("label-representative", &typed.representative, false));
        said.push(line("label-quality", &typed.quality, false));
    }
    let kind = typed.identity_kind();
    let number = Identity::parse(kind, &typed.identity_number);
    if let Ok(identity) = number {
        let label = format!("identity-{kind}");
        said.push(line(&label, identity.number(), true));
    }
    said.push(line("label-on-behalf", &typed.on_behalf_of, false));
    if !typed.wants_no_contact() {
        said.push(line("label-phone", &typed.phone, true));
        said.push(line("label-email", &typed.email, true));
        said.push(line("label-address", &typed.address, false));
    }
    said.retain(|said| said.lines.iter().any(|line| !line.is_empty()));
    said
}
