//! The stage a case is in: what everyone can say of it in one word.

use crate::word::word_enum;

word_enum! {
    /// Where a case stands in the workflow; see [`super::transition::TRANSITIONS`] for the ways between.
    Stage {
        /// Received, not yet examined by the body that has it.
        Filed => "filed",
        /// Found admissible; nobody works on it yet.
        Admissible => "admissible",
        /// Given to an officer who has not started.
        Assigned => "assigned",
        /// An officer is at work.
        InProgress => "in-progress",
        /// The office asked the filer a question and waits.
        Waiting => "waiting",
        /// Competence was refused too often; the reform authority decides who answers.
        Arbitration => "arbitration",
        /// An answer went out; the filer may judge, confirm or reopen.
        Answered => "answered",
        /// Closed by one of the two keys, or withdrawn.
        Closed => "closed",
    }
}

impl Stage {
    /// Whether the case still owes an answer.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Answered | Self::Closed)
    }
}
