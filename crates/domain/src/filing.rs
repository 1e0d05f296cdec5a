//! What a person may file, and by which door.

use crate::word::word_enum;

word_enum! {
    /// The three things a user may file (decree 2-17-265, articles on definitions).
    Kind {
        /// A harm suffered from a decision, act or omission, or dissatisfaction with a service.
        Complaint => "complaint",
        /// A point of view on a service.
        Remark => "remark",
        /// An idea to improve a service.
        Proposal => "proposal",
    }
}

word_enum! {
    /// The door by which something was filed. It decides by when it is answered and who reads it.
    Track {
        /// The way of every filing.
        Ordinary => "ordinary",
        /// Somebody's life or health is in danger now.
        Danger => "danger",
        /// A report of corruption or other wrongdoing in an office.
        Wrongdoing => "wrongdoing",
    }
}

impl Track {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks it of a reference"
    )]
    pub(crate) const fn goes_without_saying(&self) -> bool {
        matches!(self, Self::Ordinary)
    }

    /// The door of what was written or filed when there was one alone.
    pub const fn before_there_was_a_choice() -> Self {
        Self::Ordinary
    }

    /// Whether few roles read what was filed by this door, and nobody else learns that it is there.
    pub const fn is_confidential(self) -> bool {
        matches!(self, Self::Wrongdoing)
    }
}
