//! Workbooks read back from their parts: text, numbers, days, directions, names of sheets.

use std::io::{Cursor, Read as _};

use chikaya_domain::Language;
use jiff::civil::date;

use crate::workbook::{Workbook, sheet_name};
use chikaya_domain::table::{Cell, Column, Table};

const COLUMNS: [Column<'static>; 3] = [
    Column {
        heading: "المرجع",
        width: 18,
    },
    Column {
        heading: "Jours",
        width: 8,
    },
    Column {
        heading: "=Part",
        width: 9,
    },
];

fn rows() -> Vec<Vec<Cell<'static>>> {
    vec![
        vec![
            Cell::text("CK-26-7K3M-9QDX"),
            Cell::Whole(-12),
            Cell::Share { hundredths: 4_250 },
        ],
        vec![
            Cell::text("=HYPERLINK(\"https://example.org\",\"open\")"),
            Cell::Day(date(2026, 8, 4)),
            Cell::Empty,
        ],
        vec![
            Cell::text("one\ntwo\0\u{1b}\u{FFFE} <&> _x0041_"),
            Cell::Day(date(1899, 1, 2)),
        ],
    ]
}

fn book(language: Language) -> Vec<u8> {
    let created = "2026-03-12T21:14:00Z".parse().unwrap();
    let mut book = Workbook::new(language, "Registre", "Commune", created).unwrap();
    let table = Table {
        name: "Registre: 2026/1",
        about: &[("Au", "12 mars 2026"), ("Filtre", "=1+1")],
        columns: &COLUMNS,
    };
    book.add(&table, rows()).unwrap();
    book.add(&table, []).unwrap();
    book.finish().unwrap()
}

/// A part of the file.
fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_same_data_give_the_same_bytes() {
    assert!(book(Language::French) == book(Language::French));
    let properties = part(&book(Language::French), "docProps/core.xml");
    assert!(properties.contains("2026-03-12T21:14:00Z"), "{properties}");
    assert!(properties.contains("<dc:title>Registre</dc:title>"));
    assert!(properties.contains("<dc:creator>Commune</dc:creator>"));
}

#[test]
fn arabic_sheets_begin_at_the_right() {
    for language in Language::ALL {
        let sheet = part(&book(language), "xl/worksheets/sheet1.xml");
        let is_rtl = sheet.contains("rightToLeft=\"1\"");
        assert_eq!(is_rtl, language == Language::Arabic, "{language:?}");
    }
}

#[test]
fn arabic_words_begin_at_the_right_whatever_their_first_letter() {
    let styles = |language| part(&book(language), "xl/styles.xml");
    assert!(styles(Language::Arabic).contains("readingOrder=\"2\""));
    assert!(!styles(Language::French).contains("readingOrder"));
}

#[test]
fn a_row_is_as_high_as_its_lines() {
    let sheet = part(&book(Language::French), "xl/worksheets/sheet1.xml");
    // The second row of data is a text of 42 signs in a column of 18 digits.
    assert_eq!(sheet.matches("customHeight=\"1\"").count(), 2, "{sheet}");
    assert!(sheet.contains("ht=\"45\""), "{sheet}");
}

#[test]
fn headings_stay_in_sight_on_screen_and_paper_and_bear_filters() {
    let file = book(Language::French);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    // A title, two lines about the sheet, an empty one, the headings in the fifth.
    assert!(
        sheet.contains("ySplit=\"5\" topLeftCell=\"A6\"") && sheet.contains("state=\"frozen\""),
        "{sheet}"
    );
    assert!(sheet.contains("<autoFilter ref=\"A5:C8\"/>"), "{sheet}");
    let book = part(&file, "xl/workbook.xml");
    assert!(book.contains("'Registre 2026 1'!$5:$5"), "{book}");
    assert!(book.contains("name=\"Registre 2026 1 (2)\""), "{book}");
}

#[test]
fn text_is_never_a_formula() {
    let file = book(Language::French);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    // The text is there as it was typed, as a string of the table of strings.
    let strings = part(&file, "xl/sharedStrings.xml");
    assert!(strings.contains("=HYPERLINK("), "{strings}");
    // Its cell is marked as quoted and as text; that of the reference is not.
    let styles = part(&file, "xl/styles.xml");
    let formats = styles.split("<cellXfs").nth(1).unwrap();
    let format_of = |cell: &str| {
        let cell = sheet
            .split(&format!("<c r=\"{cell}\" s=\""))
            .nth(1)
            .unwrap();
        let number: usize = cell.split('"').next().unwrap().parse().unwrap();
        formats.split("<xf ").nth(number + 1).unwrap()
    };
    assert!(format_of("A7").contains("quotePrefix=\"1\""), "{styles}");
    assert!(format_of("A7").contains("numFmtId=\"49\""), "{styles}");
    assert!(format_of("B3").contains("quotePrefix=\"1\""), "{styles}");
    assert!(!format_of("A6").contains("quotePrefix"), "{styles}");
}

#[test]
fn numbers_are_numbers_and_days_are_days() {
    let sheet = part(&book(Language::French), "xl/worksheets/sheet1.xml");
    let value = |cell: &str| {
        let cell = sheet.split(&format!("<c r=\"{cell}\"")).nth(1)?;
        let cell = cell.split("</c>").next()?;
        let kind = cell.contains("t=\"s\"");
        Some((kind, cell.split("<v>").nth(1)?.split('<').next()?))
    };
    assert_eq!(value("B6"), Some((false, "-12")));
    assert_eq!(value("C6"), Some((false, "0.425")));
    // Days since the end of 1899.
    assert_eq!(value("B7"), Some((false, "46238")));
    // A day before the format's first is written as words.
    assert!(value("B8").unwrap().0);
    assert_eq!(value("C7"), None);
    assert_eq!(value("C8"), None);
}

#[test]
fn what_no_xml_can_hold_is_left_out() {
    let strings = part(&book(Language::French), "xl/sharedStrings.xml");
    assert!(strings.contains("one\ntwo &lt;&amp;&gt;"), "{strings}");
    // What looks like the format's own way of writing a sign is no sign.
    assert!(strings.contains("_x005F_x0041_"), "{strings}");
    assert!(!strings.contains("_x0000_") && !strings.contains("_x001B_"));
}

#[test]
fn a_text_that_no_cell_can_hold_is_cut_between_signs() {
    let created = "2026-03-12T21:14:00Z".parse().unwrap();
    let mut book = Workbook::new(Language::Arabic, "x", "y", created).unwrap();
    let table = Table {
        name: "",
        about: &[],
        columns: &COLUMNS,
    };
    // Each of these is two units of UTF-16: the odd last unit of the cell stays free.
    let long = "🙂".repeat(20_000);
    book.add(&table, [vec![Cell::text(long)]]).unwrap();
    let strings = part(&book.finish().unwrap(), "xl/sharedStrings.xml");
    assert_eq!(strings.matches('🙂').count(), 32_767 / 2);
}

#[test]
fn names_of_sheets_are_made_safe() {
    let none: [String; 0] = [];
    for (wanted, name) in [
        ("سجل الشكايات", "سجل الشكايات"),
        ("2026/01: [a]*?\\b", "2026 01 a b"),
        ("'quoted'", "quoted"),
        ("  ", "1"),
        ("", "1"),
        ("History", "1"),
        ("a\u{0}b\nc", "a b c"),
        (
            "A name of more than thirty-one signs",
            "A name of more than thirty-one",
        ),
        (
            "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
            "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
        ),
        (
            "It is a long name until here's.",
            "It is a long name until here's.",
        ),
        (
            "It is a longer name until here's",
            "It is a longer name until here",
        ),
    ] {
        let made = sheet_name(wanted, &none);
        assert_eq!(made, name, "of {wanted:?}");
        rust_xlsxwriter::utility::check_sheet_name(&made).unwrap();
    }
    let mut taken = Vec::new();
    for _ in 0..11 {
        let name = sheet_name("A name of more than thirty-one signs", &taken);
        rust_xlsxwriter::utility::check_sheet_name(&name).unwrap();
        taken.push(name);
    }
    assert_eq!(taken[1], "A name of more than thirty- (2)");
    assert_eq!(taken[10], "A name of more than thirty (11)");
    assert_eq!(sheet_name("ÉTÉ", &["été".to_owned()]), "ÉTÉ (2)");
}
