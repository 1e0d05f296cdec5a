//! What the shell is made of, by name.

/// The path of the lists below a language.
pub(super) const LISTS: &str = "/app/lists";

/// The pages below a language. The first one is the beginning, the second files.
pub(super) const PAGES: [&str; 4] = ["/app", "/app/file", "/app/mine", "/app/offline"];

/// What every page of the shell fetches, by its name, and what its modules fetch.
pub(super) const ASSETS: &[&str] = &[
    "tokens.css",
    "base.css",
    "components.css",
    "app.css",
    "fonts.css",
    "mark.svg",
    "frieze.svg",
    "icons.svg",
    "fonts/tifinagh-name.woff2",
    "js/app/boot.js",
    "js/app/engine.js",
    "js/app/file.js",
    "js/app/install.js",
    "js/app/lists.js",
    "js/app/mine.js",
    "js/app/network.js",
    "js/app/office.js",
    "js/app/photo.js",
    "js/app/pin.js",
    "js/app/seal.js",
    "js/app/store.js",
    "js/app/upload.js",
    "js/app/voice.js",
    "js/app/words.js",
];
