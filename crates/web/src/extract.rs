//! How a request under a language becomes a visit, or the page that says that there is no such language.

use axum::{extract::FromRequestParts, http::request::Parts};
use chikaya_domain::Language;
use chikaya_i18n::Voice;

use crate::{
    error::{Kind, Problem},
    settings::State,
    visit::{Visit, arrival},
};

impl FromRequestParts<State> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Self::Rejection> {
        let arrival = arrival(&parts.extensions);
        let path = parts.uri.path();
        let after = path.strip_prefix('/').unwrap_or(path);
        let (code, _) = after.split_once('/').unwrap_or((after, ""));
        let language =
            Language::from_code(code).ok_or_else(|| Problem::new(Kind::NotFound).of(&arrival))?;
        Ok(Self {
            voice: Voice::of(language),
            query: parts.uri.query().map(str::to_owned),
            saves_data: parts
                .headers
                .get("save-data")
                .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on")),
            arrival,
        })
    }
}
