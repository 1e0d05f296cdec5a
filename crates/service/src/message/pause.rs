//! How long messages rest that failed, and since when they wait all in all.

/// Tries before a message goes to the list of the undeliverable.
pub const ATTEMPTS: i64 = 12;

/// When a message that failed once more is tried again; `None` after the last try.
pub(crate) fn again_at(attempts: i64, now: i64) -> Option<i64> {
    if attempts + 1 >= ATTEMPTS {
        return None;
    }
    Some(now + pause_after(attempts))
}

/// How long a message rests that failed after so many tries before, in microseconds.
fn pause_after(attempts: i64) -> i64 {
    let exponent = u32::try_from(attempts.clamp(0, 10)).unwrap_or(10);
    (30_i64 << exponent).min(6 * 3600) * 1_000_000
}

/// Since when a message waits that is to be tried at `run_at` after so many tries: the pauses it had behind it taken
/// off. What the tries themselves took is not known and left out.
pub(super) fn waits_since(run_at: i64, attempts: i64) -> i64 {
    let pauses: i64 = (0..attempts.clamp(0, ATTEMPTS)).map(pause_after).sum();
    run_at.saturating_sub(pauses)
}
