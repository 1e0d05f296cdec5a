//! What lists at the desk lead back to and mark, and what a form of an act proposes.

use chikaya_domain::{access::Role, reference::Reference};
use chikaya_service::case::file::Filing;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{ONEE, TAFRAOUT, act, asked, case, colleague, consulted},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    what_was_found_for_a_name_is_gone_back_to => super::what_was_found_for_a_name_is_gone_back_to;
    a_question_whose_day_is_over_is_marked => super::a_question_whose_day_is_over_is_marked;
    who_answers_by_the_rules_stands_in_the_field_of_a_transfer => super::who_answers_by_the_rules_stands_in_the_field_of_a_transfer;
    the_page_of_a_case_leads_whoever_gave_an_opinion_to_it => super::the_page_of_a_case_leads_whoever_gave_an_opinion_to_it;
}

async fn what_was_found_for_a_name_is_gone_back_to(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = town.clerks.file(town::filing()).await.unwrap().reference;
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let led = own
        .browser
        .post("/fr/desk/filer", &[("filer", "Fatima")])
        .await;
    let place = led.place().to_owned();
    assert_eq!(place, "/fr/desk/filer?found=yes", "no name in the address");
    let found = own.browser.get(&place).await;
    // Who filed stands in the line, and the case leads back here.
    let case = format!("/fr/desk/case/{reference}?from=filer");
    found.says(&[&format!("href=\"{case}\""), "<bdi>فاطمة مثال</bdi>"]);
    let opened = own.browser.get(&case).await;
    opened.says(&[&format!("data-key=\"back\" href=\"{place}\"")]);
    own.browser.get(&place).await.says(&[reference.as_str()]);

    // The form alone asks for nobody, and another session at the same browser is shown nothing.
    let bare = own.browser.get("/fr/desk/filer").await.text();
    assert!(!bare.contains(reference.as_str()), "{bare}");
    let kept = led.cookie("ck_filer=");
    let (_, value) = kept.split(';').next().unwrap().split_once('=').unwrap();
    let mut again = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    again.browser.take_cookie("ck_filer", value);
    let other = again.browser.get(&place).await.text();
    assert!(!other.contains(reference.as_str()), "{other}");
}

async fn a_question_whose_day_is_over_is_marked(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    // Wanted by 20 March, long before the case is due.
    case(town, &own.officer, asked()).await;
    let mark = "Réponse du déposant attendue jusqu’au vendredi 20 mars";
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let list = own.browser.get("/fr/desk?view=open").await.text();
    assert!(!list.contains(mark), "{list}");
    town.clock.advance_days(12);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    own.browser.get("/fr/desk?view=open").await.says(&[mark]);
}

async fn who_answers_by_the_rules_stands_in_the_field_of_a_transfer(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut wrong = colleague(town, &counters, Role::Officer, TAFRAOUT).await;
    let proposed = "id=\"transfer-to\" name=\"transfer-to\" value=\"";
    let filed = async |organisation: &str| {
        let filing = Filing {
            organisation: Some(town::organisation_code(organisation)),
            ..town::filing()
        };
        let reference = town.clerks.file(filing).await.unwrap().reference;
        format!("/fr/desk/case/{reference}")
    };
    let page = wrong.browser.get(&filed(TAFRAOUT).await).await;
    page.says(&[&format!("{proposed}Commune de Tiznit\"")]);
    // Whoever answers by the rules is proposed nobody.
    let page = own.browser.get(&filed(town::TIZNIT).await).await;
    page.says(&[&format!("{proposed}\"")]);
}

async fn the_page_of_a_case_leads_whoever_gave_an_opinion_to_it(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut asked = colleague(town, &counters, Role::Officer, ONEE).await;
    let mut other = colleague(town, &counters, Role::UnitHead, ONEE).await;
    let reference = case(town, &own.officer, consulted()).await;
    let parsed = Reference::parse(&reference).unwrap();
    let page = town.clerks.desk_page(asked.officer.clone(), parsed).await;
    let consultation = *page.unwrap().page.case.consultations.keys().next().unwrap();
    let opinion = "Le poteau est à nous, le câble à la commune.";
    let given = chikaya_service::case::act::StaffAct::GiveOpinion {
        consultation,
        opinion: opinion.to_owned(),
    };
    act(town, &asked.officer, &reference, given).await;
    let place = format!("/fr/desk/case/{reference}");
    let led = asked.browser.get(&place).await;
    assert_eq!(led.code(), 303);
    asked.browser.get(led.place()).await.says(&[opinion]);
    assert_eq!(other.browser.get(&place).await.code(), 404);
}
