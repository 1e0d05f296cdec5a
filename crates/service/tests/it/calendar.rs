//! The calendar and policies as administrators keep them, and due dates computed anew.

use chikaya_domain::{
    Names,
    access::Role,
    case::{DueChange, Fact},
    clock::{Holiday, HolidayKind},
};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    clock::calendar::Exception,
    country::{Pack, load},
    staff::Officer,
};
use chikaya_store::{case::event, setting};
use chikaya_testkit::{Town, town};
use jiff::civil::{Date, date};

crate::in_both_towns! {
    only_administrators_edit_the_calendar => super::only_administrators_edit_the_calendar;
    a_new_holiday_moves_due_dates_by_an_event_each => super::a_new_holiday_moves_due_dates_by_an_event_each;
    a_case_keeps_the_policy_it_was_filed_under => super::a_case_keeps_the_policy_it_was_filed_under;
    edits_survive_the_next_pack => super::edits_survive_the_next_pack;
    two_administrators_do_not_overwrite_a_holiday => super::two_administrators_do_not_overwrite_a_holiday;
    a_policy_is_added_for_a_day_to_come => super::a_policy_is_added_for_a_day_to_come;
}

async fn administrator(town: &Town) -> Officer {
    town.officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await
}

fn day_off() -> Holiday {
    Holiday {
        names: Names {
            ar: "عطلة استثنائية".to_owned(),
            fr: "Repos exceptionnel".to_owned(),
            zgh: None,
            en: None,
        },
        kind: HolidayKind::Exceptional,
        is_estimated: false,
    }
}

async fn work(town: &Town) {
    while town
        .clerks
        .recompute_due_dates("worker".to_owned())
        .await
        .unwrap()
    {}
}

async fn only_administrators_edit_the_calendar(town: &Town) {
    let clerks = &town.clerks;
    let day = date(2026, 5, 11);
    for role in Role::ALL.iter().copied() {
        if role == Role::Administrator {
            continue;
        }
        let officer = town
            .officer(&format!("{role}@portal.test"), role, town::TIZNIT)
            .await;
        let policy = clerks.country().policies.all()[0].clone();
        let refused = [
            clerks.holidays(officer.clone(), 2026).await.err(),
            clerks.recomputations(officer.clone()).await.err(),
            clerks
                .add_holiday(officer.clone(), day, day_off())
                .await
                .err(),
            clerks.remove_holiday(officer.clone(), day, 1).await.err(),
            clerks
                .set_exception(officer.clone(), day, Exception::Worked)
                .await
                .err(),
            clerks
                .set_weekend(officer.clone(), vec![6, 7], vec![7])
                .await
                .err(),
            clerks.policies(officer.clone()).await.err(),
            clerks.add_policy(officer, policy).await.err(),
        ];
        for refusal in refused {
            assert!(
                matches!(refusal, Some(Trouble::Forbidden)),
                "{role}: {refusal:?}"
            );
        }
    }
    assert!(clerks.country().calendar.holiday(day).is_none());
}

async fn a_new_holiday_moves_due_dates_by_an_event_each(town: &Town) {
    let clerks = &town.clerks;
    let officer = administrator(town).await;
    let receipt = clerks.file(town::filing()).await.unwrap();
    clerks.place_events().await.unwrap();
    let due: Date = receipt.answer_due.date;
    clerks
        .add_holiday(officer.clone(), due, day_off())
        .await
        .unwrap();
    let again = clerks.add_holiday(officer.clone(), due, day_off()).await;
    assert!(matches!(
        again,
        Err(Trouble::NotAcceptable("error-holiday-there"))
    ));
    let waiting = clerks.recomputations(officer.clone()).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].expected, waiting[0].checked), (1, 0));
    assert!(waiting[0].done_at.is_none());
    work(town).await;
    let done = clerks.recomputations(officer.clone()).await.unwrap();
    assert_eq!((done[0].checked, done[0].changed), (1, 1));
    assert!(done[0].done_at.is_some());

    let case = receipt.case;
    let facts = clerks_facts(town, case).await;
    let Some(Fact::DueChanged { answer_due, cause }) = facts.last() else {
        panic!("{facts:?}");
    };
    assert_eq!(*cause, DueChange::CalendarEdited);
    assert!(*answer_due > due, "{answer_due}");
    clerks.check_chain(case).await.unwrap();

    // A worked exception on the same day takes the move back; nothing is owed twice.
    clerks
        .set_exception(officer.clone(), due, Exception::Worked)
        .await
        .unwrap();
    work(town).await;
    let facts = clerks_facts(town, case).await;
    assert!(
        matches!(facts.last(), Some(Fact::DueChanged { answer_due, .. }) if *answer_due == due),
        "{facts:?}"
    );
    let trail = clerks
        .trail(officer.clone(), TrailQuestion::default())
        .await
        .unwrap();
    // The clock of the town stands still, so lines of one instant have no order.
    let deeds: Vec<&str> = trail
        .lines
        .iter()
        .map(|line| line.action.as_str())
        .collect();
    assert!(deeds.contains(&"worked-day.add") && deeds.contains(&"holiday.put"));

    // A change that moves nothing leaves no event.
    clerks
        .set_weekend(officer.clone(), vec![6, 7], vec![6, 7])
        .await
        .unwrap();
    clerks
        .add_holiday(officer, date(2031, 5, 14), day_off())
        .await
        .unwrap();
    work(town).await;
    assert_eq!(clerks_facts(town, case).await.len(), facts.len());
}

async fn clerks_facts(town: &Town, case: chikaya_domain::id::CaseId) -> Vec<Fact> {
    let archive = town.database.archive().clone();
    archive
        .read(move |tx| event::list(tx, case))
        .await
        .unwrap()
        .into_iter()
        .map(|stored| stored.event.fact)
        .collect()
}

async fn a_case_keeps_the_policy_it_was_filed_under(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let receipt = clerks.file(town::filing()).await.unwrap();
    let mut policy = clerks.policies(officer.clone()).await.unwrap()[0].clone();
    policy.version += 1;
    policy.answer_days = 20;
    policy.effective_from = date(2026, 3, 20);
    clerks.add_policy(officer.clone(), policy).await.unwrap();
    town.clock.advance_days(10);
    let shorter = clerks.file(town::filing()).await.unwrap();
    assert!(shorter.answer_due.date < receipt.answer_due.date);
    clerks
        .add_holiday(officer.clone(), date(2031, 5, 14), day_off())
        .await
        .unwrap();
    work(town).await;
    let runs = clerks.recomputations(officer).await.unwrap();
    assert_eq!((runs[0].checked, runs[0].changed), (2, 0));
}

async fn edits_survive_the_next_pack(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let labour_day = clerks
        .holidays(officer.clone(), 2026)
        .await
        .unwrap()
        .into_iter()
        .find(|stored| stored.day == date(2026, 5, 1))
        .unwrap();
    clerks
        .change_holiday(officer.clone(), labour_day, Some(date(2026, 5, 5)))
        .await
        .unwrap();
    let archive = town.database.archive().clone();
    tokio::task::spawn_blocking(move || {
        archive
            .write_blocking(|tx| setting::put(tx, "country.pack", "another"))
            .unwrap();
        load(
            &archive,
            &Pack::morocco(),
            &town::organisation_code("reform-authority"),
        )
        .unwrap();
    })
    .await
    .unwrap();
    assert!(clerks.follow_country().await.unwrap());
    let country = clerks.country();
    assert!(country.calendar.holiday(date(2026, 5, 1)).is_none());
    assert!(country.calendar.holiday(date(2026, 5, 5)).is_some());
}

async fn two_administrators_do_not_overwrite_a_holiday(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let day = date(2026, 5, 11);
    clerks
        .add_holiday(officer.clone(), day, day_off())
        .await
        .unwrap();
    let stored = clerks
        .holidays(officer.clone(), 2026)
        .await
        .unwrap()
        .into_iter()
        .find(|stored| stored.day == day)
        .unwrap();
    clerks
        .change_holiday(officer.clone(), stored.clone(), None)
        .await
        .unwrap();
    let confirmed = clerks
        .trail(officer.clone(), TrailQuestion::default())
        .await
        .unwrap()
        .lines
        .iter()
        .any(|line| line.action == "holiday.confirm");
    assert!(!confirmed, "what was no estimate is not confirmed");
    let late = [
        clerks
            .change_holiday(officer.clone(), stored.clone(), None)
            .await,
        clerks
            .remove_holiday(officer.clone(), day, stored.version)
            .await,
        clerks.set_weekend(officer.clone(), vec![7], vec![5]).await,
    ];
    for answer in late {
        assert!(matches!(answer, Err(Trouble::Stale)), "{answer:?}");
    }
    let whole_week = clerks
        .set_weekend(officer, vec![6, 7], (1..=7).collect())
        .await;
    assert!(matches!(
        whole_week,
        Err(Trouble::NotAcceptable("error-weekend-all"))
    ));
}

async fn a_policy_is_added_for_a_day_to_come(town: &Town) {
    let officer = administrator(town).await;
    let clerks = &town.clerks;
    let mut policy = clerks.policies(officer.clone()).await.unwrap()[0].clone();
    policy.version += 1;
    policy.answer_days = 30;
    policy.effective_from = date(2026, 3, 12);
    let today = clerks.add_policy(officer.clone(), policy.clone()).await;
    assert!(matches!(
        today,
        Err(Trouble::NotAcceptable("error-date-past"))
    ));
    policy.effective_from = date(2026, 4, 1);
    clerks
        .add_policy(officer.clone(), policy.clone())
        .await
        .unwrap();
    let twice = clerks.add_policy(officer.clone(), policy.clone()).await;
    assert!(matches!(twice, Err(Trouble::Stale)), "{twice:?}");
    let country = clerks.country();
    let on = |day: Date| country.policies.in_force_on(day).answer_days;
    assert_eq!((on(date(2026, 3, 31)), on(date(2026, 4, 1))), (60, 30));
    assert_eq!(clerks.policies(officer).await.unwrap()[0], policy);
}
