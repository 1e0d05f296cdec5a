//! Doors for machines of the operator: gateways that bring what came and report what became of what left.

pub(crate) mod sms;
