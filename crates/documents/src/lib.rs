//! The press: receipts, letters, registers and reports as tagged PDF and workbooks, from plain data.
//!
//! Words come from the caller, already in the reader's language; this crate sets them. What people typed reaches Typst
//! as values, never as source, so that no character of theirs can be read as markup.

#[cfg(test)]
extern crate self as chikaya_documents;

pub mod annual;
mod drawings;
mod hands;
pub mod letter;
mod letters;
mod measure;
mod press;
pub mod receipt;
pub mod register;
pub mod seal;
#[cfg(test)]
mod tests;
mod values;
mod vowels;
pub mod workbook;
mod world;

pub use annual::Annual;
pub use chikaya_domain::table::{Cell, Column, Table};
pub use letter::{Letter, LetterCode, LetterPart};
pub use press::{Press, PressError};
pub use receipt::{Clock, Labels, Receipt, Step};
pub use register::Register;
pub use workbook::{Workbook, WorkbookError};
