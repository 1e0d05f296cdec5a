//! The report: what was measured, as a table for people and as JSON for programs.

use std::fmt::Write as _;

use serde::Serialize;

use super::{
    figures::{Machine, Memory, Spread},
    mails::Mails,
    statistics::Statistics,
};

/// Everything one run measured.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// Where.
    pub(super) machine: Machine,
    /// Cases of the large population.
    pub(super) cases: usize,
    /// Cases of the small one.
    pub(super) small: usize,
    /// Connections of the rates.
    pub(super) connections: usize,
    /// Connections of the queries.
    pub(super) lookers: usize,
    /// Seconds of each rate.
    pub(super) seconds: u64,
    /// Each database.
    pub(super) engines: Vec<Engine>,
}

/// What was measured on one database.
#[derive(Debug, Serialize)]
pub(super) struct Engine {
    /// `sqlite` or `postgres`.
    pub(super) database: &'static str,
    /// Seconds in which the large population was simulated, where this run did it.
    pub(super) simulated_in: Option<f64>,
    /// From starting the program to its first 200 on `/health/ready`, over several starts.
    pub(super) cold_start: ColdStart,
    /// Memory before the first request.
    pub(super) idle: Memory,
    /// Memory at the end, after all loads.
    pub(super) loaded: Memory,
    /// Throughput with the large population present.
    pub(super) rates: Vec<Rate>,
    /// Latencies with both populations.
    pub(super) queries: Vec<Query>,
    /// Mails to a server that takes everything.
    pub(super) mails: Mails,
    /// What the counting, an edition and the documents took, with the large population.
    pub(super) statistics: Statistics,
}

/// Cold starts, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct ColdStart {
    /// The fastest.
    pub(super) min_ms: f64,
    /// The middle one.
    pub(super) median_ms: f64,
    /// The slowest.
    pub(super) max_ms: f64,
    /// How many.
    pub(super) starts: usize,
}

/// Throughput of one kind of request.
#[derive(Debug, Serialize)]
pub(super) struct Rate {
    /// What.
    pub(super) name: &'static str,
    /// Answers in a second.
    pub(super) per_second: f64,
    /// What is aimed at, answers in a second, where something is.
    pub(super) target: Option<f64>,
    /// Their latencies.
    pub(super) spread: Spread,
    /// Processor time of the portal for one answer, in microseconds: what counts when other programs share the
    /// machine. PostgreSQL's own is not in it.
    pub(super) processor_us: f64,
    /// Bytes of an answer's body, on average.
    pub(super) bytes: usize,
}

/// One kind of page with one population.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Seen {
    /// Its latencies.
    pub(super) spread: Spread,
    /// Bytes of its body as sent, on average: a page that holds more lines costs more.
    pub(super) bytes: usize,
}

/// Latency of one kind of page with both populations.
#[derive(Debug, Serialize)]
pub(super) struct Query {
    /// What.
    pub(super) name: &'static str,
    /// With the small population.
    pub(super) small: Seen,
    /// With the large one.
    pub(super) large: Seen,
    /// Median with the large population over median with the small one.
    pub(super) ratio_p50: f64,
    /// The same of the 99th percentile.
    pub(super) ratio_p99: f64,
}

impl Query {
    /// Compares.
    pub(super) fn new(name: &'static str, small: Seen, large: Seen) -> Self {
        Self {
            name,
            small,
            large,
            ratio_p50: ratio(large.spread.p50_ms, small.spread.p50_ms),
            ratio_p99: ratio(large.spread.p99_ms, small.spread.p99_ms),
        }
    }
}

/// To the hundredth.
fn ratio(one: f64, other: f64) -> f64 {
    (one / other * 100.0).round() / 100.0
}

impl Report {
    /// For programs.
    pub(super) fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self)
    }

    /// For people.
    pub(super) fn markdown(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let machine = &self.machine;
        writeln!(text, "# Benchmark of {}\n", machine.commit)?;
        writeln!(
            text,
            "{} cores ({}), {} MiB, Linux {}, {}{}. Load and portal share the machine.\n",
            machine.cores,
            machine.processor,
            machine.memory,
            machine.kernel,
            machine.compiler,
            machine
                .postgresql
                .as_deref()
                .map_or_else(String::new, |version| format!(", {version}")),
        )?;
        for engine in &self.engines {
            self.write_engine(text, engine)?;
        }
        Ok(())
    }

    fn write_engine(&self, text: &mut String, engine: &Engine) -> std::fmt::Result {
        writeln!(text, "## {}, {} cases\n", engine.database, self.cases)?;
        if let Some(seconds) = engine.simulated_in {
            writeln!(text, "Simulated in {seconds:.0} s.\n")?;
        }
        let (cold, idle, loaded) = (engine.cold_start, engine.idle, engine.loaded);
        writeln!(text, "| | |\n|---|---|")?;
        writeln!(
            text,
            "| cold start, {} starts | {:.0} ms ({:.0}–{:.0}) |",
            cold.starts, cold.median_ms, cold.min_ms, cold.max_ms
        )?;
        writeln!(
            text,
            "| memory idle | {} MiB, of which own {} |",
            idle.resident, idle.own
        )?;
        writeln!(
            text,
            "| memory loaded | {} MiB, of which own {}; peak {} |",
            loaded.resident, loaded.own, loaded.peak
        )?;
        writeln!(
            text,
            "| mails to a server, {} waiting | {:.0}/s, {:.0} µs of processor each |",
            engine.mails.waited, engine.mails.per_second, engine.mails.processor_us
        )?;
        let told = engine.statistics;
        writeln!(
            text,
            "| followers behind at the end of the filings | {:.1} s |\n\
             | statistics built again | {:.0} events/s |\n\
             | an edition of the statistics | {:.1} s |\n\
             | annual report, PDF | {:.2} s |\n\
             | national synthesis, PDF | {:.2} s, {} MiB |\n",
            told.lag_s,
            told.rebuilt_per_second,
            told.edition_s,
            told.annual_s,
            told.synthesis_s,
            told.synthesis_mib
        )?;
        writeln!(
            text,
            "| {} connections, {} s each | /s | target | p50 ms | p99 ms | processor µs | bytes |\n|---|---|---|---|---|---|---|",
            self.connections, self.seconds
        )?;
        for rate in &engine.rates {
            let target = rate
                .target
                .map_or_else(|| "–".to_owned(), |target| format!("≥ {target:.0}"));
            writeln!(
                text,
                "| {} | {:.0} | {target} | {:.2} | {:.2} | {:.0} | {} |",
                rate.name,
                rate.per_second,
                rate.spread.p50_ms,
                rate.spread.p99_ms,
                rate.processor_us,
                rate.bytes
            )?;
        }
        writeln!(
            text,
            "\n| {} connections | p50 ms, {} cases | p50 ms, {} | ratio | p99 ms, {} | p99 ms, {} | ratio | bytes, {} | bytes, {} |\n|---|---|---|---|---|---|---|---|---|",
            self.lookers, self.small, self.cases, self.small, self.cases, self.small, self.cases
        )?;
        for query in &engine.queries {
            writeln!(
                text,
                "| {} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {} | {} |",
                query.name,
                query.small.spread.p50_ms,
                query.large.spread.p50_ms,
                query.ratio_p50,
                query.small.spread.p99_ms,
                query.large.spread.p99_ms,
                query.ratio_p99,
                query.small.bytes,
                query.large.bytes
            )?;
        }
        writeln!(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn spread(p50_ms: f64) -> Spread {
        Spread {
            p50_ms,
            p99_ms: 8.0,
            longest_ms: 20.0,
        }
    }

    const fn seen(p50_ms: f64) -> Seen {
        Seen {
            spread: spread(p50_ms),
            bytes: 400,
        }
    }

    fn report() -> Report {
        let memory = Memory {
            resident: 100,
            own: 40,
            peak: 120,
        };
        Report {
            machine: Machine {
                cores: 2,
                processor: "a processor".to_owned(),
                memory: 4096,
                kernel: "6.1".to_owned(),
                compiler: "rustc 1.92.0".to_owned(),
                postgresql: None,
                commit: "0123456789ab".to_owned(),
            },
            cases: 100_000,
            small: 10_000,
            connections: 64,
            lookers: 4,
            seconds: 10,
            engines: vec![Engine {
                database: "sqlite",
                simulated_in: None,
                cold_start: ColdStart {
                    min_ms: 90.0,
                    median_ms: 100.0,
                    max_ms: 110.0,
                    starts: 5,
                },
                idle: memory,
                loaded: memory,
                rates: vec![Rate {
                    name: "filings",
                    per_second: 1_999.6,
                    target: Some(1_500.0),
                    spread: spread(30.0),
                    processor_us: 410.4,
                    bytes: 200,
                }],
                queries: vec![Query::new("queue", seen(2.0), seen(3.0))],
                mails: Mails {
                    waited: 5_000,
                    per_second: 2_500.0,
                    processor_us: 150.0,
                },
                statistics: Statistics {
                    lag_s: 0.4,
                    rebuilt_per_second: 120_000.0,
                    edition_s: 1.5,
                    annual_s: 0.61,
                    synthesis_s: 0.9,
                    synthesis_mib: 180,
                },
            }],
        }
    }

    #[test]
    fn the_table_tells_rates_beside_targets_and_ratios() {
        let text = report().markdown();
        assert!(text.contains("| filings | 2000 | ≥ 1500 | 30.00 | 8.00 | 410 | 200 |"));
        assert!(text.contains("| queue | 2.00 | 3.00 | 1.50 | 8.00 | 8.00 | 1.00 | 400 | 400 |"));
        assert!(
            text.contains("| mails to a server, 5000 waiting | 2500/s, 150 µs of processor each |")
        );
        assert!(text.contains("| national synthesis, PDF | 0.90 s, 180 MiB |"));
        assert!(text.contains("| cold start, 5 starts | 100 ms (90–110) |"));
        assert!(text.contains("| memory loaded | 100 MiB, of which own 40; peak 120 |"));
    }

    #[test]
    fn every_table_has_as_many_cells_in_each_line() {
        let text = report().markdown();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(next) = lines.peek()
                && line.starts_with('|')
                && next.starts_with('|')
            {
                assert_eq!(
                    line.matches('|').count(),
                    next.matches('|').count(),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn programs_find_the_same_figures() {
        let json: serde_json::Value =
            serde_json::from_str(&report().json().expect("it can be written")).expect("JSON");
        let engine = &json["engines"][0];
        assert_eq!(engine["database"], "sqlite");
        assert_eq!(engine["rates"][0]["per_second"], 1_999.6);
        assert_eq!(engine["queries"][0]["ratio_p50"], 1.5);
        assert_eq!(engine["idle"]["own"], 40);
        assert_eq!(json["machine"]["cores"], 2);
    }
}
