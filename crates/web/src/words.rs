//! Pages made of words: rendering, due dates with their reason, codes as names.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use chikaya_domain::{
    case::{Actor, Channel, Fact, Kind as CaseKind, Track},
    clock::{DueDate, days_between},
    id::StaffId,
};
use chikaya_i18n::{Argument, Start, Voice};
use chikaya_service::{
    Country,
    attachment::Attachment,
    case::page::{CasePage, Entry},
    guess::Attempts,
    mail_in::parts,
    message::way::NewsBy,
};
use jiff::civil::Date;

use crate::{error::Problem, settings::State, timeline::particulars, visit::Visit};

/// What a filing is called: by its kind, and what came by the door of wrongdoing a report.
pub(crate) fn kind_word(voice: Voice, kind: CaseKind, track: Track) -> String {
    let key = if track.is_confidential() {
        format!("case-track-{track}")
    } else {
        format!("case-kind-{kind}")
    };
    voice.say(&key).into_owned()
}

/// That it was received, in the words of what it is.
pub(crate) fn received_word(voice: Voice, kind: CaseKind, track: Track) -> String {
    let key = if track.is_confidential() {
        "filing-report-received".to_owned()
    } else {
        format!("case-kind-{kind}-received")
    };
    voice.say(&key).into_owned()
}

/// A rendered page.
pub(crate) struct Page {
    status: StatusCode,
    html: String,
}

impl Page {
    /// Renders a page.
    pub(crate) fn of(visit: &Visit, page: &impl Template) -> Result<Self, Problem> {
        Ok(Self {
            status: StatusCode::OK,
            html: page
                .render()
                .map_err(|error| Problem::fault(visit, error))?,
        })
    }

    /// Its words.
    pub(crate) fn html(&self) -> &str {
        &self.html
    }

    /// The page of a form that was not accepted: 422, with everything that was typed.
    pub(crate) const fn refused(mut self) -> Self {
        self.status = StatusCode::UNPROCESSABLE_ENTITY;
        self
    }

    /// The page of something that this role may see and not change: 403.
    pub(crate) const fn forbidden(mut self) -> Self {
        self.status = StatusCode::FORBIDDEN;
        self
    }

    /// The page of something that changed meanwhile: 409.
    pub(crate) const fn stale(mut self) -> Self {
        self.status = StatusCode::CONFLICT;
        self
    }

    /// The page of a form that was not carried out: because of what changed meanwhile, or of what was typed.
    pub(crate) const fn stale_or_refused(self, is_stale: bool) -> Self {
        if is_stale {
            self.stale()
        } else {
            self.refused()
        }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        (self.status, Html(self.html)).into_response()
    }
}

/// Why an answer is due on that day, in sentences.
pub(crate) fn derivation(voice: Voice, due: &DueDate, is_reopened: bool) -> String {
    let start = if is_reopened {
        Start::Reopening
    } else {
        Start::Deposit
    };
    voice.derivation(due, start).join(" ")
}

/// That a text is `over` characters longer than the `limit`.
pub(crate) fn too_long(voice: Voice, over: usize, limit: usize) -> String {
    voice.say_with(
        "error-too-long",
        &[
            ("over", Argument::count(over)),
            ("limit", Argument::count(limit)),
        ],
    )
}

/// How someone learns of what happens to their case: what is promised wherever it is spoken of.
pub(crate) fn news(voice: Voice, by: NewsBy) -> String {
    voice.say(&format!("news-by-{}", by.as_str())).into_owned()
}

/// What follows at the desk when something is sent to a filer who learns of it so.
pub(crate) fn follows(voice: Voice, by: NewsBy) -> String {
    voice
        .say(&format!("desk-sent-{}", by.as_str()))
        .into_owned()
}

/// How long a text may be, told before it is longer.
pub(crate) fn limit(voice: Voice, limit: usize) -> String {
    voice.say_with("filing-text-limit", &[("limit", Argument::count(limit))])
}

/// One entry of a timeline, in words.
pub(crate) struct Happened {
    /// What.
    pub what: String,
    /// When.
    pub when: String,
    /// Who, at the desk.
    pub who: String,
    /// The text that belongs to it, line by line.
    pub lines: Vec<String>,
    /// The same, part by part: what repeats a mail can be folded.
    pub parts: Vec<Said>,
    /// Class of its star.
    pub class: &'static str,
    /// Whether it is not for the filer's eyes.
    pub is_inner: bool,
}

/// A part of a text.
pub(crate) struct Said {
    /// Whether it repeats the mail to which the text replies.
    pub is_quoted: bool,
    /// Its lines.
    pub lines: Vec<String>,
}

/// The parts of a text: of what may have come by mail what it repeats is a part of its own.
fn parts_of(fact: &Fact, body: &str) -> Vec<Said> {
    let may_be_mail = matches!(
        fact,
        Fact::Replied { .. } | Fact::MessageAdded { .. } | Fact::Noted { .. }
    );
    let lines = |words: &str| words.lines().map(str::to_owned).collect();
    if !may_be_mail {
        return vec![Said {
            is_quoted: false,
            lines: lines(body),
        }];
    }
    parts(body)
        .into_iter()
        .map(|part| Said {
            is_quoted: part.is_quoted,
            lines: lines(&part.words),
        })
        .collect()
}

/// The family of messages in which the desk reads a timeline.
pub(crate) const DESK_WORDS: &str = "case-desk-event-";

/// The timeline in words, newest first. `prefix` chooses the filer's or the desk's words. Those who acted are named as far
/// as `names` goes: the filer deals with administrations, the desk with colleagues.
pub(crate) fn happened(
    country: &Country,
    voice: Voice,
    page: &CasePage,
    prefix: &str,
    names: &BTreeMap<StaffId, String>,
) -> Vec<Happened> {
    page.timeline
        .iter()
        .rev()
        .map(|entry| {
            let mut what = voice
                .say(&format!("{prefix}{}", name_of(entry)))
                .into_owned();
            if let Fact::Transferred { to, .. }
            | Fact::Arbitrated { competent: to, .. }
            | Fact::Climbed { to, .. } = &entry.fact
                && let Some(body) = country.organisations.find(to)
            {
                what = format!("{what} · {}", body.names.in_language(voice.language()));
            }
            if let (Actor::Staff { organisation, .. }, Fact::Filed(_)) = (&entry.actor, &entry.fact)
            {
                let body = country
                    .organisations
                    .name_of(organisation, voice.language());
                what = format!("{what} · {body}");
            }
            if let Fact::Imported {
                register, number, ..
            } = &entry.fact
            {
                what = format!("{what} · {register} {number}");
            }
            if prefix == DESK_WORDS {
                let beside = particulars(country, voice, page, &entry.fact, names);
                what = std::iter::once(what)
                    .chain(beside)
                    .collect::<Vec<_>>()
                    .join(" · ");
            }
            let who = match &entry.actor {
                Actor::Filer => voice.say("case-actor-desk-filer").into_owned(),
                Actor::System => voice.say("case-actor-system").into_owned(),
                Actor::Register => voice.say("case-actor-register").into_owned(),
                Actor::Staff {
                    staff,
                    organisation,
                    ..
                } => {
                    let body = country
                        .organisations
                        .name_of(organisation, voice.language());
                    names
                        .get(staff)
                        .map_or_else(|| body.to_owned(), |name| format!("{name} · {body}"))
                }
            };
            let is_words = matches!(entry.fact, Fact::Filed(_));
            let text = entry.text.as_ref().filter(|_| !is_words);
            Happened {
                parts: text.map_or_else(Vec::new, |text| parts_of(&entry.fact, &text.body)),
                what,
                when: voice.date_time(country.calendar.local(entry.at)),
                who,
                lines: text
                    .map(|text| text.body.lines().map(str::to_owned).collect())
                    .unwrap_or_default(),
                class: match entry.fact {
                    Fact::QuestionAsked { .. } | Fact::Replied { .. } => "mine",
                    _ => "",
                },
                is_inner: !entry.fact.is_shown_to_filer(),
            }
        })
        .collect()
}

/// The word by which an entry of a timeline is told.
pub(crate) fn name_of(entry: &Entry) -> String {
    match (&entry.actor, &entry.fact) {
        // Nobody got a receipt of the portal for what another register received.
        (Actor::Register, Fact::Filed(_)) => "filed-elsewhere".to_owned(),
        (Actor::Staff { .. }, Fact::Filed(filed)) => match filed.channel {
            Channel::Phone => "filed-by-phone".to_owned(),
            Channel::Letter => "filed-by-letter".to_owned(),
            _ => "filed-at-counter".to_owned(),
        },
        (Actor::Staff { .. }, Fact::Replied { .. }) => "replied-by-others".to_owned(),
        (_, Fact::Told { how, .. }) => format!("told-{how}"),
        (_, fact) => fact.name().to_owned(),
    }
}

/// A file to download.
pub(crate) struct FileLink {
    /// Name.
    pub name: String,
    /// Size in words.
    pub size: String,
    /// Address.
    pub address: String,
    /// Symbol.
    pub icon: &'static str,
    /// For whose eyes it is, as the desk is told; empty for the filer.
    pub seen_by: String,
}

impl FileLink {
    /// The files of a case, below its address.
    pub(crate) fn list(voice: Voice, files: &[Attachment], base: &str) -> Vec<Self> {
        files
            .iter()
            .map(|file| Self {
                name: file.name.clone(),
                size: voice.bytes(u64::try_from(file.bytes).unwrap_or(0)),
                address: format!("{base}/files/{}", file.id),
                icon: if file.preview { "image" } else { "file" },
                seen_by: String::new(),
            })
            .collect()
    }

    /// The same at the desk, with who sees each.
    pub(crate) fn list_at_desk(voice: Voice, files: &[Attachment], base: &str) -> Vec<Self> {
        let mut links = Self::list(voice, files, base);
        for (link, file) in links.iter_mut().zip(files) {
            let word = file.audience.as_str();
            link.seen_by = voice.say(&format!("case-audience-{word}")).into_owned();
        }
        links
    }
}

/// The legal clock as a ruler: percentages of its length, mirrored where the page runs right to left.
pub(crate) struct Ruler {
    /// Where the spent part begins.
    pub spent_from: String,
    /// How long it is.
    pub spent: String,
    /// Where today is.
    pub today: String,
    /// The sentence that says the same.
    pub sentence: String,
    /// First and last day in words.
    pub ends: (String, String),
    /// Today in words.
    pub today_words: String,
    /// Where the words of today are anchored, so that they stay inside.
    pub anchor: &'static str,
    /// Where the day by which a case must be transferred is, and that day in words: shown on the first day, when there
    /// is nothing to say of today.
    pub tick: Option<(String, String)>,
    /// Whether the page tells at once how the day was counted.
    pub is_told: bool,
}

impl Ruler {
    /// From the day of deposit to the day the answer is due.
    pub(crate) fn new(voice: Voice, start: Date, due: Date, today: Date, total: i32) -> Self {
        let passed = days_between(start, today).clamp(0, total.max(0));
        let share = if total > 0 {
            f64::from(passed) / f64::from(total) * 100.0
        } else {
            100.0
        };
        let is_mirrored = voice.direction() == "rtl";
        let place = if is_mirrored { 100.0 - share } else { share };
        Self {
            spent_from: format!("{:.2}%", if is_mirrored { place } else { 0.0 }),
            spent: format!("{share:.2}%"),
            today: format!("{place:.2}%"),
            sentence: voice.say_with(
                "due-clock-sentence",
                &[
                    ("from", Argument::Date(start)),
                    ("date", Argument::Date(due)),
                ],
            ),
            ends: (voice.day_month(start), voice.day_month(due)),
            today_words: voice.weekday_day_month(today),
            // SVG's start and end follow the direction of the text, as the ruler itself does.
            anchor: match share {
                share if share < 20.0 => "start",
                share if share > 80.0 => "end",
                _ => "middle",
            },
            tick: None,
            is_told: false,
        }
    }

    /// The clock of a case that was just filed, with the day by which it must be transferred.
    pub(crate) fn begun(voice: Voice, start: Date, due: Date, transfer_due: Date) -> Self {
        let total = days_between(start, due);
        let tick = Self::new(voice, start, due, transfer_due, total).today;
        Self {
            tick: Some((tick, voice.day_month(transfer_due))),
            is_told: true,
            ..Self::new(voice, start, due, start, total)
        }
    }
}

/// For how long nothing is looked at, in minutes begun.
pub(crate) fn wait(voice: Voice, seconds: u32) -> String {
    let minutes = i64::from(seconds.div_ceil(60));
    voice.say_with("error-wait", &[("minutes", Argument::Number(minutes))])
}

/// What was tried at something of the reader's own, in the sentence of a key.
pub(crate) fn attempts(state: &State, voice: Voice, key: &str, attempts: &Attempts) -> String {
    let moment = state.clerks.country().calendar.local(attempts.last_at);
    voice.say_with(
        key,
        &[
            ("count", Argument::Number(i64::from(attempts.count))),
            ("moment", Argument::Text(&voice.date_time(moment))),
        ],
    )
}
