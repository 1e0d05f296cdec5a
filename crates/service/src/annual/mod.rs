//! Annual reports and the national synthesis: begun, written, frozen, approved, sent, returned, accepted and published. Each
//! step is a fact on the chained record of its report and a line of the audit trail.

mod act;
mod everybody;
mod figures;
mod keep;
mod open;
mod owing;
mod page;
mod remind;
mod text;
mod told;
mod wall;
mod write;
mod year;

pub use self::{
    act::{AnnualAct, Document},
    everybody::ForEverybody,
    figures::{AnnualFigures, Part, Snapshot},
    open::AnnualLine,
    owing::Reports,
    page::{AnnualPage, FactLine, PublishedAnnual, PublishedDocument},
    text::SectionText,
    told::{ToldMonth, ToldReport, ToldTimes, ToldYear},
    wall::{Wall, WallRow},
    write::Writing,
};
pub(crate) use self::{
    keep::{genesis, link},
    write::digest,
};
