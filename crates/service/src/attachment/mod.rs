//! Files: taken in as a stream, known by their bytes, images cleaned, kept outside the web, given out under permission.

mod container;
mod detect;
mod elements;
mod file;
mod heic;
mod image;
mod kind;
mod settle;
pub(crate) mod shown;
mod sound;
mod strip;
mod sweep;

use std::collections::BTreeMap;

use bytes::Bytes;
use chikaya_domain::{
    access::Action,
    case::{Actor, Command, Fact},
    id::AttachmentId,
    owner::{Audience, Owner},
    reference::Reference,
};
use chikaya_store::{
    BlobError, Stored, Tx, attachment as files,
    case::{
        event,
        state::{self, StoredCase},
    },
};
use futures_util::{Stream, stream::BoxStream};
use thiserror::Error;
use uuid::Uuid;

pub(crate) use self::file::is_heard;
use self::image::Unreadable;
pub use self::{
    file::Attachment,
    kind::{FileKind, NoKind},
    sound::Sound,
};
use crate::{
    Circumstances, Clerks, Trouble,
    case::{act::permit, record},
    draft::{self, Written},
    record::bind,
    staff::Officer,
    token::{CasePass, Token},
};

/// Largest file, in bytes: 25 MB.
pub const FILE_LIMIT: u64 = 25_000_000;

/// Most files of one filing.
pub const FILES_AT_MOST: usize = 10;

/// Most files of a case: those of its filing, and those added while it is worked on.
pub const FILES_OF_CASE_AT_MOST: usize = 40;

/// Longest file name kept, in characters.
const NAME_LIMIT: usize = 100;

/// The sentence that says that there are as many files as there may be.
const TOO_MANY: &str = "error-files-too-many";

/// Why a file was not taken. Nothing of it is kept.
#[derive(Debug, Error)]
pub enum FileRefusal {
    /// Larger than [`FILE_LIMIT`].
    #[error("too large")]
    TooLarge,
    /// There are as many as there may be.
    #[error("too many files")]
    TooMany,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// None of the kinds that are taken, whatever its name says.
    #[error("a kind of file that is not taken")]
    Kind,
    /// An office document that opens with a password alone.
    #[error("protected by a password")]
    Protected,
    /// An office document with programs in it.
    #[error("an office document with macros")]
    Macros,
    /// A picture that cannot be read.
    #[error("a picture that cannot be read")]
    Broken,
    /// A photo of which a part is missing.
    #[error("a photo without its end")]
    Cut,
    /// A film or recording with neither picture nor sound in it.
    #[error("neither film nor sound")]
    NoTrack,
    /// A picture that takes more memory than there is for pictures.
    #[error("a picture of {width} × {height} pixels")]
    Pixels {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// Malware was found in it.
    #[error("malware")]
    Malware,
    /// It could not be looked at for malware, and none is taken that was not.
    #[error("nothing looked at it")]
    Unchecked,
    /// Something else.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl FileRefusal {
    /// The key of the sentence that tells a person; `None` when it is no fault of the file.
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::TooLarge => Some("error-file-too-large"),
            Self::TooMany => Some(TOO_MANY),
            Self::Empty => Some("error-file-empty"),
            Self::Kind => Some("error-file-kind"),
            Self::Protected => Some("error-file-protected"),
            Self::Macros => Some("error-file-macros"),
            Self::Broken => Some("error-file-broken"),
            Self::Cut => Some("error-file-cut"),
            Self::NoTrack => Some("error-file-no-track"),
            Self::Pixels { .. } => Some("error-file-pixels"),
            Self::Malware => Some("error-file-malware"),
            Self::Unchecked => Some("error-file-unchecked"),
            Self::Trouble(_) => None,
        }
    }

    fn of(trouble: Trouble) -> Self {
        match trouble {
            Trouble::NotAcceptable(TOO_MANY) => Self::TooMany,
            other => other.into(),
        }
    }
}

impl From<BlobError> for FileRefusal {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::TooLarge { .. } => Self::TooLarge,
            other => Self::Trouble(other.into()),
        }
    }
}

impl From<NoKind> for FileRefusal {
    fn from(why: NoKind) -> Self {
        match why {
            NoKind::Other => Self::Kind,
            NoKind::Protected => Self::Protected,
            NoKind::Macros => Self::Macros,
        }
    }
}

impl From<Unreadable> for FileRefusal {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::Damaged => Self::Broken,
            Unreadable::Cut => Self::Cut,
        }
    }
}

/// What became of a file that was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// It is there now.
    New,
    /// It was there already, from the same hand, of the same name, the same bytes and for the same eyes: a form that is sent
    /// twice brings its files once.
    Already,
}

/// Where a file goes, and who may put it there.
#[derive(Clone)]
pub enum Destination {
    /// A draft of the kind that this is the word of, by whoever holds its link.
    Draft(Token, &'static str),
    /// A case, by its filer.
    Filer(CasePass),
    /// A case, by an officer who works on it, for the filer to see or for colleagues alone.
    Desk(Box<Officer>, Reference, Audience),
}

impl Destination {
    /// A draft of what is written there, by whoever holds its link.
    pub const fn draft<W: Written>(token: Token) -> Self {
        Self::Draft(token, W::KIND)
    }

    /// Most files there.
    pub const fn limit(&self) -> usize {
        match self {
            Self::Draft(..) => FILES_AT_MOST,
            Self::Filer(_) | Self::Desk(..) => FILES_OF_CASE_AT_MOST,
        }
    }
}

impl Destination {
    /// The same for others' eyes; only what the desk adds is for anyone's but the filer's.
    #[must_use]
    pub fn for_eyes_of(self, audience: Audience) -> Self {
        match self {
            Self::Desk(officer, reference, _) => Self::Desk(officer, reference, audience),
            other => other,
        }
    }

    /// For whose eyes files are there. What a filer sends they see.
    const fn audience(&self) -> Audience {
        match self {
            Self::Draft(..) | Self::Filer(_) => Audience::Filer,
            Self::Desk(_, _, audience) => *audience,
        }
    }
}

/// Where a file may be put now.
struct Place {
    /// Whose it will be.
    owner: Owner,
    /// The files that are there.
    files: Vec<files::Attachment>,
    /// The case whose event it is, and who adds it; none where nothing is recorded yet.
    recorded: Option<(Box<StoredCase>, Actor)>,
}

impl Place {
    /// With an owner; with a case, in the name of someone.
    fn with(
        tx: &mut Tx<'_>,
        owner: Owner,
        recorded: Option<(StoredCase, Actor)>,
    ) -> Result<Self, Trouble> {
        Ok(Self {
            owner,
            files: files::list(tx, owner)?,
            recorded: recorded.map(|(stored, actor)| (Box::new(stored), actor)),
        })
    }

    /// Whether a file is there already that the same hand put there: of the same name, the same bytes and for the same
    /// eyes. What came with the filing has no event of its own.
    fn has(&self, tx: &mut Tx<'_>, file: &files::Attachment) -> Result<bool, Trouble> {
        let twins: Vec<AttachmentId> = self
            .files
            .iter()
            .filter(|known| {
                known.sha256 == file.sha256
                    && known.name == file.name
                    && known.audience == file.audience
            })
            .map(|known| known.id)
            .collect();
        let Some((stored, actor)) = self.recorded.as_ref().filter(|_| !twins.is_empty()) else {
            return Ok(!twins.is_empty());
        };
        let events = event::list(tx, stored.case.id)?;
        let added = who_added(&events);
        let hidden = shown::taken_back(events.iter().map(|stored| &stored.event));
        Ok(twins
            .iter()
            .filter(|twin| !hidden.contains(twin))
            .any(|twin| added.get(twin).copied().unwrap_or(&Actor::Filer) == actor))
    }
}

/// The bytes of a file as they are given out: piece by piece, so that a slow reader keeps no whole file in memory.
pub struct Content {
    /// How many they are.
    pub bytes: u64,
    /// The bytes.
    pub pieces: BoxStream<'static, Result<Bytes, BlobError>>,
}

/// A file that was taken in, and is nobody's yet.
pub(crate) struct Taken {
    id: AttachmentId,
    /// The name it came with, cleaned.
    name: String,
    kind: FileKind,
    kept: Stored,
    /// Whether it is a picture that was written again, and may therefore be shown.
    is_shown: bool,
}

impl Taken {
    /// Its identifier.
    pub(crate) const fn id(&self) -> AttachmentId {
        self.id
    }

    /// Its description, once it is someone's.
    pub(crate) fn of(&self, owner: Owner, audience: Audience) -> files::Attachment {
        files::Attachment {
            id: self.id,
            owner,
            name: self.name.clone(),
            media_type: self.kind.media_type().to_owned(),
            bytes: i64::try_from(self.kept.bytes).unwrap_or(i64::MAX),
            sha256: self.kept.sha256.to_vec(),
            preview: self.is_shown,
            audience,
        }
    }
}

impl Clerks {
    /// Whether a file may be put there now, asked before any of it is read; if not, why.
    pub async fn may_attach(&self, destination: Destination) -> Result<(), FileRefusal> {
        self.read(move |tx, circumstances| {
            find_place(tx, circumstances, &destination)?;
            Ok(())
        })
        .await
        .map_err(FileRefusal::of)
    }

    /// Takes a file in. Whether it may be put there is asked before the first byte is read, and again when it is
    /// written down.
    pub async fn attach<E: std::fmt::Display>(
        &self,
        destination: Destination,
        name: &str,
        bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
    ) -> Result<Received, FileRefusal> {
        self.may_attach(destination.clone()).await?;
        let id = AttachmentId::new(self.identifiers().uuid(self.now()));
        let taken = self.take_in(id, name, bytes).await?;
        let noted = self
            .write(move |tx, circumstances| note(tx, circumstances, &destination, &taken))
            .await;
        if !matches!(noted, Ok(Received::New)) {
            self.blobs().delete(id.as_uuid()).await?;
        }
        noted.map_err(FileRefusal::of)
    }

    /// Takes a file out of a draft.
    pub async fn remove_from_draft<W: Written>(
        &self,
        token: Token,
        attachment: AttachmentId,
    ) -> Result<(), Trouble> {
        let was_there = self
            .write(move |tx, circumstances| {
                let found = draft::find(tx, circumstances, W::KIND, &token)?;
                Ok(files::remove(tx, Owner::Draft(found.id), attachment)?)
            })
            .await?;
        if was_there {
            self.blobs().delete(attachment.as_uuid()).await?;
        }
        Ok(())
    }

    /// A file of a case, for its filer.
    pub async fn file_for_filer(
        &self,
        pass: CasePass,
        attachment: AttachmentId,
    ) -> Result<(Attachment, Content), Trouble> {
        let found = self
            .read(move |tx, _| {
                let events = event::list(tx, pass.case)?;
                let hidden = shown::taken_back(events.iter().map(|stored| &stored.event));
                let shown = files::list(tx, Owner::Case(pass.case))?
                    .into_iter()
                    .filter(|file| file.audience.is_filer() && !hidden.contains(&file.id))
                    .collect();
                find(shown, attachment)
            })
            .await?;
        Ok((found, self.content(attachment).await?))
    }

    /// A file of a case, for an officer who may see the case.
    pub async fn file_for_officer(
        &self,
        officer: Officer,
        reference: Reference,
        attachment: AttachmentId,
    ) -> Result<(Attachment, Content), Trouble> {
        let found = self
            .read(move |tx, circumstances| {
                let case = state::find_by_reference(tx, &reference)?
                    .ok_or(Trouble::NotFound)?
                    .case;
                permit(circumstances.country, &officer, &case, Action::SeeCase)?;
                find(files::list(tx, Owner::Case(case.id))?, attachment)
            })
            .await?;
        Ok((found, self.content(attachment).await?))
    }
    async fn content(&self, attachment: AttachmentId) -> Result<Content, Trouble> {
        let (bytes, pieces) = self.blobs().read(attachment.as_uuid()).await?;
        Ok(Content { bytes, pieces })
    }
}

/// Where a file may be put: permission, number and law are asked, and nothing is changed.
fn find_place(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    destination: &Destination,
) -> Result<Place, Trouble> {
    let place = match destination {
        Destination::Draft(token, kind) => {
            let found = draft::find(tx, circumstances, kind, token)?;
            if found.filed_as.is_some() {
                return Err(Trouble::Stale);
            }
            Place::with(tx, Owner::Draft(found.id), None)?
        }
        Destination::Filer(pass) => {
            let stored = state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            Place::with(
                tx,
                Owner::Case(stored.case.id),
                Some((stored, Actor::Filer)),
            )?
        }
        Destination::Desk(officer, reference, _) => {
            let stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
            permit(
                circumstances.country,
                officer,
                &stored.case,
                Action::Annotate,
            )?;
            Place::with(
                tx,
                Owner::Case(stored.case.id),
                Some((stored, officer.actor())),
            )?
        }
    };
    if place.files.len() >= destination.limit() {
        return Err(Trouble::NotAcceptable(TOO_MANY));
    }
    if let Some((stored, actor)) = &place.recorded {
        // Whichever file it is, the law says the same of it.
        let add = Command::AddFile {
            attachment: AttachmentId::new(Uuid::nil()),
            audience: Audience::Filer,
            is_spoken: false,
        };
        let law = circumstances.law_of(&stored.case);
        stored.case.decide(&add, actor, circumstances.now, law)?;
    }
    Ok(place)
}

/// Writes the file down as its owner's, unless it is theirs already: with a case, as an event of it.
fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    destination: &Destination,
    taken: &Taken,
) -> Result<Received, Trouble> {
    let place = find_place(tx, circumstances, destination)?;
    let file = taken.of(place.owner, destination.audience());
    if place.has(tx, &file)? {
        return Ok(Received::Already);
    }
    let audience = file.audience;
    bind::keep_file(tx, circumstances, &file)?;
    if let Some((mut stored, actor)) = place.recorded {
        let add = Command::AddFile {
            attachment: taken.id,
            audience,
            is_spoken: is_heard(&file.media_type),
        };
        record::carry_out(tx, circumstances, &mut stored, &add, &actor, &[])?;
    }
    Ok(Received::New)
}

/// Who added which files of a case since it was filed.
fn who_added(events: &[event::StoredEvent]) -> BTreeMap<AttachmentId, &Actor> {
    events
        .iter()
        .filter_map(|stored| match stored.event.fact {
            Fact::FileAdded { attachment, .. } => Some((attachment, &stored.event.actor)),
            _ => None,
        })
        .collect()
}

fn find(files: Vec<files::Attachment>, id: AttachmentId) -> Result<Attachment, Trouble> {
    files
        .into_iter()
        .find(|file| file.id == id)
        .map(Attachment::from)
        .ok_or(Trouble::NotFound)
}
