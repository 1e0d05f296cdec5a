//! Organisations as administrators keep them: found, created, changed, switched off and on.

use chikaya_domain::{
    access::Action,
    id::{OrganisationCode, TerritoryCode},
    organisation::Organisation,
    person::{Email, Phone},
};
use chikaya_store::{Tx, country::organisation as stored, staff::directory};

use crate::{
    Circumstances, Clerks, Country, Trouble,
    audit::{self, Deed},
    staff::Officer,
};

/// Organisations on a page.
const PAGE: usize = 50;

/// Longest name, acronym or address, in characters.
pub const TEXT_LIMIT: usize = 300;

/// What to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationQuestion {
    /// Bodies whose names or acronym hold these words, best first.
    Words(String),
    /// The bodies that belong to one, or to none, by code.
    PartsOf(Option<OrganisationCode>),
}

/// A body in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationLine {
    /// The body.
    pub organisation: Organisation,
    /// Whether it is not switched off.
    pub is_active: bool,
    /// Whether others belong to it.
    pub has_parts: bool,
}

/// A page of bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationPage {
    /// The bodies.
    pub lines: Vec<OrganisationLine>,
    /// After which code the next page begins.
    pub next: Option<OrganisationCode>,
}

/// Why a body cannot be switched off yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// An open case is with it.
    OpenCases,
    /// A rule of competence names it.
    Rule,
    /// It is the local authority of its territory, so rules name it by the place.
    Authority,
    /// Bodies that are not switched off belong to it.
    Parts,
    /// People who may sign in work for it.
    People,
    /// It routes what nobody else answers.
    ReformAuthority,
}

impl Obstacle {
    /// The key of the sentence that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OpenCases => "error-organisation-open-cases",
            Self::Rule => "error-organisation-rule",
            Self::Authority => "error-organisation-authority",
            Self::Parts => "error-organisation-parts",
            Self::People => "error-organisation-people",
            Self::ReformAuthority => "error-organisation-reform",
        }
    }
}

/// An organisation with what only its own page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRecord {
    /// The organisation. Its `receives` is what was set, switched off or not.
    pub organisation: Organisation,
    /// Whether it is not switched off.
    pub is_active: bool,
    /// Address for mails.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// The unit that handles complaints.
    pub complaints_unit: Option<OrganisationCode>,
    /// Version.
    pub version: i64,
}

impl From<stored::StoredOrganisation> for OrganisationRecord {
    fn from(kept: stored::StoredOrganisation) -> Self {
        Self {
            organisation: kept.organisation,
            is_active: kept.is_active,
            email: kept.email,
            phone: kept.phone,
            address: kept.address,
            complaints_unit: kept.complaints_unit,
            version: kept.version,
        }
    }
}

impl From<&OrganisationRecord> for stored::StoredOrganisation {
    fn from(record: &OrganisationRecord) -> Self {
        let record = record.clone();
        Self {
            organisation: record.organisation,
            is_active: record.is_active,
            email: record.email,
            phone: record.phone,
            address: record.address,
            complaints_unit: record.complaints_unit,
            version: record.version,
        }
    }
}

impl Clerks {
    /// Bodies that fit a question, `after` one of them.
    pub async fn find_organisations(
        &self,
        officer: Officer,
        question: OrganisationQuestion,
        after: Option<OrganisationCode>,
    ) -> Result<OrganisationPage, Trouble> {
        officer.must_be_allowed(Action::ManageOrganisations)?;
        self.read(move |_, circumstances| {
            Ok(find(circumstances.country, &question, after.as_ref()))
        })
        .await
    }

    /// One body with all that is kept of it.
    pub async fn organisation(
        &self,
        officer: Officer,
        code: OrganisationCode,
    ) -> Result<OrganisationRecord, Trouble> {
        officer.must_be_allowed(Action::ManageOrganisations)?;
        self.read(move |tx, _| {
            let kept = stored::find(tx, &code)?.ok_or(Trouble::NotFound)?;
            Ok(kept.into())
        })
        .await
    }

    /// Keeps a new body.
    pub async fn create_organisation(
        &self,
        officer: Officer,
        body: OrganisationRecord,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageOrganisations)?;
        self.change_country(move |tx, circumstances| {
            check(circumstances, &body)?;
            if !stored::create(tx, &(&body).into())? {
                return Err(Trouble::NotAcceptable("error-code-taken"));
            }
            note(
                tx,
                circumstances,
                &officer,
                &body,
                "organisation.create",
                "",
            )
        })
        .await
    }

    /// Changes a body that still is at the version it carries. From then on no country pack changes it.
    pub async fn change_organisation(
        &self,
        officer: Officer,
        body: OrganisationRecord,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageOrganisations)?;
        self.change_country(move |tx, circumstances| {
            check(circumstances, &body)?;
            let before: OrganisationRecord = stored::find(tx, &body.organisation.code)?
                .ok_or(Trouble::NotFound)?
                .into();
            if !body.organisation.receives {
                must_not_be_needed(tx, circumstances, &body.organisation.code)?;
            }
            if !stored::change(tx, &(&body).into())? {
                return Err(Trouble::Stale);
            }
            let detail = difference(&before, &body);
            note(
                tx,
                circumstances,
                &officer,
                &body,
                "organisation.change",
                &detail,
            )
        })
        .await
    }

    /// Switches a body off that still is at `version`, unless something stands in the way: then that is answered and
    /// nothing changes.
    pub async fn switch_organisation_off(
        &self,
        officer: Officer,
        code: OrganisationCode,
        version: i64,
    ) -> Result<Vec<Obstacle>, Trouble> {
        officer.must_be_allowed(Action::ManageOrganisations)?;
        self.change_country(move |tx, circumstances| {
            let body: OrganisationRecord =
                stored::find(tx, &code)?.ok_or(Trouble::NotFound)?.into();
            let obstacles = obstacles(tx, circumstances, &code)?;
            if !obstacles.is_empty() {
                return Ok(obstacles);
            }
            if !stored::switch(tx, &code, version, false)? {
                return Err(Trouble::Stale);
            }
            note(
                tx,
                circumstances,
                &officer,
                &body,
                "organisation.switch-off",
                "",
            )?;
            Ok(Vec::new())
        })
        .await
    }

    /// Switches a body on again that still is at `version`.
    pub async fn switch_organisation_on(
        &self,
        officer: Officer,
        code: OrganisationCode,
        version: i64,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageOrganisations)?;
        self.change_country(move |tx, circumstances| {
            let body: OrganisationRecord =
                stored::find(tx, &code)?.ok_or(Trouble::NotFound)?.into();
            if !stored::switch(tx, &code, version, true)? {
                return Err(Trouble::Stale);
            }
            note(
                tx,
                circumstances,
                &officer,
                &body,
                "organisation.switch-on",
                "",
            )
        })
        .await
    }
}

fn find(
    country: &Country,
    question: &OrganisationQuestion,
    after: Option<&OrganisationCode>,
) -> OrganisationPage {
    let organisations = &country.organisations;
    let line = |body: &Organisation| OrganisationLine {
        is_active: !country.switched_off.contains(&body.code),
        has_parts: organisations
            .all()
            .any(|part| part.parent.as_ref() == Some(&body.code)),
        organisation: body.clone(),
    };
    match question {
        OrganisationQuestion::Words(words) => OrganisationPage {
            lines: country
                .all_organisations_index
                .find(words, PAGE)
                .iter()
                .filter_map(|hit| organisations.find(&hit.code))
                .map(line)
                .collect(),
            next: None,
        },
        OrganisationQuestion::PartsOf(parent) => {
            let mut found: Vec<&Organisation> = organisations
                .all()
                .filter(|body| body.parent == *parent)
                .filter(|body| after.is_none_or(|after| body.code > *after))
                .take(PAGE + 1)
                .collect();
            let has_more = found.len() > PAGE;
            found.truncate(PAGE);
            OrganisationPage {
                next: found
                    .last()
                    .filter(|_| has_more)
                    .map(|body| body.code.clone()),
                lines: found.into_iter().map(line).collect(),
            }
        }
    }
}

/// What a body must be like. That the whole tree fits together is checked afterwards.
fn check(circumstances: &Circumstances<'_>, stored: &OrganisationRecord) -> Result<(), Trouble> {
    let body = &stored.organisation;
    let organisations = &circumstances.country.organisations;
    if body.names.ar.is_empty() {
        return Err(Trouble::NotAcceptable("error-name-ar-empty"));
    }
    if body.names.fr.is_empty() {
        return Err(Trouble::NotAcceptable("error-name-fr-empty"));
    }
    if let Some(parent) = &body.parent {
        if organisations.find(parent).is_none() {
            return Err(Trouble::NotAcceptable("error-organisation-unknown"));
        }
        if organisations
            .chain(parent)
            .any(|around| around.code == body.code)
        {
            return Err(Trouble::NotAcceptable("error-organisation-circle"));
        }
    }
    if let Some(territory) = &body.territory {
        let place = circumstances
            .country
            .territories
            .find(territory)
            .ok_or(Trouble::NotAcceptable("error-place-empty"))?;
        let is_taken = organisations.all().any(|other| {
            other.code != body.code
                && other.territory.as_ref() == Some(territory)
                && other.kind.governs(place.level)
        });
        if body.kind.governs(place.level) && is_taken {
            return Err(Trouble::NotAcceptable("error-territory-taken"));
        }
    }
    if let Some(unit) = &stored.complaints_unit
        && !organisations.is_within(unit, &body.code)
    {
        return Err(Trouble::NotAcceptable("error-unit-elsewhere"));
    }
    if let Some(email) = &stored.email {
        Email::parse(email).map_err(|error| Trouble::NotAcceptable(error.key()))?;
    }
    if let Some(phone) = &stored.phone {
        Phone::parse(phone, circumstances.country.numbering)
            .map_err(|error| Trouble::NotAcceptable(error.key()))?;
    }
    Ok(())
}

/// Refuses that cases are kept from a body to which rules send them.
fn must_not_be_needed(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    code: &OrganisationCode,
) -> Result<(), Trouble> {
    if circumstances.country.reform_authority == *code {
        return Err(Trouble::NotAcceptable(Obstacle::ReformAuthority.key()));
    }
    if stored::has_rule(tx, code)? {
        return Err(Trouble::NotAcceptable(Obstacle::Rule.key()));
    }
    Ok(())
}

fn obstacles(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    code: &OrganisationCode,
) -> Result<Vec<Obstacle>, Trouble> {
    let country = circumstances.country;
    let is_authority = country.organisations.find(code).is_some_and(|body| {
        body.territory
            .as_ref()
            .and_then(|territory| country.territories.find(territory))
            .is_some_and(|place| body.kind.governs(place.level))
    });
    let found = [
        (stored::has_open_case(tx, code)?, Obstacle::OpenCases),
        (stored::has_rule(tx, code)?, Obstacle::Rule),
        (is_authority, Obstacle::Authority),
        (stored::has_part(tx, code)?, Obstacle::Parts),
        (directory::has_people(tx, code)?, Obstacle::People),
        (country.reform_authority == *code, Obstacle::ReformAuthority),
    ];
    Ok(found
        .into_iter()
        .filter(|(stands, _)| *stands)
        .map(|(_, obstacle)| obstacle)
        .collect())
}

/// Which parts changed, with their codes where they are codes.
fn difference(before: &OrganisationRecord, after: &OrganisationRecord) -> String {
    let (old, new) = (&before.organisation, &after.organisation);
    let code =
        |code: Option<&OrganisationCode>| code.map_or_else(|| "-".to_owned(), ToString::to_string);
    let place =
        |code: Option<&TerritoryCode>| code.map_or_else(|| "-".to_owned(), ToString::to_string);
    let mut parts: Vec<String> = [
        ("names", old.names != new.names),
        ("acronym", old.acronym != new.acronym),
        ("email", before.email != after.email),
        ("phone", before.phone != after.phone),
        ("address", before.address != after.address),
    ]
    .into_iter()
    .filter(|(_, differs)| *differs)
    .map(|(name, _)| name.to_owned())
    .collect();
    for (name, from, to) in [
        ("kind", old.kind.to_string(), new.kind.to_string()),
        (
            "parent",
            code(old.parent.as_ref()),
            code(new.parent.as_ref()),
        ),
        (
            "territory",
            place(old.territory.as_ref()),
            place(new.territory.as_ref()),
        ),
        (
            "receives",
            old.receives.to_string(),
            new.receives.to_string(),
        ),
        (
            "complaints-unit",
            code(before.complaints_unit.as_ref()),
            code(after.complaints_unit.as_ref()),
        ),
    ] {
        if from != to {
            parts.push(format!("{name}: {from} > {to}"));
        }
    }
    parts.join("; ")
}

fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    body: &OrganisationRecord,
    action: &'static str,
    detail: &str,
) -> Result<(), Trouble> {
    let code = body.organisation.code.as_str();
    audit::note(
        tx,
        circumstances,
        officer,
        Deed {
            action,
            object: code,
            organisation: Some(code),
            detail: Some(detail),
        },
    )
}
