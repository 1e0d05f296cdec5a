//! `POST /{language}/calls/ready`: signing in to a queue, a pause, signing out. `POST /{language}/calls/begin`: a call begun by hand.

use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::Action,
    call::{CallDirection, QueueName, ReadyState},
};
use chikaya_service::Trouble;

use super::{
    desk,
    say::must_be_allowed,
    typed::{TypedCall, number},
};
use crate::{
    desk::officer,
    error::{Detour, Problem},
    form::{Faults, Protected},
    settings::State,
};

/// Signs in, pauses, goes on, signs out.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let clerks = &state.clerks;
    let done = match typed.text("act") {
        "free" => clerks.pause_calls(officer.clone(), ReadyState::Free).await,
        "pause" => clerks.pause_calls(officer.clone(), ReadyState::Pause).await,
        "out" => clerks.sign_out_of_queue(officer.clone()).await,
        _ => {
            let queue = QueueName::parse(typed.text("queue"))
                .ok()
                .filter(|queue| state.settings.calls.queues.contains(queue));
            match queue {
                Some(queue) => {
                    let extension = typed.text("extension").to_owned();
                    clerks
                        .sign_in_to_queue(officer.clone(), queue, extension)
                        .await
                }
                None => Err(Trouble::NotAcceptable("error-call-queue")),
            }
        }
    };
    match done {
        Ok(()) => Ok(Redirect::to(&visit.path("/calls")).into_response()),
        Err(Trouble::NotAcceptable(key)) => {
            let mut faults = Faults::default();
            let field = if key == "error-call-extension" {
                "extension"
            } else {
                "queue"
            };
            faults.add(field, visit.voice.say(key));
            let page = desk::page(&state, &visit, officer, faults, TypedCall::of(&typed)).await?;
            Ok(page.into_response())
        }
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble).into()),
    }
}

/// Begins a call by hand.
pub(crate) async fn begin(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let mut faults = Faults::default();
    let country = state.clerks.country();
    let called = number(typed.text("number"), &country, &visit, &mut faults);
    let direction = if typed.has("out") {
        CallDirection::Out
    } else {
        CallDirection::In
    };
    if let Ok(called) = called {
        let begun = state
            .clerks
            .begin_call_by_hand(officer.clone(), called, direction)
            .await;
        match begun {
            Ok(_) => return Ok(Redirect::to(&visit.path("/calls")).into_response()),
            Err(Trouble::NotAcceptable(key)) => faults.add("number", visit.voice.say(key)),
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    let typed = TypedCall {
        number: typed.text("number").to_owned(),
        ..TypedCall::default()
    };
    Ok(desk::page(&state, &visit, officer, faults, typed)
        .await?
        .into_response())
}
