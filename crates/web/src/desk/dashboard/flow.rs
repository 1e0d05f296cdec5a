//! What came and went week by week, drawn and in a table.

use chikaya_i18n::Voice;
use chikaya_service::dashboard::Week;

use crate::public::statistics::chart::{FlowDrawing, FlowPoint, flow_drawings};

/// A week in words.
pub(super) struct WeekLine {
    pub(super) monday: String,
    pub(super) came: String,
    pub(super) reopened: String,
    pub(super) answered: String,
    pub(super) left: String,
    pub(super) open: String,
}

/// Week by week.
pub(super) struct Flow {
    pub(super) drawings: Vec<FlowDrawing>,
    pub(super) lines: Vec<WeekLine>,
}

impl Flow {
    /// Of weeks, the first first.
    pub(super) fn of(voice: Voice, weeks: &[Week]) -> Self {
        let points: Vec<FlowPoint> = weeks
            .iter()
            .map(|week| FlowPoint {
                // In figures it is read alike in all languages, and fits under a bar.
                name: format!("{:02}.{:02}", week.monday.day(), week.monday.month()),
                received: Some(week.came + week.reopened),
                answered: Some(week.answered),
                open: Some(week.open),
            })
            .collect();
        Self {
            drawings: flow_drawings(voice, &points),
            lines: weeks
                .iter()
                .map(|week| WeekLine {
                    monday: voice.day_month_year(week.monday),
                    came: voice.number(week.came),
                    reopened: voice.number(week.reopened),
                    answered: voice.number(week.answered),
                    left: voice.number(week.left),
                    open: voice.number(week.open),
                })
                .collect(),
        }
    }
}
