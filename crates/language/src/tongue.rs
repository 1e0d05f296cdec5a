//! Tongues: what a text may be written in.

/// The tongues a text may be in; finer than the languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// Standard Arabic.
    Arabic,
    /// Moroccan Arabic in Arabic letters.
    Darija,
    /// Moroccan Arabic in Latin letters and digits (Arabizi).
    DarijaLatin,
    /// Tamazight in Tifinagh or Latin letters.
    Tamazight,
    /// French.
    French,
    /// English.
    English,
}

impl Tongue {
    /// All tongues; ties are decided in this order.
    pub const ALL: [Self; 6] = [
        Self::Arabic,
        Self::Darija,
        Self::DarijaLatin,
        Self::Tamazight,
        Self::French,
        Self::English,
    ];

    /// The BCP 47 tag: `ar`, `ary`, `ary-Latn`, `zgh`, `fr`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Darija => "ary",
            Self::DarijaLatin => "ary-Latn",
            Self::Tamazight => "zgh",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Reads a tag written by [`tag`](Self::tag).
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.tag() == tag)
    }

    /// The code of the interface language to answer in: Darija is answered in Arabic.
    pub const fn answered_in(self) -> &'static str {
        match self {
            Self::Arabic | Self::Darija | Self::DarijaLatin => "ar",
            Self::Tamazight => "zgh",
            Self::French => "fr",
            Self::English => "en",
        }
    }
}
