//! Annual reports through their pages: from an administration to everybody, each step by those whose it is.

mod rows;
mod writing;

use axum::Router;
use chikaya_domain::{
    access::Role,
    annual::{LANGUAGES, Stage, Year},
    id::AnnualId,
};
use chikaya_service::{
    annual::{AnnualAct, Document},
    case::file::Filing,
    staff::Officer,
};
use chikaya_testkit::{Town, town};

use crate::{
    cases::{Colleague, ONEE, act, answered, colleague},
    visitor::{Answer, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    a_report_goes_through_its_pages_to_everybody => super::a_report_goes_through_its_pages_to_everybody;
    the_synthesis_is_seen_when_it_is_sent_and_published_when_it_is_approved => super::the_synthesis_is_seen_when_it_is_sent_and_published_when_it_is_approved;
    the_wall_shows_who_has_reported_and_who_has_not => super::the_wall_shows_who_has_reported_and_who_has_not;
    whoever_works_for_the_head_of_government_is_led_to_the_reports => super::whoever_works_for_the_head_of_government_is_led_to_the_reports;
}

/// The body of those who see all reports.
pub(crate) const AUTHORITY: &str = "reform-authority";
const GOVERNMENT: &str = "head-of-government";

/// What an officer writes, in words that stand nowhere else.
const CAUSES: &str = "Le câble de la rue de l’École manque depuis l’hiver, dit vibraphone.";

/// Seven cases of 2026, of which five are answered; then it is 2027.
pub(crate) async fn a_year(town: &Town, counters: &Router) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let officer = colleague(town, counters, Role::Registry, town::TIZNIT).await;
    let officer = Officer {
        role: Role::Officer,
        ..officer.officer
    };
    for number in 0..7 {
        let filing = Filing {
            is_sample: false,
            ..town::filing()
        };
        let receipt = town.clerks.file(filing).await.unwrap();
        let acts = if number < 5 { answered() } else { Vec::new() };
        for what in acts {
            act(town, &officer, receipt.reference.as_str(), what).await;
        }
    }
    town.clock.set(town::instant("2027-01-11T09:00:00Z"));
    settle(town).await;
}

pub(crate) async fn settle(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

/// Those who do something with reports.
pub(crate) struct Crew {
    pub(crate) officer: Colleague,
    pub(crate) head: Colleague,
    pub(crate) government: Colleague,
    pub(crate) authority: Colleague,
    pub(crate) auditor: Colleague,
}

pub(crate) async fn crew(town: &Town, counters: &Router) -> Crew {
    Crew {
        officer: colleague(town, counters, Role::Officer, town::TIZNIT).await,
        head: colleague(town, counters, Role::AdministrationHead, town::TIZNIT).await,
        government: colleague(town, counters, Role::HeadOfGovernment, GOVERNMENT).await,
        authority: colleague(town, counters, Role::ReformAuthority, AUTHORITY).await,
        auditor: colleague(town, counters, Role::Auditor, AUTHORITY).await,
    }
}

/// Brings a new report of a year to a stage, with figures, by the clerks: `head` is who leads the body that reports.
pub(crate) async fn brought(
    town: &Town,
    crew: &Crew,
    head: &Officer,
    year: i16,
    stage: Stage,
) -> AnnualId {
    let clerks = &town.clerks;
    let year = Year::new(year).unwrap();
    let id = clerks.begin_annual(head.clone(), year).await.unwrap();
    let does = async |who: &Officer, what: AnnualAct| {
        let page = clerks.annual(who.clone(), id).await.unwrap();
        clerks
            .act_on_annual(who.clone(), id, page.state.version, what)
            .await
            .unwrap();
    };
    does(head, AnnualAct::Freeze).await;
    if stage == Stage::Draft {
        return id;
    }
    does(head, AnnualAct::Approve).await;
    if stage == Stage::Approved {
        return id;
    }
    let documents = || {
        LANGUAGES
            .iter()
            .map(|language| Document {
                language: *language,
                bytes: format!("%PDF of {language}").into_bytes(),
            })
            .collect()
    };
    let version = async |who: &Officer| {
        let page = clerks.annual(who.clone(), id).await.unwrap();
        page.state.version
    };
    let at = version(head).await;
    clerks
        .transmit_annual(head.clone(), id, at, documents())
        .await
        .unwrap();
    if stage == Stage::Transmitted {
        return id;
    }
    does(&crew.government.officer, AnnualAct::Forward).await;
    if stage == Stage::Forwarded {
        return id;
    }
    let authority = &crew.authority.officer;
    does(authority, AnnualAct::Accept).await;
    if stage == Stage::Accepted {
        return id;
    }
    let at = version(authority).await;
    clerks
        .publish_annual(authority.clone(), id, at, documents(), "")
        .await
        .unwrap();
    id
}

/// A report of last year that everybody can read.
pub(crate) async fn published(town: &Town, counters: &Router) -> AnnualId {
    settle(town).await;
    let crew = crew(town, counters).await;
    brought(town, &crew, &crew.head.officer, 2025, Stage::Published).await
}

/// Sends the form of an act with the version that its page shows.
async fn does(browser: &mut Visitor, place: &str, act: &str, fields: &[(&str, &str)]) -> Answer {
    let version = version(browser, place).await;
    let mut fields = fields.to_vec();
    fields.push(("version", &version));
    browser.post(&format!("{place}/{act}"), &fields).await
}

/// The version that the forms of a page carry.
async fn version(browser: &mut Visitor, place: &str) -> String {
    let page = browser.get(place).await;
    page.between("name=\"version.", "\"")
}

const SURE: (&str, &str) = ("sure", "yes");

async fn a_report_goes_through_its_pages_to_everybody(town: &Town) {
    let counters = counters(town);
    a_year(town, &counters).await;
    let mut crew = crew(town, &counters).await;
    let mut neighbour = colleague(town, &counters, Role::AdministrationHead, ONEE).await;
    let place = written(&mut crew, &mut neighbour).await;
    sent(&mut crew, &place).await;
    returned_and_accepted(&mut crew, &place).await;
    let mut reader = Visitor::new(&counters).await;
    read(&mut crew.authority.browser, &mut reader, &place).await;
    assert_eq!(town.breaks().await, Vec::<String>::new());
}

/// Begins and writes a report, of which others learn nothing; answers where it is.
async fn written(crew: &mut Crew, neighbour: &mut Colleague) -> String {
    let list = "/fr/desk/reports";
    let officer = &mut crew.officer.browser;
    let page = officer.get(list).await;
    page.says(&["Le rapport 2026 n’est pas encore commencé", "Aucun rapport"]);
    let begun = officer.post(list, &[("year", "2026")]).await;
    assert_eq!(begun.code(), 303, "{}", begun.text());
    let place = begun.place().to_owned();
    // A second press, and a colleague's, come to the same report.
    for browser in [&mut *officer, &mut crew.head.browser] {
        let again = browser.post(list, &[("year", "2026")]).await;
        assert_eq!(again.place(), place);
    }
    officer.get(list).await.says(&["En rédaction", &place]);
    let now = officer.post(list, &[("year", "2027")]).await;
    assert_eq!(now.code(), 422, "a year that is not over");

    let section = format!("{place}/causes?in=fr");
    let editor = officer.get(&section).await;
    editor.says(&["lang=\"fr\" dir=\"ltr\"", "name=\"version.0\""]);
    let fields = [("in", "fr"), ("text", CAUSES), ("version", "0")];
    let written = officer.post(&section, &fields).await;
    assert_eq!(written.code(), 303, "{}", written.text());
    officer
        .get(&place)
        .await
        .says(&["dit vibraphone", "Sample officer"]);
    assert_eq!(neighbour.browser.get(&place).await.code(), 404);
    // Others know that there is a report, and not what stands in it.
    for central in [&mut crew.government, &mut crew.authority, &mut crew.auditor] {
        let page = central.browser.get(&place).await;
        assert_eq!(page.code(), 200);
        page.says(&["une fois le rapport envoyé"]);
        assert!(!page.text().contains("vibraphone"));
        let draft = central.browser.get(&format!("{place}/fr.pdf")).await;
        assert_eq!(draft.code(), 404);
    }
    place
}

/// Takes its figures, has it approved and sends it, once.
async fn sent(crew: &mut Crew, place: &str) {
    let officer = &mut crew.officer.browser;
    // Nothing goes on without figures; these are as of the last event.
    assert!(
        !crew
            .head
            .browser
            .get(place)
            .await
            .text()
            .contains("/approve\"")
    );
    let frozen = does(officer, place, "freeze", &[]).await;
    assert_eq!(frozen.code(), 303, "{}", frozen.text());
    officer
        .get(place)
        .await
        .says(&["<b>7</b>", "<b>5</b>", "figures.json"]);
    let draft = officer.get(&format!("{place}/ar.pdf")).await;
    assert_eq!(draft.code(), 200);
    draft.says(&["%PDF", "مشروع"]);
    let figures = officer.get(&format!("{place}/figures.json")).await;
    let figures: serde_json::Value = serde_json::from_slice(&figures.body).unwrap();
    assert_eq!(figures["figures"]["year"], 2026);
    assert_eq!(does(officer, place, "approve", &[]).await.code(), 403);

    let head = &mut crew.head.browser;
    assert_eq!(does(head, place, "approve", &[]).await.code(), 303);
    let unsure = does(head, place, "transmit", &[]).await;
    assert_eq!(unsure.code(), 422);
    unsure.says(&["Cochez la case pour confirmer", "aria-invalid"]);
    let at = version(head, place).await;
    for press in ["first", "second"] {
        let fields = [SURE, ("version", at.as_str())];
        let sent = head.post(&format!("{place}/transmit"), &fields).await;
        assert_eq!(sent.code(), 303, "{press}: {}", sent.text());
    }
    let page = head.get(place).await;
    let sent = page.text();
    assert_eq!(
        sent.matches("Envoyé au Chef du Gouvernement").count(),
        1,
        "{sent}"
    );
}

/// Reads what was sent, sends it back, and has it sent again until it is accepted.
async fn returned_and_accepted(crew: &mut Crew, place: &str) {
    // The Head of Government's people read what was sent, byte for byte, and hand it on.
    let government = &mut crew.government.browser;
    let page = government.get(place).await;
    page.says(&["dit vibraphone", "Empreinte SHA-256"]);
    let paper = government.get(&format!("{place}/fr.pdf")).await;
    paper.says(&["%PDF", "vibraphone"]);
    assert!(!paper.text().contains("Projet"), "{}", paper.text());
    // A workbook of what was sent is no draft, and says where the report is.
    let book = government.get(&format!("{place}/fr.xlsx")).await;
    book.says(&["Chez le Chef du Gouvernement, depuis le lundi 11 janvier 2027"]);
    assert!(!book.text().contains("Projet"), "{}", book.text());
    assert_eq!(paper.headers["content-type"], "application/pdf");
    assert_eq!(
        does(government, place, "forward", &[SURE]).await.code(),
        303
    );

    // It comes back with reasons, is completed and sent again.
    let authority = &mut crew.authority.browser;
    let why = does(authority, place, "return", &[("reasons", " ")]).await;
    assert_eq!(why.code(), 422);
    why.says(&["Écrivez ce qui manque au rapport"]);
    let returned = does(
        authority,
        place,
        "return",
        &[("reasons", "Les moyens manquent.")],
    )
    .await;
    assert_eq!(returned.code(), 303);
    let officer = &mut crew.officer.browser;
    officer
        .get(place)
        .await
        .says(&["Renvoyé pour ces motifs", "Les moyens manquent."]);
    let again = officer.get(&format!("{place}/fr.pdf?sent=yes")).await;
    assert_eq!(again.body, paper.body, "what was sent stays what it was");
    let section = format!("{place}/unit?in=fr");
    let fields = [("in", "fr"), ("text", "Trois agents."), ("version", "0")];
    assert_eq!(officer.post(&section, &fields).await.code(), 303);
    let head = &mut crew.head.browser;
    assert_eq!(does(head, place, "approve", &[]).await.code(), 303);
    assert_eq!(does(head, place, "transmit", &[SURE]).await.code(), 303);
    assert_eq!(
        does(government, place, "forward", &[SURE]).await.code(),
        303
    );
    assert_eq!(does(authority, place, "accept", &[SURE]).await.code(), 303);
}

/// Publishes it, and reads it as everybody does.
async fn read(authority: &mut Visitor, reader: &mut Visitor, place: &str) {
    // Nobody else reads it until it is published.
    reader.get("/fr/reports").await.says(&["Aucun rapport"]);
    let id = place.rsplit('/').next().unwrap();
    let file = format!("/fr/reports/{id}/fr.pdf");
    assert_eq!(reader.get(&file).await.code(), 404);
    // Whoever publishes reads first what everybody will read.
    let preview = format!("{place}/fr.pdf?edition=everybody");
    authority
        .get(place)
        .await
        .says(&["Tel que tout le monde le lira", &preview]);
    let preview = authority.get(&preview).await;
    assert_eq!(preview.code(), 200);
    preview.says(&["Édition publique, non publiée", "Pour le public"]);
    assert_eq!(does(authority, place, "publish", &[SURE]).await.code(), 303);
    let gone = authority
        .get(&format!("{place}/fr.pdf?edition=everybody"))
        .await;
    assert_eq!(gone.code(), 404, "it is published");
    let page = reader.get("/ar/reports?year=2026").await;
    page.says(&["التقرير السنوي", "2026", "العربية", "Français"]);
    let found = reader.get(&file).await;
    assert_eq!(found.code(), 200);
    let tag = found.headers["etag"].to_str().unwrap().to_owned();
    page.says(&[tag.trim_matches('"')]);
    assert_eq!(found.headers["cache-control"], "public, no-cache");
    assert_eq!(
        found.headers["content-security-policy"],
        "default-src 'none'; sandbox"
    );
    let known = reader.get_with(&file, &[("if-none-match", &tag)]).await;
    assert_eq!((known.code(), known.body.len()), (304, 0));
    assert_eq!(
        reader.get(&file.replace("fr.pdf", "en.pdf")).await.code(),
        404
    );
}

async fn the_synthesis_is_seen_when_it_is_sent_and_published_when_it_is_approved(town: &Town) {
    let counters = counters(town);
    a_year(town, &counters).await;
    let mut crew = crew(town, &counters).await;
    let list = "/fr/desk/reports";
    let authority = &mut crew.authority.browser;
    authority
        .get(list)
        .await
        .says(&["Commencer la synthèse 2026"]);
    let begun = authority.post(list, &[("year", "2026")]).await;
    let place = begun.place().to_owned();
    let none = "Il n’y a pas encore de synthèse à lire";
    crew.government.browser.get(list).await.says(&[none]);
    assert_eq!(crew.government.browser.get(&place).await.code(), 404);
    assert_eq!(crew.officer.browser.get(&place).await.code(), 404);
    // A synthesis tells of no unit.
    assert_eq!(authority.get(&format!("{place}/unit")).await.code(), 404);
    assert_eq!(does(authority, &place, "freeze", &[]).await.code(), 303);
    assert_eq!(
        does(authority, &place, "transmit", &[SURE]).await.code(),
        303
    );
    let government = &mut crew.government.browser;
    government
        .get(list)
        .await
        .says(&["Synthèse nationale 2026", &place]);
    assert_eq!(does(government, &place, "approve", &[]).await.code(), 303);
    // No report of the year is accepted: it is published with reasons alone, which everybody reads.
    authority
        .get(&place)
        .await
        .says(&["acceptés\u{a0}: 0 sur", "envoyés\u{a0}: 0"]);
    let unasked = does(authority, &place, "publish", &[SURE]).await;
    assert_eq!(unasked.code(), 422);
    unasked.says(&["écrivez pourquoi la synthèse est publiée malgré cela"]);
    let why = ("reasons", "Première année du portail.");
    let published = does(authority, &place, "publish", &[SURE, why]).await;
    assert_eq!(published.code(), 303);
    authority.get(&place).await.says(&[why.1]);
    let mut reader = Visitor::new(&counters).await;
    reader.get("/fr/reports").await.says(&[
        "Synthèse nationale 2026",
        "aucun rapport d’une administration sur l’année n’était accepté",
        why.1,
    ]);
}

async fn the_wall_shows_who_has_reported_and_who_has_not(town: &Town) {
    let counters = counters(town);
    settle(town).await;
    let mut crew = crew(town, &counters).await;
    let head = crew.head.officer.clone();
    brought(town, &crew, &head, 2025, Stage::Transmitted).await;
    let auditor = &mut crew.auditor.browser;
    let page = auditor.get("/fr/desk/reports").await;
    page.says(&[
        "Qui a rendu son rapport 2025",
        "Rapports envoyés\u{a0}: 1 sur",
        "Pas commencé",
    ]);
    let next = page.link("/fr/desk/reports?year=2025&#38;page=2");
    let next = auditor.get(&next.replace("&#38;", "&")).await;
    next.says(&["Page précédente"]);
    let sent = "/fr/desk/reports?year=2025&stage=transmitted";
    let page = auditor.get(sent).await;
    page.says(&["Commune de Tiznit"]);
    assert_eq!(page.text().matches("scope=\"row\"><a").count(), 1);
    let page = auditor
        .get("/fr/desk/reports?year=2025&kind=commune&q=tafraout")
        .await;
    page.says(&["Tafraout"]);
    assert!(!page.text().contains("Commune de Tiznit"));
    let page = auditor
        .get("/fr/desk/reports?year=2025&stage=published")
        .await;
    page.says(&["Aucune administration ne correspond"]);
    // Another year has a wall of its own, and nonsense is the year that is due.
    let page = auditor.get("/fr/desk/reports?year=2024").await;
    page.says(&["Rapports envoyés\u{a0}: 0 sur"]);
    let page = auditor
        .get("/fr/desk/reports?year=1&page=0&stage=x&kind=y")
        .await;
    page.says(&["Qui a rendu son rapport 2025"]);
    let file = auditor
        .get("/fr/desk/reports/wall.csv?year=2025&stage=transmitted")
        .await;
    let lines: Vec<String> = file.text().lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "\u{feff}year,code,kind,name,stage,since");
    assert_eq!(lines.len(), 2, "{lines:?}");
    let line = format!(
        "2025,{},commune,Commune de Tiznit,transmitted,2026-",
        town::TIZNIT
    );
    assert!(lines[1].starts_with(&line), "{lines:?}");
    let refused = crew.officer.browser.get("/fr/desk/reports/wall.csv").await;
    assert_eq!(refused.code(), 403);
}

async fn whoever_works_for_the_head_of_government_is_led_to_the_reports(town: &Town) {
    let counters = counters(town);
    settle(town).await;
    let mut government = colleague(town, &counters, Role::HeadOfGovernment, GOVERNMENT).await;
    let led = government.browser.get("/fr/desk").await;
    assert_eq!((led.code(), led.place()), (303, "/fr/desk/reports"));
    let wall = government.browser.get("/fr/desk/reports").await;
    assert!(
        !wall.text().contains("role=\"search\""),
        "there is no case to look for"
    );
    let me = government.browser.get("/fr/desk/me").await;
    me.says(&["/fr/desk/reports", "Services du Chef du Gouvernement"]);
    // Whoever has no reports to see finds no way to them.
    let mut registry = colleague(town, &counters, Role::Registry, town::TIZNIT).await;
    let desk = registry.browser.get("/fr/desk").await;
    assert!(!desk.text().contains("/desk/reports"));
    assert_eq!(registry.browser.get("/fr/desk/reports").await.code(), 403);
    let mut officer = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    officer
        .browser
        .get("/fr/desk")
        .await
        .says(&["/fr/desk/reports"]);
}
