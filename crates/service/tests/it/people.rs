//! The directory of people: who may touch it, what it refuses, and what it leaves in the audit trail.

use chikaya_domain::{
    Language,
    access::Role,
    id::StaffId,
    person::{Email, PersonName},
};
use chikaya_service::{
    Trouble,
    audit::{DEEDS, TrailQuestion},
    message::outbox::Content,
    staff::{
        InvitationId, Member, NewInvitation, Officer, Password, PeopleQuestion, SignIn,
        StaffChange, Switch,
    },
};
use chikaya_testkit::{Town, town};
use uuid::Uuid;

crate::in_both_towns! {
    only_administrators_manage_people => super::only_administrators_manage_people;
    an_invitation_is_mailed_and_audited_and_makes_an_account => super::an_invitation_is_mailed_and_audited_and_makes_an_account;
    people_are_found_by_words_role_organisation_and_state => super::people_are_found_by_words_role_organisation_and_state;
    nobody_works_on_cases_where_none_arrive => super::nobody_works_on_cases_where_none_arrive;
    two_administrators_do_not_overwrite_each_other => super::two_administrators_do_not_overwrite_each_other;
    switching_off_ends_sessions_and_can_be_undone => super::switching_off_ends_sessions_and_can_be_undone;
    the_last_administrator_stays => super::the_last_administrator_stays;
    renewed_access_needs_the_new_link => super::renewed_access_needs_the_new_link;
    a_withdrawn_invitation_opens_nothing_and_is_mailed_to_nobody => super::a_withdrawn_invitation_opens_nothing_and_is_mailed_to_nobody;
    invitations_wait_page_by_page_until_they_are_used_or_end => super::invitations_wait_page_by_page_until_they_are_used_or_end;
}

const AUTHORITY: &str = "reform-authority";

async fn administrator(town: &Town) -> Officer {
    town.officer("admin@portal.test", Role::Administrator, AUTHORITY)
        .await
}

fn somebody(email: &str) -> NewInvitation {
    NewInvitation {
        email: Email::parse(email).unwrap(),
        name: PersonName::parse("Éva Exemple").unwrap(),
        role: Role::Officer,
        organisation: town::organisation_code(town::TIZNIT),
        language: Language::French,
    }
}

fn as_it_is(member: &Member) -> StaffChange {
    StaffChange {
        name: PersonName::parse(&member.name).unwrap(),
        role: member.role,
        organisation: member.organisation.clone(),
        unit: None,
        language: member.language,
    }
}

/// The deeds of the trail, each with its detail. The clock of a town stands still, so they have no order.
async fn deeds(town: &Town, officer: &Officer) -> Vec<(String, String)> {
    let page = town
        .clerks
        .trail(officer.clone(), TrailQuestion::default())
        .await
        .unwrap();
    page.lines
        .into_iter()
        .map(|line| (line.action, line.detail.unwrap_or_default()))
        .collect()
}

async fn only_administrators_manage_people(town: &Town) {
    let clerks = &town.clerks;
    for role in Role::ALL.iter().copied() {
        if role == Role::Administrator {
            continue;
        }
        let officer = town
            .officer(&format!("{role}@portal.test"), role, AUTHORITY)
            .await;
        let nobody = StaffId::new(Uuid::nil());
        let question = PeopleQuestion::default();
        let refused = [
            clerks
                .find_people(officer.clone(), question, None)
                .await
                .err(),
            clerks.member(officer.clone(), officer.id).await.err(),
            clerks
                .invite(officer.clone(), somebody("eva@portal.test"))
                .await
                .err(),
            clerks
                .switch_member(officer.clone(), nobody, 1, Switch::Off)
                .await
                .err(),
            clerks.end_sessions(officer.clone(), nobody).await.err(),
            clerks.renew_access(officer.clone(), nobody).await.err(),
            clerks
                .waiting_invitations(officer.clone(), None)
                .await
                .err(),
            clerks
                .withdraw_invitation(
                    officer.clone(),
                    InvitationId::parse(&"0".repeat(64)).unwrap(),
                )
                .await
                .err(),
        ];
        for refusal in refused {
            assert!(
                matches!(refusal, Some(Trouble::Forbidden)),
                "{role}: {refusal:?}"
            );
        }
        let reads = clerks.trail(officer, TrailQuestion::default()).await;
        assert_eq!(reads.is_ok(), role == Role::Auditor, "{role}");
    }
    let administrator = administrator(town).await;
    for (action, _) in deeds(town, &administrator).await {
        assert!(
            ["session.begin", "person.create"].contains(&action.as_str()),
            "a refused act leaves no line: {action}"
        );
    }
}

async fn an_invitation_is_mailed_and_audited_and_makes_an_account(town: &Town) {
    let officer = administrator(town).await;
    let word = town
        .clerks
        .invite(officer.clone(), somebody("eva@portal.test"))
        .await
        .unwrap();
    let messages = town
        .clerks
        .claim_messages("town".to_owned(), 10)
        .await
        .unwrap();
    let mailed: Vec<&str> = messages
        .iter()
        .filter_map(|(_, message)| match &message.content {
            Content::Invitation { word, .. } => Some(word.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(mailed, [word.as_str()]);
    let trail = deeds(town, &officer).await;
    assert!(trail.contains(&("person.invite".to_owned(), "officer".to_owned())));
    let offered = town.clerks.invitation(word.clone()).await.unwrap();
    assert_eq!(offered.name.as_deref(), Some("Éva Exemple"));
    town.clerks
        .accept_invitation(
            word,
            String::new(),
            "Éva Exemple".to_owned(),
            Password::choose(town::PASSWORD, "eva@portal.test").unwrap(),
        )
        .await
        .unwrap();
    let again = town
        .clerks
        .invite(officer, somebody("eva@portal.test"))
        .await;
    assert!(matches!(
        again,
        Err(Trouble::NotAcceptable("error-email-taken"))
    ));
}

async fn people_are_found_by_words_role_organisation_and_state(town: &Town) {
    let officer = administrator(town).await;
    for (email, role) in [
        ("lamia@portal.test", Role::Officer),
        ("omar@portal.test", Role::UnitHead),
    ] {
        town.officer(email, role, town::TIZNIT).await;
    }
    let find = |question: PeopleQuestion| {
        let (clerks, officer) = (town.clerks.clone(), officer.clone());
        async move {
            clerks
                .find_people(officer, question, None)
                .await
                .unwrap()
                .members
                .into_iter()
                .map(|member| member.email)
                .collect::<Vec<_>>()
        }
    };
    let words = |words: &str| PeopleQuestion {
        words: words.to_owned(),
        ..PeopleQuestion::default()
    };
    assert_eq!(find(words("PORTAL lamia")).await, ["lamia@portal.test"]);
    assert_eq!(find(words("omar@portal.test")).await, ["omar@portal.test"]);
    assert!(
        find(words("%")).await.len() == 3,
        "a sign that means nothing asks for nothing"
    );
    let heads = PeopleQuestion {
        role: Some(Role::UnitHead),
        ..PeopleQuestion::default()
    };
    assert_eq!(find(heads).await, ["omar@portal.test"]);
    let of_tiznit = PeopleQuestion {
        organisation: Some(town::organisation_code(town::TIZNIT)),
        state: Some(Switch::On),
        ..PeopleQuestion::default()
    };
    assert_eq!(
        find(of_tiznit).await,
        ["lamia@portal.test", "omar@portal.test"]
    );
    let stopped = PeopleQuestion {
        state: Some(Switch::Off),
        ..PeopleQuestion::default()
    };
    assert!(find(stopped).await.is_empty());
}

async fn two_administrators_do_not_overwrite_each_other(town: &Town) {
    let officer = administrator(town).await;
    let lamia = town
        .officer("lamia@portal.test", Role::Officer, town::TIZNIT)
        .await;
    let member = town.clerks.member(officer.clone(), lamia.id).await.unwrap();
    let promoted = StaffChange {
        role: Role::UnitHead,
        ..as_it_is(&member)
    };
    town.clerks
        .change_member(officer.clone(), lamia.id, member.version, promoted)
        .await
        .unwrap();
    let late = town
        .clerks
        .change_member(officer.clone(), lamia.id, member.version, as_it_is(&member))
        .await;
    assert!(matches!(late, Err(Trouble::Stale)), "{late:?}");
    let now = town.clerks.member(officer.clone(), lamia.id).await.unwrap();
    assert_eq!(now.role, Role::UnitHead);
    let trail = deeds(town, &officer).await;
    assert!(trail.contains(&(
        "person.change".to_owned(),
        "role: officer > unit-head".to_owned()
    )));
    for (action, _) in trail {
        assert!(DEEDS.contains(&action.as_str()), "{action}");
    }
}

async fn switching_off_ends_sessions_and_can_be_undone(town: &Town) {
    let officer = administrator(town).await;
    town.officer("lamia@portal.test", Role::Officer, town::TIZNIT)
        .await;
    let sign_in = || {
        town.clerks.sign_in(
            "lamia@portal.test".to_owned(),
            Password::typed(town::PASSWORD),
        )
    };
    let Some(SignIn::Done(token)) = sign_in().await.unwrap() else {
        panic!("a sample account signs in with its password alone");
    };
    let lamia = town.clerks.officer(token.clone()).await.unwrap().unwrap();
    let switch = |switch: Switch| {
        let (clerks, officer) = (town.clerks.clone(), officer.clone());
        async move {
            let version = clerks
                .member(officer.clone(), lamia.id)
                .await
                .unwrap()
                .version;
            clerks
                .switch_member(officer, lamia.id, version, switch)
                .await
                .unwrap();
        }
    };
    switch(Switch::Off).await;
    assert!(town.clerks.officer(token).await.unwrap().is_err());
    assert!(sign_in().await.unwrap().is_none());
    let refused = ("session.refused".to_owned(), "switched-off".to_owned());
    assert!(deeds(town, &officer).await.contains(&refused));
    switch(Switch::On).await;
    assert!(sign_in().await.unwrap().is_some());
}

async fn the_last_administrator_stays(town: &Town) {
    let first = administrator(town).await;
    let second = town
        .officer("second@portal.test", Role::Administrator, AUTHORITY)
        .await;
    let version = |id: StaffId| {
        let (clerks, officer) = (town.clerks.clone(), first.clone());
        async move { clerks.member(officer, id).await.unwrap().version }
    };
    let own = town
        .clerks
        .switch_member(
            first.clone(),
            first.id,
            version(first.id).await,
            Switch::Off,
        )
        .await;
    assert!(matches!(
        own,
        Err(Trouble::NotAcceptable("error-own-account"))
    ));
    town.clerks
        .switch_member(
            first.clone(),
            second.id,
            version(second.id).await,
            Switch::Off,
        )
        .await
        .unwrap();
    // The session of the second ended; whoever still holds their rights in hand cannot take the last ones away.
    let last = town
        .clerks
        .switch_member(
            second.clone(),
            first.id,
            version(first.id).await,
            Switch::Off,
        )
        .await;
    assert!(
        matches!(
            last,
            Err(Trouble::NotAcceptable("error-last-administrator"))
        ),
        "{last:?}"
    );
    let member = town.clerks.member(first.clone(), first.id).await.unwrap();
    let demoted = StaffChange {
        role: Role::Auditor,
        ..as_it_is(&member)
    };
    let last = town
        .clerks
        .change_member(second, first.id, member.version, demoted)
        .await;
    assert!(matches!(
        last,
        Err(Trouble::NotAcceptable("error-last-administrator"))
    ));
}

async fn renewed_access_needs_the_new_link(town: &Town) {
    let officer = administrator(town).await;
    let lamia = town
        .officer("lamia@portal.test", Role::Officer, town::TIZNIT)
        .await;
    let word = town
        .clerks
        .renew_access(officer.clone(), lamia.id)
        .await
        .unwrap();
    let sign_in = |phrase: &str| {
        town.clerks
            .sign_in("lamia@portal.test".to_owned(), Password::typed(phrase))
    };
    assert!(sign_in(town::PASSWORD).await.unwrap().is_none());
    let phrase = "another phrase for tests";
    town.clerks
        .accept_invitation(
            word,
            String::new(),
            String::new(),
            Password::choose(phrase, "lamia@portal.test").unwrap(),
        )
        .await
        .unwrap();
    assert!(sign_in(phrase).await.unwrap().is_some());
    let accepted = ("invitation.accept".to_owned(), "renewed".to_owned());
    assert!(deeds(town, &officer).await.contains(&accepted));
    let member = town.clerks.member(officer, lamia.id).await.unwrap();
    assert_eq!(member.name, lamia.name, "the account is the same");
}

async fn a_withdrawn_invitation_opens_nothing_and_is_mailed_to_nobody(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let word = clerks
        .invite(officer.clone(), somebody("eva@portal.test"))
        .await
        .unwrap();
    let waiting = clerks
        .waiting_invitations(officer.clone(), None)
        .await
        .unwrap()
        .invitations;
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].email, "eva@portal.test");
    let withdraw = || clerks.withdraw_invitation(officer.clone(), waiting[0].id);
    withdraw().await.unwrap();
    assert!(matches!(
        withdraw().await,
        Err(Trouble::NotAcceptable("error-invitation-over"))
    ));
    let opened = clerks.invitation(word.clone()).await;
    assert!(matches!(opened, Err(Trouble::Expired)));
    let password = Password::choose(town::PASSWORD, "eva@portal.test").unwrap();
    let accepted = clerks
        .accept_invitation(word, String::new(), "Éva Exemple".to_owned(), password)
        .await;
    assert!(matches!(accepted, Err(Trouble::Expired)));
    assert!(town.take_mail("https://portal.test").await.is_empty());
    let trail = deeds(town, &officer).await;
    let withdrawn = ("invitation.withdraw".to_owned(), "officer".to_owned());
    assert_eq!(trail.iter().filter(|line| **line == withdrawn).count(), 1);
    clerks
        .invite(officer, somebody("eva@portal.test"))
        .await
        .unwrap();
}

async fn invitations_wait_page_by_page_until_they_are_used_or_end(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let mut words = Vec::new();
    for number in 0..60 {
        let new = somebody(&format!("eva-{number:02}@portal.test"));
        words.push(clerks.invite(officer.clone(), new).await.unwrap());
        if number == 4 {
            town.clock.advance_minutes(10);
        }
    }
    let password = Password::choose(town::PASSWORD, "eva-59@portal.test").unwrap();
    clerks
        .accept_invitation(words[59].clone(), String::new(), "Éva".to_owned(), password)
        .await
        .unwrap();
    let all = || async {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = clerks
                .waiting_invitations(officer.clone(), after)
                .await
                .unwrap();
            seen.extend(page.invitations.into_iter().map(|one| one.email));
            after = page.next;
            if after.is_none() {
                seen.sort();
                return seen;
            }
        }
    };
    let expected: Vec<String> = (0..59)
        .map(|number| format!("eva-{number:02}@portal.test"))
        .collect();
    assert_eq!(all().await, expected);
    town.clock.advance_days(7);
    town.clock.advance_minutes(-5);
    assert_eq!(all().await, expected[5..]);
}

/// The Mediator stands among the organisations and receives nothing here: officers there would have no case, ever.
async fn nobody_works_on_cases_where_none_arrive(town: &Town) {
    let clerks = &town.clerks;
    let officer = administrator(town).await;
    let mediator = town::organisation_code("mediator");
    let refusal = Some("error-organisation-receives-nothing");
    let key = |refused: Option<Trouble>| match refused {
        Some(Trouble::NotAcceptable(key)) => Some(key),
        None => None,
        Some(other) => panic!("{other:?}"),
    };
    for role in Role::ALL.iter().copied() {
        let new = NewInvitation {
            organisation: mediator.clone(),
            role,
            ..somebody(&format!("{role}@portal.test"))
        };
        let invited = clerks.invite(officer.clone(), new).await;
        assert_eq!(
            key(invited.err()),
            refusal.filter(|_| role.is_of_a_body()),
            "{role}"
        );
    }
    let lamia = town
        .officer("lamia@portal.test", Role::Officer, town::TIZNIT)
        .await;
    let member = clerks.member(officer.clone(), lamia.id).await.unwrap();
    let moved = StaffChange {
        organisation: mediator.clone(),
        ..as_it_is(&member)
    };
    let changed = clerks
        .change_member(officer.clone(), lamia.id, member.version, moved)
        .await;
    assert_eq!(key(changed.err()), refusal);
    // Who was there already is not stopped from changing their name.
    let there = town
        .officer("there@portal.test", Role::Officer, "mediator")
        .await;
    let member = clerks.member(officer.clone(), there.id).await.unwrap();
    let named = StaffChange {
        name: PersonName::parse("Un autre nom").unwrap(),
        ..as_it_is(&member)
    };
    clerks
        .change_member(officer, there.id, member.version, named)
        .await
        .unwrap();
}
