//! `/{language}/`: three doors, what happens next, and the way back to a case.

use askama::Template;
use axum::{extract::State as Shared, http::HeaderMap};
use chikaya_i18n::Argument;

use super::file::left;
use crate::{
    error::Problem,
    frame::Frame,
    settings::State,
    visit::{Visit, preferred_language},
    words::Page,
};

#[derive(Template)]
#[template(path = "public/home.html")]
struct Home {
    frame: Frame,
    doors: [(&'static str, &'static str); 3],
    steps: Vec<(String, String)>,
    /// Where the draft goes on that was left in this browser.
    left: Option<String>,
}

/// `GET /`: to the language the browser asks for.
pub(crate) async fn redirect(headers: axum::http::HeaderMap) -> axum::response::Redirect {
    axum::response::Redirect::to(&format!("/{}/", preferred_language(&headers)))
}

/// `GET /{language}`: to the address with its slash.
pub(crate) async fn with_slash(visit: Visit) -> axum::response::Redirect {
    axum::response::Redirect::permanent(&visit.path("/"))
}

/// `GET /{language}/`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Page, Problem> {
    let left = left::place(&state, &visit, &headers).await?;
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    let policy = country.policies.in_force_on(today);
    let voice = visit.voice;
    let plain = |step: &str| {
        (
            voice.say(&format!("home-next-{step}-title")).into_owned(),
            voice.say(&format!("home-next-{step}-text")).into_owned(),
        )
    };
    let counted = |step: &str, days: u16| {
        (
            voice.say(&format!("home-next-{step}-title")).into_owned(),
            voice.say_with(
                &format!("home-next-{step}-text"),
                &[("days", Argument::Number(i64::from(days)))],
            ),
        )
    };
    let steps = vec![
        plain("write"),
        plain("receipt"),
        counted("transfer", policy.transfer_days),
        counted("answer", policy.answer_days),
    ];
    Page::of(
        &visit,
        &Home {
            frame: Frame::of(&state, &visit),
            doors: [
                ("complaint", "complaint"),
                ("remark", "remark"),
                ("proposal", "proposal"),
            ],
            steps,
            left,
        },
    )
}
