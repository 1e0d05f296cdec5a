//! Dashboards at the desk: figures agree with what was done and with the lists behind them.

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::{Resolved, Treatment},
    organisation::OrganisationKind,
    reference::Reference,
    statistics::Proportion,
};
use chikaya_service::{
    Clerks,
    case::{
        act::StaffAct,
        answer::TypedAnswer,
        file::{Filing, Receipt},
        follow::FilerAct,
        queue::Order,
    },
    dashboard::{Age, Behind, Dashboard, WorstBy},
    staff::Officer,
    token::CasePass,
};
use chikaya_testkit::{Town, town};
use jiff::civil::{Date, date};

use crate::acts::act;

mod sight;
mod weekly;

crate::in_both_towns! {
    figures_agree_with_what_was_done => super::figures_agree_with_what_was_done;
    each_figure_agrees_with_the_list_behind_it => super::each_figure_agrees_with_the_list_behind_it;
    weeks_add_up => super::weeks_add_up;
    bodies_stand_side_by_side_the_worst_first => super::bodies_stand_side_by_side_the_worst_first;
    answers_sent_to_many_are_told_by_their_words => super::answers_sent_to_many_are_told_by_their_words;
    figures_built_again_are_the_same => super::figures_built_again_are_the_same;
}

const AUTHORITY: &str = "reform-authority";
const ONEE: &str = "onee";
const HEAD: &str = "head@sample.test";

fn real() -> Filing {
    Filing {
        is_sample: false,
        ..town::filing()
    }
}

async fn settle(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

async fn file(town: &Town, cases: usize) -> Vec<Receipt> {
    let mut receipts = Vec::new();
    for _ in 0..cases {
        receipts.push(town.clerks.file(real()).await.unwrap());
    }
    receipts
}

async fn officer(town: &Town) -> Officer {
    town.officer("officer@sample.test", Role::Officer, town::TIZNIT)
        .await
}

fn answer(reasons: &str) -> StaffAct {
    StaffAct::Answer(TypedAnswer {
        reasons: reasons.to_owned(),
        ..town::answer(Outcome::Granted)
    })
}

async fn take_up(town: &Town, officer: &Officer, reference: &Reference) {
    act(town, officer, reference, StaffAct::Examine).await;
    act(town, officer, reference, StaffAct::TakeUp).await;
}

async fn told(town: &Town, officer: &Officer) -> Dashboard {
    town.clerks.dashboard(officer.clone(), None).await.unwrap()
}

async fn as_filer(town: &Town, receipt: &Receipt, what: FilerAct) {
    let pass: CasePass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let version = town.facts(receipt.reference.as_str()).await.len();
    let version = u32::try_from(version).unwrap();
    town.clerks.act_as_filer(pass, version, what).await.unwrap();
}

async fn figures_agree_with_what_was_done(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let own = officer(town).await;
    let receipts = file(town, 6).await;
    for receipt in &receipts[..4] {
        take_up(town, &own, &receipt.reference).await;
    }
    town.clock.set(town::instant("2026-03-12T09:00:00Z"));
    let own = officer(town).await;
    for receipt in &receipts[..3] {
        act(
            town,
            &own,
            &receipt.reference,
            answer("La lampe de la rue fut remplacée le 11 mars par nos agents."),
        )
        .await;
    }
    let solved = FilerAct::Judge {
        resolved: Resolved::Yes,
        treatment: Some(Treatment::Fair),
    };
    as_filer(town, &receipts[0], solved).await;
    as_filer(
        town,
        &receipts[1],
        FilerAct::Reopen("Rien n’a changé.".to_owned()),
    )
    .await;
    file(town, 2).await;
    settle(town).await;
    let told = told(town, &own).await;
    assert!(!told.is_partial && told.lists);
    assert_eq!((told.now.came, told.now.answered), (2, 3));
    // Six came and two, three were answered, one is open again.
    assert_eq!((told.now.open, told.now.overdue, told.now.due), (6, 0, 0));
    assert_eq!(told.quality.reopened, Proportion { part: 1, of: 3 });
    assert_eq!(told.quality.answers, 3);
    assert_eq!(told.quality.resolved, Proportion { part: 1, of: 1 });
    assert_eq!(told.quality.treated, Proportion { part: 1, of: 1 });
    assert_eq!(told.quality.alike, Proportion { part: 3, of: 3 });
    assert_eq!(told.loads, None, "officers give nothing out");
    let ages: Vec<i64> = told.ages.iter().map(|(_, cases)| *cases).collect();
    assert_eq!(ages, [6, 0, 0, 0, 0]);
    // The sixty days of the first six are over, whatever happened since.
    town.clock.set(town::instant("2026-05-20T09:00:00Z"));
    let own = officer(town).await;
    let told = self::told(town, &own).await;
    assert_eq!((told.now.came, told.now.answered), (0, 0));
    assert_eq!(told.now.open, 6);
    assert!(told.now.overdue >= 5, "{:?}", told.now);
    let ages: Vec<i64> = told.ages.iter().map(|(_, cases)| *cases).collect();
    assert_eq!(ages, [0, 0, 0, 6, 0]);
}

/// How many cases a list holds, page by page.
async fn listed(clerks: &Clerks, officer: &Officer, behind: &Behind, order: Order) -> i64 {
    let mut after = None;
    let mut cases = 0;
    loop {
        let page = clerks
            .cases_behind(officer.clone(), behind.clone(), order, after)
            .await
            .unwrap();
        cases += i64::try_from(page.lines.len()).unwrap();
        after = page.next;
        if after.is_none() {
            return cases;
        }
    }
}

async fn each_figure_agrees_with_the_list_behind_it(town: &Town) {
    // Thirty on the last day of May, and one on each of three days since.
    let mut filed: Vec<Reference> = Vec::new();
    for (day, cases) in [
        ("2026-03-02T09:00:00Z", 30),
        ("2026-03-16T09:00:00Z", 1),
        ("2026-03-17T23:30:00Z", 1),
        ("2026-04-20T09:00:00Z", 1),
    ] {
        town.clock.set(town::instant(day));
        let receipts = file(town, cases).await;
        filed.extend(receipts.into_iter().map(|receipt| receipt.reference));
    }
    let own = officer(town).await;
    for reference in &filed[..4] {
        take_up(town, &own, reference).await;
    }
    settle(town).await;
    // Mondays and Fridays around the days on which the first are due.
    for now in [
        "2026-04-27T09:00:00Z",
        "2026-05-01T09:00:00Z",
        "2026-05-13T09:00:00Z",
    ] {
        town.clock.set(town::instant(now));
        let own = officer(town).await;
        let told = told(town, &own).await;
        let list = |behind: Behind| {
            let own = own.clone();
            async move {
                let first = listed(&town.clerks, &own, &behind, Order::DueFirst).await;
                let last = listed(&town.clerks, &own, &behind, Order::DueLast).await;
                assert_eq!(first, last, "{behind:?}");
                first
            }
        };
        assert_eq!(list(Behind::default()).await, told.now.open);
        let until = |day: Date| Behind {
            due_until: Some(day),
            ..Behind::default()
        };
        let yesterday = told.today.yesterday().unwrap();
        assert_eq!(list(until(yesterday)).await, told.now.overdue, "{now}");
        let on = |day: Date, is_not_begun| Behind {
            due_from: Some(day),
            due_until: Some(day),
            is_not_begun,
            ..Behind::default()
        };
        assert_eq!(list(on(told.today, false)).await, told.now.due);
        for day in &told.ahead {
            assert_eq!(list(on(day.day, false)).await, day.due, "{now} {day:?}");
            assert_eq!(
                list(on(day.day, true)).await,
                day.not_begun,
                "{now} {day:?}"
            );
        }
        for (age, cases) in &told.ages {
            let of_age = Behind {
                age: Some(*age),
                ..Behind::default()
            };
            assert_eq!(list(of_age).await, *cases, "{now} {age:?}");
        }
        let working = told.ahead.iter().filter(|day| {
            let calendar = &town.clerks.country().calendar;
            calendar.is_working_day(day.day)
        });
        assert_eq!(working.count(), 7);
    }
    // The thirty were due just now, and four of them were begun.
    town.clock.set(town::instant("2026-04-27T09:00:00Z"));
    let own = officer(town).await;
    let ahead = told(town, &own).await.ahead;
    let many = ahead.iter().find(|day| day.due == 30).unwrap();
    assert_eq!(many.not_begun, 26);
    let age = told(town, &own).await.ages;
    assert_eq!(age.iter().map(|(_, cases)| cases).sum::<i64>(), 33);
    assert_eq!(age.first().map(|(age, _)| *age), Some(Age::UpTo15));
}

async fn weeks_add_up(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let own = officer(town).await;
    let receipts = file(town, 5).await;
    for receipt in &receipts[..2] {
        take_up(town, &own, &receipt.reference).await;
    }
    town.clock.set(town::instant("2026-03-10T09:00:00Z"));
    let own = officer(town).await;
    act(
        town,
        &own,
        &receipts[0].reference,
        answer("La lampe fut remplacée le 9 mars par nos agents du service."),
    )
    .await;
    let away = StaffAct::Transfer {
        to: town::organisation_code(ONEE),
        reason: "Sample.".to_owned(),
    };
    act(town, &own, &receipts[4].reference, away).await;
    as_filer(town, &receipts[3], FilerAct::Withdraw).await;
    town.clock.set(town::instant("2026-03-17T09:00:00Z"));
    as_filer(
        town,
        &receipts[0],
        FilerAct::Reopen("Rien n’a changé.".to_owned()),
    )
    .await;
    settle(town).await;
    let own = officer(town).await;
    let weeks = told(town, &own).await.weeks;
    assert_eq!(weeks.len(), 12);
    let last: Vec<_> = weeks[9..]
        .iter()
        .map(|week| {
            let gone = (week.answered, week.left);
            (week.monday, (week.came, week.reopened), gone, week.open)
        })
        .collect();
    assert_eq!(
        last,
        [
            (date(2026, 3, 2), (5, 0), (0, 0), 5),
            (date(2026, 3, 9), (0, 0), (1, 2), 2),
            (date(2026, 3, 16), (0, 1), (0, 0), 3),
        ]
    );
    assert!(
        weeks[..9]
            .iter()
            .all(|week| week.open == 0 && week.came == 0)
    );
    let other = town.officer("onee@sample.test", Role::UnitHead, ONEE).await;
    let theirs = told(town, &other).await;
    assert_eq!((theirs.weeks[10].came, theirs.now.open), (1, 1));
    assert!(theirs.loads.is_some(), "heads give cases out");
}

async fn bodies_stand_side_by_side_the_worst_first(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let own = officer(town).await;
    let receipts = file(town, 4).await;
    let away = StaffAct::Transfer {
        to: town::organisation_code(ONEE),
        reason: "Sample.".to_owned(),
    };
    act(town, &own, &receipts[0].reference, away).await;
    town.clock.set(town::instant("2026-05-20T09:00:00Z"));
    file(town, 3).await;
    settle(town).await;
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, AUTHORITY)
        .await;
    let order = |by| {
        let auditor = auditor.clone();
        async move {
            let page = town
                .clerks
                .bodies_side_by_side(auditor, None, by, 0)
                .await
                .unwrap();
            let lines: Vec<(String, i64, i64, i64)> = page
                .lines
                .into_iter()
                .map(|line| (line.body.to_string(), line.overdue, line.open, line.came))
                .collect();
            (lines, (page.total.overdue, page.total.open), page.bodies)
        }
    };
    let tiznit = (town::TIZNIT.to_owned(), 3, 6, 3);
    let onee = (ONEE.to_owned(), 1, 1, 0);
    let (lines, total, bodies) = order(WorstBy::Number).await;
    assert_eq!(lines, [tiznit.clone(), onee.clone()]);
    assert_eq!((total, bodies), ((4, 7), 2));
    let kind = Some(OrganisationKind::Commune);
    let communes = town
        .clerks
        .bodies_side_by_side(auditor.clone(), kind, WorstBy::Share, 0)
        .await
        .unwrap();
    assert_eq!(communes.bodies, 1);
    assert!(!communes.has_more);
    let beyond = town
        .clerks
        .bodies_side_by_side(auditor.clone(), None, WorstBy::Number, usize::MAX)
        .await
        .unwrap();
    assert!(beyond.lines.is_empty());
    assert_eq!(order(WorstBy::Share).await.0.len(), 2);
}

async fn answers_sent_to_many_are_told_by_their_words(town: &Town) {
    let own = officer(town).await;
    let receipts = file(town, 5).await;
    for (number, receipt) in receipts.iter().enumerate() {
        take_up(town, &own, &receipt.reference).await;
        let reasons = match number {
            // The day alone differs, and how it is written.
            0..3 => format!(
                "La lampe de la rue fut remplacée le {}/03/2026 par nos agents.",
                number + 10
            ),
            _ => format!(
                "La lampe de la place fut remplacée par l’équipe numéro {number} du service."
            ),
        };
        act(town, &own, &receipt.reference, answer(&reasons)).await;
    }
    settle(town).await;
    assert_eq!(
        told(town, &own).await.quality.alike,
        Proportion { part: 3, of: 5 }
    );
    let page = town
        .clerks
        .alike_answers(own.clone(), None, None)
        .await
        .unwrap();
    assert_eq!(page.texts.len(), 1);
    assert_eq!(page.texts[0].answers, 3);
    assert_eq!(page.texts[0].last, page.today);
    assert!(page.texts[0].beginning.starts_with("La lampe de la rue"));
    assert!(page.cases.is_empty());
    let word = Some(page.texts[0].word.clone());
    let page = town
        .clerks
        .alike_answers(own.clone(), None, word.clone())
        .await
        .unwrap();
    assert_eq!(page.cases.len(), 3);
    let nonsense = Some("zz".to_owned());
    let none = town
        .clerks
        .alike_answers(own.clone(), None, nonsense)
        .await
        .unwrap();
    assert!(none.cases.is_empty());
    // A quarter of a year later they are told of no more.
    town.clock.set(town::instant("2026-06-20T09:00:00Z"));
    let own = officer(town).await;
    let page = town.clerks.alike_answers(own, None, word).await.unwrap();
    assert!(page.texts.is_empty() && page.cases.is_empty());
}

async fn figures_built_again_are_the_same(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let own = officer(town).await;
    let receipts = file(town, 3).await;
    take_up(town, &own, &receipts[0].reference).await;
    act(
        town,
        &own,
        &receipts[0].reference,
        answer("La lampe fut remplacée le 9 mars par nos agents du service."),
    )
    .await;
    settle(town).await;
    let before = told(town, &own).await;
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || clerks.rebuild_follower("desk", |_| ()))
        .await
        .unwrap()
        .unwrap();
    let after = told(town, &own).await;
    assert_eq!(before.weeks, after.weeks);
    assert_eq!(before.ages, after.ages);
    assert_eq!((before.now, before.position), (after.now, after.position));
}
