//! What a town's database holds, for tests that ask whether something was left behind.

use chikaya_service::{audit::DEEDS, message::outbox::MESSAGE_JOB};
use chikaya_store::DatabaseUrl;
use postgres::NoTls;

use crate::town::Town;

/// The facts of one case in order.
const FACTS: &str = "
    SELECT event.fact
    FROM event
    JOIN case_state ON case_state.id = event.case_id
    WHERE case_state.reference = $1
    ORDER BY event.sequence";

/// The hashed texts of the events of one case in order.
const PAYLOADS: &str = "
    SELECT event.payload
    FROM event
    JOIN case_state ON case_state.id = event.case_id
    WHERE case_state.reference = $1
    ORDER BY event.sequence";

/// The words of who acted, beside the events of one case in order.
const ACTORS: &str = "
    SELECT event.actor
    FROM event
    JOIN case_state ON case_state.id = event.case_id
    WHERE case_state.reference = $1
    ORDER BY event.sequence";

/// What the lines of the audit trail say was done. The town's clock stands still, so they have no order in time.
const AUDIT: &str = "
    SELECT action
    FROM audit
    WHERE action <> $1
    ORDER BY action";

/// References of all cases that hold a text.
const CASES: &str = "
    SELECT reference
    FROM case_state
    WHERE reference <> $1
    ORDER BY reference";

/// The body that has a case.
const BODY: &str = "
    SELECT organisation
    FROM case_state
    WHERE reference = $1";

/// What drafts hold.
const DRAFTS: &str = "
    SELECT content
    FROM draft
    WHERE content <> $1
    ORDER BY content";

/// What is kept of the filer of a case: name, telephone number, e-mail address; of the case: place, text.
const NAME: &str = "
    SELECT COALESCE(person.name, '')
    FROM case_state
    JOIN person ON person.id = case_state.person
    WHERE case_state.reference = $1";
const PHONE: &str = "
    SELECT contact.value
    FROM case_state
    JOIN contact ON contact.person = case_state.person
    WHERE case_state.reference = $1 AND contact.kind = 'phone'";
const EMAIL: &str = "
    SELECT contact.value
    FROM case_state
    JOIN contact ON contact.person = case_state.person
    WHERE case_state.reference = $1 AND contact.kind = 'email'";
const PLACE: &str = "
    SELECT COALESCE(place, '')
    FROM case_state
    WHERE reference = $1";
const TEXT: &str = "
    SELECT document.body
    FROM case_state
    JOIN document ON document.id = case_state.document
    WHERE case_state.reference = $1";

/// What lies in the outbox, row by row, with how often each was tried.
const OUTBOX: &str = "
    SELECT payload || ' ' || COALESCE(secret, '-') || ' ' || COALESCE(last_error, '-') || ' '
        || CAST(attempts AS TEXT)
    FROM job
    WHERE kind = $1
    ORDER BY id";

impl Town {
    /// What lies in the outbox, done or not: what each message is about, what of it is secret, what went wrong last and
    /// how often it was tried.
    pub async fn outbox(&self) -> Vec<String> {
        self.column(OUTBOX, MESSAGE_JOB).await
    }

    /// What is kept of a kind of value (`name`, `phone`, `email`, `place`, `text`) with a case; empty when nothing is.
    ///
    /// # Panics
    /// When there is no such kind.
    pub async fn kept(&self, kind: &str, reference: &str) -> String {
        let statement = match kind {
            "name" => NAME,
            "phone" => PHONE,
            "email" => EMAIL,
            "place" => PLACE,
            "text" => TEXT,
            other => panic!("nothing of the kind {other} is kept"),
        };
        let found = self.column(statement, reference).await;
        found.into_iter().next().unwrap_or_default()
    }

    /// The facts of a case in order, such as `filed`, `examined`.
    pub async fn facts(&self, reference: &str) -> Vec<String> {
        self.column(FACTS, reference).await
    }

    /// The hashed texts of the events of a case in order.
    pub async fn payloads(&self, reference: &str) -> Vec<String> {
        self.column(PAYLOADS, reference).await
    }

    /// The words of who acted, beside the events of a case in order, such as `filer`, `staff`.
    pub async fn actors(&self, reference: &str) -> Vec<String> {
        self.column(ACTORS, reference).await
    }

    /// What the audit trail says was done, such as `case.open`, sorted.
    ///
    /// # Panics
    /// When a deed is none of [`DEEDS`], for which there are words.
    pub async fn audit(&self) -> Vec<String> {
        let deeds = self.column(AUDIT, "").await;
        for deed in &deeds {
            assert!(
                DEEDS.contains(&deed.as_str()),
                "auditors would read {deed:?} without words"
            );
        }
        deeds
    }

    /// The references of all cases.
    pub async fn references(&self) -> Vec<String> {
        self.column(CASES, "").await
    }

    /// The code of the body that has a case, if there is such a case.
    pub async fn body_of(&self, reference: &str) -> Option<String> {
        self.column(BODY, reference).await.pop()
    }

    /// What the drafts hold, as text.
    pub async fn drafts(&self) -> Vec<String> {
        self.column(DRAFTS, "").await
    }

    /// The names of all files that lie in storage.
    pub fn stored_files(&self) -> Vec<String> {
        let mut folders = vec![self.blobs().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the folder of files can be read") {
                let path = entry.expect("it can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path.display().to_string());
                }
            }
        }
        files.sort();
        files
    }

    /// The first column of what a statement with one text answers.
    async fn column(&self, statement: &'static str, text: &str) -> Vec<String> {
        let url = self.database.url().clone();
        let text = text.to_owned();
        tokio::task::spawn_blocking(move || first_column(&url, statement, &text))
            .await
            .expect("asking does not break off")
    }

    /// The same, on a thread that may wait and on one that runs asynchronous code.
    pub(crate) fn column_now(&self, statement: &'static str, text: &str) -> Vec<String> {
        let url = self.database.url().clone();
        let text = text.to_owned();
        std::thread::spawn(move || first_column(&url, statement, &text))
            .join()
            .expect("asking does not break off")
    }
}

fn first_column(url: &DatabaseUrl, statement: &'static str, text: &str) -> Vec<String> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let database = rusqlite::Connection::open(path).expect("the file can be opened");
            let mut prepared = database.prepare(statement).expect("it can be asked");
            prepared
                .query_map([&text], |row| row.get(0))
                .and_then(Iterator::collect)
                .expect("rows can be read")
        }
        DatabaseUrl::Postgres(url) => postgres::Client::connect(url, NoTls)
            .and_then(|mut client| client.query(statement, &[&text]))
            .expect("rows can be read")
            .iter()
            .map(|row| row.get(0))
            .collect(),
    }
}
