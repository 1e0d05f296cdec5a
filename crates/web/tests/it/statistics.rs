//! Public statistics: in four languages, with a table beside each drawing, as data that says the same, and with nothing from
//! which few people could be known.

use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    person::{Contact, Contacts, Email},
};
use chikaya_service::case::{
    act::StaffAct,
    file::{Filer, Filing},
};
use chikaya_testkit::{Town, town};

use crate::visitor::{Visitor, counters};

chikaya_testkit::in_both_towns! {
    figures_are_told_in_every_language_and_as_data => super::figures_are_told_in_every_language_and_as_data;
    a_country_without_cases_says_so => super::a_country_without_cases_says_so;
    two_stand_side_by_side => super::two_stand_side_by_side;
    regions_are_drawn_with_a_link_and_words_for_each => super::regions_are_drawn_with_a_link_and_words_for_each;
    open_data_stand_at_addresses_that_stay => super::open_data_stand_at_addresses_that_stay;
    what_was_drawn_stands_beside_what_people_say_by_themselves => super::what_was_drawn_stands_beside_what_people_say_by_themselves;
    lists_of_a_thousand_bodies_are_turned_page_by_page => super::lists_of_a_thousand_bodies_are_turned_page_by_page;
    figures_leave_as_a_workbook_of_numbers => super::figures_leave_as_a_workbook_of_numbers;
    a_page_is_found_by_what_people_call_it => super::a_page_is_found_by_what_people_call_it;
    what_does_not_exist_is_not_found => super::what_does_not_exist_is_not_found;
}

pub(crate) async fn cases(town: &Town, count: usize) {
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
        "of,from,until,edition,position,as_of,measure,value,figure,low,high,of_cases"
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
    things_are_named_by_their_addresses(&catalogue);
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

async fn what_was_drawn_stands_beside_what_people_say_by_themselves(town: &Town) {
    let mut reader = Visitor::new(&counters(town)).await;
    for language in Language::ALL {
        let page = reader
            .get(&format!("/{}/statistics", language.code()))
            .await;
        let text = page.text();
        assert!(text.contains("id=\"survey\""), "{text}");
    }
    // Nothing was drawn yet: it says so, and no body has such a section.
    reader
        .get("/fr/statistics")
        .await
        .says(&["Aucune semaine de cette année n’a encore été tirée."]);
    let body = reader.get("/fr/statistics/body/onee").await;
    assert!(!body.text().contains("id=\"survey\""));
    let data = reader.get("/open-data/surveys.csv").await.text();
    assert_eq!(data.lines().count(), 1, "{data}");
    assert!(!town.clerks.draw_survey().await.unwrap());
    let officer = town
        .officer("officer@sample.test", Role::Officer, town::TIZNIT)
        .await;
    for filer in 0..8 {
        let mut filing = Filing {
            is_sample: false,
            ..town::filing()
        };
        if let Filer::Known(known) = &mut filing.filer {
            let address = format!("filer{filer}@example.org");
            let email = Contact::Email(Email::parse(&address).unwrap());
            known.contacts = Contacts::new([email.clone()]);
            known.verified = Some(email);
        }
        let receipt = town.clerks.file(filing).await.unwrap();
        let answer = StaffAct::Answer(town::answer(Outcome::Granted));
        for act in [StaffAct::Examine, StaffAct::TakeUp, answer] {
            let case = receipt.reference.clone();
            let seen = town.clerks.desk_page(officer.clone(), case.clone()).await;
            let version = seen.unwrap().page.case.version;
            let done = town.clerks.act(officer.clone(), case, version, act).await;
            done.unwrap();
        }
    }
    town.clock.set(town::instant("2026-03-16T09:00:00Z"));
    town.officer("watch@sample.test", Role::Auditor, "reform-authority")
        .await;
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.seal_record().await.unwrap();
    while town.clerks.draw_survey().await.unwrap() {}
    while town.clerks.ask_drawn().await.unwrap() > 0 {}
    // What was told a moment ago serves for some minutes.
    town.clock.set(town::instant("2026-03-16T09:30:00Z"));
    for language in Language::ALL {
        let page = reader
            .get(&format!("/{}/statistics", language.code()))
            .await;
        let section = page.text();
        let section = section.split_once("id=\"survey\"").unwrap().1.to_owned();
        let section = section.split_once("</figure>").unwrap().0;
        // Eight answered, eight drawn, eight asked, of whom nobody answered.
        assert_eq!(section.matches("<b>8</b>").count(), 3, "{section}");
    }
    let data = reader.get("/fr/statistics/figures.csv").await.text();
    assert!(data.contains(",survey-population,year,8,,,"), "{data}");
    assert!(data.contains(",survey-resolved,year,,,,"), "{data}");
    assert!(!data.contains("last-four-weeks"), "{data}");
    let data = reader.get("/open-data/surveys.csv").await.text();
    assert!(data.contains("2026-W11/2026-W11,8,8,8,0,0,8"), "{data}");
}

/// What a gatherer of DCAT-AP looks up is named by the addresses of its lists, and by no word.
fn things_are_named_by_their_addresses(catalogue: &serde_json::Value) {
    let list = |path: &str| format!("http://publications.europa.eu/resource/authority/{path}");
    let named = |what: &serde_json::Value, address: &str, class: &str| {
        assert_eq!(what["@id"], address);
        assert_eq!(what["@type"], class, "{address}");
    };
    let languages: Vec<&str> = catalogue["dct:language"]
        .as_array()
        .unwrap()
        .iter()
        .map(|language| language["@id"].as_str().unwrap())
        .collect();
    for language in ["ARA", "FRA", "ENG"] {
        let address = list(&format!("language/{language}"));
        assert!(languages.contains(&address.as_str()), "{languages:?}");
    }
    assert_eq!(languages.len(), Language::ALL.len());
    named(
        &catalogue["dct:spatial"],
        &list("country/MAR"),
        "dct:Location",
    );
    let publisher = &catalogue["dct:publisher"]["@id"];
    assert!(
        publisher.as_str().unwrap().starts_with("http"),
        "{publisher}"
    );
    for set in catalogue["dcat:dataset"].as_array().unwrap() {
        assert_eq!(set["dct:publisher"]["@id"], *publisher);
        assert_eq!(set["dcat:theme"]["@id"], list("data-theme/GOVE"));
        named(&set["dct:spatial"], &list("country/MAR"), "dct:Location");
        let frequency = &set["dct:accrualPeriodicity"];
        named(frequency, &list("frequency/CONT"), "dct:Frequency");
        for file in set["dcat:distribution"].as_array().unwrap() {
            let address = file["@id"].as_str().unwrap();
            let (media_type, format) = match address.rsplit_once('.').unwrap().1 {
                "csv" => ("text/csv", "CSV"),
                "json" => ("application/json", "JSON"),
                other => panic!("{other} is no form of data"),
            };
            let media_type = format!("https://www.iana.org/assignments/media-types/{media_type}");
            named(&file["dcat:mediaType"], &media_type, "dct:MediaType");
            let format = list(&format!("file-type/{format}"));
            named(&file["dct:format"], &format, "dct:MediaTypeOrExtent");
        }
    }
}

/// Every commune with 40 answers due in 2025, of which so many were in time as its code says.
const COMMUNES: &str = "
    INSERT INTO statistic (axis, code, is_sample, month, measure, value, cases)
    SELECT 'body', code, FALSE, '2025-03', 'in-time', '', 30 + LENGTH(name_fr) % 10
    FROM organisation
    WHERE kind = 'commune';
    INSERT INTO statistic (axis, code, is_sample, month, measure, value, cases)
    SELECT 'body', code, FALSE, '2025-03', 'received', 'complaint', 60
    FROM organisation
    WHERE kind = 'commune';
    INSERT INTO statistic (axis, code, is_sample, month, measure, value, cases)
    SELECT 'country', '', FALSE, '2025-03', 'in-time', '', SUM(30 + LENGTH(name_fr) % 10)
    FROM organisation
    WHERE kind = 'commune';
    INSERT INTO statistic (axis, code, is_sample, month, measure, value, cases)
    SELECT 'country', '', FALSE, '2025-03', 'received', 'complaint', 60 * COUNT(*)
    FROM organisation
    WHERE kind = 'commune'";

async fn lists_of_a_thousand_bodies_are_turned_page_by_page(town: &Town) {
    cases(town, 7).await;
    town.by_hand(COMMUNES).await;
    town.clerks.publish_statistics().await.unwrap();
    let mut reader = Visitor::new(&counters(town)).await;
    for first in [
        "/ar/statistics/ranks?period=2025&kind=commune",
        "/fr/statistics?period=2025&all=yes",
    ] {
        let mut address = first.to_owned();
        let mut named = std::collections::BTreeSet::new();
        let mut pages = 0;
        loop {
            let page = reader.get(&address).await;
            assert_eq!(page.code(), 200, "{address}");
            assert!(page.body.len() <= 200_000, "{address}: {}", page.body.len());
            let packed = reader
                .get_with(&address, &[("accept-encoding", "gzip")])
                .await;
            assert_eq!(packed.headers["content-encoding"], "gzip");
            assert!(
                packed.body.len() <= 60_000,
                "{address}: {}",
                packed.body.len()
            );
            let text = page.text();
            let bodies: Vec<&str> = text
                .split("/statistics/body/")
                .skip(1)
                .filter_map(|rest| rest.split('?').next())
                .collect();
            assert!(bodies.len() <= 100, "{address}");
            named.extend(bodies.into_iter().map(str::to_owned));
            pages += 1;
            let next = text.split("href=\"").skip(1).find_map(|rest| {
                let link = rest.split('"').next()?;
                let link = link.replace("&#38;", "&").replace("&amp;", "&");
                let (link, _) = link.split_once('#')?;
                link.ends_with(&format!("&page={}", pages + 1))
                    .then(|| link.to_owned())
            });
            match next {
                Some(next) => address = next,
                None => break,
            }
        }
        assert!(pages > 10, "{first}: {pages}");
        assert!(named.len() > 1_400, "{first}: each once: {}", named.len());
        // Nonsense is the first page, and what lies beyond is the last.
        for page in ["x", "0", "999999"] {
            let turned = reader.get(&format!("{first}&page={page}")).await;
            assert_eq!(turned.code(), 200, "{page}");
        }
    }
}

async fn figures_leave_as_a_workbook_of_numbers(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    reader
        .get("/ar/statistics")
        .await
        .says(&["/ar/statistics/figures.xlsx"]);
    let book = reader.get("/ar/statistics/figures.xlsx").await;
    assert_eq!(book.code(), 200);
    assert_eq!(
        book.headers["content-type"],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    // Words of the language, numbers as numbers, and a sheet for each table of the page.
    book.says(&["Arabic", "Real(7.0)", "Whole(7)", "سوس"]);
    assert_eq!(book.text().matches("Arabic").count(), 5, "{}", book.text());
    let body = format!("/fr/statistics/body/{}/figures.xlsx", town::TIZNIT);
    let book = reader.get(&body).await;
    book.says(&["Commune de Tiznit", "Real(7.0)"]);
    let name = book.headers["content-disposition"].to_str().unwrap();
    assert!(name.contains("statistics-body-"), "{name}");
}

/// Bodies, places and subjects are found by everyday words in any script, without a script of the browser's.
async fn a_page_is_found_by_what_people_call_it(town: &Town) {
    let mut reader = Visitor::new(&counters(town)).await;
    for (language, words, page) in [
        ("fr", "lampadaire", "subject/public-lighting"),
        ("ar", "تيزنيت", "territory/"),
        ("fr", "hopital", "body/"),
        ("en", "onee", "body/onee"),
    ] {
        let found = reader
            .get(&format!("/{language}/statistics?period=2026&find={words}"))
            .await;
        assert_eq!(found.code(), 200);
        let list = found.between("id=\"found\"", "</section>");
        let link = format!("href=\"/{language}/statistics/{page}");
        assert!(list.contains(&link), "{words}: {list}");
        assert!(list.contains("?period=2026"), "{list}");
    }
    let lost = reader.get("/fr/statistics?find=xylographe%22%3E").await;
    lost.says(&["Rien n’a été trouvé pour"]);
    assert!(!lost.text().contains("xylographe\">"), "{}", lost.text());
    let body = reader.get("/fr/statistics/body/onee").await;
    assert!(!body.text().contains("name=\"find\""));
}
