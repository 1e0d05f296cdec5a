//! Prints the sample report, for eyes and for the clock:
//! `cargo run --release -p chikaya-documents --example annual -- ar OUT.pdf [BODIES]`.

#[path = "../tests/sample/annual.rs"]
mod sample;

use std::error::Error;
use std::time::Instant;

use chikaya_documents::Press;
use chikaya_domain::Language;

/// What the portal allocates with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(language), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("say a language (ar, zgh, fr, en) and a file to write".into());
    };
    let language = Language::from_code(&language).ok_or("there is no such language here")?;
    let bodies = arguments.next().map_or(Ok(30), |count| count.parse())?;
    let created = "2026-01-20T09:00:00Z".parse()?;
    let press = Press::new()?;
    for turn in ["first", "second"] {
        let began = Instant::now();
        let page = sample::with_report(
            language,
            bodies,
            |place| sample::body(language, place),
            |report| press.annual(report, created),
        )?;
        eprintln!(
            "{turn} report: {:?}, {} bytes, {}",
            began.elapsed(),
            page.len(),
            memory()
        );
        std::fs::write(&path, page)?;
    }
    Ok(())
}

/// What the kernel says this program held at the highest, where there is such a kernel.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name));
        let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        kilobytes.map_or_else(
            || "?".to_owned(),
            |kilobytes| (kilobytes / 1024).to_string(),
        )
    };
    format!(
        "{} MiB resident, {} at the highest",
        line("VmRSS"),
        line("VmHWM")
    )
}
