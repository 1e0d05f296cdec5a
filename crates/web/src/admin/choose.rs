//! Choosing a body or a place among thousands without script: some words are typed, then one of the hits is picked.

use chikaya_domain::{
    Language, Names,
    id::{OrganisationCode, TerritoryCode},
};
use chikaya_i18n::Voice;
use chikaya_service::Country;

use crate::form::Typed;

/// Hits offered at most.
const OFFERED: usize = 8;

/// What was typed and picked, and what is offered to pick.
#[derive(Clone, Debug)]
pub(crate) struct Chooser<C = OrganisationCode> {
    /// The words typed.
    pub typed: String,
    /// What can be picked.
    pub offered: Vec<Offer>,
    /// What is chosen, once it is clear.
    pub chosen: Option<C>,
}

/// A body that can be picked.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The body around it, to tell those of one name apart.
    pub around: String,
    /// Whether it is picked.
    pub is_on: bool,
}

impl Chooser {
    /// With an organisation chosen already.
    pub(crate) fn with(country: &Country, language: Language, code: &OrganisationCode) -> Self {
        Self {
            typed: String::new(),
            offered: vec![Offer::of(country, language, code, true)],
            chosen: Some(code.clone()),
        }
    }

    /// Reads the two fields of a form: the words under `name`, the pick under `name` and `-code`. Words that fit one
    /// body choose it; words that fit several leave the choice to the person.
    pub(crate) fn read(country: &Country, language: Language, typed: &Typed, name: &str) -> Self {
        let words = typed.text(name).to_owned();
        let picked = OrganisationCode::parse(typed.text(&format!("{name}-code")))
            .ok()
            .filter(|code| country.organisations.find(code).is_some());
        if words.is_empty() {
            return picked.map_or_else(Self::default, |code| Self::with(country, language, &code));
        }
        let mut found: Vec<OrganisationCode> = OrganisationCode::parse(&words)
            .ok()
            .filter(|code| country.organisations.find(code).is_some())
            .into_iter()
            .collect();
        if found.is_empty() {
            found = country
                .all_organisations_index
                .find(&words, OFFERED)
                .into_iter()
                .map(|hit| hit.code)
                .collect();
        }
        let chosen = chosen_of(&found, picked, |code| {
            let body = country.organisations.find(code);
            body.is_some_and(|body| is_called(&body.names, &words))
        });
        Self {
            offered: found
                .iter()
                .map(|code| Offer::of(country, language, code, chosen.as_ref() == Some(code)))
                .collect(),
            typed: words,
            chosen,
        }
    }
}

impl Chooser<TerritoryCode> {
    /// With a place chosen already.
    pub(crate) fn with_place(country: &Country, language: Language, code: &TerritoryCode) -> Self {
        Self {
            typed: String::new(),
            offered: vec![Offer::of_place(country, language, code, true)],
            chosen: Some(code.clone()),
        }
    }

    /// As [`Chooser::read`], for a place.
    pub(crate) fn read_place(
        country: &Country,
        language: Language,
        typed: &Typed,
        name: &str,
    ) -> Self {
        let words = typed.text(name).to_owned();
        let picked = TerritoryCode::parse(typed.text(&format!("{name}-code")))
            .ok()
            .filter(|code| country.territories.find(code).is_some());
        if words.is_empty() {
            return picked.map_or_else(Self::default, |code| {
                Self::with_place(country, language, &code)
            });
        }
        let found: Vec<TerritoryCode> = country
            .territory_index
            .find(&words, OFFERED)
            .into_iter()
            .map(|hit| hit.code)
            .collect();
        let chosen = chosen_of(&found, picked, |code| {
            let place = country.territories.find(code);
            place.is_some_and(|place| is_called(&place.names, &words))
        });
        Self {
            offered: found
                .iter()
                .map(|code| Offer::of_place(country, language, code, chosen.as_ref() == Some(code)))
                .collect(),
            typed: words,
            chosen,
        }
    }
}

/// What is meant of what the words found: the only hit, the one that was picked, or the only one that is called just so.
fn chosen_of<C: Clone + PartialEq>(
    found: &[C],
    picked: Option<C>,
    is_called: impl Fn(&C) -> bool,
) -> Option<C> {
    if let [one] = found {
        return Some(one.clone());
    }
    if let Some(picked) = picked.filter(|code| found.contains(code)) {
        return Some(picked);
    }
    let mut called = found.iter().filter(|code| is_called(code));
    let first = called.next()?;
    called.next().is_none().then(|| first.clone())
}

/// Whether words are a name in one of its languages, however its letters are written.
fn is_called(names: &Names, words: &str) -> bool {
    let words = words.trim().to_lowercase();
    Language::ALL
        .into_iter()
        .any(|language| names.in_language(language).to_lowercase() == words)
}

impl<C> Default for Chooser<C> {
    fn default() -> Self {
        Self {
            typed: String::new(),
            offered: Vec::new(),
            chosen: None,
        }
    }
}

impl<C> Chooser<C> {
    /// Offers "none" too, for what may be left open.
    pub(crate) fn or_none(mut self, voice: Voice) -> Self {
        if !self.offered.is_empty() {
            self.offered.push(Offer {
                code: String::new(),
                name: voice.say("word-none").into_owned(),
                around: String::new(),
                is_on: false,
            });
        }
        self
    }

    /// Whether words were typed that did not lead to a choice.
    pub(crate) const fn is_open(&self) -> bool {
        self.chosen.is_none() && !self.typed.is_empty()
    }

    /// Why nothing is chosen, as the key of a sentence; the number of hits decides.
    pub(crate) fn key(&self) -> &'static str {
        match (self.typed.is_empty(), self.offered.is_empty()) {
            (true, _) => "error-empty",
            (false, true) => "error-nothing-found",
            (false, false) => "error-choose-from-list",
        }
    }
}

impl Offer {
    fn of_place(country: &Country, language: Language, code: &TerritoryCode, is_on: bool) -> Self {
        let name = |code: &TerritoryCode| {
            country
                .territories
                .find(code)
                .map_or_else(String::new, |place| {
                    place.names.in_language(language).to_owned()
                })
        };
        Self {
            code: code.to_string(),
            name: name(code),
            around: country
                .territories
                .find(code)
                .and_then(|place| place.parent.as_ref())
                .map_or_else(String::new, name),
            is_on,
        }
    }

    fn of(country: &Country, language: Language, code: &OrganisationCode, is_on: bool) -> Self {
        let body = country.organisations.find(code);
        Self {
            code: code.to_string(),
            name: country.organisations.name_of(code, language).to_owned(),
            around: body
                .and_then(|body| body.parent.as_ref())
                .map_or_else(String::new, |parent| {
                    country.organisations.name_of(parent, language).to_owned()
                }),
            is_on,
        }
    }
}
