//! The rows of signing in: password, second factor, invitation.

use axum::Router;
use chikaya_domain::{Language, access::Role};
use chikaya_service::staff::{NewStaff, Password};
use chikaya_testkit::{Town, town};

use crate::{
    cases::{between, colleague},
    table::Row,
    trial::Trial,
    visitor::Visitor,
};

/// The address of an account that must set up a second factor.
const AUDITOR: &str = "auditor@example.org";

/// The rows of signing in.
pub(crate) async fn signing_in(
    town: &Town,
    counters: &Router,
    row: &Row,
    mut browser: Visitor,
    address: &str,
) -> Trial {
    let known = colleague(town, counters, Role::Registry, town::TIZNIT).await;
    let sample = format!("registry-{}@sample.test", town::TIZNIT);
    match (
        row.method.as_str(),
        row.path.trim_start_matches("/{language}/desk"),
    ) {
        ("POST", "/sign-in") => Trial::at(browser, address, 303)
            .with(&[("email", &sample), ("password", town::PASSWORD)]),
        ("POST", "/sign-out") => Trial::at(known.browser, address, 303).with(&[]),
        (method, "/invitation/{word}") => {
            let word = invitation(town).await;
            let address = address.replace("{word}", &word);
            let is_form = method == "POST";
            let mut trial = Trial::at(browser, address, if is_form { 303 } else { 200 });
            trial.word = word;
            if is_form {
                trial = trial.with(&[
                    ("name", "Sample administrator"),
                    ("email", "admin@example.org"),
                    ("password", town::PASSWORD),
                    ("again", town::PASSWORD),
                ]);
            }
            trial
        }
        (method, path) => {
            make_auditor(town).await;
            let fields = [("email", AUDITOR), ("password", town::PASSWORD)];
            let begun = browser.post("/fr/desk/sign-in", &fields).await;
            assert_eq!(begun.place(), "/fr/desk/second-factor/set-up");
            let page = browser.get("/fr/desk/second-factor/set-up").await.text();
            let secret = between(&page, "name=\"secret\" value=\"", "\"");
            let code = town.one_time_code(&secret);
            if method == "GET" {
                return Trial::at(browser, address, 200);
            }
            let enrolment = [("secret", secret.as_str()), ("code", code.as_str())];
            if path == "/second-factor/set-up" {
                return Trial::at(browser, address, 200).with(&enrolment);
            }
            let page = browser
                .post("/fr/desk/second-factor/set-up", &enrolment)
                .await
                .text();
            let recovery = between(&page, "<li><span class=\"ref\">", "</span>");
            let begun = browser.post("/fr/desk/sign-in", &fields).await;
            assert_eq!(begun.place(), "/fr/desk/second-factor");
            Trial::at(browser, address, 303).with(&[("code", &recovery)])
        }
    }
}

/// An invitation for an account.
async fn invitation(town: &Town) -> String {
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || clerks.invite_first_administrator(Language::French))
        .await
        .unwrap()
        .unwrap()
        .expect("there is no administrator yet")
        .as_str()
        .to_owned()
}

/// The account that signs in for the first time; each row that needs one starts anew.
async fn make_auditor(town: &Town) {
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || {
        let password = Password::choose(town::PASSWORD, AUDITOR).unwrap();
        if clerks.reset_password(AUDITOR, &password).is_err() {
            let new = NewStaff {
                email: AUDITOR.to_owned(),
                name: "Sample auditor".to_owned(),
                role: Role::Auditor,
                organisation: town::organisation_code("reform-authority"),
                unit: None,
                language: Language::French,
            };
            clerks.create_staff(new, &password).unwrap();
        }
    })
    .await
    .unwrap();
}
