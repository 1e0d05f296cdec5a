//! Answers as officers write them, judged.

use proptest::prelude::*;

use super::{Phrase, PhraseKind, STARTER, StockPhrases, StockVerdict, parse_list};
use crate::tongue::Tongue;

fn stock() -> StockPhrases {
    StockPhrases::new(parse_list(STARTER).expect("the starter list is well formed"))
}

#[test]
fn every_listed_empty_phrase_is_empty_alone() {
    let stock = stock();
    for phrase in parse_list(STARTER).expect("well formed") {
        if phrase.kind == PhraseKind::Empty {
            let verdict = stock.examine(&phrase.text);
            let StockVerdict::Empty { phrases } = &verdict else {
                panic!("{}: {verdict:?}", phrase.text);
            };
            assert!(!phrases.is_empty(), "{}", phrase.text);
        }
    }
}

#[test]
fn answers_that_say_nothing_are_empty() {
    let stock = stock();
    for answer in [
        "",
        "…",
        "Madame, Monsieur, suite à votre réclamation, le nécessaire a été fait. Veuillez agréer l’expression de nos \
         salutations distinguées.",
        "Suite à votre réclamation n° CK-26-7K3M-9QDX du 12 mars 2026, votre demande a bien été prise en charge.",
        "Votre réclamation est actuellement en cours de traitement par nos services et sera traitée dans les plus \
         brefs délais.",
        "سلام تام بوجود مولانا الإمام، وبعد، جوابا على شكايتكم رقم 123 المؤرخة في 12 مارس 2026، تم اتخاذ اللازم. \
         وتفضلوا بقبول فائق التقدير والاحترام.",
        "تمت إحالة شكايتكم إلى المصالح المختصة",
        "تم.",
        "ok, traité",
        "RAS",
        "derna lazem",
        "rah tkelfna bih",
        "Dear Sir or Madam, your request has been taken care of. Kind regards",
        "ⴰⵣⵓⵍ, ⵜⴰⵏⵎⵎⵉⵔⵜ",
        "Nous avons lu votre lettre.",
    ] {
        let verdict = stock.examine(answer);
        assert!(
            matches!(verdict, StockVerdict::Empty { .. }),
            "{answer}: {verdict:?}"
        );
    }
}

#[test]
fn a_formula_that_passes_a_case_on_without_saying_to_whom_is_empty() {
    let stock = stock();
    for answer in [
        "Votre réclamation a été transmise au service compétent pour suite à donner.",
        "Nous vous informons que votre demande a été adressée à la direction concernée pour attribution, et que vous \
         serez tenu informé de la suite qui lui sera réservée.",
        "Suite à votre réclamation, nous avons l’honneur de vous informer que votre dossier a été transmis aux services \
         techniques compétents pour prendre les mesures nécessaires dans les meilleurs délais.",
        "Votre requête a retenu toute notre attention et fera l’objet d’un examen par les services concernés.",
        "نخبركم أنه تمت إحالة شكايتكم على المصلحة المختصة قصد اتخاذ الإجراءات اللازمة، وسيتم إخباركم بمآلها.",
        "جوابا على شكايتكم، يشرفنا أن نخبركم أن طلبكم أحيل إلى الجهات المعنية للاختصاص وسنوافيكم بالجواب في أقرب الآجال.",
        "Please be informed that your complaint has been forwarded to the competent department for further action and \
         you will be kept informed.",
        "Your request has been passed to the team concerned for follow-up; we will get back to you as soon as possible.",
        "ⴰⵣⵓⵍ, ⵏⵓⵣⵏ ⵜⴰⵏⵔⵉⵣⵜ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⴰ ⵉⵥⵍⵉⵏ. ⵔⴰⴷ ⴰⵡⵏ ⵏⵔⴰⵔ. ⵜⴰⵏⵎⵎⵉⵔⵜ.",
    ] {
        let verdict = stock.examine(answer);
        assert!(
            matches!(&verdict, StockVerdict::Empty { phrases } if !phrases.is_empty()),
            "{answer}: {verdict:?}"
        );
    }
}

#[test]
fn an_answer_that_passes_a_case_on_and_says_to_whom_or_why_is_not_stopped() {
    let stock = stock();
    for answer in [
        "Votre réclamation a été transmise au service compétent de la commune de Tiznit, qui passera rue de l’École.",
        "Votre demande a été transmise le 14 avril 2026 à la direction régionale de l’ONEE, car le poteau lui appartient.",
        "Le service concerné a constaté la fuite hier ; la canalisation sera changée par nos agents avant la fin du mois.",
        "Votre dossier a été transmis au tribunal administratif d’Agadir sous le numéro 2026/114.",
        "Nous avons réparé les deux lampadaires proches de l’école et remplacé le câble qui avait été volé.",
        "تمت إحالة شكايتكم على المصلحة المختصة بجماعة تيزنيت، وسيمر الفريق بزنقة المدرسة يوم الأربعاء 22 أبريل.",
        "أصلح فريقنا المصابيح الخمسة القريبة من المدرسة واستبدل السلك الذي كان قد سرق من العمود الأول.",
        "Your complaint has been forwarded to the competent department because the pole belongs to the water company.",
        "We replaced the cable near the school and all five lamps have been working again for three nights.",
    ] {
        let verdict = stock.examine(answer);
        assert!(
            !matches!(verdict, StockVerdict::Empty { .. }),
            "{answer}: {verdict:?}"
        );
    }
}

#[test]
fn answers_with_facts_are_fine() {
    let stock = stock();
    for answer in [
        "Le lampadaire de la rue Ibn Sina a été remplacé.",
        "Réparé le 12/03/2026.",
        "تم إصلاح الإنارة العمومية بشارع الحسن الثاني",
        "رفض الطلب لأن الملف ينقصه عقد الملكية",
        "Votre permis vous attend au guichet, merci de venir avec votre pièce d’identité et le reçu de paiement",
        "Bonjour, le montant de 350 DH vous sera remboursé.",
        "ⵓⵔ ⵉⵣⵔⵉ ⴰⵛⴽⵓ ⵜⴰⵏⵜⴰⵎⵜ ⵓⵔ ⵜⵍⵍⵉ",
    ] {
        assert_eq!(stock.examine(answer), StockVerdict::Fine, "{answer}");
    }
}

#[test]
fn a_stock_phrase_beside_facts_is_named() {
    let stock = stock();
    let verdict = stock.examine(
        "Le nécessaire a été fait : l’équipe a changé la canalisation de la rue 12 le 3 mars. Nos équipes sont toutes \
         mobilisées.",
    );
    let phrases = vec![
        "le nécessaire a été fait".into(),
        "nos équipes sont mobilisées".into(),
    ];
    assert_eq!(verdict, StockVerdict::PhraseBesideFacts { phrases });
    let verdict = stock.examine("تم اتخاذ كل اللازم، وأعيد التيار يوم 3 ماي 2026 على الساعة 14:30");
    let phrases = vec!["تم اتخاذ اللازم".into()];
    assert_eq!(verdict, StockVerdict::PhraseBesideFacts { phrases });
}

#[test]
fn three_words_between_are_too_many() {
    let stock = stock();
    let met = |answer| match stock.examine(answer) {
        StockVerdict::Empty { phrases } => phrases.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(met("le nécessaire a donc ainsi été fait"), 1);
    assert_eq!(met("le nécessaire a donc ainsi bien été fait"), 0);
}

#[test]
fn known_names_are_facts() {
    let mut phrases = parse_list(STARTER).expect("well formed");
    assert!(matches!(
        StockPhrases::new(phrases.clone()).examine("réparé à Tiznit"),
        StockVerdict::Empty { .. }
    ));
    phrases.push(Phrase {
        kind: PhraseKind::Fact,
        tongue: Tongue::French,
        text: "Tiznit".into(),
    });
    assert_eq!(
        StockPhrases::new(phrases).examine("réparé à Tiznit"),
        StockVerdict::Fine
    );
}

#[test]
fn a_bad_line_is_named() {
    assert_eq!(
        parse_list("# c\n\nempty\tfr\tfait\nempty fr fait").map_err(|bad| bad.line),
        Err(4)
    );
    assert_eq!(
        parse_list("other\tfr\tfait").map_err(|bad| bad.line),
        Err(1)
    );
    assert_eq!(
        parse_list("empty\tde\tfertig").map_err(|bad| bad.line),
        Err(1)
    );
}

#[test]
fn a_long_answer_is_judged_to_its_end() {
    // Quadratic work would not come to an end while anybody waits for it.
    let stock = stock();
    for (words, times) in [
        ("تم اتخاذ ", 50_000),
        ("suite à votre réclamation du 1 ", 20_000),
    ] {
        let (some, many) = (words.repeat(100), words.repeat(times));
        assert_eq!(stock.examine(&many), stock.examine(&some), "{words}");
    }
}

proptest! {
    #[test]
    fn any_answer_is_judged(answer in any::<String>()) {
        let _ = stock().examine(&answer);
    }

    #[test]
    fn twelve_new_words_are_enough(words in prop::collection::vec("zz[aeiou]{2,6}", 12..30)) {
        prop_assert_eq!(stock().examine(&words.join(" ")), StockVerdict::Fine);
    }
}
