//! Erasing what was recorded: when its time is over, and when its caller does not agree any more.

use chikaya_domain::{
    call::RecordingKind,
    id::{AttachmentId, CallId},
    owner::Owner,
};
use chikaya_store::{
    Tx, attachment as files,
    call::recording::{self, StoredRecording},
    document,
};

use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
};

/// Recordings of one call at most.
pub(super) const OF_CALL: i64 = 20;

/// Recordings erased in one round at most.
const ROUND: i64 = 100;

impl Clerks {
    /// Erases sounds whose time is over, with what was written down of them, some at a time; answers how many. The bytes go
    /// last: should that break off, nobody can reach them any more.
    pub async fn erase_recordings(&self) -> Result<u64, Trouble> {
        let ended = self
            .read(|tx, circumstances| Ok(recording::ending(tx, circumstances.at(), ROUND)?))
            .await?;
        let mut erased = 0;
        for ended in ended {
            let is_erased = self
                .write(move |tx, circumstances| {
                    // Somebody may have put it back since it was found.
                    let still = recording::find(tx, ended.id)?
                        .filter(|found| found.ends_at.is_some_and(|end| end < circumstances.now));
                    match still {
                        Some(found) => erase(tx, circumstances, &found),
                        None => Ok(false),
                    }
                })
                .await?;
            if is_erased {
                erased += 1;
                self.blobs().delete(ended.id.as_uuid()).await?;
            }
        }
        Ok(erased)
    }

    /// Deletes the bytes of files that nobody has any more.
    pub(super) async fn delete_sounds(&self, sounds: Vec<AttachmentId>) -> Result<(), Trouble> {
        for sound in sounds {
            self.blobs().delete(sound.as_uuid()).await?;
        }
        Ok(())
    }
}

/// Erases every talk that was recorded of a call; answers the files whose bytes are to be deleted.
pub(super) fn erase_talks(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    call: CallId,
) -> Result<Vec<AttachmentId>, Trouble> {
    let mut erased = Vec::new();
    for found in recording::list(tx, call, OF_CALL)? {
        if found.kind == RecordingKind::Talk && erase(tx, circumstances, &found)? {
            erased.push(found.id);
        }
    }
    Ok(erased)
}

/// Erases a sound and what was written down of it; answers whether it was there. The trail says so.
fn erase(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    found: &StoredRecording,
) -> Result<bool, Trouble> {
    if !recording::erase(tx, found.id, circumstances.at())? {
        return Ok(false);
    }
    let owner = Owner::Call(found.call);
    files::remove(tx, owner, found.id)?;
    if found.kind == RecordingKind::Message {
        document::remove_all(tx, owner)?;
    }
    let deed = Deed {
        action: "sound.erase",
        object: &found.id.to_string(),
        organisation: None,
        detail: Some(&format!("call {}", found.call)),
    };
    audit::note_of(tx, circumstances, None, deed)?;
    Ok(true)
}
