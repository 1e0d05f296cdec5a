//! The words of an annual report and of the national synthesis, put together for the press: figures from what was taken of
//! the record, commentary as people wrote it.

mod compose;
mod figures;
mod material;
mod parts;

pub(crate) use self::compose::{Edition, annual_paper};
pub use self::compose::{annual_draft, figures_paper};
