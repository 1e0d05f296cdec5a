//! Journeys as people make them, from the first page to the last mail.

mod account;
mod main_job;
