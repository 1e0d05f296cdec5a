//! `/{language}/file/{draft}/files`: pictures and documents, sent one request at a time and kept with the draft.

use askama::Template;
use axum::{
    extract::{Multipart, Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::id::AttachmentId;
use chikaya_i18n::Argument;
use chikaya_service::{
    attachment::{FILE_LIMIT, FILES_AT_MOST, FileRefusal},
    draft::Draft,
    token::Token,
};

use super::{Progress, onward, open, step_path};
use crate::{
    csrf,
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, TOKEN_FIELD},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

struct FileLine {
    id: String,
    name: String,
    size: String,
    icon: &'static str,
}

#[derive(Template)]
#[template(path = "public/file/files.html")]
struct FilesPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    files: Vec<FileLine>,
    is_full: bool,
    limits: String,
    action: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Page, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    Ok(page(&state, &visit, &token, &draft, Faults::default())?)
}

/// `POST`: takes files. The token stands before the files in the form, so nothing is taken from a forged one.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
    mut body: Multipart,
) -> Result<Response, Detour> {
    if !state.limiter.allows(visit.arrival.client) {
        return Err(Problem::at(&visit, Kind::TooMany).into());
    }
    let (token, _) = open(&state, &visit, &word).await?;
    let mut is_genuine = false;
    let mut goes_on = false;
    let mut faults = Faults::default();
    loop {
        let part = match body.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => return Err(Problem::from_multipart(&visit, &error).into()),
        };
        match part.name().unwrap_or_default() {
            TOKEN_FIELD => {
                let offered = part
                    .text()
                    .await
                    .map_err(|error| Problem::from_multipart(&visit, &error))?;
                is_genuine = csrf::is_genuine(&state, &visit.arrival.visitor, &offered, &headers);
            }
            "go-on" => goes_on = true,
            "files" if is_genuine => {
                let name = part.file_name().unwrap_or_default().to_owned();
                if name.is_empty() {
                    continue;
                }
                let taken = state
                    .clerks
                    .attach_to_draft(token.clone(), &name, part)
                    .await;
                if let Err(refusal) = taken {
                    let sentence = sentence(&visit, &refusal)?;
                    faults.add("files", format!("{name} : {sentence}"));
                }
            }
            _ => {}
        }
    }
    if !is_genuine {
        return Err(Problem::at(&visit, Kind::FormStale).into());
    }
    if !faults.is_empty() {
        let (token, draft) = open(&state, &visit, &word).await?;
        return Ok(page(&state, &visit, &token, &draft, faults)?
            .refused()
            .into_response());
    }
    if goes_on {
        return Ok(onward(&visit, &token, "files"));
    }
    Ok(Redirect::to(&step_path(&visit, &token, "files")).into_response())
}

/// `POST …/files/{attachment}/remove`.
pub(crate) async fn remove(
    Shared(state): Shared<State>,
    Path((_, word, attachment)): Path<(String, String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let visit = form.visit;
    let (token, _) = open(&state, &visit, &word).await?;
    if let Ok(attachment) = attachment.parse::<AttachmentId>() {
        state
            .clerks
            .remove_from_draft(token.clone(), attachment)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    }
    Ok(Redirect::to(&step_path(&visit, &token, "files")).into_response())
}

/// What to tell the person about a file that was not taken; trouble of the house is no fault of the file.
fn sentence(visit: &Visit, refusal: &FileRefusal) -> Result<String, Problem> {
    let voice = visit.voice;
    Ok(match refusal {
        FileRefusal::TooLarge => voice.say("error-file-too-large").into_owned(),
        FileRefusal::TooMany => voice.say_with(
            "error-files-too-many",
            &[
                ("count", Argument::count(FILES_AT_MOST + 1)),
                ("limit", Argument::count(FILES_AT_MOST)),
            ],
        ),
        FileRefusal::Empty => voice.say("error-file-empty").into_owned(),
        FileRefusal::Kind => voice.say("error-file-kind").into_owned(),
        FileRefusal::Broken => voice.say("error-file-broken").into_owned(),
        FileRefusal::Trouble(trouble) => return Err(Problem::from_trouble(visit, trouble)),
    })
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &Draft,
    faults: Faults,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let files: Vec<FileLine> = draft
        .files
        .iter()
        .map(|file| FileLine {
            id: file.id.to_string(),
            name: file.name.clone(),
            size: voice.bytes(u64::try_from(file.bytes).unwrap_or(0)),
            icon: if file.preview { "image" } else { "file" },
        })
        .collect();
    Page::of(
        visit,
        &FilesPage {
            frame: Frame::of(state, visit),
            progress: Progress::at(visit, token, draft, "files"),
            heading: voice.say("filing-files-title").into_owned(),
            faults,
            is_full: files.len() >= FILES_AT_MOST,
            files,
            limits: voice.say_with(
                "filing-files-hint",
                &[
                    ("count", Argument::count(FILES_AT_MOST)),
                    ("size", Argument::Text(&voice.bytes(FILE_LIMIT))),
                ],
            ),
            action: step_path(visit, token, "files"),
        },
    )
}
