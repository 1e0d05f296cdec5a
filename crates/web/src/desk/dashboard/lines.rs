//! The lines of the tables of a dashboard.

use chikaya_service::{case::colleagues::Workload, dashboard::Behind};

use super::tell::Ways;
use crate::visit::Visit;

/// What is due on a day.
pub(super) struct AheadLine {
    pub(super) day: String,
    pub(super) due: String,
    pub(super) address: Option<String>,
    pub(super) not_begun: String,
    pub(super) not_begun_address: Option<String>,
}

/// Open cases of an age.
pub(super) struct AgeLine {
    pub(super) name: String,
    pub(super) cases: String,
    pub(super) address: Option<String>,
    /// The length of its bar in CSS, of the longest.
    pub(super) width: String,
}

/// What a colleague has to do.
pub(super) struct LoadLine {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) open: String,
    pub(super) late: String,
    pub(super) is_late: bool,
}

/// The days ahead.
pub(super) fn ahead(ways: &Ways<'_>) -> Vec<AheadLine> {
    let voice = ways.visit.voice;
    ways.told
        .ahead
        .iter()
        .map(|day| {
            let address = |is_not_begun, cases: i64| {
                ways.behind(Behind {
                    due_from: Some(day.day),
                    due_until: Some(day.day),
                    is_not_begun,
                    ..Behind::default()
                })
                .filter(|_| cases > 0)
            };
            AheadLine {
                day: voice.day_seen_from(day.day, ways.told.today),
                due: voice.number(day.due),
                address: address(false, day.due),
                not_begun: voice.number(day.not_begun),
                not_begun_address: address(true, day.not_begun),
            }
        })
        .collect()
}

/// Open cases by age.
pub(super) fn ages(ways: &Ways<'_>) -> Vec<AgeLine> {
    let voice = ways.visit.voice;
    let most = ways.told.ages.iter().map(|(_, cases)| *cases).max();
    let most = most.unwrap_or(0).max(1);
    ways.told
        .ages
        .iter()
        .map(|(age, cases)| AgeLine {
            name: voice
                .say(&format!("dashboard-age-{}", age.as_str()))
                .into_owned(),
            cases: voice.number(*cases),
            address: ways
                .behind(Behind {
                    age: Some(*age),
                    ..Behind::default()
                })
                .filter(|_| *cases > 0),
            width: format!("{}%", cases * 100 / most),
        })
        .collect()
}

/// What colleagues have to do.
pub(super) fn loads(visit: &Visit, loads: &[Workload]) -> Vec<LoadLine> {
    loads
        .iter()
        .map(|load| LoadLine {
            address: visit.path(&format!("/desk/colleagues/{}", load.colleague.id)),
            name: load.colleague.name.clone(),
            open: visit.voice.number(load.open),
            late: visit.voice.number(load.late),
            is_late: load.late > 0,
        })
        .collect()
}
