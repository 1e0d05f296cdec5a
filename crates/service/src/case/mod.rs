//! Verbs about cases: filing, following, working on them, and what the portal does by itself.

pub mod act;
pub mod answer;
pub(crate) mod body;
pub mod colleagues;
pub mod desk;
pub(crate) mod escalate;
pub mod file;
pub mod filed_here;
pub mod filer;
pub mod follow;
pub mod former;
pub mod hand_on;
pub mod import;
pub mod letter;
pub(crate) mod line;
pub mod lost;
mod opinion;
pub mod page;
pub mod queue;
pub(crate) mod record;
pub mod report;
pub mod routine;
mod seek;
mod sound;
