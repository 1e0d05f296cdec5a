//! What filers must be told whom no message reaches: who owes it, until when, and that old records stay readable.

use jiff::{Timestamp, ToSpan, civil::date};
use uuid::Uuid;

use super::*;
use crate::{
    Language,
    access::Role,
    answer::{AnswerDraft, Outcome, StockFinding, pass},
    clock::examples::{calendar, policy},
    id::{AttachmentId, CaseId, DocumentId, OrganisationCode, PersonId, StaffId},
    owner::Audience,
    person::Category,
    reference::{Reference, ReferencePrefix},
};

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn body(code: &str) -> OrganisationCode {
    OrganisationCode::parse(code).unwrap()
}

fn officer() -> Actor {
    Actor::Staff {
        staff: StaffId::new(uuid(7)),
        organisation: body("education"),
        role: Role::Officer,
    }
}

/// A case, and what is done to it by someone who is told by `errand`.
struct Dealings {
    case: Case,
    errand: Option<Errand>,
    now: Timestamp,
}

impl Dealings {
    fn begun(errand: Option<Errand>) -> Self {
        let now = "2026-03-12T10:00:00Z".parse().unwrap();
        let new = NewCase {
            id: CaseId::new(uuid(1)),
            reference: Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 3737),
            kind: Kind::Complaint,
            track: Track::Ordinary,
            channel: Channel::Web,
            language: Language::Arabic,
            category: Category::Person,
            person: Some(PersonId::new(uuid(2))),
            subject: None,
            territory: None,
            organisation: body("education"),
            document: DocumentId::new(uuid(3)),
            taken_down: None,
            spoken: Vec::new(),
        };
        let (calendar, policy) = (calendar(), policy());
        let law = Law {
            policy: &policy,
            calendar: &calendar,
        };
        let (case, _) = Case::file(new, Actor::Filer, now, law);
        let mut begun = Self { case, errand, now };
        begun.act(&Command::Examine, &officer()).unwrap();
        begun
    }

    fn act(&mut self, command: &Command, actor: &Actor) -> Result<Vec<Event>, Refusal> {
        let (calendar, policy) = (calendar(), policy());
        let law = Law {
            policy: &policy,
            calendar: &calendar,
        };
        self.case
            .carry_out_by_errand(command, actor, self.now, law, self.errand)
    }

    fn ask(&mut self) {
        self.act(&Command::TakeUp, &officer()).unwrap();
        let ask = Command::Ask {
            document: DocumentId::new(uuid(4)),
            respond_by: date(2026, 3, 20),
        };
        self.act(&ask, &officer()).unwrap();
    }

    fn answer(&mut self) {
        let draft = AnswerDraft {
            outcome: Some(Outcome::Granted),
            reasons: "The cable of the street of the school is mended on Wednesday.",
            recourse: "The case can be reopened.",
            ground: "",
            body: "The court of commerce.",
        };
        let answer = Command::Answer {
            answer: pass(&draft, StockFinding::None).unwrap(),
            document: DocumentId::new(uuid(5)),
        };
        self.act(&answer, &officer()).unwrap();
    }

    fn pass_days(&mut self, days: i64) {
        self.now = self.now.checked_add((24 * days).hours()).unwrap();
    }

    fn tell(&mut self, how: Told) -> Result<Vec<Event>, Refusal> {
        self.act(&Command::Tell { how }, &officer())
    }

    fn marks(&self) -> Vec<(Mark, String)> {
        self.case
            .marks()
            .into_iter()
            .map(|(mark, organisation)| (mark, organisation.to_string()))
            .collect()
    }
}

#[test]
fn no_time_runs_against_those_who_cannot_know_the_answer() {
    let mut told = Dealings::begun(Some(Errand::Post));
    assert!(told.marks().is_empty(), "nobody is told of an examination");
    told.answer();
    assert_eq!(told.marks(), [(Mark::ToPost, "education".to_owned())]);
    let close = Command::CloseByTime;
    told.pass_days(400);
    assert_eq!(told.act(&close, &Actor::System), Err(Refusal::AnswerUntold));
    assert!(told.tell(Told::Telephoned).is_err(), "a call is no letter");
    told.tell(Told::Posted).unwrap();
    assert!(told.marks().is_empty());
    assert_eq!(told.tell(Told::Posted), Err(Refusal::NothingToTell));
    let last = told.case.last_answer.clone().unwrap();
    assert!(
        last.reopen_until > date(2027, 4, 16),
        "from the day it was posted"
    );
    assert_eq!(
        told.act(&close, &Actor::System),
        Err(Refusal::TooEarlyToClose {
            after: last.closes_after
        })
    );
    told.pass_days(60);
    told.act(&close, &Actor::System).unwrap();
}

#[test]
fn an_answer_that_nobody_told_of_can_be_objected_to_at_any_time() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    told.answer();
    told.pass_days(400);
    let reopen = Command::Reopen {
        reason: DocumentId::new(uuid(9)),
    };
    told.act(&reopen, &Actor::Filer).unwrap();
    assert!(told.marks().iter().all(|(mark, _)| *mark == Mark::Reopened));
}

#[test]
fn a_call_about_a_lost_receipt_keeps_no_answered_case_open() {
    let mut told = Dealings::begun(None);
    told.answer();
    told.errand = Some(Errand::Telephone);
    told.act(&Command::ReportLost, &Actor::System).unwrap();
    told.pass_days(400);
    told.act(&Command::CloseByTime, &Actor::System).unwrap();
    assert_eq!(told.marks(), [(Mark::ToTelephone, "education".to_owned())]);
}

#[test]
fn whoever_is_told_by_messages_or_not_at_all_leaves_no_errand() {
    let mut told = Dealings::begun(None);
    told.ask();
    told.answer();
    assert!(told.marks().is_empty());
}

#[test]
fn a_transfer_carries_the_errand_on_and_adds_its_own() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    told.ask();
    let transfer = Command::Transfer {
        to: body("health"),
        reason: DocumentId::new(uuid(6)),
    };
    told.act(&transfer, &officer()).unwrap();
    assert_eq!(told.marks(), [(Mark::ToTelephone, "health".to_owned())]);
    assert_eq!(told.case.untold.len(), 2);
    told.tell(Told::Telephoned).unwrap();
    assert!(told.marks().is_empty(), "one call tells everything");
}

#[test]
fn calls_that_nobody_answers_are_counted_and_end() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    told.answer();
    for calls in 1..CALLS_AT_MOST {
        told.tell(Told::NotReached).unwrap();
        assert_eq!(told.case.calls, calls);
        assert!(told.case.awaits(Errand::Telephone));
    }
    told.tell(Told::NotReached).unwrap();
    assert!(told.marks().is_empty());
    assert_eq!(told.case.calls, 0);
}

#[test]
fn a_letter_tells_also_those_who_do_not_answer_their_telephone() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    told.answer();
    told.tell(Told::NotReached).unwrap();
    told.tell(Told::Posted).unwrap();
    assert!(told.marks().is_empty());
    assert_eq!(told.case.calls, 0);
}

#[test]
fn an_answer_takes_the_place_of_what_was_to_be_told_before_it() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    told.act(&Command::ReportLost, &Actor::System).unwrap();
    told.ask();
    assert_eq!(told.case.untold.len(), 2);
    told.answer();
    assert_eq!(told.case.untold.len(), 2, "the lost receipt and the answer");
    let last = told.case.version;
    assert!(told.case.untold.contains_key(&last));
}

#[test]
fn whoever_replies_has_read_the_question() {
    let mut told = Dealings::begun(Some(Errand::Post));
    told.ask();
    let reply = Command::Reply {
        document: DocumentId::new(uuid(8)),
    };
    told.act(&reply, &Actor::Filer).unwrap();
    assert!(!told.case.awaits(Errand::Post));
}

#[test]
fn whoever_is_told_late_of_a_question_has_as_many_days_to_reply() {
    let mut told = Dealings::begun(Some(Errand::Post));
    told.ask();
    let given = date(2026, 3, 20) - date(2026, 3, 12);
    assert_eq!(told.case.question_due, Some(date(2026, 3, 20)));
    told.pass_days(30);
    let posted_on = date(2026, 4, 11);
    let once_told = told.case.reply_by_if_told(posted_on);
    assert_eq!(once_told, Some(posted_on.saturating_add(given)));
    told.tell(Told::Posted).unwrap();
    assert_eq!(told.case.question_due, once_told);
    // Known once, it stays.
    assert_eq!(told.case.reply_by_if_told(date(2026, 5, 1)), once_told);
}

#[test]
fn a_reply_that_the_office_takes_down_is_the_filers() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    told.ask();
    told.tell(Told::Telephoned).unwrap();
    let reply = Command::Reply {
        document: DocumentId::new(uuid(8)),
    };
    let mut by_another = Dealings {
        case: told.case.clone(),
        errand: told.errand,
        now: told.now,
    };
    told.act(&reply, &officer()).unwrap();
    assert_ne!(told.case.stage, Stage::Waiting);
    assert!(
        !told.case.filer_wrote_last,
        "it was read by who has the case"
    );
    let registry = Actor::Staff {
        staff: StaffId::new(uuid(70)),
        organisation: body("education"),
        role: Role::Registry,
    };
    by_another.act(&reply, &registry).unwrap();
    assert!(by_another.case.filer_wrote_last);
    assert!(!told.case.awaits(Errand::Telephone));
}

#[test]
fn that_the_filer_was_told_is_no_reading_of_what_they_wrote() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    let message = Command::AddMessage {
        document: DocumentId::new(uuid(8)),
    };
    told.act(&Command::ReportLost, &Actor::System).unwrap();
    told.act(&message, &Actor::Filer).unwrap();
    told.tell(Told::Telephoned).unwrap();
    assert!(told.case.filer_wrote_last);
}

#[test]
fn a_lost_receipt_is_told_of_once_until_someone_called() {
    let mut told = Dealings::begun(Some(Errand::Telephone));
    let lost = Command::ReportLost;
    assert_eq!(told.act(&lost, &Actor::System).unwrap().len(), 1);
    assert!(told.act(&lost, &Actor::System).unwrap().is_empty());
    told.tell(Told::Telephoned).unwrap();
    assert_eq!(told.act(&lost, &Actor::System).unwrap().len(), 1);
}

#[test]
fn what_was_said_waits_until_it_is_written_down() {
    let mut spoken = Dealings::begun(None);
    let add = |number| Command::AddFile {
        attachment: AttachmentId::new(uuid(number)),
        audience: Audience::Filer,
        is_spoken: number != 30,
    };
    spoken.act(&add(30), &Actor::Filer).unwrap();
    assert!(
        spoken
            .marks()
            .iter()
            .all(|(mark, _)| *mark == Mark::Replied)
    );
    spoken.act(&add(31), &Actor::Filer).unwrap();
    spoken.act(&add(32), &Actor::Filer).unwrap();
    let waits = (Mark::ToTranscribe, "education".to_owned());
    for number in [31, 32] {
        assert!(spoken.marks().contains(&waits), "{number} is not written");
        let transcribe = Command::Transcribe {
            attachment: AttachmentId::new(uuid(number)),
            document: DocumentId::new(uuid(40)),
        };
        spoken.act(&transcribe, &officer()).unwrap();
    }
    assert!(!spoken.marks().contains(&waits));
}
