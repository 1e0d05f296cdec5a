//! Searching at the desk: by words in all their forms, by the names of subject, place and organisation, by who filed;
//! and what an upgrade finds meanwhile.

use chikaya_domain::{
    access::Role,
    id::SubjectCode,
    person::{Category, Contact, Email, Identity, IdentityKind, PersonName, Phone, Representative},
};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    case::{
        act::StaffAct,
        file::{Filer, Filing},
        filer::FilerSought,
    },
    staff::Officer,
};
use chikaya_store::{Tx, case::search};
use chikaya_testkit::{Town, town};

/// The body that sees all cases.
const REFORM_AUTHORITY: &str = "reform-authority";

crate::in_both_towns! {
    a_case_is_found_by_its_words_in_all_their_forms => super::a_case_is_found_by_its_words_in_all_their_forms;
    a_case_is_found_by_the_names_of_its_subject_place_and_organisation => super::a_case_is_found_by_the_names_of_its_subject_place_and_organisation;
    a_filer_is_found_by_a_question_that_stands_on_the_trail => super::a_filer_is_found_by_a_question_that_stands_on_the_trail;
    a_filer_is_found_by_number_and_address => super::a_filer_is_found_by_number_and_address;
    an_earlier_version_of_the_words_serves_until_each_case_is_renewed => super::an_earlier_version_of_the_words_serves_until_each_case_is_renewed;
}

/// A filing of which the text alone says anything, about a subject.
fn saying(text: &str, subject: &str) -> Filing {
    let mut filing = town::filing();
    text.clone_into(&mut filing.text);
    filing.place = None;
    filing.subject = Some(SubjectCode::parse(subject).unwrap());
    filing
}

async fn file(town: &Town, filing: Filing) -> String {
    let receipt = town.clerks.file(filing).await.unwrap();
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    receipt.reference.to_string()
}

async fn found(town: &Town, officer: &Officer, question: &str) -> Vec<String> {
    let hits = town
        .clerks
        .search(officer.clone(), question.to_owned(), None);
    let lines = hits.await.unwrap().lines;
    lines.into_iter().map(|line| line.reference).collect()
}

async fn a_case_is_found_by_its_words_in_all_their_forms(town: &Town) {
    let officer = town
        .officer("here@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let french = file(
        town,
        saying(
            "Les xylographes sont cassés, les travaux débordent.",
            "waste",
        ),
    )
    .await;
    let english = file(town, saying("Two gazebos were flooded.", "waste")).await;
    let arabic = file(town, saying("الموظفون يرفضون تسليم القنينات", "waste")).await;
    let tamazight = file(town, saying("ⵉⵎⴰⵣⵉⵖⵏ ⴷ ⵜⵉⵎⵓⵔⴰ", "waste")).await;
    let municipality = file(town, saying("ذهبت إلى البلدية", "waste")).await;
    for (question, case) in [
        ("xylographe", &french),
        ("travail", &french),
        ("deborde", &french),
        ("xilographe", &french),
        ("gazebo", &english),
        ("flood", &english),
        ("موظف", &arabic),
        ("قنينة", &arabic),
        ("ⴰⵎⴰⵣⵉⵖ", &tamazight),
        ("tamurt", &tamazight),
        ("بلدية", &municipality),
        ("baladiya", &municipality),
    ] {
        assert_eq!(
            found(town, &officer, question).await,
            std::slice::from_ref(case),
            "{question}"
        );
    }
    assert!(found(town, &officer, "بلد").await.is_empty());
}

async fn a_case_is_found_by_the_names_of_its_subject_place_and_organisation(town: &Town) {
    let officer = town
        .officer("here@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let authority = town
        .officer("all@sample.test", Role::ReformAuthority, REFORM_AUTHORITY)
        .await;
    let lighting = file(town, saying("Rien ne marche ici.", "public-lighting")).await;
    let building = file(town, saying("On me le refuse.", "building-permit")).await;
    for (question, cases) in [
        ("éclairage public", vec![&lighting]),
        ("الإنارة العمومية", vec![&lighting]),
        ("street lighting", vec![&lighting]),
        ("ⵜⵉⴼⴰⵡⵜ", vec![&lighting]),
        ("permi de construir", vec![&building]),
        ("éclariage", vec![&lighting]),
        ("Tiznit", vec![&building, &lighting]),
        ("تيزنيت", vec![&building, &lighting]),
        ("commune de tiznit éclairage", vec![&lighting]),
        ("refuse tiznit permis", vec![&building]),
        ("agadir", vec![]),
    ] {
        for who in [&officer, &authority] {
            // All were filed at one instant: their order is that of their identifiers.
            let mut hits = found(town, who, question).await;
            let mut expected: Vec<String> = cases.iter().map(|case| (*case).clone()).collect();
            hits.sort_unstable();
            expected.sort_unstable();
            assert_eq!(hits, expected, "{question} by {:?}", who.role);
        }
    }
    // What it is about now, not what was chosen when it was filed.
    let reference = building.parse().unwrap();
    let page = town
        .clerks
        .desk_page(officer.clone(), reference)
        .await
        .unwrap();
    let classify = StaffAct::Classify {
        subject: Some(SubjectCode::parse("public-lighting").unwrap()),
        territory: page.page.case.territory.clone(),
    };
    town.clerks
        .act(
            officer.clone(),
            building.parse().unwrap(),
            page.page.case.version,
            classify,
        )
        .await
        .unwrap();
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    assert!(
        found(town, &officer, "permis de construire")
            .await
            .is_empty()
    );
    assert_eq!(found(town, &officer, "éclairage").await.len(), 2);
}

fn filed_by(name: &str) -> Filing {
    let mut filing = saying("Rien ne marche ici.", "public-lighting");
    if let Filer::Known(known) = &mut filing.filer {
        known.person.name = Some(PersonName::parse(name).unwrap());
    }
    filing
}

/// A filing of a body that somebody speaks for.
fn filed_for(body: &str, representative: &str) -> Filing {
    let mut filing = filed_by(body);
    filing.category = Category::Cooperative;
    if let Filer::Known(known) = &mut filing.filer {
        known.person.representative = Some(Representative {
            name: PersonName::parse(representative).unwrap(),
            quality: None,
        });
    }
    filing
}

async fn a_filer_is_found_by_a_question_that_stands_on_the_trail(town: &Town) {
    let officer = town
        .officer("here@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let stranger = town
        .officer("stranger@sample.test", Role::Officer, "onee")
        .await;
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, REFORM_AUTHORITY)
        .await;
    let first = file(town, filed_by("فاطمة الإدريسي مثال")).await;
    let second = file(town, filed_by("Ali El Ghazali Exemple")).await;
    let third = file(town, filed_for("Coopérative Exemple", "عائشة مثال")).await;
    let ask = async |who: &Officer, name: &str| {
        let name = FilerSought::parse(name, town.clerks.country().numbering).unwrap();
        let page = town.clerks.find_filer(who.clone(), name).await;
        page.map(|page| {
            page.lines
                .into_iter()
                .map(|line| line.reference)
                .collect::<Vec<_>>()
        })
    };
    for (name, case) in [
        ("فاطمة", &first),
        ("Fatima El Idrissi", &first),
        ("idrissi fatima", &first),
        ("علي الغزالي", &second),
        ("Ghazali", &second),
        ("علي", &second),
        ("cooperative exemple", &third),
        ("Aicha Mital", &third),
    ] {
        assert_eq!(
            ask(&officer, name).await.unwrap(),
            std::slice::from_ref(case),
            "{name}"
        );
    }
    assert!(ask(&officer, "Fatima Ghazali").await.unwrap().is_empty());
    assert!(ask(&stranger, "Fatima").await.unwrap().is_empty());
    assert!(matches!(
        ask(&auditor, "Fatima").await,
        Err(Trouble::Forbidden)
    ));
    // No other search finds a filer.
    for question in ["فاطمة الإدريسي", "Ghazali"] {
        assert!(
            found(town, &officer, question).await.is_empty(),
            "{question}"
        );
    }
    let question = TrailQuestion {
        action: "filer.find".to_owned(),
        ..TrailQuestion::default()
    };
    let trail = town.clerks.trail(auditor, question).await.unwrap().lines;
    assert_eq!(trail.len(), 10, "each question that was answered");
    let of = |detail: &str| {
        trail
            .iter()
            .filter(|line| line.detail.as_deref() == Some(detail))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&first).len(), 3);
    assert_eq!(of(&second).len(), 3);
    assert_eq!(of(&third).len(), 2);
    let names = ["Fatima", "فاطمة", "Ghazali", "علي"];
    for line in &trail {
        assert!(line.who.is_some());
        let told = format!("{line:?}");
        assert!(names.iter().all(|name| !told.contains(name)), "{told}");
    }
    let parse = |text: &str| FilerSought::parse(text, town.clerks.country().numbering);
    assert!(!format!("{:?}", parse("Fatima")).contains("Fatima"));
}

async fn a_filer_is_found_by_number_and_address(town: &Town) {
    let numbering = town.clerks.country().numbering;
    let officer = town
        .officer("here@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let stranger = town
        .officer("stranger@sample.test", Role::Officer, "onee")
        .await;
    let phone = Contact::Phone(Phone::parse("0661000001", numbering).unwrap());
    let email = Contact::Email(Email::parse("Filer@Sample.test").unwrap());
    let mut filing = town::filing_with([phone, email]);
    if let Filer::Known(known) = &mut filing.filer {
        known.person.identity = Some(Identity::parse(IdentityKind::Cin, "ZZ 123456").unwrap());
    }
    let case = file(town, filing).await;
    let ask = async |who: &Officer, text: &str| {
        let sought = FilerSought::parse(text, numbering).unwrap();
        let page = town.clerks.find_filer(who.clone(), sought).await.unwrap();
        let lines = page.lines.into_iter();
        lines.map(|line| line.reference).collect::<Vec<_>>()
    };
    for text in [
        "06 61 00 00 01",
        "+212 661-000001",
        "filer@sample.TEST",
        "zz123456",
        "ZZ-123 456",
    ] {
        let found = ask(&officer, text).await;
        assert_eq!(found, std::slice::from_ref(&case), "{text}");
        assert!(ask(&stranger, text).await.is_empty(), "{text}");
    }
    for text in ["0661000002", "other@sample.test", "ZZ123457", "12"] {
        assert!(ask(&officer, text).await.is_empty(), "{text}");
    }
    assert!(FilerSought::parse("filer@", numbering).is_none());
    assert!(FilerSought::parse(" - ", numbering).is_none());
}

/// Every case by one word as it is written, and the mark of version 1.
async fn as_an_earlier_version_left_it(town: &Town, word: &'static str) {
    let write = |tx: &mut Tx<'_>| {
        let cases: Vec<search::Words> = search::said_between(tx, 0, i64::MAX)?
            .into_iter()
            .map(|said| search::Words {
                case: said.case,
                organisation: said.organisation,
                filed_at: said.filed_at,
                subject: None,
                territory: None,
                text: word.to_owned(),
            })
            .collect();
        search::put(tx, &cases)
    };
    let archive = town.database.archive().clone();
    tokio::task::spawn_blocking(move || archive.write_blocking(write))
        .await
        .unwrap()
        .unwrap();
    town.by_hand("UPDATE follower SET version = 1 WHERE name = 'words'")
        .await;
}

async fn an_earlier_version_of_the_words_serves_until_each_case_is_renewed(town: &Town) {
    let officer = town
        .officer("here@sample.test", Role::Officer, town::TIZNIT)
        .await;
    for number in 0..5 {
        file(
            town,
            saying(&format!("Les xylographes numéro {number}"), "waste"),
        )
        .await;
    }
    // As an earlier version left it: other words, an older mark.
    as_an_earlier_version_left_it(town, "xylographes").await;
    assert_eq!(found(town, &officer, "xylographes").await.len(), 5);
    assert!(found(town, &officer, "waste").await.is_empty());

    // What is filed meanwhile is found at once.
    let receipt = town
        .clerks
        .file(saying("Un xylographe de plus", "waste"))
        .await
        .unwrap();
    let round = town.clerks.place_events().await.unwrap();
    let reference = receipt.reference.to_string();
    assert!(
        found(town, &officer, "xylographes")
            .await
            .contains(&reference)
    );
    let words = round.followers.iter().find(|one| one.name == "words");
    assert_eq!(words.unwrap().lag(), 0);
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    let followers = tokio::task::spawn_blocking({
        let clerks = town.clerks.clone();
        move || clerks.followers()
    });
    for follower in followers.await.unwrap().unwrap() {
        assert_eq!((follower.renewal, follower.lag()), (None, 0));
    }
    assert_eq!(found(town, &officer, "xylographe").await.len(), 6);
    assert_eq!(
        found(town, &officer, "ordures ménagères").await.len(),
        6,
        "by subject"
    );
}
