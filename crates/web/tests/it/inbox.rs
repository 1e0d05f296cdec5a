//! Lists at the desk: what they say of their length, and where a case stands in them.

use chikaya_domain::access::Role;
use chikaya_service::case::act::StaffAct;
use chikaya_testkit::{Town, town};
use jiff::civil::date;

use crate::{
    cases::{ONEE, TAFRAOUT, act, between, case, colleague, consulted, in_progress, version},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    a_list_counts_only_what_it_knows_whole => super::a_list_counts_only_what_it_knows_whole;
    a_head_sees_who_has_what_and_hands_cases_over => super::a_head_sees_who_has_what_and_hands_cases_over;
    an_opinion_is_listed_by_its_own_days => super::an_opinion_is_listed_by_its_own_days;
    whoever_gave_an_opinion_reads_it_again => super::whoever_gave_an_opinion_reads_it_again;
    whoever_hands_a_case_on_is_told_who_has_it => super::whoever_hands_a_case_on_is_told_who_has_it;
}

async fn a_list_counts_only_what_it_knows_whole(town: &Town) {
    let mut officer = colleague(town, &counters(town), Role::Officer, town::TIZNIT).await;
    for number in 0..51 {
        let mut filing = town::filing();
        filing.text = format!("{} شكاية رقم {number}", filing.text);
        town.clerks.file(filing).await.unwrap();
    }
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let browser = &mut officer.browser;

    // As many as a search shows, and perhaps more.
    let many = browser.get("/fr/desk?q=lmsabi7").await.text();
    assert!(many.contains("Les 50 dossiers les plus récents."), "{many}");
    let further = between(
        &many,
        "<p class=\"empty\"><a class=\"button plain small\" href=\"",
        "\"",
    )
    .replace("&#38;", "&");
    let rest = browser.get(&further).await.text();
    assert!(rest.contains("Suite des résultats"), "{rest}");
    assert_eq!(rest.matches("<a class=\"item ").count(), 1, "{rest}");
    let one = browser.get("/fr/desk?q=41").await.text();
    assert!(one.contains("1 résultat"), "{one}");
    let none = browser.get("/fr/desk?q=xylographe").await.text();
    assert!(
        none.contains("Aucun dossier ne contient tous ces mots."),
        "{none}"
    );
    // It may have been a name.
    assert_eq!(none.matches("href=\"/fr/desk/filer\"").count(), 2, "{none}");

    // All are due alike: the first page has not all of them, the last may not have.
    let counted = "</span><span>";
    let first = browser.get("/fr/desk?view=open").await.text();
    let group = between(&first, "<h2 class=\"group ", "</h2>");
    assert!(!group.contains(counted), "{group}");
    let complaints = browser.get("/fr/desk?view=closed").await.text();
    assert!(complaints.contains("Aucun dossier ici."), "{complaints}");

    let case = between(&first, "<a class=\"item \" href=\"", "\"").replace("&amp;", "&");
    let opened = browser.get(&case).await.text();
    assert!(opened.contains("1 sur 51"), "{opened}");
    assert!(
        opened.contains("<details class=\"why\"><summary>"),
        "{opened}"
    );
    let alone = browser.get(case.split('?').next().unwrap()).await.text();
    assert!(!alone.contains(" sur 51"), "{alone}");
    assert!(
        alone.contains("<details class=\"why\" open><summary>"),
        "{alone}"
    );
}

async fn an_opinion_is_listed_by_its_own_days(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let later = case(town, &own.officer, in_progress()).await;
    town.clock.advance_days(3);
    // Signed in now: no session is that old.
    let mut asked = colleague(town, &counters, Role::Officer, ONEE).await;
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    // Wanted by 30 March, long before the case is due.
    let first = case(town, &own.officer, consulted()).await;
    let question = |until| StaffAct::Consult {
        of: town::organisation_code(ONEE),
        question: "À qui est le câble ?".to_owned(),
        respond_by: until,
    };
    // Asked twice: the day that comes first counts.
    act(town, &own.officer, &later, question(date(2026, 4, 8))).await;
    act(town, &own.officer, &later, question(date(2026, 4, 2))).await;
    let list = asked.browser.get("/fr/desk?view=opinions").await.text();
    let item = |reference: &str| {
        let begin = list.find(&format!("/desk/case/{reference}")).unwrap();
        let end = list[begin..].find("</a>").unwrap();
        list[begin..begin + end].to_owned()
    };
    let shown = item(&first);
    assert!(shown.contains("Avis demandé le"), "{shown}");
    assert!(
        shown.contains("15 mars") && shown.contains("30 mars"),
        "{shown}"
    );
    assert!(
        shown.contains("<span class=\"when\">J−15</span>"),
        "{shown}"
    );
    let shown = item(&later);
    assert!(
        shown.contains("2 avril") && !shown.contains("8 avril"),
        "{shown}"
    );
    assert!(
        list.find(&first).unwrap() < list.find(&later).unwrap(),
        "{list}"
    );
    // In its own queue the case has its own day.
    let list = own.browser.get("/fr/desk?view=open").await.text();
    assert!(!list.contains("Avis demandé le"), "{list}");
}

async fn a_head_sees_who_has_what_and_hands_cases_over(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut head = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let first = case(town, &own.officer, in_progress()).await;
    let second = case(town, &own.officer, in_progress()).await;
    let list = head.browser.get("/fr/desk?view=open").await;
    list.says(&["<bdi>Sample officer</bdi>", "href=\"/fr/desk/colleagues\""]);
    let page = head.browser.get("/fr/desk/colleagues").await;
    let address = format!("/fr/desk/colleagues/{}", own.officer.id);
    page.says(&["Sample officer", &format!("href=\"{address}\"")]);

    let theirs = head.browser.get(&address).await;
    theirs.says(&[&first, &second, "Sample unit-head"]);
    let receiver = head.officer.id.to_string();
    let none = head
        .browser
        .post(&address, &[("receiver", receiver.as_str())])
        .await;
    assert_eq!(none.code(), 422);
    none.says(&["Cochez au moins un dossier."]);
    let nobody = head
        .browser
        .post(&address, &[("cases", first.as_str())])
        .await;
    assert_eq!(nobody.code(), 422);
    nobody.says(&[&format!("value=\"{first}\" checked")]);
    // All that were shown, and none that came since.
    let third = case(town, &own.officer, in_progress()).await;
    let fields = [
        ("which", "all"),
        ("receiver", receiver.as_str()),
        ("shown", first.as_str()),
        ("shown", second.as_str()),
    ];
    theirs.says(&[&format!("name=\"shown\" value=\"{first}\"")]);
    let handed = head.browser.post(&address, &fields).await;
    assert_eq!(handed.code(), 303, "{}", handed.text());
    let page = head.browser.get(handed.place()).await;
    page.says(&["Dossiers passés", "2", &third]);
    let mine = head.browser.get("/fr/desk?view=mine").await;
    mine.says(&[&first, &second]);

    // Nobody's cases but those of one's own body, and by nobody who assigns none.
    let mut officer = own.browser;
    assert_eq!(officer.get("/fr/desk/colleagues").await.code(), 403);
    let list = officer.get("/fr/desk?view=open").await;
    assert!(!list.text().contains("/fr/desk/colleagues"));
    let mut other = colleague(town, &counters, Role::UnitHead, TAFRAOUT).await;
    assert_eq!(other.browser.get(&address).await.code(), 404);
}

async fn whoever_gave_an_opinion_reads_it_again(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut asked = colleague(town, &counters, Role::Officer, ONEE).await;
    let mut other = colleague(town, &counters, Role::UnitHead, ONEE).await;
    let reference = case(town, &own.officer, consulted()).await;
    let page = format!("/fr/desk/case/{reference}");
    let shown = asked.browser.get(&page).await;
    let version = shown.between("name=\"version.", "\"");
    let consultation = shown.between("name=\"consultation\" value=\"", "\"");
    let opinion = "Le poteau est à nous, le câble à la commune.";
    let fields = [
        ("opinion", opinion),
        ("consultation", consultation.as_str()),
        ("version", version.as_str()),
        ("mark", "0"),
    ];
    let given = asked
        .browser
        .post(&format!("{page}/give-opinion"), &fields)
        .await;
    let place = given.place().to_owned();
    assert!(place.starts_with("/fr/desk?"), "{place}");
    let told = format!("Votre avis sur le dossier {reference} est rendu");
    asked.browser.get(&place).await.says(&[&told, opinion]);
    // It is their own words, and nobody else's.
    assert!(!other.browser.get(&place).await.text().contains(&told));
}

async fn whoever_hands_a_case_on_is_told_who_has_it(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let mut other = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}");
    let version = version(town, &own.officer, &reference).await.to_string();
    let fields = [
        ("transfer-to", TAFRAOUT),
        ("transfer-reason", "La rue est de l’autre commune."),
        ("version", version.as_str()),
        ("mark", "0"),
    ];
    let sent = own.browser.post(&format!("{page}/transfer"), &fields).await;
    let place = sent.place().to_owned();
    assert!(place.starts_with("/fr/desk?"), "{place}");
    let told = format!("a maintenant le dossier {reference}");
    own.browser.get(&place).await.says(&[&told, "Tafraout"]);
    // Whoever did not hand it on learns nothing by the same address.
    assert!(!other.browser.get(&place).await.text().contains(&told));

    let gone = own.browser.get(&page).await;
    assert_eq!(gone.code(), 404);
    gone.says(&["Votre administration n’a pas ce dossier"]);
    assert!(
        !gone.text().contains("code d’accès dans"),
        "words for filers"
    );
    // The ways on are the desk's own.
    gone.says(&["action=\"/fr/desk\"", "href=\"/fr/desk\""]);
    for public in ["href=\"/fr/track\"", "href=\"/fr/file\"", "href=\"/fr/\""] {
        assert!(!gone.text().contains(public), "{public}");
    }
    let none = own.browser.get("/fr/desk/case/CK-26-0000").await;
    assert_eq!(none.code(), 404);
    none.says(&["name=\"q\"", "href=\"/fr/desk\""]);
    assert!(!none.text().contains("href=\"/fr/track\""));
    // Elsewhere the public pages are offered as before.
    let page = own.browser.get("/fr/nowhere").await;
    page.says(&["href=\"/fr/track\""]);
}
