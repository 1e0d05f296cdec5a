//! The country as it is today: reference data read from the archive into memory, answering questions without it.

mod additions;
mod beyond;
mod doors;
mod ear;
mod fault;
mod finder;
mod known;
mod map;
mod named;
mod orientation;
mod pack;
mod rows;
mod search;
mod shapes;
#[cfg(test)]
mod shapes_tests;
mod telephone;
mod weekend;

pub use self::{
    additions::{AdditionError, Additions},
    beyond::Beyond,
    doors::{Door, DoorWay},
    ear::HeardSubject,
    fault::PackError,
    known::Country,
    map::{Corner, Outlines, Ring},
    orientation::Orientation,
    pack::{LoadReport, Pack, load},
    search::{Hit, Index},
};
pub(crate) use self::{
    known::{read, touch, version},
    weekend::{WEEKEND, weekend, weekend_text},
};
