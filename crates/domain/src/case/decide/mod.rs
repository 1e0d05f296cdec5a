//! Deciding: a pure function from state, command, actor and instant to facts, or to a refusal that says why.

mod competence;
mod ending;
mod exchange;
mod refusal;
mod time;

use jiff::{Timestamp, civil::Date};

pub use self::refusal::Refusal;
use self::time::ends_waiting;
use super::{
    Actor, Case, ClosingKey, Command, Errand, Event, Fact, FiledFact, Law, NewCase, Side, Verb,
    transitions_of,
};
use crate::{
    access::Role,
    clock,
    id::{OrganisationCode, StaffId},
    owner::Audience,
};

impl Case {
    /// Files a new case: its state and first event. Filing is never refused by the law; what is missing
    /// or malformed is the form's matter.
    pub fn file(new: NewCase, actor: Actor, now: Timestamp, law: Law<'_>) -> (Self, Event) {
        let today = law.calendar.date_of(now);
        let taken_down = new.taken_down;
        let spoken = new.spoken;
        let filed_on = taken_down
            .as_ref()
            .map_or(today, |taken| taken.deposited_on(today));
        let policy = law.policy.on(new.track);
        let fact = FiledFact {
            kind: new.kind,
            track: new.track,
            channel: new.channel,
            language: new.language,
            category: new.category,
            person: new.person,
            subject: new.subject,
            territory: new.territory,
            organisation: new.organisation,
            document: new.document,
            filed_on,
            transfer_due: clock::transfer_due(filed_on, &policy, law.calendar).date,
            answer_due: clock::answer_due(filed_on, &policy, law.calendar, None, &[]).date,
            policy: law.policy.version,
            taken_down,
            spoken,
        };
        let event = Event {
            case: new.id,
            sequence: 1,
            at: now,
            actor,
            fact: Fact::Filed(Box::new(fact)),
            errand: None,
        };
        let case = Self::begin(new.reference, &event)
            .expect("an event that states a filing begins a case");
        (case, event)
    }

    /// Decides a command and applies what follows, for a filer whom messages reach, or nobody can tell. On refusal the case
    /// is as it was.
    pub fn carry_out(
        &mut self,
        command: &Command,
        actor: &Actor,
        now: Timestamp,
        law: Law<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.carry_out_by_errand(command, actor, now, law, None)
    }

    /// As [`Self::carry_out`], for a filer whom the office tells by `errand` of what they must learn.
    pub fn carry_out_by_errand(
        &mut self,
        command: &Command,
        actor: &Actor,
        now: Timestamp,
        law: Law<'_>,
        errand: Option<Errand>,
    ) -> Result<Vec<Event>, Refusal> {
        let facts = self.decide(command, actor, now, law)?;
        Ok(facts
            .into_iter()
            .map(|fact| self.happen(now, actor.clone(), fact, errand))
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
        let today = law.calendar.date_of(now);
        self.may(command.verb(), actor, today, law)?;
        let mut facts = self.decide_command(command, actor, today, law)?;
        if facts.iter().any(ends_waiting)
            && let Some(resumed) = self.resume_clock(today, law)
        {
            facts.insert(0, resumed);
        }
        Ok(facts)
    }

    /// Whether an act is open to this actor at all, whatever its words, bodies and days: what is not, is not to be offered.
    pub fn may(&self, verb: Verb, actor: &Actor, today: Date, law: Law<'_>) -> Result<(), Refusal> {
        self.check_table(verb, actor)?;
        if is_examining(verb)
            && let Some(staff) = actor.staff()
        {
            self.check_other_officer(staff)?;
        }
        match verb {
            Verb::RefuseCompetence => self.check_not_bound(),
            // Passed on by the body that is bound, the case would be away from who must answer.
            Verb::Transfer if !is_authority(actor) => self.check_not_bound(),
            // Whoever was asked would read what few may.
            Verb::Consult if self.track.is_confidential() => Err(Refusal::Confidential),
            Verb::Extend => self.check_extension(law.policy),
            Verb::Judge => self.check_judgement(),
            Verb::CloseByTime => self.check_closing(today),
            Verb::Reopen => self.check_reopening(today, law.policy),
            _ => Ok(()),
        }
    }

    fn decide_command(
        &self,
        command: &Command,
        actor: &Actor,
        today: Date,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::Examine => Ok(vec![Fact::Examined]),
            Command::Classify { subject, territory } => Ok(vec![Fact::Classified {
                subject: subject.clone(),
                territory: territory.clone(),
            }]),
            Command::Transfer { to, reason } => self.transfer(to, *reason),
            Command::RefuseCompetence { to, reason } => {
                self.refuse_competence(to.as_ref(), *reason, law.policy)
            }
            Command::Arbitrate { competent, reason } => Ok(vec![Fact::Arbitrated {
                competent: competent.clone(),
                reason: *reason,
            }]),
            Command::Assign { officer, unit } => self.assign(*officer, unit.as_ref()),
            Command::Unassign => Ok(self.unassign()),
            Command::Climb { to, cause } => Ok(vec![Fact::Climbed {
                to: to.clone(),
                cause: *cause,
            }]),
            Command::TakeUp => self.take_up(actor),
            Command::Ask {
                document,
                respond_by,
            } => self.ask(*document, *respond_by, today, law),
            Command::Reply { document } => Ok(vec![Fact::Replied {
                document: *document,
            }]),
            Command::AddMessage { document } => Ok(vec![Fact::MessageAdded {
                document: *document,
            }]),
            Command::AddFile {
                attachment,
                audience,
                is_spoken,
            } => Ok(vec![Fact::FileAdded {
                attachment: *attachment,
                // What a filer sends they see.
                audience: match actor {
                    Actor::Filer => Audience::Filer,
                    _ => *audience,
                },
                is_spoken: *is_spoken,
            }]),
            Command::TakeBackFile { attachment, reason } => Ok(vec![Fact::FileTakenBack {
                attachment: *attachment,
                reason: *reason,
            }]),
            Command::Transcribe {
                attachment,
                document,
            } => Ok(vec![Fact::Transcribed {
                attachment: *attachment,
                document: *document,
            }]),
            Command::Note { document } => Ok(vec![Fact::Noted {
                document: *document,
            }]),
            Command::Consult {
                consultation,
                of,
                document,
                respond_by,
            } => self.consult(*consultation, of, *document, *respond_by, today),
            Command::GiveOpinion {
                consultation,
                document,
            } => self.give_opinion(*consultation, *document),
            Command::Extend { reason } => Ok(self.extend(*reason, law)),
            Command::Recompute { cause } => Ok(self.recompute(*cause, law)),
            Command::Escalate { level } => Ok(self.escalate(*level)),
            Command::Remind => Ok(vec![Fact::Reminded {
                days_left: clock::days_between(today, self.answer_due),
            }]),
            Command::Answer { answer, document } => {
                self.answer(answer.outcome(), *document, today, law)
            }
            Command::Judge {
                resolved,
                treatment,
            } => self.judge(*resolved, *treatment),
            Command::Confirm => Ok(vec![Fact::Closed {
                key: ClosingKey::FilerConfirmed,
            }]),
            Command::CloseByTime => Ok(vec![Fact::Closed {
                key: ClosingKey::TimePassed,
            }]),
            Command::Withdraw => Ok(vec![Fact::Closed {
                key: ClosingKey::Withdrawn,
            }]),
            Command::Reopen { reason } => Ok(self.reopen(*reason, today, law)),
            Command::Tell { how } => self.tell(*how, today, law),
            Command::ProveContact { contact } => {
                Ok(vec![Fact::ContactProven { contact: *contact }])
            }
            Command::ReportLost => Ok(self.report_lost()),
        }
    }

    /// The table of transitions is asked first, so that no rule below can open a way that it lacks.
    fn check_table(&self, verb: Verb, actor: &Actor) -> Result<(), Refusal> {
        let acts_as = |side: &Side| match (side, actor) {
            (Side::Filer, Actor::Filer)
            | (Side::System, Actor::System)
            | (Side::Office, Actor::Staff { .. }) => true,
            (Side::Authority, Actor::Staff { role, .. }) => *role == Role::ReformAuthority,
            _ => false,
        };
        let mut theirs = transitions_of(verb)
            .filter(|row| row.sides.iter().any(acts_as))
            .peekable();
        if theirs.peek().is_none() {
            return Err(Refusal::NotYours { verb });
        }
        if theirs.any(|row| row.from.contains(&self.stage)) {
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

    fn assign(
        &self,
        officer: StaffId,
        unit: Option<&OrganisationCode>,
    ) -> Result<Vec<Fact>, Refusal> {
        self.check_other_officer(officer)?;
        Ok(vec![Fact::Assigned {
            officer,
            unit: unit.cloned(),
        }])
    }

    /// Nothing happened when nobody had the case.
    fn unassign(&self) -> Vec<Fact> {
        self.officer
            .map(|from| Fact::Unassigned { from })
            .into_iter()
            .collect()
    }

    fn take_up(&self, actor: &Actor) -> Result<Vec<Fact>, Refusal> {
        let Actor::Staff { staff, .. } = actor else {
            return Err(Refusal::NotYours { verb: Verb::TakeUp });
        };
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
}

/// Whether an act is part of examining a case: after a reopening it is for another than the one who answered.
const fn is_examining(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::TakeUp
            | Verb::Ask
            | Verb::Consult
            | Verb::Transfer
            | Verb::RefuseCompetence
            | Verb::Extend
            | Verb::Answer
    )
}

/// Whether someone acts for the authority that settles competence.
const fn is_authority(actor: &Actor) -> bool {
    matches!(
        actor,
        Actor::Staff {
            role: Role::ReformAuthority,
            ..
        }
    )
}
