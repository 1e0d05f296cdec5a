//! `/{language}/file/{draft}/about`: what it is about, and so who must answer: heard from the words, or chosen from the
//! list.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{Language, case::Track, id::SubjectCode};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, HeardSubject,
    draft::{
        Written as _,
        filing::{FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{
    CHANGE, Other, Progress, Sent, Taken, UNKNOWN, changes_one, onward_or_who, open, sent,
    step_path, take, way,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Subjects heard from the words, at most.
const HEARD: usize = 5;

/// What is less likely than this is not offered: a common word points to much.
const UNLIKELY: f32 = 0.002;

/// The value that says: none of these, but one from the list.
const LISTED: &str = "listed";

/// A subject that the words seem to be about.
pub(crate) struct Offered {
    /// Its code.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// Who must answer for it there, in words; nothing where that is asked on a page of its own.
    pub(crate) goes: Option<String>,
    /// The words that decided.
    pub(crate) because: Option<String>,
}

#[derive(Template)]
#[template(path = "public/file/about.html")]
struct AboutPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    offered: Vec<Offered>,
    /// What is chosen: a code that is offered, or one of the two values that are none.
    chosen: String,
    /// What is chosen from the list.
    listed: String,
    /// The short doors that may be the right ones: word, sign and address.
    doors: Vec<(&'static str, &'static str, String)>,
    /// Sectors with their subjects: code and name.
    sectors: Vec<(String, Vec<(String, String)>)>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let step = (&token, &draft, Step::About);
    if let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await? {
        return Ok(page);
    }
    let faults = Faults::default();
    Ok(page(&state, &visit, &token, &draft, None, faults, None)?.into_response())
}

/// `POST`: keeps the subject and goes on.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let sent = Sent::now(typed);
    let answer = answer(&state, &visit, &token, &mut draft, &sent).await?;
    Ok(sent.answered(&visit, &draft.content.mark(Step::About), answer))
}

/// What the step answers to what was sent: its page, or where it leads.
async fn answer(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &mut FilingDraft,
    sent: &Sent,
) -> Result<Response, Detour> {
    let typed = &sent.typed;
    let country = state.clerks.country();
    let asked_before = draft.content.subject.clone();
    let chosen = Chosen::of(&country, typed, asked_before.as_ref());
    let subject = chosen.subject();
    // Beside each subject that is offered stands who must answer for it: whoever chooses one has seen that, too. Heard
    // here, and not in the transaction that keeps it.
    let is_offered = subject
        .as_ref()
        .is_some_and(|subject| is_offered_with_body(&country, &draft.content, subject));
    let change = move |content: &mut TypedFiling| {
        content.subject.clone_from(&subject);
        let has_own = content.organisation.is_some() || content.organisation_unknown;
        if !has_own && content.organisation_dropped.is_none() {
            content.organisation_suggested = is_offered;
        }
    };
    let step = Step::About;
    match take(state, visit, token, draft, sent, step, change).await? {
        Taken::Beside(other) => {
            let (faults, other) = (Faults::default(), Some(other));
            let page = page(state, visit, token, draft, Some(&chosen), faults, other)?;
            return Ok(page.stale().into_response());
        }
        Taken::Aside(elsewhere) => return Ok(elsewhere),
        Taken::Kept => {}
    }
    let mut faults = Faults::default();
    match chosen {
        Chosen::Nothing => faults.add("subject", visit.voice.say("error-choose-one")),
        Chosen::NotListed => faults.add("listed", visit.voice.say("error-choose-from-list")),
        Chosen::Both(..) => faults.add("listed", visit.voice.say("error-subjects-two")),
        Chosen::Subject(_) | Chosen::Unknown => {}
    }
    if !faults.is_empty() {
        let page = page(state, visit, token, draft, Some(&chosen), faults, None)?;
        return Ok(page.refused().into_response());
    }
    // Another subject may have a door of its own, and asks other questions.
    let is_new = asked_before != draft.content.subject;
    if changes_one(visit) && is_new && way::door_of(&country, &draft.content).is_some() {
        let place = step_path(visit, token, "door") + CHANGE;
        return Ok(Redirect::to(&place).into_response());
    }
    if changes_one(visit) && is_new && way::asks(&country, &draft.content) {
        let place = step_path(visit, token, "details") + CHANGE;
        return Ok(Redirect::to(&place).into_response());
    }
    Ok(onward_or_who(state, visit, token, draft, "about"))
}

/// What was chosen on the page.
enum Chosen {
    /// Nothing.
    Nothing,
    /// One of the list, and none there.
    NotListed,
    /// That the filer does not know.
    Unknown,
    /// A subject.
    Subject(SubjectCode),
    /// One that is offered and another one from the list, and nothing tells which was chosen last.
    Both(SubjectCode, SubjectCode),
}

impl Chosen {
    /// Reads a form, with the subject that stood chosen on its page: what was left as it stood was not chosen last.
    fn of(country: &Country, typed: &Typed, before: Option<&SubjectCode>) -> Self {
        let known = |word: &str| {
            SubjectCode::parse(word)
                .ok()
                .filter(|code| country.subjects.find(code).is_some())
        };
        let listed = known(typed.text("listed"));
        match typed.text("subject") {
            UNKNOWN => Self::Unknown,
            LISTED => listed.map_or(Self::NotListed, Self::Subject),
            // Whoever takes one from the list need not say before that it is none of those above.
            "" => listed.map_or(Self::Nothing, Self::Subject),
            word => match (known(word), listed) {
                (Some(offered), Some(listed)) if offered != listed => {
                    if before == Some(&offered) {
                        Self::Subject(listed)
                    } else if before == Some(&listed) {
                        Self::Subject(offered)
                    } else {
                        Self::Both(offered, listed)
                    }
                }
                (Some(offered), _) => Self::Subject(offered),
                (None, _) => Self::NotListed,
            },
        }
    }

    fn subject(&self) -> Option<SubjectCode> {
        match self {
            Self::Subject(code) => Some(code.clone()),
            Self::Nothing | Self::NotListed | Self::Unknown | Self::Both(..) => None,
        }
    }
}

/// The subjects offered for words.
pub(crate) fn heard(country: &Country, text: &str) -> impl Iterator<Item = HeardSubject> {
    let heard = country.heard(text, HEARD).into_iter();
    heard.filter(|heard| heard.confidence >= UNLIKELY)
}

/// Whether a subject is offered for the words of a draft, together with who answers for it there for certain.
fn is_offered_with_body(country: &Country, content: &TypedFiling, subject: &SubjectCode) -> bool {
    let place = content.where_it_is(country);
    heard(country, &content.text).any(|heard| heard.subject == *subject)
        && country.certain(Some(subject), place.as_ref()).is_some()
}

/// Whether other words seem to be about something else than was chosen for those before.
pub(super) fn is_to_be_asked_again(
    country: &Country,
    before: &TypedFiling,
    now: &TypedFiling,
) -> bool {
    let Some(subject) = now.subject.as_ref().filter(|_| before.text != now.text) else {
        return false;
    };
    let is_heard = |text: &str| {
        let mut heard = heard(country, text).peekable();
        heard.peek().is_none() || heard.any(|heard| heard.subject == *subject)
    };
    is_heard(&before.text) && !is_heard(&now.text)
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    chosen: Option<&Chosen>,
    faults: Faults,
    other: Option<Other>,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let language = visit.language();
    let content = &draft.content;
    let heard: Vec<HeardSubject> = heard(&country, &content.text).collect();
    let doors: BTreeSet<Track> = heard
        .iter()
        .map(|heard| &heard.subject)
        .chain(&content.subject)
        .filter_map(|subject| country.door_of(subject))
        .filter(|_| content.track == Track::Ordinary)
        .collect();
    let doors = doors.into_iter().map(|track| {
        let sign = if track.is_confidential() {
            "lock"
        } else {
            "alert"
        };
        let place = step_path(visit, token, "door");
        (track.as_str(), sign, format!("{place}?door={track}"))
    });
    let offered = offered(&country, visit, content, heard);
    let subject = content.subject.as_ref().map(ToString::to_string);
    let is_offered = offered
        .iter()
        .any(|offered| Some(&offered.code) == subject.as_ref());
    let value = match (&subject, chosen) {
        (_, Some(Chosen::Both(offered, _))) => offered.to_string(),
        (Some(code), _) if is_offered => code.clone(),
        (Some(_), _) | (None, Some(Chosen::NotListed)) => LISTED.to_owned(),
        (None, Some(Chosen::Unknown)) => UNKNOWN.to_owned(),
        (None, _) => String::new(),
    };
    let sectors = sectors(&country, language);
    let heading = if offered.is_empty() {
        "filing-subject-title"
    } else {
        "filing-about-title"
    };
    Page::of(
        visit,
        &AboutPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(&country, visit, token, draft, "about").beside(other),
            faults,
            heading: visit.voice.say(heading).into_owned(),
            offered,
            doors: doors.collect(),
            chosen: value,
            listed: match chosen {
                Some(Chosen::Both(_, listed)) => listed.to_string(),
                _ => subject.filter(|_| !is_offered).unwrap_or_default(),
            },
            sectors,
        },
    )
}

/// All subjects, sector by sector: code and name.
pub(crate) fn sectors(
    country: &Country,
    language: Language,
) -> Vec<(String, Vec<(String, String)>)> {
    let sectors = country.subjects.sectors().map(|sector| {
        let subjects = country.subjects.of_sector(&sector.code);
        let named = subjects.map(|subject| {
            let name = subject.names.in_language(language).to_owned();
            (subject.code.to_string(), name)
        });
        (
            sector.names.in_language(language).to_owned(),
            named.collect(),
        )
    });
    sectors.collect()
}

/// The subjects that the words seem to be about, each with who must answer for it there.
pub(crate) fn offered(
    country: &Country,
    visit: &Visit,
    content: &TypedFiling,
    heard: Vec<HeardSubject>,
) -> Vec<Offered> {
    let language = visit.language();
    let place = content.where_it_is(country);
    heard
        .into_iter()
        .filter_map(|heard| {
            let subject = country.subjects.find(&heard.subject)?;
            let certain = country.certain(Some(&heard.subject), place.as_ref());
            let goes = certain.map(|code| {
                let name = country.organisations.name_of(&code, language);
                visit.voice.say_with(
                    "filing-about-goes",
                    &[("organisation", Argument::Text(name))],
                )
            });
            let because = (!heard.because.is_empty()).then(|| {
                let words = visit.voice.list(heard.because);
                visit
                    .voice
                    .say_with("filing-about-because", &[("words", Argument::Text(&words))])
            });
            Some(Offered {
                code: subject.code.to_string(),
                name: subject.names.in_language(language).to_owned(),
                goes,
                because,
            })
        })
        .collect()
}
