//! Subjects: what cases are about, in sectors, with questions of their own.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::{id::SubjectCode, word::word_enum, words::Names};

word_enum! {
    /// What sort of answer a question wants.
    QuestionKind {
        /// Some words.
        Text => "text",
        /// A number, such as a contract's.
        Number => "number",
        /// A day.
        Date => "date",
        /// A place in words.
        Place => "place",
        /// One of several.
        Choice => "choice",
    }
}

/// A question a subject asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Code within the subject.
    pub code: String,
    /// Sort of answer.
    pub kind: QuestionKind,
    /// Whether an answer is required.
    pub is_required: bool,
    /// The question.
    pub label: Names,
    /// A hint below it.
    pub hint: Option<Names>,
}

/// A subject, or a sector of subjects when it has no parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Code.
    pub code: SubjectCode,
    /// The sector it belongs to.
    pub parent: Option<SubjectCode>,
    /// Symbol, for sectors.
    pub icon: Option<String>,
    /// Names.
    pub names: Names,
    /// Everyday words for it, in any language.
    pub words: Vec<String>,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

/// All subjects in their order.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    ordered: Vec<Subject>,
    place: BTreeMap<SubjectCode, usize>,
}

/// Subjects that make no two-level list.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SubjectError {
    /// A sector that does not exist, or is itself in one.
    #[error("{code} belongs to {parent}, which is no sector")]
    NoSector {
        /// The subject.
        code: SubjectCode,
        /// The sector named.
        parent: SubjectCode,
    },
    /// Two with one code.
    #[error("{0} is there twice")]
    Twice(SubjectCode),
}

impl Subjects {
    /// Gathers subjects in the order given.
    pub fn new(list: impl IntoIterator<Item = Subject>) -> Result<Self, SubjectError> {
        let ordered: Vec<Subject> = list.into_iter().collect();
        let mut place = BTreeMap::new();
        for (number, subject) in ordered.iter().enumerate() {
            if place.insert(subject.code.clone(), number).is_some() {
                return Err(SubjectError::Twice(subject.code.clone()));
            }
        }
        let subjects = Self { ordered, place };
        for subject in &subjects.ordered {
            if let Some(parent) = &subject.parent {
                let is_sector = subjects
                    .find(parent)
                    .is_some_and(|sector| sector.parent.is_none());
                if !is_sector {
                    return Err(SubjectError::NoSector {
                        code: subject.code.clone(),
                        parent: parent.clone(),
                    });
                }
            }
        }
        Ok(subjects)
    }

    /// The subject with a code.
    pub fn find(&self, code: &SubjectCode) -> Option<&Subject> {
        self.place.get(code).map(|place| &self.ordered[*place])
    }

    /// How many there are, sectors included.
    pub fn len(&self) -> usize {
        self.ordered.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ordered.is_empty()
    }

    /// The sectors in order.
    pub fn sectors(&self) -> impl Iterator<Item = &Subject> {
        self.ordered
            .iter()
            .filter(|subject| subject.parent.is_none())
    }

    /// The subjects of a sector in order.
    pub fn of_sector<'a>(&'a self, sector: &SubjectCode) -> impl Iterator<Item = &'a Subject> {
        let sector = sector.clone();
        self.ordered
            .iter()
            .filter(move |subject| subject.parent.as_ref() == Some(&sector))
    }

    /// All subjects in order, sectors included.
    pub fn all(&self) -> impl Iterator<Item = &Subject> {
        self.ordered.iter()
    }
}
