//! `/{language}/desk/me/recovery-codes`: new recovery codes, shown once.

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Response},
};
use chikaya_service::{
    Trouble,
    staff::{Officer, Password, Proven},
};

use super::{OwnForm, fault_of, refused};
use crate::{
    error::{Detour, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/me/recovery-codes.html")]
struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
}

/// `POST`.
pub(crate) async fn post(Shared(state): Shared<State>, form: OwnForm) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        session,
        typed,
    } = form;
    let present = Password::typed(typed.text("codes-present"));
    let proven = state
        .clerks
        .renew_own_recovery_codes(officer.clone(), present)
        .await;
    let proven = match proven {
        Ok(proven) => proven,
        Err(Trouble::NotAcceptable(key)) => {
            let mut faults = Faults::default();
            faults.add("codes-present", visit.voice.say(key));
            return Ok(refused(&state, &visit, officer, session, faults).await?);
        }
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
    };
    if let Some(faults) = fault_of(&visit, &proven, "codes-present") {
        return Ok(refused(&state, &visit, officer, session, faults).await?);
    }
    let Proven::Done(codes) = proven else {
        return Err(super::missing(&visit));
    };
    Ok(shown(&state, &visit, officer, codes)?.into_response())
}

/// The codes, this once: they stand in no address, and the page is kept nowhere.
pub(super) fn shown(
    state: &State,
    visit: &Visit,
    officer: Officer,
    codes: Vec<String>,
) -> Result<Page, Problem> {
    let frame = Frame::of(state, visit).with(officer);
    Page::of(visit, &CodesPage { frame, codes })
}
