//! `/{language}/about/{page}`: the pages of the foot, in plain language.

use askama::Template;
use axum::extract::{Path, State as Shared};
use chikaya_i18n::Argument;
use chikaya_service::{
    account::ACCOUNT_HOURS, draft::DRAFT_DAYS, interrupted::KEPT_HOURS, token::CASE_PASS_HOURS,
};

use crate::{
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// The pages, with how many sections each has.
const PAGES: &[(&str, usize)] = &[
    ("accessibility", 5),
    ("personal-data", 5),
    ("time-limits", 8),
    ("mediator", 3),
    ("source", 2),
];

#[derive(Template)]
#[template(path = "public/about.html")]
struct About {
    frame: Frame,
    title: String,
    lead: String,
    sections: Vec<(String, String)>,
    /// Where the page leads: address and words.
    link: Option<(String, String)>,
    /// What is said where it leads nowhere.
    linkless: Option<String>,
}

/// The site of the Mediator of the Kingdom, as the words of its page name it.
const MEDIATOR: (&str, &str) = ("https://www.mediateur.ma", "mediateur.ma");

/// `GET /{language}/about/{page}`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, name)): Path<(String, String)>,
    visit: Visit,
) -> Result<Page, Problem> {
    let Some((name, count)) = PAGES.iter().find(|(page, _)| *page == name) else {
        return Err(Problem::at(&visit, Kind::NotFound));
    };
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    let policy = country.policies.in_force_on(today);
    let days = |days: u16| Argument::Number(i64::from(days));
    let hours = |hours: i64| Argument::Number(hours);
    let flag = |flag: bool| Argument::Number(i64::from(flag));
    let numbers = [
        ("answer", days(policy.answer_days)),
        ("transfer", days(policy.transfer_days)),
        ("extension", days(policy.extension_days)),
        ("reopen", days(policy.reopening_days)),
        ("pass", hours(CASE_PASS_HOURS)),
        ("account", hours(ACCOUNT_HOURS)),
        ("kept", hours(KEPT_HOURS)),
        ("draft", Argument::Number(DRAFT_DAYS)),
        ("pauses", flag(policy.pause_while_waiting)),
        ("rolls", flag(policy.roll_to_working_day)),
        (
            "working",
            flag(policy.day_unit == chikaya_domain::clock::DayUnit::Working),
        ),
    ];
    let say = |key: String| visit.voice.say_with(&key, &numbers);
    let link = match *name {
        "mediator" => Some((MEDIATOR.0.to_owned(), MEDIATOR.1.to_owned())),
        "source" => state
            .settings
            .source_url
            .clone()
            .map(|address| (address, say("about-source-link".to_owned()))),
        _ => None,
    };
    let page = About {
        linkless: (*name == "source" && link.is_none())
            .then(|| say("about-source-none".to_owned())),
        link,
        title: say(format!("about-{name}-title")),
        lead: say(format!("about-{name}-lead")),
        sections: (1..=*count)
            .map(|number| {
                (
                    say(format!("about-{name}-{number}-title")),
                    say(format!("about-{name}-{number}-text")),
                )
            })
            .collect(),
        frame: Frame::of(&state, &visit),
    };
    Page::of(&visit, &page)
}
