//! All tables of a year, down the tree of the country's lists: what may be told of the communes of a province depends on
//! what is told of the provinces of its region, and of each on what earlier editions told.

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::{
    id::{SubjectCode, TerritoryCode},
    statistics::{Axis, Figures, Months},
};
use chikaya_store::{
    Tx,
    edition::{self, KeptFamily},
    statistics,
};

use super::{
    content::{Content, NewRow},
    family::{Beside, Earlier, published},
    matter::ShownOf,
    sum::put_together,
    told::{AsOf, Compared, Published, Scope, of_year},
};
use crate::{Country, Trouble};

/// The family of the country, which stands alone.
pub(super) const COUNTRY: &str = "country";

/// Earlier contents of a family that a new one is judged beside, of those that told anything. What was told before them is
/// known by what each row told last.
const BESIDE: i64 = 12;

/// The families of a year that changed since the edition before.
pub(super) fn families(
    tx: &mut Tx<'_>,
    country: &Country,
    as_of: AsOf,
    year: i16,
) -> Result<Vec<KeptFamily>, Trouble> {
    let mut tree = Tree {
        tx,
        country,
        as_of,
        year,
        months: of_year(year, as_of.today),
        changed: Vec::new(),
        made: BTreeSet::new(),
    };
    tree.grow()?;
    let Tree {
        made, mut changed, ..
    } = tree;
    // Of what is counted no more, after the counts were made anew, nothing stays.
    for family in edition::families(tx, as_of.is_sample, year)? {
        if !made.contains(&family) {
            let kept = Content::default().pack(year, &family)?;
            if edition::digest(tx, as_of.is_sample, year, &family)? != Some(kept.digest.clone()) {
                changed.push(kept);
            }
        }
    }
    Ok(changed)
}

struct Tree<'a, 'b> {
    tx: &'a mut Tx<'b>,
    country: &'a Country,
    as_of: AsOf,
    year: i16,
    months: Months,
    changed: Vec<KeptFamily>,
    made: BTreeSet<String>,
}

/// Everything along an axis, by code.
type Along = BTreeMap<String, Figures>;

impl Tree<'_, '_> {
    fn grow(&mut self) -> Result<(), Trouble> {
        let cell = Scope::Country.cell(self.as_of.is_sample);
        let kept = statistics::of_cell(self.tx, &cell, self.months.until)?;
        let trunk = put_together(&kept, self.months, self.as_of.today);
        let earlier = self.earlier(COUNTRY)?;
        let told = published(&trunk, Axis::Country, &earlier);
        let row = NewRow {
            code: "",
            told: Some(&told),
            last: None,
        };
        self.keep(COUNTRY, &Content::new(true, &ShownOf::new(), &[row]))?;

        let bodies = self.along(Axis::Body)?;
        let codes = bodies.keys().cloned().collect();
        self.beside(&Compared::Bodies, (&trunk, Some(&told)), &bodies, &codes)?;
        drop(bodies);

        let subjects = self.along(Axis::Subject)?;
        self.down(&Compared::Sectors, (&trunk, Some(&told)), &subjects)?;
        drop(subjects);

        let territories = self.along(Axis::Territory)?;
        self.down(&Compared::Regions, (&trunk, Some(&told)), &territories)
    }

    /// Reads everything along an axis.
    fn along(&mut self, axis: Axis) -> Result<Along, Trouble> {
        let (is_sample, months) = (self.as_of.is_sample, self.months);
        let mut all = Along::new();
        for (code, row) in statistics::of_axis(self.tx, axis, None, is_sample, months)? {
            all.entry(code)
                .or_insert_with(|| Figures::new(months, self.as_of.today))
                .add(row.month, row.count, &row.value, row.cases);
        }
        Ok(all)
    }

    fn earlier(&mut self, family: &str) -> Result<Vec<Earlier>, Trouble> {
        let is_sample = self.as_of.is_sample;
        let contents = edition::told(self.tx, is_sample, self.year, family, BESIDE)?;
        contents
            .iter()
            .rev()
            .map(|content| Ok(Content::unpack(content, family)?.earlier()))
            .collect()
    }

    fn keep(&mut self, family: &str, content: &Content) -> Result<(), Trouble> {
        let kept = content.pack(self.year, family)?;
        let before = edition::digest(self.tx, self.as_of.is_sample, self.year, family)?;
        self.made.insert(family.to_owned());
        if before.as_ref() != Some(&kept.digest) {
            self.changed.push(kept);
        }
        Ok(())
    }

    /// The parts of one: those of these codes of which anything is counted, with what is told of each.
    fn beside(
        &mut self,
        compared: &Compared,
        (around, told): (&Figures, Option<&Published>),
        along: &Along,
        codes: &BTreeSet<String>,
    ) -> Result<Vec<(String, Option<Published>)>, Trouble> {
        // In whatever order they are read, the same ones must be left out: they are judged by their codes.
        let (codes, children): (Vec<&str>, Vec<&Figures>) = codes
            .iter()
            .filter_map(|code| along.get_key_value(code))
            .map(|(code, figures)| (code.as_str(), figures))
            .unzip();
        let Some(family) = compared.family().filter(|_| !codes.is_empty()) else {
            return Ok(Vec::new());
        };
        let earlier = self.earlier(&family)?;
        let nothing = Published::nothing(self.months);
        let beside = Beside {
            around,
            told: told.unwrap_or(&nothing),
            codes: &codes,
            children: &children,
            axis: compared.axis(),
            earlier: &earlier,
        };
        let all = match told {
            Some(_) => beside.published(),
            None => children.iter().map(|_| None).collect(),
        };
        let rows: Vec<NewRow<'_>> = codes
            .iter()
            .zip(&all)
            .zip(beside.last_told())
            .map(|((&code, told), last)| NewRow {
                code,
                told: told.as_ref(),
                last,
            })
            .collect();
        let content = Content::new(told.is_some(), &beside.around(), &rows);
        drop(rows);
        let codes: Vec<String> = codes.into_iter().map(str::to_owned).collect();
        self.keep(&family, &content)?;
        Ok(codes.into_iter().zip(all).collect())
    }

    /// As [`Self::beside`], with everything within each.
    fn down(
        &mut self,
        compared: &Compared,
        around: (&Figures, Option<&Published>),
        along: &Along,
    ) -> Result<(), Trouble> {
        let codes = next_within(self.country, compared).into_iter().collect();
        for (code, told) in self.beside(compared, around, along, &codes)? {
            let (Some(within), Some(figures)) = (within(compared, &code), along.get(&code)) else {
                continue;
            };
            self.down(&within, (figures, told.as_ref()), along)?;
        }
        Ok(())
    }
}

/// What lies within one of those that are compared.
pub(super) fn within(compared: &Compared, code: &str) -> Option<Compared> {
    match compared {
        Compared::Sectors => SubjectCode::parse(code).ok().map(Compared::SubjectsOf),
        Compared::Regions | Compared::Within(_) => {
            TerritoryCode::parse(code).ok().map(Compared::Within)
        }
        Compared::Bodies
        | Compared::SubjectsOf(_)
        | Compared::EverySubject
        | Compared::EveryTerritory => None,
    }
}

/// The codes of those that are compared, by the country's lists.
pub(super) fn next_within(country: &Country, compared: &Compared) -> Vec<String> {
    let subject = |code: &SubjectCode| code.to_string();
    match compared {
        Compared::Sectors => {
            let sectors = country.subjects.sectors();
            sectors.map(|sector| subject(&sector.code)).collect()
        }
        Compared::SubjectsOf(sector) => {
            let subjects = country.subjects.of_sector(sector);
            subjects.map(|own| subject(&own.code)).collect()
        }
        Compared::Regions | Compared::Within(_) => {
            let around = match compared {
                Compared::Within(code) => Some(code),
                _ => None,
            };
            let within = country.territories.within(around);
            within.map(|place| place.code.to_string()).collect()
        }
        Compared::Bodies | Compared::EverySubject | Compared::EveryTerritory => Vec::new(),
    }
}
