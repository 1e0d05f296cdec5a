//! What mails are put together from.

use chikaya_i18n::Speaker;
use chikaya_service::message::outbox::Occasion;

/// What every mail of an instance has in common.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Address of the portal, without a slash at the end, for links.
    pub portal: String,
    /// Whether the instance shows sample data.
    pub is_demo: bool,
    /// The domain of the addresses to which filers reply; none: nobody reads replies.
    pub reply_domain: Option<String>,
}

/// A part of a mail.
pub(super) enum Paragraph {
    Words(String),
    Strong(String),
    Quote(Vec<String>),
    Link { label: String, address: String },
}

/// What happened, in few words, for a member of staff.
pub(super) fn what_happened(voice: Speaker<'_>, occasion: Occasion, is_late: bool) -> String {
    let key = match occasion {
        Occasion::Reminder if is_late => "mail-notice-late".to_owned(),
        Occasion::Reminder => "mail-notice-due-soon".to_owned(),
        other => format!("mail-notice-{}", other.as_str()),
    };
    voice.say(&key).into_owned()
}

/// The same, with the word for danger beside it where it does not say so itself.
pub(super) fn with_danger(
    voice: Speaker<'_>,
    what: String,
    occasion: Occasion,
    is_urgent: bool,
) -> String {
    if is_urgent && occasion != Occasion::Urgent {
        format!("{what} · {}", voice.say("case-track-danger"))
    } else {
        what
    }
}

/// The link that opens a case without the code.
pub(super) fn case_address(
    voice: Speaker<'_>,
    reference: &str,
    word: &str,
    letterhead: &Letterhead,
) -> String {
    format!(
        "{}/{}/track/{reference}/open/{word}",
        letterhead.portal,
        voice.code()
    )
}
