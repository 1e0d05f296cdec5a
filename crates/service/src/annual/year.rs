//! The months of which a report tells.

use chikaya_domain::{
    annual::Year,
    statistics::{Month, Months},
};
use jiff::civil::Date;

/// All months of a year.
pub(super) fn of_year(year: Year) -> Months {
    let month = |month| Month::of(Date::constant(year.number(), month, 1));
    Months {
        from: month(1),
        until: month(12),
    }
}
