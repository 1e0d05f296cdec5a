//! What was recorded on the telephone: fetched from the exchange by whoever speaks for it, kept once, so that it can be
//! heard under permission.

use bytes::Bytes;
use chikaya_domain::{
    Language,
    call::{CallWish, Consent, RecordingKind},
    id::{AttachmentId, CallId},
    owner::{Audience, Owner},
    person::Phone,
};
use chikaya_store::{
    BlobError, Tx,
    call::{
        message,
        recording::{self, StoredRecording},
        state::{self, StoredCall},
    },
};
use futures_util::stream;
use jiff::Timestamp;

use super::{Coming, ExternalCall};
use crate::{
    Circumstances, Clerks, Trouble,
    attachment::{FileRefusal, Taken},
    record::bind,
};

/// Largest recording, in bytes: half an hour of 8 kHz and 16 bits, and its head.
const SOUND_LIMIT: u64 = 30 << 20;

/// A sound as an exchange recorded it.
#[derive(Clone)]
pub struct Recorded {
    /// The name of the recording at the exchange, one of its own for each: kept twice under one name it is kept once.
    pub source: String,
    /// The sound, as WAV.
    pub wav: Bytes,
}

/// What became of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept, by now or before.
    Kept(AttachmentId),
    /// It is not, and will not be: the caller did not agree, or nothing can be heard on it.
    NotKept,
}

impl Clerks {
    /// What the caller of a call of an exchange has said to being recorded so far. To be asked by whoever speaks for an
    /// exchange.
    pub async fn consent_to_recording(&self, call: ExternalCall) -> Result<Consent, Trouble> {
        self.read(move |tx, _| {
            let stored = state::find_external(tx, call.exchange(), call.id())?;
            Ok(stored.map_or(Consent::NotAsked, |stored| stored.consent))
        })
        .await
    }

    /// Keeps what was recorded of a talk, for so many days, if its caller agreed. `calls` are the names that the call may have
    /// had in the queue: the talk is that of the last one that was answered. Whatever is answered, the exchange may forget it.
    pub async fn keep_talk(
        &self,
        calls: Vec<ExternalCall>,
        recorded: Recorded,
        days: u16,
    ) -> Result<Keeping, Trouble> {
        let source = recorded.source.clone();
        let found = self
            .read(move |tx, _| {
                if let Some(known) = recording::find_by_source(tx, &source)? {
                    return Ok(Err(Keeping::Kept(known.id)));
                }
                Ok(match answered(tx, &calls)? {
                    Some(stored) if stored.consent == Consent::Given => Ok(stored),
                    _ => Err(Keeping::NotKept),
                })
            })
            .await?;
        let call = match found {
            Ok(call) => call.id,
            Err(known) => return Ok(known),
        };
        let (kind, ends) = (RecordingKind::Talk, Some(i64::from(days)));
        self.keep_sound(call, kind, recorded, ends).await
    }

    /// Notes that a caller begins to speak after the tone, before any of it is there: whatever happens to the exchange or to
    /// this program, it is known from whom a message is, and when they spoke.
    pub async fn message_begins(
        &self,
        call: ExternalCall,
        language: Language,
        caller: Option<Phone>,
    ) -> Result<CallId, Trouble> {
        let at = self.now();
        let coming = Coming {
            call: call.clone(),
            caller,
            queue: None,
            language: Some(language),
            wish: Some(CallWish::File),
            digits: String::new(),
            at,
        };
        let id = self.call_came(coming).await?;
        // Nobody takes it: whether anything was said is found out later.
        self.call_ended(call, at).await?;
        Ok(id)
    }

    /// Keeps what a caller said after the tone, as a message that waits to be written down. It was left when they began to
    /// speak, however late it is fetched.
    pub async fn keep_message(
        &self,
        call: ExternalCall,
        language: Language,
        caller: Option<Phone>,
        recorded: Recorded,
    ) -> Result<Keeping, Trouble> {
        let id = self.message_begins(call, language, caller).await?;
        let source = recorded.source.clone();
        let known = self
            .read(move |tx, _| Ok(recording::find_by_source(tx, &source)?))
            .await?;
        if let Some(known) = known {
            return Ok(Keeping::Kept(known.id));
        }
        self.keep_sound(id, RecordingKind::Message, recorded, None)
            .await
    }

    /// Takes a sound through the gate that uploads take, and keeps it.
    async fn keep_sound(
        &self,
        call: CallId,
        kind: RecordingKind,
        recorded: Recorded,
        days: Option<i64>,
    ) -> Result<Keeping, Trouble> {
        let Recorded { source, wav } = recorded;
        let seconds = seconds_of(&wav);
        let now = self.now();
        let id = AttachmentId::new(self.identifiers().uuid(now));
        let country = self.country();
        let name = format!(
            "{kind}-{}.wav",
            country.calendar.local(now).strftime("%Y-%m-%d-%H%M")
        );
        let bytes = stream::iter([Ok::<Bytes, std::convert::Infallible>(wav)]);
        let taken = match self.take_in_up_to(id, &name, bytes, SOUND_LIMIT).await {
            Ok(taken) => taken,
            Err(FileRefusal::Trouble(trouble)) => return Err(trouble),
            // What could not be looked at now is looked at later.
            Err(FileRefusal::Unchecked) => {
                return Err(BlobError::BrokenOff("nothing looks for malware".to_owned()).into());
            }
            Err(refusal) => {
                tracing::warn!(%refusal, "a recording was not kept");
                return Ok(Keeping::NotKept);
            }
        };
        let kept = self
            .write(move |tx, circumstances| {
                let new = New {
                    call,
                    kind,
                    source: &source,
                    seconds,
                    days,
                };
                note(tx, circumstances, &taken, &new)
            })
            .await;
        if !matches!(kept, Ok(Keeping::Kept(kept)) if kept == id) {
            self.blobs().delete(id.as_uuid()).await?;
        }
        kept
    }
}

/// A recording that is to be noted.
struct New<'a> {
    call: CallId,
    kind: RecordingKind,
    source: &'a str,
    seconds: i64,
    days: Option<i64>,
}

/// Writes a recording down as its call's, unless it is already, or the caller has said meanwhile that they do not agree.
fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    taken: &Taken,
    new: &New<'_>,
) -> Result<Keeping, Trouble> {
    let call = state::find(tx, new.call)?.ok_or(Trouble::NotFound)?;
    let is_talk = new.kind == RecordingKind::Talk;
    if is_talk && call.consent != Consent::Given {
        return Ok(Keeping::NotKept);
    }
    let ends = new.days.map(|days| circumstances.at_in_days(days));
    let stored = StoredRecording {
        id: taken.id(),
        call: new.call,
        kind: new.kind,
        seconds: new.seconds,
        at: circumstances.now,
        ends_at: ends.and_then(|at| Timestamp::from_microsecond(at).ok()),
        erased_at: None,
    };
    if !recording::insert(tx, &stored, new.source)? {
        let known = recording::find_by_source(tx, new.source)?.ok_or(Trouble::Stale)?;
        return Ok(Keeping::Kept(known.id));
    }
    // Whoever left a message hears it in their case; what an agent said to them is for the desk alone.
    let audience = if is_talk {
        Audience::Colleagues
    } else {
        Audience::Filer
    };
    let file = taken.of(Owner::Call(new.call), audience);
    bind::keep_file(tx, circumstances, &file)?;
    if !is_talk {
        message::insert(tx, stored.id, call.call.came_at)?;
    }
    Ok(Keeping::Kept(stored.id))
}

/// Of the names that a call may have had in the queue the last one under which somebody answered.
fn answered(tx: &mut Tx<'_>, calls: &[ExternalCall]) -> Result<Option<StoredCall>, Trouble> {
    let mut last = None;
    for call in calls {
        let Some(stored) = state::find_external(tx, call.exchange(), call.id())? else {
            break;
        };
        if stored.call.answered_at.is_some() {
            last = Some(stored);
        }
    }
    Ok(last)
}

/// How long a WAV of one `data` part is, in whole seconds, rounded up: its head says how many bytes a second has.
fn seconds_of(wav: &[u8]) -> i64 {
    let rate = wav
        .get(28..32)
        .and_then(|rate| rate.first_chunk::<4>())
        .map_or(0, |rate| u32::from_le_bytes(*rate));
    let rate = usize::try_from(rate).unwrap_or(0).clamp(1_000, 1_000_000);
    let sound = wav.len().saturating_sub(44);
    i64::try_from(sound.div_ceil(rate)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wav_says_how_long_it_is() {
        let mut wav = vec![0; 44 + 16_001];
        wav[28..32].copy_from_slice(&16_000_u32.to_le_bytes());
        assert_eq!(seconds_of(&wav), 2);
        assert_eq!(seconds_of(b"RIFF"), 0, "nothing is on it");
    }
}
