//! What the public is told of the work of all bodies: counts folded from the record, as of an event, and nothing from which
//! few people could be known.

mod export;
mod recount;
pub(crate) mod shelf;
mod told;

use std::{collections::BTreeMap, sync::Arc};

use chikaya_domain::statistics::{Axis, Count, Figures, Months, publish};
use chikaya_store::{
    Tx,
    case::event,
    follow,
    statistics::{self, FOLLOWER, Kept},
};

use self::shelf::{BODIES_SECONDS, FRESH_SECONDS, fresh, keep};
pub use self::{
    export::CountedEvent,
    recount::{Difference, Recount, RecountProgress},
    told::{AsOf, Compared, Published, PublishedFlow, Row, Scope, TOLD, Table, Told},
};
use crate::{Circumstances, Clerks, Country, Trouble};

impl Clerks {
    /// What the public is told of a scope in some months. For anyone.
    pub async fn statistics(&self, scope: Scope, months: Months) -> Result<Arc<Told>, Trouble> {
        let (now, asked) = (self.now(), (scope, months));
        if let Some(told) = fresh(&self.shelf().told, &asked, now, FRESH_SECONDS) {
            return Ok(told);
        }
        let is_sample = self.is_demo();
        let is_hidden = self.is_hidden(&asked.0, months).await?;
        let cell = asked.0.cell(is_sample);
        let axis = cell.axis;
        let told = self
            .read(move |tx, circumstances| {
                let as_of = as_of(tx, circumstances, is_sample)?;
                let kept = statistics::of_cell(tx, &cell, months.until)?;
                let figures = |months: Months| {
                    let mut figures = Figures::new(months, as_of.today);
                    for row in &kept {
                        figures.add(row.month, row.count, &row.value, row.cases);
                    }
                    Published::of(&figures, axis)
                };
                let before = months.a_year_before();
                Ok(if is_hidden {
                    Told {
                        as_of,
                        figures: Published::nothing(months),
                        before: Published::nothing(before),
                    }
                } else {
                    Told {
                        as_of,
                        figures: figures(months),
                        before: figures(before),
                    }
                })
            })
            .await?;
        let told = Arc::new(told);
        keep(&self.shelf().told, asked, now, &told);
        Ok(told)
    }

    /// Whether nothing is told of a scope, because what came to it could be told from what is told of the scope around it
    /// and of those beside it: it is one of the parts that are hidden of that whole.
    async fn is_hidden(&self, scope: &Scope, months: Months) -> Result<bool, Trouble> {
        let country = self.country();
        let beside: Vec<Scope> = match scope {
            Scope::Country => return Ok(false),
            Scope::Body(code) => {
                let table = self.statistics_by(Compared::Bodies, months).await?;
                let row = table.rows.iter().find(|row| row.code == code.as_str());
                return Ok(row.is_some_and(|row| row.received.is_none()));
            }
            Scope::Subject(code) => {
                let parent = country
                    .subjects
                    .find(code)
                    .and_then(|own| own.parent.as_ref());
                match parent {
                    Some(sector) => country
                        .subjects
                        .of_sector(sector)
                        .map(|other| Scope::Subject(other.code.clone()))
                        .collect(),
                    None => widest(&country, Compared::Sectors),
                }
            }
            Scope::Territory(code) => {
                let own = country.territories.find(code);
                let parent = own.and_then(|own| own.parent.as_ref());
                country
                    .territories
                    .within(parent)
                    .map(|other| Scope::Territory(other.code.clone()))
                    .collect()
            }
        };
        let is_sample = self.is_demo();
        let place = beside.iter().position(|other| other == scope);
        let received = self
            .read(move |tx, _| {
                beside
                    .iter()
                    .map(|other| {
                        let cell = other.cell(is_sample);
                        Ok(statistics::total(tx, &cell, Count::Received, months)?)
                    })
                    .collect::<Result<Vec<i64>, Trouble>>()
            })
            .await?;
        let hidden = publish::hidden(&received);
        Ok(place.is_some_and(|place| hidden[place]))
    }

    /// What the public is told of several side by side. For anyone.
    pub async fn statistics_by(
        &self,
        compared: Compared,
        months: Months,
    ) -> Result<Arc<Table>, Trouble> {
        let (now, asked) = (self.now(), (compared, months));
        let seconds = match compared {
            Compared::Bodies => BODIES_SECONDS,
            Compared::Sectors | Compared::Regions => FRESH_SECONDS,
        };
        let _turn = match compared {
            Compared::Bodies => Some(self.shelf().bodies.lock().await),
            Compared::Sectors | Compared::Regions => None,
        };
        if let Some(table) = fresh(&self.shelf().tables, &asked, now, seconds) {
            return Ok(table);
        }
        let is_sample = self.is_demo();
        let table = self
            .read(move |tx, circumstances| {
                let as_of = as_of(tx, circumstances, is_sample)?;
                let mut all: BTreeMap<String, Figures> = BTreeMap::new();
                let mut add = |code: String, row: &Kept| {
                    let figures = all
                        .entry(code)
                        .or_insert_with(|| Figures::new(months, as_of.today));
                    figures.add(row.month, row.count, &row.value, row.cases);
                };
                match compared {
                    Compared::Bodies => {
                        for (code, row) in
                            statistics::of_axis(tx, Axis::Body, None, is_sample, months)?
                        {
                            add(code, &row);
                        }
                    }
                    // A dozen or two of them: the rows of what lies within each are not read.
                    Compared::Sectors | Compared::Regions => {
                        for scope in widest(circumstances.country, compared) {
                            let cell = scope.cell(is_sample);
                            for row in statistics::of_cell(tx, &cell, months.until)? {
                                add(cell.key.clone(), &row);
                            }
                        }
                    }
                }
                Ok(Table {
                    as_of,
                    rows: rows(all, compared.axis()),
                })
            })
            .await?;
        let table = Arc::new(table);
        keep(&self.shelf().tables, asked, now, &table);
        Ok(table)
    }
}

/// The sectors, or the regions.
fn widest(country: &Country, compared: Compared) -> Vec<Scope> {
    match compared {
        Compared::Bodies => Vec::new(),
        Compared::Sectors => country
            .subjects
            .sectors()
            .map(|sector| Scope::Subject(sector.code.clone()))
            .collect(),
        Compared::Regions => country
            .territories
            .within(None)
            .map(|region| Scope::Territory(region.code.clone()))
            .collect(),
    }
}

/// The rows of a table, of which what came is a part of a whole that is told elsewhere.
fn rows(all: BTreeMap<String, Figures>, axis: Axis) -> Vec<Row> {
    let mut all: Vec<(String, Figures, i64)> = all
        .into_iter()
        .map(|(code, figures)| {
            let received = figures.total(Count::Received);
            (code, figures, received)
        })
        .collect();
    all.sort_by(|left, right| right.2.cmp(&left.2).then_with(|| left.0.cmp(&right.0)));
    let parts: Vec<i64> = all.iter().map(|(_, _, received)| *received).collect();
    all.into_iter()
        .zip(publish::published(&parts))
        .map(|((code, figures, _), received)| Row {
            code,
            received,
            figures: received.map(|_| Published::of(&figures, axis)),
        })
        .collect()
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
