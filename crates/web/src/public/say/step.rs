//! `/{language}/say/{draft}/{step}`: one question a page, answered by a recording, a picture, a touch or a number.

use askama::Template;
use axum::{
    extract::{FromRequest as _, Multipart, Path, Request, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{id::TerritoryCode, person::Category, text::line};
use chikaya_service::{
    Country,
    attachment::Destination,
    draft::{
        Changed,
        filing::{Fault, FilingDraft, FilingFate, Step, TypedFiling},
    },
    token::Token,
};

use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    public::file::{self, Sent, browser, browser_word, faults::sentence, left},
    settings::State,
    upload::{self, Upload},
    visit::Visit,
    words::Page,
};

/// What a page asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// What happened.
    Voice,
    /// What it looks like.
    Photo,
    /// Where it was.
    Where,
    /// Which number to ring.
    Phone,
}

impl Asked {
    const ALL: [Self; 4] = [Self::Voice, Self::Photo, Self::Where, Self::Phone];

    /// As it stands in addresses.
    const fn word(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Photo => "photo",
            Self::Where => "where",
            Self::Phone => "phone",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|asked| asked.word() == word)
    }

    /// Its number among the pages, the one of pictures being the first.
    const fn number(self) -> usize {
        match self {
            Self::Voice => 2,
            Self::Photo => 3,
            Self::Where => 4,
            Self::Phone => 5,
        }
    }

    /// The page before; none before the first question, where pictures are.
    const fn before(self) -> Option<Self> {
        match self {
            Self::Voice => None,
            Self::Photo => Some(Self::Voice),
            Self::Where => Some(Self::Photo),
            Self::Phone => Some(Self::Where),
        }
    }

    /// The page that mends a fault.
    const fn mending(fault: &Fault) -> Self {
        match fault.step() {
            Step::Where => Self::Where,
            Step::You => Self::Phone,
            Step::What | Step::About | Step::Details | Step::Who | Step::Concerned => Self::Voice,
        }
    }
}

/// The address of a question.
pub(super) fn step_path(visit: &Visit, token: &Token, asked: Asked) -> String {
    visit.path(&format!("/say/{}/{}", token.as_str(), asked.word()))
}

/// Pages of a filing by pictures.
const PAGES: usize = 5;

/// The field that carries what is wrong to the page that follows.
const SAID: &str = "said";

/// What the address of a page goes on with that is opened to mend something.
const MEND: &str = "?mend=yes";

/// Where a page lies among the others.
struct At {
    number: usize,
    back: String,
    action: String,
}

impl At {
    /// The class of the bar of a page.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates pass what they loop over"
    )]
    fn class(&self, number: &usize) -> &'static str {
        file::bar(*number, self.number)
    }

    /// Numbers of all pages.
    fn numbers() -> std::ops::RangeInclusive<usize> {
        1..=PAGES
    }
}

/// A file that is there already.
struct FileLine {
    icon: &'static str,
    name: String,
}

#[derive(Template)]
#[template(path = "public/say/file.html")]
struct FilePage {
    frame: Frame,
    at: At,
    faults: Faults,
    is_voice: bool,
    files: Vec<FileLine>,
}

/// A place to touch: where it leads, or what it answers.
struct Place {
    code: String,
    name: String,
    has_more: bool,
}

#[derive(Template)]
#[template(path = "public/say/where.html")]
struct WherePage {
    frame: Frame,
    at: At,
    faults: Faults,
    places: Vec<Place>,
    /// What the places lie in.
    within: Option<String>,
}

#[derive(Template)]
#[template(path = "public/say/phone.html")]
struct PhonePage {
    frame: Frame,
    at: At,
    faults: Faults,
    phone: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word, step)): Path<(String, String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let asked = asked(&visit, &step)?;
    let (token, draft) = file::open(&state, &visit, &word).await?;
    let told = Sent::told(&state, &visit, &headers).await?;
    let mut faults = Faults::default();
    for said in told.all(SAID) {
        faults.add_another(field_of(asked), said);
    }
    if visit.parameter("mend").is_some() {
        for said in to_mend(&state, &visit, &draft, asked) {
            faults.add_another(field_of(asked), &said);
        }
    }
    let is_faulty = !faults.is_empty();
    let frame = Frame::of(&state, &visit);
    let at = At {
        number: asked.number(),
        back: asked.before().map_or_else(
            || visit.path("/say"),
            |before| step_path(&visit, &token, before),
        ),
        action: step_path(&visit, &token, asked),
    };
    let page = match asked {
        Asked::Voice | Asked::Photo => Page::of(
            &visit,
            &FilePage {
                frame,
                at,
                faults,
                is_voice: asked == Asked::Voice,
                files: files(&draft),
            },
        ),
        Asked::Where => {
            let country = state.clerks.country();
            let within = visit
                .parameter("in")
                .and_then(|code| TerritoryCode::parse(&code).ok())
                .filter(|code| country.territories.find(code).is_some());
            Page::of(
                &visit,
                &WherePage {
                    frame,
                    at,
                    faults,
                    places: places(&country, &visit, within.as_ref()),
                    within: within.map(|code| name_of(&country, &visit, &code)),
                },
            )
        }
        Asked::Phone => Page::of(
            &visit,
            &PhonePage {
                frame,
                at,
                faults,
                phone: if draft.content.is_shown_to(&browser_word(&state, &visit)) {
                    draft.content.phone.clone()
                } else {
                    String::new()
                },
            },
        ),
    }?;
    Ok(if is_faulty { page.refused() } else { page }.into_response())
}

/// `POST`: takes the answer, and asks the next question or files.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word, step)): Path<(String, String, String)>,
    visit: Visit,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Detour> {
    let asked = asked(&visit, &step)?;
    let (token, draft) = file::open(&state, &visit, &word).await?;
    match asked {
        Asked::Voice | Asked::Photo => {
            let body = Multipart::from_request(request, &state)
                .await
                .map_err(|_| Problem::at(&visit, Kind::NotUnderstood))?;
            take_file(&state, &visit, &headers, body, (&token, asked)).await
        }
        Asked::Where => {
            let Protected { typed, .. } = Protected::from_request(request, &state).await?;
            take_place(&state, &visit, &token, &typed).await
        }
        Asked::Phone => {
            let Protected { typed, .. } = Protected::from_request(request, &state).await?;
            if draft.files.is_empty() {
                return Ok(mend(&visit, &token, Asked::Voice));
            }
            file_it(&state, &visit, &token, &typed).await
        }
    }
}

fn asked(visit: &Visit, word: &str) -> Result<Asked, Problem> {
    Asked::from_word(word).ok_or_else(|| Problem::at(visit, Kind::NotFound))
}

/// The field beside which a page tells what is wrong.
const fn field_of(asked: Asked) -> &'static str {
    match asked {
        Asked::Voice | Asked::Photo => "files",
        Asked::Where => "territory",
        Asked::Phone => "phone",
    }
}

/// To a page that has something to mend, which says what.
fn mend(visit: &Visit, token: &Token, asked: Asked) -> Response {
    Redirect::to(&(step_path(visit, token, asked) + MEND)).into_response()
}

/// What a page has to mend before anything is filed, in words.
fn to_mend(state: &State, visit: &Visit, draft: &FilingDraft, asked: Asked) -> Vec<String> {
    let faults = draft.content.faults(&state.clerks.country());
    let mut said: Vec<String> = faults
        .iter()
        .filter(|fault| Asked::mending(fault) == asked)
        .map(|fault| sentence(fault, visit.voice))
        .collect();
    if asked == Asked::Voice && draft.files.is_empty() {
        said.push(visit.voice.say("pictures-nothing").into_owned());
    }
    said
}

fn files(draft: &FilingDraft) -> Vec<FileLine> {
    let lines = draft.files.iter().map(|file| FileLine {
        icon: if file.preview { "image" } else { "listen" },
        name: file.name.clone(),
    });
    lines.collect()
}

async fn take_file(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    body: Multipart,
    (token, asked): (&Token, Asked),
) -> Result<Response, Detour> {
    let destination = Destination::draft::<TypedFiling>(token.clone());
    let Upload { faults, .. } = upload::receive(state, visit, headers, body, &destination)
        .await
        .map_err(Problem::from)?;
    if !faults.is_empty() {
        let said = faults.all().iter();
        let said = said.map(|(_, sentence)| (SAID.to_owned(), sentence.clone()));
        let place = step_path(visit, token, asked);
        return Ok(Sent::telling(visit, &place, said.collect()));
    }
    let next = if asked == Asked::Voice {
        Asked::Photo
    } else {
        Asked::Where
    };
    Ok(Redirect::to(&step_path(visit, token, next)).into_response())
}

/// What lies within a place, or the regions.
fn places(country: &Country, visit: &Visit, within: Option<&TerritoryCode>) -> Vec<Place> {
    let territories = &country.territories;
    // What lies beyond the country has to be said in words, which nobody is asked for here.
    let can_be_touched = |code: &TerritoryCode| {
        country
            .beyond(Some(code))
            .is_none_or(|beyond| !beyond.wants_words)
    };
    let places = territories
        .within(within)
        .filter(|territory| can_be_touched(&territory.code))
        .map(|territory| Place {
            code: territory.code.to_string(),
            name: name_of(country, visit, &territory.code),
            has_more: territories.within(Some(&territory.code)).next().is_some(),
        });
    places.collect()
}

fn name_of(country: &Country, visit: &Visit, code: &TerritoryCode) -> String {
    country
        .territories
        .find(code)
        .map_or_else(String::new, |territory| {
            territory.names.in_language(visit.language()).to_owned()
        })
}

async fn take_place(
    state: &State,
    visit: &Visit,
    token: &Token,
    typed: &Typed,
) -> Result<Response, Detour> {
    let coordinates = line(typed.text("coordinates"));
    let country = state.clerks.country();
    let territory = TerritoryCode::parse(typed.text("territory"))
        .ok()
        .filter(|code| country.territories.find(code).is_some());
    let is_unknown = territory.is_none() && coordinates.is_empty();
    let draft = change(state, visit, token, Step::Where, move |content| {
        content.territory.clone_from(&territory);
        content.coordinates.clone_from(&coordinates);
        content.place_unknown = is_unknown;
    })
    .await?;
    let faults = draft.faults(&country);
    if let Some(fault) = faults.iter().find(|fault| fault.step() == Step::Where) {
        // A point outside the country is none that was touched on purpose: the next try begins without it.
        let said = sentence(fault, visit.voice);
        change(state, visit, token, Step::Where, |content| {
            content.coordinates.clear();
            content.place_unknown = true;
        })
        .await?;
        let place = step_path(visit, token, Asked::Where);
        return Ok(Sent::telling(visit, &place, vec![(SAID.to_owned(), said)]));
    }
    Ok(Redirect::to(&step_path(visit, token, Asked::Phone)).into_response())
}

/// Writes down the number, or that there is none, and files.
async fn file_it(
    state: &State,
    visit: &Visit,
    token: &Token,
    typed: &Typed,
) -> Result<Response, Detour> {
    let phone = match typed.text("go") {
        "none" => String::new(),
        _ => line(typed.text("phone")),
    };
    if phone.is_empty() && typed.text("go") != "none" {
        let said = visit.voice.say("pictures-phone-missing").into_owned();
        let place = step_path(visit, token, Asked::Phone);
        return Ok(Sent::telling(visit, &place, vec![(SAID.to_owned(), said)]));
    }
    // Who gives a number is somebody: their name is heard in the recording.
    let name = visit.voice.say("pictures-name").into_owned();
    let typed_by = browser_word(state, visit);
    change(state, visit, token, Step::You, move |content| {
        let is_nobody = phone.is_empty();
        content.is_anonymous = is_nobody;
        content.category = Some(if is_nobody {
            Category::Anonymous
        } else {
            Category::Person
        });
        if is_nobody { "nothing" } else { "phone" }.clone_into(&mut content.preferred);
        content.name = if is_nobody {
            String::new()
        } else {
            name.clone()
        };
        content.phone.clone_from(&phone);
        content.typed_by = Some(typed_by.clone());
    })
    .await?;
    let (_, draft) = file::open(state, visit, token.as_str()).await?;
    let filed = state
        .clerks
        .file_draft(
            token.clone(),
            draft.version,
            browser(state, visit),
            visit.language(),
        )
        .await;
    match filed {
        Ok(FilingFate::Filed(_)) => {
            let mut response =
                Redirect::to(&file::step_path(visit, token, "receipt")).into_response();
            left::forget(&mut response, state);
            Ok(response)
        }
        Ok(FilingFate::Faulty(faults)) => {
            let asked = faults.first().map_or(Asked::Voice, Asked::mending);
            Ok(mend(visit, token, asked))
        }
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble).into()),
    }
}

/// Changes what a step brings; answers the draft as it is then.
async fn change(
    state: &State,
    visit: &Visit,
    token: &Token,
    step: Step,
    change: impl Fn(&mut TypedFiling) + Clone + Send + 'static,
) -> Result<TypedFiling, Problem> {
    match file::change_step(state, visit, token, step, None, change).await? {
        Changed::Kept(content) | Changed::Meanwhile(content) => Ok(*content),
    }
}
