//! Filing for someone at the desk: one page, read back, receipts at once; and the post of a body.

use chikaya_domain::{access::Role, reference::Reference};
use chikaya_testkit::{Town, town};

use crate::{
    cases::{act, by_letter, case_of, colleague, dot, in_progress},
    desk::taken_down,
    visitor::{Answer, Carries, Visitor, counters, part},
};
use axum::body::Body;
use chikaya_domain::case::Told;
use chikaya_service::case::act::StaffAct;

chikaya_testkit::in_both_towns! {
    a_person_is_filed_for_on_one_page_and_read_back => super::a_person_is_filed_for_on_one_page_and_read_back;
    what_is_missing_is_said_beside_its_field_and_nothing_is_lost => super::what_is_missing_is_said_beside_its_field_and_nothing_is_lost;
    two_windows_lose_no_words => super::two_windows_lose_no_words;
    the_filer_reads_where_and_not_by_whom => super::the_filer_reads_where_and_not_by_whom;
    letters_that_came_and_went_stand_in_the_register => super::letters_that_came_and_went_stand_in_the_register;
}

const WORDS: &str =
    "Les lampadaires de la rue de l’École à Tiznit sont éteints depuis trois semaines.";

/// What is typed at the counter, as the page has it once places and subjects stood on it.
fn typed<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("channel", "counter"),
        ("language", "ar"),
        ("kind", "complaint"),
        ("text", WORDS),
        ("sought", "Tiznit"),
        ("place-shown", "Tiznit"),
        ("territory", town::TIZNIT),
        ("subject", "public-lighting"),
        ("category", "person"),
        ("name", "Fatima Exemplaire"),
        ("shown", "cin"),
        ("identity-kind", "cin"),
        ("identity-number", "JE123456"),
        ("phone", "0612345678"),
        ("consent", "spoken"),
    ];
    fields.extend(more);
    fields
}

/// The page to which an answer leads.
async fn follow(browser: &mut Visitor, answer: &Answer) -> Answer {
    assert_eq!(answer.code(), 303, "{}", answer.text());
    let place = answer.place().split('#').next().unwrap().to_owned();
    browser.get(&place).await
}

/// Begins to take something down; answers the address of its page.
async fn begin(browser: &mut Visitor) -> String {
    let page = browser.get("/fr/desk/new").await;
    browser.read_token(&page);
    let begun = browser
        .post_only("/fr/desk/new", &[("text", WORDS), ("act", "look")])
        .await;
    assert_eq!(begun.code(), 303, "{}", begun.text());
    begun.place().split('#').next().unwrap().to_owned()
}

/// The value of a hidden field whose name begins so.
fn carried(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}.");
    let (_, rest) = page.split_once(&start).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

async fn a_person_is_filed_for_on_one_page_and_read_back(town: &Town) {
    let counters = counters(town);
    let mut agent = colleague(town, &counters, Role::Registry, town::TIZNIT).await;
    let browser = &mut agent.browser;
    let draft = begin(browser).await;
    let page = browser.get(&draft).await;
    // What is suggested has its reason, and nothing is chosen.
    page.says(&["value=\"public-lighting\"", "Vous avez écrit"]);
    assert!(
        !page
            .text()
            .contains("name=\"subject\" value=\"public-lighting\" checked"),
        "nobody chose it"
    );
    // A subject that asks something has it asked before anything is read back.
    let mark = carried(&page.text(), "mark");
    let mut fields = typed(&[("act", "check"), ("mark", &mark)]);
    let answer = browser.post_only(&draft, &fields).await;
    let mut place = answer.place().to_owned();
    if place.contains("look=yes") {
        let page = follow(browser, &answer).await;
        page.says(&["id=\"details\"", WORDS, "JE123456"]);
        let mark = carried(&page.text(), "mark");
        fields = typed(&[
            ("act", "check"),
            ("asked", "public-lighting"),
            ("mark", &mark),
        ]);
        fields.extend(
            asked(&page.text())
                .iter()
                .map(|name| (leak(name), "2026-03-01")),
        );
        browser
            .post_only(&draft, &fields)
            .await
            .place()
            .clone_into(&mut place);
    }
    assert_eq!(place, format!("{draft}/check"));
    let check = browser.get(&place).await;
    // Read out in the language of the person, number and all.
    check.says(&[
        "lang=\"ar\" dir=\"rtl\"",
        "هذا ما كتبت",
        "جماعة تيزنيت",
        "JE123456",
        "0612345678",
        "Accord donné oralement",
    ]);
    let version = carried(&check.text(), "version");
    let sent = [("version", version.as_str()), ("act", "file")];
    let first = browser.post_only(&place, &sent).await;
    let second = browser.post_only(&place, &sent).await;
    assert_eq!(first.code(), 303, "{}", first.text());
    assert_eq!(first.place(), second.place(), "sent twice, it is one case");
    assert_eq!(town.references().await.len(), 1);
    let receipt = browser.get(first.place()).await;
    let reference = town.references().await.remove(0);
    receipt.says(&[&reference, "id=\"access-code\"", "slip.pdf", "receipt.pdf"]);
    for paper in ["receipt.pdf", "slip.pdf"] {
        let printed = browser.get(&format!("{}/{paper}", first.place())).await;
        assert_eq!(printed.code(), 200);
        printed.says(&["في الشباك", "قبل نهاية"]);
    }
    let list = browser.get("/fr/desk/filed").await;
    list.says(&[&reference, "Au guichet", "Commune de Tiznit"]);
    assert!(!list.text().contains("Fatima"), "nothing of what it says");
    let mut other = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let theirs = other.browser.get(first.place()).await;
    assert_eq!(theirs.code(), 404);
    assert_eq!(town.kept("phone", &reference).await, "+212612345678");
}

/// The names of the questions of a page.
fn asked(page: &str) -> Vec<String> {
    page.split("name=\"detail-")
        .skip(1)
        .map(|rest| format!("detail-{}", rest.split('"').next().unwrap()))
        .collect()
}

/// A name for as long as the test runs.
fn leak(name: &str) -> &'static str {
    Box::leak(name.to_owned().into_boxed_str())
}

async fn what_is_missing_is_said_beside_its_field_and_nothing_is_lost(town: &Town) {
    let counters = counters(town);
    let mut agent = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let browser = &mut agent.browser;
    let draft = begin(browser).await;
    let page = browser.get(&draft).await;
    let mark = carried(&page.text(), "mark");
    let fields = [
        ("text", WORDS),
        ("phone", "0212"),
        ("identity-number", "1"),
        ("act", "check"),
        ("mark", mark.as_str()),
    ];
    let answer = browser.post_only(&draft, &fields).await;
    let page = follow(browser, &answer).await;
    assert_eq!(page.code(), 422);
    page.says(&[
        "id=\"errors\"",
        "href=\"#channel\"",
        "href=\"#subject\"",
        "href=\"#sought\"",
        "href=\"#name\"",
        "href=\"#phone\"",
        "href=\"#identity-number\"",
        "href=\"#consent\"",
        WORDS,
        "value=\"0212\"",
    ]);
    // A file goes along with what is typed; one that is none is refused beside its field.
    let mark = carried(&page.text(), "mark");
    let mut body = Vec::new();
    body.extend(part("token", None, browser.token().as_bytes()));
    body.extend(part("text", None, WORDS.as_bytes()));
    body.extend(part("name", None, "Fatima Exemplaire".as_bytes()));
    body.extend(part("mark", None, mark.as_bytes()));
    body.extend(part("files", Some("card.png"), &dot()));
    body.extend(part("files", Some("page.png"), b"<html>"));
    body.extend(b"--line--\r\n");
    let answer = browser
        .send_parts(&format!("{draft}/files"), Body::from(body))
        .await;
    assert_eq!(answer.code(), 422, "{}", answer.text());
    answer.says(&["card.png", "Fatima Exemplaire", "id=\"files-error\""]);
    let page = browser.get(&draft).await;
    page.says(&["card.png", "Fatima Exemplaire"]);
    // Nothing is read back before it is whole.
    let check = browser.get(&format!("{draft}/check")).await;
    assert_eq!(check.place(), format!("{draft}?judged=yes"));
    assert!(town.references().await.is_empty());
}

async fn two_windows_lose_no_words(town: &Town) {
    let counters = counters(town);
    let mut agent = colleague(town, &counters, Role::Registry, town::TIZNIT).await;
    let browser = &mut agent.browser;
    let draft = begin(browser).await;
    let mark = carried(&browser.get(&draft).await.text(), "mark");
    let one = typed(&[("place", "devant l’école"), ("mark", &mark)]);
    assert_eq!(browser.post_only(&draft, &one).await.code(), 303);
    let two = typed(&[("place", "derrière la mosquée"), ("mark", &mark)]);
    let beside = browser.post_only(&draft, &two).await;
    assert_eq!(beside.code(), 409);
    beside.says(&["modifié dans une autre fenêtre", "derrière la mosquée"]);
    let mark = carried(&beside.text(), "mark");
    let two = typed(&[("place", "derrière la mosquée"), ("mark", &mark)]);
    assert_eq!(browser.post_only(&draft, &two).await.code(), 303);
    browser.get(&draft).await.says(&["derrière la mosquée"]);
    // The link opens nothing for anybody else, nor on the public pages.
    let mut other = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    assert_eq!(other.browser.get(&draft).await.code(), 404);
    let word = draft.rsplit('/').next().unwrap();
    let public = browser.get(&format!("/fr/file/{word}/check")).await;
    assert_eq!(public.code(), 404);
    // Signed out in the middle, the words wait behind the door.
    let mut gone = browser.clone();
    gone.lose_cookie("ck_session");
    let refused = gone.post_only(&draft, &two).await;
    assert!(refused.place().starts_with("/fr/desk/sign-in"));
    let upload = gone
        .upload(
            &format!("{draft}/files"),
            &[("card.png", &dot())],
            Carries::Own,
        )
        .await;
    assert!(upload.place().starts_with("/fr/desk/sign-in"));
}

async fn the_filer_reads_where_and_not_by_whom(town: &Town) {
    let counters = counters(town);
    let agent = colleague(town, &counters, Role::Registry, town::TIZNIT).await;
    let page = town.clerks.identifiers().bytes();
    let token = town
        .clerks
        .begin_for_someone(agent.officer.clone(), &page, taken_down(&agent.officer))
        .await
        .unwrap();
    let fate = town
        .clerks
        .file_for_someone(agent.officer.clone(), token, 1)
        .await
        .unwrap();
    let chikaya_service::draft::for_someone::TakenFate::Filed(receipt) = fate else {
        panic!("nothing is missing");
    };
    let mut filer = Visitor::new(&counters).await;
    let reference = receipt.reference.to_string();
    let code = receipt.access_code.digits();
    let proof = [("reference", reference.as_str()), ("code", code.as_str())];
    let opened = filer.post("/fr/track", &proof).await;
    assert_eq!(opened.code(), 303, "{}", opened.text());
    let page = filer.get(&format!("/fr/track/{reference}")).await;
    page.says(&["Vous avez déposé au guichet", "Commune de Tiznit"]);
    assert!(
        !page.text().contains("Sample registry"),
        "no agent is named"
    );
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let desk = own.browser.get(&format!("/fr/desk/case/{reference}")).await;
    desk.says(&[
        "Déposé au guichet",
        "Accord donné oralement",
        "Sample registry",
    ]);
}

async fn letters_that_came_and_went_stand_in_the_register(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut registry = colleague(town, &counters, Role::Registry, town::TIZNIT).await;
    let browser = &mut registry.browser;
    let filing = town::filing_with([by_letter()]);
    let mut acts = in_progress();
    acts.push(StaffAct::Ask {
        question: "Quel est le numéro du poteau ?".to_owned(),
        respond_by: jiff::civil::date(2026, 3, 20),
    });
    let reference = case_of(town, &own.officer, filing, acts).await;
    act(
        town,
        &own.officer,
        &reference,
        StaffAct::Tell { how: Told::Posted },
    )
    .await;
    let page = browser.get("/fr/desk/postal").await;
    browser.read_token(&page);
    page.says(&[&reference, "Envoyé"]);
    // A hand scanner types the address that the code on our letter holds.
    let scanned = format!("https://portal.test/ar/track/{reference}");
    let came = [("came", scanned.as_str()), ("written-on", "2026-03-02")];
    let entered = browser.post_only("/fr/desk/postal", &came).await;
    assert_eq!(entered.place(), format!("/fr/desk/case/{reference}#files"));
    let case = browser.get(&format!("/fr/desk/case/{reference}")).await;
    case.says(&["daté du lundi 2 mars 2026", "id=\"files\""]);
    let file = browser.get("/fr/desk/postal/postal.csv?direction=in").await;
    assert_eq!(file.code(), 200);
    file.says(&[&reference]);
    assert!(!file.text().contains("Envoyé"));
    for (typed, said) in [
        ("soon", "n’est lisible ici"),
        ("CK-26-7K3M-9QDX", "n’a pas de dossier"),
    ] {
        let refused = browser
            .post_only("/fr/desk/postal", &[("came", typed)])
            .await;
        assert_eq!(refused.code(), 422);
        refused.says(&[typed]);
        if Reference::parse(typed).is_ok() || typed == "soon" {
            refused.says(&[said]);
        }
    }
}
