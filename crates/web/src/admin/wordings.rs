//! `/{language}/admin/messages/words`: every message that the house sends to filers, and its words; those of one are changed
//! on a page of its own, for a body or the country, in each language.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{Language, id::OrganisationCode, person::Contact};
use chikaya_i18n::{Argument, TemplateFault, Voice};
use chikaya_service::{
    Country, Trouble,
    message::outbox::Message,
    staff::Officer,
    wording::{Changed, PartShown, Version, WhoseWords, WordingPage},
};

use super::{AdminForm, SectionLink, choose::Chooser, sections, was_done};
use crate::{
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    form::{Faults, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A message in the list.
struct Line {
    name: String,
    when: String,
    channels: String,
    changed: String,
    address: String,
}

#[derive(Template)]
#[template(path = "admin/wordings.html")]
struct ListPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    lines: Vec<Line>,
}

/// `GET`: the list.
pub(crate) async fn list(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let found = state
        .clerks
        .wordings(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let voice = visit.voice;
    let lines = found
        .iter()
        .map(|worded| {
            let message = worded.message;
            let mut channels = Vec::new();
            if !message.mail.is_empty() {
                channels.push(voice.say("wording-medium-mail").into_owned());
            }
            if !message.sms.is_empty() {
                channels.push(voice.say("wording-medium-sms").into_owned());
            }
            if !message.spoken.is_empty() {
                channels.push(voice.say("wording-medium-spoken").into_owned());
            }
            Line {
                name: name(voice, message.word),
                when: voice
                    .say(&format!("wording-when-{}", message.word))
                    .into_owned(),
                channels: channels.join(" · "),
                changed: voice.say_with(
                    "wording-changed",
                    &[("count", Argument::count(worded.changed))],
                ),
                address: visit.path(&format!("/admin/messages/words/{}", message.word)),
            }
        })
        .collect();
    let page = ListPage {
        sections: sections(&visit, &officer, "messages"),
        heading: voice.say("wording-title").into_owned(),
        lines,
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

fn name(voice: Voice, word: &str) -> String {
    match word {
        "every" => voice.say("wording-every").into_owned(),
        other => voice.say(&format!("admin-message-{other}")).into_owned(),
    }
}

/// A version of a part, as the page shows it.
struct Earlier {
    number: i64,
    says: String,
    words: Option<String>,
}

/// A part, as the page shows it.
struct Part {
    key: &'static str,
    medium: String,
    places: Vec<String>,
    house: String,
    words: String,
    whose: String,
    is_own: bool,
    versions: Vec<Earlier>,
    /// What is wrong with what was typed.
    fault: Option<String>,
}

/// The whole message, with sample data.
struct Sample {
    medium: String,
    subject: Option<String>,
    lines: Vec<String>,
    cost: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/wording.html")]
struct WordsPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    notice: Option<String>,
    faults: Faults,
    when: String,
    back: String,
    /// For whom: what was typed, and what it may mean.
    body: Chooser,
    whom: String,
    /// Where the same is for the country, where it is for a body.
    to_country: Option<String>,
    language: Language,
    direction: &'static str,
    parts: Vec<Part>,
    samples: Vec<Sample>,
    action: String,
}

/// For whom and in which language.
struct Asked {
    body: Chooser,
    language: Language,
}

impl Asked {
    fn read(country: &Country, visit: &Visit) -> Self {
        let fields = ["for", "for-code"]
            .into_iter()
            .filter_map(|name| visit.parameter(name).map(|value| (name.to_owned(), value)));
        let typed = Typed::of(fields.collect());
        Self {
            body: Chooser::read(country, visit.language(), &typed, "for"),
            language: visit
                .parameter("in")
                .and_then(|code| Language::from_code(&code))
                .unwrap_or_else(|| visit.language()),
        }
    }

    fn body(&self) -> Option<&OrganisationCode> {
        self.body.chosen.as_ref()
    }

    /// The part of an address that asks for the same again.
    fn query(&self) -> String {
        let body = self
            .body()
            .map_or_else(String::new, |body| format!("&for-code={body}"));
        format!("in={}{body}", self.language.code())
    }
}

/// `GET`: the words of a message.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, message)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let asked = Asked::read(&state.clerks.country(), &visit);
    view(&state, &visit, officer, &message, asked, None).await
}

/// What was typed for a part, and why it cannot be.
struct Refused {
    key: String,
    words: String,
    fault: TemplateFault,
}

/// `POST`: changes the words of a part, or takes a change back.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, message)): Path<(String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let asked = Asked::read(&state.clerks.country(), &visit);
    let key = typed.text("part").to_owned();
    let words = typed.text("words").to_owned();
    let of = (key.clone(), asked.language);
    let body = asked.body().cloned();
    let clerks = &state.clerks;
    let changed = match typed.text("go") {
        "house" => {
            clerks
                .take_back_wording(officer.clone(), body, of, None)
                .await
        }
        "" => {
            clerks
                .change_wording(officer.clone(), body, of, words.clone())
                .await
        }
        version => match version.parse() {
            Ok(version) => {
                clerks
                    .take_back_wording(officer.clone(), body, of, Some(version))
                    .await
            }
            Err(_) => Err(Trouble::NotFound),
        },
    };
    match changed {
        Ok(Changed::Kept(_)) => {
            let place = format!(
                "/admin/messages/words/{message}?done=yes&{}#{key}",
                asked.query()
            );
            Ok(Redirect::to(&visit.path(&place)).into_response())
        }
        Ok(Changed::Refused(fault)) => {
            let refused = Some(Refused { key, words, fault });
            let page = view(&state, &visit, officer, &message, asked, refused).await?;
            Ok(page.refused().into_response())
        }
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble).into()),
    }
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    message: &str,
    asked: Asked,
    refused: Option<Refused>,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let country = state.clerks.country();
    let found = state
        .clerks
        .wording(
            officer.clone(),
            message.to_owned(),
            asked.body().cloned(),
            asked.language,
        )
        .await
        .map_err(|trouble| match trouble {
            Trouble::NotFound => Problem::at(visit, Kind::NotFound),
            trouble => Problem::from_trouble(visit, &trouble),
        })?;
    let mut faults = Faults::default();
    if let Some(refused) = &refused {
        let known = found.parts.iter().find(|part| part.key == refused.key);
        if let Some(part) = known {
            faults.add(part.key, fault(voice, &refused.fault));
        }
    }
    let whom = asked.body().map_or_else(
        || voice.say("wording-country").into_owned(),
        |body| {
            let name = country.organisations.name_of(body, visit.language());
            name.to_owned()
        },
    );
    let parts = parts(&country, visit, &found, refused.as_ref());
    let page = WordsPage {
        sections: sections(visit, &officer, "messages"),
        heading: name(voice, found.message.word),
        notice: was_done(visit),
        faults,
        when: voice
            .say(&format!("wording-when-{}", found.message.word))
            .into_owned(),
        back: visit.path("/admin/messages/words"),
        whom,
        to_country: asked.body().map(|_| {
            let code = asked.language.code();
            visit.path(&format!("/admin/messages/words/{message}?in={code}"))
        }),
        language: asked.language,
        direction: asked.language.direction(),
        parts,
        samples: samples(state, voice, &found.samples),
        action: visit.path(&format!(
            "/admin/messages/words/{message}?{}",
            asked.query()
        )),
        body: asked.body,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}

/// Why a text is no template, in words.
fn fault(voice: Voice, fault: &TemplateFault) -> String {
    let place = fault.place().map(|place| format!("{{ ${place} }}"));
    match place {
        None => voice.say(fault.key()).into_owned(),
        Some(place) => voice.say_with(fault.key(), &[("place", Argument::Text(&place))]),
    }
}

fn parts(
    country: &Country,
    visit: &Visit,
    page: &WordingPage,
    refused: Option<&Refused>,
) -> Vec<Part> {
    let voice = visit.voice;
    page.parts
        .iter()
        .map(|part| {
            let refused = refused.filter(|refused| refused.key == part.key);
            Part {
                key: part.key,
                medium: medium(voice, part),
                places: part
                    .places
                    .iter()
                    .map(|place| format!("{{ ${place} }}"))
                    .collect(),
                house: part.house.clone(),
                words: refused.map_or_else(|| part.now.clone(), |refused| refused.words.clone()),
                whose: match &part.whose {
                    WhoseWords::House => voice.say("wording-of-house").into_owned(),
                    WhoseWords::Country => voice.say("wording-of-country").into_owned(),
                    WhoseWords::Body(body) => {
                        let name = country.organisations.name_of(body, visit.language());
                        voice.say_with("wording-of-body", &[("body", Argument::Text(name))])
                    }
                },
                is_own: part
                    .versions
                    .first()
                    .is_some_and(|version| version.words.is_some()),
                versions: part
                    .versions
                    .iter()
                    .map(|version| earlier(country, voice, version))
                    .collect(),
                fault: refused.map(|refused| fault(voice, &refused.fault)),
            }
        })
        .collect()
}

fn medium(voice: Voice, part: &PartShown) -> String {
    let medium = voice.say(&format!("wording-medium-{}", part.medium.as_str()));
    if part.is_spoken {
        format!("{medium} · {}", voice.say("wording-medium-spoken"))
    } else {
        medium.into_owned()
    }
}

fn earlier(country: &Country, voice: Voice, version: &Version) -> Earlier {
    let moment = voice.date_time(country.calendar.local(version.at));
    Earlier {
        number: version.number,
        says: voice.say_with(
            "wording-version",
            &[
                ("version", Argument::Text(&version.number.to_string())),
                ("name", Argument::Text(&version.by)),
                ("moment", Argument::Text(&moment)),
            ],
        ),
        words: version.words.clone(),
    }
}

/// The whole message as its readers would see it.
fn samples(state: &State, voice: Voice, samples: &[Message]) -> Vec<Sample> {
    let Some(composer) = &state.composer else {
        return Vec::new();
    };
    let country = state.clerks.country();
    samples
        .iter()
        .filter_map(|message| {
            let composed = composer(message, &country.organisations)?;
            let word = match message.to {
                Contact::Phone(_) => "sms",
                Contact::Email(_) | Contact::Letter(_) => "mail",
            };
            Some(Sample {
                medium: voice.say(&format!("wording-medium-{word}")).into_owned(),
                subject: composed.subject,
                lines: composed.text.lines().map(str::to_owned).collect(),
                cost: composed
                    .segments
                    .map(|segments| cost(state, voice, segments)),
            })
        })
        .collect()
}

/// In which alphabet and how many parts a short message leaves, and what that costs where it is known.
fn cost(state: &State, voice: Voice, segments: chikaya_domain::sms::Segments) -> String {
    let alphabet = voice.say(&format!("admin-sms-alphabet-{}", segments.alphabet));
    let mut told = voice.say_with(
        "wording-parts",
        &[
            ("alphabet", Argument::Text(&alphabet)),
            ("count", Argument::Number(i64::from(segments.parts))),
        ],
    );
    let price = state.clerks.sms().and_then(|terms| terms.price);
    if let Some(price) = price {
        let whole = price.saturating_mul(segments.parts);
        let amount = format!("{}.{:03}", whole / 1_000, whole % 1_000);
        told = format!("{told} · {} {amount}", voice.say("admin-sms-cost"));
    }
    told
}
