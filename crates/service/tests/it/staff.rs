//! Signing in, the second factor, and invitations that work once.

use chikaya_domain::Language;
use chikaya_service::{
    Trouble,
    staff::{Password, SignIn, SignInRefusal},
};
use chikaya_testkit::Town;

crate::in_both_towns! {
    the_first_administrator_comes_in_by_a_link_that_works_once => super::the_first_administrator_comes_in_by_a_link_that_works_once;
    wrong_passwords_and_unknown_addresses_are_answered_alike => super::wrong_passwords_and_unknown_addresses_are_answered_alike;
}

const EMAIL: &str = "admin@example.org";
const PHRASE: &str = "a phrase nobody knows";

async fn invited(town: &Town) {
    let clerks = town.clerks.clone();
    let token =
        tokio::task::spawn_blocking(move || clerks.invite_first_administrator(Language::French))
            .await
            .unwrap()
            .unwrap()
            .unwrap();
    let password = Password::choose(PHRASE, EMAIL).unwrap();
    let accept = || {
        town.clerks.accept_invitation(
            token.clone(),
            EMAIL.to_owned(),
            "Sample administrator".to_owned(),
            password.clone(),
        )
    };
    accept().await.unwrap();
    assert!(matches!(accept().await, Err(Trouble::Expired)));
    let clerks = town.clerks.clone();
    let second =
        tokio::task::spawn_blocking(move || clerks.invite_first_administrator(Language::French))
            .await
            .unwrap()
            .unwrap();
    assert!(second.is_none());
}

async fn the_first_administrator_comes_in_by_a_link_that_works_once(town: &Town) {
    invited(town).await;
    let signed_in = town
        .clerks
        .sign_in(EMAIL.to_uppercase(), Password::typed(PHRASE))
        .await
        .unwrap();
    let Some(SignIn::Enrolment(token)) = signed_in else {
        panic!("an administrator sets up a second factor first: {signed_in:?}");
    };
    assert_eq!(
        town.clerks.officer(token.clone()).await.unwrap(),
        Err(SignInRefusal::EnrolmentMissing)
    );
    let (officer, _) = town
        .clerks
        .officer_enrolling(token.clone())
        .await
        .unwrap()
        .unwrap();
    let wrong = town
        .clerks
        .enrol_second_factor(
            token.clone(),
            officer,
            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(),
            "000000".to_owned(),
        )
        .await
        .unwrap();
    assert!(wrong.is_none());
    town.clerks.sign_out(token.clone()).await.unwrap();
    assert_eq!(
        town.clerks.officer(token).await.unwrap(),
        Err(SignInRefusal::NotSignedIn)
    );
}

async fn wrong_passwords_and_unknown_addresses_are_answered_alike(town: &Town) {
    invited(town).await;
    for email in [EMAIL, "nobody@example.org"] {
        let answer = town
            .clerks
            .sign_in(email.to_owned(), Password::typed("another phrase"))
            .await
            .unwrap();
        assert!(answer.is_none(), "{email}");
    }
}
