//! The register of an administration: each case that came to it, numbered in the order in which it came.

use crate::{filing::Track, word::word_enum};

word_enum! {
    /// What became of an entry of the register.
    EntryState {
        /// The body has the case, and an answer is owed.
        Open => "open",
        /// The body answered; its filer may still object.
        Answered => "answered",
        /// The case is over.
        Closed => "closed",
        /// The case went on to another body. What happened there is not this body's to know.
        HandedOn => "handed-on",
    }
}

/// The number of an entry: counted within the year in which the case came, and for reports of wrongdoing in a series of
/// their own, so that no gap tells of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryNumber {
    /// The year in which the case came to the body, by the country's own time.
    pub year: i16,
    /// From 1, without gaps, within the year and the series.
    pub number: u32,
    /// By which door the case was filed, which decides the series.
    pub track: Track,
}

impl std::fmt::Display for EntryNumber {
    /// `2026/17`, and `2026/W3` for a report of wrongdoing.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let series = if self.track.is_confidential() {
            "W"
        } else {
            ""
        };
        write!(formatter, "{}/{series}{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_of_wrongdoing_have_numbers_of_their_own() {
        let number = |track| {
            let number = EntryNumber {
                year: 2026,
                number: 17,
                track,
            };
            number.to_string()
        };
        assert_eq!(number(Track::Ordinary), "2026/17");
        assert_eq!(number(Track::Danger), "2026/17");
        assert_eq!(number(Track::Wrongdoing), "2026/W17");
    }
}
