//! Histories told anew: chains, leaves and seals made again by somebody who has the database and not the key.

use std::fmt::Write as _;

use chikaya_domain::{case::Event, id::CaseId};
use chikaya_ledger::{EventHash, chain, tree};
use chikaya_service::{case::act::StaffAct, record::check::CheckScope};
use chikaya_store::case::event::{self, StoredEvent};
use chikaya_testkit::{
    Town,
    tampering::{officer, settle, victim},
};
use uuid::Uuid;

use crate::acts;

crate::in_both_towns! {
    an_event_that_the_portal_did_not_write_is_seen => super::an_event_that_the_portal_did_not_write_is_seen;
    two_workers_keep_one_record => super::two_workers_keep_one_record;
    a_history_told_anew_is_seen => super::a_history_told_anew_is_seen;
    a_history_told_anew_with_its_leaves_is_seen => super::a_history_told_anew_with_its_leaves_is_seen;
    a_case_taken_out_with_everything_is_missed => super::a_case_taken_out_with_everything_is_missed;
    seals_taken_away_are_missed => super::seals_taken_away_are_missed;
    a_seal_made_without_the_key_is_seen => super::a_seal_made_without_the_key_is_seen;
    a_trail_chained_anew_is_seen => super::a_trail_chained_anew_is_seen;
    a_tree_taken_away_is_not_begun_anew => super::a_tree_taken_away_is_not_begun_anew;
    events_of_before_are_adopted => super::events_of_before_are_adopted;
    what_was_forgotten_lawfully_leaves_the_chain_whole => super::what_was_forgotten_lawfully_leaves_the_chain_whole;
    a_check_since_a_position_looks_at_what_is_new => super::a_check_since_a_position_looks_at_what_is_new;
}

/// The events of a case as they are kept.
async fn events_of(town: &Town, case: Uuid) -> Vec<StoredEvent> {
    let archive = town.database.archive();
    let events = archive.read(move |tx| event::list(tx, CaseId::new(case)));
    events.await.unwrap()
}

/// The hash of an event with this payload and what it binds, as the program makes it.
fn linked(head: &EventHash, event: &Event, payload: &str, bound: Option<&[u8]>) -> EventHash {
    chain::next(
        head,
        &chain::Entry {
            case: *event.case.as_uuid().as_bytes(),
            sequence: event.sequence,
            instant_micros: event.at.as_microsecond(),
            kind: event.fact.name(),
            payload: payload.as_bytes(),
            bound,
        },
    )
}

/// Tells a case again with a later reply day, and chains it as the program does; answers the statements that put that into
/// the archive, and the leaves of its events.
async fn told_anew(town: &Town, case: Uuid) -> (String, Vec<(u32, EventHash)>) {
    let events = events_of(town, case).await;
    let mut head = chain::genesis(case.as_bytes());
    let mut statements = Vec::new();
    let mut leaves = Vec::new();
    for stored in events {
        let payload = stored.payload.replace("2026-03-20", "2026-03-30");
        let event: Event = serde_json::from_str(&payload).unwrap();
        let bound = stored.bound.unwrap();
        head = linked(&head, &event, &payload, Some(&bound));
        leaves.push((
            event.sequence,
            tree::leaf(case.as_bytes(), event.sequence, &head, &bound),
        ));
        statements.push(format!(
            "UPDATE event SET payload = '{}', chain = {} WHERE case_id = {} AND sequence = {}",
            payload.replace('\'', "''"),
            town.bytes(head.as_bytes()),
            town.id(case),
            event.sequence
        ));
    }
    statements.push(format!(
        "UPDATE case_state SET chain_head = {}, state = REPLACE(state, '2026-03-20', '2026-03-30') WHERE id = {}",
        town.bytes(head.as_bytes()),
        town.id(case)
    ));
    (statements.join("; "), leaves)
}

/// An event put behind the last one, chained as the program does: no key is needed for that.
async fn an_event_that_the_portal_did_not_write_is_seen(town: &Town) {
    let officer = officer(town).await;
    let victim = victim(town, &officer, 1).await;
    settle(town).await;
    let events = events_of(town, victim.case).await;
    let last = events.last().unwrap();
    let forged = Event {
        sequence: last.event.sequence + 1,
        ..events[3].event.clone()
    };
    let payload = serde_json::to_string(&forged).unwrap();
    let head = linked(
        &EventHash::from_slice(&last.chain).unwrap(),
        &forged,
        &payload,
        Some(&[]),
    );
    let (case, chain, empty) = (
        town.id(victim.case),
        town.bytes(head.as_bytes()),
        town.bytes(&[]),
    );
    town.by_hand(&format!(
        "INSERT INTO event (case_id, sequence, at, fact, actor, staff, organisation, payload, chain, bound)
         SELECT case_id, {}, at, fact, actor, staff, organisation, '{payload}', {chain}, {empty}
         FROM event WHERE case_id = {case} AND sequence = 4;
         UPDATE case_state SET chain_head = {chain}, version = {} WHERE id = {case}",
        forged.sequence, forged.sequence
    ))
    .await;
    town.tell_staff().await;
    town.clerks.seal_record().await.unwrap();
    let named = format!(
        "case {}, event {}: it was not written by the portal",
        victim.reference, forged.sequence
    );
    let breaks = town.breaks().await;
    assert!(breaks.contains(&named), "{named}: {breaks:#?}");
}

/// Several nodes at once, with events and with lines of the trail alone: each thing is bound once, and nobody fails.
async fn two_workers_keep_one_record(town: &Town) {
    let officer = officer(town).await;
    for number in 0..4 {
        victim(town, &officer, number).await;
        town.tell_staff().await;
        let (one, other) = (town.second_node().await, town.second_node().await);
        let (one, other, third) = tokio::join!(
            one.seal_record(),
            other.seal_record(),
            town.clerks.seal_record()
        );
        for sealed in [one, other, third] {
            assert!(sealed.unwrap().is_some());
        }
        let reference = victim(town, &officer, 100 + number).await.reference;
        let page = town.clerks.desk_page(officer.clone(), reference).await;
        assert!(page.is_ok());
    }
    settle(town).await;
    assert_eq!(town.breaks().await, Vec::<String>::new());
}

async fn a_history_told_anew_is_seen(town: &Town) {
    let officer = officer(town).await;
    let victim = victim(town, &officer, 1).await;
    settle(town).await;
    let (statements, _) = told_anew(town, victim.case).await;
    town.by_hand(&statements).await;
    // The chain of the case holds, and so does its state: the tree over all events does not.
    assert!(
        town.clerks
            .check_chain(CaseId::new(victim.case))
            .await
            .is_ok()
    );
    let breaks = town.breaks().await;
    assert!(!breaks.is_empty());
    assert!(
        breaks
            .iter()
            .any(|found| found.starts_with("position ")
                && found.ends_with("is not the one recorded")),
        "{breaks:#?}"
    );
    assert!(
        breaks
            .iter()
            .any(|found| found.ends_with("it was not written by the portal")),
        "{breaks:#?}"
    );
}

async fn a_history_told_anew_with_its_leaves_is_seen(town: &Town) {
    let officer = officer(town).await;
    let victim = victim(town, &officer, 1).await;
    settle(town).await;
    let (mut statements, leaves) = told_anew(town, victim.case).await;
    for (sequence, leaf) in leaves {
        let _ = write!(
            statements,
            "; UPDATE record_leaf SET hash = {} WHERE position = (SELECT position FROM event WHERE case_id = {} AND sequence = {sequence})",
            town.bytes(leaf.as_bytes()),
            town.id(victim.case)
        );
    }
    town.by_hand(&statements).await;
    let breaks = town.breaks().await;
    assert!(
        breaks
            .iter()
            .any(|found| found.starts_with("seal ")
                && found.ends_with("are not those that were sealed")),
        "{breaks:#?}"
    );
}

async fn a_case_taken_out_with_everything_is_missed(town: &Town) {
    let officer = officer(town).await;
    let before = victim(town, &officer, 1).await;
    let gone = victim(town, &officer, 2).await;
    let after = victim(town, &officer, 3).await;
    settle(town).await;
    let case = town.id(gone.case);
    let positions = town
        .column_of_numbers(&format!(
            "SELECT position FROM event WHERE case_id = {case} ORDER BY position"
        ))
        .await;
    town.by_hand(&format!(
        "DELETE FROM notice WHERE case_id = {case};
         DELETE FROM attachment WHERE owner = {case};
         DELETE FROM document WHERE owner = {case};
         DELETE FROM case_mark WHERE case_id = {case};
         DELETE FROM event WHERE case_id = {case};
         DELETE FROM contact WHERE person = (SELECT person FROM case_state WHERE id = {case});
         DELETE FROM person WHERE id = (SELECT person FROM case_state WHERE id = {case});
         DELETE FROM case_state WHERE id = {case}"
    ))
    .await;
    let breaks = town.breaks().await;
    let missed: Vec<String> = positions
        .iter()
        .map(|position| format!("position {position}: the event recorded there is gone"))
        .collect();
    for missed in &missed {
        assert!(breaks.contains(missed), "{missed}: {breaks:#?}");
    }
    for left in [before, after] {
        let named = left.reference.to_string();
        assert!(
            !breaks.iter().any(|found| found.contains(&named)),
            "{breaks:#?}"
        );
    }
    // Counting the rest anew hides nothing of it.
    let renumbered = format!(
        "UPDATE event SET position = position - {0} WHERE position > {1}",
        positions.len(),
        positions.last().unwrap()
    );
    town.by_hand(&renumbered).await;
    let breaks = town.breaks().await;
    for missed in &missed {
        assert!(breaks.contains(missed), "{missed}: {breaks:#?}");
    }
}

async fn seals_taken_away_are_missed(town: &Town) {
    let officer = officer(town).await;
    for number in 0..3 {
        victim(town, &officer, number).await;
        settle(town).await;
        town.clock.advance_minutes(1);
    }
    let first = "DELETE FROM record_seal WHERE number = 1";
    town.by_hand(first).await;
    let breaks = town.breaks().await;
    assert_eq!(breaks, ["seal 2: seal 1 was due there"]);
    town.by_hand("DELETE FROM record_seal").await;
    let breaks = town.breaks().await;
    assert_eq!(breaks, ["record: nothing of it is sealed"]);
}

async fn a_seal_made_without_the_key_is_seen(town: &Town) {
    let officer = officer(town).await;
    for number in 0..2 {
        victim(town, &officer, number).await;
        settle(town).await;
        town.clock.advance_minutes(1);
    }
    town.by_hand("UPDATE record_seal SET at = at - 1 WHERE number = 2")
        .await;
    let breaks = town.breaks().await;
    assert_eq!(
        breaks,
        ["seal 2: it was not made with the house key, or does not follow on the one before"]
    );
}

async fn a_trail_chained_anew_is_seen(town: &Town) {
    let officer = officer(town).await;
    victim(town, &officer, 1).await;
    settle(town).await;
    // Whoever takes the chain away has the worker make another one.
    town.by_hand(
        "UPDATE audit SET detail = 'nothing' WHERE position = 1; UPDATE audit SET position = NULL, chain = NULL",
    )
    .await;
    town.clock.advance_minutes(1);
    town.clerks.seal_record().await.unwrap();
    let breaks = town.breaks().await;
    assert!(
        breaks.contains(
            &"seal 1: the line of the audit trail that was sealed is another one now".to_owned()
        ),
        "{breaks:#?}"
    );
}

async fn a_tree_taken_away_is_not_begun_anew(town: &Town) {
    let officer = officer(town).await;
    victim(town, &officer, 1).await;
    settle(town).await;
    town.by_hand("DELETE FROM setting WHERE name = 'record.frontier'")
        .await;
    assert!(town.clerks.keep_record().await.is_err());
    assert_eq!(
        town.breaks().await,
        ["record: what was sealed is not there any more"]
    );
    // Nor is one taken that somebody made without the key.
    town.by_hand("INSERT INTO setting (name, value) VALUES ('record.frontier', '0::00')")
        .await;
    assert!(town.clerks.keep_record().await.is_err());
    let breaks = town.breaks().await;
    assert_eq!(
        breaks,
        ["record: it was not made with the house key, or does not follow on the one before"]
    );
}

/// An archive of before: links that bind nothing, no salts, no leaves.
async fn events_of_before_are_adopted(town: &Town) {
    let officer = officer(town).await;
    let old = victim(town, &officer, 1).await;
    town.tell_staff().await;
    town.take_mail("http://portal.test").await;
    town.tell_staff().await;
    let case = CaseId::new(old.case);
    let events = events_of(town, old.case).await;
    let mut head = chain::genesis(old.case.as_bytes());
    let mut statements = Vec::new();
    for stored in events {
        let event = &stored.event;
        head = linked(&head, event, &stored.payload, None);
        statements.push(format!(
            "UPDATE event SET chain = {}, bound = NULL WHERE case_id = {} AND sequence = {}",
            town.bytes(head.as_bytes()),
            town.id(old.case),
            event.sequence
        ));
    }
    statements.push(format!(
        "UPDATE case_state SET chain_head = {}, salt = NULL",
        town.bytes(head.as_bytes())
    ));
    for table in ["document", "attachment", "person", "contact"] {
        statements.push(format!("UPDATE {table} SET salt = NULL"));
    }
    town.by_hand(&statements.join("; ")).await;
    assert_eq!(town.clerks.check_chain(case).await.unwrap(), 8);

    // The record takes them over, what happens afterwards is chained to them, and nothing is wrong.
    town.clerks.seal_record().await.unwrap();
    let note = StaffAct::Note {
        note: "vu sur place".to_owned(),
    };
    acts::act(town, &officer, &old.reference, note).await;
    settle(town).await;
    assert_eq!(town.breaks().await, Vec::<String>::new());

    // From then on they are bound like all others.
    town.by_hand("UPDATE document SET body = 'autre chose' WHERE title IS NOT NULL")
        .await;
    let breaks = town.breaks().await;
    assert_eq!(breaks.len(), 1, "{breaks:#?}");
    assert!(breaks[0].ends_with("it is not what was recorded"));
    town.by_hand("DELETE FROM event_adopted WHERE sequence = 1")
        .await;
    let breaks = town.breaks().await;
    assert!(
        breaks.iter().any(|found| found.starts_with("position 1: ")),
        "{breaks:#?}"
    );
}

/// The text and its salt go: nothing else breaks, and the chain stays.
async fn what_was_forgotten_lawfully_leaves_the_chain_whole(town: &Town) {
    let officer = officer(town).await;
    let victim = victim(town, &officer, 1).await;
    settle(town).await;
    town.by_hand(
        "UPDATE document SET body = '', title = NULL, salt = NULL WHERE title IS NOT NULL",
    )
    .await;
    assert_eq!(
        town.clerks
            .check_chain(CaseId::new(victim.case))
            .await
            .unwrap(),
        8
    );
    let breaks = town.breaks().await;
    assert_eq!(breaks.len(), 1, "{breaks:#?}");
    assert!(breaks[0].contains(", text ") && breaks[0].ends_with("it is not what was recorded"));
}

async fn a_check_since_a_position_looks_at_what_is_new(town: &Town) {
    let officer = officer(town).await;
    let old = victim(town, &officer, 1).await;
    settle(town).await;
    let checked = town
        .clerks
        .check_record(CheckScope::default(), |_| {})
        .await
        .unwrap();
    let since = i64::try_from(checked.leaves).unwrap();
    let new = victim(town, &officer, 2).await;
    settle(town).await;
    let scope = CheckScope {
        since: Some(since),
        without_bytes: false,
    };
    let checked = town.clerks.check_record(scope, |_| {}).await.unwrap();
    assert_eq!((checked.cases, checked.breaks), (1, 0));
    for victim in [old, new] {
        let case = town.id(victim.case);
        town.by_hand(&format!(
            "UPDATE document SET body = 'x' WHERE owner = {case} AND title IS NOT NULL"
        ))
        .await;
    }
    let checked = town.clerks.check_record(scope, |_| {}).await.unwrap();
    assert_eq!((checked.cases, checked.breaks), (1, 1));
}
