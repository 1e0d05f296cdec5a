//! Who may do what to whose case, tried act by act: the rows below are written by hand, not read from the table.

use chikaya_domain::{
    access::Role,
    answer::{GateFinding, Outcome},
    case::{Actor, Refusal},
    id::{ConsultationId, StaffId},
    organisation::OrganisationKind,
    reference::Reference,
};
use chikaya_service::{
    Trouble,
    case::{act::StaffAct, answer::TypedAnswer, file::Filing},
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

crate::in_both_towns! {
    every_role_does_what_its_row_says_and_no_more => super::every_role_does_what_its_row_says_and_no_more;
    the_reform_authority_asked_for_its_opinion_sees_what_it_saw => super::the_reform_authority_asked_for_its_opinion_sees_what_it_saw;
    whoever_may_not_file_for_someone_files_nothing => super::whoever_may_not_file_for_someone_files_nothing;
    an_answer_that_the_gate_stops_is_not_sent_by_any_way => super::an_answer_that_the_gate_stops_is_not_sent_by_any_way;
    what_is_not_permitted_leaves_no_trace => super::what_is_not_permitted_leaves_no_trace;
    what_is_with_a_unit_is_with_its_administration => super::what_is_with_a_unit_is_with_its_administration;
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
    (Role::Registry, town::TIZNIT, "y f f f f f f f"),
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

/// The acts, each of which the case of its [`situation`] takes from whoever may do it.
fn acts(assignee: StaffId, consultation: ConsultationId) -> Vec<StaffAct> {
    let text = || "Sample.".to_owned();
    vec![
        StaffAct::Note { note: text() },
        StaffAct::Assign { officer: assignee },
        StaffAct::Transfer {
            to: town::organisation_code(ONEE),
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
        StaffAct::Answer(town::answer(Outcome::Granted)),
        StaffAct::Arbitrate {
            competent: town::organisation_code(town::TIZNIT),
            reason: text(),
        },
    ]
}

/// Someone at work.
async fn at_work(town: &Town, role: Role, organisation: &str) -> Officer {
    let email = format!("{role}-{organisation}@sample.test");
    town.officer(&email, role, organisation).await
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

/// A case to which the act of this number can be done: in arbitration for the last, else in progress.
async fn situation(town: &Town, own: &Officer, number: usize) -> Reference {
    let reference = consulted_case(town, own).await;
    if number == 7 {
        let refuse = StaffAct::RefuseCompetence {
            to: None,
            reason: "Sample.".to_owned(),
        };
        let (version, _) = stand(town, own, &reference).await;
        act(town, own, &reference, version, refuse).await.unwrap();
    }
    reference
}

async fn every_role_does_what_its_row_says_and_no_more(town: &Town) {
    let own = at_work(town, Role::Officer, town::TIZNIT).await;
    let assignee = town
        .officer("assignee@sample.test", Role::Officer, town::TIZNIT)
        .await;
    // Whoever looks afterwards must see the case wherever it went.
    let watcher = at_work(town, Role::Auditor, "reform-authority").await;
    for (role, organisation, row) in ROWS {
        let someone = if (*role, *organisation) == (own.role, town::TIZNIT) {
            own.clone()
        } else if (*role, *organisation) == (watcher.role, watcher.organisation.as_str()) {
            watcher.clone()
        } else {
            at_work(town, *role, organisation).await
        };
        let mut seen = Vec::new();
        for number in 0..8 {
            let reference = situation(town, &own, number).await;
            let (version, consultation) = stand(town, &own, &reference).await;
            let what = acts(assignee.id, consultation.unwrap()).remove(number);
            let done = act(town, &someone, &reference, version, what.clone()).await;
            let (after, _) = stand(town, &watcher, &reference).await;
            seen.push(match done {
                Ok(()) if after > version => "y",
                // The policy of the country knows no extension, whoever asks.
                Err(Trouble::Refused(Refusal::ExtensionNotProvided)) if number == 5 => "y",
                Err(Trouble::Forbidden) if after == version => "f",
                Err(Trouble::NotFound) if after == version => "n",
                other => panic!("{role} of {organisation}, {what:?}: {other:?}"),
            });
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

async fn whoever_may_not_file_for_someone_files_nothing(town: &Town) {
    let files_as = async |actor: Actor| {
        let filing = Filing {
            actor,
            ..town::filing()
        };
        town.clerks.file(filing).await
    };
    for role in Role::ALL {
        let someone = at_work(town, *role, town::TIZNIT).await;
        let filed = files_as(someone.actor()).await;
        let may = matches!(
            role,
            Role::Officer
                | Role::UnitHead
                | Role::AdministrationHead
                | Role::Registry
                | Role::CallAgent
                | Role::CallSupervisor
        );
        match filed {
            Ok(_) => assert!(may, "{role}"),
            Err(Trouble::Forbidden) => assert!(!may, "{role}"),
            Err(other) => panic!("{role}: {other:?}"),
        }
    }
    for nobody in [Actor::System, Actor::Register] {
        let refused = files_as(nobody).await;
        assert!(matches!(refused, Err(Trouble::Forbidden)));
    }
}

async fn an_answer_that_the_gate_stops_is_not_sent_by_any_way(town: &Town) {
    let own = at_work(town, Role::UnitHead, town::TIZNIT).await;
    let reference = consulted_case(town, &own).await;
    let before = stand(town, &own, &reference).await;
    let sample = TypedAnswer {
        body: String::new(),
        outcome: Some(Outcome::Inadmissible),
        reasons: "Sample.".to_owned(),
        ground: String::new(),
        recourse: String::new(),
    };
    let stopped = act(
        town,
        &own,
        &reference,
        before.0,
        StaffAct::Answer(sample.clone()),
    )
    .await;
    let Err(Trouble::Stopped(findings)) = stopped else {
        panic!("{stopped:?}");
    };
    assert!(findings.contains(&GateFinding::GroundMissing));
    assert!(findings.contains(&GateFinding::StockPhraseAlone));
    assert_eq!(stand(town, &own, &reference).await, before);

    // What the filer can do if they disagree stands in every letter, whoever sends it.
    let version = before.0;
    let good = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &own, &reference, version, good).await.unwrap();
    let page = town.clerks.desk_page(own, reference).await.unwrap().page;
    let letter = page.answer.unwrap().body;
    assert!(
        letter.contains(&town.clerks.recourse(&page.case, page.news_by)),
        "{letter}"
    );
}

/// The head of an administration opens and acts on what a unit of it has, and nobody of another body does.
async fn what_is_with_a_unit_is_with_its_administration(town: &Town) {
    let unit = "tiznit-lighting";
    found_unit(town, unit).await;
    let receipt = town
        .clerks
        .file(Filing {
            organisation: Some(town::organisation_code(unit)),
            ..town::filing()
        })
        .await
        .unwrap();
    let head = at_work(town, Role::AdministrationHead, town::TIZNIT).await;
    let own = at_work(town, Role::Officer, unit).await;
    for member in [&head, &own] {
        let (version, _) = stand(town, member, &receipt.reference).await;
        let note = StaffAct::Note {
            note: "Sample.".to_owned(),
        };
        act(town, member, &receipt.reference, version, note)
            .await
            .unwrap();
    }
    let elsewhere = at_work(town, Role::AdministrationHead, TAFRAOUT).await;
    let opened = town
        .clerks
        .desk_page(elsewhere, receipt.reference.clone())
        .await;
    assert!(matches!(opened, Err(Trouble::NotFound)));
}

/// A unit of Tiznit that receives cases.
async fn found_unit(town: &Town, code: &str) {
    let administrator = at_work(town, Role::Administrator, "reform-authority").await;
    let tiznit = town::organisation_code(town::TIZNIT);
    let known = town
        .clerks
        .organisation(administrator.clone(), tiznit.clone())
        .await;
    let mut body = known.unwrap();
    body.organisation.code = town::organisation_code(code);
    body.organisation.kind = OrganisationKind::Unit;
    body.organisation.parent = Some(tiznit);
    body.organisation.territory = None;
    body.organisation.acronym = None;
    "Service de l’éclairage".clone_into(&mut body.organisation.names.fr);
    "مصلحة الإنارة".clone_into(&mut body.organisation.names.ar);
    let created = town.clerks.create_organisation(administrator, body).await;
    created.unwrap();
}
