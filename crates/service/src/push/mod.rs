//! Messages to browsers: whoever wants to be told of a case in a browser is told there that there is news, and nothing else.

mod endpoint;
mod key;
mod keys;
mod outbox;
mod subscription;

pub use self::{
    endpoint::{NoEndpoint, PushEndpoint, Reach},
    key::PushKey,
    keys::{KeysOfBrowser, NoKeys},
    outbox::{PUSH_JOB, PushFate, PushMessage, PushTicket, TIME_TO_LIVE},
    subscription::{BROWSERS_OF_A_CASE, Browser, TrackedBrowser},
};
pub(crate) use self::{outbox::order, subscription::browsers_told};
