//! Every row of the desk, tried by every role at every standing.

use std::collections::BTreeMap;

use axum::{Router, body::Bytes};
use chikaya_domain::{
    Language,
    access::{Role, Standing, allows},
    case::{Channel, Consent, Verb},
    id::{AttachmentId, SubjectCode, TerritoryCode},
    owner::Audience,
    reference::{Reference, ReferencePrefix},
};
use chikaya_service::{
    attachment::{Destination, Received},
    case::act::action_of,
    draft::for_someone::{TakenFate, TypedForSomeone},
    staff::{Officer, Password, SignIn},
    token::Token,
};
use chikaya_testkit::{Town, town};
use futures_util::stream;

use crate::{
    calls::wav,
    cases::{
        Colleague, ONEE, REASONS, TAFRAOUT, act, asked, between, by_letter, case_of, colleague,
        consulted, dot, examined, file, in_progress, refused, version,
    },
    table::{Row, rows, staff_rows},
    visitor::{Answer, Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    every_role_does_what_its_cell_says_and_no_more => super::every_role_does_what_its_cell_says_and_no_more;
    the_role_is_judged_before_what_was_typed => super::the_role_is_judged_before_what_was_typed;
    acts_that_stand_in_no_row_are_not_found => super::acts_that_stand_in_no_row_are_not_found;
}

/// A sound that is added to a case.
async fn sound_in(town: &Town, officer: &Officer, reference: &str) -> AttachmentId {
    let parsed = Reference::parse(reference).unwrap();
    let destination = Destination::Desk(Box::new(officer.clone()), parsed, Audience::Filer);
    let sound = stream::iter([Ok::<_, std::convert::Infallible>(Bytes::from(wav(1)))]);
    let added = town.clerks.attach(destination, "note.wav", sound).await;
    added.unwrap();
    first_file(town, officer, reference).await.parse().unwrap()
}

async fn first_file(town: &Town, officer: &Officer, reference: &str) -> String {
    let parsed = Reference::parse(reference).unwrap();
    let page = town.clerks.desk_page(officer.clone(), parsed).await;
    page.unwrap().page.files[0].id.to_string()
}

/// Each standing with an organisation that has it towards the cases below.
const STANDINGS: [(Standing, &str); 3] = [
    (Standing::Own, town::TIZNIT),
    (Standing::Consulted, ONEE),
    (Standing::Other, TAFRAOUT),
];

/// The page that shows a case; who may not take it may not know of the case.
const CASE: &str = "/{language}/desk/case/{reference}";

/// The inbox, which is not for those who see no case: they are led to their own pages.
const INBOX: &str = "/{language}/desk";

struct Scene<'a> {
    town: &'a Town,
    counters: Router,
    own: Colleague,
    staff: BTreeMap<(Role, &'static str), Colleague>,
}

async fn scene(town: &Town) -> Scene<'_> {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut staff = BTreeMap::new();
    for role in Role::ALL {
        for (_, organisation) in STANDINGS {
            let someone = colleague(town, &counters, *role, organisation).await;
            staff.insert((*role, organisation), someone);
        }
    }
    Scene {
        town,
        counters,
        own,
        staff,
    }
}

/// The last part of a row's path.
fn last(row: &Row) -> &str {
    row.path.rsplit('/').next().unwrap()
}

fn listed(row: &Row, role: Role, standing: Standing) -> bool {
    match standing {
        Standing::Own => &row.own,
        Standing::Consulted => &row.consulted,
        Standing::Other => &row.other,
    }
    .contains(&role)
}

impl Scene<'_> {
    /// A case towards which `standing` holds, in a stage in which the row's act is legal; and the row's address.
    async fn prepare(&self, row: &Row, standing: Standing) -> (String, String) {
        let own = &self.own.officer;
        let mut address = row.path.replace("{language}", "fr");
        let reference = if address.contains("{attachment}") {
            let mut filer = Visitor::new(&self.counters).await;
            let (reference, _) = file(&mut filer).await;
            for what in consulted() {
                act(self.town, own, &reference, what).await;
            }
            let page = filer.get(&format!("/fr/track/{reference}")).await.text();
            let attachment = between(&page, &format!("/fr/track/{reference}/files/"), "\"");
            address = address.replace("{attachment}", &attachment);
            reference
        } else if address.contains("{sound}") || last(row) == "transcribe" {
            let acts = match standing {
                Standing::Consulted => consulted(),
                _ => in_progress(),
            };
            let reference = case_of(self.town, own, town::filing(), acts).await;
            let sound = sound_in(self.town, own, &reference).await;
            address = address.replace("{sound}", &sound.to_string());
            reference
        } else if address.contains("{colleague}") {
            let id = own.id.to_string();
            address = address.replace("{colleague}", &id);
            case_of(self.town, own, town::filing(), in_progress()).await
        } else if row.path.ends_with("/postal") && row.method == "POST" {
            case_of(self.town, own, town::filing(), in_progress()).await
        } else if last(row) == "letters.pdf" {
            let clerks = &self.town.clerks;
            if clerks.letters_due(own.clone()).await.unwrap().is_empty() {
                let filing = town::filing_with([by_letter()]);
                case_of(self.town, own, filing, asked()).await;
            }
            String::new()
        } else if !address.contains("{reference}") {
            String::new()
        } else {
            // Whoever wants letters leaves the office something to do.
            let filing = match last(row) {
                "tell" | "letter" => town::filing_with([by_letter()]),
                _ => town::filing(),
            };
            let acts = match (standing, last(row)) {
                (Standing::Consulted, "arbitrate") => [consulted(), refused()].concat(),
                (Standing::Consulted, _) | (_, "give-opinion") => consulted(),
                (_, "examine") => Vec::new(),
                (_, "take-up" | "assign") => examined(),
                (_, "arbitrate") => refused(),
                (_, "tell" | "letter" | "reply") => asked(),
                _ => in_progress(),
            };
            case_of(self.town, own, filing, acts).await
        };
        if last(row) == "take-back-file" {
            self.show_a_file(&reference).await;
        }
        let address = address.replace("{file}", "register.xlsx");
        (address.replace("{reference}", &reference), reference)
    }

    /// The office adds a file for the filer to see.
    async fn show_a_file(&self, reference: &str) {
        let own = Box::new(self.own.officer.clone());
        let desk = Destination::Desk(own, Reference::parse(reference).unwrap(), Audience::Filer);
        let pdf = Ok::<_, std::io::Error>(Bytes::from_static(b"%PDF-1.7\n"));
        let whole = futures_util::stream::iter([pdf]);
        let added = self.town.clerks.attach(desk, "devis.pdf", whole).await;
        assert!(matches!(added, Ok(Received::New)));
    }

    /// What the form of a row holds.
    async fn fields(&self, row: &Row, reference: &str) -> Fields {
        if row.method == "GET" {
            return Fields::default();
        }
        let own = &self.own.officer;
        if row.path.contains("/desk/me") {
            return Fields(own_fields(self.town, last(row)));
        }
        if row.path.contains("{colleague}") {
            let receiver = &self.staff[&(Role::AdministrationHead, town::TIZNIT)];
            let receiver = receiver.officer.id.to_string();
            return Fields(vec![
                ("cases", reference.to_owned()),
                ("receiver", receiver),
            ]);
        }
        if last(row) == "postal" {
            return Fields(vec![("came", reference.to_owned())]);
        }
        if row.path.contains("/desk/new") {
            let text = ("text", "Un mot d’essai.".to_owned());
            return Fields(vec![text, ("version", "1".to_owned())]);
        }
        if last(row) == "filer" {
            return Fields(vec![("filer", "Fatima".to_owned())]);
        }
        let parsed = Reference::parse(reference).unwrap();
        let page = self.town.clerks.desk_page(own.clone(), parsed).await;
        let page = page.unwrap().page;
        let consultation = page
            .case
            .consultations
            .keys()
            .next()
            .map(ToString::to_string)
            .unwrap_or_default();
        let text = |name| (name, "Un mot d’essai.".to_owned());
        let mut fields = match last(row) {
            "ask" => vec![text("question"), ("question-day", "2026-03-20".to_owned())],
            "tell" => vec![("how", "posted".to_owned())],
            "note" => vec![text("note")],
            "transcribe" => vec![
                text("words"),
                ("sound", first_file(self.town, own, reference).await),
            ],
            "reply" => vec![text("reply")],
            "assign" => vec![("officer", own.id.to_string())],
            "classify" => vec![
                ("classify-subject", "waste".to_owned()),
                ("classify-place", TAFRAOUT.to_owned()),
            ],
            "transfer" => vec![text("transfer-reason"), ("transfer-to", ONEE.to_owned())],
            "refuse-competence" => vec![text("refuse-reason"), ("refuse-to", ONEE.to_owned())],
            "arbitrate" => vec![text("arbitrate-reason"), ("arbitrate-to", ONEE.to_owned())],
            "consult" => vec![
                text("consult-question"),
                ("consult-of", TAFRAOUT.to_owned()),
                ("consult-day", "2026-03-30".to_owned()),
            ],
            "give-opinion" => vec![text("opinion"), ("consultation", consultation)],
            "extend" => vec![text("extend-reason")],
            "take-back-file" => vec![
                text("take-back-reason"),
                ("file", page.shown_by_office.first().unwrap().to_string()),
            ],
            "preference" => vec![
                ("preferred", "email".to_owned()),
                ("language", "fr".to_owned()),
                ("consent", "spoken".to_owned()),
            ],
            "answer" => vec![
                ("outcome", "granted".to_owned()),
                ("other-language", "yes".to_owned()),
                ("reasons", REASONS.to_owned()),
            ],
            _ => Vec::new(),
        };
        fields.push((
            "version",
            version(self.town, own, reference).await.to_string(),
        ));
        Fields(fields)
    }

    /// Something that a colleague takes down, of which nothing is missing; for whoever may not, a link to nothing.
    async fn taken_down(&self, role: Role, organisation: &'static str) -> Token {
        let officer = self.staff[&(role, organisation)].officer.clone();
        let page = self.town.clerks.identifiers().bytes();
        let content = taken_down(&officer);
        let begun = self
            .town
            .clerks
            .begin_for_someone(officer, &page, content)
            .await;
        begun.unwrap_or_else(|_| Token::draw(self.town.clerks.identifiers()))
    }

    /// The reference of a case that a colleague filed for someone; for whoever may not, one that is nobody's.
    async fn filed_for_someone(&self, role: Role, organisation: &'static str) -> String {
        let officer = self.staff[&(role, organisation)].officer.clone();
        let token = self.taken_down(role, organisation).await;
        match self.town.clerks.file_for_someone(officer, token, 1).await {
            Ok(TakenFate::Filed(receipt)) => receipt.reference.to_string(),
            _ => unknown_reference(),
        }
    }

    /// Another session of a colleague, by what names it on their own page.
    async fn session(&self, role: Role, organisation: &str) -> String {
        let email = format!("{role}-{organisation}@sample.test");
        let begun = self
            .town
            .clerks
            .sign_in(email, Password::typed(town::PASSWORD))
            .await
            .unwrap();
        let Some(SignIn::Done(token)) = begun else {
            panic!("a sample account signs in with its password alone");
        };
        data_encoding::HEXLOWER.encode(&token.digest())
    }

    /// Tries one cell of the table.
    async fn try_cell(
        &self,
        row: &Row,
        role: Role,
        standing: Standing,
        organisation: &'static str,
    ) {
        let name = format!("{} {} by {role}, {standing}", row.method, row.path);
        let mut browser = self.staff[&(role, organisation)].browser.clone();
        let (mut address, reference) = self.prepare(row, standing).await;
        if address.contains("{draft}") {
            let draft = self.taken_down(role, organisation).await;
            address = address.replace("{draft}", draft.as_str());
        }
        if address.contains("{receipt}") {
            let receipt = self.filed_for_someone(role, organisation).await;
            address = address.replace("{receipt}", &receipt);
        }
        if address.contains("{session}") {
            address = address.replace("{session}", &self.session(role, organisation).await);
        }
        let fields = self.fields(row, &reference).await;
        let is_listed = listed(row, role, standing);
        let before = self.town.facts(&reference).await;
        if is_listed && row.token {
            for carries in [Carries::Nothing, Carries::Foreign] {
                let forged = fields.take(row, &mut browser, &address, carries).await;
                assert_eq!(forged.code(), 403, "{name} with {carries:?} as token");
                assert_eq!(self.town.facts(&reference).await, before, "{name}");
            }
        }
        let audit = self.town.audit().await;
        let answer = fields.take(row, &mut browser, &address, Carries::Own).await;
        let left = match answer.place() {
            place if place.starts_with("/fr/desk/filed/") => {
                self.town.facts(place.rsplit('/').next().unwrap()).await
            }
            _ => self.town.facts(&reference).await[before.len()..].to_vec(),
        };
        let lines = added(&audit, self.town.audit().await);
        if is_listed {
            let is_refused = row.leaves == ["refused by policy"];
            let success = match row.method.as_str() {
                "GET" => 200,
                _ if is_refused => 409,
                // Shown at once: it changes nothing, and stands in no address.
                _ if last(row) == "contacts" => 200,
                // Recovery codes are shown at once and once.
                _ if row.path.ends_with("/me/second-factor") => 200,
                _ if last(row) == "recovery-codes" => 200,
                _ => 303,
            };
            assert_eq!(answer.code(), success, "{name}: {}", answer.text());
            let (on_trail, facts): (Vec<&String>, Vec<&String>) = row
                .leaves
                .iter()
                .filter(|_| !is_refused)
                .partition(|entry| entry.starts_with("audit "));
            assert!(facts.into_iter().eq(&left), "{name} leaves {left:?}");
            if !is_refused {
                let expected = on_trail
                    .into_iter()
                    .map(|entry| entry.trim_start_matches("audit "));
                assert!(expected.eq(&lines), "{name} leaves {lines:?}");
            }
            return;
        }
        assert!(left.is_empty(), "{name} leaves {left:?}");
        let may_see = rows()
            .iter()
            .any(|shown| shown.path == CASE && listed(shown, role, standing));
        if row.path == INBOX {
            match role {
                Role::Administrator => {
                    assert_eq!(answer.place(), "/fr/admin", "{name}");
                    return;
                }
                Role::HeadOfGovernment => {
                    assert_eq!(answer.place(), "/fr/desk/reports", "{name}");
                    return;
                }
                Role::CallAgent | Role::CallSupervisor => {
                    assert_eq!(answer.place(), "/fr/calls", "{name}");
                    return;
                }
                _ => {}
            }
        }
        if may_see || !row.path.contains("{reference}") || row.path.contains("{colleague}") {
            assert_eq!(answer.code(), 403, "{name}");
            return;
        }
        assert_eq!(answer.code(), 404, "{name}");
        assert!(lines.is_empty(), "{name} leaves {lines:?}");
        let unknown = unknown_reference();
        let nowhere = address.replace(&reference, &unknown);
        let other = fields.take(row, &mut browser, &nowhere, Carries::Own).await;
        assert_eq!(
            plain(&answer, &reference),
            plain(&other, &unknown),
            "{name}: a case tells that it exists"
        );
    }
}

/// A filing by the counter, of which nothing is missing.
pub(crate) fn taken_down(officer: &Officer) -> TypedForSomeone {
    let mut typed = TypedForSomeone::new(officer.id, Language::French);
    typed.channel = Some(Channel::Counter);
    typed.consent = Some(Consent::Spoken);
    typed.filing.subject = SubjectCode::parse("public-lighting").ok();
    "Les lampadaires de la rue de l’École sont éteints.".clone_into(&mut typed.filing.text);
    typed.filing.territory = TerritoryCode::parse(town::TIZNIT).ok();
    "Fatima Exemplaire".clone_into(&mut typed.filing.name);
    typed
}

/// What is typed into a form of one's own page.
fn own_fields(town: &Town, form: &str) -> Vec<(&'static str, String)> {
    let password = |name| (name, town::PASSWORD.to_owned());
    match form {
        "me" => vec![
            ("name", "Sample someone".to_owned()),
            ("language", "fr".to_owned()),
            ("version", "1".to_owned()),
        ],
        "notifications" => vec![("reply", "daily".to_owned())],
        "password" => vec![password("present"), password("password"), password("again")],
        "second-factor" => vec![
            password("present"),
            ("secret", SECRET.to_owned()),
            ("code", town.one_time_code(SECRET)),
        ],
        "remove" => vec![password("factor-present")],
        "recovery-codes" => vec![password("codes-present")],
        _ => Vec::new(),
    }
}

/// The secret of a second factor, as an authenticator takes it.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// What is typed into a form; nothing for a page.
#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    async fn take(
        &self,
        row: &Row,
        browser: &mut Visitor,
        address: &str,
        carries: Carries,
    ) -> Answer {
        if row.method == "GET" {
            return browser.get(address).await;
        }
        if last(row) == "files" {
            let picture = dot();
            return browser
                .upload(address, &[("lamp.png", &picture)], carries)
                .await;
        }
        let fields: Vec<(&str, &str)> = self
            .0
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        browser.post_carrying(address, &fields, carries).await
    }
}

/// What is in `after` beyond `before`, both as bags.
pub(crate) fn added(before: &[String], mut after: Vec<String>) -> Vec<String> {
    for line in before {
        let place = after.iter().position(|other| other == line);
        after.remove(place.expect("nothing vanishes from the trail"));
    }
    after
}

/// A reference that is well formed and nobody's.
pub(crate) fn unknown_reference() -> String {
    let prefix = ReferencePrefix::parse("CK").unwrap();
    Reference::draw(&prefix, 2026, 4242).to_string()
}

/// An answer without what differs between two requests in any case.
pub(crate) fn plain(answer: &Answer, reference: &str) -> (u16, String) {
    let request = answer.headers["x-request-id"].to_str().unwrap();
    let text = answer
        .text_without_tokens()
        .replace(request, "REQUEST")
        .replace(reference, "REFERENCE");
    (answer.code(), text)
}

async fn every_role_does_what_its_cell_says_and_no_more(town: &Town) {
    let scene = scene(town).await;
    for row in staff_rows() {
        for (standing, organisation) in STANDINGS {
            if standing != Standing::Own && !row.path.contains("{reference}") {
                continue;
            }
            for role in Role::ALL {
                if let Some(action) = Verb::from_word(last(&row)).and_then(action_of) {
                    assert_eq!(
                        listed(&row, *role, standing),
                        allows(*role, action, standing),
                        "{} {role} {standing}: the table of access says otherwise",
                        row.path
                    );
                }
                scene.try_cell(&row, *role, standing, organisation).await;
            }
        }
        let (address, reference) = scene.prepare(&row, Standing::Own).await;
        let mut nobody = Visitor::new(&scene.counters).await;
        let before = town.facts(&reference).await;
        let answer = if row.method == "GET" {
            nobody.get(&address).await
        } else {
            nobody.post(&address, &[("version", "1")]).await
        };
        assert_eq!(answer.code(), 303, "{} by nobody", row.path);
        let place = answer.place();
        assert!(
            place.starts_with("/fr/desk/sign-in"),
            "{}: {place}",
            row.path
        );
        assert_eq!(town.facts(&reference).await, before, "{}", row.path);
    }
}

async fn acts_that_stand_in_no_row_are_not_found(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::AdministrationHead, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    let rows = rows();
    let has = |start: &str, act: &str| {
        let path = format!("{start}/{act}");
        rows.iter()
            .any(|row| row.method == "POST" && row.path == path)
    };
    let words = Verb::ALL.iter().map(|verb| verb.as_str());
    let before = town.facts(&reference).await;
    for word in words.chain(["delete", "files", "close", "erase"]) {
        if !has("/{language}/desk/case/{reference}", word) {
            let address = format!("/fr/desk/case/{reference}/{word}");
            let answer = own.browser.post(&address, &[("version", "1")]).await;
            assert_eq!(answer.code(), 404, "{word} at the desk");
        }
        if !has("/{language}/track/{reference}", word) {
            let address = format!("/fr/track/{reference}/{word}");
            let answer = filer.post(&address, &[("version", "1")]).await;
            assert_eq!(answer.code(), 404, "{word} by the filer");
        }
    }
    assert_eq!(town.facts(&reference).await, before);
}

async fn the_role_is_judged_before_what_was_typed(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case_of(town, &own.officer, town::filing(), in_progress()).await;
    let case = format!("/fr/desk/case/{reference}");
    let not_theirs = "Votre rôle ne permet pas cette action";
    for role in [Role::Auditor, Role::ReformAuthority] {
        let mut browser = colleague(town, &counters, role, town::TIZNIT).await.browser;
        for name in ["note", "ask", "extend", "give-opinion", "answer"] {
            if action_of(Verb::from_word(name).unwrap())
                .is_some_and(|action| allows(role, action, Standing::Own))
            {
                continue;
            }
            let refused = browser.post(&format!("{case}/{name}"), &[]).await;
            assert_eq!(refused.code(), 403, "{role} {name}");
            refused.says(&[not_theirs]);
        }
        if allows(role, action_of(Verb::Answer).unwrap(), Standing::Own) {
            continue;
        }
        let refused = browser.get(&format!("{case}/answer")).await;
        assert_eq!(refused.code(), 403, "{role}");
        refused.says(&[not_theirs]);
        assert!(!refused.text().contains("restée ouverte longtemps"));
    }
    // Whoever may is told what is missing, in words of the desk.
    let mut browser = own.browser;
    let empty = browser.post(&format!("{case}/note"), &[]).await;
    assert_eq!(empty.code(), 422);
    empty.says(&["Ce champ est vide"]);
    assert!(!empty.text().contains("Répondez à cette question"));
}
