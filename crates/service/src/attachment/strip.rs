//! Files kept as they came, but for what tells of their maker: where, when, with what, by whom; and for what would act by itself.

mod film;
mod jpeg;
mod pdf;
mod sound;
mod webm;
mod webp;

use super::{
    FileRefusal,
    container::has_track,
    kind::{Family, FileKind},
};

pub(super) use self::{jpeg::jpeg, webp::webp};

/// Times its size that a file takes in memory while it is stripped.
pub(super) const fn times_in_memory(family: Family) -> u64 {
    match family {
        // Objects that were packed, each with its place in a tree.
        Family::Pdf => 8,
        _ => 2,
    }
}

/// A file without what tells of its making. Of one whose parts do not hold together it is blanked as far as they do.
/// `None`: it stays as it came.
pub(super) fn strip(original: &[u8], kind: FileKind) -> Result<Option<Vec<u8>>, FileRefusal> {
    let in_place = |blank: fn(&mut [u8]) -> bool| {
        let mut whole = original.to_vec();
        blank(&mut whole);
        Some(whole)
    };
    if kind.says_its_tracks() && !has_track(original, &[b"vide", b"soun"]) {
        return Err(FileRefusal::NoTrack);
    }
    Ok(match kind.family() {
        Family::Boxes => in_place(film::film),
        Family::Elements => in_place(webm::webm),
        Family::Wave => in_place(sound::wave),
        Family::Ogg => in_place(sound::ogg),
        Family::Tagged => Some(sound::tagged(original).to_vec()),
        Family::Pdf => pdf::pdf(original)?,
        Family::Other => None,
    })
}
