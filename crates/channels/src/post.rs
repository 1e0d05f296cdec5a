//! The post office of an instance: words messages and hands them to a mail server, or to the mailbox page where there is none;
//! those for telephones to a gateway.

use chikaya_domain::{organisation::Organisations, person::Contact};
use chikaya_service::message::outbox::{Delivered, Fate, Message};
use jiff::Timestamp;

use crate::{
    mail::{Letterhead, SendError, Smtp, compose, smtp},
    push::Pusher,
    sms::{self, Gateway},
};

/// Where messages go, and what they have in common. Cheap to clone; clones share connections.
#[derive(Clone, Debug)]
pub struct Post {
    way: Way,
    gateway: Option<Gateway>,
    pusher: Option<Pusher>,
    letterhead: Letterhead,
}

#[derive(Clone, Debug)]
enum Way {
    Smtp(Smtp),
    Mailbox,
    Nowhere,
}

/// What became of a message, and what it tells of the others.
#[derive(Clone)]
pub struct Delivery {
    /// What became of it.
    pub fate: Fate,
    /// Why no other message can leave either, when the server as a whole did not do its part.
    pub stoppage: Option<String>,
}

impl Post {
    /// A post office that hands mails to a server.
    pub const fn smtp(smtp: Smtp, letterhead: Letterhead) -> Self {
        Self {
            way: Way::Smtp(smtp),
            gateway: None,
            pusher: None,
            letterhead,
        }
    }

    /// The same post office with a gateway for short messages.
    #[must_use]
    pub fn with_gateway(mut self, gateway: Gateway) -> Self {
        self.gateway = Some(gateway);
        self
    }

    /// The gateway for short messages, where there is one.
    pub const fn gateway(&self) -> Option<&Gateway> {
        self.gateway.as_ref()
    }

    /// The same post office with what tells browsers.
    #[must_use]
    pub fn with_pusher(mut self, pusher: Pusher) -> Self {
        self.pusher = Some(pusher);
        self
    }

    /// What tells browsers, where anything does.
    pub const fn pusher(&self) -> Option<&Pusher> {
        self.pusher.as_ref()
    }

    /// A post office that keeps messages for the mailbox page.
    pub const fn mailbox(letterhead: Letterhead) -> Self {
        Self {
            way: Way::Mailbox,
            gateway: None,
            pusher: None,
            letterhead,
        }
    }

    /// A post office without a way out: messages wait until there is a mail server.
    pub const fn closed(letterhead: Letterhead) -> Self {
        Self {
            way: Way::Nowhere,
            gateway: None,
            pusher: None,
            letterhead,
        }
    }

    /// How many short messages may be under way at once.
    pub const TEXTS_AT_ONCE: usize = sms::LANES;

    /// Whether mails can leave at all.
    pub const fn is_closed(&self) -> bool {
        matches!(self.way, Way::Nowhere)
    }

    /// The mail server, where there is one.
    pub const fn server(&self) -> Option<&Smtp> {
        match &self.way {
            Way::Smtp(smtp) => Some(smtp),
            Way::Mailbox | Way::Nowhere => None,
        }
    }

    /// How many messages may be under way at once.
    pub const fn lanes(&self) -> usize {
        match &self.way {
            Way::Smtp(_) => smtp::CONNECTIONS,
            Way::Mailbox | Way::Nowhere => 1,
        }
    }

    /// Words a message and delivers it; one whose reader is invented is kept for the mailbox page, whatever server there
    /// is. `now` is when a message of the mailbox page came. Takes no longer than a
    /// server is given for one mail.
    pub async fn deliver(
        &self,
        message: &Message,
        organisations: &Organisations,
        now: Timestamp,
    ) -> Delivery {
        if matches!(message.to, Contact::Phone(_)) && !message.stays_inside {
            return self.text(message, now).await;
        }
        let mail = match compose(message, organisations, &self.letterhead) {
            Ok(mail) => mail,
            Err(error) => return Fate::Refused(error.to_string()).into(),
        };
        let keep = || -> Delivery {
            Fate::Kept(Delivered {
                id: mail.id,
                recipient: mail.to.clone(),
                subject: mail.subject.clone(),
                text: mail.text.clone(),
                html: mail.html.clone(),
                language: mail.language.to_owned(),
                at: now.as_microsecond(),
            })
            .into()
        };
        match (&self.way, &message.to) {
            (_, Contact::Letter(_)) => {
                Fate::Refused("a mail reaches no letter box".to_owned()).into()
            }
            (Way::Nowhere, Contact::Email(_)) => Delivery {
                fate: Fate::NotTried,
                stoppage: Some(NO_SERVER.to_owned()),
            },
            // To a telephone comes here only what is for an invented reader.
            (_, Contact::Phone(_)) | (Way::Mailbox, Contact::Email(_)) => keep(),
            (Way::Smtp(_), Contact::Email(_)) if message.stays_inside => keep(),
            (Way::Smtp(smtp), Contact::Email(_)) => smtp
                .send(&mail)
                .await
                .map_or_else(Delivery::from, |()| Fate::Sent.into()),
        }
    }
}

impl Post {
    /// Words a short message and hands it to the gateway.
    async fn text(&self, message: &Message, now: Timestamp) -> Delivery {
        let text = match sms::compose(message, &self.letterhead) {
            Ok(text) => text,
            Err(error) => return Fate::Refused(error.to_string()).into(),
        };
        let Some(gateway) = &self.gateway else {
            return Delivery {
                fate: Fate::NotTried,
                stoppage: Some(NO_GATEWAY.to_owned()),
            };
        };
        gateway
            .send(&text, now)
            .await
            .map_or_else(Delivery::from, |()| Fate::Texted(text.segments).into())
    }
}

/// Why short messages wait where no gateway is set.
const NO_GATEWAY: &str = "sms.gateway: no gateway for short messages is set";

/// Why messages wait where no server is set.
pub const NO_SERVER: &str = "mail.host: no mail server is set";

impl From<Fate> for Delivery {
    fn from(fate: Fate) -> Self {
        Self {
            fate,
            stoppage: None,
        }
    }
}

impl From<SendError> for Delivery {
    fn from(error: SendError) -> Self {
        match error {
            SendError::Refused(why) => Fate::Refused(why).into(),
            SendError::Postponed(why) => Fate::Failed(why).into(),
            SendError::Broken(why) => Self {
                fate: Fate::Failed(why.clone()),
                stoppage: Some(why),
            },
            SendError::NoServer(why) => Self {
                fate: Fate::NotTried,
                stoppage: Some(why),
            },
        }
    }
}
