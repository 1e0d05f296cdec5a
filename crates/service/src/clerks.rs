//! The clerks' asynchronous face: hands verbs to the archive's threads and never shows a transaction.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock, PoisonError, RwLock},
    time::Instant,
};

use chikaya_domain::reference::ReferencePrefix;
use chikaya_store::{Archive, Blobs, StoreError, Tx, setting};
use jiff::Timestamp;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};

use crate::{
    Circumstances, Country, Trouble,
    call::Bell,
    country,
    lately::Lately,
    push::PushKey,
    seam::{Clock, Identifiers, Key, PicturesMemory, Scanner},
    sms::SmsTerms,
    statistics::shelf::Shelf,
};

/// What the clerks are given at construction.
pub struct ClerksSettings {
    /// Where everything is kept.
    pub archive: Archive,
    /// Where the bytes of files are kept.
    pub blobs: Blobs,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of identifiers.
    pub identifiers: Identifiers,
    /// The house key.
    pub key: Key,
    /// The first part of every reference, `CK` by default.
    pub reference_prefix: ReferencePrefix,
    /// Whether the instance shows sample data.
    pub is_demo: bool,
    /// Program that turns HEIC photos into JPEG, as `heif-convert` does; none: they are kept as they come.
    pub heic_converter: Option<PathBuf>,
    /// What looks at files for malware; none: nothing does.
    pub scanner: Option<Scanner>,
    /// On which terms short messages leave; none: there is no gateway, and the office telephones.
    pub sms: Option<SmsTerms>,
}

/// Seconds for which it is taken as known whether something can be stored.
const READY_SECONDS: u64 = 5;

/// The mark that is written to see whether something can be stored.
const READY: &str = "ready.at";

/// Whether people can be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// Everything can be read and stored.
    Ready,
    /// The database does not answer.
    DatabaseAway,
    /// The database answers, and stores nothing.
    DatabaseReadOnly,
    /// The disk of the database is full.
    DatabaseFull,
    /// No file can be stored; everything else can.
    NoFiles,
}

impl Readiness {
    /// What is said of it to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::DatabaseAway => "the database does not answer",
            Self::DatabaseReadOnly => "the database stores nothing",
            Self::DatabaseFull => "the disk of the database is full",
            Self::NoFiles => "no file can be stored",
        }
    }
}

/// The clerks. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Clerks {
    inner: Arc<Inner>,
}

struct Inner {
    settings: ClerksSettings,
    country: RwLock<Arc<Country>>,
    /// Memory for pictures.
    pictures_memory: PicturesMemory,
    /// Hands that look at passwords: each takes 19 MiB and a processor for tens of milliseconds.
    password_hands: Semaphore,
    /// Whether something could be stored when it was looked at last.
    readiness: Mutex<Option<(Instant, Readiness)>>,
    /// What editions of the public statistics tell.
    shelf: Shelf,
    /// What else was told lately, to many.
    lately: Lately,
    /// Rings when something about calls changed.
    bell: Arc<Bell>,
    /// The key by which push services know the house, worked out once: it takes as long as a page of a case.
    push_key: OnceLock<PushKey>,
}

impl Clerks {
    /// Takes up work: reads the country from the archive, which must have been migrated.
    pub fn new(settings: ClerksSettings) -> Result<Self, Trouble> {
        let country = settings.archive.read_blocking(country::read)?;
        Ok(Self {
            inner: Arc::new(Inner {
                settings,
                country: RwLock::new(Arc::new(country)),
                pictures_memory: PicturesMemory::new(),
                readiness: Mutex::const_new(None),
                shelf: Shelf::default(),
                lately: Lately::default(),
                bell: Arc::default(),
                push_key: OnceLock::new(),
                password_hands: Semaphore::new(
                    std::thread::available_parallelism().map_or(1, usize::from),
                ),
            }),
        })
    }

    /// The country as it is today.
    pub fn country(&self) -> Arc<Country> {
        Arc::clone(
            &self
                .inner
                .country
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Reads the country again if it was changed since, here or on another node; answers whether it was. Every node
    /// asks this now and then: it costs one look at a setting.
    pub async fn follow_country(&self) -> Result<bool, Trouble> {
        let known = self.country().version;
        let newer = self
            .archive()
            .read(move |tx| {
                if country::version(tx)? == known {
                    return Ok::<_, Trouble>(None);
                }
                Ok(Some(country::read(tx)?))
            })
            .await?;
        let is_newer = newer.is_some();
        if let Some(country) = newer {
            self.take_country(country);
        }
        Ok(is_newer)
    }

    /// Runs a verb that changes the country. What it leaves must fit together, or nothing is changed; afterwards the
    /// clerks know the country as it is now.
    pub(crate) async fn change_country<T: Send + 'static>(
        &self,
        mut verb: impl FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let (answer, country) = self
            .write(move |tx, circumstances| {
                let answer = verb(tx, circumstances)?;
                country::touch(tx)?;
                let country = country::read(tx).map_err(|error| match error {
                    StoreError::Corrupt { .. } => Trouble::NotAcceptable("error-country-broken"),
                    other => other.into(),
                })?;
                Ok((answer, country))
            })
            .await?;
        self.take_country(country);
        Ok(answer)
    }

    fn take_country(&self, country: Country) {
        let mut known = self
            .inner
            .country
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        // Another change may have been read meanwhile.
        if country.version >= known.version {
            *known = Arc::new(country);
        }
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.inner.settings.clock.now()
    }

    /// Whether the instance shows sample data.
    pub fn is_demo(&self) -> bool {
        self.inner.settings.is_demo
    }

    /// The house key.
    pub fn key(&self) -> &Key {
        &self.inner.settings.key
    }

    /// The key by which push services know the house.
    pub fn push_key(&self) -> &PushKey {
        let inner = &self.inner;
        inner
            .push_key
            .get_or_init(|| PushKey::of(&inner.settings.key))
    }

    /// On which terms short messages leave; `None` where there is no gateway.
    pub fn sms(&self) -> Option<&SmsTerms> {
        self.inner.settings.sms.as_ref()
    }

    /// The source of identifiers.
    pub fn identifiers(&self) -> &Identifiers {
        &self.inner.settings.identifiers
    }

    /// Whether people can be served: whether something can be stored now, not only read. Asked again within
    /// [`READY_SECONDS`] it answers the same.
    pub async fn readiness(&self) -> Readiness {
        let mut known = self.inner.readiness.lock().await;
        if let Some((at, readiness)) = *known
            && at.elapsed().as_secs() < READY_SECONDS
        {
            return readiness;
        }
        let readiness = self.look_at_readiness().await;
        *known = Some((Instant::now(), readiness));
        readiness
    }

    async fn look_at_readiness(&self) -> Readiness {
        let noted = self
            .write(|tx, circumstances| {
                setting::put(tx, READY, &circumstances.at().to_string())?;
                Ok(())
            })
            .await;
        match noted {
            Ok(()) => {}
            Err(Trouble::Archive(StoreError::StorageFull)) => return Readiness::DatabaseFull,
            Err(trouble) => {
                tracing::warn!(%trouble, "nothing can be stored in the database");
                return match self.archive().ping().await {
                    Ok(()) => Readiness::DatabaseReadOnly,
                    Err(_) => Readiness::DatabaseAway,
                };
            }
        }
        if let Err(error) = self.blobs().probe().await {
            tracing::warn!(%error, "no file can be stored");
            return Readiness::NoFiles;
        }
        Readiness::Ready
    }

    pub(crate) fn archive(&self) -> &Archive {
        &self.inner.settings.archive
    }

    pub(crate) fn blobs(&self) -> &Blobs {
        &self.inner.settings.blobs
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.inner.shelf
    }

    pub(crate) fn lately(&self) -> &Lately {
        &self.inner.lately
    }

    pub(crate) fn bell(&self) -> &Arc<Bell> {
        &self.inner.bell
    }

    pub(crate) fn pictures_memory(&self) -> &PicturesMemory {
        &self.inner.pictures_memory
    }

    /// Waits for a hand that looks at passwords.
    pub(crate) async fn password_hand(&self) -> Option<SemaphorePermit<'_>> {
        self.inner.password_hands.acquire().await.ok()
    }

    pub(crate) fn scanner(&self) -> Option<&Scanner> {
        self.inner.settings.scanner.as_ref()
    }

    pub(crate) fn heic_converter(&self) -> Option<&Path> {
        self.inner.settings.heic_converter.as_deref()
    }

    pub(crate) fn reference_prefix(&self) -> &ReferencePrefix {
        &self.inner.settings.reference_prefix
    }

    /// Runs a verb that changes something, at the instant of the call. The verb may run more than once.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        verb: impl FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.archive().write(self.bind(verb)).await
    }

    /// Runs a verb that only reads.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        verb: impl FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.archive().read(self.bind(verb)).await
    }

    /// As [`Self::write`], for the command line.
    pub(crate) fn write_blocking<T: Send + 'static>(
        &self,
        verb: impl FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.archive().write_blocking(self.bind(verb))
    }

    /// As [`Self::read`], for the command line.
    pub(crate) fn read_blocking<T: Send + 'static>(
        &self,
        verb: impl FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.archive().read_blocking(self.bind(verb))
    }

    /// The verb with its circumstances: the country and the instant of the call, the same for each of its runs.
    fn bind<T>(
        &self,
        mut verb: impl FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> impl FnMut(&mut Tx<'_>) -> Result<T, Trouble> + Send + 'static {
        let clerks = self.clone();
        let country = self.country();
        let now = self.now();
        // What goes wrong on a thread of the archive is logged with the request or job that asked for it.
        let asked_by = tracing::Span::current();
        move |tx| {
            let _within = asked_by.enter();
            let circumstances = Circumstances {
                now,
                identifiers: clerks.identifiers(),
                country: &country,
                key: clerks.key(),
                sms: clerks.sms(),
            };
            verb(tx, &circumstances)
        }
    }
}
