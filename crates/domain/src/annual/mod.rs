//! Annual reports of administrations and the national synthesis: their stages, who takes them from one to the next, and
//! what stands on their record. Decree 2-17-265 asks each administration for a yearly report to the Head of Government and
//! to the authority in charge of administrative reform, which writes a synthesis of them.

mod decide;
mod fact;
#[cfg(test)]
mod tests;
mod transition;

pub use self::{
    decide::{Refusal, State, decide},
    fact::{
        Fact, Kept, Kind, LANGUAGES, LONGEST_REASONS, LONGEST_SECTION, NotAYear, Section, Stage,
        Verb, Year,
    },
    transition::{TRANSITIONS, Transition, transition},
};
