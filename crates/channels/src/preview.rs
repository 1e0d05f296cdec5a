//! What a message would say, without sending it.

use chikaya_domain::{organisation::Organisations, person::Contact, sms::Segments};
use chikaya_service::message::outbox::Message;

use crate::{
    mail::{self, Letterhead},
    sms,
};

/// A message as its reader would see it.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The subject, of a mail.
    pub subject: Option<String>,
    /// The text.
    pub text: String,
    /// In which alphabet and how many parts it would leave, of a short message.
    pub segments: Option<Segments>,
}

/// Words a message; nothing where it is none for the channel of its reader.
pub fn preview(
    message: &Message,
    organisations: &Organisations,
    letterhead: &Letterhead,
) -> Option<Preview> {
    if matches!(message.to, Contact::Phone(_)) {
        let text = sms::compose(message, letterhead).ok()?;
        return Some(Preview {
            subject: None,
            text: text.text,
            segments: Some(text.segments),
        });
    }
    let mail = mail::compose(message, organisations, letterhead).ok()?;
    Some(Preview {
        subject: Some(mail.subject),
        text: mail.text,
        segments: None,
    })
}
