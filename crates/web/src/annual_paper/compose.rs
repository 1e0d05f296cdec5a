//! A report put together, section by section.

use chikaya_domain::{
    Language,
    annual::{Kind, LANGUAGES, Section, Stage, Year},
    id::OrganisationCode,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    annual::{AnnualPage, ForEverybody, Reports, SectionText, Snapshot},
};
use jiff::Timestamp;

use super::{
    figures::{answers, before, definitions, quality, received, times},
    material::Material,
    parts::{bodies, kinds, subjects, territories},
};
use crate::press::{AnnualPaper, PaperPart};

/// For whom a report is set.
pub(crate) enum Edition<'a> {
    /// The administration, the Head of Government, the reform authority: with everything, as it was taken.
    Government,
    /// Everybody: with what public statistics tell.
    Everybody(&'a ForEverybody),
}

/// What a report says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A draft, on each page; and in which stage it is.
    Draft,
    /// What everybody would read if it were published now, on each page.
    Preview,
    /// In which stage it is.
    Sent,
    /// Nothing: it is kept as it is, whatever becomes of it.
    Kept,
}

impl Standing {
    /// Of a report as it stands.
    pub(crate) const fn of(page: &AnnualPage) -> Self {
        if page.is_sent() {
            Self::Sent
        } else {
            Self::Draft
        }
    }

    const fn word(self) -> Option<&'static str> {
        match self {
            Self::Draft => Some("annual-paper-draft"),
            Self::Preview => Some("annual-paper-preview"),
            Self::Sent | Self::Kept => None,
        }
    }

    const fn tells_stage(self) -> bool {
        matches!(self, Self::Draft | Self::Sent)
    }
}

/// A report set for its readers.
pub(crate) fn annual_paper(
    voice: Voice,
    country: &Country,
    page: &AnnualPage,
    edition: &Edition<'_>,
    standing: Standing,
) -> AnnualPaper {
    paper(
        voice,
        country,
        &Source {
            kind: page.kind(),
            year: page.year,
            organisation: &page.organisation,
            figures: page.figures.as_ref(),
            texts: &page.texts,
            standing,
            stage: Some((page.state.stage, page.since)),
            reports: match edition {
                Edition::Government => page.figures.as_ref().and_then(|figures| figures.reports),
                Edition::Everybody(published) => published.reports,
            },
            is_sample: page.is_sample,
            created: page.changed_at,
        },
        edition,
    )
}

/// A report as it stands, with its stage; a draft while it is not sent: for whoever runs the portal.
pub fn annual_as_it_stands(
    language: Language,
    country: &Country,
    page: &AnnualPage,
) -> AnnualPaper {
    annual_paper(
        Voice::of(language),
        country,
        page,
        &Edition::Government,
        Standing::of(page),
    )
}

/// The report that a body would send now, or the synthesis, without commentary: for whoever runs the portal.
pub fn figures_paper(
    language: Language,
    country: &Country,
    (kind, organisation): (Kind, &OrganisationCode),
    figures: &Snapshot,
    is_sample: bool,
    created: Timestamp,
) -> AnnualPaper {
    let source = Source {
        kind,
        year: figures.year,
        organisation,
        figures: Some(figures),
        texts: &[],
        standing: Standing::Draft,
        stage: None,
        reports: figures.reports,
        is_sample,
        created,
    };
    paper(Voice::of(language), country, &source, &Edition::Government)
}

struct Source<'a> {
    kind: Kind,
    year: Year,
    organisation: &'a OrganisationCode,
    figures: Option<&'a Snapshot>,
    texts: &'a [SectionText],
    standing: Standing,
    /// Its stage and since when; none of what nobody began.
    stage: Option<(Stage, Timestamp)>,
    /// How many reports a synthesis draws on.
    reports: Option<Reports>,
    is_sample: bool,
    created: Timestamp,
}

/// What a report is called.
pub(crate) fn title(voice: Voice, kind: Kind, year: Year) -> String {
    let key = match kind {
        Kind::Report => "annual-paper-title-report",
        Kind::Synthesis => "annual-paper-title-synthesis",
    };
    voice.say_with(key, &[("year", Argument::Text(&year.to_string()))])
}

fn paper(
    voice: Voice,
    country: &Country,
    source: &Source<'_>,
    edition: &Edition<'_>,
) -> AnnualPaper {
    let material = Material {
        voice,
        country,
        kind: source.kind,
        year: source.year,
        told: match edition {
            Edition::Government => source.figures.map(Snapshot::told),
            Edition::Everybody(published) => Some(published.told.clone()),
        },
        texts: source.texts,
        reports: source.reports,
        is_for_everybody: matches!(edition, Edition::Everybody(_)),
    };
    let language = voice.language();
    let others = [Language::Arabic, Language::Tamazight, Language::French]
        .into_iter()
        .filter(|other| *other != language);
    AnnualPaper {
        language,
        title: title(voice, source.kind, source.year),
        body: country
            .organisations
            .name_of(source.organisation, language)
            .to_owned(),
        title_page: others
            .map(|other| {
                let theirs = Voice::of(other);
                let name = country.organisations.name_of(source.organisation, other);
                (
                    other,
                    vec![title(theirs, source.kind, source.year), name.to_owned()],
                )
            })
            .collect(),
        facts: facts(&material, source, edition),
        sections: sections(&material),
        draft: source
            .standing
            .word()
            .map(|key| voice.say(key).into_owned()),
        is_sample: source.is_sample,
        created: source.created,
    }
}

fn facts(
    material: &Material<'_>,
    source: &Source<'_>,
    edition: &Edition<'_>,
) -> Vec<(String, String)> {
    let voice = material.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let mut facts = vec![(
        say("annual-paper-period"),
        voice.say_with(
            "annual-paper-period-of",
            &[("year", Argument::Text(&material.year.to_string()))],
        ),
    )];
    let taken = match edition {
        Edition::Government => source
            .figures
            .map(|figures| (figures.today, figures.position, None)),
        Edition::Everybody(published) => {
            let as_of = published.as_of;
            Some((as_of.today, as_of.position, Some(as_of.edition)))
        }
    };
    if let Some((today, position, edition)) = taken {
        let mut words = voice.say_with(
            "annual-paper-as-of-event",
            &[
                ("day", Argument::Text(&voice.date(today))),
                ("position", Argument::Text(&voice.number(position))),
            ],
        );
        if let Some(edition) = edition {
            words.push_str(" · ");
            words.push_str(&voice.say_with(
                "statistics-edition",
                &[("edition", Argument::Text(&voice.number(edition)))],
            ));
        }
        facts.push((say("annual-paper-as-of"), words));
    }
    let key = match edition {
        Edition::Government => "annual-paper-edition-government",
        Edition::Everybody(_) => "annual-paper-edition-everybody",
    };
    facts.push((say("annual-paper-edition"), say(key)));
    if let Some(reports) = source.reports {
        facts.push((say("annual-paper-reports"), counted(voice, reports)));
    }
    if source.standing.tells_stage() {
        let stage = match source.stage {
            None => say("annual-stage-not-begun"),
            Some((stage, since)) => {
                let day = material.country.calendar.date_of(since);
                voice.say_with(
                    "annual-paper-stage-since",
                    &[
                        (
                            "stage",
                            Argument::Text(&voice.say(&format!("annual-stage-{stage}"))),
                        ),
                        ("day", Argument::Text(&voice.date(day))),
                    ],
                )
            }
        };
        facts.push((say("annual-paper-stage"), stage));
    }
    facts
}

fn sections(material: &Material<'_>) -> Vec<(String, Vec<PaperPart>)> {
    let voice = material.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let mut sections = vec![(say("annual-paper-basis"), basis(material))];
    let written = |section: Section| {
        (
            say(&format!("annual-section-{section}")),
            text(material, section),
        )
    };
    if material.kind == Kind::Report {
        sections.push(written(Section::Unit));
    }
    sections.push(written(Section::Overview));
    match &material.told {
        None => sections.push((
            say("annual-paper-received"),
            vec![PaperPart::Words(vec![say("annual-paper-no-figures")])],
        )),
        Some(told) if told.year.is_empty() && told.bodies.is_empty() => sections.push((
            say("annual-paper-received"),
            vec![PaperPart::Words(vec![voice.say_with(
                "annual-paper-nothing",
                &[("year", Argument::Text(&material.year.to_string()))],
            )])],
        )),
        Some(told) => {
            sections.push((say("annual-paper-received"), received(voice, told)));
            sections.push((say("annual-paper-answers"), answers(voice, told)));
            sections.push((say("annual-paper-times"), times(voice, told)));
            // Of a body, public statistics tell nothing by subject and place.
            if material.kind == Kind::Synthesis || !material.is_for_everybody {
                sections.push((
                    say(match material.kind {
                        Kind::Report => "annual-paper-subjects",
                        Kind::Synthesis => "annual-paper-sectors",
                    }),
                    subjects(material, told),
                ));
                sections.push((
                    say(match material.kind {
                        Kind::Report => "annual-paper-places",
                        Kind::Synthesis => "annual-paper-regions",
                    }),
                    territories(material, told),
                ));
            }
        }
    }
    sections.push(written(Section::Causes));
    let mut told_of_quality = material
        .told
        .as_ref()
        .map_or_else(Vec::new, |told| quality(voice, told));
    told_of_quality.extend(text(material, Section::Quality));
    sections.push((say("annual-section-quality"), told_of_quality));
    if let Some(told) = &material.told {
        if material.kind == Kind::Synthesis {
            sections.push((say("annual-paper-kinds"), kinds(material, told)));
        }
        sections.push((
            say("annual-paper-before"),
            before(voice, material.year, told),
        ));
    }
    sections.push(written(Section::Recommendations));
    if let Some(told) = &material.told {
        if material.kind == Kind::Synthesis {
            sections.push((say("annual-paper-bodies"), bodies(material, told)));
        }
        sections.push((say("annual-paper-definitions"), definitions(voice)));
    }
    sections
}

/// Why there is such a report.
fn basis(material: &Material<'_>) -> Vec<PaperPart> {
    let voice = material.voice;
    let key = match material.kind {
        Kind::Report => "annual-paper-basis-report",
        Kind::Synthesis => "annual-paper-basis-synthesis",
    };
    let mut told = vec![voice.say(key).into_owned()];
    told.extend(material.reports.map(|reports| {
        let came = counted(voice, reports);
        voice.say_with(
            "annual-paper-reports-text",
            &[("counted", Argument::Text(&came))],
        )
    }));
    vec![PaperPart::Words(told)]
}

/// How many reports came and were accepted, of those that are owed.
pub(crate) fn counted(voice: Voice, reports: Reports) -> String {
    voice.say_with(
        "annual-reports-counted",
        &[
            ("accepted", Argument::Text(&voice.number(reports.accepted))),
            ("sent", Argument::Text(&voice.number(reports.sent))),
            ("owed", Argument::Text(&voice.number(reports.owed))),
        ],
    )
}

/// What was written of a section. A report is written in some languages; in others it is shown as it was written.
fn text(material: &Material<'_>, section: Section) -> Vec<PaperPart> {
    let voice = material.voice;
    let own = voice.language();
    let wanted: Vec<Language> = if LANGUAGES.contains(&own) {
        vec![own]
    } else {
        LANGUAGES.to_vec()
    };
    let written: Vec<PaperPart> = wanted
        .into_iter()
        .filter_map(|language| {
            material
                .texts
                .iter()
                .find(|text| (text.section, text.language) == (section, language))
        })
        .filter(|text| !text.body.trim().is_empty())
        .map(|text| {
            let day = material.country.calendar.date_of(text.at);
            PaperPart::Written {
                // What everybody reads is the administration's, not one officer's.
                by: if material.is_for_everybody {
                    String::new()
                } else {
                    voice.say_with(
                        "annual-paper-written-by",
                        &[
                            ("name", Argument::Text(&text.name)),
                            ("day", Argument::Text(&voice.date(day))),
                        ],
                    )
                },
                paragraphs: text
                    .body
                    .lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect(),
            }
        })
        .collect();
    if written.is_empty() {
        return vec![PaperPart::Words(vec![
            voice.say("annual-paper-not-written").into_owned(),
        ])];
    }
    written
}
