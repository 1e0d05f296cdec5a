//! What holds of every case, whatever anyone tries in whatever order.

use std::collections::BTreeSet;

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, date},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{TestCaseResult, TestRunner},
};
use uuid::Uuid;

use super::*;
use crate::{
    Language,
    access::Role,
    answer::{AnswerDraft, GatedAnswer, Outcome, StockFinding, pass},
    clock::{
        self, Policy,
        examples::{calendar, policy},
    },
    id::{AttachmentId, CaseId, ConsultationId, ContactId, DocumentId, OrganisationCode, StaffId},
    owner::Audience,
    person::Category,
    reference::{Reference, ReferencePrefix},
};

const ORGANISATIONS: &[&str] = &["education", "health", "finance"];

/// The verbs of the usual way, tried more often than the others so that cases come far.
const USUAL: &[Verb] = &[
    Verb::Examine,
    Verb::RefuseCompetence,
    Verb::Arbitrate,
    Verb::Assign,
    Verb::Unassign,
    Verb::Climb,
    Verb::TakeUp,
    Verb::Ask,
    Verb::Reply,
    Verb::Consult,
    Verb::GiveOpinion,
    Verb::Extend,
    Verb::Answer,
    Verb::Tell,
    Verb::CloseByTime,
    Verb::Reopen,
];

/// What someone tries.
#[derive(Clone, Debug)]
struct Attempt {
    command: Command,
    actor: Actor,
    days_later: i64,
}

/// What commands are filled with.
#[derive(Clone, Debug)]
struct Dice {
    organisation: OrganisationCode,
    officer: StaffId,
    outcome: Outcome,
    level: EscalationLevel,
    told: Told,
    date: Date,
    is_named: bool,
}

/// An attempt with the case before and after it.
struct Passage {
    before: Case,
    attempt: Attempt,
    result: Result<Vec<Event>, Refusal>,
    after: Case,
}

impl Passage {
    fn verb(&self) -> Verb {
        self.attempt.command.verb()
    }
}

/// The life of a case.
struct Life {
    events: Vec<Event>,
    passages: Vec<Passage>,
    end: Case,
}

fn organisation(code: &str) -> OrganisationCode {
    OrganisationCode::parse(code).unwrap()
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn some_dice() -> impl Strategy<Value = Dice> {
    (
        prop::sample::select(ORGANISATIONS),
        1_u128..4,
        prop::sample::select(Outcome::ALL),
        prop::sample::select(EscalationLevel::ALL),
        prop::sample::select(Told::ALL),
        // Days within a time limit, and some beyond any.
        prop_oneof![3 => 0_i64..90, 1 => 0_i64..500],
        prop::bool::weighted(0.9),
    )
        .prop_map(
            |(code, officer, outcome, level, told, day, is_named)| Dice {
                organisation: organisation(code),
                officer: StaffId::new(uuid(officer)),
                outcome,
                level,
                told,
                date: date(2026, 3, 12).saturating_add(day.days()),
                is_named,
            },
        )
}

/// An attempt at a verb, mostly a usual one, mostly by someone whose act it is.
fn some_attempt() -> impl Strategy<Value = Attempt> {
    (
        prop_oneof![4 => prop::sample::select(USUAL), 1 => prop::sample::select(Verb::ALL)],
        prop_oneof![4 => Just(None), 1 => prop::sample::select(Side::ALL).prop_map(Some)],
        some_dice(),
        0_i64..7,
    )
        .prop_map(|(verb, side, dice, days_later)| Attempt {
            command: command(verb, &dice),
            actor: actor(
                side.unwrap_or(transitions_of(verb).next().unwrap().sides[0]),
                &dice,
            ),
            days_later,
        })
}

fn some_attempts() -> impl Strategy<Value = Vec<Attempt>> {
    prop::collection::vec(some_attempt(), 0..60)
}

fn actor(side: Side, dice: &Dice) -> Actor {
    let staff = |role| Actor::Staff {
        staff: dice.officer,
        organisation: dice.organisation.clone(),
        role,
    };
    match side {
        Side::Filer => Actor::Filer,
        Side::Office => staff(Role::Officer),
        Side::Authority => staff(Role::ReformAuthority),
        Side::System => Actor::System,
    }
}

/// An answer with this outcome that the gate lets pass.
fn gated(outcome: Outcome) -> GatedAnswer {
    let draft = AnswerDraft {
        outcome: Some(outcome),
        reasons: "The cable of the street of the school is mended on Wednesday.",
        recourse: "The case can be reopened.",
        ground: "law 12-90, article 40",
        body: "The court of commerce.",
    };
    pass(&draft, StockFinding::None).expect("it says who does what and when")
}

fn command(verb: Verb, dice: &Dice) -> Command {
    let document = DocumentId::new(uuid(10));
    let consultation = ConsultationId::new(uuid(11));
    let organisation = || dice.organisation.clone();
    match verb {
        Verb::Examine => Command::Examine,
        Verb::Classify => Command::Classify {
            subject: None,
            territory: None,
        },
        Verb::Transfer => Command::Transfer {
            to: organisation(),
            reason: document,
        },
        Verb::RefuseCompetence => Command::RefuseCompetence {
            to: dice.is_named.then(organisation),
            reason: document,
        },
        Verb::Arbitrate => Command::Arbitrate {
            competent: organisation(),
            reason: document,
        },
        Verb::Assign => Command::Assign {
            officer: dice.officer,
            unit: None,
        },
        Verb::Unassign => Command::Unassign,
        Verb::Climb => Command::Climb {
            to: organisation(),
            cause: ClimbCause::NobodyLeft,
        },
        Verb::TakeUp => Command::TakeUp,
        Verb::Ask => Command::Ask {
            document,
            respond_by: dice.date,
        },
        Verb::Reply => Command::Reply { document },
        Verb::AddMessage => Command::AddMessage { document },
        Verb::AddFile => Command::AddFile {
            attachment: AttachmentId::new(uuid(12)),
            audience: Audience::Filer,
            is_spoken: true,
        },
        Verb::TakeBackFile => Command::TakeBackFile {
            attachment: AttachmentId::new(uuid(12)),
            reason: document,
        },
        Verb::Transcribe => Command::Transcribe {
            attachment: AttachmentId::new(uuid(12)),
            document,
        },
        Verb::Note => Command::Note { document },
        Verb::Consult => Command::Consult {
            consultation,
            of: organisation(),
            document,
            respond_by: dice.date,
        },
        Verb::GiveOpinion => Command::GiveOpinion {
            consultation,
            document,
        },
        Verb::Extend => Command::Extend { reason: document },
        Verb::Answer => Command::Answer {
            answer: gated(dice.outcome),
            document,
        },
        Verb::Judge => Command::Judge {
            resolved: Resolved::No,
            treatment: None,
        },
        Verb::Confirm => Command::Confirm,
        Verb::CloseByTime => Command::CloseByTime,
        Verb::Withdraw => Command::Withdraw,
        Verb::Reopen => Command::Reopen { reason: document },
        Verb::Tell => Command::Tell { how: dice.told },
        Verb::ProveContact => Command::ProveContact {
            contact: ContactId::new(uuid(13)),
        },
        Verb::ReportLost => Command::ReportLost,
        Verb::Escalate => Command::Escalate { level: dice.level },
        Verb::Remind => Command::Remind,
        Verb::Recompute => Command::Recompute {
            cause: DueChange::CalendarEdited,
        },
    }
}

/// Lives through all attempts under the usual policy.
fn live(attempts: Vec<Attempt>) -> Life {
    live_under(&policy(), attempts)
}

fn live_under(policy: &Policy, attempts: Vec<Attempt>) -> Life {
    let calendar = calendar();
    let law = Law {
        policy,
        calendar: &calendar,
    };
    let mut now: Timestamp = "2026-03-12T10:00:00Z".parse().unwrap();
    let new = NewCase {
        id: CaseId::new(uuid(1)),
        reference: Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 3737),
        kind: Kind::Complaint,
        track: Track::Ordinary,
        channel: Channel::Web,
        language: Language::Arabic,
        category: Category::Person,
        person: None,
        subject: None,
        territory: None,
        organisation: organisation("education"),
        document: DocumentId::new(uuid(10)),
        taken_down: None,
        spoken: Vec::new(),
    };
    let (mut case, first) = Case::file(new, Actor::Filer, now, law);
    let mut events = vec![first];
    let mut passages = Vec::new();
    for attempt in attempts {
        now += SignedDuration::from_hours(24 * attempt.days_later);
        let before = case.clone();
        let errand = Errand::ALL.get(passages.len() % 3).copied();
        let result = case.carry_out_by_errand(&attempt.command, &attempt.actor, now, law, errand);
        events.extend(result.iter().flatten().cloned());
        passages.push(Passage {
            before,
            attempt,
            result,
            after: case.clone(),
        });
    }
    Life {
        events,
        passages,
        end: case,
    }
}

/// Whether something holds of each passage of a life.
fn each(attempts: Vec<Attempt>, holds: impl Fn(&Passage) -> TestCaseResult) -> TestCaseResult {
    live(attempts).passages.iter().try_for_each(holds)
}

proptest! {
    #[test]
    fn a_case_is_its_events(attempts in some_attempts()) {
        let life = live(attempts);
        let replayed = Case::replay(life.end.reference.clone(), &life.events);
        prop_assert_eq!(replayed, Some(life.end));
    }

    #[test]
    fn events_are_numbered_from_one_without_gaps(attempts in some_attempts()) {
        let life = live(attempts);
        for (number, event) in (1..).zip(&life.events) {
            prop_assert_eq!(event.sequence, number);
        }
        prop_assert_eq!(usize::try_from(life.end.version).unwrap(), life.events.len());
    }

    #[test]
    fn a_refused_command_changes_nothing(attempts in some_attempts()) {
        each(attempts, |passage| {
            if passage.result.is_err() {
                prop_assert_eq!(&passage.before, &passage.after);
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_stage_changes_only_along_the_table(attempts in some_attempts()) {
        each(attempts, |passage| {
            let row = transitions_of(passage.verb())
                .find(|row| row.from.contains(&passage.before.stage));
            match row {
                Some(row) if passage.result.is_ok() && !row.to.is_empty() => {
                    prop_assert!(row.to.contains(&passage.after.stage));
                }
                _ => prop_assert_eq!(passage.before.stage, passage.after.stage),
            }
            prop_assert!(row.is_some() || passage.result.is_err());
            Ok(())
        })?;
    }

    #[test]
    fn a_case_closes_only_with_a_key_of_the_filer_or_of_time(attempts in some_attempts()) {
        each(attempts, |passage| {
            let is_closed = passage.after.stage == Stage::Closed;
            prop_assert_eq!(passage.after.closed_by.is_some(), is_closed);
            if is_closed && passage.before.stage != Stage::Closed {
                let expected = match passage.attempt.actor {
                    Actor::Filer => [ClosingKey::FilerConfirmed, ClosingKey::Withdrawn].as_slice(),
                    Actor::System => &[ClosingKey::TimePassed],
                    Actor::Staff { .. } | Actor::Register => &[],
                };
                prop_assert!(passage.after.closed_by.is_some_and(|key| expected.contains(&key)));
            }
            Ok(())
        })?;
    }

    #[test]
    fn nobody_answers_twice_nor_works_again_on_what_they_answered(attempts in some_attempts()) {
        let life = live(attempts);
        let mut answered = BTreeSet::new();
        for event in &life.events {
            match event.fact {
                Fact::Answered { .. } => {
                    prop_assert!(answered.insert(event.actor.staff()));
                }
                Fact::Assigned { officer, .. } => prop_assert!(!answered.contains(&Some(officer))),
                Fact::QuestionAsked { .. }
                | Fact::OpinionAsked { .. }
                | Fact::Transferred { .. }
                | Fact::CompetenceRefused { .. }
                | Fact::Extended { .. } => prop_assert!(!answered.contains(&event.actor.staff())),
                _ => {}
            }
        }
    }

    #[test]
    fn the_clock_starts_again_only_by_a_reopening(attempts in some_attempts()) {
        each(attempts, |passage| {
            if passage.before.clock_started != passage.after.clock_started {
                prop_assert_eq!(passage.verb(), Verb::Reopen);
            }
            prop_assert_eq!(passage.before.filed_at, passage.after.filed_at);
            prop_assert_eq!(passage.before.transfer_due, passage.after.transfer_due);
            Ok(())
        })?;
    }

    #[test]
    fn passing_a_case_on_never_changes_when_the_answer_is_due(attempts in some_attempts()) {
        each(attempts, |passage| {
            if passage.before.answer_due != passage.after.answer_due {
                prop_assert!(matches!(passage.verb(), Verb::Extend | Verb::Recompute | Verb::Reopen));
            }
            Ok(())
        })?;
    }

    #[test]
    fn where_the_clock_pauses_the_due_date_moves_by_the_days_waited_alone(attempts in some_attempts()) {
        let policy = Policy {
            pause_while_waiting: true,
            roll_to_working_day: false,
            ..policy()
        };
        let life = live_under(&policy, attempts);
        for passage in &life.passages {
            let (before, after) = (&passage.before, &passage.after);
            let ends_waiting = before.stage == Stage::Waiting && after.stage != Stage::Waiting;
            if before.answer_due == after.answer_due
                || matches!(passage.verb(), Verb::Extend | Verb::Recompute | Verb::Reopen)
            {
                continue;
            }
            prop_assert!(ends_waiting, "{}", passage.verb());
            let pause = after.pauses.last().unwrap();
            let moved = clock::days_between(before.answer_due, after.answer_due);
            prop_assert_eq!(moved, clock::days_between(pause.from, pause.until));
            prop_assert_eq!(Some(pause.from), before.waiting_since);
        }
    }

    #[test]
    fn competence_refused_to_the_limit_goes_to_arbitration(attempts in some_attempts()) {
        let limit = policy().refusals_before_arbitration;
        each(attempts, |passage| {
            let Command::RefuseCompetence { to, .. } = &passage.attempt.command else {
                return Ok(());
            };
            if passage.result.is_err() {
                return Ok(());
            }
            let is_over = to.is_none() || passage.after.competence_refusals >= limit;
            prop_assert_eq!(passage.after.stage == Stage::Arbitration, is_over);
            Ok(())
        })?;
    }

    #[test]
    fn competence_once_settled_is_refused_no_more_and_changed_by_the_authority_alone(attempts in some_attempts()) {
        let settled = |event: &Event| matches!(event.fact, Fact::Arbitrated { .. });
        for event in live(attempts).events.iter().skip_while(|event| !settled(event)) {
            let is_by_authority =
                matches!(event.actor, Actor::Staff { role: Role::ReformAuthority, .. });
            let is_escaped = match event.fact {
                Fact::CompetenceRefused { .. } | Fact::Transferred { .. } => !is_by_authority,
                Fact::Answered { outcome, .. } => outcome == Outcome::Redirected,
                _ => false,
            };
            prop_assert!(!is_escaped, "{event:?}");
        }
    }

    #[test]
    fn a_case_is_reopened_only_as_often_as_the_policy_allows(attempts in some_attempts()) {
        let life = live(attempts);
        prop_assert!(life.end.reopenings <= policy().reopenings_at_most);
    }
}

/// The properties above would hold of sequences that lead nowhere: these lead everywhere.
#[test]
fn the_attempts_reach_every_stage_verb_and_key() {
    let mut runner = TestRunner::deterministic();
    let (mut stages, mut verbs, mut keys) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut reopenings, mut refusals, mut pauses) = (0, 0, 0);
    let pausing = Policy {
        pause_while_waiting: true,
        ..policy()
    };
    for _ in 0..256 {
        let attempts = some_attempts().new_tree(&mut runner).unwrap().current();
        pauses = live_under(&pausing, attempts.clone())
            .end
            .pauses
            .len()
            .max(pauses);
        let life = live(attempts);
        for passage in life
            .passages
            .iter()
            .filter(|passage| passage.result.is_ok())
        {
            stages.insert(passage.after.stage);
            verbs.insert(passage.verb());
            keys.extend(passage.after.closed_by);
        }
        reopenings = reopenings.max(life.end.reopenings);
        refusals = refusals.max(life.end.competence_refusals);
    }
    assert_eq!(stages.len(), Stage::ALL.len(), "{stages:?}");
    assert_eq!(verbs.len(), Verb::ALL.len(), "{verbs:?}");
    // What an earlier register recorded is no key that anyone turns here.
    assert!(!keys.contains(&ClosingKey::Recorded));
    assert_eq!(keys.len(), ClosingKey::ALL.len() - 1, "{keys:?}");
    assert_eq!(reopenings, policy().reopenings_at_most);
    assert_eq!(refusals, policy().refusals_before_arbitration);
    assert!(pauses > 0);
}
