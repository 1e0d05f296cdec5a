//! Statistics: what is counted, how a time is told of cases that still wait, and what each event changes.

mod between;
mod count;
#[cfg(test)]
mod count_tests;
mod family;
mod figures;
mod measure;
pub mod poll;
pub mod poll_measure;
pub mod publish;
mod rank;
pub mod sample;
#[cfg(test)]
mod sample_tests;
pub mod states;
mod survival;
mod week;

pub use self::{
    between::{Line, between},
    count::{Axis, Cell, Count, Counted, Happened, Happening, Month, Standing},
    family::{Shown, Split, Whole, bounds, family, hidden_beside},
    figures::{Figures, Flow, Months, Proportion},
    measure::{Caveat, DEFINITIONS, Definition, Measure, Unit},
    rank::{RANKED_FROM, Ranks, ranks},
    survival::{Curve, Quantile, Share, Step, Waits},
    week::Week,
};
