//! Reports that are begun, and those of one's own administration.

use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Fact, Kind, Stage, Year},
    id::{AnnualId, OrganisationCode},
    organisation::OrganisationKind,
};
use chikaya_store::{Tx, annual as store};
use jiff::Timestamp;

use super::{
    keep::{begin, instant, knows, stands_in},
    owing::{had_anything, is_asked_for},
};
use crate::{Circumstances, Clerks, Country, Trouble, staff::Officer};

/// Reports shown of one body: one for each year.
const SHOWN: i64 = 100;

/// Years before the one that is due of which a report may still be begun.
const EARLIER: i16 = 9;

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
    /// When it came there.
    pub since: Timestamp,
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
                        since: instant(&annual, annual.stage_at)?,
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
            let fact = Fact::Begun {
                kind,
                year,
                organisation,
                is_sample,
            };
            begin_once(tx, circumstances, &officer, &fact)
        })
        .await
    }

    /// Begins the report of a body that was closed about a year that is over, for the reform authority; answers the one
    /// that was begun before where there is one.
    pub async fn begin_annual_of(
        &self,
        officer: Officer,
        organisation: OrganisationCode,
        year: Year,
    ) -> Result<AnnualId, Trouble> {
        let is_sample = self.is_demo();
        self.write(move |tx, circumstances| {
            let country = circumstances.country;
            if !access::allows(officer.role, Action::WriteSynthesis, Standing::Own) {
                return Err(Trouble::Forbidden);
            }
            if country.organisations.find(&organisation).is_none() {
                return Err(Trouble::NotFound);
            }
            // Whoever works for a body writes its report.
            if !stands_in(country, &officer, &organisation) {
                return Err(Trouble::Forbidden);
            }
            let fact = Fact::Begun {
                kind: Kind::Report,
                year,
                organisation: organisation.clone(),
                is_sample,
            };
            begin_once(tx, circumstances, &officer, &fact)
        })
        .await
    }

    /// The years of which an officer may begin the report of their administration, the last one first: the one that is due,
    /// and earlier ones of which the policy asked for a report, of which anything is counted, and that nobody began.
    pub async fn years_to_begin(&self, officer: Officer) -> Result<Vec<Year>, Trouble> {
        let Some(due) = self.year_to_report() else {
            return Ok(Vec::new());
        };
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            let country = circumstances.country;
            let (kind, whose) = own(country, &officer);
            let may = access::allows(officer.role, Action::WriteAnnual, Standing::Own);
            let mut years = Vec::new();
            if kind != Kind::Report || !may {
                return Ok(years);
            }
            for number in (due.number() - EARLIER..=due.number()).rev() {
                let Ok(year) = Year::new(number) else {
                    continue;
                };
                let is_offered = year == due
                    || is_asked_for(country, year)
                        && had_anything(tx, country, &whose, year, is_sample)?;
                if is_offered && store::find_of(tx, &whose, kind, year, is_sample)?.is_none() {
                    years.push(year);
                }
            }
            Ok(years)
        })
        .await
    }

    /// The last year that is over today, of which a report is due.
    pub fn year_to_report(&self) -> Option<Year> {
        let today = self.country().calendar.date_of(self.now());
        Year::new(today.year() - 1).ok()
    }
}

/// Begins a report, unless it was begun.
fn begin_once(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    fact: &Fact,
) -> Result<AnnualId, Trouble> {
    let Fact::Begun {
        kind,
        year,
        organisation,
        is_sample,
    } = fact
    else {
        return Err(Trouble::Stale);
    };
    if year.number() >= circumstances.today().year() {
        return Err(Trouble::NotAcceptable("error-annual-year"));
    }
    match store::find_of(tx, organisation, *kind, *year, *is_sample)? {
        Some(begun) => Ok(begun.id),
        None => begin(tx, circumstances, officer, fact),
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
