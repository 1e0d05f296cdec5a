//! The register of an administration at the desk: read, narrowed, printed and taken away.

use chikaya_domain::access::Role;
use chikaya_service::case::act::StaffAct;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{ONEE, act, case, colleague, examined, in_progress},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    a_head_reads_the_register_and_takes_it_away => super::a_head_reads_the_register_and_takes_it_away;
    an_officer_reads_the_register_and_takes_nothing_away => super::an_officer_reads_the_register_and_takes_nothing_away;
    an_auditor_reads_any_register_without_names => super::an_auditor_reads_any_register_without_names;
    what_makes_no_sense_is_said_and_shows_nothing => super::what_makes_no_sense_is_said_and_shows_nothing;
}

async fn fold(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

/// One in progress, one handed on, one new; filed by somebody with a name.
async fn three(town: &Town) -> [String; 3] {
    let own = colleague(town, &counters(town), Role::Officer, town::TIZNIT).await;
    // The clock stands still: what has no position yet came at one instant, in no order.
    let first = case(town, &own.officer, in_progress()).await;
    fold(town).await;
    let second = case(town, &own.officer, examined()).await;
    fold(town).await;
    let third = case(town, &own.officer, Vec::new()).await;
    let transfer = StaffAct::Transfer {
        to: town::organisation_code(ONEE),
        reason: "Le câble est à vous.".to_owned(),
    };
    act(town, &own.officer, &second, transfer).await;
    fold(town).await;
    [first, second, third]
}

async fn a_head_reads_the_register_and_takes_it_away(town: &Town) {
    let cases = three(town).await;
    let mut head = colleague(town, &counters(town), Role::UnitHead, town::TIZNIT).await;
    let desk = head.browser.get("/fr/desk").await;
    desk.says(&["href=\"/fr/desk/register\""]);
    let page = head.browser.get("/fr/desk/register").await;
    page.says(&[
        "Registre",
        "2026/1",
        "2026/2",
        "2026/3",
        "Inscriptions\u{a0}: 3",
        &format!("href=\"/fr/desk/case/{}\"", cases[0]),
        &format!("href=\"/fr/desk/case/{}\"", cases[2]),
        "فاطمة مثال",
    ]);
    let text = page.text();
    // The one that went on stands there, and leads nowhere.
    assert!(text.contains(&cases[1]), "{text}");
    assert!(
        !text.contains(&format!("/desk/case/{}", cases[1])),
        "{text}"
    );
    assert!(text.contains("•••"), "{text}");
    let order: Vec<usize> = cases.iter().map(|case| text.find(case).unwrap()).collect();
    assert!(order.is_sorted(), "{order:?}");

    for (name, form, media_type) in [
        (
            "register.xlsx",
            "Workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("register.csv", "Csv", "text/csv; charset=utf-8"),
        ("register.pdf", "Pdf", "application/pdf"),
    ] {
        let address = format!("/fr/desk/register/{name}?from=2026-01-01&until=2026-12-31");
        let file = head.browser.get(&address).await;
        assert_eq!(file.code(), 200, "{}", file.text());
        assert_eq!(file.headers["content-type"], media_type);
        let text = file.text();
        assert!(text.contains(form), "{text}");
        for case in &cases {
            assert!(text.contains(case.as_str()), "{name}: {text}");
        }
    }
    let open = head
        .browser
        .get("/fr/desk/register/register.csv?state=open");
    let open = open.await.text();
    assert!(
        open.contains(&cases[0]) && !open.contains(&cases[1]),
        "{open}"
    );
    let none = head.browser.get("/fr/desk/register/register.doc").await;
    assert_eq!(none.code(), 404);
    let arabic = head.browser.get("/ar/desk/register").await;
    arabic.says(&["السجل", "عدد التقييدات: 3", "محال"]);
}

async fn an_officer_reads_the_register_and_takes_nothing_away(town: &Town) {
    three(town).await;
    let mut officer = colleague(town, &counters(town), Role::Officer, town::TIZNIT).await;
    let page = officer.browser.get("/fr/desk/register").await;
    page.says(&["2026/3"]);
    assert!(!page.text().contains("register.xlsx"), "{}", page.text());
    let file = officer.browser.get("/fr/desk/register/register.csv").await;
    assert_eq!(file.code(), 403);
    // Another body is none of theirs: what the address asks for is not even looked at.
    let other = officer.browser.get("/fr/desk/register?body=onee").await;
    other.says(&["2026/3"]);
    let mut there = colleague(town, &counters(town), Role::Officer, ONEE).await;
    let page = there.browser.get("/fr/desk/register").await;
    page.says(&["Inscriptions\u{a0}: 1"]);
    let counters = counters(town);
    let administrator = colleague(town, &counters, Role::Administrator, town::TIZNIT);
    let mut administrator = administrator.await;
    let refused = administrator.browser.get("/fr/desk/register").await;
    assert_eq!(refused.code(), 403);
}

async fn an_auditor_reads_any_register_without_names(town: &Town) {
    let cases = three(town).await;
    let mut auditor = colleague(town, &counters(town), Role::Auditor, "reform-authority").await;
    let own = auditor.browser.get("/fr/desk/register").await;
    own.says(&["Aucune inscription pour ce choix."]);
    let address = format!("/fr/desk/register?body={}", town::TIZNIT);
    let page = auditor.browser.get(&address).await;
    page.says(&[
        "Votre rôle ne voit pas qui a déposé.",
        "•••",
        &cases[0],
        &cases[1],
    ]);
    assert!(!page.text().contains("فاطمة"), "{}", page.text());
    let file = format!("/fr/desk/register/register.csv?body={}", town::TIZNIT);
    let file = auditor.browser.get(&file).await.text();
    assert!(
        file.contains(&cases[0]) && !file.contains("فاطمة"),
        "{file}"
    );
    let nobody = auditor.browser.get("/fr/desk/register?body=xyzzyx").await;
    assert_eq!(nobody.code(), 422);
}

async fn what_makes_no_sense_is_said_and_shows_nothing(town: &Town) {
    let cases = three(town).await;
    let mut head = colleague(town, &counters(town), Role::UnitHead, town::TIZNIT).await;
    for query in ["from=demain", "from=2026-05-01&until=2026-04-01"] {
        for path in ["/fr/desk/register", "/fr/desk/register/register.xlsx"] {
            let page = head.browser.get(&format!("{path}?{query}")).await;
            assert_eq!(page.code(), 422, "{path}?{query}");
            assert!(!page.text().contains(&cases[0]), "{path}?{query}");
        }
    }
    let page = head
        .browser
        .get("/fr/desk/register?from=2019-01-01&until=2019-12-31")
        .await;
    page.says(&["Aucune inscription pour ce choix."]);
}
