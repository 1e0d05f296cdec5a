//! The messages of each language, read once from the embedded Fluent files.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use chikaya_domain::Language;
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::parse;

use crate::pattern::Message;
use crate::plural::Plurals;
use crate::voice::Argument;

/// Every file of `locales/`: language code, file name, text.
pub(crate) static FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

static ARABIC: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Language::Arabic));
static TAMAZIGHT: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Language::Tamazight));
static FRENCH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Language::French));
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Language::English));

/// The messages of one language.
pub(crate) struct Catalogue {
    language: Language,
    plurals: Plurals,
    messages: HashMap<&'static str, Words>,
    keys: Vec<&'static str>,
}

/// A message: one that takes no argument is put together once, since a page asks for some fifty of them.
enum Words {
    Ready(String),
    Open(Message),
}

impl Catalogue {
    /// The catalogue of `language`, read at first use and kept.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::Arabic => &ARABIC,
            Language::Tamazight => &TAMAZIGHT,
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        }
    }

    /// The text of a message without arguments; `None` if there is no such message or it wants arguments.
    pub(crate) fn ready(&self, key: &str) -> Option<&str> {
        match self.messages.get(key)? {
            Words::Ready(text) => Some(text),
            Words::Open(_) => None,
        }
    }

    /// The text of a message with `arguments`; `None` if there is no such message or an argument is missing.
    pub(crate) fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        match self.messages.get(key)? {
            Words::Ready(text) => Some(text.clone()),
            Words::Open(message) => message.format(arguments, self.language, &self.plurals),
        }
    }

    /// The names of the arguments that a message needs.
    pub(crate) fn arguments(&self, key: &str) -> BTreeSet<&'static str> {
        match self.messages.get(key) {
            Some(Words::Open(message)) => message.arguments(),
            Some(Words::Ready(_)) | None => BTreeSet::new(),
        }
    }

    /// A message as it is written, with its places.
    pub(crate) fn written(&self, key: &str) -> Option<String> {
        Some(match self.messages.get(key)? {
            Words::Ready(text) => text.clone(),
            Words::Open(message) => message.written(),
        })
    }

    /// Whether the words of a message are chosen by an argument.
    #[cfg(test)]
    pub(crate) fn chooses(&self, key: &str) -> bool {
        matches!(self.messages.get(key), Some(Words::Open(message)) if message.chooses())
    }

    /// Whether a message has this key, with or without arguments.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// Reads the files of `language`. What a file holds that is no message is left out here and named by the
    /// tests: one broken line must not silence a whole portal.
    fn load(language: Language) -> Self {
        let plurals = Plurals::of(language);
        let mut messages = HashMap::new();
        let mut keys = Vec::new();
        for (_, _, text) in FILES.iter().filter(|(code, _, _)| *code == language.code()) {
            let (Ok(resource) | Err((resource, _))) = parse(*text);
            for entry in resource.body {
                let Entry::Message(message) = entry else {
                    continue;
                };
                let (key, Some(pattern)) = (message.id.name, message.value) else {
                    continue;
                };
                let message = Message::new(pattern);
                let words = match message.format(&[], language, &plurals) {
                    Some(text) => Words::Ready(text),
                    None => Words::Open(message),
                };
                messages.insert(key, words);
                keys.push(key);
            }
        }
        Self {
            language,
            plurals,
            messages,
            keys,
        }
    }
}

/// The keys of all messages, in the order of the French files (the tests prove that all languages have the same).
pub fn keys() -> impl Iterator<Item = &'static str> {
    Catalogue::of(Language::French).keys.iter().copied()
}
