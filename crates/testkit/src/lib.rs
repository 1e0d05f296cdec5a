//! A town to test in: an application with a frozen clock, seeds, a post office and a database for each test.

mod authenticator;
mod by_hand;
pub mod post_office;
pub mod push_service;
mod record;
pub mod tampering;
pub mod town;
mod unrun;
pub mod values;

pub use chikaya_channels::{
    mail::{
        Mail,
        inward::{Imap, ImapSettings},
    },
    push::{PushSettings, Pusher},
    sms::Text,
};
pub use chikaya_testbed::{Engine, TestDatabase, database};

pub use self::{
    post_office::{PostOffice, Received},
    push_service::{PushService, Pushed, SeenBrowser},
    town::Town,
    unrun::breaks_of,
};

/// Runs one asynchronous body on both databases, as two tests.
#[macro_export]
macro_rules! in_both_towns {
    ($($name:ident => $body:path;)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                let town = tokio::task::spawn_blocking(|| $crate::Town::on($crate::Engine::Sqlite)).await.unwrap();
                $body(&town).await;
                tokio::task::spawn_blocking(move || drop(town)).await.unwrap();
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                let town = tokio::task::spawn_blocking(|| $crate::Town::on($crate::Engine::Postgres)).await.unwrap();
                $body(&town).await;
                tokio::task::spawn_blocking(move || drop(town)).await.unwrap();
            })+
        }
    };
}

/// The same on towns with a gateway for short messages, on [`town::sms_terms`].
#[macro_export]
macro_rules! in_texting_towns {
    ($($name:ident => $body:path;)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                let town = tokio::task::spawn_blocking(|| $crate::Town::with_gateway($crate::Engine::Sqlite, $crate::town::sms_terms())).await.unwrap();
                $body(&town).await;
                tokio::task::spawn_blocking(move || drop(town)).await.unwrap();
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                let town = tokio::task::spawn_blocking(|| $crate::Town::with_gateway($crate::Engine::Postgres, $crate::town::sms_terms())).await.unwrap();
                $body(&town).await;
                tokio::task::spawn_blocking(move || drop(town)).await.unwrap();
            })+
        }
    };
}
