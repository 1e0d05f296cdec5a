//! What the clerks do, on both databases in one run.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod account;
mod acts;
mod annual;
mod annual_owed;
mod calendar;
mod calls;
mod dashboard;
mod desk;
mod differences;
mod doors;
mod drafts;
mod errands;
mod feasts;
mod files;
mod filing;
mod finding;
mod for_someone;
mod guessing;
mod import;
mod later;
mod leaving;
mod mail_in;
mod messages;
mod notices;
mod organisations;
mod outbox;
mod own;
mod people;
mod permission;
mod place;
mod preferences;
mod push;
mod register;
mod register_parts;
mod routine;
mod second_factor;
mod seeking;
mod sms;
mod staff;
mod statistics;
mod survey;
mod tampering;
mod two_states;
mod undelivered;
mod wordings;

pub(crate) use chikaya_testkit::in_both_towns;
