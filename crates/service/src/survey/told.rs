//! What leaves the house of the random sample.

use chikaya_domain::statistics::{Week, poll::Poll};

use crate::statistics::AsOf;

/// What is told of the samples of some weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedSurvey {
    /// The first of them.
    pub from: Week,
    /// The last.
    pub until: Week,
    /// What is told; none where they are too few.
    pub poll: Option<Poll>,
}

/// What is told of the samples of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurveyTold {
    /// The state of the record.
    pub as_of: AsOf,
    /// All weeks of the year that were drawn; none where none was.
    pub year: Option<PublishedSurvey>,
    /// The last four of them, in the year that goes on, where there are more.
    pub lately: Option<PublishedSurvey>,
}
