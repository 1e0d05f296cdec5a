//! Forms: what brings the inflected forms of one word to one key.
//!
//! - [`latin`]: plurals, genders and verbs of French and English, brought to one stem, for nobody says in which of the two
//!   a word is;
//! - [`arabic`]: what Arabic endings say, so that a country («بلد») is no town hall («بلدية») although both have the same
//!   consonants, and an official («موظف») is found among officials («موظفين»). Broken plurals need nothing: they keep
//!   the consonants of their word;
//! - [`amazigh`]: feminine and plural of Tamazight. Its state (a-, u-) is vowels, which the skeleton leaves out.
//!
//! What comes out is kept in the index of words: whoever changes it raises `version` in `store/case/search.rs`.

pub(crate) mod amazigh;
pub(crate) mod arabic;
pub(crate) mod latin;

#[cfg(test)]
mod tests;
