//! Organisations: every administration and its units, as one tree.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::{
    Language,
    id::{OrganisationCode, TerritoryCode},
    territory::Level,
    word::word_enum,
    words::Names,
};

word_enum! {
    /// Kind of organisation.
    OrganisationKind {
        /// A ministerial department.
        Ministry => "ministry",
        /// A public establishment or enterprise.
        Establishment => "establishment",
        /// An institution beside the government.
        Institution => "institution",
        /// A region as local authority.
        Region => "region",
        /// A province or prefecture as local authority.
        Province => "province",
        /// A commune as local authority.
        Commune => "commune",
        /// An arrondissement.
        Arrondissement => "arrondissement",
        /// The authority in charge of administrative reform.
        ReformAuthority => "reform-authority",
        /// A unit within an organisation.
        Unit => "unit",
    }
}

impl OrganisationKind {
    /// Whether a body of this kind is the local authority of territories of `level`. Provinces and prefectures
    /// have one kind of authority under two names.
    pub const fn governs(self, level: Level) -> bool {
        matches!(
            (self, level),
            (Self::Region, Level::Region)
                | (Self::Province, Level::Province | Level::Prefecture)
                | (Self::Commune, Level::Commune)
                | (Self::Arrondissement, Level::Arrondissement)
        )
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Code.
    pub code: OrganisationCode,
    /// Kind.
    pub kind: OrganisationKind,
    /// The organisation around it.
    pub parent: Option<OrganisationCode>,
    /// The territory it serves, for local ones.
    pub territory: Option<TerritoryCode>,
    /// Acronym.
    pub acronym: Option<String>,
    /// Names.
    pub names: Names,
    /// The body that supervises it.
    pub supervisor: Option<OrganisationCode>,
    /// Whether cases can be sent to it.
    pub receives: bool,
}

/// All organisations.
#[derive(Clone, Debug, Default)]
pub struct Organisations {
    by_code: BTreeMap<OrganisationCode, Organisation>,
}

/// Organisations that make no tree.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OrganisationError {
    /// A parent that does not exist.
    #[error("{code} belongs to {parent}, which does not exist")]
    NoParent {
        /// The organisation.
        code: OrganisationCode,
        /// The parent named.
        parent: OrganisationCode,
    },
    /// Two with one code.
    #[error("{0} is there twice")]
    Twice(OrganisationCode),
    /// Organisations that belong to each other in a circle.
    #[error("these belong to each other in a circle: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(" → "))]
    Cycle(Vec<OrganisationCode>),
}

impl Organisations {
    /// Gathers organisations into a tree.
    pub fn new(list: impl IntoIterator<Item = Organisation>) -> Result<Self, OrganisationError> {
        let mut by_code = BTreeMap::new();
        for organisation in list {
            let code = organisation.code.clone();
            if by_code.insert(code.clone(), organisation).is_some() {
                return Err(OrganisationError::Twice(code));
            }
        }
        let tree = Self { by_code };
        for organisation in tree.by_code.values() {
            if let Some(parent) = &organisation.parent
                && tree.find(parent).is_none()
            {
                return Err(OrganisationError::NoParent {
                    code: organisation.code.clone(),
                    parent: parent.clone(),
                });
            }
            tree.check_cycle(organisation)?;
        }
        Ok(tree)
    }

    /// The organisation with a code.
    pub fn find(&self, code: &OrganisationCode) -> Option<&Organisation> {
        self.by_code.get(code)
    }

    /// The name of the organisation with a code, in a language; empty when there is none.
    pub fn name_of(&self, code: &OrganisationCode, language: Language) -> &str {
        self.find(code)
            .map_or("", |organisation| organisation.names.in_language(language))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_code.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }

    /// All organisations by code.
    pub fn all(&self) -> impl Iterator<Item = &Organisation> {
        self.by_code.values()
    }

    /// The organisation itself and those around it, from the innermost.
    pub fn chain<'a>(&'a self, code: &OrganisationCode) -> impl Iterator<Item = &'a Organisation> {
        std::iter::successors(self.by_code.get(code), |organisation| {
            organisation
                .parent
                .as_ref()
                .and_then(|parent| self.by_code.get(parent))
        })
    }

    /// Whether `inner` is `outer` or one of its units. A commune is no unit of its province: kinds that
    /// answer for themselves end the way up.
    pub fn is_within(&self, inner: &OrganisationCode, outer: &OrganisationCode) -> bool {
        for organisation in self.chain(inner) {
            if organisation.code == *outer {
                return true;
            }
            if organisation.kind != OrganisationKind::Unit {
                return false;
            }
        }
        false
    }

    fn check_cycle(&self, organisation: &Organisation) -> Result<(), OrganisationError> {
        let mut way = Vec::new();
        for step in self.chain(&organisation.code) {
            let seen = way.contains(&step.code);
            way.push(step.code.clone());
            if seen {
                return Err(OrganisationError::Cycle(way));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn organisation(code: &str, kind: OrganisationKind, parent: Option<&str>) -> Organisation {
        Organisation {
            code: OrganisationCode::parse(code).unwrap(),
            kind,
            parent: parent.map(|parent| OrganisationCode::parse(parent).unwrap()),
            territory: None,
            acronym: None,
            names: Names {
                ar: code.to_owned(),
                fr: code.to_owned(),
                zgh: None,
                en: None,
            },
            supervisor: None,
            receives: true,
        }
    }

    #[test]
    fn a_circle_is_refused_and_named() {
        use OrganisationKind::Unit;
        let error = Organisations::new([
            organisation("a", Unit, Some("b")),
            organisation("b", Unit, Some("a")),
        ])
        .unwrap_err();
        assert_eq!(
            error.to_string(),
            "these belong to each other in a circle: a → b → a"
        );
    }

    #[test]
    fn a_unit_is_within_its_body_but_a_commune_not_within_its_province() {
        use OrganisationKind::{Commune, Province, Unit};
        let tree = Organisations::new([
            organisation("province", Province, None),
            organisation("commune", Commune, Some("province")),
            organisation("lights", Unit, Some("commune")),
        ])
        .unwrap();
        let code = |text| OrganisationCode::parse(text).unwrap();
        assert!(tree.is_within(&code("lights"), &code("commune")));
        assert!(tree.is_within(&code("commune"), &code("commune")));
        assert!(!tree.is_within(&code("lights"), &code("province")));
        assert!(!tree.is_within(&code("commune"), &code("province")));
    }
}
