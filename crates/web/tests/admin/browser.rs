//! A browser without script: keeps cookies and sends forms with the token of the page before.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, Town, town};
use tower::ServiceExt as _;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) place: String,
    pub(crate) text: String,
}

impl Answer {
    /// Fails unless the page holds all these words.
    pub(crate) fn says(&self, words: &[&str]) {
        for word in words {
            assert!(self.text.contains(word), "no {word:?} in:\n{}", self.text);
        }
    }

    /// What stands behind `before` up to `after`.
    pub(crate) fn between(&self, before: &str, after: &str) -> String {
        let (_, rest) = self.text.split_once(before).unwrap();
        rest.split_once(after).unwrap().0.to_owned()
    }
}

/// A browser.
pub(crate) struct Browser {
    counters: Router,
    cookies: BTreeMap<String, String>,
    token: String,
}

impl Browser {
    /// Someone of `role`, signed in, with where signing in led.
    pub(crate) async fn of(town: &Town, role: Role) -> (Self, String) {
        let state = chikaya_web::State::new(
            town.clerks.clone(),
            town::web_settings("http://portal.test"),
        );
        let mut browser = Self {
            counters: chikaya_web::router(state),
            cookies: BTreeMap::new(),
            token: String::new(),
        };
        let email = format!("{role}@portal.test");
        town.officer(&email, role, "reform-authority").await;
        browser.get("/fr/desk/sign-in").await;
        let answer = browser
            .post(
                "/fr/desk/sign-in",
                &[("email", &email), ("password", town::PASSWORD)],
            )
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let mut place = answer.place;
        let mut answer = browser.get(&place).await;
        while !answer.place.is_empty() {
            place = answer.place;
            answer = browser.get(&place).await;
        }
        (browser, place)
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::get(address), Body::empty()).await
    }

    /// Sends a form.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("token", &self.token);
        form.extend_pairs(fields);
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(form.finish())).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(header::HOST, "portal.test")
            .header(header::COOKIE, cookies.join("; "))
            .body(body)
            .unwrap();
        let response = self.counters.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, _) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((_, after)) = text.split_once("name=\"token\" value=\"") {
            after.split_once('"').unwrap().0.clone_into(&mut self.token);
        }
        Answer {
            status: parts.status,
            place: parts
                .headers
                .get(header::LOCATION)
                .map_or_else(String::new, |place| place.to_str().unwrap().to_owned()),
            text,
        }
    }
}

/// A town on SQLite: pages are the same on both databases, the verbs behind them are tried on both.
pub(crate) async fn town() -> Town {
    tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite))
        .await
        .unwrap()
}

/// Drops a town where its archive may wait for its threads.
pub(crate) async fn leave(town: Town) {
    tokio::task::spawn_blocking(move || drop(town))
        .await
        .unwrap();
}
