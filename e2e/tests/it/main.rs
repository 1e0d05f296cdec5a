//! Journeys as people make them, from the first page to the last mail.

mod desk;
mod main_job;
