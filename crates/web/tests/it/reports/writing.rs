//! Sections as they are written: nothing that was typed is lost.

use chikaya_domain::{access::Role, annual::Stage};
use chikaya_testkit::{Town, town};

use super::{AUTHORITY, brought, crew, does, settle};
use crate::{
    cases::colleague,
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    two_windows_on_one_section_lose_nothing => super::two_windows_on_one_section_lose_nothing;
    what_is_too_long_or_comes_too_late_stands_there_again => super::what_is_too_long_or_comes_too_late_stands_there_again;
    a_section_outlives_the_session_of_its_writer => super::a_section_outlives_the_session_of_its_writer;
    reasons_that_come_too_late_stand_there_again => super::reasons_that_come_too_late_stand_there_again;
}

async fn draft(town: &Town, browser: &mut Visitor) -> String {
    settle(town).await;
    let begun = browser.post("/fr/desk/reports", &[("year", "2025")]).await;
    begun.place().to_owned()
}

async fn two_windows_on_one_section_lose_nothing(town: &Town) {
    let counters = counters(town);
    let mut one = colleague(town, &counters, Role::Officer, town::TIZNIT)
        .await
        .browser;
    let mut two = colleague(town, &counters, Role::UnitHead, town::TIZNIT)
        .await
        .browser;
    let place = draft(town, &mut one).await;
    let section = format!("{place}/quality?in=ar");
    for browser in [&mut one, &mut two] {
        let page = browser.get(&section).await;
        page.says(&["name=\"version.0\"", "lang=\"ar\" dir=\"rtl\""]);
    }
    let typed = |text| [("in", "ar"), ("text", text), ("version", "0")];
    let first = one.post(&section, &typed("الآجال قصيرة.")).await;
    assert_eq!(first.code(), 303, "{}", first.text());
    let second = two.post(&section, &typed("الآجال طويلة.")).await;
    assert_eq!(second.code(), 409);
    second.says(&[
        "الآجال قصيرة.",
        "الآجال طويلة.",
        "name=\"version.1\"",
        "entre-temps",
    ]);
    // What the other window holds was not written over.
    assert!(!one.get(&place).await.text().contains("طويلة"));
    // Whoever has read it may, knowingly.
    let fields = [("in", "ar"), ("text", "الآجال طويلة."), ("version", "1")];
    assert_eq!(two.post(&section, &fields).await.code(), 303);
    let page = one.get(&place).await;
    page.says(&["الآجال طويلة.", "version 2"]);
    // The French text of the section is another one.
    one.get(&format!("{place}/quality?in=fr"))
        .await
        .says(&["name=\"version.0\""]);
    // A second press says nothing twice.
    assert_eq!(two.post(&section, &fields).await.code(), 303);
    assert!(!one.get(&place).await.text().contains("version 3"));
}

async fn what_is_too_long_or_comes_too_late_stands_there_again(town: &Town) {
    let counters = counters(town);
    settle(town).await;
    let mut crew = crew(town, &counters).await;
    let head = crew.head.officer.clone();
    let id = brought(town, &crew, &head, 2025, Stage::Draft).await;
    let place = format!("/fr/desk/reports/{id}");
    let section = format!("{place}/overview?in=fr");
    let officer = &mut crew.officer.browser;
    let long = "à ".repeat(10_001);
    let fields = [("in", "fr"), ("text", long.as_str()), ("version", "0")];
    let refused = officer.post(&section, &fields).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["à à à", "text-error"]);
    assert_eq!(
        does(&mut crew.head.browser, &place, "approve", &[])
            .await
            .code(),
        303
    );
    let fields = [
        ("in", "fr"),
        ("text", "Trop tard, dit saxophone."),
        ("version", "0"),
    ];
    let late = officer.post(&section, &fields).await;
    assert_eq!(late.code(), 409);
    late.says(&[
        "Trop tard, dit saxophone.",
        "n’est plus en rédaction",
        "readonly",
    ]);
    // Whoever never writes is told so.
    let refused = crew.auditor.browser.post(&section, &fields).await;
    assert_eq!(refused.code(), 403);
}

async fn a_section_outlives_the_session_of_its_writer(town: &Town) {
    let counters = counters(town);
    let mut browser = colleague(town, &counters, Role::Officer, town::TIZNIT)
        .await
        .browser;
    let place = draft(town, &mut browser).await;
    let section = format!("{place}/causes?in=ar");
    town.clock.advance_days(1);
    let fields = [
        ("in", "ar"),
        ("text", "كتبت هذا خلال ساعة."),
        ("version", "0"),
    ];
    let led = browser.post(&section, &fields).await;
    assert_eq!(led.code(), 303);
    let door = led.place().to_owned();
    assert!(door.starts_with("/fr/desk/sign-in?to="), "{door}");
    let email = format!("{}-{}@sample.test", Role::Officer, town::TIZNIT);
    let back = browser
        .post(&door, &[("email", &email), ("password", town::PASSWORD)])
        .await;
    assert_eq!(back.place(), section);
    let page = browser.get(&section).await;
    page.says(&[
        "كتبت هذا خلال ساعة.",
        "Votre session était terminée",
        "dir=\"rtl\"",
    ]);
    assert_eq!(browser.post(&section, &fields).await.code(), 303);
    let page = browser.get(&section).await;
    page.says(&["كتبت هذا خلال ساعة.", "name=\"version.1\""]);
    assert!(!page.text().contains("Votre session était terminée"));
}

async fn reasons_that_come_too_late_stand_there_again(town: &Town) {
    let counters = counters(town);
    settle(town).await;
    let mut crew = crew(town, &counters).await;
    let mut other = colleague(town, &counters, Role::HeadOfGovernment, AUTHORITY).await;
    let head = crew.head.officer.clone();
    let id = brought(town, &crew, &head, 2025, Stage::Transmitted).await;
    let place = format!("/fr/desk/reports/{id}");
    let version = super::version(&mut crew.government.browser, &place).await;
    let sent = does(&mut other.browser, &place, "forward", &[("sure", "yes")]).await;
    assert_eq!(sent.code(), 303);
    let fields = [
        ("reasons", "Il manque les tableaux, dit hautbois."),
        ("version", version.as_str()),
    ];
    let late = crew
        .government
        .browser
        .post(&format!("{place}/return"), &fields)
        .await;
    assert_eq!(late.code(), 409);
    late.says(&["dit hautbois", "Quelqu’un a modifié ce rapport"]);
}
