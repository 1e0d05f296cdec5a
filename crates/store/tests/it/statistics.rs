//! What is counted for statistics: folded in any steps it is the same, and nothing stays that counts nothing.

use std::collections::BTreeMap;

use chikaya_domain::statistics::{Axis, Cell, Count, Counted, Month};
use chikaya_store::{
    follow,
    statistics::{self, FOLLOWER},
};
use chikaya_testbed::{self as town, TestDatabase};

use crate::case::{self, begin, filed, place_all, withdraw};

crate::on_both! {
    what_is_folded_in_steps_is_what_is_folded_at_once => super::what_is_folded_in_steps_is_what_is_folded_at_once;
    stretches_added_up_side_by_side_are_kept_in_their_order => super::stretches_added_up_side_by_side_are_kept_in_their_order;
}

fn advance(database: &TestDatabase, limit: i64) -> u64 {
    database
        .archive()
        .write_blocking(move |tx| case::advance(tx, &FOLLOWER, limit))
        .unwrap()
        .folded
}

/// Every count that is kept, read some at a time.
fn kept(database: &TestDatabase) -> BTreeMap<Counted, i64> {
    let mut all = BTreeMap::new();
    // The database orders words; those that count here are in an order of their own.
    let mut after: Option<Counted> = None;
    loop {
        let page = database
            .archive()
            .read_blocking(move |tx| statistics::page(tx, after.as_ref(), 5))
            .unwrap();
        let Some((last, _)) = page.last() else {
            return all;
        };
        after = Some(last.clone());
        all.extend(page);
    }
}

fn what_is_folded_in_steps_is_what_is_folded_at_once(database: &TestDatabase) {
    for number in 0..12 {
        let (case, event) = filed(number);
        begin(database, &case, &event, None).unwrap();
        if number % 3 == 0 {
            assert!(withdraw(database, &case).unwrap());
        }
        place_all(database);
        if number % 4 == 0 {
            advance(database, 1);
        }
    }
    while advance(database, 3) > 0 {}
    let in_steps = kept(database);
    let is_there = |(counted, cases): (&Counted, &i64)| {
        *cases > 0 || (counted.count == Count::Stock && *cases < 0)
    };
    assert!(in_steps.iter().all(is_there), "{in_steps:?}");
    let month = Month::parse("2026-03").unwrap();
    let cell = Cell {
        axis: Axis::Body,
        key: town::TIZNIT.to_owned(),
        is_sample: true,
    };
    let of_body = database
        .archive()
        .read_blocking({
            let cell = cell.clone();
            move |tx| statistics::of_cell(tx, &cell, month)
        })
        .unwrap();
    let cases = |count: Count| -> i64 {
        let of_count = of_body.iter().filter(|kept| kept.count == count);
        of_count.map(|kept| kept.cases).sum()
    };
    assert_eq!(cases(Count::Received), 12);
    assert_eq!(cases(Count::Withdrawn), 4);
    assert_eq!(cases(Count::LeftAfter), 4);
    assert_eq!(cases(Count::OpenSince), 8);
    database
        .archive()
        .write_blocking(|tx| follow::rebuild(tx, &FOLLOWER))
        .unwrap();
    assert!(kept(database).is_empty());
    while advance(database, 1_000) > 0 {}
    assert_eq!(kept(database), in_steps);
}

fn stretches_added_up_side_by_side_are_kept_in_their_order(database: &TestDatabase) {
    for number in 0..12 {
        let (case, event) = filed(number);
        begin(database, &case, &event, None).unwrap();
    }
    place_all(database);
    while advance(database, 1_000) > 0 {}
    let at_once = kept(database);
    let archive = database.archive();
    archive
        .write_blocking(|tx| follow::rebuild(tx, &FOLLOWER))
        .unwrap();
    let next = || {
        archive
            .read_blocking(|tx| follow::stretches_to_rebuild(tx, &FOLLOWER, 5, 2))
            .unwrap()
    };
    let gather = |stretch, counts| {
        archive
            .read_blocking(move |tx| {
                case::with_background(|background| {
                    follow::gather(tx, &FOLLOWER, background, stretch, counts)
                })
            })
            .unwrap()
            .unwrap()
    };
    let take = |(stretch, sum): follow::Summed| {
        archive
            .write_blocking(move |tx| follow::take(tx, &FOLLOWER, stretch, |tx| sum.put(tx)))
            .unwrap()
    };
    let stretches = next();
    let bounds: Vec<_> = stretches.iter().map(|all| (all.after, all.until)).collect();
    assert_eq!(bounds, [(0, 5), (5, 10)]);
    let both: Vec<_> = stretches.iter().map(|all| gather(*all, 1_000)).collect();
    let again = gather(stretches[0], 1_000);
    let positions: Vec<_> = both.into_iter().map(|sum| take(sum).position).collect();
    assert_eq!(positions, [5, 10]);
    // A stretch that another worker kept is not kept twice.
    assert_eq!(take(again).folded, 0);
    let last = next();
    assert_eq!(last.len(), 1, "{last:?}");
    let progress = take(gather(last[0], 1_000));
    assert_eq!((progress.position, progress.rebuilds_until), (12, None));
    assert_eq!(kept(database), at_once);
    assert!(next().is_empty(), "nothing is left to build again");
}
