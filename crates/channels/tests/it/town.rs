//! Clerks on a database of a test's own, and a case that is filed with them.

use chikaya_domain::{
    Language,
    case::{Actor, Channel, Kind, Track},
    id::{SubjectCode, TerritoryCode},
    person::Category,
};
use chikaya_service::{
    Clerks,
    case::file::{Filer, Filing},
};
use chikaya_testbed::{Engine, TIZNIT, TestDatabase, clerks};
use tempfile::TempDir;

/// The clerks, and what they stand on.
pub(crate) struct Town {
    pub(crate) clerks: Clerks,
    _database: TestDatabase,
    _files: TempDir,
}

impl Town {
    /// A town at 12 March 2026, 21:14 in the country's own time.
    pub(crate) fn on(engine: Engine) -> Self {
        let database = TestDatabase::on(engine);
        let files = TempDir::new().unwrap();
        Self {
            clerks: clerks(&database, files.path(), "2026-03-12T20:14:00Z"),
            _database: database,
            _files: files,
        }
    }
}

/// Runs one asynchronous body on both databases, as two tests.
macro_rules! in_both_towns {
    ($($name:ident => $body:path;)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                $crate::town::with(chikaya_testbed::Engine::Sqlite, async |town| $body(town).await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                $crate::town::with(chikaya_testbed::Engine::Postgres, async |town| $body(town).await).await;
            })+
        }
    };
}
pub(crate) use in_both_towns;

/// Makes a town, does something in it, and closes it.
pub(crate) async fn with(engine: Engine, body: impl AsyncFnOnce(&Town)) {
    let town = tokio::task::spawn_blocking(move || Town::on(engine))
        .await
        .unwrap();
    body(&town).await;
    tokio::task::spawn_blocking(move || drop(town))
        .await
        .unwrap();
}

/// A complaint about street lamps in Tiznit.
pub(crate) fn filing() -> Filing {
    Filing {
        taken_down: None,
        key: None,
        kind: Kind::Complaint,
        track: Track::Ordinary,
        channel: Channel::Web,
        language: Language::Arabic,
        category: Category::Person,
        subject: Some(SubjectCode::parse("public-lighting").unwrap()),
        territory: Some(TerritoryCode::parse(TIZNIT).unwrap()),
        coordinates: None,
        place: None,
        organisation: None,
        title: None,
        text: "ثلاث أسابيع هادي والمصابيح مطفأة في زنقة المدرسة بحي النخيل.".to_owned(),
        details: Vec::new(),
        filer: Filer::Anonymous,
        actor: Actor::Filer,
        is_sample: true,
    }
}
