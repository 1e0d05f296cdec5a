//! Editions of the public statistics: addresses that stay, and pages that are drawn once and still say what is so.

use chikaya_domain::{Language, access::Role};
use chikaya_testkit::{Town, town};

use crate::{
    statistics::cases,
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    an_edition_has_addresses_that_stay => super::an_edition_has_addresses_that_stay;
    a_page_that_was_drawn_before_tells_new_names => super::a_page_that_was_drawn_before_tells_new_names;
}

/// A page is drawn once for an edition. Whoever takes it packed and whoever does not read the same, and somebody who changes a
/// name finds it changed.
async fn a_page_that_was_drawn_before_tells_new_names(town: &Town) {
    cases(town, 7).await;
    let mut reader = Visitor::new(&counters(town)).await;
    let address = format!("/fr/statistics/body/{}", town::TIZNIT);
    let first = reader.get(&address).await.text();
    assert!(first.contains("Commune de Tiznit"), "{first}");
    assert_eq!(reader.get(&address).await.text(), first);
    for (wish, coding) in [("zstd", Some("zstd")), ("gzip;q=0", None)] {
        let again = reader
            .get_with(&address, &[("accept-encoding", wish)])
            .await;
        let told = again.headers.get("content-encoding");
        assert_eq!(told.and_then(|coding| coding.to_str().ok()), coding);
        assert_eq!(again.code(), 200);
    }
    // In another language, for another year and for whoever saves data it is another page.
    let other = reader.get(&address.replace("/fr/", "/en/")).await.text();
    assert!(other.contains("lang=\"en\""), "{other}");
    let other = reader.get(&format!("{address}?period=2025")).await;
    other.says(&["<option value=\"2025\" selected>2025</option>"]);
    let plain = reader.get_with(&address, &[("save-data", "on")]).await;
    assert_ne!(plain.text(), first);
    let administrator = town
        .officer("admin@sample.test", Role::Administrator, "reform-authority")
        .await;
    let code = town::organisation_code(town::TIZNIT);
    let known = town.clerks.organisation(administrator.clone(), code).await;
    let mut body = known.unwrap();
    body.organisation.names.fr = "Commune de Tiznit la Neuve".to_owned();
    let changed = town.clerks.change_organisation(administrator, body).await;
    changed.unwrap();
    reader
        .get(&address)
        .await
        .says(&["Commune de Tiznit la Neuve"]);
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
    // What comes between editions is of none: nobody is told that it stays.
    let page = reader.get("/fr/open-data?edition=1").await.text();
    assert!(page.contains("\"/open-data/surveys.csv\""), "{page}");
    for file in ["surveys.csv", "surveys.json", "catalogue.jsonld"] {
        let live = reader.get(&format!("/open-data/{file}")).await;
        assert_eq!(live.code(), 200, "{file}");
        assert!(!live.headers.contains_key("etag"), "{file}");
        let pinned = reader.get(&format!("/open-data/{file}?edition=1")).await;
        assert_eq!(pinned.code(), 404, "{file}");
    }
}
