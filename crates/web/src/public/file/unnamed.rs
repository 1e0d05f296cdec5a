//! The step of who files, for a report of wrongdoing: nothing is asked, unless whoever reports wants to leave a name.

use askama::Template;
use chikaya_service::{draft::filing::FilingDraft, token::Token};

use super::{Progress, and_again, step_path};
use crate::{
    error::Problem, form::Faults, frame::Frame, settings::State, visit::Visit, words::Page,
};

#[derive(Template)]
#[template(path = "public/file/unnamed.html")]
struct UnnamedPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    /// Where a name and contacts can be left.
    named: String,
}

/// Whether the step asks for nothing: a report whose filer has not asked for the fields.
pub(super) fn is_asked_for_nothing(visit: &Visit, draft: &FilingDraft) -> bool {
    draft.content.track.is_confidential()
        && draft.content.is_anonymous
        && visit.parameter("named").is_none()
}

/// The page that asks for nothing.
pub(super) fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
) -> Result<Page, Problem> {
    let progress = Progress::at(&state.clerks.country(), visit, token, draft, "you");
    Page::of(
        visit,
        &UnnamedPage {
            frame: Frame::of(state, visit).keeping(None),
            progress,
            faults: Faults::default(),
            heading: visit.voice.say("filing-unnamed-title").into_owned(),
            named: step_path(visit, token, "you") + "?named=yes" + &and_again(visit),
        },
    )
}
