//! The threads on which sheets are set: few, and giving way to all others.

use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Most sheets that are set at once, however many processors there are.
const HANDS_AT_MOST: usize = 4;

/// How much setting a sheet gives way to everything else that wants the processor.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// How many sheets are set at once. Half of the processors are left to people's pages.
pub(crate) fn hands_at_once() -> usize {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    (processors / 2).clamp(1, HANDS_AT_MOST)
}

/// So many threads that set sheets.
pub(crate) fn hands(
    name: &'static str,
    at_once: usize,
) -> Result<ThreadPool, rayon::ThreadPoolBuildError> {
    ThreadPoolBuilder::new()
        .num_threads(at_once)
        .thread_name(move |place| format!("{name} {place}"))
        .start_handler(|_| {
            #[cfg(target_os = "linux")]
            // On Linux this is said of the thread, not of the program. Where it may not be said, the work goes on without.
            let _ = rustix::process::nice(NICENESS);
        })
        .build()
}
