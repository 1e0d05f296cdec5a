//! The sentences of the machine, put together.

use chikaya_domain::Language;
use chikaya_i18n::spoken::{Sound, day, digits, number};

use super::act::{Heard, Offers, Told};

/// The first words: each language says for itself how it is chosen.
pub(super) fn welcome() -> Vec<Heard> {
    let sentence = |language, key| (language, Sound::Sentence(key));
    vec![
        sentence(Language::Arabic, "say-welcome"),
        sentence(Language::Arabic, "say-choose"),
        sentence(Language::Tamazight, "say-choose"),
        sentence(Language::French, "say-welcome"),
        sentence(Language::French, "say-choose"),
    ]
}

/// What can be done, by key.
pub(super) fn menu(offers: Offers) -> Vec<Sound> {
    let mut keys = Vec::new();
    if !offers.agents {
        keys.push("say-closed");
    }
    keys.push("say-menu-follow");
    if offers.agents {
        keys.push("say-menu-agent");
    }
    if offers.call_back {
        keys.push("say-menu-back");
    }
    if offers.voice {
        keys.push("say-menu-voice");
    }
    keys.push("say-menu-end");
    keys.into_iter().map(Sound::Sentence).collect()
}

/// How a case stands.
pub(super) fn status(told: Told) -> Vec<Sound> {
    let mut sounds = vec![Sound::Sentence("say-your-case"), Sound::State(told.stage)];
    if let Some(due) = told.due {
        let key = if told.is_late { "say-late" } else { "say-due" };
        sounds.push(Sound::Sentence(key));
        sounds.extend(day(due));
    }
    sounds.push(Sound::Sentence("say-after-status"));
    sounds
}

/// The caller's number, and what can be done with it.
pub(super) fn own_number(national: &str) -> Vec<Sound> {
    let mut sounds = vec![Sound::Sentence("say-number-is")];
    sounds.extend(digits(national));
    sounds.push(Sound::Sentence("say-number-right"));
    sounds
}

/// The place in the queue.
pub(super) fn place(place: u32, language: Language) -> Vec<Sound> {
    let mut sounds = vec![Sound::Sentence("say-queue-place")];
    sounds.extend(number(place, language));
    sounds.push(Sound::Sentence("say-queue"));
    sounds
}

/// A reference that was given, twice, for whoever writes.
pub(super) fn given(digits_of_reference: &str) -> Vec<Sound> {
    let mut sounds = vec![Sound::Sentence("say-voice-kept")];
    for _ in 0..2 {
        sounds.push(Sound::Sentence("say-your-reference"));
        sounds.extend(digits(digits_of_reference));
    }
    sounds
}
