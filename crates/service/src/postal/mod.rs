//! The post of a body: the register of letters that came and went, and the letters that are due.

mod came;
pub(crate) mod entry;
mod list;

pub use self::{
    came::CameFault,
    entry::Direction,
    list::{POSTAL_LINES, PostalAsked, PostalLine, PostalPage, may_see},
};
