//! What simulated people write: openings of complaints in the tongues people really use, by subject.

/// A tongue of the simulation, with the language in which its speaker is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    /// Standard Arabic.
    Arabic,
    /// Darija in Arabic letters.
    Darija,
    /// Darija in Latin letters and digits.
    Arabizi,
    /// French.
    French,
    /// English.
    English,
    /// Tamazight.
    Tamazight,
}

/// A subject with what people write about it.
pub(super) struct Topic {
    /// Code of the subject.
    pub subject: &'static str,
    /// How often it comes, relative to the others.
    pub weight: u32,
    /// Sentences by tongue.
    pub said: &'static [(Tongue, &'static str)],
}

use Tongue::{Arabic, Arabizi, Darija, English, French, Tamazight};

/// The topics.
pub(super) const TOPICS: &[Topic] = &[
    Topic {
        subject: "public-lighting",
        weight: 10,
        said: &[
            (
                Arabic,
                "المصابيح العمومية مطفأة منذ ثلاثة أسابيع في شارعنا، وأصبح الخروج ليلا خطرا.",
            ),
            (
                Darija,
                "الضو طافي فالزنقة كاملة هادي شهر والدراري كيخافو يخرجو.",
            ),
            (
                Arabizi,
                "daw tafi f zan9a hadi chhar w drari kay5afo y5orjo b lil",
            ),
            (
                French,
                "Les lampadaires de notre rue sont éteints depuis trois semaines et les enfants rentrent dans le noir.",
            ),
            (
                English,
                "The street lights have been out for three weeks and it is not safe at night.",
            ),
            (Tamazight, "ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⵉⴷⴷ ⴳ ⵜⵙⵓⴽⵜ ⵏⵏⵖ ⵙⴳ ⵢⴰⵏ ⵡⴰⵢⵢⵓⵔ."),
        ],
    },
    Topic {
        subject: "waste",
        weight: 9,
        said: &[
            (
                Arabic,
                "تتراكم النفايات قرب المدرسة ولم تمر شاحنة الجمع منذ أسبوع.",
            ),
            (
                Darija,
                "الزبل مجمع قدام الدار وريحتو خايبة، والكاميو ما كيدوزش.",
            ),
            (
                Arabizi,
                "zbel mjama3 9dam dar w ri7a khayba, camion makaydozch",
            ),
            (
                French,
                "Les ordures s’accumulent devant l’école : le camion n’est pas passé depuis une semaine.",
            ),
            (
                English,
                "Garbage has not been collected in our neighbourhood for a week.",
            ),
        ],
    },
    Topic {
        subject: "water-cut",
        weight: 8,
        said: &[
            (Arabic, "انقطع الماء عن الحي منذ أربعة أيام دون أي إعلان."),
            (Darija, "الما مقطوع علينا ربع يام وما عطاونا حتى خبار."),
            (Arabizi, "lma m9to3 3lina rb3 yam w 7ta wa7ed ma 3lemna"),
            (
                French,
                "L’eau est coupée dans le quartier depuis quatre jours, sans aucune annonce.",
            ),
            (Tamazight, "ⵓⵔ ⵍⵍⵉⵏ ⵡⴰⵎⴰⵏ ⴳ ⵓⴷⵡⵡⴰⵕ ⵙⴳ ⴽⵓⵥ ⵡⵓⵙⵙⴰⵏ."),
        ],
    },
    Topic {
        subject: "utility-bill",
        weight: 6,
        said: &[
            (
                Arabic,
                "فاتورة الكهرباء لهذا الشهر ضعف المعتاد والعداد لم يقرأه أحد.",
            ),
            (
                Arabizi,
                "lfatoura dyal daw jat mdobla w 7ta wa7ed ma 9ra l3addad",
            ),
            (
                French,
                "Ma facture d’électricité a doublé alors que personne n’a relevé le compteur.",
            ),
            (
                English,
                "My electricity bill doubled although nobody read the meter.",
            ),
        ],
    },
    Topic {
        subject: "road-local",
        weight: 7,
        said: &[
            (
                Arabic,
                "الطريق المؤدية إلى الدوار مليئة بالحفر ولا تستطيع سيارة الإسعاف المرور.",
            ),
            (Darija, "الطريق كلها حفاري، والطوموبيلات كيتهرسو."),
            (
                French,
                "La route du douar est pleine de trous : l’ambulance ne peut plus passer.",
            ),
            (
                Tamazight,
                "ⵜⴱⵔⵉⴷⵜ ⵏ ⵓⴷⵡⵡⴰⵕ ⵜⵅⵙⵔ, ⵓⵔ ⵜⵣⵎⵉⵔ ⵜⵓⵎⵓⴱⵉⵍⵜ ⴰⴷ ⵜⵣⵔⵉ.",
            ),
        ],
    },
    Topic {
        subject: "birth-certificate",
        weight: 5,
        said: &[
            (
                Arabic,
                "طلبت عقد ازدياد ابنتي قبل شهر ولم أتسلمه، ويطلبون مني وثيقة غير مذكورة في المسطرة.",
            ),
            (
                Darija,
                "مشيت ثلاث مرات على عقد الازدياد وكل مرة يقولو ليا رجع غدا.",
            ),
            (
                French,
                "J’ai demandé l’acte de naissance de ma fille il y a un mois et l’on me réclame une pièce qui n’est pas dans la procédure.",
            ),
        ],
    },
    Topic {
        subject: "health-centre",
        weight: 6,
        said: &[
            (
                Arabic,
                "المركز الصحي بدون طبيب منذ شهرين والمرضى يقطعون عشرين كيلومترا.",
            ),
            (Darija, "السبيطار ما فيه لا طبيب لا دوا، كنمشيو حتى للمدينة."),
            (
                French,
                "Le centre de santé est sans médecin depuis deux mois ; les malades font vingt kilomètres.",
            ),
            (
                English,
                "Our health centre has had no doctor for two months.",
            ),
        ],
    },
    Topic {
        subject: "school-building",
        weight: 4,
        said: &[
            (
                Arabic,
                "سقف القسم يتسرب منه الماء كلما نزل المطر والتلاميذ يدرسون في البرد.",
            ),
            (
                French,
                "Le toit de la classe fuit dès qu’il pleut et les élèves étudient dans le froid.",
            ),
        ],
    },
    Topic {
        subject: "building-permit",
        weight: 4,
        said: &[
            (
                Arabic,
                "أودعت طلب رخصة البناء كاملا قبل أربعة أشهر ولم أتوصل بأي جواب.",
            ),
            (
                French,
                "Ma demande de permis de construire, complète, est sans réponse depuis quatre mois.",
            ),
        ],
    },
    Topic {
        subject: "health-insurance",
        weight: 5,
        said: &[
            (
                Arabic,
                "لم أتوصل بتعويض ملف المرض منذ ستة أشهر رغم أن الملف كامل.",
            ),
            (
                Arabizi,
                "mazal ma t3awdt 3la lmard hadi sit chhor w dossier kamel",
            ),
            (
                French,
                "Mon dossier de remboursement est complet et rien ne m’est versé depuis six mois.",
            ),
        ],
    },
    Topic {
        subject: "stray-animals",
        weight: 3,
        said: &[
            (Arabic, "كلاب ضالة كثيرة قرب السوق هاجمت طفلا أمس."),
            (Darija, "الكلاب بزاف حدا السوق والبارح عضو واحد الولد."),
            (
                French,
                "Des chiens errants près du marché ont attaqué un enfant hier.",
            ),
        ],
    },
    Topic {
        subject: "reception",
        weight: 3,
        said: &[
            (
                Arabic,
                "انتظرت ثلاث ساعات في الشباك ثم قيل لي أن أرجع غدا بدون سبب.",
            ),
            (
                French,
                "Après trois heures d’attente au guichet, on m’a dit de revenir le lendemain, sans raison.",
            ),
            (
                English,
                "After three hours at the counter I was told to come back tomorrow without a reason.",
            ),
        ],
    },
];

/// Reasons and measures of simulated answers, in the language of the filer: what, who, when.
pub(super) const ANSWERS: &[(Tongue, &str)] = &[
    (
        Arabic,
        "انتقل أعوان المصلحة إلى عين المكان يوم الاثنين، وتبين أن العطب في الأسلاك، وسيتم إصلاحه قبل نهاية الأسبوع المقبل لأن القطع متوفرة.",
    ),
    (
        Arabic,
        "تمت مراجعة ملفكم رقم الإيداع المذكور، وتقرر قبول الطلب لأن الوثائق كاملة، ويمكنكم سحب القرار من الشباك رقم 4 ابتداء من يوم الخميس.",
    ),
    (
        French,
        "Nos agents sont passés lundi : la panne vient du câble principal. La réparation est prévue avant la fin de la semaine prochaine, car les pièces sont en stock.",
    ),
    (
        French,
        "Votre dossier a été revu : il est complet et la décision est favorable. Elle est à retirer au guichet 4 à partir de jeudi, sur présentation du récépissé.",
    ),
    (
        English,
        "Our team visited on Monday and found a broken main cable. It will be repaired before the end of next week because the parts are in stock.",
    ),
];
