//! Mails that wait, and what is done with them; mails of ours that come back; and how long all that is kept.

use chikaya_domain::{access::Role, case::Fact, mail::MailReason, reference::Reference};
use chikaya_service::{Trouble, case::act::StaffAct};
use chikaya_testkit::{Town, town};

use super::{FATIMA, PORTAL, Server, authority, draft, mail, said, whole, written_to};

crate::in_both_towns! {
    what_comes_back_is_told_and_nothing_more_is_sent_there => super::what_comes_back_is_told_and_nothing_more_is_sent_there;
    the_desk_says_what_becomes_of_a_mail => super::the_desk_says_what_becomes_of_a_mail;
    few_see_a_mail_that_waits => super::few_see_a_mail_that_waits;
    mails_are_forgotten_when_their_time_is_over => super::mails_are_forgotten_when_their_time_is_over;
}

async fn what_comes_back_is_told_and_nothing_more_is_sent_there(town: &Town) {
    let ours = written_to(town).await;
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server.deliver("", &ours.bounce, &whole("returned")).await;
    assert_eq!(
        town.read_mails().await[0].reason,
        Some(MailReason::Returned)
    );
    let waiting = town.clerks.mails_waiting(head.clone(), None).await.unwrap();
    let told = &waiting.mails[0];
    assert_eq!(
        (told.sender.as_str(), told.subject.as_str()),
        (FATIMA, "5.1.1")
    );
    assert_eq!(told.reference.as_ref(), Some(&ours.receipt.reference));
    let transfer = StaffAct::Transfer {
        to: town::organisation_code("onee"),
        reason: "Réseau électrique.".to_owned(),
    };
    let reference = ours.receipt.reference.clone();
    town.clerks.act(head, reference, 1, transfer).await.unwrap();
    let mails = town.take_mail(PORTAL).await;
    assert!(mails.iter().all(|mail| mail.to != FATIMA));
}

async fn the_desk_says_what_becomes_of_a_mail(town: &Town) {
    let ours = written_to(town).await;
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let authority = authority(town).await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server
        .deliver(
            "ali@example.org",
            &ours.reply,
            &mail("ali@example.org", "o1", "Je réponds pour ma mère."),
        )
        .await;
    let elsewhere = format!("chikaya@{}", town::MAIL_DOMAIN);
    let unproven = String::from_utf8(mail(
        "sara@example.org",
        "u1",
        "Il y a un trou dans la rue.",
    ))
    .unwrap();
    let unproven = unproven.replace("dmarc=pass", "dmarc=none");
    server
        .deliver("sara@example.org", &elsewhere, unproven.as_bytes())
        .await;
    let spam = unproven
        .replace("u1@", "u2@")
        .replace("un trou", "une offre");
    server
        .deliver("sara@example.org", &elsewhere, spam.as_bytes())
        .await;
    assert_eq!(town.read_mails().await.len(), 3);

    let waiting = town.clerks.mails_waiting(head.clone(), None).await.unwrap();
    let [of_case] = &waiting.mails[..] else {
        panic!("one mail about a case of theirs: {waiting:?}");
    };
    let opened = town
        .clerks
        .waiting_mail(head.clone(), of_case.id)
        .await
        .unwrap();
    assert!(opened.parts[0].words.contains("pour ma mère"));
    let nobodys = Reference::parse("CK-26-0000-0000");
    assert!(
        nobodys.is_err()
            || town
                .clerks
                .join_mail(head.clone(), of_case.id, nobodys.unwrap())
                .await
                .is_err()
    );
    let reference = ours.receipt.reference.clone();
    town.clerks
        .join_mail(head.clone(), of_case.id, reference.clone())
        .await
        .unwrap();
    let desk = town
        .clerks
        .desk_page(head.clone(), reference.clone())
        .await
        .unwrap();
    let note = desk
        .page
        .timeline
        .iter()
        .rev()
        .find(|entry| matches!(entry.fact, Fact::Noted { .. }));
    let note = note.and_then(|entry| entry.text.as_ref()).unwrap();
    assert!(
        note.body.contains("ali@example.org") && note.body.contains("pour ma mère"),
        "{}",
        note.body
    );
    assert!(
        !said(town, ours.receipt.case).await.contains("pour ma mère"),
        "the filer sees no note"
    );
    let again = town
        .clerks
        .join_mail(head.clone(), of_case.id, reference)
        .await;
    assert!(
        matches!(again, Err(Trouble::Stale | Trouble::NotFound)),
        "{again:?}"
    );

    let waiting = town
        .clerks
        .mails_waiting(authority.clone(), None)
        .await
        .unwrap();
    assert_eq!(waiting.mails.len(), 2);
    let find = |words: &str| {
        waiting
            .mails
            .iter()
            .find(|mail| mail.beginning.contains(words))
            .unwrap()
            .id
    };
    town.clerks
        .begin_filing_of_mail(authority.clone(), find("un trou"))
        .await
        .unwrap();
    let answer = town.take_mail(PORTAL).await.pop().unwrap();
    assert_eq!(answer.to, "sara@example.org");
    assert!(draft(town, &answer.text).await.0.text.contains("un trou"));
    town.clerks
        .leave_mail(authority.clone(), find("une offre"))
        .await
        .unwrap();
    assert!(
        town.clerks
            .mails_waiting(authority.clone(), None)
            .await
            .unwrap()
            .mails
            .is_empty()
    );
    town.checked().await;
}

async fn few_see_a_mail_that_waits(town: &Town) {
    let ours = written_to(town).await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server
        .deliver(
            "ali@example.org",
            &ours.reply,
            &mail("ali@example.org", "o1", "Pour elle."),
        )
        .await;
    let elsewhere = format!("chikaya@{}", town::MAIL_DOMAIN);
    server
        .deliver("x@example.org", &elsewhere, &whole("new-unproven"))
        .await;
    town.read_mails().await;
    for (role, organisation, seen) in [
        (Role::Officer, town::TIZNIT, Some(1)),
        (Role::AdministrationHead, town::TIZNIT, Some(1)),
        (Role::Officer, "onee", Some(0)),
        (Role::ReformAuthority, "reform-authority", Some(2)),
        (Role::Registry, town::TIZNIT, None),
        (Role::Auditor, "reform-authority", None),
        (Role::Administrator, "reform-authority", None),
    ] {
        let email = format!("{role}-{organisation}@sample.test");
        let officer = town.officer(&email, role, organisation).await;
        let found = town.clerks.mails_waiting(officer, None).await;
        match seen {
            Some(count) => assert_eq!(found.unwrap().mails.len(), count, "{role} {organisation}"),
            None => assert!(matches!(found, Err(Trouble::Forbidden)), "{role}"),
        }
    }
}

async fn mails_are_forgotten_when_their_time_is_over(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    server
        .deliver("offres@example.com", &to, &whole("new-newsletter"))
        .await;
    server
        .deliver("x@example.com", &to, &whole("new-unproven"))
        .await;
    town.read_mails().await;
    let administrator = town
        .officer("it@sample.test", Role::Administrator, "reform-authority")
        .await;
    let counted = town.clerks.mails_lately(administrator).await.unwrap();
    let counted: Vec<_> = counted
        .into_iter()
        .map(|ended| (ended.state, ended.reason, ended.count))
        .collect();
    let expected = [
        ("left".to_owned(), Some(MailReason::List), 1),
        ("waiting".to_owned(), Some(MailReason::Unproven), 1),
    ];
    assert_eq!(counted, expected);
    assert_eq!(town.clerks.forget_mails().await.unwrap(), 0);
    town.clock.advance_minutes(31 * 24 * 60);
    assert_eq!(town.clerks.forget_mails().await.unwrap(), 1);
    town.clock.advance_minutes(160 * 24 * 60);
    assert_eq!(town.clerks.forget_mails().await.unwrap(), 1);
    assert!(
        town.clerks
            .mails_waiting(authority(town).await, None)
            .await
            .unwrap()
            .mails
            .is_empty()
    );
}
