//! Nothing personal reaches the log.

use std::{
    fmt::{Debug, Write as _},
    sync::{Mutex, OnceLock, PoisonError},
};

use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, Town, town};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

use crate::{
    cases::{EMAIL, NAME, act, asked, colleague, draft, file},
    visitor::{Visitor, counters},
};

/// Everything this process logs.
fn log() -> &'static Mutex<String> {
    static LOG: OnceLock<Mutex<String>> = OnceLock::new();
    LOG.get_or_init(Mutex::default)
}

/// Keeps every field of every event and span of every library.
struct Keeper;

struct Pen;

impl Visit for Pen {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let mut log = log().lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(log, "{}={value:?}", field.name()).unwrap();
    }
}

impl Subscriber for Keeper {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("chikaya") || *metadata.level() <= tracing::Level::INFO
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Pen);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Pen);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Pen);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_filed_answered_and_followed_without_a_personal_word_in_the_log() {
    tracing::subscriber::set_global_default(Keeper).unwrap();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let town = tokio::task::spawn_blocking(move || Town::on(engine))
            .await
            .unwrap();
        let counters = counters(&town);
        let mut filer = Visitor::new(&counters).await;
        let (reference, word) = file(&mut filer).await;
        let own = colleague(&town, &counters, Role::Officer, town::TIZNIT).await;
        for what in asked() {
            act(&town, &own.officer, &reference, what).await;
        }
        let page = format!("/fr/track/{reference}");
        assert_eq!(filer.get(&page).await.code(), 200);
        let version = crate::cases::version(&town, &own.officer, &reference)
            .await
            .to_string();
        let reply = [
            ("version", version.as_str()),
            ("reply", "Le poteau du zwiebelkuchen."),
        ];
        assert_eq!(
            filer.post(&format!("{page}/reply"), &reply).await.code(),
            303
        );
        filer.post("/fr/track/lost", &[("email", EMAIL)]).await;
        let wrong = [("email", EMAIL), ("password", "mot de passe perdu")];
        filer.post("/fr/desk/sign-in", &wrong).await;
        town.clerks.place_events().await.unwrap();
        let mut officer = own.browser.clone();
        let name = [("filer", NAME)];
        let answer = officer.post("/fr/desk/filer", &name).await;
        let answer = officer.get(answer.place()).await;
        assert!(answer.text().contains(&reference), "{NAME} is found");
        let begun = draft(&mut filer).await;
        let later = format!("/fr/file/{begun}/later");
        let code = filer.get(&later).await.between("id=\"draft-code\">", "<");
        filer.post(&later, &[("email", EMAIL)]).await;
        let back = filer.get(&format!("/fr/continue/{code}")).await;
        assert_eq!(back.code(), 303);
        let ended = filer.post("/fr/end", &[("draft", &begun)]).await;
        assert_eq!(ended.code(), 303);
        town.word_mail("http://portal.test").await;

        let logged = log().lock().unwrap_or_else(PoisonError::into_inner).clone();
        assert!(
            logged.contains("http.route=\"/{language}/file/{draft}/check\""),
            "{logged}"
        );
        let personal = [
            NAME,
            EMAIL,
            "06 12 34 56 78",
            "0612345678",
            "612345678",
            "29.69741",
            "9.73162",
            "29697410",
            "9731620",
            "xylophone",
            "zwiebelkuchen",
            "mot de passe perdu",
            &reference,
            &word,
            &begun,
            &code,
        ];
        for text in personal {
            assert!(!logged.contains(text), "{text} is logged: {logged}");
        }
        tokio::task::spawn_blocking(move || drop(town))
            .await
            .unwrap();
    }
}
