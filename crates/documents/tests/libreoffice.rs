//! Workbooks and CSV as a real spreadsheet reads them: `LibreOffice`, where it is installed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use chikaya_documents::{Cell, Column, Table, Workbook};
use chikaya_domain::{
    Language,
    table::{Readers, write_csv},
};
use jiff::civil::date;

/// Comma, quotes, UTF-8, from the first line; all text quoted, so that text and numbers can be told apart.
const AS_CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true";

/// Read with a semicolon as separator, as a spreadsheet in French does by itself.
const BY_SEMICOLONS: &str = "--infilter=Text - txt - csv (StarCalc):59,34,76,1";

const COLUMNS: [Column<'static>; 2] = [
    Column {
        heading: "النص",
        width: 30,
    },
    Column {
        heading: "القيمة",
        width: 12,
    },
];

fn rows() -> Vec<Vec<Cell<'static>>> {
    vec![
        vec![Cell::text("=6*1111"), Cell::Whole(-5)],
        vec![Cell::text("رقم;=6*1111"), Cell::Day(date(2026, 8, 4))],
        vec![Cell::text("+212"), Cell::Share { hundredths: 4_250 }],
        vec![Cell::text("0612"), Cell::Empty],
    ]
}

/// What the spreadsheet makes of a file; nothing when it cannot read it, or is not installed.
fn opened(folder: &Path, file: &str, more: &[&str]) -> Option<String> {
    // A profile of its own: another LibreOffice that is open would take the order and answer at once.
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let out = folder.join("out");
    Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", AS_CSV, "--outdir"])
        .arg(&out)
        .args(more)
        .arg(folder.join(file))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    // It ends well whatever became of the file.
    fs::read_to_string(out.join(file).with_extension("csv")).ok()
}

#[test]
fn a_spreadsheet_computes_no_text_and_knows_days_and_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let headings = COLUMNS.map(|column| column.heading);
    for readers in [Readers::People, Readers::Programs] {
        let mut file = Vec::new();
        write_csv(&mut file, readers, &headings, rows()).unwrap();
        let name = format!("{readers:?}.csv");
        fs::write(folder.path().join(&name), file).unwrap();
        let Some(data) = opened(folder.path(), &name, &[BY_SEMICOLONS]) else {
            eprintln!("not looked at: LibreOffice Calc is not installed");
            return;
        };
        assert!(!data.contains("6666"), "{readers:?}: {data}");
        assert!(data.contains("'=6*1111"), "{readers:?}: {data}");
        assert!(data.contains("النص"), "{readers:?}: {data}");
    }

    let created = "2026-03-12T21:14:00Z".parse().unwrap();
    let mut book = Workbook::new(Language::Arabic, "سجل", "جماعة", created).unwrap();
    let table = Table {
        name: "سجل",
        about: &[("إلى غاية", "12 مارس 2026")],
        columns: &COLUMNS,
    };
    book.add(&table, rows()).unwrap();
    fs::write(folder.path().join("book.xlsx"), book.finish().unwrap()).unwrap();
    let book = opened(folder.path(), "book.xlsx", &[]).expect("the spreadsheet reads it");
    let expected = "\"=6*1111\",-5\n\"رقم;=6*1111\",2026-08-04\n\"+212\",42.50%\n\"0612\",\n";
    assert!(book.ends_with(expected), "{book}");
}
