//! A case told again is a case: in order of time, replayable, with nothing invented and nothing lost.

use jiff::{
    Timestamp,
    civil::{Weekday, date},
};
use uuid::Uuid;

use super::*;
use crate::{
    Language,
    answer::Outcome,
    clock::{Calendar, Policies, Policy, examples},
    id::{CaseId, DocumentId, OrganisationCode, RegisterCode},
    person::Category,
    reference::{Reference, ReferencePrefix},
};

const NOW: &str = "2026-03-12T20:14:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn document(number: u128) -> DocumentId {
    DocumentId::new(Uuid::from_u128(number))
}

fn new_case() -> NewCase {
    NewCase {
        id: CaseId::new(Uuid::from_u128(1)),
        reference: Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2018, 3737),
        kind: Kind::Complaint,
        track: Track::Ordinary,
        channel: Channel::Import,
        language: Language::English,
        category: Category::Anonymous,
        person: None,
        subject: None,
        territory: None,
        organisation: OrganisationCode::parse("police").unwrap(),
        document: document(2),
        taken_down: None,
        spoken: Vec::new(),
    }
}

/// A complaint closed with an answer two hours after it was filed.
fn closed() -> History {
    History {
        register: RegisterCode::parse("nyc-311").unwrap(),
        number: RegisterNumber::parse("39573567").unwrap(),
        standing: Standing::Closed,
        filed_at: at("2018-06-26T14:58:54Z"),
        examined_at: None,
        taken_up_at: None,
        last_words: Some(LastWords {
            at: Some(at("2018-06-26T16:50:01Z")),
            outcome: Outcome::Unstated,
            document: document(3),
        }),
        closed_at: Some(at("2018-06-26T16:50:01Z")),
        undated: Undated::Refused,
    }
}

fn open() -> History {
    History {
        standing: Standing::InProgress,
        closed_at: None,
        ..closed()
    }
}

fn calendar() -> Calendar {
    Calendar::new("Africa/Casablanca", &[Weekday::Saturday, Weekday::Sunday]).unwrap()
}

fn recount_at(now: &str, history: &History) -> Result<Recount, RecountError> {
    let (calendar, policy) = (calendar(), policy());
    let later = Policy {
        version: 2,
        effective_from: date(2020, 1, 1),
        answer_days: 30,
        ..policy.clone()
    };
    let policies = Policies::new(vec![policy, later]).unwrap();
    let laws = Laws {
        policies: &policies,
        calendar: &calendar,
    };
    let told = Case::recount(new_case(), history, at(now), laws)?;
    let replayed = Case::replay(told.case.reference.clone(), &told.events);
    assert_eq!(replayed.as_ref(), Some(&told.case));
    assert!(told.events.is_sorted_by_key(|event| event.at));
    Ok(told)
}

fn recount(history: &History) -> Result<Recount, RecountError> {
    recount_at(NOW, history)
}

fn facts(told: &Recount) -> Vec<&'static str> {
    told.events.iter().map(|event| event.fact.name()).collect()
}

#[test]
fn a_closed_case_keeps_its_instants_and_says_where_it_comes_from() {
    let told = recount(&closed()).unwrap();
    assert_eq!(facts(&told), ["filed", "answered", "closed", "imported"]);
    let instants: Vec<String> = told
        .events
        .iter()
        .map(|event| event.at.to_string())
        .collect();
    assert_eq!(
        instants,
        [
            "2018-06-26T14:58:54Z",
            "2018-06-26T16:50:01Z",
            "2018-06-26T16:50:01Z",
            NOW
        ]
    );
    assert_eq!(told.case.closed_by, Some(ClosingKey::Recorded));
    assert_eq!(told.case.stage, Stage::Closed);
    assert_eq!(told.corrections, []);
}

#[test]
fn dates_are_due_by_the_law_of_the_day_of_filing() {
    let told = recount(&closed()).unwrap();
    assert_eq!(
        (told.case.policy, told.case.answer_due),
        (1, date(2018, 8, 25))
    );
    assert_eq!(
        told.case.last_answer.map(|answer| answer.reopen_until),
        Some(date(2018, 7, 26))
    );
}

#[test]
fn a_case_closed_without_a_word_has_no_answer() {
    let history = History {
        last_words: None,
        ..closed()
    };
    let told = recount(&history).unwrap();
    assert_eq!(facts(&told), ["filed", "closed", "imported"]);
    assert_eq!(told.case.last_answer, None);
}

#[test]
fn a_closing_that_the_register_never_dates_is_invented_nowhere() {
    let history = History {
        last_words: None,
        closed_at: None,
        undated: Undated::Taken,
        ..closed()
    };
    let told = recount(&history).unwrap();
    assert_eq!(facts(&told), ["filed", "imported"]);
    assert_eq!(told.case.stage, Stage::Closed);
    assert_eq!(told.corrections, []);
    // Of an answer nothing says when it could be objected to: its words are kept, and are none.
    let with_words = History {
        last_words: closed()
            .last_words
            .map(|words| LastWords { at: None, ..words }),
        ..history.clone()
    };
    let told = recount(&with_words).unwrap();
    assert_eq!(facts(&told), ["filed", "noted", "imported"]);
    assert_eq!(told.case.stage, Stage::Closed);
    assert_eq!(told.case.last_answer, None);
    let answered = History {
        standing: Standing::Answered,
        ..with_words
    };
    assert_eq!(recount(&answered).unwrap_err(), RecountError::NoAnswerDate);
    // What is dated stays dated.
    let dated = History {
        undated: Undated::Taken,
        ..closed()
    };
    assert_eq!(
        facts(&recount(&dated).unwrap()),
        facts(&recount(&closed()).unwrap())
    );
}

#[test]
fn words_about_an_open_case_are_a_note_and_no_answer() {
    let told = recount(&open()).unwrap();
    assert_eq!(facts(&told), ["filed", "noted", "imported"]);
    assert_eq!(told.case.stage, Stage::InProgress);
    assert_eq!(told.case.last_answer, None);
}

#[test]
fn a_closing_before_the_filing_is_recorded_with_the_filing() {
    let history = History {
        closed_at: Some(at("2018-06-20T00:00:00Z")),
        ..closed()
    };
    let told = recount(&history).unwrap();
    assert_eq!(told.events[2].at, history.filed_at);
    let moved = |moment, stated| Correction::Moved {
        moment,
        stated: at(stated),
        recorded: history.filed_at,
    };
    assert_eq!(
        told.corrections,
        [
            moved(Moment::Written, "2018-06-26T16:50:01Z"),
            moved(Moment::Closed, "2018-06-20T00:00:00Z")
        ]
    );
}

#[test]
fn an_answer_amended_after_the_closing_is_recorded_with_the_closing() {
    let history = History {
        closed_at: Some(at("2018-06-26T15:00:00Z")),
        ..closed()
    };
    let told = recount(&history).unwrap();
    assert_eq!(told.events[1].at, at("2018-06-26T15:00:00Z"));
    assert_eq!(told.corrections.len(), 1);
}

#[test]
fn a_closing_date_does_not_close_what_the_register_keeps_open() {
    let history = History {
        closed_at: closed().closed_at,
        ..open()
    };
    let told = recount(&history).unwrap();
    assert!(told.case.stage.is_open());
    assert!(matches!(
        told.corrections[..],
        [Correction::ClosingLeftOut { .. }]
    ));
}

#[test]
fn an_old_answer_closes_by_time_at_once_and_a_fresh_one_waits() {
    let answered = History {
        standing: Standing::Answered,
        closed_at: None,
        ..closed()
    };
    let told = recount(&answered).unwrap();
    assert_eq!(facts(&told), ["filed", "answered", "imported", "closed"]);
    assert_eq!(told.case.closed_by, Some(ClosingKey::TimePassed));
    let told = recount_at("2018-07-01T00:00:00Z", &answered).unwrap();
    assert_eq!(told.case.stage, Stage::Answered);
}

#[test]
fn an_old_case_cannot_be_reopened_by_its_filer() {
    let (calendar, policy) = (calendar(), policy());
    let law = Law {
        policy: &policy,
        calendar: &calendar,
    };
    for history in [
        closed(),
        History {
            last_words: None,
            ..closed()
        },
    ] {
        let mut told = recount(&history).unwrap();
        let reopen = Command::Reopen {
            reason: document(9),
        };
        let refusal = told
            .case
            .carry_out(&reopen, &Actor::Filer, at(NOW), law)
            .unwrap_err();
        assert!(
            matches!(
                refusal,
                Refusal::ReopeningOver { .. } | Refusal::NoAnswerYet
            ),
            "{refusal:?}"
        );
    }
}

#[test]
fn what_cannot_be_told_is_refused_with_its_reason() {
    let refused = |history: &History| recount(history).unwrap_err();
    let filed_at = at("2030-01-01T00:00:00Z");
    assert_eq!(
        refused(&History {
            filed_at,
            ..closed()
        }),
        RecountError::InTheFuture {
            moment: Moment::Filed,
            stated: filed_at
        }
    );
    assert_eq!(
        refused(&History {
            last_words: None,
            closed_at: None,
            ..closed()
        }),
        RecountError::NoClosingDate
    );
    assert_eq!(
        refused(&History {
            standing: Standing::Answered,
            last_words: None,
            ..closed()
        }),
        RecountError::NoAnswer
    );
}

fn policy() -> Policy {
    Policy {
        extension_allowed: false,
        extension_days: 0,
        roll_to_working_day: false,
        reminder_days: vec![15],
        ..examples::policy()
    }
}
