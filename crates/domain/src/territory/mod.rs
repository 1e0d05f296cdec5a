//! Territory: regions, provinces, communes and arrondissements as a tree, and places by coordinates.

mod coordinates;
mod shape;

#[cfg(test)]
mod coordinates_tests;
#[cfg(test)]
mod shape_tests;

use std::collections::BTreeMap;

use thiserror::Error;

pub use self::{
    coordinates::{Coordinates, CoordinatesError},
    shape::{Located, NEAR_METRES, Outline, Shape, ShapeError, Shapes},
};
use crate::{id::TerritoryCode, word::word_enum, words::Names};

word_enum! {
    /// Level of a territory, from the largest to the smallest.
    Level {
        /// No place within the country: the whole of it, or what lies outside. It has no authority.
        Country => "country",
        /// A region.
        Region => "region",
        /// A province.
        Province => "province",
        /// A prefecture, which is a province in a city.
        Prefecture => "prefecture",
        /// A commune.
        Commune => "commune",
        /// An arrondissement of a commune.
        Arrondissement => "arrondissement",
    }
}

impl Level {
    /// Whether authorities of this level are looked for when `wanted` is asked for: provinces and
    /// prefectures are one level under two names.
    pub const fn is(self, wanted: Self) -> bool {
        matches!(
            (self, wanted),
            (Self::Country, Self::Country)
                | (Self::Region, Self::Region)
                | (
                    Self::Province | Self::Prefecture,
                    Self::Province | Self::Prefecture
                )
                | (Self::Commune, Self::Commune)
                | (Self::Arrondissement, Self::Arrondissement)
        )
    }
}

/// A territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// Code.
    pub code: TerritoryCode,
    /// Level.
    pub level: Level,
    /// The territory around it.
    pub parent: Option<TerritoryCode>,
    /// Names.
    pub names: Names,
    /// Inhabitants, if known.
    pub population: Option<u32>,
}

/// All territories.
#[derive(Clone, Debug, Default)]
pub struct Territories {
    by_code: BTreeMap<TerritoryCode, Territory>,
    children: BTreeMap<Option<TerritoryCode>, Vec<TerritoryCode>>,
}

/// Territories that make no tree.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TerritoryError {
    /// A parent that does not exist.
    #[error("{code} lies in {parent}, which does not exist")]
    NoParent {
        /// The territory.
        code: TerritoryCode,
        /// The parent named.
        parent: TerritoryCode,
    },
    /// Two with one code.
    #[error("{0} is there twice")]
    Twice(TerritoryCode),
    /// A parent of the same or a smaller level.
    #[error("{code} lies in {parent}, which is not larger")]
    NotLarger {
        /// The territory.
        code: TerritoryCode,
        /// The parent named.
        parent: TerritoryCode,
    },
}

impl Territories {
    /// Gathers territories into a tree. Levels decrease on the way down, so there can be no cycle.
    pub fn new(list: impl IntoIterator<Item = Territory>) -> Result<Self, TerritoryError> {
        let mut by_code = BTreeMap::new();
        for territory in list {
            let code = territory.code.clone();
            if by_code.insert(code.clone(), territory).is_some() {
                return Err(TerritoryError::Twice(code));
            }
        }
        let mut children: BTreeMap<Option<TerritoryCode>, Vec<TerritoryCode>> = BTreeMap::new();
        for territory in by_code.values() {
            if let Some(parent) = &territory.parent {
                let around: &Territory =
                    by_code
                        .get(parent)
                        .ok_or_else(|| TerritoryError::NoParent {
                            code: territory.code.clone(),
                            parent: parent.clone(),
                        })?;
                if around.level >= territory.level {
                    return Err(TerritoryError::NotLarger {
                        code: territory.code.clone(),
                        parent: parent.clone(),
                    });
                }
            }
            children
                .entry(territory.parent.clone())
                .or_default()
                .push(territory.code.clone());
        }
        Ok(Self { by_code, children })
    }

    /// The territory with a code.
    pub fn find(&self, code: &TerritoryCode) -> Option<&Territory> {
        self.by_code.get(code)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_code.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }

    /// All territories by code.
    pub fn all(&self) -> impl Iterator<Item = &Territory> {
        self.by_code.values()
    }

    /// The territories within one, or for `None` those that lie in none, by code: the regions and what is no place within
    /// the country.
    pub fn within(&self, parent: Option<&TerritoryCode>) -> impl Iterator<Item = &Territory> {
        self.children
            .get(&parent.cloned())
            .into_iter()
            .flatten()
            .filter_map(|code| self.by_code.get(code))
    }

    /// The territory itself and those around it, from the smallest to the largest.
    pub fn chain<'a>(&'a self, code: &TerritoryCode) -> impl Iterator<Item = &'a Territory> {
        std::iter::successors(self.by_code.get(code), |territory| {
            territory
                .parent
                .as_ref()
                .and_then(|parent| self.by_code.get(parent))
        })
    }

    /// Whether `inner` is `outer` or lies in it.
    pub fn is_within(&self, inner: &TerritoryCode, outer: &TerritoryCode) -> bool {
        self.chain(inner).any(|territory| territory.code == *outer)
    }
}
