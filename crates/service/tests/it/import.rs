//! Cases of an earlier register: taken over once, silently, and then cases like all others.

use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::{Actor, ClosingKey, Correction, Fact, Kind, RegisterNumber, Stage, Standing, Undated},
    competence::{Answerer, Rule},
    id::{RegisterCode, SubjectCode},
    organisation::Organisation,
    person::Category,
};
use chikaya_service::{
    Country,
    case::{
        file::Filing,
        import::{EntryWords, ImportError, ImportFate, RegisterEntry},
        queue::{Order, View},
    },
    country::{self, Additions, Pack},
};
use chikaya_store::setting;
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    a_closed_entry_is_found_by_its_words_and_shows_its_own_dates => super::a_closed_entry_is_found_by_its_words_and_shows_its_own_dates;
    an_entry_is_taken_over_once => super::an_entry_is_taken_over_once;
    entries_taken_over_at_the_same_time_become_one_case => super::entries_taken_over_at_the_same_time_become_one_case;
    an_open_entry_waits_in_the_queue_and_nobody_is_flooded => super::an_open_entry_waits_in_the_queue_and_nobody_is_flooded;
    what_does_not_exist_is_refused_and_leaves_no_trace => super::what_does_not_exist_is_refused_and_leaves_no_trace;
    bodies_and_subjects_are_added_once_and_keep_their_edits => super::bodies_and_subjects_are_added_once_and_keep_their_edits;
    additions_outlive_the_next_load_of_the_pack => super::additions_outlive_the_next_load_of_the_pack;
}

fn closed() -> RegisterEntry {
    let Filing { filer, .. } = town::filing();
    RegisterEntry {
        register: RegisterCode::parse("old-register").unwrap(),
        number: RegisterNumber::parse("R-2018/77").unwrap(),
        standing: Standing::Closed,
        filed_at: town::instant("2018-06-26T14:58:54Z"),
        examined_at: None,
        taken_up_at: None,
        last_words: Some(EntryWords {
            at: Some(town::instant("2018-07-02T09:00:00Z")),
            outcome: Outcome::Unstated,
            text: "The lantern was repaired by the crew of Agadir.".to_owned(),
        }),
        closed_at: Some(town::instant("2018-07-02T09:00:00Z")),
        undated: Undated::Refused,
        kind: Kind::Complaint,
        language: Language::English,
        text_language: Language::English.into(),
        category: Category::Person,
        filer,
        subject: Some(SubjectCode::parse("public-lighting").unwrap()),
        territory: None,
        place: Some("School Street".to_owned()),
        coordinates: None,
        organisation: town::organisation_code(town::TIZNIT),
        title: "Street light out".to_owned(),
        text: "The street light has been out for three weeks.\n\nOld register R-2018/77".to_owned(),
    }
}

fn open(number: &str) -> RegisterEntry {
    RegisterEntry {
        number: RegisterNumber::parse(number).unwrap(),
        standing: Standing::InProgress,
        closed_at: None,
        ..closed()
    }
}

async fn a_closed_entry_is_found_by_its_words_and_shows_its_own_dates(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let fate = town.clerks.import_case(closed()).await.unwrap();
    let ImportFate::Created {
        reference,
        corrections,
    } = fate
    else {
        panic!("{fate:?}");
    };
    assert_eq!(corrections, []);
    assert!(reference.as_str().starts_with("CK-18-"), "{reference}");
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    for words in ["street light", "lantern Agadir", "R-2018/77"] {
        let hits = town
            .clerks
            .search(officer.clone(), words.to_owned(), None)
            .await
            .unwrap()
            .lines;
        let found: Vec<&str> = hits.iter().map(|line| line.reference.as_str()).collect();
        assert_eq!(found, [reference.as_str()], "{words}");
    }
    let queue = town
        .clerks
        .queue(officer.clone(), View::Closed, None, Order::DueFirst, None)
        .await
        .unwrap();
    assert_eq!(queue.lines.len(), 1);
    assert_eq!(
        town.actors(reference.as_str()).await,
        ["register", "register", "register", "system"]
    );
    let page = town
        .clerks
        .desk_page(officer, reference)
        .await
        .unwrap()
        .page;
    let told: Vec<(String, &str, bool)> = page
        .timeline
        .iter()
        .map(|entry| {
            (
                entry.at.to_string(),
                entry.fact.name(),
                entry.actor == Actor::Register,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2018-06-26T14:58:54Z".to_owned(), "filed", true),
            ("2018-07-02T09:00:00Z".to_owned(), "answered", true),
            ("2018-07-02T09:00:00Z".to_owned(), "closed", true),
            ("2026-03-12T20:14:00Z".to_owned(), "imported", false),
        ]
    );
    assert_eq!(page.case.closed_by, Some(ClosingKey::Recorded));
    assert_eq!(
        page.answer.unwrap().body,
        "The lantern was repaired by the crew of Agadir."
    );
    assert_eq!(town.clerks.check_chain(page.case.id).await.unwrap(), 4);
}

async fn an_entry_is_taken_over_once(town: &Town) {
    let first = town.clerks.import_case(open("1")).await.unwrap();
    let ImportFate::Created { reference, .. } = first else {
        panic!("{first:?}");
    };
    let again = town.clerks.import_case(open("1")).await.unwrap();
    assert_eq!(
        again,
        ImportFate::Unchanged {
            reference: reference.clone(),
            is_closed_there_alone: false
        }
    );
    let closed_there = RegisterEntry {
        number: RegisterNumber::parse("1").unwrap(),
        ..closed()
    };
    let later = town.clerks.import_case(closed_there).await.unwrap();
    assert_eq!(
        later,
        ImportFate::Unchanged {
            reference,
            is_closed_there_alone: true
        }
    );
    assert_eq!(town.checked().await, (1, 3));
}

async fn entries_taken_over_at_the_same_time_become_one_case(town: &Town) {
    let fates = tokio::join!(
        town.clerks.import_case(closed()),
        town.clerks.import_case(closed()),
        town.clerks.import_case(closed()),
        town.clerks.import_case(closed()),
    );
    let created = [fates.0, fates.1, fates.2, fates.3]
        .into_iter()
        .filter(|fate| matches!(fate, Ok(ImportFate::Created { .. })))
        .count();
    assert_eq!(created, 1);
    assert_eq!(town.checked().await.0, 1);
}

async fn an_open_entry_waits_in_the_queue_and_nobody_is_flooded(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    for number in ["1", "2", "3"] {
        town.clerks.import_case(open(number)).await.unwrap();
    }
    let answered = RegisterEntry {
        standing: Standing::Answered,
        ..open("4")
    };
    town.clerks.import_case(answered).await.unwrap();
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let counts = town.clerks.queue_counts(officer.clone()).await.unwrap();
    let count = |view| {
        counts
            .iter()
            .find(|count| count.view == view)
            .map(|count| count.cases)
    };
    assert_eq!((count(View::Late), count(View::Closed)), (Some(3), Some(1)));
    for days in [0, 1, 15, 60] {
        town.clock.advance_days(days);
        let round = town.clerks.run_daily_routine().await.unwrap();
        assert_eq!((round.reminded, round.closed), (0, 0), "after {days} days");
    }
    assert_eq!(town.word_mail("https://portal.test").await.len(), 0);
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let late = town
        .clerks
        .queue(officer.clone(), View::Late, None, Order::DueFirst, None)
        .await
        .unwrap();
    let reference = late.lines[0].reference.parse().unwrap();
    let page = town
        .clerks
        .desk_page(officer, reference)
        .await
        .unwrap()
        .page;
    assert_eq!(page.case.stage, Stage::InProgress);
    let note = page
        .timeline
        .iter()
        .find(|entry| matches!(entry.fact, Fact::Noted { .. }))
        .unwrap();
    assert_eq!(
        note.text.as_ref().map(|text| text.body.as_str()),
        Some("The lantern was repaired by the crew of Agadir.")
    );
}

async fn what_does_not_exist_is_refused_and_leaves_no_trace(town: &Town) {
    let nowhere = RegisterEntry {
        organisation: town::organisation_code("nowhere"),
        ..closed()
    };
    assert!(matches!(
        town.clerks.import_case(nowhere).await,
        Err(ImportError::Organisation(_))
    ));
    let tomorrow = RegisterEntry {
        filed_at: town::instant("2026-03-13T20:14:00Z"),
        ..open("5")
    };
    assert!(matches!(
        town.clerks.import_case(tomorrow).await,
        Err(ImportError::History(_))
    ));
    assert_eq!(town.checked().await, (0, 0));
    let backwards = RegisterEntry {
        closed_at: Some(town::instant("2018-06-01T00:00:00Z")),
        ..closed()
    };
    let checked = town
        .clerks
        .check_entry(backwards, &Additions::default())
        .await
        .unwrap();
    let ImportFate::Created { corrections, .. } = checked else {
        panic!("{checked:?}");
    };
    assert!(
        corrections
            .iter()
            .all(|correction| matches!(correction, Correction::Moved { .. }))
    );
    assert_eq!(corrections.len(), 2);
    assert_eq!(town.checked().await, (0, 0));
}

/// A body, a subject of its own and the rule that it answers for it.
fn additions(country: &Country) -> Additions {
    let like = country
        .organisations
        .find(&town::organisation_code(town::TIZNIT))
        .unwrap();
    let mut body = like.clone();
    body.code = town::organisation_code("old-lights");
    body.territory = None;
    let mut subject = country.subjects.all().next().unwrap().clone();
    subject.code = SubjectCode::parse("old-matters").unwrap();
    subject.parent = Some(country.subjects.sectors().next().unwrap().code.clone());
    let rule = Rule {
        id: 0,
        subject: subject.code.clone(),
        within: None,
        answers: Answerer::Organisation(body.code.clone()),
        rank: 1,
        when: None,
        reason: body.names.clone(),
    };
    Additions {
        organisations: vec![body],
        subjects: vec![subject],
        rules: vec![rule],
    }
}

async fn additions_outlive_the_next_load_of_the_pack(town: &Town) {
    let additions = additions(&town.clerks.country());
    town.clerks.add_to_country(additions.clone()).await.unwrap();
    let archive = town.database.archive().clone();
    let authority = town.clerks.country().reform_authority.clone();
    let loaded = tokio::task::spawn_blocking(move || {
        archive
            .write_blocking(|tx| setting::put(tx, "country.pack", "an older pack"))
            .unwrap();
        country::load(&archive, &Pack::morocco(), &authority).unwrap()
    })
    .await
    .unwrap();
    assert!(loaded.changed > 0);
    assert!(town.clerks.follow_country().await.unwrap());
    let country = town.clerks.country();
    let suggested = country.suggest(Some(&additions.subjects[0].code), None);
    assert_eq!(suggested[0].organisation, additions.organisations[0].code);
}

async fn bodies_and_subjects_are_added_once_and_keep_their_edits(town: &Town) {
    let country = town.clerks.country();
    let additions = additions(&country);
    let (body, subject) = (
        additions.organisations[0].clone(),
        additions.subjects[0].clone(),
    );
    let before = (country.organisations.len(), country.subjects.len());
    let questions = |country: &Country| -> usize {
        country
            .subjects
            .all()
            .map(|subject| subject.questions.len())
            .sum()
    };
    town.clerks.add_to_country(additions.clone()).await.unwrap();
    let mut renamed = additions;
    "Autre nom".clone_into(&mut renamed.organisations[0].names.fr);
    town.clerks.add_to_country(renamed).await.unwrap();
    let after = town.clerks.country();
    assert_eq!(
        (after.organisations.len(), after.subjects.len()),
        (before.0 + 1, before.1 + 1)
    );
    assert_eq!(questions(&after), questions(&country));
    assert_eq!(after.organisations.find(&body.code), Some(&body));
    let suggested = after.suggest(Some(&subject.code), None);
    assert_eq!(suggested[0].organisation, body.code);
    let entry = RegisterEntry {
        organisation: body.code.clone(),
        subject: Some(subject.code.clone()),
        ..closed()
    };
    town.clerks.import_case(entry).await.unwrap();
    let mut unanswered = subject.clone();
    unanswered.code = SubjectCode::parse("unanswered").unwrap();
    for unfit in [
        Additions {
            organisations: vec![Organisation {
                code: town::organisation_code("stray"),
                parent: Some(town::organisation_code("nowhere")),
                ..body
            }],
            ..Additions::default()
        },
        Additions {
            subjects: vec![unanswered],
            ..Additions::default()
        },
    ] {
        assert!(town.clerks.add_to_country(unfit).await.is_err());
    }
    let unchanged = town.clerks.country();
    assert_eq!(unchanged.subjects.len(), after.subjects.len());
}
