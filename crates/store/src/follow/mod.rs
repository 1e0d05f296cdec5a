//! Followers: each folds the events of all cases, in the order of their positions, into rows of its own. What it has
//! is therefore as of an event, can be brought up to date event by event, and can be built again from nothing.

mod list;
pub(crate) mod moment;
pub(crate) mod run;

pub use self::{
    list::{FOLLOWERS, find},
    moment::Moment,
    run::{
        Background, Fold, Followed, Follower, Progress, Renewal, Stretch, Sum, Summed, advance,
        followed, gather, progress, rebuild, stretch, stretch_to_renew, stretches_to_rebuild, take,
    },
};
