//! Files as they leave: whoever sent them, they are saved and never opened on the portal's own ground.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use chikaya_service::attachment::{Attachment, Content};

use crate::assets::is_known;

/// What a table of values with commas is called among programs.
pub(crate) const CSV: &str = "text/csv; charset=utf-8";

/// What a workbook is called among programs.
pub(crate) const WORKBOOK: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// An answer that browsers save instead of showing, and that can do nothing where they show it after all.
pub(crate) fn download(file: &Attachment, content: Content) -> Response {
    let mut response = saved(
        &file.name,
        &file.media_type,
        Body::from_stream(content.pieces),
    );
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, HeaderValue::from(content.bytes));
    response
}

/// As [`download`], of what was made for this answer.
pub(crate) fn saved(name: &str, media_type: &str, body: impl Into<Body>) -> Response {
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes())
        .collect::<String>()
        .replace('+', "%20");
    let mut response = body.into().into_response();
    let headers = response.headers_mut();
    // Both are made of plain letters; a media type that is not is sent as mere bytes.
    let media_type = HeaderValue::from_str(media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let disposition = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}"))
        .unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_TYPE, media_type);
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    response
}

/// A file under a tag that says which form of it this is: whoever has that form is told so, and it is not made again.
/// `keeping` says how long it may be kept.
pub(crate) async fn tagged<E>(
    request: &HeaderMap,
    tag: &str,
    keeping: &'static str,
    make: impl Future<Output = Result<Response, E>>,
) -> Result<Response, E> {
    let mut response = if is_known(request, tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        make.await?
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    Ok(response)
}

/// A file of an edition of the public statistics, which never changes. Where the address names the edition it need not be
/// asked for again; where it does not, the next edition has another one. `file` says which of the edition's files it is.
pub(crate) async fn of_edition<E>(
    request: &HeaderMap,
    edition: i64,
    is_pinned: bool,
    file: &str,
    make: impl Future<Output = Result<Response, E>>,
) -> Result<Response, E> {
    if edition == 0 {
        return make.await;
    }
    // Another version of the program may write it in another way.
    let tag = format!("\"{edition}-{}-{file}\"", env!("CARGO_PKG_VERSION"));
    let keeping = if is_pinned {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=60"
    };
    tagged(request, &tag, keeping, make).await
}
