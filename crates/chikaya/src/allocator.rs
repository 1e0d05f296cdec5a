//! How the allocator behaves: it is told by the environment when the program starts, and not otherwise without unsafe code.

use std::{env, os::unix::process::CommandExt as _, process::Command};

/// Milliseconds after which memory that nobody uses goes back to the system. A second where nothing is said, within which
/// a storm of uploads takes half as much again (docs/benchmarks.md); pages are as fast with none.
const PURGE_DELAY: &str = "MIMALLOC_PURGE_DELAY";

/// Whether memory is taken from the system in great pieces before it is needed. In small ones the portal rests with 23 MiB
/// less (docs/benchmarks.md).
const EAGER: &str = "MIMALLOC_ARENA_EAGER_COMMIT";

#[expect(
    clippy::disallowed_methods,
    reason = "the allocator's own variable, before there are settings"
)]
/// Begins the program anew, in the same process, with memory taken when it is needed and given back at once, unless somebody
/// has said how long it is kept. Takes about a millisecond.
pub(crate) fn give_back_at_once() {
    if env::var_os(PURGE_DELAY).is_some() {
        return;
    }
    let Ok(program) = env::current_exe() else {
        return;
    };
    let mut arguments = env::args_os();
    let mut again = Command::new(program);
    if let Some(name) = arguments.next() {
        again.arg0(name);
    }
    // It comes back only where it could not be begun: then the program goes on as it is.
    let _ = again
        .args(arguments)
        .env(PURGE_DELAY, "0")
        .env(EAGER, env::var_os(EAGER).unwrap_or_else(|| "0".into()))
        .exec();
}
