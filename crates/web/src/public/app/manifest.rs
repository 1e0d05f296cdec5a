//! `/{language}/app/manifest.webmanifest`: what a telephone is told of the application, in the language of the page that
//! names it.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use crate::{assets, headers::Unvisited, visit::Visit};

/// The colour of the threshold, which the frame of the application takes.
const GREEN: &str = "#0a4439";

/// The ground on which it opens.
const GROUND: &str = "#ffffff";

/// `GET`.
pub(crate) async fn get(visit: Visit) -> Response {
    let voice = visit.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let icon = |name: &str, side: &str, purpose: &str| json!({"src": assets::url(name), "sizes": side, "type": "image/png", "purpose": purpose});
    let shortcut = |name: String, address: String| json!({"name": name, "url": address, "icons": [icon("app/icon-192.png", "192x192", "any")]});
    let picture = |name: &str, label: String| json!({"src": assets::url(name), "sizes": "720x1280", "type": "image/png", "form_factor": "narrow", "label": label});
    let manifest = json!({
        // One application, whichever language it was installed in.
        "id": "/app",
        "scope": "/",
        "start_url": visit.path("/app"),
        "name": say("brand"),
        "short_name": say("brand"),
        "description": say("app-lead"),
        "lang": voice.code(),
        "dir": voice.direction(),
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": GREEN,
        "categories": ["government", "utilities"],
        "icons": [
            icon("app/icon-192.png", "192x192", "any"),
            icon("app/icon-512.png", "512x512", "any"),
            icon("app/maskable-512.png", "512x512", "maskable"),
        ],
        "screenshots": [
            picture("app/screen-home.png", say("app-title")),
            picture("app/screen-file.png", say("app-file-title")),
        ],
        "shortcuts": [
            shortcut(say("nav-file"), visit.path("/app/file")),
            shortcut(say("nav-track"), visit.path("/app/mine")),
        ],
        "share_target": {
            "action": visit.path("/app/share"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "text": "text",
                "title": "title",
                "files": [{"name": "photos", "accept": ["image/jpeg", "image/png", "image/webp"]}],
            },
        },
    });
    let mut response = manifest.to_string().into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/manifest+json"),
    );
    response.extensions_mut().insert(Unvisited);
    response
}
