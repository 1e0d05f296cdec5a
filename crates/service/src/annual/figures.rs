//! The figures of a report: taken once from what is counted of the record, with the position of the last event in it, and
//! told from there ever after.

use std::collections::BTreeMap;

use chikaya_domain::{
    annual::{Kind, Year},
    id::OrganisationCode,
    statistics::{Axis, Cell, Count, Figures, Month, Months, Proportion, publish},
};
use chikaya_store::{
    StoreError, Tx,
    annual::StoredAnnual,
    follow, register,
    statistics::{self, Kept},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    keep::with_units,
    owing::{Reports, reports},
    year::of_year,
};
use crate::{
    Circumstances, Clerks, Trouble,
    statistics::{AsOf, as_of, put_together},
};

/// What is counted of one body beside others, or of one subject or place at a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its code; empty where nobody knows it.
    pub code: String,
    /// What came; nothing where it is hidden.
    pub received: Option<i64>,
    /// What was answered; nothing where it is hidden.
    pub answered: Option<i64>,
    /// Answers in time, of all that were due; where they are told of the part.
    pub in_time: Option<(i64, i64)>,
    /// Days after which at most half wait; where they are told of the part, and reached.
    pub median: Option<u32>,
    /// What is open at the end of the year.
    pub open: Option<i64>,
}

/// The figures of a year as they were taken: small, exact, and never changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The position of the last event that is counted.
    pub position: i64,
    /// When it happened.
    pub at: Option<Timestamp>,
    /// The day to which times of what is open are counted.
    pub today: Date,
    /// The year.
    pub year: Year,
    /// Month, count, value and cases, of what reports, for the year and the one before, with what was open earlier.
    rows: Vec<(String, String, String, i64)>,
    /// By sector, of a body by subject.
    pub subjects: Vec<Part>,
    /// By region, of a body by place.
    pub territories: Vec<Part>,
    /// By body, of the country alone.
    pub bodies: Vec<Part>,
    /// How many reports of the year came, of the country alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports: Option<Reports>,
}

/// The figures of a year and of the year before.
#[derive(Clone, Debug)]
pub struct AnnualFigures {
    /// Of the year, with everything.
    pub year: Figures,
    /// Of the year before.
    pub before: Figures,
}

impl Snapshot {
    /// The figures that were taken, put together.
    pub fn figures(&self) -> AnnualFigures {
        let months = of_year(self.year);
        let figures = |months: Months| {
            let mut figures = Figures::new(months, self.today);
            for (month, count, value, cases) in &self.rows {
                let known = Month::parse(month).zip(Count::from_word(count));
                if let Some((month, count)) = known {
                    figures.add(month, count, value, *cases);
                }
            }
            figures
        };
        AnnualFigures {
            year: figures(months),
            before: figures(months.a_year_before()),
        }
    }

    /// The figures as JSON, as they are kept.
    pub fn to_json(&self) -> Result<String, Trouble> {
        serde_json::to_string(self)
            .map_err(|_| StoreError::unreadable("figures", self.position).into())
    }

    pub(super) fn read(annual: &StoredAnnual, text: &str) -> Result<Self, Trouble> {
        serde_json::from_str(text)
            .map_err(|_| StoreError::unreadable("annual_figures.content", annual.id).into())
    }
}

impl Clerks {
    /// The figures that a body would report now of a year, whether or not it has begun its report: for whoever runs the
    /// portal.
    pub async fn figures_of_year(
        &self,
        kind: Kind,
        body: OrganisationCode,
        year: Year,
    ) -> Result<Snapshot, Trouble> {
        let is_sample = self.is_demo();
        self.read(move |tx, circumstances| {
            if circumstances.country.organisations.find(&body).is_none() {
                return Err(Trouble::NotFound);
            }
            take(tx, circumstances, kind, &body, year, is_sample)
        })
        .await
    }
}

/// Takes the figures as they are counted now.
pub(super) fn take(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    kind: Kind,
    body: &OrganisationCode,
    year: Year,
    is_sample: bool,
) -> Result<Snapshot, Trouble> {
    let AsOf {
        position,
        at,
        today,
        is_partial,
        ..
    } = as_of(tx, circumstances, is_sample)?;
    if is_partial {
        return Err(Trouble::NotAcceptable("error-annual-counting"));
    }
    let months = of_year(year);
    let whose: Vec<Cell> = match kind {
        Kind::Synthesis => vec![cell(Axis::Country, String::new(), is_sample)],
        Kind::Report => with_units(circumstances.country, body)
            .map(|own| cell(Axis::Body, own.code.to_string(), is_sample))
            .collect(),
    };
    let mut rows: BTreeMap<(Month, Count, String), i64> = BTreeMap::new();
    for cell in &whose {
        for kept in statistics::of_cell(tx, cell, months.until)? {
            // What was open or due counts from the beginning; all else, of two years.
            let is_wanted = kept.month >= months.a_year_before().from
                || matches!(kept.count, Count::Stock | Count::Due);
            if is_wanted {
                *rows
                    .entry((kept.month, kept.count, kept.value))
                    .or_default() += kept.cases;
            }
        }
    }
    if whose.len() > 1 {
        for (month, cases) in moves_within(tx, circumstances, &whose, position)? {
            for count in [Count::HandedOn, Count::HandedIn] {
                if let Some(counted) = rows.get_mut(&(month, count, String::new())) {
                    *counted -= cases;
                }
            }
        }
    }
    let rows = rows
        .into_iter()
        .filter(|(_, cases)| *cases != 0)
        .map(|((month, count, value), cases)| (month.to_string(), count.to_string(), value, cases))
        .collect();
    let (subjects, territories, bodies) = match kind {
        Kind::Report => (
            at_body(tx, Axis::BodySubject, &whose, months)?,
            at_body(tx, Axis::BodyTerritory, &whose, months)?,
            Vec::new(),
        ),
        Kind::Synthesis => {
            let sectors = circumstances.country.subjects.sectors();
            let sectors = sectors.map(|own| own.code.to_string());
            // What nobody knows the code of is told too, or the parts are less than the whole.
            let sectors: Vec<String> = sectors.chain([String::new()]).collect();
            let regions = circumstances.country.territories.within(None);
            let regions = regions.map(|own| own.code.to_string());
            let regions: Vec<String> = regions.chain([String::new()]).collect();
            (
                each(tx, Axis::Subject, sectors, months, today, is_sample)?,
                each(tx, Axis::Territory, regions, months, today, is_sample)?,
                all_bodies(tx, months, today, is_sample)?,
            )
        }
    };
    let came = match kind {
        Kind::Report => None,
        Kind::Synthesis => Some(reports(tx, circumstances.country, year, is_sample)?),
    };
    Ok(Snapshot {
        position,
        at,
        today,
        year,
        rows,
        subjects,
        territories,
        bodies,
        reports: came,
    })
}

/// Cases that went from one unit to another of the same body, by month: they left the body no more than they came to it.
fn moves_within(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    whose: &[Cell],
    until: i64,
) -> Result<BTreeMap<Month, i64>, Trouble> {
    // They are found by the register.
    let progress = follow::progress(tx, &register::fold::FOLLOWER)?;
    if progress.rebuilds_until.is_some() || progress.position == 0 && progress.newest > 0 {
        return Err(Trouble::NotAcceptable("error-annual-counting"));
    }
    let calendar = &circumstances.country.calendar;
    let mut within = BTreeMap::new();
    for cell in whose {
        let unit = OrganisationCode::parse(&cell.key)
            .map_err(|_| StoreError::unreadable("statistic.code", &cell.key))?;
        for (at, from) in register::moves(tx, &unit, cell.is_sample, until)? {
            if whose.iter().any(|other| other.key == from) {
                let at = Timestamp::from_microsecond(at)
                    .map_err(|_| StoreError::unreadable("event.at", at))?;
                *within.entry(Month::of(calendar.date_of(at))).or_default() += 1;
            }
        }
    }
    Ok(within)
}

fn cell(axis: Axis, key: String, is_sample: bool) -> Cell {
    Cell {
        axis,
        key,
        is_sample,
    }
}

/// Subjects or places at a body: whoever was told of most comes first.
fn at_body(
    tx: &mut Tx<'_>,
    axis: Axis,
    whose: &[Cell],
    months: Months,
) -> Result<Vec<Part>, Trouble> {
    let mut parts: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for cell in whose {
        let body = OrganisationCode::parse(&cell.key)
            .map_err(|_| StoreError::unreadable("statistic.code", &cell.key))?;
        for (code, kept) in statistics::of_axis(tx, axis, Some(&body), cell.is_sample, months)? {
            if !months.holds(kept.month) {
                continue;
            }
            let code = code.split_once(' ').map_or("", |(_, part)| part);
            let part = parts.entry(code.to_owned()).or_default();
            match kept.count {
                Count::Received => part.0 += kept.cases,
                Count::Answered => part.1 += kept.cases,
                _ => {}
            }
        }
    }
    let parts = parts.into_iter().map(|(code, (received, answered))| Part {
        code,
        received: Some(received),
        answered: Some(answered),
        in_time: None,
        median: None,
        open: None,
    });
    Ok(in_order(parts.collect()))
}

/// Sectors or regions of the country.
fn each(
    tx: &mut Tx<'_>,
    axis: Axis,
    codes: Vec<String>,
    months: Months,
    today: Date,
    is_sample: bool,
) -> Result<Vec<Part>, Trouble> {
    let mut parts = Vec::with_capacity(codes.len());
    for code in codes {
        let kept = statistics::of_cell(tx, &cell(axis, code.clone(), is_sample), months.until)?;
        parts.push(part(code, &kept, months, today));
    }
    Ok(in_order(parts))
}

/// All bodies to which something came.
fn all_bodies(
    tx: &mut Tx<'_>,
    months: Months,
    today: Date,
    is_sample: bool,
) -> Result<Vec<Part>, Trouble> {
    let mut parts = Vec::new();
    let mut rows = statistics::of_axis(tx, Axis::Body, None, is_sample, months)?
        .into_iter()
        .peekable();
    while let Some((code, first)) = rows.next() {
        let mut kept = vec![first];
        while let Some((_, more)) = rows.next_if(|(next, _)| *next == code) {
            kept.push(more);
        }
        parts.push(part(code, &kept, months, today));
    }
    Ok(in_order(parts))
}

fn part(code: String, kept: &[Kept], months: Months, today: Date) -> Part {
    let figures = put_together(kept, months, today);
    let Proportion { part, of } = figures.in_time;
    Part {
        code,
        received: Some(figures.total(Count::Received)),
        answered: Some(figures.total(Count::Answered)),
        in_time: (of > 0).then_some((part, of)),
        median: (figures.waits.cases() >= publish::SMALLEST.unsigned_abs())
            .then(|| figures.curve().quantile((1, 2)).day)
            .flatten(),
        open: Some(figures.open),
    }
}

/// Those that have anything to tell, the most first.
fn in_order(mut parts: Vec<Part>) -> Vec<Part> {
    let nothing = |count: Option<i64>| count.unwrap_or(0) == 0;
    parts.retain(|part| !(nothing(part.received) && nothing(part.answered) && nothing(part.open)));
    parts.sort_by(|left, right| {
        right
            .received
            .cmp(&left.received)
            .then_with(|| left.code.cmp(&right.code))
    });
    parts
}
