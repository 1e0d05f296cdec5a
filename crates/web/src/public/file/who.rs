//! `/{language}/file/{draft}/who`: who must answer: suggested with the reason, searched, or not known.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::Organisation,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Orientation,
    draft::{
        Written as _,
        filing::{FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{
    Other, Progress, Sent, Taken, UNKNOWN, again, and_again, onward, open, sent, step_path, take,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    public::look_up,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Bodies offered for what was typed.
const OFFERED: usize = 10;

/// The question by which subjects ask for the office concerned.
const OFFICE: &str = "office";

/// Bodies offered for the office that an answer names.
const OFFERED_FOR_OFFICE: usize = 3;

/// A body that may answer.
pub(crate) struct Body {
    /// Its code.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// Why it is suggested, or what it is.
    pub(crate) small: String,
    /// Whether it is the one that answers in every case.
    is_suggested: bool,
    /// Whether it receives nothing here, so that it cannot be chosen.
    is_outside: bool,
}

#[derive(Template)]
#[template(path = "public/file/who.html")]
struct WhoPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    sought: String,
    because: String,
    /// That the body chosen before is chosen no more.
    dropped: Option<String>,
    /// That it takes a commune to say who answers, and where to choose it.
    smaller: Option<(String, String)>,
    bodies: Vec<Body>,
    chosen: String,
    /// The place, near which bodies are looked for first.
    near: String,
}

/// What was asked of the page, and what another page brought to the step meanwhile.
struct Asked<'a> {
    sought: &'a str,
    /// The bodies that were meant by it.
    found: Vec<OrganisationCode>,
    other: Option<Other>,
}

impl<'a> Asked<'a> {
    fn of(country: &Country, content: &TypedFiling, sought: &'a str, other: Option<Other>) -> Self {
        let place = content.where_it_is(country);
        let found = if sought.is_empty() {
            named(country, content)
        } else {
            look_up::bodies(country, sought, place.as_ref(), OFFERED)
        };
        Self {
            sought,
            found: found.into_iter().map(|body| body.code.clone()).collect(),
            other,
        }
    }
}

/// The bodies meant by the office that the filer named, where the one that is suggested only hands on what it gets.
fn named<'a>(country: &'a Country, content: &TypedFiling) -> Vec<&'a Organisation> {
    let hands_on = competent(country, content).as_ref() == Some(&country.reform_authority);
    let Some(office) = content.details.get(OFFICE).filter(|_| hands_on) else {
        return Vec::new();
    };
    let place = content.where_it_is(country);
    look_up::bodies(country, office, place.as_ref(), OFFERED_FOR_OFFICE)
}

/// The body that answers in every case.
fn competent(country: &Country, content: &TypedFiling) -> Option<OrganisationCode> {
    country.competent(
        content.subject.as_ref(),
        content.where_it_is(country).as_ref(),
    )
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let step = (&token, &draft, Step::Who);
    if let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await? {
        return Ok(page);
    }
    let asked = Asked::of(&state.clerks.country(), &draft.content, "", None);
    Ok(page(&state, &visit, &token, &draft, asked, Faults::default())?.into_response())
}

/// `POST`: looks a name up, or keeps the choice and goes on.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let sent = Sent::now(typed);
    let answer = answer(&state, &visit, &token, &mut draft, &sent).await?;
    let place = step_path(&visit, &token, "who") + again(&visit) + sent.results();
    let seen = draft.content.mark(Step::Who);
    Ok(sent.answered_at(&visit, &place, &seen, answer))
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
    let sought = typed.text("sought").to_owned();
    let choice = typed.text("organisation").to_owned();
    let organisation = OrganisationCode::parse(&choice).ok().filter(|code| {
        country
            .organisations
            .find(code)
            .is_some_and(|body| body.receives)
    });
    let is_unknown = choice == UNKNOWN;
    let is_suggestion =
        organisation.is_some() && organisation == competent(&country, &draft.content);
    let is_chosen = organisation.is_some() || is_unknown;
    let looks_up = typed.has("look-up");
    let change = move |content: &mut TypedFiling| {
        // What is suggested stands chosen on the page: whoever looks further has not chosen it.
        if looks_up && is_suggestion && !content.organisation_suggested {
            return;
        }
        content.organisation = organisation.clone().filter(|_| !is_suggestion);
        content.organisation_unknown = is_unknown;
        content.organisation_suggested = is_suggestion;
        if is_chosen {
            content.organisation_dropped = None;
        }
    };
    let step = Step::Who;
    match take(state, visit, token, draft, sent, step, change).await? {
        Taken::Beside(other) => {
            let asked = Asked::of(&country, &draft.content, &sought, Some(other));
            let page = page(state, visit, token, draft, asked, Faults::default())?;
            return Ok(page.stale().into_response());
        }
        Taken::Aside(elsewhere) => return Ok(elsewhere),
        Taken::Kept => {}
    }
    if is_chosen && !looks_up {
        return Ok(onward(state, visit, token, draft, "who"));
    }
    let asked = Asked::of(&country, &draft.content, &sought, None);
    let mut faults = Faults::default();
    if !looks_up && sought.is_empty() {
        faults.add("organisation", visit.voice.say("error-organisation-empty"));
    } else if !sought.is_empty() && asked.found.is_empty() {
        faults.add(
            "sought",
            visit.voice.say_with(
                "error-organisation-not-found",
                &[("typed", Argument::Text(&sought))],
            ),
        );
    }
    let is_wrong = !faults.is_empty();
    let page = page(state, visit, token, draft, asked, faults)?;
    Ok(if is_wrong { page.refused() } else { page }.into_response())
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    asked: Asked<'_>,
    faults: Faults,
) -> Result<Page, Problem> {
    let sought = asked.sought;
    let found_none = asked.found.is_empty();
    let country = state.clerks.country();
    let content = &draft.content;
    let mut bodies = suggested(&country, visit, content);
    let because = bodies
        .iter()
        .find(|body| body.is_suggested)
        .map_or_else(String::new, |body| {
            visit.voice.say_with(
                "filing-who-because",
                &[("reason", Argument::Text(&body.small))],
            )
        });
    let dropped = content.dropped(&country);
    let place = content.where_it_is(&country);
    let smaller = place
        .clone()
        .filter(|place| country.wants_commune(content.subject.as_ref(), place))
        .and_then(|place| country.territories.find(&place))
        .map(|place| {
            // A province and its main town bear one name: the authority's says which is meant.
            let name = country.authorities.get(&place.code).map_or_else(
                || place.names.in_language(visit.language()),
                |code| country.organisations.name_of(code, visit.language()),
            );
            (
                visit
                    .voice
                    .say_with("filing-who-smaller", &[("place", Argument::Text(name))]),
                format!(
                    "{}?within={}{}",
                    step_path(visit, token, "where"),
                    place.code,
                    and_again(visit)
                ),
            )
        });
    let chosen_before_and_found = content.organisation.iter().chain(&asked.found);
    let beside = beyond(&country, visit, place.as_ref())
        .chain(outside(&country, visit, content.subject.as_ref()))
        .chain(chosen_before_and_found.filter_map(|code| {
            let item = look_up::body(&country, visit, country.organisations.find(code)?);
            Some(Body {
                code: item.code,
                name: item.name,
                small: item.note,
                is_suggested: false,
                is_outside: item.is_outside,
            })
        }));
    for body in beside {
        if !bodies.iter().any(|known| known.code == body.code) {
            bodies.push(body);
        }
    }
    // What is suggested stands chosen, until someone looks further: what a search finds is nobody's choice. Nor does it
    // take the place of a choice that was dropped, or of an office that was named: whoever chose once chooses again.
    let is_first = sought.is_empty() && dropped.is_none() && found_none;
    let chosen = if content.organisation_unknown {
        UNKNOWN.to_owned()
    } else if content.organisation_suggested || is_first {
        let chosen = content.organisation.clone();
        chosen
            .or_else(|| competent(&country, content))
            .map(|code| code.to_string())
            .unwrap_or_default()
    } else {
        content
            .organisation
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    Page::of(
        visit,
        &WhoPage {
            frame: Frame::of(state, visit).keeping(Some("look-up")),
            progress: Progress::at(&country, visit, token, draft, "who").beside(asked.other),
            heading: visit.voice.say("filing-who-title").into_owned(),
            faults,
            sought: sought.to_owned(),
            because,
            dropped: dropped.map(|code| {
                let name = country.organisations.name_of(code, visit.language());
                visit.voice.say_with(
                    "filing-who-dropped",
                    &[("organisation", Argument::Text(name))],
                )
            }),
            smaller,
            bodies,
            chosen,
            near: place.map(|code| code.to_string()).unwrap_or_default(),
        },
    )
}

/// The bodies competent for subject and place, each with its reason.
pub(crate) fn suggested(country: &Country, visit: &Visit, content: &TypedFiling) -> Vec<Body> {
    let place = content.where_it_is(country);
    let competent = competent(country, content);
    country
        .suggest(content.subject.as_ref(), place.as_ref())
        .into_iter()
        .filter_map(|suggestion| {
            let body = country.organisations.find(&suggestion.organisation)?;
            let language = visit.language();
            let small = suggestion
                .when
                .as_ref()
                .unwrap_or(&suggestion.reason)
                .in_language(language)
                .to_owned();
            Some(Body {
                code: body.code.to_string(),
                name: body.names.in_language(language).to_owned(),
                small,
                is_suggested: competent.as_ref() == Some(&suggestion.organisation),
                is_outside: false,
            })
        })
        .collect()
}

/// The bodies that are offered where the place is no territory of the country.
fn beyond<'a>(
    country: &'a Country,
    visit: &'a Visit,
    place: Option<&TerritoryCode>,
) -> impl Iterator<Item = Body> + 'a {
    let language = visit.language();
    let beyond = country.beyond(place);
    beyond.into_iter().flat_map(move |beyond| {
        beyond.bodies.iter().filter_map(move |code| {
            let body = country.organisations.find(code)?;
            body.receives.then(|| Body {
                code: code.to_string(),
                name: body.names.in_language(language).to_owned(),
                small: beyond.reason.as_ref().map_or_else(String::new, |reason| {
                    reason.in_language(language).to_owned()
                }),
                is_suggested: false,
                is_outside: false,
            })
        })
    })
}

/// Where the portal orients people for a subject: institutions that receive nothing here.
fn outside<'a>(
    country: &'a Country,
    visit: &'a Visit,
    subject: Option<&SubjectCode>,
) -> impl Iterator<Item = Body> + 'a {
    let language = visit.language();
    country
        .orientations(subject)
        .iter()
        .map(move |orientation| Body {
            code: orientation.institution.to_string(),
            name: country
                .organisations
                .name_of(&orientation.institution, language)
                .to_owned(),
            small: orientation_words(visit, orientation),
            is_suggested: false,
            is_outside: true,
        })
}

/// In which case an institution outside of the portal is right, and why.
fn orientation_words(visit: &Visit, orientation: &Orientation) -> String {
    let language = visit.language();
    let reason = Argument::Text(orientation.reason.in_language(language));
    match &orientation.when {
        Some(when) => visit.voice.say_with(
            "filing-who-orientation",
            &[
                ("when", Argument::Text(when.in_language(language))),
                ("reason", reason),
            ],
        ),
        None => visit
            .voice
            .say_with("filing-who-orientation-always", &[("reason", reason)]),
    }
}
