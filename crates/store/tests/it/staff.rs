//! Accounts: an address has one, and what works once works once, however many try.

use chikaya_domain::id::{OrganisationCode, StaffId};
use chikaya_store::{
    StoreError,
    staff::{self, StoredStaff},
};
use chikaya_testbed::{self as town, TestDatabase};
use uuid::Uuid;

crate::on_both! {
    a_taken_address_is_named => super::a_taken_address_is_named;
    a_time_step_is_used_by_one_of_many_and_never_an_earlier_one => super::a_time_step_is_used_by_one_of_many_and_never_an_earlier_one;
    a_recovery_code_is_used_by_one_of_many => super::a_recovery_code_is_used_by_one_of_many;
}

fn account(number: u128, email: &str) -> StoredStaff {
    StoredStaff {
        id: StaffId::new(Uuid::from_u128(number)),
        email: email.to_owned(),
        name: format!("Sample {number}"),
        role: "officer".to_owned(),
        organisation: OrganisationCode::parse(town::TIZNIT).unwrap(),
        unit: None,
        language: "fr".to_owned(),
        password_hash: "none".to_owned(),
        totp_secret: None,
        totp_required: true,
        totp_last_step: 0,
        is_sample: true,
        is_active: true,
        version: 1,
    }
}

fn hire(database: &TestDatabase, account: StoredStaff) -> Result<(), StoreError> {
    database
        .archive()
        .write_blocking(move |tx| staff::insert(tx, &account, 100))
}

fn a_taken_address_is_named(database: &TestDatabase) {
    hire(database, account(1, "one@sample.test")).unwrap();
    let taken = hire(database, account(2, "one@sample.test"));
    assert!(
        matches!(&taken, Err(StoreError::Constraint { name }) if name == "staff_email"),
        "{taken:?}"
    );
    let same = hire(database, account(1, "two@sample.test"));
    assert!(
        matches!(&same, Err(StoreError::Constraint { name }) if name == "staff_pkey"),
        "{same:?}"
    );
}

/// How many of eight who try at once are told that they succeeded.
fn successes(try_it: &(dyn Fn() -> bool + Sync)) -> usize {
    std::thread::scope(|scope| {
        let trying: Vec<_> = (0..8).map(|_| scope.spawn(try_it)).collect();
        trying
            .into_iter()
            .map(|one| usize::from(one.join().unwrap()))
            .sum()
    })
}

fn a_time_step_is_used_by_one_of_many_and_never_an_earlier_one(database: &TestDatabase) {
    let someone = account(1, "one@sample.test");
    let id = someone.id;
    hire(database, someone).unwrap();
    let at_step = |step: i64| {
        let used = move || {
            database
                .archive()
                .write_blocking(move |tx| staff::use_totp_step(tx, id, step))
                .unwrap()
        };
        successes(&used)
    };
    assert_eq!(at_step(700), 1);
    assert_eq!(at_step(699), 0);
    assert_eq!(at_step(701), 1);
}

fn a_recovery_code_is_used_by_one_of_many(database: &TestDatabase) {
    let someone = account(1, "one@sample.test");
    let id = someone.id;
    hire(database, someone).unwrap();
    database
        .archive()
        .write_blocking(move |tx| staff::set_recovery_codes(tx, id, &[[1; 32], [2; 32]]))
        .unwrap();
    let with = |hash: [u8; 32]| {
        let used = move || {
            database
                .archive()
                .write_blocking(move |tx| staff::use_recovery_code(tx, id, &hash, 200))
                .unwrap()
        };
        successes(&used)
    };
    assert_eq!(with([1; 32]), 1);
    assert_eq!(with([3; 32]), 0);
    assert_eq!(with([2; 32]), 1);
}
