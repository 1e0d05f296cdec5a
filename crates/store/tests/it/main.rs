//! The contract of the archive, held on both databases in one run.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod archive;
mod case;
mod follow;
mod job;
mod migration;
mod plan;
mod schema;
mod staff;
mod statistics;

/// Runs one body on both databases, as two tests.
#[macro_export]
macro_rules! on_both {
    ($($name:ident => $body:path;)+) => {
        mod sqlite {
            $(#[test] fn $name() { $body(&chikaya_testbed::TestDatabase::on(chikaya_testbed::Engine::Sqlite)); })+
        }
        mod postgres {
            $(#[test] fn $name() { $body(&chikaya_testbed::TestDatabase::on(chikaya_testbed::Engine::Postgres)); })+
        }
    };
}
