//! Messages that callers left, at the call centre: listened to, written down, filed for the caller, or set aside with a reason
//! that can be taken back.

use chikaya_domain::{
    Language,
    access::Action,
    call::{MessageState, SetAside},
    case::{Channel, Consent, MessageLeft},
    id::{AttachmentId, CallId, DocumentId},
    owner::Owner,
    reference::Reference,
    text::{beginning, free, length},
};
use chikaya_store::{
    Tx,
    call::{
        caller,
        message::{self, StoredMessage, StoredWords},
        recording::{self, StoredRecording},
        state as calls,
    },
    case::state as cases,
    document::{self, Document},
    staff::named,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    desk::masked,
    message::{MessageTaken, waiting},
    page::sound_in,
};
use crate::{
    Circumstances, Clerks, Trouble,
    attachment::Sound,
    audit::{self, Deed},
    case::file::TEXT_LIMIT,
    draft::for_someone::TypedForSomeone,
    named::called,
    record::bind,
    staff::Officer,
    token::Token,
};

/// Longest text that is written down of a message, in characters: that of a filing.
pub const MESSAGE_LIMIT: usize = TEXT_LIMIT;

/// Messages on a page.
const PAGE: usize = 25;

/// Versions of what was written down that are shown.
const VERSIONS: i64 = 20;

/// How much of it a list shows, in characters.
const BEGINNING: usize = 160;

/// How long a message that was set aside is kept, in days of 24 hours: as long as that can be taken back.
const SET_ASIDE_DAYS: i64 = 30;

/// A message in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageLine {
    /// Its recording.
    pub id: AttachmentId,
    /// When it was left.
    pub left_at: Timestamp,
    /// The language that the caller chose.
    pub language: Option<Language>,
    /// The number, its middle hidden; none where it was hidden, or is forgotten.
    pub number: Option<String>,
    /// How long it is, in seconds.
    pub seconds: i64,
    /// How it stands.
    pub state: MessageState,
    /// Why it becomes no case.
    pub reason: Option<SetAside>,
    /// The case that it became.
    pub reference: Option<Reference>,
    /// How that begins which was written down.
    pub beginning: String,
    /// When the sound was erased.
    pub erased_at: Option<Timestamp>,
}

impl std::fmt::Debug for MessageLine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "MessageLine({}, {})", self.id, self.state)
    }
}

/// A page of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagePage {
    /// Messages: of those that wait the oldest first, of others the newest.
    pub lines: Vec<MessageLine>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// A text that was written down of a message. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct WordsLine {
    /// What was understood; empty once it stands in a case or is erased.
    pub words: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl std::fmt::Debug for WordsLine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("WordsLine(hidden)")
    }
}

/// A whole message.
#[derive(Clone, Debug)]
pub struct VoiceMessage {
    /// As the list shows it.
    pub line: MessageLine,
    /// The call that it came by.
    pub call: CallId,
    /// The number in full.
    pub number: Option<String>,
    /// What was written down, the last first.
    pub words: Vec<WordsLine>,
    /// Who filed it or set it aside, and when.
    pub settled: Option<(String, Timestamp)>,
    /// Until when the sound is kept; none where it waits, or belongs to a case.
    pub ends_at: Option<Timestamp>,
    /// Whether the sound can be heard here: it is not erased, and not the case's.
    pub is_heard: bool,
    /// Version of the words, for whoever writes them: 0 before there are any.
    pub version: i64,
}

impl Clerks {
    /// A page of messages in a state, behind a place that a page named.
    pub async fn voice_messages(
        &self,
        officer: Officer,
        state: MessageState,
        after: Option<String>,
    ) -> Result<MessagePage, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.read(move |tx, circumstances| {
            let beginning = match state {
                MessageState::Waiting => (i64::MIN, Uuid::nil()),
                MessageState::Filed | MessageState::SetAside => (i64::MAX, Uuid::max()),
            };
            let from = after.as_deref().and_then(place).unwrap_or(beginning);
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let mut found = message::page(tx, state, from, limit)?;
            let has_more = found.len() > PAGE;
            found.truncate(PAGE);
            let next = found.last().filter(|_| has_more).map(|last| {
                let (at, id) = (last.left_at.as_microsecond(), last.recording.as_uuid());
                format!("{at}.{}", id.simple())
            });
            let mut lines = Vec::with_capacity(found.len());
            for message in found {
                let recording = recording::find(tx, message.recording)?.ok_or(Trouble::NotFound)?;
                lines.push(line_of(tx, circumstances, &message, &recording)?.0);
            }
            Ok(MessagePage { lines, next })
        })
        .await
    }

    /// A whole message, with the number it came from. The trail says who looked at it.
    pub async fn voice_message(
        &self,
        officer: Officer,
        id: AttachmentId,
    ) -> Result<VoiceMessage, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            let found = whole(tx, circumstances, id)?;
            note(tx, circumstances, &officer, ("voice.open", id, None))?;
            Ok(found)
        })
        .await
    }

    /// The sound of a message, until it is a case's. Each time stands on the audit trail.
    pub async fn sound_of_message(
        &self,
        officer: Officer,
        id: AttachmentId,
    ) -> Result<Sound, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let file = self
            .write(move |tx, circumstances| {
                message::find(tx, id)?.ok_or(Trouble::NotFound)?;
                let recording = recording::find(tx, id)?.ok_or(Trouble::NotFound)?;
                let file = sound_in(tx, recording.call, id)?.ok_or(Trouble::NotFound)?;
                note(tx, circumstances, &officer, ("sound.hear", id, None))?;
                Ok(file)
            })
            .await?;
        Ok(Sound::new(file, self.blobs().clone()))
    }

    /// Keeps what is said in a message, as the next version of what was written down. `seen` is the version that stood on the
    /// page, 0 for none: what a colleague wrote meanwhile is not written over.
    pub async fn write_down_message(
        &self,
        officer: Officer,
        id: AttachmentId,
        seen: i64,
        words: String,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let words = free(&words);
        if words.is_empty() {
            return Err(Trouble::NotAcceptable("error-write-here"));
        }
        if length(&words) > MESSAGE_LIMIT {
            return Err(Trouble::NotAcceptable("error-voice-long"));
        }
        self.write(move |tx, circumstances| {
            let (_, recording) = waiting(tx, id)?;
            let last = message::written(tx, id, 1)?
                .first()
                .map_or(0, |last| last.version);
            // Sent twice, it is written once.
            if last_words(tx, id)?.as_ref() == Some(&words) {
                return Ok(());
            }
            if last != seen {
                return Err(Trouble::Stale);
            }
            let call = calls::find(tx, recording.call)?.ok_or(Trouble::NotFound)?;
            let text = Document {
                id: DocumentId::new(circumstances.uuid()),
                title: None,
                body: words.clone(),
                language: call.language.map(|language| language.code().to_owned()),
            };
            let owner = Owner::Call(recording.call);
            bind::keep_text(tx, circumstances, owner, &text, circumstances.at())?;
            let line = StoredWords {
                version: last + 1,
                document: text.id,
                staff: officer.id,
                at: circumstances.now,
            };
            if !message::write(tx, id, &line)? {
                return Err(Trouble::Stale);
            }
            note(tx, circumstances, &officer, ("voice.write", id, None))
        })
        .await
    }

    /// Sets a message aside: it becomes no case, and its sound is erased after a time in which that can be taken back.
    pub async fn set_message_aside(
        &self,
        officer: Officer,
        id: AttachmentId,
        reason: SetAside,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            let (message, _) = waiting(tx, id)?;
            let settled = StoredMessage {
                state: MessageState::SetAside,
                reason: Some(reason),
                settled_by: Some(officer.id),
                settled_at: Some(circumstances.now),
                ..message
            };
            if !message::settle(tx, &settled)? {
                return Err(Trouble::Stale);
            }
            let until = circumstances.at_in_days(SET_ASIDE_DAYS);
            recording::set_end(tx, id, Some(until))?;
            let why = Some(reason.as_str());
            note(tx, circumstances, &officer, ("voice.set-aside", id, why))
        })
        .await
    }

    /// Takes back that a message was set aside, while its sound is there.
    pub async fn put_message_back(
        &self,
        officer: Officer,
        id: AttachmentId,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            let message = message::find(tx, id)?.ok_or(Trouble::NotFound)?;
            let recording = recording::find(tx, id)?.ok_or(Trouble::NotFound)?;
            if message.state != MessageState::SetAside || recording.erased_at.is_some() {
                return Err(Trouble::NotAcceptable("error-voice-settled"));
            }
            let back = StoredMessage {
                state: MessageState::Waiting,
                reason: None,
                settled_by: None,
                settled_at: None,
                ..message
            };
            if !message::settle(tx, &back)? {
                return Err(Trouble::Stale);
            }
            recording::set_end(tx, id, None)?;
            note(tx, circumstances, &officer, ("voice.put-back", id, None))
        })
        .await
    }

    /// Begins to file a message for whoever left it, with what was written down and the number filled in; or goes on with what
    /// this officer began.
    pub async fn begin_filing_of_message(
        &self,
        officer: Officer,
        id: AttachmentId,
    ) -> Result<Token, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        officer.must_be_allowed(Action::FileForSomeone)?;
        let who = officer.clone();
        let content = self
            .write(move |tx, circumstances| {
                let (message, recording) = waiting(tx, id)?;
                note(tx, circumstances, &who, ("voice.begin", id, None))?;
                typed(tx, circumstances, &who, &message, &recording)
            })
            .await?;
        let own = officer.id.as_uuid();
        let page = self
            .key()
            .digest("voice draft 1", &[id.as_uuid().as_bytes(), own.as_bytes()]);
        self.begin_draft(&page, content, |_| {}).await
    }
}

/// The filing of a message, as far as it is known.
fn typed(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    message: &StoredMessage,
    recording: &StoredRecording,
) -> Result<TypedForSomeone, Trouble> {
    let call = calls::find(tx, recording.call)?.ok_or(Trouble::NotFound)?;
    let number = caller::find(tx, recording.call)?.and_then(|who| who.number);
    let words = last_words(tx, message.recording)?;
    let language = call.language.unwrap_or(officer.language);
    let mut typed = TypedForSomeone::new(officer.id, language);
    typed.channel = Some(Channel::Phone);
    // Before the tone they were told that what they say is filed.
    typed.consent = Some(Consent::Spoken);
    typed.filing.text = words.unwrap_or_default();
    if let Some(number) = number {
        typed.filing.phone = number;
        "phone".clone_into(&mut typed.filing.preferred);
    }
    typed.message = Some(MessageTaken {
        recording: message.recording,
        left: MessageLeft {
            at: message.left_at,
            on: circumstances.country.calendar.date_of(message.left_at),
        },
    });
    Ok(typed)
}

fn last_words(tx: &mut Tx<'_>, id: AttachmentId) -> Result<Option<String>, Trouble> {
    match message::written(tx, id, 1)?.first() {
        Some(last) => Ok(document::find(tx, last.document)?.map(|text| text.body)),
        None => Ok(None),
    }
}

/// A message as a list shows it, and the number in full.
fn line_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredMessage,
    recording: &StoredRecording,
) -> Result<(MessageLine, Option<String>), Trouble> {
    let number = caller::find(tx, recording.call)?.and_then(|who| who.number);
    let language = calls::find(tx, recording.call)?.and_then(|call| call.language);
    let words = last_words(tx, stored.recording)?.unwrap_or_default();
    let reference = match stored.case {
        Some(case) => cases::find(tx, case)?.map(|found| found.case.reference),
        None => None,
    };
    let line = MessageLine {
        id: stored.recording,
        left_at: stored.left_at,
        language,
        number: number
            .as_ref()
            .map(|number| masked(number, circumstances.country)),
        seconds: recording.seconds,
        state: stored.state,
        reason: stored.reason,
        reference,
        beginning: beginning(&words, BEGINNING).to_owned(),
        erased_at: recording.erased_at,
    };
    Ok((line, number))
}

fn whole(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    id: AttachmentId,
) -> Result<VoiceMessage, Trouble> {
    let stored = message::find(tx, id)?.ok_or(Trouble::NotFound)?;
    let recording = recording::find(tx, id)?.ok_or(Trouble::NotFound)?;
    let (line, number) = line_of(tx, circumstances, &stored, &recording)?;
    let written = message::written(tx, id, VERSIONS)?;
    let version = written.first().map_or(0, |last| last.version);
    let mut words = Vec::with_capacity(written.len());
    for one in written {
        words.push(WordsLine {
            words: document::find(tx, one.document)?.map_or_else(String::new, |text| text.body),
            by: named::find(tx, one.staff)?.map_or_else(String::new, |it| called(&it)),
            at: one.at,
        });
    }
    let settled = match stored.settled_by.zip(stored.settled_at) {
        Some((staff, at)) => {
            let name = named::find(tx, staff)?.map_or_else(String::new, |it| called(&it));
            Some((name, at))
        }
        None => None,
    };
    Ok(VoiceMessage {
        line,
        call: recording.call,
        number,
        words,
        settled,
        ends_at: recording.ends_at,
        is_heard: sound_in(tx, recording.call, id)?.is_some(),
        version,
    })
}

fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    (action, id, detail): (&'static str, AttachmentId, Option<&str>),
) -> Result<(), Trouble> {
    let deed = Deed {
        action,
        object: &id.to_string(),
        organisation: Some(officer.organisation.as_str()),
        detail,
    };
    audit::note(tx, circumstances, officer, deed)
}

fn place(after: &str) -> Option<(i64, Uuid)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, Uuid::try_parse(id).ok()?))
}
