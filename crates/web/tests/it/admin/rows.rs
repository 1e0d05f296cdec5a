//! Every row of the administration pages, tried by every role.

use std::collections::BTreeMap;

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{Colleague, between, colleague},
    desk::added,
    table::{Row, administration_rows},
    visitor::{Answer, Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    every_role_manages_what_its_row_says_and_no_more => super::every_role_manages_what_its_row_says_and_no_more;
}

/// Where the unit, the holiday and the person of these rows are made.
const UNIT: &str = "/fr/admin/organisations/new";
const HOLIDAY: &str = "/fr/admin/calendar/new";

/// What is typed into a form, with what a success answers; nothing typed for a page.
struct Trial {
    address: String,
    fields: Vec<(&'static str, String)>,
    status: u16,
}

impl Trial {
    async fn send(&self, row: &Row, browser: &mut Visitor, carries: Carries) -> Answer {
        if row.method == "GET" {
            return browser.get(&self.address).await;
        }
        let fields: Vec<(&str, &str)> = self
            .fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        browser.post_carrying(&self.address, &fields, carries).await
    }
}

/// The unit that a row is about, each row its own.
fn unit(number: usize) -> Vec<(&'static str, String)> {
    let words = [
        ("kind", "unit"),
        ("name-ar", "وحدة الإنارة"),
        ("name-fr", "Unité éclairage"),
        ("parent-code", town::TIZNIT),
        ("receives", "yes"),
    ];
    let mut fields = vec![("code", format!("sample-unit-{number}"))];
    fields.extend(words.map(|(name, value)| (name, value.to_owned())));
    fields
}

/// The holiday that a row is about, each row its own.
fn holiday(number: usize) -> Vec<(&'static str, String)> {
    let words = [
        ("kind", "exceptional"),
        ("name-ar", "عطلة"),
        ("name-fr", "Repos"),
        ("estimated", "yes"),
    ];
    let mut fields = vec![("day", format!("2026-06-{number:02}"))];
    fields.extend(words.map(|(name, value)| (name, value.to_owned())));
    fields
}

/// A policy for a day to come.
const POLICY: [(&str, &str); 13] = [
    ("version", "2"),
    ("from", "2026-06-01"),
    ("transfer", "10"),
    ("answer", "30"),
    ("unit", "working"),
    ("extends", "yes"),
    ("extension", "15"),
    ("rolls", "yes"),
    ("reopening", "30"),
    ("reopenings", "2"),
    ("closure", "15"),
    ("reminders", "10, 5"),
    ("refusals", "3"),
];

struct Office<'a> {
    town: &'a Town,
    administrator: Visitor,
}

impl Office<'_> {
    /// Makes something through its form, and fails unless it was made.
    async fn make(&mut self, address: &str, fields: Vec<(&'static str, String)>) {
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let made = self.administrator.post(address, &fields).await;
        assert_eq!(made.code(), 303, "{address}: {}", made.text());
    }

    /// What a page of the administration holds between two texts.
    async fn read(&mut self, address: &str, before: &str) -> String {
        let page = self.administrator.get(address).await.text();
        between(&page, before, "\"")
    }

    /// An invitation that nobody used.
    async fn invited(&mut self, number: usize) -> String {
        let email = format!("invited-{number}@portal.test");
        let mut fields = typed("/people/invite").to_vec();
        fields.retain(|(name, _)| *name != "email");
        fields.push(("email", &email));
        let made = self.administrator.post("/fr/admin/people/invite", &fields);
        assert_eq!(made.await.code(), 200);
        let page = self.administrator.get("/fr/admin/people").await.text();
        between(&page, "/fr/admin/people/invitations/", "/withdraw\"")
    }

    /// A message that was given up.
    async fn undelivered(&self) -> String {
        // Invitations of other rows went: what they carry is wiped when they are given up, and cannot be sent again.
        self.town.take_mail("http://portal.test").await;
        self.town.clerks.file(town::filing()).await.unwrap();
        let id = self.town.give_up_message("550 no such mailbox").await;
        id.to_string()
    }

    /// What a row takes, with what it is about made for it.
    async fn trial(&mut self, row: &Row, number: usize) -> Trial {
        let mut address = row.path.replace("{language}", "fr");
        let act = row.path.rsplit('/').next().unwrap();
        if address.contains("{person}") {
            let email = format!("sample-{number}@portal.test");
            let member = self.town.officer(&email, Role::Officer, town::TIZNIT).await;
            address = address.replace("{person}", &member.id.to_string());
        }
        if address.contains("{code}") {
            self.make(UNIT, unit(number)).await;
            address = address.replace("{code}", &format!("sample-unit-{number}"));
        }
        if address.contains("{day}") {
            self.make(HOLIDAY, holiday(number)).await;
            address = address.replace("{day}", &format!("2026-06-{number:02}"));
        }
        if address.contains("{invitation}") {
            address = address.replace("{invitation}", &self.invited(number).await);
        }
        let is_wording = address.contains("/messages/words/");
        if is_wording {
            address = address.replace("{message}", "acknowledgement");
        }
        if address.contains("{message}") {
            address = address.replace("{message}", &self.undelivered().await);
        }
        let mut fields = match (row.method.as_str(), row.path.as_str()) {
            ("GET", _) => Vec::new(),
            (_, "/{language}/admin/organisations/new") => unit(number),
            (_, "/{language}/admin/calendar/new") => holiday(number),
            (_, path) => typed(path)
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        };
        if row.path.ends_with("/{day}") {
            fields.push(("day", format!("2026-06-{number:02}")));
        }
        let (thing, _) = address.rsplit_once('/').unwrap();
        let is_act = matches!(
            act,
            "switch-off" | "switch-on" | "end-sessions" | "renew" | "confirm" | "remove"
        );
        if is_act || (row.method == "POST" && act.starts_with('{') && !is_wording) {
            let page = if is_act { thing } else { address.as_str() };
            let version = "name=\"version.";
            fields.push(("version", self.read(page, version).await));
            if act == "switch-on" {
                let off = fields.clone();
                self.make(&format!("{thing}/switch-off"), off).await;
                fields = vec![("version", self.read(page, version).await)];
            }
        }
        let shows = row.method == "GET"
            || act == "renew"
            || act == "invite"
            || row.path == "/{language}/admin/audit"
            || row.path == "/{language}/admin/sms";
        Trial {
            address,
            fields,
            status: if shows { 200 } else { 303 },
        }
    }
}

/// What is typed into a form that needs nothing made for it.
fn typed(path: &str) -> &'static [(&'static str, &'static str)] {
    match path.trim_start_matches("/{language}/admin") {
        "/people" => &[("words", "sample")],
        "/messages/words/{message}" => &[
            ("part", "sms-acknowledgement"),
            ("words", "Tiznit : dossier bien arrivé"),
        ],
        "/people/invite" => &[
            ("name", "Éva Exemple"),
            ("email", "eva@portal.test"),
            ("role", "officer"),
            ("organisation-code", town::TIZNIT),
            ("language", "fr"),
        ],
        "/people/{person}" => &[
            ("name", "Lamia Sample"),
            ("role", "unit-head"),
            ("organisation-code", town::TIZNIT),
            ("language", "ar"),
        ],
        "/organisations/{code}" => &[
            ("kind", "unit"),
            ("name-ar", "وحدة الإنارة"),
            ("name-fr", "Unité éclairage public"),
            ("parent-code", town::TIZNIT),
            ("receives", "yes"),
        ],
        "/calendar/weekend" => &[("known", "6,7"), ("day-5", "yes"), ("day-6", "yes")],
        "/calendar/worked" => &[("worked-day", "2026-05-02")],
        "/calendar/{day}" => &[
            ("kind", "exceptional"),
            ("name-ar", "عطلة"),
            ("name-fr", "Repos général"),
            ("estimated", "yes"),
        ],
        "/policies/new" => &POLICY,
        _ => &[],
    }
}

async fn every_role_manages_what_its_row_says_and_no_more(town: &Town) {
    let counters = counters(town);
    let mut staff: BTreeMap<Role, Colleague> = BTreeMap::new();
    for role in Role::ALL {
        let someone = colleague(town, &counters, *role, "reform-authority").await;
        staff.insert(*role, someone);
    }
    let mut office = Office {
        town,
        administrator: staff[&Role::Administrator].browser.clone(),
    };
    for (number, row) in administration_rows().iter().enumerate() {
        let name = format!("{} {}", row.method, row.path);
        let trial = office.trial(row, number % 30 + 1).await;
        let before = town.audit().await;
        let mut nobody = Visitor::new(&counters).await;
        let answer = trial.send(row, &mut nobody, Carries::Own).await;
        assert_eq!(answer.code(), 303, "{name} by nobody");
        let place = answer.place();
        assert!(
            place.starts_with("/fr/desk/sign-in"),
            "{name} by nobody: {place}"
        );
        for role in Role::ALL.iter().filter(|role| !row.own.contains(role)) {
            let mut browser = staff[role].browser.clone();
            let answer = trial.send(row, &mut browser, Carries::Own).await;
            assert_eq!(answer.code(), 403, "{name} by {role}");
        }
        for role in &row.own {
            let mut browser = staff[role].browser.clone();
            for carries in [Carries::Nothing, Carries::Foreign] {
                if row.token {
                    let forged = trial.send(row, &mut browser, carries).await;
                    assert_eq!(forged.code(), 403, "{name} with {carries:?} as token");
                }
            }
        }
        assert_eq!(town.audit().await, before, "{name} by others");
        for role in &row.own {
            let before = town.audit().await;
            let mut browser = staff[role].browser.clone();
            let answer = trial.send(row, &mut browser, Carries::Own).await;
            assert_eq!(answer.code(), trial.status, "{name}: {}", answer.text());
            let lines: Vec<String> = added(&before, town.audit().await)
                .iter()
                .map(|line| format!("audit {line}"))
                .collect();
            assert_eq!(lines, row.leaves, "{name} by {role}");
        }
    }
}
