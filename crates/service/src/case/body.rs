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
