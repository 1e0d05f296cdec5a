//! Where the portal of a package is: https, a host, perhaps a port, and nothing else.

use anyhow::{Context as _, bail, ensure};
use std::fmt;

/// The address of a portal, as its links begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    host: String,
    port: Option<u16>,
}

impl Address {
    /// Reads an address; phones compare letter by letter, so it is taken in the one form that browsers send.
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let rest = text.strip_prefix("https://").with_context(|| {
            format!(
                "{text:?}: phones open the portal over https:// alone, and the address begins so"
            )
        })?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = match rest.split_once(':') {
            None => (rest, None),
            Some((host, port)) => {
                let number: u16 = port
                    .parse()
                    .with_context(|| format!("{port:?} is no port"))?;
                ensure!(
                    number != 443,
                    "443 is the port of https:// anyway: leave it out, as browsers do"
                );
                (host, Some(number))
            }
        };
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-')
        };
        if !host.split('.').all(is_label) {
            bail!(
                "{host:?} is no host in small Latin letters, figures, hyphens and dots (a name in other letters is written as xn--…), without a path behind it"
            );
        }
        Ok(Self {
            host: host.to_owned(),
            port,
        })
    }

    /// Host and port, as an address has them.
    pub(super) fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }

    /// The same as attributes of the manifest.
    pub(super) fn attributes(&self) -> String {
        let host = format!("android:host=\"{}\"", self.host);
        match self.port {
            Some(port) => format!("{host} android:port=\"{port}\""),
            None => host,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "https://{}", self.authority())
    }
}
