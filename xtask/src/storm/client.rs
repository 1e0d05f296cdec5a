//! Clients: whoever does something with the portal, and goes on where it stood when the portal is there again.

use anyhow::ensure;

use super::ledger::Ledger;

/// Whether a client has more to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// It goes on.
    More,
    /// It waits for the next portal.
    Nothing,
}

/// Somebody at work.
pub(super) trait Client: Send {
    /// Finds the portal at another address from now on.
    fn go_to(&mut self, address: &str);

    /// Takes one step. What was told is noted; a step whose answer was lost is taken again, as a person would.
    fn act(&mut self, ledger: &Ledger) -> anyhow::Result<Next>;

    /// Whether something that was begun has not ended.
    fn is_under_way(&self) -> bool;
}

/// More steps than anything takes from its beginning to its end.
const STEPS: usize = 50;

/// Acts until the portal is gone, or nothing is left to do. An answer that nobody expects is an error.
pub(super) fn work(client: &mut dyn Client, ledger: &Ledger) -> anyhow::Result<()> {
    loop {
        match client.act(ledger) {
            Ok(Next::More) => {}
            Ok(Next::Nothing) => return Ok(()),
            Err(error) if is_lost(&error) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

/// Brings what is under way to its end.
pub(super) fn finish(client: &mut dyn Client, ledger: &Ledger) -> anyhow::Result<()> {
    let mut steps = 0;
    while client.is_under_way() {
        client.act(ledger)?;
        steps += 1;
        ensure!(steps < STEPS, "a client does not come to an end");
    }
    Ok(())
}

/// Whether an answer did not come, or not all of it: the portal was killed meanwhile.
pub(super) fn is_lost(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<ureq::Error>().is_some())
}
