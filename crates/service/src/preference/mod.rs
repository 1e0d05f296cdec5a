//! Preferences: by which channel a person wants to be told, in which language, and at which hours not; the one place in which
//! every message looks.

mod known;
mod say;
mod shown;

pub(crate) use self::{
    known::{Known, keep, known},
    say::{page, write_down},
};
pub use self::{
    say::Saying,
    shown::{Offered, PreferencePage, Standing},
};
