//! Journeys as people make them, from the first page to the last mail.

mod accessibility;
mod account;
mod app;
mod calls;
mod counter;
mod dashboard;
mod desk;
mod filers;
mod later;
mod leaving;
mod main_job;
mod names;
mod notifications;
mod reports;
mod say;
mod second_factor;
mod weight;
mod words;
