//! Words that administrators write in place of the house's: texts and `{ $argument }`, nothing else of Fluent, put together as
//! the house's own are.

use std::collections::HashMap;
use std::fmt;

use chikaya_domain::Language;

use crate::bidi::isolate;
use crate::catalogue::Catalogue;
use crate::voice::{Argument, Voice};

/// Longest text, in characters: as much as a letter says about one thing.
pub const TEMPLATE_LIMIT: usize = 1_000;

/// A text with places that arguments fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Place(String),
}

/// Why a text is no template for a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// Nothing is written.
    Empty,
    /// More than [`TEMPLATE_LIMIT`] characters.
    TooLong,
    /// A brace that opens or closes no place.
    Brace,
    /// A place that the message has no argument for.
    Unknown(String),
    /// An argument that the text leaves out.
    Missing(String),
}

impl TemplateFault {
    /// The key of the sentence that tells a person.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "error-wording-empty",
            Self::TooLong => "error-wording-long",
            Self::Brace => "error-wording-brace",
            Self::Unknown(_) => "error-wording-unknown",
            Self::Missing(_) => "error-wording-missing",
        }
    }

    /// The place it speaks of.
    pub fn place(&self) -> Option<&str> {
        match self {
            Self::Unknown(place) | Self::Missing(place) => Some(place),
            Self::Empty | Self::TooLong | Self::Brace => None,
        }
    }
}

impl Template {
    /// Reads a text for a message whose arguments are `places`: each must be in it, and no other.
    pub fn parse(text: &str, places: &[&str]) -> Result<Self, TemplateFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TemplateFault::Empty);
        }
        if text.chars().count() > TEMPLATE_LIMIT {
            return Err(TemplateFault::TooLong);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (within, behind) = after.split_once('}').ok_or(TemplateFault::Brace)?;
            let name = within
                .trim()
                .strip_prefix('$')
                .ok_or(TemplateFault::Brace)?;
            if before.contains('}') || name.is_empty() || within.contains('{') {
                return Err(TemplateFault::Brace);
            }
            if !places.contains(&name) {
                return Err(TemplateFault::Unknown(name.to_owned()));
            }
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(Part::Place(name.to_owned()));
            rest = behind;
        }
        if rest.contains('}') {
            return Err(TemplateFault::Brace);
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        let has = |place: &&str| {
            parts
                .iter()
                .any(|part| matches!(part, Part::Place(name) if name == place))
        };
        match places.iter().find(|place| !has(place)) {
            Some(missing) => Err(TemplateFault::Missing((*missing).to_owned())),
            None => Ok(Self { parts }),
        }
    }

    /// The text with its arguments; `None` if one is missing.
    fn format(&self, arguments: &[(&str, Argument<'_>)], language: Language) -> Option<String> {
        let voice = Voice::of(language);
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Place(place) => {
                    let (_, argument) = arguments.iter().find(|(name, _)| name == place)?;
                    match argument {
                        Argument::Text(words) => text.push_str(&isolate(words, language)),
                        Argument::Number(figure) => text.push_str(&voice.number(*figure)),
                        Argument::Date(day) => text.push_str(&voice.date(*day)),
                    }
                }
            }
        }
        Some(text)
    }
}

/// Words in place of the house's, in one language, by the keys of the messages they stand for.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wording {
    words: HashMap<String, Template>,
}

impl fmt::Debug for Wording {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Wording({} messages)", self.words.len())
    }
}

impl Wording {
    /// Puts words in place of the house's.
    pub fn put(&mut self, key: &str, template: Template) {
        self.words.insert(key.to_owned(), template);
    }

    /// Whether nothing is put in place of anything.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// A voice that says some things in words that were put in place of the house's.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    voice: Voice,
    wording: &'a Wording,
}

impl std::ops::Deref for Speaker<'_> {
    type Target = Voice;

    fn deref(&self) -> &Voice {
        &self.voice
    }
}

impl<'a> Speaker<'a> {
    /// The voice of a language with these words.
    pub const fn of(language: Language, wording: &'a Wording) -> Self {
        Self {
            voice: Voice::of(language),
            wording,
        }
    }

    /// As [`Voice::say`].
    pub fn say(self, key: &str) -> std::borrow::Cow<'static, str> {
        match self.own(key, &[]) {
            Some(text) => text.into(),
            None => self.voice.say(key),
        }
    }

    /// As [`Voice::say_with`].
    pub fn say_with(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.own(key, arguments)
            .unwrap_or_else(|| self.voice.say_with(key, arguments))
    }

    /// A message in words of its own. Were an argument missing there, the house's words are whole.
    fn own(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let template = self.wording.words.get(key)?;
        template.format(arguments, self.voice.language())
    }
}

impl Voice {
    /// The names of the arguments that the message `key` needs.
    pub fn places(self, key: &str) -> Vec<&'static str> {
        let places = Catalogue::of(self.language()).arguments(key);
        places.into_iter().collect()
    }

    /// The message `key` as it is written, with its places: of words that change with a figure the form for many.
    pub fn written(self, key: &str) -> String {
        Catalogue::of(self.language())
            .written(key)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_its_places_is_a_template() {
        let places = ["date", "reference"];
        let text = "Dossier { $reference } : le {$date}.";
        let template = Template::parse(text, &places).unwrap();
        let day = jiff::civil::date(2026, 5, 4);
        let arguments = [
            ("reference", Argument::Text("CK-26-7K3M-9QDX")),
            ("date", Argument::Date(day)),
        ];
        assert_eq!(
            template.format(&arguments, Language::French).unwrap(),
            "Dossier CK-26-7K3M-9QDX : le lundi 4 mai 2026."
        );
        let arabic = template.format(&arguments, Language::Arabic).unwrap();
        assert!(
            arabic.contains("\u{2068}CK-26-7K3M-9QDX\u{2069}"),
            "{arabic}"
        );
        assert_eq!(template.format(&arguments[..1], Language::French), None);
    }

    #[test]
    fn what_is_none_is_refused_with_its_reason() {
        let fault = |text: &str| Template::parse(text, &["date"]).unwrap_err();
        assert_eq!(fault("  "), TemplateFault::Empty);
        assert_eq!(
            fault("le { $day }"),
            TemplateFault::Unknown("day".to_owned())
        );
        assert_eq!(fault("bientôt"), TemplateFault::Missing("date".to_owned()));
        for text in [
            "{ $date",
            "$date }",
            "{ date }",
            "{ $date }}",
            "{{ $date }}",
            "{ $ }",
            "{ $date -> [one] x *[other] y }",
        ] {
            let fault = fault(text);
            assert!(
                matches!(fault, TemplateFault::Brace | TemplateFault::Unknown(_)),
                "{text}: {fault:?}"
            );
        }
        let long = format!("{}{{ $date }}", "a".repeat(TEMPLATE_LIMIT));
        assert_eq!(fault(&long), TemplateFault::TooLong);
    }

    #[test]
    fn the_houses_words_as_they_are_written_say_the_same() {
        for language in Language::ALL {
            let voice = Voice::of(language);
            for key in crate::keys() {
                let places = voice.places(key);
                let written = voice.written(key);
                assert!(!written.is_empty(), "{language}: {key}");
                for place in &places {
                    // What is chosen by a figure need not name it.
                    let named = written.contains(&format!("{{ ${place} }}"));
                    assert!(
                        named || Catalogue::of(language).chooses(key),
                        "{language}: {key} leaves out {place}"
                    );
                }
            }
        }
    }

    #[test]
    fn nothing_changed_is_the_voice_itself() {
        let none = Wording::default();
        let mut some = Wording::default();
        some.put(
            "mail-signature",
            Template::parse("La commune", &[]).unwrap(),
        );
        let voice = Voice::of(Language::French);
        let speaker = Speaker::of(Language::French, &none);
        assert_eq!(speaker.say("mail-signature"), voice.say("mail-signature"));
        let speaker = Speaker::of(Language::French, &some);
        assert_eq!(speaker.say("mail-signature"), "La commune");
        assert_eq!(speaker.say("mail-greeting"), voice.say("mail-greeting"));
    }
}
