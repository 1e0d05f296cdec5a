//! How a file on its way stands: announced, grown, taken or refused; and forgotten when nothing comes any more.

use chikaya_domain::{id::DraftId, text::line};
use chikaya_store::{
    StoreError, Tx,
    upload::{self as kept, StoredUpload},
};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

use crate::{
    Circumstances, Clerks, Trouble,
    attachment::{Destination, FILE_LIMIT, FileRefusal},
    draft::{self, Written as _, filing::TypedFiling},
    token::Token,
};

/// Days of 24 hours for which parts are kept after the last one came: whoever was a week without a network goes on.
pub const KEPT_DAYS: i64 = 7;

/// Most files on their way to one draft: as many as it may have, and some of which the answer was lost.
pub const UPLOADS_AT_MOST: i64 = 15;

/// Files forgotten in one round.
const ROUND: i64 = 100;

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UploadState {
    /// It is on its way.
    Open,
    /// It is with the draft.
    Taken,
    /// It passed the gate not; the key of the sentence that says why.
    Refused(String),
}

/// How a file on its way stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadStanding {
    /// Identifier.
    pub id: Uuid,
    /// Its size in bytes, as it was announced.
    pub bytes: u64,
    /// Bytes that came and are kept: they are there after the power failed.
    pub received: u64,
    /// What became of it.
    pub state: UploadState,
    /// When it is forgotten, unless more comes.
    pub expires_at: Timestamp,
}

impl UploadStanding {
    pub(super) fn of(stored: &StoredUpload) -> Result<Self, StoreError> {
        let corrupt = |what| StoreError::unreadable(what, stored.id);
        let state = match stored.state.as_str() {
            "open" => UploadState::Open,
            "taken" => UploadState::Taken,
            "refused" => UploadState::Refused(stored.refusal.clone().unwrap_or_default()),
            _ => return Err(corrupt("upload.state")),
        };
        Ok(Self {
            id: stored.id,
            bytes: u64::try_from(stored.bytes).map_err(|_| corrupt("upload.bytes"))?,
            received: u64::try_from(stored.received).map_err(|_| corrupt("upload.received"))?,
            state,
            expires_at: Timestamp::from_microsecond(stored.expires_at)
                .map_err(|_| corrupt("upload.expires_at"))?,
        })
    }

    /// Whether all of it came.
    pub const fn is_whole(&self) -> bool {
        self.received >= self.bytes
    }
}

impl Clerks {
    /// Announces a file of so many bytes for a draft, by whoever holds its link. Whether it may be put there is asked now, and
    /// again when it is whole. `own` is what its sender calls it, if it says so: announced again under that, with the same
    /// size, it is the file that was announced first, as it stands.
    pub async fn begin_upload(
        &self,
        token: Token,
        name: &str,
        bytes: u64,
        own: Option<&str>,
    ) -> Result<UploadStanding, FileRefusal> {
        if bytes == 0 {
            return Err(FileRefusal::Empty);
        }
        if bytes > FILE_LIMIT {
            return Err(FileRefusal::TooLarge);
        }
        let own = own.map(str::to_owned);
        if let Some(own) = own.clone() {
            let holder = token.clone();
            let known = self
                .read(move |tx, circumstances| announced(tx, circumstances, &holder, &own, bytes))
                .await?;
            // With ten files of a draft there is no room for one more, and this is none.
            if let Some(known) = known {
                return self.upload_standing(token, known).await;
            }
        }
        self.may_attach(Destination::draft::<TypedFiling>(token.clone()))
            .await?;
        let name = line(name);
        let begun = self
            .write(move |tx, circumstances| {
                begin(tx, circumstances, &token, &name, bytes, own.as_deref())
            })
            .await?;
        begun.ok_or(FileRefusal::TooMany)
    }

    /// Gives a file up that is on its way; it is no error when it is not there any more.
    pub async fn end_upload(&self, token: Token, id: Uuid) -> Result<(), Trouble> {
        let parts = self
            .write(move |tx, circumstances| {
                find(tx, circumstances, &token, id)?;
                let parts = kept::parts(tx, id)?;
                kept::remove(tx, id)?;
                Ok(parts)
            })
            .await?;
        for part in parts {
            self.blobs().delete(part.id).await?;
        }
        Ok(())
    }

    /// Forgets files of which nothing came for long; answers how many.
    pub async fn forget_uploads(&self) -> Result<u64, Trouble> {
        let (forgotten, parts) = self
            .write(|tx, circumstances| {
                let ended = kept::ended(tx, circumstances.at(), ROUND)?;
                let mut parts = Vec::new();
                for &upload in &ended {
                    parts.extend(kept::parts(tx, upload)?);
                    kept::remove(tx, upload)?;
                }
                Ok((ended.len() as u64, parts))
            })
            .await?;
        for part in parts {
            self.blobs().delete(part.id).await?;
        }
        Ok(forgotten)
    }
}

/// Announces a file; nothing when as many are on their way as may be.
fn begin(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    name: &str,
    bytes: u64,
    own: Option<&str>,
) -> Result<Option<UploadStanding>, Trouble> {
    let draft = draft::find(tx, circumstances, TypedFiling::KIND, token)?.id;
    let id = own.map_or_else(|| circumstances.uuid(), |own| named(draft, own, bytes));
    // Two tabs may announce it at the same moment.
    if own.is_some()
        && let Some(known) = kept::find(tx, id)?
    {
        return Ok(Some(UploadStanding::of(&known)?));
    }
    if kept::open_of_draft(tx, draft, UPLOADS_AT_MOST)? >= UPLOADS_AT_MOST {
        return Ok(None);
    }
    let stored = StoredUpload {
        id,
        draft,
        name: name.to_owned(),
        bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        received: 0,
        state: "open".to_owned(),
        refusal: None,
        expires_at: circumstances.at_in_days(KEPT_DAYS),
    };
    kept::insert(tx, &stored, circumstances.at())?;
    Ok(Some(UploadStanding::of(&stored)?))
}

/// The identifier of a file of a draft that its sender names: the same each time. It opens nothing without the draft’s word.
fn named(draft: DraftId, own: &str, bytes: u64) -> Uuid {
    let mut told = Sha256::new();
    told.update(draft.as_uuid().as_bytes());
    told.update(bytes.to_be_bytes());
    told.update(own.as_bytes());
    let digest: [u8; 32] = told.finalize().into();
    let mut half = [0; 16];
    half.copy_from_slice(&digest[..16]);
    Builder::from_custom_bytes(half).into_uuid()
}

/// The file that was announced under a name of its sender’s own, if it was.
fn announced(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    own: &str,
    bytes: u64,
) -> Result<Option<Uuid>, Trouble> {
    let draft = draft::find(tx, circumstances, TypedFiling::KIND, token)?.id;
    let known = kept::find(tx, named(draft, own, bytes))?
        .filter(|stored| stored.expires_at >= circumstances.at());
    Ok(known.map(|stored| stored.id))
}

/// A file on its way to a draft, for whoever holds the link of the draft.
pub(super) fn find(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    id: Uuid,
) -> Result<StoredUpload, Trouble> {
    let draft = draft::find(tx, circumstances, TypedFiling::KIND, token)?;
    kept::find(tx, id)?
        .filter(|stored| stored.draft == draft.id && stored.expires_at >= circumstances.at())
        .ok_or(Trouble::NotFound)
}
