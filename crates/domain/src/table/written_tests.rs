//! CSV: quoted by the rules, no text that could be computed, and the mark of UTF-8 where people read it.

use jiff::civil::date;

use super::{Readers, write_csv};
use crate::table::{Cell, begins_formula};

fn written(rows: Vec<Vec<Cell<'_>>>) -> String {
    let mut file = Vec::new();
    write_csv(&mut file, Readers::People, &["سبب", "n"], rows).unwrap();
    String::from_utf8(file).unwrap()
}

/// The fields as a reader of RFC 4180 finds them, with another separator when one is given.
fn read(file: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(file.trim_start_matches('\u{FEFF}').as_bytes());
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .collect()
}

#[test]
fn fields_are_quoted_and_rows_filled_up() {
    let file = written(vec![
        vec![Cell::text("say \"no\", twice\nor once"), Cell::Whole(-5)],
        vec![Cell::Day(date(2026, 8, 4)), Cell::Share { hundredths: -5 }],
        vec![Cell::Empty],
        vec![],
    ]);
    assert_eq!(
        file,
        "\u{FEFF}سبب,n\r\n\"say \"\"no\"\", twice\nor once\",-5\r\n2026-08-04,-0.05\r\n,\r\n,\r\n"
    );
}

#[test]
fn no_text_begins_like_a_formula_whatever_separates_fields() {
    let hostile = [
        "=1+1",
        "+212600000000",
        "-2",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
        "\"=1+1",
        "＝1+1",
        "a;=1+1",
        "a;\"=1+1\"",
        "a;;  @x",
        "a\n=1+1",
        "a\r\n-1",
        "a\t+1",
        "= = =",
    ];
    let rows = hostile.map(|text| vec![Cell::text(text), Cell::text(text)]);
    let file = written(rows.to_vec());
    for separator in *b",;\t" {
        for field in read(&file, separator).into_iter().flatten() {
            let told = field.trim_start_matches([' ', '"', '\t', '\r', '\n']);
            assert!(
                !told.starts_with(begins_formula),
                "{field:?} separated by {:?}",
                char::from(separator)
            );
        }
    }
    // Nothing but apostrophes was added.
    for (row, text) in read(&file, b',').iter().skip(1).zip(hostile) {
        assert_eq!(row[0].replace('\'', ""), text);
    }
}

#[test]
fn ordinary_text_stays_as_it_is() {
    for text in [
        "CK-26-7K3M-9QDX",
        "a - b",
        "l'eau; l'air",
        "x=1",
        "50 %",
        "«…» – @",
    ] {
        let file = written(vec![vec![Cell::text(text)]]);
        assert_eq!(read(&file, b',')[1][0], text);
    }
}

#[test]
fn programs_find_the_first_heading_as_it_is_and_numbers_as_they_are() {
    let mut file = Vec::new();
    let row = vec![Cell::text("=1+1"), Cell::Real(0.1), Cell::Real(-5.0)];
    let headings = ["code", "share", "count"];
    write_csv(&mut file, Readers::Programs, &headings, [row]).unwrap();
    let file = String::from_utf8(file).unwrap();
    assert_eq!(file, "code,share,count\r\n'=1+1,0.1,-5\r\n");
}
