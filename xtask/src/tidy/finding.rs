//! What a rule finds: where, what is wrong and what to do about it.

use std::fmt;

/// Something that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// Whether it must be mended now.
    pub(super) severity: Severity,
    /// A file, with a line where one can be named, or a crate.
    pub(super) place: String,
    /// What is wrong and what to do about it.
    pub(super) message: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// Look again.
    Warning,
    /// The check fails.
    Error,
}

impl Finding {
    pub(super) fn error(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            place: place.into(),
            message: message.into(),
        }
    }

    pub(super) fn warning(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            place: place.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(out, "{severity}: {}: {}", self.place, self.message)
    }
}
