//! The mailbox page of an instance without a mail server: messages are kept there instead of going anywhere.

use chikaya_store::{StoreError, Tx, message::mailbox as stored};
use uuid::Uuid;

use crate::{Clerks, Trouble};

/// Messages on the page at most.
const SHOWN: i64 = 100;

/// A message as it was delivered, worded and whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Delivered {
    /// Identifier: that of the job that delivered it, so that a retry doubles nothing.
    pub id: Uuid,
    /// To whom.
    pub recipient: String,
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// Code of its language.
    pub language: String,
    /// When, microseconds since the epoch.
    pub at: i64,
}

impl From<stored::Delivered> for Delivered {
    fn from(kept: stored::Delivered) -> Self {
        Self {
            id: kept.id,
            recipient: kept.recipient,
            subject: kept.subject,
            text: kept.text,
            html: kept.html,
            language: kept.language,
            at: kept.at,
        }
    }
}

impl Clerks {
    /// Puts a message on the mailbox page.
    pub async fn deliver_to_mailbox(&self, message: Delivered) -> Result<(), Trouble> {
        self.write(move |tx, _| Ok(keep(tx, &message)?)).await
    }

    /// The newest messages of the mailbox page.
    pub async fn mailbox(&self) -> Result<Vec<Delivered>, Trouble> {
        self.read(|tx, _| {
            let kept = stored::newest(tx, SHOWN)?;
            Ok(kept.into_iter().map(Delivered::from).collect())
        })
        .await
    }

    /// A message of the mailbox page.
    pub async fn mailbox_message(&self, id: Uuid) -> Result<Delivered, Trouble> {
        self.read(move |tx, _| {
            let kept = stored::find(tx, id)?.ok_or(Trouble::NotFound)?;
            Ok(kept.into())
        })
        .await
    }
}

/// Keeps a message on the page, once.
pub(super) fn keep(tx: &mut Tx<'_>, message: &Delivered) -> Result<(), StoreError> {
    let message = message.clone();
    stored::insert(
        tx,
        &stored::Delivered {
            id: message.id,
            recipient: message.recipient,
            subject: message.subject,
            text: message.text,
            html: message.html,
            language: message.language,
            at: message.at,
        },
    )
}
