//! Reports that are begun, and those of one's own administration.

use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Fact, Kind, Stage, Year},
    id::{AnnualId, OrganisationCode},
    organisation::OrganisationKind,
};
use chikaya_store::annual as store;
use jiff::Timestamp;

use super::keep::{begin, instant, knows};
use crate::{Clerks, Country, Trouble, staff::Officer};

/// Reports shown of one body: one for each year.
const SHOWN: i64 = 100;

/// A report in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnualLine {
    /// Identifier.
    pub id: AnnualId,
    /// What is reported.
    pub kind: Kind,
    /// Of which year.
    pub year: Year,
    /// Where it is.
    pub stage: Stage,
    /// When something was done to it last.
    pub changed_at: Timestamp,
}

impl Clerks {
    /// The reports of an officer's own administration, the last year first; for the reform authority its syntheses.
    pub async fn own_annuals(&self, officer: Officer) -> Result<Vec<AnnualLine>, Trouble> {
        officer.must_be_allowed(Action::SeeAnnual)?;
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            let (kind, whose) = own(circumstances.country, &officer);
            let mut found = store::of_organisation(tx, &whose, kind, is_sample, SHOWN)?;
            found.retain(|annual| knows(circumstances.country, &officer, annual));
            found
                .into_iter()
                .map(|annual| {
                    Ok(AnnualLine {
                        id: annual.id,
                        kind: annual.kind(),
                        year: annual.year,
                        stage: annual.stage(),
                        changed_at: instant(&annual, annual.changed_at)?,
                    })
                })
                .collect()
        })
        .await
    }

    /// Begins the report of an officer's administration about a year that is over, or the synthesis; answers the one that
    /// was begun before where there is one.
    pub async fn begin_annual(&self, officer: Officer, year: Year) -> Result<AnnualId, Trouble> {
        let is_sample = self.is_demo();
        self.write(move |tx, circumstances| {
            let (kind, organisation) = own(circumstances.country, &officer);
            let action = match kind {
                Kind::Report => Action::WriteAnnual,
                Kind::Synthesis => Action::WriteSynthesis,
            };
            if !access::allows(officer.role, action, Standing::Own) {
                return Err(Trouble::Forbidden);
            }
            if year.number() >= circumstances.today().year() {
                return Err(Trouble::NotAcceptable("error-annual-year"));
            }
            if let Some(begun) = store::find_of(tx, &organisation, kind, year, is_sample)? {
                return Ok(begun.id);
            }
            let fact = Fact::Begun {
                kind,
                year,
                organisation,
                is_sample,
            };
            begin(tx, circumstances, &officer, &fact)
        })
        .await
    }

    /// The last year that is over today, of which a report is due.
    pub fn year_to_report(&self) -> Option<Year> {
        let today = self.country().calendar.date_of(self.now());
        Year::new(today.year() - 1).ok()
    }
}

/// What an officer's house reports, and under which code: whoever belongs to no body that answers reports for the country.
fn own(country: &Country, officer: &Officer) -> (Kind, OrganisationCode) {
    if !officer.role.is_of_a_body() {
        return (Kind::Synthesis, country.reform_authority.clone());
    }
    // A unit reports within its administration.
    let mut chain = country.organisations.chain(&officer.organisation);
    let whole = chain.find(|own| own.kind != OrganisationKind::Unit);
    let code = whole.map_or(&officer.organisation, |own| &own.code);
    (Kind::Report, code.clone())
}
