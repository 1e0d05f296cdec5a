//! Public statistics: in four languages, with a table beside each drawing, as data that says the same, and with nothing from
//! which few people could be known.

use chikaya_domain::Language;
use chikaya_service::case::file::Filing;
use chikaya_testkit::{Town, town};

use crate::visitor::{Visitor, counters};

chikaya_testkit::in_both_towns! {
    figures_are_told_in_every_language_and_as_data => super::figures_are_told_in_every_language_and_as_data;
    a_country_without_cases_says_so => super::a_country_without_cases_says_so;
    two_stand_side_by_side => super::two_stand_side_by_side;
    regions_are_drawn_with_a_link_and_words_for_each => super::regions_are_drawn_with_a_link_and_words_for_each;
    open_data_stand_at_addresses_that_stay => super::open_data_stand_at_addresses_that_stay;
    an_edition_has_addresses_that_stay => super::an_edition_has_addresses_that_stay;
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
    town.clerks.publish_statistics().await.unwrap();
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

async fn two_stand_side_by_side(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    let own = format!("/fr/statistics/body/{}", town::TIZNIT);
    // The form is there, and finds bodies as people call them, without a script.
    let page = reader.get(&format!("{own}?seek=onee")).await;
    page.says(&[
        "Comparer avec",
        "name=\"with\" value=\"onee\"",
        "name=\"period\"",
    ]);
    let page = reader.get(&format!("{own}?seek=xyzxyz")).await;
    page.says(&["Rien n’a été trouvé pour"]);
    let page = reader.get(&format!("{own}?period=2026&with=onee")).await;
    assert_eq!(page.code(), 200);
    page.says(&[
        "Commune de Tiznit et ",
        "<b>7</b>",
        "<b>0</b>",
        "Neuf sur dix",
    ]);
    for language in Language::ALL {
        let code = language.code();
        for address in [
            "territory/region-09?with=region-06",
            "subject/public-lighting?with=public-fountain",
        ] {
            let page = reader.get(&format!("/{code}/statistics/{address}")).await;
            assert_eq!(page.code(), 200, "{address}");
        }
    }
    for address in ["?with=nobody", "?with=public-lighting"] {
        assert_eq!(
            reader.get(&format!("{own}{address}")).await.code(),
            404,
            "{address}"
        );
    }
}

async fn regions_are_drawn_with_a_link_and_words_for_each(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    for language in Language::ALL {
        let code = language.code();
        let page = reader.get(&format!("/{code}/statistics")).await;
        let text = page.text();
        let map = text.split_once("<div class=\"map\">").unwrap().1;
        let map = map.split_once("</svg>").unwrap().0;
        assert_eq!(map.matches("<a href=").count(), 12, "{map}");
        assert_eq!(map.matches("aria-label=").count(), 13, "{map}");
        assert!(map.len() < 25_000, "{}", map.len());
        for region in 1..=12 {
            let address = format!("/{code}/statistics/territory/region-{region:02}?period=");
            assert!(map.contains(&address), "{address}");
        }
        // The provinces of a region, and what is in none of them has no map.
        let page = reader
            .get(&format!("/{code}/statistics/territory/region-09"))
            .await;
        assert!(page.text().contains("/territory/province-09-"));
        assert!(page.text().contains("<div class=\"map\">"));
        let page = reader.get(&format!("/{code}/statistics/body/onee")).await;
        assert!(!page.text().contains("<div class=\"map\">"));
    }
}

async fn open_data_stand_at_addresses_that_stay(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    let page = reader.get("/fr/open-data").await;
    page.says(&["Données ouvertes", "answered-by-day", "Aucune licence"]);
    for language in Language::ALL {
        let page = reader.get(&format!("/{}/open-data", language.code())).await;
        assert_eq!(page.code(), 200);
    }
    let text = page.text();
    let addresses: Vec<&str> = text
        .split("href=\"/open-data/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(addresses.len() > 30, "{addresses:?}");
    let year = text
        .split("territories-")
        .filter_map(|rest| rest.get(..4)?.parse::<i32>().ok())
        .max()
        .unwrap();
    for name in &addresses {
        let file = reader.get(&format!("/open-data/{name}")).await;
        assert_eq!(file.code(), 200, "{name}");
        let text = file.text();
        if name.contains(".json") {
            let read: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert!(read.is_object(), "{name}");
        } else {
            let columns = text.lines().next().unwrap().split(',').count();
            assert!(columns > 5, "{name}: {text}");
        }
    }
    // What the catalogue names is there.
    let catalogue = reader.get("/open-data/catalogue.jsonld").await;
    let catalogue: serde_json::Value = serde_json::from_str(&catalogue.text()).unwrap();
    let sets = catalogue["dcat:dataset"].as_array().unwrap();
    let named: Vec<&str> = sets
        .iter()
        .flat_map(|set| set["dcat:distribution"].as_array().unwrap())
        .map(|file| file["dcat:downloadURL"]["@id"].as_str().unwrap())
        .filter_map(|address| address.split_once("/open-data/"))
        .map(|(_, name)| name)
        .collect();
    assert!(named.len() > 30, "{named:?}");
    for name in named {
        assert!(addresses.contains(&name), "{name}");
    }
    // The example asks for an address that answers, with the columns it reads.
    assert!(text.contains(&format!("/open-data/territories-{year}.json")));
    let data = reader
        .get(&format!("/open-data/territories-{year}.json"))
        .await;
    let data: serde_json::Value = serde_json::from_str(&data.text()).unwrap();
    let columns = data["columns"].as_array().unwrap();
    for column in ["code", "name_fr", "in-time", "in-time.low", "in-time.high"] {
        assert!(columns.iter().any(|own| own == column), "{column}");
    }
    assert_eq!(data["position"], 7);
    let place = columns.iter().position(|own| own == "received").unwrap();
    let rows = data["rows"].as_array().unwrap();
    let region = rows.iter().find(|row| row[0] == "region-09").unwrap();
    assert_eq!(region[place], 7);
    for name in [
        "bodies-1950.csv",
        "people.csv",
        "bodies-2026",
        "../routes.csv",
    ] {
        let file = reader.get(&format!("/open-data/{name}")).await;
        assert_eq!(file.code(), 404, "{name}");
    }
}

/// Whoever links to an edition finds it again, and is told that there is a newer one; whoever has its files is told so.
async fn an_edition_has_addresses_that_stay(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    let page = reader.get("/fr/statistics").await;
    page.says(&["Édition 1 ·", "Lien permanent vers cet état"]);
    assert!(!page.text().contains("Voir la plus récente"));
    let permanent = page
        .text()
        .contains("/fr/statistics?period=2026&amp;edition=1")
        || page
            .text()
            .contains("/fr/statistics?period=2026&#38;edition=1");
    assert!(permanent, "{}", page.text());

    cases(town, 9).await;
    for (address, figure) in [
        ("/fr/statistics", "<b>16</b>"),
        ("/fr/statistics?edition=2", "<b>16</b>"),
        ("/fr/statistics?period=2026&edition=1", "<b>7</b>"),
        (
            "/fr/statistics/subject/public-lighting?edition=1",
            "<b>7</b>",
        ),
    ] {
        reader.get(address).await.says(&[figure]);
    }
    let page = reader.get("/fr/statistics?edition=1").await;
    page.says(&[
        "Ce n’est pas l’édition la plus récente.",
        "Voir la plus récente",
        "name=\"edition\" value=\"1\"",
    ]);
    // What it links to is of the same edition.
    let text = page.text();
    assert!(
        text.contains("territory/region-09?period=2026&#38;edition=1")
            || text.contains("territory/region-09?period=2026&amp;edition=1"),
        "{text}"
    );

    for (address, is_pinned) in [
        ("/fr/statistics/figures.csv", false),
        ("/fr/statistics/figures.json?edition=1", true),
        ("/open-data/bodies-2026.csv", false),
        ("/open-data/bodies-2026.csv?edition=1", true),
    ] {
        let file = reader.get(address).await;
        assert_eq!(file.code(), 200, "{address}");
        let keeping = file.headers["cache-control"].to_str().unwrap();
        assert_eq!(keeping.contains("immutable"), is_pinned, "{keeping}");
        let tag = file.headers["etag"].to_str().unwrap().to_owned();
        let known = reader.get_with(address, &[("if-none-match", &tag)]).await;
        assert_eq!(
            (known.code(), known.text()),
            (304, String::new()),
            "{address}"
        );
        let other = reader
            .get_with(address, &[("if-none-match", "\"1-other\"")])
            .await;
        assert_eq!(other.code(), 200);
    }
    for language in Language::ALL {
        let code = language.code();
        for place in ["statistics", "statistics/ranks", "open-data"] {
            let address = format!("/{code}/{place}?edition=99");
            assert_eq!(reader.get(&address).await.code(), 404, "{address}");
        }
    }
    for address in [
        "/open-data/bodies-2026.csv?edition=99",
        "/open-data/bodies-2026.csv?edition=x",
        "/fr/statistics/figures.csv?edition=-1",
    ] {
        assert_eq!(reader.get(address).await.code(), 404, "{address}");
    }
}
