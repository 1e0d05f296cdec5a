//! Who files: a person or a body with a name, for themselves or for someone else.

use super::{Identity, IdentityKind, PersonName, Representative};
use crate::word::word_enum;

word_enum! {
    /// Nature of the filer, as statistics count it.
    Category {
        /// A natural person.
        Person => "person",
        /// A company.
        Company => "company",
        /// An association.
        Association => "association",
        /// A cooperative.
        Cooperative => "cooperative",
        /// Nobody who gave a name.
        Anonymous => "anonymous",
    }
}

impl Category {
    /// Whether it is a body, which has a representative and a registration, and no identity card.
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Company | Self::Association | Self::Cooperative)
    }
}

word_enum! {
    /// Sex, where the filer states it.
    Sex {
        /// Female.
        Female => "female",
        /// Male.
        Male => "male",
    }
}

/// Who files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name of the person or body; none where a report of wrongdoing leaves a contact alone.
    pub name: Option<PersonName>,
    /// What identifies them, if they gave it.
    pub identity: Option<Identity>,
    /// Sex, if they gave it.
    pub sex: Option<Sex>,
    /// For whom they file, if not for themselves.
    pub on_behalf_of: Option<PersonName>,
    /// Who speaks for a body, if it said so.
    pub representative: Option<Representative>,
}

impl Person {
    /// The name, if they gave it.
    pub fn name(&self) -> Option<&str> {
        self.name.as_ref().map(PersonName::as_str)
    }

    /// Word of the kind of identity document.
    pub fn identity_kind(&self) -> Option<&'static str> {
        self.identity
            .as_ref()
            .map(|identity| IdentityKind::as_str(identity.kind()))
    }

    /// Number of the identity document.
    pub fn identity_number(&self) -> Option<&str> {
        self.identity.as_ref().map(Identity::number)
    }

    /// Sex.
    pub fn sex(&self) -> Option<Sex> {
        self.sex
    }

    /// For whom they file.
    pub fn on_behalf_of(&self) -> Option<&str> {
        self.on_behalf_of.as_ref().map(PersonName::as_str)
    }

    /// Name of who speaks for a body.
    pub fn representative(&self) -> Option<&str> {
        self.representative
            .as_ref()
            .map(|representative| representative.name.as_str())
    }

    /// As what they speak for it.
    pub fn quality(&self) -> Option<&str> {
        let quality = self.representative.as_ref()?.quality.as_ref()?;
        Some(quality.as_str())
    }
}
