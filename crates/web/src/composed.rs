//! What wording is given and gives back: channels are another room's, and these are the words both understand.

use std::sync::Arc;

use chikaya_domain::{organisation::Organisations, sms::Segments};
use chikaya_service::message::outbox::Message;

/// A message as its reader would see it.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The subject, of a mail.
    pub subject: Option<String>,
    /// The text.
    pub text: String,
    /// In which alphabet and how many parts it would leave, of a short message.
    pub segments: Option<Segments>,
}

/// Words a message without sending it; nothing where it is none for its channel.
pub type Composer = Arc<dyn Fn(&Message, &Organisations) -> Option<Composed> + Send + Sync>;
