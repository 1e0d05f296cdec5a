//! The voice pack: one WAV for each thing that is said, in a folder for each language, `DIR/fr/menu-follow.wav`.
//!
//! The files are made by eSpeak NG from the words of `chikaya_i18n::spoken`, and an administrator replaces them by
//! recordings of people. eSpeak NG knows no Tamazight: until somebody records it, its folder holds Arabic, and
//! `PLACEHOLDERS.txt` says so.

mod build;
mod wave;

pub use self::build::{Built, PackError, SPOKEN, build, missing, texts};
