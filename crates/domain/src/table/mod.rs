//! A table as plain data: what workbooks and CSV are made of.

mod cell;
mod written;

pub use self::{
    cell::{Cell, Column, Table, begins_formula},
    written::{Readers, write_csv},
};
