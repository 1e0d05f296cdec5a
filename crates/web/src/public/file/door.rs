//! `/{language}/file/{draft}/door`: one of the two short doors, offered to whoever chose a subject for which it may be the
//! right one, with everything that was typed.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::case::Track;
use chikaya_service::{
    Country,
    draft::filing::{FilingDraft, TypedFiling},
};

use super::{CHANGE, Progress, Way, changes_one, left, onward_or_who, open, step_path, way};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    public::{
        doors::{self, OtherDoor},
        wrongdoing,
    },
    settings::State,
    visit::Visit,
    words::Page,
};

/// The parameter that names the door, where it is not the subject that leads to it.
const DOOR: &str = "door";

#[derive(Template)]
#[template(path = "public/file/door.html")]
struct DoorPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    track: Track,
    /// Whom to ring, or where else to report.
    others: Vec<OtherDoor>,
    /// What protects and what does not, of a report.
    sections: Vec<(String, Vec<String>)>,
}

/// The door that may be right by the subject, or the one that is asked for.
fn offered(country: &Country, visit: &Visit, draft: &FilingDraft) -> Option<Track> {
    visit
        .parameter(DOOR)
        .and_then(|word| Track::from_word(&word))
        .filter(|track| *track != Track::Ordinary && draft.content.track == Track::Ordinary)
        .or_else(|| way::door_of(country, &draft.content))
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Page, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let country = state.clerks.country();
    let Some(track) = offered(&country, &visit, &draft) else {
        let next = Way::at(&country, &draft, "door").after();
        return Err(Detour::Elsewhere(step_path(&visit, &token, next)));
    };
    let heading = visit.voice.say(&format!("filing-door-{track}-title"));
    let sections = if track.is_confidential() {
        wrongdoing::sections(&state, &visit)
    } else {
        Vec::new()
    };
    let page = DoorPage {
        frame: Frame::of(&state, &visit),
        progress: Progress::at(&country, &visit, &token, &draft, "door"),
        faults: Faults::default(),
        heading: heading.into_owned(),
        others: doors::beside(&country, &visit, track),
        track,
        sections,
    };
    Ok(Page::of(&visit, &page)?)
}

/// `POST`: goes on by the door that is named, or as before.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let country = state.clerks.country();
    let track = Track::from_word(typed.text("track"))
        .filter(|track| *track != Track::Ordinary && draft.content.track == Track::Ordinary);
    if let Some(track) = track {
        state
            .clerks
            .change_draft(token.clone(), move |content: &mut TypedFiling| {
                content.go_on_by(track);
            })
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        draft.content.go_on_by(track);
        if track.is_confidential() {
            let place = step_path(&visit, &token, "concerned");
            let mut response = Redirect::to(&place).into_response();
            left::forget(&mut response, &state);
            return Ok(response);
        }
    }
    if changes_one(&visit) && way::asks(&country, &draft.content) {
        let place = step_path(&visit, &token, "details") + CHANGE;
        return Ok(Redirect::to(&place).into_response());
    }
    // Whoever was asked at a subject goes on behind it, and whoever asked before one was chosen goes back to it.
    if draft.content.subject.is_none() {
        return Ok(Redirect::to(&step_path(&visit, &token, "about")).into_response());
    }
    Ok(onward_or_who(&state, &visit, &token, &draft, "door"))
}
