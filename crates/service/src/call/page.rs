//! One call, for those who may see it: what it was, what was recorded of it, which cases it led to.

use chikaya_domain::{
    access::Action,
    call::{Consent, RecordingKind},
    id::{AttachmentId, CallId, CaseId},
    owner::Owner,
    reference::Reference,
};
use chikaya_store::{
    StoreError, Tx, attachment as files,
    call::{
        caller, consent, filed,
        recording::{self, StoredRecording},
        state,
    },
    case::state as cases,
    staff::named,
};
use jiff::Timestamp;

use super::{
    erase::OF_CALL,
    history::{CallLine, line_of},
    seen::{is_seen_by, seen_by},
};
use crate::{
    Clerks, Trouble,
    attachment::{Attachment, Sound},
    audit::{self, Deed},
    named::called,
    staff::Officer,
};

/// Answers about recording shown, and cases of one call.
const SHOWN: i64 = 50;

/// A call, with what belongs to it.
#[derive(Clone, Debug)]
pub struct CallSheet {
    /// As the history shows it.
    pub line: CallLine,
    /// What was noted; nothing once it was forgotten.
    pub notes: String,
    /// What the caller said to being recorded, the first before the others.
    pub consents: Vec<ConsentLine>,
    /// What was recorded, the first before the others.
    pub recordings: Vec<RecordingLine>,
    /// Cases that were filed in it.
    pub filed: Vec<Reference>,
    /// Cases that the caller has proven to be theirs.
    pub opened: Vec<Reference>,
}

/// What a caller said once to being recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentLine {
    /// What.
    pub consent: Consent,
    /// When.
    pub at: Timestamp,
    /// Who wrote it down, by name; nobody where the caller pressed a key.
    pub by: Option<String>,
}

/// A recording, without its sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordingLine {
    /// Its identifier.
    pub id: AttachmentId,
    /// What it is.
    pub kind: RecordingKind,
    /// How long it is, in seconds.
    pub seconds: i64,
    /// When it ended.
    pub at: Timestamp,
    /// Until when it is kept; none where it is kept as long as something else.
    pub ends_at: Option<Timestamp>,
    /// When it was erased.
    pub erased_at: Option<Timestamp>,
}

impl From<StoredRecording> for RecordingLine {
    fn from(stored: StoredRecording) -> Self {
        Self {
            id: stored.id,
            kind: stored.kind,
            seconds: stored.seconds,
            at: stored.at,
            ends_at: stored.ends_at,
            erased_at: stored.erased_at,
        }
    }
}

/// A call that led to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallOfCase {
    /// The call.
    pub call: CallId,
    /// When it came.
    pub came_at: Timestamp,
    /// Who took it, by name.
    pub agent: Option<String>,
    /// Whether the case was filed in it; else its filer has proven in it that it is theirs.
    pub is_filing: bool,
    /// What was recorded of it; what became the case itself is a file of the case.
    pub recordings: Vec<RecordingLine>,
    /// Whether whoever looks may see the call too.
    pub may_open: bool,
}

impl Clerks {
    /// The sheet of a call: for the agent who took it, and for whoever leads the call centre.
    pub async fn call_sheet(&self, officer: Officer, call: CallId) -> Result<CallSheet, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.read(move |tx, circumstances| {
            let stored = seen_by(tx, &officer, call)?;
            let mut consents = Vec::new();
            for said in consent::list(tx, call, SHOWN)? {
                let by = match said.staff {
                    Some(staff) => named::find(tx, staff)?.map(|it| called(&it)),
                    None => None,
                };
                consents.push(ConsentLine {
                    consent: said.consent,
                    at: said.at,
                    by,
                });
            }
            let recordings = recording::list(tx, call, OF_CALL)?;
            let filed = filed::cases(tx, call, SHOWN)?;
            let opened = state::cases(tx, call, SHOWN)?;
            Ok(CallSheet {
                notes: caller::find(tx, call)?.unwrap_or_default().notes,
                line: line_of(tx, circumstances, &stored)?,
                consents,
                recordings: recordings.into_iter().map(RecordingLine::from).collect(),
                filed: references(tx, filed)?,
                opened: references(tx, opened)?,
            })
        })
        .await
    }

    /// What was recorded of a call, for those who may see the call. Each time stands on the audit trail.
    pub async fn sound_of_call(
        &self,
        officer: Officer,
        call: CallId,
        sound: AttachmentId,
    ) -> Result<Sound, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let file = self
            .write(move |tx, circumstances| {
                seen_by(tx, &officer, call)?;
                let file = sound_in(tx, call, sound)?.ok_or(Trouble::NotFound)?;
                let deed = Deed {
                    action: "sound.hear",
                    object: &sound.to_string(),
                    organisation: Some(officer.organisation.as_str()),
                    detail: Some(&format!("call {call}")),
                };
                audit::note(tx, circumstances, &officer, deed)?;
                Ok(file)
            })
            .await?;
        Ok(Sound::new(file, self.blobs().clone()))
    }
}

/// The file of a recording of a call, while it is the call's.
pub(super) fn sound_in(
    tx: &mut Tx<'_>,
    call: CallId,
    sound: AttachmentId,
) -> Result<Option<Attachment>, Trouble> {
    let found = files::list(tx, Owner::Call(call))?;
    Ok(found
        .into_iter()
        .find(|file| file.id == sound)
        .map(Attachment::from))
}

/// Says that [`of_case`] will be asked.
pub(crate) fn announce_of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    filed::announce_calls(tx, case, SHOWN)
}

/// The calls that led to a case, those in which it was filed first.
pub(crate) fn of_case(
    tx: &mut Tx<'_>,
    officer: &Officer,
    case: CaseId,
) -> Result<Vec<CallOfCase>, Trouble> {
    let mut calls = Vec::new();
    for (call, is_filing) in joined(tx, case)? {
        let Some(stored) = state::find(tx, call)? else {
            continue;
        };
        let agent = match stored.call.agent {
            Some(agent) => named::find(tx, agent)?.map(|it| called(&it)),
            None => None,
        };
        let recordings = recording::list(tx, call, OF_CALL)?;
        calls.push(CallOfCase {
            call,
            came_at: stored.call.came_at,
            agent,
            is_filing,
            recordings: recordings
                .into_iter()
                .filter(|found| found.kind == RecordingKind::Talk)
                .map(RecordingLine::from)
                .collect(),
            may_open: officer.must_be_allowed(Action::TakeCalls).is_ok()
                && is_seen_by(tx, officer, call)?,
        });
    }
    Ok(calls)
}

/// What was recorded of a call that led to a case.
pub(crate) fn talk_of_case(
    tx: &mut Tx<'_>,
    case: CaseId,
    sound: AttachmentId,
) -> Result<Attachment, Trouble> {
    let found = recording::find(tx, sound)?.filter(|found| found.kind == RecordingKind::Talk);
    let found = found.ok_or(Trouble::NotFound)?;
    let leads_here = joined(tx, case)?
        .iter()
        .any(|(call, _)| *call == found.call);
    if !leads_here {
        return Err(Trouble::NotFound);
    }
    sound_in(tx, found.call, sound)?.ok_or(Trouble::NotFound)
}

/// The calls that a case was filed in, or proven in.
fn joined(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<(CallId, bool)>, Trouble> {
    let mut calls = Vec::new();
    for found in filed::calls(tx, case, SHOWN)? {
        if !calls.iter().any(|(known, _)| *known == found.call) {
            calls.push((found.call, found.is_filing));
        }
    }
    Ok(calls)
}

fn references(tx: &mut Tx<'_>, ids: Vec<CaseId>) -> Result<Vec<Reference>, Trouble> {
    let mut references = Vec::new();
    for id in ids {
        if let Some(found) = cases::find(tx, id)? {
            references.push(found.case.reference);
        }
    }
    Ok(references)
}
