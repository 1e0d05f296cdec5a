//! What the public is told of the work of bodies: it agrees with the record, and few people are not known from it.

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::Track,
    id::SubjectCode,
    statistics::{Count, Month, Months, Proportion},
};
use chikaya_service::{
    case::{act::StaffAct, file::Filing},
    statistics::{Compared, Scope},
};
use chikaya_testkit::{Town, town};

use crate::acts::act;

crate::in_both_towns! {
    figures_agree_with_what_was_done => super::figures_agree_with_what_was_done;
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
        assert_eq!((times.cases, times.waiting), (12, None), "two are few");
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
