//! A sample receipt in each language: made-up data, marked as such on the page.

mod words;

use chikaya_documents::{Clock, Labels, Receipt, Step};
use chikaya_domain::Language;

/// The sample receipt, with the portal's own words.
pub(crate) fn receipt(language: Language) -> Receipt<'static> {
    match language {
        Language::Arabic => words::ARABIC,
        Language::Tamazight => words::TAMAZIGHT,
        Language::French => words::FRENCH,
        Language::English => words::ENGLISH,
    }
}
