//! Invitations that wait: an administrator sees them, and withdraws those that shall not be used.

use std::fmt;

use chikaya_domain::{
    access::{Action, Role},
    id::OrganisationCode,
};
use chikaya_store::{StoreError, staff as people};
use data_encoding::HEXLOWER;
use jiff::Timestamp;

use super::Officer;
use crate::{
    Clerks, Trouble,
    audit::{self, Deed},
};

/// Invitations on a page.
const PAGE: usize = 50;

/// What names an invitation: the digest of the word in its link, which opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvitationId([u8; 32]);

impl InvitationId {
    /// Reads it as it stands in an address; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        HEXLOWER
            .decode(text.as_bytes())
            .ok()?
            .try_into()
            .ok()
            .map(Self)
    }
}

impl fmt::Display for InvitationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&HEXLOWER.encode(&self.0))
    }
}

/// An invitation that can still be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingInvitation {
    /// What names it.
    pub id: InvitationId,
    /// The address it was sent to.
    pub email: String,
    /// The name of whom it invites.
    pub name: Option<String>,
    /// The role it gives.
    pub role: Role,
    /// The organisation.
    pub organisation: OrganisationCode,
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationPage {
    /// Invitations, those that end first before others.
    pub invitations: Vec<WaitingInvitation>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Clerks {
    /// Invitations that can still be used, after a place that a page named.
    pub async fn waiting_invitations(
        &self,
        officer: Officer,
        after: Option<String>,
    ) -> Result<InvitationPage, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        self.read(move |tx, circumstances| {
            // What ended before now is over, wherever the page before ended.
            let over = (circumstances.at() - 1, vec![u8::MAX; 32]);
            let begin = after
                .as_deref()
                .and_then(place)
                .unwrap_or_default()
                .max(over);
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let mut found = people::waiting_invitations(tx, (begin.0, &begin.1), limit)?;
            let has_more = found.len() > PAGE;
            found.truncate(PAGE);
            let mut invitations = Vec::with_capacity(found.len());
            for (digest, stored) in found {
                let digest = <[u8; 32]>::try_from(digest)
                    .map_err(|_| StoreError::corrupt("invitation.token_hash"))?;
                let id = InvitationId(digest);
                let unreadable = |column: &str| StoreError::unreadable(column, id);
                invitations.push(WaitingInvitation {
                    email: stored.email.unwrap_or_default(),
                    name: stored.name,
                    role: Role::from_word(&stored.role)
                        .ok_or_else(|| unreadable("invitation.role"))?,
                    organisation: stored.organisation,
                    expires_at: Timestamp::from_microsecond(stored.expires_at)
                        .map_err(|_| unreadable("invitation.expires_at"))?,
                    id,
                });
            }
            Ok(InvitationPage {
                next: invitations
                    .last()
                    .filter(|_| has_more)
                    .map(|last| format!("{}.{}", last.expires_at.as_microsecond(), last.id)),
                invitations,
            })
        })
        .await
    }

    /// Withdraws an invitation: its link leads nowhere from now on.
    pub async fn withdraw_invitation(
        &self,
        officer: Officer,
        id: InvitationId,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        self.write(move |tx, circumstances| {
            let stored = people::find_invitation(tx, &id.0)?.ok_or(Trouble::NotFound)?;
            if !people::end_invitation(tx, &id.0, circumstances.at())? {
                return Err(Trouble::NotAcceptable("error-invitation-over"));
            }
            let organisation = stored.organisation.to_string();
            let object = stored
                .staff
                .map_or_else(|| organisation.clone(), |staff| staff.to_string());
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: "invitation.withdraw",
                    object: &object,
                    organisation: Some(&organisation),
                    detail: Some(&stored.role),
                },
            )
        })
        .await
    }
}

fn place(after: &str) -> Option<(i64, Vec<u8>)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, InvitationId::parse(id)?.0.to_vec()))
}
