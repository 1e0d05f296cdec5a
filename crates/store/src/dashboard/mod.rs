//! The work of bodies day by day, for dashboards at the desk: the follower that counts it, and what is read of it.

pub mod answer;
pub mod behind;
pub mod fold;
pub mod read;
