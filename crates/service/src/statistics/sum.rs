//! Figures put together from what is kept of a cell.

use chikaya_domain::statistics::{Figures, Months};
use chikaya_store::statistics::Kept;
use jiff::civil::Date;

/// The figures of some months, from all that is kept of a cell until the last of them.
pub(crate) fn put_together(kept: &[Kept], months: Months, today: Date) -> Figures {
    let mut figures = Figures::new(months, today);
    for row in kept {
        figures.add(row.month, row.count, &row.value, row.cases);
    }
    figures
}
