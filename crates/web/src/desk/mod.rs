//! The desk: where administrations work on cases.

mod acts;
pub(crate) mod answer;
mod asked;
mod behind;
pub(crate) mod case;
pub(crate) mod colleagues;
pub(crate) mod dashboard;
mod drafts;
pub(crate) mod filed;
pub(crate) mod filer;
mod former;
pub(crate) mod inbox;
pub(crate) mod invitation;
mod list;
pub(crate) mod mail;
pub(crate) mod me;
pub(crate) mod new;
pub(crate) mod postal;
pub(crate) mod preference;
pub(crate) mod register;
pub(crate) mod reports;
pub(crate) mod sign_in;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use chikaya_service::{
    Trouble,
    staff::{Officer, SignInRefusal},
    token::Token,
};

use crate::{
    door::Door,
    error::{Detour, Kind, Problem},
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

impl FromRequestParts<State> for AtDesk {
    type Rejection = Detour;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Detour> {
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
) -> Result<Officer, Detour> {
    let session = session(state, headers);
    let door = |step: &str| {
        let place = format!("/desk/{step}");
        Detour::from(Door::of(visit, &place, session.clone()))
    };
    let Some(token) = session.clone() else {
        return Err(door("sign-in"));
    };
    let found = state
        .clerks
        .officer(token)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    match found {
        Ok(officer) => Ok(officer),
        Err(SignInRefusal::NotSignedIn) => Err(door("sign-in")),
        Err(SignInRefusal::SecondFactorMissing) => Err(door("second-factor")),
        Err(SignInRefusal::EnrolmentMissing) => Err(door("second-factor/set-up")),
    }
}

/// What a verb answered about a case, for a visit: of a case that is not theirs the desk is told in its own words.
pub(crate) fn trouble(visit: &Visit, trouble: &Trouble) -> Problem {
    match trouble {
        Trouble::NotFound => Problem::at(visit, Kind::NoSuchCase),
        other => Problem::from_trouble(visit, other),
    }
}
