//! Draws the shell: pages that hold nothing of anybody, once for a program, with what they need, under one version. Whatever
//! of it changes is another version, and no telephone mixes two.

use std::collections::BTreeMap;

use askama::Template;
use chikaya_domain::Language;
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    attachment::{FILES_AT_MOST, FileRefusal},
    case::file::TEXT_LIMIT,
};
use data_encoding::HEXLOWER;

use super::{
    parts::{ASSETS, PAGES},
    qr, script,
    shell::Shell,
};
use crate::{
    android_package::AndroidPackage, assets, frame::Frame, settings::State, upload, visit::Arrival,
};

#[derive(Template)]
#[template(path = "public/app/home.html")]
struct HomePage {
    frame: Frame,
    qr: String,
    address: String,
    package: Option<Package>,
}

/// The Android package, for whose phone offers nothing else.
struct Package {
    address: &'static str,
    /// Its version and size.
    said: String,
    /// By which the phone's owner knows that it is this portal's.
    fingerprint: String,
}

#[derive(Template)]
#[template(path = "public/app/file.html")]
struct FilePage {
    frame: Frame,
    kinds: [&'static str; 3],
    text_limit: String,
    files_limit: String,
    /// What the page says while somebody writes, by the name under which its module asks for it.
    words: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "public/app/mine.html")]
struct MinePage {
    frame: Frame,
    words: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "public/app/offline.html")]
struct OfflinePage {
    frame: Frame,
}

/// The shell, drawn when somebody asks first; none where it cannot be drawn.
pub(crate) fn shell(state: &State) -> Option<&Shell> {
    let drawn = state.shell.get_or_init(|| {
        let drawn = all(state);
        if let Err(error) = &drawn {
            tracing::error!(cause = %error, "the pages of the application cannot be drawn");
        }
        drawn.ok()
    });
    drawn.as_ref()
}

fn all(state: &State) -> Result<Shell, askama::Error> {
    let mut pages = BTreeMap::new();
    for language in Language::ALL {
        for page in PAGES {
            pages.insert(format!("/{language}{page}"), draw(state, language, page)?);
        }
    }
    let mut parts: Vec<&[u8]> = pages.values().map(String::as_bytes).collect();
    parts.extend(ASSETS.iter().map(|name| assets::url(name).as_bytes()));
    parts.push(script::SOURCE.as_bytes());
    // Which pages there are is no secret; the key is only what is at hand to digest with.
    let digest = state.key.digest("shell", &parts);
    let version = HEXLOWER.encode(&digest[..8]);
    let worker = script::written(&version);
    Ok(Shell {
        version,
        pages,
        worker,
    })
}

fn draw(state: &State, language: Language, page: &str) -> Result<String, askama::Error> {
    let frame = Frame::bare(&Arrival {
        language,
        rest: page.to_owned(),
        banner: state.banner(),
        ..Arrival::unknown()
    });
    let voice = frame.voice;
    match page {
        "/app" => {
            let address = format!("{}/{language}/app", state.settings.public_url);
            HomePage {
                qr: qr::drawn(&address),
                address,
                package: state.settings.android.as_ref().map(|package| Package {
                    address: AndroidPackage::ADDRESS,
                    said: voice.say_with(
                        "app-package-button",
                        &[
                            ("version", Argument::Text(&package.version)),
                            ("size", Argument::Text(&voice.bytes(package.size() as u64))),
                        ],
                    ),
                    fingerprint: package.fingerprint(),
                }),
                frame,
            }
            .render()
        }
        "/app/file" => FilePage {
            kinds: ["complaint", "remark", "proposal"],
            text_limit: voice.say_with(
                "filing-text-limit",
                &[("limit", Argument::count(TEXT_LIMIT))],
            ),
            files_limit: voice.say_with(
                "app-files-limit",
                &[("count", Argument::count(FILES_AT_MOST))],
            ),
            words: with_size(said(&frame, WHILE_FILING), voice),
            frame,
        }
        .render(),
        "/app/mine" => MinePage {
            words: with_size(said(&frame, OF_MINE), voice),
            frame,
        }
        .render(),
        _ => OfflinePage { frame }.render(),
    }
}

/// What the module of the page that files says.
const WHILE_FILING: &[(&str, &str)] = &[
    ("kept", "app-said-kept"),
    ("full", "app-said-full"),
    ("refused", "app-said-refused"),
    ("locked", "app-said-locked"),
    ("empty", "error-text-empty"),
    ("kind", "error-kind-empty"),
    ("name", "error-name-empty"),
    ("spoken", "app-voice-text"),
    ("recording", "app-voice-recording"),
    ("paused", "app-voice-paused"),
    ("recorded", "app-voice-recorded"),
    ("no-microphone", "app-voice-refused"),
    ("pause", "app-voice-pause"),
    ("resume", "app-voice-resume"),
    ("remove", "button-remove"),
    ("photo-broken", "app-photo-broken"),
    ("many", "app-files-many"),
    ("lists-missing", "app-lists-missing"),
    ("located", "app-located"),
    ("not-located", "filing-where-point-failed"),
    ("locating", "filing-where-point-waiting"),
    ("taken-at", "app-photo-taken"),
    ("taken-place", "app-photo-place"),
    ("general", "app-back-general"),
    ("pin-wrong", "app-pin-wrong"),
    ("pin-forgotten", "app-pin-forgotten-sure"),
];

/// What the module of the page of all that was written says.
const OF_MINE: &[(&str, &str)] = &[
    ("draft", "app-state-draft"),
    ("waiting", "app-state-waiting"),
    ("busy", "app-state-busy"),
    ("sending", "app-state-sending"),
    ("sent", "app-state-sent"),
    ("back", "app-state-back"),
    ("sealed", "app-state-sealed"),
    ("edit", "app-act-edit"),
    ("mend", "app-act-mend"),
    ("send", "app-act-send"),
    ("delete", "app-act-delete"),
    ("delete-sure", "app-act-delete-sure"),
    ("follow", "button-follow"),
    ("reference", "label-reference"),
    ("code", "label-access-code"),
    ("organisation", "receipt-must-answer"),
    ("due", "app-receipt-due"),
    ("files", "label-attachments"),
    ("photo-broken", "app-photo-broken"),
    ("untitled", "app-untitled"),
    ("general", "app-back-general"),
    ("pin-wrong", "app-pin-wrong"),
    ("pin-set", "app-pin-is-set"),
    ("pin-form", "app-pin-form"),
    ("pin-forgotten", "app-pin-forgotten-sure"),
    ("room", "app-room"),
    ("no-room", "app-room-none"),
];

/// What is filled in on the telephone: the names of arguments, which stand in braces in what a page says.
const FILLED_IN: &[(&str, &[&str])] = &[
    ("app-located", &["metres"]),
    ("app-photo-taken", &["name", "moment"]),
    ("app-photo-place", &["name", "point"]),
    ("app-room", &["used", "left"]),
];

fn said(frame: &Frame, words: &[(&'static str, &'static str)]) -> Vec<(&'static str, String)> {
    words
        .iter()
        .map(|(name, key)| {
            let names = FILLED_IN.iter().find(|(open, _)| open == key);
            let braced: Vec<(&str, String)> = names
                .map_or(&[][..], |(_, names)| names)
                .iter()
                .map(|name| (*name, format!("{{{name}}}")))
                .collect();
            let arguments: Vec<(&str, Argument<'_>)> = braced
                .iter()
                .map(|(name, text)| (*name, Argument::Text(text)))
                .collect();
            (*name, frame.voice.say_with(key, &arguments))
        })
        .collect()
}

/// The same, and that a file is too large, with how large it may be.
fn with_size(mut words: Vec<(&'static str, String)>, voice: Voice) -> Vec<(&'static str, String)> {
    words.push(("too-large", upload::sentence(voice, &FileRefusal::TooLarge)));
    words
}
