//! The words of an annual report and of the national synthesis, put together for the press: figures from what was taken of
//! the record, commentary as people wrote it.

mod compose;
mod figures;
mod material;
mod parts;

pub(crate) use self::compose::{Edition, Standing, annual_paper, counted};
pub use self::compose::{annual_as_it_stands, figures_paper};
