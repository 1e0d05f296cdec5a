//! The administration pages as a browser without script meets them. They are the same on both databases, and tried on
//! SQLite; the verbs behind them, and the rows of the table of routes, are tried on both.

mod calendar;
mod organisations;
mod people;
mod policies;
mod rows;
mod trail;

use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, Town, town};

use crate::visitor::{Visitor, counters};

/// Someone of `role` in the reform authority, signed in by the form, with where signing in led.
async fn signed_in(town: &Town, role: Role) -> (Visitor, String) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let email = format!("{role}@portal.test");
    town.officer(&email, role, "reform-authority").await;
    let fields = [("email", email.as_str()), ("password", town::PASSWORD)];
    let mut answer = visitor.post("/fr/desk/sign-in", &fields).await;
    assert_eq!(answer.code(), 303, "{}", answer.text());
    let mut place = String::new();
    while !answer.place().is_empty() {
        answer.place().clone_into(&mut place);
        answer = visitor.get(&place).await;
    }
    (visitor, place)
}

/// A town of a test's own.
async fn new_town() -> Town {
    tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite))
        .await
        .unwrap()
}

/// Drops a town where its archive may wait for its threads.
async fn leave(town: Town) {
    tokio::task::spawn_blocking(move || drop(town))
        .await
        .unwrap();
}
