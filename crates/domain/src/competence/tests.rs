//! Competence in a small country: the right body, once, for every subject and place.

use proptest::prelude::*;

use super::*;
use crate::organisation::{Organisation, OrganisationKind};
use crate::territory::Territory;

/// Places of the small country, from the largest to the smallest, each in the one before but the last two.
const PLACES: &[&str] = &["region", "prefecture", "city", "quarter", "village"];
const BODIES: &[&str] = &["ministry", "agency", "office"];
const SUBJECTS: &[&str] = &["roads", "lights", "holes"];

fn names(text: &str) -> Names {
    Names {
        ar: text.to_owned(),
        fr: text.to_owned(),
        zgh: None,
        en: None,
    }
}

fn place(code: &str) -> TerritoryCode {
    TerritoryCode::parse(code).unwrap()
}

fn body(code: &str) -> OrganisationCode {
    OrganisationCode::parse(code).unwrap()
}

fn subject(code: &str) -> SubjectCode {
    SubjectCode::parse(code).unwrap()
}

fn territories() -> Territories {
    Territories::new(
        [
            ("region", Level::Region, None),
            ("prefecture", Level::Prefecture, Some("region")),
            ("city", Level::Commune, Some("prefecture")),
            ("quarter", Level::Arrondissement, Some("city")),
            ("village", Level::Commune, Some("prefecture")),
        ]
        .map(|(code, level, parent)| Territory {
            code: place(code),
            level,
            parent: parent.map(place),
            names: names(code),
            population: None,
        }),
    )
    .unwrap()
}

fn organisation(code: &str, kind: OrganisationKind, territory: Option<&str>) -> Organisation {
    Organisation {
        code: body(code),
        kind,
        parent: None,
        territory: territory.map(place),
        acronym: None,
        names: names(code),
        supervisor: None,
        receives: true,
    }
}

fn bodies() -> Vec<Organisation> {
    use OrganisationKind::{Arrondissement, Commune, Establishment, Ministry, Province, Region};
    vec![
        organisation("ministry", Ministry, None),
        organisation("agency", Establishment, None),
        organisation("office", Establishment, None),
        organisation("of-region", Region, Some("region")),
        organisation("of-prefecture", Province, Some("prefecture")),
        organisation("of-city", Commune, Some("city")),
        organisation("of-quarter", Arrondissement, Some("quarter")),
        organisation("of-village", Commune, Some("village")),
    ]
}

/// One sector, roads, with two subjects.
fn subjects() -> Subjects {
    Subjects::new(SUBJECTS.iter().map(|code| Subject {
        code: subject(code),
        parent: (*code != "roads").then(|| subject("roads")),
        icon: None,
        names: names(code),
        words: Vec::new(),
        questions: Vec::new(),
    }))
    .unwrap()
}

fn rule(id: u32, about: &str, within: Option<&str>, answers: Answerer, rank: u8) -> Rule {
    Rule {
        id,
        subject: subject(about),
        within: within.map(place),
        answers,
        rank,
        when: None,
        reason: names("because"),
    }
}

fn to(code: &str) -> Answerer {
    Answerer::Organisation(body(code))
}

fn competences(
    rules: impl IntoIterator<Item = Rule>,
    bodies: Vec<Organisation>,
) -> Result<Competences, CompetenceError> {
    Competences::new(
        rules,
        &subjects(),
        &territories(),
        &Organisations::new(bodies).unwrap(),
    )
}

fn resolve(competences: &Competences, about: &str, at: Option<&str>) -> Vec<String> {
    competences
        .resolve(
            &subject(about),
            at.map(place).as_ref(),
            &subjects(),
            &territories(),
        )
        .into_iter()
        .map(|suggestion| suggestion.organisation.to_string())
        .collect()
}

#[test]
fn the_authority_at_the_place_answers_and_never_its_unit() {
    let mut bodies = bodies();
    // By code the unit stands after the authority, and another before it: neither order may matter.
    bodies.push(organisation(
        "of-city-lights",
        OrganisationKind::Unit,
        Some("city"),
    ));
    bodies.push(organisation(
        "a-city-unit",
        OrganisationKind::Unit,
        Some("city"),
    ));
    let rules = [rule(1, "roads", None, Answerer::AtPlace(Level::Commune), 1)];
    let competences = competences(rules, bodies).unwrap();
    assert_eq!(resolve(&competences, "lights", Some("city")), ["of-city"]);
    assert_eq!(
        resolve(&competences, "lights", Some("quarter")),
        ["of-city"]
    );
    assert!(resolve(&competences, "lights", Some("region")).is_empty());
    assert!(resolve(&competences, "lights", None).is_empty());
}

#[test]
fn a_province_s_authority_answers_in_a_prefecture() {
    let rules = [rule(
        1,
        "roads",
        None,
        Answerer::AtPlace(Level::Province),
        1,
    )];
    let competences = competences(rules, bodies()).unwrap();
    assert_eq!(
        resolve(&competences, "holes", Some("village")),
        ["of-prefecture"]
    );
}

#[test]
fn two_authorities_of_one_territory_are_refused() {
    let mut two = bodies();
    two.push(organisation(
        "of-city-too",
        OrganisationKind::Commune,
        Some("city"),
    ));
    let rules = || [rule(1, "roads", None, to("ministry"), 1)];
    assert_eq!(
        competences(rules(), two.clone()).unwrap_err(),
        CompetenceError::TwoAuthorities {
            territory: place("city"),
            first: body("of-city"),
            second: body("of-city-too"),
        }
    );
    // One that receives nothing is no rival.
    two.last_mut().unwrap().receives = false;
    assert!(competences(rules(), two).is_ok());
}

#[test]
fn a_subject_needs_a_rule_that_holds_everywhere() {
    let only_in_the_city = [
        rule(1, "lights", Some("city"), to("agency"), 1),
        rule(2, "holes", None, to("ministry"), 1),
    ];
    assert_eq!(
        competences(only_in_the_city.clone(), bodies()).unwrap_err(),
        CompetenceError::NobodyAnswers(subject("lights"))
    );
    let by_the_sector = rule(3, "roads", None, to("office"), 1);
    let competences = competences(
        only_in_the_city.into_iter().chain([by_the_sector]),
        bodies(),
    )
    .unwrap();
    assert_eq!(resolve(&competences, "lights", Some("quarter")), ["agency"]);
    assert_eq!(resolve(&competences, "lights", Some("village")), ["office"]);
    assert_eq!(resolve(&competences, "lights", None), ["office"]);
}

#[test]
fn a_body_named_at_two_ranks_is_suggested_once_at_the_better() {
    let rules = [
        rule(1, "roads", None, to("ministry"), 1),
        rule(2, "roads", None, to("agency"), 2),
        rule(3, "roads", None, to("ministry"), 3),
    ];
    let competences = competences(rules, bodies()).unwrap();
    assert_eq!(resolve(&competences, "holes", None), ["ministry", "agency"]);
}

#[test]
fn rules_that_lead_nowhere_are_named() {
    let refused = |wrong: Rule| {
        let everywhere = rule(1, "roads", None, to("ministry"), 1);
        let mut bodies = bodies();
        bodies[1].receives = false;
        competences([everywhere, wrong], bodies).unwrap_err()
    };
    assert!(matches!(
        refused(rule(2, "bridges", None, to("ministry"), 1)),
        CompetenceError::NoSubject { rule: 2, .. }
    ));
    assert!(matches!(
        refused(rule(2, "roads", Some("island"), to("ministry"), 1)),
        CompetenceError::NoTerritory { rule: 2, .. }
    ));
    for missing in ["agency", "nobody"] {
        assert!(matches!(
            refused(rule(2, "roads", None, to(missing), 1)),
            CompetenceError::NoReceiver { rule: 2, .. }
        ));
    }
}

/// Any rule of the small country but for its number.
fn some_rule() -> impl Strategy<Value = Rule> {
    let answers = prop_oneof![
        prop::sample::select(BODIES).prop_map(to),
        prop::sample::select(Level::ALL).prop_map(Answerer::AtPlace),
    ];
    (
        prop::sample::select(SUBJECTS),
        prop::option::of(prop::sample::select(PLACES)),
        answers,
        1_u8..4,
    )
        .prop_map(|(about, within, answers, rank)| rule(0, about, within, answers, rank))
}

/// Any rules, beside one that gives the sector's subjects to the ministry everywhere.
fn some_rules() -> impl Strategy<Value = Vec<Rule>> {
    prop::collection::vec(some_rule(), 0..12).prop_map(|mut rules| {
        rules.push(rule(0, "roads", None, to("ministry"), 9));
        for (id, rule) in (1..).zip(&mut rules) {
            rule.id = id;
        }
        rules
    })
}

proptest! {
    #[test]
    fn somebody_answers_everywhere_each_once_and_in_order(
        rules in some_rules(),
        about in prop::sample::select(SUBJECTS),
        at in prop::option::of(prop::sample::select(PLACES)),
    ) {
        let competences = competences(rules, bodies()).unwrap();
        let found = competences.resolve(
            &subject(about), at.map(place).as_ref(), &subjects(), &territories(),
        );
        prop_assert!(!found.is_empty());
        prop_assert!(found.is_sorted_by_key(|suggestion| (suggestion.rank, suggestion.rule)));
        let once: BTreeSet<_> = found.iter().map(|suggestion| &suggestion.organisation).collect();
        prop_assert_eq!(once.len(), found.len());
    }

    #[test]
    fn what_is_suggested_comes_from_one_subject_and_territory_around_the_place(
        rules in some_rules(),
        about in prop::sample::select(SUBJECTS),
        at in prop::sample::select(PLACES),
    ) {
        let competences = competences(rules.clone(), bodies()).unwrap();
        let territories = territories();
        let found = competences.resolve(
            &subject(about), Some(&place(at)), &subjects(), &territories,
        );
        let origins: BTreeSet<_> = found
            .iter()
            .map(|suggestion| &rules[suggestion.rule as usize - 1])
            .map(|rule| (&rule.subject, &rule.within))
            .collect();
        prop_assert_eq!(origins.len(), 1);
        let (rules_subject, within) = origins.first().unwrap();
        prop_assert!(within.as_ref().is_none_or(|outer| territories.is_within(&place(at), outer)));
        // A rule that names a body for the subject itself in a smaller territory would have won.
        let beaten = rules.iter().any(|rule| {
            matches!(rule.answers, Answerer::Organisation(_))
                && rule.subject == **rules_subject
                && rule.within.as_ref().is_some_and(|inner| {
                    territories.is_within(&place(at), inner)
                        && within.as_ref().is_none_or(|outer| {
                            inner != outer && territories.is_within(inner, outer)
                        })
                })
        });
        prop_assert!(!beaten);
    }

    #[test]
    fn the_order_of_the_rules_and_bodies_does_not_matter(
        rules in some_rules(),
        about in prop::sample::select(SUBJECTS),
        at in prop::option::of(prop::sample::select(PLACES)),
    ) {
        let forwards = competences(rules.clone(), bodies()).unwrap();
        let backwards = competences(
            rules.into_iter().rev(),
            bodies().into_iter().rev().collect(),
        ).unwrap();
        prop_assert_eq!(resolve(&forwards, about, at), resolve(&backwards, about, at));
    }
}
