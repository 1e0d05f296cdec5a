//! Assets: embedded, named by their digest, cached for ever by whoever fetched them once.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// An embedded file.
struct Asset {
    name: &'static str,
    address: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
    brotli: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of an asset, with its digest. An unknown name is a fault of the house that every test of a
/// page finds; a page with a missing picture is better than none.
pub(crate) fn url(name: &str) -> &'static str {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    debug_assert!(found.is_some(), "there is no asset {name}");
    found.map_or("/assets/missing", |asset| asset.address)
}

/// `GET /assets/{file}`.
pub(crate) async fn get(Path(file): Path<String>, request: HeaderMap) -> Response {
    let address = format!("/assets/{file}");
    let Some(asset) = ASSETS.iter().find(|asset| asset.address == address) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let takes_brotli = request
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .any(|coding| coding.trim().starts_with("br"))
        });
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.media_type),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    match asset.brotli.filter(|_| takes_brotli) {
        Some(compressed) => {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            (headers, compressed).into_response()
        }
        None => (headers, asset.bytes).into_response(),
    }
}
