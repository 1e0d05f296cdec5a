//! What a report tells of subjects, places and bodies.

use std::collections::BTreeMap;

use chikaya_domain::{
    annual::Kind,
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::OrganisationKind,
    statistics::Proportion,
};
use chikaya_service::annual::{Part, ToldReport};

use super::{
    figures::{count, days, none, share},
    material::Material,
};
use crate::press::{PaperCell, PaperPart};

/// Bars that are drawn; the table holds all.
const BARS: usize = 10;

/// By subject, or by sector.
pub(super) fn subjects(material: &Material<'_>, told: &ToldReport) -> Vec<PaperPart> {
    let name = |code: &str| {
        let found = SubjectCode::parse(code).ok();
        let subject = found.and_then(|code| material.country.subjects.find(&code));
        subject.map(|own| own.names.in_language(material.voice.language()).to_owned())
    };
    bars_and_table(
        material,
        &told.subjects,
        ("annual-paper-subject", "annual-paper-subject-unknown"),
        &name,
    )
}

/// By place, or by region.
pub(super) fn territories(material: &Material<'_>, told: &ToldReport) -> Vec<PaperPart> {
    let name = |code: &str| {
        let found = TerritoryCode::parse(code).ok();
        let territory = found.and_then(|code| material.country.territories.find(&code));
        territory.map(|own| own.names.in_language(material.voice.language()).to_owned())
    };
    bars_and_table(
        material,
        &told.territories,
        ("annual-paper-place", "annual-paper-place-unknown"),
        &name,
    )
}

/// Every body of a synthesis.
pub(super) fn bodies(material: &Material<'_>, told: &ToldReport) -> Vec<PaperPart> {
    let name = |code: &str| {
        let code = OrganisationCode::parse(code).ok()?;
        let known = material.country.organisations.find(&code)?;
        Some(
            known
                .names
                .in_language(material.voice.language())
                .to_owned(),
        )
    };
    vec![table(
        material,
        &told.bodies,
        ("statistics-column-body", "annual-paper-body-unknown"),
        &name,
    )]
}

/// Kinds of bodies side by side. Where a body of a kind is hidden, so is the sum, which would tell it.
pub(super) fn kinds(material: &Material<'_>, told: &ToldReport) -> Vec<PaperPart> {
    #[derive(Default)]
    struct Sum {
        bodies: i64,
        received: Option<i64>,
        answered: Option<i64>,
        in_time: Option<Proportion>,
        is_hidden: bool,
        /// Whether answers of some of them are hidden: what is left is not the share of the kind.
        misses_some: bool,
    }
    let voice = material.voice;
    let mut sums: BTreeMap<OrganisationKind, Sum> = BTreeMap::new();
    for part in &told.bodies {
        let code = OrganisationCode::parse(&part.code).ok();
        let body = code.and_then(|code| material.country.organisations.find(&code));
        let Some(body) = body else { continue };
        let sum = sums.entry(body.kind).or_default();
        sum.bodies += 1;
        match part.received.zip(part.answered) {
            None => sum.is_hidden = true,
            Some((received, answered)) => {
                *sum.received.get_or_insert(0) += received;
                *sum.answered.get_or_insert(0) += answered;
            }
        }
        match part.in_time {
            None if material.is_for_everybody => sum.misses_some = true,
            None => {}
            Some((met, of)) => {
                let all = sum.in_time.get_or_insert_default();
                all.part += met;
                all.of += of;
            }
        }
    }
    let rows = sums
        .into_iter()
        .map(|(kind, sum)| {
            let told = |value: Option<i64>| count(voice, value.filter(|_| !sum.is_hidden));
            vec![
                PaperCell::words(voice.say(&format!("organisation-kind-{kind}")).into_owned()),
                count(voice, Some(sum.bodies)),
                told(sum.received),
                told(sum.answered),
                share(
                    voice,
                    material.is_for_everybody,
                    sum.in_time.filter(|_| !sum.is_hidden && !sum.misses_some),
                ),
            ]
        })
        .collect();
    let say = |key: &str| voice.say(key).into_owned();
    vec![PaperPart::Table {
        caption: say("annual-paper-kinds-caption"),
        head: vec![
            say("annual-paper-kind"),
            say("annual-paper-kind-bodies"),
            say("statistics-received-short"),
            say("statistics-answered-short"),
            say("statistics-in-time-short"),
        ],
        rows,
        note: Some(say("annual-paper-kinds-note")),
    }]
}

fn bars_and_table(
    material: &Material<'_>,
    parts: &[Part],
    keys: (&str, &str),
    name: &dyn Fn(&str) -> Option<String>,
) -> Vec<PaperPart> {
    if parts.is_empty() {
        let nothing = material.voice.say("annual-paper-none").into_owned();
        return vec![PaperPart::Words(vec![nothing])];
    }
    let voice = material.voice;
    let longest = parts
        .iter()
        .filter_map(|part| part.received)
        .max()
        .unwrap_or(0);
    let rows: Vec<(String, String, u16)> = parts
        .iter()
        .filter_map(|part| Some((part, part.received?)))
        .filter(|(_, received)| *received > 0)
        .take(BARS)
        .map(|(part, received)| {
            let length = received * 10_000 / longest.max(1);
            (
                called(material, part, keys.1, name),
                voice.number(received),
                u16::try_from(length).unwrap_or(10_000),
            )
        })
        .collect();
    let mut told = Vec::new();
    if rows.len() > 1 {
        told.push(PaperPart::Bars {
            caption: voice.say("annual-paper-bars").into_owned(),
            alternative: voice.say("annual-paper-bars-alternative").into_owned(),
            rows,
        });
    }
    told.push(table(material, parts, keys, name));
    told
}

fn called(
    material: &Material<'_>,
    part: &Part,
    unknown: &str,
    name: &dyn Fn(&str) -> Option<String>,
) -> String {
    name(&part.code).unwrap_or_else(|| {
        if part.code.is_empty() {
            material.voice.say(unknown).into_owned()
        } else {
            part.code.clone()
        }
    })
}

fn table(
    material: &Material<'_>,
    parts: &[Part],
    (column, unknown): (&str, &str),
    name: &dyn Fn(&str) -> Option<String>,
) -> PaperPart {
    let voice = material.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let is_whole = material.kind == Kind::Synthesis;
    let mut head = vec![
        say(column),
        say("statistics-received-short"),
        say("statistics-answered-short"),
    ];
    if is_whole {
        head.extend([
            say("statistics-in-time-short"),
            say("statistics-median-short"),
            say("statistics-open"),
        ]);
    }
    let rows = parts
        .iter()
        .map(|part| {
            let mut row = vec![
                PaperCell::words(called(material, part, unknown, name)),
                count(voice, part.received),
                count(voice, part.answered),
            ];
            if is_whole {
                let in_time = part.in_time.map(|(part, of)| Proportion { part, of });
                let median = match part.median {
                    None => none(voice, material.is_for_everybody),
                    day => days(voice, day),
                };
                let hides = material.is_for_everybody;
                row.extend([
                    share(voice, hides, in_time),
                    median,
                    count(voice, part.open),
                ]);
            }
            row
        })
        .collect();
    PaperPart::Table {
        caption: say("annual-paper-parts"),
        head,
        rows,
        note: Some(say("annual-paper-parts-note")),
    }
}
