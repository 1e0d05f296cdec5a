//! Wording: the words in which messages reach filers, in every channel; the house's own, or those that administrators put in
//! their place for a body or the country.

mod change;
mod in_force;
mod list;
mod sample;
mod shown;

pub(crate) use self::in_force::InForce;
pub use self::{
    change::Changed,
    list::{Medium, SENT_TO_FILERS, SentMessage},
    shown::{PartShown, Version, WhoseWords, WordedMessage, WordingPage},
};
