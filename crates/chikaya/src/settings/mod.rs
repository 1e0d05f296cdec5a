//! Settings: one commented file with every key, environment and flags above it, secrets from files of their own.

pub(crate) mod android;
pub(crate) mod check;
mod environment;
mod network;
pub(crate) mod push;
mod read;
pub(crate) mod sms;
pub(crate) mod telephony;
#[cfg(test)]
mod tests;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

/// The commented file with every default, compiled into the program.
pub(crate) const DEFAULTS: &str = include_str!("../../chikaya.default.toml");

/// All settings.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Address on which people are served.
    pub(crate) listen: SocketAddr,
    /// Where the portal is reached from outside.
    pub(crate) public_url: String,
    /// Folder of the instance.
    pub(crate) data_dir: PathBuf,
    /// Database; empty for SQLite in the folder.
    pub(crate) database_url: String,
    /// File with the database's password.
    pub(crate) database_password_file: PathBuf,
    /// Where files go; empty for the folder.
    pub(crate) storage_url: String,
    /// Program that turns HEIC photos into JPEG; empty for none.
    pub(crate) heif_convert: PathBuf,
    /// File with the house key.
    pub(crate) key_file: PathBuf,
    /// First part of references.
    pub(crate) reference_prefix: String,
    /// Code of the reform authority.
    pub(crate) reform_authority: String,
    /// Whether all data are samples.
    pub(crate) demo: bool,
    /// The archive's threads.
    pub(crate) archive: ArchiveSection,
    /// The counters.
    pub(crate) web: WebSection,
    /// The malware scanner.
    pub(crate) scan: ScanSection,
    /// Metrics.
    pub(crate) metrics: MetricsSection,
    /// Logs.
    pub(crate) log: LogSection,
    /// Mail.
    pub(crate) mail: MailSection,
    /// Short messages.
    pub(crate) sms: SmsSection,
    /// Messages to browsers.
    pub(crate) push: PushSection,
    /// Mail that comes in.
    pub(crate) mail_in: MailInSection,
    /// Workers.
    pub(crate) worker: WorkerSection,
    /// The call centre.
    pub(crate) calls: CallsSection,
    /// Seals of the record.
    pub(crate) seals: SealsSection,
    /// The exchange.
    pub(crate) telephony: TelephonySection,
}

/// The call centre.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CallsSection {
    /// The queues in which callers wait.
    pub(crate) queues: Vec<String>,
    /// Within how many seconds a call is answered in time.
    pub(crate) answer_within_seconds: u32,
    /// Days for which it is kept who called.
    pub(crate) keep_callers_days: u16,
    /// Days for which talks are kept whose callers agreed to be recorded; 0: none is recorded.
    pub(crate) recordings_days: u16,
    /// Whether callers can leave a message that becomes a filing.
    pub(crate) voice_messages: bool,
    /// File with the secret of the webhook for exchanges; empty for none.
    pub(crate) cti_secret_file: PathBuf,
}

/// The archive's threads.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArchiveSection {
    /// Reading threads on SQLite.
    pub(crate) readers: usize,
    /// Connections to PostgreSQL.
    pub(crate) connections: usize,
}

/// The counters.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebSection {
    /// Proxies that are believed.
    pub(crate) trusted_proxies: Vec<String>,
    /// Contact for `security.txt`.
    pub(crate) security_contact: String,
    /// Where everybody can read the source code.
    pub(crate) source_url: String,
    /// Under which licence open data are given out.
    pub(crate) data_licence: String,
    /// Who gives them out.
    pub(crate) data_publisher: String,
    /// The Android package that is offered; empty for none.
    pub(crate) android_package: PathBuf,
    /// Limit of forms and look-ups per minute and client network.
    pub(crate) requests_per_minute: u32,
}

/// The malware scanner.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanSection {
    /// Where clamd listens; empty: nothing looks at files.
    pub(crate) clamd: String,
    /// Whether no file is taken that was not looked at.
    pub(crate) needed: bool,
}

/// Metrics.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MetricsSection {
    /// Address of their own listener; empty for none.
    pub(crate) listen: String,
}

/// Logs.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LogSection {
    /// Filter.
    pub(crate) filter: String,
    /// Form of a line.
    pub(crate) format: LogFormat,
}

/// Form of a log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// Mail.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailSection {
    /// Server; empty: messages wait, or go to the mailbox page.
    pub(crate) host: String,
    /// Whether messages land on the mailbox page, which everybody can read.
    pub(crate) mailbox: bool,
    /// Port.
    pub(crate) port: u16,
    /// Protection.
    pub(crate) security: MailSecurity,
    /// Name.
    pub(crate) user: String,
    /// File with the password.
    pub(crate) password_file: PathBuf,
    /// Sender.
    pub(crate) from: String,
    /// Longest time for one mail, seconds.
    pub(crate) timeout_seconds: u64,
}

/// Mail that comes in.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailInSection {
    /// Domain of the addresses for replies; empty: nothing comes in.
    pub(crate) domain: String,
    /// Address for LMTP; empty for none.
    pub(crate) lmtp: String,
    /// Name of the border server whose findings are believed.
    pub(crate) authserv_id: String,
    /// IMAP server; empty for none.
    pub(crate) imap_host: String,
    /// Its port.
    pub(crate) imap_port: u16,
    /// Its protection.
    pub(crate) imap_security: ImapSecurity,
    /// Name there.
    pub(crate) imap_user: String,
    /// File with the password.
    pub(crate) imap_password_file: PathBuf,
    /// Folder from which mails are fetched.
    pub(crate) imap_folder: String,
    /// Folder into which they are moved.
    pub(crate) imap_done: String,
}

/// Protection of the connection to the IMAP server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ImapSecurity {
    /// TLS from the first byte.
    Tls,
    /// None.
    None,
}

/// Protection of the connection to the mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MailSecurity {
    /// TLS from the first byte.
    Tls,
    /// Upgraded.
    StartTls,
    /// None.
    None,
}

/// Short messages.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmsSection {
    /// Which gateway there is.
    pub(crate) gateway: SmsGateway,
    /// Where messages are handed over.
    pub(crate) url: String,
    /// Name of Kannel's user.
    pub(crate) user: String,
    /// File with the password or the secret.
    pub(crate) secret_file: PathBuf,
    /// Sender.
    pub(crate) from: String,
    /// Longest time for one message, seconds.
    pub(crate) timeout_seconds: u64,
    /// Whether the gateway reports what became of messages.
    pub(crate) report: bool,
    /// File with the word by which Kannel is known.
    pub(crate) token_file: PathBuf,
    /// From where the gateway calls.
    pub(crate) allowed: Vec<String>,
    /// Hours in which no news leave; empty for none.
    pub(crate) quiet: String,
    /// News to one number in a day at most.
    pub(crate) a_day: i64,
    /// What one part costs; empty: that is not told.
    pub(crate) price: String,
}

/// Messages to browsers.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PushSection {
    /// Whether browsers are told.
    pub(crate) enabled: bool,
    /// Where whoever runs a push service reaches whoever runs the portal.
    pub(crate) contact: String,
    /// Whether messages go anywhere, without TLS too.
    pub(crate) stand_in: bool,
}

/// Which gateway for short messages there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum SmsGateway {
    /// None.
    #[serde(rename = "")]
    None,
    /// Kannel.
    #[serde(rename = "kannel")]
    Kannel,
    /// One that takes signed calls.
    #[serde(rename = "signed")]
    Signed,
}

impl SmsGateway {
    /// Its name in the addresses that it calls.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Kannel => "kannel",
            Self::Signed => "signed",
        }
    }
}

/// Where the seals of the record go that are handed out.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SealsSection {
    /// File to which the seal of each day is added; empty for `seals.txt` in the folder of the instance.
    pub(crate) file: PathBuf,
    /// Addresses to which it is sent.
    pub(crate) mail: Vec<String>,
    /// Code of the language of these messages.
    pub(crate) language: String,
}

/// Workers.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorkerSection {
    /// Whether `serve` works too.
    pub(crate) with_serve: bool,
    /// Seconds between two looks.
    pub(crate) poll_seconds: u64,
    /// Messages taken at once.
    pub(crate) batch: i64,
    /// Days for which a job that is done is kept.
    pub(crate) keep_done_days: u16,
    /// Time between two editions of the public statistics; empty for that of the portal.
    pub(crate) edition_every: String,
}

/// The exchange.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TelephonySection {
    /// Address of its interface; empty: none.
    pub(crate) url: String,
    /// Name.
    pub(crate) user: String,
    /// File with the password.
    pub(crate) password_file: PathBuf,
    /// Application of the dial plan.
    pub(crate) app: String,
    /// Folder of the voice pack, as the exchange finds it.
    pub(crate) sounds: String,
    /// The same folder, as this program finds it; empty: it does not.
    pub(crate) voice_dir: PathBuf,
}

impl TelephonySection {
    /// The folder of the voice pack, where this program finds it.
    pub(crate) fn voice_dir(&self) -> Option<&Path> {
        (!self.voice_dir.as_os_str().is_empty()).then_some(self.voice_dir.as_path())
    }
}

/// Where the system looks for programs.
#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here, with the settings"
)]
pub(crate) fn search_path() -> std::ffi::OsString {
    std::env::var_os("PATH").unwrap_or_default()
}

impl Settings {
    /// Whether messages land on the mailbox page: where there is no server, in a demonstration or for development.
    pub(crate) const fn has_mailbox(&self) -> bool {
        self.mail.host.is_empty() && (self.demo || self.mail.mailbox)
    }

    /// The file to which the seal of each day is added.
    pub(crate) fn seal_file(&self) -> PathBuf {
        if self.seals.file.as_os_str().is_empty() {
            self.data_dir.join("seals.txt")
        } else {
            self.seals.file.clone()
        }
    }

    /// The program that turns HEIC photos into JPEG.
    pub(crate) fn heic_converter(&self) -> Option<PathBuf> {
        (!self.heif_convert.as_os_str().is_empty()).then(|| self.heif_convert.clone())
    }

    /// Where the portal is reached from outside, without a slash at the end.
    pub(crate) fn portal(&self) -> String {
        if self.public_url.is_empty() {
            format!("http://{}", self.listen)
        } else {
            self.public_url.trim_end_matches('/').to_owned()
        }
    }

    /// The secret in the file that a setting names, without the line's end.
    pub(crate) fn secret(setting: &str, file: &Path) -> anyhow::Result<String> {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("{setting}: {} cannot be read", file.display()))?;
        Ok(text.trim_end_matches(['\r', '\n']).to_owned())
    }
}
