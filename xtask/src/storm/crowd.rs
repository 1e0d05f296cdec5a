//! The crowd: everybody who works with the portal at the same time.

use std::{thread, time::Duration};

use anyhow::anyhow;

use super::{
    administrator::Administrator,
    client::{self, Client},
    filer::Filer,
    ledger::Ledger,
    officer::Officer,
    writer::Writer,
};
use crate::portal::Portal;

/// The sample officers who answer.
const OFFICERS: [&str; 2] = ["officer@sample.invalid", "colleague@sample.invalid"];

/// Filers, writers, officers and an administrator.
pub(super) struct Crowd {
    filers: Vec<Filer>,
    writers: Vec<Writer>,
    officers: Vec<Officer>,
    administrator: Administrator,
}

impl Crowd {
    /// As many clients as are wanted, half of them on the pages, and the staff, signed in.
    pub(super) fn gather(address: &str, password: &str, clients: u32) -> anyhow::Result<Self> {
        let on_pages = clients / 2;
        Ok(Self {
            filers: (on_pages..clients)
                .map(|_| Filer::new(address.to_owned()))
                .collect(),
            writers: (0..on_pages)
                .map(|_| Writer::new(address.to_owned()))
                .collect(),
            officers: OFFICERS
                .into_iter()
                .map(|email| Officer::sign_in(address.to_owned(), email, password))
                .collect::<anyhow::Result<_>>()?,
            administrator: Administrator::sign_in(address.to_owned(), password)?,
        })
    }

    /// Has the administrator change the calendar as soon as there is a portal.
    pub(super) const fn ask_for_change(&mut self) {
        self.administrator.ask();
    }

    /// An officer, to look at cases.
    pub(super) fn officer(&mut self) -> Option<&mut Officer> {
        self.officers.first_mut()
    }

    /// The administrator.
    pub(super) const fn administrator(&mut self) -> &mut Administrator {
        &mut self.administrator
    }

    /// Lets everybody work until the portal is killed at a moment.
    pub(super) fn work(
        &mut self,
        portal: Portal,
        ledger: &Ledger,
        moment: Duration,
    ) -> anyhow::Result<()> {
        let address = portal.address();
        thread::scope(|scope| {
            let working: Vec<_> = self
                .everybody()
                .map(|client| {
                    client.go_to(&address);
                    scope.spawn(move || client::work(client, ledger))
                })
                .collect();
            thread::sleep(moment);
            drop(portal);
            for client in working {
                client
                    .join()
                    .map_err(|_| anyhow!("a client of the storm broke off"))??;
            }
            Ok(())
        })
    }

    /// Has everybody bring to an end what they began.
    pub(super) fn finish(&mut self, address: &str, ledger: &Ledger) -> anyhow::Result<()> {
        for client in self.everybody() {
            client.go_to(address);
            client::finish(client, ledger)?;
        }
        Ok(())
    }

    fn everybody(&mut self) -> impl Iterator<Item = &mut dyn Client> {
        let filers = self.filers.iter_mut().map(|one| one as &mut dyn Client);
        let writers = self.writers.iter_mut().map(|one| one as &mut dyn Client);
        let officers = self.officers.iter_mut().map(|one| one as &mut dyn Client);
        let administrator: &mut dyn Client = &mut self.administrator;
        filers
            .chain(writers)
            .chain(officers)
            .chain(std::iter::once(administrator))
    }
}
