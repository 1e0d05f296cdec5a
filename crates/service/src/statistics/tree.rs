//! Tables of several that are parts of one, down the tree of the country's lists: what may be told of the communes of a
//! province depends on what is told of the provinces of its region.

use std::collections::BTreeMap;

use chikaya_domain::{
    id::{SubjectCode, TerritoryCode},
    statistics::{Axis, Cell, Count, Figures, Months},
};
use chikaya_store::{Tx, statistics};

use super::{
    family::{published, published_beside},
    sum::put_together,
    told::{AsOf, Compared, Published, Row, Scope, Table},
};
use crate::{Country, Trouble};

/// Figures with what is told of them.
struct Branch {
    code: String,
    figures: Figures,
    published: Option<Published>,
}

/// The table of several, read at once with everything that is around them.
pub(super) fn table(
    tx: &mut Tx<'_>,
    country: &Country,
    as_of: AsOf,
    compared: &Compared,
    months: Months,
) -> Result<Table, Trouble> {
    let axis = compared.axis();
    let mut tree = Tree {
        tx,
        country,
        as_of,
        months,
        axis,
        kept: None,
    };
    let trunk = tree.trunk()?;
    let (is_told, branches) = match compared {
        Compared::Bodies => {
            tree.read_all()?;
            (true, tree.beside(&trunk, None)?)
        }
        Compared::Sectors | Compared::Regions => {
            let codes = tree.next_within(None);
            (true, tree.beside(&trunk, Some(codes))?)
        }
        Compared::SubjectsOf(sector) => tree.within(&trunk, vec![sector.to_string()])?,
        Compared::Within(around) => {
            let chain = country.territories.chain(around);
            let mut path: Vec<String> = chain.map(|step| step.code.to_string()).collect();
            path.reverse();
            tree.within(&trunk, path)?
        }
        Compared::EverySubject | Compared::EveryTerritory => {
            tree.read_all()?;
            (true, tree.all(&trunk)?)
        }
    };
    Ok(Table {
        as_of,
        is_told,
        none: published(&Figures::new(months, as_of.today), axis),
        rows: rows(branches),
    })
}

/// What is read of an axis, and of the country above it.
struct Tree<'a, 'b> {
    tx: &'a mut Tx<'b>,
    country: &'a Country,
    as_of: AsOf,
    months: Months,
    axis: Axis,
    /// Everything along the axis, where it is read at once.
    kept: Option<BTreeMap<String, Figures>>,
}

impl Tree<'_, '_> {
    fn of_cell(&mut self, cell: &Cell) -> Result<Option<Figures>, Trouble> {
        let kept = statistics::of_cell(self.tx, cell, self.months.until)?;
        if kept.is_empty() {
            return Ok(None);
        }
        Ok(Some(put_together(&kept, self.months, self.as_of.today)))
    }

    /// The country.
    fn trunk(&mut self) -> Result<Branch, Trouble> {
        let cell = Scope::Country.cell(self.as_of.is_sample);
        let figures = self.of_cell(&cell)?;
        let figures = figures.unwrap_or_else(|| Figures::new(self.months, self.as_of.today));
        Ok(Branch {
            code: String::new(),
            published: Some(published(&figures, Axis::Country)),
            figures,
        })
    }

    /// Reads everything along the axis at once.
    fn read_all(&mut self) -> Result<(), Trouble> {
        let (axis, is_sample) = (self.axis, self.as_of.is_sample);
        let mut all: BTreeMap<String, Figures> = BTreeMap::new();
        for (code, row) in statistics::of_axis(self.tx, axis, None, is_sample, self.months)? {
            all.entry(code)
                .or_insert_with(|| Figures::new(self.months, self.as_of.today))
                .add(row.month, row.count, &row.value, row.cases);
        }
        self.kept = Some(all);
        Ok(())
    }

    /// The parts of a branch: those of these codes, or all along the axis.
    fn beside(
        &mut self,
        around: &Branch,
        codes: Option<Vec<String>>,
    ) -> Result<Vec<Branch>, Trouble> {
        let mut found: Vec<(String, Figures)> = Vec::new();
        if let Some(all) = &self.kept {
            let is_meant = |code: &String| codes.as_ref().is_none_or(|codes| codes.contains(code));
            let meant = all.iter().filter(|(code, _)| is_meant(code));
            found.extend(meant.map(|(code, figures)| (code.clone(), figures.clone())));
        } else {
            for code in codes.unwrap_or_default() {
                let cell = Cell {
                    axis: self.axis,
                    key: code.clone(),
                    is_sample: self.as_of.is_sample,
                };
                if let Some(figures) = self.of_cell(&cell)? {
                    found.push((code, figures));
                }
            }
        }
        // Of equal ones the first is hidden: in whatever order they were read, it must be the same, or two tables tell what
        // each of them hides. So they are judged by their codes, and shown as they came.
        let mut places: Vec<usize> = (0..found.len()).collect();
        places.sort_by(|left, right| found[*left].0.cmp(&found[*right].0));
        let judged: Vec<Figures> = places.iter().map(|place| found[*place].1.clone()).collect();
        let parent = (&around.figures, around.published.as_ref());
        let mut told: Vec<(usize, Option<Published>)> = places
            .into_iter()
            .zip(published_beside(parent, &judged, self.axis))
            .collect();
        told.sort_by_key(|(place, _)| *place);
        Ok(found
            .into_iter()
            .zip(told)
            .map(|((code, figures), (_, published))| Branch {
                code,
                figures,
                published,
            })
            .collect())
    }

    /// The codes next within one, or within the country.
    fn next_within(&self, code: Option<&str>) -> Vec<String> {
        match self.axis {
            Axis::Subject => match code.map(SubjectCode::parse) {
                None => {
                    let sectors = self.country.subjects.sectors();
                    sectors.map(|sector| sector.code.to_string()).collect()
                }
                Some(Ok(sector)) => {
                    let subjects = self.country.subjects.of_sector(&sector);
                    subjects.map(|subject| subject.code.to_string()).collect()
                }
                Some(Err(_)) => Vec::new(),
            },
            Axis::Territory => {
                let around = match code.map(TerritoryCode::parse) {
                    None => None,
                    Some(Ok(code)) => Some(code),
                    Some(Err(_)) => return Vec::new(),
                };
                let within = self.country.territories.within(around.as_ref());
                within.map(|place| place.code.to_string()).collect()
            }
            Axis::Country | Axis::Body | Axis::BodySubject | Axis::BodyTerritory => Vec::new(),
        }
    }

    /// The parts next within the last of a path, and whether anything is told of that last one.
    fn within(
        &mut self,
        trunk: &Branch,
        path: Vec<String>,
    ) -> Result<(bool, Vec<Branch>), Trouble> {
        let codes = self.next_within(None);
        let mut branches = self.beside(trunk, Some(codes))?;
        let mut is_told = true;
        for step in path {
            let codes = self.next_within(Some(&step));
            let found = branches.into_iter().find(|branch| branch.code == step);
            let Some(around) = found else {
                // Nothing is counted of it, nor of anything within.
                return Ok((is_told, Vec::new()));
            };
            is_told = around.published.is_some();
            branches = self.beside(&around, Some(codes))?;
        }
        Ok((is_told, branches))
    }

    /// Everything along the axis, the wider before the narrower.
    fn all(&mut self, trunk: &Branch) -> Result<Vec<Branch>, Trouble> {
        let codes = self.next_within(None);
        let mut all = self.beside(trunk, Some(codes))?;
        let mut next = 0;
        while next < all.len() {
            let codes = self.next_within(Some(&all[next].code));
            if !codes.is_empty() {
                let within = self.beside(&all[next], Some(codes))?;
                all.extend(within);
            }
            next += 1;
        }
        Ok(all)
    }
}

/// Rows in an order that tells nothing of those that are left out.
fn rows(branches: Vec<Branch>) -> Vec<Row> {
    let mut rows: Vec<Row> = branches
        .into_iter()
        .map(|branch| Row {
            received: branch
                .published
                .as_ref()
                .and_then(|told| told.total(Count::Received)),
            code: branch.code,
            figures: branch.published,
        })
        .collect();
    rows.sort_by(|left, right| {
        right
            .received
            .cmp(&left.received)
            .then_with(|| left.code.cmp(&right.code))
    });
    rows
}
