//! Messages that could not be delivered, for those who run the portal.

use chikaya_domain::access::Role;
use chikaya_service::{Trouble, audit::TrailQuestion, message::outbox::Fate, seam::Clock as _};
use chikaya_testkit::{Town, town};
use jiff::ToSpan as _;

crate::in_both_towns! {
    an_undelivered_message_is_sent_again_once => super::an_undelivered_message_is_sent_again_once;
    a_message_that_waits_for_another_try_is_counted => super::a_message_that_waits_for_another_try_is_counted;
}

async fn an_undelivered_message_is_sent_again_once(town: &Town) {
    let clerks = &town.clerks;
    clerks.file(town::filing()).await.unwrap();
    let claim = || clerks.claim_messages("town".to_owned(), 10);
    let (ticket, message) = claim().await.unwrap().remove(0);
    let refused = Fate::Refused("550 fatima@example.org".to_owned());
    let lost = clerks.settle_messages(vec![(ticket, refused)]).await;
    assert_eq!(lost.unwrap(), 0);
    town.expect_undelivered();
    for role in Role::ALL.iter().copied() {
        if role == Role::Administrator {
            continue;
        }
        let officer = town
            .officer(&format!("{role}@portal.test"), role, town::TIZNIT)
            .await;
        let seen = clerks.undelivered(officer.clone(), None).await;
        assert!(matches!(seen, Err(Trouble::Forbidden)), "{role}");
        let sent = clerks.send_again(officer, message.id).await;
        assert!(matches!(sent, Err(Trouble::Forbidden)), "{role}");
    }
    let officer = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let page = clerks.undelivered(officer.clone(), None).await.unwrap();
    assert_eq!(page.messages.len(), 1);
    assert_eq!(page.messages[0].about, "acknowledgement");
    assert!(page.messages[0].reference.is_some());
    assert!(!page.messages[0].error.contains("fatima"));
    assert!(claim().await.unwrap().is_empty());
    clerks
        .send_again(officer.clone(), message.id)
        .await
        .unwrap();
    assert_eq!(claim().await.unwrap().len(), 1);
    let twice = clerks.send_again(officer.clone(), message.id).await;
    assert!(matches!(twice, Err(Trouble::Stale)), "{twice:?}");
    let trail = clerks
        .trail(officer.clone(), TrailQuestion::default())
        .await
        .unwrap();
    assert!(
        trail
            .lines
            .iter()
            .any(|line| line.action == "message.send-again")
    );
    let page = clerks.undelivered(officer, None).await.unwrap();
    assert!(page.messages.is_empty() && page.next.is_none());
}

async fn a_message_that_waits_for_another_try_is_counted(town: &Town) {
    let clerks = &town.clerks;
    let waiting = async || clerks.messages_that_wait().await.unwrap();
    assert_eq!((waiting().await.count, waiting().await.since), (0, None));
    let begun = town.clock.now();
    clerks.file(town::filing()).await.unwrap();
    town.expect_undelivered();
    // Each pause is twice as long as the one before; the message waits since it was ordered all the while.
    for pause in [30, 60, 120] {
        let mut claimed = clerks.claim_messages("town".to_owned(), 10).await.unwrap();
        let (ticket, _) = claimed.remove(0);
        let failed = Fate::Failed("451 <fatima@example.org>: try later".to_owned());
        clerks
            .settle_messages(vec![(ticket, failed)])
            .await
            .unwrap();
        let seen = waiting().await;
        assert_eq!((seen.count, seen.since), (1, Some(begun)));
        let why = seen.why.as_deref().unwrap();
        assert!(
            why.contains("try later") && !why.contains("fatima"),
            "{why}"
        );
        town.clock.set(town.clock.now() + pause.seconds());
    }
    assert!(waiting().await.is_worth_telling(town.clock.now()));
}
