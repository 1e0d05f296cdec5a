//! A member of staff at work.

use chikaya_domain::{
    Language,
    access::{self, Action, Role, Standing},
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{StoreError, staff::StoredStaff};
use jiff::{SignedDuration, Timestamp};

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
    /// When they showed who they are, by password.
    pub proven_at: Timestamp,
}

/// How long after signing in others’ accounts can be changed, in minutes: a desk that is left open makes no
/// administrators.
pub const PROVEN_MINUTES: i64 = 15;

impl Officer {
    /// Refuses what the officer's role does not allow where no case is concerned.
    pub(crate) fn must_be_allowed(&self, action: Action) -> Result<(), Trouble> {
        if access::allows(self.role, action, Standing::Own) {
            Ok(())
        } else {
            Err(Trouble::Forbidden)
        }
    }

    /// Whether they showed lately who they are, as acts upon others’ accounts ask for.
    pub fn is_proven(&self, now: Timestamp) -> bool {
        now.duration_since(self.proven_at) <= SignedDuration::from_mins(PROVEN_MINUTES)
    }

    /// Refuses what asks for a proof of lately.
    pub(super) fn must_be_proven(&self, now: Timestamp) -> Result<(), Trouble> {
        if self.is_proven(now) {
            Ok(())
        } else {
            Err(Trouble::ProveAgain)
        }
    }

    /// Whose account this is, for what is told to them beside any session: they proved nothing lately.
    pub(crate) fn of_account(stored: &StoredStaff) -> Result<Self, StoreError> {
        Self::of(stored, 0)
    }

    /// Whose account this is, in a session that began at an instant, in microseconds since the epoch.
    pub(super) fn of(stored: &StoredStaff, proven_at: i64) -> Result<Self, StoreError> {
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
            proven_at: Timestamp::from_microsecond(proven_at)
                .map_err(|_| StoreError::unreadable("session.created_at", stored.id))?,
        })
    }
}
