//! What the pages of annual reports share: which report, who looks at it, and how it stands in words.

use chikaya_domain::{
    annual::{Kind, Stage, Year},
    id::OrganisationCode,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{annual::AnnualPage, staff::Officer};
use jiff::Timestamp;

use crate::{
    error::{Kind as Trouble, Problem},
    settings::State,
    visit::Visit,
};

/// Where the reports lie at the desk, below the language.
pub(super) const REPORTS: &str = "/desk/reports";

/// The parameter that asks for what everybody would read of a report.
pub(super) const EDITION: &str = "edition";

/// A stage in words, with the class and the icon that say it again.
pub(super) struct Sign {
    /// Its words.
    pub(super) name: String,
    /// Its class.
    pub(super) class: &'static str,
    /// Its icon; none where nothing is there to be said again.
    pub(super) icon: &'static str,
}

impl Sign {
    /// The sign of a stage; of none, that nothing was begun.
    pub(super) fn of(voice: Voice, stage: Option<Stage>) -> Self {
        let word = word(stage);
        let (class, icon) = match stage {
            None => ("", ""),
            Some(Stage::Draft) => ("", "edit"),
            Some(Stage::Returned) => ("is-late", "reopen"),
            Some(Stage::Approved) => ("is-soon", "check"),
            Some(Stage::Transmitted | Stage::Forwarded) => ("is-wait", "transfer"),
            Some(Stage::Accepted | Stage::Published) => ("is-done", "check"),
        };
        Self {
            name: voice.say(&format!("annual-stage-{word}")).into_owned(),
            class,
            icon,
        }
    }
}

/// The word of a stage; of none, that nothing was begun.
pub(super) const fn word(stage: Option<Stage>) -> &'static str {
    match stage {
        Some(stage) => stage.as_str(),
        None => NOT_BEGUN,
    }
}

/// What stands for the stage of a report that nobody began.
pub(super) const NOT_BEGUN: &str = "not-begun";

/// What a report is called.
pub(super) fn title(voice: Voice, kind: Kind, year: Year) -> String {
    voice.say_with(
        &format!("annual-paper-title-{kind}"),
        &[("year", Argument::Text(&year.to_string()))],
    )
}

/// An instant in words.
pub(super) fn moment(state: &State, voice: Voice, at: Timestamp) -> String {
    voice.date_time(state.clerks.country().calendar.local(at))
}

/// The name of a body.
pub(super) fn body(state: &State, voice: Voice, code: &OrganisationCode) -> String {
    let country = state.clerks.country();
    let name = country.organisations.name_of(code, voice.language());
    name.to_owned()
}

/// A report that someone may know of.
pub(super) async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    id: &str,
) -> Result<AnnualPage, Problem> {
    let id = id
        .parse()
        .map_err(|_| Problem::at(visit, Trouble::NotFound))?;
    state
        .clerks
        .annual(officer.clone(), id)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}
