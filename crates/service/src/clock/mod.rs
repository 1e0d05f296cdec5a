//! The legal clock as administrators keep it: calendar, policies, and due dates computed anew.

pub mod calendar;
pub mod policy;
pub mod recompute;
