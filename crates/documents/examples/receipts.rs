//! How many receipts are set in a second, no two alike:
//! `cargo run --release -p chikaya-documents --example receipts -- COUNT THREADS [FOLDER]`.
//!
//! They take turns in the four languages, with references, codes, subjects, names and days of their own. With a folder
//! the first of each language is kept there.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use chikaya_documents::{Press, Receipt};
use chikaya_domain::Language;

/// What the portal allocates with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The letters that references are made of.
const LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut number = |usual: usize| -> Result<usize, Box<dyn Error>> {
        Ok(arguments.next().map_or(Ok(usual), |word| word.parse())?)
    };
    let (count, threads) = (number(400)?, number(1)?);
    let folder = arguments.next();

    let began = Instant::now();
    let press = Press::new()?;
    eprintln!("press ready after {:.1?}, {}", began.elapsed(), memory());
    for (place, language) in Language::ALL.into_iter().enumerate() {
        let began = Instant::now();
        let page = print(&press, language, place)?;
        let code = language.code();
        eprintln!(
            "first in {code}: {:.1?}, {} bytes",
            began.elapsed(),
            page.len()
        );
        if let Some(folder) = &folder {
            std::fs::write(Path::new(folder).join(format!("{code}.pdf")), page)?;
        }
    }

    let next = AtomicUsize::new(Language::ALL.len());
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= count {
                        break;
                    }
                    let language = Language::ALL[place % Language::ALL.len()];
                    print(&press, language, place).expect("the sample can be printed");
                }
            });
        }
    });
    let seconds = began.elapsed().as_secs_f64();
    let printed = u32::try_from(count.saturating_sub(Language::ALL.len()))?;
    eprintln!(
        "{printed} receipts by {threads} threads: {:.1} a second, {:.2} ms each; {}",
        f64::from(printed) / seconds,
        seconds * 1000.0 / f64::from(printed),
        memory()
    );
    Ok(())
}

/// Prints the receipt of a place: what a filing brings along differs from all others.
fn print(press: &Press, language: Language, place: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let letter = |step: usize| char::from(LETTERS[place / step % LETTERS.len()]);
    let few = LETTERS.len();
    let reference = format!(
        "CK-26-7K{}{}-9QD{}",
        letter(few * few),
        letter(few),
        letter(1)
    );
    let code = format!("{:04} {:04}", place % 9973, place * 7 % 9967);
    let sample = sample::receipt(language);
    let title = format!("{} {place}", sample.title);
    let filed_at = format!("{}:{:02}", sample.filed_at, place % 60);
    let derivation = format!("{} {}.", sample.derivation, place % 366);
    let follow_url = format!(
        "https://chikaya.example/{}/track/{reference}",
        language.code()
    );
    let receipt = Receipt {
        reference: &reference,
        access_code: &code,
        title: &title,
        filed_at: &filed_at,
        derivation: &derivation,
        follow_url: &follow_url,
        ..sample
    };
    Ok(press.receipt(&receipt, "2026-03-12T21:14:00Z".parse()?)?)
}

/// What the kernel says this program holds, where there is such a kernel.
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
