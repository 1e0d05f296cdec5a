//! A report of many pages: the annual report of an administration, or the synthesis of all.

mod chart;
mod columns;
mod hand;
mod report;
mod sheet;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod typed_tests;

pub use chart::scale;
pub use report::{
    Align, Annual, Bar, Bars, Figure, Months, Part, Section, Series, Table, TitleLines,
};
pub(crate) use sheet::of_annual;
