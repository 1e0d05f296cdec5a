//! A member of staff at work.

use chikaya_domain::{
    Language,
    access::{self, Action, Role, Standing},
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{StoreError, staff::StoredStaff};

use crate::Trouble;

/// A member of staff at work, as a session proves them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Account.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// The organisation they work for.
    pub organisation: OrganisationCode,
    /// Their unit within it.
    pub unit: Option<OrganisationCode>,
    /// Their language.
    pub language: Language,
    /// Whether the account is a marked sample.
    pub is_sample: bool,
}

impl Officer {
    /// Refuses what the officer's role does not allow where no case is concerned.
    pub(crate) fn must_be_allowed(&self, action: Action) -> Result<(), Trouble> {
        if access::allows(self.role, action, Standing::Own) {
            Ok(())
        } else {
            Err(Trouble::Forbidden)
        }
    }

    pub(super) fn of(stored: &StoredStaff) -> Result<Self, StoreError> {
        Ok(Self {
            id: stored.id,
            name: stored.name.clone(),
            role: Role::from_word(&stored.role)
                .ok_or_else(|| StoreError::unreadable("staff.role", stored.id))?,
            organisation: stored.organisation.clone(),
            unit: stored.unit.clone(),
            language: Language::from_code(&stored.language)
                .ok_or_else(|| StoreError::unreadable("staff.language", stored.id))?,
            is_sample: stored.is_sample,
        })
    }
}
