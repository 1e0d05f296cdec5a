//! Every file says what it is for, has one subject and leaves nothing undone without a number.

use super::finding::Finding;
use crate::workspace::TextFile;

/// Above this many lines a file is looked at again.
const LONG: usize = 400;

/// Above this many lines a file has two subjects.
const TOO_LONG: usize = 600;

/// Kinds of files that people write by hand, line by line.
const CODE: &[&str] = &["rs", "js", "css", "html"];

/// Findings of code files; other people's code, kept under `vendor/`, is theirs.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    files
        .iter()
        .filter(|file| CODE.contains(&file.extension()) && !is_foreign(file))
        .flat_map(|file| {
            [purpose(file), size(file)]
                .into_iter()
                .flatten()
                .chain(undone(file))
        })
        .collect()
}

/// Whether a file was written elsewhere and is kept as it came.
pub(super) fn is_foreign(file: &TextFile) -> bool {
    file.path.contains("/vendor/") || file.name().contains(".min.")
}

fn purpose(file: &TextFile) -> Option<Finding> {
    (file.extension() == "rs" && !file.text.starts_with("//! ")).then(|| {
        Finding::error(
            &file.path,
            "begin with `//! ` and one sentence that says what the file is for",
        )
    })
}

fn size(file: &TextFile) -> Option<Finding> {
    let lines = file.text.lines().count();
    if lines > TOO_LONG {
        Some(Finding::error(
            &file.path,
            format!("{lines} lines, more than {TOO_LONG}: split it by subject"),
        ))
    } else if lines > LONG {
        Some(Finding::warning(
            &file.path,
            format!("{lines} lines, more than {LONG}: has it two subjects?"),
        ))
    } else {
        None
    }
}

/// Notes on work to come that name no issue.
fn undone(file: &TextFile) -> impl Iterator<Item = Finding> {
    // Written in two halves, so that this file passes its own check.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME")];
    file.text
        .lines()
        .enumerate()
        .filter_map(move |(index, line)| {
            let mark = marks.into_iter().find(|mark| line.contains(mark))?;
            let has_number = line
                .split('#')
                .skip(1)
                .any(|after| after.starts_with(|sign: char| sign.is_ascii_digit()));
            (!has_number).then(|| {
                Finding::error(
                    format!("{}:{}", file.path, index + 1),
                    format!("a {mark} without an issue's number (`#12`) is never found again"),
                )
            })
        })
}
