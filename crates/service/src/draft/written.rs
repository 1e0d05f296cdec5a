//! What can be written in a draft: its kind, its steps, and what is derived from its answers.

use data_encoding::BASE32_NOPAD;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use crate::Country;

/// Bytes of a digest in a mark: two contents of one draft that share them are not met by chance.
const MARK: usize = 10;

/// What can be written step by step, and is kept at the portal behind a link until it is sent. Everything is kept as
/// typed, wrong or right.
pub trait Written: Clone + Serialize + DeserializeOwned + Send + 'static {
    /// The word of its kind. A link to a draft of one kind opens none of another.
    const KIND: &'static str;

    /// The steps that bring something to it.
    type Step: Copy + Send + 'static;

    /// What a step brought so far, part by part; a part may be empty.
    fn parts(&self, step: Self::Step) -> Vec<String>;

    /// Lets go of what was derived from answers that are not the same any more as they were `before`.
    fn derive_anew(&mut self, before: &Self, country: &Country);

    /// A mark of what a step brought so far. A page carries it, so that it is known whether the step was changed since.
    fn mark(&self, step: Self::Step) -> String {
        let mut digest = Sha256::new();
        for part in self.parts(step) {
            digest.update(part.len().to_be_bytes());
            digest.update(part);
        }
        BASE32_NOPAD
            .encode(&digest.finalize()[..MARK])
            .to_lowercase()
    }
}
