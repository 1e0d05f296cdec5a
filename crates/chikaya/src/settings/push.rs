//! What the section `[push]` says: whether browsers are told, and in whose name.

use anyhow::anyhow;
use chikaya_channels::push::{PushSettings, Pusher};
use chikaya_service::push::{PushKey, Reach};

use super::Settings;

/// How far messages to browsers go; `None` where browsers are not told.
pub(crate) fn reach(settings: &Settings) -> Option<Reach> {
    settings.push.enabled.then_some(if settings.push.stand_in {
        Reach::Anywhere
    } else {
        Reach::Public
    })
}

/// What tells browsers, if they are told.
pub(crate) fn pusher(settings: &Settings, key: PushKey) -> anyhow::Result<Option<Pusher>> {
    let pusher = checked(settings)?.map(|settings| Pusher::new(settings, key));
    pusher.transpose().map_err(|error| anyhow!("push.{error}"))
}

/// How messages reach browsers, if they are told.
pub(crate) fn checked(settings: &Settings) -> anyhow::Result<Option<PushSettings>> {
    let Some(reach) = reach(settings) else {
        return Ok(None);
    };
    let contact = contact(settings);
    let settings = PushSettings { reach, contact };
    settings.check().map_err(|error| anyhow!("push.{error}"))?;
    Ok(Some(settings))
}

/// Where whoever runs a push service reaches whoever runs the portal: the portal itself where nothing is set. One without TLS
/// is tried on this machine alone.
pub(crate) fn contact(settings: &Settings) -> String {
    let portal = settings.portal();
    match settings.push.contact.trim() {
        "" if portal.starts_with("https:") => portal,
        "" => "mailto:postmaster@localhost".to_owned(),
        contact => contact.to_owned(),
    }
}
