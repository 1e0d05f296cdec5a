//! The ear: folding of scripts and spellings into search keys, script and language detection, tokens.
//!
//! People write the same word in Arabic letters, in Latin letters with digits (Arabizi), in Tifinagh and in
//! French, with and without accents. This crate turns all of them into keys that can be compared byte by byte,
//! so that both databases give the same hits without knowing any language:
//!
//! - [`fold()`](fold::fold) brings a text to one spelling per script (exact key);
//! - [`tokens`](tokens::tokens) cuts it into words without articles;
//! - [`search`] makes of each word a script-blind key (the consonant skeleton) and one that its inflected forms share,
//!   and reads queries;
//! - [`spelling`] finds the words that are one slip away from one that was typed;
//! - [`ear`] tells what a text is about, by the words of a list of topics;
//! - [`finder`] finds bodies and places by their names and by everyday words;
//! - [`wording()`](wording()) tells whether two texts have the same words;
//! - [`title()`](title()) finds the part of a text that tells it from others;
//! - [`quoted`] tells which parts of a reply repeat the mail it replies to;
//! - [`script`] and [`detect`](detect::detect) tell script and tongue; [`stock`] recognises answers that say nothing.
//!
//! Everything is pure and takes time linear in the length of the text.

pub mod detect;
pub mod ear;
pub mod finder;
pub mod fold;
mod forms;
mod function_words;
pub mod quoted;
pub mod script;
pub mod search;
mod skeleton;
pub mod spelling;
pub mod stock;
mod title;
pub mod tokens;
mod tongue;
mod wording;

pub use detect::{Detected, detect};
pub use ear::{Ear, Heard, Topic};
pub use finder::{Body, Everyday, Extent, Finder, Found, Place};
pub use fold::fold;
pub use script::{Script, script_of};
pub use search::{QueryToken, exact_tokens, query_tokens, search_tokens, sounds};
pub use spelling::Spellings;
pub use stock::{StockPhrases, StockVerdict};
pub use title::title;
pub use tokens::tokens;
pub use tongue::Tongue;
pub use wording::wording;
