//! A database for each test: a copy of one that was migrated and loaded once.

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use chikaya_domain::id::OrganisationCode;
use chikaya_service::country;
use chikaya_store::{Archive, ArchiveSettings, DatabaseUrl, Durability};
use postgres::{Client, NoTls};
use tempfile::TempDir;

/// The two databases every contract holds on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL, from the cluster that `cargo xtask test` or `cargo xtask postgres` started.
    Postgres,
}

/// A database of a test's own, migrated, with the country pack loaded.
pub struct TestDatabase {
    archive: Archive,
    url: DatabaseUrl,
    /// Holds the folder of an SQLite file until the archive is closed.
    _folder: Option<TempDir>,
}

/// The code of the reform authority in the country pack.
pub const REFORM_AUTHORITY: &str = "reform-authority";

/// Numbers databases within this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

impl TestDatabase {
    /// A database on one of the engines.
    ///
    /// # Panics
    /// When it cannot be made; in particular when no PostgreSQL was started: absence must not look like success.
    pub fn on(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::sqlite(),
            Engine::Postgres => Self::postgres(),
        }
    }

    fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        let file = folder.path().join("town.sqlite");
        std::fs::copy(sqlite_template(), &file).expect("the template can be copied");
        let url = DatabaseUrl::Sqlite(file);
        Self {
            archive: open(&url),
            url,
            _folder: Some(folder),
        }
    }

    fn postgres() -> Self {
        let admin = admin_url();
        let template = postgres_template(&admin);
        let name = format!(
            "town_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::SeqCst)
        );
        let mut client = Client::connect(&admin, NoTls).expect("the test cluster answers");
        client
            .batch_execute(&format!(
                "CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"
            ))
            .expect("a database can be made from the template");
        let url = DatabaseUrl::Postgres(named(&admin, &name));
        Self {
            archive: open(&url),
            url,
            _folder: None,
        }
    }

    /// The archive.
    pub const fn archive(&self) -> &Archive {
        &self.archive
    }

    /// Where it is, for tests that open it a second time.
    pub const fn url(&self) -> &DatabaseUrl {
        &self.url
    }
}

fn open(url: &DatabaseUrl) -> Archive {
    Archive::open(&ArchiveSettings {
        database: url.clone(),
        readers: 2,
        connections: 4,
        durability: Durability::None,
    })
    .expect("a test database can be opened")
}

fn prepare(url: &DatabaseUrl) {
    let archive = open(url);
    archive.migrate().expect("the migrations run");
    let authority = OrganisationCode::parse(REFORM_AUTHORITY).expect("a code");
    country::load(&archive, &country::Pack::morocco(), &authority).expect("the country pack loads");
}

/// The SQLite file all tests of this process copy.
fn sqlite_template() -> &'static Path {
    static TEMPLATE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    &TEMPLATE
        .get_or_init(|| {
            let folder = TempDir::new().expect("a temporary folder can be made");
            let made = folder.path().join("made.sqlite");
            prepare(&DatabaseUrl::Sqlite(made.clone()));
            // What was committed may still lie in the write-ahead log: a thread of the archive closes the file, and
            // nobody waits for it. A copy by the database itself reads both.
            let file = folder.path().join("template.sqlite");
            rusqlite::Connection::open(made)
                .and_then(|made| made.execute("VACUUM INTO ?1", [file.to_str()]))
                .expect("the template can be copied into one file");
            (folder, file)
        })
        .1
}

/// The template database all processes of a run share, made by whoever comes first.
fn postgres_template(admin: &str) -> String {
    static MADE: Mutex<Option<String>> = Mutex::new(None);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(name) = made.as_ref() {
        return name.clone();
    }
    let name = format!("template_{:016x}", chikaya_store::fingerprint());
    let mut client = Client::connect(admin, NoTls).expect("the test cluster answers");
    client
        .batch_execute("SELECT pg_advisory_lock(3737)")
        .expect("processes can wait for each other");
    let ready = client
        .query_opt(
            "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate",
            &[&name],
        )
        .expect("databases can be listed")
        .is_some();
    if !ready {
        client
            .batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))
            .expect("a half-made template can be dropped");
        client
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .expect("a database can be made");
        prepare(&DatabaseUrl::Postgres(named(admin, &name)));
        client
            .batch_execute(&format!("ALTER DATABASE {name} IS_TEMPLATE true"))
            .expect("a template can be marked");
    }
    client
        .batch_execute("SELECT pg_advisory_unlock(3737)")
        .expect("the lock was held");
    *made = Some(name.clone());
    name
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test cluster's address comes from the test command"
)]
fn admin_url() -> String {
    std::env::var("CHIKAYA_TEST_POSTGRES_URL").expect(
        "no PostgreSQL for tests: run `cargo xtask test`, or `cargo xtask postgres --detach` and export what it prints",
    )
}

/// The address of another database of the same cluster: the path is the name.
fn named(admin: &str, name: &str) -> String {
    let (address, question) = admin
        .split_once('?')
        .map_or((admin, None), |(address, question)| {
            (address, Some(question))
        });
    let base = address.rsplit_once('/').map_or(address, |(base, _)| base);
    match question {
        Some(question) => format!("{base}/{name}?{question}"),
        None => format!("{base}/{name}"),
    }
}
