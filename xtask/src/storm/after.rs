//! After the storm: what was begun is brought to its end, and everything acknowledged is asked for.

use anyhow::{Context as _, bail, ensure};

use super::{Storm, filer::Filer, follower, ledger::Told, officer::Officer, writer};
use crate::{
    form::between,
    visitor::{Filed, Visitor},
};

/// What was acknowledged, and what of it was not found.
#[derive(Default)]
struct Count {
    filed: usize,
    unheard: usize,
    received: usize,
    answered: usize,
    /// Answers of which the draft was left behind.
    left: usize,
    /// Everything acknowledged that is not there, in words.
    lost: Vec<String>,
    /// Answers that are there more than once.
    doubled: Vec<String>,
}

impl Storm<'_> {
    /// Looks for everything; says what there is.
    pub(super) fn end(mut self, kills: u32) -> anyhow::Result<()> {
        let rows = self.registers.finish(self.place)?;
        let portal = self.place.open()?;
        let address = portal.address();
        self.crowd.finish(&address, &self.ledger)?;
        let told = std::mem::take(&mut self.ledger).close();
        let officer = self.crowd.officer().context("there is no officer")?;
        let count = Count::of(told, &address, officer)?;
        let changes = self.crowd.administrator().changes();
        let computed_in = self.crowd.administrator().rest()?;
        portal.rest()?;
        let position = follower::rest(self.place)?;
        drop(portal);
        let record = self.doctor.look_at_all(self.place)?;
        let expected = self.population + count.filed + count.unheard + count.received + rows;
        let doubled = record.cases.abs_diff(expected) + count.doubled.len();
        println!(
            "{kills} kills of the portal, {} of an import, {} of a follower built again: {} filings acknowledged, {} \
             unanswered and sent again; {} filings on the pages with a file each; {} answers, {} with their draft left behind; {rows} rows imported; \
             {changes} changes of the calendar, computed {:.0} s after the storm; {} lost, {doubled} doubled or missing; \
             doctor --deep clean {} times since the look before and {} times whole; the record of {} cases, {} \
             events and {} files intact, {:.0} s",
            self.registers.killed,
            self.followers.killed,
            count.filed,
            count.unheard,
            count.received,
            count.answered,
            count.left,
            computed_in.as_secs_f64(),
            count.lost.len(),
            self.doctor.at_news,
            self.doctor.whole,
            record.cases,
            record.events,
            record.files,
            self.begun.elapsed().as_secs_f64(),
        );
        for words in count.lost.iter().chain(&count.doubled) {
            println!("  {words}");
        }
        ensure!(
            position == record.leaves,
            "followers are at event {position}, the record at {}",
            record.leaves
        );
        ensure!(
            record.files == count.received,
            "{} files are there, {} were acknowledged",
            record.files,
            count.received
        );
        if !count.lost.is_empty() || doubled > 0 {
            bail!("what was acknowledged is lost or doubled");
        }
        Ok(())
    }
}

impl Count {
    /// Asks for everything that was told.
    fn of(told: Vec<Told>, address: &str, officer: &mut Officer) -> anyhow::Result<Self> {
        let filer = Filer::new(address.to_owned());
        let mut count = Self::default();
        for told in told {
            match told {
                Told::Filed { key, reference } => {
                    count.filed += 1;
                    let again = filer.file(&key)?.reference;
                    if again != reference {
                        count.lost.push(format!("{reference} is {again} now"));
                    }
                }
                Told::Unheard { key } => {
                    count.unheard += 1;
                    filer.file(&key)?;
                }
                Told::Received { case, number } => {
                    count.received += 1;
                    if let Err(error) = must_have(address, &case, number) {
                        count.lost.push(format!("{}: {error:#}", case.reference));
                    }
                }
                Told::Answered { reference, words } => {
                    count.answered += 1;
                    let found = officer.find(&reference, &words)?;
                    count.left += usize::from(found.is_left);
                    match found.sent {
                        1 => {}
                        0 => count.lost.push(format!("the answer to {reference}")),
                        more => {
                            let words =
                                format!("the answer to {reference} stands there {more} times");
                            count.doubled.push(words);
                        }
                    }
                }
            }
        }
        Ok(count)
    }
}

/// Opens a case with what its receipt says, and compares its file.
fn must_have(address: &str, case: &Filed, number: u64) -> anyhow::Result<()> {
    let mut visitor = Visitor::new(address.to_owned());
    visitor.open(case)?;
    let place = format!("/fr/track/{}", case.reference);
    let page = visitor.page(&place)?;
    let files = format!("href=\"{place}/files/");
    ensure!(page.matches(&files).count() == 1, "it has not one file");
    let id = between(&page, &files, "\"").context("its file has no address")?;
    let kept = visitor.download(&format!("{place}/files/{id}"))?;
    ensure!(
        kept == writer::file(number).bytes,
        "its file is another one, of {} bytes",
        kept.len()
    );
    Ok(())
}
