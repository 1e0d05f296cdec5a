//! Who owes a report of a year, and how many came.

use std::collections::BTreeMap;

use chikaya_domain::{
    annual::{Kind, Stage, Year},
    id::OrganisationCode,
    organisation::{Organisation, OrganisationKind},
    statistics::{Axis, Cell},
};
use chikaya_store::{
    Tx,
    annual::{self as store, StoredAnnual},
    statistics,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{keep::with_units, year::of_year};
use crate::{Country, Trouble};

/// How many reports of a year came, of those that are owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reports {
    /// Taken as complete by the reform authority, published or not.
    pub accepted: i64,
    /// Sent and not returned, the accepted ones among them.
    pub sent: i64,
    /// How many bodies owe one.
    pub owed: i64,
}

/// A body that owes a report, with the one it has begun.
pub(super) struct Owing<'a> {
    pub(super) body: &'a Organisation,
    pub(super) annual: Option<StoredAnnual>,
}

/// The bodies that owe a report of a year, in the order of codes: those to which cases can be sent, whoever has begun one,
/// and whoever had cases in the year and was closed since.
pub(super) fn owing<'a>(
    tx: &mut Tx<'_>,
    country: &'a Country,
    year: Year,
    is_sample: bool,
) -> Result<Vec<Owing<'a>>, Trouble> {
    let begun = store::of_year(tx, Kind::Report, year, is_sample)?;
    let mut begun: BTreeMap<OrganisationCode, StoredAnnual> = begun
        .into_iter()
        .map(|annual| (annual.organisation.clone(), annual))
        .collect();
    let mut owing = Vec::new();
    let bodies = country.organisations.all();
    for body in bodies.filter(|body| body.kind != OrganisationKind::Unit) {
        let annual = begun.remove(&body.code);
        if body.receives
            || annual.is_some()
            || had_anything(tx, country, &body.code, year, is_sample)?
        {
            owing.push(Owing { body, annual });
        }
    }
    Ok(owing)
}

/// How many reports of a year came.
pub(super) fn reports(
    tx: &mut Tx<'_>,
    country: &Country,
    year: Year,
    is_sample: bool,
) -> Result<Reports, Trouble> {
    let mut reports = Reports::default();
    for owing in owing(tx, country, year, is_sample)? {
        reports.owed += 1;
        match owing.annual.map(|annual| annual.stage()) {
            Some(Stage::Accepted | Stage::Published) => {
                reports.accepted += 1;
                reports.sent += 1;
            }
            Some(stage) if stage.is_delivered() => reports.sent += 1,
            _ => {}
        }
    }
    Ok(reports)
}

/// Whether anything is counted of a body and its units in a year.
pub(super) fn had_anything(
    tx: &mut Tx<'_>,
    country: &Country,
    body: &OrganisationCode,
    year: Year,
    is_sample: bool,
) -> Result<bool, Trouble> {
    for part in with_units(country, body) {
        let cell = Cell {
            axis: Axis::Body,
            key: part.code.to_string(),
            is_sample,
        };
        if statistics::has_anything(tx, &cell, of_year(year))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the policy that was in force at the end of a year asks for a report of it.
pub(super) fn is_asked_for(country: &Country, year: Year) -> bool {
    let last = Date::constant(year.number(), 12, 31);
    let policy = country.policies.in_force_on(last);
    policy.effective_from <= last && policy.report_due.is_some()
}
