//! The receipt as set: read from the page itself, so that no tool from outside is needed.

#[path = "../tests/sample/mod.rs"]
mod sample;

use chikaya_domain::Language;
use jiff::Timestamp;
use typst::layout::{Frame, FrameItem};

use crate::press::{self, SCALES};
use crate::{Letter, LetterCode, LetterPart, Press, PressError, Receipt};

const REFERENCE: &str = "CK-26-7K3M-9QDX";

/// What people may type or paste, with and without intent.
pub(crate) const HOSTILE: [&str; 12] = [
    r#"#panic("no") #sys.inputs #import "mark.svg": * $x^2$ *bold* _it_ `raw`"#,
    r#"= heading \ "quote" 'quote' [bracket] {brace} <label> @reference // comment /* more"#,
    "one\ntwo\r\nthree\u{2028}four\tfive\0six\u{1b}[31m",
    "فاطمة (Fatima) قالت: «CK-26-XXXX» 12/03/2026, 50% — ok?",
    "Rue 12 شارع الحسن الثاني n° 5, تيزنيت",
    "\u{202E}gnorw saw txet siht\u{202C} \u{2066}left open \u{2067}twice \u{200F}",
    "emoji 🙂👩‍👩‍👧 汉字 हिन्दी 𝔊𝔬𝔱𝔥",
    "Amaziɣ ḍ ḥ ṛ ṣ ṭ ẓ ɛ č ǧ d\u{0323} x\u{0323}\u{0301} a\u{0302}\u{0323}\u{0308}\u{0308}\u{0308}",
    "ɣ\u{064B}\u{0651} ⵜ\u{0651} ڭ ݣ ڤ گ پ چ لا إِنَّهُ مُسْتَشْفًى ٱلْمَدِينَة ﷺ ﻻ",
    "https://example.org/very/long/path/without/any/space/that/could/be/broken/anywhere/at/all?query=abcdefghijklmnop",
    "</title><script>alert(1)</script> &amp; %PDF-1.7 endstream endobj (a) \\) >>",
    "",
];

pub(crate) fn press() -> Press {
    Press::new().unwrap()
}

pub(crate) fn created() -> Timestamp {
    "2026-03-12T21:14:00Z".parse().unwrap()
}

/// All words of the page in the order of reading.
pub(crate) fn words(frame: &Frame, into: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => words(&group.frame, into),
            FrameItem::Text(text) => into.push_str(&text.text),
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => into.push(' '),
        }
    }
}

fn set(press: &Press, receipt: &Receipt<'_>) -> (usize, String) {
    let document = press.set(receipt).unwrap();
    let mut text = String::new();
    for page in document.pages() {
        words(&page.frame, &mut text);
    }
    (document.pages().len(), text)
}

#[test]
fn stands_on_one_page_in_each_language() {
    let press = press();
    for language in Language::ALL {
        let receipt = sample::receipt(language);
        let (pages, text) = set(&press, &receipt);
        assert_eq!(pages, 1, "{language:?}");
        for part in [
            REFERENCE,
            "4827 1936",
            "3737",
            "https://chikaya.example/c/CK-26",
        ] {
            assert!(text.contains(part), "{language:?} lacks {part}: {text}");
        }
        assert!(
            !text.contains('\u{FFFD}'),
            "{language:?} lacks a letter: {text}"
        );
    }
}

#[test]
fn prints_as_pdf_ua_in_each_language() {
    let press = press();
    for language in Language::ALL {
        let page = press
            .receipt(&sample::receipt(language), created())
            .unwrap();
        assert!(page.starts_with(b"%PDF-1.7"), "{language:?}");
        assert!(page.len() < 80_000, "{language:?} weighs {}", page.len());
    }
}

#[test]
fn same_receipt_and_date_same_bytes() {
    let receipt = sample::receipt(Language::Arabic);
    let first = press().receipt(&receipt, created()).unwrap();
    assert_eq!(first, press().receipt(&receipt, created()).unwrap());
    let later = "2026-03-12T21:14:01Z".parse().unwrap();
    assert_ne!(first, press().receipt(&receipt, later).unwrap());
}

#[test]
fn what_people_type_is_only_ever_text() {
    let press = press();
    for typed in HOSTILE {
        let mut receipt = Receipt {
            title: typed,
            organisation: typed,
            filer: Some(typed),
            ..sample::receipt(Language::French)
        };
        let (pages, text) = set(&press, &receipt);
        assert_eq!(pages, 1, "{typed:?}");
        assert!(text.contains(REFERENCE), "{typed:?} changed {text}");

        let arabic = sample::receipt(Language::Arabic);
        receipt.language = arabic.language;
        receipt.labels = arabic.labels;
        let printed = press.receipt(&receipt, created());
        assert!(printed.is_ok(), "{typed:?}: {printed:?}");
    }
}

#[test]
fn a_mark_no_face_can_join_is_dropped_and_its_letter_kept() {
    // Latin letters of one face under an Arabic vowel and a dot of another; what can be composed is.
    let title = "\u{1E6D}\u{064B}ag x\u{0323}y d\u{0323}z";
    let receipt = Receipt {
        title,
        ..sample::receipt(Language::French)
    };
    let (_, text) = set(&press(), &receipt);
    assert!(text.contains("\u{1E6D}ag xy \u{1E0D}z"), "{text}");
}

/// What each drawn glyph stands for, as a screen reader is told.
fn told(frame: &Frame, into: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => told(&group.frame, into),
            FrameItem::Text(text) => {
                let glyphs = text.glyphs.iter();
                into.extend(glyphs.map(|glyph| text.text[glyph.range()].to_owned()));
            }
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}

#[test]
fn a_letter_with_a_vowel_is_told_once() {
    let receipt = Receipt {
        title: "ضُبط",
        ..sample::receipt(Language::French)
    };
    let document = press().set(&receipt).unwrap();
    let mut glyphs = Vec::new();
    told(&document.pages()[0].frame, &mut glyphs);
    let told = |letter: &str| glyphs.iter().filter(|glyph| *glyph == letter).count();
    assert_eq!((told("ضُ"), told("ض"), told("ُ")), (0, 1, 1));
}

#[test]
fn markup_is_printed_as_typed() {
    let typed = HOSTILE[0];
    let receipt = Receipt {
        title: typed,
        ..sample::receipt(Language::French)
    };
    let (_, text) = set(&press(), &receipt);
    let squeezed = |text: &str| text.replace(' ', "");
    assert!(squeezed(&text).contains(&squeezed(typed)), "{text}");
}

#[test]
fn a_sign_we_lack_is_written_out_and_never_a_question_mark() {
    let press = press();
    for (title, expected) in [
        ("before 水 after", "before Shui after"),
        ("before 🙏 after", "before (pray) after"),
        (
            "before 👩\u{1f3fd}\u{200d}🔧 after",
            "before (woman)(wrench) after",
        ),
        ("before ❤\u{fe0f} after", "before (heart) after"),
        ("before 🇲🇦 after", "before MA after"),
        ("before Москва after", "before Moskva after"),
        ("before ａｂ after", "before ab after"),
        ("before \u{e000} after", "before (U+E000) after"),
    ] {
        let receipt = Receipt {
            title,
            filer: Some(title),
            ..sample::receipt(Language::French)
        };
        let (_, text) = set(&press, &receipt);
        assert!(!text.contains('\u{FFFD}'), "{title}: {text}");
        assert!(text.contains(expected), "{title}: {text}");
        assert!(press.receipt(&receipt, created()).is_ok(), "{title}");
    }
    let blessing = Receipt {
        title: "محمد ﷺ",
        ..sample::receipt(Language::Arabic)
    };
    let (_, text) = set(&press, &blessing);
    assert!(
        text.contains("صلى الله عليه وسلم") || text.contains('ﷺ'),
        "{text}"
    );
    assert!(press.receipt(&blessing, created()).is_ok());
}

#[test]
fn long_words_get_smaller_and_none_is_lost() {
    let press = press();
    let long = "Éclairage public éteint rue de l’École ".repeat(12);
    let receipt = Receipt {
        title: &long,
        ..sample::receipt(Language::French)
    };
    assert_eq!(set(&press, &receipt).0, 1);

    let endless = "شكاية طويلة جدا ".repeat(400) + "النهاية";
    let receipt = Receipt {
        title: &endless,
        ..sample::receipt(Language::Arabic)
    };
    let (pages, text) = set(&press, &receipt);
    assert!(pages > 1);
    assert_eq!(text.matches("طويلة").count(), 400);
    assert!(press.receipt(&receipt, created()).is_ok());
}

#[test]
fn the_scale_of_the_receipt_before_changes_nothing() {
    let press = press();
    let long = "Éclairage public éteint rue de l’École ".repeat(9);
    let longer = "شكاية طويلة جدا ".repeat(60);
    let mut places = Vec::new();
    for (language, title, steps) in [
        (Language::French, "Lampe", 0),
        (Language::English, "Lamp", 5),
        (Language::Tamazight, "ⵜⴰⵏⵔⵉⵣⵜ", 5),
        (Language::Arabic, "مصباح", 5),
        (Language::French, &long, 5),
        (Language::Arabic, &longer, 5),
        (Language::Arabic, &longer.repeat(9), 5),
    ] {
        let sample = sample::receipt(language);
        let receipt = Receipt {
            title,
            steps: &sample.steps[..steps],
            ..sample
        };
        let set: Vec<_> = (0..SCALES.len())
            .map(|first| press.set_from(&receipt, first).unwrap())
            .map(|(place, pages)| (place, typst::utils::hash128(&pages)))
            .collect();
        assert!(
            set.iter().all(|same| *same == set[0]),
            "{language:?}: {set:?}"
        );
        places.push(set[0].0);
    }
    places.sort_unstable();
    places.dedup();
    assert!(
        places.len() >= 4,
        "receipts of nearly all scales: {places:?}"
    );
}

#[test]
fn the_frieze_fills_the_page_at_each_scale_and_no_tile_is_drawn_for_nothing() {
    for scale in SCALES {
        let tiles = f64::from(press::tiles(scale));
        let (width, tile) = (178.0 / 25.4 * 72.0, 19.2 * scale);
        assert!(
            tiles * tile >= width && (tiles - 1.0) * tile < width,
            "{scale}"
        );
    }
}

#[test]
fn what_is_kept_for_the_next_receipts_changes_none() {
    let press = press();
    let receipt = sample::receipt(Language::Arabic);
    let first = press.receipt(&receipt, created()).unwrap();
    for place in 0..40 {
        let title = format!("{place} ضُبط");
        let other = Receipt {
            title: &title,
            ..sample::receipt(Language::ALL[place % 4])
        };
        press.receipt(&other, created()).unwrap();
    }
    assert_eq!(first, press.receipt(&receipt, created()).unwrap());
}

#[test]
fn an_address_too_long_for_a_qr_code_is_refused() {
    let long = format!("https://chikaya.example/{}", "a".repeat(3000));
    let receipt = Receipt {
        follow_url: &long,
        ..sample::receipt(Language::English)
    };
    let printed = press().receipt(&receipt, created());
    assert!(
        matches!(printed, Err(PressError::Address(_))),
        "{printed:?}"
    );
}

#[test]
fn one_press_serves_many_threads() {
    let press = press();
    let receipt = sample::receipt(Language::French);
    let alone = press.receipt(&receipt, created()).unwrap();
    std::thread::scope(|scope| {
        let together: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| press.receipt(&receipt, created()).unwrap()))
            .collect();
        for printed in together {
            assert_eq!(printed.join().unwrap(), alone);
        }
    });
}

#[test]
fn a_slip_is_as_wide_as_its_roll_and_holds_what_opens_the_case() {
    const MILLIMETRE: f64 = 72.0 / 25.4;
    let press = press();
    for language in Language::ALL {
        let receipt = sample::receipt(language);
        let set = press.set_slip(&receipt).unwrap();
        assert_eq!(set.pages().len(), 1, "{language:?}");
        let frame = &set.pages()[0].frame;
        let (width, height) = (frame.width().to_pt(), frame.height().to_pt());
        assert!((width - 80.0 * MILLIMETRE).abs() < 0.01, "{width}");
        // As long as it needs, and no longer.
        assert!((100.0..300.0).contains(&(height / MILLIMETRE)), "{height}");
        let mut text = String::new();
        words(frame, &mut text);
        for part in [REFERENCE, "4827 1936", "3737"] {
            assert!(text.contains(part), "{language:?} lacks {part}: {text}");
        }
        let mut found = Vec::new();
        places(frame, (0.0, 0.0), &mut found);
        for (text, x, _) in found {
            let x = x / MILLIMETRE;
            assert!((3.9..76.1).contains(&x), "{language:?}: {text} at {x} mm");
        }
    }
}

#[test]
fn slips_are_printed_whatever_was_typed() {
    let press = press();
    for typed in HOSTILE {
        let receipt = Receipt {
            title: typed,
            organisation: typed,
            filer: Some(typed),
            ..sample::receipt(Language::Arabic)
        };
        let page = press.slip(&receipt, created());
        assert!(page.is_ok(), "{typed:?}: {page:?}");
    }
}

#[test]
fn letters_in_one_file_begin_on_sheets_of_their_own_and_are_numbered_alone() {
    let lines = ["سيُصلح الكابل."; 90];
    let long = Letter {
        parts: &[LetterPart {
            heading: "أجابتكم الإدارة",
            means: &[],
            lines: &lines,
        }],
        ..letter(Language::Arabic)
    };
    let press = press();
    let alone = press.set_letter(&long, REFERENCE).unwrap().pages().len();
    assert!(alone > 1);
    let short = letter(Language::French);
    let letters = [
        (short.clone(), REFERENCE),
        (long, "CK-26-7K3M-9QDY"),
        (short, REFERENCE),
    ];
    let together = press.set_letters(&letters).unwrap();
    assert_eq!(together.pages().len(), alone + 2);
    let said: Vec<String> = together
        .pages()
        .iter()
        .map(|page| {
            let mut text = String::new();
            words(&page.frame, &mut text);
            text
        })
        .collect();
    assert!(said[1].contains(&format!("1 / {alone}")), "{}", said[1]);
    assert!(said[alone].contains(&format!("{alone} / {alone}")));
    assert!(!said[0].contains("1 / 1"));
    assert!(press.letters(&letters, created()).is_ok());
}

/// A letter as it may be, with an address on the envelope.
fn letter(language: Language) -> Letter<'static> {
    let is_arabic = language == Language::Arabic;
    Letter {
        language,
        brand: "Chikaya",
        document: if is_arabic {
            "بشأن ملفكم"
        } else {
            "À propos de votre dossier"
        },
        sender: if is_arabic {
            "جماعة تيزنيت"
        } else {
            "Commune de Tiznit"
        },
        sender_address: &["Avenue Hassan II", "BP 37", "Tiznit principale"],
        recipient: &["فاطمة مثال", "12, rue de l’École", "85000 Tiznit"],
        day: "12 mars 2026",
        facts: &[("Numéro de suivi", REFERENCE), ("Objet", "المصابيح مطفأة")],
        parts: &[LetterPart {
            heading: "L’administration vous a répondu",
            means: &["Suite donnée : accordé"],
            lines: &[
                "Le câble sera réparé le mercredi 22 avril.",
                "سيُصلح الكابل.",
            ],
        }],
        foot: &["3737"],
        follow_url: "https://chikaya.example/fr/track",
        code: Some(LetterCode {
            address: "https://chikaya.example/fr/track/CK-26-7K3M-9QDX",
            alternative: "Code QR de votre dossier",
        }),
        sample: Some("Données d’exemple"),
    }
}

/// Where each text stands on a page, in points from its left upper corner.
fn places(frame: &Frame, from: (f64, f64), into: &mut Vec<(String, f64, f64)>) {
    for (at, item) in frame.items() {
        let here = (from.0 + at.x.to_pt(), from.1 + at.y.to_pt());
        match item {
            FrameItem::Group(group) => places(&group.frame, here, into),
            FrameItem::Text(text) => into.push((text.text.to_string(), here.0, here.1)),
            _ => {}
        }
    }
}

#[test]
fn a_letter_prints_as_pdf_ua_in_each_language() {
    let press = press();
    for language in Language::ALL {
        let page = press
            .letter(&letter(language), REFERENCE, created())
            .unwrap();
        assert!(page.starts_with(b"%PDF-1.7"), "{language:?}");
        let again = press
            .letter(&letter(language), REFERENCE, created())
            .unwrap();
        assert_eq!(page, again, "{language:?}");
    }
}

#[test]
fn the_address_of_a_letter_stands_in_the_window_of_its_envelope_in_both_directions() {
    const MILLIMETRE: f64 = 72.0 / 25.4;
    for language in [Language::Arabic, Language::French] {
        let set = press().set_letter(&letter(language), REFERENCE).unwrap();
        assert_eq!(set.pages().len(), 1);
        let mut found = Vec::new();
        places(&set.pages()[0].frame, (0.0, 0.0), &mut found);
        let address: Vec<_> = found
            .iter()
            .filter(|(text, ..)| text.contains("85000") || text.contains("École"))
            .collect();
        assert!(!address.is_empty(), "{language:?}: {found:?}");
        for (text, x, y) in address {
            let (x, y) = (x / MILLIMETRE, y / MILLIMETRE);
            assert!(
                (110.0..190.0).contains(&x) && (50.0..85.0).contains(&y),
                "{language:?}: {text} at {x:.0} mm, {y:.0} mm"
            );
        }
        // What else is said stands below the fold or beside the window, never in it.
        for (text, x, y) in &found {
            let (x, y) = (x / MILLIMETRE, y / MILLIMETRE);
            let in_window = (100.0..200.0).contains(&x) && (48.0..90.0).contains(&y);
            let is_address = ["فاطمة", "مثال", "12,", "École", "85000", "Tiznit", "rue"]
                .iter()
                .any(|part| text.contains(part));
            assert!(
                !in_window || is_address,
                "{language:?}: {text} in the window"
            );
        }
    }
}

/// What stands on the first page of a letter: text, and where it begins, in millimetres from the left upper corner.
fn first_page(sheet: &Letter<'_>) -> Vec<(String, f64, f64)> {
    const MILLIMETRE: f64 = 72.0 / 25.4;
    let set = press().set_letter(sheet, REFERENCE).unwrap();
    let mut found = Vec::new();
    places(&set.pages()[0].frame, (0.0, 0.0), &mut found);
    found
        .into_iter()
        .map(|(text, x, y)| (text, x / MILLIMETRE, y / MILLIMETRE))
        .collect()
}

#[test]
fn whoever_writes_stands_above_the_window_however_long_the_address_is() {
    let in_window = |sheet: &Letter<'_>| -> Vec<(String, f64, f64)> {
        let mut found = first_page(sheet);
        found.retain(|(_, x, y)| (100.0..200.0).contains(x) && (48.0..90.0).contains(y));
        found
    };
    let street = "Immeuble administratif, angle de l’avenue Mohammed V et de la rue de la Poste";
    let short = ["Avenue Hassan II", "Tiznit principale"];
    let long = [street, street, street, "Tiznit principale"];
    let many = ["Bâtiment principal"; 16];
    let name = "Direction régionale de l’agriculture et du développement rural ".repeat(4);
    for language in Language::ALL {
        let recipient = in_window(&letter(language));
        assert!(!recipient.is_empty(), "{language:?}");
        for (sender, address) in [
            ("Commune de Tiznit", &[][..]),
            ("Commune de Tiznit", &short),
            (&name, &long),
            (&name, &many),
        ] {
            let sheet = Letter {
                sender,
                sender_address: address,
                ..letter(language)
            };
            let printed = press().letter(&sheet, REFERENCE, created()).unwrap();
            assert!(printed.starts_with(b"%PDF-1.7"), "{language:?}");
            assert_eq!(in_window(&sheet), recipient, "{language:?}: {address:?}");
            let page = first_page(&sheet);
            let said = page.iter().filter(|(text, ..)| text.contains("principal"));
            let heights: Vec<f64> = said.map(|(.., y)| *y).collect();
            assert_eq!(
                heights.is_empty(),
                address.is_empty(),
                "{language:?}: {page:?}"
            );
            assert!(
                heights.iter().all(|y| *y < 48.0),
                "{language:?}: {heights:?}"
            );
        }
    }
}

#[test]
fn what_people_type_into_a_letter_is_only_ever_text() {
    let press = press();
    for typed in HOSTILE {
        let sample = letter(Language::French);
        let hostile = Letter {
            sender: typed,
            sender_address: &[typed],
            recipient: &[typed, typed],
            parts: &[LetterPart {
                heading: "L’administration vous a répondu",
                means: &[],
                lines: &[typed],
            }],
            ..sample
        };
        let page = press.letter(&hostile, REFERENCE, created());
        assert!(page.is_ok(), "{typed:?}: {page:?}");
    }
}
