//! The cases behind a figure of a dashboard, as an address asks for them and a heading says them.

use chikaya_domain::id::OrganisationCode;
use chikaya_i18n::Argument;
use chikaya_service::dashboard::{Age, Behind};
use jiff::civil::Date;
use url::form_urlencoded::Serializer;

use crate::{settings::State, visit::Visit};

/// The word of the list in addresses.
const VIEW: &str = "figure";

/// What stands between the first and the last due day.
const UNTIL: &str = "..";

/// Which figure an address asks for; none where it asks for something else.
pub(super) fn of(visit: &Visit) -> Option<Behind> {
    if visit.parameter("view").as_deref() != Some(VIEW) {
        return None;
    }
    let due = visit.parameter("due").unwrap_or_default();
    let (from, until) = due.split_once(UNTIL).unwrap_or((&due, &due));
    Some(Behind {
        body: visit
            .parameter("body")
            .and_then(|code| OrganisationCode::parse(&code).ok()),
        due_from: from.parse().ok(),
        due_until: until.parse().ok(),
        age: visit
            .parameter("age")
            .and_then(|word| Age::from_word(&word)),
        is_not_begun: visit.parameter("begun").as_deref() == Some("no"),
    })
}

/// Writes it into an address.
pub(super) fn write(behind: &Behind, query: &mut Serializer<'_, String>) {
    query.append_pair("view", VIEW);
    if let Some(body) = &behind.body {
        query.append_pair("body", body.as_str());
    }
    if behind.due_from.is_some() || behind.due_until.is_some() {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let due = format!("{}{UNTIL}{}", day(behind.due_from), day(behind.due_until));
        query.append_pair("due", &due);
    }
    if let Some(age) = behind.age {
        query.append_pair("age", age.as_str());
    }
    if behind.is_not_begun {
        query.append_pair("begun", "no");
    }
}

/// The address of the list.
pub(super) fn address(visit: &Visit, behind: &Behind) -> String {
    let mut query = Serializer::new(String::new());
    write(behind, &mut query);
    visit.path(&format!("/desk?{}", query.finish()))
}

/// What the list is called.
pub(super) fn heading(state: &State, visit: &Visit, behind: &Behind, today: Date) -> String {
    let voice = visit.voice;
    let country = state.clerks.country();
    let mut parts = vec![voice.say("dashboard-open").into_owned()];
    if let Some(body) = &behind.body {
        let name = country.organisations.name_of(body, visit.language());
        parts.push(name.to_owned());
    }
    let said = |key: &str, day: Date| {
        let day = voice.day_seen_from(day, today);
        voice.say_with(key, &[("day", Argument::Text(&day))])
    };
    match (behind.due_from, behind.due_until) {
        (Some(from), Some(until)) if from == until => {
            parts.push(said("dashboard-behind-on", from));
        }
        (from, until) => {
            parts.extend(from.map(|day| said("dashboard-behind-from", day)));
            parts.extend(until.map(|day| said("dashboard-behind-until", day)));
        }
    }
    if let Some(age) = behind.age {
        parts.push(
            voice
                .say(&format!("dashboard-age-{}", age.as_str()))
                .into_owned(),
        );
    }
    if behind.is_not_begun {
        parts.push(voice.say("dashboard-not-begun").into_owned());
    }
    parts.join(" · ")
}
