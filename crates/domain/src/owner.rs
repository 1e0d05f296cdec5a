//! For whose eyes a file is.

use crate::word::word_enum;

word_enum! {
    /// For whose eyes a file is.
    Audience {
        /// The filer sees it, as the desk does.
        Filer => "filer",
        /// Colleagues alone: the filer neither sees it nor learns of it.
        Colleagues => "colleagues",
    }
}

impl Audience {
    /// Whether the filer sees it. Files of events written before there was a choice were all shown.
    pub const fn is_filer(self) -> bool {
        matches!(self, Self::Filer)
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks it of a reference"
    )]
    pub(crate) const fn goes_without_saying(&self) -> bool {
        self.is_filer()
    }

    pub(crate) const fn before_there_was_a_choice() -> Self {
        Self::Filer
    }
}
