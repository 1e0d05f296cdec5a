//! The steps of a filing: what each brings, and what is derived from it.

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::Category,
};

use super::{super::written::Written, typed::TypedFiling};
use crate::Country;

/// A step that brings something to the filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What happened.
    What,
    /// The place.
    Where,
    /// What it is about.
    About,
    /// Answers to the questions of the subject.
    Details,
    /// Who must answer.
    Who,
    /// Whom a report of wrongdoing is about.
    Concerned,
    /// Who files.
    You,
}

impl Step {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::What,
        Self::Where,
        Self::About,
        Self::Details,
        Self::Who,
        Self::Concerned,
        Self::You,
    ];
}

impl Written for TypedFiling {
    const KIND: &'static str = "filing";

    type Step = Step;

    fn parts(&self, step: Step) -> Vec<String> {
        let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
        match step {
            Step::What => vec![self.kind.to_string(), self.text.clone()],
            Step::About => vec![code(self.subject.as_ref().map(SubjectCode::as_str))],
            // A question without an answer is as one that was not asked.
            Step::Details => self
                .details
                .iter()
                .filter(|(_, answer)| !answer.is_empty())
                .map(|(name, answer)| format!("{name}: {answer}"))
                .collect(),
            Step::Where => vec![
                self.place.clone(),
                self.coordinates.clone(),
                code(self.territory.as_ref().map(TerritoryCode::as_str)),
                if self.place_unknown { "?" } else { "" }.to_owned(),
            ],
            Step::Who => vec![
                code(self.organisation.as_ref().map(OrganisationCode::as_str)),
                if self.organisation_unknown { "?" } else { "" }.to_owned(),
                if self.organisation_suggested { "!" } else { "" }.to_owned(),
            ],
            Step::Concerned => vec![self.concerned.clone()],
            Step::You => [
                code(self.category.map(Category::as_str)),
                self.name.clone(),
                self.identity_kind.clone(),
                self.identity_number.clone(),
                self.on_behalf_of.clone(),
                self.email.clone(),
                self.phone.clone(),
                self.address.clone(),
                self.preferred.clone(),
            ]
            .into_iter()
            .chain(spoken_for("representative", &self.representative))
            .chain(spoken_for("quality", &self.quality))
            .collect(),
        }
    }

    /// A body of the filer's own choice stays one while it is offered for subject and place as they are now, or while
    /// it was found by its name and answers there. Otherwise it is noted as dropped, so that the page can say so.
    fn derive_anew(&mut self, before: &Self, country: &Country) {
        let (was, is) = (before.where_it_is(country), self.where_it_is(country));
        if was == is && before.subject == self.subject {
            return;
        }
        let Some(chosen) = &self.organisation else {
            return;
        };
        let offers = |subject: Option<&SubjectCode>, place: Option<&TerritoryCode>| {
            country
                .suggest(subject, place)
                .iter()
                .any(|suggestion| suggestion.organisation == *chosen)
        };
        let is_offered = offers(self.subject.as_ref(), is.as_ref());
        let was_offered = offers(before.subject.as_ref(), was.as_ref());
        if !is_offered && (was_offered || is_elsewhere(country, chosen, is.as_ref())) {
            self.organisation_dropped = self.organisation.take();
        }
    }
}

impl TypedFiling {
    /// Where, as filing will have it: chosen, or by the point.
    pub fn where_it_is(&self, country: &Country) -> Option<TerritoryCode> {
        country
            .place_of(self.territory.as_ref(), self.point())
            .unwrap_or_else(|_| self.territory.clone())
    }

    /// The body that the filer chose and that does not answer for subject and place as they are now, while nothing was
    /// chosen since.
    pub fn dropped(&self, country: &Country) -> Option<&OrganisationCode> {
        self.organisation_dropped
            .as_ref()
            .filter(|_| !self.knows_who(country))
    }

    /// Whether the filer has said who must answer, or has left it to what is suggested and something is suggested for
    /// certain: what is not is shown to them with its reason.
    pub fn knows_who(&self, country: &Country) -> bool {
        let place = self.where_it_is(country);
        self.organisation.is_some()
            || self.organisation_unknown
            || (self.organisation_suggested
                && country
                    .certain(self.subject.as_ref(), place.as_ref())
                    .is_some())
    }
}

/// A part of a step that only some filings have: one that is empty is as one that is not asked for.
fn spoken_for(name: &str, typed: &str) -> Option<String> {
    (!typed.is_empty()).then(|| format!("{name}: {typed}"))
}

/// Whether a body is the authority of a territory that the place does not lie in.
fn is_elsewhere(country: &Country, body: &OrganisationCode, place: Option<&TerritoryCode>) -> bool {
    let territory = country
        .organisations
        .find(body)
        .and_then(|body| body.territory.as_ref());
    match (territory, place) {
        // What concerns the whole country, or somebody abroad, concerns the authority that was chosen as well.
        (Some(_), Some(place)) if country.beyond(Some(place)).is_some() => false,
        (Some(territory), Some(place)) => {
            territory != place && !country.territories.is_within(place, territory)
        }
        _ => false,
    }
}
