//! Steps of a draft: what each brings, whether it was changed meanwhile, and what is derived from it.

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::Category,
};
use data_encoding::BASE32_NOPAD;
use sha2::{Digest as _, Sha256};

use super::content::DraftContent;
use crate::Country;

/// Bytes of a digest in a mark: two contents of one draft that share them are not met by chance.
const MARK: usize = 10;

/// A step that brings something to the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What happened, and what it is about.
    What,
    /// The place.
    Where,
    /// Who must answer.
    Who,
    /// Who files.
    You,
}

/// What became of the words of a step.
#[derive(Clone, Debug)]
pub enum Changed {
    /// They are in the draft, which is this now.
    Kept(Box<DraftContent>),
    /// The step was changed meanwhile on another page; this is the draft, in which the words are not.
    Meanwhile(Box<DraftContent>),
}

impl DraftContent {
    /// A mark of what a step brought so far. A page carries it, so that it is known whether the step was changed since.
    pub fn mark(&self, step: Step) -> String {
        let mut digest = Sha256::new();
        for part in self.parts(step) {
            digest.update(part.len().to_be_bytes());
            digest.update(part);
        }
        BASE32_NOPAD
            .encode(&digest.finalize()[..MARK])
            .to_lowercase()
    }

    /// What a step brought, for people who compare two versions of it: what is empty is left out.
    pub fn words(&self, step: Step) -> Vec<String> {
        let mut words = self.parts(step);
        words.retain(|part| !part.is_empty());
        words
    }

    fn parts(&self, step: Step) -> Vec<String> {
        let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
        match step {
            Step::What => [
                self.text.clone(),
                code(self.subject.as_ref().map(SubjectCode::as_str)),
            ]
            .into_iter()
            .chain(self.details.iter().map(|(name, answer)| {
                if answer.is_empty() {
                    String::new()
                } else {
                    format!("{name}: {answer}")
                }
            }))
            // A question without an answer is as one that was not asked.
            .enumerate()
            .filter(|(place, part)| *place < 2 || !part.is_empty())
            .map(|(_, part)| part)
            .collect(),
            Step::Where => vec![
                self.place.clone(),
                self.coordinates.clone(),
                code(self.territory.as_ref().map(TerritoryCode::as_str)),
            ],
            Step::Who => vec![
                code(self.organisation.as_ref().map(OrganisationCode::as_str)),
                if self.organisation_unknown { "?" } else { "" }.to_owned(),
                if self.organisation_suggested { "!" } else { "" }.to_owned(),
            ],
            Step::You => vec![
                code(self.category.map(Category::as_str)),
                self.name.clone(),
                self.identity_kind.clone(),
                self.identity_number.clone(),
                self.on_behalf_of.clone(),
                self.email.clone(),
                self.phone.clone(),
                self.address.clone(),
                self.preferred.clone(),
            ],
        }
    }

    /// Where, as filing will have it: chosen, or by the point.
    pub fn where_it_is(&self, country: &Country) -> Option<TerritoryCode> {
        country
            .place_of(self.territory.as_ref(), self.point())
            .unwrap_or_else(|_| self.territory.clone())
    }

    /// Whether the filer has said who must answer, or has left it to what is suggested and something is.
    pub fn knows_who(&self, country: &Country) -> bool {
        let place = self.where_it_is(country);
        self.organisation.is_some()
            || self.organisation_unknown
            || (self.organisation_suggested
                && country
                    .competent(self.subject.as_ref(), place.as_ref())
                    .is_some())
    }

    /// Lets go of what was derived from answers that are not the same any more: a body that was offered for another
    /// subject or place.
    pub(super) fn derive_anew(&mut self, before: &Self, country: &Country) {
        let (was, is) = (before.where_it_is(country), self.where_it_is(country));
        if was == is && before.subject == self.subject {
            return;
        }
        let offered = country.suggest(before.subject.as_ref(), was.as_ref());
        let is_offered_no_more = self.organisation.as_ref().is_some_and(|chosen| {
            offered
                .iter()
                .any(|suggestion| suggestion.organisation == *chosen)
                || is_elsewhere(country, chosen, is.as_ref())
        });
        if is_offered_no_more {
            self.organisation = None;
        }
    }
}

/// Whether a body is the authority of a territory that the place does not lie in.
fn is_elsewhere(country: &Country, body: &OrganisationCode, place: Option<&TerritoryCode>) -> bool {
    let territory = country
        .organisations
        .find(body)
        .and_then(|body| body.territory.as_ref());
    match (territory, place) {
        (Some(territory), Some(place)) => {
            territory != place && !country.territories.is_within(place, territory)
        }
        _ => false,
    }
}
