//! Short messages: to whom they go and when, what one that came asks for, what became of those that left.

mod came;
pub(crate) mod number;
mod page;
mod reply;
mod report;
mod sending;
mod terms;

pub use self::{
    came::{Came, Taken},
    number::Reach,
    page::{SmsPage, Tried},
    reply::{Reply, SmsSays},
    terms::SmsTerms,
};
pub(crate) use self::{
    reply::{ReplyOrder, report_word, says},
    sending::{Class, Standing, note, out_of, standing},
};
