//! Someone with a browser: keeps cookies, and sends forms with the token of the page they stand on.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use chikaya_testkit::{Town, town};
use chikaya_web::{Printer, Sheet};
use tower::ServiceExt as _;

use crate::{android, cases::between};

/// The portal as it is named in these tests.
pub(crate) const PORTAL: &str = "http://portal.test";

/// What stands before the token of a form.
const TOKEN: &str = "name=\"token\" value=\"";

/// Which token a form carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carries {
    /// The visitor's own.
    Own,
    /// None.
    Nothing,
    /// One that looks like a token and is another visitor's.
    Foreign,
}

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The page as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The page without the tokens of its forms, which differ from page to page.
    pub(crate) fn text_without_tokens(&self) -> String {
        let mut page = self.text();
        while let Some(token) = token_in(&page) {
            page = page.replace(&format!("{TOKEN}{token}\""), "TOKEN");
        }
        page
    }

    /// The status as a number.
    pub(crate) fn code(&self) -> u16 {
        self.status.as_u16()
    }

    /// Where it leads, if elsewhere.
    pub(crate) fn place(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Fails unless the page holds all these words.
    pub(crate) fn says(&self, words: &[&str]) {
        let page = self.text();
        for word in words {
            assert!(page.contains(word), "no {word:?} in:\n{page}");
        }
    }

    /// What stands in the page between two marks.
    pub(crate) fn between(&self, before: &str, after: &str) -> String {
        between(&self.text(), before, after)
    }

    /// The first link of the page that begins so.
    pub(crate) fn link(&self, beginning: &str) -> String {
        let page = self.text();
        page.split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .find(|link| link.starts_with(beginning))
            .unwrap_or_else(|| panic!("no link begins with {beginning} in:\n{page}"))
            .to_owned()
    }

    /// The cookie that is set, with its attributes; its name begins so.
    pub(crate) fn cookie(&self, beginning: &str) -> &str {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|cookie| cookie.to_str().unwrap())
            .find(|cookie| cookie.starts_with(beginning))
            .unwrap()
    }
}

/// The counters of a town, with a press that prints how a case came, and which body filed it.
pub(crate) fn counters(town: &Town) -> Router {
    counters_at(town, PORTAL)
}

/// The same at another address.
pub(crate) fn counters_at(town: &Town, portal: &str) -> Router {
    counters_of(town, portal, 1_000_000)
}

/// The same with a limit of requests.
pub(crate) fn counters_of(town: &Town, portal: &str, requests_per_minute: u32) -> Router {
    let mut settings = town::web_settings(portal);
    settings.requests_per_minute = requests_per_minute;
    settings.security_contact = Some("mailto:security@portal.test".to_owned());
    settings.android = Some(android::package());
    let state = chikaya_web::State::new(town.clerks.clone(), settings)
        .with_composer(town::composer(portal));
    chikaya_web::router(state.with_printer(Arc::new(|sheet| Ok(printed(sheet)))))
}

/// The same with a press of another make.
pub(crate) fn counters_with(town: &Town, printer: Printer) -> Router {
    let state = chikaya_web::State::new(town.clerks.clone(), town::web_settings(PORTAL));
    chikaya_web::router(state.with_printer(printer))
}

/// A sheet as the press of the tests prints it.
pub(crate) fn printed(sheet: &Sheet) -> Vec<u8> {
    let paper = match sheet {
        Sheet::Annual(paper) | Sheet::AnnualBook(paper) => {
            return format!("%PDF-1.7\n{paper:?}\n").into_bytes();
        }
        Sheet::Receipt(paper) | Sheet::Slip(paper) => paper,
        Sheet::Letter(letter) => {
            let from = (&letter.sender, &letter.sender_address);
            let told = (&letter.recipient, from, &letter.parts);
            return format!("%PDF-1.7\n{told:?}\n").into_bytes();
        }
        Sheet::Letters(letters) => {
            let told = letters.iter().map(|letter| &letter.recipient);
            return format!("%PDF-1.7\n{:?}\n", told.collect::<Vec<_>>()).into_bytes();
        }
        Sheet::Book(tables) => {
            let tables = tables.iter().map(|table| {
                let told = (table.language, &table.title, &table.about, &table.columns);
                format!("{told:?}\n{:?}\n", table.rows)
            });
            return tables.collect::<String>().into_bytes();
        }
        Sheet::Table(table) => {
            let told = (table.form, &table.owner, &table.about, &table.columns);
            let rows: Vec<String> = table.rows.iter().map(|row| format!("{row:?}")).collect();
            return format!("{told:?}\n{}\n", rows.join("\n")).into_bytes();
        }
    };
    let steps: String = paper.steps.iter().map(|(_, text)| text.as_str()).collect();
    let filer = paper.filer.as_deref().unwrap_or_default();
    let files = paper.files.as_deref().unwrap_or_default();
    format!("%PDF-1.7\n{}\n{filer}\n{files}\n{steps}\n", paper.channel).into_bytes()
}

/// Someone with a browser.
#[derive(Clone)]
pub(crate) struct Visitor {
    counters: Router,
    cookies: BTreeMap<String, String>,
    token: String,
    /// Whether the token is another visitor's since signing in, so that a page must be looked at first.
    is_renewed: bool,
}

impl Visitor {
    /// Someone who looked at the page of tracking, as whose form their token stands.
    pub(crate) async fn new(counters: &Router) -> Self {
        let mut visitor = Self::stranger(counters);
        let page = visitor.get("/fr/track").await;
        visitor.token = token_in(&page.text()).expect("the form carries a token");
        visitor
    }

    /// Someone who looked at nothing yet, as a program is.
    pub(crate) fn stranger(counters: &Router) -> Self {
        Self {
            counters: counters.clone(),
            cookies: BTreeMap::new(),
            token: String::new(),
            is_renewed: false,
        }
    }

    /// The token of this visitor's forms.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Takes a cookie that the browser would have kept.
    pub(crate) fn take_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Loses a cookie, as a browser does whose session or proof has ended.
    pub(crate) fn lose_cookie(&mut self, name: &str) {
        self.cookies.remove(name);
    }

    /// Takes up the token of a page's forms.
    pub(crate) fn read_token(&mut self, page: &Answer) {
        self.token = token_in(&page.text()).expect("the form carries a token");
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        let request = Request::get(address);
        let page = self.send(request, Body::empty()).await;
        if self.is_renewed
            && let Some(token) = token_in(&page.text())
        {
            self.token = token;
            self.is_renewed = false;
        }
        page
    }

    /// Asks for what may have no end: its head, with its body still to be read.
    pub(crate) async fn ask(&self, address: &str) -> axum::response::Response {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = Request::get(address)
            .header(header::HOST, "portal.test")
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::empty())
            .unwrap();
        self.counters.clone().oneshot(request).await.unwrap()
    }

    /// Opens a page with these headers.
    pub(crate) async fn get_with(&mut self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(Request::get(address), |request, (name, value)| {
                request.header(*name, *value)
            });
        self.send(request, Body::empty()).await
    }

    /// Looks at a page with a form, where a form is to be sent and none was seen since signing in.
    async fn look(&mut self) {
        if self.is_renewed {
            self.get("/fr/track").await;
        }
    }

    /// Sends a form with the visitor's own token, and opens the page of the same filing's step that the answer leads to,
    /// as a browser does.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post_only(address, fields).await;
        self.page_of_step(address, answer).await
    }

    /// Sends a form with the visitor's own token, and stays with the answer to it.
    pub(crate) async fn post_only(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_carrying(address, fields, Carries::Own).await
    }

    /// Where an answer leads back to the step that was sent: its page.
    async fn page_of_step(&mut self, address: &str, answer: Answer) -> Answer {
        let path = |address: &str| {
            address
                .split(['?', '#'])
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let is_step = address
            .split('/')
            .nth(2)
            .is_some_and(|area| area.starts_with("file"));
        if is_step && answer.code() == 303 && path(answer.place()) == path(address) {
            let place = answer
                .place()
                .split('#')
                .next()
                .unwrap_or_default()
                .to_owned();
            return self.get(&place).await;
        }
        answer
    }

    /// Sends a form.
    pub(crate) async fn post_carrying(
        &mut self,
        address: &str,
        fields: &[(&str, &str)],
        carries: Carries,
    ) -> Answer {
        self.look().await;
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        match carries {
            Carries::Own => form.append_pair("token", &self.token),
            Carries::Foreign => form.append_pair("token", &foreign(&self.token)),
            Carries::Nothing => &mut form,
        };
        form.extend_pairs(fields);
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(form.finish())).await
    }

    /// Sends a text as a page of another site would make this browser send it.
    pub(crate) async fn post_from(&mut self, origin: &str, address: &str, text: &str) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("text", text);
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, origin);
        self.send(request, Body::from(form.finish())).await
    }

    /// Sends files.
    pub(crate) async fn upload(
        &mut self,
        address: &str,
        files: &[(&str, &[u8])],
        carries: Carries,
    ) -> Answer {
        self.look().await;
        let mut body = Vec::new();
        let token = match carries {
            Carries::Own => self.token.clone(),
            Carries::Foreign => foreign(&self.token),
            Carries::Nothing => String::new(),
        };
        if carries != Carries::Nothing {
            body.extend(part("token", None, token.as_bytes()));
        }
        for (name, bytes) in files {
            body.extend(part("files", Some(name), bytes));
        }
        body.extend(b"--line--\r\n");
        self.send_parts(address, Body::from(body)).await
    }

    /// Sends a body of the programming interface.
    pub(crate) async fn post_json(&mut self, address: &str, key: &str, body: &str) -> Answer {
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", key);
        self.send(request, Body::from(body.to_owned())).await
    }

    /// Sends a body of the programming interface with these headers.
    pub(crate) async fn post_with(
        &mut self,
        address: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let request = headers
            .iter()
            .fold(Request::post(address), |request, (name, value)| {
                request.header(*name, *value)
            });
        self.send(request, Body::from(body.to_owned())).await
    }

    /// Sends a request of any method with these headers.
    pub(crate) async fn speak(
        &mut self,
        method: &str,
        address: &str,
        headers: &[(&str, String)],
        body: &[u8],
    ) -> Answer {
        let request = headers.iter().fold(
            Request::builder().method(method).uri(address),
            |request, (name, value)| request.header(*name, value),
        );
        self.send(request, Body::from(body.to_vec())).await
    }

    /// Sends a body of parts.
    pub(crate) async fn send_parts(&mut self, address: &str, body: Body) -> Answer {
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=line");
        let answer = self.send(request, body).await;
        if answer.code() != 303 {
            return answer;
        }
        // Files that were all taken lead back to the page, too.
        let mut later = self.clone();
        let page = later.page_of_step(address, answer.clone()).await;
        if page.code() == 422 { page } else { answer }
    }

    pub(crate) async fn send(
        &mut self,
        request: axum::http::request::Builder,
        body: Body,
    ) -> Answer {
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
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let before = self.cookies.get(name);
            if name.ends_with("ck_visitor") && before.is_some_and(|before| before != value) {
                self.is_renewed = true;
            }
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        }
    }
}

/// One part of a form with files.
pub(crate) fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Vec<u8> {
    let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
    let mut part =
        format!("--line\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n")
            .into_bytes();
    part.extend(bytes);
    part.extend(b"\r\n");
    part
}

/// The token in the forms of a page.
fn token_in(page: &str) -> Option<String> {
    let (_, after) = page.split_once(TOKEN)?;
    Some(after.split_once('"')?.0.to_owned())
}

/// A token of the same form that is not this one.
fn foreign(token: &str) -> String {
    token
        .chars()
        .map(|sign| if sign == 'a' { 'b' } else { 'a' })
        .collect()
}
