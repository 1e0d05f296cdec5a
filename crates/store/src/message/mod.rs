//! The mailbox of an instance without a mail server, codes that prove contacts, and the audit trail.

pub mod audit;
pub mod code;
pub mod mailbox;
