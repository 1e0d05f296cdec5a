//! What is wrong with settings that can be read: the same for every command, each fault with the name of its key.

use std::{net::SocketAddr, sync::atomic::AtomicBool};

use anyhow::{Context as _, anyhow, bail};
use chikaya_channels::{
    clamd::Clamd,
    mail::{Security, SmtpSettings, inward::ImapSettings},
};
use chikaya_domain::{
    Language, call::QueueName, id::OrganisationCode, person::Email, reference::ReferencePrefix,
};
use chikaya_service::mail_in::MailRules;
use chikaya_store::DatabaseUrl;
use chikaya_web::{HookSecret, IpNet};
use jiff::SignedDuration;
use tracing_subscriber::EnvFilter;
use url::Url;

use super::{
    ImapSecurity, MailSecurity, Settings, android, network::network, push, sms, telephony,
};
use crate::worker::seals::Keepers;

/// Everything that is wrong with the settings, one sentence for each fault.
pub(crate) fn faults(settings: &Settings) -> Vec<String> {
    let judged = [
        public_url(&settings.public_url),
        database_url(&settings.database_url),
        database_password(settings),
        storage_url(&settings.storage_url),
        reference_prefix(settings).map(drop),
        reform_authority(settings).map(drop),
        security_contact(settings).map(drop),
        source_url(settings).map(drop),
        android::package(settings).map(drop),
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
        positive(
            "calls.answer_within_seconds",
            settings.calls.answer_within_seconds > 0,
        ),
        positive(
            "calls.keep_callers_days",
            settings.calls.keep_callers_days > 0,
        ),
        queues(settings).map(drop),
        cti_secret(settings).map(drop),
        language_of_seals(settings).map(drop),
        edition_every(settings).map(drop),
    ];
    let proxies = settings.web.trusted_proxies.iter();
    let keepers = settings.seals.mail.iter();
    judged
        .into_iter()
        .chain(proxies.map(|proxy| network("web.trusted_proxies", proxy).map(drop)))
        .chain(keepers.map(|address| keeper(address).map(drop)))
        .chain(mail(settings).into_iter().map(Err))
        .chain(sms::faults(settings).into_iter().map(Err))
        .chain(std::iter::once(push::checked(settings).map(drop)))
        .chain(std::iter::once(mail_in(settings).map(drop)))
        .chain(telephony::faults(settings).into_iter().map(Err))
        .filter_map(Result::err)
        .map(|error| format!("{error:#}"))
        .collect()
}

/// The proxies that are believed: networks, and addresses, each of which is a network of one.
pub(crate) fn trusted_proxies(settings: &Settings) -> anyhow::Result<Vec<IpNet>> {
    let proxies = &settings.web.trusted_proxies;
    proxies
        .iter()
        .map(|proxy| network("web.trusted_proxies", proxy))
        .collect()
}

/// The queues of the call centre: one at least.
pub(crate) fn queues(settings: &Settings) -> anyhow::Result<Vec<QueueName>> {
    let queues = &settings.calls.queues;
    if queues.is_empty() {
        bail!("calls.queues: one queue at least is needed");
    }
    queues
        .iter()
        .map(|queue| {
            QueueName::parse(queue).map_err(|error| anyhow!("calls.queues: {queue:?}: {error}"))
        })
        .collect()
}

/// By whom an exchange is believed that tells of calls; none when no file is named.
pub(crate) fn cti_secret(settings: &Settings) -> anyhow::Result<Option<HookSecret>> {
    let file = &settings.calls.cti_secret_file;
    if file.as_os_str().is_empty() {
        return Ok(None);
    }
    let secret = Settings::secret("calls.cti_secret_file", file)?;
    let secret = HookSecret::parse(&secret)
        .map_err(|error| anyhow!("calls.cti_secret_file: {}: {error}", file.display()))?;
    Ok(Some(secret))
}

/// Who keeps the seals of the record.
pub(crate) fn keepers(settings: &Settings) -> anyhow::Result<Keepers> {
    let mail = &settings.seals.mail;
    Ok(Keepers {
        file: settings.seal_file(),
        mail: mail
            .iter()
            .map(|address| keeper(address))
            .collect::<anyhow::Result<_>>()?,
        language: language_of_seals(settings)?,
        is_told: AtomicBool::new(false),
    })
}

fn keeper(address: &str) -> anyhow::Result<Email> {
    Email::parse(address).map_err(|_| anyhow!("seals.mail: {address:?} is no e-mail address"))
}

fn language_of_seals(settings: &Settings) -> anyhow::Result<Language> {
    let code = &settings.seals.language;
    Language::from_code(code)
        .ok_or_else(|| anyhow!("seals.language: {code:?} is none of ar, zgh, fr and en"))
}

/// How long at least between two editions of the public statistics.
pub(crate) fn edition_every(settings: &Settings) -> anyhow::Result<SignedDuration> {
    let words = settings.worker.edition_every.trim();
    if words.is_empty() {
        let minutes = if settings.demo { 1 } else { 60 };
        return Ok(SignedDuration::from_mins(minutes));
    }
    let every: Option<SignedDuration> = words.parse().ok();
    every.filter(SignedDuration::is_positive).ok_or_else(|| {
        anyhow!("worker.edition_every: {words:?} is no time such as \"1 hour\" or \"30 minutes\"")
    })
}

/// Where whoever finds a weakness writes to, as `security.txt` has it (RFC 9116: an address with its scheme); none when it is
/// empty.
pub(crate) fn security_contact(settings: &Settings) -> anyhow::Result<Option<String>> {
    let contact = settings.web.security_contact.trim();
    if contact.is_empty() {
        return Ok(None);
    }
    if let Ok(address) = Email::parse(contact) {
        return Ok(Some(format!("mailto:{}", address.as_str())));
    }
    let is_address = Url::parse(contact).is_ok_and(|url| match url.scheme() {
        "mailto" => Email::parse(url.path()).is_ok(),
        "https" => url.has_host(),
        "tel" => url.path().bytes().any(|byte| byte.is_ascii_digit()),
        _ => false,
    });
    if !is_address || contact.contains(char::is_control) {
        bail!(
            "web.security_contact: {contact:?} is neither an e-mail address nor one that begins with mailto:, https:// or tel:"
        );
    }
    Ok(Some(contact.to_owned()))
}

/// Where everyone can read the source code; none when it is empty.
pub(crate) fn source_url(settings: &Settings) -> anyhow::Result<Option<String>> {
    let address = settings.web.source_url.trim();
    if address.is_empty() {
        return Ok(None);
    }
    let url = Url::parse(address).ok();
    let url = url.filter(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    let url = url.ok_or_else(|| {
        anyhow!("web.source_url: {address:?} is no address that begins with https:// or http://")
    })?;
    Ok(Some(url.into()))
}

/// What is named in words; none when it is empty.
pub(crate) fn named(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// How the mail server is reached; none without one.
pub(crate) fn smtp(settings: &Settings) -> anyhow::Result<Option<SmtpSettings>> {
    let mail = &settings.mail;
    if mail.host.is_empty() {
        return Ok(None);
    }
    Ok(Some(SmtpSettings {
        credentials: mail_credentials(settings)?,
        ..smtp_without_credentials(settings)
    }))
}

fn mail_credentials(settings: &Settings) -> anyhow::Result<Option<(String, String)>> {
    let mail = &settings.mail;
    if mail.user.is_empty() {
        return Ok(None);
    }
    let password = Settings::secret("mail.password_file", &mail.password_file)?;
    Ok(Some((mail.user.clone(), password)))
}

fn smtp_without_credentials(settings: &Settings) -> SmtpSettings {
    let mail = &settings.mail;
    SmtpSettings {
        host: mail.host.clone(),
        port: mail.port,
        security: match mail.security {
            MailSecurity::Tls => Security::Tls,
            MailSecurity::StartTls => Security::StartTls,
            MailSecurity::None => Security::None,
        },
        credentials: None,
        from: mail.from.clone(),
        timeout_seconds: mail.timeout_seconds,
    }
}

fn mail(settings: &Settings) -> Vec<anyhow::Error> {
    if settings.mail.host.is_empty() {
        return Vec::new();
    }
    let faults = smtp_without_credentials(settings).faults();
    faults
        .into_iter()
        .map(|fault| anyhow!("mail.{fault}"))
        .chain(mail_credentials(settings).err())
        .collect()
}

/// How mail comes in.
#[derive(Clone, Debug)]
pub(crate) struct MailIn {
    /// By what it is judged.
    pub(crate) rules: MailRules,
    /// Where a mail server brings it.
    pub(crate) lmtp: Option<SocketAddr>,
    /// From where it is fetched.
    pub(crate) imap: Option<ImapSettings>,
}

/// How mail comes in; none where nobody reads any.
pub(crate) fn mail_in(settings: &Settings) -> anyhow::Result<Option<MailIn>> {
    let section = &settings.mail_in;
    let domain = section.domain.trim();
    if domain.is_empty() {
        if !section.lmtp.is_empty() || !section.imap_host.is_empty() {
            bail!(
                "mail_in.domain is empty: write the domain of the addresses that filers reply to"
            );
        }
        return Ok(None);
    }
    if Email::parse(&format!("reply@{domain}")).is_err() || !domain.is_ascii() {
        bail!(
            "mail_in.domain: {domain:?} is no domain of mail addresses, in the letters of the domain name system"
        );
    }
    let lmtp = match section.lmtp.trim() {
        "" => None,
        address => Some(address.parse().map_err(|_| {
            anyhow!("mail_in.lmtp: {address:?} is no address with a port such as 127.0.0.1:2424")
        })?),
    };
    let imap = imap(settings)?;
    if lmtp.is_none() && imap.is_none() {
        bail!(
            "mail_in: there is a domain, and neither mail_in.lmtp nor mail_in.imap_host says how its mails come in"
        );
    }
    let sender = settings.mail.from.rsplit('@').next().unwrap_or_default();
    let own = [domain, sender.trim_end_matches('>')];
    let border = section.authserv_id.trim();
    Ok(Some(MailIn {
        rules: MailRules {
            domain: domain.to_owned(),
            border: named(border),
            own_domains: own.map(str::to_ascii_lowercase).to_vec(),
        },
        lmtp,
        imap,
    }))
}

fn imap(settings: &Settings) -> anyhow::Result<Option<ImapSettings>> {
    let section = &settings.mail_in;
    if section.imap_host.is_empty() {
        return Ok(None);
    }
    let folder = |setting: &str, name: &str| {
        let fits = !name.trim().is_empty() && !name.contains(char::is_control);
        anyhow::ensure!(fits, "mail_in.{setting}: {name:?} is no folder");
        Ok(name.to_owned())
    };
    anyhow::ensure!(section.imap_port > 0, "mail_in.imap_port cannot be 0");
    anyhow::ensure!(
        !section.imap_user.is_empty(),
        "mail_in.imap_user is empty: nobody is let in without a name"
    );
    anyhow::ensure!(
        section.imap_folder != section.imap_done,
        "mail_in.imap_done is mail_in.imap_folder: what is kept would be fetched again"
    );
    Ok(Some(ImapSettings {
        host: section.imap_host.clone(),
        port: section.imap_port,
        is_tls: section.imap_security == ImapSecurity::Tls,
        user: section.imap_user.clone(),
        password: Settings::secret("mail_in.imap_password_file", &section.imap_password_file)?,
        folder: folder("imap_folder", &section.imap_folder)?,
        done: folder("imap_done", &section.imap_done)?,
        recipient: format!("mail@{}", section.domain.trim()),
    }))
}

fn database_password(settings: &Settings) -> anyhow::Result<()> {
    let file = &settings.database_password_file;
    if settings.database_url.is_empty() || file.as_os_str().is_empty() {
        return Ok(());
    }
    Settings::secret("database_password_file", file).map(drop)
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
