//! `/{language}/app`: the portal as an application on a telephone. Its pages hold nothing of anybody, so that a telephone
//! keeps them and files without a network; what is written there stays on it until it is sent (`/api/v1/drafts`).

mod draw;
pub(crate) mod lists;
mod manifest;
mod page;
mod parts;
mod qr;
mod script;
pub(crate) mod shell;
mod worker;

pub(crate) use self::{
    manifest::get as manifest,
    page::{get, home, share},
    worker::get as worker,
};
