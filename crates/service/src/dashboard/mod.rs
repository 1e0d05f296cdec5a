//! Dashboards at the desk: the figures of the work of a body, for those who work there and those who answer for it; of all
//! bodies side by side, for those who see the cases of all.
//!
//! Who may see what is said by one row of the table of access (`Action::SeeDashboard`) and asked at one place, `reach::reach`.

pub(crate) mod alike;
mod behind;
mod bodies;
mod body;
mod days;
mod reach;
pub mod weekly;

pub use self::{
    alike::{AlikeAnswers, AlikePage},
    behind::{Age, Behind},
    bodies::{BodiesPage, BodyLine, LATELY, SHOWN, WorstBy},
    body::{Dashboard, DueDay, Quality, Today, Week},
    reach::{AHEAD, ALIKE_DAYS, ALIKE_MANY, WEEKS, may_see, may_see_all},
};
