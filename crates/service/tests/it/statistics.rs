//! What the public is told of the work of bodies: it agrees with the record, and few people are not known from it.

use std::sync::Arc;

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::Track,
    id::SubjectCode,
    statistics::{Count, Month, Months, Proportion},
};
use chikaya_service::{
    Trouble,
    case::{act::StaffAct, file::Filing},
    statistics::{Compared, Edition, Scope},
};
use chikaya_testkit::{Town, town};
use jiff::SignedDuration;

use crate::acts::act;

crate::in_both_towns! {
    figures_agree_with_what_was_done => super::figures_agree_with_what_was_done;
    an_edition_never_changes => super::an_edition_never_changes;
    few_cases_are_not_told => super::few_cases_are_not_told;
    a_recount_finds_what_somebody_changed => super::a_recount_finds_what_somebody_changed;
    a_report_of_wrongdoing_is_counted_for_the_country_alone => super::a_report_of_wrongdoing_is_counted_for_the_country_alone;
}

fn months(from: &str, until: &str) -> Months {
    Months {
        from: Month::parse(from).unwrap(),
        until: Month::parse(until).unwrap(),
    }
}

async fn settle(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.publish_statistics().await.unwrap();
}

async fn file(town: &Town, cases: usize) -> Vec<chikaya_domain::reference::Reference> {
    let mut references = Vec::new();
    for _ in 0..cases {
        let receipt = town.clerks.file(real()).await.unwrap();
        references.push(receipt.reference);
    }
    references
}

fn real() -> Filing {
    Filing {
        is_sample: false,
        ..town::filing()
    }
}

async fn figures_agree_with_what_was_done(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let officer = town
        .officer("officer@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let references = file(town, 12).await;
    // Five are answered after ten days, five after seventy, when they are late; two wait.
    for (day, answered) in [
        ("2026-03-12T09:00:00Z", &references[..5]),
        ("2026-05-11T09:00:00Z", &references[5..10]),
    ] {
        town.clock.set(town::instant(day));
        let officer = town
            .officer("officer@sample.test", Role::Officer, town::TIZNIT)
            .await;
        for reference in answered {
            act(town, &officer, reference, StaffAct::Examine).await;
            act(town, &officer, reference, StaffAct::TakeUp).await;
            let answer = StaffAct::Answer(town::answer(Outcome::Granted));
            act(town, &officer, reference, answer).await;
        }
    }
    drop(officer);
    town.clock.set(town::instant("2026-06-01T09:00:00Z"));
    settle(town).await;
    let asked = months("2026-01", "2026-06");
    let country = town.clerks.statistics(Scope::Country, asked).await.unwrap();
    let body = Scope::Body(town::organisation_code(town::TIZNIT));
    let body = town.clerks.statistics(body, asked).await.unwrap();
    for told in [&country, &body] {
        let figures = &told.figures;
        assert_eq!(figures.total(Count::Received), Some(12));
        assert_eq!(figures.total(Count::Answered), Some(10));
        let outcomes: Vec<_> = figures.by_word(Count::Answered).collect();
        assert_eq!(outcomes, [("granted", Some(10))]);
        // Due in May, which is over: five in time, seven not, of which two wait still.
        assert_eq!(figures.in_time(), Some(Proportion { part: 5, of: 12 }));
        let times = figures.times().unwrap();
        // Of the country alone, and not where few wait.
        let is_country = Arc::ptr_eq(told, &country);
        assert_eq!(times.cases, is_country.then_some(12));
        assert_eq!(times.waiting, None, "two are few");
        assert!((times.curve.answered_by(10).value - 5.0 / 12.0).abs() < 1e-12);
        assert_eq!(times.curve.quantile((1, 2)).day, Some(70));
        assert_eq!(figures.open(), None, "two are few");
        assert_eq!(told.as_of.today.to_string(), "2026-06-01");
        assert!(told.before.times().is_none());
    }
    // A subject counts for its sector, and the place for its region.
    let sectors = town
        .clerks
        .statistics_by(Compared::Sectors, asked)
        .await
        .unwrap();
    assert_eq!(sectors.rows.len(), 1);
    assert_eq!(sectors.rows[0].received, Some(12));
    let lighting = Scope::Subject(SubjectCode::parse("public-lighting").unwrap());
    let lighting = town.clerks.statistics(lighting, asked).await.unwrap();
    assert_eq!(lighting.figures.total(Count::Received), Some(12));
    let regions = town
        .clerks
        .statistics_by(Compared::Regions, asked)
        .await
        .unwrap();
    assert_eq!(regions.rows.len(), 1);
    assert_eq!(regions.rows[0].code, "region-09");
    assert_eq!(regions.rows[0].received, Some(12));
}

async fn few_cases_are_not_told(town: &Town) {
    file(town, 3).await;
    settle(town).await;
    let asked = months("2026-01", "2026-12");
    let told = town.clerks.statistics(Scope::Country, asked).await.unwrap();
    assert_eq!(told.figures.total(Count::Received), None);
    assert_eq!(told.figures.open(), None);
    assert!(told.figures.times().is_none());
    assert!(
        told.figures
            .flows
            .iter()
            .all(|flow| flow.received.is_none_or(|cases| cases == 0))
    );
    let bodies = town
        .clerks
        .statistics_by(Compared::Bodies, asked)
        .await
        .unwrap();
    assert!(bodies.rows.iter().all(|row| row.received.is_none()));
}

async fn a_recount_finds_what_somebody_changed(town: &Town) {
    file(town, 7).await;
    settle(town).await;
    let recount = |town: &Town| {
        let clerks = town.clerks.clone();
        tokio::task::spawn_blocking(move || clerks.recount_statistics(|_| {}).unwrap())
    };
    let found = recount(town).await.unwrap();
    assert!(found.compared > 20, "{found:?}");
    assert_eq!((found.position, found.different), (7, 0), "{found:?}");
    town.by_hand(
        "UPDATE statistic SET cases = cases + 1 WHERE axis = 'country' AND measure = 'received'",
    )
    .await;
    let found = recount(town).await.unwrap();
    assert_eq!(found.different, 1, "{found:?}");
    assert_eq!(
        (found.differences[0].kept, found.differences[0].told),
        (8, 7)
    );
    // What is built again is added up in another way, and tells the same.
    for name in ["statistics", "tally"] {
        let clerks = town.clerks.clone();
        let rebuilt = tokio::task::spawn_blocking(move || clerks.rebuild_follower(name, |_| ()));
        let rebuilt = rebuilt.await.unwrap().unwrap();
        assert_eq!((rebuilt.position, rebuilt.folded), (7, 7), "{name}");
        assert_eq!(rebuilt.rebuilds_until, None, "{name}");
    }
    assert_eq!(recount(town).await.unwrap().different, 0);
}

async fn a_report_of_wrongdoing_is_counted_for_the_country_alone(town: &Town) {
    for _ in 0..6 {
        let report = Filing {
            track: Track::Wrongdoing,
            ..real()
        };
        town.clerks.file(report).await.unwrap();
    }
    settle(town).await;
    let asked = months("2026-01", "2026-12");
    let told = town.clerks.statistics(Scope::Country, asked).await.unwrap();
    assert_eq!(told.figures.total(Count::Received), Some(6));
    let bodies = town
        .clerks
        .statistics_by(Compared::Bodies, asked)
        .await
        .unwrap();
    assert!(bodies.rows.is_empty(), "{:?}", bodies.rows);
}

/// An edition stays as it is, whatever happens after it, and knows whether it is the newest.
async fn an_edition_never_changes(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let before = town.clerks.edition(None).await.unwrap();
    assert_eq!((before.as_of.edition, before.as_of.is_partial), (0, true));
    file(town, 12).await;
    settle(town).await;
    let first = town.clerks.edition(None).await.unwrap();
    assert!(first.is_newest && first.as_of.position > 0);
    assert_eq!(first.made_at, Some(town.clerks.now()));
    let received = async |edition: Edition, scope: Scope| {
        let told = town.clerks.statistics_in(edition.as_of, scope, 2026);
        told.await.unwrap().figures.total(Count::Received)
    };
    let lighting = || Scope::Subject(SubjectCode::parse("public-lighting").unwrap());
    assert_eq!(received(first, Scope::Country).await, Some(12));
    assert_eq!(received(first, lighting()).await, Some(12));

    // Nothing is due at once, nor where nothing happened.
    let hour = SignedDuration::from_hours(1);
    let when_due = || town.clerks.publish_statistics_when_due(hour);
    file(town, 9).await;
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    assert_eq!(when_due().await.unwrap(), None);
    town.clock.set(town::instant("2026-03-02T10:00:00Z"));
    let second = when_due().await.unwrap().unwrap();
    assert_eq!(second.as_of.edition, first.as_of.edition + 1);
    town.clock.set(town::instant("2026-03-02T12:00:00Z"));
    assert_eq!(when_due().await.unwrap(), None);

    let asked = |number| town.clerks.edition(Some(number));
    let first = asked(first.as_of.edition).await.unwrap();
    assert!(!first.is_newest);
    assert_eq!(received(first, Scope::Country).await, Some(12));
    assert_eq!(received(second, Scope::Country).await, Some(21));
    assert_eq!(received(second, lighting()).await, Some(21));
    assert!(matches!(asked(99).await, Err(Trouble::NotFound)));
    let listed = town.clerks.editions(None, 10).await.unwrap();
    let numbers: Vec<i64> = listed.iter().map(|edition| edition.as_of.edition).collect();
    assert_eq!(numbers, [second.as_of.edition, first.as_of.edition]);
}
