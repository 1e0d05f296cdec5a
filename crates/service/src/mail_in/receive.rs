//! A mail comes: the whole of it is kept before its server is told so, once however often it is delivered.

use bytes::Bytes;
use chikaya_domain::{
    id::{AttachmentId, MailId},
    owner::{Audience, Owner},
};
use chikaya_store::{BlobError, attachment, mail_in};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::header;
use crate::{
    Clerks, Trouble,
    record::bind,
    seam::{Key, by_hand},
};

/// Largest mail, in bytes: one file of 25 MB as mails write it, and some words.
pub const MAIL_LIMIT: u64 = 40_000_000;

/// Longest address (RFC 5321: 64 signs, the @, 255), in bytes.
const ADDRESS_LIMIT: usize = 320;

/// The media type of a whole mail.
pub(super) const MEDIA_TYPE: &str = "message/rfc822";

/// What a server says of a mail before the mail. Its `Debug` shows no address.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Where it is returned to; empty for what nobody returns.
    pub reverse_path: String,
    /// Whom it is for: one of ours.
    pub recipient: String,
}

impl std::fmt::Debug for Envelope {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Envelope(hidden)")
    }
}

/// Why a mail was not kept.
#[derive(Debug, Error)]
pub enum MailRefusal {
    /// Larger than [`MAIL_LIMIT`], or empty.
    #[error("a mail of a size that is not taken")]
    Size,
    /// An address longer than any can be.
    #[error("an address that is none")]
    Address,
    /// Something else.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<BlobError> for MailRefusal {
    fn from(error: BlobError) -> Self {
        Self::Trouble(error.into())
    }
}

impl Clerks {
    /// Keeps a mail for whoever reads it. When this answers, it is kept for good: whoever delivers it may forget it. One that
    /// is delivered again, because nobody heard the answer, is kept once.
    pub async fn receive_mail(&self, envelope: Envelope, raw: Bytes) -> Result<(), MailRefusal> {
        let length = u64::try_from(raw.len()).unwrap_or(u64::MAX);
        if length == 0 || length > MAIL_LIMIT {
            return Err(MailRefusal::Size);
        }
        if envelope.recipient.len() > ADDRESS_LIMIT || envelope.reverse_path.len() > ADDRESS_LIMIT {
            return Err(MailRefusal::Address);
        }
        let (key, recipient, whole) = (self.key().clone(), envelope.recipient.clone(), raw.clone());
        let digest = by_hand((), move || digest_of(&key, &recipient, &whole))
            .await
            .ok_or(MailRefusal::Size)?;
        let id = MailId::new(self.identifiers().uuid(self.now()));
        let kept = self.blobs().put_all(id.as_uuid(), raw).await?;
        let noted = self
            .write(move |tx, circumstances| {
                let mail = mail_in::NewMail {
                    id,
                    digest: &digest,
                    sender_hash: &sender_digest(circumstances.key, &envelope.reverse_path),
                    recipient: &envelope.recipient,
                    reverse_path: &envelope.reverse_path,
                    bytes: i64::try_from(kept.bytes).unwrap_or(i64::MAX),
                    at: circumstances.at(),
                };
                if !mail_in::insert(tx, mail)? {
                    return Ok(false);
                }
                let whole = attachment::Attachment {
                    id: AttachmentId::new(id.as_uuid()),
                    owner: Owner::Mail(id),
                    name: "mail.eml".to_owned(),
                    media_type: MEDIA_TYPE.to_owned(),
                    bytes: mail.bytes,
                    sha256: kept.sha256.to_vec(),
                    preview: false,
                    audience: Audience::Colleagues,
                };
                bind::keep_file(tx, circumstances, &whole)?;
                Ok(true)
            })
            .await;
        if !matches!(noted, Ok(true)) {
            self.blobs().delete(id.as_uuid()).await?;
        }
        noted?;
        Ok(())
    }
}

/// A keyed digest by which a mail is known when it is delivered again, by another way even: what servers on the way write
/// before it is left aside.
fn digest_of(key: &Key, recipient: &str, raw: &[u8]) -> [u8; 32] {
    let heads = header::heads(raw);
    let own = |name: &str| header::first(&heads, name).unwrap_or_default().to_owned();
    let body: [u8; 32] = Sha256::digest(header::body(raw)).into();
    let (id, date, from) = (own("message-id"), own("date"), own("from"));
    let recipient = recipient.to_lowercase();
    key.digest(
        "mail in 1",
        &[
            recipient.as_bytes(),
            id.as_bytes(),
            date.as_bytes(),
            from.as_bytes(),
            &body,
        ],
    )
}

/// A keyed digest of a sender, under which mails and answers are counted.
pub(super) fn sender_digest(key: &Key, address: &str) -> [u8; 32] {
    key.digest("mail sender 1", &[address.to_lowercase().as_bytes()])
}

impl Envelope {
    /// The envelope of a mail that lay in a box: as the server that put it there wrote it down, else as its sender did.
    /// `else_for` is whom it is for where none of ours is named; its domain is ours.
    pub fn written_in(raw: &[u8], else_for: &str) -> Self {
        let heads = header::heads(raw);
        let domain = else_for.rsplit('@').next().unwrap_or_default();
        let ours = |value: &str| {
            addresses(value).into_iter().find(|address| {
                address
                    .rsplit_once('@')
                    .is_some_and(|(_, at)| at.eq_ignore_ascii_case(domain))
            })
        };
        let named = ["delivered-to", "x-original-to", "envelope-to", "to", "cc"];
        let recipient = named.iter().find_map(|name| {
            heads
                .iter()
                .filter(|head| head.name == *name)
                .find_map(|head| ours(&head.value))
        });
        // A server that puts mails into boxes writes where they are returned to; without it nothing is known of that.
        let reverse_path = match header::first(&heads, "return-path") {
            Some(value) => value.trim_matches(['<', '>', ' ']).to_owned(),
            None => header::first(&heads, "from")
                .and_then(|value| addresses(value).into_iter().next())
                .unwrap_or_default(),
        };
        Self {
            reverse_path,
            recipient: recipient.unwrap_or_else(|| else_for.to_owned()),
        }
    }
}

/// What in a head looks like an address.
fn addresses(value: &str) -> Vec<String> {
    value
        .split([',', ';', ' ', '<', '>', '"', '(', ')', '\t'])
        .filter(|word| word.contains('@'))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_envelope_of_a_mail_in_a_box_is_as_its_server_wrote_it() {
        let read = |raw: &str| Envelope::written_in(raw.as_bytes(), "mail@portal.test");
        let delivered = read(
            "Return-Path: <f@example.org>\nDelivered-To: box@inside.test\nDelivered-To: reply+AB@Portal.test\nTo: Chikaya <reply+cd@portal.test>\n\n",
        );
        assert_eq!(delivered.recipient, "reply+AB@Portal.test");
        assert_eq!(delivered.reverse_path, "f@example.org");
        let bare =
            read("From: \"F\" <f@example.org>\nTo: <x@other.test>, reply+cd@portal.test\n\n");
        assert_eq!(bare.recipient, "reply+cd@portal.test");
        assert_eq!(bare.reverse_path, "f@example.org");
        assert_eq!(read("Return-Path: <>\n\n").reverse_path, "");
        assert_eq!(read("To: x@other.test\n\n").recipient, "mail@portal.test");
    }
}
