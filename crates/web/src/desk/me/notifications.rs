//! `/{language}/desk/me/notifications`: what one is told of by mail, and how, topic by topic.

use axum::{extract::State as Shared, response::Response};
use chikaya_service::staff::notifications::{Choice, Topic};

use super::{OwnForm, done, refused};
use crate::{
    error::{Detour, Problem},
    form::Faults,
    settings::State,
};

/// `POST`.
pub(crate) async fn post(Shared(state): Shared<State>, form: OwnForm) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        session,
        typed,
    } = form;
    let mut faults = Faults::default();
    let mut choices = Vec::new();
    for topic in Topic::ALL {
        let field = topic.as_str();
        if !typed.has(field) {
            continue;
        }
        match Choice::from_word(typed.text(field)) {
            Some(how) => choices.push((topic, how)),
            None => faults.add(field, visit.voice.say("error-choose-from-list")),
        }
    }
    if !faults.is_empty() {
        return Ok(refused(&state, &visit, officer, session, faults).await?);
    }
    state
        .clerks
        .choose_notifications(officer, choices)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(done(&visit))
}
