//! The way up, from a commune with one officer to the authority that answers for everything else.

use std::convert::Infallible;

use jiff::{Timestamp, civil::date};
use uuid::Uuid;

use super::*;
use crate::{
    Language,
    case::{Actor, Channel, Kind, Law, NewCase, Track},
    clock::examples::{calendar, policy},
    id::{CaseId, DocumentId},
    organisation::{Organisation, OrganisationKind},
    person::Category,
    reference::{Reference, ReferencePrefix},
    words::Names,
};

fn code(text: &str) -> OrganisationCode {
    OrganisationCode::parse(text).unwrap()
}

fn staff(number: u128) -> StaffId {
    StaffId::new(Uuid::from_u128(number))
}

fn body(text: &str, kind: OrganisationKind, parent: Option<&str>, receives: bool) -> Organisation {
    Organisation {
        code: code(text),
        kind,
        parent: parent.map(code),
        territory: None,
        acronym: None,
        names: Names {
            ar: text.to_owned(),
            fr: text.to_owned(),
            zgh: None,
            en: None,
        },
        supervisor: None,
        receives,
    }
}

fn tree() -> Organisations {
    use OrganisationKind::{Commune, Ministry, Province, ReformAuthority, Region};
    let mut region = body("region", Region, None, true);
    region.supervisor = Some(code("ministry"));
    Organisations::new([
        body("ministry", Ministry, None, true),
        region,
        body("province", Province, Some("region"), false),
        body("commune", Commune, Some("province"), true),
        body("reform", ReformAuthority, None, true),
    ])
    .unwrap()
}

fn case() -> Case {
    let policy = policy();
    let calendar = calendar();
    let new = NewCase {
        id: CaseId::new(Uuid::from_u128(1)),
        reference: Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 7),
        kind: Kind::Complaint,
        track: Track::Ordinary,
        channel: Channel::Web,
        language: Language::French,
        category: Category::Person,
        person: None,
        subject: None,
        territory: None,
        organisation: code("commune"),
        document: DocumentId::new(Uuid::from_u128(2)),
        taken_down: None,
        spoken: Vec::new(),
    };
    let law = Law {
        policy: &policy,
        calendar: &calendar,
    };
    let now: Timestamp = "2026-03-12T20:14:00Z".parse().unwrap();
    assert_eq!(calendar.date_of(now), date(2026, 3, 12));
    Case::file(new, Actor::Filer, now, law).0
}

/// Who can examine the case where these people work.
fn examined_by(case: &Case, people: &[(&str, u128)]) -> Examiner {
    examiner(case, &tree(), &code("reform"), |body| {
        Ok::<_, Infallible>(
            people
                .iter()
                .filter(|(where_, _)| code(where_) == *body)
                .map(|(_, number)| staff(*number))
                .collect(),
        )
    })
    .unwrap()
}

#[test]
fn a_case_stays_where_someone_else_can_examine_it() {
    let mut case = case();
    case.answered_by.push(staff(1));
    let people = [("commune", 1), ("commune", 2), ("region", 3)];
    assert_eq!(examined_by(&case, &people), Examiner::Here);
}

#[test]
fn a_case_whose_only_officer_answered_it_climbs_past_bodies_that_receive_nothing() {
    let mut case = case();
    case.answered_by.push(staff(1));
    let people = [("commune", 1), ("province", 2), ("region", 3)];
    assert_eq!(examined_by(&case, &people), Examiner::Above(code("region")));
}

#[test]
fn the_way_up_goes_over_the_supervisor_and_ends_with_the_reform_authority() {
    let case = case();
    assert_eq!(
        examined_by(&case, &[("ministry", 4), ("reform", 5)]),
        Examiner::Above(code("ministry"))
    );
    assert_eq!(
        examined_by(&case, &[("reform", 5)]),
        Examiner::Above(code("reform"))
    );
    assert_eq!(examined_by(&case, &[]), Examiner::Nobody);
}

#[test]
fn whoever_answered_below_does_not_examine_above() {
    let mut case = case();
    case.answered_by.extend([staff(1), staff(3)]);
    let people = [("commune", 1), ("region", 3), ("reform", 5)];
    assert_eq!(examined_by(&case, &people), Examiner::Above(code("reform")));
}

/// Who is told at a level where these heads work: body, number, and whether they lead the whole of it.
fn told_at(level: EscalationLevel, people: &[(&str, u128, bool)]) -> Option<Told> {
    told(&case(), level, &tree(), &code("reform"), |body| {
        let mut heads = Heads::default();
        for (where_, number, leads_all) in people {
            if code(where_) != *body {
                continue;
            }
            if *leads_all {
                heads.of_administration.push(staff(*number));
            } else {
                heads.of_units.push((staff(*number), None));
            }
        }
        Ok::<_, Infallible>(heads)
    })
    .unwrap()
}

#[test]
fn a_late_case_is_told_to_the_unit_head_then_the_head_then_the_body_above() {
    use EscalationLevel::{AdministrationHead, BodyAbove, UnitHead};
    let all = [
        ("commune", 1, false),
        ("commune", 2, true),
        ("region", 3, true),
    ];
    let who = |level, people: &[(&str, u128, bool)]| {
        told_at(level, people).map(|told| (told.level, told.organisation, told.heads))
    };
    let expected = [
        (UnitHead, UnitHead, "commune", 1),
        (AdministrationHead, AdministrationHead, "commune", 2),
        (BodyAbove, BodyAbove, "region", 3),
    ];
    for (level, reached, body, number) in expected {
        assert_eq!(
            who(level, &all),
            Some((reached, code(body), vec![staff(number)])),
            "{level}"
        );
    }
    // Where there is no head the next one above is told.
    assert_eq!(
        who(UnitHead, &all[1..]),
        Some((AdministrationHead, code("commune"), vec![staff(2)]))
    );
    assert_eq!(
        who(UnitHead, &all[2..]),
        Some((BodyAbove, code("region"), vec![staff(3)]))
    );
    assert_eq!(who(UnitHead, &[]), None);
}

#[test]
fn a_case_rises_as_it_gets_later() {
    use EscalationLevel::{AdministrationHead, BodyAbove, UnitHead};
    let levels: Vec<_> = [0, 1, 14, 15, 29, 30, 45].map(level_after).to_vec();
    assert_eq!(
        levels,
        [
            None,
            Some(UnitHead),
            Some(UnitHead),
            Some(AdministrationHead),
            Some(AdministrationHead),
            Some(BodyAbove),
            Some(BodyAbove)
        ]
    );
}
