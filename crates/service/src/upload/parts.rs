//! Parts of a file: each is kept before it counts, and what came of one that broke off counts too.

use bytes::Bytes;
use chikaya_store::upload::{self as kept, Part, StoredUpload};
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};
use thiserror::Error;
use uuid::Uuid;

use super::standing::{UploadStanding, UploadState, find};
use crate::{
    Clerks, Trouble,
    attachment::{Destination, FileRefusal},
    draft::filing::TypedFiling,
    token::Token,
};

/// Most parts of one file: whoever sends less at a time than some kilobytes begins anew with more.
pub const PARTS_AT_MOST: usize = 2_000;

/// Why a part was not taken.
#[derive(Debug, Error)]
pub enum PartRefusal {
    /// As much came as is said here, and another place was named.
    #[error("the next part begins at byte {0}")]
    Elsewhere(u64),
    /// It is longer than what is left of the file.
    #[error("longer than the file was said to be")]
    TooLong,
    /// The file came in as many parts as may be.
    #[error("too many parts")]
    TooMany,
    /// The file is whole, and was refused.
    #[error(transparent)]
    File(#[from] FileRefusal),
}

impl From<Trouble> for PartRefusal {
    fn from(trouble: Trouble) -> Self {
        Self::File(FileRefusal::Trouble(trouble))
    }
}

impl Clerks {
    /// How a file on its way stands. One that is whole and was not looked at, because the portal was stopped in between, is
    /// looked at now.
    pub async fn upload_standing(
        &self,
        token: Token,
        id: Uuid,
    ) -> Result<UploadStanding, FileRefusal> {
        let stored = self.upload(token.clone(), id).await?;
        let standing = UploadStanding::of(&stored).map_err(Trouble::from)?;
        if standing.state == UploadState::Open && standing.is_whole() {
            return self.finish_upload(token, stored).await;
        }
        Ok(standing)
    }

    /// Adds the next part of a file at a place, in bytes. Whatever came of it counts, though it broke off. With the last one
    /// the file passes the gate, or not.
    pub async fn add_part<E>(
        &self,
        token: Token,
        id: Uuid,
        place: u64,
        bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
    ) -> Result<UploadStanding, PartRefusal> {
        let stored = self.upload(token.clone(), id).await?;
        let standing = UploadStanding::of(&stored).map_err(Trouble::from)?;
        if place != standing.received || standing.state != UploadState::Open {
            return Err(PartRefusal::Elsewhere(standing.received));
        }
        if !standing.is_whole() {
            let came = self.keep_part(id, &standing, bytes).await?;
            if !came {
                return Ok(standing);
            }
        }
        let stored = self.upload(token.clone(), id).await?;
        let standing = UploadStanding::of(&stored).map_err(Trouble::from)?;
        if standing.state == UploadState::Open && standing.is_whole() {
            return Ok(self.finish_upload(token, stored).await?);
        }
        Ok(standing)
    }

    async fn upload(&self, token: Token, id: Uuid) -> Result<StoredUpload, Trouble> {
        self.read(move |tx, circumstances| find(tx, circumstances, &token, id))
            .await
    }

    /// Keeps what comes as the next part; answers whether anything came. Its bytes are safe before it counts.
    async fn keep_part<E>(
        &self,
        upload: Uuid,
        standing: &UploadStanding,
        bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
    ) -> Result<bool, PartRefusal> {
        let parts = self.read(move |tx, _| Ok(kept::parts(tx, upload)?)).await?;
        if parts.len() >= PARTS_AT_MOST {
            return Err(PartRefusal::TooMany);
        }
        let id = self.identifiers().uuid(self.now());
        let left = standing.bytes - standing.received;
        let stored = {
            let _place = self.pictures_memory().upload().await;
            // What breaks off ends here: what came before is worth keeping.
            let came = bytes.take_while(|piece| std::future::ready(piece.is_ok()));
            let came = came.map(|piece| piece.map_err(|_| "broken off"));
            self.blobs().put(id, came, left).await
        };
        let stored = match stored {
            Ok(stored) => stored,
            Err(chikaya_store::BlobError::TooLarge { .. }) => return Err(PartRefusal::TooLong),
            Err(error) => return Err(Trouble::from(error).into()),
        };
        let position = i64::try_from(standing.received).unwrap_or(i64::MAX);
        let length = i64::try_from(stored.bytes).unwrap_or(i64::MAX);
        let counted = if length == 0 {
            Ok(false)
        } else {
            self.write(move |tx, circumstances| {
                let part = Part {
                    id,
                    position,
                    bytes: length,
                };
                let until = circumstances.at_in_days(super::standing::KEPT_DAYS);
                Ok(kept::add_part(tx, upload, &part, until)?)
            })
            .await
        };
        if !matches!(counted, Ok(true)) {
            self.blobs().delete(id).await.map_err(Trouble::from)?;
        }
        if counted? || length == 0 {
            return Ok(length > 0);
        }
        // Another request was faster by a moment.
        let now = self
            .read(move |tx, _| kept::find(tx, upload)?.ok_or(Trouble::NotFound))
            .await?;
        let received = u64::try_from(now.received).unwrap_or(0);
        Err(PartRefusal::Elsewhere(received))
    }

    /// Puts a file that is whole through the gate, and notes what became of it. A fault that is none of the file leaves it as
    /// it is: it is tried again when somebody asks how it stands.
    async fn finish_upload(
        &self,
        token: Token,
        stored: StoredUpload,
    ) -> Result<UploadStanding, FileRefusal> {
        let id = stored.id;
        let parts = self.read(move |tx, _| Ok(kept::parts(tx, id)?)).await?;
        let blobs = self.blobs().clone();
        let pieces = stream::iter(parts.clone())
            .then(move |part| {
                let blobs = blobs.clone();
                async move { blobs.read(part.id).await.map(|(_, pieces)| pieces) }
            })
            .try_flatten()
            .boxed();
        let destination = Destination::draft::<TypedFiling>(token.clone());
        let refused = match self.attach(destination, &stored.name, pieces).await {
            Ok(_) => None,
            Err(refusal) => match refusal.key() {
                // There may be room when another one was taken away, and what looks at files may answer.
                None | Some("error-files-too-many" | "error-file-unchecked") => {
                    return Err(refusal);
                }
                Some(_) => Some(refusal),
            },
        };
        let key = refused.as_ref().and_then(FileRefusal::key);
        let state = if key.is_some() { "refused" } else { "taken" };
        let now = self
            .write(move |tx, circumstances| {
                kept::settle(tx, id, state, key)?;
                find(tx, circumstances, &token, id)
            })
            .await?;
        for part in parts {
            self.blobs().delete(part.id).await.map_err(Trouble::from)?;
        }
        if let Some(refusal) = refused {
            return Err(refusal);
        }
        Ok(UploadStanding::of(&now).map_err(Trouble::from)?)
    }
}
