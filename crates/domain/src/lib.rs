//! The law: case workflow, legal clock, calendar, organisations, competence and access rules, as pure functions.

pub mod access;
pub mod annual;
pub mod answer;
pub mod call;
pub mod case;
pub mod clock;
pub mod competence;
pub mod filing;
pub mod ground;
pub mod guess;
pub mod id;
pub mod mail;
pub mod organisation;
pub mod owner;
pub mod person;
pub mod reference;
pub mod register;
pub mod responsibility;
pub mod sms;
pub mod statistics;
pub mod subject;
pub mod table;
pub mod territory;
pub mod text;
mod word;
mod words;

pub use words::{Language, Names, TextLanguage};
