//! Wiring: opens the archive, migrates it, loads the country, hires the clerks, opens the counters.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::Context as _;
use bytes::Bytes;
use chikaya_channels::{
    Post,
    mail::{
        Letterhead, Smtp,
        inward::{Imap, Lmtp},
    },
};
use chikaya_domain::Language;
use chikaya_service::{
    Clerks, ClerksSettings, Trouble, country,
    seam::{Clock, Identifiers, Key, Scanner, SystemClock},
};
use chikaya_store::{Archive, ArchiveSettings, Blobs, DatabaseUrl, Durability};
use chikaya_web::{Composed, Composer, State};
use tokio::{net::TcpListener, sync::watch};
use tracing::{info, warn};

use crate::{
    account,
    door::{self, Door, Seats},
    house_key,
    say::say,
    settings::{Settings, android, check, push, sms},
    telemetry, telephone,
    unopened::{Part, Unopened},
    worker::{self, Inward},
};

/// How long after the word to stop requests may go on: nobody waits for one that is never finished.
const LAST_REQUESTS: Duration = Duration::from_secs(4);

/// An instance, open.
pub(crate) struct Building {
    settings: Settings,
    clerks: Clerks,
    archive: Archive,
    blobs: Blobs,
    key: [u8; 32],
}

impl Building {
    /// Opens an instance: makes its folder and key when missing, migrates, loads the country pack.
    pub(crate) fn open(settings: Settings) -> Result<Self, Unopened> {
        Self::open_as(settings, Durability::Full)
    }

    /// Opens an instance whose changes reach the disk as `durability` says.
    pub(crate) fn open_as(settings: Settings, durability: Durability) -> Result<Self, Unopened> {
        Self::open_by(settings, durability, house_key::read)
    }

    /// Opens an instance whose key is lost for good with the one in its file, or a new one. Its archive still knows the other
    /// one, until [`Clerks::renew_record`].
    pub(crate) fn open_without_its_key(settings: Settings) -> Result<Self, Unopened> {
        let key = |settings: &Settings, _: &Archive, identifiers: &Identifiers| {
            house_key::read_or_make(settings, identifiers)
        };
        Self::open_by(settings, Durability::Full, key)
    }

    fn open_by(
        settings: Settings,
        durability: Durability,
        key: impl FnOnce(&Settings, &Archive, &Identifiers) -> anyhow::Result<[u8; 32]>,
    ) -> Result<Self, Unopened> {
        let blame = Unopened::blaming;
        make_folder(&settings.data_dir).map_err(blame(Part::Folder))?;
        let database = database(&settings).map_err(blame(Part::Configuration))?;
        let archive = archive(&settings, database, durability).map_err(blame(Part::Database))?;
        let identifiers = Identifiers::from_machine();
        let key = key(&settings, &archive, &identifiers).map_err(blame(Part::Key))?;
        load_country(&settings, &archive).map_err(blame(Part::Country))?;
        let blobs = blobs(&settings).map_err(blame(Part::Storage))?;
        let reference_prefix =
            check::reference_prefix(&settings).map_err(blame(Part::Configuration))?;
        let clerks = Clerks::new(ClerksSettings {
            archive: archive.clone(),
            blobs: blobs.clone(),
            clock: Arc::new(SystemClock),
            identifiers,
            key: Key::new(key),
            reference_prefix,
            is_demo: settings.demo,
            heic_converter: settings.heic_converter(),
            scanner: scanner(&settings).map_err(blame(Part::Configuration))?,
            sms: sms::terms(&settings).map_err(blame(Part::Configuration))?,
        })
        .context("the country cannot be read")
        .map_err(blame(Part::Database))?;
        Ok(Self {
            settings,
            clerks,
            archive,
            blobs,
            key,
        })
    }

    /// The settings.
    pub(crate) const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The clerks.
    pub(crate) const fn clerks(&self) -> &Clerks {
        &self.clerks
    }

    /// Where the house key is.
    pub(crate) fn key_file(&self) -> PathBuf {
        house_key::file(&self.settings)
    }

    /// Keeps a few bytes where files go, reads them back and deletes them.
    pub(crate) async fn try_storage(&self) -> anyhow::Result<()> {
        let id = self.clerks.identifiers().uuid(self.clerks.now());
        let written = Bytes::from_static(b"doctor");
        self.blobs.put_all(id, written.clone()).await?;
        let read = self.blobs.get(id).await;
        self.blobs.delete(id).await?;
        anyhow::ensure!(
            read? == written,
            "the storage gives back other bytes than it was given"
        );
        Ok(())
    }

    /// Where messages go; an error when the mail settings cannot be used.
    pub(crate) fn post(&self) -> anyhow::Result<Post> {
        let mut post = self.mail_post()?;
        if let Some(pusher) = push::pusher(&self.settings, self.clerks.push_key().clone())? {
            post = post.with_pusher(pusher);
        }
        Ok(match sms::gateway(&self.settings)? {
            Some(gateway) => post.with_gateway(gateway),
            None => post,
        })
    }

    fn letterhead(&self) -> anyhow::Result<Letterhead> {
        Ok(Letterhead {
            portal: self.settings.portal(),
            is_demo: self.settings.demo,
            reply_domain: check::mail_in(&self.settings)?.map(|mail_in| mail_in.rules.domain),
        })
    }

    /// Words messages for whoever changes their words.
    fn composer(&self) -> anyhow::Result<Composer> {
        let letterhead = self.letterhead()?;
        Ok(Arc::new(move |message, organisations| {
            let preview = chikaya_channels::preview(message, organisations, &letterhead)?;
            Some(Composed {
                subject: preview.subject,
                text: preview.text,
                segments: preview.segments,
            })
        }))
    }

    fn mail_post(&self) -> anyhow::Result<Post> {
        let letterhead = self.letterhead()?;
        if self.settings.has_mailbox() {
            return Ok(Post::mailbox(letterhead));
        }
        let Some(server) = check::smtp(&self.settings)? else {
            return Ok(Post::closed(letterhead));
        };
        let smtp =
            Smtp::new(&server).context("the section [mail] of the settings cannot be used")?;
        Ok(Post::smtp(smtp, letterhead))
    }

    /// Where mails come in, open; nothing where none do.
    pub(crate) async fn mail_in(&self) -> anyhow::Result<Option<Inward>> {
        let Some(mail_in) = check::mail_in(&self.settings)? else {
            return Ok(None);
        };
        let lmtp = match mail_in.lmtp {
            Some(address) => Some(
                Lmtp::open(address, &mail_in.rules.domain)
                    .await
                    .with_context(|| format!("mail_in.lmtp: {address} cannot be listened on"))?,
            ),
            None => None,
        };
        let imap = mail_in.imap.map(Imap::new).transpose()?;
        Ok(Some(Inward {
            rules: mail_in.rules,
            lmtp,
            imap,
        }))
    }

    /// Clerks over the same archive with another clock and identifiers, for simulation and import.
    pub(crate) fn clerks_with(&self, clock: Arc<dyn Clock>, seed: u64) -> anyhow::Result<Clerks> {
        Ok(Clerks::new(ClerksSettings {
            archive: self.archive.clone(),
            blobs: self.blobs.clone(),
            clock,
            identifiers: Identifiers::seeded(seed),
            key: Key::new(self.key),
            reference_prefix: check::reference_prefix(&self.settings)?,
            is_demo: self.settings.demo,
            heic_converter: self.settings.heic_converter(),
            scanner: None,
            sms: None,
        })?)
    }

    /// Says where to go, and how the first administrator comes in.
    pub(crate) fn greet(&self) {
        let portal = self.settings.portal();
        say(&format!(
            "chikaya is at {portal}/  (staff: {portal}/fr/desk)"
        ));
        if self.settings.has_mailbox() {
            say(&format!(
                "messages land at {portal}/mailbox, for everybody to read  (no mail server is set)"
            ));
        } else if self.settings.mail.host.is_empty() {
            say("messages wait: no mail server is set (mail.host)");
        }
        match self.first_link() {
            Ok(Some(link)) => say(&link),
            Ok(None) => {}
            Err(error) => warn!(%error, "the first administrator cannot be invited"),
        }
    }

    /// How the first administrator comes in; nothing once there is one.
    pub(crate) fn first_link(&self) -> Result<Option<String>, Trouble> {
        let word = self.clerks.invite_first_administrator(Language::French)?;
        Ok(word.map(|word| {
            format!(
                "first administrator, one-time link: {}/fr/desk/invitation/{}",
                self.settings.portal(),
                word.as_str()
            )
        }))
    }

    /// Serves, and works if the settings say so, until told to stop.
    pub(crate) async fn serve(self, door: Door) -> anyhow::Result<()> {
        let listener = door.open()?;
        let post = self.post()?;
        let (stop, stopped) = watch::channel(false);
        let metrics = self.begin_metrics(stopped.clone()).await?;
        let keepers = check::keepers(&self.settings)?;
        let edition_every = check::edition_every(&self.settings)?;
        let mail_in = if self.settings.worker.with_serve {
            self.mail_in().await?
        } else {
            None
        };
        let work = self.settings.worker.with_serve.then(|| {
            worker::work(
                self.clerks.clone(),
                post,
                (
                    self.settings.worker.clone(),
                    self.settings.calls.keep_callers_days,
                ),
                edition_every,
                keepers,
                mail_in,
                stopped.clone(),
            )
        });
        let switchboard = if work.is_some() {
            telephone::switchboard(&self.settings, &self.clerks)?
        } else {
            None
        };
        let calls = telephone::serve(switchboard, stopped.clone());
        let state = State::new(self.clerks.clone(), self.web_settings()?)
            .with_printer(chikaya::press::printer().context("receipts cannot be printed")?)
            .with_composer(self.composer()?)
            .with_sealer(chikaya_documents::seal::Seal::kept_html)
            .ending_with(stopped.clone());
        let router = chikaya_web::router(state);
        info!(address = %self.settings.listen, "serving");
        let late = worker::stopped_for(stopped.clone(), LAST_REQUESTS);
        let seats = Seats::as_the_system_allows(check::trusted_proxies(&self.settings)?);
        let serving = door::serve(listener, router, seats, stopped.clone());
        let serving = async {
            tokio::select! {
                () = serving => {}
                () = late => warn!("requests that did not end in time were broken off"),
            }
        };
        let stopping = async move {
            told_to_stop().await;
            // Nobody listens any more when everything has stopped already.
            let _ = stop.send(true);
        };
        let working = async {
            match work {
                Some(work) => work.await,
                None => worker::follow(&self.clerks, &self.settings.worker, stopped).await,
            }
        };
        tokio::join!(stopping, serving, working, calls, metrics);
        info!("stopped; everything accepted is done");
        Ok(())
    }

    async fn begin_metrics(
        &self,
        mut stopped: watch::Receiver<bool>,
    ) -> anyhow::Result<impl Future<Output = ()>> {
        let listen = self.settings.metrics.listen.clone();
        let begun = if listen.is_empty() {
            None
        } else {
            match TcpListener::bind(&listen).await {
                Ok(listener) => Some((listener, telemetry::count()?)),
                Err(error) => {
                    warn!(%error, address = %listen, "no metrics: the address is taken");
                    None
                }
            }
        };
        Ok(async move {
            if let Some((listener, handle)) = begun {
                let stopping = async move {
                    // The sender lives as long as the portal serves.
                    let _ = stopped.changed().await;
                };
                if let Err(error) = telemetry::serve_metrics(listener, handle, stopping).await {
                    warn!(%error, "metrics are not served any more");
                }
            }
        })
    }

    fn web_settings(&self) -> anyhow::Result<chikaya_web::Settings> {
        Ok(chikaya_web::Settings {
            public_url: self.settings.portal(),
            trusted_proxies: check::trusted_proxies(&self.settings)?,
            key: self.key,
            demo: self.settings.demo,
            security_contact: check::security_contact(&self.settings)?,
            source_url: check::source_url(&self.settings)?,
            data_licence: check::named(&self.settings.web.data_licence),
            data_publisher: check::named(&self.settings.web.data_publisher),
            android: android::package(&self.settings)?,
            requests_per_minute: self.settings.web.requests_per_minute,
            mailbox: self.settings.has_mailbox(),
            calls: chikaya_web::CallSettings {
                queues: check::queues(&self.settings)?,
                answer_within_seconds: self.settings.calls.answer_within_seconds,
                cti: check::cti_secret(&self.settings)?,
            },
            sms: sms::hook(&self.settings)?,
            push: push::reach(&self.settings),
        })
    }
}

/// Waits until the operator or the system asks to stop.
pub(crate) async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        _ = interrupted => {}
        () = terminated => {}
    }
}

/// Makes the folder of an instance.
pub(crate) fn make_folder(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("data_dir: the folder {} cannot be made", folder.display()))
}

fn database(settings: &Settings) -> anyhow::Result<DatabaseUrl> {
    if settings.database_url.is_empty() {
        return Ok(DatabaseUrl::Sqlite(
            settings.data_dir.join("chikaya.sqlite"),
        ));
    }
    let mut url = settings.database_url.clone();
    if !settings.database_password_file.as_os_str().is_empty() {
        let password =
            Settings::secret("database_password_file", &settings.database_password_file)?;
        let separator = if url.contains('?') { '&' } else { '?' };
        url = format!("{url}{separator}password={password}");
    }
    Ok(DatabaseUrl::parse(&url)?)
}

/// The file of the embedded database; an error on PostgreSQL, which has tools of its own.
pub(crate) fn sqlite_file(settings: &Settings) -> anyhow::Result<PathBuf> {
    match database(settings)? {
        DatabaseUrl::Sqlite(path) => Ok(path),
        DatabaseUrl::Postgres(_) => anyhow::bail!(
            "this instance is on PostgreSQL, whose own tools make its backups: see docs/operators.md, \"Backup and restore\""
        ),
    }
}

/// The archive, open and at this program's version.
fn archive(
    settings: &Settings,
    database: DatabaseUrl,
    durability: Durability,
) -> anyhow::Result<Archive> {
    let DatabaseUrl::Sqlite(file) = &database else {
        return open_archive(settings, database, durability);
    };
    // What SQLite says of a file that it may not write names neither the file nor why, and it may say it late.
    if let Some(why) = account::why_not_sqlite(file) {
        anyhow::bail!("{why}");
    }
    let named = format!("the database file {}", file.display());
    open_archive(settings, database, durability).context(named)
}

fn open_archive(
    settings: &Settings,
    database: DatabaseUrl,
    durability: Durability,
) -> anyhow::Result<Archive> {
    let archive = Archive::open(&ArchiveSettings {
        database,
        readers: settings.archive.readers,
        connections: settings.archive.connections,
        durability,
    })?;
    archive
        .migrate()
        .context("the database cannot be brought to this version")?;
    Ok(archive)
}

fn load_country(settings: &Settings, archive: &Archive) -> anyhow::Result<()> {
    let reform_authority = check::reform_authority(settings)?;
    let loaded = country::load(archive, &country::Pack::morocco(), &reform_authority)
        .with_context(|| {
            format!("the country pack cannot be loaded (reform_authority is {reform_authority})")
        })?;
    if loaded.changed > 0 {
        info!(rows = loaded.changed, "country pack loaded");
    }
    Ok(())
}

/// What looks at files for malware.
fn scanner(settings: &Settings) -> anyhow::Result<Option<Scanner>> {
    Ok(check::clamd(settings)?.map(|clamd| Scanner {
        scan: Arc::new(move |pieces| clamd.scan(pieces)),
        is_needed: settings.scan.needed,
    }))
}

/// Where files are.
pub(crate) fn blobs(settings: &Settings) -> anyhow::Result<Blobs> {
    if !settings.storage_url.is_empty() {
        return Blobs::open(&settings.storage_url)
            .with_context(|| format!("storage_url: {:?}", settings.storage_url));
    }
    let folder = settings.data_dir.join("blobs");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    let folder = folder.canonicalize()?;
    Ok(Blobs::open(&format!("file://{}", folder.display()))?)
}
