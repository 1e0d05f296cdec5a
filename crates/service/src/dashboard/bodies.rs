//! All bodies side by side, the worst first, and the units of one.

use std::{cmp::Reverse, sync::Arc};

use chikaya_domain::{
    id::OrganisationCode,
    organisation::OrganisationKind,
    statistics::{Proportion, Share},
};
use chikaya_store::dashboard::read::{self, AllBodies, Standing};
use jiff::{ToSpan as _, civil::Date};

use super::{
    days::ahead_until,
    reach::{may_see, may_see_all, reach},
};
use crate::{
    Clerks, Country, Trouble,
    lately::{fresh, keep},
    staff::Officer,
};

/// How long it serves how all bodies stand, in seconds: it is told of each body and day.
const FRESH_SECONDS: i64 = 60;

/// Days of which it is told what came and was answered [C].
pub const LATELY: i64 = 28;

/// Bodies on a page.
pub const SHOWN: usize = 50;

/// By what bodies are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorstBy {
    /// By how many wait too long.
    #[default]
    Number,
    /// By the share of what is open that waits too long: by the lower bound of its interval of 95 %, so that few cases and
    /// chance put nobody first.
    Share,
}

impl WorstBy {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Number, Self::Share];

    /// The word in addresses and keys of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Share => "share",
        }
    }

    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == word)
    }
}

/// How a body stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLine {
    /// Which.
    pub body: OrganisationCode,
    /// Open cases.
    pub open: i64,
    /// Those of them that were due before today.
    pub overdue: i64,
    /// Those due from today to the last of the days ahead.
    pub due: i64,
    /// Cases that came in the last four weeks.
    pub came: i64,
    /// Answers in the last four weeks.
    pub answered: i64,
}

impl BodyLine {
    fn of(body: &OrganisationCode, standing: Standing) -> Self {
        Self {
            body: body.clone(),
            open: standing.open,
            overdue: standing.overdue,
            due: standing.due,
            came: standing.came,
            answered: standing.answered,
        }
    }

    /// The share of what is open that is overdue, with its interval of 95 %; none where nothing is open.
    pub fn share(&self) -> Option<Share> {
        Proportion {
            part: self.overdue,
            of: self.open,
        }
        .share()
    }
}

/// A page of bodies.
#[derive(Clone, Debug)]
pub struct BodiesPage {
    /// The bodies, the worst first; those that have nothing open and did nothing lately are left out.
    pub lines: Vec<BodyLine>,
    /// All that are meant, put together.
    pub total: BodyLine,
    /// How many are meant.
    pub bodies: usize,
    /// Whether another page follows.
    pub has_more: bool,
    /// Today, in the country's own time.
    pub today: Date,
}

impl Clerks {
    /// Bodies side by side, the worst first, all or those of one kind; pages count from 0. For those who see the figures of
    /// all.
    pub async fn bodies_side_by_side(
        &self,
        officer: Officer,
        kind: Option<OrganisationKind>,
        by: WorstBy,
        page: usize,
    ) -> Result<BodiesPage, Trouble> {
        if !may_see_all(&officer) {
            return Err(Trouble::Forbidden);
        }
        let all = self.all_bodies().await?;
        let country = self.country();
        let mut lines: Vec<BodyLine> = country
            .organisations
            .all()
            .filter(|body| kind.is_none_or(|kind| body.kind == kind))
            .filter_map(|body| line(&country, &officer, &body.code, &all))
            .filter(|line| line.open + line.came + line.answered > 0)
            .collect();
        let total = lines.iter().fold(Standing::default(), |sum, line| {
            sum.and(Standing {
                open: line.open,
                overdue: line.overdue,
                due: line.due,
                came: line.came,
                answered: line.answered,
            })
        });
        sort(&mut lines, by);
        let bodies = lines.len();
        Ok(BodiesPage {
            total: BodyLine::of(&officer.organisation, total),
            bodies,
            has_more: bodies > page.saturating_add(1).saturating_mul(SHOWN),
            lines: lines
                .into_iter()
                .skip(page.saturating_mul(SHOWN))
                .take(SHOWN)
                .collect(),
            today: country.calendar.date_of(self.now()),
        })
    }

    /// How all bodies stand, read once a minute at most.
    pub(super) async fn all_bodies(&self) -> Result<Arc<AllBodies>, Trouble> {
        let now = self.now();
        let today = self.country().calendar.date_of(now);
        if let Some(all) = fresh(&self.lately().bodies, &today, now, FRESH_SECONDS) {
            return Ok(all);
        }
        let all = self
            .read(|tx, circumstances| {
                let today = circumstances.today();
                let until = ahead_until(circumstances, today);
                let since = today.saturating_sub((LATELY - 1).days());
                Ok(read::all_bodies(tx, (today, until), since)?)
            })
            .await?;
        let all = Arc::new(all);
        keep(&self.lately().bodies, today, now, &all);
        Ok(all)
    }
}

/// The worst first; where two are alike, by their codes.
fn sort(lines: &mut [BodyLine], by: WorstBy) {
    match by {
        WorstBy::Number => lines.sort_by_key(|line| (Reverse(line.overdue), Reverse(line.open))),
        WorstBy::Share => {
            let low = |line: &BodyLine| line.share().map_or(0.0, |share| share.low);
            lines.sort_by(|one, other| low(other).total_cmp(&low(one)));
        }
    }
}

/// How a body stands for someone; nothing where they may not see it.
fn line(
    country: &Country,
    officer: &Officer,
    body: &OrganisationCode,
    all: &AllBodies,
) -> Option<BodyLine> {
    let reach = reach(country, officer, body).ok()?;
    Some(BodyLine::of(body, all.of(body, reach.reports)))
}

/// A body itself and its units side by side, for someone who sees them.
pub(super) fn units(
    country: &Country,
    officer: &Officer,
    body: &OrganisationCode,
    all: &AllBodies,
) -> Vec<BodyLine> {
    if !may_see(officer) {
        return Vec::new();
    }
    let units = country
        .organisations
        .all()
        .filter(|other| {
            other.kind == OrganisationKind::Unit
                && country.organisations.is_within(&other.code, body)
        })
        .map(|unit| &unit.code)
        .filter(|unit| *unit != body);
    std::iter::once(body)
        .chain(units)
        .filter_map(|one| line(country, officer, one, all))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(code: &str, overdue: i64, open: i64) -> BodyLine {
        let standing = Standing {
            open,
            overdue,
            ..Standing::default()
        };
        BodyLine::of(&OrganisationCode::parse(code).unwrap(), standing)
    }

    fn order(by: WorstBy) -> Vec<String> {
        let mut lines = vec![
            body("a-few", 1, 1),
            body("a-large-one", 200, 4_000),
            body("a-slow-one", 80, 100),
            body("empty", 0, 0),
        ];
        sort(&mut lines, by);
        lines.iter().map(|line| line.body.to_string()).collect()
    }

    #[test]
    fn chance_puts_nobody_first() {
        assert_eq!(
            order(WorstBy::Number),
            ["a-large-one", "a-slow-one", "a-few", "empty"]
        );
        assert_eq!(
            order(WorstBy::Share),
            ["a-slow-one", "a-few", "a-large-one", "empty"]
        );
    }
}
