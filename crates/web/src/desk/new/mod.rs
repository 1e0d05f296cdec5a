//! `/{language}/desk/new`: a filing taken down for someone at a counter, from a letter or on the telephone, on one page.

pub(crate) mod check;
mod faults;
mod opened;
pub(crate) mod page;
mod read;
mod view;
