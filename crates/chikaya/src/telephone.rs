//! The telephone: a switchboard beside the workers, where there is an exchange.

use std::sync::Arc;

use chikaya_channels::telephony::{CallCentre, Calls, Desk, Kept, Switchboard, Tempo};
use chikaya_service::Clerks;
use tokio::sync::watch;

use crate::settings::{Settings, check, telephony};

/// The switchboard of this process; none without an exchange.
pub(crate) fn switchboard(
    settings: &Settings,
    clerks: &Clerks,
) -> anyhow::Result<Option<Switchboard>> {
    let Some(exchange) = telephony::exchange(settings)? else {
        return Ok(None);
    };
    let name = format!("{:016x}", clerks.identifiers().number());
    let queues = check::queues(settings)?;
    let kept = Kept {
        talks_days: settings.calls.recordings_days,
        messages: settings.calls.voice_messages,
    };
    let centre = queues
        .into_iter()
        .next()
        .map(|queue| Arc::new(CallCentre::new(clerks.clone(), queue, kept)) as Arc<dyn Calls>);
    let desk = Desk::new(clerks.clone(), centre);
    Ok(Switchboard::new(&exchange, desk, name, Tempo::default()))
}

/// Serves calls until `stopped` says so; nothing without an exchange.
pub(crate) async fn serve(switchboard: Option<Switchboard>, stopped: watch::Receiver<bool>) {
    if let Some(switchboard) = switchboard {
        switchboard.run(stopped).await;
    }
}
