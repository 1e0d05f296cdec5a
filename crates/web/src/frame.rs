//! The frame of a page: what layout and every template need beside the page's own matter.

use chikaya_domain::{
    Language,
    access::{self, Action, Standing},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::staff::Officer;

use crate::{
    assets, csrf,
    door::{self, Keeps},
    settings::State,
    visit::{Arrival, Visit},
};

/// The frame. Templates call its methods with references to what they loop over.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The voice of the page.
    pub voice: Voice,
    /// The path after the language, for the language switch.
    pub rest: String,
    /// The token of forms.
    pub token: String,
    /// What the page says of this instance before anything else, by its key.
    pub banner: Option<&'static str>,
    /// Whether letters are left out to save data.
    pub saves_data: bool,
    /// The key of what is said at this door of what is kept behind it.
    pub kept: Option<&'static str>,
    /// Who is signed in at the desk.
    pub officer: Option<Officer>,
    /// The form whose words go along when another language or the step before is chosen.
    pub form: Option<Form>,
}

/// What the button that Enter presses says, so that pressing the button itself can be told from it.
pub(crate) const ENTER: &str = "enter";

/// The form of a page that keeps its words unjudged for whoever leaves it by the page's own ways. Its `id` is `step`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// The button that stands for pressing Enter in a field: its name, or none for the last of the form. Browsers take
    /// the first button of a form, which the ways out of the page would be.
    pub enter: Option<&'static str>,
}

#[expect(
    clippy::unused_self,
    clippy::trivially_copy_pass_by_ref,
    reason = "templates call methods, with references to what they loop over"
)]
impl Frame {
    /// The frame of a visit.
    pub(crate) fn of(state: &State, visit: &Visit) -> Self {
        Self {
            voice: visit.voice,
            rest: visit.arrival.rest.clone(),
            token: csrf::token(
                &state.key,
                &visit.arrival.visitor,
                state.clerks.identifiers().bytes(),
            ),
            banner: state.banner(),
            saves_data: visit.saves_data,
            kept: door::keeps(visit).map(Keeps::key),
            officer: None,
            form: None,
        }
    }

    /// The frame of a page without forms, for a request that no handler has read.
    pub(crate) fn bare(arrival: &Arrival) -> Self {
        Self {
            voice: Voice::of(arrival.language),
            rest: arrival.rest.clone(),
            token: String::new(),
            banner: arrival.banner,
            saves_data: false,
            kept: None,
            officer: None,
            form: None,
        }
    }

    /// The frame of a page with a form, for a request that no handler has read.
    pub(crate) fn for_words(state: &State, arrival: &Arrival) -> Self {
        Self {
            token: csrf::token(
                &state.key,
                &arrival.visitor,
                state.clerks.identifiers().bytes(),
            ),
            ..Self::bare(arrival)
        }
    }

    /// With a form whose words go along. `enter` names the button that Enter presses; none: the one that goes on.
    pub(crate) const fn keeping(mut self, enter: Option<&'static str>) -> Self {
        self.form = Some(Form { enter });
        self
    }

    /// With someone signed in.
    pub(crate) fn with(mut self, officer: Officer) -> Self {
        self.officer = Some(officer);
        self
    }

    /// Whether whoever is signed in may look for cases by the name of their filer.
    pub(crate) fn asks_for_filers(&self) -> bool {
        self.officer
            .as_ref()
            .is_some_and(chikaya_service::case::filer::may_ask)
    }

    /// Whether whoever is signed in says what becomes of mails that wait.
    pub(crate) fn reviews_mail(&self) -> bool {
        self.may(Action::ReviewMail)
    }

    /// Whether whoever is signed in has queues of cases.
    pub(crate) fn sees_cases(&self) -> bool {
        self.may(Action::SeeQueue)
    }

    /// Whether whoever is signed in may see annual reports.
    pub(crate) fn sees_reports(&self) -> bool {
        self.may(Action::SeeAnnual)
    }

    /// Whether whoever is signed in handles letters.
    pub(crate) fn handles_letters(&self) -> bool {
        self.may(Action::Tell)
    }

    /// Whether whoever is signed in takes calls.
    pub(crate) fn takes_calls(&self) -> bool {
        self.may(Action::TakeCalls)
    }

    /// Whether whoever is signed in sees figures of the work of their body.
    pub(crate) fn sees_dashboards(&self) -> bool {
        self.may(Action::SeeDashboard)
    }

    /// Whether this is a page of such figures.
    pub(crate) fn is_at_dashboard(&self) -> bool {
        self.rest.starts_with("/desk/dashboard")
    }

    /// Whether this is a page of annual reports at the desk.
    pub(crate) fn is_at_reports(&self) -> bool {
        self.rest.starts_with("/desk/reports")
    }

    /// Whether whoever is signed in takes filings down for others.
    pub(crate) fn files_for_others(&self) -> bool {
        self.may(Action::FileForSomeone)
    }

    /// Whether this page lies within an area.
    pub(crate) fn is_at(&self, area: &str) -> bool {
        self.rest.starts_with(area)
    }

    fn may(&self, action: Action) -> bool {
        self.officer
            .as_ref()
            .is_some_and(|officer| access::allows(officer.role, action, Standing::Own))
    }

    /// Whether whoever is signed in may read the register of their administration.
    pub(crate) fn reads_registers(&self) -> bool {
        self.officer
            .as_ref()
            .is_some_and(chikaya_service::register::may_see)
    }

    /// Whether the administration pages hold anything for whoever is signed in.
    pub(crate) fn administers(&self) -> bool {
        self.may(Action::ManagePeople) || self.may(Action::ReadAudit)
    }

    /// A message.
    pub(crate) fn say(&self, key: &str) -> String {
        self.voice.say(key).into_owned()
    }

    /// A message named in two parts, such as `case-kind-` and the word of a kind.
    pub(crate) fn say_of(&self, key: &str, word: &str) -> String {
        self.voice.say(&format!("{key}{word}")).into_owned()
    }

    /// A message named in three parts, with a word in its middle.
    pub(crate) fn say_around(&self, before: &str, word: &str, after: &str) -> String {
        self.voice
            .say(&format!("{before}{word}{after}"))
            .into_owned()
    }

    /// A message with one text.
    pub(crate) fn told(&self, key: &str, name: &str, text: &str) -> String {
        self.voice.say_with(key, &[(name, Argument::Text(text))])
    }

    /// A message with one figure.
    pub(crate) fn count(&self, key: &str, name: &str, number: usize) -> String {
        self.voice.say_with(key, &[(name, Argument::count(number))])
    }

    /// An address within the language of the page.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/{}{rest}", self.voice.code())
    }

    /// The address of this page for its own form. A form that names none is sent to the place on the page where the browser
    /// stands, and the page to which it leads would be opened at that place too.
    pub(crate) fn here(&self) -> String {
        self.path(&self.rest)
    }

    /// Where what is typed on this page is kept for later, if the page is a step of a draft.
    pub(crate) fn later(&self) -> Option<String> {
        let path = self.rest.split('?').next()?;
        let (draft, _) = path.strip_prefix("/file/")?.split_once('/')?;
        Some(self.path(&format!("/file/{draft}/later")))
    }

    /// The address of an asset.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The address of a symbol.
    pub(crate) fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::url("icons.svg"))
    }

    /// All languages, for the switch.
    pub(crate) fn languages(&self) -> [Language; 4] {
        Language::ALL
    }

    /// Whether this is the language of the page.
    pub(crate) fn is_language(&self, language: &Language) -> bool {
        self.voice.language() == *language
    }

    /// The letters to fetch early: those of the two faces the page is set in.
    pub(crate) fn letters(&self) -> &'static [&'static str] {
        if self.saves_data {
            &[]
        } else {
            assets::letters_of(self.voice.language())
        }
    }
}
