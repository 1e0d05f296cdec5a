//! What commands answer, as against their log.

/// Says something on standard output: the answer of a command, as against its log.
#[expect(clippy::print_stdout, reason = "the one place where commands answer")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Says on standard error why a command ended without doing what it was asked, in one line: a wrong setting is no fault of
/// the program, and a trace through it helps nobody.
#[expect(clippy::print_stderr, reason = "the one place where commands complain")]
pub(crate) fn complain(text: &str) {
    eprintln!("{text}");
}
