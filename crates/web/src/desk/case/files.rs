//! Files of a case at the desk: added, read.

use axum::{
    extract::{Multipart, Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{id::AttachmentId, owner::Audience, reference::Reference};
use chikaya_service::attachment::Destination;

use super::{
    super::{AtDesk, trouble},
    after, load, view,
};
use crate::{
    download::download,
    error::{Kind, Problem},
    form::Typed,
    settings::State,
    upload,
};

/// For whose eyes a file is that the desk adds without saying: the page says so beside the field. What is meant for
/// colleagues never reaches the filer by oversight.
const UNLESS_CHOSEN: Audience = Audience::Colleagues;

/// `POST …/files`: takes files into the case.
pub(crate) async fn attach(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
    headers: HeaderMap,
    body: Multipart,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let parsed = Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NoSuchCase))?;
    let destination = Destination::Desk(Box::new(officer.clone()), parsed.clone(), UNLESS_CHOSEN);
    let faults = upload::receive(&state, &visit, &headers, body, &destination)
        .await?
        .faults;
    if faults.is_empty() {
        return Ok(after(&state, &visit, officer, parsed).await);
    }
    let page = load(&state, &visit, &officer, &reference).await?;
    let typed = Typed::default();
    let page = view(&state, &visit, officer, page, &typed, faults, None).await?;
    Ok(page.refused().into_response())
}

/// `GET …/files/{attachment}`.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path((_, reference, attachment)): Path<(String, String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NoSuchCase);
    let reference = Reference::parse(&reference).map_err(|_| missing())?;
    let attachment: AttachmentId = attachment.parse().map_err(|_| missing())?;
    let (file, content) = state
        .clerks
        .file_for_officer(officer, reference, attachment)
        .await
        .map_err(|error| trouble(&visit, &error))?;
    Ok(download(&file, content))
}
