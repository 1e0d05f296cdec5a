//! What a check of `doctor` found.

use crate::say::say;

/// What a check found.
pub(super) struct Finding {
    what: &'static str,
    verdict: Verdict,
}

enum Verdict {
    /// All is well; what else is worth knowing.
    Well(String),
    /// It works, and somebody should see to it before it does not.
    Warning(String),
    /// What is wrong and what to do.
    Wrong(String),
}

impl Finding {
    /// All is well.
    pub(super) const fn well(what: &'static str) -> Self {
        Self {
            what,
            verdict: Verdict::Well(String::new()),
        }
    }

    /// All is well, and something is worth knowing.
    pub(super) const fn known(what: &'static str, known: String) -> Self {
        Self {
            what,
            verdict: Verdict::Well(known),
        }
    }

    /// It works, and somebody should see to it.
    pub(super) const fn warning(what: &'static str, warning: String) -> Self {
        Self {
            what,
            verdict: Verdict::Warning(warning),
        }
    }

    /// Something is wrong.
    pub(super) const fn wrong(what: &'static str, trouble: String) -> Self {
        Self {
            what,
            verdict: Verdict::Wrong(trouble),
        }
    }

    /// Whether something is wrong.
    pub(super) const fn is_wrong(&self) -> bool {
        matches!(self.verdict, Verdict::Wrong(_))
    }
}

/// Says what was found, a line for each check.
pub(super) fn report(findings: &[Finding]) {
    for Finding { what, verdict } in findings {
        match verdict {
            Verdict::Well(known) if known.is_empty() => say(&format!("ok    {what}")),
            Verdict::Well(known) => say(&format!("ok    {what} ({known})")),
            Verdict::Warning(warning) => say(&format!("warn  {what}: {warning}")),
            Verdict::Wrong(trouble) => say(&format!("WRONG {what}: {trouble}")),
        }
    }
}
