//! `/{language}/say`: a filing by touching pictures, for whoever does not read with ease: what it is about, what happened
//! in their own voice, what it looks like, where, and a number to ring. Each page asks one thing; the last one files.

mod begin;
mod step;

pub(crate) use self::{begin::begin, begin::sectors, step::get, step::post};
