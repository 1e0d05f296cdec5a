//! Applying events: how each changes the state derived from them.

use jiff::Timestamp;

use super::{Actor, Case, Errand, Event, Fact, Judgement, LastAnswer, Stage};
use crate::reference::Reference;

impl Case {
    /// The state after the first event, or `None` if that is no filing.
    pub(super) fn begin(reference: Reference, event: &Event) -> Option<Self> {
        let Fact::Filed(filed) = &event.fact else {
            return None;
        };
        Some(Self {
            id: event.case,
            reference,
            kind: filed.kind,
            track: filed.track,
            channel: filed.channel,
            language: filed.language,
            category: filed.category,
            person: filed.person,
            document: filed.document,
            subject: filed.subject.clone(),
            territory: filed.territory.clone(),
            organisation: filed.organisation.clone(),
            unit: None,
            officer: None,
            stage: Stage::Filed,
            filed_at: event.at,
            clock_started: filed.filed_on,
            transfer_due: filed.transfer_due,
            answer_due: filed.answer_due,
            policy: filed.policy,
            extended: false,
            competence_refusals: 0,
            bound_by_arbitration: false,
            reopenings: 0,
            answered_by: Vec::new(),
            last_answer: None,
            judgement: None,
            consultations: std::collections::BTreeMap::new(),
            filer_wrote_last: false,
            unwritten: filed.spoken.iter().copied().collect(),
            untold: std::collections::BTreeMap::new(),
            calls: 0,
            receipt_lost: None,
            question_due: None,
            question: None,
            waiting_since: None,
            pauses: Vec::new(),
            escalation: None,
            closed_by: None,
            version: event.sequence,
        })
    }

    /// Makes a fact the next event, and applies it. Of what the filer must be told they are told by `errand`.
    pub(super) fn happen(
        &mut self,
        at: Timestamp,
        actor: Actor,
        fact: Fact,
        errand: Option<Errand>,
    ) -> Event {
        let event = Event {
            case: self.id,
            sequence: self.version + 1,
            at,
            actor,
            errand: errand.filter(|_| fact.must_be_told()),
            fact,
        };
        self.apply(&event);
        event
    }

    /// Applies the next event. Events are facts: applying never fails and never decides.
    pub fn apply(&mut self, event: &Event) {
        self.version = event.sequence;
        self.note_who_wrote(event);
        self.note_errands(event);
        self.note_what_is_said(&event.fact);
        match &event.fact {
            // A second filing cannot happen; the first is handled by `begin`.
            Fact::Filed(_)
            | Fact::MessageAdded { .. }
            | Fact::FileAdded { .. }
            | Fact::FileTakenBack { .. }
            | Fact::Transcribed { .. }
            | Fact::Noted { .. }
            | Fact::ContactProven { .. }
            | Fact::Linked { .. }
            | Fact::Reminded { .. } => {}
            Fact::Told {
                answer, reply_by, ..
            } => {
                if reply_by.is_some() {
                    self.question_due = *reply_by;
                }
                if let (Some(terms), Some(last)) = (answer, &mut self.last_answer) {
                    last.reopen_until = terms.reopen_until;
                    last.closes_after = terms.closes_after;
                }
            }
            Fact::ReceiptLost => self.receipt_lost = Some(event.sequence),
            Fact::Examined => self.stage = Stage::Admissible,
            Fact::Classified { subject, territory } => {
                self.subject.clone_from(subject);
                self.territory.clone_from(territory);
            }
            Fact::Transferred { to, .. } => self.move_to(to.clone()),
            Fact::CompetenceRefused { times, .. } => self.competence_refusals = *times,
            Fact::SentToArbitration => {
                self.stage = Stage::Arbitration;
                self.officer = None;
                self.unit = None;
                self.wait_no_more();
            }
            Fact::Arbitrated { competent, .. } => {
                self.move_to(competent.clone());
                self.bound_by_arbitration = true;
            }
            Fact::Assigned { officer, unit } => {
                self.officer = Some(*officer);
                self.unit.clone_from(unit);
                // Whoever takes over a case that waits for the filer waits on.
                if self.stage != Stage::Waiting {
                    self.stage = Stage::Assigned;
                }
            }
            Fact::Unassigned { .. } => self.wait_for_an_officer(),
            Fact::Climbed { to, .. } => {
                self.organisation = to.clone();
                self.wait_for_an_officer();
            }
            Fact::TakenUp => self.stage = Stage::InProgress,
            Fact::QuestionAsked {
                respond_by,
                asked_on,
                ..
            } => {
                self.stage = Stage::Waiting;
                self.question_due = Some(*respond_by);
                self.question = Some(event.sequence);
                self.waiting_since = Some(*asked_on);
            }
            Fact::ClockResumed { pause, answer_due } => {
                self.pauses.push(*pause);
                self.answer_due = *answer_due;
            }
            Fact::Replied { .. } => {
                // Whoever asked may have left meanwhile.
                self.stage = match self.officer {
                    Some(_) => Stage::InProgress,
                    None => Stage::Admissible,
                };
                self.wait_no_more();
            }
            Fact::OpinionAsked {
                consultation, of, ..
            } => {
                self.consultations.insert(*consultation, of.clone());
            }
            Fact::OpinionGiven { consultation, .. } => {
                self.consultations.remove(consultation);
            }
            Fact::Extended { answer_due, .. } => {
                self.answer_due = *answer_due;
                self.extended = true;
            }
            Fact::DueChanged { answer_due, .. } => self.answer_due = *answer_due,
            Fact::Imported { stage, .. } => self.stage = *stage,
            Fact::Answered { .. }
            | Fact::Judged { .. }
            | Fact::Closed { .. }
            | Fact::Reopened { .. }
            | Fact::Escalated { .. } => self.apply_ending(event),
        }
    }

    /// The events around answer, judgement and reopening.
    fn apply_ending(&mut self, event: &Event) {
        match &event.fact {
            Fact::Answered {
                outcome,
                document,
                reopen_until,
                closes_after,
            } => {
                self.stage = Stage::Answered;
                self.last_answer = Some(LastAnswer {
                    outcome: *outcome,
                    document: *document,
                    at: event.at,
                    reopen_until: *reopen_until,
                    closes_after: *closes_after,
                });
                self.judgement = None;
                self.wait_no_more();
                self.consultations.clear();
                if let Some(staff) = event.actor.staff()
                    && !self.answered_by.contains(&staff)
                {
                    self.answered_by.push(staff);
                }
            }
            Fact::Judged {
                resolved,
                treatment,
            } => {
                self.judgement = Some(Judgement {
                    resolved: *resolved,
                    treatment: *treatment,
                });
            }
            Fact::Closed { key } => {
                self.stage = Stage::Closed;
                self.closed_by = Some(*key);
                self.consultations.clear();
                self.wait_no_more();
            }
            Fact::Reopened {
                times,
                answer_due,
                reopened_on,
                ..
            } => {
                self.stage = Stage::Admissible;
                self.reopenings = *times;
                self.clock_started = *reopened_on;
                self.answer_due = *answer_due;
                self.extended = false;
                self.pauses.clear();
                self.officer = None;
                self.closed_by = None;
            }
            Fact::Escalated { level } => self.escalation = self.escalation.max(Some(*level)),
            _ => {}
        }
    }

    /// Another body has the case from now on; the filer's clock goes on as it was.
    fn move_to(&mut self, organisation: crate::id::OrganisationCode) {
        self.organisation = organisation;
        self.unit = None;
        self.officer = None;
        self.stage = Stage::Filed;
        self.wait_no_more();
        self.consultations.clear();
    }

    /// Nobody is in charge any more. What was found of the case and asked of its filer stays.
    fn wait_for_an_officer(&mut self) {
        self.officer = None;
        self.unit = None;
        if matches!(self.stage, Stage::Assigned | Stage::InProgress) {
            self.stage = Stage::Admissible;
        }
    }

    fn wait_no_more(&mut self) {
        self.question_due = None;
        self.question = None;
        self.waiting_since = None;
    }
}
