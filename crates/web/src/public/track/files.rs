//! `/{language}/track/{reference}/files`: files that a filer adds, with what they write beside them, and those of a case.

use axum::{
    Extension,
    extract::{Multipart, Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::id::AttachmentId;
use chikaya_service::{
    Trouble, attachment::Destination, case::follow::FilerAct, interrupted::InterruptedPost,
};

use super::{
    case::{Asked, carry_out, door, load, read_act, view},
    kept::{KEEP, Kept},
};
use crate::{
    download::download,
    error::{Kind, Problem, say_refusal},
    form::{Faults, Typed},
    interrupted::Words,
    settings::State,
    upload::{self, Unreceived, Upload},
    visit::Visit,
};

/// The acts whose words may come with files.
const WITH_FILES: [&str; 2] = ["reply", "message"];

/// `POST …/files`: takes files into the case, and what was written beside them.
pub(crate) async fn attach(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
    body: Multipart,
) -> Result<Response, Problem> {
    let Some((pass, before)) = load(&state, &visit, &headers, &reference).await? else {
        let words = words_of(&reference, upload::words_alone(&visit, body).await);
        return Ok((words, door(&visit, &reference)).into_response());
    };
    let destination = Destination::Filer(pass.clone());
    let received = upload::receive(&state, &visit, &headers, body, &destination).await;
    let Upload {
        mut faults,
        words,
        taken,
        came,
        ..
    } = match received {
        Ok(upload) => upload,
        Err(Unreceived {
            trouble: Some(Trouble::Refused(refusal)),
            words,
            ..
        }) => {
            // What was done meanwhile lets nothing be added: the page says so, with the words.
            let kept = Kept::of(&Typed::of_parts(words));
            let notice = Some(say_refusal(&visit, refusal.key()));
            let page = view(&state, &visit, &before, Faults::default(), notice, kept)?;
            return Ok(page.stale().into_response());
        }
        Err(Unreceived { problem, words, .. }) => {
            return Ok((words_of(&reference, words), problem).into_response());
        }
    };
    let typed = Typed::of_parts(words);
    let act = WITH_FILES
        .into_iter()
        .find(|act| *act == typed.text("act"))
        .unwrap_or_default();
    let kept = Kept::of(&typed);
    let act_of_words = match words_with_files(&visit, act, &typed, came) {
        Ok(act) => act,
        Err((field, sentence)) => {
            faults.add(field, sentence);
            None
        }
    };
    let Some((_, fresh)) = load(&state, &visit, &headers, &reference).await? else {
        return Ok(door(&visit, &reference).into_response());
    };
    // A file that was not taken is mended before the words beside it go.
    if !faults.is_empty() {
        let page = view(&state, &visit, &fresh, faults, None, kept)?;
        return Ok(page.refused().into_response());
    }
    let Some(words) = act_of_words else {
        let place = visit.path(&format!("/track/{reference}"));
        return Ok((kept.beside(&reference), Redirect::to(&place)).into_response());
    };
    // The files came in between, with the same form: they are nothing that whoever sends it has not seen.
    let shown = typed.text("version").parse().unwrap_or(0);
    let (was, is) = (before.case.version, fresh.case.version);
    let version = if shown == was && was.checked_add(taken) == Some(is) {
        is
    } else {
        shown
    };
    let asked = Asked {
        pass,
        version,
        name: act,
        act: words,
    };
    carry_out(&state, &visit, &headers, &reference, asked, kept).await
}

/// What was typed beside files that did not come: it waits for the form that sends it alone.
fn words_of(reference: &str, words: Vec<(String, String)>) -> Extension<Words> {
    let act = words
        .iter()
        .find(|(name, value)| name == "act" && WITH_FILES.contains(&value.as_str()))
        .map_or(KEEP, |(_, act)| act.as_str());
    Extension(Words(InterruptedPost {
        action: format!("/track/{reference}/{act}"),
        fields: words,
    }))
}

/// What is written beside files: nothing, where the files say it alone.
fn words_with_files(
    visit: &Visit,
    act: &str,
    typed: &Typed,
    came: u32,
) -> Result<Option<FilerAct>, (&'static str, String)> {
    let has_words = typed.has(act);
    if act == "reply" && !has_words && came > 0 {
        let words = visit.voice.say("track-reply-in-files").into_owned();
        return Ok(Some(FilerAct::Reply(words)));
    }
    if act.is_empty() || (!has_words && came > 0) {
        return Ok(None);
    }
    match read_act(visit, act, typed) {
        Ok(act) => Ok(Some(act)),
        Err(fault) => Err(fault.unwrap_or_default()),
    }
}

/// `GET …/files/{attachment}`: always as a download.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path((_, reference, attachment)): Path<(String, String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let attachment: AttachmentId = attachment
        .parse()
        .map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let Some((pass, _)) = load(&state, &visit, &headers, &reference).await? else {
        return Ok(door(&visit, &reference).into_response());
    };
    let (file, content) = state
        .clerks
        .file_for_filer(pass, attachment)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(download(&file, content))
}
