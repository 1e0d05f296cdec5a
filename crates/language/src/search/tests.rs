//! Words that must meet across scripts, words that must not, and what a query asks for.

use proptest::prelude::*;

use super::{
    QUERY_WORDS, QueryToken, SKELETON_MARK, WORD_LETTERS, exact_tokens, query_tokens, search_tokens,
};

/// Whether a text indexed by its search tokens is found by a query.
fn finds(text: &str, query: &str) -> bool {
    let index = search_tokens(text);
    query_tokens(query)
        .into_iter()
        .all(|token| token.keys().iter().any(|key| index.contains(key)))
}

/// Each line is one word or name in the spellings people use; every spelling must find every other.
const MEETINGS: [&[&str]; 78] = [
    &["تيزنيت", "Tiznit", "ⵜⵉⵣⵏⵉⵜ"],
    &["أكادير", "Agadir", "ⴰⴳⴰⴷⵉⵔ", "أݣادير", "agadir"],
    &[
        "الدار البيضاء",
        "Eddar elbida",
        "dar lbida",
        "eddar el bayda",
        "ed-dar el-beida",
    ],
    &["الرباط", "Rabat", "ⵕⵕⴱⴰⵟ", "er-Rabat", "rbat"],
    &["فاس", "Fès", "ⴼⴰⵙ", "fas"],
    &["مراكش", "Marrakech", "ⵎⵕⵕⴰⴽⵛ", "marrakesh", "mourrakouch"],
    &["مكناس", "Meknès", "ⵎⴽⵏⴰⵙ", "meknas"],
    &["طنجة", "Tanja", "ⵟⴰⵏⵊⴰ", "6anja"],
    &["تطوان", "Tétouan", "ⵜⵉⵟⵟⴰⵡⵉⵏ", "titwan"],
    &["وجدة", "Oujda", "ⵡⵓⵊⴷⴰ", "wajda", "wejda"],
    &["الناظور", "Nador", "ⵏⵏⴰⴹⵓⵔ", "nnador"],
    &["الحسيمة", "Al Hoceima", "ⵍⵃⵓⵙⵉⵎⴰ", "l7oceima", "Alhoceima"],
    &["الخميسات", "Khémisset", "5miset", "khemissat"],
    &["القنيطرة", "Kénitra", "9nitra", "l9nitra", "kenitra"],
    &["الجديدة", "El Jadida", "eljadida", "jdida"],
    &["آسفي", "Safi", "asafi"],
    &["الصويرة", "Essaouira", "es-saouira", "souira"],
    &["ورزازات", "Ouarzazate", "ⵡⴰⵔⵣⴰⵣⴰⵜ", "warzazat"],
    &["الراشيدية", "Errachidia", "er-Rachidia", "rachidia"],
    &["زاكورة", "Zagora", "ⵣⴰⴳⵓⵔⴰ", "zagoura"],
    &["كلميم", "Guelmim", "ⴳⵍⵎⵉⵎ", "glmim"],
    &["الداخلة", "Dakhla", "dda5la", "eddakhla"],
    &["السمارة", "Es-Semara", "Smara", "ⵙⵎⴰⵔⴰ"],
    &["بني ملال", "Béni Mellal", "bni mlal"],
    &["خنيفرة", "Khénifra", "ⵅⵏⵉⴼⵕⴰ", "5nifra"],
    &["خريبكة", "Khouribga", "5ribga", "khribga"],
    &["سطات", "Settat", "ⵙⵟⵟⴰⵜ", "stat"],
    &["شفشاون", "Chefchaouen", "ⵛⴼⵛⴰⵡⵏ", "chefchawn", "shefshaoun"],
    &["أزيلال", "Azilal", "ⴰⵣⵉⵍⴰⵍ"],
    &["ميدلت", "Midelt", "ⵎⵉⴷⵍⵜ"],
    &["تازة", "Taza", "ⵜⴰⵣⴰ"],
    &["طاطا", "Tata", "ⵟⴰⵟⴰ", "6a6a"],
    &["فكيك", "Figuig", "ⴼⵉⴳⵉⴳ", "figig"],
    &["تارودانت", "Taroudant", "ⵜⴰⵔⵓⴷⴰⵏⵜ", "taroudannt"],
    &["إنزكان", "Inezgane", "ⵉⵏⵣⴳⴰⵏ"],
    &["أولاد تايمة", "Oulad Teïma", "ouled teima", "wlad tayma"],
    &["قلعة السراغنة", "Kalaa Es-Sraghna", "9al3a sraghna"],
    &["إفران", "Ifrane", "ⵉⴼⵔⴰⵏ", "yfrane"],
    &["باب سبتة", "Bab Sebta", "bab sabta"],
    &["حي السلام", "Hay Salam", "7ay ssalam", "hay essalam"],
    &["واد لاو", "Oued Laou", "wad law"],
    &["عين الشق", "Aïn Chock", "3in cho9", "ain chok"],
    &["بلدية", "baladia", "baladiya", "baladiyah", "beladiya"],
    &["جماعة", "jama3a", "jmaa", "djama3a"],
    &["عمالة", "3amala", "amala", "3mala"],
    &["قضية", "9adiya", "kadia", "qadiya", "9adia"],
    &["شكاية", "chikaya", "shikaya", "chekaya", "chikaia"],
    &["وزارة", "wizara", "ouizara", "wzara"],
    &["إقليم", "iqlim", "i9lim", "iklim"],
    &["قيادة", "9iyada", "kiada", "qiyada"],
    &["القائد", "l9ayed", "qaid", "caid", "el kaid"],
    &["الماء", "lma", "ماء", "الما", "elma"],
    &["الضوء", "ddo", "الضو", "ddow", "dou2"],
    &["كهرباء", "kahraba", "kahrabae", "ka8raba"],
    &["طريق", "tri9", "tariq", "6ri9", "trik", "ttrik"],
    &["زنقة", "zan9a", "zanka", "zanqa", "zenka"],
    &["شارع", "chari3", "shari3", "charia"],
    &["حومة", "7awma", "hawma", "houma", "7ouma"],
    &["سوق", "sou9", "souk", "souq", "ⵙⵙⵓⵇ"],
    &["مدرسة", "madrasa", "medrassa", "madrassa"],
    &["مستشفى", "mostachfa", "moustachfa", "mustashfa"],
    &["سبيطار", "sbitar", "sbi6ar", "sebitar"],
    &["محكمة", "ma7kama", "mahkama", "mehkama"],
    &["ضريبة", "dariba", "9'ariba", "dhariba"],
    &["رخصة", "rokhsa", "ro5sa", "rukhsa", "rou5sa"],
    &["رشوة", "rachwa", "rechwa", "rashwa", "rchwa"],
    &["خدمة", "5edma", "khedma", "xedma", "7'edma"],
    &["أزبال", "azbal", "azbel", "zbal"],
    &["صرف", "sarf", "serf", "9arf"],
    &["تعليم", "ta3lim", "taalim", "talim"],
    &["صحة", "si7a", "seha", "sahha"],
    &["سؤال", "so2al", "soual", "sual"],
    &["غرامة", "gharama", "8arama", "ɣarama", "rharama"],
    &["مقاطعة", "mo9ata3a", "mouqataa", "mokataa"],
    &["ⵜⴰⵎⵓⵔⵜ", "tamurt", "تامورت", "tamourt"],
    &["ⵜⴰⵎⴰⵣⵉⵖⵜ", "tamaziɣt", "tamazight", "تمازيغت"],
    &["ⴰⵛⵛⵉⵔ", "accir", "aššir", "achir", "أشير"],
    &["يوم", "youm", "yawm", "lyoum"],
];

#[test]
fn spellings_of_one_word_meet_across_scripts() {
    let mut failures = Vec::new();
    for line in MEETINGS {
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
fn names_are_found_behind_what_is_written_together_with_them() {
    for (text, query) in [
        ("انقطاع الماء بتيزنيت", "تيزنيت"),
        ("انقطاع الماء بتيزنيت", "tiznit lma"),
        ("وبشارع الحسن الثاني", "شارع"),
        ("فالزنقة ديالنا", "زنقة"),
        ("للجماعة", "jama3a"),
    ] {
        assert!(finds(text, query), "«{query}» does not find «{text}»");
    }
}

#[test]
fn different_words_stay_apart() {
    let table = [
        ("الدار البيضاء", "Casablanca"),
        ("أكادير", "تيزنيت"),
        ("Rabat", "Settat"),
        ("قضية", "قطاع"),
        ("الماء", "الكهرباء"),
        ("إنارة", "نقل"),
        ("Tanger", "Tata"),
        ("12345", "1234"),
    ];
    for (text, query) in table {
        assert!(!finds(text, query), "«{query}» finds «{text}»");
    }
}

#[test]
fn an_exact_hit_can_rank_above_a_skeleton_hit() {
    let asked = query_tokens("قضية");
    assert!(exact_tokens("القضية").contains(&asked[0].word));
    assert!(!exact_tokens("kadia").contains(&asked[0].word));
    assert!(search_tokens("kadia").contains(&asked[0].skeletons[0]));
}

#[test]
fn codes_numbers_and_function_words_have_no_skeleton() {
    for text in [
        "CK-26-7K3M-9QDX",
        "2G",
        "25dh",
        "12345-B-6",
        "2026",
        "هذا",
        "dans",
        "with",
    ] {
        let keys = search_tokens(text);
        assert!(
            keys.iter().all(|key| !key.starts_with(SKELETON_MARK)),
            "{text}: {keys:?}"
        );
    }
}

#[test]
fn every_word_is_indexed_and_little_ones_are_not_asked_for() {
    assert!(search_tokens("l'eau de la ville").contains(&"de".to_owned()));
    let words = |query| {
        query_tokens(query)
            .into_iter()
            .map(|token| token.word)
            .collect::<Vec<_>>()
    };
    assert_eq!(words("l eau de la ville"), ["eau", "ville"]);
    assert_eq!(words("bâtiment d"), ["batiment"]);
    assert_eq!(words("de la"), ["de", "la"]);
    assert_eq!(words("er rachidia"), ["rachidia"]);
    assert_eq!(words("eau eau EAU"), ["eau"]);
    assert_eq!(words("  "), Vec::<String>::new());
    let long = (0..100)
        .map(|number| format!("mot{number}"))
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(query_tokens(&long).len(), QUERY_WORDS);
}

#[test]
fn a_million_signs_are_read_to_their_end() {
    // One word of a million letters, a million joints, and two hundred thousand words: quadratic work would not come to
    // an end while anybody waits for it. How long it takes is the benchmarks' to say.
    for text in [
        "اب".repeat(500_000),
        "a-'".repeat(350_000),
        "l'9a ".repeat(200_000),
    ] {
        assert!(finds(&text, &text));
        let _ = crate::detect(&text);
    }
}

proptest! {
    #[test]
    fn any_text_finds_itself(text in any::<String>()) {
        prop_assert!(finds(&text, &text));
    }

    #[test]
    fn any_moroccan_text_finds_itself(text in "[ا-ي لوبa-z2-9ⴰ-ⵥ' -]{0,60}") {
        prop_assert!(finds(&text, &text));
    }

    #[test]
    fn keys_are_distinct_whole_words_for_both_databases(text in any::<String>()) {
        let keys = search_tokens(&text);
        let distinct: std::collections::HashSet<_> = keys.iter().collect();
        prop_assert_eq!(distinct.len(), keys.len());
        prop_assert!(keys.iter().all(|key| key.chars().all(char::is_alphanumeric)));
    }

    #[test]
    fn skeletons_are_marked_ascii(text in "[ا-يa-z2-9ⴰ-ⵥ]{0,12}") {
        for QueryToken { skeletons, .. } in query_tokens(&text) {
            for skeleton in skeletons {
                let bare = skeleton.strip_prefix(SKELETON_MARK).expect("marked");
                prop_assert!(bare.len() >= 2 && bare.bytes().all(|byte| byte.is_ascii_lowercase()));
                prop_assert!(!bare.contains('q'));
            }
        }
    }
}

#[test]
fn a_word_without_an_end_is_indexed_and_found_by_its_beginning() {
    let endless = "م".repeat(3_000);
    let keys = search_tokens(&endless);
    assert!(keys.iter().all(|key| key.len() <= 4 * WORD_LETTERS));
    let asked = query_tokens(&endless);
    assert_eq!(asked.len(), 1);
    assert!(asked[0].clone().keys().iter().any(|key| keys.contains(key)));
}

#[test]
fn what_is_asked_for_is_found_whether_or_not_a_number_is_joined_to_it() {
    for (text, query) in [
        ("zone 12", "12-zone"),
        ("12-zone", "zone"),
        ("12-zone", "zone-12"),
    ] {
        assert!(finds(text, query), "«{query}» does not find «{text}»");
    }
}

#[test]
fn no_key_is_kept_that_finds_nothing_more() {
    // An Arabic or Tifinagh word is found by its sound, whoever asks for it.
    assert_eq!(
        search_tokens("قنطرة ⴰⵖⴰⵔⴰⵙ tri9"),
        ["qqkntr", "qqkntrt", "qqgrs", "qqtrk", "qqtrs"]
    );
}
