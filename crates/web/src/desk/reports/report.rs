//! `/{language}/desk/reports/{report}`: where a report is, what may be done with it now, its figures, texts and documents, and
//! its record.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    annual::{Kind as Annual, LANGUAGES, LONGEST_REASONS, Section, Verb},
};
use chikaya_i18n::Voice;
use chikaya_service::{
    Trouble,
    annual::{AnnualAct, AnnualPage, Document},
    staff::Officer,
};

use super::{
    figures::{Shown, shown},
    say::{EDITION, REPORTS, Sign, body, load, moment, title},
    steps::{RecordLine, Step, digests, reasons, record, steps},
};
use crate::{
    annual_paper::{Edition, Standing, annual_paper, counted},
    desk::{
        AtDesk,
        inbox::{QueueLink, beside},
    },
    error::{Detour, Kind, Problem},
    form::{Faults, Typed},
    frame::Frame,
    interrupted,
    press::Sheet,
    print::print,
    settings::State,
    visit::Visit,
    words::{Page, limit, too_long},
};

#[derive(Template)]
#[template(path = "desk/reports/report.html")]
struct ReportPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    heading: String,
    /// Whose it is.
    whose: String,
    sign: Sign,
    since: String,
    action: String,
    version: u32,
    steps: Vec<Step>,
    /// Why it came back, where it is written again for that.
    reasons: Vec<String>,
    acts: Vec<Act>,
    /// Reasons that were typed for sending it back, where that is not to be done now.
    unsent: Vec<String>,
    /// What the button is called that takes the figures, where they may be taken.
    freeze: Option<String>,
    figures: Option<Shown>,
    /// How many reports a synthesis can draw on by now.
    came: Option<String>,
    /// Whether texts and figures may be read.
    reads: bool,
    sections: Vec<SectionLine>,
    sent: Vec<File>,
    published: Vec<File>,
    drafts: Vec<(String, String)>,
    /// What everybody would read, by language, for whoever may publish it.
    previews: Vec<(String, String)>,
    record: Vec<RecordLine>,
}

/// Something that may be done.
struct Act {
    name: &'static str,
    button: String,
    means: String,
    /// Whether it is done only when it was confirmed, for it is not undone.
    is_final: bool,
    /// The reasons it needs; none where it needs none.
    reasons: Option<Reasons>,
    is_open: bool,
}

/// Reasons that something needs.
struct Reasons {
    /// What they are for.
    label: String,
    typed: String,
    /// How long they may be.
    limit: String,
}

/// A section in the languages in which it is written.
struct SectionLine {
    word: &'static str,
    name: String,
    texts: Vec<TextLine>,
}

struct TextLine {
    language: &'static str,
    direction: &'static str,
    name: String,
    /// What was written; nothing where nothing was.
    body: String,
    by: Option<String>,
    /// Where it is written, for whoever may.
    write: Option<String>,
}

/// A document that was kept.
struct File {
    language: String,
    address: String,
    digest: String,
}

/// What is shown beside a report.
#[derive(Default)]
struct Said {
    typed: Typed,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let page = load(&state, &visit, &officer, &id).await?;
    let typed = interrupted::typed(&state, &visit, &headers, Some(officer.id)).await?;
    let say = |key: &str| visit.voice.say(key).into_owned();
    let said = Said {
        notice: visit.parameter("done").map(|_| say("desk-done")),
        stopped: typed.as_ref().map(|typed| {
            let is_written = !typed.text("reasons").is_empty();
            say(if is_written {
                "kept-notice"
            } else {
                "kept-act-notice"
            })
        }),
        typed: typed.unwrap_or_default(),
        faults: Faults::default(),
    };
    view(&state, &visit, officer, &page, said).await
}

/// `POST …/{act}`.
pub(super) async fn post(
    state: &State,
    visit: &Visit,
    officer: Officer,
    id: &str,
    name: &str,
    typed: Typed,
) -> Result<Response, Detour> {
    let verb = Verb::from_word(name).filter(|verb| !matches!(verb, Verb::Write | Verb::Remind));
    let verb = verb.ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    let page = load(state, visit, &officer, id).await?;
    let version = typed.text("version").parse().unwrap_or(0);
    // Whoever may not do it is told so, not what is missing for it.
    let is_offered = page.verbs.contains(&verb) && page.state.version == version;
    if is_offered {
        let faults = faults(visit, &page, verb, &typed);
        if !faults.is_empty() {
            let said = Said {
                typed,
                faults,
                ..Said::default()
            };
            let page = view(state, visit, officer, &page, said).await?;
            return Ok(page.refused().into_response());
        }
    }
    let clerks = &state.clerks;
    let done = match (read(verb, &typed), verb) {
        (Some(act), _) => {
            clerks
                .act_on_annual(officer.clone(), page.id, version, act)
                .await
        }
        (None, Verb::Publish) => {
            let documents = if is_offered {
                let whose = page.organisation.clone();
                let told = clerks
                    .annual_for_everybody(page.kind(), whose, page.year)
                    .await
                    .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
                documents(state, visit, &page, &Edition::Everybody(&told)).await?
            } else {
                Vec::new()
            };
            let reasons = typed.text("reasons");
            clerks
                .publish_annual(officer.clone(), page.id, version, documents, reasons)
                .await
        }
        (None, _) => {
            let documents = if is_offered {
                documents(state, visit, &page, &Edition::Government).await?
            } else {
                Vec::new()
            };
            clerks
                .transmit_annual(officer.clone(), page.id, version, documents)
                .await
        }
    };
    let say = |key: &str| visit.voice.say(key).into_owned();
    let (stopped, answer): (String, fn(Page) -> Page) = match done {
        Ok(()) => {
            let place = visit.path(&format!("{REPORTS}/{id}?done=yes"));
            return Ok(Redirect::to(&place).into_response());
        }
        Err(Trouble::Stale) => (say("annual-stale"), Page::stale),
        Err(Trouble::Forbidden) => (say("error-not-permitted"), Page::forbidden),
        Err(Trouble::NotAcceptable(key)) => (say(key), Page::refused),
        Err(error) => return Err(Problem::from_trouble(visit, &error).into()),
    };
    // As it stands by now.
    let page = load(state, visit, &officer, id).await?;
    let said = Said {
        typed,
        stopped: Some(stopped),
        ..Said::default()
    };
    let page = view(state, visit, officer, &page, said).await?;
    Ok(answer(page).into_response())
}

/// What is done with nothing but words; none where documents go along.
fn read(verb: Verb, typed: &Typed) -> Option<AnnualAct> {
    Some(match verb {
        Verb::Freeze => AnnualAct::Freeze,
        Verb::Approve => AnnualAct::Approve,
        Verb::TakeBack => AnnualAct::TakeBack,
        Verb::Forward => AnnualAct::Forward,
        Verb::Accept => AnnualAct::Accept,
        Verb::Return => AnnualAct::Return {
            reasons: typed.text("reasons").to_owned(),
        },
        Verb::Transmit | Verb::Publish | Verb::Write | Verb::Remind => return None,
    })
}

/// Whether something is not undone by whoever did it.
const fn is_final(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Transmit | Verb::Forward | Verb::Accept | Verb::Publish
    )
}

/// Whether something needs reasons: that a report goes back, and that a synthesis is published which draws on no report.
fn needs_reasons(page: &AnnualPage, verb: Verb) -> bool {
    match verb {
        Verb::Return => true,
        Verb::Publish => page.reports.is_some_and(|reports| reports.accepted == 0),
        _ => false,
    }
}

/// What is missing before something is done.
fn faults(visit: &Visit, page: &AnnualPage, verb: Verb, typed: &Typed) -> Faults {
    let voice = visit.voice;
    let mut faults = Faults::default();
    if is_final(verb) && !typed.has("sure") {
        faults.add("sure", voice.say("error-annual-sure"));
    }
    if needs_reasons(page, verb) {
        let reasons = typed.text("reasons").trim();
        let over = reasons.chars().count().saturating_sub(LONGEST_REASONS);
        if reasons.is_empty() {
            let key = match verb {
                Verb::Publish => "error-annual-unaccepted",
                _ => "error-annual-reasons",
            };
            faults.add("reasons", voice.say(key));
        } else if over > 0 {
            faults.add("reasons", too_long(voice, over, LONGEST_REASONS));
        }
    }
    faults
}

/// A report in each of its languages, as an audience reads it.
async fn documents(
    state: &State,
    visit: &Visit,
    page: &AnnualPage,
    edition: &Edition<'_>,
) -> Result<Vec<Document>, Problem> {
    let mut documents = Vec::with_capacity(LANGUAGES.len());
    for language in LANGUAGES {
        documents.push(Document {
            language,
            bytes: set(state, visit, page, edition, language, Standing::Kept).await?,
        });
    }
    Ok(documents)
}

/// A report set in a language.
pub(super) async fn set(
    state: &State,
    visit: &Visit,
    page: &AnnualPage,
    edition: &Edition<'_>,
    language: Language,
    standing: Standing,
) -> Result<Vec<u8>, Problem> {
    let country = state.clerks.country();
    let paper = annual_paper(Voice::of(language), &country, page, edition, standing);
    print(state, visit, Sheet::Annual(Box::new(paper))).await
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    page: &AnnualPage,
    said: Said,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let Said {
        typed,
        faults,
        notice,
        stopped,
    } = said;
    let action = visit.path(&format!("{REPORTS}/{}", page.id));
    let writes = page.verbs.contains(&Verb::Write);
    let reads = writes || page.is_sent() || page.figures.is_some() || !page.texts.is_empty();
    let acts = acts(visit, page, &typed, &faults);
    let typed_reasons = typed.text("reasons");
    let takes_reasons = acts.iter().any(|act| act.reasons.is_some());
    let unsent = if takes_reasons {
        Vec::new()
    } else {
        typed_reasons.lines().map(str::to_owned).collect()
    };
    let freeze = page.verbs.contains(&Verb::Freeze).then(|| {
        let key = if page.figures.is_some() {
            "annual-freeze-again"
        } else {
            "annual-verb-freeze"
        };
        voice.say(key).into_owned()
    });
    let has_draft = page.figures.is_some() && !page.is_sent();
    let in_each = |address: &dyn Fn(Language) -> String| {
        let named = |language: &Language| {
            let name = voice.say(&format!("language-{language}"));
            (name.into_owned(), address(*language))
        };
        LANGUAGES.iter().map(named).collect::<Vec<_>>()
    };
    let view = ReportPage {
        organisation: body(state, voice, &officer.organisation),
        question: String::new(),
        queues: beside(state, visit, &officer).await?,
        faults,
        notice,
        stopped,
        heading: title(voice, page.kind(), page.year),
        whose: body(state, voice, &page.organisation),
        sign: Sign::of(voice, Some(page.state.stage)),
        since: moment(state, voice, page.since),
        version: page.state.version,
        steps: steps(state, visit, page),
        reasons: reasons(page),
        acts,
        unsent,
        freeze,
        figures: page
            .figures
            .as_ref()
            .map(|figures| shown(state, voice, figures, &action)),
        reads,
        sections: sections(state, visit, page, writes),
        sent: page.transmitted().map_or_else(Vec::new, |(_, kept)| {
            files(visit, kept, |language| {
                format!("{action}/{language}.pdf?sent=yes")
            })
        }),
        published: page.published().map_or_else(Vec::new, |(_, kept)| {
            files(visit, kept, |language| {
                visit.path(&format!("/reports/{}/{language}.pdf", page.id))
            })
        }),
        came: page.reports.map(|reports| counted(voice, reports)),
        drafts: if has_draft {
            in_each(&|language| format!("{action}/{language}.pdf"))
        } else {
            Vec::new()
        },
        previews: if page.verbs.contains(&Verb::Publish) {
            in_each(&|language| format!("{action}/{language}.pdf?{EDITION}=everybody"))
        } else {
            Vec::new()
        },
        record: record(state, visit, page),
        action,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &view)
}

fn files(
    visit: &Visit,
    kept: &[chikaya_domain::annual::Kept],
    address: impl Fn(Language) -> String,
) -> Vec<File> {
    kept.iter()
        .zip(digests(visit, kept))
        .map(|(kept, (language, digest))| File {
            language,
            address: address(kept.language),
            digest,
        })
        .collect()
}

/// What may be done now, but writing and taking figures, which stand beside texts and figures.
fn acts(visit: &Visit, page: &AnnualPage, typed: &Typed, faults: &Faults) -> Vec<Act> {
    let voice = visit.voice;
    page.verbs
        .iter()
        .filter(|verb| !matches!(verb, Verb::Write | Verb::Freeze))
        .map(|verb| {
            let is_final = is_final(*verb);
            let reasons = needs_reasons(page, *verb).then(|| Reasons {
                label: voice
                    .say(match verb {
                        Verb::Publish => "annual-reasons-unaccepted",
                        _ => "annual-reasons",
                    })
                    .into_owned(),
                typed: typed.text("reasons").to_owned(),
                limit: limit(voice, LONGEST_REASONS),
            });
            let is_wrong = |field: &str| faults.of(field).is_some();
            let is_typed = reasons.as_ref().is_some_and(|own| !own.typed.is_empty());
            Act {
                name: verb.as_str(),
                button: voice.say(&format!("annual-verb-{verb}")).into_owned(),
                means: voice.say(&means(page.kind(), *verb)).into_owned(),
                is_open: is_typed
                    || is_final && is_wrong("sure")
                    || reasons.is_some() && is_wrong("reasons"),
                is_final,
                reasons,
            }
        })
        .collect()
}

/// The key of what follows when something is done.
fn means(kind: Annual, verb: Verb) -> String {
    format!("annual-means-{kind}-{verb}")
}

fn sections(state: &State, visit: &Visit, page: &AnnualPage, writes: bool) -> Vec<SectionLine> {
    let voice = visit.voice;
    Section::of(page.kind())
        .map(|section| SectionLine {
            word: section.as_str(),
            name: voice.say(&format!("annual-section-{section}")).into_owned(),
            texts: LANGUAGES
                .iter()
                .map(|language| {
                    let text = page.text(section, *language);
                    TextLine {
                        language: language.code(),
                        direction: Voice::of(*language).direction(),
                        name: voice.say(&format!("language-{language}")).into_owned(),
                        body: text.map_or_else(String::new, |text| text.body.clone()),
                        by: text.map(|text| {
                            let when = moment(state, voice, text.at);
                            super::section::by(voice, &text.name, &when)
                        }),
                        write: writes.then(|| {
                            visit.path(&format!(
                                "{REPORTS}/{}/{section}?in={}",
                                page.id,
                                language.code()
                            ))
                        }),
                    }
                })
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chikaya_domain::annual::{Stage, TRANSITIONS};

    use super::*;

    #[test]
    fn everything_of_a_report_has_words_in_every_language() {
        for language in Language::ALL {
            let voice = Voice::of(language);
            for row in TRANSITIONS {
                if matches!(row.verb, Verb::Write | Verb::Freeze | Verb::Remind) {
                    continue;
                }
                let key = means(row.kind, row.verb);
                assert!(voice.knows(&key), "{language}: {key}");
            }
            let stages = Stage::ALL
                .iter()
                .map(|stage| format!("annual-stage-{stage}"));
            let sections = Section::ALL.iter();
            let sections = sections.map(|section| format!("annual-section-{section}"));
            for key in stages.chain(sections) {
                assert!(voice.knows(&key), "{language}: {key}");
            }
        }
    }
}
