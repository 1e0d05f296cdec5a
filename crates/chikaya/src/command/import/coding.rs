//! Values of a register as codes of ours: those the mapping names, and those it lets be added.

use std::collections::BTreeMap;

use chikaya_domain::{
    Language, Names,
    competence::{Answerer, Rule},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::{Organisation, OrganisationKind},
    subject::Subject,
    text::line,
};
use chikaya_i18n::Voice;
use chikaya_service::{Country, country::Additions};

use super::{
    code,
    mapping::{CreateOrganisations, CreateSubjects, GivenName, Mapping},
};

/// How the values of one column become codes.
#[derive(Clone, Debug)]
pub(super) struct Coding {
    section: &'static str,
    values: BTreeMap<String, String>,
    default: Option<String>,
    /// Codes for values that are added, where the mapping gives them.
    codes: BTreeMap<String, String>,
    prefix: Option<String>,
    separator: Option<char>,
}

impl Coding {
    /// Who has a case.
    pub(super) fn of_organisations(mapping: &Mapping) -> Self {
        let section = &mapping.organisation;
        Self {
            section: "organisation",
            values: section.values.clone(),
            default: section.default.clone(),
            codes: section
                .create
                .as_ref()
                .map(|create| create.codes.clone())
                .unwrap_or_default(),
            prefix: section.create.as_ref().map(|create| create.prefix.clone()),
            separator: None,
        }
    }

    /// What a case is about.
    pub(super) fn of_subjects(mapping: &Mapping) -> Option<Self> {
        let section = mapping.subject.as_ref()?;
        Some(Self {
            section: "subject",
            values: section.values.clone(),
            default: section.default.clone(),
            codes: section
                .create
                .as_ref()
                .map(|create| create.codes.clone())
                .unwrap_or_default(),
            prefix: section.create.as_ref().map(|create| create.prefix.clone()),
            separator: section.separator,
        })
    }

    /// The values of a cell, where it may hold several.
    pub(super) fn parts<'a>(&self, cell: &'a str) -> Vec<&'a str> {
        match self.separator {
            None => vec![cell.trim()],
            Some(separator) => cell
                .split(separator)
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect(),
        }
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
        self.made(value)
            .map(Some)
            .ok_or_else(|| format!("{value:?} is not in [{}.values]", self.section))
    }

    /// The code of a value that the mapping does not name and lets be added.
    fn made(&self, value: &str) -> Option<String> {
        let value = line(value);
        if value.is_empty() || find(&self.values, &value).is_some() {
            return None;
        }
        let prefix = self.prefix.as_ref()?;
        Some(
            find(&self.codes, &value)
                .cloned()
                .unwrap_or_else(|| code::made(prefix, &value)),
        )
    }
}

/// What a mapping says of a value: as it stands there, or as it is seen.
pub(super) fn find<'a, T>(values: &'a BTreeMap<String, T>, value: &str) -> Option<&'a T> {
    values.get(value).or_else(|| {
        values
            .iter()
            .find(|(key, _)| line(key) == value)
            .map(|(_, word)| word)
    })
}

/// What the country needs so that all these values have their codes. Two values that would share a code are a fault,
/// unless they differ in case alone; all faults are told.
pub(super) fn additions<'a>(
    mapping: &Mapping,
    organisations: impl Iterator<Item = &'a str>,
    subjects: impl Iterator<Item = &'a str>,
    faults: &mut Vec<String>,
) -> Additions {
    let mut additions = Additions::default();
    if let Some(create) = &mapping.organisation.create {
        let coding = Coding::of_organisations(mapping);
        additions.organisations = bodies(create, distinct(&coding, organisations, faults), faults);
    }
    if let Some((create, coding)) = mapping
        .subject
        .as_ref()
        .and_then(|section| section.create.as_ref())
        .zip(Coding::of_subjects(mapping))
    {
        let parts: Vec<&str> = subjects.flat_map(|cell| coding.parts(cell)).collect();
        additions.subjects = themes(create, distinct(&coding, parts.into_iter(), faults), faults);
        additions.rules = rules(create, &additions.subjects);
    }
    additions
}

/// Codes of the mapping that are in the country neither now nor with the additions.
pub(super) fn unknown(mapping: &Mapping, country: &Country, additions: &Additions) -> Vec<String> {
    let mut faults = Vec::new();
    let mut tell = |place: &str, value: &str, code: &str, what: &str| {
        faults.push(format!(
            "{place} {value:?} = {code:?}: there is no such {what}"
        ));
    };
    let is_body = |code: &str| {
        OrganisationCode::parse(code).is_ok_and(|code| {
            let added = additions
                .organisations
                .iter()
                .find(|body| body.code == code);
            country
                .organisations
                .find(&code)
                .or(added)
                .is_some_and(|body| body.receives)
        })
    };
    let is_subject = |code: &str| {
        SubjectCode::parse(code).is_ok_and(|code| {
            country.subjects.find(&code).is_some()
                || additions
                    .subjects
                    .iter()
                    .any(|subject| subject.code == code)
        })
    };
    let receiving = "organisation that receives cases";
    let section = &mapping.organisation;
    for (value, code) in with_default(&section.values, section.default.as_ref()) {
        if !is_body(code) {
            tell("[organisation.values]", value, code, receiving);
        }
    }
    if let Some(create) = &section.create {
        let parent = OrganisationCode::parse(&create.parent).ok();
        let is_there = parent.is_some_and(|code| {
            create.parent_name.is_some() || country.organisations.find(&code).is_some()
        });
        if !is_there {
            tell(
                "[organisation.create]",
                "parent",
                &create.parent,
                "organisation",
            );
        }
    }
    if let Some(section) = &mapping.subject {
        for (value, code) in with_default(&section.values, section.default.as_ref()) {
            if !is_subject(code) {
                tell("[subject.values]", value, code, "subject");
            }
        }
        if let Some(create) = &section.create {
            if !is_subject(&create.sector) {
                tell("[subject.create]", "sector", &create.sector, "subject");
            }
            if !is_body(&create.answers) {
                tell("[subject.create]", "answers", &create.answers, receiving);
            }
        }
    }
    if let Some(section) = &mapping.territory {
        for (value, code) in with_default(&section.values, section.default.as_ref()) {
            let is_place = TerritoryCode::parse(code)
                .is_ok_and(|code| country.territories.find(&code).is_some());
            if !is_place {
                tell("[territory.values]", value, code, "territory");
            }
        }
    }
    faults
}

fn with_default<'a>(
    values: &'a BTreeMap<String, String>,
    default: Option<&'a String>,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    values
        .iter()
        .map(|(value, code)| (value.as_str(), code.as_str()))
        .chain(default.map(|code| ("default", code.as_str())))
}

/// Each code to be made with the value it is made from.
fn distinct<'a>(
    coding: &Coding,
    values: impl Iterator<Item = &'a str>,
    faults: &mut Vec<String>,
) -> BTreeMap<String, &'a str> {
    let mut by_code: BTreeMap<String, &str> = BTreeMap::new();
    for value in values {
        let Some(code) = coding.made(value) else {
            continue;
        };
        match by_code.get(code.as_str()) {
            Some(other) if line(other).to_lowercase() != line(value).to_lowercase() => faults.push(format!(
                "{other:?} and {value:?} would both be {code}: give them codes in [{0}.create.codes], or the same one in \
                 [{0}.values]",
                coding.section
            )),
            Some(_) => {}
            None => {
                by_code.insert(code, value);
            }
        }
    }
    by_code
}

fn bodies(
    create: &CreateOrganisations,
    values: BTreeMap<String, &str>,
    faults: &mut Vec<String>,
) -> Vec<Organisation> {
    let body = |code, kind, parent, names: Names, acronym: Option<&str>| Organisation {
        code,
        kind,
        parent,
        territory: None,
        acronym: acronym.map(str::to_owned),
        names,
        supervisor: None,
        receives: true,
    };
    let mut bodies = Vec::with_capacity(values.len() + 1);
    // What is no code is told by `unknown`.
    let Ok(parent) = OrganisationCode::parse(&create.parent) else {
        return bodies;
    };
    if let Some(name) = &create.parent_name {
        let kind = OrganisationKind::Institution;
        bodies.push(body(parent.clone(), kind, None, same(name), None));
    }
    // What is no kind is told with the mapping.
    let kind = create.kind().unwrap_or(OrganisationKind::Establishment);
    for (code, value) in values {
        let name = find(&create.names, &line(value));
        match OrganisationCode::parse(&code) {
            Ok(code) => bodies.push(body(
                code,
                kind,
                Some(parent.clone()),
                name.map_or_else(|| same(value), names),
                name.map(|_| value),
            )),
            Err(error) => faults.push(format!(
                "[organisation.create] {value:?} as {code:?}: {error}"
            )),
        }
    }
    bodies
}

fn themes(
    create: &CreateSubjects,
    values: BTreeMap<String, &str>,
    faults: &mut Vec<String>,
) -> Vec<Subject> {
    let subject = |code, parent, names: Names| Subject {
        code,
        parent,
        icon: None,
        names,
        words: Vec::new(),
        questions: Vec::new(),
    };
    let mut subjects = Vec::with_capacity(values.len() + 1);
    let Ok(sector) = SubjectCode::parse(&create.sector) else {
        return subjects;
    };
    if let Some(name) = &create.sector_name {
        subjects.push(subject(sector.clone(), None, same(name)));
    }
    for (code, value) in values {
        let name = find(&create.names, &line(value));
        match SubjectCode::parse(&code) {
            Ok(code) => subjects.push(subject(
                code,
                Some(sector.clone()),
                name.map_or_else(|| same(value), names),
            )),
            Err(error) => faults.push(format!("[subject.create] {value:?} as {code:?}: {error}")),
        }
    }
    subjects
}

/// Who answers for added subjects; sectors themselves need no rule.
fn rules(create: &CreateSubjects, subjects: &[Subject]) -> Vec<Rule> {
    let Ok(answers) = OrganisationCode::parse(&create.answers) else {
        return Vec::new();
    };
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
            answers: Answerer::Organisation(answers.clone()),
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

/// A name as the mapping gives it.
fn names(given: &GivenName) -> Names {
    match given {
        GivenName::Same(name) => same(name),
        GivenName::Each { ar, fr, zgh, en } => Names {
            ar: ar.clone(),
            fr: fr.clone(),
            zgh: zgh.clone(),
            en: en.clone(),
        },
    }
}
