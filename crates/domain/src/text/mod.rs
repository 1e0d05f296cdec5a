//! The one door for texts: what was typed, pasted or imported, without what nobody sees and in one spelling.
//!
//! Every value that comes in goes through one of these functions, whatever way it came: forms of the portal, the
//! programming interface, an import. They never fail; what is still wrong afterwards is told by the type of the value
//! ([`crate::person::Phone`], [`crate::reference::Reference`] and so on). A text that went through once comes out of a
//! second passage as it was.
//!
//! - [`free`]: several lines, such as what happened;
//! - [`line`]: one line, such as a name or a place;
//! - [`plain`]: figures and codes;
//! - [`length`]: how long a text is, counted as a person would.

mod day;
mod signs;
mod value;

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod tests;

pub(crate) use self::value::western_hyphens;
pub use self::{
    day::{DayError, FIRST_YEAR, LAST_YEAR, day},
    signs::western,
    value::{
        CodeFault, beginning, code_digits, composed, free, length, line, over, plain,
        says_something,
    },
};
