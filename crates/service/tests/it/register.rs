//! The register of an administration: each case that came, in order and numbered, also when it went on; names for those
//! who may see them; files on the audit trail.

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::{Kind, Track},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    reference::Reference,
    register::EntryState,
};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    case::{act::StaffAct, file::Filing},
    register::{Entry, Exported, FileForm, RegisterPage, RegisterQuestion},
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::{ToSpan as _, civil::date};

use crate::acts::act;

crate::in_both_towns! {
    each_case_that_came_stands_in_order_also_when_it_went_on => super::each_case_that_came_stands_in_order_also_when_it_went_on;
    what_happens_elsewhere_stands_in_no_entry => super::what_happens_elsewhere_stands_in_no_entry;
    names_are_for_those_who_may_see_them => super::names_are_for_those_who_may_see_them;
    nobody_reads_the_register_of_another_body_but_those_who_read_all => super::nobody_reads_the_register_of_another_body_but_those_who_read_all;
    a_report_of_wrongdoing_has_a_number_of_its_own_series => super::a_report_of_wrongdoing_has_a_number_of_its_own_series;
    pages_follow_each_other_without_gap_and_filters_narrow => super::pages_follow_each_other_without_gap_and_filters_narrow;
    each_file_stands_on_the_trail_and_too_much_makes_none => super::each_file_stands_on_the_trail_and_too_much_makes_none;
    built_again_it_is_the_same => super::built_again_it_is_the_same;
    numbers_begin_anew_with_the_year_in_the_countrys_time => super::numbers_begin_anew_with_the_year_in_the_countrys_time;
}

const ONEE: &str = "onee";
pub(crate) const AUTHORITY: &str = "reform-authority";

/// What is asked for of a body: all that came in 2026.
pub(crate) fn of(organisation: &str) -> RegisterQuestion {
    RegisterQuestion {
        organisation: town::organisation_code(organisation),
        from: date(2026, 1, 1),
        until: date(2026, 12, 31),
        kind: None,
        channel: None,
        state: None,
        outcome: None,
        subject: None,
        territory: None,
    }
}

async fn file(town: &Town) -> Reference {
    file_as(town, town::filing()).await
}

pub(crate) async fn file_as(town: &Town, filing: Filing) -> Reference {
    let reference = town.clerks.file(filing).await.unwrap().reference;
    // The clock stands still: what has no position yet came at one instant, in no order.
    fold(town).await;
    reference
}

pub(crate) async fn fold(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

pub(crate) async fn at_work(town: &Town, role: Role, organisation: &str) -> Officer {
    let email = format!("{role}-{organisation}@sample.test");
    town.officer(&email, role, organisation).await
}

fn transfer(to: &str) -> StaffAct {
    StaffAct::Transfer {
        to: town::organisation_code(to),
        reason: "Le poteau relève de vous.".to_owned(),
    }
}

pub(crate) async fn read(
    town: &Town,
    officer: &Officer,
    question: RegisterQuestion,
) -> RegisterPage {
    town.clerks
        .register(officer.clone(), question, None)
        .await
        .unwrap()
}

async fn export(town: &Town, officer: &Officer, question: RegisterQuestion) -> Vec<Entry> {
    let exported = town
        .clerks
        .export_register(officer.clone(), question, FileForm::Csv, 1_000, None)
        .await
        .unwrap();
    let Exported::Entries(entries, ..) = exported else {
        panic!("a file was refused");
    };
    entries
}

/// Number, reference and what became of it.
fn told(entries: &[Entry]) -> Vec<(String, String, EntryState)> {
    entries
        .iter()
        .map(|entry| {
            (
                entry.number.to_string(),
                entry.reference.clone(),
                entry.state,
            )
        })
        .collect()
}

fn line(number: &str, reference: &Reference, state: EntryState) -> (String, String, EntryState) {
    (number.to_owned(), reference.to_string(), state)
}

async fn each_case_that_came_stands_in_order_also_when_it_went_on(town: &Town) {
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    let other = at_work(town, Role::Officer, ONEE).await;
    let (first, second, third) = (file(town).await, file(town).await, file(town).await);
    town.clock.advance_days(1);
    let officer = Officer {
        proven_at: town.clerks.now(),
        ..officer
    };
    act(town, &officer, &first, StaffAct::Examine).await;
    act(town, &officer, &second, transfer(ONEE)).await;
    fold(town).await;

    let head = at_work(town, Role::UnitHead, town::TIZNIT).await;
    let here = export(town, &head, of(town::TIZNIT)).await;
    assert_eq!(
        told(&here),
        [
            line("2026/1", &first, EntryState::Open),
            line("2026/2", &second, EntryState::HandedOn),
            line("2026/3", &third, EntryState::Open),
        ]
    );
    let days = (date(2026, 3, 12), date(2026, 3, 13));
    assert_eq!(
        here.iter().map(|entry| entry.came_on).collect::<Vec<_>>(),
        [days.0; 3]
    );
    assert_eq!(
        (here[0].admitted_on, here[1].admitted_on),
        (Some(days.1), None)
    );
    assert_eq!(
        (here[1].left_on, here[1].left_to.as_deref()),
        (Some(days.1), Some(ONEE))
    );

    let there = at_work(town, Role::UnitHead, ONEE).await;
    let entries = export(town, &there, of(ONEE)).await;
    assert_eq!(told(&entries), [line("2026/1", &second, EntryState::Open)]);
    let came = &entries[0];
    assert_eq!((came.filed_on, came.came_on), days);
    assert_eq!(
        (came.came_by.as_str(), came.came_from.as_deref()),
        ("transferred", Some(town::TIZNIT))
    );

    // It comes back: the entry it has there goes on, under its number.
    act(town, &other, &second, transfer(town::TIZNIT)).await;
    fold(town).await;
    let here = export(town, &head, of(town::TIZNIT)).await;
    assert_eq!(here.len(), 3);
    assert_eq!(told(&here)[1], line("2026/2", &second, EntryState::Open));
    assert_eq!(
        (here[1].again_on, here[1].left_on, here[1].left_to.clone()),
        (Some(days.1), None, None)
    );
    let entries = export(town, &there, of(ONEE)).await;
    assert_eq!(
        told(&entries),
        [line("2026/1", &second, EntryState::HandedOn)]
    );
}

async fn what_happens_elsewhere_stands_in_no_entry(town: &Town) {
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    let other = at_work(town, Role::Officer, ONEE).await;
    let reference = file(town).await;
    act(town, &officer, &reference, transfer(ONEE)).await;
    act(town, &other, &reference, StaffAct::Examine).await;
    act(town, &other, &reference, StaffAct::TakeUp).await;
    let classified = StaffAct::Classify {
        subject: Some(SubjectCode::parse("power-cut").unwrap()),
        territory: None,
    };
    act(town, &other, &reference, classified).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &other, &reference, answer).await;
    fold(town).await;

    let head = at_work(town, Role::UnitHead, town::TIZNIT).await;
    let here = export(town, &head, of(town::TIZNIT)).await.remove(0);
    assert_eq!(here.state, EntryState::HandedOn);
    assert_eq!(
        (here.outcome, here.answered_on, here.admitted_on),
        (None, None, None)
    );
    assert_eq!(here.subject.as_deref(), Some("public-lighting"));
    let there = at_work(town, Role::UnitHead, ONEE).await;
    let there = export(town, &there, of(ONEE)).await.remove(0);
    assert_eq!(there.state, EntryState::Answered);
    assert_eq!(there.outcome.as_deref(), Some("granted"));
    assert_eq!(there.answered_on, Some(date(2026, 3, 12)));
    assert_eq!(there.subject.as_deref(), Some("power-cut"));
}

async fn names_are_for_those_who_may_see_them(town: &Town) {
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    let (_, second) = (file(town).await, file(town).await);
    let nobody = Filing {
        filer: chikaya_service::case::file::Filer::Anonymous,
        ..town::filing()
    };
    file_as(town, nobody).await;
    act(town, &officer, &second, transfer(ONEE)).await;
    fold(town).await;
    let name = Some("فاطمة مثال".to_owned());
    let page = read(town, &officer, of(town::TIZNIT)).await;
    let filers: Vec<_> = page
        .entries
        .iter()
        .map(|entry| (entry.has_filer, entry.filer.clone()))
        .collect();
    // Of the one that went on, whoever handed it on sees no name any more.
    assert_eq!(filers, [(true, name.clone()), (true, None), (false, None)]);
    let auditor = at_work(town, Role::Auditor, AUTHORITY).await;
    let page = read(town, &auditor, of(town::TIZNIT)).await;
    assert_eq!((page.entries.len(), page.state.shows_names), (3, false));
    assert!(page.entries.iter().all(|entry| entry.filer.is_none()));
    let entries = export(town, &auditor, of(town::TIZNIT)).await;
    assert!(entries.iter().all(|entry| entry.filer.is_none()));
    assert_eq!(entries.len(), 3);
    let there = at_work(town, Role::UnitHead, ONEE).await;
    let entries = export(town, &there, of(ONEE)).await;
    assert_eq!(entries[0].filer, name);
}

async fn nobody_reads_the_register_of_another_body_but_those_who_read_all(town: &Town) {
    file(town).await;
    fold(town).await;
    for role in [
        Role::Officer,
        Role::UnitHead,
        Role::AdministrationHead,
        Role::Registry,
    ] {
        let other = at_work(town, role, ONEE).await;
        let refused = town
            .clerks
            .register(other.clone(), of(town::TIZNIT), None)
            .await;
        assert!(matches!(refused, Err(Trouble::NotFound)), "{role}");
        assert!(read(town, &other, of(ONEE)).await.entries.is_empty());
        let refused = town
            .clerks
            .export_register(other, of(town::TIZNIT), FileForm::Csv, 10, None)
            .await;
        let is_refused = match role {
            Role::Officer => matches!(refused, Err(Trouble::Forbidden)),
            _ => matches!(refused, Err(Trouble::NotFound)),
        };
        assert!(is_refused, "{role}");
    }
    for role in [Role::Auditor, Role::ReformAuthority] {
        let reader = at_work(town, role, AUTHORITY).await;
        let page = read(town, &reader, of(town::TIZNIT)).await;
        assert_eq!(page.entries.len(), 1, "{role}");
    }
    let administrator = at_work(town, Role::Administrator, AUTHORITY).await;
    let refused = town.clerks.register(administrator, of(town::TIZNIT), None);
    assert!(matches!(refused.await, Err(Trouble::Forbidden)));
    let auditor = at_work(town, Role::Auditor, AUTHORITY).await;
    let nowhere = RegisterQuestion {
        organisation: OrganisationCode::parse("nowhere").unwrap(),
        ..of(town::TIZNIT)
    };
    let refused = town.clerks.register(auditor, nowhere, None).await;
    assert!(matches!(refused, Err(Trouble::NotFound)));
}

async fn a_report_of_wrongdoing_has_a_number_of_its_own_series(town: &Town) {
    let report = Filing {
        track: Track::Wrongdoing,
        subject: None,
        ..town::filing()
    };
    let ordinary = || Filing {
        organisation: Some(town::organisation_code(AUTHORITY)),
        ..town::filing()
    };
    let first = file_as(town, ordinary()).await;
    let report = file_as(town, report).await;
    let second = file_as(town, ordinary()).await;
    fold(town).await;
    let officer = at_work(town, Role::Officer, AUTHORITY).await;
    let page = read(town, &officer, of(AUTHORITY)).await;
    // Neither an entry nor a gap nor a count tells of it.
    assert_eq!(
        told(&page.entries),
        [
            line("2026/1", &first, EntryState::Open),
            line("2026/2", &second, EntryState::Open),
        ]
    );
    assert_eq!(page.counted.all, 2);
    for role in [
        Role::ReformAuthority,
        Role::AdministrationHead,
        Role::Auditor,
    ] {
        let reader = at_work(town, role, AUTHORITY).await;
        let page = read(town, &reader, of(AUTHORITY)).await;
        assert_eq!(
            told(&page.entries),
            [
                line("2026/1", &first, EntryState::Open),
                line("2026/W1", &report, EntryState::Open),
                line("2026/2", &second, EntryState::Open),
            ],
            "{role}"
        );
        assert_eq!(page.counted.all, 3);
    }
}

async fn pages_follow_each_other_without_gap_and_filters_narrow(town: &Town) {
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    for number in 0..53 {
        let kind = if number % 10 == 0 {
            Kind::Remark
        } else {
            Kind::Complaint
        };
        let filing = Filing {
            kind,
            ..town::filing()
        };
        file_as(town, filing).await;
    }
    fold(town).await;
    let page = read(town, &officer, of(town::TIZNIT)).await;
    assert_eq!((page.entries.len(), page.counted.all), (50, 53));
    let next = town
        .clerks
        .register(officer.clone(), of(town::TIZNIT), page.next.clone())
        .await
        .unwrap();
    assert_eq!((next.entries.len(), next.next), (3, None));
    let numbers: Vec<u32> = page
        .entries
        .iter()
        .chain(&next.entries)
        .map(|entry| entry.number.number)
        .collect();
    assert_eq!(numbers, (1..=53).collect::<Vec<_>>());

    let asked = [
        (
            6,
            RegisterQuestion {
                kind: Some(Kind::Remark),
                ..of(town::TIZNIT)
            },
        ),
        (
            53,
            RegisterQuestion {
                subject: Some(SubjectCode::parse("public-lighting").unwrap()),
                territory: Some(TerritoryCode::parse("region-09").unwrap()),
                state: Some(EntryState::Open),
                ..of(town::TIZNIT)
            },
        ),
        (
            0,
            RegisterQuestion {
                territory: Some(TerritoryCode::parse("region-01").unwrap()),
                ..of(town::TIZNIT)
            },
        ),
        (
            0,
            RegisterQuestion {
                outcome: Some(Outcome::Granted),
                ..of(town::TIZNIT)
            },
        ),
        (
            0,
            RegisterQuestion {
                until: date(2026, 3, 11),
                ..of(town::TIZNIT)
            },
        ),
        (
            0,
            RegisterQuestion {
                from: date(2026, 3, 13),
                ..of(town::TIZNIT)
            },
        ),
    ];
    for (count, question) in asked {
        let page = read(town, &officer, question.clone()).await;
        assert_eq!(page.counted.all, count, "{question:?}");
        let shown = i64::try_from(page.entries.len()).unwrap();
        assert_eq!(shown, count.min(50), "{question:?}");
    }
    // Its sector finds what a subject finds.
    let country = town.clerks.country();
    let lighting = SubjectCode::parse("public-lighting").unwrap();
    let sector = country.subjects.find(&lighting).unwrap().parent.clone();
    let question = RegisterQuestion {
        subject: sector,
        ..of(town::TIZNIT)
    };
    assert_eq!(read(town, &officer, question).await.counted.all, 53);
}

async fn each_file_stands_on_the_trail_and_too_much_makes_none(town: &Town) {
    file(town).await;
    file(town).await;
    fold(town).await;
    let head = at_work(town, Role::UnitHead, town::TIZNIT).await;
    let question = RegisterQuestion {
        kind: Some(Kind::Complaint),
        ..of(town::TIZNIT)
    };
    assert_eq!(export(town, &head, question.clone()).await.len(), 2);
    let exported = town
        .clerks
        .export_register(head.clone(), question.clone(), FileForm::Pdf, 1, None)
        .await;
    assert_eq!(exported.unwrap(), Exported::TooMany);
    read(town, &head, question).await;
    let auditor = at_work(town, Role::Auditor, AUTHORITY).await;
    let trail = |action: &str| {
        let question = TrailQuestion {
            action: action.to_owned(),
            ..TrailQuestion::default()
        };
        town.clerks.trail(auditor.clone(), question)
    };
    let exports = trail("register.export").await.unwrap().lines;
    assert_eq!(exports.len(), 1, "what was refused was not handed out");
    assert_eq!(exports[0].object, town::TIZNIT);
    assert_eq!(
        exports[0].detail.as_deref(),
        Some("form=csv from=2026-01-01 until=2026-12-31 kind=complaint rows=2 position=2")
    );
    let opened = trail("register.open").await.unwrap().lines;
    assert_eq!(opened.len(), 1);
    assert_eq!(
        opened[0].detail.as_deref(),
        Some("from=2026-01-01 until=2026-12-31 kind=complaint rows=2 entries=2026/1-2")
    );
    // An auditor sees no name: that they read is written nowhere.
    read(town, &auditor, of(town::TIZNIT)).await;
    assert_eq!(trail("register.open").await.unwrap().lines.len(), 1);
}

async fn built_again_it_is_the_same(town: &Town) {
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    let other = at_work(town, Role::Officer, ONEE).await;
    let mut references = Vec::new();
    for _ in 0..4 {
        references.push(file(town).await);
        fold(town).await;
    }
    act(town, &officer, &references[1], transfer(ONEE)).await;
    act(town, &officer, &references[2], StaffAct::Examine).await;
    fold(town).await;
    act(town, &other, &references[1], transfer(town::TIZNIT)).await;
    act(town, &officer, &references[2], StaffAct::TakeUp).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &officer, &references[2], answer).await;
    file(town).await;
    fold(town).await;
    let all = async || {
        let auditor = at_work(town, Role::Auditor, AUTHORITY).await;
        [
            export(town, &auditor, of(town::TIZNIT)).await,
            export(town, &auditor, of(ONEE)).await,
        ]
    };
    let before = all().await;
    assert_eq!((before[0].len(), before[1].len()), (5, 1));
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || clerks.rebuild_follower("register", |_| ()))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(all().await, before);
}

async fn numbers_begin_anew_with_the_year_in_the_countrys_time(town: &Town) {
    let country = town.clerks.country();
    let new_year = country.calendar.beginning_of(date(2027, 1, 1));
    town.clock.set(new_year - 1.second());
    let last = file(town).await;
    town.clock.set(new_year);
    let first = file(town).await;
    fold(town).await;
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    let question = RegisterQuestion {
        until: date(2027, 12, 31),
        ..of(town::TIZNIT)
    };
    let page = read(town, &officer, question).await;
    assert_eq!(
        told(&page.entries),
        [
            line("2026/1", &last, EntryState::Open),
            line("2027/1", &first, EntryState::Open),
        ]
    );
}
