//! Mail that comes in: kept whole before it is acknowledged, read by a worker, joined to its case, begun as a filing, or shown
//! to somebody.

mod authentic;
mod automatic;
mod charset;
mod desk;
mod file_name;
mod forget;
mod header;
mod judge;
mod lately;
mod letter;
mod receive;
mod report;
mod settle;
mod trail;
mod word;

pub(crate) use self::word::reply_word;
pub use self::{
    desk::{MailPage, MailPart, WaitingMail, WholeMail, parts},
    judge::MailRules,
    lately::MailCount,
    receive::{Envelope, MAIL_LIMIT, MailRefusal},
    settle::MailFate,
};
