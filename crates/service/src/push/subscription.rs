//! Browsers that are told of a case: each says so itself, on the page of the case, and can end it there and at the account.

use chikaya_domain::id::CaseId;
use chikaya_store::{
    StoreError, Tx, account as accounts,
    case::state,
    push::{self as kept, Subscription},
};
use jiff::Timestamp;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::{
    endpoint::{PushEndpoint, Reach},
    keys::KeysOfBrowser,
    outbox::DAYS_KEPT,
};
use crate::{
    Circumstances, Clerks, Trouble,
    account::holder_of,
    token::{CasePass, Token},
};

/// Most browsers that are told of one case.
pub const BROWSERS_OF_A_CASE: usize = 10;

/// Most cases of which one browser is told.
const CASES_OF_A_BROWSER: i64 = 200;

/// Most browsers that the page of an account lists.
const OF_AN_ACCOUNT: i64 = 200;

/// A browser that is told of a case, as the page of the case shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// Identifier.
    pub id: Uuid,
    /// By which the browser knows itself again: SHA-256 of its address.
    pub digest: [u8; 32],
    /// Since when.
    pub since: Timestamp,
}

/// A browser that is told of a case of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedBrowser {
    /// The reference of the case.
    pub reference: String,
    /// Identifier.
    pub id: Uuid,
    /// Since when.
    pub since: Timestamp,
}

impl Clerks {
    /// Has a browser told of a case from now on. One that is known there gets its new keys. [`Trouble::NotAcceptable`] where
    /// as many are told as may be, or the browser is told of as many cases.
    pub async fn tell_browser(
        &self,
        pass: CasePass,
        endpoint: PushEndpoint,
        keys: KeysOfBrowser,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            let digest = endpoint.digest();
            let told = kept::of_case(tx, pass.case)?;
            let is_known = told
                .iter()
                .any(|other| other.endpoint == endpoint.url().as_str());
            if !is_known {
                let of_browser = kept::of_browser(tx, &digest, CASES_OF_A_BROWSER)?.len() as u64;
                if told.len() >= BROWSERS_OF_A_CASE
                    || of_browser >= CASES_OF_A_BROWSER.unsigned_abs()
                {
                    return Err(Trouble::NotAcceptable("error-push-too-many"));
                }
            }
            let new = new(circumstances, pass.case, &endpoint, &keys);
            Ok(kept::keep(tx, &new, &digest)?)
        })
        .await
    }

    /// Ends that a browser is told of a case; it is no error when it was not.
    pub async fn end_browser(&self, pass: CasePass, browser: Uuid) -> Result<(), Trouble> {
        self.write(move |tx, _| {
            kept::remove(tx, browser, pass.case)?;
            Ok(())
        })
        .await
    }

    /// The browsers that are told of cases of an account, newest first.
    pub async fn browsers_of_account(&self, token: Token) -> Result<Vec<TrackedBrowser>, Trouble> {
        self.read(move |tx, circumstances| {
            let holder = holder_of(tx, circumstances, &token)?;
            kept::of_holder(tx, holder, OF_AN_ACCOUNT)?
                .into_iter()
                .map(|line| {
                    Ok(TrackedBrowser {
                        since: instant(line.created_at)?,
                        reference: line.reference,
                        id: line.id,
                    })
                })
                .collect()
        })
        .await
    }

    /// Ends that a browser is told of a case of an account; one of somebody else's is not found.
    pub async fn end_browser_of_account(&self, token: Token, browser: Uuid) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let holder = holder_of(tx, circumstances, &token)?;
            let Some(found) = kept::find(tx, browser)? else {
                // Pressed twice.
                return Ok(());
            };
            let stored = state::find(tx, found.case)?.ok_or(Trouble::NotFound)?;
            let own = accounts::find_case(tx, &stored.case.reference, holder)?;
            if own != Some(found.case) {
                return Err(Trouble::NotFound);
            }
            kept::remove(tx, browser, found.case)?;
            Ok(())
        })
        .await
    }

    /// A browser has a new address, as happens now and then: it is told there of all it was told of. Who asks shows the old
    /// address and the secret that went with it, which nobody else has; a browser that is not known is
    /// [`Trouble::NotFound`].
    pub async fn browser_moved(
        &self,
        old: (PushEndpoint, [u8; 16]),
        endpoint: PushEndpoint,
        keys: KeysOfBrowser,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let (from, secret) = &old;
            let from = from.digest();
            let told = kept::of_browser(tx, &from, CASES_OF_A_BROWSER)?;
            let is_theirs = |known: &Subscription| known.auth_secret.ct_eq(secret).into();
            if !told.iter().any(is_theirs) {
                return Err(Trouble::NotFound);
            }
            let to = endpoint.digest();
            for known in told {
                let new = new(circumstances, known.case, &endpoint, &keys);
                kept::keep(tx, &new, &to)?;
            }
            if from != to {
                kept::remove_browser(tx, &from)?;
            }
            Ok(())
        })
        .await
    }
}

/// The browsers that are told of a case, oldest first.
pub(crate) fn browsers_told(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Browser>, Trouble> {
    kept::of_case(tx, case)?.iter().map(shown).collect()
}

fn new(
    circumstances: &Circumstances<'_>,
    case: CaseId,
    endpoint: &PushEndpoint,
    keys: &KeysOfBrowser,
) -> Subscription {
    Subscription {
        id: circumstances.uuid(),
        case,
        endpoint: endpoint.url().as_str().to_owned(),
        public_key: keys.public_key().to_vec(),
        auth_secret: keys.auth_secret().to_vec(),
        created_at: circumstances.at(),
        expires_at: circumstances.at_in_days(DAYS_KEPT),
    }
}

fn shown(kept: &Subscription) -> Result<Browser, Trouble> {
    // It was judged when it was kept.
    let endpoint = PushEndpoint::parse(&kept.endpoint, Reach::Anywhere)
        .map_err(|_| StoreError::unreadable("push_subscription.endpoint", kept.id))?;
    Ok(Browser {
        id: kept.id,
        digest: endpoint.digest(),
        since: instant(kept.created_at)?,
    })
}

fn instant(at: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(at).map_err(|_| StoreError::corrupt("push_subscription.created_at"))
}
