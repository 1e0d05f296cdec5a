//! Deciding: a pure function from state, command, actor and instant to facts, or to a refusal that says why.

use jiff::{Timestamp, civil::Date};
use thiserror::Error;

use super::{
    Actor, Case, ClosingKey, Command, EscalationLevel, Event, Fact, FiledFact, NewCase, Side,
    Stage, Verb, transition,
};
use crate::{
    access::Role,
    answer::Outcome,
    clock::{self, Calendar, Policy},
    id::StaffId,
};

/// The law under which a command is decided: the policy in force and the calendar of the day.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// Weekends, holidays and the country's time zone.
    pub calendar: &'a Calendar,
}

/// Why a command cannot be carried out. Nothing has changed when this is returned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The table of transitions has no such step.
    #[error("{verb} is not possible while the case is {stage}")]
    NotInThisStage {
        /// What was asked.
        verb: Verb,
        /// Where the case stands.
        stage: Stage,
    },
    /// The verb belongs to someone else.
    #[error("{verb} is not an act of this party")]
    NotYours {
        /// What was asked.
        verb: Verb,
    },
    /// Before examination only inadmissibility or redirection can be answered.
    #[error("a case must be examined before it is answered on its merits")]
    NotExamined,
    /// The outcome does not exist for this kind of filing.
    #[error("the outcome {outcome} does not fit a {kind}")]
    OutcomeDoesNotFit {
        /// The outcome chosen.
        outcome: Outcome,
        /// The kind of the case.
        kind: super::Kind,
    },
    /// The case is with that body already.
    #[error("the case is with that organisation already")]
    AlreadyThere,
    /// Arbitration settled who is competent.
    #[error("competence was settled by arbitration")]
    BoundByArbitration,
    /// The officer answered this case before; after a reopening someone else examines it.
    #[error("someone other than the one who answered must examine a reopened case")]
    MustBeAnotherOfficer,
    /// The policy knows no extension.
    #[error("extensions are not provided for")]
    ExtensionNotProvided,
    /// The time limit was extended before.
    #[error("the time limit was extended already")]
    AlreadyExtended,
    /// The date asked for is not after today.
    #[error("{date} is not after today")]
    DateNotInFuture {
        /// The date given.
        date: Date,
    },
    /// That opinion is not awaited.
    #[error("no such opinion is awaited")]
    NotConsulted,
    /// The answer was judged before.
    #[error("the answer was judged already")]
    AlreadyJudged,
    /// There is no answer to judge or reopen.
    #[error("there is no answer yet")]
    NoAnswerYet,
    /// The time for reopening is over.
    #[error("reopening was possible until {until}")]
    ReopeningOver {
        /// The last day on which it was possible.
        until: Date,
    },
    /// It was reopened as often as the policy allows.
    #[error("the case was reopened {times} times, as often as possible")]
    ReopenedTooOften {
        /// How often.
        times: u8,
    },
    /// A withdrawn case stays closed; a new one can be filed.
    #[error("a withdrawn case cannot be reopened")]
    Withdrawn,
    /// The day for closing by time has not come.
    #[error("the case closes after {after} at the earliest")]
    TooEarlyToClose {
        /// The day that must have passed.
        after: Date,
    },
    /// A case cannot be tied to itself.
    #[error("a case cannot be linked to itself")]
    LinkedToItself,
}

impl Refusal {
    /// The key of the sentence that tells a person.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotInThisStage { .. } => "refusal-not-in-this-stage",
            Self::NotYours { .. } => "refusal-not-yours",
            Self::NotExamined => "refusal-not-examined",
            Self::OutcomeDoesNotFit { .. } => "refusal-outcome-does-not-fit",
            Self::AlreadyThere => "refusal-already-there",
            Self::BoundByArbitration => "refusal-bound-by-arbitration",
            Self::MustBeAnotherOfficer => "refusal-must-be-another-officer",
            Self::ExtensionNotProvided => "refusal-extension-not-provided",
            Self::AlreadyExtended => "refusal-already-extended",
            Self::DateNotInFuture { .. } => "refusal-date-not-in-future",
            Self::NotConsulted => "refusal-not-consulted",
            Self::AlreadyJudged => "refusal-already-judged",
            Self::NoAnswerYet => "refusal-no-answer-yet",
            Self::ReopeningOver { .. } => "refusal-reopening-over",
            Self::ReopenedTooOften { .. } => "refusal-reopened-too-often",
            Self::Withdrawn => "refusal-withdrawn",
            Self::TooEarlyToClose { .. } => "refusal-too-early-to-close",
            Self::LinkedToItself => "refusal-linked-to-itself",
        }
    }
}

impl Case {
    /// Files a new case: its state and first event. Filing is never refused by the law; what is missing
    /// or malformed is the form's matter.
    pub fn file(new: NewCase, actor: Actor, now: Timestamp, law: Law<'_>) -> (Self, Event) {
        let filed_on = law.calendar.date_of(now);
        let fact = FiledFact {
            kind: new.kind,
            channel: new.channel,
            language: new.language,
            category: new.category,
            person: new.person,
            subject: new.subject,
            territory: new.territory,
            organisation: new.organisation,
            document: new.document,
            filed_on,
            transfer_due: clock::transfer_due(filed_on, law.policy, law.calendar).date,
            answer_due: clock::answer_due(filed_on, law.policy, law.calendar, None, &[]).date,
            policy: law.policy.version,
        };
        let event = Event {
            case: new.id,
            sequence: 1,
            at: now,
            actor,
            fact: Fact::Filed(Box::new(fact)),
        };
        let case = Self::begin(new.reference, &event)
            .expect("an event that states a filing begins a case");
        (case, event)
    }

    /// Decides a command and applies what follows. On refusal the case is as it was.
    pub fn carry_out(
        &mut self,
        command: &Command,
        actor: &Actor,
        now: Timestamp,
        law: Law<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let facts = self.decide(command, actor, now, law)?;
        Ok(facts
            .into_iter()
            .map(|fact| {
                let event = Event {
                    case: self.id,
                    sequence: self.version + 1,
                    at: now,
                    actor: actor.clone(),
                    fact,
                };
                self.apply(&event);
                event
            })
            .collect())
    }

    /// What would follow from a command, without carrying it out.
    pub fn decide(
        &self,
        command: &Command,
        actor: &Actor,
        now: Timestamp,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        self.check_table(command.verb(), actor)?;
        let today = law.calendar.date_of(now);
        match command {
            Command::Examine => Ok(vec![Fact::Examined]),
            Command::Classify { subject, territory } => Ok(vec![Fact::Classified {
                subject: subject.clone(),
                territory: territory.clone(),
            }]),
            Command::Transfer { .. }
            | Command::RefuseCompetence { .. }
            | Command::Arbitrate { .. } => self.decide_competence(command, law),
            Command::Assign { officer, unit } => {
                self.check_other_officer(*officer)?;
                Ok(vec![Fact::Assigned {
                    officer: *officer,
                    unit: unit.clone(),
                }])
            }
            Command::TakeUp => self.take_up(actor),
            Command::Ask {
                document,
                respond_by,
            } => {
                check_future(*respond_by, today)?;
                Ok(vec![Fact::QuestionAsked {
                    document: *document,
                    respond_by: *respond_by,
                }])
            }
            Command::Reply { document } => Ok(vec![Fact::Replied {
                document: *document,
            }]),
            Command::AddMessage { document } => Ok(vec![Fact::MessageAdded {
                document: *document,
            }]),
            Command::AddFile { attachment } => Ok(vec![Fact::FileAdded {
                attachment: *attachment,
            }]),
            Command::Note { document } => Ok(vec![Fact::Noted {
                document: *document,
            }]),
            Command::Consult {
                consultation,
                of,
                document,
                respond_by,
            } => {
                check_future(*respond_by, today)?;
                Ok(vec![Fact::OpinionAsked {
                    consultation: *consultation,
                    of: of.clone(),
                    document: *document,
                    respond_by: *respond_by,
                }])
            }
            Command::GiveOpinion {
                consultation,
                document,
            } => {
                if !self.consultations.contains_key(consultation) {
                    return Err(Refusal::NotConsulted);
                }
                Ok(vec![Fact::OpinionGiven {
                    consultation: *consultation,
                    document: *document,
                }])
            }
            Command::Extend { .. }
            | Command::Remind
            | Command::Recompute { .. }
            | Command::Escalate { .. } => self.decide_time(command, today, law),
            Command::Answer { outcome, document } => {
                self.check_answer(*outcome, actor)?;
                Ok(vec![Fact::Answered {
                    outcome: *outcome,
                    document: *document,
                    reopen_until: clock::reopening_until(today, law.policy, law.calendar),
                    closes_after: clock::closes_after(today, law.policy, law.calendar),
                }])
            }
            Command::Judge { .. }
            | Command::Confirm
            | Command::CloseByTime
            | Command::Withdraw
            | Command::Reopen { .. } => self.decide_ending(command, today, law),
            Command::Link { other, relation } => {
                if *other == self.id {
                    return Err(Refusal::LinkedToItself);
                }
                Ok(vec![Fact::Linked {
                    other: *other,
                    relation: *relation,
                }])
            }
        }
    }

    /// The table of transitions is asked first, so that no rule below can open a way that it lacks.
    fn check_table(&self, verb: Verb, actor: &Actor) -> Result<(), Refusal> {
        let row = transition(verb).ok_or(Refusal::NotYours { verb })?;
        let acts_as = |side: &Side| match (side, actor) {
            (Side::Filer, Actor::Filer)
            | (Side::System, Actor::System)
            | (Side::Office, Actor::Staff { .. }) => true,
            (Side::Authority, Actor::Staff { role, .. }) => *role == Role::ReformAuthority,
            _ => false,
        };
        if !row.sides.iter().any(acts_as) {
            return Err(Refusal::NotYours { verb });
        }
        if row.from.contains(&self.stage) {
            Ok(())
        } else {
            Err(Refusal::NotInThisStage {
                verb,
                stage: self.stage,
            })
        }
    }

    fn check_other_officer(&self, officer: StaffId) -> Result<(), Refusal> {
        if self.answered_by.contains(&officer) {
            Err(Refusal::MustBeAnotherOfficer)
        } else {
            Ok(())
        }
    }

    fn take_up(&self, actor: &Actor) -> Result<Vec<Fact>, Refusal> {
        let Actor::Staff { staff, .. } = actor else {
            return Err(Refusal::NotYours { verb: Verb::TakeUp });
        };
        self.check_other_officer(*staff)?;
        if self.officer == Some(*staff) {
            return Ok(vec![Fact::TakenUp]);
        }
        Ok(vec![
            Fact::Assigned {
                officer: *staff,
                unit: self.unit.clone(),
            },
            Fact::TakenUp,
        ])
    }

    /// Transfer, refusal of competence and arbitration: the clock never restarts, and the last word on
    /// competence is the reform authority's.
    fn decide_competence(&self, command: &Command, law: Law<'_>) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::Transfer { to, reason } => {
                self.check_elsewhere(to)?;
                Ok(vec![Fact::Transferred {
                    to: to.clone(),
                    reason: *reason,
                }])
            }
            Command::RefuseCompetence { to, reason } => {
                if self.bound_by_arbitration {
                    return Err(Refusal::BoundByArbitration);
                }
                if let Some(to) = to {
                    self.check_elsewhere(to)?;
                }
                let times = self.competence_refusals.saturating_add(1);
                let refused = Fact::CompetenceRefused {
                    reason: *reason,
                    times,
                };
                let next = match to {
                    Some(to) if times < law.policy.refusals_before_arbitration => {
                        Fact::Transferred {
                            to: to.clone(),
                            reason: *reason,
                        }
                    }
                    _ => Fact::SentToArbitration,
                };
                Ok(vec![refused, next])
            }
            Command::Arbitrate { competent, reason } => Ok(vec![Fact::Arbitrated {
                competent: competent.clone(),
                reason: *reason,
            }]),
            other => Err(Refusal::NotInThisStage {
                verb: other.verb(),
                stage: self.stage,
            }),
        }
    }

    fn check_elsewhere(&self, to: &crate::id::OrganisationCode) -> Result<(), Refusal> {
        if *to == self.organisation {
            Err(Refusal::AlreadyThere)
        } else {
            Ok(())
        }
    }

    /// What concerns the legal clock alone.
    fn decide_time(
        &self,
        command: &Command,
        today: Date,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::Extend { reason } => {
                if self.extended {
                    return Err(Refusal::AlreadyExtended);
                }
                let extension = law
                    .policy
                    .extension()
                    .ok_or(Refusal::ExtensionNotProvided)?;
                let due = clock::answer_due(
                    self.clock_started,
                    law.policy,
                    law.calendar,
                    Some(extension),
                    &[],
                );
                Ok(vec![Fact::Extended {
                    reason: *reason,
                    answer_due: due.date,
                }])
            }
            Command::Recompute { cause } => {
                let extension = if self.extended {
                    law.policy.extension()
                } else {
                    None
                };
                let due =
                    clock::answer_due(self.clock_started, law.policy, law.calendar, extension, &[]);
                if due.date == self.answer_due {
                    return Ok(Vec::new());
                }
                Ok(vec![Fact::DueChanged {
                    answer_due: due.date,
                    cause: *cause,
                }])
            }
            Command::Escalate { level } => {
                if self.escalation >= Some(*level) {
                    return Ok(Vec::new());
                }
                Ok(vec![Fact::Escalated { level: *level }])
            }
            _ => Ok(vec![Fact::Reminded {
                days_left: clock::days_between(today, self.answer_due),
            }]),
        }
    }

    fn check_answer(&self, outcome: Outcome, actor: &Actor) -> Result<(), Refusal> {
        if let Some(staff) = actor.staff() {
            self.check_other_officer(staff)?;
        }
        let without_merits = matches!(outcome, Outcome::Inadmissible | Outcome::Redirected);
        if self.stage == Stage::Filed && !without_merits {
            return Err(Refusal::NotExamined);
        }
        if outcome.fits(self.kind) {
            Ok(())
        } else {
            Err(Refusal::OutcomeDoesNotFit {
                outcome,
                kind: self.kind,
            })
        }
    }

    /// Judgement, the two keys, withdrawal and reopening.
    fn decide_ending(
        &self,
        command: &Command,
        today: Date,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::Withdraw => Ok(vec![Fact::Closed {
                key: ClosingKey::Withdrawn,
            }]),
            Command::Confirm => Ok(vec![Fact::Closed {
                key: ClosingKey::FilerConfirmed,
            }]),
            Command::CloseByTime => {
                let after = self
                    .last_answer
                    .as_ref()
                    .ok_or(Refusal::NoAnswerYet)?
                    .closes_after;
                if today <= after {
                    return Err(Refusal::TooEarlyToClose { after });
                }
                Ok(vec![Fact::Closed {
                    key: ClosingKey::TimePassed,
                }])
            }
            Command::Judge {
                resolved,
                treatment,
            } => {
                if self.last_answer.is_none() {
                    return Err(Refusal::NoAnswerYet);
                }
                if self.judgement.is_some() {
                    return Err(Refusal::AlreadyJudged);
                }
                Ok(vec![Fact::Judged {
                    resolved: *resolved,
                    treatment: *treatment,
                }])
            }
            Command::Reopen { reason } => self.decide_reopening(*reason, today, law),
            other => Err(Refusal::NotInThisStage {
                verb: other.verb(),
                stage: self.stage,
            }),
        }
    }

    fn decide_reopening(
        &self,
        reason: crate::id::DocumentId,
        today: Date,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        if self.closed_by == Some(ClosingKey::Withdrawn) {
            return Err(Refusal::Withdrawn);
        }
        let answer = self.last_answer.as_ref().ok_or(Refusal::NoAnswerYet)?;
        if today > answer.reopen_until {
            return Err(Refusal::ReopeningOver {
                until: answer.reopen_until,
            });
        }
        if self.reopenings >= law.policy.reopenings_at_most {
            return Err(Refusal::ReopenedTooOften {
                times: self.reopenings,
            });
        }
        let times = self.reopenings + 1;
        let due = clock::answer_due(today, law.policy, law.calendar, None, &[]);
        let reopened = Fact::Reopened {
            reason,
            times,
            reopened_on: today,
            answer_due: due.date,
        };
        // First to another officer of the same body, then up.
        let level = match times {
            1 => EscalationLevel::UnitHead,
            _ => EscalationLevel::AdministrationHead,
        };
        Ok(if self.escalation < Some(level) {
            vec![reopened, Fact::Escalated { level }]
        } else {
            vec![reopened]
        })
    }
}

fn check_future(date: Date, today: Date) -> Result<(), Refusal> {
    if date > today {
        Ok(())
    } else {
        Err(Refusal::DateNotInFuture { date })
    }
}
