//! How the exchange is reached, and what is wrong with what was written of it.

use hyper::Uri;
use thiserror::Error;

/// How the exchange is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct ExchangeSettings {
    /// Address of its programming interface: `http://127.0.0.1:8088/ari`.
    pub url: String,
    /// Name in `ari.conf`.
    pub user: String,
    /// Password of that name.
    pub password: String,
    /// The Stasis application to which the dial plan hands calls.
    pub app: String,
    /// Folder of the voice pack, as the exchange finds it: below its own folder of sounds, or an absolute path.
    pub sounds: String,
}

/// What is wrong with a setting: its key and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExchangeFault {
    /// The address is none.
    #[error(
        "url: {0:?} does not begin with http:// and a host: ARI is reached on the same machine or through a tunnel, since its password goes with every request"
    )]
    Url(String),
    /// A name or word is missing.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A name that cannot stand in an address or in the dial plan.
    #[error("{0}: {1:?} may hold letters, digits, -, _ and / alone")]
    Signs(&'static str, String),
}

impl ExchangeSettings {
    /// Everything that is wrong.
    pub fn faults(&self) -> Vec<ExchangeFault> {
        let mut faults = Vec::new();
        if self.base().is_none() {
            faults.push(ExchangeFault::Url(self.url.clone()));
        }
        for (key, value) in [("user", &self.user), ("password", &self.password)] {
            if value.is_empty() {
                faults.push(ExchangeFault::Empty(key));
            }
        }
        for (key, value) in [("app", &self.app), ("sounds", &self.sounds)] {
            if value.is_empty() {
                faults.push(ExchangeFault::Empty(key));
            }
            let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-_/".contains(sign);
            if !value.chars().all(is_plain) {
                faults.push(ExchangeFault::Signs(key, value.clone()));
            }
        }
        faults
    }

    /// Host, port and path of the interface, without a slash at the end.
    pub(super) fn base(&self) -> Option<Base> {
        let uri: Uri = self.url.parse().ok()?;
        if uri.scheme_str() != Some("http") || uri.query().is_some() {
            return None;
        }
        let authority = uri.authority()?;
        if authority.as_str().contains('@') {
            return None;
        }
        Some(Base {
            host: authority.host().to_owned(),
            port: authority.port_u16().unwrap_or(80),
            path: uri.path().trim_end_matches('/').to_owned(),
        })
    }
}

impl std::fmt::Debug for ExchangeSettings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ExchangeSettings")
            .field("url", &self.url)
            .field("user", &self.user)
            .field("app", &self.app)
            .field("sounds", &self.sounds)
            .finish_non_exhaustive()
    }
}

/// An address taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    /// Host name or address.
    pub(super) host: String,
    /// Port.
    pub(super) port: u16,
    /// Path without a slash at the end.
    pub(super) path: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> ExchangeSettings {
        ExchangeSettings {
            url: "http://127.0.0.1:8088/ari/".to_owned(),
            user: "chikaya".to_owned(),
            password: "made-up-word".to_owned(),
            app: "chikaya".to_owned(),
            sounds: "chikaya".to_owned(),
        }
    }

    #[test]
    fn what_cannot_be_used_is_told_by_its_key() {
        assert_eq!(settings().faults(), []);
        for url in [
            "",
            "127.0.0.1:8088",
            "https://pbx.example/ari",
            "http://a:b@pbx/ari",
        ] {
            let faults = ExchangeSettings {
                url: url.to_owned(),
                ..settings()
            }
            .faults();
            assert_eq!(faults, [ExchangeFault::Url(url.to_owned())]);
        }
        let faults = ExchangeSettings {
            password: String::new(),
            app: "chikaya,other".to_owned(),
            sounds: String::new(),
            ..settings()
        }
        .faults();
        assert_eq!(faults.len(), 3, "{faults:?}");
        let base = settings().base().unwrap();
        assert_eq!(
            (base.host.as_str(), base.port, base.path.as_str()),
            ("127.0.0.1", 8088, "/ari")
        );
    }

    #[test]
    fn the_password_is_in_no_log() {
        assert!(!format!("{:?}", settings()).contains("made-up"));
    }
}
