//! What a column of an unknown register seems to be: by its name in Arabic, French or English, and by what stands in it.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{seen::Seen, times::Times};

/// Words of headers for each key of `[columns]` and for the columns of sections, the telling ones first. Keys are looked
/// for in this order, and a column is one thing.
const NAMES: &[(&str, &[&str])] = &[
    (
        "number",
        &[
            "unique key",
            "service request number",
            "request id",
            "case id",
            "ticket",
            "numero",
            "numéro",
            "n°",
            "reference",
            "référence",
            "رقم",
            "id",
            "key",
            "number",
        ],
    ),
    (
        "closed",
        &["closed", "clotur", "clôtur", "ferm", "إغلاق", "completed"],
    ),
    (
        "written",
        &[
            "resolution action updated",
            "answered",
            "updated",
            "reponse le",
            "date de réponse",
            "date reponse",
            "mise à jour",
            "تاريخ الجواب",
            "modified",
        ],
    ),
    ("taken_up", &["assigned date", "started", "prise en charge"]),
    (
        "filed",
        &[
            "created",
            "opened",
            "open",
            "requested",
            "filed",
            "depot",
            "dépôt",
            "reçu",
            "recu",
            "date",
            "تاريخ",
        ],
    ),
    (
        "status",
        &[
            "status",
            "statut",
            "etat",
            "état",
            "الحالة",
            "حالة",
            "state",
        ],
    ),
    ("email", &["mail", "courriel", "البريد"]),
    (
        "phone",
        &["phone", "telephone", "téléphone", "mobile", "gsm", "الهاتف"],
    ),
    (
        "person",
        &[
            "complainant",
            "plaignant",
            "nom",
            "name of person",
            "الاسم",
            "المشتكي",
        ],
    ),
    ("latitude", &["latitude", "lat", "خط العرض"]),
    (
        "longitude",
        &["longitude", "long", "lon", "lng", "خط الطول"],
    ),
    ("point", &["location", "coordonn", "geo"]),
    (
        "organisation",
        &[
            "agency",
            "department",
            "owner",
            "organis",
            "administration",
            "service charg",
            "direction",
            "الإدارة",
            "الجهة",
            "المصلحة",
        ],
    ),
    (
        "last_words",
        &[
            "resolution",
            "closure reason",
            "response",
            "answer",
            "reponse",
            "réponse",
            "الجواب",
            "closing comment",
        ],
    ),
    (
        "text",
        &[
            "description",
            "descriptor",
            "details",
            "text",
            "texte",
            "message",
            "contenu",
            "نص",
            "موضوع الشكاية",
            "comment",
        ],
    ),
    (
        "subject",
        &[
            "complaint type",
            "category",
            "service request type",
            "request type",
            "type",
            "categorie",
            "catégorie",
            "theme",
            "thème",
            "الصنف",
            "الموضوع",
            "subject",
        ],
    ),
    (
        "title",
        &["title", "titre", "objet", "العنوان", "problem", "subtype"],
    ),
    (
        "place",
        &[
            "address",
            "adresse",
            "street",
            "rue",
            "lieu",
            "quartier",
            "commune",
            "ville",
            "city",
            "borough",
            "district",
            "zip",
            "الجماعة",
            "الحي",
        ],
    ),
];

/// Keys that may have several columns.
const SEVERAL: &[&str] = &["title", "text", "last_words", "place"];

/// Forms of instants that registers write.
const FORMATS: &[&str] = &[
    "%Y-%m-%dT%H:%M:%S%.f%:z",
    "%Y-%m-%dT%H:%M:%S%:z",
    "%Y-%m-%dT%H:%M:%S%z",
    "%Y-%m-%d %H:%M:%S%:z",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
    "%Y/%m/%d %H:%M:%S",
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M %p",
    "%d/%m/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%m/%d/%Y %H:%M",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y",
    "%s",
];

/// What seems to be what.
pub(super) struct Guess<'a> {
    found: BTreeMap<&'static str, Vec<&'a Seen>>,
    columns: &'a [Seen],
    /// Forms in which every instant of filing can be read; several where the values do not tell.
    pub formats: Vec<&'static str>,
    /// The language of the texts.
    pub language: Option<&'static str>,
    /// Whether texts look like HTML.
    pub is_html: bool,
}

impl<'a> Guess<'a> {
    /// The column for a key.
    pub(super) fn find(&self, key: &str) -> Option<&'a Seen> {
        self.all(key).first().copied()
    }

    /// The columns for a key.
    pub(super) fn all(&self, key: &str) -> Vec<&'a Seen> {
        self.found.get(key).cloned().unwrap_or_default()
    }

    /// The columns for no key.
    pub(super) fn unused(&self) -> Vec<&'a Seen> {
        let used = |column: &&Seen| {
            self.found
                .values()
                .flatten()
                .any(|found| found.name == column.name)
        };
        self.columns.iter().filter(|column| !used(column)).collect()
    }
}

/// Looks what columns seem to be.
pub(super) fn of(columns: &[Seen], rows: usize) -> Guess<'_> {
    let mut guess = Guess {
        found: BTreeMap::new(),
        columns,
        formats: Vec::new(),
        language: None,
        is_html: false,
    };
    for (key, names) in NAMES {
        for name in *names {
            let free = guess.unused();
            let fitting = free
                .into_iter()
                .filter(|column| bears(column, name) && fits(key, column, rows));
            let several = SEVERAL.contains(key);
            let found = guess.found.entry(key).or_default();
            for column in fitting {
                if several || found.is_empty() {
                    found.push(column);
                }
            }
        }
    }
    // A case has a line that names it and a text: where nothing is called so, what it is about says both.
    if guess.all("title").is_empty()
        && let Some(subject) = guess.find("subject")
    {
        guess.found.insert("title", vec![subject]);
    }
    if guess.all("text").is_empty() {
        // An address of a picture is long too, and no text.
        let is_text = |column: &&Seen| {
            column.longest > 40 && !column.values.keys().any(|value| value.starts_with("http"))
        };
        let longest = guess
            .unused()
            .into_iter()
            .filter(is_text)
            .max_by_key(|column| column.longest);
        let text = longest.map_or_else(|| guess.all("title"), |column| vec![column]);
        guess.found.insert("text", text);
    }
    guess.formats = guess.find("filed").map(formats_of).unwrap_or_default();
    let texts: Vec<&str> = guess
        .all("text")
        .into_iter()
        .chain(guess.all("title"))
        .flat_map(|column| column.values.keys().map(String::as_str))
        .take(2_000)
        .collect();
    guess.language = language_of(&texts);
    guess.is_html = texts
        .iter()
        .filter(|text| text.contains("</") || text.contains("<br"))
        .count()
        * 4
        > texts.len().max(1);
    guess
}

/// Whether a column is called so: the word stands in its name, a short one by itself.
fn bears(column: &Seen, word: &str) -> bool {
    let name = column.name.to_lowercase().replace(['_', '-'], " ");
    if word.chars().count() > 4 {
        return name.contains(word);
    }
    name.split(|sign: char| !sign.is_alphanumeric() && sign != '°')
        .any(|part| part == word)
}

/// Whether what stands in a column can be what its name says.
fn fits(key: &str, column: &Seen, rows: usize) -> bool {
    let all = |is: &dyn Fn(&str) -> bool| {
        !column.values.is_empty() && column.values.keys().take(500).all(|value| is(value))
    };
    match key {
        "number" => {
            column.filled == rows
                && column
                    .values
                    .values()
                    .all(|count| *count <= rows.div_ceil(20))
        }
        "filed" => column.filled * 10 >= rows * 9 && !formats_of(column).is_empty(),
        "closed" | "written" | "taken_up" => !formats_of(column).is_empty(),
        "status" => column.values.len() <= 60 && column.filled * 2 >= rows,
        "organisation" | "subject" => {
            column.values.len() <= 3_000
                && formats_of(column).is_empty()
                && column.filled * 2 >= rows
        }
        "latitude" => all(&|value| degrees(value).is_some_and(|degrees| degrees.abs() <= 90.0)),
        "longitude" => all(&|value| degrees(value).is_some_and(|degrees| degrees.abs() <= 180.0)),
        "point" => all(&|value| value.starts_with('(') && value.contains(',')),
        "email" => all(&|value| value.contains('@')),
        "phone" => all(&|value| value.chars().filter(char::is_ascii_digit).count() >= 6),
        _ => column.filled > 0 && formats_of(column).is_empty(),
    }
}

fn degrees(value: &str) -> Option<f64> {
    value.replace(',', ".").parse().ok()
}

/// Forms in which every value of a column is an instant.
fn formats_of(column: &Seen) -> Vec<&'static str> {
    let values: Vec<&str> = column
        .values
        .keys()
        .map(String::as_str)
        .take(3_000)
        .collect();
    if values.is_empty() {
        return Vec::new();
    }
    FORMATS
        .iter()
        .copied()
        .filter(|format| {
            let times = Times::new(vec![(*format).to_owned()], TimeZone::UTC);
            values.iter().all(|value| times.read(value).is_ok())
        })
        .collect()
}

/// The language of most texts, where letters or small words tell.
fn language_of(texts: &[&str]) -> Option<&'static str> {
    let (mut arabic, mut tifinagh, mut french, mut english) = (0, 0, 0, 0);
    for text in texts {
        let has =
            |range: std::ops::RangeInclusive<char>| text.chars().any(|sign| range.contains(&sign));
        let lower = format!(" {} ", text.to_lowercase());
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        if has('\u{600}'..='\u{6ff}') {
            arabic += 1;
        } else if has('\u{2d30}'..='\u{2d7f}') {
            tifinagh += 1;
        } else if says(&[
            " de ", " la ", " le ", " les ", " des ", " du ", " est ", "é", "è", " d’", " l’",
        ]) {
            french += 1;
        } else if says(&[
            " the ", " of ", " and ", " is ", " not ", " to ", " or ", "ing ",
        ]) {
            english += 1;
        }
    }
    [
        ("ar", arabic),
        ("zgh", tifinagh),
        ("fr", french),
        ("en", english),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .max_by_key(|(_, count)| *count)
    .map(|(language, _)| language)
}

/// The standing that a word of a register seems to say.
pub(super) fn standing(value: &str) -> Option<&'static str> {
    let value = value.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| value.contains(word));
    if says(&["withdraw", "cancel", "annul", "retir", "سحب"]) {
        Some("withdrawn")
    } else if says(&["progress", "en cours", "assigned", "started", "قيد"]) {
        Some("in-progress")
    } else if says(&[
        "closed", "complete", "resolved", "clos", "clôtur", "clotur", "résolu", "resolu", "traité",
        "مغلق", "تمت",
    ]) {
        Some("closed")
    } else if says(&["answered", "répondu", "repondu"]) {
        Some("answered")
    } else if says(&["admis", "recevable", "accepted", "pending", "attente"]) {
        Some("admissible")
    } else if says(&["open", "new", "ouvert", "nouve", "received", "reçu", "جديد"]) {
        Some("filed")
    } else {
        None
    }
}
