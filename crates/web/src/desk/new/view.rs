//! The page on which a filing is taken down.

use askama::Template;
use chikaya_domain::{
    Language,
    case::{Channel, Consent, Kind, TakenDown},
    id::TerritoryCode,
    person::{Category, IdentityKind},
};
use chikaya_service::{
    attachment::FILES_AT_MOST,
    draft::{
        Written as _,
        for_someone::{ForSomeoneDraft, TypedForSomeone},
    },
    staff::Officer,
    token::Token,
};

use super::{
    super::inbox::{QueueLink, beside},
    opened::place,
    read::{OFFERED, UNKNOWN},
};
use crate::{
    error::Problem,
    form::Faults,
    frame::Frame,
    public::{
        file::{about, details, who},
        look_up::{self, Item},
    },
    settings::State,
    upload,
    visit::Visit,
    words::Page,
};

/// One of several values.
pub(super) struct Choice {
    value: String,
    name: String,
    note: String,
    is_on: bool,
}

/// A file that was added.
struct FileLine {
    id: String,
    name: String,
    size: String,
    icon: &'static str,
}

#[derive(Template)]
#[template(path = "desk/new.html")]
struct NewPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    /// Where the form goes.
    action: String,
    /// The mark of what the words are written over, once there is a draft: files can be added then.
    mark: Option<String>,
    content: TypedForSomeone,
    channels: Vec<Choice>,
    languages: Vec<Choice>,
    kinds: Vec<Choice>,
    subjects: Vec<Choice>,
    sectors: Vec<(String, Vec<(String, String)>)>,
    /// What is chosen from the list of all subjects.
    listed: String,
    questions: Vec<details::QuestionField>,
    /// The subject whose questions stand on the page.
    asked: String,
    places: Vec<Choice>,
    beyond: Vec<Choice>,
    bodies: Vec<Choice>,
    categories: Vec<Choice>,
    shown: Vec<Choice>,
    identity_kinds: Vec<Choice>,
    ways: Vec<Choice>,
    consents: Vec<Choice>,
    files: Vec<FileLine>,
    files_hint: String,
}

/// What is said on the page beside what is typed.
#[derive(Default)]
pub(super) struct Beside {
    /// What is wrong.
    pub(super) faults: Faults,
    /// What is said before everything else.
    pub(super) notice: Option<String>,
}

/// The page before a draft has begun.
pub(super) async fn first(
    state: &State,
    visit: &Visit,
    officer: Officer,
    content: TypedForSomeone,
) -> Result<Page, Problem> {
    let page = of(state, visit, officer, content, Beside::default()).await?;
    Page::of(visit, &page)
}

/// The page of a draft, with what is typed on it now.
pub(super) async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    (token, draft): (&Token, &ForSomeoneDraft),
    content: TypedForSomeone,
    beside: Beside,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let files = draft.files.iter().map(|file| FileLine {
        id: file.id.to_string(),
        name: file.name.clone(),
        size: voice.bytes(u64::try_from(file.bytes).unwrap_or(0)),
        icon: if file.preview { "image" } else { "file" },
    });
    let page = NewPage {
        action: visit.path(&place(token, "/files")),
        mark: Some(draft.content.mark(())),
        files: files.collect(),
        ..of(state, visit, officer, content, beside).await?
    };
    Page::of(visit, &page)
}

async fn of(
    state: &State,
    visit: &Visit,
    officer: Officer,
    content: TypedForSomeone,
    said: Beside,
) -> Result<NewPage, Problem> {
    let queues = beside(state, visit, &officer).await?;
    let country = state.clerks.country();
    let (voice, language) = (visit.voice, visit.language());
    let typed = &content.filing;
    let word = |family: &str, value: &str| voice.say(&format!("{family}{value}")).into_owned();
    let choice = |family: &str, value: &str, is_on: bool| Choice {
        value: value.to_owned(),
        name: word(family, value),
        note: String::new(),
        is_on,
    };
    let (subjects, listed) = subjects(state, visit, &content);
    let questions = details::questions(state, language, typed);
    let asked = typed.subject.as_ref().filter(|_| !questions.is_empty());
    Ok(NewPage {
        organisation: country
            .organisations
            .name_of(&officer.organisation, language)
            .to_owned(),
        question: String::new(),
        queues,
        faults: said.faults,
        notice: said.notice,
        action: visit.path("/desk/new"),
        mark: None,
        channels: TakenDown::CHANNELS
            .iter()
            .map(|way| {
                let is_on = content.channel == Some(*way);
                choice("case-channel-", Channel::as_str(*way), is_on)
            })
            .collect(),
        languages: Language::ALL
            .iter()
            .map(|one| choice("language-", one.code(), typed.language == *one))
            .collect(),
        kinds: Kind::ALL
            .iter()
            .map(|kind| choice("case-kind-", kind.as_str(), typed.kind == *kind))
            .collect(),
        subjects,
        sectors: about::sectors(&country, language),
        listed,
        asked: asked.map(ToString::to_string).unwrap_or_default(),
        questions,
        places: places(state, visit, &content),
        beyond: beyond(state, visit, typed.territory.as_ref()),
        bodies: bodies(state, visit, &content),
        categories: [
            Category::Person,
            Category::Company,
            Category::Association,
            Category::Cooperative,
            Category::Anonymous,
        ]
        .iter()
        .map(|one| {
            let is_on = typed.category.unwrap_or(Category::Person) == *one;
            choice("case-category-", one.as_str(), is_on)
        })
        .collect(),
        shown: identities(&choice, &content.shown),
        identity_kinds: identities(&choice, &typed.identity_kind),
        ways: ["phone", "email", "letter", "nothing"]
            .iter()
            .map(|way| choice("filing-you-by-", way, typed.preferred == *way))
            .collect(),
        consents: Consent::ALL
            .iter()
            .map(|one| {
                choice(
                    "taken-consent-",
                    one.as_str(),
                    content.consent == Some(*one),
                )
            })
            .collect(),
        files: Vec::new(),
        files_hint: upload::hint(voice, FILES_AT_MOST),
        frame: Frame::of(state, visit).with(officer),
        content,
    })
}

fn identities(choice: &impl Fn(&str, &str, bool) -> Choice, chosen: &str) -> Vec<Choice> {
    [
        IdentityKind::Cin,
        IdentityKind::ResidenceTitle,
        IdentityKind::Passport,
    ]
    .iter()
    .map(|kind| choice("identity-", kind.as_str(), kind.as_str() == chosen))
    .collect()
}

/// The subjects that the words seem to be about, each with its reason, and what is chosen from the list of all.
fn subjects(state: &State, visit: &Visit, content: &TypedForSomeone) -> (Vec<Choice>, String) {
    let country = state.clerks.country();
    let typed = &content.filing;
    let chosen = typed.subject.as_ref().map(ToString::to_string);
    let heard = about::heard(&country, &typed.text).collect();
    let mut subjects: Vec<Choice> = about::offered(&country, visit, typed, heard)
        .into_iter()
        .map(|offered| Choice {
            is_on: chosen.as_ref() == Some(&offered.code),
            value: offered.code,
            name: offered.name,
            note: [offered.goes, offered.because]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
        })
        .collect();
    let is_offered = subjects.iter().any(|subject| subject.is_on);
    subjects.push(Choice {
        value: UNKNOWN.to_owned(),
        name: visit.voice.say("word-unknown").into_owned(),
        note: String::new(),
        is_on: content.subject_unknown,
    });
    (subjects, chosen.filter(|_| !is_offered).unwrap_or_default())
}

/// The place that is chosen, and those that were meant by the name.
fn places(state: &State, visit: &Visit, content: &TypedForSomeone) -> Vec<Choice> {
    let country = state.clerks.country();
    let chosen = content.filing.territory.as_ref();
    let mut codes: Vec<TerritoryCode> = chosen.cloned().into_iter().collect();
    for code in country.places(&content.sought, OFFERED) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
        .iter()
        .filter(|code| country.beyond(Some(code)).is_none())
        .filter_map(|code| look_up::place(&country, visit, code))
        .map(|item| chosen_of(item, chosen.map(TerritoryCode::as_str)))
        .collect()
}

fn chosen_of(item: Item, chosen: Option<&str>) -> Choice {
    Choice {
        is_on: chosen == Some(item.code.as_str()),
        value: item.code,
        name: item.name,
        note: item.note,
    }
}

/// What may be given that is no territory of the country.
fn beyond(state: &State, visit: &Visit, chosen: Option<&TerritoryCode>) -> Vec<Choice> {
    let country = state.clerks.country();
    country
        .beyond
        .iter()
        .map(|beyond| Choice {
            value: beyond.territory.code.to_string(),
            name: beyond
                .territory
                .names
                .in_language(visit.language())
                .to_owned(),
            note: String::new(),
            is_on: chosen == Some(&beyond.territory.code),
        })
        .collect()
}

/// The bodies that answer for subject and place, each with its reason; what was looked for by name; and the one that is
/// chosen.
fn bodies(state: &State, visit: &Visit, content: &TypedForSomeone) -> Vec<Choice> {
    let country = state.clerks.country();
    let typed = &content.filing;
    let chosen = typed.organisation.as_ref().map(ToString::to_string);
    let mut bodies: Vec<Choice> = who::suggested(&country, visit, typed)
        .into_iter()
        .map(|body| Choice {
            is_on: chosen.as_ref() == Some(&body.code),
            value: body.code,
            name: body.name,
            note: body.small,
        })
        .collect();
    let near = typed.where_it_is(&country);
    let sought = look_up::bodies(&country, &content.body_sought, near.as_ref(), OFFERED);
    let named = typed.organisation.iter();
    let named = named.filter_map(|code| country.organisations.find(code));
    for body in named.chain(sought).filter(|body| body.receives) {
        let item = look_up::body(&country, visit, body);
        if bodies.iter().all(|known| known.value != item.code) {
            bodies.push(chosen_of(item, chosen.as_deref()));
        }
    }
    bodies
}
