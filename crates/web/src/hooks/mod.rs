//! What other systems tell over webhooks: signed, fresh, and heard once.

pub(crate) mod cti;
pub(crate) mod signature;
