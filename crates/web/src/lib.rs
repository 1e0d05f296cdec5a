//! The counters: the public site, the desk and the administration pages, over HTTP.

mod admin;
mod android;
mod android_package;
mod annual_paper;
mod api;
mod assets;
mod calls;
mod composed;
mod csrf;
mod desk;
mod device;
mod door;
mod download;
mod drawn;
mod encoding;
mod error;
mod extract;
mod form;
mod frame;
mod headers;
mod hooks;
mod interrupted;
mod kept;
mod limit;
mod limited;
mod log;
mod mailbox;
mod point;
mod press;
mod print;
mod public;
mod router;
mod settings;
mod sought;
mod sound;
mod subject;
mod timeline;
mod upload;
mod visit;
mod wanted;
mod words;

/// A network, as the settings name trusted ones.
pub use ipnet::IpNet;

pub use self::{
    android_package::AndroidPackage,
    annual_paper::{annual_as_it_stands, figures_paper},
    composed::{Composed, Composer},
    hooks::signature::{HookSecret, NotASecret},
    press::{
        AnnualPaper, LetterPaper, Paper, PaperCell, PaperPart, PaperValue, Printer, Sheet,
        TableCell, TableForm, TablePaper,
    },
    router::{ROUTES, Route, router},
    settings::{CallSettings, Sealer, Settings, SmsHook, SmsProof, State},
};
