//! Files in parts: whoever has a bad line sends a file piece by piece, and goes on where it broke off. When all is there, it
//! passes the gate of all files.

mod parts;
mod standing;

pub use self::{
    parts::{PARTS_AT_MOST, PartRefusal},
    standing::{KEPT_DAYS, UPLOADS_AT_MOST, UploadStanding, UploadState},
};
