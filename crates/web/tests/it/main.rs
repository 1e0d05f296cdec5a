//! The counters as a browser meets them: every route, who may take it, and what it leaves behind.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod about;
mod account;
mod admin;
mod answering;
mod app;
mod behaviour;
mod calls;
mod cases;
mod contact;
mod counter;
mod dashboard;
mod desk;
mod doors;
mod drafts;
mod editions;
mod find;
mod followed;
mod former;
mod headers;
mod identity;
mod inbox;
mod kept;
mod later;
mod lists;
mod logs;
mod mails;
mod news;
mod notifications;
mod own;
mod place;
mod printing;
mod public;
mod register;
mod reports;
mod sent;
mod signing;
mod sms;
mod statistics;
mod steps;
mod table;
mod upload;
mod values;
mod visitor;
mod who;
