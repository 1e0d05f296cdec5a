//! Nobody sees the figures of another body, and of reports of wrongdoing those alone learn who may know of them.

use chikaya_domain::{
    access::Role, case::Track, id::OrganisationCode, organisation::OrganisationKind,
};
use chikaya_service::{
    Trouble,
    case::{act::StaffAct, file::Filing, queue::Order},
    dashboard::{Behind, WorstBy},
    staff::Officer,
};
use chikaya_testkit::{Town, town};

use super::{AUTHORITY, HEAD, ONEE, file, listed, officer, real, settle, told};
use crate::acts::act;

crate::in_both_towns! {
    nobody_sees_the_figures_of_another_body => super::nobody_sees_the_figures_of_another_body;
    a_report_of_wrongdoing_is_counted_for_those_alone_who_may_know => super::a_report_of_wrongdoing_is_counted_for_those_alone_who_may_know;
}

/// What someone is told of a body that has a case.
async fn sees(town: &Town, officer: &Officer, body: &str) -> Result<(i64, bool), &'static str> {
    let body = town::organisation_code(body);
    match town.clerks.dashboard(officer.clone(), Some(body)).await {
        Ok(told) => Ok((told.now.open, told.lists)),
        Err(Trouble::Forbidden) => Err("forbidden"),
        Err(Trouble::NotFound) => Err("not found"),
        Err(trouble) => panic!("{trouble}"),
    }
}

/// A unit of the commune.
async fn a_unit(town: &Town) -> OrganisationCode {
    let administrator = town
        .officer("admin@sample.test", Role::Administrator, AUTHORITY)
        .await;
    let mut unit = town
        .clerks
        .organisation(administrator.clone(), town::organisation_code(town::TIZNIT))
        .await
        .unwrap();
    unit.organisation.parent = Some(unit.organisation.code.clone());
    unit.organisation.code = town::organisation_code("tiznit-lights");
    unit.organisation.kind = OrganisationKind::Unit;
    unit.organisation.territory = None;
    unit.organisation.acronym = None;
    town.clerks
        .create_organisation(administrator, unit)
        .await
        .unwrap();
    town::organisation_code("tiznit-lights")
}

async fn nobody_sees_the_figures_of_another_body(town: &Town) {
    let unit = a_unit(town).await;
    let own = officer(town).await;
    let receipts = file(town, 3).await;
    let to_unit = StaffAct::Transfer {
        to: unit.clone(),
        reason: "Sample.".to_owned(),
    };
    act(town, &own, &receipts[0].reference, to_unit).await;
    settle(town).await;
    for role in Role::ALL.iter().copied() {
        let email = format!("{role}@sample.test");
        let someone = town.officer(&email, role, town::TIZNIT).await;
        let (own_body, below, other) = match role {
            Role::Officer | Role::UnitHead | Role::AdministrationHead => {
                // The cases of a unit are opened there.
                (Ok((2, true)), Ok((1, false)), Err("not found"))
            }
            Role::ReformAuthority | Role::Auditor => (Ok((2, true)), Ok((1, true)), Ok((0, true))),
            Role::Registry
            | Role::HeadOfGovernment
            | Role::Administrator
            | Role::CallAgent
            | Role::CallSupervisor => (Err("forbidden"), Err("forbidden"), Err("forbidden")),
        };
        assert_eq!(sees(town, &someone, town::TIZNIT).await, own_body, "{role}");
        assert_eq!(sees(town, &someone, unit.as_str()).await, below, "{role}");
        assert_eq!(sees(town, &someone, ONEE).await, other, "{role}");
        let list = Behind {
            body: Some(town::organisation_code(ONEE)),
            ..Behind::default()
        };
        let clerks = &town.clerks;
        let is_listed = clerks
            .cases_behind(someone.clone(), list, Order::DueFirst, None)
            .await
            .is_ok();
        let sees_all = matches!(role, Role::ReformAuthority | Role::Auditor);
        assert_eq!(is_listed, sees_all, "{role}");
        let side = clerks
            .bodies_side_by_side(someone.clone(), None, WorstBy::Number, 0)
            .await;
        assert_eq!(side.is_ok(), sees_all, "{role}");
        let onee = Some(town::organisation_code(ONEE));
        let words = clerks.alike_answers(someone.clone(), onee, None).await;
        assert_eq!(words.is_ok(), sees_all, "{role}");
        let below = Some(unit.clone());
        let words = clerks.alike_answers(someone, below, None).await;
        assert_eq!(words.is_ok(), sees_all, "{role}");
    }
    // Whoever works in a unit sees that unit, and not the house around it.
    let inside = town
        .officer("inside@sample.test", Role::Officer, unit.as_str())
        .await;
    assert_eq!(sees(town, &inside, unit.as_str()).await, Ok((1, true)));
    assert_eq!(sees(town, &inside, town::TIZNIT).await, Err("not found"));
    // Its head sees the units side by side.
    let head = town
        .officer(HEAD, Role::AdministrationHead, town::TIZNIT)
        .await;
    let side: Vec<(String, i64)> = told(town, &head)
        .await
        .units
        .into_iter()
        .map(|line| (line.body.to_string(), line.open))
        .collect();
    assert_eq!(side, [(town::TIZNIT.to_owned(), 2), (unit.to_string(), 1)]);
}

async fn a_report_of_wrongdoing_is_counted_for_those_alone_who_may_know(town: &Town) {
    file(town, 2).await;
    let report = Filing {
        track: Track::Wrongdoing,
        ..real()
    };
    let receipt = town.clerks.file(report).await.unwrap();
    let body = receipt.organisation.to_string();
    assert_eq!(body, AUTHORITY);
    settle(town).await;
    town.clock.set(town::instant("2026-03-13T09:00:00Z"));
    let authority = town
        .officer("authority@sample.test", Role::ReformAuthority, AUTHORITY)
        .await;
    let told = told(town, &authority).await;
    assert_eq!((told.now.open, told.weeks[11].came), (1, 1));
    assert_eq!(
        listed(
            &town.clerks,
            &authority,
            &Behind::default(),
            Order::DueFirst
        )
        .await,
        1
    );
    // Whoever may not know of it finds nothing, in no figure and in no list.
    for role in [Role::Officer, Role::UnitHead] {
        let email = format!("{role}@sample.test");
        let someone = town.officer(&email, role, AUTHORITY).await;
        let told = self::told(town, &someone).await;
        assert_eq!(told.now.open, 0, "{role}");
        assert!(told.weeks.iter().all(|week| week.came == 0), "{role}");
        assert!(told.ages.iter().all(|(_, cases)| *cases == 0), "{role}");
        assert!(
            told.ahead
                .iter()
                .all(|day| day.due == 0 && day.not_begun == 0),
            "{role}"
        );
        assert_eq!(
            listed(&town.clerks, &someone, &Behind::default(), Order::DueFirst).await,
            0,
            "{role}"
        );
    }
    let side = town
        .clerks
        .bodies_side_by_side(authority, None, WorstBy::Number, 0)
        .await
        .unwrap();
    let open: Vec<(String, i64)> = side
        .lines
        .iter()
        .map(|line| (line.body.to_string(), line.open))
        .collect();
    assert_eq!(
        open,
        [(town::TIZNIT.to_owned(), 2), (AUTHORITY.to_owned(), 1)]
    );
}
