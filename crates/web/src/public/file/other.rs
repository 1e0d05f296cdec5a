//! What another page brought to a step meanwhile, in the words of the step's own page: to be compared with what was typed.

use chikaya_domain::person::Category;
use chikaya_i18n::Voice;
use chikaya_service::{
    Country,
    draft::{
        Written as _,
        filing::{Step, TypedFiling},
    },
};

use crate::subject::subject_name;

/// What another page brought to a step meanwhile.
pub(crate) struct Other {
    /// Its words, without what is empty.
    pub(super) words: Vec<String>,
    /// Their mark.
    pub(super) mark: String,
}

impl Other {
    /// What a step of a draft holds now.
    pub(super) fn of(country: &Country, voice: Voice, content: &TypedFiling, step: Step) -> Self {
        let mut words = match step {
            Step::What => vec![
                voice
                    .say(&format!("case-kind-{}", content.kind))
                    .into_owned(),
                content.text.clone(),
            ],
            Step::Where => place(country, voice, content),
            Step::About => about(country, voice, content),
            Step::Details => details(country, voice, content),
            Step::Who => who(country, voice, content),
            Step::Concerned => vec![content.concerned.clone()],
            Step::You => you(voice, content),
        };
        words.retain(|line| !line.is_empty());
        Self {
            words,
            mark: content.mark(step),
        }
    }
}

fn about(country: &Country, voice: Voice, content: &TypedFiling) -> Vec<String> {
    let subject = content.subject.as_ref();
    subject
        .map(|code| subject_name(country, voice, Some(code)))
        .into_iter()
        .collect()
}

fn details(country: &Country, voice: Voice, content: &TypedFiling) -> Vec<String> {
    content
        .answers(country, voice.language())
        .into_iter()
        .map(|(label, answer)| format!("{label} {answer}"))
        .collect()
}

fn place(country: &Country, voice: Voice, content: &TypedFiling) -> Vec<String> {
    let territory = content.territory.as_ref().map(|code| {
        let chain: Vec<&str> = country
            .territories
            .chain(code)
            .map(|territory| territory.names.in_language(voice.language()))
            .collect();
        chain.join(" · ")
    });
    let unknown = content
        .place_unknown
        .then(|| voice.say("word-unknown").into_owned());
    [content.place.clone(), content.coordinates.clone()]
        .into_iter()
        .chain(territory)
        .chain(unknown)
        .collect()
}

fn who(country: &Country, voice: Voice, content: &TypedFiling) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(code) = &content.organisation {
        let name = country.organisations.name_of(code, voice.language());
        words.push(name.to_owned());
    }
    if content.organisation_unknown {
        words.push(voice.say("filing-who-unknown").into_owned());
    }
    if content.organisation_suggested {
        words.push(voice.say("filing-who-suggested").into_owned());
    }
    words
}

fn you(voice: Voice, content: &TypedFiling) -> Vec<String> {
    let say = |family: &str, word: &str| voice.say(&format!("{family}{word}")).into_owned();
    let category = if content.is_anonymous {
        Some("anonymous")
    } else {
        content.category.map(Category::as_str)
    };
    let identity = if content.identity_number.is_empty() {
        String::new()
    } else {
        let kind = say("identity-", content.identity_kind().as_str());
        format!("{kind} {}", content.identity_number)
    };
    vec![
        category.map_or_else(String::new, |word| say("case-category-", word)),
        content.name.clone(),
        content.representative.clone(),
        content.quality.clone(),
        identity,
        content.on_behalf_of.clone(),
        content.email.clone(),
        content.phone.clone(),
        content.address.clone(),
        content
            .way()
            .map_or_else(String::new, |way| say("filing-you-by-", way.as_str())),
    ]
}
