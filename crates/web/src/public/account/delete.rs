//! `/{language}/account/delete`: asks before the account is deleted, and says that the cases stay.

use askama::Template;
use axum::{extract::State as Shared, http::HeaderMap, response::Response};

use super::{AtAccount, come_in, sign_in::leave};
use crate::{
    error::{Detour, Problem},
    form::Protected,
    frame::Frame,
    settings::State,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/account/delete.html")]
struct DeletePage {
    frame: Frame,
    contact: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, at: AtAccount) -> Result<Page, Detour> {
    Ok(Page::of(
        &at.visit,
        &DeletePage {
            frame: Frame::of(&state, &at.visit),
            contact: at.account.contact.value().to_owned(),
        },
    )?)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let visit = form.visit;
    let (token, _) = come_in(&state, &visit, &headers).await?;
    state
        .clerks
        .delete_account(token)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    // The account's own door says that it is gone.
    Ok(leave(&state, &visit, "/account/sign-in?done=deleted"))
}
