//! Mail: mail in, and mail out, worded in the reader's language, as plain text and HTML, sent over SMTP or kept for the mailbox page.

mod case;
mod compose;
mod envelope;
pub mod inward;
mod parts;
pub(crate) mod smtp;
mod weekly;

#[cfg(test)]
mod tests;

pub use self::{
    compose::{ComposeError, Mail, Reply, Thread, compose},
    parts::Letterhead,
    smtp::{Security, SendError, Smtp, SmtpError, SmtpSettings, TIMEOUT_AT_MOST},
};
