//! A register with every peculiarity of a real one is taken over whole, twice without doubling, and faults are named.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    sync::mpsc,
};

use chikaya_domain::{access::Role, case::Stage};
use chikaya_service::{
    audit::TrailQuestion,
    case::queue::{Order, View},
};
use chikaya_testkit::{Engine, Town};

use super::*;

const MAPPING: &str = include_str!("../../../../../data/import/nyc311.toml");

/// A small register whose mapping names people.
const PEOPLE: &str = r#"
register = "old"
name = "Ancien registre"
language = "fr"
file = { delimiter = ";" }
time = { format = "%Y-%m-%d %H:%M", zone = "Africa/Casablanca" }
columns = { number = "no", filed = "le", title = ["objet"], text = ["objet"], person = "nom", email = "mail" }
status = { column = "etat", values = { ouvert = "filed" } }
organisation = { column = "qui", default = "commune-09-581-01-07" }
"#;

pub(super) fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/nyc311.csv")
}

fn town() -> Town {
    Town::on(Engine::Sqlite)
}

/// Imports a file with a mapping; answers the counts and the lines of the report.
pub(super) fn import(
    town: &Town,
    mapping: &str,
    file: &Path,
    dry_run: bool,
) -> anyhow::Result<(Counts, Vec<String>)> {
    let mapping = Mapping::parse(mapping)?;
    let source = Source::open(&mapping, file, &town.clerks.country())?;
    let (sender, lines) = mpsc::channel();
    let report = Report::begin(None, move |line| {
        sender.send(line.to_owned()).unwrap();
    })?;
    let bar = ProgressBar::hidden();
    let counts = runtime().block_on(source.import(&town.clerks, report, 16, dry_run, &bar))?;
    Ok((counts, lines.into_iter().collect()))
}

pub(super) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap()
}

pub(super) fn written(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

pub(super) fn fault(mapping: &str) -> String {
    Mapping::parse(mapping).map_or_else(
        |error| format!("{error:#}"),
        |mapping| mapping.faults().join("\n"),
    )
}

#[test]
fn the_whole_sample_becomes_cases_once() {
    let town = town();
    let dry = import(&town, MAPPING, &sample(), true).unwrap().0;
    assert_eq!(
        dry.to_string(),
        "rows read 55, created 55, unchanged 0, refused 0"
    );
    let (first, lines) = import(&town, MAPPING, &sample(), false).unwrap();
    assert_eq!(
        first.to_string(),
        "rows read 55, created 55, unchanged 0, refused 0"
    );
    assert!(
        lines
            .iter()
            .any(|line| line.contains("37695674") && line.contains("kept open")),
        "{lines:#?}"
    );
    let (second, _) = import(&town, MAPPING, &sample(), false).unwrap();
    assert_eq!(
        second.to_string(),
        "rows read 55, created 0, unchanged 55, refused 0"
    );
    let (cases, _) = runtime().block_on(town.checked());
    assert_eq!(cases, 55);
    assert_eq!(runs(&town), ["nyc-311: created: 0", "nyc-311: created: 55"]);
}

/// The lines of the audit trail about imports, sorted: a town's clock stands still.
fn runs(town: &Town) -> Vec<String> {
    let question = TrailQuestion {
        action: "import.run".to_owned(),
        ..TrailQuestion::default()
    };
    let mut lines: Vec<String> = runtime()
        .block_on(async {
            let auditor = town
                .officer("auditor@sample.test", Role::Auditor, "reform-authority")
                .await;
            town.clerks.trail(auditor, question).await.unwrap().lines
        })
        .into_iter()
        .map(|line| {
            assert_eq!(line.who, None);
            format!("{}: {}", line.object, line.detail.unwrap_or_default())
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn an_agency_of_the_sample_finds_its_cases_with_words_and_answers() {
    let town = town();
    import(&town, MAPPING, &sample(), false).unwrap();
    runtime().block_on(async {
        let officer = town
            .officer("one@sample.test", Role::Officer, "nyc-dot")
            .await;
        // Words are found once the worker has kept them.
        town.tell_staff().await;
        let hits = town
            .clerks
            .search(officer.clone(), "37695638".to_owned(), None)
            .await
            .unwrap()
            .lines;
        let line = hits.first().unwrap();
        assert_eq!(line.subject.as_deref(), Some("public-lighting"));
        let open = town
            .clerks
            .queue(officer.clone(), View::Open, None, Order::DueFirst, None)
            .await
            .unwrap();
        assert!(open.lines.iter().any(|other| other.id == line.id));
        let page = town
            .clerks
            .desk_page(officer, line.reference.parse().unwrap())
            .await
            .unwrap()
            .page;
        assert_eq!(page.case.stage, Stage::Admissible);
        let note = page
            .timeline
            .iter()
            .find_map(|entry| entry.text.as_ref().filter(|_| entry.fact.name() == "noted"));
        // Encoded twice by the export, read once more.
        assert!(note.unwrap().body.contains("Transportation’s website"));
    });
}

#[test]
fn a_row_that_cannot_be_read_is_refused_by_line_column_and_value() {
    let town = town();
    let file = written(
        "no;le;objet;etat;nom;mail;qui\n\
         1;2020-02-30 10:00;Lampe;ouvert;;;\n\
         2;2020-02-03 10:00;Lampe;perdu;;;\n\
         3;2020-02-03 10:00;Lampe\n\
         4;2020-02-03 10:00;;ouvert;;;\n\
         5;2020-02-03 10:00;Lampe;ouvert;;;commune-de-nulle-part\n\
         6;2020-02-03 10:00;Lampe;ouvert;;;\n",
    );
    let (counts, lines) = import(&town, PEOPLE, file.path(), false).unwrap();
    assert_eq!((counts.created, counts.refused), (1, 5));
    for (line, words) in [
        (0, "line 2, number 1: column \"le\", \"2020-02-30 10:00\""),
        (1, "line 3, number 2: column \"etat\", \"perdu\""),
        (2, "line 4"),
        (3, "no text"),
        (
            4,
            "\"commune-de-nulle-part\" is not in [organisation.values]",
        ),
    ] {
        assert!(lines[line].contains(words), "{}", lines[line]);
    }
}

#[test]
fn people_are_kept_and_what_cannot_be_read_of_them_is_never_told() {
    let town = town();
    let file = written(
        "no;le;objet;etat;nom;mail;qui\n\
         1;2020-02-03 10:00;Lampe;ouvert;Fatima Exemple;fatima@example.org;\n\
         2;2020-02-03 10:00;Lampe;ouvert;Hassan Exemple;hassan chez example;\n",
    );
    let (counts, lines) = import(&town, PEOPLE, file.path(), false).unwrap();
    assert_eq!((counts.created, counts.warned), (2, 1));
    assert!(
        lines[0].contains("column \"mail\" is left out"),
        "{lines:?}"
    );
    assert!(!lines[0].contains("hassan"), "{lines:?}");
    runtime().block_on(async {
        let officer = town
            .officer(
                "one@sample.test",
                Role::Officer,
                chikaya_testkit::town::TIZNIT,
            )
            .await;
        let lines = town
            .clerks
            .queue(officer.clone(), View::New, None, Order::DueFirst, None)
            .await
            .unwrap()
            .lines;
        let mut names = Vec::new();
        for line in lines {
            let page = town
                .clerks
                .desk_page(officer.clone(), line.reference.parse().unwrap())
                .await
                .unwrap();
            let filer = page.filer.unwrap();
            names.push((filer.name.unwrap(), filer.contacts.len()));
        }
        names.sort();
        assert_eq!(
            names,
            [
                ("Fatima Exemple".to_owned(), 1),
                ("Hassan Exemple".to_owned(), 0)
            ]
        );
    });
}

#[test]
fn a_mapping_is_read_strictly() {
    let typo = MAPPING.replace("written = ", "writen = ");
    assert!(fault(&typo).contains("writen"), "{}", fault(&typo));
    let word = MAPPING.replace("Open = \"filed\"", "Open = \"field\"");
    assert_eq!(
        fault(&word),
        "[status.values] \"Open\" = \"field\": field is not a standing"
    );
    let zone = MAPPING.replace("America/New_York", "America/New_Amsterdam");
    assert!(fault(&zone).contains("New_Amsterdam"), "{}", fault(&zone));
}

#[test]
fn columns_that_the_file_lacks_are_named_at_once() {
    let mapping = MAPPING
        .replace("\"Closed Date\"", "\"Closing Date\"")
        .replace("column = \"Agency\"", "column = \"Office\"");
    let town = town();
    let mapping = Mapping::parse(&mapping).unwrap();
    let error = Source::open(&mapping, &sample(), &town.clerks.country())
        .err()
        .unwrap()
        .to_string();
    assert!(
        error
            .contains("the file has no column \"Closing Date\", \"Office\"; it has \"Unique Key\""),
        "{error}"
    );
}

#[test]
fn a_register_takes_every_right_value_the_other_doors_take() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let town = Town::on(engine);
        let kinds = ["phone", "email", "name", "text", "place"];
        let rows = chikaya_testkit::values::examples(&kinds, "CK-26-0000-0000", "00000000");
        let mut table = "\u{feff}no;le;objet;ou;etat;nom;mail;tel;qui\n".to_owned();
        for (number, row) in (1..).zip(&rows) {
            let cell = |kind: &str, usual: &'static str| {
                let value = if row.kind == kind {
                    row.typed.as_str()
                } else {
                    usual
                };
                format!("\"{}\"", value.replace('"', "\"\""))
            };
            let cells = [
                number.to_string(),
                // Digits and a space as spreadsheets write them here.
                "٠٣/٠٢/٢٠٢٠\u{202f}١٠:٠٠".to_owned(),
                cell("text", "Lampe éteinte"),
                cell("place", ""),
                "\u{200f}ouvert".to_owned(),
                cell("name", "Fatima Exemple"),
                cell("email", ""),
                cell("phone", ""),
                String::new(),
            ];
            table.push_str(&cells.join(";"));
            table.push('\n');
        }
        let mapping = PEOPLE.replace("%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M").replace(
            "person = \"nom\"",
            "person = \"nom\", phone = \"tel\", place = [\"ou\"]",
        );
        let file = written(&table);
        let (counts, lines) = import(&town, &mapping, file.path(), false).unwrap();
        let unread = rows.iter().filter(|row| row.kept.is_err());
        // A name of which nothing is seen is none.
        let (texts, others): (Vec<_>, Vec<_>) = unread
            .filter(|row| row.kept != Err("error-name-empty"))
            .partition(|row| row.kind == "text");
        assert_eq!(counts.refused, texts.len() as u64, "{lines:?}");
        assert_eq!(counts.warned, others.len() as u64, "{lines:?}");
        let kept = runtime().block_on(async {
            let mut kept = Vec::new();
            for reference in town.references().await {
                for kind in kinds {
                    kept.push(town.kept(kind, &reference).await);
                }
            }
            kept
        });
        for row in &rows {
            if let Ok(value) = &row.kept {
                assert!(
                    kept.iter()
                        .any(|kept| kept.split("\n\n").next() == Some(value)),
                    "{row:?}"
                );
            }
        }
    }
}

#[test]
fn a_year_of_the_hijri_calendar_is_told_and_not_taken() {
    let town = town();
    let file = written("no;le;objet;etat;nom;mail;qui\n1;1448-02-21 10:00;Lampe;ouvert;;;\n");
    let (counts, lines) = import(&town, PEOPLE, file.path(), false).unwrap();
    assert_eq!((counts.created, counts.refused), (0, 1));
    assert!(lines[0].contains("Hijri"), "{lines:?}");
}

#[test]
fn a_year_of_two_figures_is_told_apart_from_one_of_the_hijri_calendar() {
    let town = town();
    let file = written("no;le;objet;etat;nom;mail;qui\n1;03/02/24;Lampe;ouvert;;;\n");
    for (format, created) in [("%d/%m/%Y", 0), ("%d/%m/%y", 1)] {
        let mapping = PEOPLE.replace("%Y-%m-%d %H:%M", format);
        let (counts, lines) = import(&town, &mapping, file.path(), true).unwrap();
        assert_eq!(counts.created, created, "{format}: {lines:?}");
        let said = lines.concat();
        assert!(!said.contains("Hijri"), "{said}");
        assert_eq!(said.contains("%y"), format.ends_with("%Y"), "{said}");
    }
}

#[test]
fn a_register_of_an_older_encoding_is_told_how_it_can_be_read() {
    let town = town();
    for (header, row) in [
        (
            &b"no;le;objet;etat;nom;mail;qui\n"[..],
            &b"1;2020-02-03 10:00;\xe3\xd5\xc8\xc7\xcd;ouvert;;;\n"[..],
        ),
        (&b"no;le;objet;etat;nom;mail;qui;\xe3\xd5\n"[..], &b""[..]),
    ] {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&[header, row].concat()).unwrap();
        let said = match import(&town, PEOPLE, file.path(), true) {
            Ok((counts, lines)) => {
                assert_eq!(counts.refused, 1);
                lines.concat()
            }
            Err(error) => format!("{error:#}"),
        };
        assert!(said.contains("windows-1256"), "{said}");
    }
}

#[test]
fn a_report_of_a_dry_run_has_no_reference_that_will_never_be() {
    let town = town();
    let folder = tempfile::tempdir().unwrap();
    let register = written(
        "no;le;objet;etat;nom;mail;qui\n1;2020-02-03 10:00;Lampe;ouvert;;fatima@example.org;\n",
    );
    for dry_run in [true, false] {
        let path = folder.path().join("report.csv");
        let mapping = Mapping::parse(PEOPLE).unwrap();
        let source = Source::open(&mapping, register.path(), &town.clerks.country()).unwrap();
        let report = Report::begin(Some(&path), |_| {}).unwrap();
        let bar = ProgressBar::hidden();
        runtime()
            .block_on(source.import(&town.clerks, report, 1, dry_run, &bar))
            .unwrap();
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(written.contains("warned"), "{written}");
        assert_eq!(written.contains("CK-"), !dry_run, "{written}");
    }
}

#[test]
fn a_format_with_an_offset_needs_no_zone_and_any_other_does() {
    let without = PEOPLE.replace(", zone = \"Africa/Casablanca\"", "");
    assert!(
        fault(&without).contains("zone is missing"),
        "{}",
        fault(&without)
    );
    assert!(Mapping::parse(&without.replace("%H:%M", "%H:%M %z")).is_ok());
}
