//! A measure of what is told, as a figure: the same for pages, downloads and open data.

use chikaya_domain::statistics::{Count, Measure, Quantile, Share};
use chikaya_service::statistics::Published;

/// Days of which the share answered is told in data.
pub(crate) const DAYS: [u32; 6] = [15, 30, 45, 60, 90, 120];

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Figure {
    /// It is left out, or nothing is known yet.
    Untold,
    /// How many.
    Cases(i64),
    /// A share of so many, where that is told.
    Share(Share, Option<i64>),
    /// A day of so many cases, where that is told; it may not be reached.
    Day(Quantile, Option<i64>),
}

impl Figure {
    /// The figure of a measure that has one alone.
    pub(crate) fn of(told: &Published, measure: Measure) -> Self {
        let cases = |cases: Option<i64>| cases.map_or(Self::Untold, Self::Cases);
        let share = |of: Option<chikaya_domain::statistics::Proportion>| {
            of.and_then(|of| Some(Self::Share(of.share()?, Some(of.of))))
                .unwrap_or(Self::Untold)
        };
        let day = |rest: (u32, u32)| {
            told.times().map_or(Self::Untold, |times| {
                Self::Day(times.curve.quantile(rest), times.cases)
            })
        };
        match measure {
            Measure::Received => cases(told.total(Count::Received)),
            Measure::Examined => cases(told.total(Count::Examined)),
            Measure::HandedIn => cases(told.total(Count::HandedIn)),
            Measure::HandedOn => cases(told.total(Count::HandedOn)),
            Measure::CompetenceRefused => cases(told.total(Count::CompetenceRefused)),
            Measure::Answered => cases(told.total(Count::Answered)),
            Measure::Reopened => cases(told.total(Count::Reopened)),
            Measure::Withdrawn => cases(told.total(Count::Withdrawn)),
            Measure::InTime => share(told.in_time()),
            Measure::Resolved => share(told.resolved()),
            Measure::Treated => share(told.treated()),
            Measure::MedianDays => day((1, 2)),
            Measure::NinthDecileDays => day((1, 10)),
            Measure::Open => cases(told.open()),
            Measure::Overdue => cases(told.overdue()),
            // Each has a figure for each word, day or month.
            Measure::ReceivedBy
            | Measure::ReceivedOf
            | Measure::ReceivedIn
            | Measure::AnsweredByDay
            | Measure::ReceivedInMonth
            | Measure::AnsweredInMonth
            | Measure::OpenAtEndOfMonth => Self::Untold,
        }
    }

    /// The share answered by a day.
    pub(crate) fn answered_by(told: &Published, day: u32) -> Self {
        told.times().map_or(Self::Untold, |times| {
            Self::Share(times.curve.answered_by(day), times.cases)
        })
    }

    /// As numbers: the figure, the bounds of its interval, and of how many it is told; none where it has none.
    pub(crate) fn numbers(self) -> Numbers {
        let none = Numbers::default();
        match self {
            Self::Untold => none,
            Self::Cases(cases) => Numbers {
                figure: Some(real(cases)),
                ..none
            },
            Self::Share(share, of) => Numbers {
                figure: Some(share.value),
                low: Some(share.low),
                high: Some(share.high),
                of,
            },
            Self::Day(quantile, of) => Numbers {
                figure: quantile.day.map(f64::from),
                low: quantile.low.map(f64::from),
                high: quantile.high.map(f64::from),
                of,
            },
        }
    }
}

/// A figure as numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Numbers {
    /// A count, a number of days or a share from 0 to 1.
    pub(crate) figure: Option<f64>,
    /// The lower bound of its interval of 95 %.
    pub(crate) low: Option<f64>,
    /// The upper bound.
    pub(crate) high: Option<f64>,
    /// Of how many.
    pub(crate) of: Option<i64>,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "cases are counted in millions, far below 2^53"
)]
pub(crate) fn real(cases: i64) -> f64 {
    cases as f64
}
