//! Competence: which organisation answers for which subject in which territory, and why.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::Organisations,
    subject::{Subject, Subjects},
    territory::{Level, Territories},
    words::Names,
};

/// Who answers according to a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answerer {
    /// One organisation.
    Organisation(OrganisationCode),
    /// The authority of this level at the place of the case: the local authority itself, never a unit of it
    /// that serves the same territory.
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
    /// The local authority of each territory, where it receives cases.
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
    /// A subject for which no rule holds everywhere, itself or by its sector: in some place nobody would answer.
    #[error("no rule says who answers for {0} everywhere")]
    NobodyAnswers(SubjectCode),
    /// Two local authorities that receive cases for one territory: which of them answers would be chance.
    #[error("both {first} and {second} receive cases as the authority of {territory}")]
    TwoAuthorities {
        /// The territory.
        territory: TerritoryCode,
        /// The first of them by code.
        first: OrganisationCode,
        /// The second of them by code.
        second: OrganisationCode,
    },
}

impl Competences {
    /// Gathers rules and checks that each leads to a body, that every subject has a rule that holds
    /// everywhere, and that no territory has two authorities.
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
            check_answered(subject, &by_subject)?;
        }
        let authorities = local_authorities(territories, organisations)?;
        Ok(Self {
            by_subject,
            authorities,
        })
    }

    /// All rules.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.by_subject.values().flatten()
    }

    /// The bodies that may answer, best first: rules of the subject before those of its sector, those of the
    /// smallest territory around the place before those of larger ones, then by rank. Within the most specific
    /// territory that has rules, all its ranks are given, each body once, at its best rank; less specific rules
    /// are no alternatives. Empty when only the authority at a place could answer and no place is known.
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

    /// Whether it depends on the place who answers for a subject: some rule of it holds in one place alone, or leads to
    /// the authority at the place.
    pub fn differs(&self, subject: &SubjectCode, subjects: &Subjects) -> bool {
        let sector = subjects
            .find(subject)
            .and_then(|found| found.parent.as_ref());
        std::iter::once(subject)
            .chain(sector)
            .find_map(|candidate| self.by_subject.get(candidate))
            .is_some_and(|rules| {
                rules.iter().any(|rule| {
                    rule.within.is_some()
                        || (rule.when.is_none() && matches!(rule.answers, Answerer::AtPlace(_)))
                })
            })
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
                let mut seen = BTreeSet::new();
                found.retain(|suggestion| seen.insert(suggestion.organisation.clone()));
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

/// The authorities that receive cases, by their territory. A unit that serves a whole territory is no
/// authority: only a body of the kind that belongs to the territory's level is.
fn local_authorities(
    territories: &Territories,
    organisations: &Organisations,
) -> Result<BTreeMap<TerritoryCode, OrganisationCode>, CompetenceError> {
    let mut authorities: BTreeMap<TerritoryCode, OrganisationCode> = BTreeMap::new();
    for body in organisations.all().filter(|body| body.receives) {
        let Some(territory) = body
            .territory
            .as_ref()
            .and_then(|code| territories.find(code))
            .filter(|territory| body.kind.governs(territory.level))
        else {
            continue;
        };
        if let Some(first) = authorities.insert(territory.code.clone(), body.code.clone()) {
            return Err(CompetenceError::TwoAuthorities {
                territory: territory.code.clone(),
                first,
                second: body.code.clone(),
            });
        }
    }
    Ok(authorities)
}

/// A subject needs a rule of its own or of its sector that holds everywhere; sectors themselves need none.
fn check_answered(
    subject: &Subject,
    by_subject: &BTreeMap<SubjectCode, Vec<Rule>>,
) -> Result<(), CompetenceError> {
    let Some(sector) = &subject.parent else {
        return Ok(());
    };
    let holds_everywhere = [&subject.code, sector]
        .into_iter()
        .filter_map(|code| by_subject.get(code))
        .flatten()
        .any(|rule| rule.within.is_none());
    if holds_everywhere {
        Ok(())
    } else {
        Err(CompetenceError::NobodyAnswers(subject.code.clone()))
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
