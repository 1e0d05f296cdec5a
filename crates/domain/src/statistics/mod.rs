//! Statistics: what is counted, how a time is told of cases that still wait, and what each event changes.

mod count;
#[cfg(test)]
mod count_tests;
mod figures;
pub mod publish;
mod survival;

pub use self::{
    count::{Axis, Cell, Count, Counted, Happened, Happening, Month, Standing},
    figures::{Figures, Flow, Months, Proportion},
    survival::{Curve, Quantile, Share, Step, Waits},
};

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn every_count_is_documented() {
        let text = include_str!("../../../../docs/statistics.md");
        for count in Count::ALL {
            assert!(text.contains(&format!("`{count}`")), "{count}");
        }
    }
}
