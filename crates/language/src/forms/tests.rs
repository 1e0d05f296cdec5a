//! Forms of one word that must meet, both ways, and words that must not.

use proptest::prelude::*;

use super::latin::stem;
use crate::{query_tokens, search_tokens};

fn finds(text: &str, query: &str) -> bool {
    let index = search_tokens(text);
    query_tokens(query)
        .into_iter()
        .all(|token| token.keys().iter().any(|key| index.contains(key)))
}

/// Each line is one word in its forms; every form finds every other.
const FORMS: [&[&str]; 76] = [
    // French.
    &["lampadaire", "lampadaires"],
    &["travail", "travaux"],
    &["école", "écoles", "ecole"],
    &["égout", "égouts", "egout"],
    &["hôpital", "hôpitaux", "hopitaux"],
    &["réparation", "réparations"],
    &[
        "réparer",
        "répare",
        "réparée",
        "réparées",
        "réparé",
        "repare",
    ],
    &["quartier", "quartiers"],
    &["dossier", "dossiers"],
    &["policier", "policière", "policiers"],
    &["directeur", "directrice", "directeurs"],
    &["vendeur", "vendeuse", "vendeurs"],
    &["dangereux", "dangereuse", "dangereuses"],
    &["national", "nationaux", "nationale", "nationales"],
    &["eau", "eaux"],
    &["rue", "rues"],
    &["bureau", "bureaux"],
    &["tuyau", "tuyaux"],
    &["feu", "feux"],
    &["lieu", "lieux"],
    &["permis", "permi"],
    &["construire", "construir"],
    &["coupure", "coupures"],
    &["coupé", "coupée", "coupées", "coupe"],
    &["déborde", "débordent", "déborder"],
    &["pharmacie", "pharmacies"],
    &["chantier", "chantiers"],
    &["poubelle", "poubelles"],
    &["agent", "agents"],
    &["client", "clients"],
    &["urgent", "urgente", "urgents"],
    &["accès", "acces"],
    &["ancien", "ancienne", "anciennes"],
    &["abusif", "abusive", "abusifs"],
    &["adresse", "adresses", "address", "addresses"],
    &["délai", "délais"],
    &["français", "française", "françaises", "francaise"],
    &["public", "publique", "publics", "publiques"],
    &["mosquée", "mosquées"],
    &["taxi", "taxis"],
    // English.
    &["complaint", "complaints"],
    &["pothole", "potholes"],
    &["city", "cities"],
    &["company", "companies"],
    &["house", "houses"],
    &["box", "boxes"],
    &["bus", "buses"],
    &["flood", "floods", "flooded", "flooding"],
    &["stop", "stopped", "stopping"],
    &["repair", "repairs", "repaired", "repairing"],
    &["apply", "applied", "applying", "applies"],
    &["child", "children"],
    &["employee", "employees"],
    &["street", "streets"],
    &["leaf", "leaves"],
    // Tamazight, in both scripts.
    &[
        "ⴰⵎⴰⵣⵉⵖ",
        "ⵓⵎⴰⵣⵉⵖ",
        "ⵉⵎⴰⵣⵉⵖⵏ",
        "ⵉⵎⴰⵣⵉⵖⴻⵏ",
        "amaziɣ",
        "umaziɣ",
        "imaziɣen",
    ],
    &["ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⵜⵎⴰⵣⵉⵖⵜ", "ⵜⵉⵎⴰⵣⵉⵖⵉⵏ", "tamaziɣt", "timaziɣin"],
    &["ⴰⴳⴰⴷⵉⵔ", "ⵓⴳⴰⴷⵉⵔ", "ⵉⴳⵓⴷⴰⵔ", "agadir", "igudar"],
    &["ⵜⴰⵎⵓⵔⵜ", "ⵜⵎⵓⵔⵜ", "ⵜⵉⵎⵓⵔⴰ", "tamurt", "timura"],
    &["ⴰⵖⴰⵔⴰⵙ", "ⵓⵖⴰⵔⴰⵙ", "ⵉⵖⴰⵔⴰⵙⵏ", "aɣaras", "iɣarasen"],
    &["ⵜⴰⵎⵙⵙⵓⵎⴰⵏⵜ", "ⵜⵉⵎⵙⵙⵓⵎⴰⵏⵉⵏ"],
    &["ⴰⵔⴳⴰⵣ", "ⵡⴰⵔⴳⴰⵣ", "ⵉⵔⴳⴰⵣⵏ", "argaz", "irgazen"],
    // Arabic: broken plurals by their consonants, sound ones by their endings.
    &["شكاية", "شكايات", "الشكايات"],
    &["طريق", "طرق", "الطرق"],
    &["مدرسة", "مدارس"],
    &["مستشفى", "مستشفيات"],
    &["حفرة", "حفر"],
    &["مصباح", "مصابيح"],
    &["رخصة", "رخص"],
    &["حافلة", "حافلات"],
    &["موظف", "موظفين", "موظفون"],
    &["مهندس", "مهندسين"],
    &["قضية", "قضايا"],
    &["بلدية", "بلديات", "البلدية", "baladiya"],
    &["بلدي", "بلدية"],
    &["مكتب", "مكاتب"],
];

#[test]
fn forms_of_one_word_find_each_other() {
    let mut failures = Vec::new();
    for line in FORMS {
        for text in line {
            for query in line {
                if !finds(text, query) {
                    failures.push(format!(
                        "«{query}» {:?} does not find «{text}» {:?}",
                        query_tokens(query),
                        search_tokens(text)
                    ));
                }
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{}\n{} failures",
        failures.join("\n"),
        failures.len()
    );
}

#[test]
fn words_that_only_look_alike_stay_apart() {
    for (one, other) in [
        ("بلد", "بلدية"),
        ("بلد", "بلديات"),
        ("البلاد", "البلدية"),
        ("مدينة", "الحالة المدنية"),
        ("balad", "بلدية"),
        ("ⴰⵎⴰⵣⵉⵖ", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        ("travail", "travers"),
        ("general", "generateur"),
        ("eau", "au"),
    ] {
        assert!(!finds(one, other), "«{other}» finds «{one}»");
        assert!(!finds(other, one), "«{one}» finds «{other}»");
    }
}

#[test]
fn names_keep_what_would_make_other_words_of_them() {
    // Short words and those that hold more than plain letters are left as they are.
    for word in ["fes", "ain", "9adiya", "aɣaras", "ⵣ"] {
        assert_eq!(stem(word), word);
    }
    // Their sounds are one, their stems are not: who ranks can tell them apart.
    for (one, other) in [("taxe", "taxi"), ("hassan", "hassani"), ("sale", "salle")] {
        assert_ne!(stem(one), stem(other));
    }
}

proptest! {
    #[test]
    fn a_stem_is_never_short_and_holds_plain_letters(word in "[a-z]{4,20}") {
        let stem = stem(&word);
        prop_assert!(stem.len() >= 3, "{word}: {stem}");
        prop_assert!(stem.bytes().all(|sign| sign.is_ascii_lowercase()), "{word}: {stem}");
    }
}
