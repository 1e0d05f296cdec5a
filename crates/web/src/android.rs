//! The Android package that this instance offers, and the note by which phones let it open the portal's links.

use axum::{
    extract::State as Shared,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use crate::{
    download::{saved, tagged},
    settings::State,
};

/// What a package for Android is called among programs.
const MEDIA_TYPE: &str = "application/vnd.android.package-archive";

/// Under which name it is saved.
const FILE: &str = "chikaya.apk";

/// Short, so that a new version is there when somebody looks again; with a tag, so that it is sent once.
const KEPT: &str = "public, max-age=300";

/// `GET /app/chikaya.apk`.
pub(crate) async fn package(Shared(state): Shared<State>, request: HeaderMap) -> Response {
    let Some(package) = &state.settings.android else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{}\"", package.sha256);
    tagged(&request, &tag, KEPT, async {
        Ok::<_, std::convert::Infallible>(saved(FILE, MEDIA_TYPE, package.bytes.clone()))
    })
    .await
    .unwrap_or_else(|never| match never {})
}

/// `GET /.well-known/assetlinks.json`: whose signature a package must have to open this portal's links without asking
/// (Digital Asset Links).
pub(crate) async fn links(Shared(state): Shared<State>) -> Response {
    let Some(package) = &state.settings.android else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let links = json!([{
        "relation": ["delegate_permission/common.handle_all_urls"],
        "target": {
            "namespace": "android_app",
            "package_name": package.name,
            "sha256_cert_fingerprints": [package.fingerprint()],
        },
    }]);
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, KEPT),
    ];
    (headers, format!("{links:#}\n")).into_response()
}
