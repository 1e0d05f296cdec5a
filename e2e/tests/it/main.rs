//! Journeys as people make them, from the first page to the last mail.

mod main_job;
