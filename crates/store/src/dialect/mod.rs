//! The few statements in which the two databases differ, as pairs of the same name.

pub(crate) mod postgres;
pub(crate) mod sqlite;
