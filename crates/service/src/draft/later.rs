//! Keeping for later: a code by which the filer finds the draft again from anywhere, and the end of its link on a computer
//! that others use too.
//!
//! The code is derived from the draft's identifier under the house key, so that it can be shown again, and kept only as a
//! keyed digest. Beside it lies the word of the draft's link, combined with a keystream that only code and house key
//! together make: a stolen database opens nothing. When the draft is sent, both are gone.

use chikaya_domain::{Language, id::DraftId, person::Contact, reference::DraftCode};
use chikaya_store::{Tx, draft as drafts};
use jiff::Timestamp;

use super::{filing::TypedFiling, kept::find, written::Written as _};
use crate::{
    Circumstances, Clerks, Trouble,
    message::{
        contact::{self, Sending},
        order::{self, Order},
    },
    seam::Key,
    token::{TOKEN_BYTES, Token},
};

/// What someone needs who comes back later.
#[derive(Clone, Debug)]
pub struct KeptForLater {
    /// The code that opens the draft.
    pub code: DraftCode,
    /// Until when the draft is kept, if nothing more is written in it.
    pub until: Timestamp,
}

impl Clerks {
    /// Lets a draft be found by a code. Asked again, it answers with the same one.
    pub async fn keep_for_later(&self, token: Token) -> Result<KeptForLater, Trouble> {
        self.write(move |tx, circumstances| keep(tx, circumstances, &token).map(|(_, kept)| kept))
            .await
    }

    /// The link of the draft that has a code. A code of none, of one that was sent and of one whose time is over cost the
    /// same and are answered alike.
    pub async fn draft_with_code(&self, code: DraftCode) -> Result<Option<Token>, Trouble> {
        self.read(move |tx, circumstances| {
            let key = circumstances.key;
            let Some(coded) = drafts::find_by_code(tx, &code_digest(&code, key))? else {
                return Ok(None);
            };
            let is_open = coded.kind == TypedFiling::KIND && coded.expires_at >= circumstances.at();
            let token = coded
                .code_seal
                .as_deref()
                .and_then(|seal| unsealed(seal, &code, key))
                .filter(|token| is_open && token.digest()[..] == coded.token_hash[..]);
            Ok(token)
        })
        .await
    }

    /// Sends code and address to somebody, within the limits on codes: for the address, and for the draft.
    pub async fn send_draft_code(
        &self,
        token: Token,
        to: Contact,
        language: Language,
    ) -> Result<Sending, Trouble> {
        self.write(move |tx, circumstances| {
            let (draft, _) = keep(tx, circumstances, &token)?;
            let sending = contact::may_send_code_of_draft(tx, circumstances, draft, &to)?;
            if sending == Sending::Sent {
                let order = Order::DraftCode {
                    draft,
                    to: to.clone(),
                    language,
                };
                order::push(tx, circumstances, &order)?;
            }
            Ok(sending)
        })
        .await
    }

    /// Ends the link of a draft, which stands in what a browser remembers: the code opens it under another one. A draft
    /// without a code keeps its link, else nobody would find it again.
    pub async fn end_draft_link(&self, token: Token) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let stored = find(tx, circumstances, TypedFiling::KIND, &token)?;
            if stored.filed_as.is_some() || !stored.has_code {
                return Ok(());
            }
            let fresh = Token::draw(circumstances.identifiers);
            let code = code_of(stored.id, circumstances.key);
            let seal = sealed(&fresh, &code, circumstances.key).ok_or(Trouble::NotFound)?;
            let hash = fresh.digest();
            if !drafts::renew(tx, stored.id, &hash, &seal)? {
                return Err(Trouble::Stale);
            }
            Ok(())
        })
        .await
    }
}

/// The verb: see [`Clerks::keep_for_later`].
fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<(DraftId, KeptForLater), Trouble> {
    let stored = find(tx, circumstances, TypedFiling::KIND, token)?;
    if stored.filed_as.is_some() {
        return Err(Trouble::Stale);
    }
    let code = code_of(stored.id, circumstances.key);
    if !stored.has_code {
        let seal = sealed(token, &code, circumstances.key).ok_or(Trouble::NotFound)?;
        let coded = drafts::Code {
            hash: &code_digest(&code, circumstances.key),
            seal: &seal,
        };
        if !drafts::set_code(tx, stored.id, coded)? {
            return Err(Trouble::Stale);
        }
    }
    let until = super::kept::moment(stored.id, stored.expires_at)?;
    Ok((stored.id, KeptForLater { code, until }))
}

/// Lets a draft that was begun for somebody be found by its code; answers the draft.
pub(crate) fn keep_as_begun(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<DraftId, Trouble> {
    keep(tx, circumstances, token).map(|(draft, _)| draft)
}

/// The code of a draft.
pub(crate) fn code_of(draft: DraftId, key: &Key) -> DraftCode {
    let digest = key.digest("draft code", &[draft.as_uuid().as_bytes()]);
    let mut bits = [0; 8];
    bits.copy_from_slice(&digest[..8]);
    DraftCode::draw(u64::from_be_bytes(bits))
}

/// Until when a draft can be found by its code; nothing when it was sent, or its time is over.
pub(crate) fn kept_until(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    draft: DraftId,
) -> Result<Option<Timestamp>, Trouble> {
    drafts::expiry(tx, draft, circumstances.at())?
        .map(|expiry| super::kept::moment(draft, expiry))
        .transpose()
}

fn code_digest(code: &DraftCode, key: &Key) -> [u8; 32] {
    key.digest("draft code digest", &[code.signs().as_bytes()])
}

/// A token combined with what only the code and the house key make. A code belongs to one draft; when its token changes,
/// the combination is of two random tokens, and tells neither.
fn sealed(token: &Token, code: &DraftCode, key: &Key) -> Option<[u8; TOKEN_BYTES]> {
    let mut bytes = token.bytes()?;
    let stream = key.digest("draft code seal", &[code.signs().as_bytes()]);
    for (byte, secret) in bytes.iter_mut().zip(stream) {
        *byte ^= secret;
    }
    Some(bytes)
}

/// The token that was combined with a code.
fn unsealed(seal: &[u8], code: &DraftCode, key: &Key) -> Option<Token> {
    let combined = Token::of_bytes(seal.try_into().ok()?);
    Some(Token::of_bytes(sealed(&combined, code, key)?))
}
