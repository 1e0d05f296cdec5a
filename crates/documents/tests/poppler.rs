//! Receipts and reports as another program reads them: Debian's poppler-utils, where they are installed.

mod sample;
#[path = "sample/annual.rs"]
mod sample_annual;

use std::io::Write as _;
use std::process::{Command, Stdio};

use chikaya_documents::{Press, Register};
use chikaya_domain::Language;

/// What `tool` says about the file, or nothing where it is not installed.
fn ask(tool: &str, arguments: &[&str], file: &[u8]) -> Option<String> {
    let child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!("not looked at: {tool} is not installed");
        return None;
    };
    let mut pipe = child.stdin.take().expect("the pipe was asked for");
    pipe.write_all(file).expect("the tool reads its input");
    drop(pipe);
    let said = child.wait_with_output().expect("the tool ends");
    assert!(said.status.success(), "{tool} refuses the file");
    // Among words in UTF-8 `pdfinfo -struct` of Poppler 22.12 writes the titles of headings in UTF-16.
    Some(String::from_utf8_lossy(&said.stdout).into_owned())
}

#[test]
fn others_read_the_same_words() {
    let press = Press::new().unwrap();
    for language in Language::ALL {
        let receipt = sample::receipt(language);
        let created = "2026-03-12T21:14:00Z".parse().unwrap();
        let file = press.receipt(&receipt, created).unwrap();

        if let Some(text) = ask("pdftotext", &["-", "-"], &file) {
            assert!(text.contains("CK-26-7K3M-9QDX"), "{text}");
            assert!(text.contains("4827 1936"), "{text}");
        }
        if let Some(facts) = ask("pdfinfo", &["-isodates", "-"], &file) {
            let title = format!(
                "{} CK-26-7K3M-9QDX · {}",
                receipt.labels.document, receipt.labels.brand
            );
            for fact in [
                &title,
                "Tagged:          yes",
                "Pages:           1",
                "2026-03-12T21:14:00Z",
            ] {
                assert!(facts.contains(fact), "no {fact} in {facts}");
            }
        }
    }
}

#[test]
fn others_find_the_order_and_the_structure_of_a_report() {
    let press = Press::new().unwrap();
    let created = "2026-01-20T09:00:00Z".parse().unwrap();
    for language in Language::ALL {
        let name = |place| sample_annual::body(language, place);
        let (file, title, headings) = sample_annual::with_report(language, 90, name, |report| {
            let file = press.annual(report, created).unwrap();
            let headings = report
                .sections
                .iter()
                .map(|section| section.heading.to_owned());
            let title = format!("{} · {}", report.title, report.body);
            (file, title, headings.collect::<Vec<_>>())
        });
        if let Some(facts) = ask("pdfinfo", &["-isodates", "-"], &file) {
            for fact in [
                title.as_str(),
                "Tagged:          yes",
                "2026-01-20T09:00:00Z",
            ] {
                assert!(facts.contains(fact), "no {fact} in {facts}");
            }
        }
        if let Some(structure) = ask("pdfinfo", &["-struct", "-"], &file) {
            for kind in ["TOC", "TOCI", "H1", "H2", "Table", "Caption", "TH", "Link"] {
                let is_there = structure
                    .lines()
                    .any(|line| line.split_whitespace().next() == Some(kind));
                assert!(is_there, "{language:?}: no {kind} in {structure}");
            }
        }
        // What Poppler makes of Arabic is told in findings/pdf-arabic-readers.sh; the few words of the sample in Tamazight
        // come again in its tables, so that none of them tells where a section begins.
        if matches!(language, Language::Arabic | Language::Tamazight) {
            continue;
        }
        if let Some(text) = ask("pdftotext", &["-", "-"], &file) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let contents = text.find(&headings[0]).expect("the contents name it");
            let mut rest = &text[contents + headings[0].len()..];
            for heading in &headings {
                let at = rest
                    .find(heading)
                    .unwrap_or_else(|| panic!("{heading} in {rest}"));
                rest = &rest[at + heading.len()..];
            }
        }
    }
}

#[test]
fn others_read_a_register_across_the_sheet() {
    let press = Press::new().unwrap();
    let rows: Vec<Vec<String>> = (1..=80)
        .map(|number| vec![format!("2026/{number}"), "جماعة تيزنيت".to_owned()])
        .collect();
    for language in Language::ALL {
        let register = Register {
            language,
            brand: "Chikaya",
            document: "Registre",
            owner: "Commune de Tiznit",
            about: &[("Période", "2026")],
            columns: &[("Numéro", 10), ("Administration", 30)],
            rows: &rows,
            sample: None,
        };
        let created = "2026-03-12T21:14:00Z".parse().unwrap();
        let file = press.register(&register, created).unwrap();
        if let Some(text) = ask("pdftotext", &["-", "-"], &file) {
            let pages = text.matches("Numéro").count();
            assert!(pages > 1, "{text}");
            assert!(text.contains("2026/80"), "{text}");
        }
        if let Some(facts) = ask("pdfinfo", &["-isodates", "-"], &file) {
            let title = "Registre · Commune de Tiznit · Chikaya";
            for fact in [title, "Tagged:          yes", "841.89 x 595.276 pts (A4)"] {
                assert!(facts.contains(fact), "no {fact} in {facts}");
            }
        }
    }
}
