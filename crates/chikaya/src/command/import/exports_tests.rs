//! Exports of other cities and makers become cases letter by letter and instant by instant, with the mappings in
//! `data/import/`; and each key of a mapping that one of them needs does what it says.

use std::{collections::BTreeMap, path::Path};

use chikaya_domain::{access::Role, case::Fact};
use chikaya_service::case::page::CasePage;
use chikaya_testkit::{Engine, Town, town};
use jiff::Timestamp;

use super::{
    draft,
    exports::{self, Export, Fate, Truth},
    mapping::Mapping,
    report::{Counts, Report},
    source::Source,
    tests::{fault, import, runtime, written},
};

fn mapping_of(export: &Export) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../data/import")
        .join(format!("{}.toml", export.name));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn bytes(bytes: &[u8]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

/// A row of a report: what became of it, and why.
type Told = BTreeMap<usize, (String, String)>;

/// Takes an export over; answers the counts and what the report says of its rows, by their places.
fn take_over(town: &Town, export: &Export, dry_run: bool) -> (Counts, Told) {
    let (register, report) = (bytes(&export.bytes), bytes(b""));
    let mapping = Mapping::parse(&mapping_of(export)).unwrap();
    let source = Source::open(&mapping, register.path(), &town.clerks.country()).unwrap();
    let told = Report::begin(Some(report.path()), |_| {}).unwrap();
    let bar = indicatif::ProgressBar::hidden();
    let counts = runtime()
        .block_on(source.import(&town.clerks, told, 16, dry_run, &bar))
        .unwrap();
    let mut reader = csv::Reader::from_path(report.path()).unwrap();
    let told = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            let place: usize = row[0].parse().unwrap();
            (place - 1, (row[3].to_owned(), row[5].to_owned()))
        })
        .collect();
    (counts, told)
}

fn count(export: &Export, is: impl Fn(Fate) -> bool) -> u64 {
    export.rows.iter().filter(|row| is(row.fate)).count() as u64
}

/// Every page of a case that came from a register, by the register and the number in it, with who filed it.
fn pages(town: &Town) -> BTreeMap<(String, String), (CasePage, Option<String>)> {
    runtime().block_on(async {
        let officer = town
            .officer("one@sample.test", Role::Officer, town::TIZNIT)
            .await;
        let auditor = town
            .officer("all@sample.test", Role::Auditor, "reform-authority")
            .await;
        let mut pages = BTreeMap::new();
        for reference in town.references().await {
            let reference: chikaya_domain::reference::Reference = reference.parse().unwrap();
            let shown = match town
                .clerks
                .desk_page(officer.clone(), reference.clone())
                .await
            {
                Ok(shown) => shown,
                Err(_) => town
                    .clerks
                    .desk_page(auditor.clone(), reference)
                    .await
                    .unwrap(),
            };
            let key = shown
                .page
                .timeline
                .iter()
                .find_map(|entry| match &entry.fact {
                    Fact::Imported {
                        register, number, ..
                    } => Some((register.to_string(), number.clone())),
                    _ => None,
                })
                .unwrap();
            let person = shown.filer.and_then(|filer| filer.name);
            assert!(pages.insert(key, (shown.page, person)).is_none());
        }
        pages
    })
}

/// When something happened, in microseconds.
fn at(page: &CasePage, name: &str) -> Option<i64> {
    page.timeline
        .iter()
        .find(|entry| entry.fact.name() == name)
        .map(|entry| entry.at.as_microsecond())
}

fn compare(export: &Export, row: &Truth, page: &CasePage, person: Option<&str>) {
    let what = format!("{}: {row:?}", export.name);
    assert_eq!(at(page, "filed"), Some(row.filed), "{what}");
    // A register that dates no closing closes nothing on a day of its own.
    assert_eq!(at(page, "closed"), row.closed, "{what}");
    assert_eq!(page.case.stage.as_str(), row.stage, "{what}");
    assert_eq!(page.case.kind.as_str(), row.kind, "{what}");
    assert_eq!(page.title, row.title, "{what}");
    assert_eq!(page.words.body, row.text, "{what}");
    let last = page.timeline.iter().find_map(|entry| {
        let is_last = matches!(entry.fact, Fact::Answered { .. } | Fact::Noted { .. });
        entry.text.as_ref().filter(|_| is_last)
    });
    assert_eq!(last.map(|text| &text.body), row.last.as_ref(), "{what}");
    assert_eq!(page.place, row.place, "{what}");
    let point = page
        .coordinates
        .map(|point| (point.latitude_micro(), point.longitude_micro()));
    assert_eq!(point, row.point, "{what}");
    assert_eq!(person, row.person.as_deref(), "{what}");
}

#[test]
fn every_export_is_taken_over_letter_by_letter() {
    every_export_is_taken_over_on(Engine::Sqlite);
}

#[test]
fn every_export_is_taken_over_letter_by_letter_on_postgresql() {
    every_export_is_taken_over_on(Engine::Postgres);
}

fn every_export_is_taken_over_on(engine: Engine) {
    let town = Town::on(engine);
    let exports = exports::all();
    let mut cases = 0;
    for export in &exports {
        let again = count(export, |fate| fate == Fate::Again);
        let refused = count(export, |fate| matches!(fate, Fate::Refused(_)));
        let created = export.rows.len() as u64 - again - refused;
        let figures = |counts: Counts| {
            (
                counts.read,
                counts.created,
                counts.unchanged,
                counts.refused,
            )
        };
        let (dry, said) = take_over(&town, export, true);
        assert_eq!(
            figures(dry),
            (export.rows.len() as u64, created, again, refused),
            "{}: {said:#?}",
            export.name
        );
        let (counts, told) = take_over(&town, export, false);
        assert_eq!(counts, dry, "{}", export.name);
        for (place, row) in export.rows.iter().enumerate() {
            let reason = told.get(&place).filter(|(what, _)| what == "refused");
            match row.fate {
                Fate::Refused(words) => {
                    let (_, why) = reason.unwrap();
                    assert!(why.contains(words), "{}, {place}: {why}", export.name);
                }
                _ => assert_eq!(reason, None, "{}, {place}", export.name),
            }
        }
        let (second, _) = take_over(&town, export, false);
        assert_eq!(
            figures(second),
            (export.rows.len() as u64, 0, created + again, refused),
            "{}",
            export.name
        );
        cases += created;
    }
    let pages = pages(&town);
    assert_eq!(pages.len() as u64, cases);
    for export in &exports {
        let register = Mapping::parse(&mapping_of(export)).unwrap();
        let register = register.register().to_string();
        for row in export.rows.iter().filter(|row| row.fate == Fate::Case) {
            let (page, person) = &pages[&(register.clone(), row.number.clone())];
            compare(export, row, page, person.as_deref());
        }
    }
    assert_eq!(runtime().block_on(town.checked()).0, cases);
}

#[test]
fn the_clocks_of_the_exports_stand_as_their_cities_say() {
    let exports = exports::all();
    for (name, place, instant) in [
        ("boston311", 0, "2020-01-01T01:01:01Z"),
        // Two o'clock of that night was three: 02:30 is no time, 03:30 is half an hour after the change.
        ("boston311", 30, "2021-03-14T07:30:00Z"),
        ("boston311", 31, "2021-11-07T05:30:00Z"),
    ] {
        let export = exports.iter().find(|export| export.name == name).unwrap();
        let instant: Timestamp = instant.parse().unwrap();
        assert_eq!(export.rows[place].filed, instant.as_microsecond());
    }
    let boston = String::from_utf8(exports[0].bytes.clone()).unwrap();
    for shown in [
        "2019-12-31 20:01:01",
        "2021-03-14 03:30:00",
        "2021-11-07 01:30:00",
    ] {
        assert!(boston.contains(shown), "{shown}");
    }
}

/// The mapping proposed for an export.
fn proposed(export: &Export) -> String {
    draft::propose(bytes(&export.bytes).path()).unwrap()
}

#[test]
fn a_proposal_sees_what_the_exports_are() {
    let exports = exports::all();
    for (name, lines) in [
        (
            "boston311",
            &[
                "number = \"case_enquiry_id\"",
                "format = \"%Y-%m-%d %H:%M:%S\"",
                "closed = \"closed_dt\"",
            ][..],
        ),
        (
            "montreal311",
            &[
                "number = \"ID_UNIQUE\"",
                "since = \"DATE_DERNIER_STATUT\"",
                "column = \"DERNIER_STATUT\"",
                "\"Terminée\" = \"closed\"",
                "\"Prise en charge\" = \"in-progress\"",
                "language = \"fr\"",
            ],
        ),
        (
            "toronto311",
            &[
                "encoding = \"windows-1252\"",
                "# No column tells rows apart",
                "\"In Progress\" = \"in-progress\"",
            ],
        ),
        (
            "chicago311",
            &["number = \"SR_NUMBER\"", "point = \"LOCATION\""],
        ),
        (
            "philadelphia311",
            &[
                "format = \"%Y-%m-%d %H:%M:%S%.f%:::z\"",
                "filed = \"requested_datetime\"",
            ],
        ),
        (
            "fixmystreet",
            &[
                "default = \"?\"",
                "format = \"%Y-%m-%dT%H:%M:%S\"",
                "language = \"en\"",
                "person = \"User Name\"",
            ],
        ),
        (
            "signalen",
            &[
                "filed = \"created_at\"",
                "format = \"%Y-%m-%d %H:%M:%S%.f%:z\"",
            ],
        ),
        ("buenosaires", &["delimiter = \";\""]),
    ] {
        let export = exports.iter().find(|export| export.name == name).unwrap();
        let proposed = proposed(export);
        for line in lines {
            assert!(proposed.contains(line), "{name}, {line}:\n{proposed}");
        }
        // The name of an activity is nobody's.
        assert!(!proposed.contains("person = \"ACTI_NOM\""), "{proposed}");
    }
}

#[test]
fn a_proposal_sees_an_hour_beside_its_day() {
    let table = "N°;Date;Heure;Objet;Etat;Date de clôture\n\
        1;13/02/2020;10:05;Lampe de la rue;ouvert;\n\
        2;14/02/2020;;Trou;clos;2020-02-15 09:00\n";
    let proposed = draft::propose(written(table).path()).unwrap();
    for line in [
        "filed = [\"Date\", \"Heure\"]",
        "format = [\"%d/%m/%Y %H:%M\", \"%d/%m/%Y\", \"%Y-%m-%d %H:%M\"]",
        "closed = \"Date de clôture\"",
    ] {
        assert!(proposed.contains(line), "{line}:\n{proposed}");
    }
}

/// A register without a number and without a column for its bodies.
const BARE: &str = r#"
register = "bare"
name = "Registre"
language = "fr"
file = { delimiter = ";", empty = ["NULL", "—"] }
time = { format = ["%d/%m/%Y %H:%M", "%d/%m/%Y"], zone = "Africa/Casablanca" }
columns = { number = ["le", "texte"], filed = ["le", "heure"], text = "texte", person = ["nom", "prénom"] }
status = { column = "fini", default = "filed", others = "closed", since = "fini" }
organisation = { default = "commune-09-581-01-07" }
"#;

#[test]
fn a_status_may_be_told_by_a_date_and_cells_that_say_nothing_are_empty() {
    let town = Town::on(Engine::Sqlite);
    let long = "mot ".repeat(60);
    let table = format!(
        "le;heure;texte;fini;nom;prénom\n\
         03/02/2020;10:00;Lampe éteinte;NULL;Exemple;Fatima\n\
         03/02/2020;—;Trou;05/02/2020;NULL;—\n\
         03/02/2020;11:00;{long};;Exemple;\n\
         03/02/2020;;;;;\n"
    );
    let (counts, lines) = import(&town, BARE, written(&table).path(), false).unwrap();
    assert_eq!((counts.created, counts.refused), (3, 1), "{lines:?}");
    assert!(lines[0].contains("line 5"), "{lines:?}");
    assert!(lines[0].contains("there is no text"), "{lines:?}");
    let pages = pages(&town);
    let find = |word: &str| {
        pages
            .iter()
            .find(|((_, number), _)| number.contains(word))
            .unwrap()
    };
    let instant = |text: &str| text.parse::<Timestamp>().unwrap().as_microsecond();
    let (_, (lamp, person)) = find("Lampe");
    assert_eq!(at(lamp, "filed"), Some(instant("2020-02-03T09:00:00Z")));
    assert_eq!(lamp.case.stage.as_str(), "filed");
    assert_eq!(lamp.title, "Lampe éteinte");
    assert_eq!(person.as_deref(), Some("Exemple Fatima"));
    let (_, (hole, nobody)) = find("Trou");
    assert_eq!(at(hole, "filed"), Some(instant("2020-02-02T23:00:00Z")));
    assert_eq!(at(hole, "closed"), Some(instant("2020-02-04T23:00:00Z")));
    assert_eq!(nobody.as_deref(), None);
    // A number that would be too long ends with a mark of the whole.
    let ((_, number), _) = find("mot mot");
    assert_eq!(number.chars().count(), 120);
    assert!(number.starts_with("03/02/2020 – mot mot"), "{number}");
    let (again, _) = import(&town, BARE, written(&table).path(), false).unwrap();
    assert_eq!((again.created, again.unchanged), (0, 3));
}

#[test]
fn what_dates_a_status_dates_the_moment_that_it_stands_for() {
    let town = Town::on(Engine::Sqlite);
    let mapping = BARE
        .replace(
            "{ column = \"fini\", default = \"filed\", others = \"closed\", since = \"fini\" }",
            "{ column = \"etat\", values = { \"reçu\" = \"filed\", admis = \"admissible\", cours = \"in-progress\", \
             \"répondu\" = \"answered\", \"retiré\" = \"withdrawn\" }, since = { first = [\"depuis\", \"fini\"] } }",
        )
        .replace("text = \"texte\"", "text = \"texte\", last_words = \"mots\"");
    let table = "le;heure;texte;etat;depuis;fini;nom;prénom;mots\n\
        03/02/2020;;Un;reçu;04/02/2020;;;;\n\
        03/02/2020;;Deux;admis;04/02/2020;;;;\n\
        03/02/2020;;Trois;cours;;04/02/2020;;;\n\
        03/02/2020;;Quatre;répondu;04/02/2020;09/02/2020;;;Fait\n\
        03/02/2020;;Cinq;retiré;04/02/2020;;;;\n\
        03/02/2020;;Six;perdu;04/02/2020;;;;\n";
    let (counts, lines) = import(&town, &mapping, written(table).path(), false).unwrap();
    assert_eq!((counts.created, counts.refused), (5, 1), "{lines:?}");
    assert!(
        lines
            .concat()
            .contains("\"perdu\": it is not in [status.values]")
    );
    let since = "2020-02-03T23:00:00Z".parse::<Timestamp>().unwrap();
    let pages = pages(&town);
    for (word, moment) in [
        ("Un", None),
        ("Deux", Some("examined")),
        ("Trois", Some("taken-up")),
        ("Quatre", Some("answered")),
        ("Cinq", Some("closed")),
    ] {
        let (_, (page, _)) = pages
            .iter()
            .find(|((_, number), _)| number.ends_with(word))
            .unwrap();
        let moments: Vec<&str> = page
            .timeline
            .iter()
            .filter(|entry| entry.at == since)
            .map(|entry| entry.fact.name())
            .collect();
        assert_eq!(moments, Vec::from_iter(moment), "{word}");
    }
}

#[test]
fn texts_in_a_language_of_which_we_have_none_say_so() {
    let town = Town::on(Engine::Sqlite);
    let foreign = BARE.replace("language = \"fr\"", "language = \"es\"");
    assert!(
        fault(&foreign).contains("letters = \"fr\""),
        "{}",
        fault(&foreign)
    );
    let wrong = foreign.replace("language = \"es\"", "language = \"es\"\nletters = \"nl\"");
    assert!(
        fault(&wrong).contains("\"nl\" is not ar"),
        "{}",
        fault(&wrong)
    );
    let mapping = foreign.replace("language = \"es\"", "language = \"es\"\nletters = \"ar\"");
    let table = "le;heure;texte;fini;nom;prénom\n03/02/2020;10:00;Farola rota;;;\n";
    import(&town, &mapping, written(table).path(), false).unwrap();
    let pages = pages(&town);
    let (page, _) = pages.values().next().unwrap();
    assert_eq!(page.words.language.as_deref(), Some("es"));
    assert_eq!(page.case.language.code(), "ar");
}

#[test]
fn a_section_without_a_column_needs_a_default_and_an_encoding_a_name() {
    let none = BARE.replace("{ default = \"commune-09-581-01-07\" }", "{ values = {} }");
    assert!(
        fault(&none).contains("[organisation] column is missing, or a default"),
        "{}",
        fault(&none)
    );
    let encoding = BARE.replace(
        "delimiter = \";\"",
        "delimiter = \";\", encoding = \"cp720\"",
    );
    assert!(
        fault(&encoding).contains("iconv -f cp720"),
        "{}",
        fault(&encoding)
    );
}

#[test]
fn letters_of_older_programs_become_cases_as_they_were() {
    let town = Town::on(Engine::Sqlite);
    let table = "le;heure;texte;fini;nom;prénom\n03/02/2020;10:00;Été à l’école;;;\n";
    let windows: Vec<u8> = table
        .chars()
        .map(|sign| {
            if sign == '’' {
                0x92
            } else {
                u8::try_from(sign).unwrap()
            }
        })
        .collect();
    let mut unicode = vec![0xff, 0xfe];
    unicode.extend(table.encode_utf16().flat_map(u16::to_le_bytes));
    for (encoding, file) in [("windows-1252", windows), ("utf-16", unicode)] {
        let mapping = BARE
            .replace("\"bare\"", &format!("\"{encoding}\""))
            .replace(
                "delimiter = \";\"",
                &format!("delimiter = \";\", encoding = \"{encoding}\""),
            );
        let (counts, lines) = import(&town, &mapping, bytes(&file).path(), false).unwrap();
        assert_eq!(counts.created, 1, "{lines:?}");
        let proposed = draft::propose(bytes(&file).path()).unwrap();
        let named = if encoding == "utf-16" {
            "utf-16le"
        } else {
            encoding
        };
        assert!(
            proposed.contains(&format!("encoding = \"{named}\"")),
            "{proposed}"
        );
    }
    let texts: Vec<String> = pages(&town)
        .into_values()
        .map(|(page, _)| page.words.body)
        .collect();
    assert!(
        texts
            .iter()
            .all(|text| text.starts_with("Été à l’école\n\nRegistre")),
        "{texts:?}"
    );
    assert_eq!(texts.len(), 2);
}
