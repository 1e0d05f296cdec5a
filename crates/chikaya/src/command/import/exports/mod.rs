//! Exports of other cities and makers, made row by row in the shapes that these write: columns, order, quoting, ends of
//! lines, encoding, forms of time, words. Every row is invented, and the same in each run. Beside each row stands what a
//! reader of the file must find in it, made before it was written down: the instants come from rules of daylight time of
//! their own, not from the library that reads them.

mod ckan;
mod clock;
mod makers;
mod socrata;
mod table;

pub(super) use self::table::{Export, Fate, Truth};

/// Every export.
pub(super) fn all() -> Vec<Export> {
    vec![
        ckan::boston(),
        ckan::montreal(),
        ckan::toronto(),
        socrata::san_francisco(),
        socrata::chicago(),
        makers::philadelphia(),
        makers::fixmystreet(),
        makers::signalen(),
        makers::buenos_aires(),
    ]
}
