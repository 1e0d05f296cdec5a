//! What the public is told of the work of all bodies: counts folded from the record, as of an event, and nothing from which
//! few people could be known.

mod export;
mod family;
mod matter;
mod recount;
pub(crate) mod shelf;
mod sum;
mod told;
mod tree;

use std::sync::Arc;

use chikaya_domain::statistics::{Axis, Months};
use chikaya_store::{
    Tx,
    case::event,
    follow,
    statistics::{self, FOLLOWER},
};

use self::shelf::{FRESH_SECONDS, TABLE_SECONDS, fresh, keep};
pub(crate) use self::sum::put_together;
pub use self::{
    export::CountedEvent,
    matter::{ALONE, TOLD, told_words},
    recount::{Difference, Recount, RecountProgress},
    told::{AsOf, Compared, Published, PublishedFlow, Row, Scope, Table, Times, Told},
};
use crate::{Circumstances, Clerks, Country, Trouble};

impl Clerks {
    /// What the public is told of a scope in some months. For anyone.
    ///
    /// Of what is a part of a whole, it is what the table of all its parts tells ([`Self::statistics_by`]): what may be told
    /// of one depends on the others.
    pub async fn statistics(&self, scope: Scope, months: Months) -> Result<Arc<Told>, Trouble> {
        let (now, asked) = (self.now(), (scope, months));
        if let Some(told) = fresh(&self.shelf().told, &asked, now, FRESH_SECONDS) {
            return Ok(told);
        }
        let told = match beside(&self.country(), &asked.0) {
            None => self.statistics_of_country(months).await?,
            Some(compared) => {
                let own = asked.0.cell(false).key;
                let table = self.statistics_by(compared.clone(), months).await?;
                let before = months.a_year_before();
                let earlier = self.statistics_by(compared, before).await?;
                Told {
                    as_of: table.as_of,
                    figures: table.of(&own, months),
                    before: earlier.of(&own, before),
                }
            }
        };
        let told = Arc::new(told);
        keep(&self.shelf().told, asked, now, &told);
        Ok(told)
    }

    async fn statistics_of_country(&self, months: Months) -> Result<Told, Trouble> {
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            let as_of = as_of(tx, circumstances, is_sample)?;
            let cell = Scope::Country.cell(is_sample);
            let kept = statistics::of_cell(tx, &cell, months.until)?;
            let figures = |months: Months| {
                family::published(&put_together(&kept, months, as_of.today), Axis::Country)
            };
            Ok(Told {
                as_of,
                figures: figures(months),
                before: figures(months.a_year_before()),
            })
        })
        .await
    }

    /// What the public is told of several side by side. For anyone.
    pub async fn statistics_by(
        &self,
        compared: Compared,
        months: Months,
    ) -> Result<Arc<Table>, Trouble> {
        let (now, asked) = (self.now(), (compared, months));
        if let Some(table) = fresh(&self.shelf().tables, &asked, now, TABLE_SECONDS) {
            return Ok(table);
        }
        // Of many who ask, and for whatever months, one reads at a time.
        let _turn = self.shelf().turn.lock().await;
        if let Some(table) = fresh(&self.shelf().tables, &asked, now, TABLE_SECONDS) {
            return Ok(table);
        }
        let is_sample = self.is_demo();
        let compared = asked.0.clone();
        let table = self
            .read(move |tx, circumstances| {
                let as_of = as_of(tx, circumstances, is_sample)?;
                tree::table(tx, circumstances.country, as_of, &compared, months)
            })
            .await?;
        let table = Arc::new(table);
        keep(&self.shelf().tables, asked, now, &table);
        Ok(table)
    }
}

/// Among which others a scope stands; the country stands alone.
fn beside(country: &Country, scope: &Scope) -> Option<Compared> {
    Some(match scope {
        Scope::Country => return None,
        Scope::Body(_) => Compared::Bodies,
        Scope::Subject(code) => {
            let own = country.subjects.find(code);
            let sector = own.and_then(|own| own.parent.clone());
            sector.map_or(Compared::Sectors, Compared::SubjectsOf)
        }
        Scope::Territory(code) => {
            let own = country.territories.find(code);
            let around = own.and_then(|own| own.parent.clone());
            around.map_or(Compared::Regions, Compared::Within)
        }
    })
}

/// The state of the record that is counted now.
pub(crate) fn as_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    is_sample: bool,
) -> Result<AsOf, Trouble> {
    let progress = follow::progress(tx, &FOLLOWER)?;
    let last = event::after(tx, progress.position - 1, 1)?;
    let at = last
        .first()
        .filter(|_| progress.position > 0)
        .map(|stored| stored.event.at);
    Ok(AsOf {
        position: progress.position,
        at,
        today: circumstances.today(),
        is_sample,
        is_partial: progress.rebuilds_until.is_some(),
    })
}
