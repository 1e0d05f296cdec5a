//! The Android package that this instance offers, and the note by which phones let it open the portal's links.

use axum::{
    extract::State as Shared,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
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

/// The Android package of this portal, as `cargo xtask app` makes it.
#[derive(Clone, Debug)]
pub struct AndroidPackage {
    /// The name by which phones know the app.
    pub name: String,
    /// Its version, for people.
    pub version: String,
    /// SHA-256 of the file, in small hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of the certificate that signed it, in small hexadecimal digits.
    pub certificate_sha256: String,
    /// The file.
    pub bytes: Bytes,
}

impl AndroidPackage {
    /// Where it is had.
    pub const ADDRESS: &'static str = "/app/chikaya.apk";

    /// Its bytes, counted.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The fingerprint of its certificate as phones and people compare it: capital digits in pairs, with colons.
    pub fn fingerprint(&self) -> String {
        let digits: Vec<char> = self.certificate_sha256.to_uppercase().chars().collect();
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        pairs.join(":")
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_written_in_pairs() {
        let package = AndroidPackage {
            name: String::new(),
            version: String::new(),
            sha256: String::new(),
            certificate_sha256: "0aff10".to_owned(),
            bytes: Bytes::new(),
        };
        assert_eq!(package.fingerprint(), "0A:FF:10");
    }
}
