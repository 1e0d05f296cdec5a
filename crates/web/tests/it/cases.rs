//! Cases in every stage, and the people who meet them.

use axum::Router;
use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    person::{Contact, PostalAddress},
    reference::Reference,
};
use chikaya_service::{
    case::{act::StaffAct, answer::TypedAnswer, file::Filing},
    staff::{NewStaff, Officer, Password, SignIn},
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

use crate::visitor::{Answer, Carries, Visitor};

/// The body that is asked for its opinion.
pub(crate) const ONEE: &str = "onee";

/// A commune with which no case has anything to do.
pub(crate) const TAFRAOUT: &str = "commune-09-581-01-05";

/// What people write, in words that stand nowhere else.
pub(crate) const WORDS: &str =
    "Les lampadaires de la rue de l’École sont éteints depuis trois semaines, dit xylophone.";

/// Name, address and number of the one who files in these tests.
pub(crate) const NAME: &str = "Fatima Exemplaire";
pub(crate) const EMAIL: &str = "fatima.exemplaire@example.org";
pub(crate) const PHONE: &str = "0612345678";

/// Where the street is, as someone types it.
pub(crate) const POINT: &str = "29.69741, -9.73162";

/// A picture of one dot.
pub(crate) fn dot() -> Vec<u8> {
    data_encoding::BASE64
        .decode(b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        .unwrap()
}

/// A reasoned answer, which the gate lets through.
pub(crate) const REASONS: &str = "Nos agents sont passés rue de l’École le 14 avril 2026 : le câble sera réparé le mercredi 22 avril.";

/// Someone signed in.
#[derive(Clone)]
pub(crate) struct Colleague {
    pub(crate) officer: Officer,
    pub(crate) browser: Visitor,
}

/// An officer of a role in an organisation, signed in.
pub(crate) async fn colleague(
    town: &Town,
    counters: &Router,
    role: Role,
    organisation: &str,
) -> Colleague {
    let email = format!("{role}-{organisation}@sample.test");
    let new = NewStaff {
        email: email.clone(),
        name: format!("Sample {role}"),
        role,
        organisation: town::organisation_code(organisation),
        unit: None,
        language: Language::French,
    };
    let (clerks, address) = (town.clerks.clone(), email.clone());
    let id = tokio::task::spawn_blocking(move || {
        let password = Password::choose(town::PASSWORD, &address).unwrap();
        clerks.sample_officers(vec![new], &password)
    })
    .await
    .unwrap()
    .unwrap()[0];
    let signed_in = town
        .clerks
        .sign_in(email, Password::typed(town::PASSWORD))
        .await
        .unwrap();
    let Some(SignIn::Done(token)) = signed_in else {
        panic!("a sample account signs in with its password alone");
    };
    let mut browser = Visitor::new(counters).await;
    browser.take_cookie("ck_session", token.as_str());
    Colleague {
        officer: Officer {
            id,
            name: format!("Sample {role}"),
            role,
            organisation: town::organisation_code(organisation),
            unit: None,
            language: Language::French,
            is_sample: true,
            proven_at: town.clerks.now(),
        },
        browser,
    }
}

/// The version of a case as an officer sees it.
pub(crate) async fn version(town: &Town, own: &Officer, reference: &str) -> u32 {
    town.clerks
        .desk_page(own.clone(), Reference::parse(reference).unwrap())
        .await
        .unwrap()
        .page
        .case
        .version
}

/// Does something to a case, in the name of an officer.
pub(crate) async fn act(town: &Town, own: &Officer, reference: &str, what: StaffAct) {
    let version = version(town, own, reference).await;
    town.clerks
        .act(
            own.clone(),
            Reference::parse(reference).unwrap(),
            version,
            what,
        )
        .await
        .unwrap();
}

/// The acts by which an officer brings a new case somewhere.
pub(crate) fn examined() -> Vec<StaffAct> {
    vec![StaffAct::Examine]
}

/// Being worked on.
pub(crate) fn in_progress() -> Vec<StaffAct> {
    vec![StaffAct::Examine, StaffAct::TakeUp]
}

/// Being worked on, and ONEE asked for its opinion.
pub(crate) fn consulted() -> Vec<StaffAct> {
    let consult = StaffAct::Consult {
        of: town::organisation_code(ONEE),
        question: "À qui est le poteau ?".to_owned(),
        respond_by: date(2026, 3, 30),
    };
    vec![StaffAct::Examine, StaffAct::TakeUp, consult]
}

/// Waiting for its filer.
pub(crate) fn asked() -> Vec<StaffAct> {
    let ask = StaffAct::Ask {
        question: "Quel est le numéro du poteau ?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    vec![StaffAct::Examine, StaffAct::TakeUp, ask]
}

/// Answered.
pub(crate) fn answered() -> Vec<StaffAct> {
    let answer = StaffAct::Answer(TypedAnswer {
        body: String::new(),
        reasons: REASONS.to_owned(),
        ..town::answer(Outcome::Granted)
    });
    vec![StaffAct::Examine, StaffAct::TakeUp, answer]
}

/// In arbitration.
pub(crate) fn refused() -> Vec<StaffAct> {
    vec![StaffAct::RefuseCompetence {
        to: None,
        reason: "Cela n’est pas de notre compétence.".to_owned(),
    }]
}

/// A case of Tiznit on which its officer did some acts; answers its reference.
pub(crate) async fn case(town: &Town, own: &Officer, acts: Vec<StaffAct>) -> String {
    case_of(town, own, town::filing(), acts).await
}

/// Where someone's letters go.
pub(crate) fn by_letter() -> Contact {
    let address = PostalAddress::parse("12, rue de l’École\n85000 Tiznit").unwrap();
    Contact::Letter(address)
}

/// A case of Tiznit that was filed so, on which its officer did some acts; answers its reference.
pub(crate) async fn case_of(
    town: &Town,
    own: &Officer,
    filing: Filing,
    acts: Vec<StaffAct>,
) -> String {
    let reference = town
        .clerks
        .file(filing)
        .await
        .unwrap()
        .reference
        .to_string();
    for what in acts {
        act(town, own, &reference, what).await;
    }
    reference
}

/// Begins a draft; answers its word.
pub(crate) async fn draft(browser: &mut Visitor) -> String {
    let page = browser.get("/fr/file").await;
    browser.read_token(&page);
    let begun = browser
        .post("/fr/file", &[("kind", "complaint"), ("text", WORDS)])
        .await;
    assert_eq!(begun.code(), 303, "{}", begun.text());
    begun.place().split('/').nth(3).unwrap().to_owned()
}

/// The word of a new report of wrongdoing.
pub(crate) async fn report(browser: &mut Visitor) -> String {
    let begun = browser.post("/fr/wrongdoing", &[]).await;
    assert_eq!(begun.code(), 303, "{}", begun.text());
    begun.place().split('/').nth(3).unwrap().to_owned()
}

/// What each step of a filing brings.
pub(crate) const STEPS: &[(&str, &[(&str, &str)])] = &[
    ("what", &[("text", WORDS)]),
    (
        "where",
        &[
            ("territory", town::TIZNIT),
            ("coordinates", POINT),
            ("place", "rue de l’École"),
        ],
    ),
    ("about", &[("subject", "unknown")]),
    ("who", &[("organisation", town::TIZNIT)]),
    (
        "you",
        &[
            ("category", "person"),
            ("name", NAME),
            ("email", EMAIL),
            ("phone", PHONE),
            ("preferred", "email"),
        ],
    ),
];

/// A draft that only needs to be sent; answers its word.
pub(crate) async fn full_draft(browser: &mut Visitor) -> String {
    let word = draft(browser).await;
    for (step, fields) in STEPS {
        let kept = browser
            .post(&format!("/fr/file/{word}/{step}"), fields)
            .await;
        assert_eq!(kept.code(), 303, "{step}: {}", kept.text());
    }
    let uploaded = browser
        .upload(
            &format!("/fr/file/{word}/files"),
            &[("lamp.png", &dot())],
            Carries::Own,
        )
        .await;
    assert_eq!(uploaded.code(), 303, "{}", uploaded.text());
    word
}

/// Sends a full draft.
pub(crate) async fn send(browser: &mut Visitor, word: &str) -> Answer {
    browser
        .post(&format!("/fr/file/{word}/check"), &[("declaration", "on")])
        .await
}

/// Files with a picture, and looks at the receipt: from now on this browser follows the case. Answers its reference
/// and the word of its draft.
pub(crate) async fn file(browser: &mut Visitor) -> (String, String) {
    let word = full_draft(browser).await;
    assert_eq!(send(browser, &word).await.code(), 303);
    let receipt = browser.get(&format!("/fr/file/{word}/receipt")).await;
    assert_eq!(receipt.code(), 200);
    (between(&receipt.text(), "/fr/track/", "\""), word)
}

/// The first text between two marks.
pub(crate) fn between(text: &str, before: &str, after: &str) -> String {
    text.split_once(before)
        .and_then(|(_, rest)| rest.split_once(after))
        .unwrap_or_else(|| panic!("nothing between {before} and {after} in {text}"))
        .0
        .to_owned()
}
