//! The key of a draft that was written elsewhere: a secret in the head of each request, and what is derived from it.

use axum::http::{HeaderMap, HeaderValue, StatusCode};
use chikaya_service::token::Token;

use super::{cases::only, problem::Problem};
use crate::settings::State;

/// Shortest key of a draft, in bytes: it opens what was written, so nobody guesses it.
const SHORTEST: usize = 32;

/// The key that a request carries.
pub(super) fn read(headers: &HeaderMap) -> Result<&[u8], Problem> {
    only(headers, "idempotency-key")
        .map(HeaderValue::as_bytes)
        .filter(|key| (SHORTEST..=200).contains(&key.len()))
        .filter(|key| key.iter().all(u8::is_ascii_graphic))
        .ok_or_else(|| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "idempotency-key-missing",
                "Send an Idempotency-Key of 32 to 200 visible ASCII characters that nobody guesses.",
            )
        })
}

/// The token of the draft that the key of a request opens: no link of a page opens it.
pub(super) fn token(state: &State, headers: &HeaderMap) -> Result<Token, Problem> {
    let key = read(headers)?;
    Ok(Token::of_digest(
        &state.key.digest("draft elsewhere", &[key]),
    ))
}
