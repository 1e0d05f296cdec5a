//! Measuring: what is asked of a portal, in which order, and what came of it.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, Request, StatusCode, header};

use super::{
    figures::{Memory, Spread, milliseconds},
    load::{Asked, Load, Measured},
    population::Population,
    report::{ColdStart, Rate},
    visitor::{Filed, Visitor, between},
};
use crate::portal::{Portal, processor_time};

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
    pub(super) queries: Vec<(&'static str, Spread)>,
}

/// Starts of the program that are timed.
const STARTS: usize = 7;

/// What the browsers of today accept.
const COMPRESSED: &str = "gzip, deflate, br, zstd";

/// Nothing but the page itself.
const PLAIN: &str = "identity";

/// A word that stands in one filing alone.
const RARE: &str = "xylographe";

/// A word of every fifth filing of the simulation.
const COMMON: &str = "lampadaires";

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
    /// The queries alone.
    pub(super) fn queries(
        &self,
        population: &Population,
    ) -> anyhow::Result<Vec<(&'static str, Spread)>> {
        let portal = population.place.open()?;
        portal.rest()?;
        let scene = Scene::set(&portal, population)?;
        self.ask_queries(&portal, &scene)
    }

    /// Memory at rest, queries, rates, memory afterwards.
    pub(super) fn everything(&self, population: &Population) -> anyhow::Result<Everything> {
        let portal = population.place.open()?;
        portal.rest()?;
        let idle = Memory::of(portal.pid())?;
        let scene = Scene::set(&portal, population)?;
        let queries = self.ask_queries(&portal, &scene)?;
        let rates = self.ask_rates(&portal, &scene)?;
        let loaded = Memory::of(portal.pid())?;
        Ok(Everything {
            idle,
            loaded,
            rates,
            queries,
        })
    }

    fn ask_queries(
        &self,
        portal: &Portal,
        scene: &Scene,
    ) -> anyhow::Result<Vec<(&'static str, Spread)>> {
        let list = |address: &str| scene.desk(vec![address.to_owned()], COMPRESSED);
        let queries: Vec<(&'static str, Requests)> = vec![
            ("queue: open, first page", list("/fr/desk?view=open")),
            ("queue: open, next page", list(&scene.next)),
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
            ("search: common word", list(&format!("/fr/desk?q={COMMON}"))),
            ("search: rare word", list(&format!("/fr/desk?q={RARE}"))),
            (
                "search: reference",
                scene.desk(scene.by_reference("/fr/desk?q="), COMPRESSED),
            ),
            (
                "case at the desk, by reference",
                scene.desk(scene.by_reference("/fr/desk/case/"), COMPRESSED),
            ),
            ("case of a filer", scene.filers(COMPRESSED)),
        ];
        queries
            .into_iter()
            .map(|(name, requests)| {
                let measured = Load {
                    authority: portal.authority().to_owned(),
                    connections: self.lookers,
                    time: self.time / 3,
                    expected: StatusCode::OK,
                    request: requests,
                }
                .run()
                .context(name)?;
                let spread = measured.latencies.spread();
                println!(
                    "  {name}: p50 {:.2} ms, p99 {:.2} ms",
                    spread.p50_ms, spread.p99_ms
                );
                Ok((name, spread))
            })
            .collect()
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
                "filings",
                Some(1_500.0),
                StatusCode::CREATED,
                scene.filings(),
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

type Requests = Arc<dyn Fn(u64) -> anyhow::Result<Asked> + Send + Sync>;

/// Who asks: an officer who is signed in and filers who opened their cases.
struct Scene {
    authority: String,
    officer: String,
    next: String,
    references: Vec<String>,
    filers: Vec<(String, String)>,
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
        Ok(Self {
            authority: portal.authority().to_owned(),
            officer: officer.cookies(),
            next,
            references: population.references.clone(),
            filers,
        })
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

    /// Filings, each with a key, a name and a contact of its own.
    fn filings(&self) -> Requests {
        let authority = self.authority.clone();
        Arc::new(move |number| {
            let body = serde_json::json!({
                "kind": "complaint",
                "language": "fr",
                "text": format!("Le lampadaire numéro {number} de la rue est éteint depuis trois semaines."),
                "subject": "public-lighting",
                "territory": "commune-09-581-01-07",
                "name": format!("Sample person {number}"),
                "email": format!("person{number}@sample.invalid"),
            });
            Ok(Request::builder()
                .method(Method::POST)
                .uri("/api/v1/cases")
                .header(header::HOST, &authority)
                .header(header::CONTENT_TYPE, "application/json")
                .header("idempotency-key", format!("bench-{number}"))
                .body(Full::new(Bytes::from(body.to_string())))?)
        })
    }
}

/// A filing without a name.
fn filing(words: &str) -> String {
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
