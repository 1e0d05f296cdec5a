//! Cases: what is taken is named, one of many writers wins, every event gets its place, counts are true.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicBool, Ordering},
};

use chikaya_domain::{
    Language,
    case::{Actor, Case, Channel, Command, Event, Kind, Law, NewCase, Track},
    clock::{Calendar, DayUnit, Policy},
    id::{CaseId, DocumentId, OrganisationCode},
    owner::Owner,
    person::Category,
    reference::{Reference, ReferencePrefix},
    subject::Subjects,
    territory::{Coordinates, Territories},
};
use chikaya_store::{
    DatabaseUrl, StoreError, Tx,
    case::{Reports, event, search, state, tally},
    document,
    follow::{self, Background, Follower, Progress},
};
use chikaya_testbed::{self as town, TestDatabase};
use jiff::{
    Timestamp,
    civil::{Weekday, date},
};
use uuid::Uuid;

crate::on_both! {
    a_point_stands_beside_the_case => super::a_point_stands_beside_the_case;
    a_taken_reference_or_filing_key_is_named => super::a_taken_reference_or_filing_key_is_named;
    of_many_who_change_one_version_one_wins => super::of_many_who_change_one_version_one_wins;
    events_get_places_without_gaps_while_others_write => super::events_get_places_without_gaps_while_others_write;
    counts_equal_a_recount => super::counts_equal_a_recount;
    the_same_words_find_the_same_cases_newest_first => super::the_same_words_find_the_same_cases_newest_first;
}

const HOUR: &str = "2026-03-12T20:14:00Z";

fn policy() -> Policy {
    Policy {
        version: 1,
        effective_from: date(2018, 1, 1),
        transfer_days: 15,
        answer_days: 60,
        danger_answer_days: None,
        wrongdoing_answer_days: None,
        wrongdoing_body: None,
        day_unit: DayUnit::Calendar,
        extension_allowed: false,
        extension_days: 0,
        roll_to_working_day: true,
        pause_while_waiting: false,
        reopening_days: 30,
        reopenings_at_most: 2,
        closure_after_working_days: 15,
        reminder_days: vec![15],
        refusals_before_arbitration: 3,
        report_due: None,
        synthesis_due: None,
        survey: None,
    }
}

pub(crate) fn calendar() -> Calendar {
    Calendar::new("Africa/Casablanca", &[Weekday::Saturday, Weekday::Sunday]).unwrap()
}

/// Folds events into what a follower keeps, of a country without lists.
pub(crate) fn advance(
    tx: &mut Tx<'_>,
    follower: &Follower,
    limit: i64,
) -> Result<Progress, StoreError> {
    with_background(|background| follow::advance(tx, follower, background, limit))
}

/// Does something with what folds know of a country without lists.
pub(crate) fn with_background<T>(then: impl FnOnce(Background<'_>) -> T) -> T {
    then(Background {
        calendar: &calendar(),
        subjects: &Subjects::default(),
        territories: &Territories::default(),
    })
}

/// A case filed so many minutes after [`HOUR`], in the commune of Tiznit.
pub(crate) fn filed(number: u32) -> (Case, Event) {
    let new = NewCase {
        id: CaseId::new(Uuid::from_u128(u128::from(number) + 1)),
        reference: Reference::draw(
            &ReferencePrefix::parse("CK").expect("two capitals"),
            2026,
            u64::from(number) * 7_919 + 1,
        ),
        kind: Kind::Complaint,
        track: Track::Ordinary,
        channel: Channel::Web,
        language: Language::Arabic,
        category: Category::Person,
        person: None,
        subject: None,
        territory: None,
        organisation: OrganisationCode::parse(town::TIZNIT).unwrap(),
        document: DocumentId::new(Uuid::from_u128(9)),
        taken_down: None,
        spoken: Vec::new(),
    };
    let (policy, calendar) = (policy(), calendar());
    let law = Law {
        policy: &policy,
        calendar: &calendar,
    };
    Case::file(new, Actor::Filer, minutes(number), law)
}

fn minutes(number: u32) -> Timestamp {
    town::instant(HOUR) + jiff::Span::new().minutes(i64::from(number))
}

/// Begins a case as a verb would: its state and its first event, together.
pub(crate) fn begin(
    database: &TestDatabase,
    case: &Case,
    event: &Event,
    key: Option<&'static str>,
) -> Result<(), StoreError> {
    let (case, event) = (case.clone(), event.clone());
    database.archive().write_blocking(move |tx| {
        let beginning = state::Beginning {
            access_hash: &[1; 32],
            filing_key: key,
            place: None,
            coordinates: None,
            is_sample: true,
            salt: &[0; 16],
        };
        state::insert(tx, &case, &beginning, change(event.at))?;
        event::append(tx, &case, &event, linked(&event::payload(&event)?))
    })
}

fn change(at: Timestamp) -> state::Change<'static> {
    state::Change {
        chain_head: &[0; 32],
        at: at.as_microsecond(),
        next_reminder: None,
    }
}

/// Withdraws a case, if it still is as it was; answers whether.
pub(crate) fn withdraw(database: &TestDatabase, before: &Case) -> Result<bool, StoreError> {
    let (policy, calendar) = (policy(), calendar());
    let law = Law {
        policy: &policy,
        calendar: &calendar,
    };
    let (mut after, version) = (before.clone(), before.version);
    let events = after
        .carry_out(&Command::Withdraw, &Actor::Filer, minutes(600), law)
        .unwrap();
    database.archive().write_blocking(move |tx| {
        if !state::update(tx, &after, version, change(minutes(600)))? {
            return Ok(false);
        }
        for event in &events {
            event::append(tx, &after, event, linked(&event::payload(event)?))?;
        }
        Ok(true)
    })
}

fn a_point_stands_beside_the_case(database: &TestDatabase) {
    let point = Coordinates::from_degrees(29.6974, -9.7316).unwrap();
    let (case, event) = filed(1);
    let id = case.id;
    let kept = database
        .archive()
        .write_blocking(move |tx| {
            let beginning = state::Beginning {
                access_hash: &[1; 32],
                filing_key: None,
                place: None,
                coordinates: Some(point),
                is_sample: true,
                salt: &[0; 16],
            };
            state::insert(tx, &case, &beginning, change(event.at))?;
            let payload = event::payload(&event)?;
            event::append(tx, &case, &event, linked(&payload))?;
            state::find(tx, id)
        })
        .unwrap();
    assert_eq!(kept.unwrap().coordinates, Some(point));
    let (without, event) = filed(2);
    begin(database, &without, &event, None).unwrap();
    let kept = database
        .archive()
        .read_blocking(move |tx| state::find(tx, without.id))
        .unwrap();
    assert_eq!(kept.unwrap().coordinates, None);
}

fn a_taken_reference_or_filing_key_is_named(database: &TestDatabase) {
    let (first, event) = filed(1);
    begin(database, &first, &event, Some("draft-1")).unwrap();
    let (mut other, other_event) = filed(2);
    let broken = |result: Result<(), StoreError>| match result {
        Err(StoreError::Constraint { name }) => name,
        other => panic!("a rule had to be broken: {other:?}"),
    };
    let same_key = begin(database, &other, &other_event, Some("draft-1"));
    assert_eq!(broken(same_key), "case_state_filing_key");
    other.reference = first.reference;
    let same_reference = begin(database, &other, &other_event, None);
    assert_eq!(broken(same_reference), "case_state_reference");
}

fn of_many_who_change_one_version_one_wins(database: &TestDatabase) {
    let (case, event) = filed(1);
    begin(database, &case, &event, None).unwrap();
    let wins = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..16)
            .map(|_| scope.spawn(|| withdraw(database, &case).unwrap()))
            .collect();
        writers
            .into_iter()
            .map(|writer| usize::from(writer.join().unwrap()))
            .sum::<usize>()
    });
    assert_eq!(wins, 1);
    let id = case.id;
    let events = database
        .archive()
        .read_blocking(move |tx| event::list(tx, id))
        .unwrap();
    assert_eq!(events.len(), 2);
}

pub(crate) fn place_all(database: &TestDatabase) {
    while database
        .archive()
        .write_blocking(|tx| event::place(tx, 7))
        .unwrap()
        > 0
    {}
}

fn events_get_places_without_gaps_while_others_write(database: &TestDatabase) {
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let placing = scope.spawn(|| {
            while !is_over.load(Ordering::SeqCst) {
                place_all(database);
            }
        });
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                scope.spawn(move || {
                    for number in 0..10 {
                        let (case, event) = filed(writer * 10 + number);
                        begin(database, &case, &event, None).unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        is_over.store(true, Ordering::SeqCst);
        placing.join().unwrap();
    });
    place_all(database);
    assert_eq!(positions(database), (1..=80).collect::<Vec<i64>>());
    let placed = database
        .archive()
        .read_blocking(|tx| event::after(tx, 0, 1_000))
        .unwrap();
    let cases: BTreeSet<CaseId> = placed.iter().map(|stored| stored.event.case).collect();
    assert_eq!((placed.len(), cases.len()), (80, 80));
}

/// What stands in the column, in order: the archive itself tells no positions.
fn positions(database: &TestDatabase) -> Vec<i64> {
    const ALL: &str = "SELECT position FROM event ORDER BY position";
    match database.url() {
        DatabaseUrl::Sqlite(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            let mut statement = connection.prepare(ALL).unwrap();
            let rows = statement.query_map([], |row| row.get(0)).unwrap();
            rows.map(Result::unwrap).collect()
        }
        DatabaseUrl::Postgres(url) => {
            let mut client = ::postgres::Client::connect(url, ::postgres::NoTls).unwrap();
            let rows = client.query(ALL, &[]).unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
    }
}

fn counts_equal_a_recount(database: &TestDatabase) {
    for number in 0..20 {
        let (case, event) = filed(number);
        begin(database, &case, &event, None).unwrap();
        if number % 4 == 0 {
            assert!(withdraw(database, &case).unwrap());
        }
        // Now and then, as the worker does it: a case is counted where it stands, however often it moved.
        if number % 3 == 0 {
            place_all(database);
            database
                .archive()
                .write_blocking(|tx| advance(tx, &tally::FOLLOWER, 2))
                .unwrap();
        }
    }
    place_all(database);
    while database
        .archive()
        .write_blocking(|tx| advance(tx, &tally::FOLLOWER, 3))
        .unwrap()
        .folded
        > 0
    {}
    let counts = |today: &'static str| {
        database
            .archive()
            .read_blocking(move |tx| {
                tally::of_organisation(
                    tx,
                    town::TIZNIT,
                    (today, "2100-01-01", "nobody"),
                    Reports::Hidden,
                )
            })
            .unwrap()
    };
    let in_stage = |counts: &tally::Counts| counts.in_stage.clone();
    let expected = BTreeMap::from([("closed".to_owned(), 5), ("filed".to_owned(), 15)]);
    let before = counts("2000-01-01");
    assert_eq!(in_stage(&before), expected);
    assert_eq!((before.late, before.soon, before.of_officer), (0, 15, 0));
    let long_after = counts("2099-12-31");
    assert_eq!(in_stage(&long_after), expected);
    assert_eq!((long_after.late, long_after.soon), (15, 0));
}

fn words_of(
    case: CaseId,
    organisation: &OrganisationCode,
    filed_at: i64,
    words: &str,
) -> search::Words {
    search::Words {
        case,
        organisation: organisation.to_string(),
        filed_at,
        subject: None,
        territory: None,
        text: words.to_owned(),
    }
}

fn the_same_words_find_the_same_cases_newest_first(database: &TestDatabase) {
    for (number, organisation, words) in [
        (1, "onee", "lmsabi7 mtfiyin zanqa"),
        (2, "cnss", "lma maqtu3 zanqa"),
        (3, "onee", "lmsabi7 onee"),
    ] {
        let organisation = OrganisationCode::parse(organisation).unwrap();
        let (mut case, event) = filed(number);
        case.organisation = organisation.clone();
        begin(database, &case, &event, None).unwrap();
        database
            .archive()
            .write_blocking(move |tx| {
                let at = case.filed_at.as_microsecond();
                // All cases of these tests share their text.
                if document::find(tx, case.document)?.is_none() {
                    let text = document::Document {
                        id: case.document,
                        title: None,
                        body: "Sample.".to_owned(),
                        language: None,
                    };
                    document::insert(tx, Owner::Case(case.id), &text, at, &[0; 16])?;
                }
                search::put(tx, &[words_of(case.id, &organisation, at, words)])
            })
            .unwrap();
    }
    let find_in = |organisation: Option<&str>, question: &[&[&str]], limit: i64| -> Vec<u128> {
        let organisation = organisation.map(|code| OrganisationCode::parse(code).unwrap());
        let question: Vec<Vec<String>> = question
            .iter()
            .map(|group| group.iter().map(|word| (*word).to_owned()).collect())
            .collect();
        let hits = database
            .archive()
            .read_blocking(move |tx| {
                let within = organisation.as_ref().map(|code| (code, Reports::Hidden));
                let mut lines = Vec::new();
                let mut after = None;
                // Page by page: together they hold everything once, in one order.
                loop {
                    let found = search::find(tx, within, &question, after, limit)?;
                    assert!(found.lines.len() <= usize::try_from(limit).unwrap());
                    lines.extend(found.lines);
                    after = found.next;
                    if after.is_none() {
                        return Ok::<_, StoreError>(lines);
                    }
                }
            })
            .unwrap();
        hits.iter()
            .map(|line| line.id.as_uuid().as_u128() - 1)
            .collect()
    };
    let find = |question: &[&[&str]]| find_in(None, question, 10);
    assert_eq!(find(&[&["lmsabi7"]]), [3, 1]);
    assert_eq!(find(&[&["zanqa"]]), [2, 1]);
    assert_eq!(find(&[&["lmsabi7"], &["zanqa"]]), [1]);
    assert_eq!(find(&[&["onee", "lma"]]), [3, 2]);
    assert_eq!(
        find_in(None, &[&["zanqa"]], 1),
        [2, 1],
        "the newest first, page by page"
    );
    assert_eq!(find_in(Some("onee"), &[&["zanqa"]], 10), [1]);
    assert_eq!(find_in(Some("onee"), &[&["zanqa"]], 1), [1]);
    assert_eq!(find_in(Some("cnss"), &[&["zanqa"]], 10), [2]);
    assert!(find_in(Some("cnss"), &[&["lmsabi7"]], 10).is_empty());
    assert!(find_in(Some("adii"), &[&["zanqa"]], 10).is_empty());
    let (mut moved, _) = filed(1);
    let cnss = OrganisationCode::parse("cnss").unwrap();
    moved.organisation = cnss.clone();
    let handed_on = moved.clone();
    let is_changed = database
        .archive()
        .write_blocking(move |tx| {
            state::update(tx, &handed_on, handed_on.version, change(minutes(600)))
        })
        .unwrap();
    assert!(is_changed);
    assert!(
        find_in(Some("onee"), &[&["zanqa"]], 10).is_empty(),
        "what was handed on is shown to nobody there, whatever the index says"
    );
    database
        .archive()
        .write_blocking(move |tx| {
            let at = moved.filed_at.as_microsecond();
            search::put(
                tx,
                &[words_of(moved.id, &cnss, at, "lmsabi7 mtfiyin zanqa")],
            )
        })
        .unwrap();
    assert_eq!(find_in(Some("cnss"), &[&["zanqa"]], 10), [2, 1]);
    assert!(find_in(Some("onee"), &[&["zanqa"]], 10).is_empty());
    // What would be an operator in either engine's language is a word that nobody wrote.
    assert!(find(&[&["zanqa\" OR \"onee"]]).is_empty());
    assert!(find(&[&["zan"]]).is_empty());
}

/// What is hashed of an event, for tests that do not look at it.
fn linked(payload: &str) -> event::Linked<'_> {
    event::Linked {
        payload,
        bound: &[],
        chain: &[0; 32],
        mark: &[0; 16],
    }
}
