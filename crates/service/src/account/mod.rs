//! Accounts: a proven contact opens the list of one's cases. No password; a code for each session.

mod cases;
mod contacts;
mod holder;

pub(crate) use self::holder::holder_of;
pub use self::{
    cases::{AccountCase, AccountCases, CASES_A_PAGE},
    holder::{ACCOUNT_HOURS, Account, Wishes},
};
