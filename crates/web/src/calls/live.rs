//! `GET /{language}/calls/live`: what changes on the pages of the call centre, as server-sent events. Whoever has no JavaScript
//! loads the page again.

use std::{
    convert::Infallible,
    time::{Duration, Instant},
};

use askama::Template;
use axum::{
    extract::State as Shared,
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{
        IntoResponse as _, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use chikaya_domain::{access::Action, call::CallStage, id::CallId};
use chikaya_service::{call::LiveCalls, token::Token};
use futures_util::stream;
use serde_json::json;
use tokio::sync::OwnedSemaphorePermit;

use super::{say::must_be_allowed, view::RingingView};
use crate::{
    desk::{AtDesk, session},
    error::{Detour, Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
};

/// How long one answer lasts; browsers ask anew by themselves.
const LASTS: Duration = Duration::from_mins(10);

/// How often it is looked whether whoever watches is signed in still, where nothing rings.
const LOOKS: Duration = Duration::from_secs(20);

/// How soon a browser asks anew, in milliseconds.
const AGAIN: Duration = Duration::from_secs(1);

/// What stands for no call in hand.
pub(super) const NOTHING: &str = "none";

/// The call in hand and where it stands, as a page compares it.
pub(super) fn mark(call: CallId, stage: CallStage) -> String {
    format!("{call} {stage}")
}

/// What rings, as it stands on the page.
#[derive(Template)]
#[template(path = "calls/ringing.html")]
struct RingingPart {
    frame: Frame,
    ringing: Vec<RingingView>,
}

/// Somebody who watches.
struct Watching {
    state: State,
    visit: Visit,
    session: Token,
    calls: LiveCalls,
    /// Whether everything that happens is told, as the wall asks, and not what changes for one agent.
    is_wall: bool,
    begun: Instant,
    /// What was told last.
    told: Option<String>,
    /// The seat among those who watch.
    _seat: OwnedSemaphorePermit,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Response, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let seat = state.live_seat();
    let (Some(seat), Some(session)) = (seat, session(&state, &headers)) else {
        return Err(Problem::at(&visit, Kind::Unavailable).into());
    };
    let watching = Watching {
        calls: state.clerks.watch_calls(),
        is_wall: visit.parameter("of").as_deref() == Some("wall"),
        state,
        visit,
        session,
        begun: Instant::now(),
        told: None,
        _seat: seat,
    };
    let events = stream::unfold(watching, |mut watching| async move {
        let event = watching.next().await?;
        Some((Ok::<Event, Infallible>(event), watching))
    });
    let mut response = Sse::new(events)
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
        .into_response();
    // Proxies that gather answers before they hand them on would keep what rings for themselves.
    response.headers_mut().insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(response)
}

impl Watching {
    /// The next thing to tell; none when it is over: it has lasted long enough, whoever watches is signed out, or the portal
    /// stops.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.told.is_some() {
                let ending = self.state.ending();
                let changed = tokio::select! {
                    changed = self.calls.changed(LOOKS) => changed,
                    () = ending => return None,
                };
                if self.begun.elapsed() >= LASTS {
                    return None;
                }
                if !changed && self.is_signed_in().await {
                    continue;
                }
            }
            let now = self.now().await?;
            if self.is_wall || self.told.as_ref() != Some(&now) {
                let event = Event::default().event("now").retry(AGAIN).data(&now);
                self.told = Some(now);
                return Some(event);
            }
        }
    }

    async fn is_signed_in(&self) -> bool {
        let found = self.state.clerks.officer_watching(self.session.clone());
        matches!(found.await, Ok(Some(_)))
    }

    /// What is to be told now.
    async fn now(&self) -> Option<String> {
        let clerks = &self.state.clerks;
        let officer = clerks.officer_watching(self.session.clone()).await.ok()??;
        if self.is_wall {
            return Some("{}".to_owned());
        }
        let (ringing, in_hand) = clerks.calls_now(officer.clone()).await.ok()?;
        let now = clerks.now();
        let part = RingingPart {
            frame: Frame::of(&self.state, &self.visit).with(officer),
            ringing: ringing
                .iter()
                .map(|ringing| RingingView::of(self.visit.voice, ringing, now))
                .collect(),
        };
        let mark = in_hand.map_or_else(|| NOTHING.to_owned(), |(call, stage)| mark(call, stage));
        // What rings is told by what it says without the token of its form, which differs each time, and the seconds, which
        // the page counts by itself.
        let same = ringing
            .iter()
            .map(|ringing| format!("{} {}", ringing.call, ringing.behind))
            .collect::<Vec<_>>()
            .join(",");
        let html = if self.tells_the_same(&mark, &same) {
            return self.told.clone();
        } else {
            part.render().ok()?
        };
        Some(json!({ "mark": mark, "same": same, "ringing": html }).to_string())
    }

    /// Whether what was told last says the same.
    fn tells_the_same(&self, mark: &str, same: &str) -> bool {
        let Some(told) = &self.told else {
            return false;
        };
        serde_json::from_str::<serde_json::Value>(told)
            .is_ok_and(|told| told["mark"] == mark && told["same"] == same)
    }
}
