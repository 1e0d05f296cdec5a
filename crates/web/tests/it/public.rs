//! Every row that is not the desk's: whoever holds what the row asks for comes in, others do not, no form is taken
//! without its token, and what it leaves behind stands in the record.

use axum::{Router, body::Body, http::Request};
use chikaya_domain::access::Role;
use chikaya_service::message::outbox::Delivered;
use chikaya_testkit::{Town, post_office, town};
use tower::ServiceExt as _;
use uuid::Uuid;

use crate::{
    account::rows::accounted,
    cases::{
        Colleague, EMAIL, STEPS, WORDS, act, answered, asked, between, colleague, dot, draft, file,
        full_draft, report, send,
    },
    desk::{added, plain, unknown_reference},
    reports::published,
    signing::signing_in,
    table::{Row, rows},
    trial::{DRAFT_KEY, Form, Trial},
    visitor::{Carries, PORTAL, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    whoever_holds_what_a_row_asks_for_comes_in_and_others_do_not => super::whoever_holds_what_a_row_asks_for_comes_in_and_others_do_not;
}

/// Everything a route could leave behind.
#[derive(Debug, PartialEq)]
struct Record {
    references: Vec<String>,
    facts: Vec<String>,
    drafts: Vec<String>,
    files: Vec<String>,
    audit: Vec<String>,
}

impl Record {
    async fn of(town: &Town, reference: &str) -> Self {
        Self {
            references: town.references().await,
            facts: town.facts(reference).await,
            drafts: town.drafts().await,
            files: town.stored_files(),
            audit: town.audit().await,
        }
    }

    /// What is new since `before`, in the words of the table.
    fn since(&self, before: &Self) -> Vec<String> {
        let mut new = self.facts[before.facts.len()..].to_vec();
        if self.references.len() == before.references.len() + 1 {
            new.push("filed".to_owned());
        }
        if self.drafts != before.drafts {
            new.push("draft".to_owned());
        }
        if self.files != before.files {
            new.push("file".to_owned());
        }
        let lines = added(&before.audit, self.audit.clone());
        new.extend(lines.iter().map(|line| format!("audit {line}")));
        new
    }
}

/// How each row is taken by whoever may take it. A row without a line here fails the test.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each row, read one by one"
)]
async fn trial(town: &Town, counters: &Router, own: &Colleague, row: &Row) -> Trial {
    let browser = Visitor::new(counters).await;
    let short = row.path.trim_start_matches("/{language}");
    let address = row.path.replace("{language}", "fr");
    match (row.method.as_str(), short) {
        ("GET", "/") if row.path == "/" => Trial::at(browser, "/", 303),
        (
            "GET",
            "/health/live"
            | "/health/ready"
            | "/robots.txt"
            | "/sw.js"
            | "/.well-known/security.txt"
            | "/.well-known/assetlinks.json"
            | "/app/chikaya.apk"
            | "/app"
            | "/app/lists"
            | "/app/manifest.webmanifest",
        ) => Trial::at(browser, address, 200),
        ("GET", "/app/{page}") => Trial::at(browser, "/fr/app/file", 200),
        // Nothing of what is shared is read here.
        ("POST", "/app/share") => Trial::at(browser, address, 303).with(&[]),
        (
            "GET",
            ""
            | "/"
            | "/file"
            | "/danger"
            | "/wrongdoing"
            | "/say"
            | "/track"
            | "/track/lost"
            | "/continue"
            | "/end"
            | "/statistics"
            | "/statistics/ranks"
            | "/open-data"
            | "/reports"
            | "/desk/sign-in"
            | "/desk/second-factor"
            | "/mailbox",
        ) => {
            let status = if short.is_empty() { 308 } else { 200 };
            Trial::at(browser, address, status)
        }
        // Nothing is kept: to the front door.
        ("GET", "/kept") => Trial::at(browser, address, 303),
        ("GET", "/about/{page}") => Trial::at(browser, "/fr/about/mediator", 200),
        ("GET", "/assets/{file}") => {
            let page = browser.clone().get("/fr/").await.text();
            let name = between(&page, "/assets/", "\"");
            Trial::at(browser, format!("/assets/{name}"), 200)
        }
        // No gateway is set: what one that is set may do is tried in `sms.rs`.
        ("GET", path) if path.starts_with("/hooks/") => {
            Trial::at(browser, address.replace("{gateway}", "kannel"), 404)
        }
        ("POST", path) if path.starts_with("/hooks/") => {
            Trial::at(browser, address.replace("{gateway}", "kannel"), 404).with(&[])
        }
        ("GET", "/look-up/{what}") => Trial::at(browser, "/fr/look-up/places?q=tizn", 200),
        ("GET", "/open-data/{file}") => Trial::at(browser, "/open-data/catalogue.jsonld", 200),
        ("GET", "/statistics/{of}") => Trial::at(browser, "/fr/statistics/figures.csv", 200),
        ("GET", "/statistics/{of}/{code}") => {
            Trial::at(browser, "/fr/statistics/territory/region-09", 200)
        }
        ("GET", "/statistics/{of}/{code}/{file}") => {
            let address = "/fr/statistics/territory/region-09/figures.json";
            Trial::at(browser, address, 200)
        }
        ("GET", "/reports/{report}/{file}") => {
            let id = published(town, counters).await;
            Trial::at(browser, format!("/fr/reports/{id}/fr.pdf"), 200)
        }
        ("GET", "/mailbox/{id}") => {
            let id = deliver(town).await;
            Trial::at(browser, format!("/mailbox/{id}"), 200)
        }
        ("POST", "/api/v1/cases") => Trial {
            form: Form::Json(format!(
                r#"{{"kind":"complaint","language":"fr","text":"{WORDS}"}}"#
            )),
            ..Trial::at(browser, address, 201)
        },
        // No browser is known: what one that is may do is tried in `push.rs`.
        ("POST", "/api/v1/push/moved") => Trial {
            form: Form::Json(crate::push::moved()),
            ..Trial::at(browser, address, 404)
        },
        ("POST", path) if path.starts_with("/api/v1/drafts") && !path.contains("{draft}") => {
            let (form, status) = elsewhere(browser.clone(), path).await;
            Trial {
                form,
                ..Trial::at(browser, address, status)
            }
        }
        ("POST", "/file") => {
            Trial::at(browser, address, 303).with(&[("kind", "remark"), ("text", WORDS)])
        }
        ("POST", "/track") => {
            let receipt = town.clerks.file(town::filing()).await.unwrap();
            let (reference, code) = (receipt.reference.to_string(), receipt.access_code.digits());
            Trial::at(browser, address, 303).with(&[("reference", &reference), ("code", &code)])
        }
        ("POST", "/continue") | ("GET", "/continue/{code}") => {
            let mut filer = Visitor::new(counters).await;
            let word = draft(&mut filer).await;
            let later = filer.get(&format!("/fr/file/{word}/later")).await;
            let code = later.between("id=\"draft-code\">", "<");
            let trial = Trial::at(browser, address.replace("{code}", &code), 303);
            if row.method == "POST" {
                trial.with(&[("code", &code)])
            } else {
                trial
            }
        }
        ("POST", "/say") => Trial::at(browser, address, 303).with(&[("sector", "street")]),
        (_, "/say/{draft}/{step}") => {
            let mut browser = browser;
            let begun = browser.post("/fr/say", &[("sector", "street")]).await;
            let word = begun.place().split('/').nth(3).unwrap().to_owned();
            let is_form = row.method == "POST";
            let step = address.replace("{draft}", &word).replace("{step}", "where");
            let mut trial = Trial::at(browser, step, if is_form { 303 } else { 200 });
            trial.word = word;
            if is_form {
                trial = trial.with(&[("territory", town::TIZNIT)]);
            }
            trial
        }
        ("POST", "/danger" | "/wrongdoing" | "/end") => Trial::at(browser, address, 303).with(&[]),
        ("POST", "/track/lost") => Trial::at(browser, address, 200).with(&[("email", EMAIL)]),
        (_, path) if path.starts_with("/api/v1/drafts/") => {
            uploading(town, row, browser, &address).await
        }
        (_, path) if path.starts_with("/file/") => drafted(town, row, browser, &address).await,
        (_, path) if path.starts_with("/track/") => {
            followed(town, own, row, browser, &address).await
        }
        (_, path) if path.starts_with("/account") => accounted(town, row, browser, &address).await,
        (_, path) if path.starts_with("/desk/") => {
            signing_in(town, counters, row, browser, &address).await
        }
        (method, path) => panic!("{method} {path} is tried by nobody"),
    }
}

/// The rows of files in parts.
async fn uploading(town: &Town, row: &Row, mut browser: Visitor, address: &str) -> Trial {
    let word = draft(&mut browser).await;
    let mut address = address.replace("{draft}", &word);
    if address.ends_with("{upload}") {
        let upload = crate::uploads::announced(town, &word, dot().len()).await;
        address = address.replace("{upload}", &upload);
    }
    let status = match row.method.as_str() {
        "POST" => 201,
        "GET" | "HEAD" => 200,
        _ => 204,
    };
    let part = if row.method == "PATCH" {
        dot()
    } else {
        Vec::new()
    };
    let mut trial = Trial::at(browser, address, status);
    trial.form = Form::Tus(row.method.clone(), part);
    trial.word = word;
    trial
}

/// The rows of a draft that was written elsewhere: the second follows the first.
async fn elsewhere(mut browser: Visitor, path: &str) -> (Form, u16) {
    let written =
        format!(r#"{{"kind":"complaint","language":"fr","text":"{WORDS}","anonymous":"yes"}}"#);
    if path == "/api/v1/drafts" {
        return (Form::Keyed(written), 200);
    }
    browser
        .post_json("/api/v1/drafts", DRAFT_KEY, &written)
        .await;
    (Form::Keyed(r#"{"files":0}"#.to_owned()), 201)
}

/// The rows of a draft.
async fn drafted(town: &Town, row: &Row, mut browser: Visitor, address: &str) -> Trial {
    if row.path.ends_with("/verify") {
        codes_may_be_sent(town).await;
    }
    let step = row.path.rsplit('/').next().unwrap();
    let is_filed = step.starts_with("receipt");
    let word = match (row.method.as_str(), step) {
        (_, "concerned") => report(&mut browser).await,
        ("POST", "what" | "where" | "about" | "details" | "who" | "you") => {
            draft(&mut browser).await
        }
        _ => full_draft(&mut browser).await,
    };
    if is_filed {
        send(&mut browser, &word).await;
    }
    if step == "details" || step == "door" {
        // A subject that asks something, and that has a door of its own.
        let about = format!("/fr/file/{word}/about");
        browser.post(&about, &[("listed", "corruption")]).await;
    }
    let mut address = address.replace("{draft}", &word);
    if step == "remove" {
        let page = browser.get(&format!("/fr/file/{word}/files")).await.text();
        let attachment = between(&page, &format!("/fr/file/{word}/files/"), "/remove");
        address = address.replace("{attachment}", &attachment);
    }
    let is_form = row.method == "POST";
    // The address of the draft leads on, and so does every form.
    let leads_on = step == "{draft}" || is_form;
    let mut trial = Trial::at(browser, address, if leads_on { 303 } else { 200 });
    trial.word = word;
    if is_form {
        let fields = STEPS.iter().find(|(name, _)| *name == step);
        trial = trial.with(fields.map_or(&[("declaration", "on")], |(_, fields)| *fields));
    }
    if is_form && step == "what" {
        trial = trial.with(&[("text", "D’autres mots que ceux d’avant.")]);
    }
    if is_form && step == "later" {
        trial = trial.with(&[("email", EMAIL)]);
    }
    if is_form && step == "about" {
        trial = trial.with(&[("listed", "public-lighting")]);
    }
    if is_form && step == "details" {
        trial = trial.with(&[("detail-office", "Guichet 3")]);
    }
    if is_form && step == "door" {
        trial = trial.with(&[("track", "danger")]);
    }
    if is_form && step == "concerned" {
        trial = trial.with(&[("concerned", "Bureau des essais")]);
    }
    if is_form && step == "files" {
        trial.form = Form::File;
    }
    if is_form && step == "verify" {
        trial = trial.with(&[("code", &sent_code(town).await)]);
    }
    trial
}

/// The next day: rows before this one had as many codes sent as one day bears. What waits in the outbox is taken.
pub(crate) async fn codes_may_be_sent(town: &Town) {
    town.clock.advance_days(1);
    town.word_mail(PORTAL).await;
}

/// The code that was sent last.
pub(crate) async fn sent_code(town: &Town) -> String {
    let mails = town.word_mail(PORTAL).await;
    let code = mails
        .iter()
        .rev()
        .find_map(|mail| post_office::code_in(&mail.text));
    code.expect("a code was sent").to_owned()
}

/// The rows of the filer.
async fn followed(
    town: &Town,
    own: &Colleague,
    row: &Row,
    mut browser: Visitor,
    address: &str,
) -> Trial {
    let last = row.path.rsplit('/').next().unwrap();
    if last == "verify" {
        codes_may_be_sent(town).await;
    }
    let (reference, _) = file(&mut browser).await;
    let acts = match last {
        "reply" => asked(),
        "judge" | "reopen" => answered(),
        _ => Vec::new(),
    };
    for what in acts {
        act(town, &own.officer, &reference, what).await;
    }
    let mut address = address.replace("{reference}", &reference);
    if last == "{attachment}" {
        let page = browser.get(&format!("/fr/track/{reference}")).await.text();
        let attachment = between(&page, &format!("/fr/track/{reference}/files/"), "\"");
        address = address.replace("{attachment}", &attachment);
    }
    if last == "{word}" {
        let mails = town.word_mail(PORTAL).await;
        let mail = mails
            .iter()
            .rfind(|mail| mail.text.contains(&reference))
            .unwrap();
        address = format!("/fr/track/{reference}/open/") + &link_word(&mail.text);
    }
    let version = crate::cases::version(town, &own.officer, &reference)
        .await
        .to_string();
    let is_form = row.method == "POST";
    let status = if is_form || last == "{word}" {
        303
    } else {
        200
    };
    let mut trial = Trial::at(browser, address, status);
    if is_form {
        trial = trial.with(&[
            ("version", &version),
            ("reply", "Le poteau 214."),
            ("message", "Toujours éteint."),
            ("reason", "Toujours éteint."),
            ("resolved", "no"),
            ("endpoint", crate::push::ENDPOINT),
            ("public_key", crate::push::PUBLIC_KEY),
            ("auth_secret", crate::push::AUTH_SECRET),
        ]);
    }
    if is_form && last == "files" {
        trial.form = Form::File;
    }
    if is_form && last == "news" {
        trial = trial.with(&[("preferred", "email"), ("language", "fr")]);
    }
    if is_form && last == "verify" {
        trial = trial.with(&[("code", &sent_code(town).await)]);
    }
    trial.reference = reference;
    trial
}

/// The word of the link in a mail.
fn link_word(text: &str) -> String {
    let (_, rest) = text.split_once("/open/").unwrap();
    rest.chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

async fn deliver(town: &Town) -> Uuid {
    let id = Uuid::from_u128(37);
    town.clerks
        .deliver_to_mailbox(Delivered {
            id,
            recipient: EMAIL.to_owned(),
            subject: "Un mot".to_owned(),
            text: "Un mot d’essai.".to_owned(),
            html: String::new(),
            language: "fr".to_owned(),
            at: 0,
        })
        .await
        .unwrap();
    id
}

async fn whoever_holds_what_a_row_asks_for_comes_in_and_others_do_not(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    for row in rows().iter().filter(|row| {
        let who = row.who.as_str();
        !matches!(
            who,
            "staff" | "mail" | "reports" | "calls" | "exchange" | "administration"
        )
    }) {
        let name = format!("{} {}", row.method, row.path);
        let trial = trial(town, &counters, &own, row).await;
        let before = Record::of(town, &trial.reference).await;
        let mut browser = trial.browser.clone();
        if row.token {
            for carries in [Carries::Nothing, Carries::Foreign] {
                let forged = trial.send(&mut browser, &trial.address, carries).await;
                assert_eq!(forged.code(), 403, "{name} with {carries:?} as token");
                let now = Record::of(town, &trial.reference).await;
                assert_eq!(now, before, "{name} with {carries:?} as token");
            }
        }
        others_are_refused(&counters, row, &trial).await;
        let facts = town.facts(&trial.reference).await;
        assert_eq!(facts, before.facts, "{name} by others");
        let before = Record::of(town, &trial.reference).await;
        let answer = trial.send(&mut browser, &trial.address, Carries::Own).await;
        assert_eq!(answer.code(), trial.status, "{name}: {}", answer.text());
        let left = Record::of(town, &trial.reference).await.since(&before);
        assert_eq!(left, row.leaves, "{name}");
    }
}

/// Those who do not hold what the row asks for.
async fn others_are_refused(counters: &Router, row: &Row, trial: &Trial) {
    let name = format!("{} {}", row.method, row.path);
    let mut stranger = Visitor::new(counters).await;
    match row.who.as_str() {
        "anyone" => {}
        "draft link" | "invitation link" => {
            for word in ["a".repeat(32), "mangled".to_owned()] {
                let address = trial.address.replace(&trial.word, &word);
                let answer = trial.send(&mut stranger, &address, Carries::Own).await;
                assert_eq!(answer.code(), 404, "{name} with {word}");
            }
        }
        "case proof" => {
            let unknown = unknown_reference();
            let nowhere = trial.address.replace(&trial.reference, &unknown);
            for has_other in [false, true] {
                if has_other {
                    file(&mut stranger).await;
                }
                let answer = trial
                    .send(&mut stranger, &trial.address, Carries::Own)
                    .await;
                assert_eq!(answer.code(), 303, "{name}");
                let door = format!("/fr/track?reference={}", trial.reference);
                assert!(answer.place().starts_with(&door), "{name}");
                let other = trial.send(&mut stranger, &nowhere, Carries::Own).await;
                assert_eq!(
                    plain(&answer, &trial.reference),
                    plain(&other, &unknown),
                    "{name}: a case tells that it exists"
                );
            }
        }
        "session" => {
            let answer = trial
                .send(&mut stranger, &trial.address, Carries::Own)
                .await;
            assert_eq!(answer.code(), 303, "{name} without a session");
            let place = answer.place();
            assert!(place.starts_with("/fr/desk"), "{name} leads to {place}");
        }
        "account" => {
            let answer = trial
                .send(&mut stranger, &trial.address, Carries::Own)
                .await;
            assert_eq!(answer.code(), 303, "{name} without a session");
            let place = answer.place();
            assert!(place.starts_with("/fr/account/sign-in"), "{name}: {place}");
        }
        who => panic!("nobody is called {who}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_a_route_does_not_take_is_refused_in_words_or_led_to_the_page_of_its_form() {
    let town = tokio::task::spawn_blocking(|| Town::on(chikaya_testkit::Engine::Sqlite))
        .await
        .unwrap();
    let request = Request::delete("/fr/track").body(Body::empty()).unwrap();
    let response = counters(&town).oneshot(request).await.unwrap();
    assert_eq!(response.status().as_u16(), 405);
    assert!(response.headers().contains_key("allow"));
    for (form, page) in [
        ("/fr/track/X/reply", "/fr/track/X"),
        (
            "/fr/desk/case/X/contacts?view=open",
            "/fr/desk/case/X?view=open",
        ),
        (
            "/fr/admin/organisations/onee/switch-off",
            "/fr/admin/organisations/onee",
        ),
    ] {
        let request = Request::get(form).body(Body::empty()).unwrap();
        let response = counters(&town).oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), 303, "{form}");
        assert_eq!(response.headers()["location"], page, "{form}");
    }
    tokio::task::spawn_blocking(move || drop(town))
        .await
        .unwrap();
}
