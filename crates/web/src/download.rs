//! Files as they leave: whoever sent them, they are saved and never opened on the portal's own ground.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use chikaya_service::attachment::{Attachment, Content};

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
