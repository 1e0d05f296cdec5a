//! Whether mail can come in.

use std::time::Duration;

use chikaya_channels::mail::inward::{self, Imap};

use super::{super::wait::wait, finding::Finding};
use crate::settings::{
    Settings,
    check::{self, MailIn},
};

/// Longest time for one look.
const LOOK: Duration = Duration::from_secs(10);

/// The name of the check.
const NAME: &str = "mail in";

/// Whether mail can come in, as it is set.
pub(super) fn check(settings: &Settings) -> Finding {
    let mail_in = match check::mail_in(settings) {
        Ok(Some(mail_in)) => mail_in,
        Ok(None) => {
            return Finding::known(NAME, "none: mail_in.domain is empty".to_owned());
        }
        Err(error) => {
            return Finding::wrong(NAME, format!("{error:#}: check the section [mail_in]"));
        }
    };
    match trouble(&mail_in) {
        Some(trouble) => Finding::wrong(NAME, trouble),
        None if mail_in.rules.border.is_none() => Finding::warning(
            NAME,
            "every mail waits at the desk, because none is proven: set mail_in.authserv_id to the name of your border server"
                .to_owned(),
        ),
        None => Finding::well(NAME),
    }
}

fn trouble(mail_in: &MailIn) -> Option<String> {
    if let Some(address) = mail_in.lmtp
        && let Err(error) = wait(inward::greeting(address, LOOK))
    {
        return Some(format!(
            "nobody takes mails at {address} ({error}): see that `serve` or `worker` runs, and mail_in.lmtp"
        ));
    }
    let imap = mail_in.imap.clone()?;
    let looked = Imap::new(imap)
        .map_err(anyhow::Error::from)
        .and_then(|imap| wait(imap.test(LOOK)));
    match looked {
        Ok(()) => None,
        Err(error) => Some(format!(
            "{error:#}: check imap_host, imap_port, imap_security, imap_user, imap_password_file and both folders in [mail_in]"
        )),
    }
}
