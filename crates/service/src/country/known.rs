//! What is known of the country: territories, bodies, subjects, calendar and policies, read from the archive at once.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use chikaya_domain::{
    case::{Case, Law, Track},
    clock::{Calendar, Policies},
    competence::{Competences, Rule, Suggestion},
    ground::Ground,
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::{Organisation, Organisations},
    person::NumberingPlan,
    subject::{Subject, Subjects},
    territory::{Coordinates, Level, Located, Shapes, Territories, Territory},
};
use chikaya_language::{
    Ear, Everyday, Finder, StockPhrases, Tongue,
    stock::{Phrase, PhraseKind, STARTER, parse_list},
};
use chikaya_store::{StoreError, Tx, country as stored, setting};
use jiff::civil::{Date, Weekday};

use super::{
    beyond::{self, Beyond},
    doors::{self, Door, DoorsOfSubjects},
    ear::{self, HeardSubject},
    finder,
    map::{self, Outlines},
    orientation::{self, Orientation, Orientations},
    search::Index,
    shapes, telephone,
    weekend::weekend,
};
use crate::Trouble;

/// How far outside the territory chosen a point may lie, in metres: shapes are simplified to 250 m and approximate, and
/// people name the neighbouring commune when they stand near its border.
const ELSEWHERE_METRES: u32 = 5_000;

/// The setting that names the reform authority.
pub(super) const REFORM_AUTHORITY: &str = "country.reform_authority";

/// The setting that counts the changes of the country, so that every node sees that its own copy is old.
const VERSION: &str = "country.version";

/// The setting that holds the name of the country's time zone.
pub(super) const ZONE: &str = "pack.zone";

/// Everything that is data about the country. It changes seldom and is shared by all requests.
#[derive(Debug)]
pub struct Country {
    /// How often it was changed: two of one number are the same.
    pub version: u64,
    /// Regions, provinces, communes, arrondissements.
    pub territories: Territories,
    /// The land of communes and arrondissements, roughly.
    pub shapes: &'static Shapes,
    /// The outlines of regions and provinces, as they are drawn.
    pub outlines: &'static Outlines,
    /// How telephone numbers are made up.
    pub numbering: &'static NumberingPlan,
    /// Whom to ring in danger, and where else wrongdoing can be reported.
    pub doors: &'static [Door],
    /// Which of the two short doors may be right for which subject.
    pub(super) doors_of_subjects: &'static DoorsOfSubjects,
    /// Every body, as a tree.
    pub organisations: Organisations,
    /// Sectors and subjects with their questions.
    pub subjects: Subjects,
    /// Who answers for what, where.
    pub competences: Competences,
    /// Grounds of inadmissibility in order.
    pub grounds: Vec<Ground>,
    /// Weekends, holidays, time zone.
    pub calendar: Calendar,
    /// Versions of the policy.
    pub policies: Policies,
    /// Phrases that say nothing.
    pub stock_phrases: StockPhrases,
    /// The body that routes what nobody else is known to answer, and settles competence.
    pub reform_authority: OrganisationCode,
    /// Organisations by name, acronym and spelling.
    pub organisation_index: Index<OrganisationCode>,
    /// Those that receive nothing included, for administration.
    pub all_organisations_index: Index<OrganisationCode>,
    /// Territories by name and spelling.
    pub territory_index: Index<TerritoryCode>,
    /// Subjects and sectors by name alone.
    pub subject_names_index: Index<SubjectCode>,
    /// Subjects by name and everyday word; made when somebody asks first.
    pub(super) subject_index: OnceLock<Index<SubjectCode>>,
    /// What a text is about; made when a text is heard first.
    pub(super) ear: OnceLock<Ear>,
    /// Words by which people look for bodies and places.
    pub(super) everyday: &'static [Everyday],
    /// Bodies and places as people look for them; made when somebody looks first.
    pub(super) finder: OnceLock<Finder>,
    /// What may be given as the place that is no territory of the country.
    pub beyond: &'static [Beyond],
    /// Where people are oriented to beside the portal.
    pub(super) orientations: &'static Orientations,
    /// Bodies that an administrator switched off: their names stay, nothing is sent to them.
    pub switched_off: BTreeSet<OrganisationCode>,
    /// Days of weekly rest, from 1 (Monday) to 7.
    pub weekend: Vec<i8>,
    /// Days worked by exception.
    pub worked_days: Vec<Date>,
    /// The authority of each territory.
    pub authorities: BTreeMap<TerritoryCode, OrganisationCode>,
}

impl Country {
    /// The law under which a case stands: a policy that took effect later changes nothing for it.
    pub fn law_of(&self, case: &Case) -> Law<'_> {
        Law {
            policy: self.policies.version(case.policy),
            calendar: &self.calendar,
        }
    }

    /// Subjects by name and everyday word.
    pub fn subject_index(&self) -> &Index<SubjectCode> {
        self.subject_index
            .get_or_init(|| Index::of_subjects(&self.subjects))
    }

    /// The subjects that a text seems to be about, best first, at most `limit`; none when nothing in it tells.
    pub fn heard(&self, text: &str, limit: usize) -> Vec<HeardSubject> {
        let ear = self.ear.get_or_init(|| ear::of_subjects(&self.subjects));
        ear::heard(ear, text, limit)
    }

    /// The bodies that were meant by what was typed, the likeliest first, at most `limit`, seen from a place: also those
    /// that receive nothing here.
    pub fn bodies(
        &self,
        typed: &str,
        from: Option<&TerritoryCode>,
        limit: usize,
    ) -> Vec<&Organisation> {
        self.finder()
            .bodies(typed, from.map(TerritoryCode::as_str), limit)
            .into_iter()
            .filter_map(|found| OrganisationCode::parse(found.code).ok())
            .filter_map(|code| self.organisations.find(&code))
            .collect()
    }

    /// The places that were meant by what was typed, the likeliest first, at most `limit`.
    pub fn places(&self, typed: &str, limit: usize) -> Vec<TerritoryCode> {
        self.finder()
            .places(typed, limit)
            .into_iter()
            .filter_map(|found| TerritoryCode::parse(found.code).ok())
            .collect()
    }

    fn finder(&self) -> &Finder {
        self.finder.get_or_init(|| {
            finder::of_country(
                &self.territories,
                &self.organisations,
                &self.competences,
                &self.switched_off,
                self.everyday,
            )
        })
    }

    /// What is given as the place, if it is no territory of the country.
    pub fn beyond(&self, place: Option<&TerritoryCode>) -> Option<&'static Beyond> {
        let place = place?;
        self.beyond
            .iter()
            .find(|beyond| beyond.territory.code == *place)
    }

    /// The short door that may be right for a subject, if one may be.
    pub fn door_of(&self, subject: &SubjectCode) -> Option<Track> {
        self.doors_of_subjects.get(subject).copied()
    }

    /// Where people are oriented to beside the portal for a subject, the likeliest first.
    pub fn orientations(&self, subject: Option<&SubjectCode>) -> &[Orientation] {
        subject
            .and_then(|subject| self.orientations.get(subject))
            .map_or(&[], Vec::as_slice)
    }

    /// The bodies that may answer for a subject at a place, best first, each with its reason.
    pub fn suggest(
        &self,
        subject: Option<&SubjectCode>,
        place: Option<&TerritoryCode>,
    ) -> Vec<Suggestion> {
        subject.map_or_else(Vec::new, |subject| {
            self.competences
                .resolve(subject, place, &self.subjects, &self.territories)
        })
    }

    /// The body that answers for a subject at a place in every case. `None` where that takes a smaller place, or what only
    /// the filer knows: an alternative that is right under a condition is offered, never taken for granted.
    pub fn competent(
        &self,
        subject: Option<&SubjectCode>,
        place: Option<&TerritoryCode>,
    ) -> Option<OrganisationCode> {
        self.suggest(subject, place)
            .into_iter()
            .find(|suggestion| suggestion.when.is_none())
            .map(|suggestion| suggestion.organisation)
    }

    /// The body that can be named to a filer who has not seen why: [`Country::competent`], unless it only hands on what it
    /// gets (a filer may know the body concerned), or the place decides and is not known.
    pub fn certain(
        &self,
        subject: Option<&SubjectCode>,
        place: Option<&TerritoryCode>,
    ) -> Option<OrganisationCode> {
        let place_decides = place.is_none()
            && subject.is_some_and(|subject| self.competences.differs(subject, &self.subjects));
        self.competent(subject, place)
            .filter(|body| *body != self.reform_authority && !place_decides)
    }

    /// Whether it takes a commune to say who answers: nobody does for the whole of `place`, and somebody does in its
    /// communes, of which the first stands for all.
    pub fn wants_commune(&self, subject: Option<&SubjectCode>, place: &TerritoryCode) -> bool {
        if self.competent(subject, Some(place)).is_some() {
            return false;
        }
        let mut smaller = self.territories.within(Some(place)).next();
        while let Some(territory) = smaller {
            if territory.level >= Level::Commune {
                return self.competent(subject, Some(&territory.code)).is_some();
            }
            smaller = self.territories.within(Some(&territory.code)).next();
        }
        false
    }

    /// The commune or arrondissement to which a point belongs, or the province where no shape of a smaller territory
    /// is known; `None` outside the country.
    pub fn locate(&self, point: Coordinates) -> Option<Located> {
        self.shapes
            .locate(point)
            .filter(|located| self.territories.find(&located.territory).is_some())
    }

    /// Whether a point lies in a territory, or so near it that our rough shapes cannot tell.
    pub fn lies_in(&self, point: Coordinates, territory: &TerritoryCode) -> bool {
        self.shapes.any_near(point, ELSEWHERE_METRES, |shape| {
            self.territories.is_within(shape, territory)
        })
    }

    /// The territory of a filing: the one chosen, unless it is larger than a commune and the point says where in it.
    pub fn place_of(
        &self,
        chosen: Option<&TerritoryCode>,
        point: Option<Coordinates>,
    ) -> Result<Option<TerritoryCode>, Trouble> {
        let Some(point) = point else {
            return Ok(chosen.cloned());
        };
        let located = self
            .locate(point)
            .ok_or(Trouble::NotAcceptable("error-coordinates-outside"))?
            .territory;
        let gives_way = chosen.is_none_or(|chosen| {
            self.territories
                .find(chosen)
                .is_some_and(|territory| territory.level < Level::Commune)
                && self.territories.is_within(&located, chosen)
        });
        Ok(if gives_way {
            Some(located)
        } else {
            chosen.cloned()
        })
    }
}

/// The parts of a country that name each other, fitted together.
pub(super) struct Parts {
    pub(super) territories: Territories,
    pub(super) organisations: Organisations,
    pub(super) subjects: Subjects,
    pub(super) competences: Competences,
}

impl Parts {
    /// Fits parts together; in words, why they do not fit.
    pub(super) fn fit(
        territories: impl IntoIterator<Item = Territory>,
        organisations: impl IntoIterator<Item = Organisation>,
        subjects: impl IntoIterator<Item = Subject>,
        rules: impl IntoIterator<Item = Rule>,
    ) -> Result<Self, String> {
        let beyond = beyond::of_the_pack().map_err(Clone::clone)?;
        let beyond = beyond.iter().map(|beyond| beyond.territory.clone());
        // Those of a country that is known already have them.
        let within = territories
            .into_iter()
            .filter(|territory| territory.level != Level::Country);
        let territories =
            Territories::new(within.chain(beyond)).map_err(|error| error.to_string())?;
        let organisations = Organisations::new(organisations).map_err(|error| error.to_string())?;
        let subjects = Subjects::new(subjects).map_err(|error| error.to_string())?;
        let competences = Competences::new(rules, &subjects, &territories, &organisations)
            .map_err(|error| error.to_string())?;
        Ok(Self {
            territories,
            organisations,
            subjects,
            competences,
        })
    }
}

/// Reads the country from the archive.
pub(crate) fn read(tx: &mut Tx<'_>) -> Result<Country, StoreError> {
    let broken = |error: String| StoreError::corrupt(&format!("the country ({error})"));
    let Parts {
        territories,
        organisations,
        subjects,
        competences,
    } = Parts::fit(
        stored::territories(tx)?,
        stored::organisations(tx)?,
        stored::subjects(tx)?,
        stored::rules(tx)?,
    )
    .map_err(broken)?;
    let reform_authority = setting::find(tx, REFORM_AUTHORITY)?
        .and_then(|code| OrganisationCode::parse(&code).ok())
        .ok_or_else(|| StoreError::corrupt("the name of the reform authority"))?;
    Ok(Country {
        organisation_index: Index::of_organisations(&organisations),
        all_organisations_index: Index::of_all_organisations(&organisations),
        territory_index: Index::of_territories(&territories, &organisations),
        subject_names_index: Index::of_subject_names(&subjects),
        subject_index: OnceLock::new(),
        ear: OnceLock::new(),
        everyday: finder::of_the_pack().map_err(|error| broken(error.clone()))?,
        finder: OnceLock::new(),
        beyond: beyond::of_the_pack().map_err(|error| broken(error.clone()))?,
        orientations: orientation::of_the_pack().map_err(|error| broken(error.clone()))?,
        authorities: organisations
            .all()
            .filter_map(|body| Some((body.territory.clone()?, body.code.clone())))
            .collect(),
        stock_phrases: stock_phrases(&territories, &organisations)?,
        grounds: stored::grounds(tx)?,
        version: version(tx)?,
        switched_off: stored::organisation::switched_off(tx)?
            .into_iter()
            .collect(),
        weekend: weekend(tx)?,
        worked_days: stored::calendar::worked_days(tx)?,
        calendar: calendar(tx)?,
        policies: Policies::new(stored::policies(tx)?)
            .map_err(|error| broken(error.to_string()))?,
        doors: doors::of_the_pack().map_err(broken)?,
        doors_of_subjects: doors::of_subjects().map_err(broken)?,
        shapes: shapes::of_the_pack().map_err(|error| broken(error.clone()))?,
        outlines: map::of_the_pack().map_err(|error| broken(error.clone()))?,
        numbering: telephone::of_the_pack().map_err(|error| broken(error.clone()))?,
        territories,
        organisations,
        subjects,
        competences,
        reform_authority,
    })
}

fn calendar(tx: &mut Tx<'_>) -> Result<Calendar, StoreError> {
    let weekend = weekend(tx)?
        .into_iter()
        .map(Weekday::from_monday_one_offset)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| StoreError::corrupt("the days of weekly rest"))?;
    let zone = setting::find(tx, ZONE)?.unwrap_or_else(|| "Africa/Casablanca".to_owned());
    let mut calendar = Calendar::new(&zone, &weekend)
        .ok_or_else(|| StoreError::corrupt("the time zone of the country"))?;
    for day in stored::calendar::worked_days(tx)? {
        calendar.add_worked_day(day);
    }
    for (day, holiday) in stored::holidays(tx)? {
        calendar.add_holiday(day, holiday);
    }
    for period in stored::ramadans(tx)? {
        calendar.add_ramadan(period);
    }
    Ok(calendar)
}

/// How often the country was changed.
pub(crate) fn version(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    match setting::find(tx, VERSION)? {
        None => Ok(0),
        Some(number) => number
            .parse()
            .map_err(|_| StoreError::unreadable("setting.value", VERSION)),
    }
}

/// Counts a change of the country. Two changes at once meet here, and the later one is tried again.
pub(crate) fn touch(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let next = version(tx)?.saturating_add(1);
    setting::put(tx, VERSION, &next.to_string())
}

/// The phrases that say nothing, with the names of places and bodies, which say something.
fn stock_phrases(
    territories: &Territories,
    organisations: &Organisations,
) -> Result<StockPhrases, StoreError> {
    let mut phrases =
        parse_list(STARTER).map_err(|_| StoreError::corrupt("the list of stock phrases"))?;
    let named = territories
        .all()
        .map(|territory| &territory.names)
        .chain(organisations.all().map(|body| &body.names));
    for names in named {
        for (tongue, text) in [(Tongue::Arabic, &names.ar), (Tongue::French, &names.fr)] {
            phrases.push(Phrase {
                kind: PhraseKind::Fact,
                tongue,
                text: text.clone(),
            });
        }
    }
    Ok(StockPhrases::new(phrases))
}
