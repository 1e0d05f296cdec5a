//! A register on paper: what stands on it, in plain words.

use chikaya_domain::Language;

/// Everything a printed register shows. All words are in `language`, except what people and offices wrote themselves.
#[derive(Clone, Debug)]
pub struct Register<'a> {
    /// The language of the register; decides letters, direction and the tag a screen reader goes by.
    pub language: Language,
    /// The name of the portal.
    pub brand: &'a str,
    /// The name of the document.
    pub document: &'a str,
    /// Whose register it is.
    pub owner: &'a str,
    /// What it shows, as label and value: the period, the filters, as of when.
    pub about: &'a [(&'a str, &'a str)],
    /// Its columns: headings, which may have several lines, and how wide each is beside the others.
    pub columns: &'a [(&'a str, u8)],
    /// Its rows, a text for each column; a text may have several lines.
    pub rows: &'a [Vec<String>],
    /// The banner of a register whose data are samples.
    pub sample: Option<&'a str>,
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;
