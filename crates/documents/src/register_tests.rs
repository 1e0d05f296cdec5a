//! What a printed register shows: headings on each page, rows in order, in every language.

use chikaya_domain::Language;

use super::Register;
use crate::tests::{HOSTILE, created, press, words};

const COLUMNS: [(&str, u8); 4] = [("رقم", 9), ("Dossier\nNature", 19), ("ⵉⵙⵎ", 17), ("", 10)];

fn register(language: Language, rows: &[Vec<String>]) -> Register<'_> {
    Register {
        language,
        brand: "Chikaya",
        document: "Registre des réclamations",
        owner: "جماعة تيزنيت",
        about: &[("Période", "du 1 janvier au 31 décembre 2026")],
        columns: &COLUMNS,
        rows,
        sample: Some("Démonstration"),
    }
}

fn rows(count: usize) -> Vec<Vec<String>> {
    (1..=count)
        .map(|number| {
            vec![
                format!("2026/{number}"),
                format!("CK-26-{number:04}\nRéclamation"),
                HOSTILE[number % HOSTILE.len()].to_owned(),
                String::new(),
            ]
        })
        .collect()
}

/// The words of each page.
fn pages(language: Language, rows: &[Vec<String>]) -> Vec<String> {
    let document = press().set_register(&register(language, rows)).unwrap();
    let told = |page: &typst_layout::Page| {
        let mut text = String::new();
        words(&page.frame, &mut text);
        text
    };
    document.pages().iter().map(told).collect()
}

#[test]
fn headings_stand_on_each_page_and_rows_follow_in_order() {
    for language in Language::ALL {
        let rows = rows(60);
        let pages = pages(language, &rows);
        assert!(pages.len() > 1, "{language:?}");
        for (place, page) in pages.iter().enumerate() {
            assert!(page.contains("Dossier") && page.contains("رقم"), "{page}");
            let footer = format!("{} / {}", place + 1, pages.len());
            assert!(page.contains(&footer), "{language:?}: {page}");
        }
        let all = pages.concat();
        let places: Vec<usize> = (1..=60)
            .map(|number| all.find(&format!("CK-26-{number:04}")).unwrap())
            .collect();
        assert!(places.is_sorted(), "{language:?}: {places:?}");
    }
}

#[test]
fn a_register_is_printed_in_every_language_however_many_rows_it_has() {
    let press = press();
    for language in Language::ALL {
        for count in [0, 1, 30] {
            let rows = rows(count);
            let sheet = register(language, &rows);
            let printed = press.register(&sheet, created()).unwrap();
            assert!(printed.starts_with(b"%PDF-1.7"), "{language:?}");
            let again = press.register(&sheet, created()).unwrap();
            assert!(printed == again, "{language:?}: other bytes");
        }
    }
}
