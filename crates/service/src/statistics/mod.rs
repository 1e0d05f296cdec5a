//! What the public is told of the work of all bodies: counts folded from the record, as of an event, and nothing from which
//! few people could be known.

mod content;
mod edition;
mod export;
mod family;
mod matter;
mod recount;
pub(crate) mod shelf;
mod state;
mod sum;
mod told;
mod tree;

use std::sync::Arc;

use chikaya_domain::statistics::Months;
use chikaya_store::{Tx, edition as store};

use self::{
    content::{Content, nought},
    told::rows_in_order,
};
pub use self::{
    edition::{Edition, Publishing},
    export::CountedEvent,
    matter::{ALONE, TOLD, told_words},
    recount::{Difference, Recount, RecountProgress},
    told::{AsOf, Compared, Published, PublishedFlow, Row, Scope, Table, Times, Told, of_year},
};
pub(crate) use self::{state::as_of, sum::put_together};
use crate::{Clerks, Country, Trouble};

impl Clerks {
    /// What the public is told of a scope in the year of some months, by the newest edition. For anyone.
    pub async fn statistics(&self, scope: Scope, months: Months) -> Result<Arc<Told>, Trouble> {
        let edition = self.edition(None).await?;
        self.statistics_in(edition.as_of, scope, months.from.year())
            .await
    }

    /// What the public is told of several side by side in the year of some months, by the newest edition. For anyone.
    pub async fn statistics_by(
        &self,
        compared: Compared,
        months: Months,
    ) -> Result<Arc<Table>, Trouble> {
        let edition = self.edition(None).await?;
        self.statistics_by_in(edition.as_of, compared, months.from.year())
            .await
    }

    /// What an edition tells of a scope in a year. For anyone.
    ///
    /// Of what is a part of a whole, it is what the table of all its parts tells: what may be told of one depends on the
    /// others.
    pub async fn statistics_in(
        &self,
        edition: AsOf,
        scope: Scope,
        year: i16,
    ) -> Result<Arc<Told>, Trouble> {
        let asked = ((edition.edition, year), scope);
        if edition.edition > 0
            && let Some(told) = self.shelf().told.get(&asked)
        {
            return Ok(told);
        }
        let told = Arc::new(Told {
            as_of: edition,
            figures: self.figures_in(edition, &asked.1, year).await?,
            before: self.figures_in(edition, &asked.1, year - 1).await?,
        });
        if edition.edition > 0 {
            self.shelf().told.insert(asked, Arc::clone(&told));
        }
        Ok(told)
    }

    async fn figures_in(
        &self,
        edition: AsOf,
        scope: &Scope,
        year: i16,
    ) -> Result<Published, Trouble> {
        let months = of_year(year, edition.today);
        if let Some(compared) = beside(&self.country(), scope) {
            let table = self.statistics_by_in(edition, compared, year).await?;
            return Ok(table.figures_of(&scope.cell(false).key, months));
        }
        let content = self
            .read(move |tx, _| content(tx, edition, year, tree::COUNTRY))
            .await?;
        let told = content.and_then(|content| content.alone(months));
        Ok(told.unwrap_or_else(|| content::nought_of_country(months, edition.today)))
    }

    /// What an edition tells of several side by side in a year. For anyone.
    pub async fn statistics_by_in(
        &self,
        edition: AsOf,
        compared: Compared,
        year: i16,
    ) -> Result<Arc<Table>, Trouble> {
        let asked = ((edition.edition, year), compared);
        if edition.edition == 0 {
            let months = of_year(year, edition.today);
            return Ok(Arc::new(Table {
                as_of: edition,
                is_told: true,
                none: nought(months, edition.today, &asked.1),
                rows: Vec::new(),
            }));
        }
        if let Some(table) = self.shelf().tables.get(&asked) {
            return Ok(table);
        }
        let compared = asked.1.clone();
        let table = self
            .read(move |tx, circumstances| {
                table(tx, circumstances.country, edition, &compared, year)
            })
            .await?;
        let table = Arc::new(table);
        self.shelf().tables.insert(asked, Arc::clone(&table));
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

/// What an edition kept of a family.
fn content(
    tx: &mut Tx<'_>,
    edition: AsOf,
    year: i16,
    family: &str,
) -> Result<Option<Content>, Trouble> {
    let kept = store::family(tx, edition.edition, edition.is_sample, year, family)?;
    kept.map(|content| Content::unpack(&content, family))
        .transpose()
}

/// A table of an edition.
fn table(
    tx: &mut Tx<'_>,
    country: &Country,
    edition: AsOf,
    compared: &Compared,
    year: i16,
) -> Result<Table, Trouble> {
    let empty = |is_told| Table {
        as_of: edition,
        is_told,
        none: nought(of_year(year, edition.today), edition.today, compared),
        rows: Vec::new(),
    };
    let Some(family) = compared.family() else {
        let top = match compared {
            Compared::EverySubject => Compared::Sectors,
            _ => Compared::Regions,
        };
        let mut all = empty(true);
        let mut next = vec![top];
        while let Some(compared) = next.pop() {
            let codes = tree::next_within(country, &compared);
            next.extend(
                codes
                    .iter()
                    .filter_map(|code| tree::within(&compared, code)),
            );
            if let Some(family) = compared.family()
                && let Some(content) = content(tx, edition, year, &family)?
            {
                all.rows
                    .extend(content.table(edition, &compared, year).rows);
            }
        }
        all.rows = rows_in_order(all.rows);
        return Ok(all);
    };
    if let Some(content) = content(tx, edition, year, &family)? {
        return Ok(content.table(edition, compared, year));
    }
    // Nothing is counted of any of them: whether they have noughts depends on the nearest around them that is counted.
    let Some((around, own)) = around(country, compared) else {
        return Ok(empty(true));
    };
    let around = table(tx, country, edition, &around, year)?;
    let row = around.rows.iter().find(|row| row.code == own);
    Ok(empty(
        row.map_or(around.is_told, |row| row.figures.is_some()),
    ))
}

/// The table in which stands what is around those that are compared, and its code there.
fn around(country: &Country, compared: &Compared) -> Option<(Compared, String)> {
    match compared {
        Compared::SubjectsOf(sector) => Some((Compared::Sectors, sector.to_string())),
        Compared::Within(code) => {
            let scope = Scope::Territory(code.clone());
            Some((beside(country, &scope)?, code.to_string()))
        }
        Compared::Bodies
        | Compared::Sectors
        | Compared::Regions
        | Compared::EverySubject
        | Compared::EveryTerritory => None,
    }
}
