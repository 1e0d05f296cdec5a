//! The clerks: one verb for each thing a person does, with permission, rule, record and outbox in one transaction.

pub mod account;
pub mod annual;
pub mod attachment;
pub mod audit;
pub mod call;
pub mod case;
mod circumstances;
mod clerks;
pub mod clock;
pub mod country;
pub mod dashboard;
pub mod draft;
pub mod follower;
pub mod guess;
pub mod house_key;
pub mod interrupted;
mod job;
mod lately;
pub mod mail_in;
pub mod message;
pub mod named;
pub mod organisation;
pub mod postal;
pub mod preference;
pub mod push;
pub mod record;
pub mod register;
pub mod seam;
pub mod sms;
pub mod staff;
pub mod statistics;
pub mod survey;
pub mod token;
mod trouble;
pub mod upload;
pub mod webhook;
pub mod wording;

pub use self::{
    circumstances::Circumstances,
    clerks::{Clerks, ClerksSettings, Readiness},
    country::{Beyond, Country, HeardSubject, Orientation},
    trouble::Trouble,
};
