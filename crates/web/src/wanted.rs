//! The part of a form in which somebody says how they want to be told: read in one way at the account, on the page of a case
//! and at the desk.

use chikaya_domain::{
    Language,
    person::{Preference, TellBy},
    sms::QuietHours,
};
use chikaya_i18n::Voice;
use chikaya_service::preference::{PreferencePage, Saying};

use crate::form::{Faults, Typed};

/// A channel to choose.
pub(crate) struct Choice {
    /// Its word.
    pub(crate) word: &'static str,
    /// Where to, mostly hidden.
    pub(crate) to: Option<String>,
    /// What keeps things from arriving there, in words.
    pub(crate) note: Option<String>,
    /// Whether it is chosen.
    pub(crate) is_on: bool,
}

/// What the form shows.
pub(crate) struct Wanted {
    /// Channels.
    pub(crate) choices: Vec<Choice>,
    /// Code of the language.
    pub(crate) language: &'static str,
    /// When quiet begins, or what was typed.
    pub(crate) from: String,
    /// When it ends.
    pub(crate) until: String,
}

impl Wanted {
    /// The form of what is wanted now.
    pub(crate) fn of(voice: Voice, page: &PreferencePage) -> Self {
        let wanted = page.wanted;
        let (from, until) = times(wanted.quiet);
        Self {
            choices: choices(voice, page, wanted.by.as_str()),
            language: wanted.language.code(),
            from,
            until,
        }
    }

    /// The form with what was typed.
    pub(crate) fn typed(voice: Voice, page: &PreferencePage, typed: &Typed) -> Self {
        let language = Language::from_code(typed.text("language"));
        Self {
            choices: choices(voice, page, typed.text("preferred")),
            language: language.unwrap_or(page.wanted.language).code(),
            from: typed.text("quiet-from").to_owned(),
            until: typed.text("quiet-until").to_owned(),
        }
    }
}

fn choices(voice: Voice, page: &PreferencePage, chosen: &str) -> Vec<Choice> {
    let offered = page.offered.iter();
    offered
        .map(|offer| Choice {
            word: offer.by.as_str(),
            to: offer.to.clone(),
            note: offer
                .standing
                .word()
                .map(|word| voice.say(&format!("preference-{word}")).into_owned()),
            is_on: offer.by.as_str() == chosen,
        })
        .collect()
}

/// When quiet begins and ends, as fields show it; empty where there is none.
pub(crate) fn times(quiet: Option<QuietHours>) -> (String, String) {
    quiet.map_or_else(Default::default, |quiet| {
        let text = quiet.written();
        text.split_once('-')
            .map(|(from, until)| (from.to_owned(), until.to_owned()))
            .unwrap_or_default()
    })
}

/// What was typed, or what is wrong with it.
pub(crate) fn read(voice: Voice, typed: &Typed, faults: &mut Faults) -> Option<Preference> {
    let by = TellBy::from_word(typed.text("preferred"));
    if by.is_none() {
        faults.add("preferred", voice.say("error-choose-one"));
    }
    let language = Language::from_code(typed.text("language"));
    if language.is_none() {
        faults.add("language", voice.say("error-choose-one"));
    }
    let quiet = match (typed.text("quiet-from"), typed.text("quiet-until")) {
        ("", "") => Some(None),
        (from, until) => {
            let hours = format!("{from}-{until}").parse::<QuietHours>().ok();
            if hours.is_none() {
                faults.add("quiet-from", voice.say("error-quiet-hours"));
            }
            hours.map(Some)
        }
    };
    Some(Preference {
        by: by?,
        language: language?,
        quiet: quiet?,
    })
}

/// Notes beside the field why what was chosen cannot be; nothing where it is kept.
pub(crate) fn fault_of(voice: Voice, saying: Saying, faults: &mut Faults) {
    match saying {
        Saying::Kept => {}
        Saying::NoContact => faults.add("preferred", voice.say("error-preference-contact")),
        Saying::Stopped => faults.add("preferred", voice.say("error-preference-stopped")),
    }
}
