//! Values of a register as codes of ours: those the mapping names, and those it lets be added.

use std::collections::BTreeMap;

use anyhow::bail;
use chikaya_domain::{
    Language, Names,
    competence::{Answerer, Rule},
    id::{OrganisationCode, SubjectCode},
    organisation::{Organisation, OrganisationKind},
    subject::Subject,
    text::line,
};
use chikaya_i18n::Voice;
use chikaya_service::country::Additions;

use super::mapping::{CreateOrganisations, CreateSubjects, Mapping};

/// How the values of one column become codes.
#[derive(Clone, Debug)]
pub(super) struct Coding {
    section: &'static str,
    values: BTreeMap<String, String>,
    default: Option<String>,
    prefix: Option<String>,
}

impl Coding {
    /// Who has a case.
    pub(super) fn of_organisations(mapping: &Mapping) -> Self {
        let section = &mapping.organisation;
        Self {
            section: "organisation",
            values: section.values.clone(),
            default: section.default.clone(),
            prefix: section.create.as_ref().map(|create| create.prefix.clone()),
        }
    }

    /// What a case is about.
    pub(super) fn of_subjects(mapping: &Mapping) -> Option<Self> {
        let section = mapping.subject.as_ref()?;
        Some(Self {
            section: "subject",
            values: section.values.clone(),
            default: section.default.clone(),
            prefix: section.create.as_ref().map(|create| create.prefix.clone()),
        })
    }

    /// The code of a value; none for an empty cell without a default.
    pub(super) fn code(&self, value: &str) -> Result<Option<String>, String> {
        let value = line(value);
        let value = value.as_str();
        if value.is_empty() {
            return Ok(self.default.clone());
        }
        if let Some(code) = find(&self.values, value) {
            return Ok(Some(code.clone()));
        }
        match &self.prefix {
            Some(prefix) => made(prefix, value).map(Some).ok_or_else(|| {
                format!(
                    "no code can be made from {value:?}: give it one in [{}.values]",
                    self.section
                )
            }),
            None => Err(format!("{value:?} is not in [{}.values]", self.section)),
        }
    }

    /// The code of a value that the mapping does not name and lets be added.
    fn made(&self, value: &str) -> Option<String> {
        let value = line(value);
        if value.is_empty() || find(&self.values, &value).is_some() {
            return None;
        }
        made(self.prefix.as_ref()?, &value)
    }
}

/// What a mapping says of a value: as it stands there, or as it is seen.
pub(super) fn find<'a>(values: &'a BTreeMap<String, String>, value: &str) -> Option<&'a String> {
    values.get(value).or_else(|| {
        values
            .iter()
            .find(|(key, _)| line(key) == value)
            .map(|(_, word)| word)
    })
}

/// What the country needs so that all these values have their codes. Two values that would share a code are an
/// error, unless they differ in case alone.
pub(super) fn additions<'a>(
    mapping: &Mapping,
    organisations: impl Iterator<Item = &'a str>,
    subjects: impl Iterator<Item = &'a str>,
) -> anyhow::Result<Additions> {
    let mut additions = Additions::default();
    if let Some(create) = &mapping.organisation.create {
        let coding = Coding::of_organisations(mapping);
        additions.organisations = bodies(create, distinct(&coding, organisations)?)?;
    }
    if let Some((create, coding)) = mapping
        .subject
        .as_ref()
        .and_then(|section| section.create.as_ref())
        .zip(Coding::of_subjects(mapping))
    {
        additions.subjects = themes(create, distinct(&coding, subjects)?)?;
        additions.rules = rules(create, &additions.subjects);
    }
    Ok(additions)
}

/// Each code to be made with the value it is made from.
fn distinct<'a>(
    coding: &Coding,
    values: impl Iterator<Item = &'a str>,
) -> anyhow::Result<BTreeMap<String, &'a str>> {
    let mut by_code: BTreeMap<String, &str> = BTreeMap::new();
    for value in values {
        let Some(code) = coding.made(value) else {
            continue;
        };
        match by_code.get(code.as_str()) {
            Some(other) if !other.eq_ignore_ascii_case(value) => bail!(
                "{other:?} and {value:?} would both be {code}: give them codes in [{}.values]",
                coding.section
            ),
            Some(_) => {}
            None => {
                by_code.insert(code, value);
            }
        }
    }
    Ok(by_code)
}

fn bodies(
    create: &CreateOrganisations,
    values: BTreeMap<String, &str>,
) -> anyhow::Result<Vec<Organisation>> {
    let body = |code, kind, parent, name: &str, acronym: Option<&str>| Organisation {
        code,
        kind,
        parent,
        territory: None,
        acronym: acronym.map(str::to_owned),
        names: same(name),
        supervisor: None,
        receives: true,
    };
    let mut bodies = Vec::with_capacity(values.len() + 1);
    if let Some(name) = &create.parent_name {
        let kind = OrganisationKind::Institution;
        bodies.push(body(create.parent.clone(), kind, None, name, None));
    }
    let kind = create.kind()?;
    for (code, value) in values {
        let name = create.names.get(value);
        bodies.push(body(
            OrganisationCode::parse(&code)?,
            kind,
            Some(create.parent.clone()),
            name.map_or(value, String::as_str),
            name.map(|_| value),
        ));
    }
    Ok(bodies)
}

fn themes(create: &CreateSubjects, values: BTreeMap<String, &str>) -> anyhow::Result<Vec<Subject>> {
    let subject = |code, parent, name: &str| Subject {
        code,
        parent,
        icon: None,
        names: same(name),
        words: Vec::new(),
        questions: Vec::new(),
    };
    let mut subjects = Vec::with_capacity(values.len() + 1);
    if let Some(name) = &create.sector_name {
        subjects.push(subject(create.sector.clone(), None, name));
    }
    for (code, value) in values {
        subjects.push(subject(
            SubjectCode::parse(&code)?,
            Some(create.sector.clone()),
            value,
        ));
    }
    Ok(subjects)
}

/// Who answers for added subjects; sectors themselves need no rule.
fn rules(create: &CreateSubjects, subjects: &[Subject]) -> Vec<Rule> {
    let reason = |language| {
        Voice::of(language)
            .say("case-subject-from-register")
            .into_owned()
    };
    subjects
        .iter()
        .filter(|subject| subject.parent.is_some())
        .map(|subject| Rule {
            id: 0,
            subject: subject.code.clone(),
            within: None,
            answers: Answerer::Organisation(create.answers.clone()),
            rank: 1,
            when: None,
            reason: Names {
                ar: reason(Language::Arabic),
                fr: reason(Language::French),
                zgh: Some(reason(Language::Tamazight)),
                en: Some(reason(Language::English)),
            },
        })
        .collect()
}

/// One name in all languages: that of the register, until someone translates it on the administration pages.
fn same(name: &str) -> Names {
    Names {
        ar: name.to_owned(),
        fr: name.to_owned(),
        zgh: Some(name.to_owned()),
        en: Some(name.to_owned()),
    }
}

/// A code made from a value: its letters and digits in lower case, hyphens between them. None when the value has
/// letters that a code cannot hold, or the code would be too long to tell apart from others.
fn made(prefix: &str, value: &str) -> Option<String> {
    if !value.is_ascii() {
        return None;
    }
    let words: Vec<String> = value
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let code = format!("{prefix}{}", words.join("-"));
    (!words.is_empty() && code.len() <= 64).then_some(code)
}
