//! Shelves: the name under which the cases of an organisation are counted and searched. Reports of wrongdoing stand on one
//! apart, so that counts and hits for whoever may not know of them are made without them, and none is taken out afterwards.

use std::borrow::Cow;

use chikaya_domain::case::Track;

/// The shelf of an organisation for cases of a track. No code of an organisation has a space, so that the shelf apart is
/// nobody's name.
pub(crate) fn shelf(organisation: &str, track: Track) -> Cow<'_, str> {
    if track.is_confidential() {
        Cow::Owned(format!("{organisation} {track}"))
    } else {
        Cow::Borrowed(organisation)
    }
}

/// Whether reports of wrongdoing are shown to whoever asks for a list, a count or hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reports {
    /// They are.
    Shown,
    /// Nothing tells that they are there.
    Hidden,
}

impl Reports {
    /// The word of the track that is left out of a list; empty when none is.
    pub(crate) const fn left_out(self) -> &'static str {
        match self {
            Self::Shown => "",
            Self::Hidden => Track::Wrongdoing.as_str(),
        }
    }

    /// The shelf that is read beside that of an organisation's other cases, if it is; otherwise the same once more.
    pub(crate) fn other_shelf(self, organisation: &str) -> Cow<'_, str> {
        match self {
            Self::Shown => shelf(organisation, Track::Wrongdoing),
            Self::Hidden => Cow::Borrowed(organisation),
        }
    }
}
