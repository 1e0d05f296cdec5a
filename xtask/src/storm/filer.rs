//! Filers by the interface for programs: each filing has a key, under which it can be sent again.

use super::{
    client::{Client, Next, is_lost},
    ledger::{Ledger, Told},
};
use crate::visitor::{Filed, Visitor};

/// A program that files.
pub(super) struct Filer(Visitor);

impl Filer {
    /// One that has filed nothing.
    pub(super) fn new(address: String) -> Self {
        Self(Visitor::new(address))
    }

    /// Files under a key, or asks what came of it.
    pub(super) fn file(&self, key: &str) -> anyhow::Result<Filed> {
        let sent = serde_json::json!({
            "kind": "complaint",
            "language": "fr",
            "text": "Le lampadaire de la rue est éteint depuis trois semaines.",
            "subject": "public-lighting",
            "territory": super::TIZNIT,
        });
        self.0.file(key, &sent.to_string())
    }
}

impl Client for Filer {
    fn go_to(&mut self, address: &str) {
        self.0.go_to(address);
    }

    fn act(&mut self, ledger: &Ledger) -> anyhow::Result<Next> {
        let key = format!("storm-{}", ledger.number());
        match self.file(&key) {
            Ok(Filed { reference, .. }) => ledger.note(Told::Filed { key, reference }),
            Err(error) => {
                if is_lost(&error) {
                    ledger.note(Told::Unheard { key });
                }
                return Err(error);
            }
        }
        Ok(Next::More)
    }

    fn is_under_way(&self) -> bool {
        false
    }
}
