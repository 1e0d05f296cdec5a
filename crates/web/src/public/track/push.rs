//! Messages to browsers on the page of a case: which browsers are told, asking for it and ending it.

use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    case::page::CasePage,
    push::{KeysOfBrowser, PushEndpoint},
    token::CasePass,
};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use uuid::Uuid;

use crate::{error::Problem, form::Typed, settings::State, visit::Visit};

/// The act by which a browser asks to be told.
pub(super) const BEGIN: &str = "push";

/// The act that ends it.
pub(super) const END: &str = "push-end";

/// What the page shows of it.
pub(super) struct Push {
    /// The key that browsers bind their subscriptions to.
    pub(super) key: String,
    /// Browsers that are told.
    pub(super) browsers: Vec<Told>,
}

/// A browser that is told.
pub(super) struct Told {
    /// Identifier.
    pub(super) id: String,
    /// By which the browser knows itself again.
    pub(super) digest: String,
    /// Since when.
    pub(super) since: String,
}

impl Push {
    /// What the page of a case shows; nothing where browsers are not told.
    pub(super) fn of(state: &State, visit: &Visit, page: &CasePage) -> Option<Self> {
        state.settings.push?;
        let country = state.clerks.country();
        let browsers = page
            .browsers
            .iter()
            .map(|browser| {
                let date = Argument::Date(country.calendar.date_of(browser.since));
                Told {
                    id: browser.id.to_string(),
                    digest: HEXLOWER.encode(&browser.digest),
                    since: visit.voice.say_with("push-known", &[("date", date)]),
                }
            })
            .collect();
        Some(Self {
            key: BASE64URL_NOPAD.encode(state.clerks.push_key().public()),
            browsers,
        })
    }
}

/// Carries an act out; answers the key of a sentence where it cannot be, which is for the page to say.
pub(super) async fn carry_out(
    state: &State,
    visit: &Visit,
    pass: CasePass,
    name: &str,
    typed: &Typed,
) -> Result<Result<(), &'static str>, Problem> {
    let done = if name == END {
        match Uuid::try_parse(typed.text("browser")) {
            Ok(browser) => state.clerks.end_browser(pass, browser).await,
            Err(_) => Ok(()),
        }
    } else {
        let Some((endpoint, keys)) = read(state, typed) else {
            return Ok(Err("error-push-unknown"));
        };
        state.clerks.tell_browser(pass, endpoint, keys).await
    };
    match done {
        Ok(()) => Ok(Ok(())),
        Err(Trouble::NotAcceptable(key)) => Ok(Err(key)),
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble)),
    }
}

/// What the browser says of itself; nothing where messages cannot reach it.
fn read(state: &State, typed: &Typed) -> Option<(PushEndpoint, KeysOfBrowser)> {
    let reach = state.settings.push?;
    let bytes = |field: &str| BASE64URL_NOPAD.decode(typed.text(field).as_bytes()).ok();
    let endpoint = PushEndpoint::parse(typed.text("endpoint"), reach).ok()?;
    let keys = KeysOfBrowser::parse(&bytes("public_key")?, &bytes("auth_secret")?).ok()?;
    Some((endpoint, keys))
}
