//! Additions to the country: bodies and subjects that an import brings with it and the country lacks.

use chikaya_domain::{competence::Rule, organisation::Organisation, subject::Subject};
use chikaya_store::{
    Tx,
    country::{
        additions as stored,
        organisation::{StoredOrganisation, create},
    },
};
use thiserror::Error;

use super::known::Parts;
use crate::{Clerks, Country, Trouble};

/// Bodies and subjects to add, parents before those that belong to them.
#[derive(Clone, Debug, Default)]
pub struct Additions {
    /// Bodies.
    pub organisations: Vec<Organisation>,
    /// Subjects; their questions are not added.
    pub subjects: Vec<Subject>,
    /// Who answers for those subjects; each needs a rule that holds everywhere, its own or its sector’s. Their numbers
    /// do not count.
    pub rules: Vec<Rule>,
}

/// Why the country cannot take additions.
#[derive(Debug, Error)]
pub enum AdditionError {
    /// They do not fit into it.
    #[error("the additions do not fit into the country: {0}")]
    Unfit(String),
    /// The archive.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl Additions {
    /// Whether there is nothing to add.
    pub fn is_empty(&self) -> bool {
        self.organisations.is_empty() && self.subjects.is_empty()
    }

    /// Keeps only what the country lacks.
    #[must_use]
    pub fn missing_in(mut self, country: &Country) -> Self {
        self.organisations
            .retain(|body| country.organisations.find(&body.code).is_none());
        self.subjects
            .retain(|subject| country.subjects.find(&subject.code).is_none());
        self.rules
            .retain(|rule| country.subjects.find(&rule.subject).is_none());
        self
    }

    /// Builds what the portal would build, so that nothing is added that could not be read again.
    pub fn check(&self, country: &Country) -> Result<(), AdditionError> {
        Parts::fit(
            country.territories.all().cloned(),
            country
                .organisations
                .all()
                .chain(&self.organisations)
                .cloned(),
            country.subjects.all().chain(&self.subjects).cloned(),
            country.competences.rules().chain(&self.rules).cloned(),
        )
        .map_err(AdditionError::Unfit)?;
        Ok(())
    }
}

impl Clerks {
    /// Adds what the country lacks; what it has already stays as it is. Other nodes see the additions when they
    /// read the country again.
    pub async fn add_to_country(&self, additions: Additions) -> Result<(), AdditionError> {
        self.follow_country().await?;
        let missing = additions.missing_in(&self.country());
        if missing.is_empty() {
            return Ok(());
        }
        missing.check(&self.country())?;
        self.change_country(move |tx, _| add(tx, &missing)).await?;
        Ok(())
    }
}

fn add(tx: &mut Tx<'_>, additions: &Additions) -> Result<(), Trouble> {
    for body in &additions.organisations {
        // The pack does not know it, so no pack may change it.
        create(
            tx,
            &StoredOrganisation {
                organisation: body.clone(),
                is_active: true,
                email: None,
                phone: None,
                address: None,
                complaints_unit: None,
                version: 1,
            },
        )?;
    }
    for subject in &additions.subjects {
        stored::add_subject(tx, subject)?;
    }
    for rule in &additions.rules {
        stored::add_rule(tx, rule)?;
    }
    Ok(())
}
