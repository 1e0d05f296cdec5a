//! The public site.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod app;
pub(crate) mod r#continue;
pub(crate) mod danger;
mod doors;
pub(crate) mod end;
pub(crate) mod file;
pub(crate) mod home;
pub(crate) mod look_up;
pub(crate) mod open_data;
pub(crate) mod proof;
pub(crate) mod reports;
pub(crate) mod say;
pub(crate) mod statistics;
pub(crate) mod track;
pub(crate) mod wrongdoing;
