//! Who had a case before: said in the forms that hand it on, and asked about before it goes back to one of them.

use chikaya_domain::{
    case::{Former, Verb, former_bodies},
    id::OrganisationCode,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country,
    case::{act::StaffAct, former::among, page::CasePage},
};
use jiff::civil::Date;

use crate::{form::Typed, visit::Visit};

/// A body that had the case, in words.
pub(super) struct FormerLine {
    /// Who had it until when, and why no more.
    pub(super) sentence: String,
    /// What was said then.
    pub(super) reason: String,
}

/// What must be ticked before a case goes back.
pub(super) struct Again {
    /// Name of the box.
    pub(super) field: &'static str,
    /// The body, which the box names: ticked for one, it confirms no other.
    pub(super) body: String,
    /// What is confirmed, in words.
    pub(super) words: String,
}

/// The bodies that had a case and have it no more, the latest first.
pub(super) fn lines(country: &Country, visit: &Visit, page: &CasePage) -> Vec<FormerLine> {
    all(page)
        .iter()
        .map(|former| FormerLine {
            sentence: sentence(country, visit, page.today, former),
            reason: former
                .reason
                .and_then(|reason| page.text(reason))
                .map_or_else(String::new, |text| text.body.clone()),
        })
        .collect()
}

/// What must be ticked in the form of a verb as it stands, if the body that was typed had the case before.
pub(super) fn again(
    country: &Country,
    visit: &Visit,
    page: &CasePage,
    verb: Verb,
    typed: &Typed,
) -> Option<Again> {
    let (to, field) = fields(verb)?;
    let to = body_meant(country, typed.text(to))?;
    let former = among(country, all(page), &page.case.organisation, &to)?;
    let name = country
        .organisations
        .name_of(&former.body, visit.language());
    Some(Again {
        field,
        body: to.to_string(),
        words: visit
            .voice
            .say_with("desk-had-before-sure", &[("name", Argument::Text(name))]),
    })
}

/// The box in the form of an act, where it was not ticked for the body to which the act hands the case.
pub(super) fn unconfirmed(act: &StaffAct, typed: &Typed) -> Option<&'static str> {
    let (verb, to) = match act {
        StaffAct::Transfer { to, .. } => (Verb::Transfer, to),
        StaffAct::RefuseCompetence { to: Some(to), .. } => (Verb::RefuseCompetence, to),
        _ => return None,
    };
    let (_, field) = fields(verb)?;
    (typed.text(field) != to.as_str()).then_some(field)
}

/// Who had the case, and what can be done instead of sending it back.
pub(super) fn warning(
    country: &Country,
    visit: &Visit,
    today: Date,
    former: &Former,
    field: &str,
) -> String {
    let instead = if field == TRANSFER_AGAIN {
        "desk-had-before-transfer"
    } else {
        "desk-had-before-refuse"
    };
    format!(
        "{} {}",
        sentence(country, visit, today, former),
        visit.voice.say(instead)
    )
}

/// A body from what was typed: a code chosen from the list, or a name that means one body.
pub(super) fn body_meant(country: &Country, text: &str) -> Option<OrganisationCode> {
    if let Ok(code) = OrganisationCode::parse(text)
        && country.organisations.find(&code).is_some()
    {
        return Some(code);
    }
    let hits = country.organisation_index.find(text, 2);
    let clear = match hits.as_slice() {
        [only] => Some(only),
        [first, second] if first.score > second.score + 400 => Some(first),
        _ => None,
    };
    clear.map(|hit| hit.code.clone())
}

/// The boxes, by name.
pub(super) const TRANSFER_AGAIN: &str = "transfer-again";
pub(super) const REFUSE_AGAIN: &str = "refuse-again";

/// The field for the body in the form of a verb, and the box.
const fn fields(verb: Verb) -> Option<(&'static str, &'static str)> {
    match verb {
        Verb::Transfer => Some(("transfer-to", TRANSFER_AGAIN)),
        Verb::RefuseCompetence => Some(("refuse-to", REFUSE_AGAIN)),
        _ => None,
    }
}

fn all(page: &CasePage) -> Vec<Former> {
    former_bodies(page.timeline.iter().map(|entry| (entry.at, &entry.fact)))
}

fn sentence(country: &Country, visit: &Visit, today: Date, former: &Former) -> String {
    let voice = visit.voice;
    let name = country
        .organisations
        .name_of(&former.body, visit.language());
    let day = voice.day_seen_from(country.calendar.date_of(former.until), today);
    voice.say_with(
        &format!("desk-had-before-{}", former.why),
        &[
            ("name", Argument::Text(name)),
            ("date", Argument::Text(&day)),
        ],
    )
}
