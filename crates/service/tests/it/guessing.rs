//! Guessing at codes and passwords: what is looked at, for whom it goes on, and who is told.

use chikaya_domain::{access::Role, reference::AccessCode};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    staff::{Browser, Password, SignIn},
};
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    codes_of_a_case_are_looked_at_more_and_more_seldom => super::codes_of_a_case_are_looked_at_more_and_more_seldom;
    a_reference_of_nobody_is_guarded_alike => super::a_reference_of_nobody_is_guarded_alike;
    passwords_guessed_by_strangers_shut_nobody_out_of_their_own_browser => super::passwords_guessed_by_strangers_shut_nobody_out_of_their_own_browser;
    whose_account_was_guessed_at_is_told => super::whose_account_was_guessed_at_is_told;
}

const EMAIL: &str = "one@sample.test";
const PORTAL: &str = "https://portal.test";

fn wrong() -> AccessCode {
    AccessCode::parse("1111 1112").unwrap()
}

async fn codes_of_a_case_are_looked_at_more_and_more_seldom(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let (reference, code) = (receipt.reference, receipt.access_code);
    let open = |clerks: &chikaya_service::Clerks, code: AccessCode| {
        let (clerks, reference) = (clerks.clone(), reference.clone());
        async move { clerks.open_with_code(reference, code).await }
    };
    for _ in 0..5 {
        let refused = open(&town.clerks, wrong()).await;
        assert!(matches!(refused, Err(Trouble::NotFound)));
    }
    // Whoever asks, on whichever node, and after any restart: nothing is looked at, a right code neither.
    let other_node = town.second_node().await;
    for clerks in [&town.clerks, &other_node] {
        let waits = open(clerks, code.clone()).await;
        assert!(matches!(waits, Err(Trouble::Wait { seconds: 30..=31 })));
    }
    let mut looked_at = 0;
    for _ in 0..24 * 60 {
        town.clock.advance_minutes(1);
        if matches!(open(&town.clerks, wrong()).await, Err(Trouble::NotFound)) {
            looked_at += 1;
        }
    }
    assert!((20..=32).contains(&looked_at), "{looked_at} in a day");
    town.clock.advance_minutes(61);
    let pass = open(&town.clerks, code.clone()).await.unwrap();
    let page = town.clerks.follow(pass).await.unwrap();
    let attempts = page.attempts.unwrap();
    assert_eq!(attempts.count, 5 + looked_at, "the filer is told");
    // A right code ends the row.
    assert!(open(&town.clerks, wrong()).await.is_err());
    assert!(open(&town.clerks, code).await.is_ok());

    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, "reform-authority")
        .await;
    let question = TrailQuestion {
        action: "guess.case".to_owned(),
        ..TrailQuestion::default()
    };
    let trail = town.clerks.trail(auditor, question).await.unwrap();
    let told: Vec<_> = trail
        .lines
        .iter()
        .map(|line| (line.object.as_str(), line.detail.as_deref().unwrap_or("")))
        .collect();
    let reference = reference.as_str();
    assert_eq!(
        told,
        [(reference, "20"), (reference, "10"), (reference, "5")]
    );
    town.word_mail(PORTAL).await;
}

async fn a_reference_of_nobody_is_guarded_alike(town: &Town) {
    let prefix = chikaya_domain::reference::ReferencePrefix::parse("CK").unwrap();
    let unknown = chikaya_domain::reference::Reference::draw(&prefix, 2026, 1);
    for _ in 0..5 {
        let refused = town.clerks.open_with_code(unknown.clone(), wrong()).await;
        assert!(matches!(refused, Err(Trouble::NotFound)));
    }
    let waits = town.clerks.open_with_code(unknown, wrong()).await;
    assert!(matches!(waits, Err(Trouble::Wait { .. })));
    assert!(town.audit().await.is_empty(), "nothing to tell auditors");
}

async fn sign_in(
    town: &Town,
    browser: &Browser,
    password: &str,
) -> Result<Option<SignIn>, Trouble> {
    town.clerks
        .sign_in_on(browser.clone(), EMAIL.to_owned(), Password::typed(password))
        .await
}

async fn passwords_guessed_by_strangers_shut_nobody_out_of_their_own_browser(town: &Town) {
    town.officer(EMAIL, Role::Officer, town::TIZNIT).await;
    let stranger = Browser::default();
    let Some(SignIn::Done(session)) = sign_in(town, &stranger, town::PASSWORD).await.unwrap()
    else {
        panic!("the password alone opens a sample account");
    };
    let own = Browser {
        word: town.clerks.word_of_browser(session).await.unwrap(),
        ..Browser::default()
    };
    for _ in 0..5 {
        let refused = sign_in(town, &stranger, "a wrong phrase").await.unwrap();
        assert!(refused.is_none());
    }
    let waits = sign_in(town, &stranger, town::PASSWORD).await;
    assert!(matches!(waits, Err(Trouble::Wait { .. })), "{waits:?}");
    let signed_in = sign_in(town, &own, town::PASSWORD).await.unwrap();
    assert!(matches!(signed_in, Some(SignIn::Done(_))));
    // Somebody else's word is no such word, and one's own browser is counted for itself.
    for _ in 0..5 {
        assert!(
            sign_in(town, &own, "a wrong phrase")
                .await
                .unwrap()
                .is_none()
        );
    }
    let waits = sign_in(town, &own, town::PASSWORD).await;
    assert!(matches!(waits, Err(Trouble::Wait { .. })), "{waits:?}");
    town.clock.advance_minutes(1);
    assert!(
        sign_in(town, &stranger, town::PASSWORD)
            .await
            .unwrap()
            .is_some()
    );
    town.word_mail(PORTAL).await;
}

async fn whose_account_was_guessed_at_is_told(town: &Town) {
    let officer = town.officer(EMAIL, Role::Officer, town::TIZNIT).await;
    for address in [EMAIL, "nobody@example.org"] {
        for _ in 0..5 {
            let wrong = Password::typed("a wrong phrase");
            let refused = town.clerks.sign_in(address.to_owned(), wrong).await;
            assert!(refused.unwrap().is_none());
        }
    }
    let mails = town.word_mail(PORTAL).await;
    assert_eq!(mails.len(), 1, "one mail, and none to nobody");
    assert_eq!(mails[0].to, EMAIL);
    assert!(mails[0].text.contains(&format!("{PORTAL}/fr/desk/me")));
    assert!(!mails[0].text.contains("[mail-"), "{}", mails[0].text);
    town.clock.advance_minutes(1);
    let Some(SignIn::Done(session)) = sign_in(town, &Browser::default(), town::PASSWORD)
        .await
        .unwrap()
    else {
        panic!("the pause is over");
    };
    let account = town.clerks.own_account(officer, session).await.unwrap();
    assert_eq!(account.attempts.unwrap().count, 5);
    let trail = crate::staff::trail_of(town, EMAIL).await;
    let refused = ("session.refused".to_owned(), "password".to_owned());
    assert_eq!(trail.iter().filter(|line| **line == refused).count(), 5);
}
