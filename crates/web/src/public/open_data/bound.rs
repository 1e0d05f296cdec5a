//! Which number of a figure a column tells.

use crate::public::statistics::figure::{Figure, Numbers};

/// All of them, in the order of columns.
pub(super) const BOUNDS: [Bound; 4] = [Bound::Figure, Bound::Low, Bound::High, Bound::Of];

/// Which number of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Figure,
    Low,
    High,
    Of,
}

impl Bound {
    /// What a name ends in.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Figure => "",
            Self::Low => ".low",
            Self::High => ".high",
            Self::Of => ".of",
        }
    }

    /// The number.
    pub(super) fn of(self, numbers: Numbers) -> Option<f64> {
        match self {
            Self::Figure => numbers.figure,
            Self::Low => numbers.low,
            Self::High => numbers.high,
            Self::Of => Figure::Cases(numbers.of?).numbers().figure,
        }
    }
}
