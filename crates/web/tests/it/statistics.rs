//! Public statistics: in four languages, with a table beside each drawing, as data that says the same, and with nothing from
//! which few people could be known.

use chikaya_domain::Language;
use chikaya_service::case::file::Filing;
use chikaya_testkit::{Town, town};

use crate::visitor::{Visitor, counters};

chikaya_testkit::in_both_towns! {
    figures_are_told_in_every_language_and_as_data => super::figures_are_told_in_every_language_and_as_data;
    a_country_without_cases_says_so => super::a_country_without_cases_says_so;
    what_does_not_exist_is_not_found => super::what_does_not_exist_is_not_found;
}

async fn cases(town: &Town, count: usize) {
    for _ in 0..count {
        let filing = Filing {
            is_sample: false,
            ..town::filing()
        };
        town.clerks.file(filing).await.unwrap();
    }
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

async fn figures_are_told_in_every_language_and_as_data(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    for language in Language::ALL {
        let code = language.code();
        let page = reader.get(&format!("/{code}/statistics")).await;
        assert_eq!(page.code(), 200);
        let text = page.text();
        assert!(text.contains("<svg class=\"chart wide\""), "{text}");
        assert_eq!(
            text.matches("role=\"img\"").count(),
            text.matches("<svg class=\"chart").count()
        );
        assert!(text.contains(&format!("/{code}/statistics/territory/region-09?period=")));
        // Nobody's words, names or references.
        for secret in ["CK-", "fatima@example.org", "المصابيح"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
    let page = reader.get("/fr/statistics").await;
    page.says(&[
        "<b>7</b>",
        "Comment les administrations répondent",
        "à l’événement 7 du registre",
        "Souss-Massa",
    ]);
    let address = page.link("/fr/statistics/figures.csv");
    let data = reader.get(&address.replace("&amp;", "&")).await;
    assert_eq!(data.code(), 200);
    let lines: Vec<String> = data.text().lines().map(str::to_owned).collect();
    assert_eq!(
        lines[0],
        "of,from,until,position,as_of,measure,value,figure,low,high,of_cases"
    );
    assert!(
        lines.iter().any(|line| line.contains(",received,,7,,,")),
        "{lines:?}"
    );
    let address = address.replace("csv", "json").replace("&amp;", "&");
    let data = reader.get(&address).await;
    let json: serde_json::Value = serde_json::from_str(&data.text()).unwrap();
    assert_eq!(json["position"], 7);
    let figures = json["figures"].as_array().unwrap();
    assert!(
        figures
            .iter()
            .any(|figure| figure["measure"] == "received" && figure["figure"] == 7.0)
    );
    // What is not counted of a subject is not told to be nothing.
    let data = reader
        .get("/fr/statistics/subject/public-lighting/figures.csv")
        .await
        .text();
    assert!(data.contains(",received,complaint,7,"), "{data}");
    assert!(!data.contains("received-by"), "{data}");
    // The body's page says the same, and another one's that nothing came.
    let body = format!("/fr/statistics/body/{}", town::TIZNIT);
    let page = reader.get(&body).await;
    page.says(&["Commune de Tiznit", "<b>7</b>", "Tout le pays"]);
    // A year is asked for as people choose it, and has an address of its own.
    let page = reader.get("/fr/statistics?period=2025").await;
    page.says(&["<option value=\"2025\" selected>2025</option>", "<b>0</b>"]);
}

async fn a_country_without_cases_says_so(town: &Town) {
    let mut reader = Visitor::new(&counters(town)).await;
    let page = reader.get("/en/statistics").await;
    assert_eq!(page.code(), 200);
    page.says(&["<b>0</b>", "not told", "Too few cases were filed"]);
    assert!(!page.text().contains("<svg class=\"chart"));
    let words = reader.get("/en/statistics?period=-1").await;
    assert_eq!(words.code(), 200);
}

async fn what_does_not_exist_is_not_found(town: &Town) {
    let mut reader = Visitor::new(&counters(town)).await;
    for place in [
        "/fr/statistics/body/nobody",
        "/fr/statistics/person/1",
        "/fr/statistics/figures.exe",
        "/fr/statistics/body/onee/figures.xml",
        "/fr/statistics/territory/a%27b",
    ] {
        assert_eq!(reader.get(place).await.code(), 404, "{place}");
    }
}
