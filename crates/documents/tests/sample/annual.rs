//! A sample report in each language: made-up figures, marked as such on each page.

use chikaya_documents::annual::{
    Align, Annual, Bar, Bars, Figure, Months, Part, Section, Series, Table, TitleLines, scale,
};
use chikaya_domain::Language;

/// The words of a report.
struct Words {
    brand: &'static str,
    title: &'static str,
    body: &'static str,
    period: (&'static str, &'static str),
    state: (&'static str, &'static str),
    contents: &'static str,
    draft: &'static str,
    sample: &'static str,
    law: &'static str,
    law_text: &'static [&'static str],
    received: &'static str,
    by_month: &'static str,
    months: [&'static str; 12],
    month: &'static str,
    flows: [&'static str; 3],
    figures: [(&'static str, &'static str, &'static str); 4],
    subjects: &'static str,
    subject_names: [&'static str; 6],
    alternative: &'static str,
    bodies: &'static str,
    bodies_note: &'static str,
    columns: [&'static str; 7],
    causes: &'static str,
    by: &'static str,
}

const FRENCH: Words = Words {
    brand: "Chikaya",
    title: "Rapport annuel 2025",
    body: "Commune de Tiznit",
    period: ("Période", "du 1er janvier au 31 décembre 2025"),
    state: (
        "Arrêté",
        "au 15 janvier 2026, à l’événement n° 18 204 511 du registre",
    ),
    contents: "Sommaire",
    draft: "Projet, non approuvé",
    sample: "Démonstration : les données sont fictives et rien n’est envoyé à une administration.",
    law: "Cadre légal et moyens de l’unité",
    law_text: &[
        "Chaque administration établit un rapport annuel des réclamations, des observations et des propositions reçues et des suites qui leur ont été données. Il est transmis au Chef du gouvernement.",
        "L’unité compte quatre agents, dont deux à plein temps. Chaque chiffre de ce rapport peut être recalculé à partir du registre.",
    ],
    received: "Dossiers reçus et répondus",
    by_month: "Reçus, répondus et ouverts, mois par mois",
    months: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
    ],
    month: "Mois",
    flows: ["Reçus", "Répondus", "Ouverts à la fin du mois"],
    figures: [
        (
            "Dossiers reçus en 2025",
            "163\u{a0}785",
            "Réclamations, observations et propositions déposées durant l’année.",
        ),
        (
            "Ont leur réponse dans le délai",
            "72,4\u{a0}%",
            "Sur les 151\u{a0}204 réponses dues. Intervalle à 95\u{a0}%\u{a0}: 72,2 à 72,6\u{a0}%.",
        ),
        (
            "La moitié ont leur réponse en",
            "38 jours",
            "Intervalle à 95\u{a0}%\u{a0}: 37 à 39 jours.",
        ),
        ("Rouverts", "masqué", "Moins de cinq dossiers."),
    ],
    subjects: "Les ordures ménagères et l’éclairage font la moitié des réclamations",
    subject_names: [
        "Collecte des ordures ménagères",
        "Éclairage public",
        "Trous dans les rues",
        "Occupation du domaine public",
        "Coupure d’eau",
        "Chiens et animaux errants",
    ],
    alternative: "Barres des six sujets les plus fréquents.",
    bodies: "Par administration",
    bodies_note: "« masqué » : moins de cinq dossiers. Les rangs sont des fourchettes lorsque les intervalles se recouvrent.",
    columns: [
        "Administration",
        "Reçus",
        "Répondus",
        "Dans le délai",
        "Médiane",
        "Rouverts",
        "Ouverts",
    ],
    causes: "Principales causes et mesures prises",
    by: "Écrit par l’unité des réclamations, version 3, le 20 janvier 2026",
};

const ENGLISH: Words = Words {
    brand: "Chikaya",
    title: "Annual report 2025",
    body: "Commune of Tiznit",
    period: ("Period", "1 January to 31 December 2025"),
    state: (
        "As of",
        "15 January 2026, event no. 18,204,511 of the record",
    ),
    contents: "Contents",
    draft: "Draft, not approved",
    sample: "Demonstration: the data are made up and nothing is sent to an administration.",
    law: "Legal basis and means of the unit",
    law_text: &[
        "Each administration draws up a yearly report on the complaints, remarks and proposals it received and on the answers it gave. It goes to the Head of Government.",
        "The unit has four officers, two of them full time. Each figure of this report can be computed again from the record.",
    ],
    received: "Cases received and answered",
    by_month: "Received, answered and open, month by month",
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    month: "Month",
    flows: ["Received", "Answered", "Open at the end of the month"],
    figures: [
        (
            "Cases received in 2025",
            "163,785",
            "Complaints, remarks and proposals filed during the year.",
        ),
        (
            "Are answered in time",
            "72.4%",
            "Of the 151,204 answers due. Interval of 95%: 72.2 to 72.6%.",
        ),
        (
            "Half are answered within",
            "38 days",
            "Interval of 95%: 37 to 39 days.",
        ),
        ("Reopened", "masked", "Fewer than five cases."),
    ],
    subjects: "Household waste and street lighting make half of all complaints",
    subject_names: [
        "Household waste collection",
        "Street lighting",
        "Potholes in streets",
        "Occupied public space",
        "Water cut",
        "Stray dogs and animals",
    ],
    alternative: "Bars of the six most frequent subjects.",
    bodies: "By administration",
    bodies_note: "“masked”: fewer than five cases. Ranks are ranges where intervals overlap.",
    columns: [
        "Administration",
        "Received",
        "Answered",
        "In time",
        "Median",
        "Reopened",
        "Open",
    ],
    causes: "Main causes and what was done",
    by: "Written by the complaints unit, version 3, 20 January 2026",
};

const ARABIC: Words = Words {
    brand: "شكاية",
    title: "التقرير السنوي 2025",
    body: "جماعة تيزنيت",
    period: ("الفترة", "من فاتح يناير إلى 31 دجنبر 2025"),
    state: (
        "حُصر",
        "في 15 يناير 2026، عند الحدث رقم 18\u{a0}204\u{a0}511 في السجل",
    ),
    contents: "المحتويات",
    draft: "مشروع لم تتم المصادقة عليه",
    sample: "عرض تجريبي: البيانات غير حقيقية ولا يُرسل أي شيء إلى أي إدارة.",
    law: "الأساس القانوني ووسائل الوحدة",
    law_text: &[
        "تعد كل إدارة تقريرا سنويا عن الشكايات والملاحظات والاقتراحات التي توصلت بها وعن الأجوبة التي قدمتها. ويُرفع التقرير إلى رئيس الحكومة.",
        "تضم الوحدة أربعة موظفين، منهم اثنان بدوام كامل، وأجابت عن 72,4\u{200e}%\u{200e} من الملفات داخل الأجل. ويمكن إعادة حساب كل رقم في هذا التقرير انطلاقا من السجل (www.chikaya.example).",
    ],
    received: "الملفات الواردة والمجاب عنها",
    by_month: "الواردة والمجاب عنها والمفتوحة، شهرا بشهر",
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ماي",
        "يونيو",
        "يوليوز",
        "غشت",
        "شتنبر",
        "أكتوبر",
        "نونبر",
        "دجنبر",
    ],
    month: "الشهر",
    flows: ["الواردة", "المجاب عنها", "المفتوحة عند نهاية الشهر"],
    figures: [
        (
            "الملفات الواردة في 2025",
            "163\u{a0}785",
            "الشكايات والملاحظات والاقتراحات المودعة خلال السنة.",
        ),
        (
            "أُجيب عنها داخل الأجل",
            "72,4\u{200e}%\u{200e}",
            "من بين 151\u{a0}204 من الأجوبة التي حل أجلها. مجال الثقة 95\u{200e}%\u{200e}: من 72,2 إلى 72,6\u{200e}%\u{200e}.",
        ),
        (
            "أُجيب عن نصفها خلال",
            "38 يوما",
            "مجال الثقة 95\u{200e}%\u{200e}: من 37 إلى 39 يوما.",
        ),
        ("أُعيد فتحها", "محجوب", "أقل من خمسة ملفات."),
    ],
    subjects: "النفايات المنزلية والإنارة نصف الشكايات",
    subject_names: [
        "جمع النفايات المنزلية",
        "الإنارة العمومية",
        "حفر الأزقة والشوارع",
        "احتلال الملك العمومي",
        "انقطاع الماء",
        "الكلاب والحيوانات الضالة",
    ],
    alternative: "أشرطة المواضيع الستة الأكثر ورودا.",
    bodies: "حسب الإدارة",
    bodies_note: "«محجوب»: أقل من خمسة ملفات. والرتب مجالات حين تتداخل مجالات الثقة.",
    columns: [
        "الإدارة",
        "الواردة",
        "المجاب عنها",
        "داخل الأجل",
        "الوسيط",
        "أُعيد فتحها",
        "المفتوحة",
    ],
    causes: "الأسباب الرئيسية والتدابير المتخذة",
    by: "كتبته وحدة الشكايات، النسخة 3، بتاريخ 20 يناير 2026",
};

const TAMAZIGHT: Words = Words {
    brand: "ⵛⵉⴽⴰⵢⴰ",
    title: "ⵜⴰⵏⴰⴹⵜ ⵜⴰⵙⴳⵯⵙⴰⵏⵜ 2025",
    body: "ⵜⴰⵢⵡⵏⵜ ⵏ ⵜⵉⵣⵏⵉⵜ",
    period: ("ⴰⵣⵎⵣ", "2025"),
    state: ("ⴰⵙⵙ", "15 ⵢⵏⵏⴰⵢⵔ 2026"),
    contents: "ⵜⵓⵎⴰⵢⵉⵏ",
    draft: "ⴰⵔⵎ",
    sample: "ⴰⵔⵎ: ⵜⵉⵎⵓⵛⴰ ⵓⵔ ⴷ ⵜⵉⴷⵜ. ⵓⵔ ⵔⴰⴷ ⵏⴰⵣⵏ ⵡⴰⵍⵓ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.",
    law: "ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ",
    law_text: &["ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط)."],
    received: "ⵜⵉⵏⵥⵉ ⴷ ⵜⵉⵎⵔⴰⵔⵓⵜⵉⵏ",
    by_month: "ⵜⵉⵏⵥⵉ ⵙ ⵡⴰⵢⵢⵓⵔ",
    months: [
        "ⵢⵏⵏ",
        "ⴱⵕⴰ",
        "ⵎⴰⵕ",
        "ⵉⴱⵔ",
        "ⵎⴰⵢ",
        "ⵢⵓⵏ",
        "ⵢⵓⵍ",
        "ⵖⵓⵛ",
        "ⵛⵓⵜ",
        "ⴽⵜⵓ",
        "ⵏⵓⵡ",
        "ⴷⵓⵊ",
    ],
    month: "ⴰⵢⵢⵓⵔ",
    flows: ["ⵜⴰⵏⵔⵉⵣⵜ", "ⵜⴰⵎⵔⴰⵔⵓⵜ", "ⴰⵙⴷⴰⵡ"],
    figures: [
        ("ⵜⴰⵏⵔⵉⵣⵜ", "163\u{a0}785", "2025"),
        ("ⵜⴰⵎⵔⴰⵔⵓⵜ", "72,4\u{a0}%", "95\u{a0}%"),
        ("ⵓⵙⵙⴰⵏ", "38", "37, 39"),
        ("ⴰⵙⴷⴰⵡ", "12", "2025"),
    ],
    subjects: "ⵉⵎⵔⵙⵉ",
    subject_names: [
        "ⴰⵙⵎⵓⵏ ⵏ ⵣⵣⴱⵍ",
        "ⵜⵉⴼⴰⵡⵜ ⵏ ⵓⵙⵓⴽ",
        "ⵉⵅⴱⴰ ⴳ ⵉⵙⵓⴽⴰ",
        "ⴰⴷⵖⴰⵔ ⴰⴳⴷⵓⴷⴰⵏ ⵢⵓⵎⵥⵏ",
        "ⴰⵎⴰⵏ",
        "ⵉⴹⴰⵏ ⴷ ⵉⵎⵓⴷⴰⵔ ⵉⵊⵍⴰⵏ",
    ],
    alternative: "ⵉⵎⵔⵙⵉ.",
    bodies: "ⵜⵉⵎⵙⵙⵓⴳⵓⵔⵉⵏ",
    bodies_note: "ⵓⵙⵙⴰⵏ.",
    columns: [
        "ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ",
        "ⵜⴰⵏⵔⵉⵣⵜ",
        "ⵜⴰⵎⵔⴰⵔⵓⵜ",
        "ⴰⵣⵎⵣ",
        "ⵓⵙⵙⴰⵏ",
        "ⵜⵉⵏⵥⵉ",
        "ⴰⵙⴷⴰⵡ",
    ],
    causes: "ⵜⵉⵎⵏⵜⵉⵍⵉⵏ",
    by: "20 ⵢⵏⵏⴰⵢⵔ 2026",
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::Arabic => &ARABIC,
        Language::Tamazight => &TAMAZIGHT,
        Language::French => &FRENCH,
        Language::English => &ENGLISH,
    }
}

/// What the unit typed: in two languages, with a line break and a list of their own.
const TYPED: [&str; 3] = [
    "Le marché de collecte a pris fin en mars et n’a été renouvelé qu’en juin : 61 % des réclamations de l’année portent sur ces trois mois.\n- deux camions loués depuis juillet ;\n- une tournée de nuit au Hay Nakhil.",
    "انتهت صفقة جمع النفايات في مارس ولم تُجدد إلا في يونيو، ولذلك ورد 61% من الشكايات في هذه الأشهر الثلاثة (Hay Nakhil, n° 12).",
    "La première mesure pour 2026 : publier le calendrier des tournées.",
];

const RECEIVED: [u64; 12] = [
    9_812, 10_244, 15_380, 17_901, 16_022, 14_310, 12_118, 11_004, 13_870, 14_502, 14_911, 13_711,
];
const ANSWERED: [u64; 12] = [
    9_100, 9_790, 11_020, 13_440, 15_870, 15_902, 13_480, 11_950, 12_700, 13_960, 14_870, 14_020,
];

/// A figure as the portal writes it in a language.
pub(crate) fn number(language: Language, value: u64) -> String {
    let digits = value.to_string();
    let parting = if language == Language::English {
        ','
    } else {
        '\u{a0}'
    };
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(parting);
        }
        written.push(digit);
    }
    written
}

/// Hands over a report with a table of so many bodies, named by `name`.
#[expect(
    clippy::too_many_lines,
    reason = "each part is lent to the next: they live in one function"
)]
pub(crate) fn with_report<T>(
    language: Language,
    bodies: usize,
    name: impl Fn(usize) -> String,
    then: impl FnOnce(&Annual<'_>) -> T,
) -> T {
    let words = words(language);
    let number = |value: u64| number(language, value);
    let most = RECEIVED.iter().copied().max().unwrap_or(0);
    let marks = scale(most).map(|at| (at, number(at)));
    let marks = [0, 1, 2].map(|place| (marks[place].0, marks[place].1.as_str()));
    let received = RECEIVED.map(Some);
    let mut answered = ANSWERED.map(Some);
    answered[6] = None;
    let series = [
        Series {
            name: words.flows[0],
            points: &received,
        },
        Series {
            name: words.flows[1],
            points: &answered,
        },
    ];
    let by_month: Vec<[String; 4]> = (0..12)
        .map(|month| {
            let open =
                RECEIVED[..=month].iter().sum::<u64>() - ANSWERED[..=month].iter().sum::<u64>();
            [
                words.months[month].to_owned(),
                number(RECEIVED[month]),
                number(ANSWERED[month]),
                number(open),
            ]
        })
        .collect();
    let by_month: Vec<Vec<&str>> = by_month
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let month_head = [words.month, words.flows[0], words.flows[1], words.flows[2]];
    let shares = [10_000, 8_120, 4_400, 2_015, 900, 12];
    let values = shares.map(|share| number(u64::from(share) * 31 / 10));
    let bars: Vec<Bar<'_>> = (0..shares.len())
        .map(|place| Bar {
            label: words.subject_names[place],
            value: &values[place],
            share: shares[place],
        })
        .collect();
    let figures = words.figures.map(|(label, value, note)| Figure {
        label,
        value,
        note: Some(note),
    });
    let table: Vec<Vec<String>> = (0..bodies)
        .map(|place| {
            let cases = (place as u64 * 7_919 + 13) % 20_011;
            let percent = if language == Language::Arabic {
                "\u{200e}%\u{200e}"
            } else {
                "\u{a0}%"
            };
            let share = format!("{},{}{percent}", 40 + place % 55, place % 10);
            let few = if place % 9 == 0 {
                words.figures[3].1.to_owned()
            } else {
                number(cases / 40)
            };
            vec![
                name(place),
                number(cases),
                number(cases * 9 / 10),
                share,
                number(20 + place as u64 % 60),
                few,
                number(cases / 10),
            ]
        })
        .collect();
    let table: Vec<Vec<&str>> = table
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let align = [
        Align::Start,
        Align::End,
        Align::End,
        Align::End,
        Align::End,
        Align::End,
        Align::End,
    ];
    let received_parts = [
        Part::Figures(&figures),
        Part::Heading(words.by_month),
        Part::Months(Months {
            caption: words.by_month,
            alternative: words.alternative,
            labels: &words.months,
            marks: &marks,
            series: &series,
        }),
        Part::Table(Table {
            caption: words.by_month,
            head: &month_head,
            align: &align,
            rows: &by_month,
            note: None,
        }),
        Part::Heading(words.subjects),
        Part::Bars(Bars {
            caption: words.subjects,
            alternative: words.alternative,
            rows: &bars,
        }),
        Part::Months(Months {
            caption: words.flows[0],
            alternative: words.alternative,
            labels: &words.months,
            marks: &marks,
            series: &series[..1],
        }),
    ];
    let causes = [
        Part::Words(words.law_text),
        Part::Written {
            by: words.by,
            paragraphs: &TYPED,
        },
    ];
    let all = [Part::Table(Table {
        caption: words.bodies,
        head: &words.columns,
        align: &align,
        rows: &table,
        note: Some(words.bodies_note),
    })];
    let law = [Part::Words(words.law_text)];
    let sections = [
        Section {
            heading: words.law,
            parts: &law,
        },
        Section {
            heading: words.received,
            parts: &received_parts,
        },
        Section {
            heading: words.bodies,
            parts: &all,
        },
        Section {
            heading: words.causes,
            parts: &causes,
        },
    ];
    let others: Vec<(Language, [&str; 2])> =
        [Language::Arabic, Language::Tamazight, Language::French]
            .into_iter()
            .map(|language| (language, self::words(language)))
            .map(|(language, words)| (language, [words.title, words.body]))
            .collect();
    let title_page: Vec<TitleLines<'_>> = others
        .iter()
        .map(|(language, lines)| TitleLines {
            language: *language,
            lines,
        })
        .collect();
    let digest = "9f2c4be1d0a7c3558e6b1f40aa92d7e3c4b5968712f0e3d4a5b6c7d8e9f01234";
    then(&Annual {
        language,
        brand: words.brand,
        title: words.title,
        body: words.body,
        title_page: &title_page,
        facts: &[words.period, words.state, ("SHA-256", digest)],
        contents: words.contents,
        sections: &sections,
        draft: Some(words.draft),
        sample: Some(words.sample),
    })
}

/// The name of a body: short ones and long ones.
pub(crate) fn body(language: Language, place: usize) -> String {
    let name = match (language, place % 4) {
        (Language::Arabic, 0) => "جماعة",
        (Language::Arabic, 1) => "المديرية الجهوية للفلاحة والتنمية القروية بجهة سوس ماسة",
        (Language::Arabic, 2) => "عمالة إنزكان آيت ملول",
        (Language::Arabic, _) => "الوكالة الحضرية",
        (Language::Tamazight, _) => "ⵜⴰⵢⵡⵏⵜ",
        (Language::French, 0) => "Commune",
        (Language::French, 1) => {
            "Direction régionale de l’agriculture et du développement rural de Souss-Massa"
        }
        (Language::French, 2) => "Préfecture d’Inezgane-Aït Melloul",
        (Language::French, _) => "Agence urbaine",
        (Language::English, 1) => {
            "Regional office of agriculture and rural development of Souss-Massa"
        }
        (Language::English, _) => "Commune",
    };
    format!("{name} {}", place + 1)
}
