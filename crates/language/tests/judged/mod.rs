//! The judged requests and searches of the country pack, and how well the ear does on them.

use std::collections::BTreeMap;

use chikaya_language::{Body, Ear, Everyday, Extent, Finder, Found, Place, Topic};

/// A row of a table by its columns.
pub(crate) type Row = BTreeMap<String, String>;

/// The rows of a table of the pack.
pub(crate) fn rows(file: &str) -> Vec<Row> {
    let path = format!("{}/../../data/morocco/{file}", env!("CARGO_MANIFEST_DIR"));
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(path)
        .expect("the pack has this table")
        .deserialize()
        .map(|row| row.expect("a table of the pack can be read"))
        .collect()
}

/// What stands in a cell, parted.
pub(crate) fn parts(cell: &str) -> Vec<String> {
    cell.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The two halves of a judged table, by the rule that its header states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// Odd rows: looked at while the words and numbers were chosen.
    Tuned,
    /// Even rows: counted only.
    Unseen,
}

/// The rows of one half.
pub(crate) fn half(rows: &[Row], half: Half) -> impl Iterator<Item = &Row> {
    rows.iter()
        .enumerate()
        .filter(move |(number, _)| (number % 2 == 0) == (half == Half::Tuned))
        .map(|(_, row)| row)
}

/// An ear for the subjects of the pack.
pub(crate) fn ear() -> Ear {
    let subjects = rows("subjects.csv");
    let wider: BTreeMap<&str, Vec<String>> = subjects
        .iter()
        .filter(|row| row["parent"].is_empty())
        .map(|row| (row["code"].as_str(), parts(&row["words"])))
        .collect();
    Ear::new(
        subjects
            .iter()
            .filter(|row| !row["parent"].is_empty())
            .map(|row| Topic {
                code: row["code"].clone(),
                names: ["name_ar", "name_fr", "name_zgh", "name_en"]
                    .map(|column| row[column].clone())
                    .into(),
                words: parts(&row["words"]),
                wider: wider[row["parent"].as_str()].clone(),
            }),
    )
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    pub(crate) right: usize,
    pub(crate) all: usize,
}

impl Share {
    pub(crate) fn count(&mut self, is_right: bool) {
        self.all += 1;
        self.right += usize::from(is_right);
    }

    /// In percent; 100 of nothing.
    #[expect(clippy::cast_precision_loss, reason = "hundreds")]
    pub(crate) fn percent(self) -> f64 {
        if self.all == 0 {
            return 100.0;
        }
        100.0 * self.right as f64 / self.all as f64
    }
}

/// How well requests are understood.
#[derive(Debug, Default)]
pub(crate) struct Understood {
    /// By language: the right subject is the first, and among the first five.
    pub(crate) by_language: BTreeMap<String, (Share, Share)>,
    /// Requests that tell nothing and of which nothing above a half is said.
    pub(crate) nothing: Share,
    /// Right first hits whose reasons decide: without these words less than half as much is said of them.
    pub(crate) decided: Share,
    /// Confidence and whether the hit was right, for each hit.
    pub(crate) said: Vec<(f32, bool)>,
    /// The texts that were not understood at once: right codes, text, what was heard.
    pub(crate) missed: Vec<String>,
}

/// Judges the requests of one half.
pub(crate) fn understood(ear: &Ear, of: Half) -> Understood {
    let mut result = Understood::default();
    for row in half(&rows("judged/requests.csv"), of) {
        let right = parts(&row["subjects"]);
        let heard = ear.hear(&row["text"], 5);
        let is_right = |code: &str| right.iter().any(|right| right == code);
        result
            .said
            .extend(heard.iter().map(|hit| (hit.confidence, is_right(hit.code))));
        if right.is_empty() {
            result
                .nothing
                .count(heard.first().is_none_or(|first| first.confidence < 0.5));
            continue;
        }
        let (first, five) = result
            .by_language
            .entry(row["language"].clone())
            .or_default();
        let place = heard.iter().position(|hit| is_right(hit.code));
        first.count(place == Some(0));
        if let Some(hit) = heard.first().filter(|hit| is_right(hit.code)) {
            let rest = hit
                .because
                .iter()
                .fold(row["text"].clone(), |text, word| text.replace(word, " "));
            let left = ear
                .hear(&rest, 5)
                .iter()
                .find(|other| other.code == hit.code)
                .map_or(0.0, |other| other.confidence);
            let are_of_the_text = hit.because.iter().all(|word| row["text"].contains(word));
            result
                .decided
                .count(are_of_the_text && !hit.because.is_empty() && left < hit.confidence / 2.0);
        }
        five.count(place.is_some());
        if place != Some(0) {
            result.missed.push(format!(
                "{} {} «{}»\n{}\n",
                row["language"],
                row["subjects"],
                row["text"],
                heard
                    .iter()
                    .map(|hit| {
                        format!("     {} {:.2} {:?}", hit.code, hit.confidence, hit.because)
                    })
                    .collect::<Vec<_>>()
                    .join("\n")
            ));
        }
    }
    result
}

/// The languages in which a request may be, Tamazight apart.
pub(crate) fn is_tamazight(language: &str) -> bool {
    language.starts_with("zgh")
}

impl Understood {
    /// First and among five, of Tamazight or of all else.
    pub(crate) fn total(&self, tamazight: bool) -> (Share, Share) {
        let mut total = (Share::default(), Share::default());
        for (language, (first, five)) in &self.by_language {
            if is_tamazight(language) == tamazight {
                for (sum, share) in [(&mut total.0, first), (&mut total.1, five)] {
                    sum.right += share.right;
                    sum.all += share.all;
                }
            }
        }
        total
    }

    /// By how much what is said differs from what is right in the mean, from 0 to 1: over the hits in ten classes by what
    /// was said of them.
    #[expect(clippy::cast_precision_loss, reason = "hundreds")]
    pub(crate) fn calibration_error(&self) -> f64 {
        const CLASSES: [f32; 11] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1];
        let errors: f64 = CLASSES
            .windows(2)
            .map(|class| {
                let (hits, said, right) = self.calibration(class[0], class[1]);
                if hits == 0 {
                    return 0.0;
                }
                hits as f64 * (said - right / 100.0).abs()
            })
            .sum();
        errors / self.said.len().max(1) as f64
    }

    /// Of the hits said with a confidence from `from` to below `to`: how many there are, what was said in the mean, and
    /// how many were right in percent.
    pub(crate) fn calibration(&self, from: f32, to: f32) -> (usize, f64, f64) {
        let within: Vec<&(f32, bool)> = self
            .said
            .iter()
            .filter(|(said, _)| (from..to).contains(said))
            .collect();
        let mut share = Share::default();
        let mut sum = 0.0;
        for (said, is_right) in &within {
            share.count(*is_right);
            sum += f64::from(*said);
        }
        #[expect(clippy::cast_precision_loss, reason = "hundreds")]
        let mean = sum / within.len().max(1) as f64;
        (within.len(), mean, share.percent())
    }
}

/// A finder of the bodies and places of the pack.
pub(crate) fn finder() -> Finder {
    let names = |row: &Row| -> Vec<String> {
        ["name_ar", "name_fr", "name_en", "name_zgh"]
            .iter()
            .filter_map(|column| row.get(*column))
            .filter(|name| !name.is_empty())
            .cloned()
            .collect()
    };
    let some = |cell: &str| Some(cell.to_owned()).filter(|cell| !cell.is_empty());
    let beyond = rows("beyond.csv").into_iter().map(|row| Place {
        names: names(&row),
        within: None,
        population: 0,
        extent: Extent::Area,
        code: row["code"].clone(),
    });
    let places = rows("territories.csv").into_iter().map(|row| Place {
        names: names(&row),
        within: some(&row["parent"]),
        population: row["population"].parse().expect("a number of people"),
        extent: match row["level"].as_str() {
            "commune" | "arrondissement" => Extent::Town,
            _ => Extent::Area,
        },
        code: row["code"].clone(),
    });
    let places = places.chain(beyond);
    let mut serves: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows("competence.csv") {
        serves
            .entry(row["answers"].clone())
            .or_default()
            .push(row["within"].clone());
    }
    let mut bodies = rows("organisations.csv");
    bodies.extend(rows("local-authorities.csv"));
    let bodies = bodies.into_iter().map(|row| Body {
        // A prefecture is a province in a city: one kind of authority.
        kind: row["kind"].replace("prefecture", "province"),
        names: names(&row),
        acronym: some(&row["acronym"]),
        serves: match some(&row["territory"]) {
            Some(territory) => vec![territory],
            None => serves
                .get(&row["code"])
                .filter(|within| within.iter().all(|within| !within.is_empty()))
                .cloned()
                .unwrap_or_default(),
        },
        code: row["code"].clone(),
    });
    let everyday = rows("everyday.csv").into_iter().map(|row| Everyday {
        answers: parts(&row["answers"]),
        words: parts(&row["words"]),
    });
    Finder::new(places, bodies, everyday)
}

/// How well what people look for is found.
#[derive(Debug, Default)]
pub(crate) struct Searched {
    /// The right one is the first, and among the first four.
    pub(crate) first: Share,
    pub(crate) four: Share,
    /// Searches whose right one is not the first.
    pub(crate) missed: Vec<String>,
}

/// Judges the searches for bodies of one half.
pub(crate) fn bodies_found(finder: &Finder, of: Half) -> Searched {
    searched("judged/bodies.csv", "bodies", of, |row| {
        let from = Some(row["place"].as_str()).filter(|place| !place.is_empty());
        finder.bodies(&row["text"], from, 4)
    })
}

/// Judges the searches for places of one half.
pub(crate) fn places_found(finder: &Finder, of: Half) -> Searched {
    searched("judged/places.csv", "territories", of, |row| {
        finder.places(&row["text"], 4)
    })
}

fn searched<'a>(
    file: &str,
    column: &str,
    of: Half,
    find: impl Fn(&Row) -> Vec<Found<'a>>,
) -> Searched {
    let mut result = Searched::default();
    for row in half(&rows(file), of) {
        let right = parts(&row[column]);
        let found = find(row);
        let place = found
            .iter()
            .position(|found| right.iter().any(|right| right == found.code));
        result.first.count(place == Some(0));
        result.four.count(place.is_some());
        if place != Some(0) {
            let found: Vec<String> = found
                .iter()
                .map(|found| format!("{} {:.2}", found.code, found.score))
                .collect();
            result.missed.push(format!(
                "{} {} «{}» {}",
                if place.is_some() { "late" } else { "missed" },
                row[column],
                row["text"],
                found.join(", ")
            ));
        }
    }
    result
}
