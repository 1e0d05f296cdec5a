//! Files kept bit by bit as they came, but for what tells of their maker: where, when, with what, by whom.

mod jpeg;

pub(super) use self::jpeg::jpeg;
