//! Signing in, the second factor, and invitations that work once.

use chikaya_domain::{Language, access::Role};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    staff::{NewStaff, Password, SignIn, SignInRefusal},
};
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    the_first_administrator_comes_in_by_a_link_that_works_once => super::the_first_administrator_comes_in_by_a_link_that_works_once;
    an_older_link_for_the_first_administrator_comes_too_late => super::an_older_link_for_the_first_administrator_comes_too_late;
    wrong_passwords_and_unknown_addresses_are_answered_alike => super::wrong_passwords_and_unknown_addresses_are_answered_alike;
    what_is_done_at_the_command_line_stands_on_the_trail => super::what_is_done_at_the_command_line_stands_on_the_trail;
    the_trail_says_who_came_who_went_and_who_was_refused => super::the_trail_says_who_came_who_went_and_who_was_refused;
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

async fn an_older_link_for_the_first_administrator_comes_too_late(town: &Town) {
    let clerks = town.clerks.clone();
    let older =
        tokio::task::spawn_blocking(move || clerks.invite_first_administrator(Language::French))
            .await
            .unwrap()
            .unwrap()
            .unwrap();
    assert!(town.clerks.invitation(older.clone()).await.is_ok());
    invited(town).await;
    let late = town.clerks.accept_invitation(
        older,
        "second@example.org".to_owned(),
        "Somebody".to_owned(),
        Password::choose(PHRASE, "second@example.org").unwrap(),
    );
    assert!(matches!(late.await, Err(Trouble::Expired)));
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

/// What the trail says of an account, each deed with its detail, sorted: a town's clock stands still.
pub(crate) async fn trail_of(town: &Town, email: &str) -> Vec<(String, String)> {
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, "reform-authority")
        .await;
    let question = TrailQuestion {
        email: email.to_owned(),
        ..TrailQuestion::default()
    };
    let mut lines: Vec<(String, String)> = town
        .clerks
        .trail(auditor, question)
        .await
        .unwrap()
        .lines
        .into_iter()
        .map(|line| (line.action, line.detail.unwrap_or_default()))
        .collect();
    lines.sort();
    lines
}

fn said<const N: usize>(lines: [(&str, &str); N]) -> Vec<(String, String)> {
    lines
        .map(|(action, detail)| (action.to_owned(), detail.to_owned()))
        .to_vec()
}

async fn the_trail_says_who_came_who_went_and_who_was_refused(town: &Town) {
    invited(town).await;
    assert_eq!(
        trail_of(town, EMAIL).await,
        said([("invitation.accept", "administrator")])
    );
    let sign_in = |email: &str, phrase: &str| {
        town.clerks
            .sign_in(email.to_owned(), Password::typed(phrase))
    };
    let before = town.audit().await;
    assert!(
        sign_in("nobody@example.org", PHRASE)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(town.audit().await, before, "nobody has no line");
    assert!(sign_in(EMAIL, "another phrase").await.unwrap().is_none());
    let Some(SignIn::Enrolment(token)) = sign_in(EMAIL, PHRASE).await.unwrap() else {
        panic!("an administrator sets up a second factor first");
    };
    // Who has gone cannot go again.
    town.clerks.sign_out(token.clone()).await.unwrap();
    town.clerks.sign_out(token).await.unwrap();
    assert_eq!(
        trail_of(town, EMAIL).await,
        said([
            ("invitation.accept", "administrator"),
            ("session.begin", ""),
            ("session.end", ""),
            ("session.refused", "password"),
        ])
    );
}

async fn what_is_done_at_the_command_line_stands_on_the_trail(town: &Town) {
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || {
        let password = Password::choose(PHRASE, EMAIL).unwrap();
        clerks.invite_first_administrator(Language::French).unwrap();
        let new = |organisation| NewStaff {
            email: EMAIL.to_owned(),
            name: "Sample officer".to_owned(),
            role: Role::Officer,
            organisation: town::organisation_code(organisation),
            unit: None,
            language: Language::French,
        };
        clerks.create_staff(new(town::TIZNIT), &password).unwrap();
        clerks.reset_password(EMAIL, &password).unwrap();
        let nowhere = clerks.create_staff(new("no-such-body"), &password);
        assert!(matches!(nowhere, Err(Trouble::NotAcceptable(_))));
        assert!(clerks.reset_password("b@example.org", &password).is_err());
    })
    .await
    .unwrap();
    let auditor = town
        .officer("auditor@portal.test", Role::Auditor, "reform-authority")
        .await;
    let question = TrailQuestion::default();
    let mut told: Vec<_> = town
        .clerks
        .trail(auditor, question)
        .await
        .unwrap()
        .lines
        .into_iter()
        // The auditor's account was made too, and the auditor came in.
        .filter(|line| line.who.is_none() && line.detail.as_deref() != Some("auditor"))
        .map(|line| (line.action, line.organisation, line.detail))
        .collect();
    told.sort();
    let line = |action: &str, organisation: &str, role: &str| {
        (
            action.to_owned(),
            Some(organisation.to_owned()),
            Some(role.to_owned()),
        )
    };
    assert_eq!(
        told,
        [
            line("person.create", town::TIZNIT, "officer"),
            line("person.link", "reform-authority", "administrator"),
            line("person.reset", town::TIZNIT, "officer"),
        ]
    );
}
