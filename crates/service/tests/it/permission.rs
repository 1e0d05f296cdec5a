//! Who may do what to whose case, tried act by act: the rows below are written by hand, not read from the table.

use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    id::{ConsultationId, StaffId},
    reference::Reference,
};
use chikaya_service::{
    Trouble,
    case::act::StaffAct,
    staff::{NewStaff, Officer, Password},
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

crate::in_both_towns! {
    every_role_does_what_its_row_says_and_no_more => super::every_role_does_what_its_row_says_and_no_more;
    the_reform_authority_asked_for_its_opinion_sees_what_it_saw => super::the_reform_authority_asked_for_its_opinion_sees_what_it_saw;
    what_is_not_permitted_leaves_no_trace => super::what_is_not_permitted_leaves_no_trace;
}

/// A commune with which the case has nothing to do.
const TAFRAOUT: &str = "commune-09-581-01-05";

/// The body that is asked for its opinion.
const ONEE: &str = "onee";

/// In the order of [`acts`]: `y` permitted, `f` forbidden and said so, `n` the case does not exist for them.
const ROWS: &[(Role, &str, &str)] = &[
    // note assign transfer consult opinion extend answer arbitrate
    (Role::Officer, town::TIZNIT, "y f y y f f y f"),
    (Role::UnitHead, town::TIZNIT, "y y y y f y y f"),
    (Role::AdministrationHead, town::TIZNIT, "y y y y f y y f"),
    (Role::Registry, town::TIZNIT, "f f f f f f f f"),
    (Role::Auditor, town::TIZNIT, "f f f f f f f f"),
    (Role::Administrator, town::TIZNIT, "n n n n n n n n"),
    (Role::Officer, ONEE, "f f f f y f f f"),
    (Role::UnitHead, ONEE, "f f f f y f f f"),
    (Role::AdministrationHead, ONEE, "f f f f y f f f"),
    (Role::Registry, ONEE, "n n n n n n n n"),
    (Role::Administrator, ONEE, "n n n n n n n n"),
    (Role::Officer, TAFRAOUT, "n n n n n n n n"),
    (Role::UnitHead, TAFRAOUT, "n n n n n n n n"),
    (Role::AdministrationHead, TAFRAOUT, "n n n n n n n n"),
    (Role::Registry, TAFRAOUT, "n n n n n n n n"),
    (Role::Auditor, "reform-authority", "f f f f f f f f"),
    (Role::ReformAuthority, "reform-authority", "f f y f f f f y"),
];

/// Acts that a case in progress either takes without moving on, or refuses for reasons of law alone.
fn acts(assignee: StaffId, consultation: ConsultationId) -> Vec<StaffAct> {
    let text = || "Sample.".to_owned();
    vec![
        StaffAct::Note { note: text() },
        StaffAct::Assign { officer: assignee },
        StaffAct::Transfer {
            to: town::organisation_code(town::TIZNIT),
            reason: text(),
        },
        StaffAct::Consult {
            of: town::organisation_code(ONEE),
            question: text(),
            respond_by: date(2026, 3, 30),
        },
        StaffAct::GiveOpinion {
            consultation,
            opinion: text(),
        },
        StaffAct::Extend { reason: text() },
        StaffAct::Answer {
            outcome: Outcome::Noted,
            letter: text(),
        },
        StaffAct::Arbitrate {
            competent: town::organisation_code(town::TIZNIT),
            reason: text(),
        },
    ]
}

/// Someone at work; the account exists, the password is not asked for.
async fn at_work(town: &Town, role: Role, organisation: &str) -> Officer {
    let email = format!("{role}-{organisation}@sample.test");
    let new = NewStaff {
        email: email.clone(),
        name: format!("Sample {role}"),
        role,
        organisation: town::organisation_code(organisation),
        unit: None,
        language: Language::French,
    };
    let clerks = town.clerks.clone();
    let id = tokio::task::spawn_blocking(move || {
        clerks.sample_officers(
            vec![new],
            &Password::choose(town::PASSWORD, &email).unwrap(),
        )
    })
    .await
    .unwrap()
    .unwrap()
    .remove(0);
    Officer {
        id,
        name: format!("Sample {role}"),
        role,
        organisation: town::organisation_code(organisation),
        unit: None,
        language: Language::French,
        is_sample: true,
    }
}

/// The version of a case, and an opinion that is awaited, as its own officer sees them.
async fn stand(town: &Town, own: &Officer, reference: &Reference) -> (u32, Option<ConsultationId>) {
    let case = town
        .clerks
        .desk_page(own.clone(), reference.clone())
        .await
        .unwrap()
        .page
        .case;
    (case.version, case.consultations.keys().next().copied())
}

async fn act(
    town: &Town,
    officer: &Officer,
    reference: &Reference,
    version: u32,
    what: StaffAct,
) -> Result<(), Trouble> {
    town.clerks
        .act(officer.clone(), reference.clone(), version, what)
        .await
}

/// A case that Tiznit works on, and about which it asked ONEE.
async fn consulted_case(town: &Town, own: &Officer) -> Reference {
    let reference = town.clerks.file(town::filing()).await.unwrap().reference;
    let consult = acts(own.id, ConsultationId::new(uuid::Uuid::nil())).remove(3);
    for what in [StaffAct::Examine, StaffAct::TakeUp, consult] {
        let (version, _) = stand(town, own, &reference).await;
        act(town, own, &reference, version, what).await.unwrap();
    }
    reference
}

async fn every_role_does_what_its_row_says_and_no_more(town: &Town) {
    let own = at_work(town, Role::Officer, town::TIZNIT).await;
    for (role, organisation, row) in ROWS {
        let someone = if (*role, *organisation) == (own.role, town::TIZNIT) {
            own.clone()
        } else {
            at_work(town, *role, organisation).await
        };
        let reference = consulted_case(town, &own).await;
        let mut seen = Vec::new();
        for number in 0..8 {
            let (version, consultation) = stand(town, &own, &reference).await;
            let what = acts(own.id, consultation.unwrap()).remove(number);
            let done = act(town, &someone, &reference, version, what.clone()).await;
            seen.push(match done {
                Ok(()) | Err(Trouble::Refused(_)) => "y",
                Err(Trouble::Forbidden) => "f",
                Err(Trouble::NotFound) => "n",
                Err(other) => panic!("{role} of {organisation}, {what:?}: {other:?}"),
            });
            if seen.last() == Some(&"y") && number == 4 {
                // The opinion was given: nobody of that body is asked any more.
                let (version, _) = stand(town, &own, &reference).await;
                let again = acts(own.id, ConsultationId::new(uuid::Uuid::nil())).remove(3);
                act(town, &own, &reference, version, again).await.unwrap();
            }
        }
        assert_eq!(seen.join(" "), *row, "{role} of {organisation}");
    }
}

async fn what_is_not_permitted_leaves_no_trace(town: &Town) {
    let own = at_work(town, Role::Officer, town::TIZNIT).await;
    let stranger = at_work(town, Role::AdministrationHead, TAFRAOUT).await;
    let auditor = at_work(town, Role::Auditor, "reform-authority").await;
    let reference = consulted_case(town, &own).await;
    let before = stand(town, &own, &reference).await;
    for number in 0..8 {
        for someone in [&stranger, &auditor] {
            let what = acts(own.id, before.1.unwrap()).remove(number);
            act(town, someone, &reference, before.0, what)
                .await
                .unwrap_err();
        }
    }
    assert_eq!(stand(town, &own, &reference).await, before);
    let seen = town.clerks.desk_page(stranger, reference).await;
    assert!(matches!(seen, Err(Trouble::NotFound)));
}

async fn the_reform_authority_asked_for_its_opinion_sees_what_it_saw(town: &Town) {
    let own = at_work(town, Role::Officer, town::TIZNIT).await;
    let authority = at_work(town, Role::ReformAuthority, "reform-authority").await;
    let auditor = at_work(town, Role::Auditor, "reform-authority").await;
    let reference = consulted_case(town, &own).await;
    let (version, _) = stand(town, &own, &reference).await;
    let ask = StaffAct::Consult {
        of: town::organisation_code("reform-authority"),
        question: "Sample.".to_owned(),
        respond_by: date(2026, 3, 30),
    };
    act(town, &own, &reference, version, ask).await.unwrap();
    for reader in [&authority, &auditor] {
        let seen = town
            .clerks
            .desk_page(reader.clone(), reference.clone())
            .await;
        assert!(seen.is_ok(), "{}", reader.role);
    }
    let consultations = town
        .clerks
        .desk_page(authority.clone(), reference.clone())
        .await
        .unwrap()
        .page
        .case
        .consultations;
    let consultation = consultations
        .iter()
        .find(|(_, of)| of.as_str() == "reform-authority")
        .map(|(id, _)| *id)
        .unwrap();
    let opinion = StaffAct::GiveOpinion {
        consultation,
        opinion: "Sample.".to_owned(),
    };
    let (version, _) = stand(town, &own, &reference).await;
    act(town, &authority, &reference, version, opinion)
        .await
        .unwrap();
}
