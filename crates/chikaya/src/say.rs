//! What commands answer, as against their log.

/// Says something on standard output: the answer of a command, as against its log.
#[expect(clippy::print_stdout, reason = "the one place where commands answer")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}
