//! Owners of files and texts, and for whose eyes a file is.

use uuid::Uuid;

use crate::{
    id::{CallId, CaseId, DraftId, MailId},
    word::word_enum,
};

word_enum! {
    /// What can own files and texts.
    OwnerKind {
        /// A case.
        Case => "case",
        /// A draft, until it becomes what it is a draft of.
        Draft => "draft",
        /// A mail that came in.
        Mail => "mail",
        /// A telephone call.
        Call => "call",
    }
}

/// Whose a file or a text is. It has one owner at a time, and may be handed over to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A case.
    Case(CaseId),
    /// A draft.
    Draft(DraftId),
    /// A mail that came in, whose one file is the whole of it.
    Mail(MailId),
    /// A telephone call, whose files are what was recorded of it.
    Call(CallId),
}

impl Owner {
    /// The owner of a kind with an identifier, as the archive keeps them.
    pub const fn new(kind: OwnerKind, id: Uuid) -> Self {
        match kind {
            OwnerKind::Case => Self::Case(CaseId::new(id)),
            OwnerKind::Draft => Self::Draft(DraftId::new(id)),
            OwnerKind::Mail => Self::Mail(MailId::new(id)),
            OwnerKind::Call => Self::Call(CallId::new(id)),
        }
    }

    /// Of which kind it is.
    pub const fn kind(&self) -> OwnerKind {
        match self {
            Self::Case(_) => OwnerKind::Case,
            Self::Draft(_) => OwnerKind::Draft,
            Self::Mail(_) => OwnerKind::Mail,
            Self::Call(_) => OwnerKind::Call,
        }
    }

    /// Its identifier.
    pub const fn as_uuid(&self) -> Uuid {
        match self {
            Self::Case(id) => id.as_uuid(),
            Self::Draft(id) => id.as_uuid(),
            Self::Mail(id) => id.as_uuid(),
            Self::Call(id) => id.as_uuid(),
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_its_kind_and_its_identifier() {
        for kind in OwnerKind::ALL {
            let owner = Owner::new(*kind, Uuid::from_u128(7));
            assert_eq!((owner.kind(), owner.as_uuid()), (*kind, Uuid::from_u128(7)));
        }
    }
}
