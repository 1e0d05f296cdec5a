//! What pages of the call centre share: the way between them, the frame, and times as clocks show them.

use chikaya_domain::{
    access::{self, Action, Standing},
    text::day as day_of,
};
use chikaya_service::staff::Officer;
use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::{
    error::{Kind, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
};

/// A page of the call centre, in the way between them.
pub(super) struct Tab {
    /// Where it is.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// Whether it is the one that is shown.
    pub is_current: bool,
}

/// What every page of the call centre needs.
pub(super) struct Room {
    /// The frame.
    pub frame: Frame,
    /// What stands at the head.
    pub organisation: String,
    /// What is looked for at the desk: nothing here.
    pub question: String,
    /// The way between the pages.
    pub tabs: Vec<Tab>,
}

impl Room {
    /// For the page at `here`, below the call centre.
    pub(super) fn of(state: &State, visit: &Visit, officer: Officer, here: &str) -> Self {
        let mut pages = vec![
            ("", "calls-desk"),
            ("/messages", "calls-messages"),
            ("/call-backs", "calls-backs"),
            ("/history", "calls-history"),
        ];
        if access::allows(officer.role, Action::SuperviseCalls, Standing::Own) {
            pages.push(("/wall", "calls-wall"));
        }
        let tabs = pages
            .into_iter()
            .map(|(page, key)| Tab {
                address: visit.path(&format!("/calls{page}")),
                name: visit.voice.say(key).into_owned(),
                is_current: page == here,
            })
            .collect();
        Self {
            organisation: visit.voice.say("calls-title").into_owned(),
            question: String::new(),
            tabs,
            frame: Frame::of(state, visit).with(officer),
        }
    }
}

/// Refuses whoever may not do this at the call centre.
pub(super) fn must_be_allowed(
    visit: &Visit,
    officer: &Officer,
    action: Action,
) -> Result<(), Problem> {
    if access::allows(officer.role, action, Standing::Own) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

/// The day that a list is asked for; nothing where none is. One that is no day is said beside its field, as it was typed.
pub(super) fn day_asked(visit: &Visit, faults: &mut Faults) -> (String, Option<Date>) {
    let typed = visit.parameter("day").unwrap_or_default();
    if typed.trim().is_empty() {
        return (String::new(), None);
    }
    match day_of(&typed) {
        Ok(day) => (day.to_string(), Some(day)),
        Err(error) => {
            faults.add("day", visit.voice.say(error.key()));
            (typed, None)
        }
    }
}

/// Seconds as a clock shows them: `0:06`, `12:40`, `1:02:05`.
pub(super) fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// How long ago an instant was, as a clock shows it.
pub(super) fn since(at: Timestamp, now: Timestamp) -> String {
    let passed: SignedDuration = now.duration_since(at);
    clock(passed.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_shown_as_a_clock_shows_them() {
        for (seconds, shown) in [(0, "0:00"), (6, "0:06"), (760, "12:40"), (3_725, "1:02:05")] {
            assert_eq!(clock(seconds), shown);
        }
        assert_eq!(clock(-5), "0:00");
    }
}
