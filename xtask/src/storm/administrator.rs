//! The administrator: makes Saturday a day of work or of rest by turns, so that all due dates are computed anew.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use super::{
    client::{Client, Next},
    ledger::Ledger,
};
use crate::{form::Form, visitor::Visitor};

/// The page of the calendar.
const CALENDAR: &str = "/fr/admin/calendar";

/// Where days of rest are set.
const WEEKEND: &str = "/fr/admin/calendar/weekend";

/// How long computing anew may take once nobody kills the portal. A run that was killed rests for two minutes first.
const WORK: Duration = Duration::from_hours(1);

/// A sample administrator who is signed in.
pub(super) struct Administrator {
    visitor: Visitor,
    is_asked: bool,
    changes: u32,
}

impl Administrator {
    /// An administrator who signs in.
    pub(super) fn sign_in(address: String, password: &str) -> anyhow::Result<Self> {
        let mut visitor = Visitor::new(address);
        visitor.sign_in("admin@sample.invalid", password)?;
        Ok(Self {
            visitor,
            is_asked: false,
            changes: 0,
        })
    }

    /// Asks for another change of the calendar.
    pub(super) const fn ask(&mut self) {
        self.is_asked = true;
    }

    /// Changes that were acknowledged.
    pub(super) const fn changes(&self) -> u32 {
        self.changes
    }

    /// Waits until the due dates are computed; answers how long that took.
    pub(super) fn rest(&mut self) -> anyhow::Result<Duration> {
        let begun = Instant::now();
        while self.visitor.page(CALENDAR)?.contains("<progress") {
            ensure!(
                begun.elapsed() < WORK,
                "due dates are still computed after {} s",
                WORK.as_secs()
            );
            thread::sleep(Duration::from_secs(1));
        }
        Ok(begun.elapsed())
    }
}

impl Client for Administrator {
    fn go_to(&mut self, address: &str) {
        self.visitor.go_to(address);
    }

    fn act(&mut self, _: &Ledger) -> anyhow::Result<Next> {
        if !self.is_asked {
            return Ok(Next::Nothing);
        }
        let page = self.visitor.page(CALENDAR)?;
        let form = Form::find(&page, &format!("\"{WEEKEND}\""))
            .context("days of rest have no form")?
            .toggled("day-6");
        self.visitor.submit(WEEKEND, &form)?;
        self.is_asked = false;
        self.changes += 1;
        Ok(Next::Nothing)
    }

    fn is_under_way(&self) -> bool {
        self.is_asked
    }
}
