//! Journeys as people make them, from the first page to the last mail.

mod accessibility;
mod main_job;
mod weight;
