//! Who has reported a year and who has not: for those who read all reports.

use std::collections::BTreeMap;

use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Kind, Stage, Year},
    id::{AnnualId, OrganisationCode},
    organisation::OrganisationKind,
};
use chikaya_store::annual as store;
use jiff::Timestamp;

use crate::{Clerks, Trouble, staff::Officer};

/// A body on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallRow {
    /// The body.
    pub organisation: OrganisationCode,
    /// Its kind.
    pub kind: OrganisationKind,
    /// Its report with where it is and since when; none where it was not begun.
    pub annual: Option<(AnnualId, Stage, Timestamp)>,
}

/// Who has reported a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wall {
    /// The year.
    pub year: Year,
    /// Each body that owes a report, in the order of codes.
    pub rows: Vec<WallRow>,
    /// The synthesis, where it can be seen.
    pub synthesis: Option<(AnnualId, Stage)>,
}

impl Wall {
    /// How many bodies have sent their report.
    pub fn delivered(&self) -> usize {
        let delivered =
            |row: &&WallRow| row.annual.is_some_and(|(_, stage, _)| stage.is_delivered());
        self.rows.iter().filter(delivered).count()
    }
}

impl Clerks {
    /// Who has reported a year. Bodies that receive cases here owe a report, and whoever sent one.
    pub async fn annual_wall(&self, officer: Officer, year: Year) -> Result<Wall, Trouble> {
        if !access::allows(officer.role, Action::SeeAnnual, Standing::Other) {
            return Err(Trouble::Forbidden);
        }
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            let country = circumstances.country;
            let mut begun = BTreeMap::new();
            for annual in store::of_year(tx, Kind::Report, year, is_sample)? {
                let at = Timestamp::from_microsecond(annual.changed_at).map_err(|_| {
                    chikaya_store::StoreError::unreadable("annual.changed_at", annual.id)
                })?;
                let stage = annual.stage();
                begun.insert(annual.organisation, (annual.id, stage, at));
            }
            let owing = country.organisations.all().filter(|body| {
                body.kind != OrganisationKind::Unit
                    && (body.receives || begun.contains_key(&body.code))
            });
            let rows = owing
                .map(|body| WallRow {
                    organisation: body.code.clone(),
                    kind: body.kind,
                    annual: begun.get(&body.code).copied(),
                })
                .collect();
            let synthesis = store::of_year(tx, Kind::Synthesis, year, is_sample)?
                .into_iter()
                .find(|annual| super::keep::knows(country, &officer, annual))
                .map(|annual| (annual.id, annual.stage()));
            Ok(Wall {
                year,
                rows,
                synthesis,
            })
        })
        .await
    }
}
