//! The building: configuration, command line, wiring, workers and telemetry.
//!
//! The program stands in `main.rs`; here is what others use of it: the press, which sets receipts as documents.

pub mod press;
