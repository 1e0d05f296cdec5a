//! The words of the sample receipts, as the portal says them.

use super::{Clock, Labels, Language, Receipt, Step};

const FOLLOW: &str = "https://chikaya.example/c/CK-26-7K3M-9QDX";

pub(super) const ARABIC: Receipt<'_> = Receipt {
    language: Language::Arabic,
    reference: "CK-26-7K3M-9QDX",
    access_code: "4827 1936",
    keypad: Some((
        "بالهاتف، على الرقم 3737",
        "2608\u{a0}1575\u{a0}380\u{a0}296",
    )),
    title: "انقطاع الإنارة العمومية بزنقة المدرسة، حي النخيل",
    kind: "شكاية",
    organisation: "جماعة تيزنيت",
    filer: Some("فاطمة مثال"),
    channel: Some("عبر الإنترنت، بالعربية"),
    files: None,
    filed_at: "توصلنا بها يوم الخميس 12 مارس 2026 على الساعة 21:14",
    due: "على \u{2068}جماعة تيزنيت\u{2069} أن تجيبكم قبل نهاية يوم \u{2068}الاثنين 11 ماي 2026\u{2069}",
    derivation: "60 يوما ابتداء من 12 مارس 2026، ولا يُحسب يوم الإيداع. آخر يوم هو الاثنين 11 ماي 2026، ولا ينتقل الأجل إلى يوم آخر.",
    clock: Some(Clock {
        start: "12 مارس",
        start_label: "الإيداع",
        end: "11 ماي",
        end_label: "آخر أجل",
    }),
    steps: &[
        Step {
            title: "توصلنا برسالتكم",
            text: "الخميس 12 مارس",
        },
        Step {
            title: "تدرسها الإدارة",
            text: "قبل نهاية يوم 27 مارس. إن لم تكن مختصة، أحالتها إلى غيرها وأخبرتكم؛ ولا يتغير الأجل.",
        },
        Step {
            title: "قد تُطرح عليكم أسئلة",
            text: "تجيبون في صفحة الملف، دون حساب.",
        },
        Step {
            title: "تتوصلون بجواب معلل",
            text: "قبل نهاية يوم 11 ماي، ومعه الأسباب وما يمكنكم فعله بعده.",
        },
        Step {
            title: "تقولون رأيكم في الجواب",
            text: "إذا لم يحل شيئا، اطلبوا أن يدرس الملف شخص آخر.",
        },
    ],
    follow_url: FOLLOW,
    proof: None,
    labels: Labels {
        brand: "شكاية",
        tagline: "شكايات · ملاحظات · اقتراحات",
        kingdom: "المملكة المغربية",
        document: "وصل الإيداع",
        heading: "أُودعت شكايتكم",
        reference: "رقم التتبع",
        access_code: "رمز الولوج",
        keep: "احتفظوا بهذين الرقمين.",
        keep_why: "بهما معا يُفتح ملفكم. صوروا هذه الصفحة أو اطبعوها.",
        kind: "النوع",
        title: "الموضوع",
        organisation: "من عليه أن يجيب",
        filer: "أودعه",
        channel: "كيف وبأي لغة",
        files: "المرفقات",
        derivation: "كيف حُسب هذا اليوم؟",
        steps: "ماذا يحدث بعد ذلك؟",
        mediator: "يمكنكم التوجه إلى وسيط المملكة في أي وقت.",
        help: "سؤال؟ 3737، من الاثنين إلى الجمعة.",
        seal_alt: "ختم الملف: رسم خاص بهذا الرقم، للتعرف على الورقة بالعين. ليس دليلا.",
        qr_alt: "صوروا هذا المربع لفتح صفحة التتبع.",
    },
    sample: Some("نسخة للتجربة: المعطيات خيالية، ولا تصل الرسائل إلى أي إدارة."),
};

pub(super) const TAMAZIGHT: Receipt<'_> = Receipt {
    language: Language::Tamazight,
    keypad: Some(("ⵙ ⵜⵉⵍⵉⴼⵓⵏ, ⵓⵟⵟⵓⵏ 3737", "2608\u{a0}1575\u{a0}380\u{a0}296")),
    kind: "ⵜⴰⵏⵔⵉⵣⵜ",
    channel: Some("ⵙ ⵓⵡⵡⵓⵔ, ⵙ ⵜⴰⵄⵔⴰⴱⵜ"),
    files: None,
    filed_at: "ⵏⵓⵎⵥ ⵜⵜ: ⴰⴽⵡⴰⵙ 12 ⵎⴰⵕⵚ 2026, 21:14",
    due: "ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: ⴰⵢⵏⴰⵙ 11 ⵎⴰⵢⵢⵓ 2026",
    derivation: "ⴰⵙⵙ ⵏ ⵓⵙⵔⵓⵙ: 12 ⵎⴰⵕⵚ 2026 (ⵓⵔ ⵜ ⵏⵙⵙⵉⴹⵏ). ⵓⵙⵙⴰⵏ: 60. ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ: ⴰⵢⵏⴰⵙ 11 ⵎⴰⵢⵢⵓ 2026. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.",
    clock: Some(Clock {
        start: "12 ⵎⴰⵕⵚ",
        start_label: "ⴰⵙⵔⵓⵙ",
        end: "11 ⵎⴰⵢⵢⵓ",
        end_label: "ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ",
    }),
    steps: &[
        Step {
            title: "ⵏⵓⵎⵥ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵓⵏ",
            text: "ⴰⴽⵡⴰⵙ 12 ⵎⴰⵕⵚ",
        },
        Step {
            title: "ⵔⴰⴷ ⵜⵜ ⵜⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ",
            text: "ⴷⴰⵜ ⵏ 27 ⵎⴰⵕⵚ. ⵉⵖ ⵓⵔ ⵉⵥⵍⵉ ⵙ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ, ⵔⴰⴷ ⵜⵜ ⵜⴰⵣⵏ ⵖⵔ ⵜⴰⵢⴰⴹ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.",
        },
        Step {
            title: "ⵜⵣⵎⵔ ⴰⴷ ⴽⵯⵏ ⵜⵙⵇⵙⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ",
            text: "ⵔⴰⵔⴰⵜ ⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⴷⴰⵡ, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ.",
        },
        Step {
            title: "ⵜⴰⵎⵔⴰⵔⵓⵜ",
            text: "ⴷⴰⵜ ⵏ 11 ⵎⴰⵢⵢⵓ, ⴷ ⵜⵎⵏⵜⵉⵍⵜ ⴷ ⵎⴰ ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⴽⵔⵎ.",
        },
        Step {
            title: "ⵜⵉⵏⵉⵎ ⵎⴰⴷ ⵜⵥⵕⴰⵎ ⴳ ⵜⵎⵔⴰⵔⵓⵜ",
            text: "ⵉⵖ ⵓⵔ ⵜⴼⵔⵉ ⵡⴰⵍⵓ, ⵙⵙⵓⵜⵔⴰⵜ ⴰⴷ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ ⴰⵙⴷⴰⵡ.",
        },
    ],
    labels: Labels {
        brand: "ⵛⵉⴽⴰⵢⴰ",
        tagline: "ⵜⴰⵏⵔⵉⵣⵜ · ⵜⵉⵏⵥⵉ · ⵜⴰⵙⵓⵎⵔⵜ",
        kingdom: "ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ",
        document: "ⵜⴰⵙⴰⵟⵟⴼⵜ",
        heading: "ⵏⵓⵎⵥ ⵜⴰⵏⵔⵉⵣⵜ ⵏⵏⵓⵏ",
        reference: "ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ",
        access_code: "ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ",
        keep: "ⵃⴹⵓⵢⴰⵜ ⵙⵉⵏ ⵡⵓⵟⵟⵓⵏⵏ ⴰ.",
        keep_why: "ⵙⵉⵏ ⴰⴷ ⵕⵥⵥⵎⵏ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵙⵉⴳⴳⵣⴰⵜ ⵜⴰⵙⵏⴰ ⴰ.",
        kind: "ⴰⵏⴰⵡ",
        title: "ⵉⵎⵔⵙⵉ",
        organisation: "ⵜⴰⵎⵔⴰⵔⵓⵜ ⵙⴳ",
        filer: "ⵉⵙⵔⵙ ⵜ",
        channel: "ⴰⴱⵔⵉⴷ ⴷ ⵜⵓⵜⵍⴰⵢⵜ",
        files: "ⵜⵓⴳⵉⵍⵉⵏ",
        derivation: "ⴰⵙⵉⴹⵏ ⵏ ⵓⵣⵎⵣ",
        steps: "ⵎⴰ ⵔⴰⴷ ⵉⵊⵕⵓ?",
        mediator: "ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).",
        help: "ⴰⵙⵇⵙⵉ? 3737, ⵙⴳ ⴰⵢⵏⴰⵙ ⴰⵔ ⴰⵙⵉⵎⵡⴰⵙ.",
        seal_alt: "ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵓⵙⴷⴰⵡ. ⵓⵔ ⴷ ⵉⵏⵉⴳⵉ.",
        qr_alt: "ⴰⵎⵥⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵓⵢⴰ ⵃⵎⴰ ⴰⴷ ⵜⵕⵥⵎⵎ ⴰⵙⴷⴰⵡ.",
    },
    sample: Some("ⴰⵔⵎ: ⵜⵉⵎⵓⵛⴰ ⵓⵔ ⴷ ⵜⵉⴷⵜ. ⵓⵔ ⵔⴰⴷ ⵏⴰⵣⵏ ⵡⴰⵍⵓ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ."),
    ..ARABIC
};

pub(super) const FRENCH: Receipt<'_> = Receipt {
    language: Language::French,
    keypad: Some(("Par téléphone, au 3737", "2608\u{a0}1575\u{a0}380\u{a0}296")),
    title: "Éclairage public éteint, rue de l’École, Hay Nakhil",
    kind: "Réclamation",
    organisation: "Commune de Tiznit",
    filer: Some("Fatima Exemple"),
    channel: Some("en ligne, en arabe"),
    files: None,
    filed_at: "Reçue le jeudi 12 mars 2026 à 21 h 14",
    due: "La commune de Tiznit doit vous répondre avant la fin du lundi 11 mai 2026",
    derivation: "60 jours à compter du 12 mars 2026, le jour du dépôt n’étant pas compté. Le dernier jour est le lundi 11 mai 2026 ; l’échéance n’est pas reportée. Les jours fériés compris dans ce délai comptent : 20 mars, 21 mars et 1er mai.",
    clock: Some(Clock {
        start: "12 mars",
        start_label: "dépôt",
        end: "11 mai",
        end_label: "échéance",
    }),
    steps: &[
        Step {
            title: "Message reçu",
            text: "jeudi 12 mars",
        },
        Step {
            title: "L’administration l’examine",
            text: "Avant la fin du 27 mars. Si elle n’est pas compétente, elle transmet et vous prévient ; votre échéance ne change pas.",
        },
        Step {
            title: "On peut vous poser une question",
            text: "Vous répondez sur la page de votre dossier, sans compte.",
        },
        Step {
            title: "Réponse motivée",
            text: "Avant la fin du 11 mai, avec les raisons et ce que vous pouvez faire ensuite.",
        },
        Step {
            title: "Vous jugez la réponse",
            text: "Si elle ne règle rien, demandez qu’une autre personne examine le dossier.",
        },
    ],
    labels: Labels {
        brand: "Chikaya",
        tagline: "Réclamations · remarques · propositions",
        kingdom: "Royaume du Maroc",
        document: "Récépissé de dépôt",
        heading: "Votre réclamation est déposée",
        reference: "Numéro de suivi",
        access_code: "Code d’accès",
        keep: "Gardez ces deux numéros.",
        keep_why: "Ensemble, ils ouvrent votre dossier. Photographiez cette page ou imprimez-la.",
        kind: "Nature",
        title: "Objet",
        organisation: "Doit répondre",
        filer: "Déposé par",
        channel: "Voie et langue",
        files: "Pièces jointes",
        derivation: "Comment cette date est calculée",
        steps: "Ce qui va se passer",
        mediator: "Le Médiateur du Royaume peut être saisi à tout moment.",
        help: "Une question ? 3737, du lundi au vendredi.",
        seal_alt: "Sceau du dossier : un dessin propre à ce numéro, pour reconnaître le papier d’un coup d’œil. Ce n’est pas une preuve.",
        qr_alt: "Photographiez ce carré pour ouvrir la page de suivi.",
    },
    sample: Some(
        "Démonstration : les données sont fictives et rien n’est envoyé à une administration.",
    ),
    ..ARABIC
};

pub(super) const ENGLISH: Receipt<'_> = Receipt {
    language: Language::English,
    keypad: Some(("By telephone, on 3737", "2608\u{a0}1575\u{a0}380\u{a0}296")),
    title: "Street lights out, rue de l’École, Hay Nakhil",
    kind: "Complaint",
    filer: Some("Fatima Sample"),
    channel: Some("on line, in Arabic"),
    files: None,
    filed_at: "Received on Thursday 12 March 2026 at 21:14",
    due: "The commune of Tiznit must answer you before the end of Monday 11 May 2026",
    derivation: "60 days from 12 March 2026, the day of filing not counted. The last day is Monday 11 May 2026; the date does not move. Public holidays within the limit count: 20 March, 21 March and 1 May.",
    clock: Some(Clock {
        start: "12 March",
        start_label: "filed",
        end: "11 May",
        end_label: "due",
    }),
    steps: &[
        Step {
            title: "Message received",
            text: "Thursday 12 March",
        },
        Step {
            title: "The administration examines it",
            text: "Before the end of 27 March. If it is not competent, it passes it on and tells you; your due date stays.",
        },
        Step {
            title: "You may be asked a question",
            text: "You answer on the page of the case, without an account.",
        },
        Step {
            title: "An answer with reasons",
            text: "Before the end of 11 May, with the reasons and what you can do next.",
        },
        Step {
            title: "You judge the answer",
            text: "If it solves nothing, ask that another person examine the case.",
        },
    ],
    labels: Labels {
        tagline: "Complaints · remarks · proposals",
        kingdom: "Kingdom of Morocco",
        document: "Receipt of filing",
        heading: "Your complaint is filed",
        reference: "Reference",
        access_code: "Access code",
        keep: "Keep these two numbers.",
        keep_why: "Together they open your case. Photograph this page or print it.",
        kind: "Kind",
        title: "Subject",
        organisation: "Must answer",
        filer: "Filed by",
        channel: "How and in which language",
        files: "Attachments",
        derivation: "How this date is counted",
        steps: "What happens next",
        mediator: "You can turn to the Mediator of the Kingdom at any time.",
        help: "A question? 3737, Monday to Friday.",
        seal_alt: "Seal of the case: a drawing of this number’s own, to know the paper at a glance. It is no proof.",
        qr_alt: "Photograph this square to open the page of your case.",
        ..FRENCH.labels
    },
    sample: Some("Demonstration: the data are made up and nothing is sent to an administration."),
    ..FRENCH
};
