//! Figures: latencies with their percentiles, memory and machine as the kernel tells them.

use std::{fs, time::Duration};

use anyhow::Context as _;
use serde::Serialize;

use crate::workspace;

/// Times of answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Latencies {
    times: Vec<Duration>,
}

impl Latencies {
    /// Adds times.
    pub(super) fn extend(&mut self, times: impl IntoIterator<Item = Duration>) {
        self.times.extend(times);
    }

    /// Adds those of another load.
    pub(super) fn append(&mut self, other: Self) {
        self.times.extend(other.times);
    }

    /// How many.
    pub(super) const fn len(&self) -> usize {
        self.times.len()
    }

    /// Median, 99th percentile and longest.
    pub(super) fn spread(mut self) -> Spread {
        self.times.sort_unstable();
        Spread {
            p50_ms: milliseconds(percentile(&self.times, 50)),
            p99_ms: milliseconds(percentile(&self.times, 99)),
            longest_ms: milliseconds(percentile(&self.times, 100)),
        }
    }
}

/// The smallest of sorted times that at least `percent` in a hundred of them do not exceed; zero of none.
fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted
        .get(rank.saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

/// Milliseconds, to the microsecond.
pub(super) fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}

/// How times are spread, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "whoever reads the JSON finds the unit in the name"
)]
pub(super) struct Spread {
    /// Half are faster.
    pub(super) p50_ms: f64,
    /// One in a hundred is slower.
    pub(super) p99_ms: f64,
    /// The slowest.
    pub(super) longest_ms: f64,
}

/// Memory of a process, in MiB.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Memory {
    /// Resident now, pages of mapped files included.
    pub(super) resident: u64,
    /// Of that what is the process's own: what remains when the kernel takes file pages back.
    pub(super) own: u64,
    /// Most that was ever resident.
    pub(super) peak: u64,
}

impl Memory {
    /// The memory of a process that runs.
    pub(super) fn of(pid: u32) -> anyhow::Result<Self> {
        let text = fs::read_to_string(format!("/proc/{pid}/status"))
            .context("the memory of the portal cannot be read")?;
        Self::read(&text).context("the kernel's word on memory is not understood")
    }

    fn read(status: &str) -> Option<Self> {
        Some(Self {
            resident: kibibytes(status, "VmRSS:")? / 1024,
            own: kibibytes(status, "RssAnon:")? / 1024,
            peak: kibibytes(status, "VmHWM:")? / 1024,
        })
    }
}

/// The number after a word at the beginning of a line.
fn kibibytes(text: &str, word: &str) -> Option<u64> {
    text.lines()
        .find_map(|line| line.strip_prefix(word))?
        .split_whitespace()
        .next()?
        .parse()
        .ok()
}

/// The machine and the program that were measured.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Machine {
    /// Cores the process may use.
    pub(super) cores: usize,
    /// Model of the processor.
    pub(super) processor: String,
    /// Memory, in MiB.
    pub(super) memory: u64,
    /// Kernel.
    pub(super) kernel: String,
    /// Compiler.
    pub(super) compiler: String,
    /// PostgreSQL, where it was measured.
    pub(super) postgresql: Option<String>,
    /// Commit that is checked out, with `+` when files differ from it.
    pub(super) commit: String,
}

impl Machine {
    /// This machine.
    pub(super) fn look(postgresql: Option<String>) -> anyhow::Result<Self> {
        let information = fs::read_to_string("/proc/meminfo")?;
        let processors = fs::read_to_string("/proc/cpuinfo")?;
        let processor = processors
            .lines()
            .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
            .map_or("unknown", |(_, name)| name);
        let commit = said("git", &["rev-parse", "--short=12", "HEAD"]);
        let differs = !said("git", &["status", "--porcelain"]).is_empty();
        Ok(Self {
            cores: std::thread::available_parallelism()?.get(),
            processor: processor.to_owned(),
            memory: kibibytes(&information, "MemTotal:").unwrap_or(0) / 1024,
            kernel: fs::read_to_string("/proc/sys/kernel/osrelease")?
                .trim()
                .to_owned(),
            compiler: said("rustc", &["--version"]),
            postgresql,
            commit: format!("{commit}{}", if differs { "+" } else { "" }),
        })
    }
}

/// What a command says of itself; empty when it cannot be asked.
pub(super) fn said(program: &str, arguments: &[&str]) -> String {
    std::process::Command::new(program)
        .args(arguments)
        .current_dir(workspace::root())
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread_of(milliseconds: impl IntoIterator<Item = u64>) -> Spread {
        let mut latencies = Latencies::default();
        latencies.extend(milliseconds.into_iter().map(Duration::from_millis));
        latencies.spread()
    }

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let of_hundred = spread_of((1..=100).rev());
        assert_eq!(
            of_hundred,
            Spread {
                p50_ms: 50.0,
                p99_ms: 99.0,
                longest_ms: 100.0
            }
        );
        let of_three = spread_of([7, 1, 3]);
        assert_eq!((of_three.p50_ms, of_three.p99_ms), (3.0, 7.0));
        let of_one = spread_of([4]);
        assert_eq!((of_one.p50_ms, of_one.longest_ms), (4.0, 4.0));
        assert_eq!(spread_of([]).p99_ms.to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn one_slow_answer_in_two_hundred_is_beyond_the_99th_percentile() {
        let mut times = vec![1; 199];
        times.push(500);
        let spread = spread_of(times);
        assert_eq!((spread.p99_ms, spread.longest_ms), (1.0, 500.0));
    }

    #[test]
    fn memory_is_read_from_the_kernels_table() {
        let status = "Name:\tchikaya\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nRssAnon:\t   51200 kB\nRssFile:\t 1 kB\n";
        assert_eq!(
            Memory::read(status),
            Some(Memory {
                resident: 100,
                own: 50,
                peak: 200
            })
        );
        assert_eq!(Memory::read("Name:\tchikaya\n"), None);
    }
}
