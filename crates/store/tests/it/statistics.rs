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
