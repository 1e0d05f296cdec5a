//! The recorded traffic: an event of each kind, to be sent again for another call.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Recorded {
    named: String,
    event: Value,
}

static RECORDED: LazyLock<HashMap<String, Value>> = LazyLock::new(|| {
    include_str!("ari-22.jsonl")
        .lines()
        .filter_map(|line| serde_json::from_str::<Recorded>(line).ok())
        .map(|recorded| (recorded.named, recorded.event))
        .collect()
});

/// A recorded event.
///
/// # Panics
/// When nothing of that name was recorded.
pub(crate) fn event(named: &str) -> Value {
    RECORDED
        .get(named)
        .cloned()
        .unwrap_or_else(|| panic!("no event {named} was recorded"))
}

/// A recorded event of a channel, with another channel in it.
pub(crate) fn of_channel(named: &str, id: &str, number: &str) -> Value {
    let mut event = event(named);
    event["channel"]["id"] = json!(id);
    event["channel"]["caller"]["number"] = json!(number);
    event
}

/// A channel as the list of channels shows it.
pub(crate) fn channel(id: &str, number: &str) -> Value {
    of_channel("ChannelStateChange", id, number)["channel"].clone()
}
