//! Errands: what the office does itself so that a filer whom no message reaches learns of what happened.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Actor, AnswerTerms, Case, Errand, Event, Fact, Law, Refusal, Stage, Told};
use crate::clock;

/// Calls that nobody answers, after which nobody need try again.
pub const CALLS_AT_MOST: u8 = 3;

impl Told {
    /// Whether it settles what was to be done by `errand`. A letter tells also those who do not answer their telephone.
    const fn settles(self, errand: Errand) -> bool {
        match self {
            Self::Telephoned | Self::NotReached => matches!(errand, Errand::Telephone),
            Self::Posted => true,
        }
    }
}

impl Fact {
    /// Whether the filer must learn of it at once: what others decided, asked or answered. What filers did themselves they
    /// know, the receipt is in their hands, and on which day an answer closes the case stands in the answer.
    pub const fn must_be_told(&self) -> bool {
        matches!(
            self,
            Self::Transferred { .. }
                | Self::Arbitrated { .. }
                | Self::QuestionAsked { .. }
                | Self::Extended { .. }
                | Self::Answered { .. }
                | Self::ReceiptLost
        )
    }
}

/// Whether the open question is one that the filer cannot know yet: no time runs against them. `untold` is what nobody told
/// them, by the number of the event.
pub fn is_question_untold(question: Option<u32>, untold: &BTreeMap<u32, Errand>) -> bool {
    question.is_some_and(|event| untold.contains_key(&event))
}

impl Case {
    /// Whether an errand waits for the office.
    pub fn awaits(&self, errand: Errand) -> bool {
        self.untold.values().any(|waiting| *waiting == errand)
    }

    /// Whether the last answer is one that the filer cannot know yet. No time runs against them.
    pub fn is_answer_untold(&self) -> bool {
        self.stage == Stage::Answered
            && self
                .untold
                .keys()
                .any(|event| Some(*event) != self.receipt_lost)
    }

    /// The day by which a filer is to reply who is told today of the open question: as many days from now as they were given
    /// when it was asked, if nobody told them since.
    pub fn reply_by_if_told(&self, today: Date) -> Option<Date> {
        let (due, asked_on) = self.question_due.zip(self.waiting_since)?;
        if !is_question_untold(self.question, &self.untold) || today <= asked_on {
            return Some(due);
        }
        Some(today.saturating_add(due - asked_on))
    }

    /// A call that nobody answers leaves the errand as it is, but for the last one.
    pub(super) fn tell(&self, how: Told, today: Date, law: Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let concerned: Vec<u32> = self
            .untold
            .iter()
            .filter(|(_, errand)| how.settles(**errand))
            .map(|(sequence, _)| *sequence)
            .collect();
        if concerned.is_empty() {
            return Err(Refusal::NothingToTell);
        }
        if how == Told::NotReached && self.calls + 1 < CALLS_AT_MOST {
            return Ok(vec![Fact::Told {
                how,
                over: Vec::new(),
                answer: None,
                reply_by: None,
            }]);
        }
        let is_answer = self.is_answer_untold()
            && concerned
                .iter()
                .any(|event| Some(*event) != self.receipt_lost);
        let is_question = self
            .question
            .is_some_and(|event| concerned.contains(&event));
        let reply_by = self.reply_by_if_told(today).filter(|_| is_question);
        Ok(vec![Fact::Told {
            how,
            over: concerned,
            reply_by,
            answer: is_answer.then(|| AnswerTerms {
                reopen_until: clock::reopening_until(today, law.policy, law.calendar),
                closes_after: clock::closes_after(today, law.policy, law.calendar),
            }),
        }])
    }

    /// Nothing happened while a call about a lost receipt waits to be made.
    pub(super) fn report_lost(&self) -> Vec<Fact> {
        let waits = |event: u32| self.untold.contains_key(&event);
        if self.receipt_lost.is_some_and(waits) {
            Vec::new()
        } else {
            vec![Fact::ReceiptLost]
        }
    }

    /// Notes what an event leaves to be told, or what need not be told any more. Whoever judges an answer, replies to
    /// a question, has the case examined again or ends it has read what there was to read.
    pub(super) fn note_errands(&mut self, event: &Event) {
        match (&event.actor, &event.fact) {
            (_, Fact::Told { how, over, .. }) => {
                self.calls = match (how, over.is_empty()) {
                    (Told::NotReached, true) => self.calls.saturating_add(1),
                    _ => 0,
                };
                self.untold.retain(|sequence, _| !over.contains(sequence));
            }
            // An answer tells how it ended: nobody need hear before it that they were asked, or passed on.
            (_, Fact::Answered { .. }) => {
                let lost = self.receipt_lost;
                self.untold.retain(|sequence, _| Some(*sequence) == lost);
                self.calls = 0;
            }
            // A reply that the office took down was given by someone who knew the question.
            (_, Fact::Replied { .. })
            | (Actor::Filer, Fact::Judged { .. } | Fact::Reopened { .. } | Fact::Closed { .. }) => {
                self.untold.clear();
                self.calls = 0;
            }
            _ => {}
        }
        if let Some(errand) = event.errand {
            self.untold.insert(event.sequence, errand);
        }
    }
}
