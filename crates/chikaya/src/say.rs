//! What commands answer, as against their log.

use std::{
    io::{self, Write as _},
    sync::OnceLock,
};

/// Why something could not be said.
static UNSAID: OnceLock<io::Error> = OnceLock::new();

/// Says something on standard output: the answer of a command, as against its log. Whoever has read enough and closed it
/// (`… | head -1`) is told no more, and the command goes on to its end: a backup is verified whoever listens.
pub(crate) fn say(text: &str) {
    let written = writeln!(io::stdout().lock(), "{text}");
    if let Err(error) = written
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        // What came first says enough.
        let _ = UNSAID.set(error);
    }
}

/// Why not all was said that should have been, such as a full disk; nothing when it was, or nobody listened any more.
pub(crate) fn unsaid() -> Option<&'static io::Error> {
    UNSAID.get()
}

/// Says on standard error why a command ended without doing what it was asked, in one line: a wrong setting is no fault of
/// the program, and a trace through it helps nobody.
pub(crate) fn complain(text: &str) {
    // Where even this cannot be said, the exit code is all that is left.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
