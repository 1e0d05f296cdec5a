//! The lines by which messages leave: mails by a server, short messages by a gateway. Each has a room of its own, so that one
//! that is down stops nothing of the other.

use chikaya_channels::{Post, mail::SendError};
use chikaya_service::{
    Clerks, Trouble,
    message::outbox::{Message, Ticket},
};

/// A line by which messages leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Mails.
    Mail,
    /// Short messages.
    Sms,
}

impl Line {
    /// Whether nothing can leave by it, as the settings say.
    pub(super) const fn is_closed(self, post: &Post) -> bool {
        match self {
            Self::Mail => post.is_closed(),
            Self::Sms => post.gateway().is_none(),
        }
    }

    /// Whether a server is behind it.
    pub(super) const fn has_server(self, post: &Post) -> bool {
        match self {
            Self::Mail => post.server().is_some(),
            Self::Sms => post.gateway().is_some(),
        }
    }

    /// Looks whether its server answers; there is nothing to look at without one.
    pub(super) async fn test(self, post: &Post) -> Result<(), SendError> {
        match (self, post.server(), post.gateway()) {
            (Self::Mail, Some(server), _) => server.test().await,
            (Self::Sms, _, Some(gateway)) => gateway.test().await,
            (Self::Mail, None, _) | (Self::Sms, _, None) => Ok(()),
        }
    }

    /// How many messages may be under way on it at once.
    pub(super) const fn lanes(self, post: &Post) -> usize {
        match self {
            Self::Mail => post.lanes(),
            Self::Sms => Post::TEXTS_AT_ONCE,
        }
    }

    /// Claims messages that leave by it.
    pub(super) async fn claim(
        self,
        clerks: &Clerks,
        worker: String,
        limit: i64,
    ) -> Result<Vec<(Ticket, Message)>, Trouble> {
        match self {
            Self::Mail => clerks.claim_messages(worker, limit).await,
            Self::Sms => clerks.claim_short_messages(worker, limit).await,
        }
    }

    /// Whether word was left that nothing leaves by it.
    pub(super) async fn is_stopped(self, clerks: &Clerks) -> Result<bool, Trouble> {
        Ok(match self {
            Self::Mail => clerks.messages_that_wait().await?.stoppage.is_some(),
            Self::Sms => clerks.sms_stoppage().await?.is_some(),
        })
    }

    /// Leaves word that nothing leaves by it and why, or that everything does.
    pub(super) async fn note_stoppage(
        self,
        clerks: &Clerks,
        why: Option<String>,
    ) -> Result<(), Trouble> {
        match self {
            Self::Mail => clerks.note_stoppage(why).await,
            Self::Sms => clerks.note_sms_stoppage(why).await,
        }
    }

    /// Tells the metrics whether its server does its part.
    pub(super) fn measure(self, is_up: bool) {
        let up = if is_up { 1.0 } else { 0.0 };
        match self {
            Self::Mail => metrics::gauge!("chikaya_mail_server_up").set(up),
            Self::Sms => metrics::gauge!("chikaya_sms_gateway_up").set(up),
        }
    }

    /// Counts what became of a message.
    pub(super) fn count(self, outcome: &'static str) {
        match self {
            Self::Mail => {
                metrics::counter!("chikaya_mails_total", "outcome" => outcome).increment(1);
            }
            Self::Sms => {
                metrics::counter!("chikaya_short_messages_total", "outcome" => outcome)
                    .increment(1);
            }
        }
    }
}
