//! Proving contacts: a code sent to an address, and the list of one's cases for whoever lost their receipt.

use chikaya_domain::{Language, person::Contact};
use chikaya_store::{
    Tx,
    message::code::{self, StoredCode},
};
use subtle::ConstantTimeEq;

use super::outbox::{self, Order};
use crate::{Circumstances, Clerks, Trouble, seam::Key};

/// How long a code is good, in minutes.
pub const CODE_MINUTES: i64 = 30;

/// Wrong tries after which a code is dead.
pub const CODE_TRIES: i64 = 5;

/// Shortest time between two codes to one contact, in seconds.
pub const CODE_PAUSE_SECONDS: i64 = 60;

impl Clerks {
    /// Sends a code to a contact. A code sent a moment ago is not followed by another.
    pub async fn send_contact_code(
        &self,
        contact: Contact,
        language: Language,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| send(tx, circumstances, &contact, language))
            .await
    }

    /// Checks a code that someone read in their messages. Each try counts; a code works once.
    pub async fn check_contact_code(
        &self,
        contact: Contact,
        typed: String,
    ) -> Result<bool, Trouble> {
        self.write(move |tx, circumstances| check(tx, circumstances, &contact, &typed))
            .await
    }

    /// Sends the list of one's cases to a contact, if it was proven in any. Says nothing either way.
    pub async fn send_lost_receipt(
        &self,
        contact: Contact,
        language: Language,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            outbox::order(
                tx,
                circumstances,
                &Order::LostReceipt {
                    to: contact.value().to_owned(),
                    language,
                },
            )
        })
        .await
    }
}

fn send(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    contact: &Contact,
    language: Language,
) -> Result<(), Trouble> {
    let hash = contact_digest(contact, circumstances.key);
    if let Some(last) = code::newest(tx, &hash)?
        && circumstances.at() - last.created_at < CODE_PAUSE_SECONDS * 1_000_000
    {
        return Ok(());
    }
    let digits = format!("{:06}", circumstances.identifiers.number() % 1_000_000);
    code::insert(
        tx,
        &hash,
        &StoredCode {
            id: circumstances.uuid(),
            code_hash: code_digest(contact, &digits, circumstances.key).to_vec(),
            attempts: 0,
            created_at: circumstances.at(),
            expires_at: circumstances.at() + CODE_MINUTES * 60_000_000,
        },
    )?;
    outbox::order(
        tx,
        circumstances,
        &Order::ContactCode {
            to: contact.value().to_owned(),
            code: digits,
            language,
        },
    )
}

fn check(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    contact: &Contact,
    typed: &str,
) -> Result<bool, Trouble> {
    let hash = contact_digest(contact, circumstances.key);
    let Some(kept) = code::newest(tx, &hash)? else {
        return Ok(false);
    };
    if kept.attempts >= CODE_TRIES || kept.expires_at < circumstances.at() {
        return Ok(false);
    }
    code::attempt(tx, kept.id)?;
    let digits: String = typed
        .chars()
        .filter_map(|sign| sign.to_digit(10))
        .map(|digit| digit.to_string())
        .collect();
    let offered = code_digest(contact, &digits, circumstances.key);
    if !bool::from(offered.as_slice().ct_eq(&kept.code_hash)) {
        return Ok(false);
    }
    Ok(code::use_up(tx, kept.id, circumstances.at())?)
}

fn contact_digest(contact: &Contact, key: &Key) -> [u8; 32] {
    key.digest(
        "contact",
        &[contact.kind_word().as_bytes(), contact.value().as_bytes()],
    )
}

fn code_digest(contact: &Contact, digits: &str, key: &Key) -> [u8; 32] {
    key.digest(
        "contact code",
        &[contact.value().as_bytes(), digits.as_bytes()],
    )
}
