//! What administrators see of the words of a message: the house's, those in force, and all versions.

use std::collections::{BTreeMap, btree_map::Entry};

use chikaya_domain::{Language, access::Action, id::OrganisationCode};
use chikaya_i18n::Voice;
use chikaya_store::{staff::named, wording};
use jiff::Timestamp;

use super::{
    change::place,
    in_force::InForce,
    list::{Medium, SENT_TO_FILERS, SentMessage},
    sample,
};
use crate::{Clerks, Trouble, message::outbox::Message, named::called, staff::Officer};

/// Versions of one part that are shown.
const VERSIONS: i64 = 20;

/// A message in the list.
#[derive(Clone, Copy, Debug)]
pub struct WordedMessage {
    /// The message.
    pub message: &'static SentMessage,
    /// In how many places its words are other than the house's, over all bodies and languages.
    pub changed: usize,
}

/// Whose words are in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhoseWords {
    /// The house's own.
    House,
    /// Those for the country.
    Country,
    /// Those of a body.
    Body(OrganisationCode),
}

/// A version of a part.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its number.
    pub number: i64,
    /// The words; none: the house's own were put back.
    pub words: Option<String>,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub struct PartShown {
    /// By which channel it goes.
    pub medium: Medium,
    /// The key.
    pub key: &'static str,
    /// Whether a letter says it too, and whoever calls reads it out.
    pub is_spoken: bool,
    /// The names of its places.
    pub places: Vec<&'static str>,
    /// The house's words, with their places.
    pub house: String,
    /// The words in force.
    pub now: String,
    /// Whose they are.
    pub whose: WhoseWords,
    /// What was changed for just this body, or the country, the newest first.
    pub versions: Vec<Version>,
}

/// A message with all its parts, for a body or the country, in a language.
#[derive(Clone, Debug)]
pub struct WordingPage {
    /// The message.
    pub message: &'static SentMessage,
    /// Its parts.
    pub parts: Vec<PartShown>,
    /// The message made with sample data as a mail, and as a short message, where there is such.
    pub samples: Vec<Message>,
}

impl Clerks {
    /// The messages that the house sends to filers.
    pub async fn wordings(&self, officer: Officer) -> Result<Vec<WordedMessage>, Trouble> {
        officer.must_be_allowed(Action::WordMessages)?;
        self.read(move |tx, _| {
            let in_force = InForce::read(tx)?;
            Ok(SENT_TO_FILERS
                .iter()
                .map(|message| WordedMessage {
                    message,
                    changed: in_force.changed(|key| message.parts().any(|(_, part)| part == key)),
                })
                .collect())
        })
        .await
    }

    /// A message with its words, for a body or with `None` for the country.
    pub async fn wording(
        &self,
        officer: Officer,
        word: String,
        body: Option<OrganisationCode>,
        language: Language,
    ) -> Result<WordingPage, Trouble> {
        officer.must_be_allowed(Action::WordMessages)?;
        let message = SentMessage::find(&word).ok_or(Trouble::NotFound)?;
        self.read(move |tx, circumstances| {
            let organisations = &circumstances.country.organisations;
            let in_force = InForce::read(tx)?;
            let voice = Voice::of(language);
            let mut names: BTreeMap<_, String> = BTreeMap::new();
            let mut parts = Vec::new();
            for (medium, key) in message.parts() {
                let mut versions = Vec::new();
                let of = place(body.as_ref());
                for kept in wording::history(tx, &of, key, language.code(), VERSIONS)? {
                    let by = match names.entry(kept.staff) {
                        Entry::Occupied(known) => known.get().clone(),
                        Entry::Vacant(place) => {
                            let found = named::find(tx, kept.staff)?;
                            let name = found.map_or_else(String::new, |found| called(&found));
                            place.insert(name).clone()
                        }
                    };
                    versions.push(Version {
                        number: kept.version,
                        words: kept.words,
                        by,
                        at: Timestamp::from_microsecond(kept.changed_at).map_err(|_| {
                            chikaya_store::StoreError::unreadable("wording.changed_at", key)
                        })?,
                    });
                }
                let house = voice.written(key);
                let own = in_force.part(organisations, body.as_ref(), (key, language));
                let (now, whose) = match own {
                    None => (house.clone(), WhoseWords::House),
                    Some((words, code)) => {
                        let whose = OrganisationCode::parse(&code)
                            .map_or(WhoseWords::Country, WhoseWords::Body);
                        (words, whose)
                    }
                };
                parts.push(PartShown {
                    medium,
                    key,
                    is_spoken: message.is_spoken(key),
                    places: voice.places(key),
                    house,
                    now,
                    whose,
                    versions,
                });
            }
            let (words, _) = in_force.of(organisations, body.as_ref(), language);
            let samples = sample::of(circumstances, message, body.as_ref(), language, &words);
            Ok(WordingPage {
                message,
                parts,
                samples,
            })
        })
        .await
    }
}
