//! The ear for subjects: what a text seems to be about, with the words that decided.

use chikaya_domain::{id::SubjectCode, subject::Subjects};
use chikaya_language::{Ear, Topic};

/// A subject that a text seems to be about.
#[derive(Clone, Debug, PartialEq)]
pub struct HeardSubject {
    /// The subject.
    pub subject: SubjectCode,
    /// How likely it is the right one, from 0 to 1.
    pub confidence: f32,
    /// The words of the text that decided, as they are written there, the strongest first.
    pub because: Vec<String>,
}

/// An ear for these subjects: by their names and everyday words, and, weakly, by those of their sectors.
pub(super) fn of_subjects(subjects: &Subjects) -> Ear {
    Ear::new(subjects.all().filter_map(|subject| {
        let sector = subjects.find(subject.parent.as_ref()?)?;
        let mut names = vec![subject.names.ar.clone(), subject.names.fr.clone()];
        names.extend(subject.names.zgh.clone());
        names.extend(subject.names.en.clone());
        Some(Topic {
            code: subject.code.to_string(),
            names,
            words: subject.words.clone(),
            wider: sector.words.clone(),
        })
    }))
}

/// What a text is heard to be about, best first, at most `limit`.
pub(super) fn heard(ear: &Ear, text: &str, limit: usize) -> Vec<HeardSubject> {
    ear.hear(text, limit)
        .into_iter()
        .filter_map(|heard| {
            // A word that stands twice in a text is told once.
            let mut because: Vec<String> = Vec::new();
            for word in heard.because {
                if !because.contains(&word) {
                    because.push(word);
                }
            }
            Some(HeardSubject {
                subject: SubjectCode::parse(heard.code).ok()?,
                confidence: heard.confidence,
                because,
            })
        })
        .collect()
}
