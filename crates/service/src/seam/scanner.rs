//! The seam of the malware scanner: bytes go out, a verdict comes back.

use std::{future::Future, pin::Pin, sync::Arc};

use bytes::Bytes;
use chikaya_store::BlobError;
use futures_util::stream::BoxStream;
use thiserror::Error;

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing.
    Clean,
    /// Malware, by the name of its signature.
    Found(String),
}

/// Why there is no verdict.
#[derive(Clone, Debug, Error)]
#[error("no verdict: {0}")]
pub struct NoVerdict(pub String);

/// The bytes of a file, piece by piece.
pub type Pieces = BoxStream<'static, Result<Bytes, BlobError>>;

/// What is to come.
pub type Scanning = Pin<Box<dyn Future<Output = Result<Verdict, NoVerdict>> + Send>>;

/// What looks at files for malware.
#[derive(Clone)]
pub struct Scanner {
    /// Looks at one.
    pub scan: Arc<dyn Fn(Pieces) -> Scanning + Send + Sync>,
    /// Whether no file is taken that was not looked at.
    pub is_needed: bool,
}
