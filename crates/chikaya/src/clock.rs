//! Whether the machine's clock can be right beside what was recorded: time limits are counted with it.

use jiff::{Timestamp, ToSpan as _};

/// By how much an event may be later than the clock: nodes of one instance differ by moments.
const LEEWAY_MINUTES: i64 = 5;

/// That the clock is behind the newest event, in words; none when it is not.
pub(crate) fn behind(now: Timestamp, newest: Option<Timestamp>) -> Option<String> {
    let newest = newest?;
    (newest > now.saturating_add(LEEWAY_MINUTES.minutes()).unwrap_or(now)).then(|| {
        format!(
            "the machine says it is {now}, and the newest event was recorded at {newest}: set its clock, or time limits are \
             counted from the wrong day"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_behind_the_newest_event_is_told_and_nodes_may_differ_by_moments() {
        let newest: Timestamp = "2026-03-12T20:14:00Z".parse().unwrap();
        let before = |minutes: i64| newest.saturating_sub(minutes.minutes()).unwrap();
        assert_eq!(behind(newest, None), None);
        assert_eq!(behind(before(-60), Some(newest)), None);
        assert_eq!(behind(before(5), Some(newest)), None);
        let told = behind(before(3 * 24 * 60), Some(newest)).unwrap();
        assert!(
            told.contains("2026-03-09") && told.contains("2026-03-12"),
            "{told}"
        );
    }
}
