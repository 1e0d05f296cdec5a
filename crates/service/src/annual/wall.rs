//! Who has reported a year and who has not: for those who read all reports.

use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Kind, Stage, Year},
    id::{AnnualId, OrganisationCode},
    organisation::OrganisationKind,
};
use chikaya_store::annual as store;
use jiff::Timestamp;

use super::{
    keep::{instant, knows, stands_in},
    owing::owing,
};
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
    /// Whether it was closed since: nobody works there any more.
    pub is_closed: bool,
    /// Whether whoever looks may begin its report, for a body that was closed.
    pub begins: bool,
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
    /// Who has reported a year. Bodies that receive cases here owe a report, whoever sent one, and whoever was closed since
    /// and had cases in that year.
    pub async fn annual_wall(&self, officer: Officer, year: Year) -> Result<Wall, Trouble> {
        if !access::allows(officer.role, Action::SeeAnnual, Standing::Other) {
            return Err(Trouble::Forbidden);
        }
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            let country = circumstances.country;
            let is_over = year.number() < circumstances.today().year();
            let rows = owing(tx, country, year, is_sample)?
                .into_iter()
                .map(|owing| {
                    let code = &owing.body.code;
                    let annual = owing
                        .annual
                        .map(|annual| {
                            let since = instant(&annual, annual.stage_at)?;
                            Ok::<_, Trouble>((annual.id, annual.stage(), since))
                        })
                        .transpose()?;
                    Ok(WallRow {
                        organisation: code.clone(),
                        kind: owing.body.kind,
                        begins: annual.is_none() && is_over && stands_in(country, &officer, code),
                        annual,
                        is_closed: country.switched_off.contains(code),
                    })
                })
                .collect::<Result<_, Trouble>>()?;
            let synthesis = store::of_year(tx, Kind::Synthesis, year, is_sample)?
                .into_iter()
                .find(|annual| knows(country, &officer, annual))
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
