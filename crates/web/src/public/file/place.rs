//! `/{language}/file/{draft}/where`: the place, from region to commune or by coordinates, and in the filer's own words.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    id::TerritoryCode,
    territory::{Coordinates, Level},
    text::line,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country,
    draft::{
        Written as _,
        filing::{FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{
    Other, Progress, Sent, Taken, UNKNOWN, again, faults::tell, onward_or_who, open, sent,
    step_path, take,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::ENTER,
    frame::Frame,
    point,
    public::look_up::{self, Item},
    settings::State,
    visit::Visit,
    words::Page,
};

/// Places offered for what was typed.
const OFFERED: usize = 8;

#[derive(Template)]
#[template(path = "public/file/where.html")]
struct PlacePage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    sought: String,
    /// Coordinates as typed.
    coordinates: String,
    coordinates_hint: String,
    /// Where they lie, to be checked.
    found: Option<String>,
    /// The point for which `found` is said.
    confirmed: String,
    place: String,
    /// Whether only words can say where it is: the town and the country.
    wants_words: bool,
    offered: Vec<Item>,
    chosen: String,
    /// What may be given that is no territory of the country: code and name.
    beyond: Vec<(String, String)>,
    /// The way down the list so far, largest first.
    levels: Vec<Item>,
    /// What lies within the last of them and has more within it.
    within: Vec<Item>,
}

/// What was asked of the page: a name, or a step down the list; and what another page brought to the step meanwhile.
struct Asked<'a> {
    sought: &'a str,
    /// The places that were meant by it.
    found: Vec<TerritoryCode>,
    within: Option<&'a str>,
    other: Option<Other>,
}

/// `GET`, perhaps a step down the list (`?within=`).
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let within = visit.parameter("within");
    let step = (&token, &draft, Step::Where);
    if within.is_none()
        && let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await?
    {
        return Ok(page);
    }
    let asked = Asked {
        sought: "",
        found: Vec::new(),
        within: within.as_deref(),
        other: None,
    };
    Ok(page(&state, &visit, &token, &draft, asked, Faults::default())?.into_response())
}

/// `POST`: looks a name up, or keeps the place and goes on.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let sent = Sent::now(typed);
    let answer = answer(&state, &visit, &token, &mut draft, &sent).await?;
    // Where a step down the list was asked for is in what was sent.
    let place = step_path(&visit, &token, "where") + again(&visit);
    let place = place + sent.results();
    let seen = draft.content.mark(Step::Where);
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
    let Said {
        place,
        coordinates,
        is_unknown,
        chosen,
        sought,
    } = Said::of(&country, typed);
    let found = country.places(&sought, OFFERED);
    // What Enter presses in other fields than the one of names goes on, once the name was looked for.
    let was_sought = typed.text("shown") == sought;
    let looks_up = match typed.text("look-up") {
        "" => false,
        ENTER => !sought.is_empty() && !was_sought,
        _ => true,
    };
    let is_asked = looks_up || typed.has("within") || typed.has("locate");
    let chosen = chosen.or_else(|| {
        let alone = alone_named(&country, &found, &sought)?;
        (!is_asked && !is_unknown).then(|| alone.clone())
    });
    let beyond = country.beyond(chosen.as_ref());
    let territory = chosen_by_person(&country, &draft.content, chosen.as_ref(), &coordinates);
    let change = move |content: &mut TypedFiling| {
        content.place.clone_from(&place);
        content.coordinates.clone_from(&coordinates);
        content.territory.clone_from(&territory);
        content.place_unknown = is_unknown;
    };
    let within = typed.has("within").then(|| typed.text("within").to_owned());
    let asked = |other| Asked {
        sought: &sought,
        found: found.clone(),
        within: within.as_deref(),
        other,
    };
    let step = Step::Where;
    match take(state, visit, token, draft, sent, step, change).await? {
        Taken::Beside(other) => {
            let (asked, faults) = (asked(Some(other)), Faults::default());
            let page = page(state, visit, token, draft, asked, faults)?;
            return Ok(page.stale().into_response());
        }
        Taken::Aside(elsewhere) => return Ok(elsewhere),
        Taken::Kept => {}
    }
    let asked = asked(None);
    if within.is_some() {
        let faults = Faults::default();
        return Ok(page(state, visit, token, draft, asked, faults)?.into_response());
    }
    let mut faults = Faults::default();
    let content = &draft.content;
    let has_territory = content.territory.is_some();
    // Whoever types another name than that of the place chosen before means the name; what was found for it already
    // stands on the page, and whoever goes on from there has seen it and left the place chosen.
    let is_found = |chosen: &TerritoryCode| asked.found.contains(chosen);
    let is_sought = beyond.is_some() || is_unknown || chosen.as_ref().is_some_and(is_found);
    let is_settled = is_sought || (was_sought && chosen.is_some());
    let presses_search = looks_up;
    let looks_up = presses_search || !(sought.is_empty() || is_settled);
    if looks_up && !sought.is_empty() && asked.found.is_empty() {
        let typed = [("typed", Argument::Text(&sought))];
        faults.add(
            "sought",
            visit.voice.say_with("error-place-unknown", &typed),
        );
    }
    let goes_on_to_search = !presses_search && !is_sought && !sought.is_empty();
    if goes_on_to_search && faults.is_empty() && chosen.is_none() && !typed.has("locate") {
        faults.add("sought", visit.voice.say("error-place-choose"));
    }
    let found = point::find(&country, content);
    tell(
        &mut faults,
        &content.faults_of(Step::Where, &country),
        visit.voice,
    );
    let locates = typed.has("locate");
    if locates && content.coordinates.is_empty() {
        faults.add("coordinates", visit.voice.say("error-coordinates-empty"));
    }
    let goes_on = !looks_up && !locates;
    let has_place = has_territory || is_unknown || !content.place.is_empty() || found.is_some();
    if goes_on && faults.is_empty() && !has_place {
        faults.add("sought", visit.voice.say("error-place-empty"));
    }
    if !faults.is_empty() {
        return Ok(page(state, visit, token, draft, asked, faults)?
            .refused()
            .into_response());
    }
    // Whoever gives a point sees where it lies before going on, once for each point.
    let is_seen = found.is_none_or(|found| {
        chosen.as_ref() == Some(&found.located.territory)
            || typed.text("confirmed") == found.point.to_string()
    });
    if goes_on && is_seen {
        return Ok(onward_or_who(state, visit, token, draft, "where"));
    }
    Ok(page(state, visit, token, draft, asked, faults)?.into_response())
}

/// The one place that was found, when what was typed is its name.
fn alone_named<'a>(
    country: &Country,
    found: &'a [TerritoryCode],
    typed: &str,
) -> Option<&'a TerritoryCode> {
    let [alone] = found else {
        return None;
    };
    is_named(country, alone, typed).then_some(alone)
}

/// Whether a name is that of a place, in one of its languages.
fn is_named(country: &Country, place: &TerritoryCode, typed: &str) -> bool {
    let typed = line(typed).to_lowercase();
    country.beyond(Some(place)).is_none()
        && country.territories.find(place).is_some_and(|place| {
            let mut languages = Language::ALL.into_iter();
            languages.any(|language| place.names.in_language(language).to_lowercase() == typed)
        })
}

/// What was typed of the place.
struct Said {
    place: String,
    coordinates: String,
    is_unknown: bool,
    chosen: Option<TerritoryCode>,
    sought: String,
}

impl Said {
    fn of(country: &Country, typed: &Typed) -> Self {
        let chosen = TerritoryCode::parse(typed.text("territory"))
            .ok()
            .filter(|code| country.territories.find(code).is_some());
        let sought = typed.text("sought").to_owned();
        let mut place = line(typed.text("place"));
        // Whoever looked for a town abroad has said where it is.
        let beyond = country.beyond(chosen.as_ref());
        if place.is_empty() && beyond.is_some_and(|beyond| beyond.wants_words) {
            place = line(&sought);
        }
        Self {
            place,
            coordinates: typed.text("coordinates").to_owned(),
            is_unknown: typed.text("territory") == UNKNOWN,
            chosen,
            sought,
        }
    }
}

/// The territory as far as it is the person's own choice: the commune in which a point lies stands chosen on the page,
/// and follows the point.
fn chosen_by_person(
    country: &Country,
    before: &TypedFiling,
    chosen: Option<&TerritoryCode>,
    coordinates: &str,
) -> Option<TerritoryCode> {
    let of_point = |point: Option<Coordinates>| country.place_of(None, point).ok().flatten();
    let now = of_point(Coordinates::parse(coordinates).ok());
    let chosen = chosen?;
    let is_of_point = Some(chosen) == now.as_ref();
    let was_of_point =
        before.territory.is_none() && Some(chosen) == of_point(before.point()).as_ref();
    let follows = is_of_point || (was_of_point && now.is_some());
    (!follows).then(|| chosen.clone())
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    asked: Asked<'_>,
    faults: Faults,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let content = &draft.content;
    // What is wrong with coordinates is said when they are sent; until then they merely lie nowhere.
    let found = point::find(&country, content);
    let by_point = found.as_ref().map(|found| found.located.territory.clone());
    let chosen = content.territory.clone().or_else(|| by_point.clone());
    let mut codes: Vec<TerritoryCode> = by_point.into_iter().collect();
    if let Some(chosen) = &chosen
        && !codes.contains(chosen)
    {
        codes.push(chosen.clone());
    }
    let found_by_name = asked.found.clone();
    for code in asked.found {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    // These stand at the end of the list, unless they were looked for, as a town abroad is.
    codes.retain(|code| country.beyond(Some(code)).is_none() || found_by_name.contains(code));
    let wants_words = country
        .beyond(chosen.as_ref())
        .is_some_and(|beyond| beyond.wants_words);
    let beyond = country
        .beyond
        .iter()
        .filter(|beyond| !codes.contains(&beyond.territory.code))
        .map(|beyond| {
            let names = &beyond.territory.names;
            (
                beyond.territory.code.to_string(),
                names.in_language(visit.language()).to_owned(),
            )
        })
        .collect();
    let step = asked
        .within
        .and_then(|code| TerritoryCode::parse(code).ok())
        .filter(|code| country.territories.find(code).is_some());
    let mut within = Vec::new();
    for territory in country.territories.within(step.as_ref()) {
        // Regions and provinces lead further down; from communes on one chooses.
        match territory.level {
            Level::Country => {}
            Level::Region | Level::Province | Level::Prefecture => {
                within.extend(look_up::place(&country, visit, &territory.code));
            }
            Level::Commune | Level::Arrondissement => {
                if !codes.contains(&territory.code) {
                    codes.push(territory.code.clone());
                }
            }
        }
    }
    let mut levels: Vec<Item> = step
        .iter()
        .flat_map(|code| country.territories.chain(code))
        .filter_map(|step| look_up::place(&country, visit, &step.code))
        .collect();
    levels.reverse();
    let offered = codes
        .iter()
        .filter_map(|code| look_up::place(&country, visit, code))
        .collect();
    Page::of(
        visit,
        &PlacePage {
            frame: Frame::of(state, visit).keeping(Some("look-up")),
            progress: Progress::at(&country, visit, token, draft, "where").beside(asked.other),
            heading: visit.voice.say("filing-where-title").into_owned(),
            faults,
            sought: asked.sought.to_owned(),
            coordinates: content.coordinates.clone(),
            coordinates_hint: visit.voice.say_with(
                "filing-where-point-hint",
                &[("example", Argument::Text(point::EXAMPLE))],
            ),
            confirmed: found
                .as_ref()
                .map(|found| found.point.to_string())
                .unwrap_or_default(),
            found: found.map(|found| found.sentence(&country, visit.voice)),
            place: content.place.clone(),
            wants_words,
            offered,
            levels,
            within,
            beyond,
            chosen: if content.place_unknown {
                UNKNOWN.to_owned()
            } else {
                chosen.map(|code| code.to_string()).unwrap_or_default()
            },
        },
    )
}
