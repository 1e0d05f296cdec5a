//! The exchange, as the settings have it.

use anyhow::anyhow;
use chikaya_channels::telephony::ExchangeSettings;

use super::Settings;

/// How the exchange is reached; none without one.
pub(crate) fn exchange(settings: &Settings) -> anyhow::Result<Option<ExchangeSettings>> {
    let telephony = &settings.telephony;
    if telephony.url.is_empty() {
        return Ok(None);
    }
    Ok(Some(ExchangeSettings {
        url: telephony.url.clone(),
        user: telephony.user.clone(),
        password: Settings::secret("telephony.password_file", &telephony.password_file)?,
        app: telephony.app.clone(),
        sounds: telephony.sounds.clone(),
    }))
}

/// Everything that is wrong with the section.
pub(crate) fn faults(settings: &Settings) -> Vec<anyhow::Error> {
    match exchange(settings) {
        Ok(None) => Vec::new(),
        Ok(Some(exchange)) => exchange
            .faults()
            .into_iter()
            .map(|fault| anyhow!("telephony.{fault}"))
            .collect(),
        Err(error) => vec![error],
    }
}
