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
    /// The company, association or cooperative that filed, with who speaks for it and its number.
    pub filer: Option<String>,
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

/// What a printed letter says to a filer whom no message reaches.
#[derive(Clone)]
pub struct LetterPaper {
    /// The filer's language.
    pub language: Language,
    /// The reference.
    pub reference: String,
    /// The line that names the case.
    pub title: String,
    /// Who writes.
    pub sender: String,
    /// To whom and where to, line by line.
    pub recipient: Vec<String>,
    /// The day, in words.
    pub day: String,
    /// What is told: what happened, what it means, and what the office wrote, line by line.
    pub parts: Vec<(String, Vec<String>, Vec<String>)>,
    /// The address that leads to the case.
    pub follow_url: String,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// The instant of what it tells; the letter about one thing is always the same.
    pub created: jiff::Timestamp,
}

/// What is printed.
pub enum Sheet {
    /// The receipt of a filing.
    Receipt(Paper),
    /// A letter.
    Letter(LetterPaper),
}

/// Sets a sheet as PDF; the press is another room's. Answers bytes, or what went wrong, for the log.
pub type Printer = Arc<dyn Fn(&Sheet) -> Result<Vec<u8>, String> + Send + Sync>;
