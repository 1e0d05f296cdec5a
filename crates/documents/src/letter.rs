//! A letter to a filer: what stands on it, in plain words.

use chikaya_domain::Language;

/// Everything a letter shows. All words are in `language`, except what people and offices wrote themselves.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// The language of the letter; decides letters, direction and the tag a screen reader goes by.
    pub language: Language,
    /// The name of the portal.
    pub brand: &'a str,
    /// The name of the document; with the reference it is the title of the file.
    pub document: &'a str,
    /// Who writes.
    pub sender: &'a str,
    /// Where a letter that does not reach its reader comes back to, line by line; above the window, whatever its length.
    pub sender_address: &'a [&'a str],
    /// To whom and where to, line by line: it shows in the window of a DL envelope.
    pub recipient: &'a [&'a str],
    /// The day, in words.
    pub day: &'a str,
    /// Label and value, such as the reference and the subject.
    pub facts: &'a [(&'a str, &'a str)],
    /// What is told.
    pub parts: &'a [LetterPart<'a>],
    /// What can be done, and who helps.
    pub foot: &'a [&'a str],
    /// Where the case is followed.
    pub follow_url: &'a str,
    /// The code that names the case, by which what comes back with the letter finds it; none where nothing comes back.
    pub code: Option<LetterCode<'a>>,
    /// The banner of a page whose data are samples.
    pub sample: Option<&'a str>,
}

/// A QR code on a letter.
#[derive(Clone, Copy, Debug)]
pub struct LetterCode<'a> {
    /// The address behind it. It must not contain the access code: paper is left lying about.
    pub address: &'a str,
    /// What it is, in words, for those who do not see it.
    pub alternative: &'a str,
}

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub struct LetterPart<'a> {
    /// What happened, in a few words, and when.
    pub heading: &'a str,
    /// What it means for the reader: sentences of the portal.
    pub means: &'a [&'a str],
    /// What the office wrote, line by line.
    pub lines: &'a [&'a str],
}
