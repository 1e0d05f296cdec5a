//! The post office of an instance: a mail server, or the mailbox page where there is none.

use chikaya_channels::mail::{Mail, SendError, Smtp};
use chikaya_service::{Clerks, Trouble, message::outbox::Delivered};

/// Where mails go.
#[derive(Clone, Debug)]
pub(crate) enum Post {
    /// To a mail server.
    Smtp(Smtp),
    /// To the mailbox page of this instance.
    Mailbox,
}

impl Post {
    /// Delivers a mail and notes what became of it.
    pub(crate) async fn deliver(
        &self,
        clerks: &Clerks,
        mail: Mail,
        attempts: i64,
    ) -> Result<(), Trouble> {
        match self {
            Self::Mailbox => {
                clerks
                    .deliver_to_mailbox(Delivered {
                        id: mail.id,
                        recipient: mail.to,
                        subject: mail.subject,
                        text: mail.text,
                        html: mail.html,
                        language: mail.language.to_owned(),
                        at: clerks.now().as_microsecond(),
                    })
                    .await
            }
            Self::Smtp(smtp) => {
                let outcome = smtp.send(&mail).await;
                metrics::counter!("chikaya_mails_total", "outcome" => if outcome.is_ok() { "sent" } else { "failed" })
                    .increment(1);
                match outcome {
                    Ok(()) => clerks.message_sent(mail.id).await,
                    Err(SendError::Permanent(error)) => {
                        clerks.message_failed(mail.id, attempts, error, true).await
                    }
                    Err(SendError::Temporary(error)) => {
                        clerks.message_failed(mail.id, attempts, error, false).await
                    }
                }
            }
        }
    }
}
