//! What is taken down behind a link, for whoever takes it down.

use chikaya_service::{
    draft::{DraftState, for_someone::ForSomeoneDraft},
    staff::Officer,
    token::Token,
};

use crate::{
    error::{Detour, Kind, Problem},
    settings::State,
    visit::Visit,
};

/// The address of a page of what is taken down, below the language.
pub(super) fn place(token: &Token, page: &str) -> String {
    format!("/desk/new/{}{page}", token.as_str())
}

/// The draft of a link. What was filed is found in the list of today.
pub(super) async fn open(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    word: &str,
) -> Result<(Token, ForSomeoneDraft), Detour> {
    let token = Token::parse(word).ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    let found = state
        .clerks
        .draft_for_someone(officer.clone(), token.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    match found {
        DraftState::Open(draft) => Ok((token, *draft)),
        DraftState::Filed => Err(Detour::Elsewhere(visit.path("/desk/filed"))),
    }
}
