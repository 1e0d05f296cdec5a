//! A record that goes on under another house key, because the one before is lost: what was before stays bound, and is excused
//! of nothing but the marks that the lost key made.

use chikaya_domain::{Language, access::Role};
use chikaya_service::{
    Clerks,
    house_key::{KeyMatch, is_begun, recognise},
    record::{RecordState, Seal},
    seam::Key,
    staff::{NewStaff, Password},
};
use chikaya_testkit::{
    Town, breaks_of,
    tampering::{officer, settle, victim},
    town::{self, KEY},
};

crate::in_both_towns! {
    a_record_goes_on_under_another_key => super::a_record_goes_on_under_another_key;
    what_is_changed_of_before_is_named_afterwards => super::what_is_changed_of_before_is_named_afterwards;
    what_was_broken_before_is_still_named => super::what_was_broken_before_is_still_named;
    nobody_without_the_key_begins_a_record_anew => super::nobody_without_the_key_begins_a_record_anew;
    the_record_knows_its_key_where_the_digest_was_taken_away => super::the_record_knows_its_key_where_the_digest_was_taken_away;
}

/// Another key than that of towns.
const OTHER: [u8; 32] = [38; 32];

/// A town with a case, an account that the trail answers for, and two seals; the last of them.
async fn with_a_past(town: &Town) -> Seal {
    // The town looks at its record with its own key when it ends.
    town.tamper();
    let officer = officer(town).await;
    victim(town, &officer, 1).await;
    settle(town).await;
    town.clock.advance_minutes(1);
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || {
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
    .unwrap();
    settle(town).await;
    town.clock.advance_minutes(1);
    town.clerks.seal_record().await.unwrap().unwrap()
}

/// A node with the other key, under which the record was begun anew.
async fn heir_of(town: &Town) -> (Clerks, Seal) {
    let heir = town.node_under(OTHER).await;
    let seal = heir.renew_record().await.unwrap().unwrap();
    town.clock.advance_minutes(1);
    (heir, seal)
}

async fn add_a_case(heir: &Clerks) {
    heir.file(town::filing()).await.unwrap();
    while heir.place_events().await.unwrap().placed > 0 {}
    heir.seal_record().await.unwrap();
}

async fn a_record_goes_on_under_another_key(town: &Town) {
    let kept_outside = with_a_past(town).await;
    let heir = town.node_under(OTHER).await;
    assert!(heir.keep_record().await.is_err());
    assert_eq!(heir.record_state().await.unwrap(), RecordState::OtherKey);
    // What came meanwhile is taken in, too.
    heir.file(town::filing()).await.unwrap();

    let seal = heir.renew_record().await.unwrap().unwrap();
    assert_eq!(seal.number, kept_outside.number + 1);
    assert!(seal.position > kept_outside.position);
    assert_eq!(breaks_of(&heir).await, Vec::<String>::new());
    let anchors = vec![kept_outside, seal];
    assert!(heir.check_anchors(anchors).await.unwrap().is_empty());
    assert_eq!(recognised(town, OTHER).await, KeyMatch::Same);

    town.clock.advance_minutes(1);
    add_a_case(&heir).await;
    assert_eq!(breaks_of(&heir).await, Vec::<String>::new());
    let state = heir.record_state().await.unwrap();
    assert_eq!(state, RecordState::Kept { waits_since: None });
    assert_eq!(heir.renew_record().await.unwrap(), None, "it is kept");
    let deeds = town.audit().await;
    for deed in ["record.renew", "account.adopt"] {
        assert!(deeds.iter().any(|line| line.contains(deed)), "{deeds:#?}");
    }

    // And once more, when that key is lost as well.
    let third = town.node_under([39; 32]).await;
    assert_eq!(third.record_state().await.unwrap(), RecordState::OtherKey);
    assert!(third.renew_record().await.unwrap().is_some());
    assert_eq!(breaks_of(&third).await, Vec::<String>::new());
}

async fn what_is_changed_of_before_is_named_afterwards(town: &Town) {
    let before = with_a_past(town).await;
    let (heir, _) = heir_of(town).await;
    add_a_case(&heir).await;
    assert_eq!(breaks_of(&heir).await, Vec::<String>::new(), "untouched");
    town.by_hand(
        "UPDATE event SET payload = REPLACE(payload, '2026', '2025') WHERE position = 1;
         UPDATE record_seal SET at = at - 1 WHERE number = 1;
         UPDATE audit SET detail = 'nothing' WHERE position = 1;
         UPDATE staff SET role = 'administrator' WHERE email = 'head@sample.test'",
    )
    .await;
    let breaks = breaks_of(&heir).await;
    for named in [
        "event 1: it is not what was chained".to_owned(),
        format!(
            "seal {}: the seals up to it are not those over which the record was begun anew",
            before.number
        ),
        "audit trail, line 1: it is not what was chained".to_owned(),
        "it is not what the last line of the audit trail about it left".to_owned(),
    ] {
        assert!(
            breaks.iter().any(|found| found.ends_with(&named)),
            "{named}: {breaks:#?}"
        );
    }
    town.by_hand("UPDATE record_leaf SET hash = (SELECT hash FROM record_leaf WHERE position = 1) WHERE position = 2")
        .await;
    let breaks = breaks_of(&heir).await;
    assert!(
        breaks
            .iter()
            .any(|found| found.ends_with("are not those that were sealed")),
        "{breaks:#?}"
    );
}

/// A new beginning is none for what was wrong, and what comes after it can be told from that.
async fn what_was_broken_before_is_still_named(town: &Town) {
    let before = with_a_past(town).await;
    let last = before.position;
    town.by_hand(&format!(
        "DELETE FROM record_leaf WHERE position >= {}",
        last - 1
    ))
    .await;
    let (heir, renewed) = heir_of(town).await;
    add_a_case(&heir).await;
    let breaks = breaks_of(&heir).await;
    for named in [
        format!("position {last}: no event had this position when its turn came"),
        format!(
            "position {}: no event had this position when its turn came",
            last - 1
        ),
    ] {
        assert!(breaks.contains(&named), "{named}: {breaks:#?}");
    }
    let is_of_a_seal = |found: &&String| found.starts_with("seal ");
    let of_seals: Vec<&String> = breaks.iter().filter(is_of_a_seal).collect();
    assert!(!of_seals.is_empty(), "{breaks:#?}");
    let own = format!("seal {}:", renewed.number);
    assert!(
        of_seals.iter().all(|found| !found.starts_with(&own)),
        "{of_seals:#?}"
    );
    // What comes after is bound for itself.
    let newest = "(SELECT MAX(position) FROM record_leaf)";
    town.by_hand(&format!(
        "UPDATE record_leaf SET hash = (SELECT hash FROM record_leaf WHERE position = 1) WHERE position = {newest}"
    ))
    .await;
    let later = format!("seal {}:", renewed.number + 1);
    let breaks = breaks_of(&heir).await;
    assert!(
        breaks.iter().any(|found| found.starts_with(&later)),
        "{breaks:#?}"
    );
}

async fn nobody_without_the_key_begins_a_record_anew(town: &Town) {
    with_a_past(town).await;
    assert_eq!(town.breaks().await, Vec::<String>::new(), "untouched");
    let zeros = "0".repeat(64);
    town.by_hand(&format!(
        "INSERT INTO setting (name, value) VALUES ('record.renewal', '1:999:999:999:{zeros}:{zeros}');
         UPDATE event SET mark = NULL WHERE position = 1"
    ))
    .await;
    let breaks = town.breaks().await;
    assert_eq!(breaks.len(), 1, "{breaks:#?}");
    assert!(breaks[0].ends_with("event 1: it was not written by the portal"));
    // Nor does a key that is not lost.
    assert_eq!(town.clerks.renew_record().await.unwrap(), None);
    town.by_hand("DELETE FROM setting WHERE name = 'record.frontier'")
        .await;
    assert_eq!(town.clerks.record_state().await.unwrap(), RecordState::Gone);
}

async fn the_record_knows_its_key_where_the_digest_was_taken_away(town: &Town) {
    assert!(!has_begun(town).await);
    with_a_past(town).await;
    assert!(has_begun(town).await);
    assert_eq!(recognised(town, OTHER).await, KeyMatch::Other);
    assert_eq!(recognised(town, KEY).await, KeyMatch::Same);
}

/// What the archive of a town says of a key, asked from a thread that may wait.
async fn recognised(town: &Town, key: [u8; 32]) -> KeyMatch {
    let archive = town.database.archive().clone();
    tokio::task::spawn_blocking(move || recognise(&archive, &Key::new(key)))
        .await
        .unwrap()
        .unwrap()
}

/// Whether the archive of a town holds a record, asked from a thread that may wait.
async fn has_begun(town: &Town) -> bool {
    let archive = town.database.archive().clone();
    tokio::task::spawn_blocking(move || is_begun(&archive))
        .await
        .unwrap()
        .unwrap()
}
