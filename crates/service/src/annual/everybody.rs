//! What everybody is told of a year: what the newest edition of the public statistics tells on the day of publication, and nothing else. So nothing
//! that is hidden there can be had from a report, nor the other way round.

use chikaya_domain::{
    annual::{Kind, Year},
    id::OrganisationCode,
    statistics::Count,
};

use super::{
    figures::Part,
    owing::{Reports, reports},
    told::{ToldReport, ToldYear},
};
use crate::{
    Clerks, Trouble,
    statistics::{AsOf, Compared, Published, Publishing, Row, Scope, Table},
};

/// What everybody is told of a year.
#[derive(Clone, Debug)]
pub struct ForEverybody {
    /// The state of the record.
    pub as_of: AsOf,
    /// The figures.
    pub told: ToldReport,
    /// How many reports of the year came; of the country alone.
    pub reports: Option<Reports>,
}

impl Clerks {
    /// What everybody is told of the year of a body, or of the country, by the newest edition. For anyone.
    pub async fn annual_for_everybody(
        &self,
        kind: Kind,
        organisation: OrganisationCode,
        year: Year,
    ) -> Result<ForEverybody, Trouble> {
        let scope = match kind {
            Kind::Report => Scope::Body(organisation),
            Kind::Synthesis => Scope::Country,
        };
        let edition = match self.edition(None).await?.as_of {
            // The first one is made for it.
            none if none.edition == 0 => match self.publish_statistics().await? {
                Publishing::Made(edition) => edition.as_of,
                Publishing::Counting => {
                    return Err(Trouble::NotAcceptable("error-annual-counting"));
                }
                Publishing::Overtaken => self.edition(None).await?.as_of,
            },
            newest => newest,
        };
        let number = year.number();
        let told = self.statistics_in(edition, scope, number).await?;
        let (mut subjects, mut territories, mut bodies) = (Vec::new(), Vec::new(), Vec::new());
        let mut came = None;
        if kind == Kind::Synthesis {
            let is_sample = self.is_demo();
            let counted = self
                .read(move |tx, circumstances| reports(tx, circumstances.country, year, is_sample));
            came = Some(counted.await?);
            subjects = parts(
                &*self
                    .statistics_by_in(edition, Compared::Sectors, number)
                    .await?,
            );
            territories = parts(
                &*self
                    .statistics_by_in(edition, Compared::Regions, number)
                    .await?,
            );
            bodies = parts(
                &*self
                    .statistics_by_in(edition, Compared::Bodies, number)
                    .await?,
            );
        }
        Ok(ForEverybody {
            as_of: told.as_of,
            told: ToldReport {
                year: ToldYear::published(&told.figures),
                before: ToldYear::published(&told.before),
                subjects,
                territories,
                bodies,
            },
            reports: came,
        })
    }
}

fn parts(table: &Table) -> Vec<Part> {
    table.rows.iter().map(part).collect()
}

fn part(row: &Row) -> Part {
    let figures = row.figures.as_ref();
    Part {
        code: row.code.clone(),
        received: row.received,
        answered: figures.and_then(|figures| figures.total(Count::Answered)),
        in_time: figures
            .and_then(Published::in_time)
            .map(|in_time| (in_time.part, in_time.of)),
        median: figures
            .and_then(Published::times)
            .and_then(|times| times.curve.quantile((1, 2)).day),
        open: figures.and_then(Published::open),
    }
}
