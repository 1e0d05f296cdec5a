//! What the ear hears: words that tell, phrases, sounds, and nothing where nothing tells.

use std::collections::BTreeMap;

use super::*;

fn topic(code: &str, words: &[&str]) -> Topic {
    Topic {
        code: code.to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        ..Topic::default()
    }
}

fn ear() -> Ear {
    Ear::new([
        topic(
            "light",
            &["lampadaire", "إنارة", "ضو الزنقة", "bill of light"],
        ),
        topic("power", &["électricité", "الضو مقطوع", "coupure"]),
        topic("water", &["eau", "الما مقطوع", "coupure"]),
        topic("dogs", &["كلاب", "chiens errants", "klab"]),
    ])
}

#[test]
fn a_topic_is_heard_with_the_words_that_decided() {
    let ear = ear();
    let heard = ear.hear("Bonjour, le lampadaire (rue 5) est éteint !", 5);
    assert_eq!(heard[0].code, "light");
    assert_eq!(heard[0].because, ["lampadaire"]);
    let heard = ear.hear("بزاف د الكلاب فالدرب", 5);
    assert_eq!(heard[0].code, "dogs");
    assert_eq!(heard[0].because, ["الكلاب"]);
    assert_eq!(ear.hear("7da dar bzaf dyal klab", 5)[0].code, "dogs");
}

#[test]
fn a_phrase_counts_where_it_is_whole() {
    let ear = ear();
    assert_eq!(ear.hear("الضو مقطوع", 5)[0].code, "power");
    assert_eq!(ear.hear("ضو الزنقة طافي", 5)[0].code, "light");
    assert_eq!(ear.hear("coupure d’eau", 5)[0].code, "water");
}

#[test]
fn nothing_is_heard_where_nothing_tells() {
    let ear = ear();
    for text in [
        "",
        "…",
        "Bonjour, je suis dans la rue depuis un mois",
        "السلام عليكم",
    ] {
        assert_eq!(ear.hear(text, 5), [], "{text}");
    }
    assert_eq!(Ear::new([]).hear("eau", 5), []);
}

#[test]
fn confidences_are_shares_of_one() {
    let ear = ear();
    let heard = ear.hear("coupure d’eau et d’électricité, chiens errants", 9);
    let sum: f32 = heard.iter().map(|heard| heard.confidence).sum();
    assert!(heard.len() > 2 && sum < 1.0, "{heard:?}");
    assert!(
        heard
            .windows(2)
            .all(|pair| pair[0].confidence >= pair[1].confidence)
    );
}

#[test]
fn words_meet_in_all_their_spellings() {
    let ear = Ear::new([
        topic("school", &["مدرسة"]),
        topic("bottle", &["بوطة"]),
        topic("teacher", &["aslmad"]),
        topic("dismissal", &["طردوني"]),
        topic("lamp", &["lampadaire"]),
        topic("pothole", &["7ofra"]),
    ]);
    for (text, code) in [
        ("lmadrassa dyalna", "school"),
        ("lbota ghalya", "bottle"),
        ("ⴰⵙⵍⵎⴰⴷ", "teacher"),
        ("uslmad ur illi", "teacher"),
        ("طردني", "dismissal"),
        ("تم طردنا", "dismissal"),
        ("des lampadaires", "lamp"),
        ("الحفرة", "pothole"),
        ("kayna hofra kbira", "pothole"),
    ] {
        let heard = ear.hear(text, 3);
        assert_eq!(
            heard.first().map(|hit| hit.code),
            Some(code),
            "{text}: {heard:?}"
        );
    }
}

#[test]
fn words_that_share_their_consonants_alone_stay_apart() {
    let ear = Ear::new([
        topic("toilets", &["toilette"]),
        topic("fine", &["بروسي"]),
        topic("park", &["parc"]),
    ]);
    for text in [
        "قبل ثلاثة",
        "Les éboueurs ne sont pas venus et nous avons attendu",
        "parce que",
        "3 ou 12",
    ] {
        assert_eq!(ear.hear(text, 3), [], "{text}");
    }
}

/// The rows of a table of the pack.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/../../data/morocco/{file}", env!("CARGO_MANIFEST_DIR"));
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(path)
        .expect("the pack has this table")
        .deserialize()
        .map(|row| row.expect("a table of the pack can be read"))
        .collect()
}

/// As [`Ear::shares`], looking at each place of the text for each phrase.
fn plain_share(ear: &Ear, phrase: &Phrase, met: &[(u32, usize, f32)]) -> f32 {
    let mut most: f32 = 0.0;
    for (_, start, _) in met {
        let covered = phrase.words.iter().map(|word| {
            let window = *start..=*start + phrase::WINDOW;
            let quality = met
                .iter()
                .filter(|(known, place, _)| known == word && window.contains(place))
                .map(|(.., quality)| *quality)
                .fold(0.0, f32::max);
            in_phrase(ear.telling[*word as usize]) * quality
        });
        most = most.max(covered.sum());
    }
    let covered = most / phrase.weight;
    if covered >= WHOLE {
        1.0
    } else {
        covered.powf(PARTIAL)
    }
}

#[test]
fn phrases_are_covered_as_if_each_place_was_looked_at() {
    let ear = Ear::new(
        rows("subjects.csv")
            .iter()
            .map(|row| topic(&row["code"], &row["words"].split(';').collect::<Vec<_>>())),
    );
    let texts: Vec<String> = rows("judged/requests.csv")
        .iter()
        .map(|row| row["text"].clone())
        .collect();
    let mut several = 0;
    for text in texts.chunks(5).map(|texts| texts.join("\n")) {
        let spoken = ear.spoken(&text);
        let shares = ear.shares(&spoken);
        let met: Vec<(u32, usize, f32)> = spoken
            .iter()
            .flat_map(|word| {
                let matches = word.matches.iter();
                matches.flat_map(|(known, quality)| {
                    word.places.iter().map(|place| (*known, *place, *quality))
                })
            })
            .collect();
        let mut of_word: Vec<Vec<(u32, usize, f32)>> = vec![Vec::new(); ear.uses.len()];
        for met in met {
            of_word[met.0 as usize].push(met);
        }
        for (phrase, share) in ear.phrases.iter().zip(shares) {
            let of_phrase: Vec<_> = phrase
                .words
                .iter()
                .flat_map(|word| of_word[*word as usize].iter().copied())
                .collect();
            if phrase.words.len() < 2 || of_phrase.is_empty() {
                assert_eq!(share.to_bits(), 0.0_f32.to_bits(), "{phrase:?}");
                continue;
            }
            several += usize::from(of_phrase.len() > 1);
            let plain = plain_share(&ear, phrase, &of_phrase);
            assert_eq!(share.to_bits(), plain.to_bits(), "{phrase:?}");
        }
    }
    assert!(several > 1_000, "too few to tell: {several}");
}
