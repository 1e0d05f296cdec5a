//! What is wrong with settings that can be read: the same for every command, each fault with the name of its key.

use std::net::IpAddr;

use anyhow::{Context as _, bail};
use chikaya_channels::clamd::Clamd;
use chikaya_domain::{Language, id::OrganisationCode, person::Email, reference::ReferencePrefix};
use chikaya_store::DatabaseUrl;
use chikaya_web::IpNet;
use tracing_subscriber::EnvFilter;
use url::Url;

use super::Settings;
use crate::worker::seals::Keepers;

/// Everything that is wrong with the settings, one sentence for each fault.
pub(crate) fn faults(settings: &Settings) -> Vec<String> {
    let judged = [
        public_url(&settings.public_url),
        trusted_proxies(settings).map(drop),
        database_url(&settings.database_url),
        storage_url(&settings.storage_url),
        reference_prefix(settings).map(drop),
        reform_authority(settings).map(drop),
        log_filter(&settings.log.filter),
        metrics_address(&settings.metrics.listen),
        clamd(settings).map(drop),
        positive("archive.readers", settings.archive.readers > 0),
        positive("archive.connections", settings.archive.connections > 0),
        positive(
            "web.requests_per_minute",
            settings.web.requests_per_minute > 0,
        ),
        positive("worker.poll_seconds", settings.worker.poll_seconds > 0),
        positive("worker.batch", settings.worker.batch > 0),
        keepers(settings).map(drop),
    ];
    judged
        .into_iter()
        .filter_map(Result::err)
        .map(|error| format!("{error:#}"))
        .collect()
}

/// The proxies that are believed: networks, and addresses, each of which is a network of one.
pub(crate) fn trusted_proxies(settings: &Settings) -> anyhow::Result<Vec<IpNet>> {
    settings
        .web
        .trusted_proxies
        .iter()
        .map(|proxy| {
            proxy
                .parse()
                .or_else(|_| proxy.parse::<IpAddr>().map(IpNet::from))
                .map_err(|_| {
                    anyhow::anyhow!(
                        "web.trusted_proxies: {proxy:?} is neither an address (127.0.0.1) nor a network (10.0.0.0/8)"
                    )
                })
        })
        .collect()
}

/// Who keeps the seals of the record.
pub(crate) fn keepers(settings: &Settings) -> anyhow::Result<Keepers> {
    let seals = &settings.seals;
    let mail = seals
        .mail
        .iter()
        .map(|address| {
            Email::parse(address)
                .map_err(|_| anyhow::anyhow!("seals.mail: {address:?} is no e-mail address"))
        })
        .collect::<anyhow::Result<_>>()?;
    let language = Language::from_code(&seals.language).ok_or_else(|| {
        anyhow::anyhow!(
            "seals.language: {:?} is none of ar, zgh, fr and en",
            seals.language
        )
    })?;
    Ok(Keepers {
        file: settings.seal_file(),
        mail,
        language,
    })
}

/// The first part of references.
pub(crate) fn reference_prefix(settings: &Settings) -> anyhow::Result<ReferencePrefix> {
    ReferencePrefix::parse(&settings.reference_prefix)
        .with_context(|| format!("reference_prefix cannot be {:?}", settings.reference_prefix))
}

/// The organisation that routes what nobody else is known to answer. That there is one is for the country pack to say.
pub(crate) fn reform_authority(settings: &Settings) -> anyhow::Result<OrganisationCode> {
    OrganisationCode::parse(&settings.reform_authority).with_context(|| {
        format!(
            "reform_authority: {:?} is no organisation's code",
            settings.reform_authority
        )
    })
}

/// The malware scanner, if there is one.
pub(crate) fn clamd(settings: &Settings) -> anyhow::Result<Option<Clamd>> {
    let address = &settings.scan.clamd;
    if address.is_empty() {
        return Ok(None);
    }
    Clamd::parse(address)
        .map(Some)
        .context("scan.clamd cannot be used")
}

fn public_url(address: &str) -> anyhow::Result<()> {
    if address.is_empty() {
        return Ok(());
    }
    let url = Url::parse(address).ok();
    let is_web = url
        .as_ref()
        .is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(url) = url.filter(|_| is_web) else {
        bail!("public_url: {address:?} does not begin with http:// or https:// and a host");
    };
    let is_bare = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty();
    if !is_bare {
        bail!(
            "public_url: {address:?} holds more than scheme, host and port: the portal has a host for itself, without a path"
        );
    }
    Ok(())
}

/// The address may hold a password and is not shown.
fn database_url(address: &str) -> anyhow::Result<()> {
    if address.is_empty() {
        return Ok(());
    }
    DatabaseUrl::parse(address)
        .map(drop)
        .context("database_url cannot be used")
}

fn storage_url(address: &str) -> anyhow::Result<()> {
    if address.is_empty() || Url::parse(address).is_ok_and(|url| url.to_file_path().is_ok()) {
        return Ok(());
    }
    bail!("storage_url: {address:?} is no address of a folder (file:///srv/chikaya/blobs)")
}

fn log_filter(filter: &str) -> anyhow::Result<()> {
    EnvFilter::try_new(filter)
        .map(drop)
        .with_context(|| format!("log.filter: {filter:?} cannot be read"))
}

fn metrics_address(address: &str) -> anyhow::Result<()> {
    let has_port = address
        .rsplit_once(':')
        .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    if address.is_empty() || has_port {
        return Ok(());
    }
    bail!("metrics.listen: {address:?} is no address with a port (127.0.0.1:9737)")
}

fn positive(key: &str, is_positive: bool) -> anyhow::Result<()> {
    if is_positive {
        return Ok(());
    }
    bail!("{key} must be 1 or more")
}
