//! What a column of an unknown register seems to be: by its name in Arabic, French or English, and by what stands in it.

use std::collections::BTreeMap;

use jiff::{Timestamp, fmt::strtime::BrokenDownTime, tz::TimeZone};

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
            "caseid",
            "srnumber",
            "id",
            "key",
            "number",
        ],
    ),
    (
        "since",
        &[
            "date dernier statut",
            "date du statut",
            "status date",
            "last status",
            "تاريخ الحالة",
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
            "^nom",
            "user name",
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

/// Forms of instants that registers write. Of two that read the same in every value the first is proposed.
const FORMATS: &[&str] = &[
    "%Y-%m-%dT%H:%M:%S%:z",
    "%Y-%m-%dT%H:%M:%S%.f%:z",
    "%Y-%m-%dT%H:%M:%S%z",
    "%Y-%m-%d %H:%M:%S%:z",
    "%Y-%m-%d %H:%M:%S%.f%:z",
    "%Y-%m-%d %H:%M:%S%z",
    "%Y-%m-%d %H:%M:%S%.f%:::z",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S%.f",
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

/// Forms of hours that stand in a column of their own.
const HOURS: &[&str] = &["%H:%M:%S", "%H:%M"];

/// Words of the names of such columns.
const HOUR_NAMES: &[&str] = &["heure", "hour", "time", "hora", "الساعة", "توقيت"];

/// What seems to be what.
pub(super) struct Guess<'a> {
    found: BTreeMap<&'static str, Vec<&'a Seen>>,
    columns: &'a [Seen],
    /// Forms in which every instant of filing can be read, several where the values do not tell; then those that other
    /// columns of instants need.
    pub formats: Vec<String>,
    /// How many of the forms are for instants of filing.
    pub of_filing: usize,
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

impl Guess<'_> {
    /// Looks for the forms of all instants, and for a column with the hours of days of filing.
    fn look_for_forms(&mut self) {
        let Some(filed) = self.find("filed") else {
            return;
        };
        let mut formats: Vec<String> = formats_of(filed).into_iter().map(str::to_owned).collect();
        let are_days = formats
            .iter()
            .all(|format| !format.contains("%H") && !format.contains("%I") && format != "%s");
        let hours = self
            .unused()
            .into_iter()
            .find_map(|column| hours_of(column).map(|hours| (column, hours)));
        if are_days && let Some((column, hours)) = hours {
            let days = formats.clone();
            formats = days.iter().map(|day| format!("{day} {hours}")).collect();
            if column.filled < filed.filled {
                formats.extend(days);
            }
            self.found.insert("filed", vec![filed, column]);
        }
        self.of_filing = formats.len();
        for key in ["closed", "written", "taken_up", "since"] {
            for column in self.all(key) {
                let times = Times::new(formats.clone(), TimeZone::UTC);
                if column.values.keys().any(|value| times.read(value).is_err()) {
                    let more = formats_of(column).into_iter().map(str::to_owned);
                    let more: Vec<String> = more.filter(|one| !formats.contains(one)).collect();
                    formats.extend(more);
                }
            }
        }
        self.formats = formats;
    }
}

/// Looks what columns seem to be.
pub(super) fn of(columns: &[Seen], rows: usize) -> Guess<'_> {
    let mut guess = Guess {
        found: BTreeMap::new(),
        columns,
        formats: Vec::new(),
        of_filing: 0,
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
    guess.look_for_forms();
    let texts: Vec<&str> = guess
        .all("text")
        .into_iter()
        .chain(guess.all("title"))
        .flat_map(|column| column.values.keys().map(String::as_str))
        .take(2_000)
        .collect();
    // Where the texts are too short, names of places and offices tell.
    guess.language = language_of(&texts).or_else(|| {
        let all = columns.iter().flat_map(|column| column.values.keys());
        language_of(&all.map(String::as_str).take(2_000).collect::<Vec<_>>())
    });
    guess.is_html = texts
        .iter()
        .filter(|text| text.contains("</") || text.contains("<br"))
        .count()
        * 4
        > texts.len().max(1);
    guess
}

/// Whether a column is called so: the word stands in its name, a short one by itself, one after `^` at its beginning.
fn bears(column: &Seen, word: &str) -> bool {
    let name = column.name.to_lowercase().replace(['_', '-'], " ");
    if let Some(word) = word.strip_prefix('^') {
        return name.split(' ').next() == Some(word);
    }
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
            // Some rows may lack one: they are refused.
            column.filled * 2 >= rows
                && column
                    .values
                    .values()
                    .all(|count| *count <= rows.div_ceil(20))
        }
        "filed" => column.filled * 10 >= rows * 9 && !formats_of(column).is_empty(),
        "closed" | "written" | "taken_up" | "since" => !formats_of(column).is_empty(),
        "status" => {
            column.values.len() <= 60 && column.filled * 2 >= rows && formats_of(column).is_empty()
        }
        "organisation" | "subject" => {
            column.values.len() <= 3_000
                && formats_of(column).is_empty()
                && column.filled * 2 >= rows
        }
        "latitude" => all(&|value| degrees(value).is_some_and(|degrees| degrees.abs() <= 90.0)),
        "longitude" => all(&|value| degrees(value).is_some_and(|degrees| degrees.abs() <= 180.0)),
        "point" => all(&|value| {
            (value.starts_with('(') && value.contains(',')) || value.starts_with("POINT")
        }),
        "email" => all(&|value| value.contains('@')),
        "phone" => all(&|value| value.chars().filter(char::is_ascii_digit).count() >= 6),
        _ => column.filled > 0 && formats_of(column).is_empty(),
    }
}

fn degrees(value: &str) -> Option<f64> {
    value.replace(',', ".").parse().ok()
}

/// Forms in which every value of a column is an instant; of those that read the same in each, one.
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
    let mut found: Vec<(&str, Vec<Timestamp>)> = Vec::new();
    for format in FORMATS {
        let times = Times::new(vec![(*format).to_owned()], TimeZone::UTC);
        let read: Result<Vec<_>, _> = values.iter().map(|value| times.read(value)).collect();
        if let Ok(read) = read
            && found.iter().all(|(_, other)| *other != read)
        {
            found.push((format, read));
        }
    }
    found.into_iter().map(|(format, _)| format).collect()
}

/// The form of the hours that a column holds, if it holds nothing else.
fn hours_of(column: &Seen) -> Option<&'static str> {
    let fits = |value: &str, format: &str| BrokenDownTime::parse(format, value).is_ok();
    let is_called_so = HOUR_NAMES.iter().any(|name| bears(column, name));
    HOURS.iter().copied().find(|format| {
        is_called_so
            && !column.values.is_empty()
            && column.values.keys().all(|value| fits(value, format))
    })
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
            " la ", " le ", " les ", " des ", " du ", " est ", " d’", " l’",
        ]) {
            french += 1;
        } else if says(&[
            " the ", " of ", " and ", " is ", " not ", " to ", " or ", " this ", " has ", " been ",
            " with ", "ing ",
        ]) {
            english += 1;
        } else if says(&[" de ", "é", "è"]) {
            french += 1;
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
    if says(&["withdraw", "cancel", "annul", "retir", "supprim", "سحب"]) {
        Some("withdrawn")
    } else if says(&[
        "progress",
        "en cours",
        "prise en charge",
        "assigned",
        "started",
        "investigat",
        "scheduled",
        "قيد",
    ]) {
        Some("in-progress")
    } else if says(&[
        "closed",
        "complete",
        "resolved",
        "fixed",
        "duplicate",
        "clos",
        "clôtur",
        "clotur",
        "résolu",
        "resolu",
        "traité",
        "termin",
        "refus",
        "مغلق",
        "تمت",
    ]) {
        Some("closed")
    } else if says(&["answered", "répondu", "repondu"]) {
        Some("answered")
    } else if says(&[
        "admis",
        "recevable",
        "accept",
        "transmis",
        "pending",
        "attente",
    ]) {
        Some("admissible")
    } else if says(&["open", "new", "ouvert", "nouve", "received", "reçu", "جديد"]) {
        Some("filed")
    } else {
        None
    }
}
