//! What was typed on the page, as the draft keeps it.

use chikaya_domain::{
    Language,
    case::{Channel, Consent, Kind},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::Category,
    text::line,
};
use chikaya_service::{
    Country,
    draft::{filing::TypedFiling, for_someone::TypedForSomeone},
};

use crate::form::Typed;

/// The value that says: nobody here knows.
pub(super) const UNKNOWN: &str = "unknown";

/// Places and bodies offered for a name.
pub(super) const OFFERED: usize = 8;

/// What the page says now; `before` is what it said when it was shown.
pub(super) fn read(country: &Country, typed: &Typed, before: &TypedForSomeone) -> TypedForSomeone {
    let subject = subject(country, typed, before.filing.subject.as_ref());
    let territory = TerritoryCode::parse(typed.text("territory"))
        .ok()
        .filter(|code| country.territories.find(code).is_some());
    let organisation = OrganisationCode::parse(typed.text("organisation"))
        .ok()
        .filter(|code| {
            country
                .organisations
                .find(code)
                .is_some_and(|body| body.receives)
        });
    let category = Category::from_word(typed.text("category"));
    // Answers to the questions of another subject are none to those of this one.
    let details = if before.asked.is_some() || typed.has("asked") {
        typed.group("detail-")
    } else {
        before.filing.details.clone()
    };
    let text = |name: &str| line(typed.text(name));
    TypedForSomeone {
        filing: TypedFiling {
            kind: Kind::from_word(typed.text("kind")).unwrap_or(before.filing.kind),
            language: Language::from_code(typed.text("language")).unwrap_or(before.filing.language),
            text: typed.text("text").to_owned(),
            subject,
            details,
            place_unknown: typed.text("territory") == UNKNOWN,
            territory,
            place: text("place"),
            // Left open, it is the body that answers for subject and place.
            organisation_suggested: organisation.is_none(),
            organisation,
            category,
            is_anonymous: category == Some(Category::Anonymous),
            name: text("name"),
            representative: text("representative"),
            quality: text("quality"),
            identity_kind: text("identity-kind"),
            identity_number: text("identity-number"),
            on_behalf_of: text("on-behalf-of"),
            preferred: text("preferred"),
            email: text("email"),
            phone: text("phone"),
            address: typed.text("address").to_owned(),
            ..before.filing.clone()
        },
        agent: before.agent,
        // A message came by telephone, whatever is chosen.
        channel: before
            .message
            .map(|_| Channel::Phone)
            .or_else(|| Channel::from_word(typed.text("channel"))),
        consent: Consent::from_word(typed.text("consent")),
        shown: text("shown"),
        written_on: text("written-on"),
        arrived_on: text("arrived-on"),
        subject_unknown: typed.text("subject") == UNKNOWN && !typed.has("listed"),
        sought: text("sought"),
        body_sought: text("body-sought"),
        asked: SubjectCode::parse(typed.text("asked")).ok(),
        call: before.call,
        message: before.message,
    }
}

/// The subject: one that is offered, or one from the list. Of two, what stood chosen before was not chosen last.
fn subject(country: &Country, typed: &Typed, before: Option<&SubjectCode>) -> Option<SubjectCode> {
    let known = |word: &str| {
        SubjectCode::parse(word)
            .ok()
            .filter(|code| country.subjects.find(code).is_some())
    };
    let (offered, listed) = (known(typed.text("subject")), known(typed.text("listed")));
    match (offered, listed) {
        (Some(offered), Some(listed)) if before == Some(&listed) => Some(offered),
        (_, Some(listed)) => Some(listed),
        (offered, None) => offered,
    }
}

/// Whether every name that was looked for has led to a choice, or stood on the page with what was found for it.
pub(super) fn is_settled(country: &Country, typed: &Typed, now: &TypedForSomeone) -> bool {
    let is_found = |code: &TerritoryCode| country.places(&now.sought, OFFERED).contains(code);
    let chosen = now.filing.territory.as_ref();
    let place = now.sought.is_empty()
        || line(typed.text("place-shown")) == now.sought
        || now.filing.place_unknown
        || chosen.is_some_and(|code| is_found(code) || country.beyond(Some(code)).is_some());
    let body = now.body_sought.is_empty()
        || line(typed.text("body-shown")) == now.body_sought
        || now.filing.organisation.is_some();
    place && body
}
