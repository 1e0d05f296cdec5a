//! The voice: every word people read, in four languages, with plurals, dates and numbers.
//!
//! Messages live in `locales/{ar,fr,zgh,en}/*.ftl` (Fluent: texts, `{ $argument }`, `{ $count -> … }`). A new file is
//! found by the build; a new message goes into the same file of all four languages, with the same arguments, or a
//! test names what is missing. Keys are ASCII words joined by dashes that say the role of the text: `home-title`,
//! `case-state-filed`, `error-phone-digits`. Counted words take every plural form of their language: six in Arabic
//! (`zero one two few many other`), `one many other` in French, `one other` in English, and in Tamazight, for which
//! CLDR has no rule, the literal `[1]` and `*[other]`.
//!
//! Spaces before French signs are U+00A0. Words inserted into Arabic sentences are isolated for the bidirectional
//! algorithm ([`Argument::Text`]); [`plain`] takes the marks out for SMS, mail subjects, CSV and `aria-label`.
//! Figures and dates follow one table each, not CLDR's patterns: Morocco reads a no-break space between thousands
//! and «الاثنين 4 ماي 2026» without a comma; the names of months and days are checked against CLDR by a test.

mod bidi;
mod catalogue;
mod date;
mod derivation;
mod number;
mod pattern;
mod plural;
pub mod scan;
pub mod spoken;
mod template;
#[cfg(test)]
mod tests;
mod voice;

pub use bidi::plain;
pub use catalogue::keys;
pub use derivation::Start;
pub use template::{Speaker, TEMPLATE_LIMIT, Template, TemplateFault, Wording};
pub use voice::{Argument, Voice};
