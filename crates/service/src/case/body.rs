//! A company, an association or a cooperative that filed, as its receipt names it.

use chikaya_domain::person::{Category, IdentityKind};
use chikaya_store::person::StoredPerson;

/// A company, an association or a cooperative on its receipt. Its `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct FilingBody {
    /// What it is.
    pub category: Category,
    /// Its name.
    pub name: String,
    /// Who speaks for it.
    pub representative: Option<String>,
    /// As what.
    pub quality: Option<String>,
    /// Its number, with the word of its kind.
    pub number: Option<(IdentityKind, String)>,
}

impl std::fmt::Debug for FilingBody {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "FilingBody({})", self.category)
    }
}

impl FilingBody {
    /// As a browser is shown it where it was not typed: the first letters alone.
    #[must_use]
    pub fn masked(self) -> Self {
        Self {
            category: self.category,
            name: masked(&self.name),
            representative: self.representative.as_deref().map(masked),
            quality: self.quality.as_deref().map(masked),
            number: self.number.map(|(kind, number)| (kind, masked(&number))),
        }
    }

    /// The body of a kept person, if it is one.
    pub(super) fn of(category: Category, person: StoredPerson) -> Option<Self> {
        let kind = person
            .identity_kind
            .as_deref()
            .and_then(IdentityKind::from_word);
        Some(Self {
            category: Some(category).filter(|category| category.is_body())?,
            name: person.name?,
            representative: person.representative,
            quality: person.quality,
            number: kind.zip(person.identity_number),
        })
    }
}

/// The first letter of what was typed.
pub(crate) fn masked(typed: &str) -> String {
    typed
        .chars()
        .next()
        .map_or_else(String::new, |first| format!("{first}•••"))
}
