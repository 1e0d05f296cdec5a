//! Competence: which organisation answers for which subject in which territory, and why.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::Organisations,
    subject::Subjects,
    territory::{Level, Territories},
    words::Names,
};

/// Who answers according to a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answerer {
    /// One organisation.
    Organisation(OrganisationCode),
    /// The authority of this level at the place of the case.
    AtPlace(Level),
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Number, for reference and order.
    pub id: u32,
    /// The subject, or the sector.
    pub subject: SubjectCode,
    /// Where it holds; everywhere when `None`.
    pub within: Option<TerritoryCode>,
    /// Who answers.
    pub answers: Answerer,
    /// 1 for the first suggestion, more for alternatives.
    pub rank: u8,
    /// In which case this alternative is right.
    pub when: Option<Names>,
    /// Why, in one sentence.
    pub reason: Names,
}

/// A body suggested, with the rule behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The body.
    pub organisation: OrganisationCode,
    /// Number of the rule.
    pub rule: u32,
    /// 1 for the first suggestion, more for alternatives.
    pub rank: u8,
    /// In which case this alternative is right.
    pub when: Option<Names>,
    /// Why, in one sentence.
    pub reason: Names,
    /// The place that decided, when the rule asks for the authority at the place.
    pub place: Option<TerritoryCode>,
}

/// All rules, by subject.
#[derive(Clone, Debug, Default)]
pub struct Competences {
    by_subject: BTreeMap<SubjectCode, Vec<Rule>>,
    authorities: BTreeMap<TerritoryCode, OrganisationCode>,
}

/// Rules that lead nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CompetenceError {
    /// A subject that does not exist.
    #[error("rule {rule} is about {subject}, which does not exist")]
    NoSubject {
        /// Number of the rule.
        rule: u32,
        /// The subject named.
        subject: SubjectCode,
    },
    /// A territory that does not exist.
    #[error("rule {rule} holds in {territory}, which does not exist")]
    NoTerritory {
        /// Number of the rule.
        rule: u32,
        /// The territory named.
        territory: TerritoryCode,
    },
    /// An organisation that does not exist or receives no cases.
    #[error("rule {rule} sends to {organisation}, which does not exist or receives no cases")]
    NoReceiver {
        /// Number of the rule.
        rule: u32,
        /// The organisation named.
        organisation: OrganisationCode,
    },
    /// A subject for which no rule holds everywhere, itself or by its sector.
    #[error("nobody answers for {0}")]
    NobodyAnswers(SubjectCode),
}

impl Competences {
    /// Gathers rules and checks that each leads to a body and that every subject has someone who answers.
    pub fn new(
        rules: impl IntoIterator<Item = Rule>,
        subjects: &Subjects,
        territories: &Territories,
        organisations: &Organisations,
    ) -> Result<Self, CompetenceError> {
        let mut by_subject: BTreeMap<SubjectCode, Vec<Rule>> = BTreeMap::new();
        for rule in rules {
            check(&rule, subjects, territories, organisations)?;
            by_subject
                .entry(rule.subject.clone())
                .or_default()
                .push(rule);
        }
        for subject in subjects.all() {
            let own = by_subject.contains_key(&subject.code);
            let by_sector = subject
                .parent
                .as_ref()
                .is_some_and(|sector| by_subject.contains_key(sector));
            if subject.parent.is_some() && !own && !by_sector {
                return Err(CompetenceError::NobodyAnswers(subject.code.clone()));
            }
        }
        let authorities = organisations
            .all()
            .filter_map(|body| Some((body.territory.clone()?, body)))
            .filter(|(_, body)| body.receives)
            .map(|(territory, body)| (territory, body.code.clone()))
            .collect();
        Ok(Self {
            by_subject,
            authorities,
        })
    }

    /// The bodies that may answer, best first: rules of the subject before those of its sector, those of the
    /// smallest territory around the place before those of larger ones, then by rank. Within the most specific
    /// territory that has rules, all its ranks are given; less specific rules are no alternatives.
    pub fn resolve(
        &self,
        subject: &SubjectCode,
        place: Option<&TerritoryCode>,
        subjects: &Subjects,
        territories: &Territories,
    ) -> Vec<Suggestion> {
        let sector = subjects
            .find(subject)
            .and_then(|found| found.parent.as_ref());
        for candidate in std::iter::once(subject).chain(sector) {
            let Some(rules) = self.by_subject.get(candidate) else {
                continue;
            };
            let suggestions = self.most_specific(rules, place, territories);
            if !suggestions.is_empty() {
                return suggestions;
            }
        }
        Vec::new()
    }

    fn most_specific(
        &self,
        rules: &[Rule],
        place: Option<&TerritoryCode>,
        territories: &Territories,
    ) -> Vec<Suggestion> {
        let around: Vec<Option<&TerritoryCode>> = place
            .map(|place| {
                territories
                    .chain(place)
                    .map(|step| Some(&step.code))
                    .collect()
            })
            .unwrap_or_default();
        for within in around.into_iter().chain(std::iter::once(None)) {
            let mut found: Vec<Suggestion> = rules
                .iter()
                .filter(|rule| rule.within.as_ref() == within)
                .filter_map(|rule| self.apply(rule, place, territories))
                .collect();
            if !found.is_empty() {
                found.sort_by_key(|suggestion| (suggestion.rank, suggestion.rule));
                found.dedup_by(|next, kept| next.organisation == kept.organisation);
                return found;
            }
        }
        Vec::new()
    }

    fn apply(
        &self,
        rule: &Rule,
        place: Option<&TerritoryCode>,
        territories: &Territories,
    ) -> Option<Suggestion> {
        let (organisation, decided_by) = match &rule.answers {
            Answerer::Organisation(code) => (code.clone(), None),
            Answerer::AtPlace(level) => {
                let (territory, authority) = territories
                    .chain(place?)
                    .filter(|step| step.level.is(*level))
                    .find_map(|step| Some((&step.code, self.authorities.get(&step.code)?)))?;
                (authority.clone(), Some(territory.clone()))
            }
        };
        Some(Suggestion {
            organisation,
            rule: rule.id,
            rank: rule.rank,
            when: rule.when.clone(),
            reason: rule.reason.clone(),
            place: decided_by,
        })
    }
}

fn check(
    rule: &Rule,
    subjects: &Subjects,
    territories: &Territories,
    organisations: &Organisations,
) -> Result<(), CompetenceError> {
    if subjects.find(&rule.subject).is_none() {
        return Err(CompetenceError::NoSubject {
            rule: rule.id,
            subject: rule.subject.clone(),
        });
    }
    if let Some(territory) = &rule.within
        && territories.find(territory).is_none()
    {
        return Err(CompetenceError::NoTerritory {
            rule: rule.id,
            territory: territory.clone(),
        });
    }
    if let Answerer::Organisation(code) = &rule.answers
        && !organisations.find(code).is_some_and(|body| body.receives)
    {
        return Err(CompetenceError::NoReceiver {
            rule: rule.id,
            organisation: code.clone(),
        });
    }
    Ok(())
}
