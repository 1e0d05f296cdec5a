//! A file as the clerks show it.

use chikaya_domain::{id::AttachmentId, owner::Audience};
use chikaya_store::attachment as stored;

/// A file of a draft or a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Identifier, also of its bytes.
    pub id: AttachmentId,
    /// The name it came with, cleaned.
    pub name: String,
    /// Media type, found from its bytes.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: i64,
    /// Whether it may be shown in the page.
    pub preview: bool,
    /// For whose eyes it is.
    pub audience: Audience,
}

impl Attachment {
    /// Whether it is heard, and nothing is seen in it.
    pub fn is_heard(&self) -> bool {
        is_heard(&self.media_type)
    }
}

/// Whether what has this media type is heard, and nothing is seen in it.
pub(crate) fn is_heard(media_type: &str) -> bool {
    media_type.starts_with("audio/")
}

impl From<stored::Attachment> for Attachment {
    fn from(kept: stored::Attachment) -> Self {
        Self {
            id: kept.id,
            name: kept.name,
            media_type: kept.media_type,
            bytes: kept.bytes,
            preview: kept.preview,
            audience: kept.audience,
        }
    }
}
