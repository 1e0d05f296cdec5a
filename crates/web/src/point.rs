//! Points on the map: read from what was typed, and shown with the place they lie in.

use chikaya_domain::{
    Language,
    id::TerritoryCode,
    territory::{Coordinates, Located},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    case::page::CasePage,
    draft::filing::{PointFault, TypedFiling},
};

use crate::visit::Visit;

/// Coordinates as they may be written; those of Tiznit.
pub(crate) const EXAMPLE: &str = "29.6974, −9.7316";

/// A point with the territory it lies in.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The point.
    pub point: Coordinates,
    /// The territory.
    pub located: Located,
}

/// A point as pages show it.
pub(crate) struct Shown {
    /// In figures.
    pub figures: String,
    /// The address that opens it in a program for maps.
    pub address: String,
}

impl Shown {
    /// A point.
    pub(crate) fn new(point: Coordinates) -> Self {
        Self {
            figures: point.to_string(),
            address: point.uri(),
        }
    }
}

/// The place of a case, for its filer: something of it is known.
pub(crate) struct Place {
    /// The territory and what lies around it, smallest first.
    pub territories: Option<String>,
    /// The filer's own words.
    pub words: Option<String>,
    /// The point.
    pub point: Option<Shown>,
}

impl Place {
    /// The place of a case, if anything of it is known.
    pub(crate) fn of(country: &Country, visit: &Visit, page: &CasePage) -> Option<Self> {
        let names = |code| {
            let mut names: Vec<&str> = country
                .territories
                .chain(code)
                .map(|step| step.names.in_language(visit.language()))
                .collect();
            // A commune often bears the name of its province.
            names.dedup();
            names.join(" · ")
        };
        let place = Self {
            territories: page.case.territory.as_ref().map(names),
            words: page.place.clone(),
            point: page.coordinates.map(Shown::new),
        };
        let is_known =
            place.territories.is_some() || place.words.is_some() || place.point.is_some();
        is_known.then_some(place)
    }
}

/// The point that was typed and where it lies, if it is one.
pub(crate) fn find(country: &Country, typed: &TypedFiling) -> Option<Found> {
    let (point, located) = typed.read_point(country).ok().flatten()?;
    Some(Found { point, located })
}

/// What is wrong with a point that was typed.
pub(crate) fn sentence(why: PointFault, voice: Voice) -> String {
    match why {
        PointFault::Unreadable(error) => {
            voice.say_with(error.key(), &[("example", Argument::Text(EXAMPLE))])
        }
        PointFault::Outside => voice.say("error-coordinates-outside").into_owned(),
    }
}

impl Found {
    /// Where it lies, as something to be checked.
    pub(crate) fn sentence(&self, country: &Country, voice: Voice) -> String {
        let key = if self.located.metres == 0 {
            "filing-where-point-found"
        } else {
            "filing-where-point-near"
        };
        let place = authority(country, voice.language(), &self.located.territory);
        voice.say_with(key, &[("place", Argument::Text(place))])
    }

    /// The place and the figures in one line.
    pub(crate) fn line(&self, country: &Country, voice: Voice) -> String {
        let place = authority(country, voice.language(), &self.located.territory);
        voice.say_with(
            "filing-point",
            &[
                ("place", Argument::Text(place)),
                ("point", Argument::Text(&self.point.to_string())),
            ],
        )
    }
}

/// A territory by the name of its authority, which tells the town of Tiznit from the province of Tiznit.
fn authority<'a>(country: &'a Country, language: Language, code: &'a TerritoryCode) -> &'a str {
    country
        .authorities
        .get(code)
        .map(|body| country.organisations.name_of(body, language))
        .or_else(|| {
            let territory = country.territories.find(code)?;
            Some(territory.names.in_language(language))
        })
        .unwrap_or(code.as_str())
}
