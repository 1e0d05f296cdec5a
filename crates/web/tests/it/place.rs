//! The place by coordinates, as people type and paste them: found, confirmed, kept, and told where they are none.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};
use serde_json::{Value, json};

use crate::{
    cases::{POINT, TAFRAOUT, WORDS, colleague, draft, file, send},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    coordinates_lead_to_their_commune_once_it_is_confirmed => super::coordinates_lead_to_their_commune_once_it_is_confirmed;
    whoever_chose_another_commune_is_asked_once => super::whoever_chose_another_commune_is_asked_once;
    coordinates_are_read_in_every_language => super::coordinates_are_read_in_every_language;
    what_is_wrong_with_coordinates_is_said_beside_them => super::what_is_wrong_with_coordinates_is_said_beside_them;
    the_interface_takes_coordinates => super::the_interface_takes_coordinates;
    a_town_abroad_is_offered_with_its_name => super::a_town_abroad_is_offered_with_its_name;
    one_place_of_exactly_the_name_is_meant => super::one_place_of_exactly_the_name_is_meant;
    enter_goes_on_once_a_name_was_looked_for => super::enter_goes_on_once_a_name_was_looked_for;
}

/// Whether a page offers a territory as chosen.
fn is_chosen(page: &str, territory: &str) -> bool {
    page.contains(&format!("name=\"territory\" value=\"{territory}\" checked"))
}

async fn coordinates_lead_to_their_commune_once_it_is_confirmed(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&step("what"), &[("text", WORDS)]).await;
    let page = browser.get(&step("where")).await;
    assert!(page.text().contains("data-position=\"coordinates\""));
    let policy = page.headers["permissions-policy"].to_str().unwrap();
    assert!(policy.contains("geolocation=(self)"), "{policy}");

    let typed = [("coordinates", "29,6974 N  9,7316 O")];
    let asked = browser.post(&step("where"), &typed).await;
    assert_eq!(asked.code(), 200);
    let text = asked.text();
    assert!(text.contains("Ces coordonnées se trouvent ici"), "{text}");
    assert!(text.contains("Commune de Tiznit"), "{text}");
    assert!(is_chosen(&text, town::TIZNIT), "{text}");
    assert!(
        text.contains("value=\"29,6974 N  9,7316 O\""),
        "what was typed is kept"
    );

    let confirmed = [
        ("coordinates", "29,6974 N  9,7316 O"),
        ("confirmed", "29.6974, −9.7316"),
        ("territory", town::TIZNIT),
    ];
    let on = browser.post(&step("where"), &confirmed).await;
    assert_eq!((on.code(), on.place()), (303, step("about").as_str()));
    browser
        .post(&step("who"), &[("organisation", town::TIZNIT)])
        .await;
    let you = [("category", "anonymous"), ("preferred", "nothing")];
    browser.post(&step("you"), &you).await;
    let check = browser.get(&step("check")).await.text();
    assert!(
        check.contains("Commune de Tiznit · 29.6974, −9.7316"),
        "{check}"
    );
    assert_eq!(send(&mut browser, &word).await.code(), 303);

    let (reference, _) = file(&mut browser).await;
    let link =
        "<a href=\"geo:29.69741,-9.73162\"><span class=\"ltr\">29.69741, −9.73162</span></a>";
    let followed = browser.get(&format!("/fr/track/{reference}")).await.text();
    assert!(followed.contains(link), "{followed}");
    assert!(followed.contains("rue de l’École"), "{followed}");
    let mut desk = colleague(town, &counters, Role::Officer, town::TIZNIT)
        .await
        .browser;
    let case = desk.get(&format!("/ar/desk/case/{reference}")).await.text();
    assert!(case.contains(link), "{case}");
}

async fn whoever_chose_another_commune_is_asked_once(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let place = format!("/fr/file/{word}/where");
    let typed = [("coordinates", POINT), ("territory", TAFRAOUT)];
    let asked = browser.post(&place, &typed).await;
    assert_eq!(asked.code(), 200);
    let text = asked.text();
    assert!(is_chosen(&text, TAFRAOUT), "their choice stands: {text}");
    assert!(
        text.contains(&format!("value=\"{}\"", town::TIZNIT)),
        "{text}"
    );
    let again = [
        ("coordinates", POINT),
        ("territory", TAFRAOUT),
        ("confirmed", "29.69741, −9.73162"),
    ];
    assert_eq!(browser.post(&place, &again).await.code(), 303);
    // Another point is another question.
    let other = [
        ("coordinates", "34.0209, -6.8416"),
        ("territory", TAFRAOUT),
        ("confirmed", "29.69741, −9.73162"),
    ];
    assert_eq!(browser.post(&place, &other).await.code(), 200);
}

async fn coordinates_are_read_in_every_language(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    for (language, typed) in [
        ("ar", "٢٩٫٦٩٧٤، −٩٫٧٣١٦"),
        (
            "fr",
            "https://www.openstreetmap.org/#map=15/29.6974/-9.7316",
        ),
        ("zgh", "geo:29.6974,-9.7316"),
        ("en", "29.6974° N, 9.7316° W"),
    ] {
        let place = format!("/{language}/file/{word}/where");
        let sent = [("coordinates", typed), ("locate", "yes")];
        let asked = browser.post(&place, &sent).await;
        assert_eq!(asked.code(), 200, "{language}");
        let text = asked.text();
        assert!(is_chosen(&text, town::TIZNIT), "{language}: {text}");
        let check = browser.get(&format!("/{language}/file/{word}/check")).await;
        assert!(check.text().contains("29.6974, −9.7316"), "{language}");
    }
}

async fn what_is_wrong_with_coordinates_is_said_beside_them(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let place = format!("/en/file/{word}/where");
    for (typed, sentence) in [
        ("near the mosque", "were not understood"),
        ("29.6974", "a single number"),
        ("99.5, -9.7316", "at most 90"),
        ("36.7538, 3.0588", "outside Morocco"),
        ("-9.7316, 29.6974", "outside Morocco"),
    ] {
        let sent = [("coordinates", typed), ("place", "rue de l’École")];
        let refused = browser.post(&place, &sent).await;
        assert_eq!(refused.code(), 422, "{typed}");
        let text = refused.text();
        assert!(text.contains("id=\"coordinates-error\""), "{typed}: {text}");
        assert_eq!(
            text.matches(sentence).count(),
            2,
            "summary and field: {text}"
        );
        assert!(
            text.contains(&format!("value=\"{typed}\"")),
            "{typed} is kept"
        );
        assert!(text.contains("rue de l’École"), "the rest is kept");
        // Whoever goes on by another way comes back to it before anything is filed.
        let skipped = browser
            .post(&format!("/en/file/{word}/what"), &[("text", WORDS)])
            .await;
        assert_eq!(skipped.code(), 303);
        let check = format!("/en/file/{word}/check");
        let sent = browser.post(&check, &[("declaration", "on")]).await;
        assert_eq!(sent.place(), place);
    }
    let nothing = browser.post(&place, &[("locate", "yes")]).await;
    assert_eq!(nothing.code(), 422);
    assert!(nothing.text().contains("id=\"coordinates-error\""));
    let none = [("coordinates", ""), ("place", "rue de l’École")];
    assert_eq!(browser.post(&place, &none).await.code(), 303);
}

async fn the_interface_takes_coordinates(town: &Town) {
    let mut client = Visitor::new(&counters(town)).await;
    let body = |latitude: f64, longitude: f64| {
        json!({
            "kind": "complaint", "language": "fr", "text": WORDS, "subject": "public-lighting",
            "coordinates": {"latitude": latitude, "longitude": longitude},
        })
        .to_string()
    };
    let address = "/api/v1/cases";
    let filed = client
        .post_json(address, "point-1", &body(29.6974, -9.7316))
        .await;
    assert_eq!(filed.code(), 201, "{}", filed.text());
    let answer: Value = serde_json::from_slice(&filed.body).unwrap();
    assert_eq!(answer["territory"], town::TIZNIT);
    assert_eq!(answer["organisation"], town::TIZNIT);
    for (latitude, longitude, error) in [
        (91.0, -9.0, "error-coordinates-range"),
        (36.7538, 3.0588, "error-coordinates-outside"),
    ] {
        let refused = client
            .post_json(address, "point-2", &body(latitude, longitude))
            .await;
        assert_eq!(refused.code(), 422);
        let problem: Value = serde_json::from_slice(&refused.body).unwrap();
        assert_eq!(problem["errors"][0]["field"], "coordinates");
        assert_eq!(problem["errors"][0]["error"], error);
    }
    assert_eq!(town.references().await.len(), 1);
}

async fn a_town_abroad_is_offered_with_its_name(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    for name in ["Montreal", "Paris", "باريس", "Bruxelles", "Qatar"] {
        let word = draft(&mut browser).await;
        let place = format!("/fr/file/{word}/where");
        let search = [("sought", name), ("look-up", "yes")];
        let found = browser.post(&place, &search).await;
        assert_eq!(found.code(), 200, "{name}");
        let offered = found.between("id=\"found\"", "class=\"choices side\"");
        assert!(offered.contains("value=\"abroad\""), "{name}: {offered}");
        assert_eq!(found.text().matches("value=\"abroad\"").count(), 1);
        let chosen = [("sought", name), ("shown", name), ("territory", "abroad")];
        let on = browser.post(&place, &chosen).await;
        assert_eq!(on.code(), 303, "{name}");
        let check = browser.get(&format!("/fr/file/{word}/check")).await;
        check.says(&[name]);
    }
    let word = draft(&mut browser).await;
    let place = format!("/fr/file/{word}/where");
    let nowhere = browser.post(&place, &[("territory", "abroad")]).await;
    assert_eq!(nowhere.code(), 422);
    let label = nowhere.between("<label for=\"place\">", "</label>");
    assert!(
        label.contains("La ville et le pays") && label.contains("obligatoire"),
        "{label}"
    );
}

async fn one_place_of_exactly_the_name_is_meant(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let place = format!("/ar/file/{word}/where");
    let on = browser.post(&place, &[("sought", "تفراوت المولود")]).await;
    assert_eq!(
        on.place(),
        format!("/ar/file/{word}/about"),
        "{}",
        on.text()
    );
    // A name that only resembles one is nobody's choice.
    let asked = browser.post(&place, &[("sought", "تفراوت المولو")]).await;
    assert_eq!(asked.code(), 422);
}

async fn enter_goes_on_once_a_name_was_looked_for(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let place = format!("/fr/file/{word}/where");
    let enter = [("sought", "Tafraout"), ("look-up", "enter")];
    let found = browser.post(&place, &enter).await;
    assert_eq!(found.code(), 200);
    found.says(&[
        "name=\"shown\" value=\"Tafraout\"",
        "name=\"look-up\" value=\"enter\"",
    ]);
    let chosen = [
        ("sought", "Tafraout"),
        ("shown", "Tafraout"),
        ("territory", TAFRAOUT),
        ("place", "rue du Souk"),
        ("look-up", "enter"),
    ];
    let on = browser.post(&place, &chosen).await;
    assert_eq!(on.place(), format!("/fr/file/{word}/about"));
}
