//! Every row of annual reports in the table of routes, tried by every role with the report of its own administration and with
//! another one's.

use std::collections::BTreeMap;

use axum::Router;
use chikaya_domain::{
    Language,
    access::Role,
    annual::{Section, Stage, Verb},
    id::AnnualId,
};
use chikaya_testkit::{Town, town};

use super::{Crew, brought, crew, settle};
use crate::{
    cases::{Colleague, ONEE, colleague},
    desk::added,
    table::{Row, report_rows},
    visitor::{Answer, Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    every_role_does_with_reports_what_its_row_says_and_no_more => super::every_role_does_with_reports_what_its_row_says_and_no_more;
}

struct Scene<'a> {
    town: &'a Town,
    counters: Router,
    crew: Crew,
    /// Someone of each role at the commune.
    staff: BTreeMap<Role, Colleague>,
    /// Who leads the commune, and who the other body.
    heads: [Colleague; 2],
    /// The year of the next report of each.
    years: [i16; 2],
    /// Reports that stand in a stage still.
    kept: BTreeMap<(usize, Stage), AnnualId>,
}

impl Scene<'_> {
    /// A report of the commune (0) or of the other body (1) in a stage.
    async fn standing_at(&mut self, whose: usize, stage: Stage) -> AnnualId {
        if let Some(id) = self.kept.get(&(whose, stage)) {
            return *id;
        }
        let head = self.heads[whose].officer.clone();
        let year = self.years[whose];
        self.years[whose] -= 1;
        let id = brought(self.town, &self.crew, &head, year, stage).await;
        self.kept.insert((whose, stage), id);
        id
    }

    /// The version that a form carries: of a section that of its text, else that of the report.
    async fn version(&self, id: AnnualId, act: &str) -> u32 {
        for head in &self.heads {
            if let Ok(page) = self.town.clerks.annual(head.officer.clone(), id).await {
                return match Section::from_word(act) {
                    None => page.state.version,
                    Some(section) => page
                        .text(section, Language::French)
                        .map_or(0, |text| text.version),
                };
            }
        }
        panic!("somebody reports it");
    }

    /// What is on the record of a report, by words.
    async fn facts(&self, id: Option<AnnualId>) -> Vec<String> {
        let Some(id) = id else {
            return Vec::new();
        };
        // Whoever leads the body sees every fact.
        for head in &self.heads {
            if let Ok(page) = self.town.clerks.annual(head.officer.clone(), id).await {
                let facts = page.facts.iter();
                return facts.map(|line| line.fact.name().to_owned()).collect();
            }
        }
        panic!("somebody reports it");
    }

    async fn send(
        &self,
        row: &Row,
        browser: &mut Visitor,
        id: Option<AnnualId>,
        carries: Carries,
    ) -> Answer {
        let id_word = id.map_or_else(String::new, |id| id.to_string());
        let address = row
            .path
            .replace("{language}", "fr")
            .replace("{report}", &id_word);
        if row.method == "GET" {
            return browser.get(&address).await;
        }
        let version = match id {
            Some(id) => self.version(id, last(row)).await.to_string(),
            None => String::new(),
        };
        let text = format!("Un texte après la version {version}.");
        let fields = [
            ("year", "2024"),
            ("version", version.as_str()),
            ("sure", "yes"),
            ("reasons", "Il manque les tableaux."),
            ("text", text.as_str()),
            ("in", "fr"),
        ];
        browser.post_carrying(&address, &fields, carries).await
    }

    /// Tries a row with the report of one's own administration (0) or another one's (1).
    async fn try_row(&mut self, row: &Row, whose: usize) {
        let listed = if whose == 0 { &row.own } else { &row.other };
        for role in Role::ALL {
            let name = format!("{} {} by {role}, report {whose}", row.method, row.path);
            let mut browser = self.staff[role].browser.clone();
            let is_listed = listed.contains(role);
            let stage = stage(row, *role);
            let id = if row.path.contains("{report}") {
                Some(self.standing_at(whose, stage).await)
            } else {
                None
            };
            let before = (self.facts(id).await, self.town.audit().await);
            if row.token {
                for carries in [Carries::Nothing, Carries::Foreign] {
                    let forged = self.send(row, &mut browser, id, carries).await;
                    assert_eq!(forged.code(), 403, "{name} with {carries:?} as token");
                }
                assert_eq!(self.facts(id).await, before.0, "{name}");
            }
            let answer = self.send(row, &mut browser, id, Carries::Own).await;
            let left = self.facts(id).await[before.0.len()..].to_vec();
            let lines = added(&before.1, self.town.audit().await);
            if !is_listed {
                let sees = id.is_none() || sees(*role, whose);
                assert_eq!(answer.code(), if sees { 403 } else { 404 }, "{name}");
                assert!(
                    left.is_empty() && lines.is_empty(),
                    "{name}: {left:?} {lines:?}"
                );
                continue;
            }
            let success = if row.method == "GET" { 200 } else { 303 };
            assert_eq!(answer.code(), success, "{name}: {}", answer.text());
            let mut leaves: Vec<String> = left;
            leaves.extend(lines.iter().map(|line| format!("audit {line}")));
            let mut expected = row.leaves.clone();
            if id.is_none() && row.method == "POST" {
                // Begun once: whoever comes later is led to it, but for the synthesis, which is another one.
                expected.retain(|leaf| leaf != "begun");
                let is_first = matches!(role, Role::Officer | Role::ReformAuthority);
                expected.retain(|_| is_first);
            }
            assert_eq!(leaves, expected, "{name}");
            let goes_on = Verb::from_word(last(row)).is_some_and(|verb| verb != Verb::Freeze);
            if goes_on {
                self.kept.remove(&(whose, stage));
            }
        }
    }
}

/// The stage in which a role does what a row says.
fn stage(row: &Row, role: Role) -> Stage {
    match (row.method.as_str(), last(row)) {
        ("POST", "take-back" | "transmit") => Stage::Approved,
        ("POST", "return") if role == Role::ReformAuthority => Stage::Forwarded,
        ("POST", "forward" | "return") => Stage::Transmitted,
        ("POST", "accept") => Stage::Forwarded,
        ("POST", "publish") => Stage::Accepted,
        ("GET", part) if Section::from_word(part).is_none() => Stage::Transmitted,
        _ => Stage::Draft,
    }
}

/// Whether a role may know of a report.
fn sees(role: Role, whose: usize) -> bool {
    match role {
        Role::ReformAuthority | Role::HeadOfGovernment | Role::Auditor => true,
        Role::Officer | Role::UnitHead | Role::AdministrationHead => whose == 0,
        Role::Registry | Role::Administrator | Role::CallAgent | Role::CallSupervisor => false,
    }
}

fn last(row: &Row) -> &str {
    row.path.rsplit('/').next().unwrap()
}

async fn every_role_does_with_reports_what_its_row_says_and_no_more(town: &Town) {
    let counters = counters(town);
    settle(town).await;
    let crew = crew(town, &counters).await;
    let mut staff = BTreeMap::new();
    for role in Role::ALL {
        let someone = colleague(town, &counters, *role, town::TIZNIT).await;
        staff.insert(*role, someone);
    }
    let heads = [
        staff[&Role::AdministrationHead].clone(),
        colleague(town, &counters, Role::AdministrationHead, ONEE).await,
    ];
    let mut scene = Scene {
        town,
        counters,
        crew,
        staff,
        heads,
        years: [2023, 2023],
        kept: BTreeMap::new(),
    };
    let rows = report_rows();
    for row in &rows {
        scene.try_row(row, 0).await;
        if row.path.contains("{report}") {
            scene.try_row(row, 1).await;
        }
        let mut nobody = Visitor::new(&scene.counters).await;
        let nowhere = row
            .path
            .contains("{report}")
            .then(|| AnnualId::new(uuid::Uuid::nil()));
        let address = nowhere.map_or_else(String::new, |id| id.to_string());
        let address = row
            .path
            .replace("{language}", "fr")
            .replace("{report}", &address);
        let answer = if row.method == "GET" {
            nobody.get(&address).await
        } else {
            nobody.post(&address, &[("version", "1")]).await
        };
        assert_eq!(answer.code(), 303, "{} by nobody", row.path);
        assert!(
            answer.place().starts_with("/fr/desk/sign-in"),
            "{}",
            row.path
        );
    }
    // What stands in no row is not found.
    let id = scene.standing_at(0, Stage::Draft).await;
    let mut head = scene.heads[0].browser.clone();
    for act in ["write", "remind", "delete", "en.pdf"] {
        let address = format!("/fr/desk/reports/{id}/{act}");
        assert_eq!(
            head.post(&address, &[("version", "1")]).await.code(),
            404,
            "{act}"
        );
        assert_eq!(head.get(&address).await.code(), 404, "{act}");
    }
}
