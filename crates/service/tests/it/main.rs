//! What the clerks do, on both databases in one run.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod calendar;
mod desk;
mod filing;
mod messages;
mod organisations;
mod people;
mod permission;
mod routine;
mod second_factor;
mod staff;
mod undelivered;

/// Runs one asynchronous body on both databases, as two tests.
#[macro_export]
macro_rules! in_both_towns {
    ($($name:ident => $body:path;)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                let town = tokio::task::spawn_blocking(|| chikaya_testkit::Town::on(chikaya_testkit::Engine::Sqlite)).await.unwrap();
                $body(&town).await;
                tokio::task::spawn_blocking(move || drop(town)).await.unwrap();
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                let town = tokio::task::spawn_blocking(|| chikaya_testkit::Town::on(chikaya_testkit::Engine::Postgres)).await.unwrap();
                $body(&town).await;
                tokio::task::spawn_blocking(move || drop(town)).await.unwrap();
            })+
        }
    };
}
