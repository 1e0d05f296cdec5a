//! What a person may file.

use crate::word::word_enum;

word_enum! {
    /// The three things a user may file (decree 2-17-265, articles on definitions).
    Kind {
        /// A harm suffered from a decision, act or omission, or dissatisfaction with a service.
        Complaint => "complaint",
        /// A point of view on a service.
        Remark => "remark",
        /// An idea to improve a service.
        Proposal => "proposal",
    }
}
