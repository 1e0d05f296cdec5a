//! What waits to be told to a filer whom no message reaches, as the case shows it at the desk.

use chikaya_domain::{
    case::{Errand, Told, Verb},
    id::OrganisationCode,
};
use chikaya_i18n::{Argument, Speaker};
use chikaya_service::{
    Country,
    case::{
        desk::{DeskPage, Script},
        letter::last_posted,
    },
};

use super::letter::means;
use crate::{
    visit::Visit,
    words::{DESK_WORDS, Happened, happened},
};

/// An errand of the office.
pub(super) struct Waiting {
    /// What is to be done.
    pub(super) heading: String,
    pub(super) icon: &'static str,
    /// What is to be told, oldest first.
    pub(super) events: Vec<Happened>,
    /// What is read out in a call, in the language that the filer wants.
    pub(super) script: Vec<String>,
    /// The code of that language, and its direction.
    pub(super) language: (&'static str, &'static str),
    /// Where it reaches the filer, hidden as the contacts are; nothing when it is not kept any more.
    pub(super) contact: Option<String>,
    /// Calls that nobody answered, in words.
    pub(super) calls: Option<String>,
    /// Whether the letter can be printed.
    pub(super) is_printed: bool,
    /// What can have become of it: word, words, and whether it is what is hoped for. Empty for those who only look.
    pub(super) fates: Vec<(&'static str, String, bool)>,
}

/// The errands that wait.
pub(super) fn waiting(country: &Country, visit: &Visit, desk: &DeskPage) -> Vec<Waiting> {
    let voice = visit.voice;
    let case = &desk.page.case;
    let contact = |kind: &str| {
        let card = desk.filer.as_ref()?;
        let contact = card.contacts.iter().find(|contact| contact.kind == kind)?;
        Some(contact.value.clone())
    };
    Errand::ALL
        .iter()
        .filter(|errand| case.awaits(**errand))
        .map(|errand| {
            let (icon, kind) = match errand {
                Errand::Telephone => ("phone", "phone"),
                Errand::Post => ("print", "letter"),
            };
            let possible: &[Told] = match errand {
                _ if !desk.verbs.contains(&Verb::Tell) => &[],
                // Who does not answer can be written to, where it is known where to.
                Errand::Telephone if contact("letter").is_some() => {
                    &[Told::Telephoned, Told::NotReached, Told::Posted]
                }
                Errand::Telephone => &[Told::Telephoned, Told::NotReached],
                Errand::Post => &[Told::Posted],
            };
            let mut events: Vec<Happened> =
                happened(country, voice, &desk.page, DESK_WORDS, &desk.names)
                    .into_iter()
                    .zip(desk.page.timeline.iter().rev())
                    .filter(|(_, entry)| case.untold.get(&entry.sequence) == Some(errand))
                    .map(|(told, _)| told)
                    .collect();
            events.reverse();
            let script = desk
                .script
                .as_ref()
                .filter(|_| *errand == Errand::Telephone);
            Waiting {
                script: script.map_or_else(Vec::new, |script| read_out(country, desk, script)),
                language: script.map_or(("", ""), |script| {
                    (script.language.code(), script.language.direction())
                }),
                heading: voice.say(&format!("desk-errand-{errand}")).into_owned(),
                icon,
                events,
                contact: contact(kind),
                is_printed: possible.contains(&Told::Posted) && contact("letter").is_some(),
                calls: (*errand == Errand::Telephone && case.calls > 0).then(|| {
                    let count = Argument::Number(i64::from(case.calls));
                    voice.say_with("desk-errand-calls", &[("count", count)])
                }),
                fates: possible
                    .iter()
                    .map(|how| {
                        let words = voice.say(&format!("desk-errand-{how}")).into_owned();
                        (how.as_str(), words, *how != Told::NotReached)
                    })
                    .collect(),
            }
        })
        .collect()
}

/// What is read out to the filer of what waits to be told, oldest first.
fn read_out(country: &Country, desk: &DeskPage, script: &Script) -> Vec<String> {
    let case = &desk.page.case;
    let speaker = Speaker::of(script.language, &script.wording);
    let body = |code: &OrganisationCode| {
        let name = country.organisations.name_of(code, script.language);
        name.to_owned()
    };
    let untold = desk
        .page
        .timeline
        .iter()
        .filter(|entry| case.untold.get(&entry.sequence) == Some(&Errand::Telephone));
    untold
        .flat_map(|entry| means(speaker, &entry.fact, body))
        .collect()
}

/// Whether the letter posted last can be printed again.
pub(super) fn can_print_again(desk: &DeskPage) -> bool {
    let facts = desk.page.timeline.iter().map(|entry| &entry.fact);
    desk.page.case.untold.is_empty()
        && desk
            .filer
            .as_ref()
            .is_some_and(|card| card.contacts.iter().any(|contact| contact.kind == "letter"))
        && last_posted(facts).is_some()
}
