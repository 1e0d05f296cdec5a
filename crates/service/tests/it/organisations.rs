//! Organisations as administrators keep them: permission, trail, versions, what blocks, other nodes, the next pack.

use chikaya_domain::{Names, access::Role, id::OrganisationCode, organisation::OrganisationKind};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    country::{Pack, load},
    organisation::{Obstacle, OrganisationQuestion, OrganisationRecord},
    staff::Officer,
};
use chikaya_store::setting;
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    only_administrators_manage_organisations => super::only_administrators_manage_organisations;
    a_change_is_audited_and_survives_the_next_pack => super::a_change_is_audited_and_survives_the_next_pack;
    what_does_not_fit_is_refused => super::what_does_not_fit_is_refused;
    an_open_case_or_a_rule_blocks_switching_off => super::an_open_case_or_a_rule_blocks_switching_off;
    another_node_follows_a_change => super::another_node_follows_a_change;
}

async fn administrator(town: &Town) -> Officer {
    town.officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await
}

async fn tiznit(town: &Town, officer: &Officer) -> OrganisationRecord {
    town.clerks
        .organisation(officer.clone(), town::organisation_code(town::TIZNIT))
        .await
        .unwrap()
}

/// A unit of Tiznit that nothing depends on.
fn unit(of: &OrganisationRecord, code: &str) -> OrganisationRecord {
    let mut unit = of.clone();
    unit.organisation.code = town::organisation_code(code);
    unit.organisation.kind = OrganisationKind::Unit;
    unit.organisation.parent = Some(of.organisation.code.clone());
    unit.organisation.territory = None;
    unit.organisation.acronym = None;
    unit.organisation.names = Names {
        ar: "وحدة الإنارة".to_owned(),
        fr: "Unité éclairage".to_owned(),
        zgh: None,
        en: None,
    };
    unit
}

async fn only_administrators_manage_organisations(town: &Town) {
    let administrator = administrator(town).await;
    let body = tiznit(town, &administrator).await;
    let code = body.organisation.code.clone();
    for role in Role::ALL.iter().copied() {
        if role == Role::Administrator {
            continue;
        }
        let clerks = &town.clerks;
        let officer = town
            .officer(&format!("{role}@portal.test"), role, town::TIZNIT)
            .await;
        let question = OrganisationQuestion::PartsOf(None);
        let refused = [
            clerks
                .find_organisations(officer.clone(), question, None)
                .await
                .err(),
            clerks
                .organisation(officer.clone(), code.clone())
                .await
                .err(),
            clerks
                .create_organisation(officer.clone(), unit(&body, "sample-unit"))
                .await
                .err(),
            clerks
                .change_organisation(officer.clone(), body.clone())
                .await
                .err(),
            clerks
                .switch_organisation_off(officer.clone(), code.clone(), 1)
                .await
                .err(),
            clerks
                .switch_organisation_on(officer, code.clone(), 1)
                .await
                .err(),
        ];
        for refusal in refused {
            assert!(
                matches!(refusal, Some(Trouble::Forbidden)),
                "{role}: {refusal:?}"
            );
        }
    }
}

async fn a_change_is_audited_and_survives_the_next_pack(town: &Town) {
    let officer = administrator(town).await;
    let mut body = tiznit(town, &officer).await;
    "Commune d’essai".clone_into(&mut body.organisation.names.fr);
    body.organisation.receives = false;
    town.clerks
        .change_organisation(officer.clone(), body.clone())
        .await
        .unwrap();
    let late = town
        .clerks
        .change_organisation(officer.clone(), body.clone())
        .await;
    assert!(matches!(late, Err(Trouble::Stale)), "{late:?}");
    let trail = town
        .clerks
        .trail(officer.clone(), TrailQuestion::default())
        .await
        .unwrap();
    let line = trail
        .lines
        .iter()
        .find(|line| line.action == "organisation.change")
        .unwrap();
    assert_eq!(line.object, town::TIZNIT);
    assert_eq!(
        line.detail.as_deref(),
        Some("names; receives: true > false")
    );

    // The next pack differs, so all of it is loaded again.
    let archive = town.database.archive().clone();
    tokio::task::spawn_blocking(move || {
        archive
            .write_blocking(|tx| setting::put(tx, "country.pack", "another"))
            .unwrap();
        let authority = OrganisationCode::parse("reform-authority").unwrap();
        let report = load(&archive, &Pack::morocco(), &authority).unwrap();
        assert!(report.changed > 0);
    })
    .await
    .unwrap();
    assert!(town.clerks.follow_country().await.unwrap());
    let country = town.clerks.country();
    let kept = country.organisations.find(&body.organisation.code).unwrap();
    assert_eq!(kept.names.fr, "Commune d’essai");
    assert!(!kept.receives);
}

async fn what_does_not_fit_is_refused(town: &Town) {
    let officer = administrator(town).await;
    let body = tiznit(town, &officer).await;
    let refused = |changed: OrganisationRecord| {
        let (clerks, officer) = (town.clerks.clone(), officer.clone());
        async move {
            match clerks.change_organisation(officer, changed).await {
                Err(Trouble::NotAcceptable(key)) => key,
                other => panic!("{other:?}"),
            }
        }
    };
    let mut nameless = body.clone();
    nameless.organisation.names.ar = String::new();
    assert_eq!(refused(nameless).await, "error-name-ar-empty");
    let mut own_parent = body.clone();
    own_parent.organisation.parent = Some(body.organisation.code.clone());
    assert_eq!(refused(own_parent).await, "error-organisation-circle");
    let mut elsewhere = body.clone();
    elsewhere.organisation.parent = Some(town::organisation_code("nowhere"));
    assert_eq!(refused(elsewhere).await, "error-organisation-unknown");
    for (code, key) in [
        ("onee", "error-organisation-rule"),
        ("reform-authority", "error-organisation-reform"),
    ] {
        let mut needed = town
            .clerks
            .organisation(officer.clone(), town::organisation_code(code))
            .await
            .unwrap();
        needed.organisation.receives = false;
        assert_eq!(refused(needed).await, key, "{code}");
    }
    let country = town.clerks.country();
    let (other, _) = country
        .authorities
        .iter()
        .find(|(territory, holder)| {
            Some(*territory) != body.organisation.territory.as_ref()
                && holder.as_str().starts_with("commune-")
        })
        .unwrap();
    let mut second = body.clone();
    second.organisation.territory = Some(other.clone());
    assert_eq!(refused(second).await, "error-territory-taken");
    let twice = town
        .clerks
        .create_organisation(officer.clone(), body.clone())
        .await;
    assert!(matches!(
        twice,
        Err(Trouble::NotAcceptable(
            "error-territory-taken" | "error-code-taken"
        ))
    ));
    assert_eq!(tiznit(town, &officer).await, body, "nothing changed");
}

async fn an_open_case_or_a_rule_blocks_switching_off(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let body = tiznit(town, &officer).await;
    let lighting = unit(&body, "tiznit-lighting");
    clerks
        .create_organisation(officer.clone(), lighting.clone())
        .await
        .unwrap();
    clerks.file(town::filing()).await.unwrap();
    let code = body.organisation.code.clone();
    let obstacles = clerks
        .switch_organisation_off(officer.clone(), code, body.version)
        .await
        .unwrap();
    assert_eq!(
        obstacles,
        [Obstacle::OpenCases, Obstacle::Authority, Obstacle::Parts]
    );
    let authority = clerks
        .organisation(officer.clone(), town::organisation_code("reform-authority"))
        .await
        .unwrap();
    let obstacles = clerks
        .switch_organisation_off(
            officer.clone(),
            authority.organisation.code,
            authority.version,
        )
        .await
        .unwrap();
    assert!(obstacles.contains(&Obstacle::People));
    assert!(obstacles.contains(&Obstacle::ReformAuthority));
    let onee = clerks
        .organisation(officer.clone(), town::organisation_code("onee"))
        .await
        .unwrap();
    let obstacles = clerks
        .switch_organisation_off(officer.clone(), onee.organisation.code, onee.version)
        .await
        .unwrap();
    assert_eq!(obstacles, [Obstacle::Rule]);

    let code = lighting.organisation.code.clone();
    let done = clerks
        .switch_organisation_off(officer.clone(), code.clone(), 1)
        .await
        .unwrap();
    assert!(done.is_empty(), "{done:?}");
    let country = clerks.country();
    assert!(country.switched_off.contains(&code));
    assert!(!country.organisations.find(&code).unwrap().receives);
    clerks
        .switch_organisation_on(officer, code.clone(), 2)
        .await
        .unwrap();
    assert!(clerks.country().organisations.find(&code).unwrap().receives);
}

async fn another_node_follows_a_change(town: &Town) {
    let officer = administrator(town).await;
    let other = town.second_node().await;
    assert!(
        !other.follow_country().await.unwrap(),
        "nothing changed yet"
    );
    let mut body = tiznit(town, &officer).await;
    "Commune d’essai".clone_into(&mut body.organisation.names.fr);
    let code = body.organisation.code.clone();
    town.clerks
        .change_organisation(officer, body)
        .await
        .unwrap();
    assert!(other.follow_country().await.unwrap());
    assert_eq!(
        other.country().organisations.find(&code).unwrap().names.fr,
        "Commune d’essai"
    );
}
