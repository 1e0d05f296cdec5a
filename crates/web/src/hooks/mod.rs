//! Doors for machines of the operator: gateways that bring what came and report what became of what left, and exchanges that
//! tell of calls.

pub(crate) mod cti;
pub(crate) mod signature;
pub(crate) mod sms;
