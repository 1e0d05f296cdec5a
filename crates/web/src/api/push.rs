//! `POST /api/v1/push/moved`: the service worker of a browser tells that its address for messages is another one now.

use axum::{
    Json,
    extract::{State as Shared, rejection::JsonRejection},
    http::{HeaderMap, StatusCode},
};
use chikaya_service::push::{KeysOfBrowser, PushEndpoint, Reach};
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;

use super::problem::Problem;
use crate::{settings::State, visit::client};

/// What is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Moved {
    old: Told,
    new: Told,
}

/// A subscription as a browser tells it: keys in base64url without padding.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    endpoint: String,
    public_key: String,
    auth_secret: String,
}

impl Told {
    fn read(&self, reach: Reach) -> Option<(PushEndpoint, KeysOfBrowser)> {
        let bytes = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).ok();
        let endpoint = PushEndpoint::parse(&self.endpoint, reach).ok()?;
        let keys =
            KeysOfBrowser::parse(&bytes(&self.public_key)?, &bytes(&self.auth_secret)?).ok()?;
        Some((endpoint, keys))
    }
}

/// `POST`. Who asks shows the old address and the secret that went with it: a cookie is neither wanted nor read.
pub(crate) async fn moved(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    extensions: axum::http::Extensions,
    body: Result<Json<Moved>, JsonRejection>,
) -> Result<StatusCode, Problem> {
    if !state
        .limits
        .may_begin(client(&state, &headers, &extensions))
    {
        return Err(Problem::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests from this network.",
        ));
    }
    let Json(moved) = body.map_err(|rejection| Problem::unread(&rejection))?;
    let not_found = || Problem::of_status(StatusCode::NOT_FOUND);
    let reach = state.settings.push.ok_or_else(not_found)?;
    let (old, old_keys) = moved.old.read(reach).ok_or_else(not_found)?;
    let (new, new_keys) = moved.new.read(reach).ok_or_else(|| {
        Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "not-reached",
            "Messages cannot reach the new address.",
        )
    })?;
    state
        .clerks
        .browser_moved((old, *old_keys.auth_secret()), new, new_keys)
        .await
        .map_err(|trouble| Problem::from_trouble(&trouble))?;
    Ok(StatusCode::NO_CONTENT)
}
