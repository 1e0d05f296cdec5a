//! The place of a filing by a point: it decides what was left open, goes with the case, and lies in the country.

use chikaya_domain::{access::Role, id::TerritoryCode, territory::Coordinates};
use chikaya_service::Trouble;
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    a_point_decides_the_commune_that_nobody_chose => super::a_point_decides_the_commune_that_nobody_chose;
    a_point_goes_with_the_case_to_its_filer_and_to_the_desk => super::a_point_goes_with_the_case_to_its_filer_and_to_the_desk;
    a_point_outside_the_country_is_refused => super::a_point_outside_the_country_is_refused;
}

fn point(latitude: f64, longitude: f64) -> Coordinates {
    Coordinates::from_degrees(latitude, longitude).unwrap()
}

fn code(text: &str) -> TerritoryCode {
    TerritoryCode::parse(text).unwrap()
}

async fn a_point_decides_the_commune_that_nobody_chose(town: &Town) {
    let tiznit = point(29.6974, -9.7316);
    for (chosen, point, expected) in [
        (None, tiznit, town::TIZNIT),
        (Some("region-09"), tiznit, town::TIZNIT),
        (Some("province-09-581"), tiznit, town::TIZNIT),
        // What the filer says of the commune, or of another region, is theirs.
        (Some("commune-09-581-01-05"), tiznit, "commune-09-581-01-05"),
        (Some("region-04"), tiznit, "region-04"),
        (None, point(34.0209, -6.8416), "arrondissement-04-421-01-05"),
    ] {
        let mut filing = town::filing();
        filing.territory = chosen.map(code);
        filing.coordinates = Some(point);
        let receipt = town.clerks.file(filing).await.unwrap();
        assert_eq!(receipt.territory, Some(code(expected)), "{chosen:?}");
        if expected == town::TIZNIT {
            assert_eq!(receipt.organisation.as_str(), town::TIZNIT);
        }
    }
}

async fn a_point_goes_with_the_case_to_its_filer_and_to_the_desk(town: &Town) {
    let mut filing = town::filing();
    filing.coordinates = Some(point(29.6974, -9.7316));
    let receipt = town.clerks.file(filing).await.unwrap();
    let page_reference = receipt.reference.clone();
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let desk = town
        .clerks
        .desk_page(officer, receipt.reference.clone())
        .await
        .unwrap();
    let pass = town
        .clerks
        .open_with_code(receipt.reference, receipt.access_code)
        .await
        .unwrap();
    let filer = town.clerks.follow(pass).await.unwrap();
    for page in [&desk.page, &filer] {
        assert_eq!(page.coordinates, Some(point(29.6974, -9.7316)));
    }
    assert_eq!(town.clerks.check_chain(receipt.case).await.unwrap(), 1);
    // It is personal, and stands in no event.
    let payloads = town.payloads(page_reference.as_str()).await;
    assert_eq!(payloads.len(), 1);
    for payload in payloads {
        for digits in ["29697400", "9731600", "29.6974", "9.7316", "latitude"] {
            assert!(!payload.contains(digits), "{payload}");
        }
    }
}

async fn a_point_outside_the_country_is_refused(town: &Town) {
    let mut filing = town::filing();
    filing.coordinates = Some(point(36.7538, 3.0588));
    assert!(matches!(
        town.clerks.file(filing).await,
        Err(Trouble::NotAcceptable("error-coordinates-outside"))
    ));
    assert!(town.references().await.is_empty());
}
