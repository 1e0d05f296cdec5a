//! The second factor: set up once, asked for at every sign-in, its codes good once.

use chikaya_domain::Language;
use chikaya_service::staff::{CodeVerdict, Officer, Password, SignIn, SignInRefusal};
use chikaya_service::token::Token;
use chikaya_testkit::Town;

use crate::staff::trail_of;

crate::in_both_towns! {
    a_code_is_asked_for_after_the_password_and_is_good_once => super::a_code_is_asked_for_after_the_password_and_is_good_once;
    a_recovery_code_stands_in_once => super::a_recovery_code_stands_in_once;
    codes_cannot_be_tried_without_end => super::codes_cannot_be_tried_without_end;
    a_password_alone_cannot_replace_the_second_factor => super::a_password_alone_cannot_replace_the_second_factor;
}

const EMAIL: &str = "admin@example.org";
const PHRASE: &str = "a phrase nobody knows";

async fn sign_in(town: &Town) -> SignIn {
    town.clerks
        .sign_in(EMAIL.to_owned(), Password::typed(PHRASE))
        .await
        .unwrap()
        .unwrap()
}

async fn waiting_for_code(town: &Town) -> Token {
    match sign_in(town).await {
        SignIn::SecondFactor(token) => token,
        other => panic!("a code had to be asked for: {other:?}"),
    }
}

/// The first administrator, with the second factor set up: the officer, the secret and the recovery codes.
async fn set_up(town: &Town) -> (Officer, String, Vec<String>) {
    let clerks = town.clerks.clone();
    let invitation =
        tokio::task::spawn_blocking(move || clerks.invite_first_administrator(Language::French))
            .await
            .unwrap()
            .unwrap()
            .unwrap();
    let password = Password::choose(PHRASE, EMAIL).unwrap();
    town.clerks
        .accept_invitation(
            invitation,
            EMAIL.to_owned(),
            "Sample administrator".to_owned(),
            password,
        )
        .await
        .unwrap();
    let SignIn::Enrolment(token) = sign_in(town).await else {
        panic!("an administrator sets up a second factor first");
    };
    let (officer, email) = town
        .clerks
        .officer_enrolling(token.clone())
        .await
        .unwrap()
        .unwrap();
    let secret = town.clerks.propose_second_factor(&email).secret;
    let codes = town
        .clerks
        .enrol_second_factor(
            token.clone(),
            officer.clone(),
            secret.clone(),
            town.one_time_code(&secret),
        )
        .await
        .unwrap()
        .unwrap();
    // Whoever has just shown a right code is in.
    assert!(town.clerks.officer(token).await.unwrap().is_ok());
    (officer, secret, codes)
}

async fn verdict(town: &Town, token: &Token, code: &str) -> CodeVerdict {
    town.clerks
        .show_second_factor(token.clone(), code.to_owned())
        .await
        .unwrap()
}

async fn show(town: &Town, token: &Token, code: &str) -> bool {
    verdict(town, token, code).await == CodeVerdict::Right
}

async fn a_code_is_asked_for_after_the_password_and_is_good_once(town: &Town) {
    let (officer, secret, _) = set_up(town).await;
    let used_in_set_up = town.one_time_code(&secret);
    let token = waiting_for_code(town).await;
    assert_eq!(
        town.clerks.officer(token.clone()).await.unwrap(),
        Err(SignInRefusal::SecondFactorMissing)
    );
    assert!(!show(town, &token, &used_in_set_up).await);
    town.clock.advance_minutes(2);
    let code = town.one_time_code(&secret);
    assert!(show(town, &token, &code).await);
    let inside = town.clerks.officer(token).await.unwrap().unwrap();
    assert_eq!(inside.id, officer.id);
    let second = waiting_for_code(town).await;
    assert!(!show(town, &second, &code).await);
    // A code of an hour ago is none, even if it was never used.
    let old = {
        town.clock.advance_minutes(1);
        town.one_time_code(&secret)
    };
    town.clock.advance_minutes(58);
    assert!(!show(town, &second, &old).await);
}

async fn a_recovery_code_stands_in_once(town: &Town) {
    let (_, _, codes) = set_up(town).await;
    let token = waiting_for_code(town).await;
    assert!(!show(town, &token, "00000-00000").await);
    assert!(show(town, &token, &codes[0].to_uppercase()).await);
    assert!(town.clerks.officer(token).await.unwrap().is_ok());
    let second = waiting_for_code(town).await;
    assert!(!show(town, &second, &codes[0]).await);
    assert!(show(town, &second, &codes[1]).await);
}

async fn a_password_alone_cannot_replace_the_second_factor(town: &Town) {
    let (officer, secret, _) = set_up(town).await;
    let token = waiting_for_code(town).await;
    assert!(
        town.clerks
            .officer_enrolling(token.clone())
            .await
            .unwrap()
            .is_none()
    );
    // Two set-ups begun side by side: the second comes when the first is done.
    let other = town.clerks.propose_second_factor(EMAIL).secret;
    let replaced = town
        .clerks
        .enrol_second_factor(
            token.clone(),
            officer,
            other.clone(),
            town.one_time_code(&other),
        )
        .await
        .unwrap();
    assert!(replaced.is_none());
    assert_eq!(
        town.clerks.officer(token.clone()).await.unwrap(),
        Err(SignInRefusal::SecondFactorMissing)
    );
    town.clock.advance_minutes(2);
    assert!(show(town, &token, &town.one_time_code(&secret)).await);
}

async fn codes_cannot_be_tried_without_end(town: &Town) {
    let (_, secret, _) = set_up(town).await;
    town.clock.advance_minutes(2);
    // Whoever knows no password locks nobody out.
    for _ in 0..4 {
        let refused = town
            .clerks
            .sign_in(EMAIL.to_owned(), Password::typed("another phrase"))
            .await
            .unwrap();
        assert!(refused.is_none());
    }
    for _ in 0..10 {
        // A new sign-in gives no new tries.
        let token = waiting_for_code(town).await;
        assert_eq!(
            verdict(town, &token, "00000-00000").await,
            CodeVerdict::Wrong
        );
    }
    let token = waiting_for_code(town).await;
    let right = town.one_time_code(&secret);
    assert_eq!(verdict(town, &token, &right).await, CodeVerdict::TooMany);
    assert!(town.clerks.officer(token.clone()).await.unwrap().is_err());
    let trail = trail_of(town, EMAIL).await;
    let said = |action: &str, detail: &str| {
        trail
            .iter()
            .filter(|line| line.0 == action && line.1 == detail)
            .count()
    };
    assert_eq!(said("session.refused", "second-factor"), 10);
    assert_eq!(said("session.refused", "password"), 4);
    assert_eq!(said("factor.enrol", ""), 1);
    town.clock.advance_minutes(16);
    assert!(show(town, &token, &town.one_time_code(&secret)).await);
}
