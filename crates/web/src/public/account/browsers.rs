//! The browsers that are told of one's cases, as the account lists them.

use chikaya_i18n::Argument;
use chikaya_service::{push::TrackedBrowser, token::Token};

use crate::{error::Problem, settings::State, visit::Visit};

/// A browser that is told of a case.
pub(super) struct Line {
    /// The reference of the case.
    pub(super) reference: String,
    /// Identifier.
    pub(super) id: String,
    /// Since when, in words.
    pub(super) since: String,
}

/// The browsers that are told of cases of an account.
pub(super) async fn lines(
    state: &State,
    visit: &Visit,
    token: Token,
) -> Result<Vec<Line>, Problem> {
    let browsers = state
        .clerks
        .browsers_of_account(token)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let country = state.clerks.country();
    let line = |browser: TrackedBrowser| {
        let date = Argument::Date(country.calendar.date_of(browser.since));
        Line {
            reference: browser.reference,
            id: browser.id.to_string(),
            since: visit.voice.say_with("push-known", &[("date", date)]),
        }
    };
    Ok(browsers.into_iter().map(line).collect())
}
