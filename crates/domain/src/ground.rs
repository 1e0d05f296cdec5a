//! Grounds on which a filing is inadmissible, each with what the person can do instead.

use crate::{id::GroundCode, words::Names};

/// A ground of inadmissibility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Code.
    pub code: GroundCode,
    /// Name.
    pub names: Names,
    /// What it means for the person and what they can do.
    pub explanation: Names,
    /// The article it rests on, as written for people.
    pub law_reference: String,
    /// Whether the person is directed to another body.
    pub redirects: bool,
}
