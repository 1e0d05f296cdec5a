//! Lists at the desk: what they say of their length, and where a case stands in them.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{between, colleague},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    a_list_counts_only_what_it_knows_whole => super::a_list_counts_only_what_it_knows_whole;
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
    let one = browser.get("/fr/desk?q=41").await.text();
    assert!(one.contains("1 résultat"), "{one}");
    let none = browser.get("/fr/desk?q=xylographe").await.text();
    assert!(
        none.contains("Aucun dossier ne contient tous ces mots."),
        "{none}"
    );

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
