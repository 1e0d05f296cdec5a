//! Measuring: what is asked of a portal, in which order, and what came of it.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, Request, StatusCode, header};

use super::{
    figures::{Latencies, Memory, milliseconds},
    load::{Asked, Load, Measured},
    mails::{self, Mails},
    population::Population,
    report::{ColdStart, Query, Rate, Seen},
    statistics::{self, Statistics},
};
use crate::{
    form::between,
    portal::{Portal, processor_time},
    visitor::{Filed, Visitor},
};

/// How much is asked.
pub(super) struct Measure {
    /// Connections of rates.
    pub(super) connections: usize,
    /// Connections of queries.
    pub(super) lookers: usize,
    /// Time of each rate.
    pub(super) time: Duration,
}

/// What the large population showed.
pub(super) struct Everything {
    pub(super) idle: Memory,
    pub(super) loaded: Memory,
    pub(super) rates: Vec<Rate>,
    pub(super) queries: Vec<Query>,
    pub(super) mails: Mails,
    pub(super) statistics: Statistics,
}

/// A demonstration has a mailbox page: messages are worded and kept as they would be sent, beside everything else.
const DEMO: &[&str] = &["--demo"];

/// Starts of the program that are timed.
const STARTS: usize = 7;

/// Turns in which each population is asked one query.
const TURNS: u32 = 4;

/// What the browsers of today accept.
const COMPRESSED: &str = "gzip, deflate, br, zstd";

/// Nothing but the page itself.
const PLAIN: &str = "identity";

/// A word that stands in one filing alone.
const RARE: &str = "xylographe";

/// A word of so many filings that the list of hits is full with either population.
const COMMON: &str = "depuis";

/// What somebody writes who wants to file.
const WORDS: &str = "Depuis trois semaines, les lampadaires de la rue de l’École sont éteints. \
    المصابيح مطفأة في الحي، والأطفال يرجعون من المدرسة في الظلام.";

/// The most that one can write, in characters.
const LONGEST: usize = 8_000;

/// What filers are to open: as many cases, of which each visitor opens one.
const FILERS: usize = 32;

/// Times the program's starts with a population present. Its files are in the page cache: what is timed is the
/// program.
pub(super) fn cold_start(population: &Population) -> anyhow::Result<ColdStart> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        times.push(population.place.open()?.cold_start());
    }
    times.sort_unstable();
    Ok(ColdStart {
        min_ms: milliseconds(times[0]),
        median_ms: milliseconds(times[STARTS / 2]),
        max_ms: milliseconds(times[STARTS - 1]),
        starts: STARTS,
    })
}

impl Measure {
    /// Memory at rest, queries of both populations, rates of the large one, memory afterwards.
    pub(super) fn everything(
        &self,
        small: &Population,
        large: &Population,
    ) -> anyhow::Result<Everything> {
        let portal = large.place.open_with(DEMO)?;
        portal.rest()?;
        let idle = Memory::of(portal.pid())?;
        let scene = Scene::set(&portal, large)?;
        let queries = {
            let beside = small.place.open_with(DEMO)?;
            beside.rest()?;
            self.compare(&Scene::set(&beside, small)?, &scene)?
        };
        // The filings come last.
        let rates = self.ask_rates(&portal, &scene)?;
        let lag = statistics::lag(&large.place)?;
        let loaded = Memory::of(portal.pid())?;
        drop(portal);
        let mails = mails::measure(small)?;
        let statistics = statistics::measure(large, lag)?;
        Ok(Everything {
            idle,
            loaded,
            rates,
            queries,
            mails,
            statistics,
        })
    }

    /// Asks both populations the same in turns: whatever else the machine does meanwhile happens to both.
    fn compare(&self, small: &Scene, large: &Scene) -> anyhow::Result<Vec<Query>> {
        let of_small = small.queries();
        let of_large = large.queries();
        of_small
            .into_iter()
            .zip(of_large)
            .map(|((name, of_small), (_, of_large))| {
                let mut small = Looked::at(small, of_small);
                let mut large = Looked::at(large, of_large);
                for turn in 0..TURNS {
                    // Whoever was first is second in the next turn.
                    let (first, second) = if turn % 2 == 0 {
                        (&mut small, &mut large)
                    } else {
                        (&mut large, &mut small)
                    };
                    for looked in [first, second] {
                        self.look(looked).context(name)?;
                    }
                }
                let query = Query::new(name, small.seen(), large.seen());
                println!(
                    "  {name}: p50 {:.2} and {:.2} ms, ratio {:.2}",
                    query.small.spread.p50_ms, query.large.spread.p50_ms, query.ratio_p50
                );
                Ok(query)
            })
            .collect()
    }

    /// One turn.
    fn look(&self, looked: &mut Looked) -> anyhow::Result<()> {
        let measured = Load {
            authority: looked.authority.clone(),
            connections: self.lookers,
            time: self.time / 3 / TURNS,
            expected: StatusCode::OK,
            request: Arc::clone(&looked.requests),
        }
        .run()?;
        looked.bytes = measured.bytes;
        looked.latencies.append(measured.latencies);
        Ok(())
    }

    fn ask_rates(&self, portal: &Portal, scene: &Scene) -> anyhow::Result<Vec<Rate>> {
        let pages = Some(10_000.0);
        let desk_cases = scene.desk(scene.by_reference("/fr/desk/case/"), COMPRESSED);
        let queue = scene.desk(vec!["/fr/desk?view=open".to_owned()], COMPRESSED);
        let ok = StatusCode::OK;
        vec![
            ("case pages, filer", pages, ok, scene.filers(COMPRESSED)),
            (
                "case pages, filer, not compressed",
                None,
                ok,
                scene.filers(PLAIN),
            ),
            ("case pages, desk", None, ok, desk_cases),
            ("queues, desk", None, ok, queue),
            (
                "statistics of the country",
                Some(4_400.0),
                ok,
                scene.one("/fr/statistics", ""),
            ),
            (
                "statistics of a region",
                Some(4_400.0),
                ok,
                scene.one("/fr/statistics/territory/region-09", ""),
            ),
            (
                "filings",
                Some(1_500.0),
                StatusCode::CREATED,
                filings(&scene.authority, "bench"),
            ),
        ]
        .into_iter()
        .map(|(name, target, expected, request)| {
            let before = processor_time(portal.pid())?;
            let measured = Load {
                authority: portal.authority().to_owned(),
                connections: self.connections,
                time: self.time,
                expected,
                request,
            }
            .run()
            .context(name)?;
            let used = processor_time(portal.pid())?.saturating_sub(before);
            Ok(rate(name, target, measured, used))
        })
        .collect()
    }
}

fn rate(name: &'static str, target: Option<f64>, measured: Measured, used: Duration) -> Rate {
    let all = u32::try_from(measured.all).unwrap_or(u32::MAX).max(1);
    let processor_us = milliseconds(used / all) * 1e3;
    let per_second = measured.per_second();
    let bytes = measured.bytes;
    let spread = measured.latencies.spread();
    println!(
        "  {name}: {per_second:.0}/s, p99 {:.2} ms, {processor_us:.0} µs of processor each",
        spread.p99_ms
    );
    Rate {
        name,
        per_second: per_second.round(),
        target,
        spread,
        processor_us,
        bytes,
    }
}

/// What one population showed of one query so far.
struct Looked {
    authority: String,
    requests: Requests,
    latencies: Latencies,
    bytes: usize,
}

impl Looked {
    fn at(scene: &Scene, requests: Requests) -> Self {
        Self {
            authority: scene.authority.clone(),
            requests,
            latencies: Latencies::default(),
            bytes: 0,
        }
    }

    fn seen(self) -> Seen {
        Seen {
            spread: self.latencies.spread(),
            bytes: self.bytes,
        }
    }
}

/// The request with a number.
pub(super) type Requests = Arc<dyn Fn(u64) -> anyhow::Result<Asked> + Send + Sync>;

/// Who asks: an officer who is signed in and filers who opened their cases.
struct Scene {
    authority: String,
    officer: String,
    next: String,
    references: Vec<String>,
    filers: Vec<(String, String)>,
    /// Drafts whose words are heard: what each is called, its address, and its filer's cookies.
    heard: Vec<(&'static str, String, String)>,
}

impl Scene {
    /// Signs in, files and opens what is asked for afterwards.
    fn set(portal: &Portal, population: &Population) -> anyhow::Result<Self> {
        let mut officer = Visitor::new(portal.address());
        officer.sign_in(population.officer, &population.password)?;
        let page = officer.page("/fr/desk?view=open")?;
        let after = between(&page, "after=", "\"")
            .context("the queue of the officer has one page: simulate more cases")?;
        let next = format!("/fr/desk?view=open&after={after}");
        let filer = Visitor::new(portal.address());
        filer.file("bench-rare", &filing(&format!("Une phrase avec {RARE}.")))?;
        let filers = (0..FILERS)
            .map(|number| {
                let words = "Le lampadaire de la rue est éteint depuis trois semaines.";
                let filed: Filed = filer.file(&format!("bench-open-{number}"), &filing(words))?;
                let mut visitor = Visitor::new(portal.address());
                visitor.open(&filed)?;
                let address = format!("/fr/track/{}", filed.reference);
                visitor.page(&address)?;
                Ok((address, visitor.cookies()))
            })
            .collect::<anyhow::Result<_>>()?;
        let longest: String = WORDS.chars().cycle().take(LONGEST).collect();
        let mut heard = Vec::new();
        for (name, words) in [
            ("subjects heard in two sentences", WORDS),
            ("subjects heard in 8,000 characters", &longest),
        ] {
            let mut writer = Visitor::new(portal.address());
            if let Some(draft) = writer.begin(words)? {
                heard.push((name, format!("{draft}/about"), writer.cookies()));
            }
        }
        Ok(Self {
            heard,
            authority: portal.authority().to_owned(),
            officer: officer.cookies(),
            next,
            references: population.references.clone(),
            filers,
        })
    }

    /// What is asked of both populations.
    fn queries(&self) -> Vec<(&'static str, Requests)> {
        let list = |address: &str| self.desk(vec![address.to_owned()], COMPRESSED);
        let mut queries = vec![
            ("queue: open, first page", list("/fr/desk?view=open")),
            ("queue: open, next page", list(&self.next)),
            ("queue: late", list("/fr/desk?view=late")),
            ("queue: due soon", list("/fr/desk?view=soon")),
            (
                "queue: open, proposals",
                list("/fr/desk?view=open&kind=proposal"),
            ),
            ("queue: new", list("/fr/desk?view=new")),
            ("queue: closed", list("/fr/desk?view=closed")),
            (
                "queue: closed, proposals",
                list("/fr/desk?view=closed&kind=proposal"),
            ),
            ("dashboard of a body", list("/fr/desk/dashboard")),
            ("search: common word", list(&format!("/fr/desk?q={COMMON}"))),
            ("search: rare word", list(&format!("/fr/desk?q={RARE}"))),
            (
                "search: reference",
                self.desk(self.by_reference("/fr/desk?q="), COMPRESSED),
            ),
            (
                "case at the desk, by reference",
                self.desk(self.by_reference("/fr/desk/case/"), COMPRESSED),
            ),
            ("case of a filer", self.filers(COMPRESSED)),
            ("statistics of the country", self.one("/fr/statistics", "")),
            (
                "statistics of a region",
                self.one("/fr/statistics/territory/region-09", ""),
            ),
        ];
        queries.extend(
            self.heard
                .iter()
                .map(|(name, address, cookies)| (*name, self.one(address, cookies))),
        );
        if !self.heard.is_empty() {
            queries.push((
                "bodies looked up by an everyday word",
                self.one("/fr/look-up/organisations?q=hopital", ""),
            ));
        }
        queries
    }

    /// One page, again and again.
    fn one(&self, address: &str, cookies: &str) -> Requests {
        let authority = self.authority.clone();
        let (address, cookies) = (address.to_owned(), cookies.to_owned());
        Arc::new(move |_| page(&authority, &address, &cookies, COMPRESSED))
    }

    /// Addresses that end in a reference, spread over all references.
    fn by_reference(&self, before: &str) -> Vec<String> {
        let step = (self.references.len() / 1_000).max(1);
        self.references
            .iter()
            .step_by(step)
            .map(|reference| format!("{before}{reference}"))
            .collect()
    }

    /// The officer's requests, one address after the other.
    fn desk(&self, addresses: Vec<String>, accepted: &'static str) -> Requests {
        let (authority, cookies) = (self.authority.clone(), self.officer.clone());
        Arc::new(move |number| {
            let address = pick(&addresses, number).context("there is no address")?;
            page(&authority, address, &cookies, accepted)
        })
    }

    /// The filers' requests, each for the case they opened.
    fn filers(&self, accepted: &'static str) -> Requests {
        let (authority, filers) = (self.authority.clone(), self.filers.clone());
        Arc::new(move |number| {
            let (address, cookies) = pick(&filers, number).context("there is no filer")?;
            page(&authority, address, cookies, accepted)
        })
    }
}

/// Filings, each with a key of a series, a name and a contact of its own.
pub(super) fn filings(authority: &str, series: &'static str) -> Requests {
    filings_of(authority, series, "email", |number| {
        format!("person{number}@sample.invalid")
    })
}

/// The same of people who give another contact: the field, and what stands in it for each.
pub(super) fn filings_of(
    authority: &str,
    series: &'static str,
    field: &'static str,
    contact: fn(u64) -> String,
) -> Requests {
    let authority = authority.to_owned();
    Arc::new(move |number| {
        let body = serde_json::json!({
            "kind": "complaint",
            "language": "fr",
            "text": format!("Le lampadaire numéro {number} de la rue est éteint depuis trois semaines."),
            "subject": "public-lighting",
            "territory": "commune-09-581-01-07",
            "name": format!("Sample person {number}"),
            field: contact(number),
        });
        Ok(Request::builder()
            .method(Method::POST)
            .uri("/api/v1/cases")
            .header(header::HOST, &authority)
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", format!("{series}-{number}"))
            .body(Full::new(Bytes::from(body.to_string())))?)
    })
}

/// A filing without a name.
pub(super) fn filing(words: &str) -> String {
    serde_json::json!({
        "kind": "complaint",
        "language": "fr",
        "text": words,
        "subject": "public-lighting",
        "territory": "commune-09-581-01-07",
    })
    .to_string()
}

fn page(authority: &str, address: &str, cookies: &str, accepted: &str) -> anyhow::Result<Asked> {
    Ok(Request::builder()
        .uri(address)
        .header(header::HOST, authority)
        .header(header::COOKIE, cookies)
        .header(header::ACCEPT_ENCODING, accepted)
        .body(Full::default())?)
}

/// The item whose turn it is.
fn pick<T>(items: &[T], number: u64) -> Option<&T> {
    let length = u64::try_from(items.len()).ok()?;
    items.get(usize::try_from(number.checked_rem(length)?).ok()?)
}
