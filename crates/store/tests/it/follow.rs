//! Followers: what they count is as of an event, whatever happened since, and can be built again from nothing.

use std::collections::BTreeMap;

use chikaya_store::{
    DatabaseUrl, StoreError,
    case::{Reports, event, search, state, tally},
    follow,
};
use chikaya_testbed::{self as town, TestDatabase};
use uuid::Uuid;

use crate::case::{self, begin, filed, place_all, withdraw};

crate::on_both! {
    a_count_is_as_of_the_event_folded_last => super::a_count_is_as_of_the_event_folded_last;
    what_was_made_ready_is_kept_once_and_in_its_turn => super::what_was_made_ready_is_kept_once_and_in_its_turn;
    what_an_earlier_version_kept_is_renewed_behind_what_is_new => super::what_an_earlier_version_kept_is_renewed_behind_what_is_new;
    a_rebuild_that_broke_off_goes_on_where_it_stood => super::a_rebuild_that_broke_off_goes_on_where_it_stood;
    events_kept_without_their_moment_are_told_again => super::events_kept_without_their_moment_are_told_again;
    a_row_changed_by_hand_is_named_with_table_column_and_identifier => super::a_row_changed_by_hand_is_named_with_table_column_and_identifier;
    an_event_that_cannot_be_told_again_stops_its_follower_and_is_named => super::an_event_that_cannot_be_told_again_stops_its_follower_and_is_named;
}

fn advance(database: &TestDatabase, limit: i64) -> Result<follow::Progress, StoreError> {
    database
        .archive()
        .write_blocking(move |tx| case::advance(tx, &tally::FOLLOWER, limit))
}

fn rebuild(database: &TestDatabase) -> follow::Progress {
    database
        .archive()
        .write_blocking(|tx| follow::rebuild(tx, &tally::FOLLOWER))
        .unwrap()
}

/// The cases of the commune by the word of their stage.
fn in_stage(database: &TestDatabase) -> BTreeMap<String, i64> {
    let counts = database.archive().read_blocking(|tx| {
        tally::of_organisation(
            tx,
            town::TIZNIT,
            ("2000-01-01", "2100-01-01", "nobody"),
            Reports::Shown,
        )
    });
    counts.unwrap().in_stage
}

fn stages(counts: &[(&str, i64)]) -> BTreeMap<String, i64> {
    counts
        .iter()
        .map(|(stage, cases)| ((*stage).to_owned(), *cases))
        .collect()
}

/// Changes rows behind the archive's back.
fn tamper(database: &TestDatabase, sql: &str) {
    match database.url() {
        DatabaseUrl::Sqlite(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            connection.execute_batch(sql).unwrap();
        }
        DatabaseUrl::Postgres(url) => {
            let mut client = ::postgres::Client::connect(url, ::postgres::NoTls).unwrap();
            client.batch_execute(sql).unwrap();
        }
    }
}

/// So many cases, every second of them withdrawn, placed and folded.
fn counted(database: &TestDatabase, cases: u32) {
    for number in 0..cases {
        let (case, event) = filed(number);
        begin(database, &case, &event, None).unwrap();
        if number % 2 == 0 {
            assert!(withdraw(database, &case).unwrap());
        }
    }
    place_all(database);
    while advance(database, 1_000).unwrap().folded > 0 {}
}

/// Begins with the words, as this version of the program makes them.
fn begin_words(database: &TestDatabase) -> follow::Progress {
    database
        .archive()
        .write_blocking(|tx| follow::rebuild(tx, &search::FOLLOWER))
        .unwrap()
}

/// Moves the words on over a stretch, or finds that they were moved meanwhile.
fn move_words(database: &TestDatabase, stretch: follow::Stretch) -> follow::Progress {
    database
        .archive()
        .write_blocking(move |tx| follow::take(tx, &search::FOLLOWER, stretch, |_| Ok(())))
        .unwrap()
}

fn what_an_earlier_version_kept_is_renewed_behind_what_is_new(database: &TestDatabase) {
    counted(database, 4);
    tamper(
        database,
        "UPDATE follower SET version = 1, position = 4 WHERE name = 'words'",
    );
    let ahead = || {
        let read = |tx: &mut chikaya_store::Tx<'_>| follow::stretch(tx, &search::FOLLOWER, 10);
        database.archive().read_blocking(read).unwrap()
    };
    let behind = || {
        let read =
            |tx: &mut chikaya_store::Tx<'_>| follow::stretch_to_renew(tx, &search::FOLLOWER, 3);
        database.archive().read_blocking(read).unwrap()
    };
    assert_eq!((ahead(), behind()), (None, None));
    let begun = begin_words(database);
    let renewal = |position| Some(follow::Renewal { position, until: 4 });
    assert_eq!(
        (begun.position, begun.lag()),
        (4, 2),
        "it goes on where it stood"
    );
    assert_eq!((begun.rebuilds_until, begun.renewal), (None, renewal(0)));

    let made_ready = behind().unwrap();
    assert_eq!((made_ready.after, made_ready.until), (0, 3));
    assert_eq!(move_words(database, ahead().unwrap()).folded, 2);
    let moved = move_words(database, made_ready);
    assert_eq!(
        moved.folded, 0,
        "it may be older than what was folded since"
    );
    let moved = move_words(database, behind().unwrap());
    assert_eq!((moved.folded, moved.renewal), (3, renewal(3)));
    assert_eq!(
        begin_words(database).renewal,
        renewal(3),
        "asked for again, it goes on"
    );
    let moved = move_words(database, behind().unwrap());
    assert_eq!((moved.folded, moved.renewal, moved.lag()), (1, None, 0));
    let over = behind().unwrap();
    assert_eq!(over.after, over.until);
}

fn what_was_made_ready_is_kept_once_and_in_its_turn(database: &TestDatabase) {
    counted(database, 3);
    begin_words(database);
    let next = || {
        let read = |tx: &mut chikaya_store::Tx<'_>| follow::stretch(tx, &search::FOLLOWER, 2);
        database.archive().read_blocking(read).unwrap().unwrap()
    };
    let take = |stretch: follow::Stretch| {
        let taken = database.archive().write_blocking(move |tx| {
            follow::take(tx, &search::FOLLOWER, stretch, |tx| {
                let said = search::said_between(tx, stretch.after, stretch.until)?;
                search::put(
                    tx,
                    &said
                        .into_iter()
                        .map(|said| search::Words {
                            case: said.case,
                            organisation: said.organisation,
                            filed_at: said.filed_at,
                            subject: None,
                            territory: None,
                            text: format!("upto{}", stretch.until),
                        })
                        .collect::<Vec<_>>(),
                )
            })
        });
        let progress: follow::Progress = taken.unwrap();
        (progress.folded, progress.position)
    };
    let first = next();
    assert_eq!((first.after, first.until), (0, 2));
    assert_eq!(take(first), (2, 2));
    assert_eq!(take(first), (0, 2), "another worker was faster");
    while take(next()).0 > 0 {}
    let newest = next();
    assert_eq!(newest.after, newest.until);
    assert_eq!(newest.until, 5, "three filed, two withdrawn");
    let begun = database
        .archive()
        .write_blocking(|tx| follow::rebuild(tx, &search::FOLLOWER))
        .unwrap();
    assert_eq!(begun.rebuilds_until, Some(5));
    assert_eq!(take(newest), (0, 0), "it is built again from its beginning");
    while take(next()).0 > 0 {}
    let over = database
        .archive()
        .read_blocking(|tx| follow::progress(tx, &search::FOLLOWER))
        .unwrap();
    assert_eq!((over.position, over.rebuilds_until), (5, None));
}

fn a_count_is_as_of_the_event_folded_last(database: &TestDatabase) {
    let (case, event) = filed(1);
    begin(database, &case, &event, None).unwrap();
    assert!(withdraw(database, &case).unwrap());
    place_all(database);
    let first = advance(database, 1).unwrap();
    assert_eq!((first.position, first.newest, first.lag()), (1, 2, 1));
    assert_eq!(in_stage(database), stages(&[("filed", 1)]));
    assert_eq!(advance(database, 1).unwrap().lag(), 0);
    assert_eq!(in_stage(database), stages(&[("closed", 1)]));
}

fn a_rebuild_that_broke_off_goes_on_where_it_stood(database: &TestDatabase) {
    counted(database, 8);
    let whole = in_stage(database);
    assert_eq!(whole, stages(&[("closed", 4), ("filed", 4)]));
    let begun = rebuild(database);
    assert_eq!((begun.position, begun.rebuilds_until), (0, Some(12)));
    assert!(in_stage(database).is_empty());
    advance(database, 5).unwrap();
    // Here it was killed, and the command is given again.
    assert_eq!(rebuild(database).position, 5);
    while advance(database, 5).unwrap().rebuilds_until.is_some() {}
    assert_eq!(in_stage(database), whole);
    // Once it is over, the command begins from nothing.
    assert_eq!(rebuild(database).position, 0);
}

fn events_kept_without_their_moment_are_told_again(database: &TestDatabase) {
    counted(database, 8);
    let whole = in_stage(database);
    tamper(
        database,
        "UPDATE event SET stage = NULL, officer = NULL, answer_due = NULL, outcome = NULL",
    );
    rebuild(database);
    while advance(database, 5).unwrap().rebuilds_until.is_some() {}
    assert_eq!(in_stage(database), whole);
}

fn an_event_that_cannot_be_told_again_stops_its_follower_and_is_named(database: &TestDatabase) {
    counted(database, 2);
    tamper(
        database,
        "UPDATE event SET stage = 'nowhere' WHERE sequence = 2",
    );
    rebuild(database);
    let error = loop {
        match advance(database, 1) {
            Ok(progress) => assert!(progress.rebuilds_until.is_some(), "it passed the fault"),
            Err(error) => break error.to_string(),
        }
    };
    let id = Uuid::from_u128(1).to_string();
    assert!(
        error.contains("event.stage") && error.contains(&id),
        "{error}"
    );
}

fn a_row_changed_by_hand_is_named_with_table_column_and_identifier(database: &TestDatabase) {
    let (case, event) = filed(0);
    let id = case.id;
    begin(database, &case, &event, None).unwrap();
    for (change, column) in [
        ("UPDATE event SET at = at + 1", "event.at"),
        (
            "UPDATE event SET at = at - 1, actor = 'system'",
            "event.actor",
        ),
        ("UPDATE event SET payload = '{}'", "event.payload"),
        ("UPDATE case_state SET state = '{}'", "case_state.state"),
        (
            "UPDATE case_state SET latitude_micro = 99000000, longitude_micro = 1",
            "case_state.latitude_micro",
        ),
    ] {
        tamper(database, change);
        let read = database.archive().read_blocking(move |tx| {
            state::find(tx, id)?;
            event::list(tx, id)
        });
        let error = read.unwrap_err().to_string();
        assert!(
            error.contains(column) && error.contains(&id.to_string()),
            "{error}"
        );
    }
}
