//! What of the building others can use: the press, which sets receipts of the counters as documents.

pub mod press;
