//! `/mailbox`: where messages land on an instance without a mail server. For development and demonstrations.

use askama::Template;
use axum::extract::{Path, State as Shared};
use chikaya_domain::Language;
use chikaya_i18n::Voice;
use chikaya_service::message::outbox::Delivered;
use uuid::Uuid;

use crate::{
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    visit::{Visit, arrival},
    words::Page,
};

#[derive(Template)]
#[template(path = "mailbox/list.html")]
struct List {
    frame: Frame,
    messages: Vec<Delivered>,
}

#[derive(Template)]
#[template(path = "mailbox/message.html")]
struct MessagePage {
    frame: Frame,
    message: Delivered,
    lines: Vec<Line>,
}

struct Line {
    text: String,
    is_link: bool,
}

/// `GET /mailbox`.
pub(crate) async fn list(
    Shared(state): Shared<State>,
    request: axum::extract::Request,
) -> Result<Page, Problem> {
    let visit = visit(&request);
    if !state.settings.mailbox {
        return Err(Problem::at(&visit, Kind::NotFound));
    }
    let messages = state
        .clerks
        .mailbox()
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Page::of(
        &visit,
        &List {
            frame: Frame::of(&state, &visit),
            messages,
        },
    )
}

/// `GET /mailbox/{id}`.
pub(crate) async fn message(
    Shared(state): Shared<State>,
    Path(id): Path<Uuid>,
    request: axum::extract::Request,
) -> Result<Page, Problem> {
    let visit = visit(&request);
    if !state.settings.mailbox {
        return Err(Problem::at(&visit, Kind::NotFound));
    }
    let message = state
        .clerks
        .mailbox_message(id)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let lines = message
        .text
        .lines()
        .map(|line| Line {
            text: line.to_owned(),
            is_link: line.starts_with("http"),
        })
        .collect();
    Page::of(
        &visit,
        &MessagePage {
            frame: Frame::of(&state, &visit),
            message,
            lines,
        },
    )
}

/// The mailbox is for those who run an instance: it speaks English and stands outside the languages.
fn visit(request: &axum::extract::Request) -> Visit {
    Visit {
        voice: Voice::of(Language::English),
        arrival: arrival(request.extensions()),
        query: None,
        saves_data: false,
    }
}
