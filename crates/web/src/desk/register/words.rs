//! Codes of a register in words.

use chikaya_domain::id::{OrganisationCode, SubjectCode, TerritoryCode};
use chikaya_i18n::Voice;
use chikaya_service::{Country, register::Entry};

/// What stands for a name that is not shown.
pub(super) const HIDDEN: &str = "•••";

/// The name of a subject; its code when the lists know it no more.
pub(super) fn subject(country: &Country, voice: Voice, code: Option<&str>) -> String {
    let found = code
        .and_then(|code| SubjectCode::parse(code).ok())
        .and_then(|code| country.subjects.find(&code))
        .map(|subject| subject.names.in_language(voice.language()));
    found.or(code).unwrap_or_default().to_owned()
}

/// The name of a territory; its code when the lists know it no more.
pub(super) fn territory(country: &Country, voice: Voice, code: Option<&str>) -> String {
    let found = code
        .and_then(|code| TerritoryCode::parse(code).ok())
        .and_then(|code| country.territories.find(&code))
        .map(|territory| territory.names.in_language(voice.language()));
    found.or(code).unwrap_or_default().to_owned()
}

/// The name of a body.
pub(super) fn body(country: &Country, voice: Voice, code: Option<&str>) -> String {
    code.and_then(|code| OrganisationCode::parse(code).ok())
        .map_or_else(String::new, |code| {
            country
                .organisations
                .name_of(&code, voice.language())
                .to_owned()
        })
}

/// Who filed: their name, that there is none, or that it is not shown.
pub(super) fn filer(voice: Voice, entry: &Entry, shows_names: bool) -> String {
    let is_hidden = !shows_names || entry.left_on.is_some();
    match &entry.filer {
        Some(name) => name.clone(),
        None if entry.has_filer && is_hidden => HIDDEN.to_owned(),
        None => voice.say("register-no-name").into_owned(),
    }
}
