//! The filters of a register, each a list to choose from.

use chikaya_domain::{
    answer::Outcome,
    case::{Channel, Kind as CaseKind},
    register::EntryState,
    territory::Level,
};
use chikaya_i18n::Voice;
use chikaya_service::Country;

use super::{asked::Asked, words};
use crate::admin::Choice;

/// A filter that is a list of choices.
pub(super) struct Filter {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) choices: Vec<Choice>,
}

/// The filters with what is chosen in each.
pub(super) fn filters(country: &Country, voice: Voice, asked: &Asked) -> Vec<Filter> {
    let chosen = asked.filters();
    let say = |key: &str| voice.say(key).into_owned();
    let filter = |name: &'static str, label: &str, any: &str, all: Vec<(String, String)>| {
        let is = chosen
            .iter()
            .find(|(chosen, _)| *chosen == name)
            .map(|(_, value)| value.as_str());
        let none = Choice {
            value: String::new(),
            name: say(any),
            is_on: is.is_none(),
        };
        let choices = all.into_iter().map(|(value, name)| Choice {
            is_on: is == Some(value.as_str()),
            value,
            name,
        });
        Filter {
            name,
            label: say(label),
            choices: std::iter::once(none).chain(choices).collect(),
        }
    };
    let words = |key: &str, all: &[&str]| -> Vec<(String, String)> {
        all.iter()
            .map(|word| ((*word).to_owned(), say(&format!("{key}{word}"))))
            .collect()
    };
    let kinds: Vec<&str> = CaseKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let channels: Vec<&str> = Channel::ALL
        .iter()
        .map(|channel| channel.as_str())
        .collect();
    let states: Vec<&str> = EntryState::ALL.iter().map(|state| state.as_str()).collect();
    let outcomes: Vec<&str> = Outcome::ALL
        .iter()
        .map(|outcome| outcome.as_str())
        .collect();
    vec![
        filter(
            "kind",
            "label-kind",
            "word-all",
            words("case-kind-", &kinds),
        ),
        filter(
            "channel",
            "label-channel",
            "word-all",
            words("case-channel-", &channels),
        ),
        filter(
            "state",
            "label-state",
            "word-all",
            words("register-state-", &states),
        ),
        filter(
            "outcome",
            "label-outcome",
            "word-all",
            words("case-outcome-", &outcomes),
        ),
        filter(
            "subject",
            "label-subject",
            "register-any-subject",
            sectors(country, voice, asked),
        ),
        filter(
            "territory",
            "label-place",
            "register-any-region",
            regions(country, voice, asked),
        ),
    ]
}

/// The sectors with their names, and the subject that an address asks for beside these.
fn sectors(country: &Country, voice: Voice, asked: &Asked) -> Vec<(String, String)> {
    let all = country.subjects.sectors().map(|sector| {
        let name = sector.names.in_language(voice.language());
        (sector.code.to_string(), name.to_owned())
    });
    let asked = asked.question.subject.as_ref().map(|code| {
        let code = code.to_string();
        let name = words::subject(country, voice, Some(&code));
        (code, name)
    });
    with(all.collect(), asked)
}

/// The regions with their names, and the territory that an address asks for beside these.
fn regions(country: &Country, voice: Voice, asked: &Asked) -> Vec<(String, String)> {
    let regions = country.territories.all();
    let regions = regions.filter(|territory| territory.level == Level::Region);
    let all = regions.map(|region| {
        let name = region.names.in_language(voice.language());
        (region.code.to_string(), name.to_owned())
    });
    let asked = asked.question.territory.as_ref().map(|code| {
        let code = code.to_string();
        let name = words::territory(country, voice, Some(&code));
        (code, name)
    });
    with(all.collect(), asked)
}

/// With one more, where it is not among them.
fn with(mut all: Vec<(String, String)>, more: Option<(String, String)>) -> Vec<(String, String)> {
    if let Some(more) = more.filter(|more| all.iter().all(|(code, _)| *code != more.0)) {
        all.push(more);
    }
    all
}
