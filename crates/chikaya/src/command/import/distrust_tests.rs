//! A file that is not what it seems is told by line, in a dry run as in the run, and a mapping by all its faults at once.

use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, Town};

use super::{
    draft,
    mapping::Mapping,
    report::Counts,
    source::Source,
    tests::{fault, import, runtime, written},
};

/// A register whose text stands last, as exports have it.
const PLAIN: &str = r#"
register = "old"
name = "Ancien registre"
language = "fr"
file = { delimiter = ";" }
time = { format = "%Y-%m-%d %H:%M", zone = "Africa/Casablanca" }
columns = { number = "no", filed = "le", title = ["objet"], text = ["texte"] }
status = { column = "etat", values = { ouvert = "filed" } }
organisation = { column = "qui", default = "commune-09-581-01-07" }
"#;

/// Takes a file over, first in a dry run, which must tell the same figures and words; answers them.
fn both(town: &Town, mapping: &str, text: &str) -> (Counts, String) {
    let file = written(text);
    let (dry, dry_lines) = import(town, mapping, file.path(), true).unwrap();
    let (counts, lines) = import(town, mapping, file.path(), false).unwrap();
    assert_eq!(dry, counts);
    assert_eq!(dry_lines, lines);
    (counts, lines.join("\n"))
}

/// What stands in the way of a whole file.
fn refused(town: &Town, mapping: &str, text: &str) -> String {
    let file = written(text);
    let error = import(town, mapping, file.path(), false).unwrap_err();
    format!("{error:#}")
}

fn reckoned(town: &Town, text: &str) -> String {
    let file = written(text);
    let mapping = Mapping::parse(PLAIN).unwrap();
    let source = Source::open(&mapping, file.path(), &town.clerks.country()).unwrap();
    source.reckoning.to_string()
}

/// The title and the whole text of a case, and where it lies.
type Text = (String, String, Option<(i32, i32)>);

/// The texts of all cases.
fn texts(town: &Town) -> Vec<Text> {
    runtime().block_on(async {
        let officer = town
            .officer("all@sample.test", Role::Auditor, "reform-authority")
            .await;
        let mut texts = Vec::new();
        for reference in town.references().await {
            let reference = reference.parse().unwrap();
            let page = town.clerks.desk_page(officer.clone(), reference).await;
            let page = page.unwrap().page;
            texts.push((
                page.title,
                page.words.body,
                page.coordinates
                    .map(|point| (point.latitude_micro(), point.longitude_micro())),
            ));
        }
        texts
    })
}

#[test]
fn a_quote_that_never_closes_refuses_its_row_and_tells_what_it_swallowed() {
    let town = Town::on(Engine::Sqlite);
    let mut table = "no;le;objet;etat;qui;texte\n".to_owned();
    for number in 1..=10 {
        let quote = if number == 3 { "\"" } else { "" };
        for part in [
            &number.to_string(),
            ";2020-02-03 10:00;Lampe;ouvert;;",
            quote,
            "Lampe éteinte\n",
        ] {
            table.push_str(part);
        }
    }
    let (counts, said) = both(&town, PLAIN, &table);
    assert_eq!((counts.read, counts.created, counts.refused), (3, 2, 1));
    assert!(said.contains("line 4, number 3"), "{said}");
    assert!(
        said.contains("begins on line 4 is never closed: the 7 lines after it"),
        "{said}"
    );
    assert_eq!(
        reckoned(&town, &table),
        "lines 11: header 1, rows 3, inside cells 7, empty 0"
    );
}

#[test]
fn a_row_that_swallowed_others_is_refused_and_a_text_of_several_lines_is_not() {
    let town = Town::on(Engine::Sqlite);
    let table = "no;le;objet;etat;qui;texte\n\
        1;2020-02-03 10:00;Lampe;ouvert;;\"Lampe éteinte\n\
        2;2020-02-04 10:00;Trou;ouvert;;Trou\n\
        3;2020-02-05 10:00;Eau;ouvert;;fuite\"\n\
        4;2020-02-06 10:00;Lampe;ouvert;;\"Trois lignes;\n1; rue de l’École; depuis lundi; a; b; c\n\nMerci\"\n\n";
    let (counts, said) = both(&town, PLAIN, table);
    assert_eq!((counts.created, counts.refused), (1, 1), "{said}");
    assert!(said.contains("line 2, number 1"), "{said}");
    assert!(said.contains("line 3 is a row of its own"), "{said}");
    assert_eq!(
        reckoned(&town, table),
        "lines 9: header 1, rows 2, inside cells 5, empty 1"
    );
}

#[test]
fn two_rows_with_one_number_are_told_apart_from_one_row_that_stands_there_twice() {
    let town = Town::on(Engine::Sqlite);
    let table = "no;le;objet;etat;qui;texte\n\
        10;2020-02-03 10:00;Lampe;ouvert;;Lampe éteinte\n\
        10;2020-02-04 10:00;Trou;ouvert;;Trou dans la rue\n\
        11;2020-02-04 10:00;Eau;ouvert;;Fuite\n\
        11;2020-02-04 10:00;Eau;ouvert;;Fuite\n";
    let (counts, said) = both(&town, PLAIN, table);
    assert_eq!(
        (counts.created, counts.unchanged, counts.refused),
        (2, 1, 1)
    );
    assert!(
        said.contains("line 3, number 10: line 2 has the same number and says something else"),
        "{said}"
    );
    assert!(
        said.contains("line 5, number 11: the same row stands on line 4"),
        "{said}"
    );
    // Again: nothing is made, and the same is told.
    let file = written(table);
    let (again, _) = import(&town, PLAIN, file.path(), false).unwrap();
    assert_eq!((again.created, again.unchanged, again.refused), (0, 3, 1));
}

#[test]
fn numbers_that_a_spreadsheet_rounded_are_refused() {
    let town = Town::on(Engine::Sqlite);
    let table = "no;le;objet;etat;qui;texte\n\
        1.23457E+11;2020-02-03 10:00;Lampe;ouvert;;Un\n\
        1.23457E+11;2020-02-04 10:00;Lampe;ouvert;;Deux\n\
        1234567890123450000;2020-02-04 10:00;Lampe;ouvert;;Trois\n";
    let (counts, said) = both(&town, PLAIN, table);
    assert_eq!((counts.created, counts.refused, counts.warned), (1, 2, 1));
    assert!(
        said.contains("line 2, number 1.23457E+11: column \"no\""),
        "{said}"
    );
    assert!(said.contains("a spreadsheet rounded it"), "{said}");
    assert!(said.contains("more than fifteen figures"), "{said}");
}

#[test]
fn every_fault_of_a_mapping_is_told_at_once_and_nothing_is_written() {
    let town = Town::on(Engine::Sqlite);
    let keys = PLAIN
        .replace("name = \"Ancien registre\"\n", "")
        .replace("number = \"no\", filed", "nmber = \"no\", filed")
        .replace("zone =", "zon =");
    let said = fault(&keys);
    for words in [
        "name is missing",
        "[columns] number is missing",
        "[columns] nmber is no key of a mapping: number?",
        "[time] zon is no key of a mapping: zone?",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let mapping = format!(
        "{}\n[subject]\ncolumn = \"objet\"\n[subject.values]\nLampe = \"no-such-subject\"\n\
         [subject.create]\nprefix = \"x-\"\nsector = \"x\"\nsector_name = \"X\"\nanswers = \"nobody-here\"\n",
        PLAIN
            .replace("ouvert = \"filed\"", "ouvert = \"filled\", clos = \"shut\"")
            .replace("Africa/Casablanca", "Africa/Rabat")
            .replace("title = [\"objet\"]", "title = [\"titre\"]")
            .replace("commune-09-581-01-07", "commune-de-nulle-part")
    );
    let table = "no;le;objet;etat;qui;texte\n\
        1;2020-02-03 10:00;Voirie/Trou;ouvert;;Un\n\
        2;2020-02-03 10:00;Voirie / Trou;ouvert;;Un\n\
        3;2020-02-03 10:00;Eau-Fuite;ouvert;;Un\n\
        4;2020-02-03 10:00;Eau: fuite;ouvert;;Un\n";
    let said = refused(&town, &mapping, table);
    for words in [
        "Africa/Rabat",
        "\"filled\": filled is not a standing",
        "\"shut\": shut is not a standing",
        "no column \"titre\"",
        "\"Voirie / Trou\" and \"Voirie/Trou\" would both be x-voirie-trou",
        "would both be x-eau-fuite",
        "[organisation.values] \"default\" = \"commune-de-nulle-part\": there is no such organisation",
        "\"Lampe\" = \"no-such-subject\": there is no such subject",
        "\"answers\" = \"nobody-here\"",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(runtime().block_on(town.references()).is_empty());
}

#[test]
fn bodies_and_subjects_are_made_from_names_in_every_script_or_as_the_mapping_says() {
    let town = Town::on(Engine::Sqlite);
    let plain = PLAIN.replace(
        "organisation = { column = \"qui\", default = \"commune-09-581-01-07\" }",
        "[organisation]\ncolumn = \"qui\"",
    );
    let mapping = format!(
        "{plain}\n[organisation.create]\nprefix = \"x-\"\nparent = \"x\"\nparent_name = \"X\"\n\
         [organisation.create.codes]\n\"جماعة\" = \"x-the-commune\"\n\
         [organisation.create.names]\n\"جماعة\" = {{ ar = \"جماعة تيزنيت\", fr = \"Commune de Tiznit\" }}\n\
         [subject]\ncolumn = \"objet\"\nseparator = \",\"\n\
         [subject.create]\nprefix = \"x-\"\nsector = \"x\"\nsector_name = \"X\"\nanswers = \"x\"\n"
    );
    let long = "Équipement, ".repeat(12);
    let table = format!(
        "no;le;objet;etat;qui;texte\n\
         1;2020-02-03 10:00;Propreté;ouvert;جماعة;Un\n\
         2;2020-02-03 10:00;النظافة, Voirie;ouvert;Propreté de Tiznit;Deux\n\
         3;2020-02-03 10:00;\"{}\";ouvert;جماعة;Trois\n",
        long.trim_end_matches(", ").replace(", ", " ")
    );
    let (counts, said) = both(&town, &mapping, &table);
    assert_eq!((counts.created, counts.refused), (3, 0), "{said}");
    let country = town.clerks.country();
    let body = |code: &str| {
        let code = chikaya_domain::id::OrganisationCode::parse(code).unwrap();
        country.organisations.find(&code).unwrap().names.clone()
    };
    assert_eq!(body("x-the-commune").fr, "Commune de Tiznit");
    assert_eq!(body("x-proprete-de-tiznit").ar, "Propreté de Tiznit");
    let subject = |code: &str| {
        let code = chikaya_domain::id::SubjectCode::parse(code).unwrap();
        country.subjects.find(&code).unwrap().names.fr.clone()
    };
    assert_eq!(subject("x-alnzafa"), "النظافة");
    assert_eq!(subject("x-voirie"), "Voirie");
    // Of several subjects in a cell none is lost.
    assert!(
        texts(&town)
            .iter()
            .any(|(_, text, _)| text.contains("objet: النظافة, Voirie"))
    );
}

#[test]
fn languages_kinds_times_points_html_and_long_titles_of_one_file_are_kept() {
    let town = Town::on(Engine::Sqlite);
    let mapping = r#"
register = "mixed"
name = "Registre"
file = { delimiter = ";", html = true }
columns = { number = "no", filed = "le", title = ["objet"], text = ["texte"], latitude = "lat", longitude = "lon" }
status = { column = "etat", values = { ouvert = "filed" } }
organisation = { column = "qui", default = "commune-09-581-01-07" }
[time]
format = ["%s", "%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M:%S%z"]
zone = "Africa/Casablanca"
[language]
column = "langue"
default = "fr"
values = { "عربية" = "ar", EN = "en" }
[kind]
column = "nature"
default = "complaint"
values = { Suggestion = "proposal" }
"#;
    let title = "Un objet ".repeat(20);
    let table = format!(
        "no;le;objet;etat;qui;langue;nature;lat;lon;texte\n\
         1;1772359200;{title};ouvert;;عربية;Suggestion;29,6974;-9.7316;\"<p>Pas d&#39;eau<br>ici</p>\"\n\
         2;01/03/2026 10:00;Lampe;ouvert;;;;0;0;\"<b>R&amp;D</b> 2 < 3\"\n\
         3;2026-03-01T10:00:00+0000;Lampe;ouvert;;EN;;north;;Dark\n\
         4;2026-03-01T10:00:00+0000;Lampe;ouvert;;Klingon;;;;Dark\n"
    );
    let (counts, said) = both(&town, mapping, &table);
    assert_eq!(
        (counts.created, counts.refused, counts.warned),
        (3, 1, 2),
        "{said}"
    );
    assert!(
        said.contains("\"Klingon\": it is not in [language.values]"),
        "{said}"
    );
    assert!(said.contains("zero and zero"), "{said}");
    let texts = texts(&town);
    let find = |word: &str| {
        texts
            .iter()
            .find(|(_, text, _)| text.contains(word))
            .unwrap()
    };
    let (short, whole, point) = find("eau");
    assert!(
        short.ends_with('…') && whole.starts_with(title.trim()),
        "{whole}"
    );
    assert!(whole.contains("Pas d'eau\nici"), "{whole}");
    assert_eq!(*point, Some((29_697_400, -9_731_600)));
    assert!(find("R&D").1.starts_with("R&D 2 < 3"));
    assert_eq!(find("R&D").2, None);
}

#[test]
fn a_mapping_is_proposed_that_an_import_takes_once_its_questions_are_answered() {
    let town = Town::on(Engine::Sqlite);
    let sample = super::tests::sample();
    let proposed = draft::propose(&sample).unwrap();
    for line in [
        "number = \"Unique Key\"",
        "filed = \"Created Date\"",
        "closed = \"Closed Date\"",
        "format = \"%m/%d/%Y %I:%M:%S %p\"",
        "language = \"en\"",
        "last_words = [\"Resolution Description\"]",
        "Open = \"filed\"",
        "column = \"Agency\"",
        "latitude = \"Latitude\"",
        "zone = \"?\"",
        "parent = \"?\"",
    ] {
        assert!(
            proposed.replace("\"Open\"", "Open").contains(line),
            "{line}:\n{proposed}"
        );
    }
    // It is a mapping, and what it asks is told at once.
    let said = import(&town, &proposed, &sample, true)
        .err()
        .map(|error| format!("{error:#}"));
    let said = said.unwrap();
    assert!(said.contains("zone = \"?\""), "{said}");
    let answered = proposed
        .replace("zone = \"?\"", "zone = \"America/New_York\"")
        .replace("parent = \"?\"", "parent = \"x\"\nparent_name = \"City\"")
        .replace("answers = \"?\"", "answers = \"x\"")
        .replace(" = \"?\"", " = \"filed\"");
    let (counts, lines) = import(&town, &answered, &sample, true).unwrap();
    assert_eq!(
        (counts.read, counts.refused),
        (55, 0),
        "{lines:#?}\n{answered}"
    );
}
