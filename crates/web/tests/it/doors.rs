//! The two short doors as people meet them: whom to ring, what protects and what does not, a report without a name; and
//! at the desk no page that shows a word of it to those who may not know that it is there.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{EMAIL, TAFRAOUT, WORDS, between, colleague, dot, draft, report, send},
    desk::{plain, unknown_reference},
    public::{codes_may_be_sent, sent_code},
    visitor::{Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    the_doors_stand_on_the_first_page_and_on_the_first_step => super::the_doors_stand_on_the_first_page_and_on_the_first_step;
    a_danger_is_rung_before_it_is_reported => super::a_danger_is_rung_before_it_is_reported;
    a_report_asks_for_no_name_and_promises_nothing => super::a_report_asks_for_no_name_and_promises_nothing;
    a_name_is_left_by_whoever_asks_for_that => super::a_name_is_left_by_whoever_asks_for_that;
    a_contact_is_left_without_a_name => super::a_contact_is_left_without_a_name;
    a_dangerous_subject_leads_to_the_numbers_and_to_the_urgent_way => super::a_dangerous_subject_leads_to_the_numbers_and_to_the_urgent_way;
    corruption_becomes_a_report_with_its_words_and_no_name => super::corruption_becomes_a_report_with_its_words_and_no_name;
    an_account_tells_a_report_nothing => super::an_account_tells_a_report_nothing;
    at_the_desk_a_report_is_a_case_that_does_not_exist => super::at_the_desk_a_report_is_a_case_that_does_not_exist;
}

const AUTHORITY: &str = "reform-authority";

/// A word of the report that stands nowhere else: see [`WORDS`].
const WORD: &str = "xylophone";

/// The office that the report names.
const CONCERNED: &str = "Bureau Glockenspiel";

async fn the_doors_stand_on_the_first_page_and_on_the_first_step(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    for language in ["ar", "fr", "en", "zgh"] {
        for page in ["/", "/file"] {
            let page = browser.get(&format!("/{language}{page}")).await;
            page.says(&[
                &format!("href=\"/{language}/danger\""),
                &format!("href=\"/{language}/wrongdoing\""),
            ]);
        }
    }
}

async fn a_danger_is_rung_before_it_is_reported(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let page = browser.get("/ar/danger").await;
    page.says(&[
        "href=\"tel:19\"",
        "href=\"tel:177\"",
        "href=\"tel:15\"",
        "href=\"tel:2511\"",
    ]);
    let text = page.text();
    assert!(text.find("tel:19") < text.find("<form method=\"post\""));
    let begun = browser.post("/fr/danger", &[]).await;
    let word = begun.place().split('/').nth(3).unwrap().to_owned();
    for (step, fields) in [
        ("what", &[("text", WORDS)][..]),
        ("where", &[("territory", town::TIZNIT)][..]),
        ("about", &[("subject", "unknown")][..]),
        ("who", &[("organisation", town::TIZNIT)][..]),
        ("you", &[("category", "anonymous")][..]),
    ] {
        let step = format!("/fr/file/{word}/{step}");
        assert_eq!(browser.post(&step, fields).await.code(), 303, "{step}");
    }
    let reference = sent(&mut browser, &word).await;
    let counters = counters(town);
    let mut officer = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    town.clerks.place_events().await.unwrap();
    for address in [
        "/fr/desk".to_owned(),
        "/fr/desk?view=urgent".to_owned(),
        format!("/fr/desk/case/{reference}"),
    ] {
        let page = officer.browser.get(&address).await;
        page.says(&[&reference, "Urgent</span>"]);
    }
}

/// Sends a draft; answers the reference that its receipt shows.
async fn sent(browser: &mut Visitor, word: &str) -> String {
    assert_eq!(send(browser, word).await.code(), 303);
    let receipt = browser.get(&format!("/fr/file/{word}/receipt")).await;
    between(&receipt.text(), "/fr/track/", "\"")
}

/// A report with a file, sent; its reference.
async fn reported(browser: &mut Visitor) -> String {
    let word = report(browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    for (step, fields, next) in [
        ("what", &[("text", WORDS)][..], "where"),
        ("where", &[("territory", town::TIZNIT)][..], "concerned"),
        ("concerned", &[("concerned", CONCERNED)][..], "you"),
        ("you", &[("category", "anonymous")][..], "check"),
    ] {
        let kept = browser.post(&at(step), fields).await;
        assert_eq!(kept.place(), at(next), "{step}");
    }
    let picture = dot();
    browser
        .upload(&at("files"), &[("lamp.png", &picture)], Carries::Own)
        .await;
    sent(browser, &word).await
}

async fn a_report_asks_for_no_name_and_promises_nothing(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let page = browser.get("/fr/wrongdoing").await;
    page.says(&["tel:0537718888", "tabligh-fassad.inpplc.ma", "ni chiffré"]);
    let word = report(&mut browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    let you = browser.get(&at("you")).await;
    for field in ["name", "email", "phone", "address", "identity-number"] {
        let field = format!("name=\"{field}\"");
        assert!(!you.text().contains(&field), "{field}");
    }
    you.says(&["value=\"anonymous\"", "?named=yes"]);
    browser.post(&at("what"), &[("text", WORDS)]).await;
    browser.post(&at("where"), &[]).await;
    let long = "x".repeat(400);
    let refused = browser
        .post(&at("concerned"), &[("concerned", &long)])
        .await;
    assert_eq!(refused.code(), 422);
    browser
        .post(&at("concerned"), &[("concerned", CONCERNED)])
        .await;
    browser.post(&at("you"), &[("category", "anonymous")]).await;
    let check = browser.get(&at("check")).await;
    check.says(&[CONCERNED, "Lu d’abord par", "Gardez les deux"]);
    assert!(!check.text().contains("/who?then"));
    let reference = sent(&mut browser, &word).await;
    let receipt = browser.get(&at("receipt")).await;
    receipt.says(&["Lu d’abord par", "Peu de personnes", "Sans votre nom"]);
    for hidden in [WORD, CONCERNED] {
        assert!(!receipt.text().contains(hidden), "{hidden}");
    }
    // Whoever holds the receipt reads the words.
    let case = browser.get(&format!("/fr/track/{reference}")).await;
    case.says(&[WORD, CONCERNED]);
}

async fn a_name_is_left_by_whoever_asks_for_that(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = report(&mut browser).await;
    let you = format!("/fr/file/{word}/you");
    let link = browser.get(&you).await.link(&format!("{you}?named"));
    let form = browser.get(&link).await;
    form.says(&["name=\"email\"", "value=\"person\" checked"]);
    let fields = [
        ("category", "person"),
        ("name", "Fatima Exemplaire"),
        ("preferred", "nothing"),
    ];
    assert_eq!(browser.post(&link, &fields).await.code(), 303);
    browser.get(&you).await.says(&["Fatima Exemplaire"]);
}

async fn a_contact_is_left_without_a_name(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let fields = [
        ("category", "person"),
        ("preferred", "email"),
        ("email", EMAIL),
    ];
    // Whoever wants an answer says who they are.
    let word = draft(&mut browser).await;
    let you = format!("/fr/file/{word}/you");
    let refused = browser.post(&you, &fields).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["Écrivez votre nom"]);
    let word = report(&mut browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&at("what"), &[("text", WORDS)]).await;
    browser.post(&at("where"), &[]).await;
    browser.post(&at("concerned"), &[]).await;
    let you = at("you?named=yes");
    browser.get(&you).await.says(&["(facultatif)"]);
    let nothing = browser.post(&you, &fields[..2]).await;
    assert_eq!(nothing.code(), 422);
    nothing.says(&["Écrivez un nom ou un contact"]);
    let kept = browser.post(&you, &fields).await;
    assert_eq!(kept.place(), at("verify"));
    browser
        .get(&at("check"))
        .await
        .says(&["<bdi>Non indiqué</bdi>", EMAIL]);
    let reference = sent(&mut browser, &word).await;
    let counters = counters(town);
    let mut reader = colleague(town, &counters, Role::AdministrationHead, AUTHORITY).await;
    let page = reader
        .browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await;
    assert_eq!(page.code(), 200);
    assert!(!page.text().contains("Nom et prénom"));
}

async fn a_dangerous_subject_leads_to_the_numbers_and_to_the_urgent_way(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    let words = "خيط الضو مقطوع وطايح فالأرض قدام المدرسة عتقونا";
    browser.post(&at("what"), &[("text", words)]).await;
    browser
        .post(&at("where"), &[("territory", town::TIZNIT)])
        .await;
    let page = browser.get(&at("about")).await;
    page.says(&[&format!("{}?door=danger", at("door"))]);
    let on = browser
        .post(&at("about"), &[("subject", "dangerous-cable")])
        .await;
    assert_eq!(on.place(), at("door"));
    for language in ["ar", "fr", "en", "zgh"] {
        let door = browser.get(&format!("/{language}/file/{word}/door")).await;
        door.says(&[
            "href=\"tel:19\"",
            "href=\"tel:15\"",
            "value=\"danger\"",
            "value=\"ordinary\"",
        ]);
    }
    // Whoever says no goes on as before.
    let on = browser.post(&at("door"), &[("track", "ordinary")]).await;
    assert_eq!(on.place(), at("details"));
    browser
        .post(&at("about?then=check"), &[("listed", "water-cut")])
        .await;
    let on = browser
        .post(&at("about?then=check"), &[("listed", "dangerous-cable")])
        .await;
    assert_eq!(on.place(), at("door?then=check"));
    let on = browser.post(&at("door"), &[("track", "danger")]).await;
    assert_eq!(on.place(), at("details"));
    browser
        .post(&at("who"), &[("organisation", town::TIZNIT)])
        .await;
    browser.post(&at("you"), &[("category", "anonymous")]).await;
    browser
        .get(&at("check"))
        .await
        .says(&[words, "Urgent</span>"]);
    let reference = sent(&mut browser, &word).await;
    browser.get(&at("receipt")).await.says(&["Urgent</span>"]);
    let case = browser.get(&format!("/fr/track/{reference}")).await;
    case.says(&[words, "Urgent</span>"]);
    let counters = counters(town);
    let mut officer = colleague(town, &counters, Role::AdministrationHead, town::TIZNIT).await;
    town.clerks.place_events().await.unwrap();
    let page = officer.browser.get("/fr/desk?view=urgent").await;
    page.says(&[&reference]);
}

async fn corruption_becomes_a_report_with_its_words_and_no_name(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    let named = [
        ("category", "person"),
        ("name", "Fatima Exemplaire"),
        ("email", EMAIL),
        ("preferred", "email"),
    ];
    browser.post(&at("you"), &named).await;
    browser
        .post(&at("where"), &[("territory", town::TIZNIT)])
        .await;
    let on = browser
        .post(&at("about"), &[("listed", "corruption")])
        .await;
    assert_eq!(on.place(), at("door"));
    let door = browser.get(&at("door")).await;
    door.says(&["tel:0537718888", "ni chiffré", "value=\"wrongdoing\""]);
    let on = browser.post(&at("door"), &[("track", "wrongdoing")]).await;
    assert_eq!(on.place(), at("concerned"));
    browser
        .get(&at("concerned"))
        .await
        .says(&["la personne qui la dirige le lit"]);
    browser
        .post(&at("concerned"), &[("concerned", CONCERNED)])
        .await;
    let you = browser.get(&at("you")).await;
    assert!(!you.text().contains("name=\"email\""));
    let check = browser.get(&at("check")).await;
    check.says(&[
        WORD,
        CONCERNED,
        "Lu d’abord par",
        "Votre signalement",
        "Signalement de corruption",
    ]);
    for hidden in ["Fatima", EMAIL, "Votre réclamation"] {
        assert!(!check.text().contains(hidden), "{hidden}");
    }
    let reference = sent(&mut browser, &word).await;
    let receipt = browser.get(&at("receipt")).await;
    receipt.says(&["Votre signalement est déposé"]);
    // The name of the portal above the page says what else comes here.
    let said = receipt.between("<main", "</main>");
    assert!(!said.contains("éclamation"), "{said}");
    let case = browser.get(&format!("/fr/track/{reference}")).await;
    case.says(&["Signalement de corruption"]);
}

async fn an_account_tells_a_report_nothing(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    codes_may_be_sent(town).await;
    let door = "/fr/account/sign-in";
    browser.get(door).await;
    browser.post(door, &[("email", EMAIL)]).await;
    let code = sent_code(town).await;
    let fields = [("email", EMAIL), ("code", code.as_str())];
    let opened = browser.post(door, &fields).await;
    assert_eq!(opened.place(), "/fr/account");
    let word = report(&mut browser).await;
    let form = browser.get(&format!("/fr/file/{word}/you?named=yes")).await;
    assert!(!form.text().contains(EMAIL));
}

async fn at_the_desk_a_report_is_a_case_that_does_not_exist(town: &Town) {
    let counters = counters(town);
    let mut filer = Visitor::new(&counters).await;
    let reference = reported(&mut filer).await;
    let case = filer.get(&format!("/fr/track/{reference}")).await.text();
    let attachment = between(&case, &format!("/fr/track/{reference}/files/"), "\"");
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    let nobodys = unknown_reference();
    let lists = [
        "/fr/desk".to_owned(),
        format!("/fr/desk?q={WORD}"),
        format!("/fr/desk?q={reference}"),
        "/fr/desk?q=Glockenspiel".to_owned(),
    ]
    .into_iter()
    .chain(
        chikaya_service::case::queue::View::ALL
            .into_iter()
            .map(|view| format!("/fr/desk?view={}", view.as_str())),
    )
    .collect::<Vec<_>>();
    for organisation in [AUTHORITY, town::TIZNIT, TAFRAOUT] {
        for role in Role::ALL {
            let may_know = match role {
                Role::ReformAuthority | Role::Auditor => true,
                Role::AdministrationHead => organisation == AUTHORITY,
                _ => false,
            };
            let mut who = colleague(town, &counters, *role, organisation).await;
            let mut shown = Vec::new();
            for address in &lists {
                // What was asked stands in the field again.
                let page = who.browser.get(address).await.text();
                let line = format!("/fr/desk/case/{reference}");
                if page.contains(&line) || page.contains("lampadaires") {
                    shown.push(address.clone());
                }
            }
            assert_eq!(
                !shown.is_empty(),
                may_know,
                "{role} of {organisation}: {shown:?}"
            );
            for end in ["", "/answer", "/letter", &format!("/files/{attachment}")] {
                let address = |reference: &str| format!("/fr/desk/case/{reference}{end}");
                let page = who.browser.get(&address(&reference)).await;
                if may_know {
                    // Who left no address is sent no letter.
                    assert!(
                        page.code() != 404 || end == "/letter",
                        "{role} of {organisation}: {end}"
                    );
                    continue;
                }
                let none = who.browser.get(&address(&nobodys)).await;
                assert_eq!(
                    plain(&page, &reference),
                    plain(&none, &nobodys),
                    "{role} of {organisation}: {end}"
                );
            }
            for act in ["note", "take-up", "transfer", "assign", "contacts"] {
                if may_know {
                    continue;
                }
                let address = |reference: &str| format!("/fr/desk/case/{reference}/{act}");
                let fields = [("note", "Sample."), ("reason", "Sample."), ("version", "1")];
                let page = who.browser.post(&address(&reference), &fields).await;
                let none = who.browser.post(&address(&nobodys), &fields).await;
                assert_eq!(page.code(), none.code(), "{role} of {organisation}: {act}");
                assert!(!page.text().contains("lampadaires"));
            }
        }
    }
}
