//! A message that a caller left becomes a case: with its sound, and with the moment at which it was left.

use chikaya_domain::{
    call::MessageState,
    case::MessageLeft,
    id::{AttachmentId, CaseId, DraftId},
    owner::Owner,
};
use chikaya_store::{
    Tx, attachment as files,
    call::{
        filed,
        message::{self, StoredMessage},
        recording::{self, StoredRecording},
    },
    document,
};
use serde::{Deserialize, Serialize};

use crate::{Circumstances, Trouble, staff::Officer};

/// A message that is being written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageTaken {
    /// Its recording.
    pub recording: AttachmentId,
    /// When it was left.
    pub left: MessageLeft,
}

/// A message that waits, with its recording. One that somebody else has filed or set aside meanwhile is refused.
pub(super) fn waiting(
    tx: &mut Tx<'_>,
    id: AttachmentId,
) -> Result<(StoredMessage, StoredRecording), Trouble> {
    let message = message::find(tx, id)?.ok_or(Trouble::NotFound)?;
    let recording = recording::find(tx, id)?.ok_or(Trouble::NotFound)?;
    if message.state == MessageState::Waiting && recording.erased_at.is_none() {
        Ok((message, recording))
    } else {
        Err(Trouble::NotAcceptable("error-voice-settled"))
    }
}

/// Gives the sound of a message to the draft that is filed now, so that it comes to the case with the files of the draft.
pub(crate) fn take(tx: &mut Tx<'_>, draft: DraftId, taken: &MessageTaken) -> Result<(), Trouble> {
    let (_, recording) = waiting(tx, taken.recording)?;
    let (call, draft) = (Owner::Call(recording.call), Owner::Draft(draft));
    if files::hand_over_one(tx, recording.id, call, draft)? {
        Ok(())
    } else {
        Err(Trouble::Stale)
    }
}

/// Notes that a message has become a case: its sound is kept as long as the case is, and what was written down of it before
/// stands in the case.
pub(crate) fn file(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    taken: &MessageTaken,
    case: CaseId,
) -> Result<(), Trouble> {
    let (message, recording) = waiting(tx, taken.recording)?;
    let settled = StoredMessage {
        state: MessageState::Filed,
        case: Some(case),
        settled_by: Some(officer.id),
        settled_at: Some(circumstances.now),
        ..message
    };
    if !message::settle(tx, &settled)? {
        return Err(Trouble::Stale);
    }
    recording::set_end(tx, recording.id, None)?;
    document::remove_all(tx, Owner::Call(recording.call))?;
    filed::insert(tx, recording.call, case, circumstances.at())?;
    Ok(())
}
