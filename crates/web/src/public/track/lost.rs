//! `/{language}/track/lost`: the list of one's cases, sent to a contact that was proven before. The page says the
//! same whether there are any.

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::person::{Contact, Email};

use crate::{
    error::Problem,
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/track/lost.html")]
struct LostPage {
    frame: Frame,
    faults: Faults,
    email: String,
    is_sent: bool,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    page(&state, &visit, String::new(), Faults::default(), false)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let email = typed.text("email").to_owned();
    match Email::parse(&email) {
        Ok(address) => {
            state
                .clerks
                .send_lost_receipt(Contact::Email(address), visit.language())
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            Ok(page(&state, &visit, email, Faults::default(), true)?.into_response())
        }
        Err(error) => {
            let mut faults = Faults::default();
            faults.add("email", visit.voice.say(error.key()));
            Ok(page(&state, &visit, email, faults, false)?
                .refused()
                .into_response())
        }
    }
}

fn page(
    state: &State,
    visit: &Visit,
    email: String,
    faults: Faults,
    is_sent: bool,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &LostPage {
            frame: Frame::of(state, visit),
            faults,
            email,
            is_sent,
        },
    )
}
