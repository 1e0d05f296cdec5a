//! What is heard of a case at the desk: its sound files with what was written down of them, and calls that led to it.

use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::Response,
};
use chikaya_domain::{
    case::{Fact, Verb},
    id::AttachmentId,
    reference::Reference,
};
use chikaya_service::{attachment::Attachment, call::CallOfCase, case::desk::DeskPage};

use super::super::{AtDesk, trouble};
use crate::{
    calls::sheet::RecordingView,
    error::{Kind, Problem},
    form::Typed,
    settings::State,
    sound::played,
    visit::Visit,
};

/// A sound file of a case.
pub(super) struct Heard {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is heard.
    pub address: String,
    /// What was written down last, line by line.
    pub lines: Vec<String>,
    /// Who wrote it, and when.
    pub by: Option<String>,
    /// What stands in the field: what was typed, or was written down last.
    pub typed: String,
    /// Whether its field stands open.
    pub is_open: bool,
}

/// A call that led to a case.
pub(super) struct CallView {
    /// When it came, who took it, what it did.
    pub told: String,
    /// The page of the call, for those who may see it.
    pub address: Option<String>,
    /// What was recorded.
    pub recordings: Vec<RecordingView>,
}

/// Everything that is heard of a case.
pub(super) struct Sounds {
    pub files: Vec<Heard>,
    pub calls: Vec<CallView>,
    /// Whether what is said may be written down now.
    pub can_write: bool,
}

impl Sounds {
    /// Of a case, below its address, with what was typed.
    pub(super) fn of(
        state: &State,
        visit: &Visit,
        desk: &DeskPage,
        base: &str,
        typed: &Typed,
    ) -> Self {
        let address = format!("{base}/sounds");
        let files = desk.page.files.iter().filter(|file| file.is_heard());
        Self {
            files: files
                .map(|file| heard(state, visit, desk, file, &address, typed))
                .collect(),
            calls: desk
                .calls
                .iter()
                .map(|call| call_of(state, visit, call, &address))
                .collect(),
            can_write: desk.verbs.contains(&Verb::Transcribe),
        }
    }
}

fn heard(
    state: &State,
    visit: &Visit,
    desk: &DeskPage,
    file: &Attachment,
    address: &str,
    typed: &Typed,
) -> Heard {
    let country = state.clerks.country();
    // Of several the last counts; all of them stand in the timeline.
    let last = desk.page.timeline.iter().rev().find(|entry| {
        matches!(&entry.fact, Fact::Transcribed { attachment, .. } if *attachment == file.id)
    });
    let words = last
        .and_then(|entry| entry.text.as_ref())
        .map_or("", |text| text.body.as_str());
    let by = last.map(|entry| {
        let name = entry.actor.staff().and_then(|staff| desk.names.get(&staff));
        let when = visit.voice.date_time(country.calendar.local(entry.at));
        match name {
            Some(name) => format!("{name} · {when}"),
            None => when,
        }
    });
    let id = file.id.to_string();
    let is_typed = typed.text("sound") == id;
    Heard {
        name: file.name.clone(),
        address: format!("{address}/{id}"),
        lines: words.lines().map(str::to_owned).collect(),
        by,
        typed: if is_typed {
            typed.text("words").to_owned()
        } else {
            words.to_owned()
        },
        is_open: is_typed,
        id,
    }
}

fn call_of(state: &State, visit: &Visit, call: &CallOfCase, address: &str) -> CallView {
    let voice = visit.voice;
    let country = state.clerks.country();
    let key = if call.is_filing {
        "desk-call-filed"
    } else {
        "desk-call-proven"
    };
    let when = voice.date_time(country.calendar.local(call.came_at));
    let told = [voice.say(key).into_owned(), when]
        .into_iter()
        .chain(call.agent.clone());
    CallView {
        told: told.collect::<Vec<_>>().join(" · "),
        address: call
            .may_open
            .then(|| visit.path(&format!("/calls/{}", call.call))),
        recordings: call
            .recordings
            .iter()
            .map(|line| RecordingView::of(state, visit, line, address))
            .collect(),
    }
}

/// `GET …/sounds/{sound}`: as a player asks for it.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference, sound)): Path<(String, String, String)>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NoSuchCase);
    let reference = Reference::parse(&reference).map_err(|_| missing())?;
    let sound: AttachmentId = sound.parse().map_err(|_| missing())?;
    let heard = async {
        let sound = state
            .clerks
            .sound_of_case(officer, reference, sound)
            .await?;
        played(&headers, &sound).await
    };
    heard.await.map_err(|error| trouble(&visit, &error))
}
