//! Assets: embedded, named by their digest, cached for ever by whoever fetched them once.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use chikaya_domain::Language;

use crate::encoding::takes;

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

/// The address of an asset that may not be there.
pub(crate) fn find(name: &str) -> Option<&'static str> {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    found.map(|asset| asset.address)
}

/// The letters of the two faces that pages of a language are set in.
pub(crate) const fn letters_of(language: Language) -> &'static [&'static str] {
    match language {
        Language::Arabic => &["fonts/sans-arabic-400.woff2", "fonts/sans-arabic-600.woff2"],
        Language::Tamazight => &["fonts/tifinagh-400.woff2"],
        // Each word with an accent would be set in other letters until they come.
        Language::French => &[
            "fonts/sans-latin-400.woff2",
            "fonts/sans-latin-600.woff2",
            "fonts/sans-accents-400.woff2",
            "fonts/sans-accents-600.woff2",
        ],
        Language::English => &["fonts/sans-latin-400.woff2", "fonts/sans-latin-600.woff2"],
    }
}

/// `GET /assets/{file}`.
pub(crate) async fn get(Path(file): Path<String>, request: HeaderMap) -> Response {
    let address = format!("/assets/{file}");
    let Some(asset) = ASSETS.iter().find(|asset| asset.address == address) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let sent = asset.brotli.filter(|_| takes(&request, "br"));
    // One tag for each form of the file: the address carries the digest already.
    let coding = if sent.is_some() { "-br" } else { "" };
    let tag = format!("\"{file}{coding}\"");
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
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if is_known(&request, &tag) {
        headers.remove(header::CONTENT_TYPE);
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    match sent {
        Some(compressed) => {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            (headers, compressed).into_response()
        }
        None => (headers, asset.bytes).into_response(),
    }
}

/// Whether the browser has this form of a file.
pub(crate) fn is_known(request: &HeaderMap, tag: &str) -> bool {
    request
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[tokio::test]
    async fn a_file_that_is_known_is_not_sent_again() {
        let file = || Path(url("mark.svg").trim_start_matches("/assets/").to_owned());
        let first = get(file(), with(header::ACCEPT_ENCODING, "br")).await;
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(first.headers()[header::CONTENT_ENCODING], "br");
        let tag = first.headers()[header::ETAG].clone();
        let mut again = with(header::ACCEPT_ENCODING, "br");
        again.insert(header::IF_NONE_MATCH, tag.clone());
        assert_eq!(get(file(), again).await.status(), StatusCode::NOT_MODIFIED);
        let plain = get(file(), HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)])).await;
        assert_eq!(plain.status(), StatusCode::OK, "the plain form is another");
    }
}
