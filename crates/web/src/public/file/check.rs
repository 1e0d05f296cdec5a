//! `/{language}/file/{draft}/check`: everything once more, then sent, once.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    clock::{self, Policy},
    person::{Category, Contact, Email, Identity, Phone, PostalAddress},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Orientation, Trouble,
    case::report::receiving_body,
    draft::filing::{Fault, FilingDraft, FilingFate},
    message::way::NewsBy,
    token::Token,
};

use super::{
    CHANGE, Progress, Sent, browser, browser_word, left, name_of, open, step_path, verify, way,
    what::of_kind,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    point,
    settings::State,
    subject::subject_name,
    visit::Visit,
    words::{Page, derivation, news},
};

struct Answer {
    label: String,
    lines: Vec<String>,
    change: String,
    is_plain: bool,
    /// Whether a contact is proven, in words, and where it can be proven.
    proof: Option<(String, Option<String>)>,
}

#[derive(Template)]
#[template(path = "public/file/check.html")]
struct CheckPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    matter: Vec<Answer>,
    you: Vec<Answer>,
    promise: String,
    /// How news come from then on; nothing where the promise says that none can.
    news: Option<String>,
    /// Why the answer is due by the day promised; nothing where none is.
    why: Option<String>,
    /// What becomes of what is known of the filer.
    personal: String,
    /// The version of the draft that the page shows.
    version: i64,
    notice: Option<String>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    choose_again(&state, &visit, &token, &draft)?;
    let seen = draft.version.to_string();
    let sent = Sent::before(&state, &visit, &headers, &seen).await?;
    let objection = sent.and_then(|sent| Objection::to(&draft, &sent.typed));
    let mut faults = Faults::default();
    let page = match objection {
        None => page(&state, &visit, &token, &draft, faults, None).await?,
        Some(Objection::Undeclared) => {
            faults.add("declaration", visit.voice.say("error-declaration"));
            page(&state, &visit, &token, &draft, faults, None)
                .await?
                .refused()
        }
        Some(Objection::Changed) => {
            let notice = Some(visit.voice.say("kept-check-again").into_owned());
            page(&state, &visit, &token, &draft, faults, notice)
                .await?
                .stale()
        }
    };
    Ok(page.into_response())
}

/// Why what stands on the page is not sent, though it could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Objection {
    /// The draft is another one than its filer has seen.
    Changed,
    /// Its filer has not declared it.
    Undeclared,
}

impl Objection {
    /// What is to be said to a form.
    fn to(draft: &FilingDraft, typed: &Typed) -> Option<Self> {
        let shown = typed.text("version").parse().unwrap_or(draft.version);
        if shown != draft.version {
            Some(Self::Changed)
        } else if typed.has("declaration") {
            None
        } else {
            Some(Self::Undeclared)
        }
    }
}

/// `POST`: files.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, draft) = open(&state, &visit, &word).await?;
    let objection = Objection::to(&draft, &typed);
    let sent = Sent::now(typed);
    if objection == Some(Objection::Changed) {
        return Ok(shown_again(&visit, &draft, sent));
    }
    let faults = draft.content.faults(&state.clerks.country());
    if !faults.is_empty() {
        return Ok(to_first(&visit, &token, &faults));
    }
    choose_again(&state, &visit, &token, &draft)?;
    if objection.is_some() {
        return Ok(shown_again(&visit, &draft, sent));
    }
    let browser = browser(&state, &visit);
    match state
        .clerks
        .file_draft(token.clone(), draft.version, browser, visit.language())
        .await
    {
        Ok(FilingFate::Filed(_)) => {
            let place = step_path(&visit, &token, "receipt");
            let mut response = Redirect::to(&place).into_response();
            left::forget(&mut response, &state);
            Ok(response)
        }
        // The country may have changed since the page was made.
        Ok(FilingFate::Faulty(faults)) => Ok(to_first(&visit, &token, &faults)),
        Err(Trouble::Stale) => {
            let (_, draft) = open(&state, &visit, &word).await?;
            Ok(shown_again(&visit, &draft, sent))
        }
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble).into()),
    }
}

/// Leads whose chosen body does not answer any more to where they are told so: nothing is sent to one that another choice
/// was made over.
fn choose_again(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
) -> Result<(), Detour> {
    if draft.content.dropped(&state.clerks.country()).is_some() {
        return Err(Detour::Elsewhere(step_path(visit, token, "who") + CHANGE));
    }
    Ok(())
}

/// To the page anew, with what is to be said to the form: nothing is sent that its filer has not seen.
fn shown_again(visit: &Visit, draft: &FilingDraft, sent: Sent) -> Response {
    let seen = draft.version.to_string();
    sent.answered(visit, &seen, StatusCode::OK.into_response())
}

/// To the first step that has something to mend.
fn to_first(visit: &Visit, token: &Token, faults: &[Fault]) -> Response {
    let step = faults
        .first()
        .map_or("check", |fault| name_of(fault.step()));
    Redirect::to(&step_path(visit, token, step)).into_response()
}

async fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    faults: Faults,
    notice: Option<String>,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let today = country.calendar.date_of(state.clerks.now());
    let policy = country.policies.in_force_on(today);
    let policy = &*policy.on(draft.content.track);
    let due = clock::answer_due(today, policy, &country.calendar, None, &[]);
    let organisation = organisation_name(&country, policy, visit, draft);
    let is_anonymous = draft.content.is_anonymous;
    let news = if is_anonymous {
        None
    } else {
        let by = state.clerks.news_by(draft.content.contacts(&country)).await;
        let by = by.map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        Some(news(voice, by))
    };
    Page::of(
        visit,
        &CheckPage {
            frame: Frame::of(state, visit),
            progress: Progress::at(&country, visit, token, draft, "check"),
            faults,
            heading: voice.say("filing-check-title").into_owned(),
            matter: matter(&country, visit, token, draft, &organisation),
            you: you(state, visit, token, draft),
            promise: if is_anonymous {
                voice.say("filing-check-anonymous-after").into_owned()
            } else {
                voice.say_with(
                    "filing-check-after-text",
                    &[("date", Argument::Date(due.date))],
                )
            },
            news,
            why: (!is_anonymous).then(|| derivation(voice, &due, false)),
            personal: voice
                .say(if is_anonymous {
                    "filing-check-anonymous-lead"
                } else {
                    "about-personal-data-lead"
                })
                .into_owned(),
            version: draft.version,
            notice,
        },
    )
}

fn organisation_name(
    country: &Country,
    policy: &Policy,
    visit: &Visit,
    draft: &FilingDraft,
) -> String {
    if draft.content.track.is_confidential() {
        let reader = receiving_body(country, policy);
        let name = country.organisations.name_of(reader, visit.language());
        return name.to_owned();
    }
    let chosen = draft.content.organisation.clone().or_else(|| {
        country.competent(
            draft.content.subject.as_ref(),
            draft.content.where_it_is(country).as_ref(),
        )
    });
    let code = chosen.unwrap_or_else(|| country.reform_authority.clone());
    country
        .organisations
        .name_of(&code, visit.language())
        .to_owned()
}

fn matter(
    country: &Country,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    organisation: &str,
) -> Vec<Answer> {
    let voice = visit.voice;
    let language = visit.language();
    let content = &draft.content;
    let answer = |label: &str, lines: Vec<String>, step: &str| Answer {
        label: voice.say(label).into_owned(),
        lines,
        change: step_path(visit, token, step) + CHANGE,
        is_plain: false,
        proof: None,
    };
    let mut details: Vec<String> = content
        .answers(country, language)
        .into_iter()
        .map(|(label, typed)| format!("{label} {typed}"))
        .collect();
    if details.is_empty() {
        details.push(voice.say("filing-check-no-details").into_owned());
    }
    let mut place: Vec<String> = Vec::new();
    if !content.place.is_empty() {
        place.push(content.place.clone());
    }
    if let Some(code) = content.where_it_is(country) {
        let chain: Vec<&str> = country
            .territories
            .chain(&code)
            .map(|step| step.names.in_language(language))
            .collect();
        place.push(chain.join(" · "));
    }
    if let Some(found) = point::find(country, content) {
        place.push(found.line(country, voice));
    }
    if place.is_empty() && content.place_unknown {
        place.push(voice.say("word-unknown").into_owned());
    }
    let subject = subject_name(country, voice, content.subject.as_ref());
    let files = if draft.files.is_empty() {
        vec![voice.say("filing-check-no-files").into_owned()]
    } else {
        draft.files.iter().map(|file| file.name.clone()).collect()
    };
    let mut matter = vec![
        Answer {
            label: of_kind(voice, "filing-what-title", content.kind),
            ..answer("filing-what-title", vec![content.text.clone()], "what")
        },
        answer("label-place", place, "where"),
        answer("label-subject", vec![subject], "about"),
    ];
    if content.track.is_confidential() {
        matter.truncate(2);
        matter.push(answer(
            "filing-concerned-title",
            vec![content.concerned.clone()],
            "concerned",
        ));
        matter.push(Answer {
            change: String::new(),
            ..answer(
                "receipt-report-readers-title",
                vec![organisation.to_owned()],
                "concerned",
            )
        });
        matter.push(answer("label-attachments", files, "files"));
        return matter;
    }
    if way::asks(country, content) {
        matter.push(answer("filing-details-title", details, "details"));
    }
    let who = vec![organisation.to_owned()];
    matter.push(answer("filing-who-title", who, "who"));
    let outside: Vec<String> = country
        .orientations(content.subject.as_ref())
        .iter()
        .map(|orientation| orientation_line(country, language, orientation))
        .collect();
    if !outside.is_empty() {
        matter.push(Answer {
            change: String::new(),
            ..answer("filing-check-outside", outside, "about")
        });
    }
    matter.push(answer("label-attachments", files, "files"));
    matter
}

/// An institution outside of the portal, in which case it is right, and why.
fn orientation_line(country: &Country, language: Language, orientation: &Orientation) -> String {
    let name = country
        .organisations
        .name_of(&orientation.institution, language);
    let when = orientation
        .when
        .as_ref()
        .map(|when| when.in_language(language));
    let reason = orientation.reason.in_language(language);
    [Some(name), when, Some(reason)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn you(state: &State, visit: &Visit, token: &Token, draft: &FilingDraft) -> Vec<Answer> {
    let voice = visit.voice;
    let is_shown = draft.content.is_shown_to(&browser_word(state, visit));
    let content = &if is_shown {
        draft.content.clone()
    } else {
        draft.content.masked()
    };
    let answer = |label: &str, line: String, is_plain: bool| Answer {
        label: voice.say(label).into_owned(),
        lines: vec![line],
        change: step_path(visit, token, "you") + CHANGE,
        is_plain,
        proof: None,
    };
    if content.is_anonymous {
        let anonymous = voice.say("case-category-anonymous").into_owned();
        let mut answers = vec![answer("label-filer", anonymous, false)];
        answers.extend(
            dropped(&[
                &content.name,
                &content.representative,
                &content.quality,
                &content.identity_number,
                &content.on_behalf_of,
                &content.email,
                &content.phone,
                &content.address,
            ])
            .map(|line| answer("filing-check-anonymous-dropped", line, false)),
        );
        return answers;
    }
    let mut answers = Vec::new();
    if let Some(category) = content.category.filter(|kind| *kind != Category::Person) {
        let words = voice.say(&format!("case-category-{category}"));
        answers.push(answer("label-filer", words.into_owned(), false));
    }
    let name_label = match content.category {
        Some(Category::Person) | None => "label-full-name",
        Some(_) => "label-body-name",
    };
    let name = if content.name.is_empty() && content.may_be_unnamed() {
        voice.say("filing-check-unnamed").into_owned()
    } else {
        content.name.clone()
    };
    answers.push(answer(name_label, name, false));
    let of_body = [
        ("label-representative", &content.representative),
        ("label-quality", &content.quality),
    ];
    for (label, shown) in of_body {
        if content.is_body() && !shown.is_empty() {
            answers.push(answer(label, shown.clone(), false));
        }
    }
    let kind = content.identity_kind();
    if !is_shown && !content.identity_number.is_empty() {
        let number = content.identity_number.clone();
        answers.push(answer(&format!("identity-{kind}"), number, true));
    } else if let Ok(identity) = Identity::parse(kind, &content.identity_number) {
        answers.push(answer(&format!("identity-{kind}"), identity.masked(), true));
    }
    if !content.on_behalf_of.is_empty() {
        answers.push(answer(
            "label-on-behalf",
            content.on_behalf_of.clone(),
            false,
        ));
    }
    if content.wants_no_contact() {
        answers.extend(
            dropped(&[&content.email, &content.phone, &content.address])
                .map(|line| answer("filing-check-anonymous-dropped", line, false)),
        );
    } else if is_shown {
        answers.extend(contacts(state, visit, token, draft));
    } else {
        for (label, shown) in [
            ("label-email", &content.email),
            ("label-phone", &content.phone),
            ("label-address", &content.address),
        ] {
            if !shown.is_empty() {
                answers.push(answer(label, shown.clone(), true));
            }
        }
    }
    // What is none of the ways is told at its step before anything is sent.
    let way = content.way().map_or("nothing", NewsBy::as_str);
    answers.push(answer(
        "filing-you-answer-by",
        voice.say(&format!("filing-you-by-{way}")).into_owned(),
        false,
    ));
    answers
}

/// What was typed and goes nowhere, if there is any: it is named.
fn dropped(typed: &[&String]) -> Option<String> {
    let typed: Vec<&str> = typed
        .iter()
        .map(|typed| typed.as_str())
        .filter(|typed| !typed.is_empty())
        .collect();
    (!typed.is_empty()).then(|| typed.join(" · "))
}

/// The contacts that will be kept; the one a code can prove with whether it is proven.
fn contacts(state: &State, visit: &Visit, token: &Token, draft: &FilingDraft) -> Vec<Answer> {
    let voice = visit.voice;
    let content = &draft.content;
    let provable = verify::provable(state, content);
    let is_unproven = verify::unproven(state, content).is_some();
    let proof = |contact: &Contact| {
        (provable.as_ref() == Some(contact)).then(|| {
            if is_unproven {
                let place = step_path(visit, token, "verify");
                let words = voice.say("filing-you-code-not-done");
                (words.into_owned(), Some(place))
            } else {
                (voice.say("filing-you-code-done").into_owned(), None)
            }
        })
    };
    let answer = |label: &str, shown: String, contact: &Contact| Answer {
        label: voice.say(label).into_owned(),
        lines: vec![shown],
        change: step_path(visit, token, "you") + CHANGE,
        is_plain: !matches!(contact, Contact::Letter(_)),
        proof: proof(contact),
    };
    let email = Email::parse(&content.email).ok().map(|email| {
        let shown = email.as_str().to_owned();
        answer("label-email", shown, &Contact::Email(email))
    });
    let phone = Phone::parse(&content.phone, state.clerks.country().numbering)
        .ok()
        .map(|phone| {
            let shown = phone.masked();
            answer("label-phone", shown, &Contact::Phone(phone))
        });
    let letter = PostalAddress::parse(&content.address).ok().map(|address| {
        let shown = address.as_str().to_owned();
        answer("label-address", shown, &Contact::Letter(address))
    });
    [email, phone, letter].into_iter().flatten().collect()
}
