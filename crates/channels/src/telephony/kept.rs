//! What the exchange has recorded: fetched, given to the desk, and forgotten at the exchange once it is kept. What cannot be
//! fetched or kept now stays there, and is looked for again.

use bytes::Bytes;
use chikaya_domain::{Language, person::Phone};
use tokio::time::sleep;
use tracing::warn;

use super::{
    ari::AriError,
    desk::{Spoken, Talk, VoiceFate},
    ivr::Answer,
    shared::{Shared, tell},
};

/// Bytes of a WAV below which nothing is on it: its head and a quarter of a second.
const EMPTY: usize = 44 + 4_000;

/// The beginning of the names of recorded voices.
pub(super) const VOICE: &str = "chikaya-voice-";

/// The beginning of the names of recorded talks.
pub(super) const TALK: &str = "chikaya-talk-";

/// Says whose voice is recorded now, before any of it is there: should everything break off, it is known whose it is.
pub(super) async fn say_that_voice_begins(
    shared: &Shared,
    call: &str,
    caller: Option<Phone>,
    language: Language,
) {
    let Some(calls) = shared.desk.calls() else {
        return;
    };
    if let Err(trouble) = calls.voice_begins(call, caller, language).await {
        warn!(%trouble, "it was not noted that a caller begins to speak");
    }
}

/// The name of the voice of a call, which says its language and nothing of its caller.
pub(super) fn voice_name(language: Language, call: &str) -> String {
    format!("{VOICE}{}-{call}", language.code())
}

/// A voice that the exchange has recorded.
pub(super) struct Voice {
    /// The identifier of the call.
    pub(super) call: String,
    /// The name of the recording.
    pub(super) key: String,
    pub(super) language: Language,
    pub(super) caller: Option<Phone>,
}

/// Files a recorded voice, and has the exchange forget it once that is done: what cannot be filed now stays there and is
/// filed when the line is taken the next time.
pub(super) async fn file_voice(shared: &Shared, voice: Voice) -> Answer {
    let Some(calls) = shared.desk.calls() else {
        return Answer::Trouble;
    };
    let Voice {
        call,
        key,
        language,
        caller,
    } = voice;
    let wav = match fetch(shared, &key).await {
        Ok(wav) => wav,
        Err(AriError::Gone) => return Answer::NothingHeard,
        Err(error) => {
            warn!(%error, "a recorded voice could not be fetched");
            return Answer::Trouble;
        }
    };
    let answer = if wav.len() < EMPTY {
        Answer::NothingHeard
    } else {
        let spoken = Spoken {
            call,
            key: key.clone(),
            language,
            caller,
            wav,
        };
        match calls.file_voice(spoken).await {
            Ok(VoiceFate::Filed(reference)) => Answer::Filed(reference),
            Ok(VoiceFate::Nothing) => Answer::NothingHeard,
            Err(trouble) => {
                warn!(%trouble, "a recorded voice could not be filed");
                return Answer::Trouble;
            }
        }
    };
    tell(shared.exchange.forget_recording(&key).await);
    answer
}

/// Fetches a recording, which is there a moment after it has ended.
async fn fetch(shared: &Shared, name: &str) -> Result<Bytes, AriError> {
    let mut fetched = shared.exchange.recording(name).await;
    for _ in 0..4 {
        if !matches!(fetched, Err(AriError::Gone)) {
            break;
        }
        sleep(shared.second / 4).await;
        fetched = shared.exchange.recording(name).await;
    }
    fetched
}

/// The name of what is recorded of a talk.
pub(super) fn talk_name(call: &str) -> String {
    format!("{TALK}{call}")
}

/// Keeps what was recorded of a talk, and has the exchange forget it once that is done: what cannot be fetched or kept now
/// stays there, and is looked for again.
pub(super) async fn keep_talk(shared: &Shared, call: &str) {
    let Some(calls) = shared.desk.calls() else {
        return;
    };
    let key = talk_name(call);
    let wav = match fetch(shared, &key).await {
        Ok(wav) => wav,
        Err(AriError::Gone) => return,
        Err(error) => {
            warn!(%error, "a recorded talk could not be fetched");
            return;
        }
    };
    if wav.len() >= EMPTY {
        let talk = Talk {
            call: call.to_owned(),
            key: key.clone(),
            wav,
        };
        if let Err(trouble) = calls.keep_talk(talk).await {
            warn!(%trouble, "a recorded talk could not be kept");
            return;
        }
    }
    tell(shared.exchange.forget_recording(&key).await);
}
