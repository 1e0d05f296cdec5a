//! A mail as a server takes it: heads, both bodies, and what keeps the mails of one case together.

use lettre::{
    Address, Message,
    error::Error,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};
use uuid::Uuid;

use super::{Mail, Thread};

/// Writes a mail from the house.
pub(super) fn write(mail: &Mail, from: &Mailbox, to: Address) -> Result<Vec<u8>, Error> {
    let domain = from.email.domain();
    let mut builder = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(mail.subject.clone())
        .header(if mail.answers.is_some() {
            AutoSubmitted::Replied
        } else {
            AutoSubmitted::Generated
        });
    // Whether its domain can be one is asked of the settings.
    if let Some(reply) = &mail.reply
        && let Ok(to) = reply.to.parse()
    {
        builder = builder.reply_to(to);
    }
    if let Some(answered) = &mail.answers {
        builder = builder
            .in_reply_to(answered.clone())
            .references(answered.clone());
    }
    // The first mail of a thread is its root. Where that one went by another way, or was lost, clients still put
    // together what names the same root.
    builder = match mail.thread {
        Some(Thread { name, begins: true }) => builder.message_id(Some(id(name, domain))),
        Some(Thread {
            name,
            begins: false,
        }) => {
            let root = id(name, domain);
            builder
                .message_id(Some(id(mail.id, domain)))
                .in_reply_to(root.clone())
                .references(root)
        }
        None => builder.message_id(Some(id(mail.id, domain))),
    };
    let part =
        |kind: ContentType, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
    let message = builder.multipart(
        MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, &mail.text))
            .singlepart(part(ContentType::TEXT_HTML, &mail.html)),
    )?;
    Ok(message.formatted())
}

/// A message id. It is short: some programs break the thread when a line that repeats it passes 78 signs.
fn id(number: Uuid, domain: &str) -> String {
    let local = data_encoding::BASE64URL_NOPAD.encode(number.as_bytes());
    format!("<{local}@{domain}>")
}

/// `Auto-Submitted` (RFC 3834), so that holiday replies do not answer.
#[derive(Clone, Copy)]
enum AutoSubmitted {
    /// Something happened.
    Generated,
    /// A mail came.
    Replied,
}

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self::Generated)
    }

    fn display(&self) -> HeaderValue {
        let word = match self {
            Self::Generated => "auto-generated",
            Self::Replied => "auto-replied",
        };
        HeaderValue::new(Self::name(), word.to_owned())
    }
}
