//! Where a caller may be sent: what answers for what they speak of, bodies by name, and institutions beside the portal.

use chikaya_domain::id::{OrganisationCode, SubjectCode};
use chikaya_service::Country;

use crate::{settings::State, visit::Visit};

/// Hits that are shown of each kind.
const SHOWN: usize = 4;

/// How sure a subject must be to stand before bodies that are named so; of those who are less sure only what is left is shown.
const SURE: f32 = 0.5;

/// How sure a subject must be to be shown at all.
const HEARD: f32 = 0.15;

/// Somewhere a caller may be sent.
pub(super) struct Oriented {
    pub name: String,
    /// What it is for, or why it may be right.
    pub why: Option<String>,
    /// Whether cases can be filed here.
    pub receives: bool,
}

/// Where to go for what was typed: who answers for what it is heard to be about, at the place it names; the bodies that are named
/// so; and the institutions beside the portal that help with it.
pub(super) fn oriented(state: &State, visit: &Visit, typed: &str) -> Vec<Oriented> {
    if typed.is_empty() {
        return Vec::new();
    }
    let country = state.clerks.country();
    let heard = country.heard(typed, SHOWN);
    let mut found = Found(Vec::new());
    for one in heard.iter().filter(|one| one.confidence >= SURE) {
        of_subject(&mut found, &country, visit, &one.subject, typed);
    }
    for body in country.bodies(typed, None, SHOWN) {
        found.add(Oriented {
            name: body.names.in_language(visit.language()).to_owned(),
            why: None,
            receives: body.receives,
        });
    }
    let less = |confidence: f32| (HEARD..SURE).contains(&confidence);
    for one in heard.iter().filter(|one| less(one.confidence)) {
        of_subject(&mut found, &country, visit, &one.subject, typed);
    }
    found.0
}

/// What was found, each once.
struct Found(Vec<Oriented>);

impl Found {
    fn add(&mut self, oriented: Oriented) {
        if self.0.iter().all(|known| known.name != oriented.name) {
            self.0.push(oriented);
        }
    }
}

/// Who answers for a subject. Where that is decided by a place that nobody named, the agent is told to ask for it.
fn of_subject(
    found: &mut Found,
    country: &Country,
    visit: &Visit,
    subject: &SubjectCode,
    typed: &str,
) {
    let language = visit.language();
    let name_of =
        |code: &OrganisationCode| country.organisations.name_of(code, language).to_owned();
    let about = country
        .subjects
        .find(subject)
        .map(|subject| subject.names.in_language(language).to_owned());
    let places = country.places_named(typed);
    let answers = places
        .iter()
        .find_map(|place| country.competent(Some(subject), Some(&place.code)))
        .or_else(|| country.certain(Some(subject), None));
    match (answers, about) {
        (Some(body), about) => found.add(Oriented {
            name: name_of(&body),
            why: about,
            receives: true,
        }),
        (None, Some(about)) => found.add(Oriented {
            name: about,
            why: Some(visit.voice.say("calls-orient-place").into_owned()),
            receives: true,
        }),
        (None, None) => {}
    }
    for orientation in country.orientations(Some(subject)) {
        found.add(Oriented {
            name: name_of(&orientation.institution),
            why: Some(orientation.reason.in_language(language).to_owned()),
            receives: false,
        });
    }
}
