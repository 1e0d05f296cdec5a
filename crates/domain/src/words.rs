//! The four languages of the portal, and names that exist in several of them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language in which people are served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Arabic, written right to left; official.
    #[serde(rename = "ar")]
    Arabic,
    /// Standard Moroccan Tamazight in Tifinagh (BCP 47 `zgh`), written left to right; official.
    #[serde(rename = "zgh")]
    Tamazight,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All languages in the order in which the language switch shows them.
    pub const ALL: [Self; 4] = [Self::Arabic, Self::Tamazight, Self::French, Self::English];

    /// The BCP 47 code, as it stands in URLs and `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Tamazight => "zgh",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language with this code, if the portal speaks it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// `rtl` or `ltr`, for `dir` attributes.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            Self::Tamazight | Self::French | Self::English => "ltr",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Arabic => "العربية",
            Self::Tamazight => "ⵜⴰⵎⴰⵣⵉⵖⵜ",
            Self::French => "Français",
            Self::English => "English",
        }
    }
}

/// The language in which a text is written: one in which people are served, or any other, as texts of an earlier register
/// may be. A code of ISO 639: two or three small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLanguage(String);

impl TextLanguage {
    /// Reads a code. That a language has it is not checked.
    pub fn parse(code: &str) -> Option<Self> {
        let is_code =
            (2..=3).contains(&code.len()) && code.bytes().all(|sign| sign.is_ascii_lowercase());
        is_code.then(|| Self(code.to_owned()))
    }

    /// The code, as it stands in `lang` attributes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same language, if people are served in it.
    pub fn served(&self) -> Option<Language> {
        Language::from_code(&self.0)
    }
}

impl From<Language> for TextLanguage {
    fn from(language: Language) -> Self {
        Self(language.code().to_owned())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// A name in the languages it is known in: Arabic and French always, the others where someone wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Arabic name.
    pub ar: String,
    /// French name.
    pub fr: String,
    /// Tamazight name, if one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zgh: Option<String>,
    /// English name, if one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Names {
    /// The name to show in `language`: its own, else the Arabic one in Tamazight pages (people who read
    /// Tifinagh in Morocco read Arabic script first), else the French one in English pages.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Arabic => &self.ar,
            Language::French => &self.fr,
            Language::Tamazight => self.zgh.as_deref().unwrap_or(&self.ar),
            Language::English => self.en.as_deref().unwrap_or(&self.fr),
        }
    }

    /// Every name that someone wrote: the French one first, then the Arabic, English and Tamazight ones.
    pub fn every(&self) -> Vec<String> {
        [
            Some(&self.fr),
            Some(&self.ar),
            self.en.as_ref(),
            self.zgh.as_ref(),
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
    }

    /// The language in which [`Self::in_language`] answers, for the `lang` attribute around it.
    pub fn language_shown(&self, language: Language) -> Language {
        match language {
            Language::Tamazight if self.zgh.is_none() => Language::Arabic,
            Language::English if self.en.is_none() => Language::French,
            other => other,
        }
    }
}
