//! Marks: what makes a case stand in a queue beside those of its stage, its due day and its officer.

use std::collections::BTreeSet;

use super::{Actor, Case, Errand, Event, Fact, Track};
use crate::{access::Role, id::OrganisationCode, word::word_enum};

word_enum! {
    /// What puts a case into a queue of its own. A new queue begins with a mark here.
    Mark {
        /// Somebody's life or health is in danger.
        Urgent => "urgent",
        /// An organisation was asked for its opinion, which is awaited.
        Opinion => "opinion",
        /// The filer wrote something that the office has not acted on since.
        Replied => "replied",
        /// The filer was not satisfied, and it is not answered again yet.
        Reopened => "reopened",
        /// What somebody said in a recording is not written down, so that nobody reads it or finds it by its words.
        ToTranscribe => "to-transcribe",
        /// The filer must be told something on the telephone.
        ToTelephone => "to-telephone",
        /// A letter to the filer must be printed and posted.
        ToPost => "to-post",
    }
}

impl Case {
    /// The marks of the case, each with the organisation in whose queue it puts it.
    pub fn marks(&self) -> BTreeSet<(Mark, OrganisationCode)> {
        let mut marks = BTreeSet::new();
        // Of an answer the filer is told after the case is answered.
        for errand in self.untold.values() {
            let mark = match errand {
                Errand::Telephone => Mark::ToTelephone,
                Errand::Post => Mark::ToPost,
            };
            marks.insert((mark, self.organisation.clone()));
        }
        if !self.stage.is_open() {
            return marks;
        }
        if self.track == Track::Danger {
            marks.insert((Mark::Urgent, self.organisation.clone()));
        }
        for asked in self.consultations.values() {
            marks.insert((Mark::Opinion, asked.clone()));
        }
        if self.filer_wrote_last {
            marks.insert((Mark::Replied, self.organisation.clone()));
        }
        if !self.unwritten.is_empty() {
            marks.insert((Mark::ToTranscribe, self.organisation.clone()));
        }
        if self.is_reopened() {
            marks.insert((Mark::Reopened, self.organisation.clone()));
        }
        marks
    }

    /// Whether the filer had it reopened and it is not answered again yet.
    pub fn is_reopened(&self) -> bool {
        self.reopenings > 0 && self.stage.is_open()
    }

    /// Notes which recordings wait to be written down.
    pub(super) fn note_what_is_said(&mut self, fact: &Fact) {
        match fact {
            Fact::FileAdded {
                attachment,
                is_spoken: true,
                ..
            } => {
                self.unwritten.insert(*attachment);
            }
            Fact::FileTakenBack { attachment, .. } | Fact::Transcribed { attachment, .. } => {
                self.unwritten.remove(attachment);
            }
            _ => {}
        }
    }

    /// Notes who wrote last. Who it is given to, and that the filer was told of something, says nothing of whether what the
    /// filer wrote was read.
    pub(super) fn note_who_wrote(&mut self, event: &Event) {
        match (&event.actor, &event.fact) {
            // Whoever has the case and takes down a reply has read it.
            (Actor::Staff { staff, .. }, Fact::Replied { .. }) => {
                self.filer_wrote_last = self.officer != Some(*staff);
            }
            // Whoever opens the post puts before the others what the filer sent.
            (_, Fact::Replied { .. } | Fact::MessageAdded { .. })
            | (Actor::Filer, Fact::FileAdded { .. })
            | (
                Actor::Staff {
                    role: Role::Registry,
                    ..
                },
                Fact::Noted { .. } | Fact::FileAdded { .. },
            ) => self.filer_wrote_last = true,
            (
                _,
                Fact::Assigned { .. }
                | Fact::Unassigned { .. }
                | Fact::Transcribed { .. }
                | Fact::Told { .. }
                | Fact::FileTakenBack { .. },
            ) => {}
            (Actor::Staff { .. }, _) => self.filer_wrote_last = false,
            _ => {}
        }
    }
}
