//! `/{language}/file/{draft}/files`: pictures and documents, sent one request at a time and kept with the draft.

use askama::Template;
use axum::{
    extract::{Multipart, Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::id::AttachmentId;
use chikaya_service::{
    attachment::{Destination, FILES_AT_MOST},
    draft::filing::{FilingDraft, TypedFiling},
    token::Token,
};

use super::{Progress, Sent, again, onward, open, step_path};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    upload::{self, Upload},
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
    /// What leads back to the page of all answers.
    again: &'static str,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let told = Sent::told(&state, &visit, &headers).await?;
    let mut faults = Faults::default();
    for said in told.all(SAID) {
        faults.add_another("files", said);
    }
    let is_faulty = !faults.is_empty();
    let page = page(&state, &visit, &token, &draft, faults)?;
    Ok(if is_faulty { page.refused() } else { page }.into_response())
}

/// The field that carries what is wrong with a file to the page that follows.
const SAID: &str = "said";

/// `POST`: takes files. The token stands before the files in the form, so nothing is taken from a forged one.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
    body: Multipart,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let Upload {
        faults, goes_on, ..
    } = upload::receive(
        &state,
        &visit,
        &headers,
        body,
        &Destination::draft::<TypedFiling>(token.clone()),
    )
    .await
    .map_err(Problem::from)?;
    let place = step_path(&visit, &token, "files") + again(&visit);
    if !faults.is_empty() {
        // Files cannot be judged once more: what is wrong with them goes along, in the language of the page.
        let said = faults.all().iter();
        let said = said.map(|(_, sentence)| (SAID.to_owned(), sentence.clone()));
        return Ok(Sent::telling(&visit, &place, said.collect()));
    }
    if goes_on {
        return Ok(onward(&state, &visit, &token, &draft, "files"));
    }
    Ok(Redirect::to(&place).into_response())
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
            .remove_from_draft::<TypedFiling>(token.clone(), attachment)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    }
    Ok(Redirect::to(&step_path(&visit, &token, "files")).into_response())
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
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
            progress: Progress::at(&state.clerks.country(), visit, token, draft, "files"),
            heading: voice.say("filing-files-title").into_owned(),
            faults,
            is_full: files.len() >= FILES_AT_MOST,
            files,
            limits: upload::hint(voice, FILES_AT_MOST),
            action: step_path(visit, token, "files"),
            again: again(visit),
        },
    )
}
