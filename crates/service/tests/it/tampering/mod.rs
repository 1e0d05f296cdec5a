//! Tampering: whatever somebody changes in the database by hand, each change is named, and nothing else is.

mod history;
mod renewal;

use chikaya_domain::{Language, access::Role, reference::Reference};
use chikaya_service::staff::{NewStaff, Password};
use chikaya_testkit::{
    Town,
    tampering::{OF_A_CASE, filled, officer, settle, victim},
    town,
};
use uuid::Uuid;

crate::in_both_towns! {
    whatever_is_changed_of_a_case_is_named => super::whatever_is_changed_of_a_case_is_named;
    whatever_is_changed_of_what_the_trail_answers_for_is_named => super::whatever_is_changed_of_what_the_trail_answers_for_is_named;
    a_count_changed_by_hand_is_named => super::a_count_changed_by_hand_is_named;
    whatever_is_changed_of_the_audit_trail_is_named => super::whatever_is_changed_of_the_audit_trail_is_named;
}

async fn whatever_is_changed_of_a_case_is_named(town: &Town) {
    let officer = officer(town).await;
    let untouched = victim(town, &officer, 1_000).await;
    let mut victims = Vec::new();
    for number in 0..OF_A_CASE.len() + 2 {
        victims.push(victim(town, &officer, number).await);
    }
    settle(town).await;
    assert_eq!(town.breaks().await, Vec::<String>::new(), "untouched");

    for (number, (change, victim)) in OF_A_CASE.iter().zip(&victims).enumerate() {
        let number = u128::try_from(number).unwrap();
        let statements = filled(town, change.statements, victim.case, untouched.case, number);
        town.by_hand(&statements).await;
    }
    // Of the last two the bytes of files are changed and taken away.
    let [.., altered, emptied] = victims.as_slice() else {
        panic!("there are victims");
    };
    for (victim, is_altered) in [(altered, true), (emptied, false)] {
        let files = town
            .clerks
            .desk_page(officer.clone(), victim.reference.clone());
        for file in files.await.unwrap().page.files {
            let name = file.id.to_string();
            let path = town
                .stored_files()
                .into_iter()
                .find(|path| path.contains(&name) || path.contains(&name.replace('-', "")))
                .unwrap();
            if is_altered {
                std::fs::write(&path, b"%PDF-1.7\n% another\n").unwrap();
            } else {
                std::fs::remove_file(&path).unwrap();
            }
        }
    }

    let breaks = town.breaks().await;
    let of = |reference: &Reference| -> Vec<&String> {
        let named = format!("case {reference}");
        breaks
            .iter()
            .filter(|found| {
                found
                    .strip_prefix(&named)
                    .is_some_and(|rest| rest.starts_with([',', ':']))
            })
            .collect()
    };
    for (change, victim) in OF_A_CASE.iter().zip(&victims) {
        let found = of(&victim.reference);
        assert!(
            found.iter().any(|found| found.contains(change.named)),
            "{}: {found:#?}",
            change.name
        );
    }
    assert!(of(&altered.reference)[0].contains("its bytes are not those that were recorded"));
    assert!(of(&emptied.reference)[0].contains("its bytes are gone"));
    // A text was given to the untouched case; of nothing else is anything said.
    assert_eq!(
        of(&untouched.reference).len(),
        1,
        "{:#?}",
        of(&untouched.reference)
    );
}

/// What is folded from events is told again, too.
async fn a_count_changed_by_hand_is_named(town: &Town) {
    let officer = officer(town).await;
    victim(town, &officer, 1).await;
    settle(town).await;
    town.by_hand("UPDATE tally SET cases = cases + 2 WHERE measure = 'stage'")
        .await;
    let breaks = town.breaks().await;
    assert_eq!(breaks.len(), 1, "{breaks:#?}");
    assert!(breaks[0].starts_with("count of commune-"), "{breaks:#?}");
    assert!(breaks[0].ends_with(": it differs by +2 from the cases"));
}

async fn whatever_is_changed_of_what_the_trail_answers_for_is_named(town: &Town) {
    let clerks = town.clerks.clone();
    let account = tokio::task::spawn_blocking(move || {
        let email = "head@sample.test";
        let new = NewStaff {
            email: email.to_owned(),
            name: "Responsable Exemple".to_owned(),
            role: Role::AdministrationHead,
            organisation: town::organisation_code(town::TIZNIT),
            unit: None,
            language: Language::French,
        };
        let password = Password::choose("quatre mots sans rapport aucun", email).unwrap();
        clerks.create_staff(new, &password).unwrap()
    })
    .await
    .unwrap()
    .as_uuid();
    settle(town).await;
    town.clock.advance_minutes(1);
    assert_eq!(town.breaks().await, Vec::<String>::new(), "untouched");
    let fresh = Uuid::from_u128(9);
    town.by_hand(&format!(
        "UPDATE staff SET role = 'administrator' WHERE id = {};
         INSERT INTO staff (id, email, name, role, organisation, language, password_hash, totp_required, totp_last_step,
             is_sample, is_active, created_at, version)
         SELECT {}, 'spy@sample.test', name, role, organisation, language, password_hash, totp_required, 0, is_sample,
             is_active, created_at + 86400000000, 1
         FROM staff WHERE id = {};
         INSERT INTO audit (id, at, action, object) VALUES ({}, 1, 'person.change', '{account}')",
        town.id(account),
        town.id(fresh),
        town.id(account),
        town.id(fresh),
    ))
    .await;
    town.clerks.seal_record().await.unwrap();
    let breaks = town.breaks().await;
    let last = town.audit().await.len();
    for named in [
        format!("account {account}: it is not what the last line of the audit trail about it left"),
        format!("account {fresh}: no line of the audit trail tells that it was made"),
        format!("audit trail, line {last}: it was not written by the portal"),
    ] {
        assert!(breaks.contains(&named), "{named}: {breaks:#?}");
    }
    assert_eq!(breaks.len(), 3, "{breaks:#?}");
}

async fn whatever_is_changed_of_the_audit_trail_is_named(town: &Town) {
    let officer = officer(town).await;
    for number in 0..6 {
        victim(town, &officer, number).await;
    }
    settle(town).await;
    assert_eq!(town.breaks().await, Vec::<String>::new(), "untouched");
    let last = town.audit().await.len();
    assert!(last >= 6, "{last} lines");
    let fresh = town.id(Uuid::from_u128(7));
    town.by_hand(&format!(
        "UPDATE audit SET action = 'letter.print' WHERE position = 1;
         UPDATE audit SET at = at - 1000000 WHERE position = 2;
         DELETE FROM audit WHERE position = 4;
         UPDATE audit SET staff = {fresh} WHERE position = 6;
         INSERT INTO audit (id, at, action, object, position, chain)
         SELECT {fresh}, at, action, object, {next}, chain FROM audit WHERE position = 1",
        next = last + 1
    ))
    .await;
    let breaks = town.breaks().await;
    for named in [
        "audit trail, line 1: it is not what was chained",
        "audit trail, line 2: it is not what was chained",
        "audit trail, line 5: line 4 was due there",
        "audit trail, line 6: it is not what was chained",
    ] {
        assert!(breaks.contains(&named.to_owned()), "{named}: {breaks:#?}");
    }
    let inserted = format!("audit trail, line {}: it is not what was chained", last + 1);
    assert!(breaks.contains(&inserted), "{breaks:#?}");
}
