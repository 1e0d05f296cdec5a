//! Detection on sentences people write.

use proptest::prelude::*;

use super::{Tongue, detect};

#[test]
fn sentences_are_told_apart() {
    use Tongue::{Arabic, Darija, DarijaLatin, English, French, Tamazight};
    let table = [
        (
            Arabic,
            "قولوا للإدارة ما وقع لكم. ستتوصلون بجواب، وتعرفون في كل وقت أين وصل ملفكم.",
        ),
        (Arabic, "شكاية حول انقطاع الماء الصالح للشرب منذ أسبوع"),
        (Arabic, "الإنارة العمومية"),
        (Darija, "باش تعرفو فين وصل الملف ديالكم، وركو على 2."),
        (Darija, "الضو مقطوع عندنا هادي يومين وحتى واحد ما جا"),
        (Darija, "الما ماكاينش فالزنقة ديالنا"),
        (Darija, "راه تكلفنا بيه"),
        (DarijaLatin, "lma ma kaynch f zan9a dyalna hadi yawmayn"),
        (DarijaLatin, "3lach tri9 m9tou3a? bghina chi 7al"),
        (DarijaLatin, "wach kayn chi mas2oul hna"),
        (
            French,
            "La moitié des réclamations déposées en mars 2026 ont eu une réponse en 19 jours au plus.",
        ),
        (French, "Lampadaire cassé à côté de chez moi"),
        (French, "il n'y a pas d'eau depuis 3 jours"),
        (
            English,
            "Tell the administration what went wrong. You will get an answer.",
        ),
        (English, "There is no water in our street since Monday"),
        (Tamazight, "ⵓⵔ ⵉⵍⵍⵉ ⵡⴰⵎⴰⵏ ⴳ ⵜⵓⴷⴷⵓⵔⵜ ⵏⵏⵖ"),
        (Tamazight, "ur illi waman ɣ tmazirt nnɣ"),
        (Tamazight, "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ, ça va?"),
    ];
    for (tongue, text) in table {
        let detected = detect(text).map(|detected| detected.tongue);
        assert_eq!(detected, Some(tongue), "{text}: {:?}", detect(text));
    }
}

#[test]
fn no_sign_gives_no_guess() {
    for text in ["", "3737", "CK-26-7K3M-9QDX", "Rabat", "жалоба", "🙂"] {
        assert_eq!(detect(text), None, "{text}");
    }
}

#[test]
fn more_signs_make_surer() {
    let few = detect("الملف ديالي").map(|detected| detected.confidence);
    let many =
        detect("واش كاين شي جواب على الملف ديالي اللي درنا").map(|detected| detected.confidence);
    assert!(few < many, "{few:?} {many:?}");
}

#[test]
fn tags_come_back() {
    for tongue in Tongue::ALL {
        assert_eq!(Tongue::parse(tongue.tag()), Some(tongue));
    }
    assert_eq!(Tongue::parse("xx"), None);
}

proptest! {
    #[test]
    fn confidence_is_a_percentage(text in any::<String>()) {
        if let Some(detected) = detect(&text) {
            prop_assert!((1..=100).contains(&detected.confidence));
        }
    }
}
