//! The desk: where administrations work on cases.

mod acts;
pub(crate) mod answer;
pub(crate) mod case;
pub(crate) mod inbox;
pub(crate) mod invitation;
pub(crate) mod sign_in;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use chikaya_service::{
    staff::{Officer, SignInRefusal},
    token::Token,
};

use crate::{
    error::Problem,
    settings::State,
    visit::{Visit, cookie},
};

/// The cookie of a session.
pub(crate) const SESSION_COOKIE: &str = "ck_session";

/// A visit by someone who is signed in.
pub(crate) struct AtDesk {
    /// The visit.
    pub visit: Visit,
    /// Who.
    pub officer: Officer,
}

/// Why someone does not come to the desk: a page of trouble, or the way to the next step of signing in.
pub(crate) enum NotAtDesk {
    /// Trouble.
    Problem(Problem),
    /// Elsewhere first.
    Elsewhere(String),
}

impl IntoResponse for NotAtDesk {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::Elsewhere(place) => Redirect::to(&place).into_response(),
        }
    }
}

impl From<Problem> for NotAtDesk {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl FromRequestParts<State> for AtDesk {
    type Rejection = NotAtDesk;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, NotAtDesk> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let officer = officer(state, &visit, &parts.headers).await?;
        Ok(Self { visit, officer })
    }
}

/// The session token of a request.
pub(crate) fn session(state: &State, headers: &HeaderMap) -> Option<Token> {
    cookie(state, headers, SESSION_COOKIE).and_then(Token::parse)
}

/// Who is signed in.
pub(crate) async fn officer(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Officer, NotAtDesk> {
    let elsewhere = |step: &str| NotAtDesk::Elsewhere(visit.path(&format!("/desk/{step}")));
    let Some(token) = session(state, headers) else {
        return Err(elsewhere("sign-in"));
    };
    let found = state
        .clerks
        .officer(token.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    match found {
        Ok(officer) => {
            state
                .clerks
                .keep_session(token)
                .await
                .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
            Ok(officer)
        }
        Err(SignInRefusal::NotSignedIn) => Err(elsewhere("sign-in")),
        Err(SignInRefusal::SecondFactorMissing) => Err(elsewhere("second-factor")),
        Err(SignInRefusal::EnrolmentMissing) => Err(elsewhere("second-factor/set-up")),
    }
}
