//! Mail out: worded in the reader's language, as plain text and HTML, sent over SMTP or kept for the mailbox page.

mod compose;
mod smtp;

#[cfg(test)]
mod tests;

pub use self::{
    compose::{ComposeError, Letterhead, Mail, compose},
    smtp::{Security, SendError, Smtp, SmtpError, SmtpSettings},
};
