//! Where the push service of a browser takes messages: an address that a browser names, and that the house calls. So it is
//! judged before it is kept, and again when it is called.

use std::fmt;

use sha2::{Digest as _, Sha256};
use thiserror::Error;
use url::{Host, Url};

/// Longest address, in bytes: those of the services of today have some 200.
const LONGEST: usize = 1_024;

/// Ends of names that no public name has (RFC 6761, RFC 6762, RFC 8375, and what networks use for themselves).
const INSIDE: &[&str] = &[
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "home.arpa",
    "test",
    "invalid",
    "example",
    "onion",
];

/// How far messages to browsers may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To public hosts over TLS alone.
    Public,
    /// Anywhere, without TLS too: for a stand-in of a push service in tests.
    Anywhere,
}

/// The address at which a push service takes messages for one browser. Whoever has it can name the browser to its service:
/// `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct PushEndpoint(Url);

/// An address that messages are not sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no address of a push service")]
pub struct NoEndpoint;

impl PushEndpoint {
    /// Reads an address as a browser names it. A public one begins with `https://`, has the name of a public host and the
    /// port of that, and no user.
    pub fn parse(text: &str, reach: Reach) -> Result<Self, NoEndpoint> {
        if text.len() > LONGEST {
            return Err(NoEndpoint);
        }
        let url = Url::parse(text).map_err(|_| NoEndpoint)?;
        let is_taken = match reach {
            Reach::Anywhere => matches!(url.scheme(), "http" | "https") && url.has_host(),
            Reach::Public => is_public(&url),
        };
        is_taken.then_some(Self(url)).ok_or(NoEndpoint)
    }

    /// The address.
    pub const fn url(&self) -> &Url {
        &self.0
    }

    /// The SHA-256 of the address. The address cannot be guessed, so it says nothing to whoever does not have it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_str()).into()
    }

    /// What a token for the push service is made out to: scheme, host and port (RFC 8292, section 2).
    pub fn audience(&self) -> String {
        self.0.origin().ascii_serialization()
    }
}

fn is_public(url: &Url) -> bool {
    let is_plain = url.username().is_empty()
        && url.password().is_none()
        && url.port().is_none()
        && url.fragment().is_none();
    let Some(Host::Domain(name)) = url.host() else {
        return false;
    };
    let name = name.trim_end_matches('.');
    let is_inside = INSIDE.iter().any(|end| {
        name.strip_suffix(end)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    url.scheme() == "https" && is_plain && name.contains('.') && !is_inside
}

impl fmt::Debug for PushEndpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PushEndpoint(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_public_host_over_tls_is_called() {
        for taken in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
            "https://web.push.apple.com/QGuQyavXutnMH",
            "https://push.example.org:443/a",
        ] {
            assert!(PushEndpoint::parse(taken, Reach::Public).is_ok(), "{taken}");
        }
        for refused in [
            "http://fcm.googleapis.com/a",
            "https://127.0.0.1/a",
            "https://[::1]/a",
            "https://2130706433/a",
            "https://0x7f.1/a",
            "https://localhost/a",
            "https://push.localhost./a",
            "https://db/a",
            "https://printer.lan/a",
            "https://push.example.org:8443/a",
            "https://user@push.example.org/a",
            "file:///etc/passwd",
            "push.example.org",
            "",
        ] {
            assert!(
                PushEndpoint::parse(refused, Reach::Public).is_err(),
                "{refused}"
            );
        }
        let long = format!("https://push.example.org/{}", "a".repeat(LONGEST));
        assert!(PushEndpoint::parse(&long, Reach::Public).is_err());
    }

    #[test]
    fn a_token_is_made_out_to_the_service_alone() {
        let endpoint = PushEndpoint::parse("https://push.example.org/a/b?c", Reach::Public);
        assert_eq!(endpoint.unwrap().audience(), "https://push.example.org");
    }
}
