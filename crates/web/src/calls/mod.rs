//! The call centre: the desk of its agents, calls back, the history, and what a supervisor sees.

pub(crate) mod acts;
pub(crate) mod back;
pub(crate) mod desk;
pub(crate) mod history;
pub(crate) mod live;
pub(crate) mod messages;
mod orient;
pub(crate) mod prefer;
pub(crate) mod ready;
mod say;
pub(crate) mod sheet;
pub(crate) mod survey;
mod typed;
mod view;
pub(crate) mod wall;
