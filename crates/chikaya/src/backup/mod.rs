//! Backups of an instance on SQLite: runs of one moment each, whole or what changed since the run before, and the way back.
//!
//! A run is one archive, `NAME.tar.zst`, or `NAME.tar.zst.age` when it was encrypted. Without this program
//! `tar --zstd -x` (behind `age --decrypt`) takes a whole run apart: `chikaya.sqlite`, `blobs/` as an instance has them,
//! and `manifest.toml`. A run that holds what changed has `chikaya.changes` in the place of the database: pieces, each
//! behind its number. Beside each archive in a folder lie `NAME.toml` (the manifest, written last: without it there is no
//! run), `NAME.sum` (as `sha256sum --check` reads it), `NAME.pieces` (a keyed digest of each piece of the database, by
//! which the next run knows what changed) and `NAME.files` (identifiers of the files in the archive).

mod archive;
mod cipher;
mod folder;
mod make;
mod manifest;
mod pieces;
mod restore;
#[cfg(test)]
mod tests;

pub(crate) use self::{
    cipher::Recipients,
    make::{Made, Order, make},
    restore::{Order as RestoreOrder, restore},
};
