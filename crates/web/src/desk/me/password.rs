//! `/{language}/desk/me/password`: another password, for whoever shows the present one.

use axum::{extract::State as Shared, response::Response};
use chikaya_service::staff::Password;

use super::{OwnForm, done, fault_of, refused};
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
    let trouble = |trouble| Problem::from_trouble(&visit, &trouble);
    let account = state
        .clerks
        .own_account(officer.clone(), session.clone())
        .await
        .map_err(trouble)?;
    let mut faults = Faults::default();
    if typed.text("present").is_empty() {
        faults.add("present", visit.voice.say("error-empty"));
    }
    let new = Password::choose(typed.text("password"), &account.email);
    if let Err(weak) = &new {
        faults.add("password", visit.voice.say(weak.key()));
    }
    if typed.text("password") != typed.text("again") {
        faults.add("again", visit.voice.say("error-passwords-differ"));
    }
    if let Ok(new) = new
        && faults.is_empty()
    {
        let present = Password::typed(typed.text("present"));
        let proven = state
            .clerks
            .change_own_password(officer.clone(), session.clone(), present, new)
            .await
            .map_err(trouble)?;
        match fault_of(&visit, &proven, "present") {
            None => return Ok(done(&visit)),
            Some(found) => faults = found,
        }
    }
    Ok(refused(&state, &visit, officer, session, faults).await?)
}
