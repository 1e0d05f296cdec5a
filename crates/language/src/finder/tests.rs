//! What is found: everyday words, names, slips, and what lies near the place given.

use proptest::prelude::*;

use super::{Body, Everyday, Extent, Finder, Place};

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn place(code: &str, within: Option<&str>, names: &[&str], population: u64) -> Place {
    Place {
        code: code.to_owned(),
        within: within.map(str::to_owned),
        names: texts(names),
        population,
        extent: if code.starts_with("province") {
            Extent::Area
        } else {
            Extent::Town
        },
    }
}

fn body(code: &str, kind: &str, names: &[&str], acronym: Option<&str>, serves: &[&str]) -> Body {
    Body {
        code: code.to_owned(),
        kind: kind.to_owned(),
        names: texts(names),
        acronym: acronym.map(str::to_owned),
        serves: texts(serves),
    }
}

fn everyday(answers: &[&str], words: &[&str]) -> Everyday {
    Everyday {
        answers: texts(answers),
        words: texts(words),
    }
}

/// Two provinces with a town each; the second town has a quarter named as a village of the first province.
fn finder() -> Finder {
    let places = [
        place("province-n", None, &["Nord", "الشمال"], 900_000),
        place("province-s", None, &["Tizil", "تيزيل"], 300_000),
        place("town-n", Some("province-n"), &["Madina", "مدينا"], 800_000),
        place("town-s", Some("province-s"), &["Tizil", "تيزيل"], 90_000),
        place("quarter-s", Some("town-s"), &["Agdal Tahtani"], 20_000),
        place("village-n", Some("province-n"), &["Agdal"], 500),
    ];
    let authority = |code: &str, kind: &str, name: &str| body(code, kind, &[name], None, &[code]);
    let bodies = [
        authority("province-n", "province", "Province du Nord"),
        authority("province-s", "province", "Province de Tizil"),
        authority("town-n", "commune", "Commune de Madina"),
        authority("town-s", "commune", "Commune de Tizil"),
        authority("village-n", "commune", "Commune d’Agdal"),
        body(
            "security",
            "ministry",
            &["Sûreté nationale", "الأمن الوطني"],
            Some("DGSN"),
            &[],
        ),
        body(
            "water-n",
            "establishment",
            &["Eaux du Nord"],
            Some("SR"),
            &["province-n"],
        ),
        body(
            "water-s",
            "establishment",
            &["Eaux du Sud"],
            Some("SR"),
            &["province-s"],
        ),
    ];
    let words = [
        everyday(&[], &["ville", "hay", "مدينة"]),
        everyday(&["@commune"], &["baladiya", "البلدية", "town hall"]),
        everyday(&["@province"], &["caïd", "القايد"]),
        everyday(&["water-*", "nobody"], &["lma", "الماء", "facture d’eau"]),
        everyday(&["security"], &["police", "البوليس"]),
        everyday(&["town-n"], &["medinet", "المدينة الكبيرة"]),
    ];
    Finder::new(places, bodies, words)
}

fn codes(found: &[super::Found<'_>]) -> Vec<String> {
    found.iter().map(|found| found.code.to_owned()).collect()
}

#[test]
fn bodies_are_found_by_everyday_words_names_and_acronyms() {
    let finder = finder();
    for (typed, expected) in [
        ("police", "security"),
        ("polise", "security"),
        ("lbolis", "security"),
        ("DGSN", "security"),
        ("الأمن", "security"),
        ("la police de Tizil", "security"),
        ("police à Lyon", "security"),
        ("baladiya tizil", "town-s"),
        ("town hall", "town-n"),
        ("province de Tizil", "province-s"),
        ("caid tizil", "province-s"),
        ("facture d’eau Tizil", "water-s"),
        ("medinet baladiya", "town-n"),
    ] {
        let found = finder.bodies(typed, None, 4);
        assert_eq!(
            found.first().map(|found| found.code),
            Some(expected),
            "{typed}"
        );
    }
    for nothing in ["", "  ", "!?", "zzzzz"] {
        assert!(finder.bodies(nothing, None, 4).is_empty(), "{nothing}");
        assert!(finder.places(nothing, 4).is_empty(), "{nothing}");
    }
}

#[test]
fn bodies_of_the_place_come_first_and_those_of_another_never_before_them() {
    let finder = finder();
    for (typed, from, expected) in [
        ("البلدية", "town-s", "town-s"),
        ("البلدية", "quarter-s", "town-s"),
        ("baladiya", "village-n", "village-n"),
        ("lma", "quarter-s", "water-s"),
        ("SR", "town-n", "water-n"),
        ("القايد", "village-n", "province-n"),
        ("commune", "town-s", "town-s"),
        ("commune de Madina", "town-s", "town-n"),
        ("police", "town-s", "security"),
        ("baladiya", "unknown", "town-n"),
    ] {
        let found = finder.bodies(typed, Some(from), 8);
        assert_eq!(
            found.first().map(|found| found.code),
            Some(expected),
            "{typed} from {from}: {:?}",
            codes(&found)
        );
    }
}

#[test]
fn who_asks_for_the_own_authority_is_not_offered_those_of_others() {
    let finder = finder();
    assert_eq!(
        codes(&finder.bodies("baladiya", Some("town-s"), 8)),
        ["town-s"]
    );
    let by_name = finder.bodies("Madina", Some("town-s"), 8);
    assert_eq!(by_name.first().map(|found| found.code), Some("town-n"));
}

#[test]
fn a_second_name_narrows_and_a_town_goes_before_its_province() {
    let finder = finder();
    for (typed, expected) in [
        ("tizil", "town-s"),
        ("ville de Tizil", "town-s"),
        ("تيزيل", "town-s"),
        ("province de Tizil", "province-s"),
        ("Agdal", "village-n"),
        ("Agdal Tizil", "quarter-s"),
        ("Tizil, hay Agdal", "quarter-s"),
        ("medinet", "town-n"),
        ("hay nulle part, tizil", "town-s"),
        ("tizill", "town-s"),
        ("tiz", "town-s"),
    ] {
        let found = finder.places(typed, 4);
        assert_eq!(
            found.first().map(|found| found.code),
            Some(expected),
            "{typed}: {:?}",
            codes(&found)
        );
    }
}

#[test]
fn no_more_is_found_than_asked_for_and_scores_fall() {
    let finder = finder();
    let found = finder.bodies("commune", None, 2);
    assert_eq!(found.len(), 2);
    assert!(found[0].score >= found[1].score);
    assert!(finder.bodies("commune", None, 0).is_empty());
}

#[test]
fn a_circle_of_places_ends() {
    let finder = Finder::new(
        [
            place("a", Some("b"), &["Alif"], 1),
            place("b", Some("a"), &["Baraka"], 2),
        ],
        [body("a", "commune", &["Commune d’Alif"], None, &["a"])],
        [],
    );
    assert_eq!(finder.places("alif", 1)[0].code, "a");
    assert_eq!(finder.bodies("commune", Some("b"), 1)[0].code, "a");
}

#[test]
fn without_a_place_a_body_of_the_whole_country_goes_before_local_ones() {
    let finder = Finder::new(
        [place("town", None, &["Madina"], 3_000_000)],
        [
            body("local", "establishment", &["Régie"], None, &["town"]),
            body("national", "establishment", &["Office"], None, &[]),
        ],
        [everyday(&["local", "national"], &["lma"])],
    );
    assert_eq!(codes(&finder.bodies("lma", None, 4)), ["national", "local"]);
    assert_eq!(
        codes(&finder.bodies("lma", Some("town"), 4)),
        ["local", "national"]
    );
    assert_eq!(
        codes(&finder.bodies("lma madina", None, 4)),
        ["local", "national"]
    );
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered_in_order(
        typed in ".{0,40}|(hay|baladiya|Tizil|البلدية|agdal|lma| |,|-|'|7|ⵜ){0,12}",
        limit in 0_usize..6,
    ) {
        let finder = finder();
        for found in [
            finder.bodies(&typed, Some("town-s"), limit),
            finder.bodies(&typed, None, limit),
            finder.places(&typed, limit),
        ] {
            prop_assert!(found.len() <= limit);
            prop_assert!(found.iter().all(|found| found.score.is_finite()));
            prop_assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
        }
    }
}
