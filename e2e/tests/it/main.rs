//! Journeys as people make them, from the first page to the last mail.

mod accessibility;
mod desk;
mod main_job;
mod weight;
