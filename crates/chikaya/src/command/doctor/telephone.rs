//! Whether the exchange answers, and whether everything that is said has its recording.

use chikaya_channels::telephony::{ari::Exchange, voice};

use super::{super::wait::wait, finding::Finding};
use crate::{building::Building, settings::telephony};

/// How many missing files are named.
const NAMED: usize = 5;

/// What is found of the telephone; nothing where there is no exchange.
pub(super) fn check(building: &Building) -> Vec<Finding> {
    let settings = building.settings();
    let exchange = match telephony::exchange(settings) {
        Ok(Some(exchange)) => exchange,
        Ok(None) => return Vec::new(),
        Err(error) => return vec![Finding::wrong("telephone", format!("{error:#}"))],
    };
    let mut findings = Vec::new();
    if let Some(exchange) = Exchange::new(&exchange) {
        findings.push(match wait(exchange.version()) {
            Ok(version) => Finding::known("telephone", format!("Asterisk {version}")),
            Err(error) => Finding::wrong(
                "telephone",
                format!(
                    "{error:#}: check url, user and password in [telephony], http.conf and ari.conf"
                ),
            ),
        });
    }
    if let Some(folder) = settings.telephony.voice_dir() {
        findings.push(pack(folder));
    }
    findings
}

/// An exchange passes over a file that is missing and reports success.
fn pack(folder: &std::path::Path) -> Finding {
    let missing = voice::missing(folder);
    if missing.is_empty() {
        return Finding::well("voice pack");
    }
    let first: Vec<String> = missing
        .iter()
        .take(NAMED)
        .map(|file| file.display().to_string())
        .collect();
    let dots = if missing.len() > NAMED { ", …" } else { "" };
    Finding::wrong(
        "voice pack",
        format!(
            "{} recordings are missing in {} and callers hear nothing there ({}{dots}): chikaya voice build --out {}",
            missing.len(),
            folder.display(),
            first.join(", "),
            folder.display()
        ),
    )
}
