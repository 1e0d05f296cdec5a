//! What the press is given and gives back: it is another room's, and these are the words both understand.

use std::sync::Arc;

use chikaya_domain::Language;

/// What a printed receipt says: facts in words, ready to be set.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The filer's language.
    pub language: Language,
    /// The reference.
    pub reference: String,
    /// The access code.
    pub access_code: String,
    /// The line that names the case.
    pub title: String,
    /// Word of the kind.
    pub kind: String,
    /// The heading: what was received.
    pub heading: String,
    /// Who must answer.
    pub organisation: String,
    /// How it was filed, and in which language.
    pub channel: String,
    /// When it was received, as a sentence.
    pub filed_at: String,
    /// Who must answer by when, as a sentence.
    pub due: String,
    /// Why that day.
    pub derivation: String,
    /// First day of the time limit, in words.
    pub start: String,
    /// Last day of the time limit, in words.
    pub end: String,
    /// What happens next: title and text.
    pub steps: Vec<(String, String)>,
    /// The address that leads to the case.
    pub follow_url: String,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// When it was filed; the paper of one filing is always the same.
    pub created: jiff::Timestamp,
}

/// Sets a paper as PDF; the press is another room's. Answers bytes, or what went wrong, for the log.
pub type Printer = Arc<dyn Fn(&Paper) -> Result<Vec<u8>, String> + Send + Sync>;
