//! Changes behind the archive's back, as somebody with access to the database could make them.

use std::fmt::Write as _;

use chikaya_store::DatabaseUrl;
use postgres::NoTls;
use uuid::Uuid;

use crate::town::Town;

impl Town {
    /// Changes the database by hand, past all that would forbid it; the record is broken afterwards, and the town may end
    /// like that.
    ///
    /// # Panics
    /// When the statements cannot be run.
    pub async fn by_hand(&self, statements: &str) {
        self.tamper();
        let (url, statements) = (self.database.url().clone(), statements.to_owned());
        tokio::task::spawn_blocking(move || match &url {
            DatabaseUrl::Sqlite(path) => rusqlite::Connection::open(path)
                .and_then(|database| {
                    database.busy_timeout(std::time::Duration::from_secs(10))?;
                    database.execute_batch(&format!(
                        "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; {statements}; COMMIT"
                    ))
                })
                .expect("rows can be changed"),
            DatabaseUrl::Postgres(url) => postgres::Client::connect(url, NoTls)
                .and_then(|mut client| {
                    // Whoever may do that asks no foreign key.
                    client.batch_execute(&format!(
                        "SET session_replication_role = replica; BEGIN; {statements}; COMMIT"
                    ))
                })
                .expect("rows can be changed"),
        })
        .await
        .expect("changing does not break off");
    }

    /// The numbers in the first column of what a statement answers.
    ///
    /// # Panics
    /// When it cannot be asked.
    pub async fn column_of_numbers(&self, statement: &str) -> Vec<i64> {
        let (url, statement) = (self.database.url().clone(), statement.to_owned());
        tokio::task::spawn_blocking(move || match &url {
            DatabaseUrl::Sqlite(path) => {
                let database = rusqlite::Connection::open(path).expect("the file can be opened");
                let mut prepared = database.prepare(&statement).expect("it can be asked");
                prepared
                    .query_map([], |row| row.get(0))
                    .and_then(Iterator::collect)
                    .expect("rows can be read")
            }
            DatabaseUrl::Postgres(url) => postgres::Client::connect(url, NoTls)
                .and_then(|mut client| client.query(&statement, &[]))
                .expect("rows can be read")
                .iter()
                .map(|row| row.get(0))
                .collect(),
        })
        .await
        .expect("asking does not break off")
    }

    /// Bytes as a statement has them.
    pub fn bytes(&self, bytes: &[u8]) -> String {
        let digits = bytes.iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        match self.database.url() {
            DatabaseUrl::Sqlite(_) => format!("x'{digits}'"),
            DatabaseUrl::Postgres(_) => format!("'\\x{digits}'::bytea"),
        }
    }

    /// An identifier as a statement has it.
    pub fn id(&self, id: Uuid) -> String {
        match self.database.url() {
            DatabaseUrl::Sqlite(_) => format!("x'{}'", id.simple()),
            DatabaseUrl::Postgres(_) => format!("'{id}'::uuid"),
        }
    }
}
