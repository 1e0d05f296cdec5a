//! Mail in: brought by a mail server over LMTP, or fetched from a box over IMAP. Either way the whole of it is handed to one
//! verb, and nobody is told that it is taken before it is kept.

mod imap;
mod lmtp;
mod session;

pub use self::{
    imap::{Imap, ImapError, ImapSettings},
    lmtp::{Lmtp, greeting},
};
