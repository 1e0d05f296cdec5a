//! The telephone: a switchboard beside the workers, where there is an exchange.

use chikaya_channels::telephony::{Desk, Switchboard, Tempo};
use chikaya_service::Clerks;
use tokio::sync::watch;

use crate::settings::{Settings, telephony};

/// The switchboard of this process; none without an exchange.
pub(crate) fn switchboard(
    settings: &Settings,
    clerks: &Clerks,
) -> anyhow::Result<Option<Switchboard>> {
    let Some(exchange) = telephony::exchange(settings)? else {
        return Ok(None);
    };
    let name = format!("{:016x}", clerks.identifiers().number());
    // What agents do for callers has no desk of its own yet: the menu tells of cases.
    let desk = Desk::new(clerks.clone(), None);
    Ok(Switchboard::new(&exchange, desk, name, Tempo::default()))
}

/// Serves calls until `stopped` says so; nothing without an exchange.
pub(crate) async fn serve(switchboard: Option<Switchboard>, stopped: watch::Receiver<bool>) {
    if let Some(switchboard) = switchboard {
        switchboard.run(stopped).await;
    }
}
