//! The list of all followers: whoever adds one adds it here.

use super::Follower;
use crate::{
    case::{search, tally},
    dashboard, register, statistics,
};

/// All followers.
pub const FOLLOWERS: &[Follower] = &[
    tally::FOLLOWER,
    search::FOLLOWER,
    statistics::FOLLOWER,
    register::fold::FOLLOWER,
    dashboard::fold::FOLLOWER,
];

/// The follower of this name.
pub fn find(name: &str) -> Option<&'static Follower> {
    FOLLOWERS.iter().find(|follower| follower.name == name)
}
