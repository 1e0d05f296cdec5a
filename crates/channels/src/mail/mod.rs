//! Mail out: worded in the reader's language, as plain text and HTML, sent over SMTP or kept for the mailbox page.

mod compose;
mod envelope;
pub(crate) mod smtp;

#[cfg(test)]
mod tests;

pub use self::{
    compose::{ComposeError, Letterhead, Mail, Thread, compose},
    smtp::{Security, SendError, Smtp, SmtpError, SmtpSettings, TIMEOUT_AT_MOST},
};
